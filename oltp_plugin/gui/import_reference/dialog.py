"""The simpler form for what is no incident: places, territories, addresses, indicators."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsFileWidget, QgsMessageBar
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QLineEdit, QSizePolicy, QTableWidgetItem

from oltp_plugin.gui import messages
from oltp_plugin.gui.algorithm_run import AlgorithmRun
from oltp_plugin.gui.background import Background
from oltp_plugin.gui.dropped_files import DroppedFiles
from oltp_plugin.gui.import_reference import kinds as known
from oltp_plugin.gui.import_reference.kinds import CHOICE, COLUMN, Asked, Kind
from oltp_plugin.gui.label_keys import lead_inside
from oltp_plugin.gui.typed_path import no_file, path_in, when_typed
from oltp_plugin.local_format import number
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import tr

_FORM, _ = uic.loadUiType(str(FORMS / "import_reference.ui"))
_ROWS = 6  # lines in the left half of the form
_WIDEST = 200
_AXES = (("X", "Y"), ("X_FIELD", "Y_FIELD"))


class ImportReference(QDialog, _FORM):
    """Looks into a file, proposes its fields, and runs the toolbox's algorithm for its kind."""

    imported = pyqtSignal(int)  # how many

    def __init__(self, observatory: Path, place_kinds: list, epsg: int, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        lead_inside(self)
        self._path, self._epsg = observatory, epsg
        self._folder = Path(tempfile.mkdtemp(prefix="oltp-reference-"))
        self._source, self._run = None, None
        self._editors: dict[str, QComboBox | QLineEdit] = {}
        self._background = Background(self._refuse, self)
        self._bar = QgsMessageBar()
        self._bar.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.referenceLayout.insertWidget(0, self._bar)
        self._kinds = known.kinds(place_kinds)
        for kind in self._kinds:
            self.kindCombo.addItem(kind.title)
        self.fileWidget.setStorageMode(QgsFileWidget.StorageMode.GetFile)
        self.fileWidget.fileChanged.connect(lambda _text: self._take_name())
        when_typed(self.fileWidget, self._refuse_name)
        DroppedFiles(self).dropped.connect(lambda paths: self.open_file(paths[0]))
        self.layerCombo.activated.connect(
            lambda _index: self._look(self._source.path, self.layerCombo.currentText())
        )
        self.kindCombo.activated.connect(lambda _index: self._ask())
        self.crsWidget.crsChanged.connect(lambda _crs: self._follow())
        self.importButton.clicked.connect(self._import)
        self.stopButton.clicked.connect(lambda: self._run.cancel())
        self.closeButton.clicked.connect(self.reject)
        self._show_layers(False)
        self._ask()

    def open_file(self, path: Path) -> None:
        """As if the user had chosen it."""
        self.fileWidget.setFilePath(str(path))

    def kind(self) -> Kind:
        return self._kinds[self.kindCombo.currentIndex()]

    def done(self, result):
        """Closed: what runs is stopped, and the form's own files go."""
        self._background.forget()
        if self._run is not None:
            self._run.cancel()
            self._run = None
        shutil.rmtree(self._folder, ignore_errors=True)
        super().done(result)

    # the file

    def _take_name(self) -> None:
        """What is typed may name no file, or not yet: then there is none."""
        path = path_in(self.fileWidget)
        self._bar.clearWidgets()
        if path is not None and not no_file(path):
            self._look(path)
        else:
            self._background.forget()
            self._show_none()

    def _refuse_name(self) -> None:
        path = path_in(self.fileWidget)
        why = no_file(path) if path else ""
        if why:
            self._bar.clearWidgets()
            messages.show_error(self._bar, why)

    def _look(self, path: Path, layer: str = "") -> None:
        self._bar.clearWidgets()
        observatory, folder = self._path, self._folder

        def look():
            from oltp_plugin.gui.import_reference import source  # libraries that take a moment
            from oltp_plugin.intake import town
            from oltp_plugin.observatory.connection import reading

            with reading(observatory) as connection:
                bounds = town.load(connection).bounds
            return source.look(path, layer, bounds, folder)

        fresh = self._source is None or self._source.path != path
        self._background.run(
            tr("Reading {name}").format(name=path.name),
            look,
            lambda found: self._show_source(found, fresh),
        )
        self._follow()

    def _show_source(self, source, fresh: bool) -> None:
        self._source = source
        if fresh:
            self.layerCombo.clear()
            self.layerCombo.addItems(source.layers)
        self.layerCombo.setCurrentIndex(self.layerCombo.findText(source.layer))
        self._show_layers(bool(source.layers))
        self.kindCombo.setCurrentIndex(known.guess_kind(source.columns, source.geometry))
        epsg = source.likely_epsg or source.epsg or self._epsg
        self.crsWidget.setCrs(QgsCoordinateReferenceSystem.fromEpsgId(epsg))
        self._fill_preview()
        self._ask()

    def _refuse(self, error: Exception) -> None:
        messages.show_error(self._bar, error)
        self._show_none()

    def _show_none(self) -> None:
        self._source = None
        self._show_layers(False)
        self._fill_preview()
        self._ask()

    def _fill_preview(self) -> None:
        source, table = self._source, self.previewTable
        columns, rows = (source.columns, source.rows) if source else ([], [])
        table.clear()
        table.setColumnCount(len(columns))
        table.setRowCount(len(rows))
        table.setHorizontalHeaderLabels(columns)
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                table.setItem(row, column, QTableWidgetItem(text))
        table.resizeColumnsToContents()
        for column in range(len(columns)):
            table.setColumnWidth(column, min(_WIDEST, table.columnWidth(column)))

    # the fields

    def _ask(self) -> None:
        """Ask for what the chosen kind needs, with what is proposed."""
        for form in (self.firstFields, self.secondFields):
            while form.rowCount():
                form.removeRow(0)
        source, kind = self._source, self.kind()
        columns = source.columns if source else []
        name = f"{source.layer} {source.path.stem}" if source else ""
        proposed = known.propose(kind, columns, name)
        asked = [each for each in kind.asks_for if self._concerns(each)]
        self._editors = {}
        for place, each in enumerate(asked):
            editor = self._editor(each, columns, proposed.get(each.name, ""))
            form = self.firstFields if place < _ROWS else self.secondFields
            form.addRow(each.title, editor)
            form.labelForField(editor).setBuddy(editor)
            self._editors[each.name] = editor
        self._guess_system()
        self._follow()

    def _guess_system(self) -> None:
        """Of columns x and y, the system that their numbers seem to be in."""
        for x, y in _AXES:
            source = self._source if x in self._editors else None
            epsg = source.system_of(self._value(x), self._value(y)) if source else None
            if epsg is not None:
                self.crsWidget.setCrs(QgsCoordinateReferenceSystem.fromEpsgId(epsg))

    def _concerns(self, each: Asked) -> bool:
        """x and y are asked of what has no geometry."""
        located = self._source is not None and bool(self._source.geometry)
        return not located or all(each.name not in axes for axes in _AXES)

    def _editor(self, each: Asked, columns: list[str], value: str) -> QComboBox | QLineEdit:
        if each.role not in (COLUMN, CHOICE):
            edit = QLineEdit(value)
            edit.textChanged.connect(lambda _text: self._follow())
            edit.setObjectName(f"{each.name}_text")
            return edit
        combo = QComboBox()
        combo.setObjectName(f"{each.name}_combo")
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(22)
        if each.role == COLUMN:
            combo.addItem(tr("— not read —"), "")
        elif not value:
            combo.addItem("" if each.free else tr("— choose —"), "")
        for code, label in each.choices or [(column, column) for column in columns]:
            combo.addItem(label, code)
        combo.setEditable(each.free)
        combo.setCurrentIndex(max(0, combo.findData(value)))
        combo.currentIndexChanged.connect(lambda _index: self._follow())
        if any(each.name in axes for axes in _AXES):
            combo.activated.connect(lambda _index: self._guess_system())
        if each.free:
            combo.editTextChanged.connect(lambda _text: self._follow())
        return combo

    def _value(self, name: str) -> str:
        editor = self._editors.get(name)
        if editor is None:
            return ""
        if isinstance(editor, QLineEdit):
            return editor.text().strip()
        text = editor.currentText().strip()
        if not editor.isEditable():
            return editor.currentData() or ""
        place = editor.findText(text)
        return (editor.itemData(place) or "") if place >= 0 else text

    def obstacle(self) -> str:
        """What keeps the file from being imported; empty when nothing does."""
        source, kind = self._source, self.kind()
        if source is None:
            return tr("Choose a file first.")
        points = kind.by_xy and bool(self._value("X") and self._value("Y")) and source.delimited
        if kind.geometry and source.geometry != kind.geometry and not points:
            return {
                "point": tr("This file gives no points: choose another, or its x and y columns."),
                "polygon": tr("This file gives no areas: choose a layer of polygons."),
            }[kind.geometry]
        for each in kind.asks_for:
            if each.needed and each.name in self._editors and not self._value(each.name):
                return tr("Choose: {field}.").format(field=each.title)
        return ""

    # the import

    def parameters(self) -> dict:
        """As the kind's algorithm takes them."""
        source, kind = self._source, self.kind()
        values = {name: self._value(name) for name in self._editors}
        x, y = values.pop("X", ""), values.pop("Y", "")
        crs = self.crsWidget.crs()
        given = {name: value for name, value in values.items() if value}
        given["OBSERVATORY"] = str(self._path)
        if kind.algorithm == "oltp:importindicators":
            return {**given, "INPUT": source.name}
        epsg = int(crs.authid()[5:]) if crs.authid().startswith("EPSG:") else None
        given["INPUT"] = source.uri(x, y, epsg)
        wrong = bool(source.geometry) and crs.isValid() and epsg != source.epsg
        if wrong or (not source.geometry and given.get("X_FIELD")):
            given["CRS"] = crs
        return given

    def _import(self) -> None:
        self._bar.clearWidgets()
        run = self._run = AlgorithmRun(self.kind().algorithm, self.parameters())
        run.progressed.connect(lambda percent: self.progressBar.setValue(int(percent)))
        run.succeeded.connect(lambda outputs: self._end(run, lambda: self._tell(outputs, run)))
        run.failed.connect(
            lambda text: self._end(run, lambda: messages.show_error(self._bar, text))
        )
        run.cancelled.connect(lambda: self._end(run, lambda: None))
        self._follow()
        run.start()

    def _end(self, run: AlgorithmRun, tell) -> None:
        if run is not self._run:
            return  # the window has gone
        self._run = None
        self._follow()
        tell()

    def _tell(self, outputs: dict, run: AlgorithmRun) -> None:
        n = outputs["COUNT"]
        text = tr("{kind}: {n} imported.").format(kind=self.kind().title, n=number(n))
        messages.show_done(self._bar, text)
        for warning in run.warnings:
            messages.show_remark(self._bar, warning)
        self.imported.emit(n)

    def _show_layers(self, several: bool) -> None:
        self.layerLabel.setVisible(several)
        self.layerCombo.setVisible(several)

    def _follow(self) -> None:
        """Say what is missing; offer what can be done now."""
        source, busy = self._source, self._background.busy or self._run is not None
        obstacle = self.obstacle()
        self.hintLabel.setVisible(source is None)
        self.previewTable.setVisible(source is not None)
        places = source is not None and self.kind().algorithm != "oltp:importindicators"
        for widget in (self.crsLabel, self.crsWidget):
            widget.setVisible(places)
        wrong = places and source.likely_epsg is not None
        advice = tr("The file's coordinates are not in the system that it names: please check.")
        self.adviceLabel.setText(obstacle or (advice if wrong else ""))
        self.adviceLabel.setVisible(source is not None and bool(self.adviceLabel.text()))
        self.progressBar.setVisible(busy)
        self.progressBar.setRange(0, 100 if self._run else 0)
        self.stopButton.setVisible(self._run is not None)
        self.importButton.setEnabled(not busy and not obstacle)
        for widget in (self.fileWidget, self.layerCombo, self.kindCombo):
            widget.setEnabled(not busy)
