"""Which polygon each point belongs to, with every edge in exactly one polygon.

A point-in-polygon test that leaves edges out loses the points on them; one that takes edges in
counts such a point once for each neighbour. Here a point on an edge or a vertex that several
polygons share belongs to the one that comes first, so that totals add up. GEOS decides on
which side of an edge a point lies by exact arithmetic, so no point falls between two polygons
that share that edge.
"""

from __future__ import annotations

import numpy as np
import shapely

OUTSIDE = -1


def assign(polygons, x, y, tick=lambda fraction: None) -> np.ndarray:
    """The position of the polygon that each point belongs to, ``OUTSIDE`` (-1) for none.

    ``polygons``: m shapely polygons, which may be None or empty. ``x``, ``y``: n coordinates in
    the polygons' CRS; a point without finite coordinates is outside. Of several polygons that
    cover a point, edges included, the first has it. Returns n integers (intp).
    ``tick`` is told the fraction done, and may raise to stop.
    """
    polygons = np.asarray(polygons, dtype=object)
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    position = np.full(len(x), OUTSIDE, dtype=np.intp)
    # Sorted by x, the points beside a polygon are one slice; numpy sorts NaN to the end.
    order = np.argsort(x, kind="stable")
    sorted_x, sorted_y = x[order], y[order]
    bounds = shapely.bounds(polygons).reshape(-1, 4)
    for index, (west, south, east, north) in enumerate(bounds):
        tick(index / len(polygons))
        if np.isnan(west):
            continue
        first, last = np.searchsorted(sorted_x, west), np.searchsorted(sorted_x, east, "right")
        slice_y = sorted_y[first:last]
        near = order[first:last][(slice_y >= south) & (slice_y <= north)]
        near = near[position[near] == OUTSIDE]
        shapely.prepare(polygons[index])
        position[near[shapely.intersects_xy(polygons[index], x[near], y[near])]] = index
    return position
