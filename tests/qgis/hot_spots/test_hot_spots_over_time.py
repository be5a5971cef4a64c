"""``oltp:emerginghotspots`` and ``oltp:hotspotclasses``: planted places, steps, words, refusals."""

import sqlite3

import numpy as np
import processing
import pytest
from qgis.core import (
    NULL,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProcessingException,
    QgsVectorLayer,
)

from processing_algorithms.hot_spots.class_words import categories_in_words, classes_in_words
from tests.qgis.hot_spots.made_layers import aliases, column, legend, points, shapes

X, Y, SIDE = 700_000, 6_600_000, 4_000
BOX = f"POLYGON (({X} {Y}, {X + SIDE} {Y}, {X + SIDE} {Y + SIDE}, {X} {Y + SIDE}, {X} {Y}))"
MONTHS = np.arange("2024-01", "2025-01", dtype="datetime64[M]")
# The middle of four cells where more is planted, and in which of the twelve months.
PLANTED = {
    (1000, 1000): range(12),
    (3000, 1000): [10, 11],
    (1000, 3000): [11],
    (3000, 3000): range(11),
}


def town(planted=PLANTED, months=MONTHS, background=60, seed=1, more=()):
    """``background`` records a month anywhere, 24 a month more around the planted places."""
    random = np.random.default_rng(seed)
    places, days = [], []
    for number, month in enumerate(months):
        first, after = month.astype("datetime64[D]"), (month + 1).astype("datetime64[D]")
        spread = random.uniform(0, SIDE, (background, 2))
        here = [
            spot + np.tile([(90, 90), (90, -90), (-90, 90), (-90, -90)], (6, 1))
            for spot, when in planted.items()
            if number in when
        ]
        together = np.concatenate([spread, *here])
        places.append(together + np.array((X, Y)))
        length = (after - first).astype(int)
        # The first and last day have a record, so that the month is covered.
        days += [first, after - 1, *(first + random.integers(0, length, len(together) - 2))]
    rows = [[str(day)] for day in days] + [[day] for _, day in more]
    places = [*np.concatenate(places), *(place for place, _ in more)]
    return points(places, "&field=day:string", rows)


def run(name, layer, feedback=None, **parameters):
    parameters = {
        "INPUT": layer,
        "TIME_FIELD": "day",
        "STUDY_AREA": shapes("Polygon", BOX),
        "OUTPUT": "memory:",
        **parameters,
    }
    return processing.run(f"oltp:{name}", parameters, feedback=feedback)["OUTPUT"]


def at(layer, place) -> dict:
    """The attributes of the cell at a planted place."""
    spot = shapes("Point", f"POINT ({X + place[0] + 90} {Y + place[1] + 90})")
    there = next(spot.getFeatures()).geometry()
    cell = next(each for each in layer.getFeatures() if each.geometry().contains(there))
    return dict(zip([field.name() for field in layer.fields()], cell.attributes()))


def test_planted_places_get_their_category(feedback):
    result = run("emerginghotspots", town(), feedback)
    assert [field.name() for field in result.fields()] == [
        "n", "class", "tau", "p", "hot_steps", "cold_steps"
    ]  # fmt: skip
    assert result.featureCount() == 400
    assert at(result, (1000, 1000))["class"].split()[0] in (
        "persistent", "intensifying", "diminishing"
    )  # fmt: skip
    assert at(result, (1000, 1000))["hot_steps"] == 12
    assert at(result, (3000, 1000))["class"] == "consecutive hot spot"
    assert at(result, (3000, 1000))["hot_steps"] == 2
    assert at(result, (3000, 1000))["tau"] > 0
    assert at(result, (1000, 3000))["class"] == "new hot spot"
    assert at(result, (3000, 3000))["class"] == "historical hot spot"
    assert column(result, "class").count("no pattern") > 300
    assert sum(column(result, "n")) == 12 * 60 + 26 * 24
    assert "Time steps: 12, from 2024-01-01 to 2024-12-31" in feedback.infos
    assert set(column(result, "class")) <= set(categories_in_words())


def test_the_five_groups_in_the_legend_and_a_definition_as_the_tip():
    result = run("emerginghotspots", town())
    assert legend(result) == [
        "Newly hot: new, consecutive",
        "Lastingly hot: intensifying, persistent, diminishing",
        "Hot on and off: sporadic, oscillating",
        "No longer hot: historical",
        "Cold, whichever way",
        "No pattern",
        "Not testable",
    ]
    assert aliases(result)["hot_steps"] == "Hot steps"
    widget = result.editorWidgetSetup(result.fields().lookupField("class"))
    assert len(widget.config()["map"]) == 17
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(result))
    told = set()
    for feature in result.getFeatures():
        context.setFeature(feature)
        told.add(QgsExpression.replaceExpressionText(result.mapTipTemplate(), context))
    tips = [tip for tip in told if tip.startswith("<b>New hot spot</b><br/>Hot in the last step")]
    assert tips
    assert "Hot in 1 steps, cold in 0; trend of z: tau " in tips[0]
    assert not any("[%" in tip or tip == "" for tip in told)


def test_every_value_has_a_definition():
    from oltp_plugin.analysis import emerging, hotspot_classes

    assert set(categories_in_words()) == set(emerging.CLASSES)
    assert set(classes_in_words()) == set(hotspot_classes.CLASSES)


