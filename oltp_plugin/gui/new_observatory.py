"""The dialog that asks where a new observatory goes and in which coordinate system."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsFileWidget, QgsProjectionSelectionWidget
from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel

from oltp_plugin.gui.label_keys import lead_inside
from oltp_plugin.gui.plain import show_plainly
from oltp_plugin.gui.typed_path import is_being_typed, no_folder, path_in, when_typed
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import tr

_FORM, _ = uic.loadUiType(str(FORMS / "new_observatory.ui"))


class NewObservatory(QDialog, _FORM):
    """Says while the user chooses what stands in the way; the algorithm checks again."""

    fileWidget: QgsFileWidget  # noqa: N815 - the form's names
    crsWidget: QgsProjectionSelectionWidget  # noqa: N815
    adviceLabel: QLabel  # noqa: N815
    buttonBox: QDialogButtonBox  # noqa: N815

    def __init__(self, folder: Path, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        lead_inside(self)
        show_plainly(self.adviceLabel)
        self.fileWidget.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.fileWidget.setFilter(tr("Observatory (GeoPackage) (*.gpkg)"))
        self.fileWidget.setDialogTitle(self.windowTitle())
        self.fileWidget.setConfirmOverwrite(False)  # an observatory is never overwritten
        self.fileWidget.setFilePath(str(folder / tr("observatory.gpkg")))
        self.fileWidget.fileChanged.connect(self._advise)
        when_typed(self.fileWidget, self._advise)
        self.crsWidget.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
        self.crsWidget.crsChanged.connect(self._advise)
        self._create_button = self.buttonBox.button(QDialogButtonBox.StandardButton.Ok)
        self._create_button.setText(tr("Create"))
        self.buttonBox.accepted.connect(self.accept)
        self.buttonBox.rejected.connect(self.reject)
        self._advise()

    def path(self) -> Path:
        """The chosen file, with the extension that a GeoPackage has."""
        chosen = path_in(self.fileWidget) or Path()
        return chosen if chosen.suffix.lower() == ".gpkg" else Path(f"{chosen}.gpkg")

    def crs(self) -> QgsCoordinateReferenceSystem:
        return self.crsWidget.crs()

    def _advise(self) -> None:
        obstacle = self._obstacle()
        self.adviceLabel.setText("" if is_being_typed(self.fileWidget) else obstacle)
        self._create_button.setEnabled(not obstacle)

    def _obstacle(self) -> str:
        """What keeps the observatory from being made; empty when nothing does."""
        if path_in(self.fileWidget) is None:
            return tr("Choose a file to begin.")
        path = self.path()
        if path.exists():
            return tr("{name} is there already. Choose another name, or open it.").format(
                name=path.name
            )
        obstacle = no_folder(path.parent)
        if obstacle:
            return obstacle
        if not self.crs().authid().startswith("EPSG:"):
            return tr("Choose a coordinate system that has an EPSG code.")
        if self.crs().isGeographic():
            return tr(
                "{crs} counts in degrees, and distances need metres. "
                "In metropolitan France take EPSG:2154 (Lambert-93)."
            ).format(crs=self.crs().authid())
        return ""
