"""A partner's file into the observatory: what enters, what is refused, what changes."""

import hmac
import json
import shutil
import sqlite3
import struct
import uuid
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from oltp_plugin.errors import IntakeError, ObservatoryError
from oltp_plugin.intake import checking, importing, locating, matching, profile
from oltp_plugin.observatory import batches, connection, geopackage, keys, opening, rtree, versions

from .conftest import PROFILE

GOOD = "1;05/01/2026;14:30;Tapage;700100,5;6200100,5;12 rue des Lilas;tel 06 12 34 56 78"


def rows_of(path, columns="*", table="incident", where="1"):
    with connection.reading(path) as db:
        return db.execute(f"SELECT {columns} FROM {table} WHERE {where} ORDER BY fid").fetchall()


def everything(path, without=("batch", "journal", "sqlite_sequence")):
    """Every value of every table of ours, to compare two states."""
    with connection.reading(path) as db:
        tables = [
            name
            for (name,) in db.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'gpkg%'"
                " AND name NOT LIKE 'rtree%' ORDER BY name"
            )
            if name not in without
        ]
        return {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


def codes(result):
    return [(reject.row, reject.code, reject.field) for reject in result.rejects]


def test_a_good_row_enters_as_it_was_written(deliver, observatory):
    result = deliver(GOOD)
    assert (result.batch.read, result.batch.inserted, result.batch.unlocated) == (1, 1, 0)
    stored = rows_of(
        observatory, "partner, category, occurred_from, time_precision, address, count, status"
    )
    assert stored == [
        (
            "PM",
            "bruit_voie_publique",
            "2026-01-05T14:30:00",
            "minute",
            "12 rue des Lilas",
            1,
            "open",
        )
    ]
    with connection.reading(observatory) as db:
        assert db.execute("SELECT minx, miny FROM rtree_incident_geom").fetchone() == (
            pytest.approx(700100.5, abs=0.1),
            pytest.approx(6200100.5, abs=0.5),
        )


def test_columns_that_are_not_mapped_never_enter(deliver, observatory):
    deliver(GOOD)
    content = observatory.read_bytes()
    assert b"12 34 56" not in content
    assert b"Observations" not in content


def test_the_partners_number_is_not_in_the_file(deliver, observatory):
    deliver(GOOD.replace("1;", "PV-2026-000777;", 1))
    assert b"000777" not in observatory.read_bytes()
    ((reference,),) = rows_of(observatory, "partner_ref")
    assert len(reference) == 32


def test_rejects_say_row_code_and_field_and_nothing_else(deliver, observatory):
    result = deliver(
        GOOD,  # line 2
        ";05/01/2026;14:30;Tapage;700100;6200100;;",
        "1;05/01/2026;15:30;Tapage;700100;6200100;;",
        "3;;;Tapage;700100;6200100;;",
        "4;31/02/2026;14:30;Tapage;700100;6200100;;",
        "5;05/01/2026;14:30;;700100;6200100;;",
        "6;05/01/2026;14:30;Martien;700100;6200100;;",
        "7;05/01/2026;14:30;Tapage;ici;6200100;;",
        "8;05/01/2026;14:30;Tapage;1;2;;",
        "9;05/01/2026;14:30;Tapage;700100;6300100;;",
        "10;05/01/2026;14:30;Tapage;700100;6200100;rue;x;un point-virgule de trop",
    )
    assert codes(result) == [
        (3, "NULL_ID", "partner_ref"),
        (4, "DUP_ID", "partner_ref"),
        (5, "NULL_DATE", "occurred_from"),
        (6, "BAD_DATE", "occurred_from"),
        (7, "NULL_CATEGORY", "category"),
        (8, "BAD_CATEGORY", "category"),
        (9, "BAD_XY", "x"),
        (10, "BAD_XY", "x"),
        (11, "OUT_OF_AREA", "x"),
        (12, "BAD_FIELD", None),
    ]
    assert (result.batch.read, result.batch.inserted, result.batch.rejected) == (11, 1, 10)
    stored = rows_of(observatory, "row, code, field", "reject")
    assert stored == codes(result)
    assert b"Martien" not in observatory.read_bytes()


@pytest.mark.parametrize("field", ["severity", "count"])
@pytest.mark.parametrize("number", ["2,5", "1e300", "9223372036854775808", "-3", "beaucoup"])
def test_a_number_that_cannot_be_refuses_its_row_alone(deliver, observatory, fields, field, number):
    changes = {"fields": {**fields, field: {"column": "Observations"}}}
    good, bad = (f"{i};05/01/2026;14:30;Tapage;;;;{cell}" for i, cell in ((1, "3"), (2, number)))
    assert codes(deliver(good, bad, changes=changes)) == [(3, "BAD_FIELD", field)]
    assert rows_of(observatory, field) == [(3,)]


@pytest.mark.parametrize("piece", [2, 20_000])
def test_cells_empty_in_some_rows_are_no_change_the_second_time(
    deliver, observatory, fields, monkeypatch, piece
):
    monkeypatch.setattr(matching, "_PIECE", piece)
    changes = {"fields": {**fields, "severity": {"column": "Observations"}}}
    cells = ("3", "", "5", "", "")
    rows = [f"{i};05/01/2026;14:30;Tapage;;;;{cell}" for i, cell in enumerate(cells)]
    deliver(*rows, changes=changes)
    rows[1] += "4"
    again = deliver(*reversed(rows), changes=changes).batch
    assert (again.inserted, again.updated, again.unchanged) == (0, 1, 4)
    assert sorted(rows_of(observatory, "severity"), key=str) == [(3,), (4,), (5,), (None,), (None,)]


@pytest.mark.parametrize("index", ["27,5", "inf", "1e999", "-27"])
def test_what_is_no_index_of_the_state_is_no_category(deliver, fields, index):
    changes = {"fields": {**fields, "category": {"column": "Nature", "scheme": "etat4001"}}}
    rows = (f"{i};05/01/2026;14:30;{word};;;;" for i, word in ((1, index), (2, "027"), (3, "27,0")))
    assert codes(deliver(*rows, changes=changes)) == [(2, "BAD_CATEGORY", "category")]


@pytest.mark.parametrize("xy", [";", "0;0", "0,0;0,0"])
def test_rows_without_coordinates_are_kept_unlocated(deliver, observatory, xy):
    result = deliver(f"1;05/01/2026;14:30;Tapage;{xy};rue des Lilas;")
    assert (result.batch.inserted, result.batch.unlocated) == (1, 1)
    assert rows_of(observatory, "geom, location_precision") == [(None, "none")]


def test_a_blank_line_counts_as_a_line_and_not_as_a_row(deliver):
    result = deliver(GOOD, "", "2;32/01/2026;14:30;Tapage;;;;")
    assert result.batch.read == 2
    assert codes(result) == [(4, "BAD_DATE", "occurred_from")]


def test_the_hour_that_is_missing_leaves_the_day(deliver, observatory):
    deliver("1;05/01/2026;;Tapage;;;;")
    assert rows_of(observatory, "occurred_from, time_precision") == [("2026-01-05T00:00:00", "day")]


@pytest.mark.parametrize("moment", ["29/03/2026;02:30", "25/10/2026;02:30", "31/12/2026;23:30"])
def test_the_hour_is_kept_as_written_across_clock_changes(deliver, observatory, moment):
    deliver(f"1;{moment};Tapage;;;;")
    day, hour = moment.split(";")
    iso = "-".join(reversed(day.split("/")))
    assert rows_of(observatory, "occurred_from") == [(f"{iso}T{hour}:00",)]


def test_the_same_file_again_changes_nothing(deliver, observatory):
    deliver(GOOD, "2;06/01/2026;09:05;Vol;;;;", "3;bad;;Vol;;;;")
    before = everything(observatory, ("batch", "journal", "sqlite_sequence", "reject"))
    again = deliver(GOOD, "2;06/01/2026;09:05;Vol;;;;", "3;bad;;Vol;;;;").batch
    assert (again.inserted, again.updated, again.withdrawn) == (0, 0, 0)
    assert again.unchanged == again.read - again.rejected == 2
    assert everything(observatory, ("batch", "journal", "sqlite_sequence", "reject")) == before


def test_a_requalified_row_updates_and_undo_gives_every_value_back(deliver, observatory):
    deliver(GOOD, "2;06/01/2026;09:05;Vol;700300;6200300;;")
    before = everything(observatory)
    second = deliver(
        GOOD.replace("Tapage", "Vol").replace("700100,5", "701500,25"),
        "2;06/01/2026;09:05;Vol;700300;6200300;;",
        "3;07/01/2026;10:00;Tapage;;;;",
    )
    assert (second.batch.inserted, second.batch.updated, second.batch.unchanged) == (1, 1, 1)
    assert rows_of(observatory, "category, batch", where="fid = 1") == [("vol_tire", 2)]
    assert batches.undo(observatory, second.number) == (1, 1)
    assert everything(observatory) == before
    with connection.reading(observatory) as db:
        assert db.execute("SELECT rtreecheck('rtree_incident_geom')").fetchone() == ("ok",)
        count = "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'incident'"
        assert db.execute(count).fetchone() == (2,)


@pytest.mark.parametrize("at_a_time", [2, 900])
def test_rows_that_change_in_different_ways_lie_where_they_say_and_undo_gives_all_back(
    deliver, observatory, fields, monkeypatch, at_a_time
):
    monkeypatch.setattr(versions, "AT_A_TIME", at_a_time)
    changes = {"fields": {**fields, "territory": {"column": "Adresse", "level": "quartier"}}}
    first = (
        "1;05/01/2026;14:30;Tapage;700100,5;6200100,5;;",
        "2;05/01/2026;14:30;Tapage;700100,5;6200100,5;;",
        "3;05/01/2026;14:30;Tapage;;;quartier d;",
        "4;05/01/2026;14:30;Tapage;700100,5;6200100,5;;",
        "5;05/01/2026;14:30;Tapage;;;quartier d;",
        "6;05/01/2026;14:30;Tapage;;;quartier d;",
    )
    deliver(*first, changes=changes)
    before = everything(observatory)
    second = deliver(
        first[0].replace("Tapage", "Vol"),
        first[1].replace("700100,5", "701500,25"),
        first[2].replace("quartier d", "quartier a"),
        "4;05/01/2026;14:30;Tapage;;;quartier a;",
        "5;06/01/2026;09:00;Tapage;700100,5;6200100,5;;",
        first[5],
        changes=changes,
    )
    assert (second.batch.updated, second.batch.unchanged) == (5, 1)
    lies = (
        "SELECT group_concat(code) FROM (SELECT t.code FROM incident_territory m"
        " JOIN territory t ON t.fid = m.territory WHERE m.incident = ? AND level = 'quartier')"
    )
    with connection.reading(observatory) as db:
        found = [db.execute(lies, (fid,)).fetchone()[0] for fid in range(1, 7)]
    assert found == ["A", "B", "A", "A", "A", "D"]
    assert batches.undo(observatory, second.number) == (0, 5)
    assert everything(observatory) == before


WHOLE = (
    "SELECT * FROM incident ORDER BY fid",
    "SELECT * FROM incident_territory ORDER BY 1, 2",
    "SELECT * FROM rtree_incident_geom ORDER BY 1",
    "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2",
    "SELECT table_name, feature_count FROM gpkg_ogr_contents ORDER BY 1",
    "SELECT table_name, min_x, max_x FROM gpkg_contents ORDER BY 1",
)


@pytest.mark.parametrize("swaps", [True, False])
def test_an_undo_in_bulk_leaves_what_one_row_by_row_leaves(
    deliver, observatory, monkeypatch, swaps
):
    for some in (range(1, 4), range(4, 10)):  # the second brings more than stays
        rows = (f"{i};0{i}/01/2026;13:30;Tapage;{700000 + 200 * i};6200300;;" for i in some)
        assert deliver(*rows).batch.inserted == len(some)
    with connection.writing(observatory) as db:
        db.execute("UPDATE incident SET geom = NULL WHERE fid = 5")
    monkeypatch.setattr(connection, "swaps", lambda path: swaps)
    left = []
    for fewest in (10**6, 0):
        monkeypatch.setattr(rtree, "FEWEST", fewest)
        path = Path(shutil.copy(observatory, observatory.with_name(f"{fewest}.gpkg")))
        found = []
        for number, n in ((2, 6), (1, 3)):
            assert batches.undo(path, number) == (n, 0)
            with connection.reading(path) as db:
                found.append([db.execute(query).fetchall() for query in WHOLE])
                for check in ("PRAGMA integrity_check", "SELECT rtreecheck('rtree_incident_geom')"):
                    assert db.execute(check).fetchall() == [("ok",)]
                assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        left.append(found)
    assert left[0] == left[1]
    assert [len(rows) for rows in (found[0][0], found[0][2], found[1][0])] == [3, 3, 0]


def test_an_undo_leaves_alone_what_somebody_deleted(deliver, observatory):
    deliver(GOOD, "2;06/01/2026;09:05;Vol;700300;6200300;;")
    second = deliver(GOOD.replace("Tapage", "Vol"), "2;06/01/2026;09:05;Tapage;700300;6200300;;")
    with connection.writing(observatory) as db:
        db.execute("DELETE FROM incident WHERE fid = 1")
    assert batches.undo(observatory, second.number) == (0, 1)
    assert rows_of(observatory, "fid, category") == [(2, "vol_tire")]


def test_undo_of_the_first_batch_is_refused_while_a_later_one_stands_on_it(deliver, observatory):
    deliver(GOOD)
    deliver(GOOD.replace("Tapage", "Vol"))
    deliver(GOOD.replace("Tapage", "Vol"))  # changes nothing, so it never stands in the way
    with pytest.raises(ObservatoryError) as caught:
        batches.undo(observatory, 1)
    assert (caught.value.code, caught.value.values["later"]) == ("later_batch", 2)
    assert batches.undo(observatory, 2) == (0, 1)
    assert batches.undo(observatory, 1) == (1, 0)
    assert rows_of(observatory) == []
    with pytest.raises(ObservatoryError) as caught:
        batches.undo(observatory, 1)
    assert caught.value.code == "already_undone"
    with pytest.raises(ObservatoryError) as caught:
        batches.undo(observatory, 99)
    assert caught.value.code == "no_batch"


def test_an_undone_delivery_can_be_imported_again(deliver, observatory):
    first = deliver(GOOD)
    batches.undo(observatory, first.number)
    assert deliver(GOOD).batch.inserted == 1


def test_a_row_reported_earlier_than_the_stored_one_changes_nothing(deliver, fields):
    dated = {"fields": {**fields, "reported_at": {"column": "Adresse", "format": "%d/%m/%Y"}}}
    deliver("1;05/01/2026;14:30;Tapage;;;10/01/2026;", changes=dated)
    older = deliver("1;05/01/2026;14:30;Vol;;;09/01/2026;", changes=dated).batch
    assert (older.updated, older.unchanged) == (0, 1)
    newer = deliver("1;05/01/2026;14:30;Vol;;;11/01/2026;", changes=dated).batch
    assert (newer.updated, newer.unchanged) == (1, 0)


def test_rows_missing_from_a_complete_delivery_are_proposed_as_withdrawn(deliver, observatory):
    deliver(GOOD, "2;06/01/2026;09:05;Vol;;;;", "3;20/02/2026;09:05;Vol;;;;")
    result = deliver(GOOD, "4;31/01/2026;09:05;Vol;;;;")
    assert result.batch.withdrawn == 1, "number 2; number 3 lies outside the period"
    assert set(rows_of(observatory, "status")) == {("open",)}, "proposed, not done"
    additions = deliver(GOOD, kind="additions")
    assert additions.batch.withdrawn == 0


def test_new_rows_of_days_that_were_delivered_before_are_counted(deliver, observatory):
    january, february = "1;05/01/2026;14:30;Tapage;;;;", "2;06/02/2026;09:05;Vol;;;;"
    assert deliver(january, dry_run=True).earlier == 0, "the first delivery"
    batches.nil_return(observatory, "PM", "2026-01-01", "2026-01-31")
    late = deliver(january, february, dry_run=True)
    assert (late.earlier, late.delivered_until) == (1, "2026-01-31")
    first = deliver(january, february)
    assert (first.earlier, deliver(january, february).earlier) == (1, 0)
    both = ("3;31/01/2026;23:59;Vol;;;;", "4;06/02/2026;23:59;Vol;;;;", "5;07/02/2026;;Vol;;;;")
    assert deliver(*both, dry_run=True).earlier == 2
    batches.undo(observatory, first.number + 1)
    batches.undo(observatory, first.number)
    assert deliver(*both, dry_run=True).delivered_until == "2026-01-31"


@pytest.mark.parametrize("period", [("2026-02-01", "2026-01-01"), ("2026-02-01", None)])
def test_a_period_that_ends_before_it_begins_speaks_for_nothing(deliver, observatory, period):
    with pytest.raises(ObservatoryError) as caught:
        deliver(GOOD, period=period)
    assert caught.value.code == "period_backwards"
    assert rows_of(observatory) == []


def test_a_mistyped_year_speaks_for_no_month_to_come(deliver, observatory, monkeypatch):
    monkeypatch.setattr(importing, "now", lambda: "2026-02-03T09:00:00")
    deliver("7;20/02/2026;14:30;Tapage;;;;")
    result = deliver(GOOD, "2;05/01/2062;14:30;Tapage;;;;")
    assert (result.batch.period_from, result.batch.period_to) == ("2026-01-05", "2026-02-03")
    assert result.batch.withdrawn == 0


def test_a_dry_run_counts_the_same_and_writes_nothing(deliver, observatory, tmp_path):
    before = observatory.read_bytes()
    check = deliver(GOOD, "2;bad;;Vol;;;;", dry_run=True)
    assert check.number == 0
    assert observatory.read_bytes() == before
    assert not (tmp_path / "keys").exists()
    real = deliver(GOOD, "2;bad;;Vol;;;;")
    assert (check.batch.inserted, codes(check)) == (real.batch.inserted, codes(real))
    again = deliver(GOOD.replace("Tapage", "Vol"), dry_run=True).batch
    assert (again.inserted, again.updated) == (0, 1)


def test_without_a_number_equal_rows_are_two_facts_and_stay_two(deliver, fields):
    del fields["partner_ref"]
    same = "1;05/01/2026;14:30;Tapage;;;;"
    assert deliver(same, same, changes={"fields": fields}).batch.inserted == 2
    again = deliver(same, same, same, changes={"fields": fields}).batch
    assert (again.inserted, again.unchanged) == (1, 2)


def test_without_a_number_a_row_is_known_again_under_the_next_agreement(
    deliver, observatory, fields
):
    del fields["partner_ref"]
    deliver(GOOD, changes={"fields": fields})
    agree(observatory, allowed_fields=json.dumps(["x", "y"]))
    again = deliver(GOOD, changes={"fields": fields})
    assert again.dropped_fields == ("address",)
    assert (again.batch.inserted, again.batch.updated, again.batch.withdrawn) == (0, 1, 0)


def test_numbers_that_repeat_are_told_apart_whatever_stands_in_them(deliver, observatory):
    rows = [GOOD.replace("1;", f"{number};", 1) for number in ("A", "A", "A\x1f1", "A1")]
    assert deliver(*rows, changes={"unique_id": False}).batch.inserted == 4
    assert deliver(*rows, changes={"unique_id": False}).batch.unchanged == 4


def test_row_order_does_not_matter(deliver, observatory):
    rows = [GOOD, "2;06/01/2026;09:05;Vol;;;;", "3;07/01/2026;09:05;Vol;701500;6201500;;"]
    deliver(*rows)
    assert deliver(*reversed(rows)).batch.unchanged == 3


def test_matching_is_refused_without_the_key(deliver, observatory, tmp_path):
    deliver(GOOD)
    for file in (tmp_path / "keys").iterdir():
        file.unlink()
    before = observatory.read_bytes()
    with pytest.raises(ObservatoryError) as caught:
        deliver(GOOD)
    assert caught.value.code == "missing_key"
    assert observatory.read_bytes() == before


def test_the_key_file_is_its_owners_alone(deliver, tmp_path):
    deliver(GOOD)
    (file,) = (tmp_path / "keys").iterdir()
    assert file.stat().st_mode & 0o077 == 0


def test_a_new_partner_is_made_and_an_undo_keeps_the_ledger(deliver, observatory):
    result = deliver(GOOD)
    batches.undo(observatory, result.number)
    assert rows_of(observatory, "inserted, undone_at IS NOT NULL", "batch") == [(1, 1)]
    assert rows_of(observatory, table="category_crosswalk", where="scheme = 'partner:PM'") == []


def test_memberships_at_every_level_and_edges_in_one(deliver, observatory):
    deliver(
        "1;05/01/2026;14:30;Vol;700100;6200100;;",
        "2;05/01/2026;14:30;Vol;701000;6201000;;",  # the corner that all four quartiers share
        "3;05/01/2026;14:30;Vol;;;;",
    )
    with connection.reading(observatory) as db:
        rows = db.execute(
            "SELECT m.incident, t.level, t.code FROM incident_territory m"
            " JOIN territory t ON t.fid = m.territory ORDER BY 1, 2"
        ).fetchall()
    assert rows == [
        (1, "commune", "34000"),
        (1, "quartier", "A"),
        (2, "commune", "34000"),
        (2, "quartier", "A"),
    ]


def test_an_area_without_a_point_lies_in_it_and_in_the_commune(deliver, observatory, fields):
    fields = {**fields, "territory": {"column": "Adresse", "level": "quartier"}}
    result = deliver(
        "1;05/01/2026;14:30;Vol;;;QUARTIER  d;",
        "2;05/01/2026;14:30;Vol;;;Quartier Z;",
        changes={"fields": fields},
    )
    assert (result.batch.unlocated, result.unknown_areas) == (2, 1)
    assert rows_of(observatory, "geom, territory, territory_level, location_precision") == [
        (None, "D", "quartier", "territory"),
        (None, None, None, "none"),
    ]
    with connection.reading(observatory) as db:
        levels = db.execute(
            "SELECT t.level FROM incident_territory m JOIN territory t ON t.fid = m.territory"
        ).fetchall()
    assert Counter(levels) == {("commune",): 1, ("quartier",): 1}


def test_sensitive_records_keep_only_their_territory(deliver, observatory):
    deliver("1;05/01/2026;14:30;Différend familial;701234,5;6200100;99 rue du Secret;")
    assert rows_of(observatory, "geom, address, territory, location_precision") == [
        (None, None, "B", "territory")
    ]
    content = observatory.read_bytes()
    assert b"Secret" not in content
    assert struct.pack("<d", 701234.5) not in content


def test_dwellings_lose_their_number_and_go_to_a_100_m_cell(deliver, observatory):
    deliver("1;05/01/2026;14:30;Cambriolage;700123,4;6200187,6;99 bis rue du Bois, appt 4;")
    ((address, precision, blob),) = rows_of(observatory, "address, location_precision, geom")
    assert (address, precision) == ("rue du Bois", "cell")
    assert struct.unpack("<dd", blob[-16:]) == (700150.0, 6200150.0)
    assert b"99 bis" not in observatory.read_bytes()


def agree(observatory, **columns):
    """An agreement with the partner, of these columns."""
    columns = {"partner": "PM", "reference": "C-2026-1", **columns}
    with connection.writing(observatory) as db:
        batches.ensure_partner(db, "PM")
        db.execute(
            f"INSERT INTO agreement ({', '.join(columns)})"
            f" VALUES ({', '.join('?' * len(columns))})",
            list(columns.values()),
        )


def test_an_agreement_limits_what_is_stored(deliver, observatory):
    agree(
        observatory,
        allowed_fields=json.dumps(["x", "y"]),
        allowed_categories=json.dumps(["tranquillite"]),
        finest_stored="cell",
    )
    result = deliver(GOOD, "2;05/01/2026;14:30;Vol;;;;")
    assert codes(result) == [(3, "AGREEMENT", "category")]
    assert result.dropped_fields == ("address",)
    assert rows_of(observatory, "address, location_precision") == [(None, "cell")]
    assert rows_of(observatory, "agreement", "batch") == [(1,)]


def _one_more_limit(observatory):
    agree(observatory, finest_stored="territory")


def _one_more_delicate_category(observatory):
    with connection.writing(observatory) as db:
        db.execute("UPDATE category SET sensitive = 1 WHERE code = 'bruit_voie_publique'")


@pytest.mark.parametrize("act", [_one_more_limit, _one_more_delicate_category])
def test_what_somebody_limits_while_the_file_is_read_does_not_enter(
    deliver, observatory, monkeypatch, act
):
    check = checking.check

    def meanwhile(*given):
        act(observatory)
        return check(*given)

    monkeypatch.setattr(checking, "check", meanwhile)
    with pytest.raises(IntakeError, match="rules_changed"):
        deliver(GOOD)
    assert rows_of(observatory) == []
    monkeypatch.undo()
    deliver(GOOD)
    assert rows_of(observatory, "geom") == [(None,)]


def test_after_an_agreement_nothing_new_enters(deliver, observatory):
    agree(observatory, valid_to="2020-12-31")
    with pytest.raises(ObservatoryError) as caught:
        deliver(GOOD)
    assert caught.value.code == "agreement_expired"
    assert rows_of(observatory) == []


def test_a_moved_point_gets_its_memberships_back_on_opening(deliver, observatory):
    deliver("1;05/01/2026;14:30;Vol;700100;6200100;;")
    from osgeo import ogr

    dataset = ogr.Open(str(observatory), 1)
    layer = dataset.GetLayerByName("incident")
    feature = layer.GetNextFeature()
    point = ogr.Geometry(ogr.wkbPoint)
    point.AddPoint_2D(701900, 6201900)
    feature.SetGeometry(point)
    layer.SetFeature(feature)
    del feature, layer, dataset
    with connection.reading(observatory) as db:
        assert db.execute("SELECT * FROM incident_territory").fetchall() == []
    opening.open_observatory(observatory)
    with connection.reading(observatory) as db:
        codes_ = db.execute(
            "SELECT t.code FROM incident_territory m JOIN territory t ON t.fid = m.territory"
            " ORDER BY t.level"
        ).fetchall()
    assert codes_ == [("34000",), ("D",)]


def test_the_file_itself_refuses_wrong_values(deliver, observatory):
    deliver(GOOD)
    with connection.writing(observatory) as db:
        for column, value in (
            ("occurred_from", "05/01/2026 14:30"),
            ("occurred_to", "2025-01-01T00:00:00"),
            ("category", "martien"),
            ("status", "gone"),
            ("count", 0),
        ):
            with pytest.raises(sqlite3.IntegrityError):
                db.execute(f"UPDATE incident SET {column} = ?", (value,))


def test_nil_return(observatory):
    number = batches.nil_return(observatory, "TAM", "2026-01-01", "2026-01-31")
    assert rows_of(observatory, "fid, partner, kind, period_from", "batch") == [
        (number, "TAM", "nil", "2026-01-01")
    ]
    with pytest.raises(ObservatoryError) as caught:
        batches.nil_return(observatory, "TAM", "2026-01-31", "2026-01-01")
    assert caught.value.code == "period_backwards"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"partner": ""}, "profile_lacks"),
        ({"fields": {"category": {"column": "Nature"}}}, "profile_lacks"),
        ({"fields": {"victim_name": {"column": "Nom"}}}, "profile_field_unknown"),
        ({"crs": "Lambert 93"}, "profile_crs"),
        ({"update": "sometimes"}, "profile_choice"),
        ({"format": {"type": "xlsx"}}, "wrong_type"),
        ({"format": {"type": "pdf"}}, "format_not_supported"),
        ({"format": {"header_row": "second"}}, "profile_choice"),
        ({"format": {"delimiter": "; "}}, "profile_choice"),
        ({"format": ["csv"]}, "profile_unreadable"),
        ({"area": {"level": "iris"}}, "no_territory_level"),
        ({"area": {"level": ["iris"]}}, "profile_choice"),
        ({"crs": "EPSG:99999999999999999999"}, "profile_crs"),
        ({"crs": "EPSG:²"}, "profile_crs"),
        *(
            ({"fields": {**PROFILE["fields"], name: entry}}, "profile_choice")
            for name, entry in (
                ("category", {"columns": 5}),
                ("category", {"columns": "Nature"}),
                ("category", {"column": "Nature", "values": ["Tapage"]}),
                ("category", {"column": "Nature", "values": {"Tapage": 5}}),
                ("category", {"column": "Nature", "default": ["vol_tire"]}),
                ("category", {"column": "Nature", "scheme": {"etat4001": 1}}),
                ("territory", {"column": "Nature", "level": 5}),
                ("occurred_from", {"column": "Date", "format": 5}),
                ("occurred_from", {"column": "Date", "format": "jj/mm/aaaa"}),
                ("occurred_from", {"column": "Date", "format": "%d/%d/%Y"}),
                ("occurred_from", {"column": "Date", "format": "%d/%m"}),
                ("occurred_from", {"column": "Date", "format": "%Q/%m/%Y"}),
                ("occurred_from", {"column": "Date", "format": "%d/%m/%Y %"}),
                ("x", {"column": "X", "scale": float("nan")}),
                ("x", {"column": "X", "scale": 0}),
            )
        ),
    ],
)
def test_a_profile_that_cannot_work_is_one_sentence(deliver, observatory, change, code):
    with pytest.raises(IntakeError) as caught:
        deliver(GOOD, changes=change)
    assert caught.value.code == code
    assert rows_of(observatory) == []


