"""Incidents on the streets where they happened: each at the nearest one within reach.

A point as near to several segments as to each other (an intersection) is shared among them, 1/k
each, so that the counts add up to the points. A point with no segment within reach belongs to
none: a network without its footpaths must not collect what happened on them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely

_POINTS_A_STEP = 20_000
_EQUALLY_NEAR = 1e-6  # m, what rounding does to equal distances


@dataclass(frozen=True)
class Snapped:
    """``n``: the points' weight on each of m segments. ``distance``: of each point to its
    segment, NaN where none is within reach. ``shared``: how many points had several."""

    n: np.ndarray
    distance: np.ndarray
    shared: int


def snap(
    x,
    y,
    lines,
    reach: float,
    weights=None,
    tick: Callable[[float], None] = lambda fraction: None,
) -> Snapped:
    """n points at their nearest of ``lines`` (shapely), at most ``reach`` metres away."""
    tree = shapely.STRtree(lines)
    n, distance = np.zeros(len(lines)), np.full(len(x), np.nan)
    shared = 0
    for start in range(0, len(x), _POINTS_A_STEP):
        tick(start / len(x))
        part = slice(start, start + _POINTS_A_STEP)
        points = shapely.points(x[part], y[part])
        nearest, apart = tree.query_nearest(
            points, max_distance=max(reach, _EQUALLY_NEAR), return_distance=True, all_matches=False
        )
        one, found = nearest
        distance[start + one] = apart
        # Rounding may part equal distances, so that all within a hair of the nearest are asked.
        pairs = tree.query(points[one], predicate="dwithin", distance=apart + _EQUALLY_NEAR)
        several = np.bincount(pairs[0], minlength=len(one))
        lone = several <= 1
        shared += int(np.count_nonzero(~lone))
        weight = np.ones(len(one)) if weights is None else weights[part][one]
        n += np.bincount(found[lone], weight[lone], len(lines))
        kept = ~lone[pairs[0]]
        n += np.bincount(
            pairs[1][kept], (weight / np.maximum(several, 1))[pairs[0][kept]], len(lines)
        )
    return Snapped(n, distance, shared)


def per_100m(n: np.ndarray, length: np.ndarray) -> np.ndarray:
    """Incidents per 100 m of each segment; NaN where it has no length."""
    return np.divide(100 * n, length, out=np.full(len(n), np.nan), where=length > 0)


def cumulated_share(n: np.ndarray) -> np.ndarray:
    """The share of the total in each unit and all those that hold more; equal ones share a value.

    NaN where there is nothing to share.
    """
    total = n.sum()
    if not total > 0:
        return np.full(len(n), np.nan)
    values, inverse, times = np.unique(n, return_inverse=True, return_counts=True)
    from_the_top = np.cumsum((values * times)[::-1])[::-1]
    return np.minimum(from_the_top[inverse] / total, 1.0)
