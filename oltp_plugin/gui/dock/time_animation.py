"""QGIS's temporal controller, set up for what the filter holds."""

from __future__ import annotations

from datetime import datetime, timedelta

from qgis.core import QgsDateTimeRange, QgsInterval, QgsProject, QgsTemporalNavigationObject
from qgis.core import QgsUnitTypes as Units
from qgis.PyQt.QtCore import QDateTime, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDockWidget

from oltp_plugin.gui.background import Background
from oltp_plugin.layers.views import kinds
from oltp_plugin.observatory.connection import reading
from oltp_plugin.observatory.filter import IncidentFilter
from oltp_plugin.observatory.shown import span

_DAY = timedelta(days=1)
_ROLE = f"{kinds.PREFIX}time"
_UNITS = {
    "hour": Units.TemporalUnit.TemporalHours,
    "day": Units.TemporalUnit.TemporalDays,
    "week": Units.TemporalUnit.TemporalWeeks,
    "month": Units.TemporalUnit.TemporalMonths,
    "year": Units.TemporalUnit.TemporalYears,
}


def step_for(first: datetime, last: datetime) -> str:
    """The step that shows from ``first`` to ``last`` in a number of pictures one can watch."""
    days = (last - first) / _DAY
    for step, longest in (("hour", 4), ("day", 93), ("week", 367), ("month", 3660)):
        if days <= longest:
            return step
    return "year"


def beginning(moment: datetime, step: str) -> datetime:
    """When the hour, day, week (Monday), month or year of ``moment`` began."""
    if step == "hour":
        return moment.replace(minute=0, second=0)
    day = moment.replace(hour=0, minute=0, second=0)
    if step == "week":
        return day - day.weekday() * _DAY
    if step == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if step == "year" else day


class TimeAnimation(QObject):
    """Sets the controller up for a view that is added, and again when the filter holds others.

    No longer once the user has set another range or another step in the controller.
    """

    failed = pyqtSignal(object)  # an exception

    def __init__(self, iface, manager, current, parent: QObject):
        super().__init__(parent)
        self._iface, self._current = iface, current
        self._set: tuple | None = None  # what was set here last: range and unit of the step
        self._reading = Background(self.failed.emit, self)
        manager.answered.connect(self._follow)

    def begin(self, first: str, last: str) -> None:
        """Animate from ``first`` to the day of ``last``, local times as they are stored, and show
        the controller's panel."""
        self._show(first, last)
        panel = self._iface.mainWindow().findChild(QDockWidget, "Temporal Controller")
        if panel is not None:
            panel.setVisible(True)

    def _follow(self, chosen: IncidentFilter, _figures) -> None:
        path, condition = self._current.path, chosen.sql()
        if self._set is None or self._set != self._found() or self._current.layer(_ROLE) is None:
            return

        def read():
            with reading(path) as connection:
                return span(connection, condition)

        self._reading.run(kinds.title("time"), read, lambda held: self._show(*held[:2]))

    def _show(self, first: str | None, last: str | None) -> None:
        if first is None or last is None:
            return
        begin = datetime.fromisoformat(first)
        end = datetime.fromisoformat(last).replace(hour=23, minute=59, second=59)
        step = step_for(begin, end)
        whole = QgsDateTimeRange(_as_written(beginning(begin, step)), _as_written(end))
        if self._set == (whole, _UNITS[step]) == self._found():
            return  # what is being watched goes on
        self._set = whole, _UNITS[step]
        settings = QgsProject.instance().timeSettings()
        settings.setTemporalRange(whole)
        settings.setTimeStep(1)
        settings.setTimeStepUnit(_UNITS[step])
        controller = self._iface.mapCanvas().temporalController()
        controller.setFrameDuration(QgsInterval(1, _UNITS[step]))
        controller.setTemporalExtents(whole)
        controller.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.Animated)
        controller.setCurrentFrameNumber(0)

    def _found(self) -> tuple:
        """What the controller is set to."""
        controller = self._iface.mapCanvas().temporalController()
        return controller.temporalExtents(), controller.frameDuration().originalUnit()


def _as_written(moment: datetime) -> QDateTime:
    """No time zone: the hour that the partner wrote, also the one that spring skips."""
    return QDateTime.fromString(moment.isoformat(timespec="seconds"), Qt.DateFormat.ISODate)
