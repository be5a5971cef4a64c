"""Pages put together from blocks: text, tables, drawings and pictures, side by side or below.

Text and drawings stay vectors, maps are pictures; nothing in the file tells where or by whom it
was made. Drawn without a layout, so that any thread may do it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from qgis.PyQt.QtCore import QMarginsF, QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from oltp_plugin.printing.document import FONT, Document, draw_foot, painting, write_pdf

MM = 96 / 25.4  # a millimetre in pixels
_MARGIN = 15  # millimetres
WIDTH = 210 - 2 * _MARGIN  # of a page's content
_FOOT = 7  # millimetres
_GAP = 3.2  # millimetres between blocks
_SMALLEST = 6.5  # points


class Block(Protocol):
    """Something of a width; heights in millimetres, at letters of so many points."""

    def height(self, width: float, points: float) -> float: ...

    def draw(self, painter: QPainter, place: QRectF, points: float) -> None: ...


class Text(Document):
    """Headings, paragraphs and tables, as a ``Document`` has them. ``scale``: of the letters."""

    def __init__(self, scale: float = 1.0):
        super().__init__("")
        self._parts = []
        self._scale = scale
        self._documents: dict[tuple, QTextDocument] = {}

    def _document(self, width: float, points: float, high: float = -1) -> QTextDocument:
        """Laid out for pages ``high`` millimetres high, once; -1: as high as its content."""
        known = width, points, high
        if known not in self._documents:
            page = QSizeF(width * MM, high * MM if high > 0 else -1)
            self._documents[known] = self.laid_out(points * self._scale, page)
        return self._documents[known]

    def height(self, width, points):
        return self._document(width, points).size().height() / MM

    def draw(self, painter, place, points):
        document = self._document(place.width() / MM, points)
        _draw_text(painter, document, place, 0.0)

    def parts(self, width: float, points: float, room: float) -> list[Block]:
        """Itself, or as many parts as it fills pages of the height ``room``; a table's header
        stands on each."""
        if self.height(width, points) <= room:
            return [self]
        document = self._document(width, points, room)
        return [_Part(document, page, room) for page in range(document.pageCount())]


@dataclass
class _Part:
    """The page ``number`` of a text laid out for pages ``high`` millimetres high."""

    document: QTextDocument
    number: int
    high: float

    def height(self, width, points):
        if self.number < self.document.pageCount() - 1:
            return self.high
        whole = self.document.size().height() / MM
        return min(whole - self.number * self.high, self.high)

    def draw(self, painter, place, points):
        _draw_text(painter, self.document, place, self.number * self.high * MM)


def _draw_text(painter: QPainter, document: QTextDocument, place: QRectF, above: float) -> None:
    """What stands ``above`` pixels below the document's top, as much as ``place`` holds."""
    painter.save()
    painter.translate(place.left(), place.top() - above)
    rest = 0 if above else MM
    document.drawContents(
        painter, QRectF(-MM, above - rest, place.width() + 2 * MM, place.height() + 2 * rest)
    )
    painter.restore()


@dataclass
class Drawing:
    """``paint(painter, place)`` draws vectors in pixels of 1/96 inch; ``high``: millimetres."""

    high: float
    paint: Callable[[QPainter, QRectF], None]

    def height(self, width, points):
        return self.high

    def draw(self, painter, place, points):
        painter.save()
        self.paint(painter, place)
        painter.restore()


@dataclass
class Stack:
    """Blocks one below the other."""

    blocks: Sequence[Block]

    def height(self, width, points):
        heights = [block.height(width, points) for block in self.blocks]
        return sum(heights) + _GAP * (len(heights) - 1)

    def draw(self, painter, place, points):
        top = place.top()
        for block in self.blocks:
            high = block.height(place.width() / MM, points) * MM
            block.draw(painter, QRectF(place.left(), top, place.width(), high), points)
            top += high + _GAP * MM


class Sheet:
    """The pages of one document. ``foot`` stands under each, with its number."""

    def __init__(self, title: str, foot: str, points: float = 9.0):
        self.title, self._foot, self._points = title, foot, points
        self._pages: list[list[Block]] = [[]]

    def add(self, *blocks: Block) -> None:
        self._pages[-1].extend(blocks)

    def new_page(self) -> None:
        """What follows begins a page."""
        self._pages.append([])

    def write(self, output: Path, most: int = 0, smallest: float = _SMALLEST) -> int:
        """Write the PDF, whole or not at all; returns the number of pages.

        ``most``: of pages, for which letters become smaller, down to ``smallest`` points, where
        that helps. Raises
        ``PrintError``: "not_a_pdf_name", "map_folder_not_writable", "document_not_written".
        """
        margins = QMarginsF(_MARGIN, _MARGIN - 2, _MARGIN, _MARGIN - 5)
        return write_pdf(
            output, self.title, margins, lambda writer: self._draw(writer, most, smallest)
        )

    def _draw(self, writer: QPdfWriter, most: int, smallest: float) -> int:
        width, height = writer.width() / MM, writer.height() / MM - _FOOT
        points = self._points
        pages = self._paged(width, height, points)
        while most and len(pages) > most and points > smallest:
            points -= 0.25
            pages = self._paged(width, height, points)
        if most and len(pages) > most:
            points = self._points
            pages = self._paged(width, height, points)
        foot = QRectF(0, height * MM, width * MM, _FOOT * MM)
        with painting(writer) as painter:
            for number, page in enumerate(pages):
                if number:
                    writer.newPage()
                for block, top, high in page:
                    block.draw(painter, QRectF(0, top * MM, width * MM, high * MM), points)
                draw_foot(painter, self._foot, number, len(pages), foot)
        return len(pages)

    def _paged(self, width: float, height: float, points: float) -> list[list[tuple]]:
        """Each page's blocks with their top and height."""
        pages: list[list[tuple]] = []
        for blocks in self._pages:
            pages.append([])
            top = 0.0
            for block in _split(blocks, width, points, height):
                high = block.height(width, points)
                if top and top + high > height:
                    pages.append([])
                    top = 0.0
                pages[-1].append((block, top, high))
                top += high + _GAP
        return pages


def _split(blocks, width: float, points: float, height: float):
    """The blocks, a text that is higher than a page in parts."""
    for block in blocks:
        if isinstance(block, Text):
            yield from block.parts(width, points, height)
        else:
            yield block


def font(points: float, bold: bool = False) -> QFont:
    """The pages' font."""
    made = QFont(FONT)
    made.setPointSizeF(points)
    made.setBold(bold)
    return made


def elided(text: str, written: QFont, width: float, painter: QPainter) -> str:
    """``text``, or as much of it as fits into ``width`` pixels and three dots."""
    metrics = QFontMetricsF(written, painter.device())
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
