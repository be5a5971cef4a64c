"""The dock: which observatory is open, which of its incidents are shown, what they amount to."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem
from qgis.gui import QgsDockWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QBoxLayout,
    QFormLayout,
    QListWidgetItem,
    QMenu,
    QTableWidgetItem,
    QWidget,
)

from oltp_plugin.gui.day_edits import mind_typed_days
from oltp_plugin.gui.dock import summary_words
from oltp_plugin.gui.dock.partners_table import PartnersTable
from oltp_plugin.gui.icons import icon
from oltp_plugin.gui.plain import show_plainly
from oltp_plugin.local_format import number
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import tr

_FORM, _ = uic.loadUiType(str(FORMS / "observatory_panel.ui"))
_PATH = Qt.ItemDataRole.UserRole
# In widths of a figure: the least, and from where on the buttons' words, and what stands beside
# each other in a form, fit.
_LEAST, _WORDS_FIT, _ROWS_FIT = 34, 42, 46
_SPOKEN = ("nameLabel", "countLabel", "usualLabel", "changeLabel", "wordsLabel", "refusalLabel")
_THEME = {
    "refreshButton": "mActionRefresh",
    "observatoryButton": "mActionFileOpen",
    "undoButton": "mActionUndo",
    "redoButton": "mActionRedo",
    "clearButton": "mActionDeselectAll",
    "filtersButton": "mActionFilter2",
    "copyButton": "mActionEditCopy",
    "newIncidentButton": "mActionCapturePoint",
    "runButton": "processingAlgorithm",
    "layersButton": "mActionAddLayer",
    "pickButton": "mActionIdentify",
}


class ObservatoryDock(QgsDockWidget):
    """A QGIS dock around the panel."""

    def __init__(self, parent=None):
        super().__init__(tr("Observatory"), parent)
        self.setObjectName("oltpDock")
        self.panel = ObservatoryPanel()
        self.setWidget(self.panel)


class ObservatoryPanel(QWidget, _FORM):
    """Shows what it is given and says what the user asks for; does nothing by itself."""

    newAsked = pyqtSignal()  # noqa: N815 - Qt's way of naming signals
    openAsked = pyqtSignal()  # noqa: N815
    recentAsked = pyqtSignal(object)  # noqa: N815 - a Path
    importAsked = pyqtSignal()  # noqa: N815
    partnerAsked = pyqtSignal(str)  # noqa: N815 - a code, or nothing for all
    refreshAsked = pyqtSignal()  # noqa: N815

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        mind_typed_days(self)
        for label, size in (
            (self.welcomeLabel, 1.2),
            (self.nameLabel, 1.2),
            (self.countLabel, 1.5),
        ):
            font = label.font()
            font.setBold(True)
            font.setPointSizeF(font.pointSizeF() * size)
            label.setFont(font)
        show_plainly(*(getattr(self, name) for name in _SPOKEN))
        for name, file in _THEME.items():
            getattr(self, name).setIcon(QgsApplication.getThemeIcon(f"/{file}.svg"))
        for button, alias in (
            (self.newButton, "new_observatory"),
            (self.openButton, "open_observatory"),
            (self.importButton, "import_incidents"),
            (self.printButton, "print_map"),
        ):
            button.setIcon(icon(alias))
        self.partners = PartnersTable(self.partnersTable)
        self.setMinimumWidth(_LEAST * self.fontMetrics().horizontalAdvance("0"))
        self._add_observatory_menu()
        self._connect()
        self.show_nothing([])

    def sizeHint(self):  # noqa: N802 - Qt name
        """Wide enough for the partners' table; it may be made narrower, and then scrolls."""
        return QSize(370, 560)

    def resizeEvent(self, event):
        """In a narrow dock the buttons below are their icons, and rows part."""
        super().resizeEvent(event)
        wide = self.width() / self.fontMetrics().horizontalAdvance("0")
        self._part_rows(wide < _ROWS_FIT)
        self.partners.fit(wide)
        words = wide >= _WORDS_FIT
        style = (
            Qt.ToolButtonStyle.ToolButtonTextOnly
            if words
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        for button in (self.importButton, self.runButton, self.layersButton, self.printButton):
            button.setToolButtonStyle(style)

    def _part_rows(self, narrow: bool) -> None:
        """A title stands over its box, the second day under the first."""
        policy = QFormLayout.RowWrapPolicy
        for form in (self.periodForm, self.moreForm):
            form.setRowWrapPolicy(policy.WrapAllRows if narrow else policy.DontWrapRows)
        down = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for row in (self.daysRow, self.comparisonRow):
            row.setDirection(down)

    def _add_observatory_menu(self) -> None:
        menu = QMenu(self.observatoryButton)
        for name, text, alias, signal in (
            ("openOther", tr("&Open observatory…"), "open_observatory", self.openAsked),
            ("newOther", tr("&New observatory…"), "new_observatory", self.newAsked),
        ):
            action = menu.addAction(icon(alias), text, signal.emit)
            action.setObjectName(name)
        self.observatoryButton.setMenu(menu)

    def _connect(self) -> None:
        self.newButton.clicked.connect(self.newAsked)
        self.openButton.clicked.connect(self.openAsked)
        self.importButton.clicked.connect(self.importAsked)
        self.refreshButton.clicked.connect(self.refreshAsked)
        self.partnersButton.clicked.connect(lambda: self.partnerAsked.emit(""))
        self.partnersTable.itemActivated.connect(self._ask_partner)
        self.recentList.itemActivated.connect(
            lambda item: self.recentAsked.emit(Path(item.data(_PATH)))
        )

    def _ask_partner(self, item: QTableWidgetItem) -> None:
        self.partnerAsked.emit(self.partners.code_of(item.row()))

    def show_nothing(self, recent: list[Path]) -> None:
        """The page that says how to begin, with the ``recent`` observatories."""
        self.show_recent(recent)
        self.pages.setCurrentWidget(self.emptyPage)
        self.set_busy(False)

    def show_recent(self, recent: list[Path]) -> None:
        """Offer these on that page."""
        self.recentList.clear()
        for path in recent:
            item = QListWidgetItem(path.stem, self.recentList)
            item.setData(_PATH, str(path))
            item.setToolTip(str(path))
        self.recentLabel.setVisible(bool(recent))
        self.recentList.setVisible(bool(recent))
        row = self.recentList.sizeHintForRow(0) + 2
        self.recentList.setMaximumHeight(max(1, len(recent)) * row + 6)

    def show_observatory(self, path: Path, info, summary) -> None:
        """The figures of one observatory: ``info`` from opening, ``summary`` from SQL."""
        self.nameLabel.setText(path.stem)
        self.nameLabel.setToolTip(str(path))
        self.recordsLabel.setText(number(summary.total))
        self.locatedLabel.setText(summary_words.located(summary.located, summary.total))
        self.datesLabel.setText(summary_words.dates(summary.first, summary.last))
        crs = QgsCoordinateReferenceSystem.fromEpsgId(info.epsg)
        self.crsLabel.setText(crs.description())
        self.crsLabel.setToolTip(crs.authid())
        self.adviceLabel.setText(summary_words.advice(summary))
        self.adviceLabel.setVisible(bool(self.adviceLabel.text()))
        self.partners.show_partners(summary.partners)
        self.pages.setCurrentWidget(self.observatoryPage)
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """A thin moving line while the file is read; buttons wait."""
        self.busyBar.setVisible(busy)
        for button in (self.refreshButton, self.openButton, self.newButton):
            button.setEnabled(not busy)
