"""What is drawn on a bulletin's pages: head, indicators, months, hours of the week, coverage."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter, QPen

from oltp_plugin.layers.coverage_states import STATE_COLOURS, state_labels
from oltp_plugin.layers.filter_words import hour_words, weekday
from oltp_plugin.local_format import number
from oltp_plugin.printing.logo import Logo
from oltp_plugin.printing.sheet import MM, Drawing, elided, font

COLOUR = "#1c3f5e"
_INK, _GREY, _PALE, _LINE = "#22303c", "#5b6770", "#cfd8e0", "#d5dbe1"
_WRAP = int(Qt.TextFlag.TextWordWrap)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_BINS = 8  # of three hours
_MONTH_NAME = 8.5  # millimetres that 02/26 takes
_SMALLEST = 6.0  # points
_STATE_MARKS = {"complete": "●", "additions": "◐", "nil": "0", "missing": "×"}


@dataclass(frozen=True)
class Head:
    """Of the first page."""

    town: str
    title: str
    subtitle: str
    mark: str
    note: str
    colour: str = COLOUR
    logo: Logo | None = None


def head(said: Head) -> Drawing:
    """Logo, town, title and period on the left, who may see it on the right, over a rule."""

    def paint(painter: QPainter, place: QRectF) -> None:
        right = 62 * MM
        left = place.left()
        if said.logo is not None:
            left += said.logo.draw(painter, QRectF(left, place.top(), 34 * MM, 18.5 * MM)) + 3 * MM
        words = QRectF(left, place.top(), place.right() - right - 4 * MM - left, 6 * MM)
        _write(painter, words, said.town, 9.5, _GREY, bold=True)
        title = words.translated(0, 5.6 * MM)
        _write(painter, title, said.title, 19, said.colour, True, 9 * MM, _LEFT | _WRAP)
        _write(painter, words.translated(0, 14.6 * MM), said.subtitle, 11, _INK)
        box = QRectF(place.right() - right, place.top() + 0.6 * MM, right, 7 * MM)
        painter.setPen(QPen(QColor(said.colour), 1.4))
        painter.drawRect(box)
        _write(painter, box, said.mark, 8.5, said.colour, bold=True, align=_CENTRE)
        note = QRectF(box.left(), box.bottom() + 1.2 * MM, right, 11 * MM)
        aligned = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop) | _WRAP
        _write(painter, note, said.note, 7.5, _GREY, align=aligned)
        painter.setPen(QPen(QColor(said.colour), 2))
        base = place.bottom() - 1
        painter.drawLine(QPointF(place.left(), base), QPointF(place.right(), base))

    return Drawing(22, paint)


@dataclass(frozen=True)
class Line:
    """An indicator: its name, whose it is, the number as it is said, and where it lies."""

    name: str
    source: str
    said: str
    words: str
    more: str = ""
    n: int | None = None
    usual: tuple[int, int] | None = None
    outside: bool = False


def indicators(lines: Sequence[Line], high: float = 13.5) -> Drawing:
    """A line each: number, usual range as a band with the number's dot on it, what it means."""
    top = max(
        [each.n for each in lines if each.n is not None]
        + [each.usual[1] for each in lines if each.usual]
        + [1]
    )

    def paint(painter: QPainter, place: QRectF) -> None:
        for row, line in enumerate(lines):
            own = QRectF(place.left(), place.top() + row * high * MM, place.width(), high * MM)
            _indicator(painter, own, line, top)
            painter.setPen(QPen(QColor(_LINE), 0.8))
            painter.drawLine(own.bottomLeft(), own.bottomRight())

    return Drawing(high * max(1, len(lines)), paint)


