"""Pages of text: headings, paragraphs and tables as a PDF of A4 pages.

Text stays text, in fonts that the file carries; nothing in it tells where or by whom it was made.
Drawn without a layout, so that any thread may do it and a long table goes on over the page.
"""

from __future__ import annotations

import contextlib
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

from qgis.PyQt.QtCore import QMarginsF, QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from oltp_plugin.errors import PrintError
from oltp_plugin.paths import version
from oltp_plugin.translation import tr

FONT = "Arial"  # as the layouts; its metric twin where it is missing
_MARGIN = 16  # millimetres
_FOOT = 26  # pixels
_SMALLEST = 7.0  # points
_DPI = 96  # what Qt's style sheets mean by a pixel

_STYLE = """
h1 { font-size: 17pt; font-weight: bold; color: #1c3f5e; margin-top: 0; margin-bottom: 2px; }
h2 { font-size: 10.5pt; font-weight: bold; color: #1c3f5e; margin-top: 13px; margin-bottom: 3px; }
p, li, td, th { color: #000000; }
p { margin-top: 0; margin-bottom: 5px; }
p.lead { font-size: 10pt; color: #444444; margin-bottom: 8px; }
p.small { font-size: 7.5pt; color: #555555; }
li { margin-bottom: 2px; }
td, th { padding: 2px 12px 2px 0px; vertical-align: top; }
th { font-weight: bold; border-bottom: 1px solid #1c3f5e; }
td { border-bottom: 1px solid #d5dbe1; }
"""


class Document:
    """Text put together part by part; every part is escaped here."""

    def __init__(self, title: str, points: float = 8.5):
        self.title = title
        self._points = points
        self._parts = [f"<h1>{escape(title)}</h1>"]

    def lead(self, text: str) -> None:
        """What the page is, in a line or two below its title."""
        self._parts.append(f'<p class="lead">{escape(text)}</p>')

    def heading(self, text: str) -> None:
        self._parts.append(f"<h2>{escape(text)}</h2>")

    def paragraph(self, text: str) -> None:
        self._parts.append(f"<p>{escape(text)}</p>")

    def small(self, text: str) -> None:
        self._parts.append(f'<p class="small">{escape(text)}</p>')

    def items(self, texts: Iterable[str]) -> None:
        listed = "".join(f"<li>{escape(text)}</li>" for text in texts)
        self._parts.append(f'<ul style="margin-left:-26px; margin-top:0px">{listed}</ul>')

    def facts(self, pairs: Iterable[tuple[str, str]], width: int = 26) -> None:
        """A table without a header: a word and what is said of it; ``width``: per cent."""
        rows = "".join(
            f'<tr><td width="{width}%"><b>{escape(name)}</b></td><td>{escape(text)}</td></tr>'
            for name, text in pairs
        )
        self._parts.append(_table(rows))

    def table(
        self,
        header: Sequence[str],
        rows: Iterable[Sequence[str]],
        numbers: Sequence[int] = (),
        widths: Sequence[int] = (),
    ) -> None:
        """``numbers``: the columns set to the right; ``widths``: per cent, of all columns."""

        def row(cells: Sequence[str], tag: str) -> str:
            return "".join(
                f"<{tag}{_attributes(column, numbers, widths)}>{escape(cell)}</{tag}>"
                for column, cell in enumerate(cells)
            )

        body = "".join(f"<tr>{row(cells, 'td')}</tr>" for cells in rows)
        head = f"<thead><tr>{row(header, 'th')}</tr></thead>"
        self._parts.append(_table(head + body))

    def lines_to_fill_in(self, header: Sequence[str], n: int, widths: Sequence[int]) -> None:
        """A table of ``n`` numbered empty lines, high enough for a pen; ``widths``: per cent."""
        head = "".join(
            f"<th{_attributes(column, (), widths)}>{escape(cell)}</th>"
            for column, cell in enumerate(["", *header])
        )
        below = "border-bottom: 1px solid #d5dbe1"
        empty = f'<td style="border-left: 1px solid #d5dbe1; {below}">&nbsp;</td>' * len(header)
        rows = "".join(
            f'<tr><td style="padding-top: 16px; {below}">{line}</td>{empty}</tr>'
            for line in range(1, n + 1)
        )
        self._parts.append(_table(f"<thead><tr>{head}</tr></thead>{rows}"))

    def write(self, output: Path, foot: str, one_page: bool = False) -> int:
        """Write the PDF, whole or not at all; ``foot`` stands under every page.

        ``one_page``: in smaller letters where it does not fit a page otherwise. Returns the
        number of pages. Raises ``PrintError``: "not_a_pdf_name", "map_folder_not_writable",
        "document_not_written".
        """
        margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN - 4)
        return write_pdf(output, self.title, margins, lambda to: self._draw(to, foot, one_page))

    def _draw(self, writer: QPdfWriter, foot: str, one_page: bool) -> int:
        width, height = writer.width(), writer.height() - _FOOT
        points, page = self._points, QSizeF(width, height)
        document = self.laid_out(points, page)
        while one_page and document.pageCount() > 1 and points > _SMALLEST:
            points -= 0.5
            document = self.laid_out(points, page)
        pages = document.pageCount()
        with painting(writer) as painter:
            for page in range(pages):
                if page:
                    writer.newPage()
                _draw_page(painter, document, QRectF(0, page * height, width, height))
                draw_foot(painter, foot, page, pages, QRectF(0, height, width, _FOOT))
        return pages

    def laid_out(self, points: float, page: QSizeF) -> QTextDocument:
        """The text in letters of ``points`` for pages of that size, in pixels of 1/96 inch.

        The document's own layout is never asked for the writer's measures: seen from Python in a
        thread, Qt's object may be taken for one that has gone. PyQt hears of its end only when
        the main thread comes to its events, and by then another may have its address.
        """
        document = QTextDocument()
        document.setUseDesignMetrics(True)
        document.setDocumentMargin(0)
        size = _points_as_pixels()
        font = QFont(FONT)
        font.setPointSizeF(points * size)
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(
            re.sub(r"([\d.]+)pt", lambda found: f"{float(found[1]) * size:g}pt", _STYLE)
        )
        document.setHtml("".join(self._parts))
        document.setPageSize(page)
        return document


