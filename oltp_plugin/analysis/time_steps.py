"""Calendar steps of a period: days, Monday weeks, months, quarters, years, and multiples."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from oltp_plugin.errors import AnalysisError

UNITS = ("day", "week", "month", "quarter", "year")  # the enum STEP_UNIT, for ever

_DAY = np.timedelta64(1, "D")
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_MONDAY = np.datetime64("1970-01-05", "D")
# Days without a record at an end of the data, in mean gaps between days that have one: so many
# come by chance once in twenty times (e⁻³); more, and the records do not reach the step's end.
_GAPS = 3
MOST_STEPS = 100_000


@dataclass(frozen=True)
class Steps:
    """Whole steps in order, not always without a gap: ``starts``, and ``ends`` (the day after).

    Both datetime64[D]. ``incomplete``: from which days on a step was left out because the period
    does not cover it whole; ``missing``: first days of those left out by ``without``.
    """

    starts: np.ndarray
    ends: np.ndarray
    incomplete: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.starts)

    def index(self, times) -> np.ndarray:
        """Which step each moment falls in; -1 where in none (or NaT)."""
        days = np.asarray(times).astype("datetime64[D]")
        found = np.full(len(days), -1)
        if len(self):
            before = np.subtract(np.searchsorted(self.starts, days, side="right"), 1)
            end: np.ndarray = np.take(self.ends, np.maximum(before, 0))
            inside = (before >= 0) & (days < end) & ~np.isnat(days)
            found[inside] = before[inside]
        return found

    def without(self, months) -> Steps:
        """The steps that touch none of ``months`` (texts, YYYY-MM)."""
        absent = np.array(sorted(months), dtype="datetime64[M]")
        first = self.starts.astype("datetime64[M]")
        last = (self.ends - _DAY).astype("datetime64[M]")
        touched = np.searchsorted(absent, last, "right") > np.searchsorted(absent, first, "left")
        return Steps(
            self.starts[~touched],
            self.ends[~touched],
            self.incomplete,
            tuple(map(str, self.starts[touched])),
        )


def whole_steps(first, last, step: int = 1, unit: str = "month") -> Steps:
    """The whole steps of ``step`` units from day ``first`` to day ``last``, both included.

    They begin with the first whole unit, so that they stay the same when the period grows at its
    end. Raises AnalysisError ``too_many_steps``.
    """
    first, after = np.datetime64(first, "D"), np.datetime64(last, "D") + _DAY
    length = step * _MONTHS.get(unit, 7 if unit == "week" else 1)
    begin: np.datetime64
    end: np.datetime64
    if unit in _MONTHS:
        begin, end = _months_from(first, _MONTHS[unit]), after.astype("datetime64[M]")
    elif unit == "week":
        begin, end = first + (_MONDAY - first).astype(int) % 7 * _DAY, after
    else:
        begin, end = first, after
    count = max(0, int((end - begin).astype(int)) // length)
    if count > MOST_STEPS:
        raise AnalysisError("too_many_steps", n=count)
    edges = (begin + np.arange(count + 1) * length).astype("datetime64[D]")
    cut = [] if count and edges[0] == first else [first]
    if count and edges[-1] < after:
        cut.append(edges[-1])
    return Steps(edges[:-1], edges[1:], tuple(map(str, cut)))


def _months_from(day: np.datetime64, months: int) -> np.datetime64:
    """The first month, a multiple of ``months``, that begins on ``day`` or later."""
    month: np.datetime64 = day.astype("datetime64[M]")
    if month.astype("datetime64[D]") < day:
        month = month + 1
    return month + (-month.astype(int)) % months


def covered_period(times, unit: str = "month") -> tuple[np.datetime64, np.datetime64]:
    """First and last day that records at ``times`` speak for.

    Records seldom fall on the very first and last day of a step. A step at either end is taken as
    whole where the days in it without a record are no more than three mean gaps between days with
    records; the day returned is then the step's own first or last.
    """
    days = np.unique(np.asarray(times).astype("datetime64[D]"))
    days = days[~np.isnat(days)]
    first, last = days[0], days[-1]
    gap = (last - first).astype(int) / max(len(days) - 1, 1)
    begin, end = _step_around(first, unit)[0], _step_around(last, unit)[1]
    if (first - begin).astype(int) <= _GAPS * gap:
        first = begin
    if (end - last).astype(int) <= _GAPS * gap:
        last = end
    return first, last


def _step_around(day: np.datetime64, unit: str) -> tuple[np.datetime64, np.datetime64]:
    """First and last day of the unit that ``day`` lies in."""
    if unit in _MONTHS:
        month: np.datetime64 = day.astype("datetime64[M]")
        month = month - month.astype(int) % _MONTHS[unit]
        following: np.datetime64 = (month + _MONTHS[unit]).astype("datetime64[D]")
        return month.astype("datetime64[D]"), following - _DAY
    if unit == "week":
        monday = day - (day - _MONDAY).astype(int) % 7 * _DAY
        return monday, monday + 6 * _DAY
    return day, day
