"""``oltp:incidentclusters`` beside QGIS's own DBSCAN and ST-DBSCAN, and as the toolbox runs it."""

from pathlib import Path

import numpy as np
import processing
import pytest
from qgis.core import NULL, QgsProcessingException, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from tests.qgis.hot_spots.made_layers import aliases, column, legend, points, shapes

DAY = 86_400_000  # milliseconds, QGIS's unit


@pytest.fixture
def run(feedback):
    def run_with(**parameters):
        parameters.setdefault("OUTPUT", "TEMPORARY_OUTPUT")
        return processing.run("oltp:incidentclusters", parameters, feedback=feedback)

    return run_with


def crowd(seed: int, n: int, step: float = 0.0):
    random = np.random.default_rng(seed)
    places = random.uniform(0, 1500, (n, 2))
    if step:  # equal points, and distances that are exactly the one asked for
        places = np.round(places / step) * step
    days = random.integers(0, 120, n)
    moments = [QDateTime(QDate(2024, 1, 1).addDays(int(day)), QDateTime().time()) for day in days]
    for number, moment in enumerate(moments):
        moment.setTimeSpec(Qt.TimeSpec.UTC)
        moments[number] = moment.addSecs(43_200 * (number % 2))
    return points(
        places + np.array((700_000, 6_600_000)),
        "&field=i:integer&field=t:datetime",
        [(number, moment) for number, moment in enumerate(moments)],
    )


def labels(layer, name) -> list:
    found = dict(zip(column(layer, "i"), column(layer, name)))
    return [found[number] or 0 for number in sorted(found)]


@pytest.mark.parametrize(("seed", "step"), [(1, 0), (2, 20), (3, 20)])
def test_the_partition_is_that_of_qgis(run, seed, step):
    layer = crowd(seed, 700, step)
    for eps, size in ((60, 5), (40, 3)):
        ours = run(INPUT=layer, EPS=eps, MIN_SIZE=size, POINTS="TEMPORARY_OUTPUT")["POINTS"]
        theirs = processing.run(
            "native:dbscanclustering",
            {"INPUT": layer, "EPS": eps, "MIN_SIZE": size, "OUTPUT": "memory:"},
        )["OUTPUT"]
        assert labels(ours, "cluster") == labels(theirs, "CLUSTER_ID")
    for eps, days in ((100, 7), (100, 0), (160, 2.5)):
        ours = run(
            INPUT=layer,
            EPS=eps,
            MIN_SIZE=3,
            TIME_FIELD="t",
            EPS_TIME=days,
            POINTS="TEMPORARY_OUTPUT",
        )["POINTS"]
        theirs = processing.run(
            "native:stdbscanclustering",
            {
                "INPUT": layer,
                "EPS": eps,
                "MIN_SIZE": 3,
                "DATETIME_FIELD": "t",
                "EPS2": days * DAY,
                "OUTPUT": "memory:",
            },
        )["OUTPUT"]
        assert labels(ours, "cluster") == labels(theirs, "CLUSTER_ID")


SQUARE = [(700_000 + a, 6_600_000 + b) for a in (0, 50) for b in (0, 50)]
ADDRESS = [(703_000, 6_603_000)] * 6
LOST = [(709_000, 6_609_000), None]


def test_hulls_and_the_log(run, feedback):
    places = [*SQUARE, (700_025, 6_600_025), *ADDRESS, *LOST]
    rows = [[f"2024-03-{day:02} 23:15"] for day in range(1, len(places) + 1)]
    result = run(INPUT=points(places, "&field=t:string", rows), TIME_FIELD="t")
    layer = result["OUTPUT"]
    assert set(result) == {"OUTPUT"}
    fields = [field.name() for field in layer.fields()]
    assert fields == ["cluster", "n", "area", "places", "first", "last"]
    address, square = (feature.attributes() for feature in layer.getFeatures())
    assert address == [2, 6, 0, 1, QDate(2024, 3, 6), QDate(2024, 3, 11)]
    assert square == [1, 5, 2500, 5, QDate(2024, 3, 1), QDate(2024, 3, 5)]
    drawn = [feature.geometry().area() for feature in layer.getFeatures()]
    assert drawn == pytest.approx([np.pi * 100, 2500], rel=0.01)
    assert "Records used: 12" in feedback.infos
    assert "Clusters: 2, with 11 of 12 records." in feedback.infos
    assert any("one single place" in each and "1, with 6" in each for each in feedback.infos)
    assert aliases(layer)["places"] == "Different places"
    assert legend(layer)[0] == "One single place (an address or a stop)"


def test_records_without_a_date_are_said(run, feedback):
    rows = [["2024-03-01"], ["2024-03-15"], [NULL], ["soon"]]
    layer = points(SQUARE, "&field=t:string", rows)
    assert column(run(INPUT=layer, TIME_FIELD="t", MIN_SIZE=2)["OUTPUT"], "n") == [2]
    assert "Records left out, without a date: 2" in feedback.infos
    assert column(run(INPUT=layer, TIME_FIELD="t", MIN_SIZE=2, EPS_TIME=13)["OUTPUT"], "n") == []


