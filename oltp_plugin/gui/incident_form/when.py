"""When it happened: a moment, a day, a month, or between two moments.

Days and hours have their own widgets, and are joined as text: a date-time of Qt's would lose the
hour that a clock change skips, in whatever time zone the PC is set to.
"""

from __future__ import annotations

from datetime import datetime

from qgis.PyQt.QtCore import QDate, QObject, QTime, pyqtSignal

from oltp_plugin.intake import entry_times
from oltp_plugin.layers.incident_form import choices


class When(QObject):
    """Drives the form's rows of times; ``values()`` are as the observatory writes them."""

    changed = pyqtSignal()

    def __init__(self, form):
        super().__init__(form)
        self._form = form
        self._is_given = False  # what a new form shows is nobody's word
        self._end_is_kept = False  # of a day that was imported with its end
        for code, words in choices()["time_precision"].items():
            form.precisionOfTimeCombo.addItem(words, code)
        form.precisionOfTimeCombo.currentIndexChanged.connect(lambda _row: self._follow())
        for widget in (form.fromDate, form.toDate):
            widget.dateChanged.connect(lambda _day: self._touched())
        for widget in (form.fromTime, form.toTime):
            widget.timeChanged.connect(lambda _time: self._touched())
        form.fromDate.dateChanged.connect(self._pull_end)
        form.nowButton.clicked.connect(self._take_now)
        form.nightButton.clicked.connect(lambda: self._take(entry_times.last_night))
        form.weekendButton.clicked.connect(lambda: self._take(entry_times.last_weekend))
        self._follow()

    def values(self) -> tuple[str, str | None, str]:
        """``occurred_from`` (empty: not given yet), ``occurred_to``, ``time_precision``."""
        form, precision = self._form, self._precision()
        if not self._is_given:
            return "", None, precision
        start = moment_text(form.fromDate, form.fromTime)
        if precision == "day":
            start = start[:11] + "00:00:00"
        elif precision == "month":
            start = start[:8] + "01T00:00:00"
        end = moment_text(form.toDate, form.toTime) if self._has_end() else None
        return start, end, precision

    def show(self, start: str, end: str | None, precision: str) -> None:
        """Show stored times; an empty ``start`` is one still to be given."""
        form = self._form
        given = bool(start)
        self._end_is_kept = end is not None and precision != "interval"
        moment = start or datetime.now().replace(second=0).isoformat(timespec="seconds")
        blocked = [(each, each.blockSignals(True)) for each in self._widgets()]
        show_moment(moment, form.fromDate, form.fromTime)
        show_moment(end or moment, form.toDate, form.toTime)
        row = form.precisionOfTimeCombo.findData(precision)
        form.precisionOfTimeCombo.setCurrentIndex(max(row, 0))
        for widget, before in blocked:
            widget.blockSignals(before)
        self._is_given = given
        self._follow()

    def _widgets(self) -> tuple:
        form = self._form
        return (
            form.fromDate,
            form.fromTime,
            form.toDate,
            form.toTime,
            form.precisionOfTimeCombo,
        )

    def _precision(self) -> str:
        return self._form.precisionOfTimeCombo.currentData()

    def _has_end(self) -> bool:
        return self._precision() == "interval" or self._end_is_kept

    def _follow(self) -> None:
        form, precision = self._form, self._precision()
        form.fromTime.setVisible(precision not in ("day", "month"))
        for widget in (form.occurred_toLabel, form.toDate, form.toTime):
            widget.setVisible(self._has_end())
        form.fromDate.setDisplayFormat("MM/yyyy" if precision == "month" else "dd/MM/yyyy")
        self.changed.emit()

    def _touched(self) -> None:
        self._is_given = True
        self.changed.emit()

    def _pull_end(self, day: QDate) -> None:
        """The end goes with the beginning until it is given, and is never earlier."""
        if not self._has_end() or self._form.toDate.date() < day:
            self._form.toDate.setDate(day)

    def _take_now(self) -> None:
        moment = datetime.now().replace(second=0).isoformat(timespec="seconds")
        self.show(moment, None, "minute")

    def _take(self, shortcut) -> None:
        start, end = shortcut(datetime.now())
        self.show(
            start.isoformat(timespec="seconds"), end.isoformat(timespec="seconds"), "interval"
        )


def moment_text(day, hour) -> str:
    """The moment of two widgets, as it is stored."""
    return f"{day.date().toString('yyyy-MM-dd')}T{hour.time().toString('HH:mm:ss')}"


def show_moment(text: str, day, hour) -> None:
    """Show a stored moment in two widgets."""
    day.setDate(QDate.fromString(text[:10], "yyyy-MM-dd"))
    hour.setTime(QTime.fromString(text[11:19], "HH:mm:ss"))
