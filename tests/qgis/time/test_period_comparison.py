"""``oltp:periodcomparison``: counts, words, territories, what a history says, refusals."""

import sqlite3

import numpy as np
import processing
import pytest
from qgis.core import (
    NULL,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsVectorLayer,
)

MAY_AND_JUNE = {
    "BEFORE_FROM": "2024-05-01",
    "BEFORE_TO": "2024-05-31",
    "AFTER_FROM": "2024-06-01",
    "AFTER_TO": "2024-06-30",
}
WEST = "POLYGON ((700000 6600000, 701000 6600000, 701000 6601000, 700000 6601000, 700000 6600000))"
EAST = "POLYGON ((701000 6600000, 702000 6600000, 702000 6601000, 701000 6601000, 701000 6600000))"


def records(*groups) -> QgsVectorLayer:
    """Points of ``groups``: (x, day, how many), or (x, month, how many), over its days."""
    layer = QgsVectorLayer("Point?crs=EPSG:2154&field=day:date&field=w:double", "records", "memory")
    features = []
    for x, day, number in groups:
        for each in range(number):
            feature = QgsFeature(layer.fields())
            feature.setAttributes([day if len(day) > 7 else f"{day}-{1 + each * 11 % 28:02}", 2.0])
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, 6600500)))
            features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def areas(*texts, crs="EPSG:2154") -> QgsVectorLayer:
    layer = QgsVectorLayer(
        f"Polygon?crs={crs}&field=code:string&field=n_before:integer", "areas", "memory"
    )
    for number, text in enumerate(texts):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"T{number}", 7])
        feature.setGeometry(QgsGeometry.fromWkt(text))
        layer.dataProvider().addFeature(feature)
    return layer


def run(layer, feedback=None, **parameters):
    parameters = {
        "INPUT": layer,
        "TIME_FIELD": "day",
        "OUTPUT": "memory:",
        **MAY_AND_JUNE,
        **parameters,
    }
    result = processing.run("oltp:periodcomparison", parameters, feedback=feedback)["OUTPUT"]
    return list(result.getFeatures())


SWAPPED = {
    f"{period}_{end}": MAY_AND_JUNE[f"{other}_{end}"]
    for period, other in (("BEFORE", "AFTER"), ("AFTER", "BEFORE"))
    for end in ("FROM", "TO")
}
SOME = (
    (700500, "2024-05", 39),
    (700500, "2024-05-31", 1),
    (700500, "2024-06", 12),
    (701500, "2024-05-01", 5),
)


def test_one_row_without_territories(feedback):
    (row,) = run(records(*SOME, (700500, "2024-07-01", 3)), feedback)
    assert [field.name() for field in row.fields()] == [
        "n_before", "n_after", "change", "change_pct", "p", "q", "words"
    ]  # fmt: skip
    assert (row["n_before"], row["n_after"]) == (45, 12)
    assert row["change_pct"] == pytest.approx(100 * (12 / 30 / (45 / 31) - 1))
    assert row["p"] < 1e-4
    assert row["words"].endswith(" %: a fall")
    assert "Records used: 57" in feedback.infos
    assert "Records left out, in neither period: 3" in feedback.infos
    assert any(each.startswith("All records: 45 before, 12 after; ") for each in feedback.infos)


def test_swapped_periods_flip_the_sign_and_keep_p():
    (there,), (back,) = run(records(*SOME)), run(records(*SOME), **SWAPPED)
    assert back["change"] == pytest.approx(-there["change"])
    assert back["p"] == pytest.approx(there["p"])


def test_few_records_have_no_percentage():
    (row,) = run(records((700500, "2024-05", 9), (700500, "2024-06", 30)))
    assert row["change_pct"] == NULL
    assert row["words"] == "fewer than 10 before, so no percentage: a rise"
    (row,) = run(records((700500, "2024-06-01", 1)))
    assert (row["n_before"], row["change_pct"]) == (0, NULL)
    assert row["words"] == "fewer than 10 before, so no percentage: no clear change"