def test_a_profile_nested_without_end_is_one_sentence():
    with pytest.raises(IntakeError) as caught:
        profile.parse("[" * 100_000, "profil.json")
    assert caught.value.code == "profile_unreadable"


def test_a_profile_that_names_a_missing_column_says_which(deliver, fields):
    fields = {**fields, "address": {"column": "Adresse complète"}}
    with pytest.raises(IntakeError) as caught:
        deliver(GOOD, changes={"fields": fields})
    assert (caught.value.code, caught.value.values["column"]) == (
        "missing_column",
        "Adresse complète",
    )


def test_a_profile_category_must_exist(deliver, fields):
    fields = {**fields, "category": {"column": "Nature", "values": {"Tapage": "tapage"}}}
    with pytest.raises(IntakeError) as caught:
        deliver(GOOD, changes={"fields": fields})
    assert caught.value.code == "profile_category"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b" \r\n\r\n", "empty_file"),
        (b"PK\x03\x04" + b"x" * 100, "disguised_spreadsheet"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "disguised_spreadsheet"),
        (b"abc\x00def", "not_text"),
        ("Numéro;Date;Heure;Nature;X;Y;Adresse;Observations\r\n".encode("cp1252"), "no_rows"),
        ("Numéro;Date;Heure;Nature;X;Y;Adresse;Obs\r\n1;\x81".encode("latin-1"), "wrong_encoding"),
    ],
)
def test_a_file_that_is_no_table_is_one_sentence(deliver, content, code):
    with pytest.raises(IntakeError) as caught:
        deliver(content=content)
    assert caught.value.code == code


