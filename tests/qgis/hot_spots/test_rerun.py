"""``oltp:rerun``: every method's result again, to the last digit, from its file alone."""

import getpass
import json
from pathlib import Path

import numpy as np
import processing
import pytest
from osgeo import gdal
from qgis.core import (
    QgsLayout,
    QgsLayoutItemLabel,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsRasterLayer,
    QgsVectorLayer,
)

from oltp_plugin.layers import run_card
from tests.qgis.hot_spots.made_layers import points, shapes

X, Y, SIDE = 700_000, 6_600_000, 2_000
CORNER = np.array((X, Y))
BOX = f"POLYGON (({X} {Y}, {X + SIDE} {Y}, {X + SIDE} {Y + SIDE}, {X} {Y + SIDE}, {X} {Y}))"
NAMES = ["pa'q\"ue t %😀", "gare", None]
PERIODS = {
    "BEFORE_FROM": "2024-01-01",
    "BEFORE_TO": "2024-03-31",
    "AFTER_FROM": "2024-04-01",
    "AFTER_TO": "2024-06-30",
}
MONTHS = {"TIME_FIELD": "day", "CELL_SIZE": 400}
# Algorithm, its own parameters, and the output that is made again.
RUNS = [
    ("kerneldensity", {"RADIUS": 271.3, "WEIGHT_FIELD": "w", "KERNEL": 3}, "OUTPUT"),
    ("dualkerneldensity", {"REFERENCE": "reference", "MODE": 1}, "OUTPUT"),
    ("getisord", {"CELL_SIZE": 173.7, "SHAPE": 1, "WEIGHT_FIELD": "w"}, "OUTPUT"),
    ("getisord", {"GRID": "grid", "FDR": False}, "OUTPUT"),
    ("localmoran", {"CELL_SIZE": 250, "ALPHA": 0.1}, "OUTPUT"),
    ("robustness", {"CELL_SIZE": 250, "SOURCE_FIELD": "kind"}, "OUTPUT"),
    ("incidentclusters", {"EPS": 90.5, "MIN_SIZE": 3}, "OUTPUT"),
    ("incidentclusters", {"MIN_SIZE": 3, "TIME_FIELD": "day", "EPS_TIME": 20}, "POINTS"),
    ("hotspotchange", {"TIME_FIELD": "day", "CELL_SIZE": 400, **PERIODS}, "OUTPUT"),
    ("hotspotclasses", MONTHS, "OUTPUT"),
    ("emerginghotspots", MONTHS, "OUTPUT"),
    ("streetsegments", {"STREETS": "streets", "MAX_DISTANCE": 120}, "OUTPUT"),
    ("streetsegments", {"STREETS": "streets", "MAX_DISTANCE": 120}, "REJECTED"),
    ("repeatplaces", {"TIME_FIELD": "day", "MIN_COUNT": 3}, "OUTPUT"),
    ("repeatplaces", {"PLACE_FIELD": "kind"}, "OUTPUT"),
    ("concentration", {"UNITS": "grid"}, "OUTPUT"),
    ("spatialsummary", {}, "OUTPUT"),
    ("spatialsummary", {}, "CENTRE"),
    ("spatialsummary", {}, "TABLE"),
    ("nearrepeat", {"TIME_FIELD": "day", "PERMUTATIONS": 99, "SEED": 7}, "OUTPUT"),
]
RASTERS = ("kerneldensity", "dualkerneldensity")


@pytest.fixture(scope="module")
def town(qgis_app, tmp_path_factory) -> Path:
    """GeoPackages in a folder: incidents of a year, a reference, a grid, streets, an area."""
    folder = tmp_path_factory.mktemp("town")
    random = np.random.default_rng(11)
    spots = np.repeat(random.uniform(0, SIDE, (12, 2)), 10, axis=0)
    places = np.concatenate([spots, random.uniform(0, SIDE, (240, 2))]) + CORNER
    days = np.datetime64("2024-01-01") + random.integers(0, 366, len(places))
    days[:2] = np.datetime64("2024-01-01"), np.datetime64("2024-12-31")
    rows = [
        [str(day), float(weight), NAMES[row % 3]]
        for row, (day, weight) in enumerate(zip(days, random.uniform(0.5, 3, len(places))))
    ]
    squares = [
        f"POLYGON (({x} {y}, {x + 250} {y}, {x + 250} {y + 250}, {x} {y + 250}, {x} {y}))"
        for x in range(X, X + SIDE, 250)
        for y in range(Y, Y + SIDE, 250)
    ]
    lines = [f"LINESTRING ({X} {y}, {X + SIDE} {y})" for y in range(Y, Y + SIDE, 400)]
    layers = {
        "incidents": points(places, "&field=day:string&field=w:double&field=kind:string", rows),
        "reference": points(random.uniform(0, SIDE, (200, 2)) + CORNER),
        "grid": shapes("Polygon", *squares),
        "streets": shapes("LineString", *lines),
        "area": shapes("Polygon", BOX),
    }
    for name, layer in layers.items():
        processing.run("native:savefeatures", {"INPUT": layer, "OUTPUT": f"{folder / name}.gpkg"})
    return folder


