"""``oltp:concentration`` as the toolbox runs it, over streets and over areas."""

import processing
import pytest
from qgis.core import QgsProcessingException

from tests.qgis.hot_spots.made_layers import aliases, column, points, shapes

AREAS = [f"POLYGON (({x} 0, {x + 10} 0, {x + 10} 10, {x} 10, {x} 0))" for x in range(0, 100, 10)]
PLACES = [*[(5, 5)] * 8, (15, 5), (20, 5), (500, 5), None]


@pytest.fixture
def run(feedback):
    def run_with(**parameters):
        parameters.setdefault("OUTPUT", "TEMPORARY_OUTPUT")
        return processing.run("oltp:concentration", parameters, feedback=feedback)["OUTPUT"]

    return run_with


def test_over_areas(run, feedback):
    """Ten areas, of which one holds 8 of 10 incidents; the one on an edge counts once."""
    table = run(INPUT=points(PLACES), UNITS=shapes("Polygon", *AREAS))
    assert column(table, "units") == [0, 1, 2, 10]
    assert column(table, "incidents") == [0, 8, 10, 10]
    assert column(table, "share_incidents") == pytest.approx([0, 0.8, 1, 1])
    assert "Records used: 10" in feedback.infos
    assert "Records left out, outside the units: 1" in feedback.infos
    assert any(
        "80 % of the incidents are in 10.0 % of the 10 units; 8 units have none" in each
        for each in feedback.infos
    )
    assert aliases(table)["share_units"] == "Share of the units (0 to 1)"


def test_over_streets(run, feedback):
    streets = shapes("LineString", "LINESTRING (0 0, 10 0)", "LINESTRING (12 0, 30 0)", "")
    table = run(INPUT=points(PLACES), UNITS=streets)
    assert column(table, "incidents") == [0, 8, 10]
    assert "Records left out, farther than 50 m from any street: 1" in feedback.infos
    assert "Features left out, without a geometry: 1" in feedback.infos


def test_records_without_weight_are_refused(run):
    light = points(PLACES[:10], "&field=w:double", [[0.0]] * 10)
    with pytest.raises(QgsProcessingException, match="“w” the records weigh 0 in all"):
        run(INPUT=light, UNITS=shapes("Polygon", *AREAS), WEIGHT_FIELD="w")


def test_too_few_records_are_refused(run):
    with pytest.raises(QgsProcessingException, match="Only 3 records are left, and below 10"):
        run(INPUT=points(PLACES[-5:-1]), UNITS=shapes("Polygon", *AREAS))