def test_read_profile_needs_json(tmp_path):
    path = tmp_path / "profile.json"
    for content in (b"", b"[1, 2]", b"\xff\xfe"):
        path.write_bytes(content)
        with pytest.raises(IntakeError) as caught:
            profile.read_profile(path)
        assert caught.value.code == "profile_unreadable"


def test_a_record_that_becomes_sensitive_loses_its_place_in_history_too(deliver, observatory):
    deliver("1;05/01/2026;14:30;Vol;701234,5;6200100;99 rue du Secret;")
    second = deliver("1;05/01/2026;14:30;Différend familial;701234,5;6200100;99 rue du Secret;")
    assert b"Secret" not in observatory.read_bytes()
    batches.undo(observatory, second.number)
    assert rows_of(observatory, "category, geom, address, territory") == [
        ("vol_tire", None, None, "B")
    ]


def test_a_word_that_only_the_default_catches_is_not_kept(deliver, observatory, fields):
    fields["category"] = {**fields["category"], "default": "autre_delit"}
    deliver("1;05/01/2026;14:30;Tel de Mme X 0612345678;;;;", changes={"fields": fields})
    assert rows_of(observatory, "category, source_category") == [("autre_delit", None)]
    assert b"0612345678" not in observatory.read_bytes()


def test_an_agreement_on_one_coordinate_is_an_agreement_on_none(deliver, observatory):
    with connection.writing(observatory) as db:
        batches.ensure_partner(db, "PM")
        db.execute(
            "INSERT INTO agreement (partner, reference, allowed_fields) VALUES ('PM', 'C-1', ?)",
            (json.dumps(["x"]),),
        )
    assert deliver(GOOD).dropped_fields == ("x", "y", "address")
    assert rows_of(observatory, "geom") == [(None,)]


