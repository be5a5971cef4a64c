"""Polygons as layers really hold them: curves, spikes, nothing left of them."""

import math

import numpy as np
import processing
import pytest
import shapely
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer

from processing_algorithms.features import mended

X, Y = 700_000, 6_600_000


def layer_of(kind: str, *texts: str, crs="EPSG:2154") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?crs={crs}", "made", "memory")
    features = []
    for text in texts:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(text))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


@pytest.fixture
def points() -> QgsVectorLayer:
    """400 points, 50 m apart, in a square of a kilometre."""
    spots = [(X + 25 + 50 * (k % 20), Y + 25 + 50 * (k // 20)) for k in range(400)]
    return layer_of("Point", *(f"Point ({x} {y})" for x, y in spots))


def cells(points, area) -> QgsVectorLayer:
    parameters = {"INPUT": points, "STUDY_AREA": area, "OUTPUT": "TEMPORARY_OUTPUT"}
    return processing.run("oltp:getisord", parameters)["OUTPUT"]


def test_a_study_area_may_be_drawn_with_arcs_and_heights(points):
    arc = (
        f"CurvePolygonZ (CompoundCurveZ (CircularStringZ ({X} {Y} 1, {X + 500} {Y + 500} 1,"
        f" {X + 1000} {Y} 1), ({X + 1000} {Y} 1, {X} {Y} 1)))"
    )
    result = cells(points, layer_of("CurvePolygonZ", arc))
    surface = sum(each["area"] for each in result.getFeatures())
    assert surface == pytest.approx(math.pi * 500**2 / 2, rel=1e-3)


@pytest.mark.parametrize("algorithm", ["kerneldensity", "getisord", "spatialsummary", "robustness"])
def test_a_study_area_without_a_surface_is_refused(points, algorithm):
    line = f"Polygon (({X} {Y}, {X + 1000} {Y + 1000}, {X + 500} {Y + 500}, {X} {Y}))"
    parameters = {"INPUT": points, "STUDY_AREA": layer_of("Polygon", line)}
    with pytest.raises(QgsProcessingException, match="has no polygon in it that covers anything"):
        processing.run(f"oltp:{algorithm}", {**parameters, "OUTPUT": "TEMPORARY_OUTPUT"})


def test_polygons_that_cannot_be_moved_to_the_map_are_refused_in_words(points):
    beyond = "Polygon ((3 48, 4 48, 4 95, 3 48))"
    with pytest.raises(QgsProcessingException, match="cannot be in EPSG:2154"):
        cells(points, layer_of("Polygon", beyond, crs="EPSG:4326"))


@pytest.mark.parametrize("name", ["STUDY_AREA", "GRID"])
def test_polygons_that_do_not_say_their_system_are_not_guessed(points, name):
    square = f"Polygon (({X} {Y}, {X + 1000} {Y}, {X + 1000} {Y + 1000}, {X} {Y + 1000}, {X} {Y}))"
    nowhere = layer_of("Polygon", square, crs="")
    parameters = {"INPUT": points, name: nowhere, "OUTPUT": "TEMPORARY_OUTPUT"}
    with pytest.raises(QgsProcessingException, match="does not say its coordinate system"):
        processing.run("oltp:getisord", parameters)


def test_what_a_spike_leaves_is_no_part_of_a_polygon():
    spike = shapely.from_wkt("POLYGON ((0 0, 10 0, 10 10, 10 20, 10 10, 0 10, 0 0))")
    flat = shapely.from_wkt("POLYGON ((0 0, 10 0, 5 0, 0 0))")
    still = shapely.from_wkt("LINESTRING (0 0, 0 0)")
    made = mended(np.array([spike, flat, still]))
    assert shapely.area(made).tolist() == [100, 0, 0]
    assert shapely.get_dimensions(made[0]) == 2 and shapely.length(made[0]) == 40
    assert shapely.is_empty(made).tolist() == [False, True, True]
