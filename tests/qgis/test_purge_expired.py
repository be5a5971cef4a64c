"""``oltp:purgeexpired`` as a script, a model and ``qgis_process`` call it."""

import getpass
import subprocess
from datetime import date
from pathlib import Path

import processing
import pytest
from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer

from oltp_plugin.observatory import connection
from tests.pdf import copied, facts_of, tells

OLD = f"{date.today().year - 3}-05-10T10:00:00"


@pytest.fixture
def expired(town_observatory) -> Path:
    """The small town, where the transport's 21 records are three years old, and twelve months
    are agreed."""
    with connection.writing(town_observatory) as db:
        db.execute(
            "UPDATE incident SET occurred_from = ?, address = '3 rue Secrète' WHERE partner = 'TC'",
            (OLD,),
        )
        db.execute(
            "INSERT INTO agreement (partner, reference, valid_from, retention_months)"
            " VALUES ('TC', 'Convention n° 7', '2020-01-01', 12)"
        )
    return town_observatory


def run(path, feedback=None, **parameters):
    return processing.run(
        "oltp:purgeexpired", {"OBSERVATORY": str(path), **parameters}, feedback=feedback
    )


def count(path) -> int:
    with connection.reading(path) as db:
        return db.execute("SELECT count(*) FROM incident").fetchone()[0]


def test_by_default_it_only_says_what_would_go(expired, feedback):
    assert run(expired, feedback)["PURGED"] == 21
    assert count(expired) == 61
    said = "\n".join(feedback.infos)
    assert "12 months (Convention n° 7)" in said and "Transports" in said
    assert "only a look" in said


def test_purged_and_certified(expired, tmp_path, feedback):
    certificate = tmp_path / "certificate.pdf"
    result = run(expired, feedback, DRY_RUN=False, CERTIFICATE=str(certificate))
    assert (result["PURGED"], count(expired)) == (21, 40)
    assert "rue Secrète".encode() not in expired.read_bytes()
    text = copied(certificate, "-layout")
    for words in ("Purge certificate", "Transports", "12 months", "Convention", expired.name):
        assert words in text
    assert subprocess.run(
        ["sha256sum", expired], capture_output=True, check=True
    ).stdout.decode().split()[0] in text.replace("\n", "")
    facts = facts_of(certificate)
    assert facts["Pages"] == "1" and "A4" in facts["Page size"]
    assert not tells(certificate, getpass.getuser())
    assert str(tmp_path) not in str(facts) + text
    assert str(tmp_path).encode() not in certificate.read_bytes()
    assert run(expired)["PURGED"] == 0


def test_layers_of_the_project_show_what_is_left(expired):
    project = QgsProject.instance()
    layer = project.addMapLayer(QgsVectorLayer(f"{expired}|layername=incident", "i", "ogr"))
    try:
        assert layer.featureCount() == 61
        run(expired, DRY_RUN=False)
        assert len(list(layer.getFeatures())) == 40
    finally:
        project.clear()


def test_in_place_with_layers_open_no_byte_is_left_in_the_file(expired, monkeypatch):
    """As on Windows, where the file is written in place and its layers put in update mode."""
    monkeypatch.setattr(connection, "swaps", lambda path: False)
    project = QgsProject.instance()
    layers = [
        project.addMapLayer(QgsVectorLayer(f"{expired}|layername={name}", name, "ogr"))
        for name in ("incident", "place")
    ]
    try:
        assert all(len(list(layer.getFeatures())) for layer in layers)
        assert "rue Secrète".encode() in expired.read_bytes()
        assert run(expired, DRY_RUN=False)["PURGED"] == 21
        assert len(list(layers[0].getFeatures())) == 40
        for file in expired.parent.glob(f"{expired.name}*"):
            assert "rue Secrète".encode() not in file.read_bytes(), file.name
    finally:
        layers.clear()
        project.clear()
    assert expired.read_bytes()[18] == 1, "closed, its journal is the ordinary one"


@pytest.mark.parametrize(
    ("clause", "certificate", "words"),
    [
        ('{"vol_tire": 0}', "c.pdf", "Convention n° 7 does not say in whole months"),
        (None, "c.txt", "c.txt does not end in .pdf"),
        (None, "nowhere/c.pdf", "Nothing can be written in the folder “nowhere”"),
    ],
)
def test_a_refusal_is_a_sentence_and_purges_nothing(expired, tmp_path, clause, certificate, words):
    if clause:
        with connection.writing(expired) as db:
            db.execute("UPDATE agreement SET retention_by_category = ?", (clause,))
    with pytest.raises(QgsProcessingException) as caught:
        run(expired, DRY_RUN=False, CERTIFICATE=str(tmp_path / certificate))
    assert words in str(caught.value)
    assert count(expired) == 61


def test_qgis_process_runs_it(expired, tmp_path, qgis_process):
    told = qgis_process(
        "run", "oltp:purgeexpired", "--", f"OBSERVATORY={expired}", "DRY_RUN=false",
        f"CERTIFICATE={tmp_path / 'c.pdf'}",
    )  # fmt: skip
    assert "21" in told
    assert count(expired) == 40
    assert (tmp_path / "c.pdf").stat().st_size > 1000
