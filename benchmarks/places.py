"""Territory counts and rings against QGIS's own algorithms, on the same layer in the same run."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import processing
import shapely
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

TERRITORIES, PLACES, DISTANCES = 31, 141, (50, 100, 200)


def compare(points: QgsVectorLayer) -> Iterator[tuple]:
    """(what, peer, our seconds, the peer's, the ratio wanted if any) for a point layer in metres.

    Both give the same counts, or this stops: the peer's shortfall on edges and on circles drawn
    with segments is at most 1 in 1,000.
    """
    territories, places = _territories(points), _places(points)
    ours, counts = _timed("oltp:territorycounts", {"TERRITORIES": territories, "INCIDENTS": points})
    theirs, peer_counts = _timed("native:countpointsinpolygon", _held(territories, points))
    _check_equal(_sum(counts, "n"), _sum(peer_counts, "held"))
    yield f"{TERRITORIES} territories", "native:countpointsinpolygon", ours, theirs, 5

    ours, rings = _timed("oltp:bufferrings", {"PLACES": places, "INCIDENTS": points})
    started, held = time.perf_counter(), []
    for distance in DISTANCES:
        discs = _run("native:buffer", {"INPUT": places, "DISTANCE": distance, "SEGMENTS": 32})
        held.append(_sum(_run("native:countpointsinpolygon", _held(discs, points)), "held"))
    theirs = time.perf_counter() - started
    _check_equal(_sum(rings, "n"), held[-1])
    yield f"{len(DISTANCES)} rings, {PLACES} places", "native:buffer and count", ours, theirs


def _timed(algorithm: str, parameters: dict) -> tuple[float, QgsVectorLayer]:
    started = time.perf_counter()
    result = _run(algorithm, parameters)
    return time.perf_counter() - started, result


def _run(algorithm: str, parameters: dict) -> QgsVectorLayer:
    return processing.run(algorithm, {**parameters, "OUTPUT": "TEMPORARY_OUTPUT"})["OUTPUT"]


def _held(polygons: QgsVectorLayer, points: QgsVectorLayer) -> dict:
    return {"POLYGONS": polygons, "POINTS": points, "FIELD": "held"}


def _sum(layer: QgsVectorLayer, field: str) -> float:
    return sum(feature[field] for feature in layer.getFeatures())


def _check_equal(ours: float, theirs: float) -> None:
    if not theirs <= ours <= theirs * 1.001:
        raise SystemExit(f"the peer counts {theirs}, we count {ours}")


def _territories(points: QgsVectorLayer) -> QgsVectorLayer:
    """Areas around 31 random seeds, with a vertex every 20 m as surveyed limits have."""
    seeds = shapely.multipoints(_seeds(points, TERRITORIES))
    box = shapely.box(*_bounds(points))
    cells = shapely.get_parts(shapely.voronoi_polygons(seeds, extend_to=box))
    cells = shapely.segmentize(shapely.intersection(cells, box), 20)
    return _memory_layer("Polygon", cells, points)


def _places(points: QgsVectorLayer) -> QgsVectorLayer:
    return _memory_layer("Point", shapely.points(_seeds(points, PLACES)), points)


def _seeds(points: QgsVectorLayer, count: int) -> np.ndarray:
    west, south, east, north = _bounds(points)
    return np.random.default_rng(1).uniform((west, south), (east, north), (count, 2))


def _bounds(points: QgsVectorLayer) -> tuple[float, float, float, float]:
    extent = points.extent()
    return extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()


def _memory_layer(kind: str, geometries, points: QgsVectorLayer) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?crs={points.crs().authid()}", kind, "memory")
    features = []
    for each in geometries:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(each.wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer
