"""Where records are on average, how they spread, and whether they stand closer than by chance.

The standard deviational ellipse follows CrimeStat: its half axes are √2 standard deviations, with
n − 2 in the divisor (Lefever 1926's ellipse has neither; it is smaller by √2 · √(n / (n − 2))).
The nearest-neighbour index is that of Clark and Evans (1954); its z is also given with Donnelly's
(1978) allowance for the edge, without which points near the limit, whose neighbours beyond it are
unknown, seem farther apart than they are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

_SEGMENTS = 72  # corners of a drawn ellipse


@dataclass(frozen=True)
class Ellipse:
    """``x``, ``y``: the mean centre. ``major``, ``minor``: half axes, m; NaN for n ≤ 2.

    ``rotation``: direction of the long axis, degrees clockwise from north, 0 to 180.
    """

    x: float
    y: float
    major: float
    minor: float
    rotation: float

    @property
    def area(self) -> float:
        return math.pi * self.major * self.minor

    def outline(self) -> np.ndarray:
        """The corners of a polygon that is drawn for it."""
        around = np.linspace(0, 2 * math.pi, _SEGMENTS, endpoint=False)
        along, across = self.major * np.cos(around), self.minor * np.sin(around)
        sine, cosine = math.sin(math.radians(self.rotation)), math.cos(math.radians(self.rotation))
        return np.column_stack(
            (self.x + along * sine + across * cosine, self.y + along * cosine - across * sine)
        )


def ellipse(x, y, weights=None) -> Ellipse:
    """Mean centre and standard deviational ellipse of n points in metres, of ``weights`` ≥ 0."""
    w = np.ones(len(x)) if weights is None else np.asarray(weights, dtype=float)
    n = w.sum()
    centre = (w @ x / n, w @ y / n)
    dx, dy = x - centre[0], y - centre[1]
    if n <= 2:
        return Ellipse(*centre, math.nan, math.nan, math.nan)
    spread = np.array([[w @ (dx * dx), w @ (dx * dy)], [w @ (dx * dy), w @ (dy * dy)]])
    values, vectors = np.linalg.eigh(2 * spread / (n - 2))
    minor, major = np.sqrt(np.maximum(values, 0))
    east, north = vectors[:, 1]
    return Ellipse(*centre, major, minor, math.degrees(math.atan2(east, north)) % 180)


@dataclass(frozen=True)
class NearestNeighbours:
    """``mean``, ``expected``: mean distance to the nearest other point, and what it is by chance.

    ``nni``: their ratio; ``z``, ``p``: Clark and Evans, two-sided; ``z_edge``, ``p_edge``: with
    Donnelly's allowance for the edge.
    """

    n: int
    mean: float
    expected: float
    nni: float
    z: float
    p: float
    z_edge: float
    p_edge: float


def nearest_neighbours(x, y, area) -> NearestNeighbours:
    """The index for n ≥ 2 points in the study area ``area`` (shapely polygons)."""
    import shapely
    from scipy.spatial import cKDTree

    points = np.column_stack((x, y))
    n, size = len(points), shapely.area(area)
    mean = float(cKDTree(points).query(points, k=2)[0][:, 1].mean())
    expected = 0.5 * math.sqrt(size / n)
    z = (mean - expected) / (0.26136 * math.sqrt(size) / n)
    # The limit at the scale of the distances: a coast drawn to the metre has no more edge.
    edge = shapely.length(shapely.simplify(area, expected / 2))
    expected_edge = expected + (0.0514 + 0.041 / math.sqrt(n)) * edge / n
    variance = 0.0703 * size / n**2 + 0.037 * edge * math.sqrt(size / n**5)
    z_edge = (mean - expected_edge) / math.sqrt(variance)
    return NearestNeighbours(
        n, mean, expected, mean / expected, z, _two_sided(z), z_edge, _two_sided(z_edge)
    )


def _two_sided(z: float) -> float:
    return math.erfc(abs(z) / math.sqrt(2))