def asked(town: Path, own: dict) -> dict:
    """Parameters, where the name of a file of the town stands for it."""
    given = {"INPUT": "incidents", "STUDY_AREA": "area", **own}
    files = {name: str(town / f"{value}.gpkg") for name, value in given.items()
             if isinstance(value, str) and (town / f"{value}.gpkg").exists()}  # fmt: skip
    return {**given, **files}


def rows_of(source) -> list:
    layer = source if isinstance(source, QgsVectorLayer) else QgsVectorLayer(source, "r", "ogr")
    assert layer.isValid(), source
    kept = [field.name() for field in layer.fields() if field.name() != "fid"]
    rows = [
        (bytes(row.geometry().asWkb()), [repr(row[name]) for name in kept])
        for row in layer.getFeatures()
    ]
    return [kept, *rows]


def values_of(path: str):
    dataset = gdal.Open(path)
    return dataset.GetGeoTransform(), dataset.ReadAsArray().tobytes()


@pytest.mark.parametrize(("name", "own", "output"), RUNS)
def test_again_to_the_last_digit(town, feedback, name, own, output):
    ending = "tif" if name in RASTERS else "gpkg"
    first, second = (town / f"{name}_{output}_{again}.{ending}" for again in "ab")
    parameters = {**asked(town, own), output: str(first)}
    if output != "OUTPUT":
        parameters["OUTPUT"] = "TEMPORARY_OUTPUT"
    if name == "nearrepeat":
        del parameters["STUDY_AREA"]
    processing.run(f"oltp:{name}", parameters)
    again = processing.run(
        "oltp:rerun", {"INPUT": str(first), "OUTPUT": str(second)}, feedback=feedback
    )
    assert again["OUTPUT"] == str(second)
    read = values_of if name in RASTERS else rows_of
    assert read(str(first)) == read(str(second))
    assert feedback.warnings == [] or not any("since" in each for each in feedback.warnings)
    layers = [
        QgsRasterLayer(str(each)) if name in RASTERS else QgsVectorLayer(str(each))
        for each in (first, second)
    ]
    assert run_card.recipe_of(layers[0]) == run_card.recipe_of(layers[1])


def again(result, feedback=None, output="TEMPORARY_OUTPUT"):
    return processing.run("oltp:rerun", {"INPUT": result, "OUTPUT": output}, feedback=feedback)


def test_a_selection_and_a_filter_of_the_project_come_back(town, project, tmp_path, feedback):
    layer = QgsVectorLayer(f"{town / 'incidents.gpkg'}|subset=w > 1", "Wha't \"%😀", "ogr")
    project.addMapLayer(layer)
    layer.selectByExpression("kind = 'gare'")
    part = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    first = str(tmp_path / "first.gpkg")
    processing.run("oltp:incidentclusters", {"INPUT": part, "MIN_SIZE": 2, "OUTPUT": first})
    layer.removeSelection()
    second = again(first, feedback)["OUTPUT"]
    assert rows_of(first) == rows_of(second)
    assert len(rows_of(first)) > 2
    assert layer.selectedFeatureCount() == 0
    layer.setSubsetString("")  # the card's own filter is used, whatever is shown now
    assert rows_of(first) == rows_of(again(first, feedback)["OUTPUT"])
    assert feedback.warnings == []


def test_a_temporary_result_of_a_temporary_layer(project, feedback):
    layer = points([(X + 10 * n, Y) for n in range(20)])
    layer.setName("drawn by hand")
    project.addMapLayer(layer)
    first = processing.run("oltp:incidentclusters", {"INPUT": layer, "OUTPUT": "memory:"})["OUTPUT"]
    assert rows_of(first) == rows_of(again(first, feedback)["OUTPUT"])


def test_changed_data_are_said(town, tmp_path, feedback):
    for name in ("incidents", "area"):
        (tmp_path / f"{name}.gpkg").write_bytes((town / f"{name}.gpkg").read_bytes())
    first = str(tmp_path / "first.gpkg")
    processing.run("oltp:getisord", {**asked(tmp_path, {}), "OUTPUT": first})
    layer = QgsVectorLayer(str(tmp_path / "incidents.gpkg"), "incidents", "ogr")
    layer.dataProvider().deleteFeatures([1])
    again(first, feedback)
    assert any("360 records then, 359 now" in each for each in feedback.warnings)


def test_what_is_missing_is_named(town, tmp_path):
    first = str(tmp_path / "alone.gpkg")  # not beside the town's files
    processing.run("oltp:incidentclusters", {**asked(town, {}), "OUTPUT": first})
    with pytest.raises(QgsProcessingException, match=r"incidents\.gpkg.*neither in the project"):
        again(first)


def test_the_card_names_no_folder_and_no_user(town, tmp_path):
    layer = points([(X + 10 * n, Y) for n in range(20)], "&field=k:string", [["Durand"]] * 20)
    result = processing.run(
        "oltp:repeatplaces", {"INPUT": layer, "PLACE_FIELD": "k", "OUTPUT": "memory:"}
    )["OUTPUT"]
    first = str(tmp_path / "r.gpkg")
    processing.run("oltp:incidentclusters", {**asked(town, {}), "OUTPUT": first})
    cards = [run_card.recipe_of(each) for each in (result, QgsVectorLayer(first, "r", "ogr"))]
    assert cards[0]["parameters"]["PLACE_FIELD"] == "k"
    assert cards[1]["parameters"]["INPUT"]["file"] == "incidents.gpkg"
    text = json.dumps(cards)
    for word in (
        str(town),
        str(tmp_path),
        str(Path.home()) + "/",
        getpass.getuser() + "/",
        "Durand",
    ):
        assert word not in text


@pytest.mark.parametrize("algorithm", ["oltp:purgeexpired", "native:buffer", "oltp:rerun"])
def test_a_card_that_somebody_wrote_runs_nothing_that_writes(algorithm):
    layer = points([(X, Y)])
    card = run_card.RunCard(
        "x", "x", {}, 1, recipe={"algorithm": algorithm, "parameters": {"OUTPUT": "/tmp/x.gpkg"}}
    )
    card.write(layer)
    with pytest.raises(QgsProcessingException, match="does not run again"):
        again(layer)


@pytest.mark.parametrize(
    "change",
    [
        {"output": "INPUT"},
        {"parameters": {"INPUT": "incidents"}},
        {
            "parameters": {
                "INPUT": {"name": "drawn", "provider": "memory", "selected": [[0, 10**12]]}
            }
        },
        {"parameters": {"INPUT": {"name": "drawn", "provider": "memory", "selected": "all"}}},
    ],
)
def test_a_card_that_makes_no_sense(project, change):
    layer = points([(X + 10 * n, Y) for n in range(20)])
    layer.setName("drawn")
    project.addMapLayer(layer)
    recipe = {"algorithm": "oltp:incidentclusters", "parameters": {}, **change}
    card = run_card.RunCard("x", "x", {}, 1, recipe=recipe)
    if "output" in change:
        card.outputs[""] = change["output"]
    card.write(layer)
    with pytest.raises(QgsProcessingException, match="cannot be read"):
        again(layer)


def test_refusals_in_one_sentence(town, tmp_path):
    with pytest.raises(QgsProcessingException, match="has no run card"):
        again(points([(X, Y)]))
    first = str(town / "density.tif")
    processing.run("oltp:kerneldensity", {**asked(town, {}), "OUTPUT": first})
    assert again(first)["OUTPUT"].endswith(".tif")
    with pytest.raises(QgsProcessingException, match=r"ends in \.tif"):
        again(first, output=str(tmp_path / "x.gpkg"))


def test_an_observatorys_result_says_period_sources_and_filter(town_observatory, tmp_path):
    shown = processing.run(
        "oltp:incidents",
        {"OBSERVATORY": str(town_observatory), "FROM": "2024-01-01", "TO": "2024-06-30"},
    )["OUTPUT"]
    first = str(tmp_path / "first.gpkg")
    processing.run("oltp:getisord", {"INPUT": shown, "CELL_SIZE": 300, "OUTPUT": first})
    words = run_card.words(QgsVectorLayer(first, "r", "ogr"))
    assert any("oltp:getisord, OLTP" in line for line in words)
    assert any(
        line.startswith("Period: 1 Jan 2024") and "date of the facts" in line for line in words
    )
    assert "Sources: Police municipale, Transports" in words
    assert any(line.startswith("Filter: All categories") for line in words)
    assert any(line.startswith("Records used: ") for line in words)
    assert "CELL_SIZE = 300" in words
    assert rows_of(first) == rows_of(again(first)["OUTPUT"])
    everything = f"{town_observatory}|layername=incident|subset=partner = 'TC'"
    processing.run("oltp:getisord", {"INPUT": everything, "OUTPUT": first})
    words = run_card.words(QgsVectorLayer(first, "r", "ogr"))
    assert any(line.startswith("Period: all dates, ") for line in words)
    assert "Filter: partner = 'TC'" in words
    assert "Sources: Transports" in words


def test_a_page_shows_the_card_without_the_plugin(town, project, tmp_path):
    """As the help says: a label with an expression that QGIS itself knows."""
    first = str(tmp_path / "first.gpkg")
    processing.run("oltp:incidentclusters", {**asked(town, {}), "OUTPUT": first})
    layer = QgsVectorLayer(first, "Grappes d'été", "ogr")
    project.addMapLayer(layer)
    label = QgsLayoutItemLabel(QgsLayout(project))
    label.setText("[% layer_property('Grappes d\\'été', 'abstract') %]")
    assert label.currentText().splitlines() == run_card.words(layer)