def _indicator(painter: QPainter, own: QRectF, line: Line, top: float) -> None:
    def part(first: float, last: float, upper: float = 0, lower: float = 1) -> QRectF:
        left = own.left() + first * own.width()
        return QRectF(
            left,
            own.top() + upper * own.height(),
            (last - first) * own.width(),
            (lower - upper) * own.height(),
        )

    _write(painter, part(0, 0.32, 0.12, 0.56), line.name, 9.5, _INK, bold=True)
    _write(painter, part(0, 0.32, 0.52, 0.9), line.source, 7.5, _GREY)
    large = 16 if line.said.replace("\u202f", "").replace(",", "").isdigit() else 8.5
    _write(painter, part(0.32, 0.44), line.said, large, COLOUR, True, align=_RIGHT)
    bar = part(0.465, 0.645, 0.3, 0.7)
    painter.setPen(QPen(QColor(_PALE), 1))
    middle = bar.center().y()
    painter.drawLine(QPointF(bar.left(), middle), QPointF(bar.right(), middle))

    def at(value: float) -> float:
        return bar.left() + value / top * bar.width()

    if line.usual is not None:
        low, high = map(at, line.usual)
        painter.setPen(QPen(QColor("#8395a5"), 0.8))
        painter.setBrush(QColor(_PALE))
        painter.drawRect(QRectF(low, bar.top(), max(high - low, 1), bar.height()))
    if line.n is not None:
        painter.setPen(QPen(QColor("white"), 1))
        painter.setBrush(QColor("#b2182b" if line.outside else COLOUR))
        reach = 1.5 * MM
        painter.drawEllipse(QPointF(at(line.n), middle), reach, reach)
    lower = 0.5 if line.more else 0.9
    _write(painter, part(0.665, 1, 0.1, lower), line.words, 8.5, _INK, bold=line.outside)
    if line.more:
        aligned = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | _WRAP
        _write(painter, part(0.665, 1, 0.5, 1), line.more, 7.5, _GREY, align=aligned)


def months(bars: Sequence[tuple[str, int | str | None]], high: float = 34) -> Drawing:
    """A bar a month with its number; in place of a bar: a cross where nothing came (None), a text
    where the number is not told."""
    top = max([n for _, n in bars if isinstance(n, int)] + [1])

    def paint(painter: QPainter, place: QRectF) -> None:
        foot = place.bottom() - 5 * MM
        step = place.width() / max(1, len(bars))
        for index, (name, n) in enumerate(bars):
            left = place.left() + index * step
            label = QRectF(left, foot, step, 5 * MM)
            _write(painter, label, name, 7, _GREY, align=_CENTRE)
            if not isinstance(n, int):
                where = QRectF(left, foot - 6 * MM, step, 5 * MM)
                _write(painter, where, n or "×", 8, _GREY, align=_CENTRE)
                continue
            tall = n / top * (foot - place.top() - 5 * MM)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(COLOUR if index == len(bars) - 1 else "#8fa6ba"))
            painter.drawRect(QRectF(left + 0.18 * step, foot - tall, 0.64 * step, tall))
            above = QRectF(left, foot - tall - 4.4 * MM, step, 4 * MM)
            _write(painter, above, number(n), 7, _INK, align=_CENTRE)
        painter.setPen(QPen(QColor(_GREY), 0.8))
        painter.drawLine(QPointF(place.left(), foot), QPointF(place.right(), foot))

    return Drawing(high, paint)


def hours_of_week(
    weights: np.ndarray, least: float = 0, high: float = 46, numbers: bool = True
) -> Drawing:
    """``weights``: 24 × 7 from Monday, in threes of hours; under ``least`` a cell is empty, and as
    many more as the page's total would betray.

    Darker: more; ``numbers``: they stand in the cells.
    """
    cells = weights.reshape(_BINS, 3, 7).sum(axis=1)
    told = cells_told(cells, least)
    top = max(float(cells.max()), 1e-9)

    def paint(painter: QPainter, place: QRectF) -> None:
        left, above = 18 * MM, 5 * MM
        wide = (place.width() - left) / _BINS
        tall = (place.height() - above) / 7
        for part in range(_BINS):
            words = f"{hour_words(3 * part)}–{hour_words(3 * part + 3)}"
            head_of = QRectF(place.left() + left + part * wide, place.top(), wide, above)
            _write(painter, head_of, words, 6.5, _GREY, align=_CENTRE)
        for day in range(7):
            line = place.top() + above + day * tall
            words = QRectF(place.left(), line, left - 1 * MM, tall)
            _write(painter, words, weekday(day, short=False), 7.5, _INK)
            for part in range(_BINS):
                value = float(cells[part, day])
                own = QRectF(place.left() + left + part * wide, line, wide, tall)
                shown = told[part, day]
                share = value / top if shown else 0
                painter.setPen(QPen(QColor("white"), 1))
                painter.setBrush(_shade(share))
                painter.drawRect(own)
                if shown and numbers and round(value):
                    ink = "white" if share > 0.55 else _INK
                    _write(painter, own, number(round(value)), 7, ink, align=_CENTRE)

    return Drawing(high, paint)