def test_an_end_without_its_hour_ends_that_day(deliver, observatory, fields):
    fields["occurred_to"] = {"column": "Adresse", "format": "%d/%m/%Y"}
    deliver("1;05/01/2026;14:30;Vol;;;05/01/2026;", changes={"fields": fields})
    assert rows_of(observatory, "occurred_from, occurred_to, time_precision") == [
        ("2026-01-05T14:30:00", "2026-01-05T23:59:59", "interval")
    ]


def test_an_end_of_which_only_the_month_is_known_ends_with_it(deliver, observatory, fields):
    fields = {
        **fields,
        "occurred_from": {"column": "Date", "format": "%d/%m/%Y"},
        "occurred_to": {"column": "Observations", "format": "%m/%Y"},
    }
    result = deliver("1;15/02/2024;;Vol;;;;02/2024", changes={"fields": fields})
    assert codes(result) == []
    assert rows_of(observatory, "occurred_to") == [("2024-02-29T23:59:59",)]


def test_a_listed_word_must_be_in_the_list(deliver, fields):
    fields["known_by"] = {"column": "Adresse", "values": {"Voisin": "neighbour"}}
    with pytest.raises(IntakeError) as caught:
        deliver(GOOD, changes={"fields": fields})
    assert caught.value.code == "profile_word"


