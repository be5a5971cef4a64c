"""Mann-Kendall: does a series rise or fall more steadily than chance, whatever its shape?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_BLOCK = 2048  # rows


@dataclass(frozen=True)
class Trend:
    """One value a series: ``s`` concordant less discordant pairs, its ``variance``, ``z``, ``p``
    (two-sided), ``tau`` = s over the number of pairs."""

    s: np.ndarray
    variance: np.ndarray
    z: np.ndarray
    p: np.ndarray
    tau: np.ndarray


def mann_kendall(series, tick=lambda fraction: None) -> Trend:
    """The test of every row of ``series`` (rows × steps, in order of time), ties corrected.

    Mann H. B. (1945), Kendall M. G. (1975): with t the sizes of the groups of equal values,
    variance = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)] / 18 and z = (s ∓ 1) / √variance. A row that is
    constant has z 0 and p 1; one with a NaN has NaN everywhere. The normal approximation is fair
    from about 10 steps on.
    """
    from scipy.special import erfc

    series = np.atleast_2d(np.asarray(series))
    n = series.shape[1]
    s = _concordance(series, tick).astype(float)
    variance = (n * (n - 1) * (2 * n + 5) - _ties(series)) / 18.0
    z = np.zeros(len(series))
    varied = variance > 0
    z[varied] = (s - np.sign(s))[varied] / np.sqrt(variance[varied])
    if series.dtype.kind == "f":
        unknown = np.isnan(series).any(axis=1)
        for values in (s, variance, z):
            values[unknown] = np.nan
    return Trend(s, variance, z, erfc(np.abs(z) / np.sqrt(2)), s / max(n * (n - 1) / 2, 1))


def _concordance(series: np.ndarray, tick) -> np.ndarray:
    """Pairs that rise less pairs that fall, in blocks of rows that the processor's cache holds."""
    rows, n = series.shape
    counter = np.int8 if n < 128 else np.int32
    s = np.zeros(rows, dtype=np.int64)
    for begin in range(0, rows, _BLOCK):
        tick(begin / rows)
        steps = np.ascontiguousarray(series[begin : begin + _BLOCK].T)
        block = s[begin : begin + _BLOCK]
        for position, values in enumerate(steps[:-1]):
            later = steps[position + 1 :]
            signs = (later > values).view(np.int8) - (later < values).view(np.int8)
            block += np.add.reduce(signs, axis=0, dtype=counter)
    return s


def _ties(series: np.ndarray) -> np.ndarray:
    """Σ t(t−1)(2t+5) over the groups of equal values, for each row."""
    rows, n = series.shape
    if not n:
        return np.zeros(rows)
    ordered = np.sort(series, axis=1)
    new = np.ones((rows, n), dtype=bool)
    new[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    first = np.flatnonzero(new)
    size = np.diff(first, append=rows * n)
    return np.bincount(first // n, size * (size - 1.0) * (2 * size + 5), rows)
