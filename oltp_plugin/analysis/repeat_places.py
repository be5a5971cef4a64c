"""Places where it happened more than once: how often, between which days, how soon again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .same_place import same_point

DAY = 86_400  # seconds


@dataclass(frozen=True)
class RepeatPlaces:
    """One row a place, most records first. ``place``: its number among the given ones.

    ``x``, ``y``: where most of its records stand. ``n``: records, or their weight. ``first``,
    ``last``: datetime64[D], NaT without times. ``median_days``: median time from one record to
    the next, in days; NaN without times.
    """

    place: np.ndarray
    x: np.ndarray
    y: np.ndarray
    n: np.ndarray
    first: np.ndarray
    last: np.ndarray
    median_days: np.ndarray


def repeat_places(place, x, y, times=None, weights=None, min_count: float = 2) -> RepeatPlaces:
    """The places that n records weigh ``min_count`` or more at.

    ``place``: n integers from 0 on. ``times``: n integers, seconds since 1970. Records of the
    same moment or day need no order: they are 0 days apart, whichever comes first.
    """
    count = int(place.max()) + 1 if len(place) else 0
    n = np.bincount(place, weights, count)
    first = last = np.full(count, "NaT", dtype="datetime64[D]")
    median = np.full(count, np.nan)
    if times is not None and count:
        order = np.lexsort((times, place))
        ordered, when = place[order], times[order]
        held, starts = np.unique(ordered, return_index=True)
        ends = np.append(starts[1:], len(ordered)) - 1
        first, last = first.copy(), last.copy()
        first[held] = _days(when[starts])
        last[held] = _days(when[ends])
        again = ordered[1:] == ordered[:-1]
        median = _medians(ordered[1:][again], np.diff(when)[again] / DAY, count)
    kept = np.flatnonzero(n >= min_count) if count else np.zeros(0, dtype=np.intp)
    kept = kept[np.argsort(-n[kept], kind="stable")]
    at = _most_common(place, x, y, count)[kept]
    n = n if weights is not None else n.astype(np.int64)
    return RepeatPlaces(kept, x[at], y[at], n[kept], first[kept], last[kept], median[kept])


def _days(seconds: np.ndarray) -> np.ndarray:
    return seconds.astype("datetime64[s]").astype("datetime64[D]")


def _medians(group: np.ndarray, values: np.ndarray, count: int) -> np.ndarray:
    """The median of each group's values; NaN for a group without any."""
    median = np.full(count, np.nan)
    if len(group):
        values = values[np.lexsort((values, group))]
        held, times = np.unique(group, return_counts=True)
        starts = np.cumsum(times) - times
        median[held] = (values[starts + (times - 1) // 2] + values[starts + times // 2]) / 2
    return median


def _most_common(place, x, y, count: int) -> np.ndarray:
    """For each place, a record that stands where most of its records do."""
    point = same_point(x, y)
    pairs, record, times = np.unique(
        np.column_stack((place, point)), axis=0, return_index=True, return_counts=True
    )
    order = np.lexsort((pairs[:, 1], -times, pairs[:, 0]))
    held, best = np.unique(pairs[order, 0], return_index=True)
    at = np.zeros(count, dtype=np.intp)
    at[held] = record[order][best]
    return at