def test_an_older_copy_keeps_its_key_when_another_gets_a_new_one(deliver, observatory, tmp_path):
    older = shutil.copy(observatory, tmp_path / "older.gpkg")
    deliver(GOOD)
    newer = shutil.copy(observatory, tmp_path / "newer.gpkg")
    shutil.copy(older, observatory)
    deliver(GOOD)
    shutil.copy(newer, observatory)
    assert deliver(GOOD).batch.unchanged == 1


def test_incidents_outside_all_territories_are_not_looked_for_at_every_opening(
    deliver, observatory
):
    deliver(GOOD)
    with connection.writing(observatory) as db:
        blob = geopackage.point_blobs([100000.0], [6900000.0], 2154)[0]
        db.execute("UPDATE incident SET geom = ?", (blob,))
    opening.open_observatory(observatory)  # writes the counts of the months that have closed
    inode = observatory.stat().st_ino
    opening.open_observatory(observatory)
    assert observatory.stat().st_ino == inode


def test_a_territory_that_another_program_adds_gets_its_incidents_on_opening(deliver, observatory):
    deliver("1;05/01/2026;14:30;Vol;700100;6200100;;", "2;05/01/2026;14:30;Vol;;;;")
    with connection.writing(observatory) as db:
        db.execute(
            "INSERT INTO territory (geom, level, code, name)"
            " SELECT geom, 'groupe territorial', 'GT1', 'Ouest' FROM territory WHERE code = 'A'"
        )
    opening.open_observatory(observatory)
    with connection.reading(observatory) as db:
        found = db.execute(
            "SELECT t.code FROM incident_territory m JOIN territory t ON t.fid = m.territory"
            " ORDER BY t.code"
        ).fetchall()
    assert found == [("34000",), ("A",), ("GT1",)]


