"""The partners, ticked to choose them: how much each reported, how well located, when."""

from __future__ import annotations

from html import escape

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDate, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QStyledItemDelegate, QTableWidget, QTableWidgetItem

from oltp_plugin.gui.dock.summary_words import dates, day, percent
from oltp_plugin.local_format import number
from oltp_plugin.translation import tr

_CODE = Qt.ItemDataRole.UserRole
_NAME, _RECORDS, _LOCATED, _FIRST, _LAST = range(5)
_SHOWN_FROM = {_LOCATED: 38, _FIRST: 60, _LAST: 60}  # of the dock's width, in figures


class PartnersTable(QObject):
    """Drives the form's table. None ticked means all.

    A click on a partner's records chooses that partner alone, and again takes it back.
    """

    chosen = pyqtSignal(object)  # the codes, by the user

    def __init__(self, table: QTableWidget):
        super().__init__(table)
        self._table = table
        self._wanted: set[str] = set()
        table.setItemDelegateForColumn(_RECORDS, _NumberDelegate(self))
        table.setItemDelegateForColumn(_LOCATED, _ShareDelegate(self))
        for column in (_FIRST, _LAST):
            table.setItemDelegateForColumn(column, _MonthDelegate(self))
        table.sortByColumn(_RECORDS, Qt.SortOrder.DescendingOrder)
        header = table.horizontalHeader()
        header.setMinimumSectionSize(48)
        font = header.font()
        font.setPointSizeF(font.pointSizeF() * 0.9)
        header.setFont(font)
        rows = table.verticalHeader()
        rows.setMinimumSectionSize(table.fontMetrics().height() + 8)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.sectionResized.connect(lambda *_column: table.resizeRowsToContents())
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        table.itemChanged.connect(self._ticked)
        table.itemClicked.connect(self._clicked)

    def fit(self, wide: float) -> None:
        """Leave out the columns for which a dock of ``wide`` figures has no room.

        The tip of a partner's name says what they would.
        """
        for column, least in _SHOWN_FROM.items():
            self._table.setColumnHidden(column, wide < least)

    def show_partners(self, partners) -> None:
        """The whole observatory's: ``partners`` as ``summary`` counts them."""
        table = self._table
        table.blockSignals(True)
        table.setSortingEnabled(False)  # else rows move while they are filled
        table.setRowCount(len(partners))
        for row, partner in enumerate(partners):
            share = partner.located / partner.n if partner.n else None
            located = tr("{located} of {n} have a point on the map").format(
                located=number(partner.located), n=number(partner.n)
            )
            own = partner.name or partner.code
            told = (f"{own} ({partner.code})", located, dates(partner.first, partner.last))
            warning = _warning(partner.agreement)
            tip = "<br>".join(escape(each) for each in (*told, warning) if each)
            name = _cell(own, f"<span>{tip}</span>")  # a name is no markup
            if warning:
                name.setIcon(QgsApplication.getThemeIcon("/mIconWarning.svg"))
            name.setData(_CODE, partner.code)
            name.setFlags(name.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            table.setItem(row, _NAME, name)
            table.setItem(row, _RECORDS, _cell(partner.n))
            table.setItem(row, _LOCATED, _cell(share, located))
            table.setItem(row, _FIRST, _cell(_date(partner.first), day(partner.first)))
            table.setItem(row, _LAST, _cell(_date(partner.last), day(partner.last)))
        table.setSortingEnabled(True)
        table.blockSignals(False)
        self.show_chosen(self._wanted)

    def show_chosen(self, codes) -> None:
        """Tick what the filter names."""
        self._wanted = set(codes)
        self._table.blockSignals(True)
        for name in self._names():
            ticked = name.data(_CODE) in self._wanted
            name.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._table.blockSignals(False)
        self._table.viewport().update()

    def show_counts(self, counts: dict[str, float]) -> None:
        """The records of each under the filter's other conditions."""
        self._table.blockSignals(True)
        self._table.setSortingEnabled(False)
        for row, name in enumerate(self._names()):
            self._table.item(row, _RECORDS).setData(
                Qt.ItemDataRole.DisplayRole, round(counts.get(name.data(_CODE), 0))
            )
        self._table.setSortingEnabled(True)
        self._table.blockSignals(False)

    def rows(self) -> list[tuple[str, str]]:
        """Name and records of each, for a table."""
        return [
            (name.text(), str(self._table.item(row, _RECORDS).data(Qt.ItemDataRole.DisplayRole)))
            for row, name in enumerate(self._names())
        ]

    def code_of(self, row: int) -> str:
        return self._table.item(row, _NAME).data(_CODE)

    def _names(self) -> list[QTableWidgetItem]:
        return [self._table.item(row, _NAME) for row in range(self._table.rowCount())]

    def _ticked(self, item: QTableWidgetItem) -> None:
        if item.column() == _NAME:
            ticked = [
                name.data(_CODE)
                for name in self._names()
                if name.checkState() == Qt.CheckState.Checked
            ]
            self.chosen.emit(tuple(sorted(ticked)))

    def _clicked(self, item: QTableWidgetItem) -> None:
        if item.column() == _RECORDS:
            code = self.code_of(item.row())
            self.chosen.emit(() if self._wanted == {code} else (code,))


class _NumberDelegate(QStyledItemDelegate):
    """A count with its language's separator of thousands."""

    def displayText(self, value, locale):  # noqa: N802 - Qt name
        return number(value)


class _ShareDelegate(QStyledItemDelegate):
    """A share from 0 to 1 as a percentage; sorting still sees the number."""

    def displayText(self, value, locale):  # noqa: N802 - Qt name
        return "" if value is None else percent(value)


class _MonthDelegate(QStyledItemDelegate):
    """A day as its month, for want of room; the cell's tip has the day."""

    def displayText(self, value, locale):  # noqa: N802 - Qt name
        return "" if value is None else value.toString("MM/yyyy")


def _cell(value, tip: str = "") -> QTableWidgetItem:
    """A cell that sorts by ``value`` itself: text, number, date, or None."""
    cell = QTableWidgetItem()
    cell.setData(Qt.ItemDataRole.DisplayRole, value)
    cell.setToolTip(tip)
    if not isinstance(value, str):
        cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return cell


def _warning(standing: str) -> str:
    """What the standing of a partner's agreement asks attention for; nothing for the others."""
    return {
        "none": tr("No agreement: for internal use only."),
        "ending": tr("The agreement ends soon."),
        "ended": tr("The agreement has ended: nothing new enters, for internal use only."),
        "not_begun": tr("The agreement has not begun: nothing enters yet."),
    }.get(standing, "")


def _date(text: str | None) -> QDate | None:
    """The day of an ISO text."""
    return QDate.fromString(text[:10], Qt.DateFormat.ISODate) if text else None
