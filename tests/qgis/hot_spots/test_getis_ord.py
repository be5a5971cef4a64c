"""``oltp:getisord`` as the toolbox runs it: cells, fields, classes, style, run card, refusals."""

import numpy as np
import processing
import pytest
from qgis.core import (
    NULL,
    QgsFeatureRequest,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProcessingException,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

from tests.qgis.hot_spots.made_layers import aliases, column, legend, points, shapes

BOX = "POLYGON ((700000 6600000, 703000 6600000, 703000 6603000, 700000 6603000, 700000 6600000))"
X, Y = 700_000, 6_600_000


@pytest.fixture
def run(feedback):
    def run_with(**parameters):
        parameters.setdefault("STUDY_AREA", shapes("Polygon", BOX))
        parameters.setdefault("OUTPUT", "TEMPORARY_OUTPUT")
        return processing.run("oltp:getisord", parameters, feedback=feedback)["OUTPUT"]

    return run_with


def town(fields="", rows=None):
    """300 incidents all over, and 25 more around one crossing."""
    random = np.random.default_rng(8)
    spread = random.uniform(0, 3000, (300, 2))
    crossing = random.uniform(1000, 1200, (25, 2))
    return points(np.concatenate([spread, crossing]) + np.array((X, Y)), fields, rows)


def test_the_crossing_is_hot_and_little_else(run, feedback):
    result = run(INPUT=town())
    assert [field.name() for field in result.fields()] == [
        "n",
        "z",
        "p",
        "q",
        "bin",
        "neighbours",
        "area",
    ]
    assert result.featureCount() == 900
    assert sum(column(result, "n")) == 325
    hot = [each for each in result.getFeatures() if each["bin"] >= 2]
    assert 4 <= len(hot) <= 20
    assert all(900 <= each.geometry().centroid().asPoint().x() - X <= 1300 for each in hot)
    assert all(900 <= each.geometry().centroid().asPoint().y() - Y <= 1300 for each in hot)
    assert all(each["z"] > 3 and each["q"] <= 0.05 and each["p"] <= each["q"] for each in hot)
    assert set(column(result, "neighbours")) == {4, 6, 9}
    assert set(column(result, "area")) == {10_000}
    assert min(column(result, "bin")) >= -1
    assert (
        f"At 0.05: {len(hot)} hot cells, 0 cold cells, {900 - len(hot)} neither." in feedback.infos
    )
    assert "Cells: 900 squares of 100 m." in feedback.infos


def test_each_bin_follows_q_or_p(run):
    for fdr in (True, False):
        result = run(INPUT=town(), FDR=fdr)
        for each in result.getFeatures():
            value = each["q" if fdr else "p"]
            steps = sum(value <= limit for limit in (0.01, 0.05, 0.10))
            assert abs(each["bin"]) == steps
        assert legend(result)[0] == f"Hot, strong evidence ({'q' if fdr else 'p'} ≤ 0.01)"


def test_alpha_changes_nothing_but_the_summary(run, feedback):
    one, other = run(INPUT=town()), run(INPUT=town(), ALPHA=0.2)
    for name in ("z", "p", "q", "bin"):
        assert column(one, name) == column(other, name)
    assert any(info.startswith("At 0.2: ") for info in feedback.infos)


def test_cells_that_are_hardly_inside_are_not_testable(run):
    narrow = shapes("Polygon", BOX.replace("703000", "702940").replace("6603000", "6602970"))
    result = run(INPUT=town(), STUDY_AREA=narrow)
    untested = [each for each in result.getFeatures() if each["bin"] == NULL]
    assert len(untested) == 30
    assert all(each["z"] == NULL and each["q"] == NULL for each in untested)
    assert all(each["area"] < 5_000 for each in untested)
    assert all(each["neighbours"] in (3, 4) for each in untested)
    rest = [each for each in result.getFeatures() if each["bin"] != NULL]
    assert max(each["neighbours"] for each in rest) == 9


def test_hexagons(run, feedback):
    result = run(INPUT=town(), SHAPE=1)
    assert max(column(result, "neighbours")) == 7
    assert sum(column(result, "n")) == 325
    assert max(column(result, "area")) == pytest.approx(100**2 * 3**0.5 / 2)
    assert any("hexagons, 100 m from side to side" in info for info in feedback.infos)


def test_insee_squares_have_its_names_and_its_system(run):
    result = run(INPUT=town(), SHAPE=2, CELL_SIZE=50)
    assert result.crs().authid() == "EPSG:3035"
    names = column(result, "idcar_200m")
    assert len(set(names)) == len(names)
    for each in result.getFeatures():
        if each["area"] == 40_000:
            box = each.geometry().boundingBox()
            north, east = round(box.yMinimum()), round(box.xMinimum())
            assert each["idcar_200m"] == f"CRS3035RES200mN{north}E{east}"
            assert north % 200 == 0
            assert east % 200 == 0


def test_given_polygons_bring_their_fields_and_n_keeps_its_name(run, feedback):
    texts = [
        f"POLYGON (({X + a} {Y + b}, {X + a + 500} {Y + b}, {X + a + 500} {Y + b + 500},"
        f" {X + a} {Y + b + 500}, {X + a} {Y + b}))"
        for a in range(0, 3000, 500)
        for b in range(0, 3000, 500)
    ]
    rows = [(number, f"l'îlot {number} % 😀") for number in range(36)]
    grid = shapes("Polygon", *texts, fields="&field=n:integer&field=name:string", rows=rows)
    result = run(INPUT=town(), GRID=grid)
    assert [field.name() for field in result.fields()][:3] == ["n_2", "name", "n"]
    assert column(result, "name") == [name for _, name in rows]
    assert sum(column(result, "n")) == 325
    assert max(column(result, "neighbours")) == 9
    assert "Cells: 36 given polygons." in feedback.infos
    alone = run(INPUT=town(), GRID=grid, STUDY_AREA=None)
    assert column(alone, "z") == column(result, "z")
    assert any("Without a study area" in warning for warning in feedback.warnings)


def test_weights(run, feedback):
    layer = town("&field=w:double", [[1.5]] * 325)
    plain, heavy = run(INPUT=layer), run(INPUT=layer, WEIGHT_FIELD="w")
    assert sum(column(heavy, "n")) == pytest.approx(487.5)
    np.testing.assert_allclose(column(heavy, "z"), column(plain, "z"), atol=1e-9)
    np.testing.assert_allclose(column(heavy, "p"), column(plain, "p"), atol=1e-9)
    assert not any("random sums" in info for info in feedback.infos)


def test_every_cell_is_drawn_from_a_geopackage_too(tmp_path, run):
    """The file's own SQL picks what is drawn: there the number 3 is not the text 3."""
    run(INPUT=town(), OUTPUT=str(tmp_path / "cells.gpkg"))
    layer = QgsVectorLayer(str(tmp_path / "cells.gpkg"), "cells", "ogr")
    drawn = layer.renderer().filter(layer.fields())
    picked = layer.getFeatures(QgsFeatureRequest().setFilterExpression(drawn))
    assert sum(1 for _ in picked) == layer.featureCount() > 0
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(90, 90))
    settings.setExtent(layer.extent())
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    picture = job.renderedImage()
    assert len({picture.pixel(x, y) for x in range(90) for y in range(90)}) > 10


