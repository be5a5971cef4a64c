"""The bars by month in the dock: a picture that is made beside the window, and clicked."""

from __future__ import annotations

from bisect import bisect_right
from concurrent.futures import ThreadPoolExecutor

from qgis.PyQt.QtCore import QEvent, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QImage, QPainter, QPalette
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

from oltp_plugin.gui.dock.charts import INK, INK_ON_DARK, PALE, PALE_ON_DARK, Look, month_bars
from oltp_plugin.gui.dock.figures import month_days
from oltp_plugin.layers.filter_words import days_words, number_words
from oltp_plugin.translation import tr

_MOST = 120  # months; more would be thinner than a pixel or two


class MonthChart(QWidget):
    """Choose one month with a click, several by drawing the mouse over them."""

    months_chosen = pyqtSignal(str, str)  # the first and last month, YYYY-MM
    failed = pyqtSignal(object)  # an exception, such as a missing library
    _drawn = pyqtSignal(int, object)

    def __init__(self, like: QWidget, parent=None):
        """``like``: a label whose colours are the theme's; a style sheet gives this none."""
        super().__init__(parent)
        self._like = like
        self.setObjectName("monthChart")
        self.setAccessibleName(tr("Records by month"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._months: list[tuple[str, float]] = []
        self._chosen: set[str] = set()
        self._image, self._edges = QImage(), [0.0]
        self._number, self._pressed, self._ended = 0, None, False
        self._drawer = ThreadPoolExecutor(1, "oltp-charts")
        self._drawn.connect(self._show)
        self._settle = QTimer(self)  # while the dock is being resized
        self._settle.setSingleShot(True)
        self._settle.setInterval(60)
        self._settle.timeout.connect(self._draw)

    @property
    def months(self) -> list[tuple[str, float]]:
        return self._months

    @property
    def chosen(self) -> set[str]:
        return self._chosen

    def show_months(
        self, months: list[tuple[str, float]], first: str | None, last: str | None
    ) -> None:
        """The counts, and the ISO days between which a month is marked."""
        self._months = months[-_MOST:]
        self._chosen = {
            month
            for month, _ in self._months
            if (not first or month >= first[:7]) and (not last or month <= last[:7])
        }
        self._settle.start()

    def end(self) -> None:
        """Stop the thread: the plugin is being unloaded."""
        self._ended = True
        self._settle.stop()
        self._drawer.shutdown()

    def sizeHint(self):  # noqa: N802 - Qt name
        return QSize(250, 8 * self.fontMetrics().height())

    def slot_box(self, place: int) -> tuple[float, float]:
        """From where to where, across, the month at ``place`` is clicked."""
        return self._edges[place], self._edges[place + 1]

    def paintEvent(self, _event):
        if not self._image.isNull():
            QPainter(self).drawImage(self.rect(), self._image)

    def resizeEvent(self, _event):
        self._settle.start()

    def showEvent(self, _event):
        self._settle.start()

    def changeEvent(self, event):
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._settle.start()

    def mousePressEvent(self, event):
        self._pressed = self._place(event.pos().x())

    def mouseReleaseEvent(self, event):
        released = self._place(event.pos().x())
        if self._pressed is not None and released is not None:
            first, last = sorted((self._pressed, released))
            self.months_chosen.emit(self._months[first][0], self._months[last][0])
        self._pressed = None

    def event(self, event):
        if event.type() == QEvent.Type.ToolTip:
            place = self._place(event.pos().x())
            if place is not None:
                month, n = self._months[place]
                text = f"{days_words(*month_days(month))}: {number_words(n)}"
                QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _place(self, x: float) -> int | None:
        place = bisect_right(self._edges, x) - 1
        return place if 0 <= place < min(len(self._months), len(self._edges) - 1) else None

    def _draw(self) -> None:
        self._number += 1
        if self._ended or self.width() < 120 or self.height() < 60 or not self.isVisible():
            return  # too small for a scale, or not unfolded yet
        self._drawer.submit(self._drawing, self._number, self._months, self._chosen, self._look())

    def _look(self) -> Look:
        text = self._like.palette().color(QPalette.ColorRole.WindowText)
        on_dark = text.lightness() > 128
        return Look(
            self.width(),
            self.height(),
            self.devicePixelRatioF(),
            text.name(),
            INK_ON_DARK if on_dark else INK,
            PALE_ON_DARK if on_dark else PALE,
            0.85 * self.font().pointSizeF(),
        )

    def _drawing(self, number: int, months, chosen: set[str], look: Look) -> None:
        """In the drawer's thread."""
        if number != self._number or self._ended:
            return
        try:
            self._drawn.emit(number, month_bars(months, chosen, look))
        except Exception as error:  # told to the user by whoever shows the chart
            self._drawn.emit(number, error)

    def _show(self, number: int, drawn) -> None:
        if number != self._number:
            return
        if isinstance(drawn, Exception):
            self._ended = isinstance(
                drawn, ModuleNotFoundError
            )  # said once, then there is no chart
            self.failed.emit(drawn)
            return
        self._edges = drawn.edges
        self._image = QImage.fromData(drawn.png)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()
