"""Incidents in rings around places: counts by true distance, areas, location quotients.

A ring is the interval (ring_from, ring_to] of distance to a place, the first closed at 0, so
that each incident lies in one ring of a place and the rings add up to the disc. Distance is
the plane distance to the place itself, 0 inside a polygon; only the drawing is made of
segments. The location quotient compares the density in the ring with that of the study area
(Brantingham & Brantingham 1998; there with counts of another offence as the base, here with
area): (n / area) / (N / study area).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import shapely

from oltp_plugin.errors import AnalysisError

# Segments a quarter circle: the drawn disc is 0.04 % smaller than the true one.
QUARTER_SEGMENTS = 32

PLACES_A_STEP = 250  # drawn between two looks at whether the user wants to stop
POINT_TYPE = 0  # shapely's type number


@dataclass
class Rings:
    """One row per ring, by place and outwards. ``place`` is the position of the place, -1 when
    the places are dissolved. Distances in CRS units, ``area`` in their square; ``area`` and
    ``geometry`` are the part inside the study area. ``considered``: incidents in the study area;
    ``total``: their weight; ``study_area``: its area, None without one.
    """

    place: np.ndarray
    ring_from: np.ndarray
    ring_to: np.ndarray
    n: np.ndarray
    area: np.ndarray
    geometry: np.ndarray
    considered: int
    total: float
    study_area: float | None

    @property
    def per_km2(self) -> np.ndarray:
        """Incidents per million square units; NaN where the ring has no area."""
        return ratio(self.n * 1e6, self.area)

    @property
    def share(self) -> np.ndarray:
        """Part of all incidents considered, 0 to 1; NaN when there are none."""
        return ratio(self.n, np.full(len(self.n), self.total))

    @property
    def location_quotient(self) -> np.ndarray:
        """Density in the ring over density in the study area; NaN without a study area."""
        if self.study_area is None:
            return np.full(len(self.n), np.nan)
        return ratio(self.n * self.study_area, self.area * self.total)


def parse_distances(text: str) -> list[float]:
    """``"50,100,200"`` as numbers; they must be above 0 and increase (``bad_distances``)."""
    try:
        distances = [float(part) for part in text.split(",")]
    except ValueError:
        raise AnalysisError("bad_distances", text=text) from None
    steps = np.diff([0.0, *distances])
    if not all(math.isfinite(step) and step > 0 for step in steps):
        raise AnalysisError("bad_distances", text=text)
    return distances


def count_rings(
    places,
    x,
    y,
    distances,
    weights=None,
    study_area=None,
    dissolve=False,
    tick=lambda fraction: None,
) -> Rings:
    """Count incidents in the rings of each place, or of all places together.

    ``places``: k shapely points, lines or polygons. ``x``, ``y``: n incidents in the same
    plane CRS. ``distances``: r outer radii, increasing. ``weights``: n numbers; without them
    each incident is 1. ``study_area``: a polygon; incidents and ring parts outside it do not
    exist. ``dissolve``: r rings in which each incident counts once, in the ring of its nearest
    place; else k × r rings, each on its own, overlaps included. Raises AnalysisError
    ``study_area_misses_points`` when no incident is left.
    """
    places = np.asarray(places, dtype=object)
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    weights = np.ones(len(x)) if weights is None else np.asarray(weights, dtype=float)
    if study_area is not None:
        shapely.prepare(study_area)
        inside = shapely.intersects_xy(study_area, x, y)
        if not inside.any():
            raise AnalysisError("study_area_misses_points")
        x, y, weights = x[inside], y[inside], weights[inside]

    count, draw = (
        (_count_dissolved, _draw_dissolved) if dissolve else (_count_by_place, _draw_by_place)
    )
    radii = np.asarray(distances, dtype=float)
    n = count(places, x, y, radii, weights, lambda fraction: tick(fraction / 2))
    geometry = draw(places, distances, study_area, lambda fraction: tick((1 + fraction) / 2))
    repeats = len(n) // len(distances)
    return Rings(
        place=np.full(len(n), -1) if dissolve else np.repeat(np.arange(repeats), len(distances)),
        ring_from=np.tile([0.0, *distances[:-1]], repeats),
        ring_to=np.tile(radii, repeats),
        n=n,
        area=shapely.area(geometry),
        geometry=geometry,
        considered=len(x),
        total=float(weights.sum()),
        study_area=None if study_area is None else float(study_area.area),
    )


def _count_by_place(places, x, y, distances, weights, tick):
    n = np.zeros((len(places), len(distances)))
    for row, near, ring in _incidents_near(places, x, y, distances, tick):
        n[row] = np.bincount(ring, weights[near], len(distances) + 1)[:-1]
    return n.ravel()


def _count_dissolved(places, x, y, distances, weights, tick):
    nearest = np.full(len(x), len(distances))
    for _, near, ring in _incidents_near(places, x, y, distances, tick):
        nearest[near] = np.minimum(nearest[near], ring)
    return np.bincount(nearest, weights, len(distances) + 1)[:-1]


def _incidents_near(places, x, y, distances, tick):
    """For each place: its position, the incidents in its box, the ring of each of them."""
    # Sorted by x, the incidents beside a place are one slice.
    order = np.argsort(x, kind="stable")
    sorted_x, sorted_y = x[order], y[order]
    reach = distances[-1] * (1 + 1e-9)
    boxes = shapely.bounds(places).reshape(-1, 4) + np.array([-reach, -reach, reach, reach])
    for row, (west, south, east, north) in enumerate(boxes):
        tick(row / len(places))
        first, last = np.searchsorted(sorted_x, west), np.searchsorted(sorted_x, east, "right")
        slice_y = sorted_y[first:last]
        near = order[first:last][(slice_y >= south) & (slice_y <= north)]
        yield row, near, _ring_of(places[row], x[near], y[near], distances)


def _ring_of(place, x, y, distances):
    """The ring that each incident lies in; ``len(distances)`` beyond the last."""
    if shapely.get_type_id(place) == POINT_TYPE:
        return np.searchsorted(distances, np.hypot(x - place.x, y - place.y), side="left")
    # A prepared geometry answers "within?" far faster than it gives a distance.
    shapely.prepare(place)
    incidents = shapely.points(x, y)
    ring = np.full(len(x), len(distances))
    for index in reversed(range(len(distances))):
        candidates = np.flatnonzero(ring == index + 1)
        within = shapely.dwithin(place, incidents[candidates], distances[index])
        ring[candidates[within]] = index
    return ring


def _draw_by_place(places, distances, study_area, tick):
    chunks = np.array_split(places, len(places) // PLACES_A_STEP + 1)
    rings = []
    for step, chunk in enumerate(chunks):
        tick(step / len(chunks))
        discs = [shapely.buffer(chunk, to, quad_segs=QUARTER_SEGMENTS) for to in distances]
        rings.append(_clip(_between(discs).ravel(), study_area))
    return np.concatenate(rings)


def _draw_dissolved(places, distances, study_area, tick):
    together = shapely.geometrycollections(places)
    discs = []
    for step, to in enumerate(distances):
        tick(step / len(distances))
        discs.append(np.array([shapely.buffer(together, to, quad_segs=QUARTER_SEGMENTS)]))
    return _clip(_between(discs).ravel(), study_area)


def _between(discs):
    """Each disc without the next smaller one: a row per place, a column per distance."""
    rings = [shapely.difference(disc, hole) for hole, disc in zip(discs, discs[1:])]
    return np.column_stack([discs[0], *rings])


def _clip(rings, study_area):
    """The parts of the rings inside the study area, which most of them are as a whole."""
    if study_area is None:
        return rings
    clipped = rings.copy()
    crossing = ~shapely.contains(study_area, rings)
    clipped[crossing] = [
        _polygons(part) for part in shapely.intersection(rings[crossing], study_area)
    ]
    return clipped


def _polygons(geometry):
    """``geometry`` without the lines and points of a ring that only touches the study area."""
    parts = shapely.get_parts(geometry)
    return shapely.multipolygons(parts[shapely.get_dimensions(parts) == 2])


def ratio(numerator, denominator) -> np.ndarray:
    """``numerator`` / ``denominator``, NaN where the denominator is not above 0."""
    quotient = np.full(len(numerator), np.nan)
    return np.divide(numerator, denominator, out=quotient, where=np.asarray(denominator) > 0)
