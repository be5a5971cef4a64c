"""A table on a page: QGIS's own, so that an analyst can edit it in the layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsLayoutFrame, QgsLayoutItemManualTable, QgsProject, QgsTableCell
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont

from oltp_plugin.local_format import number
from oltp_plugin.printing.document import FONT
from oltp_plugin.printing.fit import text_width
from oltp_plugin.printing.page import Page, first_page
from oltp_plugin.translation import tr

_SMALLEST, _SMALL = 6.0, 7.0  # points: where nothing else helps, and where a page more does
_ABREAST = 3  # a table of few columns is set in up to so many pieces side by side
_BETWEEN = 2.0  # millimetres, and the margins of the cells
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Table:
    """Text, row by row. ``numbers``: the columns set to the right; ``bold``: rows set in bold.

    ``following``: how many rows more stand on the next page.
    """

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: frozenset[int] = frozenset()
    bold: frozenset[int] = frozenset()
    following: int = 0

    def part(self, first: int, last: int, following: int = 0) -> Table:
        """The rows from ``first`` to before ``last``."""
        bold = frozenset(row - first for row in self.bold if first <= row < last)
        return Table(self.header, self.rows[first:last], self.numbers, bold, following)


@dataclass(frozen=True)
class _Setting:
    """How a table stands in its frame: letters in points, pieces side by side, rows that fit."""

    size: float
    abreast: int
    shown: int


def fill_table(page: Page, table: Table | None, name: str = "table") -> int:
    """Put ``table`` into the page's frame of that name; how many of its rows did not fit.

    Pieces side by side and smaller letters come first; then the last row says how many are not
    shown. Without a table the frame leaves the page.
    """
    frame = page.item(name, QgsLayoutFrame)
    if frame is None:
        return 0
    if table is None or not table.rows:
        page.remove(name)
        return 0
    grid = _Grid(frame)
    found = grid.setting_of(table, _SMALLEST)
    shown = table
    if found.shown < len(table.rows):
        shown = table.part(0, found.shown, len(table.rows) - found.shown)
    more = "" if table.following else tr("and {n} more")
    if not grid.fits(shown, found.size, found.abreast, more):
        page.overfull.append(name)
    return len(table.rows) - found.shown


def pages_of(table: Table, first: Path, further: Path) -> list[Table]:
    """``table`` in as many parts as it needs pages: one of ``first``, then of ``further``.

    Templates without a frame for a table take it whole. Raises ``PrintError``.
    """
    parts: list[Table] = []
    rest, template = table, first
    while True:
        shown = _fitting(rest, template)
        following = len(rest.rows) - shown
        parts.append(rest.part(0, shown, following))
        if not following:
            return parts
        rest, template = rest.part(shown, len(rest.rows)), further


def _fitting(table: Table, template: Path) -> int:
    """How many rows fit a page of ``template``; all, where it has no frame for them."""
    project = QgsProject()  # whose layout it is; both must live as long as the frame
    page = first_page(template, project)
    frame = page.item("table", QgsLayoutFrame)
    return len(table.rows) if frame is None else _Grid(frame).setting_of(table, _SMALL).shown


class _Grid:
    """A frame on a page, and the table of QGIS in it."""

    def __init__(self, frame: QgsLayoutFrame):
        self._item: QgsLayoutItemManualTable = frame.multiFrame()
        self._width, self._height = frame.rect().width(), frame.rect().height()

    def setting_of(self, table: Table, smallest: float) -> _Setting:
        """Whole where it can be, in the largest letters; else as many rows as fit."""
        largest = size = self._item.contentTextFormat().size()
        while size >= smallest:
            for abreast in range(1, _ABREAST + 1):
                narrow = abreast == 1 or self._narrow_enough(table, size, abreast)
                if narrow and self.fits(table, size, abreast):
                    return _Setting(size, abreast, len(table.rows))
            size -= 0.5
        size = smallest if smallest == _SMALLEST else largest
        abreast = max(
            each
            for each in range(1, _ABREAST + 1)
            if each == 1 or self._narrow_enough(table, size, each)
        )
        fewest, most = 1, max(1, len(table.rows) - 1)
        while fewest < most:
            shown = (fewest + most + 1) // 2
            if self.fits(table.part(0, shown, len(table.rows) - shown), size, abreast):
                fewest = shown
            else:
                most = shown - 1
        return _Setting(size, abreast, fewest)

    def _narrow_enough(self, table: Table, size: float, abreast: int) -> bool:
        """Whether no name and no figure is broken in a piece of so many."""
        margins = _around(self._item.cellMargin()) * len(table.header) + 0.2
        return sum(_least(_font(size), table)) <= self._piece(abreast) - margins

    def fits(self, table: Table, size: float, abreast: int, more: str = "") -> bool:
        """Set the table; whether it is inside the frame. ``more``: words for rows not shown."""
        item = self._item
        item.setTableContents([])  # or each of the next lines would set all cells again
        head, words = item.headerTextFormat(), item.contentTextFormat()
        for each, strong in ((head, True), (words, False)):
            # A format takes another font for one that is not installed; a font finds its twin.
            each.setFont(_font(size, strong))
            each.setSize(size)
        item.setHeaderTextFormat(head)
        item.setContentTextFormat(words)
        item.setIncludeTableHeader(False)  # 3.22 keeps none with its template: a row is it
        rows = [
            self._line(row, table, head if place in table.bold else None)
            for place, row in enumerate(table.rows)
        ]
        if table.following:
            said = (more or tr("and {n} more on the next page")).format(n=number(table.following))
            place = min(set(range(len(table.header))) - table.numbers, default=0)
            row = [said if column == place else "" for column in range(len(table.header))]
            rows.append(self._line(row, table, None))
        high = -(-len(rows) // abreast)
        blank = [QgsTableCell("") for _ in table.header]
        lines = [[self._line(table.header, table, head)] * abreast]
        lines += [
            [
                rows[place] if place < len(rows) else blank
                for place in range(row, high * abreast, high)
            ]
            for row in range(high)
        ]
        item.setTableContents([_beside(pieces) for pieces in lines])
        widths = _widths(_font(size), table, self._piece(abreast), item.cellMargin())
        item.setColumnWidths(([*widths, _BETWEEN] * abreast)[:-1])
        item.recalculateFrameSizes()
        return item.totalSize().height() <= self._height

    def _line(self, texts: Sequence[str], table: Table, strong) -> list[QgsTableCell]:
        return [_cell(text, column, table, strong) for column, text in enumerate(texts)]

    def _piece(self, abreast: int) -> float:
        """The width of one of so many pieces, in mm."""
        return (self._width + self._gap()) / abreast - self._gap()

    def _gap(self) -> float:
        return _BETWEEN + _around(self._item.cellMargin())


def _beside(pieces: Sequence[list[QgsTableCell]]) -> list[QgsTableCell]:
    """One line of cells, an empty one between two pieces."""
    line = list(pieces[0])
    for piece in pieces[1:]:
        line += [QgsTableCell(""), *piece]
    return line


def _cell(text: str, column: int, table: Table, strong) -> QgsTableCell:
    cell = QgsTableCell(text)
    cell.setHorizontalAlignment(_RIGHT if column in table.numbers else _LEFT)
    if strong is not None:
        cell.setTextFormat(strong)
    return cell


def _font(size: float, bold: bool = True) -> QFont:
    font = QFont(FONT)
    font.setPointSizeF(size)
    font.setBold(bold)
    return font


def _around(margin: float) -> float:
    """What a column takes beside its width, in mm: margins and a line."""
    return 2 * margin + 0.2


def _widest(font: QFont, texts: Iterable[str]) -> float:
    return 1.04 * max((text_width(font, text) for text in texts), default=0.0) + 0.5


def _least(font: QFont, table: Table) -> list[float]:
    """Of the columns, in mm: names and figures whole, headers broken between words."""
    columns = zip(table.header, *table.rows)
    return [
        max(_widest(font, texts), _widest(font, head.split() or [""])) for head, *texts in columns
    ]


def _widths(font: QFont, table: Table, width: float, margin: float) -> list[float]:
    """Of the columns, in mm: as ``_least``; names give way only where nothing else is left."""
    least = _least(font, table)
    free = width - _around(margin) * len(least) - 0.2
    over = sum(least) - free
    if over > 0:
        longest = least.index(max(least))
        least[longest] = max(8.0, least[longest] - over)
        return [each * free / max(free, sum(least)) for each in least]
    wished = [max(own, _widest(font, [head])) for own, head in zip(least, table.header)]
    room, wanted = free - sum(least), sum(wished) - sum(least)
    share = min(1.0, room / wanted) if wanted else 1.0
    widths = [own + share * (wish - own) for own, wish in zip(least, wished)]
    words = [place for place in range(len(widths)) if place not in table.numbers]
    widths[words[0] if words else 0] += free - sum(widths)
    return widths