def test_by_territory(feedback):
    outside = (710000, "2024-05-05", 2)
    rows = run(records(*SOME, outside), feedback, TERRITORIES=areas(WEST, EAST))
    assert [field.name() for field in rows[0].fields()][:3] == ["code", "n_before_2", "n_before"]
    assert [(row["code"], row["n_before"], row["n_after"]) for row in rows] == [
        ("T0", 40, 12), ("T1", 5, 0)
    ]  # fmt: skip
    assert all(row["q"] >= row["p"] for row in rows)
    assert all(row.geometry().area() == pytest.approx(1e6) for row in rows)
    assert "Records left out, outside the territories: 2" in feedback.infos
    assert "Records used: 57" in feedback.infos


def test_nested_territories_count_each_on_their_own():
    whole = QgsGeometry.fromWkt(WEST).combine(QgsGeometry.fromWkt(EAST)).asWkt()
    rows = run(records(*SOME), TERRITORIES=areas(whole, WEST, EAST))
    assert [row["n_before"] for row in rows] == [45, 40, 5]


def test_weights():
    (row,) = run(records(*SOME), WEIGHT_FIELD="w")
    assert (row["n_before"], row["n_after"]) == (90, 24)


def test_records_without_a_point_count_by_the_territory_they_name():
    layer = QgsVectorLayer(
        "Point?crs=EPSG:2154&field=day:string&field=territory:string", "records", "memory"
    )
    for text in ("T1", "T1", "elsewhere", None):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(["2024-05-05 10:00", text])
        layer.dataProvider().addFeature(feature)
    rows = run(layer, TERRITORIES=areas(WEST, EAST))
    assert [row["n_before"] for row in rows] == [0, 2]
    (row,) = run(layer)
    assert row["n_before"] == 4


def series(dispersion: float, seed=1) -> QgsVectorLayer:
    """36 months of about 40 records, more variable than Poisson's."""
    random = np.random.default_rng(seed)
    groups = []
    for month in np.arange("2022-01", "2025-01", dtype="datetime64[M]"):
        n = random.negative_binomial(40 / (dispersion - 1), 1 / dispersion)
        for day in random.integers(1, 29, n):
            groups.append((700500, f"{month}-{day:02}", 1))
    return records(*groups)


def test_a_restless_history_widens_the_interval(feedback):
    (row,) = run(series(4.0), feedback)
    note = next(each for each in feedback.infos if "from 36 months" in each)
    assert float(note.split(": ")[1].split(" ")[0]) > 2
    assert row["p"] >= 0.05 or abs(row["change"]) > 20


def test_a_short_history_warns(feedback):
    run(records(*SOME), feedback, BEFORE_FROM="2024-05-20")
    assert any("do not go back far enough" in each for each in feedback.warnings)


def test_an_observatory_says_what_is_missing_and_late(town_observatory, feedback):
    with sqlite3.connect(town_observatory) as db:
        db.create_function("ST_IsEmpty", 1, lambda blob: 0)
        db.execute("UPDATE partner SET rhythm = 'monthly'")
        names = db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'incident'"
        ).fetchall()
        for (name,) in names:
            db.execute(f'DROP TRIGGER "{name}"')
        db.execute("UPDATE incident SET reported_at = '2024-07-01T08:00:00' WHERE fid = 6")
    layer = QgsVectorLayer(f"{town_observatory}|layername=incident", "incident", "ogr")
    (row,) = run(layer, feedback, TIME_FIELD="occurred_from")
    assert row["n_before"] == row["n_after"] == 5
    assert any("2024-05 (PM, TC)" in each for each in feedback.warnings)
    assert any("may be a delay" in each for each in feedback.warnings)
    assert "Records left out, withdrawn by the partner: 1" in feedback.infos


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"AFTER_FROM": "2024-05-31"}, "The two periods overlap"),
        ({"BEFORE_TO": "2024-04-01"}, "before it begins"),
        ({"BEFORE_FROM": "2020-05-01", "BEFORE_TO": "2020-05-02", "AFTER_TO": "2024-06-01",
          "AFTER_FROM": "2024-06-01"}, "No record falls in either period"),
        ({"TIME_FIELD": "w"}, "does not hold dates"),
        ({"TERRITORIES": areas(crs="EPSG:4326")}, "degrees"),
        ({"TERRITORIES": areas()}, "has no geometry in it"),
    ],
)  # fmt: skip
def test_one_sentence_for_what_cannot_be_compared(parameters, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run(records((700500, "2024-05-20", 3)), **parameters)
