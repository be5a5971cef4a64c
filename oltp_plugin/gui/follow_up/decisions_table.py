"""What was decided about one problem place: by whom, until when, done or overdue."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from oltp_plugin.gui.day_edits import today
from oltp_plugin.gui.follow_up.sites_tree import LATE, bold
from oltp_plugin.gui.plain import tip
from oltp_plugin.layers import follow_up_words as words
from oltp_plugin.layers.filter_words import day_words
from oltp_plugin.observatory.sites import Decision
from oltp_plugin.translation import tr

_DECISION = Qt.ItemDataRole.UserRole
_WHAT = 0
_WIDTH = 190  # pixels


class DecisionsTable(QObject):
    """Drives the panel's table."""

    def __init__(self, table: QTableWidget):
        super().__init__(table)
        self._table = table
        titles = [tr("Decision"), tr("Until"), tr("Who leads"), tr("Decided on"), tr("Done on")]
        table.setColumnCount(len(titles))
        table.setHorizontalHeaderLabels(titles)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(_WHAT, _WIDTH)
        table.verticalHeader().hide()

    @property
    def decision(self) -> Decision | None:
        """The one that is chosen."""
        item = self._table.item(self._table.currentRow(), _WHAT)
        return item.data(_DECISION) if item is not None else None

    def show(self, decisions: Iterable[Decision]) -> None:
        self._table.setRowCount(0)
        for decision in decisions:
            self._add(decision)

    def _add(self, decision: Decision) -> None:
        late = decision.is_overdue(today())
        row = self._table.rowCount()
        self._table.insertRow(row)
        until = day_words(decision.due_on) if decision.due_on else ""
        cells = (
            decision.what.replace("\n", " "),
            tr("{day}, overdue").format(day=until) if late else until,
            words.said(words.institutions(), decision.lead_institution),
            day_words(decision.decided_on) if decision.decided_on else "",
            day_words(decision.done_on) if decision.done_on else "",
        )
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(tip(decision.what if column == _WHAT else text))
            item.setData(_DECISION, decision)
            if late:
                item.setForeground(LATE)
                item.setFont(bold(item.font()))
            self._table.setItem(row, column, item)
