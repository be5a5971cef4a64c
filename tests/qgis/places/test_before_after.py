"""``oltp:beforeafter`` as the toolbox runs it."""

import processing
import pytest
from qgis.core import QgsProcessingException

from tests.qgis.hot_spots.made_layers import aliases, column, points, shapes

DAYS = {
    "TIME_FIELD": "day",
    "BEFORE_FROM": "2023-01-01",
    "BEFORE_TO": "2023-12-31",
    "AFTER_FROM": "2025-01-01",
    "AFTER_TO": "2025-12-31",
}
# Where each area is: a square of 100 m whose south-west corner is at this x.
CORNERS = {"TREATED": 0, "CONTROL": 1000}
COUNTS = {0: (20, 10), 1000: (20, 20), 100: (30, 20), 1100: (30, 30)}  # of the oracles, by x


def square(x: float, side: float = 100) -> str:
    return f"POLYGON (({x} 0, {x + side} 0, {x + side} 100, {x} 100, {x} 0))"


def incidents(counts=COUNTS, more=()):
    """Records in the middle of squares, on days spread over the year before and the one after."""
    rows, places = [], []
    for x, numbers in counts.items():
        for year, number in zip((2023, 2025), numbers):
            rows += [[f"{year}-{1 + n % 12:02}-{1 + n % 28:02}"] for n in range(number)]
            places += [(x + 50, 50)] * number
    for x, day in more:
        rows.append([day])
        places.append((x, 50))
    return points(places, "&field=day:string", rows)


@pytest.fixture
def run(feedback):
    def run_with(layer, **parameters):
        areas = {name: shapes("Polygon", square(x)) for name, x in CORNERS.items()}
        given = {"INCIDENTS": layer, "OUTPUT": "memory:", **areas, **DAYS, **parameters}
        return processing.run("oltp:beforeafter", given, feedback=feedback)

    return run_with


def test_the_four_counts_of_the_oracle(run, feedback):
    result = run(incidents(more=[(50, "2024-06-01"), (5000, "2023-06-01")]))
    layer = result["OUTPUT"]
    row = next(layer.getFeatures())
    counts = ("treated_before", "treated_after", "control_before", "control_after")
    assert [row[name] for name in counts] == [20, 10, 20, 20]
    assert row["wdd"] == -10
    assert row["se"] == pytest.approx(8.3666 * row["dispersion"] ** 0.5, abs=1e-3)
    assert row["rr"] == pytest.approx(0.5)
    assert layer.featureCount() == 1
    assert "No effect can be told from chance" in result["SENTENCE"]
    assert result["SENTENCE"] in feedback.infos
    assert "Records used: 70" in feedback.infos
    assert "Records left out, in neither period: 1" in feedback.infos
    assert aliases(layer)["wdd"] == "Difference (WDD)"


def test_what_moved_around_counts_in(run):
    around = {
        "DISPLACEMENT": shapes("Polygon", square(0, 200)),  # the treated square included
        "CONTROL_DISPLACEMENT": shapes("Polygon", square(1000, 200)),
    }
    layer = run(incidents(), **around)["OUTPUT"]
    assert column(layer, "area") == ["On the spot", "Around it", "Together"]
    assert column(layer, "wdd") == [-10, -10, -20]
    assert column(layer, "treated_before") == [20, 30, 50]


def test_a_place_chosen_at_its_worst_and_few_records_are_said(run, feedback):
    calm = [(50, f"2022-{month:02}-01") for month in (1, 5, 9)] + [(50, "2021-12-31")]
    result = run(incidents({0: (60, 5), 1000: (50, 50)}, calm))
    assert "incidents fewer than the control's change" in result["SENTENCE"]
    assert any("chosen at its worst" in each for each in feedback.warnings)
    assert any("One of the counts is 5 only" in each for each in feedback.warnings)


def test_two_after_one_is_no_place_chosen_at_its_worst(run, feedback):
    calm = [(50, "2022-01-01"), (50, "2021-12-31")]
    run(incidents({0: (4, 2), 1000: (50, 50)}, calm))
    assert not any("chosen at its worst" in each for each in feedback.warnings)


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ({"BEFORE_TO": "2022-12-31"}, "2022-12-31"),
        ({"BEFORE_FROM": "2030-01-01", "BEFORE_TO": "2030-12-31",
          "AFTER_FROM": "2031-01-01", "AFTER_TO": "2031-12-31"}, "period"),
    ],
)  # fmt: skip
def test_days_that_cannot_be_compared(run, days, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run(incidents(), **days)


def test_a_control_that_overlaps_and_one_area_around(run):
    with pytest.raises(QgsProcessingException, match="overlap"):
        run(incidents(), CONTROL=shapes("Polygon", square(50)))
    with pytest.raises(QgsProcessingException, match="Only one of the two areas around"):
        run(incidents(), DISPLACEMENT=shapes("Polygon", square(0, 200)))


def test_an_agreement_without_evaluation_refuses(agreed):
    observatory = agreed(purposes=["mapping", "analysis"])
    areas = {name: shapes("Polygon", square(x)) for name, x in CORNERS.items()}
    layer = f"{observatory}|layername=incident|subset=partner = 'PM'"
    given = {"INCIDENTS": layer, "OUTPUT": "memory:", **areas, **DAYS}
    with pytest.raises(QgsProcessingException, match="C-2026-7"):
        processing.run("oltp:beforeafter", {**given, "TIME_FIELD": "occurred_from"})
