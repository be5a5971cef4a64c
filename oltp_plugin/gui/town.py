"""The form for the town's name, logo and colour on printed pages, with what a page will show."""

from __future__ import annotations

from qgis.gui import QgsColorButton, QgsFileWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit

from oltp_plugin import settings
from oltp_plugin.gui.label_keys import lead_inside
from oltp_plugin.gui.typed_path import is_being_typed, no_file, path_in, when_typed
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import tr

_FORM, _ = uic.loadUiType(str(FORMS / "town.ui"))
_WIDTH, _HEIGHT = 500, 64
_LOGO = 52


class TownForm(QDialog, _FORM):
    """What is accepted is kept in QGIS's settings, for every project."""

    nameEdit: QLineEdit  # noqa: N815 - the form's names
    logoWidget: QgsFileWidget  # noqa: N815
    colourButton: QgsColorButton  # noqa: N815
    previewLabel: QLabel  # noqa: N815
    adviceLabel: QLabel  # noqa: N815
    buttonBox: QDialogButtonBox  # noqa: N815

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        lead_inside(self)
        stored = settings.load()
        self.nameEdit.setText(stored.town_name)
        self.logoWidget.setFilter(tr("Pictures (*.svg *.png *.jpg *.jpeg)"))
        self.logoWidget.setDialogTitle(tr("Logo"))
        self.logoWidget.setFilePath(stored.town_logo)
        self.colourButton.setColor(QColor(stored.town_colour or settings.TOWN_COLOUR))
        self.colourButton.setDefaultColor(QColor(settings.TOWN_COLOUR))
        self.colourButton.setShowNull(False)
        self._logo = QPixmap()
        self.nameEdit.textChanged.connect(self._show)
        self.logoWidget.fileChanged.connect(self._read_logo)
        when_typed(self.logoWidget, self._show)
        self.colourButton.colorChanged.connect(self._show)
        self.buttonBox.accepted.connect(self.accept)
        self.buttonBox.rejected.connect(self.reject)
        self._read_logo()

    def accept(self) -> None:
        stored = settings.load()
        stored.town_name = self.nameEdit.text().strip()
        stored.town_logo = str(path_in(self.logoWidget) or "")
        stored.town_colour = self.colourButton.color().name()
        settings.save(stored)
        super().accept()

    def _show(self) -> None:
        logo = self._logo
        self.previewLabel.setPixmap(
            _head(self.nameEdit.text(), logo, self.colourButton.color(), self.devicePixelRatioF())
        )
        path = path_in(self.logoWidget)
        missing = path is not None and logo.isNull()
        pale = self.colourButton.color().lightness() > 170
        advice = ""
        if missing and not is_being_typed(self.logoWidget):
            unreadable = tr(
                "The logo cannot be read as a picture: choose an SVG, PNG or JPEG file."
            )
            advice = no_file(path) or unreadable
        elif pale:
            advice = tr("This colour is pale: the name will be hard to read on white paper.")
        self.adviceLabel.setText(advice)
        self.buttonBox.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not missing)

    def _read_logo(self) -> None:
        """Once for each file: a photograph takes too long to be read at every letter of a name."""
        path = path_in(self.logoWidget)
        readable = path is not None and not no_file(path)
        self._logo = QIcon(str(path)).pixmap(_LOGO, _LOGO) if readable else QPixmap()
        self._show()


def _head(name: str, logo: QPixmap, colour: QColor, scale: float) -> QPixmap:
    """The head of a page, as it will be printed."""
    drawn = QPixmap(round(_WIDTH * scale), round(_HEIGHT * scale))
    drawn.setDevicePixelRatio(scale)
    drawn.fill(Qt.GlobalColor.white)
    painter = QPainter(drawn)
    left = 8
    if not logo.isNull():
        painter.drawPixmap(8, 4, logo)
        left += _LOGO + 8
    font = painter.font()
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(colour)
    place = QRectF(left, 4, _WIDTH - left - 8, 20)
    metrics = painter.fontMetrics()
    short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), short)
    painter.setPen(QColor("#1c2430"))
    font.setPointSizeF(1.6 * font.pointSizeF())
    painter.setFont(font)
    title = QRectF(left, 24, _WIDTH - left - 8, 30)
    painter.drawText(title, int(Qt.AlignmentFlag.AlignVCenter), tr("Title of the map"))
    painter.fillRect(QRectF(8, 58, _WIDTH - 16, 3), colour)
    painter.end()
    return drawn
