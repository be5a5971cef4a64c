"""The matrix of partners and months: a state in words and colour, never in colour alone."""

from __future__ import annotations

from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from oltp_plugin.layers.coverage_states import STATE_COLOURS, state_labels
from oltp_plugin.local_format import number
from oltp_plugin.translation import tr

_LOCATED, _DELAY, _REQUALIFIED, _WITHDRAWN, _PROPOSED, _FIRST_MONTH = range(6)
_LATE = "#f6b26b"


class Matrix:
    """Fills ``table``; months run from the oldest to the newest, which is shown first."""

    def __init__(self, table: QTableWidget):
        self._table, self._names = table, {}
        self._months: dict[tuple[int, int], object] = {}
        header = table.horizontalHeader()
        header.setMinimumSectionSize(40)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        font = header.font()
        font.setPointSizeF(font.pointSizeF() * 0.9)
        header.setFont(font)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 8)

    def show(self, rows: list, changes: dict, names: dict[str, str]) -> None:
        """``rows``: coverage.PartnerMonth; ``changes``: changes.PartnerChanges by partner."""
        here = self._table.currentRow(), self._table.currentColumn()
        self._names, self._months = names, {}
        partners = list(dict.fromkeys(each.partner for each in rows))
        months = sorted({each.month for each in rows})
        table = self._table
        blocked = table.blockSignals(True)
        table.clear()
        table.setRowCount(len(partners))
        table.setColumnCount(_FIRST_MONTH + len(months))
        table.setHorizontalHeaderLabels([*_titles(), *map(_month_title, months)])
        for column in (_LOCATED, _DELAY):
            table.horizontalHeaderItem(column).setToolTip(tr("in the last month with records"))
        table.horizontalHeaderItem(_REQUALIFIED).setToolTip(tr("since the first of last month"))
        table.horizontalHeaderItem(_WITHDRAWN).setToolTip(tr("since the first of last month"))
        table.horizontalHeaderItem(_PROPOSED).setToolTip(
            tr("No longer delivered (proposed as withdrawn)")
        )
        for row, partner in enumerate(partners):
            heading = QTableWidgetItem(names.get(partner, partner))
            heading.setToolTip(partner)
            table.setVerticalHeaderItem(row, heading)
            last = [each for each in rows if each.partner == partner and each.n][-1:]
            for each in last:
                located = tr("{share} %").format(share=int(100 * each.located_share))
                self._set(row, _LOCATED, located, _month_title(each.month), True)
                self._set(
                    row, _DELAY, _days(each.median_delay_days), _month_title(each.month), True
                )
            own = changes.get(partner)
            for column, n in (
                (_REQUALIFIED, own.requalified if own else 0),
                (_WITHDRAWN, own.withdrawn if own else 0),
                (_PROPOSED, own.proposed if own else 0),
            ):
                self._set(row, column, number(n) if n else "", "", True)
        for each in rows:
            place = partners.index(each.partner), _FIRST_MONTH + months.index(each.month)
            self._months[place] = each
            words = cell_words(each, names.get(each.partner, each.partner))
            item = self._set(*place, _cell_text(each), words, True)
            if each.state:
                colour = _LATE if each.late else STATE_COLOURS[each.state]
                item.setBackground(QBrush(QColor(colour)))
                item.setForeground(QBrush(QColor("black")))
        table.blockSignals(blocked)
        if here in self._months:
            table.setCurrentCell(*here)
        elif months:
            table.scrollToItem(table.item(0, table.columnCount() - 1))

    def current(self):
        """The PartnerMonth of the current cell, None where it is none."""
        return self._months.get((self._table.currentRow(), self._table.currentColumn()))

    def name(self, month) -> str:
        return self._names.get(month.partner, month.partner) if month else ""

    def _set(self, row: int, column: int, text: str, tip: str, centred: bool = False):
        item = QTableWidgetItem(text)
        item.setToolTip(tip)
        if centred:
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        self._table.setItem(row, column, item)
        return item


def cell_words(each, name: str) -> str:
    """All that is known of a partner's month, in one line."""
    state = tr("late") if each.late else state_labels().get(each.state, tr("nothing expected"))
    words = [f"{name}, {_month_title(each.month)}: {state}"]
    if each.n:
        words.append(tr("{n} records").format(n=number(each.n)))
    if each.located_share is not None:
        words.append(tr("{share} % located").format(share=int(100 * each.located_share)))
    if each.median_delay_days is not None:
        days = _days(each.median_delay_days)
        words.append(tr("median delay {days} days").format(days=days))
    return " · ".join(words)


def _days(delay: float | None) -> str:
    return "" if delay is None else number(delay, 1)


def _cell_text(each) -> str:
    """Short, and clear without its colour."""
    count = number(each.n) if each.n else ""
    if each.state == "missing":
        return " ".join(filter(None, (tr("late") if each.late else tr("missing"), count)))
    if each.state == "nil":
        return tr("nil")
    return f"{count} +" if each.state == "additions" else count


def _month_title(month: str) -> str:
    return QDate.fromString(f"{month}-01", Qt.DateFormat.ISODate).toString("MM/yyyy")


def _titles() -> list[str]:
    return [tr("Located"), tr("Delay"), tr("Requalified"), tr("Withdrawn"), tr("Gone")]