def cells_told(cells: np.ndarray, least: float) -> np.ndarray:
    """Which of a table's numbers may be drawn beside their total; boolean, of its shape."""
    from oltp_plugin.analysis.suppression import hidden_in_line

    gone = hidden_in_line(np.round(cells).ravel(), least).reshape(cells.shape)
    return (cells > 0) & (cells >= least) & ~gone


def coverage(names: Sequence[str], months_: Sequence[str], state: Callable) -> Drawing:
    """Partners by month; ``state(row, column)``: one of coverage's states, or None.

    Each state has a mark beside its colour, for a copy without colours.
    """
    tall, above = 5.2 * MM, 5 * MM

    def paint(painter: QPainter, place: QRectF) -> None:
        left = 0.36 * place.width()
        wide = (place.width() - left) / max(1, len(months_))
        every = math.ceil(_MONTH_NAME * MM / wide)  # a name for each month, or for some
        for column in range(0, len(months_), every):
            own = QRectF(place.left() + left + column * wide, place.top(), every * wide, above)
            align = _CENTRE if every == 1 else _LEFT
            _write(painter, own, months_[column], 6.5, _GREY, align=align)
        for row, name in enumerate(names):
            line = place.top() + above + row * tall
            _write(painter, QRectF(place.left(), line, left - MM, tall), name, 7.5, _INK)
            for column in range(len(months_)):
                found = state(row, column)
                own = QRectF(place.left() + left + column * wide, line, wide, tall)
                painter.setPen(QPen(QColor("white"), 1))
                painter.setBrush(QColor(STATE_COLOURS.get(found or "", "#ffffff")))
                painter.drawRect(own)
                _write(painter, own, _STATE_MARKS.get(found or "", ""), 7, _INK, align=_CENTRE)
        legend = "   ".join(
            f"{_STATE_MARKS[each]} {words}" for each, words in state_labels().items()
        )
        line = place.top() + above + len(names) * tall
        _write(painter, QRectF(place.left(), line, place.width(), above), legend, 7, _GREY)

    return Drawing((2 * above + len(names) * tall) / MM, paint)


def _shade(share: float) -> QColor:
    """From white to the pages' blue."""
    dark = QColor(COLOUR)
    return QColor(
        *(round(246 + (each - 246) * share) for each in (dark.red(), dark.green(), dark.blue()))
    )


def _write(
    painter: QPainter,
    place: QRectF,
    text: str,
    points: float,
    colour: str,
    bold: bool = False,
    tall: float = 0,
    align: int = _LEFT,
) -> None:
    """Write into ``place``, in smaller letters where it is long, then cut short; never outside."""
    own = QRectF(place)
    if tall:
        own.setHeight(tall)
    written = font(points, bold)

    def fits() -> bool:
        metrics = QFontMetricsF(written, painter.device())
        if not align & _WRAP:
            return metrics.horizontalAdvance(text) <= own.width()
        box = metrics.boundingRect(QRectF(0, 0, own.width(), 1e4), align & ~0xFF | _WRAP, text)
        return box.height() <= own.height() + 1 and box.width() <= own.width() + 1

    while not fits() and points > _SMALLEST:
        points -= 0.25
        written.setPointSizeF(points)
    if not fits():
        lines = max(1, int(own.height() / QFontMetricsF(written, painter.device()).lineSpacing()))
        room = own.width() * (lines - 0.3 if align & _WRAP and lines > 1 else 1)
        text = elided(text, written, room, painter)
    painter.setFont(written)
    painter.setPen(QColor(colour))
    painter.drawText(own, align, text)
