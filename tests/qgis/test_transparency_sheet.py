"""``oltp:transparencysheet``: what the three documents say is what the file holds."""

import getpass
from pathlib import Path

import processing
import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer

from oltp_plugin.observatory import agreements, connection
from oltp_plugin.observatory.transparency import read_facts
from tests.pdf import facts_of, tells, text_of


@pytest.fixture
def agreed(town_observatory) -> Path:
    """Transport under an agreement; the municipal police without one."""
    agreements.record(
        town_observatory,
        agreements.Agreement(
            "TC",
            "Convention <n° 7> & suite",
            valid_from="2020-01-01",
            purposes=("mapping", "bulletin"),
            finest_shown="cell",
            recipients=("restricted", "Association de quartier"),
            small_count_threshold=25,
            retention_months=120,
            retention_by_category={"homicide": 18},
        ),
    )
    return town_observatory


def run(path, output, feedback=None):
    return processing.run(
        "oltp:transparencysheet",
        {"OBSERVATORY": str(path), "OUTPUT": str(output)},
        feedback=feedback,
    )


def words_of(pdf) -> str:
    return text_of(pdf, "-raw")


def test_one_page_says_what_is_stored_from_whom_how_long_and_who_saw_it(agreed, tmp_path):
    result = run(agreed, tmp_path / "sheet.pdf")
    text = words_of(result["OUTPUT"])
    assert facts_of(result["OUTPUT"])["Pages"] == "1"
    for words in (
        "What is stored",
        "Transports",
        "Police municipale",
        "no agreement: internal use only",
        "10 years",
        "Association de quartier",
        "the 100 m cell",
        "Kernel density",
        "Following persons",
        "Who has seen it",
        "www.cnil.fr",
    ):
        assert words in text, words
    assert "40" in text.split(), "the police's records"
    assert "fewer than 25" in text, "the transport's twenty are under its own threshold"
    assert "more than 40 reports of incidents" in text, "60, less the police's 40, would tell them"


def test_no_agreement_lets_the_public_know_of_fewer_than_five(town_observatory):
    for partner, threshold in (("PM", 1), ("TC", None)):
        agreement = agreements.Agreement(partner, "C-1", small_count_threshold=threshold)
        agreements.record(town_observatory, agreement)
    assert [source.threshold for source in read_facts(town_observatory).sources] == [5, 5]


def test_the_two_drafts_stand_beside_it(agreed, tmp_path):
    result = run(agreed, tmp_path / "sheet.pdf")
    assert Path(result["REGISTER"]) == tmp_path / "sheet_art30.pdf"
    assert Path(result["ASSESSMENT"]) == tmp_path / "sheet_aipd.pdf"
    register = words_of(result["REGISTER"])
    for words in ("Controller", "………", "<n° 7> & suite", "mapping, bulletin", "13 months"):
        assert words in register, words
    assessment = words_of(result["ASSESSMENT"])
    assert "No agreement is recorded with: Police municipale." in assessment
    with connection.reading(agreed) as db:
        (n,) = db.execute(
            "SELECT count(*) FROM incident WHERE partner = 'TC' AND category = 'homicide'"
        ).fetchone()
    assert f"{n} records are past their time limit and not yet purged." in assessment


def test_nothing_in_them_tells_of_a_record_a_login_or_a_folder(agreed, tmp_path):
    with connection.writing(agreed) as db:
        db.execute("UPDATE incident SET address = '3 rue Secrète', partner_ref = 'ref-no-' || fid")
    result = run(agreed, tmp_path / "sheet.pdf")
    for name in ("OUTPUT", "REGISTER", "ASSESSMENT"):
        file = Path(result[name])
        told = str(facts_of(file))
        assert not tells(file, getpass.getuser())
        for secret in ("Secrète", "ref-no-", str(tmp_path)):
            assert secret not in words_of(file) + told
            assert secret.encode() not in file.read_bytes()


def test_prints_and_refusals_are_counted_from_the_journal(agreed, tmp_path, feedback):
    layer = QgsVectorLayer(f"{agreed}|layername=place", "Caméras", "ogr")
    for number, diffusion in enumerate((0, 1, 1, 2)):
        processing.run(
            "oltp:printmap",
            {"LAYERS": [layer], "TITLE": "t", "DIFFUSION": diffusion, "DPI": 60,
             "OUTPUT": str(tmp_path / f"{number}.png")},
            feedback=feedback,
        )  # fmt: skip
    with pytest.raises(QgsProcessingException):
        processing.run(
            "oltp:printmap",
            {"LAYERS": [QgsVectorLayer(f"{agreed}|layername=incident", "i", "ogr")], "TITLE": "t",
             "DIFFUSION": 2, "OUTPUT": str(tmp_path / "refused.png")},
        )  # fmt: skip
    uses = read_facts(agreed).uses
    assert uses["print", "map internal"] == 1
    assert uses["print", "map restricted"] == 2
    assert uses["print", "map public"] == 1
    assert uses["refuse", "recipient"] == 1
    text = words_of(run(agreed, tmp_path / "sheet.pdf")["OUTPUT"])
    assert "1 times for its own team, 2 times for the restricted network" in text
    assert "1 times for the public. Refused because of an agreement: 1 times" in text


def test_a_map_of_a_file_that_may_only_be_read_is_printed_and_the_log_says_so(
    agreed, tmp_path, feedback, monkeypatch
):
    from oltp_plugin.errors import ObservatoryError
    from oltp_plugin.layers import uses

    def refuse(path):
        raise ObservatoryError("read_only", name=path.name)

    monkeypatch.setattr(uses, "writing", refuse)
    layer = QgsVectorLayer(f"{agreed}|layername=place", "Caméras", "ogr")
    output = tmp_path / "map.png"
    processing.run(
        "oltp:printmap",
        {"LAYERS": [layer], "TITLE": "t", "DPI": 60, "OUTPUT": str(output)},
        feedback=feedback,
    )
    assert output.exists()
    assert "could not be entered in the journal of Valbrune.gpkg" in "".join(feedback.warnings)


def test_an_empty_observatory_and_one_of_thirty_partners(tmp_path, feedback):
    from oltp_plugin.observatory import create

    path = tmp_path / "vide.gpkg"
    create.create(path)
    result = run(path, tmp_path / "vide.pdf")
    assert "none so far" in words_of(result["OUTPUT"])
    for number in range(30):
        agreements.record(
            path,
            agreements.Agreement(f"P{number}", f"Convention numéro {number}", retention_months=7),
        )
    result = run(path, tmp_path / "trente.pdf", feedback)
    text = words_of(result["OUTPUT"])
    assert all(f"Convention numéro {number}" in text for number in range(30))
    pages = facts_of(result["OUTPUT"])["Pages"]
    assert pages == "1" or "so many sources" in "".join(feedback.warnings)


def test_qgis_process_runs_it(agreed, tmp_path, qgis_process):
    told = qgis_process(
        "run",
        "oltp:transparencysheet",
        "--",
        f"OBSERVATORY={agreed}",
        f"OUTPUT={tmp_path / 's.pdf'}",
    )
    assert "s_art30.pdf" in told
    assert "Kernel density" in words_of(tmp_path / "s.pdf")