def test_a_reference_is_the_hmac_that_the_standard_library_computes():
    key, numbers = bytes(range(32)), ["1", "2026/é-17", "", "x" * 200]
    expected = [hmac.digest(key, number.encode(), "sha256")[:16].hex() for number in numbers]
    assert keys.references(key, numbers) == expected


def test_what_is_infinitely_far_is_wrong():
    far = np.array([np.inf, np.inf, 700100, -np.inf])
    located = locating.locate(far, far[::-1], 2154, 2154)
    assert located.wrong.all()
    assert np.isnan(located.x).all() and np.isnan(located.y).all()


def test_what_has_no_place_in_the_observatorys_system_is_wrong(capfd):
    located = locating.locate(np.array([10.0, 3.9]), np.array([-90.0, 43.6]), 4326, 2154)
    assert located.wrong.tolist() == [True, False]
    assert np.isnan(located.x[0]) and np.isnan(located.y[0])
    assert capfd.readouterr().err == "", "said by the row's reject, not by GDAL"


def test_an_address_is_kept_as_long_as_an_address_is(deliver, observatory):
    """What goes on longer is no address: it costs time to search, and may tell anything."""
    long = "12 rue des Lilas " + "la " * 20_000
    deliver(
        GOOD.replace("12 rue des Lilas", long),
        f"2;05/01/2026;14:30;Cambriolage;700100;6200100;{'(' * 20_000};",
        f"3;05/01/2026;14:30;Vol;700100;6200100;{'a' * 245} 06 12 34 56 78;",
    )
    found = [address for (address,) in rows_of(observatory, "address")]
    assert found == [long[:250], None, "a" * 245 + " […]"]