def test_classes(feedback):
    result = run("hotspotclasses", town(), feedback)
    assert [field.name() for field in result.fields()] == ["n", "class", "hot_steps", "hot_recent"]
    assert at(result, (1000, 1000))["class"] == "persistent"
    assert at(result, (3000, 1000))["class"] == "recent"
    assert at(result, (1000, 3000))["hot_recent"] == 1
    assert at(result, (3000, 3000))["class"] == "persistent"
    assert column(result, "class").count("none") > 300
    assert "Recent: the last 3 of 12 steps." in feedback.infos
    assert legend(result)[0] == "Persistent: at least 80 % of all steps"


def test_the_partial_last_month_is_dropped(feedback):
    """Ten days of January fake no fall of what was hot all year."""
    more = [((X + 1000 + k % 3, Y + 1000), f"2025-01-{1 + k:02}") for k in range(9)]
    result = run("emerginghotspots", town(more=more), feedback)
    assert at(result, (1000, 1000))["hot_steps"] == 12
    assert "Records left out, in no whole time step: 9" in feedback.infos
    assert any("2025-01-01" in each for each in feedback.infos)
    kept = run("emerginghotspots", town(more=more), feedback, TO="2025-01-31")
    assert "Time steps: 13, from 2024-01-01 to 2025-01-31" in feedback.infos
    assert kept.featureCount() == 400


def test_a_wrong_year_is_seen_in_the_log(feedback):
    run("emerginghotspots", town(more=[((X + 50, Y + 50), "2034-01-31")]), feedback)
    assert any("without a single record: 108 of 121" in each for each in feedback.warnings)


@pytest.mark.parametrize(
    ("unit", "step", "steps"), [(1, 1, 52), (1, 4, 13), (2, 2, 6), (3, 1, 4), (0, 30, 12)]
)
def test_units(unit, step, steps, feedback):
    run("emerginghotspots", town(), feedback, STEP_UNIT=unit, STEP=step)
    assert any(each.startswith(f"Time steps: {steps}, ") for each in feedback.infos)
    few = any("time steps: from 10 on" in each for each in feedback.warnings)
    assert few == (steps < 10)


def test_cells_at_the_edge_are_not_testable():
    corner = f"POLYGON (({X} {Y}, {X + 2050} {Y}, {X + 2050} {Y + 2050}, {X} {Y + 2050}, {X} {Y}))"
    result = run("emerginghotspots", town(), STUDY_AREA=shapes("Polygon", corner))
    edge = [each for each in result.getFeatures() if each["class"] == NULL]
    assert len(edge) == 21
    assert all(each["hot_steps"] == NULL and each["tau"] == NULL for each in edge)


def test_files_keep_the_tip(tmp_path):
    path = str(tmp_path / "emerging.gpkg")
    run("emerginghotspots", town(), OUTPUT=path)
    reopened = QgsVectorLayer(path, "emerging", "ogr")
    assert "New hot spot" in reopened.mapTipTemplate()
    assert legend(reopened)[3] == "No longer hot: historical"
    assert "oltp:emerginghotspots" in reopened.metadata().abstract()


@pytest.mark.parametrize("name", ["emerginghotspots", "hotspotclasses"])
def test_chance_alone_has_no_pattern(name):
    """On 8 random towns a category other than none is as rare as false discoveries."""
    shown = 0
    for seed in range(8):
        result = run(name, town({}, background=100, seed=seed), CELL_SIZE=400)
        shown += sum(value not in ("no pattern", "none", NULL) for value in column(result, "class"))
    assert shown <= 0.05 * 8 * 12


def test_a_month_without_a_delivery_is_no_step(town_observatory, feedback):
    with sqlite3.connect(town_observatory) as db:
        db.execute("UPDATE partner SET rhythm = 'monthly'")
        for month in range(1, 13):
            if month != 5:
                for partner in ("PM", "TC"):
                    db.execute(
                        "INSERT INTO batch (partner, kind, period_from, period_to, imported_at)"
                        " VALUES (?, 'complete', ?, ?, '2025-01-03T09:00:00')",
                        (partner, f"2024-{month:02}-01", f"2024-{month:02}-28"),
                    )
    layer = QgsVectorLayer(f"{town_observatory}|layername=incident", "incident", "ogr")
    parameters = {"TIME_FIELD": "occurred_from", "STUDY_AREA": None, "CELL_SIZE": 500}
    run("emerginghotspots", layer, feedback, **parameters)
    assert "Time steps: 11, from 2024-01-01 to 2024-12-31" in feedback.infos
    missing = "Left out because a source is missing in it, the step from: 2024-05-01"
    assert missing in feedback.infos


@pytest.mark.parametrize(
    ("name", "parameters", "sentence"),
    [
        ("emerginghotspots", {"STEP_UNIT": 4}, "only 1 whole time steps, and at least 2"),
        ("hotspotclasses", {"STEP_UNIT": 3}, "only 4 whole time steps, and at least 6"),
        ("emerginghotspots", {"STUDY_AREA": None}, "study area"),
        ("emerginghotspots", {"FROM": "2024-05-01", "TO": "2024-04-01"}, "before it begins"),
        ("emerginghotspots", {"FROM": "1000-01-01", "STEP_UNIT": 0}, "time steps: choose longer"),
    ],
)
def test_one_sentence_for_what_has_no_steps(name, parameters, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run(name, town(), **parameters)
