"""Charts on a page, as drawings: sharp at every size, their words stay text.

Each function gives a ``Chart`` of ``width`` × ``height`` millimetres, in greys and one blue that a
black-and-white copy keeps apart. A value that is None is not shown, and is drawn as such. QGIS
turns the letters of an SVG into outlines: a chart's words are labels of the layout above it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from qgis.core import QgsLayoutItemLabel, QgsLayoutItemPicture, QgsLayoutPoint, QgsLayoutSize
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from oltp_plugin.local_format import number
from oltp_plugin.printing.document import FONT
from oltp_plugin.printing.fit import MM_PER_POINT, text_width
from oltp_plugin.printing.page import Page, as_written
from oltp_plugin.printing.town import embedded, put_picture
from oltp_plugin.translation import tr

INK, BAR, PALE, RULE = "#1c2430", "#1f4e79", "#b9c4cf", "#d5dbe1"
_POINTS = 7.5
_LARGER = 1.1  # a title's letters
_UNIT = 10  # drawing units a millimetre
_ALIGNED = {
    "start": Qt.AlignmentFlag.AlignLeft,
    "middle": Qt.AlignmentFlag.AlignHCenter,
    "end": Qt.AlignmentFlag.AlignRight,
}
_BAND = 4.5  # millimetres that a line of words takes


@dataclass(frozen=True)
class Word:
    """Text with its baseline at ``x``, ``y`` (mm) of its chart; ``align``: start, middle, end."""

    x: float
    y: float
    text: str
    align: str = "start"
    bold: bool = False


@dataclass(frozen=True)
class Chart:
    """An SVG and the words that belong on it."""

    svg: str
    words: tuple[Word, ...] = ()


def put_chart(
    page: Page, draw: Callable[[float, float], Chart] | None, name: str = "chart"
) -> None:
    """Draw into the page's picture of that name: ``draw(width, height)`` gives the chart.

    Without ``draw`` the picture leaves the page.
    """
    picture = page.item(name, QgsLayoutItemPicture)
    if picture is None:
        return
    if draw is None:
        page.remove(name)
        return
    drawn = draw(picture.rect().width(), picture.rect().height())
    put_picture(picture, embedded(drawn.svg.encode("utf-8")))
    for word in drawn.words:
        _put_word(page, picture, word)


def _put_word(page: Page, picture: QgsLayoutItemPicture, word: Word) -> None:
    label = QgsLayoutItemLabel(page.layout)
    font = _font(_LARGER, bold=True) if word.bold else _font()
    label.setFont(font)
    label.setFontColor(QColor(INK))
    label.setMarginX(0)
    label.setMarginY(0)
    label.setText(as_written(word.text))
    label.setHAlign(_ALIGNED[word.align])
    label.setVAlign(Qt.AlignmentFlag.AlignBottom)
    width = text_width(font, word.text) + 2
    left = word.x - {"start": 0.0, "middle": width / 2, "end": width}[word.align]
    page.layout.addLayoutItem(label)
    # A line of letters stands a fifth of its height above the box's edge.
    tall = 1.5 * font.pointSizeF() * MM_PER_POINT
    at = picture.positionWithUnits()
    label.attemptResize(QgsLayoutSize(width, tall))
    label.attemptMove(QgsLayoutPoint(at.x() + left, at.y() + word.y - 0.8 * tall))


def bars(
    title: str,
    values: Sequence[tuple[str, float | None]],
    width: float,
    height: float,
    marked: frozenset[int] = frozenset(),
) -> Chart:
    """Upright bars from left to right, such as months; ``marked`` ones are paler."""
    drawing = _Drawing(width, height, title)
    top, bottom = _BAND + 2, height - _BAND - 1
    step, highest = _scale(max((n for _, n in values if n is not None), default=0), 4)
    left = 2 + max(text_width(_font(), _number(highest)), 3)
    slot = (width - left) / max(1, len(values))
    for tick in range(round(highest / step) + 1):
        y = bottom - (bottom - top) * tick * step / highest
        drawing.line(left, y, width, y, RULE if tick else INK)
        drawing.text(left - 1.2, y + 0.9, _number(tick * step), "end")
    words = max((text_width(_font(), name) for name, _ in values), default=1) + 1.5
    every = max(1, -(-int(words * 100) // max(1, int(slot * 100))))
    for place, (name, n) in enumerate(values):
        x = left + slot * (place + 0.12)
        if n is None:
            drawing.hidden(x, bottom - 3, 0.76 * slot, 3)
        elif n:
            tall = (bottom - top) * n / highest
            colour = PALE if place in marked else BAR
            drawing.box(x, bottom - tall, 0.76 * slot, tall, colour)
        if place % every == 0:
            drawing.text(x + 0.38 * slot, bottom + 3.4, name, "middle")
    return drawing.chart()


def rows(
    title: str, values: Sequence[tuple[str, float | None]], width: float, height: float
) -> Chart:
    """Lying bars with their number, from top to bottom, such as territories."""
    shown = list(values[: max(1, int((height - _BAND - 2) / 3.6))])
    if len(shown) < len(values):
        title = tr("{title}, the first {shown} of {n}").format(
            title=title, shown=len(shown), n=len(values)
        )
    drawing = _Drawing(width, height, title)
    names = min(0.45 * width, max((text_width(_font(), name) for name, _ in shown), default=0))
    left, right = names + 3, width - 12
    highest = max((n for _, n in shown if n is not None and n > 0), default=1)
    slot = min(6.5, (height - _BAND - 2) / max(1, len(shown)))
    for place, (name, n) in enumerate(shown):
        y = _BAND + 2 + place * slot
        drawing.text(left - 2, y + 0.5 * slot + 0.9, _cut(name, names, _font()), "end")
        if n is None:
            drawing.hidden(left, y + 0.15 * slot, 6, 0.7 * slot)
            continue
        long = (right - left) * max(n, 0) / highest  # what is below zero has its number alone
        drawing.box(left, y + 0.15 * slot, long, 0.7 * slot, BAR)
        drawing.text(left + long + 1.2, y + 0.5 * slot + 0.9, _number(n))
    drawing.line(left, _BAND + 2, left, _BAND + 2 + slot * len(shown), INK)
    return drawing.chart()


def week(
    title: str,
    hours: Sequence[Sequence[float | None]],
    days: Sequence[str],
    width: float,
    height: float,
) -> Chart:
    """Seven rows of 24 hours, darker where there is more; the numbers where they have room."""
    drawing = _Drawing(width, height, title)
    left = 2 + max(text_width(_font(), day) for day in days)
    top, bottom = _BAND + 1, height - _BAND
    across, down = (width - left) / 24, (bottom - top) / 7
    highest = max((n for row in hours for n in row if n is not None), default=0) or 1
    for day, row in enumerate(hours):
        y = top + day * down
        drawing.text(left - 1.5, y + 0.5 * down + 0.9, days[day], "end")
        for hour, n in enumerate(row):
            x = left + hour * across
            if n is None:
                drawing.hidden(x, y, across, down)
                continue
            colour, dark = _shade(n / highest)
            drawing.box(x, y, across, down, colour, RULE)
            words = _number(round(n))
            if round(n) and text_width(_font(0.85), words) < across - 0.6 and down > 2.8:
                ink = "#ffffff" if dark else INK
                drawing.outlined(x + across / 2, y + down / 2 + 0.8, words, ink, 0.85)
    for hour in range(0, 25, 3):
        anchor = {0: "start", 24: "end"}.get(hour, "middle")
        drawing.text(left + hour * across, bottom + 3.2, str(hour), anchor)
    return drawing.chart()


class _Drawing:
    """An SVG in tenths of a millimetre."""

    def __init__(self, width: float, height: float, title: str):
        self._size = width, height
        self._parts: list[str] = []
        self._words: list[Word] = []
        self.text(0, 3.2, _cut(title, width, _font(_LARGER, bold=True)), bold=True)

    def chart(self) -> Chart:
        width, height = self._size
        across, down = _UNIT * width, _UNIT * height
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}mm" '
            f'height="{height:.2f}mm" viewBox="0 0 {across:.1f} {down:.1f}">'
            + "".join(self._parts)
            + "</svg>"
        )
        return Chart(svg, tuple(self._words))

    def text(self, x, y, words, align="start", bold=False) -> None:
        self._words.append(Word(x, y, words, align, bold))

    def outlined(self, x, y, words, colour, size) -> None:
        """Many small numbers: they stand in the drawing itself."""
        tall = _UNIT * MM_PER_POINT * _POINTS * size
        self._parts.append(
            f'<text x="{_UNIT * x:.1f}" y="{_UNIT * y:.1f}" font-family="{FONT}" '
            f'font-size="{tall:.1f}" text-anchor="middle" fill="{colour}">{escape(words)}</text>'
        )

    def box(self, x, y, width, height, colour, line="none") -> None:
        self._parts.append(
            f'<rect x="{_UNIT * x:.1f}" y="{_UNIT * y:.1f}" width="{_UNIT * width:.1f}" '
            f'height="{_UNIT * height:.1f}" fill="{colour}" stroke="{line}"/>'
        )

    def hidden(self, x, y, width, height) -> None:
        """What is not shown: crossed out."""
        self.box(x, y, width, height, "#ffffff", PALE)
        self.line(x, y + height, x + width, y, PALE)

    def line(self, x, y, to_x, to_y, colour) -> None:
        self._parts.append(
            f'<line x1="{_UNIT * x:.1f}" y1="{_UNIT * y:.1f}" x2="{_UNIT * to_x:.1f}" '
            f'y2="{_UNIT * to_y:.1f}" stroke="{colour}" stroke-width="1.5"/>'
        )


def _font(size: float = 1.0, bold: bool = False) -> QFont:
    font = QFont(FONT)
    font.setPointSizeF(size * _POINTS)
    font.setBold(bold)
    return font


def _scale(highest: float, steps: int) -> tuple[float, float]:
    """A round step, whole for counts, and the first multiple of it from ``highest`` on."""
    step, power = 1.0, 1.0
    while True:
        for each in (1, 2, 5):
            step = each * power
            if step * steps >= highest:
                return step, max(step, step * -(-highest // step))
        power *= 10


def _shade(part: float) -> tuple[str, bool]:
    """From white to a dark blue, and whether light words are needed on it."""
    low, high = (255, 255, 255), (31, 78, 121)
    mixed = [round(a + (b - a) * part) for a, b in zip(low, high)]
    return "#{:02x}{:02x}{:02x}".format(*mixed), part > 0.55


def _cut(text: str, width: float, font: QFont) -> str:
    """``text`` with an ellipsis where it is wider."""
    if text_width(font, text) <= width + 0.1:
        return text
    while text and text_width(font, text + "…") > width:
        text = text[:-1]
    return text.rstrip() + "…"


def _number(value: float) -> str:
    return number(value, 0 if float(value).is_integer() else 1)
