"""What of a delivery's personal data reaches the file, the rejects and the errors: nothing."""

import sqlite3

import pytest

from oltp_plugin.errors import IntakeError
from oltp_plugin.intake import importing, saved_profiles
from oltp_plugin.intake.personal_data import MARK

PERSONAL = (b"Durand", b"12 34 56", b"612345678", b"exemple.fr", b"AB-123-CD", b"12/03/1985")
ROWS = (
    "1;05/01/2026;14:30;Tapage;700100;6200100;12 rue des Lilas, chez Mme Durand 06 12 34 56 78;",
    "2;05/01/2026;15:30;Vol;700100;6200100;12 rue des Lilas AB-123-CD;",
    "3;05/01/2026;16:30;Tapage;;;m.durand@exemple.fr;",
    "4;05/01/2026;16:30;Tapage;;;rue du 8 Mai 1945;",
    "5;05/01/2026;16:30;Vol;;;né le 12/03/1985;",
)


def addresses(path):
    with sqlite3.connect(path) as db:
        return [text for (text,) in db.execute("SELECT address FROM incident ORDER BY fid")]


def test_addresses_are_masked_and_counted(deliver, observatory):
    result = deliver(*ROWS)
    assert addresses(observatory) == [
        f"12 rue des Lilas, chez {MARK} {MARK}",
        f"12 rue des Lilas {MARK}",
        MARK,
        "rue du 8 Mai 1945",
        f"né le {MARK}",
    ]
    assert result.masked == {"name": 1, "telephone": 1, "plate": 1, "email": 1, "birth_date": 1}
    content = observatory.read_bytes()
    assert [piece for piece in PERSONAL if piece in content] == []


def test_a_check_counts_the_same(deliver):
    assert deliver(*ROWS, dry_run=True).masked == deliver(*ROWS).masked


def test_the_same_file_again_changes_nothing(deliver):
    deliver(*ROWS)
    assert deliver(*ROWS).batch.unchanged == len(ROWS)


def test_rows_that_are_refused_are_not_counted(deliver):
    assert deliver("1;99/01/2026;;Tapage;;;chez Mme Durand;", ROWS[3]).masked == {}


def test_a_dwelling_keeps_its_street_and_no_piece_of_a_number(deliver, observatory):
    deliver("1;05/01/2026;14:30;Cambriolage;;;Mme Durand, 12 rue des Lilas 06 12 34 56 78;")
    assert addresses(observatory) == [f"rue des Lilas {MARK}"]


def test_the_partners_words_are_masked(deliver, observatory, fields):
    words = {"Vol (Mme Durand)": "vol_tire", "Tapage": "bruit_voie_publique"}
    fields["category"] = {"column": "Nature", "values": words}
    row = "1;05/01/2026;14:30;Vol (Mme Durand);;;;"
    result = deliver(row, changes={"fields": fields})
    assert (result.batch.inserted, result.masked) == (1, {"name": 1})
    with sqlite3.connect(observatory) as db:
        stored = db.execute(
            "SELECT c.source, c.category FROM incident i JOIN category_crosswalk c"
            " ON c.fid = i.source_category"
        ).fetchall()
    assert stored == [(f"Vol ({MARK})", "vol_tire")]
    assert deliver(row, changes={"fields": fields}).batch.unchanged == 1


def test_the_files_name_is_masked(deliver, observatory, tmp_path):
    deliver(ROWS[3])  # makes the profile known
    known = saved_profiles.saved_profile(observatory, "Essai")
    source = tmp_path / "Plainte_Mme_Durand_0612345678.csv"
    (tmp_path / "livraison.csv").rename(source)
    result = importing.import_file(observatory, source, known, tmp_path / "keys")
    assert result.batch.file_name == f"Plainte_{MARK}_{MARK}.csv"
    content = observatory.read_bytes()
    assert [piece for piece in (*PERSONAL, b"0612345678") if piece in content] == []


def test_rejects_and_errors_quote_no_cell(deliver, observatory, fields):
    cells = ("Secretcell", "Autrecell")
    result = deliver(
        "1;Secretcell;;Tapage;;;Autrecell;",
        "2;05/01/2026;;Secretcell;;;Autrecell;",
        "3;05/01/2026;;Tapage;Secretcell;1;Autrecell;",
        "6;05/01/2026;;Tapage;;;Autrecell;;Secretcell;",
        ROWS[3],
    )
    assert result.batch.rejected == 4
    told = repr(result)
    content = observatory.read_bytes()
    for cell in cells:
        assert cell not in told
        assert cell.encode() not in content
    fields["category"] = {"column": "Nature", "values": {"Tapage": "no_such_category"}}
    with pytest.raises(IntakeError) as error:
        deliver("1;Secretcell;;Tapage;;;Autrecell;", changes={"fields": fields})
    assert "cell" not in repr(error.value.values)


def test_personal_data_of_an_older_version_is_not_kept_in_the_history(deliver, observatory):
    deliver(ROWS[0])
    deliver(ROWS[0].replace("Tapage", "Vol"))
    with sqlite3.connect(observatory) as db:
        ((version,),) = db.execute("SELECT version FROM incident_history").fetchall()
    assert "Lilas" in version
    assert "Durand" not in version


@pytest.mark.parametrize(
    ("first", "found"),
    [
        (b"Secretcell;Autrecell;Rue Foch", "…"),
        (b"Date;Heure;Rue Foch;Mme Durand", f"Date, Heure, Rue Foch, {MARK}"),
    ],
)
def test_a_missing_column_quotes_headers_and_no_row_of_data(deliver, first, found):
    with pytest.raises(IntakeError) as error:
        deliver(content=first + b"\r\n1;2;3\r\n")
    assert error.value.code == "missing_column"
    assert error.value.values["found"] == found
