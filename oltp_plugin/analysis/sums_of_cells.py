"""How the sum of k cells is distributed when nothing but chance says which cells they are.

The null of a local statistic: the map's own cell values fall where they like. The sum of k cells
drawn from the map (with replacement) is the k-fold convolution of the histogram of its values,
one table for each k, which all cells with k neighbours share. It is exact for counts; at 0.05 to
1 incidents a cell the normal approximation calls chance maps hot, and a thousand permutations
cannot give a p small enough for one lone cell among ten thousand. Values that are no multiples
of a common unit, or too large and too many to convolve, are drawn instead: the same draws serve
every cell.
"""

from __future__ import annotations

import math

import numpy as np

LEAST_DRAWS, MOST_DRAWS = 1_000_000, 10_000_000
STRICTEST = 0.01  # the q that a lone cell must be able to reach
LARGEST_TABLE = 20_000_000  # numbers in all tables together
MOST_ADDED = 2_000_000_000  # times the tables are added up, once a value: some seconds
_PARTS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 20, 25, 100, 1000)  # of 1 that weights are multiples of


class ExactSums:
    """The distribution for values that are whole multiples of a unit.

    ``units``: the n values as whole numbers above the smallest.
    """

    drawn = 0

    def __init__(self, units: np.ndarray, most: int, tick=lambda fraction: None):
        self.units = units
        held, times = np.unique(units, return_counts=True)
        self._share = times / len(units)
        self._held = held.astype(np.intp)
        first = np.zeros(1)
        first[0] = 1.0
        self._at_most, self._at_least = [first], [first]
        chances = first
        for count in range(1, most + 1):
            chances = self._one_more(chances)
            self._at_most.append(np.cumsum(chances))
            self._at_least.append(np.cumsum(chances[::-1])[::-1])
            tick(count / most)

    def _one_more(self, chances: np.ndarray) -> np.ndarray:
        """The chances of every sum with one more cell."""
        sums = np.zeros(len(chances) + self._held[-1])
        for units, share in zip(self._held.tolist(), self._share.tolist()):
            sums[units : units + len(chances)] += share * chances
        return sums

    def tails(self, sums, count, without=None) -> tuple[np.ndarray, np.ndarray]:
        """P(sum ≤ it) and P(sum ≥ it) for sums of ``count`` of the ``units``.

        ``without``: for each, the value of the cell that cannot be among those drawn.
        """
        at_most, at_least = np.empty(len(sums)), np.empty(len(sums))
        for k in np.unique(count).tolist():
            those = np.flatnonzero(count == k)
            if without is None:
                at_most[those], at_least[those] = self._looked_up(k, sums[those])
            else:
                tails = self._conditional(k, sums[those], without[those])
                at_most[those], at_least[those] = tails
        return at_most, at_least

    def _looked_up(self, k: int, sums: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        at_most, at_least = self._at_most[k], self._at_least[k]
        last = len(at_most) - 1
        held = np.clip(sums, 0, last)
        return (
            np.where(sums < 0, 0.0, at_most[held]),
            np.where(sums > last, 0.0, at_least[held]),
        )

    def _conditional(self, k: int, sums, without) -> tuple[np.ndarray, np.ndarray]:
        """The same without one cell: (n h − δ)^k by the binomial theorem, over (n − 1)^k."""
        n = len(self.units)
        at_most, at_least = np.zeros(len(sums)), np.zeros(len(sums))
        for taken in range(k + 1):
            factor = (n / (n - 1)) ** k * math.comb(k, taken) * (-1 / n) ** taken
            below, above = self._looked_up(k - taken, sums - taken * without)
            at_most += factor * below
            at_least += factor * above
        return np.clip(at_most, 0, 1), np.clip(at_least, 0, 1)


class DrawnSums:
    """The distribution from ``drawn`` random sums, for values of any kind.

    ``units``: the values themselves. The draws are the same at every run.
    """

    def __init__(self, values: np.ndarray, tick=lambda fraction: None):
        self.units = values
        self._tick = tick
        wanted = math.ceil(2 * len(values) / STRICTEST)
        self.drawn = min(max(LEAST_DRAWS, wanted), MOST_DRAWS)

    def tails(self, sums, count, without=None) -> tuple[np.ndarray, np.ndarray]:
        """As ``ExactSums.tails``; ``without`` is not looked at, one cell of many."""
        random = np.random.default_rng(1995)
        hardly = 1e-9 * (np.abs(self.units).max() or 1.0)  # the order of adding
        at_most, at_least = np.empty(len(sums)), np.empty(len(sums))
        drawn = np.zeros(self.drawn)
        most = int(count.max())
        at_most[count == 0] = at_least[count == 0] = 1.0  # of no cell at all
        for k in range(1, most + 1):
            drawn += self.units[random.integers(0, len(self.units), self.drawn)]
            those = np.flatnonzero(count == k)
            if len(those):
                ranked = np.sort(drawn)
                below = np.searchsorted(ranked, sums[those] + hardly, "right")
                above = self.drawn - np.searchsorted(ranked, sums[those] - hardly, "left")
                at_most[those] = (below + 1) / (self.drawn + 1)
                at_least[those] = (above + 1) / (self.drawn + 1)
            self._tick(k / most)
        return at_most, at_least


def distribution(values, most: int, tick=lambda fraction: None):
    """``ExactSums`` of up to ``most`` of the ``values``, else ``DrawnSums``."""
    values = np.asarray(values, dtype=float)
    units = _units(values)
    if units is None:
        return DrawnSums(values, tick)
    table = (most + 1) ** 2 * (int(units.max()) + 1)
    if table > LARGEST_TABLE or table * len(np.unique(units)) > MOST_ADDED:
        return DrawnSums(values, tick)
    return ExactSums(units, most, tick)


def _units(values: np.ndarray) -> np.ndarray | None:
    """The values above the smallest, in whole parts of 1; None where there is no such part."""
    above = values - values.min()
    for parts in _PARTS:
        scaled = above * parts
        units = np.rint(scaled)
        if np.abs(scaled - units).max() <= 1e-9 * max(1.0, np.abs(values).max() * parts):
            return units.astype(np.int64)
    return None


def two_sided(at_most: np.ndarray, at_least: np.ndarray) -> np.ndarray:
    """p of sums whose tails P(≤) and P(≥) are given: twice the smaller one, at most 1."""
    return np.minimum(1.0, 2 * np.minimum(at_most, at_least))
