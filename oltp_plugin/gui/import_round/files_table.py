"""The round's table: a line a file, its figures, and the first thing to look at."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from oltp_plugin.gui.import_round.delivered_file import CHECKED, DeliveredFile
from oltp_plugin.translation import tr

_COUNTS = ("READ", "INSERTED", "UPDATED", "UNCHANGED", "REJECTED", "UNLOCATED", "WITHDRAWN")
_FILE, _PARTNER, _PROFILE, _PERIOD, _STATUS, _FIRST_COUNT = range(6)
_NOTE = _FIRST_COUNT + len(_COUNTS)
_WIDTHS = {_FILE: 175, _PROFILE: 120}  # pixels; the others take what they need


class FilesTable(QObject):
    """Fills ``table``; a tick in the first column says that a checked file is to be imported."""

    ticked = pyqtSignal()

    def __init__(self, table: QTableWidget):
        super().__init__(table)
        self._table, self._files = table, []
        titles = _titles()
        table.setColumnCount(len(titles))
        table.setHorizontalHeaderLabels([title for title, _tip in titles])
        for column, (_title, tip) in enumerate(titles):
            table.horizontalHeaderItem(column).setToolTip(tip)
        header = table.horizontalHeader()
        header.setMinimumSectionSize(36)
        header.setHighlightSections(False)  # bold titles would need more room
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)
        header.setSectionResizeMode(_NOTE, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 10)
        table.itemChanged.connect(self._take_tick)

    def show_files(self, files: list[DeliveredFile], current: DeliveredFile | None) -> None:
        """Show ``files``; ``current`` is being worked on."""
        self._files = files
        blocked = self._table.blockSignals(True)
        self._table.setRowCount(len(files))
        for row, file in enumerate(files):
            self._show(row, file, file is current)
        self._table.blockSignals(blocked)

    def _show(self, row: int, file: DeliveredFile, at_work: bool) -> None:
        document, notes = file.document, file.notes()
        texts = {
            _FILE: file.path.name,
            _PARTNER: document.get("partner", ""),
            _PROFILE: document.get("name", ""),
            _PERIOD: file.period(),
            _STATUS: tr("at work…") if at_work else file.status(),
            _NOTE: notes[0] if notes else "",
        }
        for column, text in texts.items():
            cell = QTableWidgetItem(text)
            cell.setToolTip("\n".join(notes) if column == _NOTE else text)
            self._table.setItem(row, column, cell)
        for place, name in enumerate(_COUNTS):
            cell = QTableWidgetItem()
            if file.counts:
                cell.setData(Qt.ItemDataRole.DisplayRole, file.counts[name])
            cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._table.setItem(row, _FIRST_COUNT + place, cell)
        first = self._table.item(row, _FILE)
        if file.state == CHECKED:
            first.setFlags(first.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            first.setCheckState(Qt.CheckState.Checked if file.ticked else Qt.CheckState.Unchecked)

    def _take_tick(self, item: QTableWidgetItem) -> None:
        if item.column() == _FILE and item.row() < len(self._files):
            self._files[item.row()].ticked = item.checkState() == Qt.CheckState.Checked
            self.ticked.emit()


def _titles() -> list[tuple[str, str]]:
    """Each column's title, short, and what it means."""
    return [
        (tr("File"), tr("A tick: it is imported with the others")),
        (tr("Partner"), tr("Partner (code)")),
        (tr("Profile"), tr("The saved profile that recognised the file")),
        (tr("Period"), tr("First and last day covered")),
        (tr("State"), tr("Where the file stands")),
        (tr("Read"), tr("rows read")),
        (tr("New"), tr("new")),
        (tr("Updated"), tr("updated")),
        (tr("Same"), tr("unchanged")),
        (tr("Refused"), tr("refused")),
        (tr("No point"), tr("without a point")),
        (tr("Gone"), tr("No longer delivered (proposed as withdrawn)")),
        (tr("To look at"), tr("What needs attention")),
    ]
