"""QGIS's temporal controller, set up for what the filter holds."""

from __future__ import annotations

from datetime import datetime, timedelta

from qgis.core import QgsDateTimeRange, QgsInterval, QgsProject, QgsTemporalNavigationObject
from qgis.core import QgsUnitTypes as Units
from qgis.PyQt.QtCore import QDateTime, Qt
from qgis.PyQt.QtWidgets import QDockWidget

_DAY = timedelta(days=1)
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


def set_up(iface, first: str, last: str) -> None:
    """Animate from ``first`` to the day of ``last`` (local times as they are stored), and show the
    panel."""
    begin = datetime.fromisoformat(first)
    end = datetime.fromisoformat(last).replace(hour=23, minute=59, second=59)
    step = step_for(begin, end)
    span = QgsDateTimeRange(_as_written(beginning(begin, step)), _as_written(end))
    settings = QgsProject.instance().timeSettings()
    settings.setTemporalRange(span)
    settings.setTimeStep(1)
    settings.setTimeStepUnit(_UNITS[step])
    controller = iface.mapCanvas().temporalController()
    controller.setFrameDuration(QgsInterval(1, _UNITS[step]))
    controller.setTemporalExtents(span)
    controller.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.Animated)
    controller.setCurrentFrameNumber(0)
    panel = iface.mainWindow().findChild(QDockWidget, "Temporal Controller")
    if panel is not None:
        panel.setVisible(True)


def _as_written(moment: datetime) -> QDateTime:
    """No time zone: the hour that the partner wrote, also the one that spring skips."""
    return QDateTime.fromString(moment.isoformat(timespec="seconds"), Qt.DateFormat.ISODate)