def test_a_pair_keyed_the_wrong_way_round_is_wrong():
    """As degrees it lies in the sea off Somalia, where nothing is wrong with degrees."""
    located = locating.locate([3.88, 43.6, 4.1], [43.6, 3.88, 43.7], 4326, 2154)
    assert located.wrong.tolist() == [False, True, False]
    assert np.isnan(located.x).tolist() == [False, True, False]


def test_an_end_that_has_only_its_hour_may_be_after_midnight(deliver, observatory, fields):
    both = {"columns": ["Date", "Observations"], "format": "%d/%m/%Y %H:%M"}
    result = deliver(
        "1;05/01/2026;23:50;Tapage;700100;6200100;;00:15",
        "2;05/01/2026;22:00;Tapage;700100;6200100;;22:10",
        changes={"fields": {**fields, "occurred_to": both}},
    )
    assert not result.rejects
    assert set(rows_of(observatory, "occurred_to, time_precision")) == {
        ("2026-01-06T00:15:00", "interval"),
        ("2026-01-05T22:10:00", "interval"),
    }


def test_months_in_words_speak_for_the_whole_month(deliver, observatory, fields):
    month = {"column": "Date", "format": "%B %Y"}
    result = deliver(
        "1;août 2026;;Tapage;700100;6200100;;",
        "2;Septembre 2026;;Tapage;700100;6200100;;",
        changes={"fields": {**fields, "occurred_from": month}},
    )
    assert not result.rejects
    assert set(rows_of(observatory, "occurred_from, time_precision")) == {
        ("2026-08-01T00:00:00", "month"),
        ("2026-09-01T00:00:00", "month"),
    }
    assert (result.batch.period_from, result.batch.period_to) == ("2026-08-01", "2026-09-30")


