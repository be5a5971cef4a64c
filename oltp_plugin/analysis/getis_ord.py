"""Getis-Ord statistics: which cells lie among many incidents (hot) or few (cold).

Getis A. and Ord J. K. (1992), The analysis of spatial association by use of distance statistics,
Geographical Analysis 24; Ord and Getis (1995), Local spatial autocorrelation statistics, 27.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .sums_of_cells import distribution, two_sided


@dataclass(frozen=True)
class LocalG:
    """Gi* of n cells. ``neighbours``: cells in each sum, itself included.

    ``z``: as in the literature. ``p``: two-sided, from the exact distribution of the sum.
    ``hot``: +1 where the sum is in the upper tail, -1 in the lower. ``drawn``: random sums
    behind p, 0 where it is exact.
    """

    z: np.ndarray
    p: np.ndarray
    hot: np.ndarray
    neighbours: np.ndarray
    drawn: int


def getis_ord(values, adjacency, share=None, tick=lambda fraction: None) -> LocalG:
    """Gi* of each cell: itself and those that touch it, each counting 1.

    ``values``: n sums of weights. ``adjacency``: n × n sparse matrix of 1, without diagonal.
    ``share``: of each cell, the part inside the study area. A sum with cut cells has less room,
    which alone makes nothing cold: its lower tail is that of as many cells as it has surface for.
    """
    values = np.asarray(values, dtype=float)
    neighbours = np.diff(adjacency.indptr) + 1
    z = gi_star(values, adjacency)
    sums = distribution(values, int(neighbours.max()), tick)
    totals = adjacency @ sums.units + sums.units
    totals = np.rint(totals).astype(np.int64) if not sums.drawn else totals
    at_most, at_least = sums.tails(totals, neighbours)
    if share is not None:
        at_most = lower_tail(at_most, sums, totals, neighbours, adjacency @ share + share)
    hot = np.sign(at_most - at_least).astype(int)
    return LocalG(z, two_sided(at_most, at_least), hot, neighbours, sums.drawn)


def lower_tail(at_most, sums, totals, count, surface, without=None) -> np.ndarray:
    """P(sum ≤ it), of fewer cells where the ``surface`` (in whole cells) of the sum is less.

    ``at_most``: that of whole cells; ``totals``, ``count``: each sum and how many cells it has;
    ``without``: its own value, where the cell itself is not in it, for ``sums.tails``.
    """
    whole = np.floor(surface + 1e-6).astype(int)
    cut = np.flatnonzero(whole < count)
    if len(cut):
        at_most = at_most.copy()
        own = None if without is None else without[cut]
        at_most[cut] = sums.tails(totals[cut], whole[cut], own)[0]
    return at_most


def gi_star(values: np.ndarray, adjacency) -> np.ndarray:
    """z of Gi*, binary, itself included: Ord and Getis's equation with s of divisor n.

    (Σ w x − x̄ W) / (s √((n W − W²) / (n − 1))), W the cells in the sum; 0 where nothing varies.
    """
    n = len(values)
    count = np.diff(adjacency.indptr) + 1.0
    sums = adjacency @ values + values
    spread = values.std() * np.sqrt(np.maximum(n * count - count**2, 0) / max(n - 1, 1))
    return _ratio(sums - values.mean() * count, spread)


def gi(values: np.ndarray, weights) -> np.ndarray:
    """z of Gi (not star) for any sparse ``weights``: mean and s of all cells but the one."""
    n = len(values) - 1
    mean = (values.sum() - values) / n
    deviation = np.sqrt(((values**2).sum() - values**2) / n - mean**2)
    total = np.asarray(weights.sum(axis=1)).ravel()
    squares = np.asarray(weights.multiply(weights).sum(axis=1)).ravel()
    spread = deviation * np.sqrt(np.maximum(n * squares - total**2, 0) / (n - 1))
    return _ratio(weights @ values - mean * total, spread)


@dataclass(frozen=True)
class GeneralG:
    """One number for the map: above ``expected``, high values lie together; ``z`` under chance."""

    g: float
    expected: float
    z: float


def general_g(values, weights) -> GeneralG:
    """Getis and Ord's general G with its moments under randomisation (1992, equations 5–7)."""
    y = np.asarray(values, dtype=float)
    n = len(y)
    s0, s1, s2 = weight_sums(weights)
    power = [(y**exponent).sum() for exponent in range(5)]
    pairs = power[1] ** 2 - power[2]
    g = float(y @ (weights @ y)) / pairs
    b0 = (n**2 - 3 * n + 3) * s1 - n * s2 + 3 * s0**2
    b1 = -((n**2 - n) * s1 - 2 * n * s2 + 6 * s0**2)
    b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * s0**2)
    b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s0**2
    b4 = s1 - s2 + s0**2
    square = (
        b0 * power[2] ** 2
        + b1 * power[4]
        + b2 * power[1] ** 2 * power[2]
        + b3 * power[1] * power[3]
        + b4 * power[1] ** 4
    ) / (pairs**2 * n * (n - 1.0) * (n - 2) * (n - 3))
    expected = s0 / (n * (n - 1))
    return GeneralG(g, expected, (g - expected) / np.sqrt(square - expected**2))


def weight_sums(weights) -> tuple[float, float, float]:
    """S0, S1 and S2 of Cliff and Ord: all weights, pairs squared, rows and columns squared."""
    both = weights + weights.T
    rows, columns = weights.sum(axis=1), weights.sum(axis=0)
    ends = np.asarray(rows).ravel() + np.asarray(columns).ravel()
    return float(weights.sum()), float(both.multiply(both).sum()) / 2, float((ends**2).sum())


def _ratio(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    """``above`` / ``below``, 0 where nothing varies."""
    varies = below > 1e-12 * (np.abs(below).max(initial=0) or 1)
    return np.where(varies, above, 0) / np.where(varies, below, 1)


def significance_bin(significance: np.ndarray, hot: np.ndarray) -> np.ndarray:
    """±3, ±2, ±1 for a q (or p) of at most 0.01, 0.05, 0.10; 0 above; the sign of ``hot``."""
    steps = sum((significance <= limit).astype(int) for limit in (0.01, 0.05, 0.10))
    return steps * hot
