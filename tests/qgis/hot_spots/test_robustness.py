"""``oltp:robustness`` as the toolbox runs it: fields, sentence, style, an observatory's sources."""

import numpy as np
import processing
import pytest
from qgis.core import NULL, QgsProcessingException, QgsVectorLayer

from tests.qgis.hot_spots.made_layers import column, legend, points, shapes

BOX = "POLYGON ((700000 6600000, 702000 6600000, 702000 6602000, 700000 6602000, 700000 6600000))"


@pytest.fixture
def run(feedback):
    def run_with(**parameters):
        parameters.setdefault("STUDY_AREA", shapes("Polygon", BOX))
        parameters.setdefault("OUTPUT", "TEMPORARY_OUTPUT")
        return processing.run("oltp:robustness", parameters, feedback=feedback)

    return run_with


def town():
    random = np.random.default_rng(4)
    places = np.concatenate([random.uniform(0, 2000, (200, 2)), random.normal(700, 50, (60, 2))])
    sources = [[("PM", "l'été % 😀")[each]] for each in random.integers(0, 2, 260)]
    return points(places + np.array((700_000, 6_600_000)), "&field=who:string", sources)


@pytest.mark.parametrize("number", [0, 1])
def test_both_maps_on_50_m_cells_with_a_sentence(run, feedback, number):
    result = run(INPUT=town(), MAP=number, SOURCE_FIELD="who")
    layer = result["OUTPUT"]
    names = ["share", "hot", "variants", "lost_in", "area"]
    assert [field.name() for field in layer.fields()] == names
    assert layer.featureCount() == 1600
    assert set(column(layer, "area")) == {2500}
    assert set(column(layer, "variants")) == {10}
    assert max(column(layer, "share")) >= 0.8
    for each in layer.getFeatures():
        lost = 0 if each["lost_in"] == NULL else len(each["lost_in"].split(", "))
        if each["hot"]:
            assert each["share"] == pytest.approx(1 - lost / 10)
        else:
            assert lost == 0
    assert result["SENTENCE"].startswith("Of ")
    assert result["SENTENCE"] in feedback.infos
    assert any("without l'été % 😀" in info for info in feedback.infos)
    assert legend(layer)[-1] == "Hot in at least 9 of 10 variants"


def test_an_observatory_s_partners_are_its_sources(run, town_observatory, feedback):
    layer = QgsVectorLayer(f"{town_observatory}|layername=incident", "incidents", "ogr")
    run(INPUT=layer, STUDY_AREA=None)
    variants = next(info for info in feedback.infos if info.startswith("Variants: "))
    assert "without PM; without TC" in variants


def test_sources_are_called_as_they_are_and_no_source_is_none(run, feedback):
    places = np.random.default_rng(6).uniform(0, 2000, (60, 2)) + np.array((700_000, 6_600_000))
    numbered = points(places, "&field=who:integer", [[(7, 12, NULL)[k % 3]] for k in range(60)])
    run(INPUT=numbered, SOURCE_FIELD="who")
    variants = next(info for info in feedback.infos if info.startswith("Variants: "))
    assert [each for each in variants.split("; ") if "without" in each] == [
        "without 12",
        "without 7",
    ]


def test_a_radius_little_larger_than_the_cells_can_be_made_smaller(run):
    result = run(INPUT=town(), MAP=1, RADIUS=60, CELL_SIZE=50, SOURCE_FIELD="who")
    assert max(column(result["OUTPUT"], "share")) > 0.5


def test_it_stops_within_a_variant(run, feedback):
    """Drawn sums take their time: the first look at cancel is not after a whole map."""
    heavy = points(
        np.random.default_rng(6).uniform(0, 2000, (300, 2)) + np.array((700_000, 6_600_000)),
        "&field=w:double",
        [[1 + k * 0.1234567] for k in range(300)],
    )
    feedback.progressChanged.connect(lambda done: done > 10 and feedback.cancel())
    with pytest.raises(QgsProcessingException, match="Stopped"):
        run(INPUT=heavy, WEIGHT_FIELD="w")
    assert max(feedback.progress) < 15


def test_no_hot_place_is_said(run):
    random = np.random.default_rng(6)
    chance = points(random.uniform(0, 2000, (60, 2)) + np.array((700_000, 6_600_000)))
    assert "no hot place" in run(INPUT=chance)["SENTENCE"]


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"STUDY_AREA": None}, "A test needs a study area"),
        ({"CELL_SIZE": 3}, "choose cells of 6 m or more"),
        (
            {"STUDY_AREA": shapes("Polygon", BOX.replace("702", "999").replace("6602", "6699"))},
            r"29601 km².* for 2500 km² at most",
        ),
        ({"MAP": 1, "RADIUS": 60}, "smaller than a cell"),
    ],
)
def test_refusals(run, parameters, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run(INPUT=town(), **parameters)
