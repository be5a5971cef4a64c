"""``oltp:localmoran`` as the toolbox runs it: fields, classes, style, log."""

import numpy as np
import processing
import pytest
from qgis.core import NULL, QgsProcessingException

from tests.qgis.hot_spots.made_layers import column, legend, points, shapes

BOX = "POLYGON ((700000 6600000, 703000 6600000, 703000 6602960, 700000 6602960, 700000 6600000))"


@pytest.fixture
def run(feedback):
    def run_with(**parameters):
        parameters.setdefault("STUDY_AREA", shapes("Polygon", BOX))
        parameters.setdefault("OUTPUT", "TEMPORARY_OUTPUT")
        return processing.run("oltp:localmoran", parameters, feedback=feedback)["OUTPUT"]

    return run_with


def town():
    """Some incidents everywhere, a quarter with many, and far from it one cell with many."""
    random = np.random.default_rng(9)
    spread = random.uniform(0, 2960, (500, 2))
    quarter = random.uniform(500, 900, (160, 2))
    lone = random.uniform(2000, 2100, (14, 2))
    return points(np.concatenate([spread, quarter, lone]) + np.array((700_000, 6_600_000)))


def test_the_quarter_is_many_among_many_and_the_lone_cell_stands_out(run, feedback):
    result = run(INPUT=town())
    names = ["n", "i", "z", "p", "q", "class", "neighbours", "area"]
    assert [field.name() for field in result.fields()] == names
    by_corner = {}
    for each in result.getFeatures():
        box = each.geometry().boundingBox()
        corner = round(box.xMinimum()) - 700_000, round(box.yMinimum()) - 6_600_000
        by_corner[corner] = each
    for corner in ((600, 600), (600, 700), (700, 600), (700, 700)):
        assert by_corner[corner]["class"] == "HH"
        assert by_corner[corner]["i"] > 1
        assert by_corner[corner]["z"] > 3
    assert by_corner[2000, 2000]["class"] in ("HL", "none")
    assert by_corner[2000, 2000]["i"] < 0.5
    assert set(column(result, "class")) <= {"HH", "LL", "HL", "LH", "none"}
    assert all(each["q"] <= 0.05 for each in result.getFeatures() if each["class"] != "none")
    assert all(each["q"] > 0.05 for each in result.getFeatures() if each["class"] == "none")
    assert sum(column(result, "n")) == 674
    assert set(column(result, "neighbours")) == {3, 5, 8}
    assert any(info.startswith("Moran's I over the map: 0.") for info in feedback.infos)
    assert any(info.startswith("At 0.05: many among many ") for info in feedback.infos)
    assert legend(result)[0] == "Many among many"


def test_without_fdr_the_classes_follow_p(run):
    result = run(INPUT=town(), FDR=False, ALPHA=0.2)
    clear = [each for each in result.getFeatures() if each["class"] != "none"]
    assert all(each["p"] <= 0.2 for each in clear)
    assert any(each["q"] > 0.2 for each in clear)


def test_what_is_hardly_inside_has_no_class(run):
    narrow = shapes("Polygon", BOX.replace("6602960", "6602940"))
    result = run(INPUT=town(), STUDY_AREA=narrow)
    untested = [each for each in result.getFeatures() if each["class"] == NULL]
    assert len(untested) == 30
    assert all(each["i"] == NULL and each["z"] == NULL for each in untested)


def test_refused_without_a_study_area(run):
    with pytest.raises(QgsProcessingException, match="A test needs a study area"):
        run(INPUT=town(), STUDY_AREA=None)
