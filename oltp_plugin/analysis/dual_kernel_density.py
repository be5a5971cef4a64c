"""Incidents against a reference, both spread by the same kernel (Bowman and Azzalini 1997).

Each density is divided by what it adds up to, so that a ratio of 1 is the average: as many
incidents as the reference leads to expect. With the same kernel and radius the edge corrections
of a ratio cancel. Where the reference is thin, a ratio says nothing and has no value.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from oltp_plugin.errors import AnalysisError

from .grid import Grid
from .kernel_density import kernel_density, points_inside

LOG2, RATIO, DIFFERENCE = range(3)
THIN = 0.05  # of the reference's maximum: below it there is no value
NONE = -10.0  # log2 where no incident is within the radius


@dataclass(frozen=True)
class DualDensity:
    """``values``: rows × columns, float32, NaN where there is none. ``used``,
    ``reference_used``: points inside the area. ``masked``: share of the area's cells that are
    without a value because the reference is thin."""

    values: np.ndarray
    used: int
    reference_used: int
    masked: float


def dual_kernel_density(
    x,
    y,
    reference_x,
    reference_y,
    grid: Grid,
    radius: float,
    mode: int = LOG2,
    weights=None,
    reference_weights=None,
    area=None,
    tick: Callable[[float], None] = lambda fraction: None,
) -> DualDensity:
    """log2 of the ratio, the ratio, or the difference in incidents per km².

    ``x``, ``y``, ``weights``: the incidents, metres and n numbers ≥ 0; ``reference_…``: the same
    of the reference. ``grid``, ``radius``, ``area``: as in ``kernel_density``. ``mode``: LOG2,
    RATIO or DIFFERENCE, that of the incidents' density and the reference's, brought to as many
    incidents. Raises as ``kernel_density`` does; AnalysisError ``no_located_points`` for incidents
    that weigh nothing in the area, ``no_reference`` for such a reference.
    """
    try:
        theirs = _held(reference_x, reference_y, reference_weights, area)
    except AnalysisError as error:
        raise AnalysisError("no_reference") from error
    ours = _held(x, y, weights, area)

    def density(held, begun: float) -> np.ndarray:
        def told(part: float) -> None:
            tick(begun + part / 2)

        return kernel_density(
            held[0], held[1], grid, radius, weights=held[2], area=area, tick=told
        ).per_km2

    incidents, below = density(ours, 0.0), density(theirs, 0.5)
    total, reference_total = _weight(*ours), _weight(*theirs)
    if not np.nanmax(below) > 0:
        raise AnalysisError("no_reference")
    if not total > 0:
        raise AnalysisError("no_located_points")
    exists = np.isfinite(below)
    thick = exists & (below >= THIN * np.nanmax(below))
    values = np.full(below.shape, np.nan, dtype=np.float32)
    expected = below[thick] * np.float32(total / reference_total)
    found = incidents[thick]
    if mode == DIFFERENCE:
        values[thick] = found - expected
    else:
        values[thick] = found / expected
    if mode == LOG2:
        with np.errstate(divide="ignore"):
            values[thick] = np.maximum(np.log2(values[thick]), NONE)
    masked = 1 - np.count_nonzero(thick) / max(1, np.count_nonzero(exists))
    return DualDensity(values, len(ours[0]), len(theirs[0]), masked)


def _held(x, y, weights, area):
    """The points that the area holds and their weights; at least one, or AnalysisError."""
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if not len(x):
        raise AnalysisError("no_located_points")
    return (x, y, weights) if area is None else points_inside(x, y, weights, area)


def _weight(x, y, weights) -> float:
    return float(len(x) if weights is None else np.sum(weights))
