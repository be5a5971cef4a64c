"""``oltp:hotspotchange``: cells and given polygons, swapped periods, the null, refusals."""

import numpy as np
import processing
import pytest
from qgis.core import (
    NULL,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsRectangle,
    QgsVectorLayer,
)

WEST, SOUTH, SIDE = 700_000, 6_600_000, 2_000
PERIODS = {
    "BEFORE_FROM": "2023-01-01",
    "BEFORE_TO": "2023-12-31",
    "AFTER_FROM": "2024-01-01",
    "AFTER_TO": "2024-12-31",
}
SWAPPED = dict(zip(PERIODS, [*list(PERIODS.values())[2:], *list(PERIODS.values())[:2]]))


def records(x, y, days, fields="field=day:date") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"Point?crs=EPSG:2154&{fields}", "records", "memory")
    features = []
    for point in zip(x.tolist(), y.tolist(), days.astype(str).tolist()):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([point[2] if point[2] != "NaT" else NULL])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*point[:2])))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def area(*boxes) -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:2154&field=code:string", "area", "memory")
    for number, box in enumerate(boxes or [(WEST, SOUTH, WEST + SIDE, SOUTH + SIDE)]):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"T{number}"])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(*box)))
        layer.dataProvider().addFeature(feature)
    return layer


def scattered(n=800, seed=1):
    random = np.random.default_rng(seed)
    x, y = WEST + random.uniform(0, SIDE, n), SOUTH + random.uniform(0, SIDE, n)
    return x, y, np.datetime64("2023-01-01") + random.integers(0, 731, n)


def run(layer, feedback=None, **parameters):
    parameters = {
        "INPUT": layer,
        "TIME_FIELD": "day",
        "STUDY_AREA": area(),
        "OUTPUT": "memory:",
        **PERIODS,
        **parameters,
    }
    return processing.run("oltp:hotspotchange", parameters, feedback=feedback)["OUTPUT"]


def column(layer, name) -> np.ndarray:
    values = (feature[name] for feature in layer.getFeatures())
    return np.array([np.nan if value == NULL else value for value in values], dtype=float)


def test_cells_and_a_planted_rise(feedback):
    x, y, days = scattered()
    random = np.random.default_rng(2)
    more = np.datetime64("2024-01-01") + random.integers(0, 366, 40)
    where = np.full(40, WEST + 900.0), np.full(40, SOUTH + 900.0)
    undated = np.array(["NaT"], dtype="datetime64[D]")
    layer = records(
        np.concatenate([x, where[0], [WEST]]),
        np.concatenate([y, where[1], [SOUTH]]),
        np.concatenate([days, more, undated]),
    )
    result = run(layer, feedback)
    assert [field.name() for field in result.fields()] == [
        "n_before", "n_after", "change", "change_pct", "p", "q", "words"
    ]  # fmt: skip
    assert result.featureCount() == 100  # 200 m cells
    assert column(result, "n_before").sum() + column(result, "n_after").sum() == 840
    q, change = column(result, "q"), column(result, "change")
    risen = np.flatnonzero((q <= 0.05) & (change > 0))
    assert len(risen) == 1
    assert column(result, "n_after")[risen] >= 40
    few = column(result, "n_before") < 10
    assert np.isnan(column(result, "change_pct")[few]).all()
    assert "Records used: 840" in feedback.infos
    assert "Records left out, without a date: 1" in feedback.infos
    assert any("1 rose, 0 fell" in each for each in feedback.infos)
    assert any("from 24 months" in each for each in feedback.infos)
    labels = [rule.label() for rule in result.renderer().rootRule().children()]
    assert labels[0] == "A clear rise (q ≤ 0.01)"


def test_swapped_periods_flip_the_sign_and_keep_p():
    layer = records(*scattered())
    there, back = run(layer), run(layer, **SWAPPED)
    np.testing.assert_allclose(column(there, "change"), -column(back, "change"), atol=1e-9)
    np.testing.assert_allclose(column(there, "p"), column(back, "p"), rtol=1e-9)


def test_given_polygons_keep_their_fields():
    half = WEST + SIDE / 2
    towns = area((WEST, SOUTH, half, SOUTH + SIDE), (half, SOUTH, WEST + SIDE, SOUTH + SIDE))
    x, y, days = scattered(300)
    result = run(records(x, y, days), GRID=towns, STUDY_AREA=None)
    rows = {each["code"]: each for each in result.getFeatures()}
    earlier = days < np.datetime64("2024-01-01")
    assert rows["T0"]["n_before"] == (earlier & (x < half)).sum()
    assert rows["T1"]["n_after"] == (~earlier & (x >= half)).sum()
    assert rows["T0"]["words"].startswith("between ")


def test_chance_alone_changes_nothing():
    """Of 30 random maps hardly one shows a single change at q ≤ 0.05."""
    shown = 0
    for seed in range(30):
        result = run(records(*scattered(200, seed)))
        shown += bool((column(result, "q") <= 0.05).any())
    assert shown <= 3


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"AFTER_FROM": "2023-12-31"}, "The two periods overlap"),
        ({"STUDY_AREA": None}, "study area"),
        (dict(zip(PERIODS, ["2001-01-01", "2001-12-31", "2002-01-01", "2002-12-31"])),
         "No record falls in either period"),
    ],
)  # fmt: skip
def test_one_sentence_for_what_cannot_be_compared(parameters, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run(records(*scattered(50)), **parameters)


def test_numbers_are_rounded_in_the_table():
    result = run(records(*scattered(100)))
    for name, decimals in (("change", 1), ("change_pct", 0), ("p", 4), ("q", 4)):
        widget = result.editorWidgetSetup(result.fields().lookupField(name))
        assert (widget.type(), widget.config()["Precision"]) == ("Range", decimals)
