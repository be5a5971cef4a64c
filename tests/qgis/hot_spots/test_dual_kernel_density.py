"""``oltp:dualkerneldensity`` as the toolbox runs it."""

import numpy as np
import processing
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsRasterLayer

from tests.qgis.hot_spots.made_layers import points, shapes

PLACES = np.random.default_rng(1).uniform(0, 2000, (300, 2)) + np.array((700_000, 6_600_000))
AREA = "POLYGON ((700000 6600000, 702000 6600000, 702000 6602000, 700000 6602000, 700000 6600000))"


@pytest.fixture
def run(tmp_path, feedback):
    def run_with(**parameters):
        parameters.setdefault("OUTPUT", str(tmp_path / "dual.tif"))
        return processing.run("oltp:dualkerneldensity", parameters, feedback=feedback)["OUTPUT"]

    return run_with


def values_of(path):
    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray()
    values[values == band.GetNoDataValue()] = np.nan
    return values


def labels(path) -> list[str]:
    layer = QgsRasterLayer(str(path))
    shader = layer.renderer().shader().rasterShaderFunction()
    return [item.label for item in shader.colorRampItemList()]


def test_log_ratio_is_the_default_and_its_legend_is_in_words(run, feedback):
    area = shapes("Polygon", AREA)
    same = run(INPUT=points(PLACES), REFERENCE=points(PLACES), STUDY_AREA=area)
    values = values_of(same)
    assert values.shape == (40, 40)
    np.testing.assert_allclose(values[np.isfinite(values)], 0, atol=1e-6)
    assert labels(same)[0] == "Less than a quarter of the average"
    assert labels(same)[3] == "About average"
    layer = QgsRasterLayer(same)
    layer.loadDefaultMetadata()
    history = layer.metadata().history()
    assert {"RADIUS = 250", "MODE = 0 (Ratio, as log2)", "Records used: 300"} <= set(history)
    assert "Reference “incidents”: 300 points used." in feedback.infos


def test_a_weighted_reference_in_another_system(run):
    half = PLACES[PLACES[:, 0] < 701_000]
    weights = [[3.0 if x < 701_000 else 1.0] for x in PLACES[:, 0]]
    reference = points(PLACES, "&field=residents:double", weights)
    moved = processing.run(
        "native:reprojectlayer",
        {"INPUT": reference, "TARGET_CRS": "EPSG:4326", "OUTPUT": "memory:"},
    )["OUTPUT"]
    parameters = {"INPUT": points(half), "MODE": 1, "REFERENCE_WEIGHT_FIELD": "residents"}
    here = values_of(run(REFERENCE=reference, **parameters))
    there = values_of(run(REFERENCE=moved, **parameters))
    west = 3 * len(half) / (3 * len(half) + len(PLACES) - len(half))
    assert here[len(here) // 2, 10] == pytest.approx(1 / west, rel=0.01)
    np.testing.assert_allclose(there, here, rtol=0.01, atol=0.01)


def test_differences_have_round_limits_with_their_unit(run):
    path = run(INPUT=points(PLACES[:150]), REFERENCE=points(PLACES), MODE=2)
    assert labels(path)[0].endswith("fewer per km²")
    assert labels(path)[3].startswith("As many as expected")
    assert labels(path)[-1].endswith("more per km²")


def test_reports_as_a_reference_are_said(run, town_observatory, feedback):
    layer = f"{town_observatory}|layername=incident|subset=partner = "
    run(INPUT=f"{layer}'PM'", REFERENCE=f"{layer}'TC'", RADIUS=400, CELL_SIZE=100)
    assert any("The reference is made of reports too" in each for each in feedback.warnings)


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        (lambda: {"INPUT": points([None]), "REFERENCE": points(PLACES)}, "no record with a point"),
        (lambda: {"INPUT": points(PLACES), "REFERENCE": points([])}, "The reference has no point"),
        (
            lambda: {
                "INPUT": points(PLACES),
                "REFERENCE": points([(0, 0)]),
                "STUDY_AREA": shapes("Polygon", AREA),
            },
            "The reference has no point",
        ),
        (
            lambda: {"INPUT": points(PLACES), "REFERENCE": points(PLACES), "RADIUS": 20},
            "smaller than a cell",
        ),
    ],
)
def test_bad_input_is_refused_in_one_sentence(run, tmp_path, parameters, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run(**parameters())
    assert not (tmp_path / "dual.tif").exists()
