"""Moran's I: do neighbours resemble each other, over the map and at each cell.

Moran P. (1950), Notes on continuous stochastic phenomena, Biometrika 37; Anselin L. (1995), Local
indicators of spatial association, Geographical Analysis 27; moments: Cliff and Ord (1981) for the
map, Sokal, Oden and Thomson (1998) for a cell, given its own value.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .getis_ord import lower_tail, weight_sums
from .sums_of_cells import distribution, two_sided

CLASSES = ("HH", "LL", "HL", "LH")


@dataclass(frozen=True)
class LocalMoran:
    """Local Moran of n cells with ``p`` two-sided, given each cell's own value.

    ``quadrant``: HH, LL, HL or LH, the cell's own value first, by what lies above its chance
    mean; "none" where either lies on it. ``drawn``: random sums behind p, 0 where it is exact.
    """

    i: np.ndarray
    z: np.ndarray
    p: np.ndarray
    quadrant: np.ndarray
    neighbours: np.ndarray
    drawn: int


def local_moran(values, adjacency, share=None, tick=lambda fraction: None) -> LocalMoran:
    """Local Moran of each cell with those that touch it, each counting 1, itself not.

    I = (n − 1) d Σ d_j / Σ d², d the deviation from the mean. ``adjacency`` and ``share``: as for
    ``getis_ord``.
    """
    values = np.asarray(values, dtype=float)
    n = len(values)
    neighbours = np.diff(adjacency.indptr)
    deviation = values - values.mean()
    lag = adjacency @ deviation
    square = float(deviation @ deviation)
    i = (n - 1) * deviation * lag / square if square else np.zeros(n)
    expected, spread = _lag_moments(deviation, neighbours)
    level, around = _sign(deviation), _sign(lag - expected)
    z = level * np.divide(lag - expected, spread, out=np.zeros(n), where=spread > 0)
    sums = distribution(values, int(neighbours.max()), tick)
    totals = adjacency @ sums.units
    totals = np.rint(totals).astype(np.int64) if not sums.drawn else totals
    at_most, at_least = sums.tails(totals, neighbours, without=sums.units)
    if share is not None:
        surface = adjacency @ share
        at_most = lower_tail(at_most, sums, totals, neighbours, surface, sums.units)
    p = np.where(level == 0, 1.0, two_sided(at_most, at_least))
    quadrant = np.full(n, "none", dtype=object)
    for name, own, other in zip(CLASSES, (1, -1, 1, -1), (1, -1, -1, 1)):
        quadrant[(level == own) & (around == other)] = name
    return LocalMoran(i, z, p, quadrant, neighbours, sums.drawn)


def _lag_moments(deviation: np.ndarray, count: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and standard deviation of the sum of ``count`` of the other cells' deviations."""
    n = len(deviation)
    mean = -deviation / (n - 1)
    variance = ((deviation**2).sum() - deviation**2) / (n - 1) - mean**2
    factor = count * (n - 1 - count) / max(n - 2, 1)
    return count * mean, np.sqrt(np.maximum(variance * factor, 0))


def _sign(deviation: np.ndarray) -> np.ndarray:
    """-1, 0, +1; what is only rounding is 0."""
    hardly = 1e-12 * (np.abs(deviation).max(initial=0) or 1)
    return np.where(np.abs(deviation) <= hardly, 0, np.sign(deviation)).astype(int)


@dataclass(frozen=True)
class Moran:
    """Moran's I over the map, with its moments under normality and under randomisation."""

    i: float
    expected: float
    variance_normal: float
    variance_random: float

    @property
    def z(self) -> float:
        """Under randomisation."""
        return (self.i - self.expected) / np.sqrt(self.variance_random)


def moran(values, weights) -> Moran:
    """Moran's I for any sparse ``weights`` without diagonal (Cliff and Ord 1981)."""
    values = np.asarray(values, dtype=float)
    n = len(values)
    s0, s1, s2 = weight_sums(weights)
    deviation = values - values.mean()
    square = float(deviation @ deviation)
    expected = -1 / (n - 1)
    normal = (n**2 * s1 - n * s2 + 3 * s0**2) / (s0**2 * (n**2 - 1)) - expected**2
    kurtosis = n * float((deviation**4).sum()) / square**2
    first = n * ((n**2 - 3 * n + 3) * s1 - n * s2 + 3 * s0**2)
    second = kurtosis * ((n**2 - n) * s1 - 2 * n * s2 + 6 * s0**2)
    below = (n - 1) * (n - 2) * (n - 3) * s0**2
    random = (first - second) / below - expected**2
    i = n / s0 * float(deviation @ (weights @ deviation)) / square
    return Moran(i, expected, normal, random)
