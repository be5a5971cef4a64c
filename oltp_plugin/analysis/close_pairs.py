"""Pairs of points that are close in space and in time, found without looking at all pairs.

The points are sorted by square, ``reach`` metres a side, and by time within it. What may be close
to a point stands in nine squares, in each as one run of the sorted points, between its time less
and its time plus ``reach_time``; half of the squares are enough, since a pair has two ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

PAIRS = 2_000_000  # looked at once
_OTHER_SQUARES = ((0, 1), (1, -1), (1, 0), (1, 1))


class ClosePairs:
    """Candidates for closeness among n points.

    ``x``, ``y``: metres; ``times``: n integers; two points of a pair are at most ``reach_time``
    apart and in the same or in neighbouring squares. ``candidates``: how many such pairs there
    are, known before any is made, each once.
    """

    def __init__(self, x, y, times, reach: float, reach_time: float):
        reach_time = int(np.floor(reach_time))
        column = np.floor((x - x.min()) / reach).astype(np.int64)
        row = np.floor((y - y.min()) / reach).astype(np.int64)
        since = times - times.min()
        spacing = int(since.max()) + 2 * reach_time + 1
        if (int(row.max()) + 3) * (int(column.max()) + 3) * spacing >= 2**62:
            row, column = without_gaps(row, 2), without_gaps(column, 2)
        width = int(column.max()) + 3
        key = (row * width + column) * spacing + since
        self.order = np.argsort(key, kind="stable")
        key = key[self.order]
        self._runs = [(np.arange(1, len(key) + 1), _positions(key, key + reach_time, "right"))]
        for down, right in _OTHER_SQUARES:
            there = key + (down * width + right) * spacing
            first = _positions(key, there - reach_time, "left")
            self._runs.append((first, _positions(key, there + reach_time, "right")))
        self.candidates = sum(int((last - first).sum()) for first, last in self._runs)

    def __iter__(self) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """The two ends of each pair, as positions in the input; a bounded number at a time."""
        for first, last in self._runs:
            points = np.flatnonzero(last > first)
            for _, one, other, _ in runs_of_pairs(points, first[points], (last - first)[points]):
                yield self.order[one], self.order[other]


def without_gaps(axis: np.ndarray, reach: int) -> np.ndarray:
    """Steps along an axis with its empty stretches cut to what ``reach`` steps cannot bridge.

    For a point far astray, whose number of squares would not fit into 64 bits.
    """
    steps, inverse = np.unique(axis, return_inverse=True)
    return np.cumsum(np.minimum(np.diff(steps, prepend=steps[0]), reach + 1))[inverse]


def _positions(key: np.ndarray, wanted: np.ndarray, side: str) -> np.ndarray:
    """``searchsorted`` for ``wanted`` in ascending order: two sorted runs are merged at once."""
    left = side == "left"
    order = np.argsort(np.concatenate((wanted, key) if left else (key, wanted)), kind="stable")
    found = np.flatnonzero(order < len(key) if left else order >= len(key))
    return found - np.arange(len(key))


def runs_of_pairs(points, first, count, most: int = PAIRS) -> Iterator[tuple]:
    """Each of ``points`` with each position of its run of ``count`` from ``first`` on.

    Yields, about ``most`` pairs at a time: which points (a slice), for each pair the point and
    the position, and where each point's pairs start. Every run holds something.
    """
    ends = np.cumsum(count)
    start = 0
    while start < len(points):
        before = ends[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(ends, before + most, "right")))
        part = slice(start, stop)
        starts = ends[part] - count[part] - before
        other = np.arange(ends[stop - 1] - before) + np.repeat(first[part] - starts, count[part])
        yield part, np.repeat(points[part], count[part]), other, starts
        start = stop


def close(
    pairs: ClosePairs, x, y, distance: float, tick: Callable[[float], None]
) -> tuple[np.ndarray, np.ndarray]:
    """Both ends (int32) of the pairs at most ``distance`` apart."""
    ones, others, done = [], [], 0
    for one, other in pairs:
        tick(done / pairs.candidates)
        done += len(one)
        square = (x[one] - x[other]) ** 2
        square += (y[one] - y[other]) ** 2
        near = square <= distance * distance
        ones.append(one[near].astype(np.int32))
        others.append(other[near].astype(np.int32))
    empty = np.zeros(0, dtype=np.int32)
    return np.concatenate([empty, *ones]), np.concatenate([empty, *others])