def test_weight_study_area_and_the_points_own_fields(run, feedback):
    rows = [[3.0, 7 * 10**12, "a'\"%😀", 1], [NULL, 1, "b", 2], [2.0, 2, NULL, 3], [9.0, 3, "d", 4]]
    layer = points(
        [*SQUARE[:3], (800_000, 6_600_000)],
        "&field=w:double&field=big:int8&field=name:string&field=cluster:integer",
        rows,
    )
    area = shapes(
        "Polygon",
        "POLYGON ((699000 6599000, 701000 6599000, 701000 6601000, 699000 6599000))",
    )
    result = run(INPUT=layer, WEIGHT_FIELD="w", STUDY_AREA=area, POINTS="TEMPORARY_OUTPUT")
    assert column(result["OUTPUT"], "n") == [5.0]
    held = result["POINTS"]
    assert [field.name() for field in held.fields()] == ["w", "big", "name", "cluster_2", "cluster"]
    assert [feature.attributes() for feature in held.getFeatures()] == [
        [3.0, 7 * 10**12, "a'\"%😀", 1, 1],
        [2.0, 2, NULL, 3, 1],
    ]
    assert "Records left out, outside the study area: 1" in feedback.infos
    assert legend(held) == ["In a cluster", "In no cluster"]


def test_of_an_observatory_only_the_uuid_goes_along(run, town_observatory, tmp_path):
    layer = QgsVectorLayer(f"{town_observatory}|layername=incident", "incidents", "ogr")
    output = str(tmp_path / "clusters.gpkg")
    run(
        INPUT=layer,
        EPS=300,
        TIME_FIELD="occurred_from",
        EPS_TIME=60,
        MIN_SIZE=3,
        OUTPUT=output,
        POINTS=str(tmp_path / "points.gpkg"),
    )
    held = QgsVectorLayer(str(tmp_path / "points.gpkg"), "points", "ogr")
    assert [field.name() for field in held.fields()] == ["fid", "uuid", "cluster"]
    assert all(len(text) > 30 for text in column(held, "uuid"))
    written = QgsVectorLayer(output, "clusters", "ogr")
    assert written.featureCount() > 0
    assert {"EPS = 300", "TIME_FIELD = occurred_from"} <= set(written.metadata().history())
    assert legend(written)[-1] == "30 incidents or more"


@pytest.mark.parametrize(
    ("layer", "more", "sentence"),
    [
        (lambda: points([]), {}, "no record with a point"),
        (lambda: points([(3.87, 43.61)], crs="EPSG:4326"), {}, "in degrees"),
        (
            lambda: points(SQUARE, "&field=t:double", [[1.0]] * 4),
            {"TIME_FIELD": "t"},
            "does not hold dates",
        ),
        (
            lambda: points(SQUARE, "&field=t:string", [[NULL]] * 4),
            {"TIME_FIELD": "t"},
            "No record has a date in the field “t”",
        ),
        (
            lambda: points(SQUARE, "&field=w:double", [[NULL]] * 4),
            {"WEIGHT_FIELD": "w"},
            "No record has a number in the weight field “w”",
        ),
    ],
)
def test_bad_input_is_refused_in_one_sentence(run, layer, more, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run(INPUT=layer(), **more)


def test_one_point_gives_no_cluster(run):
    assert column(run(INPUT=points(SQUARE[:1]))["OUTPUT"], "n") == []


def test_it_stops_when_asked(run, feedback):
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="Stopped"):
        run(INPUT=crowd(1, 50))


def test_where_only_cells_may_be_shown_the_points_are_their_centres(run, town_observatory):
    """The police's agreement of the sample: nothing finer than the 100 m cell."""
    convention = (
        Path(__file__).resolve().parents[3] / "sample" / "convention_police_municipale.json"
    )
    processing.run(
        "oltp:setagreement", {"OBSERVATORY": str(town_observatory), "INPUT": str(convention)}
    )
    layer = QgsVectorLayer(f"{town_observatory}|layername=incident", "incidents", "ogr")
    layer.setSubsetString("partner = 'PM'")
    result = run(INPUT=layer, EPS=150, MIN_SIZE=2, POINTS="TEMPORARY_OUTPUT")
    places = [feature.geometry().asPoint() for feature in result["POINTS"].getFeatures()]
    assert {place.x() % 100 for place in places} == {place.y() % 100 for place in places} == {50}
    with pytest.raises(QgsProcessingException, match="nothing finer"):
        processing.run("oltp:repeatplaces", {"INPUT": layer, "OUTPUT": "TEMPORARY_OUTPUT"})
