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

# Two polygons that share more than this part of the smaller one overlap on purpose (a commune
# and its quarters); below it, the overlap is a digitising sliver and the first polygon has it.
SLIVER = 0.01

PAIRS_A_STEP = 50  # compared between two looks at whether the user wants to stop


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


def tiers(polygons, tick=lambda fraction: None) -> list[np.ndarray]:
    """Positions of the polygons, in groups within which no two overlap.

    A layer of a commune, its quarters and their blocks gives three tiers. Each tier is counted
    on its own, so that a point counts once in each of the three. Polygons that only touch, or
    overlap by a sliver (1 % of the smaller), stay together. Null and empty polygons are in none.
    """
    polygons = np.asarray(polygons, dtype=object)
    positions = np.flatnonzero(~(shapely.is_missing(polygons) | shapely.is_empty(polygons)))
    overlaps = _overlaps(polygons, positions, tick)
    groups: list[list[int]] = []
    for position in positions.tolist():
        free = (group for group in groups if overlaps[position].isdisjoint(group))
        group = next(free, None)
        if group is None:
            groups.append([position])
        else:
            group.append(position)
    return [np.array(group) for group in groups]


def _overlaps(polygons, positions, tick):
    """For each position, the positions of the polygons that overlap it by more than a sliver."""
    present = polygons[positions]
    one, other = shapely.STRtree(present).query(present, predicate="intersects")
    one, other = one[one < other], other[one < other]
    shared = np.zeros(len(one))
    for first in range(0, len(one), PAIRS_A_STEP):
        tick(first / len(one))
        pairs = slice(first, first + PAIRS_A_STEP)
        shared[pairs] = shapely.area(
            shapely.intersection(present[one[pairs]], present[other[pairs]])
        )
    area = shapely.area(present)
    more = shared > SLIVER * np.minimum(area[one], area[other])
    overlaps: dict[int, set[int]] = {position: set() for position in positions.tolist()}
    for a, b in zip(positions[one[more]].tolist(), positions[other[more]].tolist()):
        overlaps[a].add(b)
        overlaps[b].add(a)
    return overlaps


def count(
    polygons, x, y, weights=None, tick=lambda fraction: None
) -> tuple[np.ndarray, np.ndarray]:
    """The weight of the points in each polygon (m), and which points lie in none (n booleans).

    Tiers are counted each on its own; within one, a point counts once.
    """
    polygons = np.asarray(polygons, dtype=object)
    n, outside = np.zeros(len(polygons)), np.ones(len(x), dtype=bool)
    groups = tiers(polygons, lambda part: tick(part / 2))
    for step, group in enumerate(groups):
        position = assign(
            polygons[group],
            x,
            y,
            lambda part, step=step: tick(0.5 + (step + part) / len(groups) / 2),
        )
        inside = position != OUTSIDE
        weight = None if weights is None else np.asarray(weights, dtype=float)[inside]
        n[group] = np.bincount(position[inside], weight, len(group))
        outside &= ~inside
    return n, outside


def nested(polygons, others) -> np.ndarray:
    """Whether each of ``others`` (columns) lies in each of ``polygons`` (rows), as a matrix.

    One polygon nests in another when a representative point of it is inside the other, edges
    included, and it is not the larger of the two by more than a sliver.
    """
    others = np.asarray(others, dtype=object)
    inner = shapely.point_on_surface(others)
    x, y = shapely.get_x(inner), shapely.get_y(inner)
    area = shapely.area(others)
    matrix = np.zeros((len(polygons), len(others)), dtype=bool)
    for row, polygon in enumerate(polygons):
        shapely.prepare(polygon)
        smaller = area <= shapely.area(polygon) * (1 + SLIVER)
        matrix[row] = smaller & shapely.intersects_xy(polygon, x, y)
    return matrix


def count_named(polygons, keys, areas: dict, named: dict) -> np.ndarray:
    """The weight of records that only name an area, in each polygon; m numbers.

    ``keys``: what names each polygon. ``areas``: polygon by key, of every area that is known;
    ``named``: weight of the records by the key that they name. Such records count in the
    polygon of that key and in each in which the area nests; keys not in ``areas`` count nowhere.
    """
    known = [key for key in named if key in areas]
    belongs = nested(polygons, np.array([areas[key] for key in known], dtype=object))
    belongs |= np.array([[key == own for key in known] for own in keys], dtype=bool).reshape(
        belongs.shape
    )
    return belongs @ np.array([named[key] for key in known], dtype=float)
