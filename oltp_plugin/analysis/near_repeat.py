"""Does it happen again nearby, soon after? The Knox table with its permutation test.

Pairs of incidents are sorted by how far apart in space and in time they are. What a table cell
would hold if place and time had nothing to do with each other is the number of pairs in its
distance interval times the share of all pairs in its time interval (Knox 1964), which is also the
mean over all permutations of the dates. p is the share of random permutations with as many pairs
(Townsley et al. 2003; Johnson et al. 2007). Intervals are closed on the right, the first also on
the left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from oltp_plugin.errors import AnalysisError

from .same_place import same_point

MOST_PAIRS = 10_000_000  # within the largest distance
EUCLIDEAN, MANHATTAN = range(2)
NONE, ORIGINATOR, REPEAT, NEAR_REPEAT = range(4)


@dataclass(frozen=True)
class Knox:
    """Tables of distance intervals × time intervals. ``pairs``: of all incidents.

    ``p``: one-sided, for more pairs than by chance.
    """

    observed: np.ndarray
    expected: np.ndarray
    p: np.ndarray
    pairs: int


@dataclass(frozen=True)
class Pairs:
    """Both ends (positions) of the pairs within the largest distance, and their distance."""

    one: np.ndarray
    other: np.ndarray
    distance: np.ndarray


def parse_limits(text: str) -> list[float]:
    """Limits of intervals from "0,100,200"; AnalysisError ``bad_limits``."""
    try:
        limits = [float(part) for part in text.split(",")]
    except ValueError as error:
        raise AnalysisError("bad_limits", text=text) from error
    rising = all(a < b for a, b in zip(limits, limits[1:]))
    if len(limits) < 2 or not rising or limits[0] < 0 or not np.isfinite(limits).all():
        raise AnalysisError("bad_limits", text=text)
    return limits


def near_pairs(x, y, reach: float, metric: int = EUCLIDEAN) -> Pairs:
    """The pairs of n points at most ``reach`` metres apart, as ``metric`` measures.

    Raises AnalysisError ``too_many_pairs``.
    """
    from scipy.spatial import cKDTree

    power = 1 if metric == MANHATTAN else 2
    points = np.column_stack((x, y))
    tree = cKDTree(points)
    # A little more than asked for, since the tree rounds: which pairs are within is seen below.
    wider = reach * (1 + 1e-9)
    count = (int(tree.count_neighbors(tree, wider, p=power)) - len(points)) // 2
    if count > MOST_PAIRS:
        raise AnalysisError("too_many_pairs", millions=round(count / 1e6), most=MOST_PAIRS // 10**6)
    one, other = tree.query_pairs(wider, p=power, output_type="ndarray").T
    apart = np.abs(points[one] - points[other])
    distance = apart.sum(axis=1) if metric == MANHATTAN else np.hypot(*apart.T)
    near = distance <= reach
    return Pairs(one[near], other[near], distance[near])


def knox(
    pairs: Pairs,
    days: np.ndarray,
    distance_limits,
    day_limits,
    permutations: int = 999,
    seed: int = 1,
    tick: Callable[[float], None] = lambda fraction: None,
) -> Knox:
    """The table for n incidents on ``days`` (integers) and the pairs among them.

    ``distance_limits`` (metres), ``day_limits``: the edges of the rows and columns, rising.
    ``permutations``: of the days among the incidents, drawn with ``seed``.
    """
    rows, columns = len(distance_limits) - 1, len(day_limits) - 1
    row = intervals(pairs.distance, distance_limits)
    held = row >= 0
    one, other, row = pairs.one[held], pairs.other[held], row[held]
    days = days - days.min()
    # The column of each number of days between two incidents; the last one for none of them.
    column_of = intervals(np.arange(int(days.max()) + 1), day_limits)
    column_of[column_of < 0] = columns

    def table(when: np.ndarray) -> np.ndarray:
        column = column_of[np.abs(when[one] - when[other])]
        cells = np.bincount(row * (columns + 1) + column, minlength=rows * (columns + 1))
        return cells.reshape(rows, columns + 1)[:, :columns]

    observed = table(days)
    random = np.random.default_rng(seed)
    as_many = np.zeros_like(observed)
    for number in range(permutations):
        tick(number / permutations)
        as_many += table(random.permutation(days)) >= observed
    total = len(days) * (len(days) - 1) // 2
    share = np.bincount(column_of, _pairs_by_lag(days), columns + 1)[:columns] / total
    expected = np.bincount(row, minlength=rows)[:, None] * share
    return Knox(observed, expected, (as_many + 1) / (permutations + 1), total)


def intervals(values, limits) -> np.ndarray:
    """Which interval each value is in; -1 for none."""
    given: np.ndarray = np.asarray(values, dtype=float)
    position: np.ndarray = np.asarray(np.digitize(given, limits, right=True)) - 1
    position[given == limits[0]] = 0
    position[position >= len(limits) - 1] = -1
    return position


def _pairs_by_lag(days: np.ndarray) -> np.ndarray:
    """How many pairs are 0, 1, 2… days apart; from how many incidents each day has."""
    from scipy.signal import fftconvolve

    on_day = np.bincount(days).astype(float)
    lagged = np.rint(fftconvolve(on_day, on_day[::-1])[len(on_day) - 1 :])
    lagged[0] = (lagged[0] - on_day.sum()) / 2
    return lagged


def roles(pairs: Pairs, x, y, times, reach_days: float) -> np.ndarray:
    """Each incident's role among the pairs at most ``reach_days`` apart, as integers.

    Of the two ends of a pair the earlier one comes first; at the same moment the one farther
    west, then south, so that one and only one of them is the first.
    """
    order = np.lexsort((y, x, times))
    rank = np.empty(len(times), dtype=np.intp)
    rank[order] = np.arange(len(times))
    day = times // 86_400
    near = np.abs(day[pairs.one] - day[pairs.other]) <= reach_days
    one, other = pairs.one[near], pairs.other[near]
    swapped = rank[one] > rank[other]
    first, after = np.where(swapped, other, one), np.where(swapped, one, other)
    place = same_point(x, y)
    role = np.full(len(times), NONE)
    role[first] = ORIGINATOR
    role[after] = NEAR_REPEAT
    role[after[place[first] == place[after]]] = REPEAT
    return role
