"""Two periods that are compared: their days, what falls in each, how much chance moves counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from oltp_plugin.errors import AnalysisError

from .change import dispersion_by_season, dispersion_by_week
from .time_steps import covered_period, whole_steps

BEFORE, AFTER, NEITHER = 0, 1, -1
_WEEK = 7


@dataclass(frozen=True)
class TwoPeriods:
    """First and last day (datetime64[D], both included) of each; either may be the earlier one.

    Raises AnalysisError ``period_backwards``, ``periods_overlap``.
    """

    before: tuple[np.datetime64, np.datetime64]
    after: tuple[np.datetime64, np.datetime64]

    def __post_init__(self):
        for first, last in (self.before, self.after):
            if last < first:
                raise AnalysisError("period_backwards", start=str(first), end=str(last))
        (_, end), (start, _) = sorted([self.before, self.after])
        if start <= end:
            raise AnalysisError("periods_overlap", end=str(end), start=str(start))

    @classmethod
    def of(cls, before_from: str, before_to: str, after_from: str, after_to: str) -> TwoPeriods:
        """From four ISO days."""
        days = [np.datetime64(day, "D") for day in (before_from, before_to, after_from, after_to)]
        return cls((days[0], days[1]), (days[2], days[3]))

    @property
    def days(self) -> tuple[int, int]:
        """The lengths, before and after."""
        lengths = [(last - first).astype(int) + 1 for first, last in (self.before, self.after)]
        return int(lengths[0]), int(lengths[1])

    def which(self, times) -> np.ndarray:
        """BEFORE, AFTER or NEITHER for each moment."""
        days = np.asarray(times).astype("datetime64[D]")
        found = np.full(len(days), NEITHER)
        for period, (first, last) in ((BEFORE, self.before), (AFTER, self.after)):
            found[(days >= first) & (days <= last)] = period
        return found


def counts(place, times, weights, places: int, periods: TwoPeriods):
    """The records (or their weight) of each place in the period before, and after.

    ``place``: of each record, negative for none.
    """
    period = periods.which(times)
    found = []
    for each in (BEFORE, AFTER):
        chosen = (period == each) & (place >= 0)
        weight = None if weights is None else weights[chosen]
        found.append(np.bincount(place[chosen], weight, places).astype(float))
    return found[0], found[1]


@dataclass(frozen=True)
class Dispersion:
    """How much more counts vary than Poisson's: ``factor`` in the variance, 1 where unknown.

    ``basis``: "months", "weeks" or None; ``steps``: how many of them it was estimated from.
    """

    factor: float
    basis: str | None
    steps: int


def dispersion(place, times, weights, places: int, periods: TwoPeriods, missing=()) -> Dispersion:
    """From the history of all records: whole months, else the weeks of the two periods.

    ``place``: of each record, 0 to ``places`` - 1, negative for none; ``weights`` may be None.
    ``missing``: months (YYYY-MM) in which a source is absent; only those after the last one serve.
    """
    placed = np.asarray(place) >= 0
    place, times = place[placed], np.asarray(times)[placed]
    weights = None if weights is None else weights[placed]

    def table(step, steps: int) -> np.ndarray:
        inside = step >= 0
        each = None if weights is None else weights[inside]
        cells = place[inside] * steps + step[inside]
        return np.bincount(cells, each, places * steps).reshape(places, steps)

    if len(times):
        steps = whole_steps(*covered_period(times))
        if missing and len(steps):
            known = steps.starts >= max(np.datetime64(month, "M") + 1 for month in missing)
            steps = type(steps)(steps.starts[known], steps.ends[known])
        factor = dispersion_by_season(table(steps.index(times), len(steps)))
        if np.isfinite(factor):
            return Dispersion(factor, "months", len(steps) // 12 * 12)
    weeks = [length // _WEEK for length in periods.days]
    tables = []
    for (first, _), count in zip((periods.before, periods.after), weeks):
        week = (times.astype("datetime64[D]") - first).astype(int) // _WEEK
        tables.append(table(np.where((week >= 0) & (week < count), week, -1), count))
    factor = dispersion_by_week(*tables)
    if np.isfinite(factor):
        return Dispersion(factor, "weeks", sum(weeks))
    return Dispersion(1.0, None, 0)
