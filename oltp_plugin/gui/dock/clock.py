"""The week as a clock of 7 × 24 cells: shaded by what happened when, painted to choose hours."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QEvent, QPoint, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPainter, QPalette, QPen
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

from oltp_plugin.layers.filter_words import hour_words, weekday
from oltp_plugin.translation import language, tr

_ROW = 1.35  # of the font's height
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class WeekClock(QWidget):
    """Days from Monday down, hours from the day's start across.

    The mouse paints: the first cell says whether hours are added or taken away; a day's name or
    an hour's number does the whole line. Arrows move, the space bar paints.
    """

    painted = pyqtSignal(object)  # the chosen hours of the week, by the user

    def __init__(self, like: QWidget, parent=None):
        """``like``: a label whose colours are the theme's; a style sheet gives this none."""
        super().__init__(parent)
        self._like = like
        self.setObjectName("weekClock")
        self.setAccessibleName(tr("Hours of the week"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._weights: Sequence[float] = [0.0] * 168
        self._hours: set[int] = set()
        self._start = 0
        self._adding: bool | None = None  # while the mouse paints
        self._last: tuple[int, int] | None = None
        self._cursor = (0, 0)

    def show_hours(self, hours: Sequence[int], day_start: int) -> None:
        self._hours, self._start = set(hours), day_start
        self.update()

    def show_weights(self, weights: Sequence[float]) -> None:
        """168 numbers from Monday midnight on."""
        self._weights = [float(each) for each in weights]
        self.update()

    def sizeHint(self):  # noqa: N802 - Qt name
        return QSize(250, round(8.2 * _ROW * self.fontMetrics().height()))

    # geometry

    def cell_box(self, day: int, column: int) -> QRectF:
        """Where a cell is drawn; ``column`` counts from the day's start."""
        left, top, wide, high = self._frame()
        return QRectF(left + column * wide, top + day * high, wide, high)

    def hour_of(self, day: int, column: int) -> int:
        """The hour of the week of a cell: after midnight it is the next day's."""
        return (24 * day + self._start + column) % 168

    def _frame(self) -> tuple[float, float, float, float]:
        metrics = self.fontMetrics()
        left = max(metrics.horizontalAdvance(weekday(day)) for day in range(7)) + 5
        top = metrics.height() + 1
        return left, top, max(1.0, (self.width() - left - 2) / 24), (self.height() - top - 2) / 7

    def _cell_at(self, position: QPoint) -> tuple[int, int]:
        """Day and column; -1 for the names of the days and the numbers of the hours."""
        left, top, wide, high = self._frame()
        day = int((position.y() - top) // high) if position.y() >= top else -1
        column = int((position.x() - left) // wide) if position.x() >= left else -1
        return min(day, 6), min(column, 23)

    # drawing

    def paintEvent(self, _event):
        painter = QPainter(self)
        self._paint_names(painter)
        most = max(self._weights) or 1.0
        light, dark = self._shades()
        for day in range(7):
            for column in range(24):
                hour, box = self.hour_of(day, column), self.cell_box(day, column)
                painter.fillRect(
                    box.adjusted(0.5, 0.5, -0.5, -0.5),
                    _between(light, dark, self._weights[hour] / most),
                )
                if self._hours:
                    self._mark(painter, box, hour in self._hours)
        if self.hasFocus():
            painter.setPen(QPen(self._text(), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.cell_box(*self._cursor).adjusted(1, 1, -1, -1))

    def _paint_names(self, painter: QPainter) -> None:
        left, top, wide, high = self._frame()
        painter.setPen(self._text())
        for day in range(7):
            box = QRectF(0, top + day * high, left - 4, high)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, weekday(day)
            )
        step = 3 if 3 * wide > painter.fontMetrics().horizontalAdvance("00") + 4 else 6
        for column in range(0, 24, step):
            box = QRectF(left + column * wide, 0, step * wide, top)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, str((self._start + column) % 24))

    def _shades(self) -> tuple[QColor, QColor]:
        """From nothing to most; in grey too, the more the further from the background."""
        if self._text().lightness() > 128:
            return QColor("#2b2f33"), QColor("#c6dbef")
        return QColor("#eef1f4"), QColor("#08306b")

    def _text(self) -> QColor:
        return self._like.palette().color(QPalette.ColorRole.WindowText)

    def _mark(self, painter: QPainter, box: QRectF, chosen: bool) -> None:
        if chosen:
            painter.setPen(QPen(QColor("#e6550d"), 1.5))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        else:
            veil = self._shades()[0]
            veil.setAlpha(150)
            painter.fillRect(box, veil)

    # the user

    def mousePressEvent(self, event):
        if event.button() != Qt.MouseButton.LeftButton:
            return
        cell = self._cell_at(event.pos())
        hours = self._hours_at(cell)
        self._adding = not hours <= self._hours
        self._last = None
        self._paint_to(cell)

    def mouseMoveEvent(self, event):
        if self._adding is not None:
            self._paint_to(self._cell_at(event.pos()))

    def mouseReleaseEvent(self, event):
        if self._adding is not None:
            self._paint_to(self._cell_at(event.pos()))
            self._adding = None
            self._tell()

    def keyPressEvent(self, event):
        if event.key() in _ARROWS:
            day, column = (sum(pair) for pair in zip(self._cursor, _ARROWS[event.key()]))
            self._cursor = day % 7, column % 24
            self.update()
        elif event.key() == Qt.Key.Key_Space:
            self._hours ^= {self.hour_of(*self._cursor)}
            self._tell()
        else:
            super().keyPressEvent(event)

    def event(self, event):
        if event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(self._cell_at(event.pos())), self)
            return True
        return super().event(event)

    def _paint_to(self, cell: tuple[int, int]) -> None:
        """Also what lies between two positions of a quick mouse."""
        for passed in _line(self._last or cell, cell):
            hours = self._hours_at(passed)
            self._hours = self._hours | hours if self._adding else self._hours - hours
        self._last = cell
        if min(cell) >= 0:
            self._cursor = cell
        self.update()

    def _hours_at(self, cell: tuple[int, int]) -> set[int]:
        day, column = cell
        days = range(7) if day < 0 else (day,)
        columns = range(24) if column < 0 else (column,)
        if day < 0 and column < 0:
            return set()
        return {self.hour_of(each, other) for each in days for other in columns}

    def _tell(self) -> None:
        self.update()
        self.painted.emit(tuple(sorted(self._hours)) if len(self._hours) < 168 else ())

    def _tip(self, cell: tuple[int, int]) -> str:
        if min(cell) < 0:
            return tr("Click to choose the whole line.")
        hour = self.hour_of(*cell)
        return tr("{day} {hour}: {n} records").format(
            day=weekday(hour // 24, short=False),
            hour=hour_words(hour),
            n=f"{self._weights[hour]:.1f}".replace(".", "," if language() == "fr" else "."),
        )


def _between(light: QColor, dark: QColor, share: float) -> QColor:
    return QColor(
        *(
            round(one + (other - one) * share)
            for one, other in zip(light.getRgb()[:3], dark.getRgb()[:3])
        )
    )


def _line(begin: tuple[int, int], end: tuple[int, int]) -> list[tuple[int, int]]:
    """The cells from one to another, both included."""
    steps = max(abs(end[0] - begin[0]), abs(end[1] - begin[1]), 1)
    return [
        tuple(round(a + (b - a) * step / steps) for a, b in zip(begin, end))
        for step in range(steps + 1)
    ]