def test_of_many_points_the_same_are_outside_the_area_of_use_as_one_by_one():
    choose = np.random.default_rng(3)
    x, y = choose.uniform(7e5, 7.1e5, 5000), choose.uniform(6.2e6, 6.21e6, 5000)
    x[:4], y[:4] = [3.5, 705000.0, 9e6, 43.6], [43.6, 2.5e6, 6.2e6, 3.5]
    together = locating.locate(x, y, 2154, 2154).wrong
    alone = [locating.locate(x[i : i + 1], y[i : i + 1], 2154, 2154).wrong[0] for i in range(40)]
    assert together[:40].tolist() == alone == [True] * 4 + [False] * 36
    assert not together[40:].any()
    overseas = locating.locate(x, y - 5.5e6, 2154, 2154).wrong  # no part of it in the area of use
    assert overseas.all()


def test_a_few_rows_find_their_records_among_more_that_are_stored(deliver):
    rows = [f"{i};05/01/2026;14:{i % 60:02};Vol;700100;6200100;;" for i in range(1500)]
    assert deliver(*rows).batch.inserted == 1500
    again = deliver(
        *rows[:1000], rows[1200].replace("Vol", "Tapage"), rows[0].replace("0;", "x;", 1)
    )
    counts = (again.batch.unchanged, again.batch.updated, again.batch.inserted)
    assert counts == (1000, 1, 1)


def test_new_incidents_are_numbered_by_their_time_and_keep_their_own_values(deliver, observatory):
    deliver(
        "1;07/01/2026;14:30;Vol;700100;6200100;;",
        "2;05/01/2026;14:30;Tapage;700200;6200200;;",
        "3;06/01/2026;14:30;Vol;;;;",
    )
    with connection.reading(observatory) as db:
        rows = db.execute(
            "SELECT substr(occurred_from, 9, 2), category, geom, i.fid, minx FROM incident i"
            " LEFT JOIN rtree_incident_geom r ON r.id = i.fid ORDER BY i.fid"
        ).fetchall()
        identities = [each for (each,) in db.execute("SELECT uuid FROM incident ORDER BY fid")]
    assert [day for day, *_ in rows] == ["05", "06", "07"]
    assert [row[1] for row in rows] == ["bruit_voie_publique", "vol_tire", "vol_tire"]
    assert [row[2] and geopackage.point_of(row[2])[0] for row in rows] == [700200.0, None, 700100.0]
    assert [row[4] for row in rows] == [700200.0, None, 700100.0]
    assert identities == sorted(identities)
    assert all(uuid.UUID(each).version == 4 for each in identities)


def test_what_sqlite_does_not_hold_during_an_import_holds_afterwards(deliver, observatory):
    deliver(GOOD, GOOD.replace("1;", "2;", 1), "3;;;Tapage;;;;")
    deliver(GOOD.replace("14:30", "15:30"), GOOD.replace("1;", "4;", 1), "3;;;Tapage;;;;")
    with connection.reading(observatory) as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
