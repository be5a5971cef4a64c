"""``oltp:nearrepeat`` as the toolbox runs it."""

import numpy as np
import processing
import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer

from tests.qgis.hot_spots.made_layers import aliases, column, legend, points


@pytest.fixture
def run(feedback):
    def run_with(**parameters):
        parameters.setdefault("OUTPUT", "TEMPORARY_OUTPUT")
        parameters.setdefault("PERMUTATIONS", 99)
        return processing.run("oltp:nearrepeat", parameters, feedback=feedback)

    return run_with


def repeating():
    """60 scattered incidents in a year, 20 of which come again 40 m away within the week."""
    random = np.random.default_rng(2)
    places = random.uniform(0, 3000, (60, 2))
    days = random.integers(0, 360, 60)
    places = np.concatenate((places, places[:20] + np.array((40, 0))))
    days = np.concatenate((days, days[:20] + 4))
    dates = [[str(np.datetime64("2024-01-01") + int(day))] for day in days]
    return points(places, "&field=t:string", dates)


def test_table_roles_and_sentence(run, feedback):
    more = {"TIME_FIELD": "t", "PERMUTATIONS": 399}
    result = run(INPUT=repeating(), POINTS="TEMPORARY_OUTPUT", **more)
    table = result["OUTPUT"]
    assert column(table, "distance_from") == [0, 0, 0, 100, 100, 100, 200, 200, 200]
    assert column(table, "days_to") == [7, 14, 21] * 3
    assert column(table, "observed")[0] >= 20
    assert column(table, "p")[0] == 1 / 400
    assert column(table, "ratio")[0] > 5
    assert all(q >= p for p, q in zip(column(table, "p"), column(table, "q")))
    said = "It happens again: at 0 to 100 m and 0 to 7 days there are"
    assert any(each.startswith(said) for each in feedback.infos)
    roles = column(result["POINTS"], "role")
    assert roles.count("near repeat") >= 20
    assert roles.count("originator") >= 15
    assert "The first of several" in legend(result["POINTS"])
    assert aliases(table)["expected"] == "Pairs expected by chance"
    again = run(INPUT=repeating(), **more)["OUTPUT"]
    assert column(again, "p") == column(table, "p")


def test_one_day_for_all_warns(run, feedback):
    places = np.random.default_rng(1).uniform(0, 900, (20, 2))
    run(INPUT=points(places, "&field=t:string", [["2024-01-01"]] * 20), TIME_FIELD="t")
    assert any("100 % of the records carry one and the same day" in x for x in feedback.warnings)
    assert any(each.startswith("No near repeat") for each in feedback.infos)


def test_an_observatory(run, town_observatory, feedback):
    layer = QgsVectorLayer(f"{town_observatory}|layername=incident", "incidents", "ogr")
    result = run(INPUT=layer, TIME_FIELD="occurred_from", POINTS="TEMPORARY_OUTPUT")
    assert [each.name() for each in result["POINTS"].fields()] == ["uuid", "role"]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"DISTANCES": "100"}, "The limits “100” cannot be used"),
        ({"DAYS": "7,0"}, "The limits “7,0” cannot be used"),
        ({"INPUT": points([(5, 5)], "&field=t:string", [["2024-01-01"]])}, "Only 1 records"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(run, more, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run(**{"INPUT": repeating(), "TIME_FIELD": "t", **more})
