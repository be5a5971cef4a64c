"""A cell size and a radius proposed from the records, as rules of thumb to start from."""

from __future__ import annotations

import math

import numpy as np

NEIGHBOURS = 20  # records within the proposed radius of half of the records
SAMPLE, SEARCHED = 5_000, 100_000  # records that are asked for neighbours, and that are searched
SMALLEST, LARGEST = 50.0, 1_000.0  # metres
ROUND = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


def cell_size(count: int, surface: float) -> float:
    """Metres: the quadrat that holds 2 records on average, √(2 A / n), made round.

    Griffith and Amrhein (1991); ``surface``: m² of the study area, ``count`` ≥ 1 records in it.
    """
    return _rounded(quadrat(count, surface))


def quadrat(count: int, surface: float) -> float:
    """√(2 A / n) itself, in metres."""
    return math.sqrt(2 * surface / count)


def radius(x, y) -> float:
    """Metres: half of the records have ``NEIGHBOURS`` others within, made round.

    After the k nearest neighbours of Williamson and others (1999). NaN where there are not so
    many others, or not within ``LARGEST``.
    """
    from scipy.spatial import cKDTree

    points = np.column_stack([x, y])
    generator = np.random.default_rng(1999)
    rank = NEIGHBOURS
    if len(points) > SEARCHED:  # a tenth of the records has a tenth of the neighbours
        rank = max(1, round(NEIGHBOURS * SEARCHED / len(points)))
        points = points[generator.choice(len(points), SEARCHED, replace=False)]
    chosen = points[generator.permutation(len(points))[:SAMPLE]]
    # Each is its own nearest; beyond the last one the distance is infinite.
    distance, _ = cKDTree(points).query(chosen, k=[rank + 1])
    found = float(np.median(distance))
    return _rounded(found) if found <= LARGEST else math.nan


def _rounded(metres: float) -> float:
    """The nearest round number, between the smallest and the largest that make sense."""
    metres = min(max(metres, SMALLEST), LARGEST)
    power = 10.0 ** math.floor(math.log10(metres))
    return min((each * power for each in ROUND), key=lambda each: abs(each - metres))
