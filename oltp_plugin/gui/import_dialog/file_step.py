"""Step *File*: which file, how it is laid out, and its first rows as they will be read."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHeaderView, QWidget

from oltp_plugin.gui.label_keys import lead_inside
from oltp_plugin.gui.typed_path import no_file, path_in, when_typed
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import tr

_FORM, _ = uic.loadUiType(str(FORMS / "import_file.ui"))
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1", "cp850")
_WIDEST = 220  # pixels of a column in the preview
_SUFFIXES = "csv txt tsv xlsx xlsm xls ods geojson json shp gpkg kml kmz tab mif fgb zip"
_TEXT = "csv"
_SHEETS = ("xlsx", "xls", "ods")


class FileStep(QWidget, _FORM):
    """Says which file and layout the user wants; what they give is shown by ``show_file``."""

    fileChosen = pyqtSignal(object)  # noqa: N815 - Qt's way of naming signals; a Path
    fileLost = pyqtSignal()  # noqa: N815 - what stands there names no file, perhaps not yet
    nameRefused = pyqtSignal(str)  # noqa: N815 - it was typed to its end: why there is none
    layoutChosen = pyqtSignal()  # noqa: N815

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        lead_inside(self)
        self.fileWidget.setStorageMode(QgsFileWidget.StorageMode.GetFile)
        self.fileWidget.setDialogTitle(tr("Partner's file"))
        self.fileWidget.setFilter(file_filter())
        self.fileWidget.fileChanged.connect(lambda _text: self._take_name())
        when_typed(self.fileWidget, self._refuse_name)
        self._rows = _Rows(self)
        self.previewTable.setModel(self._rows)
        header = self.previewTable.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        rows = self.previewTable.verticalHeader()
        rows.setDefaultSectionSize(self.previewTable.fontMetrics().height() + 6)
        self.typeCombo.setEnabled(False)  # the file's own nature, only shown
        _fill(self.encodingCombo, [(each.upper(), each) for each in _ENCODINGS])
        _fill(self.delimiterCombo, _delimiters())
        _fill(self.decimalCombo, [(tr("comma"), ","), (tr("point"), ".")])
        for name, combo in (
            ("encoding", self.encodingCombo),
            ("delimiter", self.delimiterCombo),
            ("decimal", self.decimalCombo),
            ("sheet", self.sheetCombo),
        ):
            combo.activated.connect(
                lambda _index, name=name, combo=combo: self._corrects(name, combo.currentData())
            )
        self.headerSpin.setKeyboardTracking(False)
        self.headerSpin.valueChanged.connect(lambda row: self._corrects("header_row", row))
        self._corrected: dict = {}
        self.setFocusProxy(self.fileWidget.lineEdit())
        self.show_nothing()

    def path(self) -> Path | None:
        return path_in(self.fileWidget)

    def choose(self, path: Path) -> None:
        """As if the user had typed its name."""
        self.fileWidget.setFilePath(str(path))

    def corrections(self) -> dict:
        """What the user corrected, as under ``format`` in the profile."""
        return dict(self._corrected)

    def forget_corrections(self) -> None:
        """Another file is laid out otherwise."""
        self._corrected = {}

    def show_nothing(self) -> None:
        """No file, or one that cannot be read as it is."""
        self._rows.fill([], [], [])
        self.hintLabel.setVisible(True)
        self._show_parts(())

    def show_file(self, sample) -> None:
        """The layout and the first rows of ``sample`` (intake.sampling.FileSample)."""
        layout = sample.layout
        _fill(self.typeCombo, [(_type_words(layout.type), layout.type)])
        _choose(self.encodingCombo, layout.encoding)
        _choose(self.delimiterCombo, layout.delimiter)
        _choose(self.decimalCombo, layout.decimal)
        _fill(self.sheetCombo, [(each, each) for each in layout.sheets])
        _choose(self.sheetCombo, layout.sheet)
        blocked = self.headerSpin.blockSignals(True)
        self.headerSpin.setValue(layout.header_row or 1)
        self.headerSpin.blockSignals(blocked)
        parts = ["type", "decimal"]
        if layout.type == _TEXT:
            parts += ["encoding", "delimiter", "header"]
        elif layout.type in _SHEETS:
            parts += ["sheet", "header"]
        self._show_parts(parts)
        self.hintLabel.setVisible(False)
        self._rows.fill(sample.columns, sample.rows, sample.lines)
        table = self.previewTable
        table.resizeColumnsToContents()
        for column in range(len(sample.columns)):
            table.setColumnWidth(column, min(_WIDEST, table.columnWidth(column)))

    def _corrects(self, name: str, value) -> None:
        self._corrected[name] = value
        self.layoutChosen.emit()

    def _take_name(self) -> None:
        path = self.path()
        if path is None or no_file(path):
            self.show_nothing()
            self.fileLost.emit()
        else:
            self.fileChosen.emit(path)

    def _refuse_name(self) -> None:
        path = self.path()
        why = no_file(path) if path else ""
        if why:
            self.nameRefused.emit(why)

    def _show_parts(self, parts) -> None:
        for part, widget in (
            ("type", self.typeCombo),
            ("encoding", self.encodingCombo),
            ("delimiter", self.delimiterCombo),
            ("decimal", self.decimalCombo),
            ("sheet", self.sheetCombo),
            ("header", self.headerSpin),
        ):
            widget.setVisible(part in parts)
            getattr(self, f"{part}Label").setVisible(part in parts)


def file_filter() -> str:
    """What a dialog that looks for partners' files shows."""
    patterns = " ".join(f"*.{suffix}" for suffix in _SUFFIXES.split())
    tables, other = tr("Tables and layers"), tr("All files")
    return f"{tables} ({patterns});;{other} (*)"


def _type_words(kind: str) -> str:
    """A file's type as people name it."""
    words = {
        "csv": tr("text (CSV)"),
        "xlsx": "Excel (XLSX)",
        "xls": "Excel (XLS)",
        "ods": "OpenDocument (ODS)",
    }
    return words.get(kind, kind)


def _delimiters() -> list[tuple[str, str]]:
    return [
        (tr("semicolon ;"), ";"),
        (tr("comma ,"), ","),
        (tr("tab"), "\t"),
        (tr("bar |"), "|"),
    ]


def _fill(combo: QComboBox, entries: list[tuple[str, str]]) -> None:
    combo.clear()
    for label, value in entries:
        combo.addItem(label, value)


def _choose(combo: QComboBox, value: str | None) -> None:
    """Show ``value``, added where the list has none such."""
    if value is None:
        return
    if combo.findData(value) < 0:
        combo.addItem(value, value)
    combo.setCurrentIndex(combo.findData(value))


class _Rows(QAbstractTableModel):
    """The first rows of the file, numbered as a spreadsheet does."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._columns: list[str] = []
        self._rows: list[list[str]] = []
        self._lines: list[int] = []

    def fill(self, columns: list[str], rows: list[list[str]], lines: list[int]) -> None:
        self.beginResetModel()
        self._columns, self._rows, self._lines = columns, rows, lines
        self.endResetModel()

    def rowCount(self, parent=QModelIndex()):  # noqa: B008, N802 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self._rows[index.row()][index.column()]

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):  # noqa: N802
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._columns[section]
        return str(self._lines[section])
