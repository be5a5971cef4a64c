"""The matrix as a table in QGIS: fields, states, words, what the log says."""

import sqlite3

import processing
import pytest
from qgis.core import NULL, QgsProcessingException, QgsVectorLayer

from oltp_plugin.observatory import batches

FIELDS = ["partner", "month", "state", "n", "located_share", "median_delay_days", "late"]


@pytest.fixture
def delivered(town_observatory):
    """The town's 60 records of 2024; PM delivered January and declared nothing for February."""
    with sqlite3.connect(town_observatory) as db:
        db.execute("UPDATE partner SET rhythm = 'monthly'")
        db.execute(
            "INSERT INTO partner (code, name, rhythm) VALUES ('ASSO', 'Association', 'none')"
        )
        db.execute(
            "INSERT INTO batch (partner, kind, period_from, period_to, imported_at)"
            " VALUES ('PM', 'complete', '2024-01-01', '2024-01-31', '2024-02-03T09:00:00')"
        )
    batches.nil_return(town_observatory, "TC", "2023-12-01", "2023-12-31")
    return town_observatory


def run(path, feedback=None, output="memory:", **parameters):
    return processing.run(
        "oltp:coveragematrix",
        {"OBSERVATORY": str(path), "OUTPUT": output, **parameters},
        feedback=feedback,
    )["OUTPUT"]


def rows(layer) -> dict:
    return {(each["partner"], each["month"]): each for each in layer.getFeatures()}


def test_the_table(delivered, feedback):
    table = run(delivered, feedback)
    assert [field.name() for field in table.fields()] == FIELDS
    found = rows(table)
    assert len(found) == 3 * 13
    assert found["PM", "2024-01"]["state"] == "complete"
    assert found["PM", "2024-02"]["state"] == "missing"
    assert found["TC", "2023-12"].attributes()[2:] == ["nil", 0, NULL, NULL, False]
    assert found["ASSO", "2024-05"]["state"] == NULL
    assert sum(row["n"] for row in found.values()) == 60
    located = sum(row["n"] * row["located_share"] for row in found.values() if row["n"])
    assert located == pytest.approx(56)
    assert "Records used: 60" in feedback.infos
    assert any("PM, TC" in warning for warning in feedback.warnings)


def test_the_months_asked_for(delivered):
    table = run(delivered, FROM="2024-01-15", TO="2024-02-01")
    assert {month for _, month in rows(table)} == {"2024-01", "2024-02"}


def test_months_the_wrong_way_round_are_refused_in_a_sentence(delivered):
    with pytest.raises(QgsProcessingException, match="2024-02-01"):
        run(delivered, FROM="2024-02-01", TO="2024-01-01")


def test_a_file_carries_its_words_and_its_card(delivered, tmp_path):
    path = tmp_path / "coverage.gpkg"
    run(delivered, output=str(path))
    table = QgsVectorLayer(f"{path}|layername=coverage", "table", "ogr")
    assert table.attributeAlias(table.fields().lookupField("located_share")) != ""
    words = table.editorWidgetSetup(table.fields().lookupField("state")).config()["map"]
    assert set(words.values()) == {"complete", "additions", "nil", "missing"}
    assert len(table.conditionalStyles().fieldStyles("state")) == 4
    assert "Records used: 60" in table.metadata().history()
    assert str(tmp_path) not in " ".join(table.metadata().history())


def test_an_observatory_without_deliveries_gives_an_empty_table(tmp_path):
    from oltp_plugin.observatory.create import create

    create(tmp_path / "empty.gpkg")
    assert run(tmp_path / "empty.gpkg").featureCount() == 0
