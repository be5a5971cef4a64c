"""When incidents happened, by hour of the week, though many are known only as an interval.

Aoristic analysis (Ratcliffe J. H. 2000, *Aoristic analysis: the spatial interpretation of
unspecific temporal events*, International Journal of Geographical Information Science 14): an
incident that happened at some time between two moments is shared over the hours between them, in
proportion to the time that the interval spends in each.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

HOURS = 168  # in a week
LONG = 8 * 3600  # s; a working day: longer, and the hours say little

_HOUR = 3600  # s
_MONDAY = 72 * _HOUR  # 1970-01-01, from which numpy counts, was the fourth day of its week
_DAY = np.timedelta64(1, "D")
_MONTH = np.timedelta64(31, "D")


@dataclass(frozen=True)
class HoursOfWeek:
    """Incidents by hour and day of the week.

    ``weights``: 24 × 7, hours from 0 and days from Monday; its sum is ``n``. ``used``: which
    records count. ``n``: their number, or the sum of their weights. ``undated``: records without
    a beginning, ``backwards``: those that end before they begin; neither counts. ``spread``:
    share (0 to 1) of n that lies over more than one hour, ``long``: over more than 8 hours; both
    nan where n is 0.
    """

    weights: np.ndarray
    used: np.ndarray
    n: float
    undated: int
    backwards: int
    spread: float
    long: float


def hours_of_week(start, end=None, weights=None, precision=None) -> HoursOfWeek:
    """Share every incident over the hours of the week in which it may have happened.

    ``start``, ``end``: datetime64 of any unit, as the clock on the wall showed it; NaT where
    unknown. ``weights``: how much each record counts. The time from ``start`` to ``end`` is
    shared to the second. An incident without an end, or with one equal to its beginning, belongs
    to the hour of its beginning; one that spans more than a week counts 1/168 in every hour.

    A date without a clock time stands for its whole day: dates (datetime64[D]), and records whose
    ``precision`` (an observatory's words) is "day"; those of "month" stand for the month.
    """
    start, end = _as_known(start, end, precision)
    undated, backwards = np.isnat(start), end < start
    used = ~(undated | backwards)
    begins = start[used].astype(np.int64) + _MONDAY
    length = end[used].astype(np.int64) + _MONDAY - begins
    each = np.ones(len(begins)) if weights is None else np.asarray(weights, dtype=float)[used]
    total = float(each.sum())
    several = begins % _HOUR + length > _HOUR
    return HoursOfWeek(
        weights=_shared(begins, length, each).reshape(7, 24).T,
        used=used,
        n=total,
        undated=int(np.count_nonzero(undated)),
        backwards=int(np.count_nonzero(backwards)),
        spread=_share(each, several, total),
        long=_share(each, length > LONG, total),
    )


def _as_known(start, end, precision) -> tuple[np.ndarray, np.ndarray]:
    """First and last moment of each incident, in seconds; NaT where the first is unknown."""
    start = np.asarray(start)
    last = start.astype("datetime64[s]")
    if start.dtype == np.dtype("datetime64[D]"):
        last = last + _DAY
    if end is not None:
        end = np.asarray(end)
        known = ~np.isnat(end)
        whole = np.timedelta64(end.dtype == np.dtype("datetime64[D]"), "D")
        last[known] = (end[known] + whole).astype("datetime64[s]")
    start = start.astype("datetime64[s]")
    if precision is not None:
        precision = np.asarray(precision, dtype=object)
        for word, unit, length in (("day", "D", _DAY), ("month", "M", _MONTH)):
            rough = (precision == word) & (last == start)
            start[rough] = start[rough].astype(f"datetime64[{unit}]")
            last[rough] = start[rough] + length
    return start, last


def _shared(begins: np.ndarray, length: np.ndarray, each: np.ndarray) -> np.ndarray:
    """The weight in each of 168 hours from Monday 0:00, of intervals of ``length`` seconds."""
    whole_week = length > HOURS * _HOUR
    uniform = each[whole_week].sum() / HOURS
    begins, length, each = begins[~whole_week], length[~whole_week], each[~whole_week]
    first, last = begins // _HOUR, (begins + length) // _HOUR
    one = first == last
    rate = each / np.maximum(length, 1)
    in_first = np.where(one, each, ((first + 1) * _HOUR - begins) * rate)
    in_last = np.where(one, 0.0, (begins + length - last * _HOUR) * rate)
    cells = np.bincount(first % HOURS, in_first, HOURS) + np.bincount(last % HOURS, in_last, HOURS)
    between = np.where(one, 0, last - first - 1)
    return cells + _whole_hours((first + 1) % HOURS, between, rate * _HOUR) + uniform


def _whole_hours(first: np.ndarray, count: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """The weight in each hour of runs of ``count`` (0 to 168) whole hours from ``first`` on."""
    runs = np.bincount(first * (HOURS + 1) + count, weight, HOURS * (HOURS + 1))
    runs = runs.reshape(HOURS, HOURS + 1)
    # By first hour and offset: all runs that reach so far. Sums of what is there, never
    # differences, so that an empty hour stays exactly 0.
    reaching = np.cumsum(runs[:, :0:-1], axis=1)[:, ::-1]
    hour = (np.arange(HOURS)[:, None] + np.arange(HOURS)) % HOURS
    return np.bincount(hour.ravel(), reaching.ravel(), HOURS)


def _share(each: np.ndarray, chosen: np.ndarray, total: float) -> float:
    return float(each[chosen].sum() / total) if total else np.nan
