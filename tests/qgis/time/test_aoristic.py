"""``oltp:aoristic`` as the toolbox runs it: the table, what counts, words, refusals."""

import sqlite3

import processing
import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsVectorLayer,
)

from processing_algorithms.time.aoristic import DAYS

ROWS = [
    ("2024-07-01T09:30:00", "2024-07-01T11:00:00", 1.0),
    ("2024-07-07 23:15", None, 2.0),
    ("2024-07-02T10:00:00", "2024-07-02T09:00:00", 1.0),
    (None, "2024-07-02T09:00:00", 1.0),
]


def table_of(rows, kinds=("string", "string", "double"), geometry="None") -> QgsVectorLayer:
    names = ("from", "to", "w")
    fields = "&".join(f"field={name}:{kind}" for name, kind in zip(names, kinds))
    layer = QgsVectorLayer(f"{geometry}?{fields}", "records", "memory")
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        layer.dataProvider().addFeature(feature)
    return layer


def run(layer, feedback=None, **parameters):
    return processing.run(
        "oltp:aoristic",
        {"INPUT": layer, "FROM_FIELD": "from", "OUTPUT": "memory:", **parameters},
        feedback=feedback,
    )["OUTPUT"]


def cells(result) -> dict:
    return {(each["hour"], day): each[day] for each in result.getFeatures() for day in DAYS}


def test_a_table_without_points(feedback):
    result = run(table_of(ROWS), feedback, TO_FIELD="to")
    assert [field.name() for field in result.fields()] == ["hour", *DAYS]
    found = cells(result)
    assert len(found) == 168
    assert found[9, "mon"] == pytest.approx(1 / 3)
    assert found[10, "mon"] == pytest.approx(2 / 3)
    assert found[23, "sun"] == 1
    assert sum(found.values()) == pytest.approx(2)
    assert "Records used: 2" in feedback.infos
    assert "Records left out, without a date: 1" in feedback.infos
    assert "Records left out, ending before they begin: 1" in feedback.infos
    assert any("more than 8 hours: 0 %; " in each for each in feedback.infos)
    assert not any("have a point" in each for each in feedback.warnings)
    assert result.attributeDisplayName(1) == "Monday"
    assert len(result.conditionalStyles().fieldStyles("mon")) == 7


def test_a_day_among_moments_is_its_whole_day():
    """Not its midnight, where a partner who now and then leaves out the hour would pile up."""
    rows = [
        ("2024-07-01T09:30:00", None, 1.0),
        ("2024-07-01", None, 1.0),
        ("2024-07-02T12:00:00", "2024-07-02", 1.0),
        ("2024-07-02T12:00:00", "2024-07-02T14:00:00", 1.0),
    ]
    found = cells(run(table_of(rows), TO_FIELD="to"))
    assert found[0, "mon"] == pytest.approx(1 / 24)
    assert found[9, "mon"] == pytest.approx(1 + 1 / 24)
    assert found[12, "tue"] == pytest.approx(1 / 12 + 1 / 2)
    assert found[23, "tue"] == pytest.approx(1 / 12)
    assert sum(found.values()) == pytest.approx(4)


def test_records_without_weight_are_refused():
    rows = [(*row[:2], 0.0) for row in ROWS]
    with pytest.raises(QgsProcessingException, match="“w” the records weigh 0 in all"):
        run(table_of(rows), WEIGHT_FIELD="w")


def test_weights_and_no_end():
    found = cells(run(table_of(ROWS), WEIGHT_FIELD="w"))
    assert found[9, "mon"] == 1
    assert found[23, "sun"] == 2
    assert sum(found.values()) == 4


@pytest.mark.parametrize("kind", ["date", "string"])
def test_dates_without_an_hour_are_spread_over_their_day(kind, feedback):
    layer = table_of([("2024-07-02", None, 1), ("2024-07-02", None, 1)], (kind, kind, "double"))
    found = cells(run(layer, feedback))
    assert all(found[hour, "tue"] == pytest.approx(1 / 12) for hour in range(24))
    assert any("more than 8 hours: 100 %; " in each for each in feedback.infos)


def test_an_observatory_counts_as_elsewhere(town_observatory, feedback):
    """60 records with an hour of their own, the unlocated too; the withdrawn one is left out."""
    layer = QgsVectorLayer(f"{town_observatory}|layername=incident", "incident", "ogr")
    parameters = {"FROM_FIELD": "occurred_from", "TO_FIELD": "occurred_to"}
    found = cells(run(layer, feedback, **parameters))
    assert sum(found.values()) == pytest.approx(60)
    assert "Records left out, withdrawn by the partner: 1" in feedback.infos
    layer.selectAll()
    selected = processing.run("native:saveselectedfeatures", {"INPUT": layer, "OUTPUT": "memory:"})[
        "OUTPUT"
    ]
    assert sum(cells(run(selected, **parameters)).values()) == pytest.approx(61)


def test_a_day_of_an_observatory_is_a_day(town_observatory):
    layer = QgsVectorLayer(
        f"{town_observatory}|layername=incident|subset=time_precision = 'day'", "day", "ogr"
    )
    with sqlite3.connect(town_observatory) as db:
        db.create_function("ST_IsEmpty", 1, lambda blob: 0)
        for name in [
            each
            for (each,) in db.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'incident'"
            )
        ]:
            db.execute(f'DROP TRIGGER "{name}"')
        db.execute("UPDATE incident SET time_precision = 'day' WHERE fid = 1")
    found = cells(run(layer, FROM_FIELD="occurred_from"))
    assert sum(found.values()) == pytest.approx(1)
    assert [each for each in found.values() if each] == [pytest.approx(1 / 24)] * 24


def test_files_keep_style_and_card(tmp_path):
    path = tmp_path / "hours.gpkg"
    run(table_of(ROWS), OUTPUT=str(path))
    reopened = QgsVectorLayer(str(path), "hours", "ogr")
    names = [field.name() for field in reopened.fields()]
    assert reopened.attributeDisplayName(names.index("sun")) == "Sunday"
    assert "oltp:aoristic" in reopened.metadata().abstract()


def test_geometries_of_any_kind_do_not_matter():
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=from:string", "areas", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["2024-07-07 23:15"])
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(3, 43)).buffer(1, 5))
    layer.dataProvider().addFeature(feature)
    assert cells(run(layer))[23, "sun"] == 1


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "There is no record to work on"),
        ([(None, None, 1)], "No record has a date in the field “from”"),
        ([("yesterday", None, 1)], "does not hold dates"),
    ],
)
def test_one_sentence_where_there_is_nothing_to_share(rows, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run(table_of(rows))
