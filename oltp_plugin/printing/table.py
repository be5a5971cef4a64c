"""A table on a page: QGIS's own, so that an analyst can edit it in the layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsLayoutFrame, QgsLayoutItemManualTable, QgsTableCell
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont

from oltp_plugin.local_format import number
from oltp_plugin.printing.document import FONT
from oltp_plugin.printing.fit import text_width
from oltp_plugin.printing.page import Page
from oltp_plugin.translation import tr

_SMALLEST = 6.0  # points
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Table:
    """Text, row by row. ``numbers``: the columns set to the right; ``bold``: rows set in bold."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: frozenset[int] = frozenset()
    bold: frozenset[int] = frozenset()


def fill_table(page: Page, table: Table | None, name: str = "table") -> int:
    """Put ``table`` into the page's frame of that name; how many of its rows did not fit.

    Letters shrink first; then the last row says how many are not shown. Without a table the
    frame leaves the page.
    """
    frame = page.item(name, QgsLayoutFrame)
    if frame is None:
        return 0
    if table is None or not table.rows:
        page.remove(name)
        return 0
    item = frame.multiFrame()
    width, height = frame.rect().width(), frame.rect().height()
    size = item.contentTextFormat().size()
    shown = len(table.rows)
    while True:
        _lay_out(item, table, shown, size, width)
        if item.totalSize().height() <= height:
            break
        if size - 0.5 >= _SMALLEST:
            size -= 0.5
        elif shown > 1:
            tall = item.totalSize().height()
            shown = max(1, shown - max(1, int((tall - height) * shown / tall)))
        else:
            page.overfull.append(name)
            break
    return len(table.rows) - shown


def _lay_out(
    item: QgsLayoutItemManualTable, table: Table, shown: int, size: float, width: float
) -> None:
    bold = [row in table.bold for row in range(shown)]
    rows = [list(row) for row in table.rows[:shown]]
    if shown < len(table.rows):
        left_out = tr("and {n} more").format(n=number(len(table.rows) - shown))
        rows.append([left_out] + [""] * (len(table.header) - 1))
        bold.append(False)
    head, words = item.headerTextFormat(), item.contentTextFormat()
    for each, strong in ((head, True), (words, False)):
        # A format takes another font for one that is not installed; a font finds its twin.
        font = QFont(FONT)
        font.setBold(strong)
        each.setFont(font)
        each.setSize(size)
    item.setHeaderTextFormat(head)
    item.setContentTextFormat(words)
    item.setIncludeTableHeader(False)  # 3.22 keeps none with its template: the first row is it
    cells = [[_cell(text, column, table, head) for column, text in enumerate(table.header)]]
    cells += [
        [_cell(text, column, table, head if strong else None) for column, text in enumerate(row)]
        for row, strong in zip(rows, bold)
    ]
    item.setTableContents(cells)
    font = QFont(FONT)
    font.setPointSizeF(size)
    font.setBold(True)
    item.setColumnWidths(
        _widths(font, [table.header, *rows], table.numbers, width, item.cellMargin())
    )
    item.recalculateFrameSizes()


def _cell(text: str, column: int, table: Table, strong) -> QgsTableCell:
    cell = QgsTableCell(text)
    cell.setHorizontalAlignment(_RIGHT if column in table.numbers else _LEFT)
    if strong is not None:
        cell.setTextFormat(strong)
    return cell


def _widths(font: QFont, rows, numbers, width: float, margin: float) -> list[float]:
    """Of the columns, in mm: the figures whole, headers broken between words where they must be.

    Names give way only where nothing else is left.
    """
    columns = list(zip(*rows))

    def widest(texts) -> float:
        return 1.04 * max((text_width(font, text) for text in texts), default=0.0) + 0.5

    least = [max(widest(column[1:]), widest(column[0].split() or [""])) for column in columns]
    free = width - (2 * margin + 0.2) * len(columns) - 0.2
    over = sum(least) - free
    if over > 0:
        longest = least.index(max(least))
        least[longest] = max(8.0, least[longest] - over)
        return [each * free / max(free, sum(least)) for each in least]
    wished = [max(own, widest(column[:1])) for own, column in zip(least, columns)]
    room, wanted = free - sum(least), sum(wished) - sum(least)
    share = min(1.0, room / wanted) if wanted else 1.0
    widths = [own + share * (wish - own) for own, wish in zip(least, wished)]
    words = [place for place in range(len(columns)) if place not in numbers]
    widths[words[0] if words else 0] += free - sum(widths)
    return widths
