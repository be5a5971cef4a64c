"""Incidents by cell and time step, and where each step is hot or cold.

A cell is hot or cold in a step as Gi* says of it among the cells of that step: its neighbours in
space and itself, no lag in time, with the exact p of the sum's null distribution; within each
step the false discovery rate is limited.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from oltp_plugin.errors import AnalysisError

from .false_discovery import benjamini_hochberg
from .getis_ord import getis_ord

ALPHA = 0.05
MOST_BINS = 40_000_000  # cells × steps, 17 bytes each


def counted(place, step, weights, places: int, steps: int) -> np.ndarray:
    """The weight (or number) of the records of each cell in each step; places × steps.

    ``place``, ``step``: of each record, negative where it belongs to none. Raises AnalysisError
    ``too_large_cube``.
    """
    if places * steps > MOST_BINS:
        raise AnalysisError("too_large_cube", cells=places, steps=steps)
    inside = (place >= 0) & (step >= 0)
    weights = None if weights is None else weights[inside]
    counts = np.bincount(place[inside] * steps + step[inside], weights, places * steps)
    return counts.reshape(places, steps)


@dataclass(frozen=True)
class States:
    """Cells × steps. ``z`` of Gi*; ``state``: 1 hot, -1 cold, 0 neither.

    ``drawn``: random sums behind p where it is not exact, else 0.
    """

    z: np.ndarray
    state: np.ndarray
    drawn: int


def states(counts, adjacency, share, alpha: float = ALPHA, tick=lambda fraction: None) -> States:
    """Hot and cold cells of every step, at a false discovery rate of ``alpha`` within it.

    ``counts``: testable cells × steps; ``adjacency``, ``share``: as for ``getis_ord``.
    """
    z, state, drawn = np.empty(counts.shape), np.zeros(counts.shape, dtype=np.int8), 0
    for step in range(counts.shape[1]):

        def told(part: float, step=step) -> None:
            tick((step + part) / counts.shape[1])

        found = getis_ord(np.ascontiguousarray(counts[:, step]), adjacency, share, told)
        z[:, step] = found.z
        state[:, step] = np.where(benjamini_hochberg(found.p) <= alpha, found.hot, 0)
        drawn = max(drawn, found.drawn)
    return States(z, state, drawn)
