"""Density-based clusters in space (DBSCAN, Ester et al. 1996) and in space and time (ST-DBSCAN).

A point is a *core* if the points within ``eps`` of it, itself included, weigh ``min_size`` or
more; in space and time they must also lie within ``eps_time``. Cores within reach of each other
are one cluster. A point that is no core and within reach of one is a *border* of the cluster
that was found first; clusters are found in the order of their first core. That is the partition
of QGIS's own algorithms, which walk from point to point; here it is read from cells.

Cells are so small (eps/√2 a side, eps_time high) that all points of a cell are within reach of
each other: a cell that weighs enough is all core without a distance being computed, and its
cores are one cluster. Distances remain for the thin cells and between neighbouring cells (Gunawan
2013), a bounded number of pairs at a time: memory grows with the points, never with their pairs.

In space and time, most points have few others within reach. As long as all such pairs fit into
memory they are simply listed.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .close_pairs import PAIRS, ClosePairs, close, runs_of_pairs, without_gaps

NOISE = 0
_FEW_PAIRS = 32_000_000  # held in memory at once
_SAMPLE = 8  # cores of a cell that are tried before all of them
_REACH = 2  # cells: eps is √2 of them


@dataclass(frozen=True)
class Clusters:
    """``label``: n integers, 1 for the cluster found first, 0 (``NOISE``) for none.

    ``core``: n booleans.
    """

    label: np.ndarray
    core: np.ndarray


def dbscan(
    x,
    y,
    eps: float,
    min_size: float,
    times=None,
    eps_time: float = 0.0,
    weights=None,
    tick: Callable[[float], None] = lambda fraction: None,
) -> Clusters:
    """Clusters of n points.

    ``x``, ``y``: coordinates in metres; ``eps`` > 0, in metres. ``times``: n integers, in the
    unit of ``eps_time``; None looks at space alone. ``weights``: n numbers ≥ 0, 1 each by default.
    ``tick`` is told the fraction done, and may raise to stop.
    """
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) == 0:
        return Clusters(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=bool))
    weights = None if weights is None else np.asarray(weights, dtype=float)
    if times is not None:
        pairs = ClosePairs(x, y, times, eps, eps_time)
        if pairs.candidates <= _FEW_PAIRS:
            return _from_pairs(pairs, x, y, eps, min_size, weights, tick)
    search = _Search(x, y, eps, times, eps_time, weights)
    core = search.cores(min_size, lambda part: tick(0.4 * part))
    number = search.numbers(core, lambda part: tick(0.4 + 0.3 * part))
    search.add_borders(core, number, lambda part: tick(0.7 + 0.3 * part))
    label, is_core = np.empty(len(x), dtype=np.int64), np.empty(len(x), dtype=bool)
    label[search.order], is_core[search.order] = number, core
    return Clusters(label, is_core)


class _Search:
    """The points sorted by cell. Positions below are those of the sorted points.

    ``cell``: of each point; ``key``, ``first``, ``count``: of each cell that holds any.
    """

    def __init__(self, x, y, eps: float, times, eps_time: float, weights):
        side = eps / math.sqrt(2) * (1 - 1e-9)
        axes = [_steps(x, side), _steps(y, side)]
        if times is not None:
            times = np.asarray(times, dtype=float)
            axes.append(_steps(times, eps_time) if eps_time > 0 else _ranks(times))
        self.strides = _strides(axes)
        keys = sum(axis * stride for axis, stride in zip(axes, self.strides))
        self.order = np.argsort(keys, kind="stable")
        keys = keys[self.order]
        self.first = np.flatnonzero(np.diff(keys, prepend=keys[0] - 1))
        self.key = keys[self.first]
        self.count = np.diff(self.first, append=len(keys))
        self.cell = np.repeat(np.arange(len(self.key)), self.count)
        self.x, self.y = x[self.order], y[self.order]
        self.times = None if times is None else times[self.order]
        self.weights = None if weights is None else weights[self.order]
        self.square, self.eps_time = eps * eps, eps_time
        self.offsets = _offsets(times is not None)

    def near(self, one, other) -> np.ndarray:
        """Whether points are within reach of each other."""
        distance = (self.x[one] - self.x[other]) ** 2
        distance += (self.y[one] - self.y[other]) ** 2
        near = distance <= self.square
        if self.times is not None:
            near &= np.abs(self.times[one] - self.times[other]) <= self.eps_time
        return near

    def beside(self, cells, offset) -> np.ndarray:
        """The cell at an offset from each of ``cells``; -1 where no point is."""
        wanted = self.key[cells] + sum(a * b for a, b in zip(offset, self.strides))
        position = np.minimum(np.searchsorted(self.key, wanted), len(self.key) - 1)
        return np.where(self.key[position] == wanted, position, -1)

    def cores(self, min_size: float, tick) -> np.ndarray:
        """Which points are cores. A point is let go as soon as it has weight enough around it."""
        held = np.bincount(self.cell, self.weights)
        core = (held >= min_size)[self.cell]
        open_points = np.flatnonzero(~core)
        around = held[self.cell[open_points]].astype(float)
        for step, offset in enumerate(self.offsets):
            tick(step / len(self.offsets))
            beside = self.beside(self.cell[open_points], offset)
            some = np.flatnonzero(beside >= 0)
            runs = self.first[beside[some]], self.count[beside[some]]
            for part, one, other, starts in runs_of_pairs(open_points[some], *runs):
                tick(step / len(self.offsets))
                near = self.near(one, other).astype(float)
                if self.weights is not None:
                    near *= self.weights[other]
                around[some[part]] += np.add.reduceat(near, starts)
            enough = around >= min_size
            core[open_points[enough]] = True
            open_points, around = open_points[~enough], around[~enough]
        return core

    def numbers(self, core: np.ndarray, tick) -> np.ndarray:
        """The cluster's number for each core, 0 for the others."""
        number = np.zeros(len(core), dtype=np.int64)
        members = np.flatnonzero(core)
        if not len(members):
            return number
        group = self._connected(members, tick)[self.cell[members]]
        number[members] = _numbered(group, self.order[members])
        return number

    def _connected(self, members: np.ndarray, tick) -> np.ndarray:
        """A group for each cell; cells whose cores are within reach share one."""
        held, first = self._runs(members)
        group = np.arange(len(self.key))
        occupied = np.flatnonzero(held)
        half = [offset for offset in self.offsets if offset > (0,) * len(offset)]
        for step, offset in enumerate(half):
            tick(step / len(half))
            other = self.beside(occupied, offset)
            both = (other >= 0) & (held[other] > 0)
            one, other = occupied[both], other[both]
            for closest in (self._sample_near, self._any_near):
                apart = group[one] != group[other]
                one, other = one[apart], other[apart]
                if len(one):
                    near = closest(members, held, first, one, other, tick, step / len(half))
                    group = _merged(group, one[near], other[near])
        return group

    def _runs(self, members: np.ndarray):
        """How many ``members`` each cell has, and where they begin among them."""
        held = np.bincount(self.cell[members], minlength=len(self.key))
        return held, np.cumsum(held) - held

    def _sample_near(self, members, held, first, one, other, tick, done) -> np.ndarray:
        """Whether some of a few cores of two cells are within reach: most often enough."""
        near = np.empty(len(one), dtype=bool)
        parts = np.arange(_SAMPLE)
        size = PAIRS // _SAMPLE**2
        for start in range(0, len(one), size):
            tick(done)
            run = slice(start, start + size)
            a = members[first[one[run], None] + parts * held[one[run], None] // _SAMPLE]
            b = members[first[other[run], None] + parts * held[other[run], None] // _SAMPLE]
            near[run] = self.near(a[:, :, None], b[:, None, :]).any(axis=(1, 2))
        return near

    def _any_near(self, members, held, first, one, other, tick, done) -> np.ndarray:
        """Whether any two cores of two cells are within reach."""
        near = np.zeros(len(one), dtype=bool)
        pair = np.repeat(np.arange(len(one)), held[one])
        rank = np.arange(len(pair)) - np.repeat(np.cumsum(held[one]) - held[one], held[one])
        points = members[first[one][pair] + rank]
        for part, a, b, starts in runs_of_pairs(points, first[other][pair], held[other][pair]):
            tick(done)
            found = np.logical_or.reduceat(self.near(a, members[b]), starts)
            near[pair[part][found]] = True
        return near

    def add_borders(self, core: np.ndarray, number: np.ndarray, tick) -> None:
        """Give points that are no core the lowest number among the cores within their reach."""
        members, points = np.flatnonzero(core), np.flatnonzero(~core)
        if not len(members):
            return
        held, first = self._runs(members)
        none = np.iinfo(np.int64).max
        lowest = np.full(len(points), none)
        own = (0,) * len(self.strides)
        for step, offset in enumerate([own, *self.offsets]):
            tick(step / len(self.offsets))
            beside = self.beside(self.cell[points], offset)
            some = np.flatnonzero((beside >= 0) & (held[beside] > 0))
            runs = first[beside[some]], held[beside[some]]
            for part, one, other, starts in runs_of_pairs(points[some], *runs):
                tick(step / (len(self.offsets) + 1))
                found = np.where(self.near(one, members[other]), number[members[other]], none)
                where = some[part]
                lowest[where] = np.minimum(lowest[where], np.minimum.reduceat(found, starts))
        number[points] = np.where(lowest == none, NOISE, lowest)


def _from_pairs(pairs: ClosePairs, x, y, eps, min_size, weights, tick) -> Clusters:
    """The same clusters, from the list of all pairs within reach."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    one, other = close(pairs, x, y, eps, lambda part: tick(0.7 * part))
    n = len(x)
    around = np.ones(n) if weights is None else weights.copy()
    for end, far in ((one, other), (other, one)):
        around += np.bincount(end, None if weights is None else weights[far], n)
    core = around >= min_size
    tick(0.8)
    both = core[one] & core[other]
    edges = coo_matrix((np.ones(np.count_nonzero(both), bool), (one[both], other[both])), (n, n))
    group = connected_components(edges, directed=False)[1]
    tick(0.9)
    members = np.flatnonzero(core)
    label = np.zeros(n, dtype=np.int64)
    label[members] = _numbered(group[members], members)
    lowest = np.full(n, np.iinfo(np.int64).max)
    for end, far in ((one, other), (other, one)):
        border = core[far] & ~core[end]
        np.minimum.at(lowest, end[border], label[far[border]])
    reached = ~core & (lowest < np.iinfo(np.int64).max)
    label[reached] = lowest[reached]
    return Clusters(label, core)


def _numbered(group: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Numbers from 1 on for the groups of cores, in the order of each one's first row."""
    by_row = np.argsort(rows, kind="stable")
    _, found, inverse = np.unique(group[by_row], return_index=True, return_inverse=True)
    rank = np.empty(len(found), dtype=np.int64)
    rank[np.argsort(found)] = np.arange(1, len(found) + 1)
    number = np.empty(len(group), dtype=np.int64)
    number[by_row] = rank[inverse]
    return number


def _steps(values: np.ndarray, side: float) -> np.ndarray:
    return np.floor((values - values.min()) / side).astype(np.int64)


def _ranks(values: np.ndarray) -> np.ndarray:
    """Cells for a reach of 0: each value its own, and none beside another."""
    return 2 * np.unique(values, return_inverse=True)[1]


def _strides(axes: list[np.ndarray]) -> list[int]:
    """What a step along each axis adds to a cell's key, with room for neighbours beyond the edge.

    Empty stretches are cut short where the keys would not fit into 64 bits (a point astray).
    """
    room = 2 * _REACH + 1
    if math.prod(int(axis.max()) + room for axis in axes) >= 2**62:
        for axis in axes:
            axis[:] = without_gaps(axis, _REACH)
    sizes = [int(axis.max()) + room for axis in axes]
    return [math.prod(sizes[position + 1 :]) for position in range(len(sizes))]


def _offsets(in_time: bool) -> list[tuple[int, ...]]:
    """The cells that points within reach may be in, nearest first, without the cell itself."""
    plane = range(-_REACH, _REACH + 1)
    axes = (plane, plane, range(-1, 2)) if in_time else (plane, plane)
    offsets = [offset for offset in itertools.product(*axes) if any(offset)]
    return sorted(offsets, key=lambda offset: sum(step * step for step in offset))


def _merged(group: np.ndarray, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """``group`` after the groups of ``one`` and ``other`` (cells) have become one."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    size = int(group.max()) + 1
    edges = coo_matrix((np.ones(len(one), bool), (group[one], group[other])), (size, size))
    return connected_components(edges, directed=False)[1][group]