def test_the_style_says_what_it_shows(run):
    result = run(INPUT=town())
    assert legend(result) == [
        "Hot, strong evidence (q ≤ 0.01)",
        "Hot, clear evidence (q ≤ 0.05)",
        "Hot, weak evidence (q ≤ 0.10)",
        "Neither hot nor cold",
        "Cold, weak evidence (q ≤ 0.10)",
        "Cold, clear evidence (q ≤ 0.05)",
        "Cold, strong evidence (q ≤ 0.01)",
        "Not testable",
    ]
    assert aliases(result)["area"] == "Area (m²)"
    assert "Records used: 325" in result.metadata().history()
    assert result.renderer().categoryIndexForValue(-9) == 7


def test_a_file_keeps_style_and_card(run, tmp_path):
    path = run(INPUT=town(), OUTPUT=str(tmp_path / "hot.gpkg"))
    layer = QgsVectorLayer(path, "hot", "ogr")
    assert len(layer.renderer().categories()) == 8
    assert "CELL_SIZE = 100" in " ".join(layer.metadata().history())


def test_an_observatory_brings_its_commune(run, town_observatory, feedback):
    layer = QgsVectorLayer(f"{town_observatory}|layername=incident", "incidents", "ogr")
    result = run(INPUT=layer, STUDY_AREA=None, CELL_SIZE=200)
    assert result.featureCount() > 100
    assert sum(column(result, "n")) == 56


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        (lambda: {"STUDY_AREA": None}, "A test needs a study area"),
        (lambda: {"INPUT": points([])}, "no record with a point"),
        (lambda: {"INPUT": points([None])}, "no record with a point"),
        (lambda: {"CELL_SIZE": 1}, "9000000 cells, and 1000000 is the most…3 m or more"),
        (lambda: {"CELL_SIZE": 9000}, "No cell can be tested"),
        (lambda: {"STUDY_AREA": shapes("Polygon", BOX.replace("70", "80"))}, "holds none of the"),
        (lambda: {"GRID": shapes("Polygon", BOX.replace("70", "80"))}, "Nothing is left to divide"),
        (lambda: {"GRID": shapes("Polygon")}, "no polygon in it"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(run, parameters, sentence):
    with pytest.raises(QgsProcessingException) as refused:
        run(**{"INPUT": town(), **parameters()})
    assert all(word in str(refused.value) for word in sentence.split("…"))


def test_one_incident_and_one_place_give_a_map_that_says_little(run, feedback):
    result = run(INPUT=points([(X + 50, Y + 50)]))
    assert set(column(result, "bin")) == {0}
    result = run(INPUT=points([(X + 1550, Y + 1550)] * 40))
    assert max(column(result, "bin")) == 0  # any cell may be the one that holds them all
    assert sum(column(result, "n")) == 40


def test_cancelled(run, feedback):
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="Stopped"):
        run(INPUT=town())
