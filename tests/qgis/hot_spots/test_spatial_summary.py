"""``oltp:spatialsummary`` as the toolbox runs it."""

import numpy as np
import processing
import pytest
from qgis.core import QgsProcessingException

from tests.qgis.hot_spots.made_layers import aliases, column, legend, points, shapes

AREA = "POLYGON ((0 0, 2000 0, 2000 2000, 0 2000, 0 0))"
RANDOM = np.random.default_rng(3).uniform(100, 1900, (60, 2))


@pytest.fixture
def run(feedback):
    def run_with(**parameters):
        parameters.setdefault("OUTPUT", "TEMPORARY_OUTPUT")
        parameters.setdefault("TABLE", "TEMPORARY_OUTPUT")
        return processing.run("oltp:spatialsummary", parameters, feedback=feedback)

    return run_with


def test_ellipse_centre_and_table(run, feedback):
    result = run(
        INPUT=points([*RANDOM, *RANDOM[:20]]),
        STUDY_AREA=shapes("Polygon", AREA),
        CENTRE="TEMPORARY_OUTPUT",
    )
    (drawn,) = result["OUTPUT"].getFeatures()
    assert drawn.geometry().area() == pytest.approx(drawn["area"], rel=0.01)
    (centre,) = result["CENTRE"].getFeatures()
    point = centre.geometry().asPoint()
    assert (point.x(), point.y()) == pytest.approx((drawn["mean_x"], drawn["mean_y"]))
    both = result["TABLE"]
    assert column(both, "n") == [80, 60]
    assert column(both, "area_km2") == [4, 4]
    stacked, apart = column(both, "nni")
    assert stacked < 0.8 < apart
    assert column(both, "expected_distance")[1] == pytest.approx(0.5 * np.sqrt(4e6 / 60))
    assert any("20 of 80 records stand exactly where" in each for each in feedback.warnings)
    assert any(each.startswith("All records: index 0.") for each in feedback.infos)
    assert any("no different from chance" in each for each in feedback.infos)
    assert legend(result["OUTPUT"]) == ["Mean centre and standard deviational ellipse"]
    assert aliases(both)["nni"] == "Nearest-neighbour index"


def test_without_a_study_area_there_is_no_index(run, feedback):
    result = run(INPUT=points(RANDOM))
    assert column(result["TABLE"], "nni") == []
    assert any("no nearest-neighbour index" in each for each in feedback.infos)


def test_all_at_one_point_have_no_ellipse(run, feedback):
    (row,) = run(INPUT=points([(700_000.3, 6_600_000.7)] * 13))["OUTPUT"].getFeatures()
    assert row.geometry().isNull()
    assert row["major"] == pytest.approx(0, abs=1e-6)
    assert any("there is no ellipse" in each for each in feedback.infos)


@pytest.mark.parametrize(("each", "said"), [(0.0, "0"), (0.01, "0.6")])
def test_records_that_weigh_next_to_nothing_are_refused(run, each, said):
    light = points(RANDOM, "&field=w:double", [[each]] * 60)
    with pytest.raises(QgsProcessingException, match=f"“w” the records weigh {said} in all"):
        run(INPUT=light, WEIGHT_FIELD="w")


def test_too_few_are_refused(run):
    with pytest.raises(QgsProcessingException, match="Only 9 records"):
        run(INPUT=points(RANDOM[:9]))