def write_pdf(
    output: Path, title: str, margins: QMarginsF, draw: Callable[[QPdfWriter], int]
) -> int:
    """Have ``draw`` make A4 pages, whole or not at all; returns how many it says they are.

    ``margins`` in millimetres. Raises ``PrintError`` as ``Document.write``.
    """
    check_pdf(output)
    try:
        with tempfile.TemporaryDirectory(prefix=".pages", dir=output.parent) as folder:
            drawn = Path(folder) / "pages.pdf"
            writer = QPdfWriter(str(drawn))
            writer.setTitle(title)
            writer.setCreator(f"OLTP {version()}")
            writer.setResolution(_DPI)
            writer.setPageLayout(
                QPageLayout(
                    QPageSize(QPageSize.PageSizeId.A4),
                    QPageLayout.Orientation.Portrait,
                    margins,
                    QPageLayout.Unit.Millimeter,
                )
            )
            pages = draw(writer)
            drawn.replace(output)
    except OSError as error:
        raise PrintError("document_not_written", file=output.name) from error
    return pages


@contextlib.contextmanager
def painting(writer: QPdfWriter) -> Iterator[QPainter]:
    """A painter on the writer's pages, and the file closed after it."""
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError("QGIS could not write the page")
    try:
        yield painter
    finally:
        painter.end()


def check_pdf(output: Path) -> None:
    """Refuse early what ``Document.write`` would refuse after the work."""
    if output.suffix.lower() != ".pdf":
        raise PrintError("not_a_pdf_name", file=output.name)
    check_folder(output)


def check_folder(output: Path) -> None:
    """Raises ``PrintError`` "map_folder_not_writable"."""
    try:
        with tempfile.TemporaryFile(dir=output.parent):
            pass
    except OSError as error:
        raise PrintError("map_folder_not_writable", folder=output.parent.name) from error


def _points_as_pixels() -> float:
    """By how much a point is to be smaller, for Qt to make 96/72 of a pixel of it.

    It measures a text that is on no device by the screen's dots per inch, as those of an image.
    """
    return _DPI / QImage(1, 1, QImage.Format.Format_Mono).logicalDpiY()


def _draw_page(painter: QPainter, document: QTextDocument, part: QRectF) -> None:
    painter.save()
    painter.translate(0, -part.top())
    document.drawContents(painter, part)
    painter.restore()


def draw_foot(painter: QPainter, foot: str, page: int, pages: int, place: QRectF) -> None:
    """``foot`` below on the left, and on the right the page's number (``page``: from 0)."""
    painter.save()
    font = QFont(FONT)
    font.setPointSizeF(7)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.darkGray)
    bottom = Qt.AlignmentFlag.AlignBottom
    number = tr("Page {page} of {pages}").format(page=page + 1, pages=pages) if pages > 1 else ""
    metrics = QFontMetricsF(font, painter.device())
    room = place.width() - (metrics.horizontalAdvance(f"{number}    ") if number else 0)
    said = metrics.elidedText(foot, Qt.TextElideMode.ElideRight, room)
    painter.drawText(place, int(bottom | Qt.AlignmentFlag.AlignLeft), said)
    painter.drawText(place, int(bottom | Qt.AlignmentFlag.AlignRight), number)
    painter.restore()


def _table(rows: str) -> str:
    style = "margin-top: 3px; margin-bottom: 4px"
    return f'<table width="100%" cellspacing="0" style="{style}">{rows}</table>'


def _attributes(column: int, numbers: Sequence[int], widths: Sequence[int]) -> str:
    align = ' align="right"' if column in numbers else ' align="left"'
    return align + (f' width="{widths[column]}%"' if widths else "")
