"""``oltp:repeatplaces`` as the toolbox runs it: places, and what is never one."""

import processing
import pytest
from qgis.core import NULL, QgsProcessingException, QgsVectorLayer
from qgis.PyQt.QtCore import QDate

from oltp_plugin.observatory.connection import writing
from tests.qgis.hot_spots.made_layers import aliases, column, legend, points


@pytest.fixture
def run(feedback):
    def run_with(**parameters):
        parameters.setdefault("OUTPUT", "TEMPORARY_OUTPUT")
        return processing.run("oltp:repeatplaces", parameters, feedback=feedback)["OUTPUT"]

    return run_with


PLACES = [(5, 5), (5, 5), (5.004, 5), (90, 5), (90, 5), (300, 5), None]


def test_the_same_point(run, feedback):
    days = [["2024-01-01"], ["2024-01-11"], ["2024-01-05 12:00"], *[["2024-02-01"]] * 4]
    layer = run(INPUT=points(PLACES, "&field=t:string", days), TIME_FIELD="t")
    assert [field.name() for field in layer.fields()] == ["n", "first", "last", "median_days"]
    assert [feature.attributes() for feature in layer.getFeatures()] == [
        [3, QDate(2024, 1, 1), QDate(2024, 1, 11), 5.0],
        [2, QDate(2024, 2, 1), QDate(2024, 2, 1), 0.0],
    ]
    wanted = "At places with 2 or more: 5 records (83.3 %), at 2 of 3 places."
    assert wanted in feedback.infos
    assert any("do not hand it on" in each for each in feedback.warnings)
    assert legend(layer)[:2] == ["2 incidents", "3 or 4 incidents"]
    assert aliases(layer)["median_days"] == "Median time between two incidents (days)"


def test_a_field_names_the_place(run, feedback):
    names = [["a'\"%😀"], [NULL], ["b"], ["b"], ["a'\"%😀"], [" "], ["b"]]
    layer = run(INPUT=points(PLACES, "&field=ban:string", names), PLACE_FIELD="ban")
    found = {feature["place"]: feature["n"] for feature in layer.getFeatures()}
    assert found == {"a'\"%😀": 2, "b": 2}
    assert "Records left out, without a place: 2" in feedback.infos
    numbers = [[7], [7], [8], [NULL], [9], [8], [8]]
    layer = run(INPUT=points(PLACES, "&field=k:integer", numbers), PLACE_FIELD="k")
    assert sorted(column(layer, "place")) == ["7", "8"]


def test_weights_and_the_least_number(run):
    weights = [[1.0], [1.0], [1.0], [4.0], [0.0], [9.0], [9.0]]
    layer = points(PLACES, "&field=w:double", weights)
    assert column(run(INPUT=layer, WEIGHT_FIELD="w", MIN_COUNT=4), "n") == [9, 4]
    assert column(run(INPUT=layer, MIN_COUNT=3), "n") == [3]
    assert column(run(INPUT=layer, MIN_COUNT=9), "n") == []


def test_cells_streets_and_sensitive_categories_are_no_repeat_places(
    run, town_observatory, feedback
):
    with writing(town_observatory) as connection:
        connection.execute("UPDATE incident SET location_precision = 'cell' WHERE fid % 4 = 1")
        connection.execute("UPDATE incident SET location_precision = 'street' WHERE fid % 4 = 2")
        connection.execute("UPDATE incident SET location_precision = 'stop' WHERE fid % 4 = 3")
        connection.execute("UPDATE incident SET address = '1 rue Haute' WHERE fid <= 40")
        connection.execute("UPDATE incident SET category = 'coups_blessures' WHERE fid > 24")
        connection.execute("UPDATE category SET sensitive = 1 WHERE code = 'homicide'")
    layer = QgsVectorLayer(f"{town_observatory}|layername=incident", "incidents", "ogr")
    layer.setSubsetString("partner = 'PM'")
    result = run(INPUT=layer, PLACE_FIELD="address", TIME_FIELD="occurred_from")
    assert [field.name() for field in result.fields()] == ["n", "first", "last", "median_days"]
    said = dict(each.rsplit(": ", 1) for each in feedback.infos if ": " in each)
    used = int(said["Records used"])
    sensitive = int(said["Records left out, of a sensitive category"])
    coarse = int(said["Records left out, placed on a street or a cell, not at an address"])
    assert column(result, "n") == [used]
    assert 0 < used == 36 - sensitive - coarse
    assert coarse > 5 < sensitive
    assert any("a stop or a facility" in each and each.endswith(": 1") for each in feedback.infos)


@pytest.mark.parametrize(
    ("layer", "more", "sentence"),
    [
        (lambda: points([None]), {}, "no record with a point"),
        (
            lambda: points(PLACES, "&field=k:string", [[NULL]] * 7),
            {"PLACE_FIELD": "k"},
            "No record is left",
        ),
    ],
)
def test_bad_input_is_refused_in_one_sentence(run, layer, more, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run(INPUT=layer(), **more)
