"""What clusters of points look like: their hulls, their places, when they began and ended."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .same_place import same_point


@dataclass(frozen=True)
class ClusterShapes:
    """One row a cluster, those with most records first.

    ``shapes``: polygons. ``measures``: by field name, an array: ``cluster``, ``n`` (records, or
    their weight), ``area`` (m² of the convex hull; 0 for a place or places in a line), ``places``
    (different points), ``first`` and ``last`` (datetime64[D]; NaT without times).
    """

    shapes: np.ndarray
    measures: dict[str, np.ndarray]


def describe(x, y, label, weights=None, times=None, margin: float = 10.0) -> ClusterShapes:
    """The clusters of n labelled points (0: none).

    ``times``: seconds since 1970. ``margin``: metres around a cluster whose points are all in one
    place or in a line, which would else not be seen; ``area`` is without it.
    """
    members = np.flatnonzero(label)
    members = members[np.argsort(label[members], kind="stable")]
    number, first = np.unique(label[members], return_index=True)
    row = np.repeat(np.arange(len(number)), np.diff(first, append=len(members)))
    places = same_point(x[members], y[members])
    hulls = np.zeros(0, dtype=object)
    if len(members):
        coordinates = np.column_stack((x, y))[members]
        hulls = shapely.convex_hull(shapely.multipoints(coordinates, indices=row))
    area = shapely.area(hulls)
    flat = shapely.get_dimensions(hulls) < 2
    shapes = hulls.copy()
    shapes[flat] = shapely.buffer(hulls[flat], margin)
    n = np.bincount(row, None if weights is None else weights[members], len(number))
    pairs = np.unique(np.column_stack((row, places)), axis=0)[:, 0]
    began = ended = np.full(len(number), "NaT", dtype="datetime64[D]")
    if times is not None and len(members):
        when = times[members]
        began, ended = (
            reduce(when, first).astype("datetime64[s]").astype("datetime64[D]")
            for reduce in (np.minimum.reduceat, np.maximum.reduceat)
        )
    largest = np.lexsort((number, -n))
    measures = {
        "cluster": number.astype(np.int64),
        "n": n.astype(np.int64) if weights is None else n,
        "area": area,
        "places": np.bincount(pairs, minlength=len(number)).astype(np.int64),
        "first": began,
        "last": ended,
    }
    return ClusterShapes(
        shapes[largest], {name: values[largest] for name, values in measures.items()}
    )
