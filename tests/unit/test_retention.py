"""What is past its retention goes, wholly; what was counted of it stays; nothing else changes."""

import json
import os
import random
import sqlite3
import sys
from datetime import date
from pathlib import Path

import pytest

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.observatory import (
    aggregates,
    backups,
    batches,
    connection,
    geopackage,
    opening,
    period_counts,
    purging,
    retention,
)
from oltp_plugin.observatory import clock as clock_module
from tests.unit.killing import killed

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-07-15"
SECRET = "impasse du Puits-Perdu"


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """The observatory's present moment; a test may move it."""
    moment = [f"{TODAY}T10:00:00"]
    for module in _modules_with_a_clock():
        monkeypatch.setattr(module, "now", lambda: moment[0])
    return moment


def _modules_with_a_clock():
    """Wherever the clock was imported by name, which moves when code moves."""
    from oltp_plugin.intake import writing  # noqa: F401 - loaded, so that it is among them
    from oltp_plugin.observatory import migration  # noqa: F401

    loaded = [each for name, each in sys.modules.items() if name.startswith("oltp_plugin.")]
    return [each for each in loaded if getattr(each, "now", None) is clock_module.now]


def agree(path, partner="PM", **columns):
    columns = {"reference": "C-1", "valid_from": "2020-01-01", **columns}
    names = ", ".join(columns)
    with connection.writing(path) as db:
        batches.ensure_partner(db, partner)
        cursor = db.execute(
            f"INSERT INTO agreement (partner, {names}) VALUES (?, {', '.join('?' * len(columns))})",
            (partner, *columns.values()),
        )
        return cursor.lastrowid


def add(path, *rows, partner="PM", **same):
    """Incidents of a partner, each a dict over a usual record."""
    with connection.writing(path) as db:
        batches.ensure_partner(db, partner)
        for row in rows:
            values = {
                "partner": partner, "category": "vol_tire", "occurred_from": "2026-07-01T10:00:00",
                "created_at": "2026-07-14T00:00:00", "uuid": os.urandom(8).hex(),
                "geom": geopackage.point_blobs([700100.0], [6200100.0], 2154)[0], **same, **row,
            }  # fmt: skip
            db.execute(
                f"INSERT INTO incident ({', '.join(values)})"
                f" VALUES ({', '.join('?' * len(values))})",
                tuple(values.values()),
            )


def held(path, query="SELECT count(*) FROM incident"):
    with connection.reading(path) as db:
        return db.execute(query).fetchone()[0]


@pytest.mark.parametrize(
    ("today", "months", "expected"),
    [
        ("2026-07-15", 12, "2025-07-15"),
        ("2026-02-28", 1, "2026-01-31"),  # the last of January had its month
        ("2024-02-28", 1, "2024-01-28"),  # not yet in a leap year
        ("2024-02-29", 1, "2024-01-31"),
        ("2026-03-30", 1, "2026-02-28"),
        ("2026-12-31", 36, "2023-12-31"),
        ("2026-01-10", 13, "2024-12-10"),
    ],
)
def test_months_end_on_the_calendar(today, months, expected):
    assert clock_module.last_day_kept_from(today, months) == expected


def test_months_end_as_pandas_reckons_them():
    """A day is over exactly when pandas' own month offset has reached today."""
    import pandas as pd

    choose = random.Random(11)
    for _ in range(300):
        day = date.fromordinal(choose.randrange(730000, 740000))
        today = date.fromordinal(day.toordinal() + choose.randrange(0, 1500))
        months = choose.randrange(1, 48)
        over = (pd.Timestamp(day) + pd.DateOffset(months=months)).date() <= today
        until = clock_module.last_day_kept_from(today.isoformat(), months)
        assert (day.isoformat() <= until) == over, (day, today, months)


def test_months_count_from_the_report_else_the_fact_never_later_than_the_entry(observatory):
    agree(observatory, retention_months=12)
    add(
        observatory,
        {"reported_at": "2025-07-15T00:00:00"},  # goes: reported a year ago
        {"reported_at": "2025-07-16T00:00:00", "occurred_from": "2020-01-01T00:00:00"},
        {"occurred_from": "2025-07-15T23:59:00"},  # goes: no report date, a year old
        {"reported_at": "2099-01-01T00:00:00", "created_at": "2025-07-01T00:00:00"},  # goes
    )
    (group,) = purging.plan(observatory).groups
    assert (group.n, group.first, group.last) == (3, "2025-07-01", "2025-07-15")
    assert held(observatory) == 4, "a plan writes nothing"


def test_a_category_goes_before_its_family_and_that_before_the_agreement(observatory):
    family = held(observatory, "SELECT parent FROM category WHERE code = 'vol_tire'")
    other = held(
        observatory,
        f"SELECT code FROM category WHERE parent = '{family}' AND code <> 'vol_tire' LIMIT 1",
    )
    by_category = json.dumps({"vol_tire": 24, family: 6})
    agree(observatory, retention_months=3, retention_by_category=by_category)
    old = {"occurred_from": "2025-12-01T00:00:00"}  # seven months and a half
    add(observatory, old, {**old, "category": other}, {**old, "category": "bruit_voie_publique"})
    groups = {group.category: group.months for group in purging.plan(observatory).groups}
    assert groups == {other: 6, "bruit_voie_publique": 3}


def test_the_shorter_of_the_delivery_s_agreement_and_the_latest_one_applies(observatory):
    first = agree(observatory, retention_months=12, valid_to="2025-12-31")
    agree(observatory, reference="C-2", valid_from="2026-01-01", retention_months=36)
    agree(observatory, reference="C-3", valid_from="2027-01-01", retention_months=1)  # not yet
    with connection.writing(observatory) as db:
        number = batches.record(db, batches.Batch("PM", "complete", agreement=first))
    old = {"occurred_from": "2025-01-01T00:00:00"}
    add(observatory, {**old, "batch": number}, old)
    (group,) = purging.plan(observatory).groups
    assert (group.n, group.reference, group.months) == (1, "C-1", 12)


def test_without_an_agreement_nothing_is_taken_and_an_old_log_is_named(observatory):
    add(observatory, {"occurred_from": "2020-01-01T00:00:00"})
    assert purging.plan(observatory).n == 0
    with connection.writing(observatory) as db:
        db.execute("UPDATE partner SET kind = 'municipal_police'")
    plan = purging.plan(observatory)
    assert (plan.n, plan.advice) == (0, [retention.Advice("PM", 1)])


@pytest.mark.parametrize(
    "columns",
    [
        {"retention_months": 0},
        {"retention_by_category": '{"vol_tire": -1}'},
        {"retention_by_category": '{"vol_tire": "long"}'},
        {"retention_by_category": "douze mois"},
        {"retention_by_category": "[12]"},
    ],
)
def test_a_clause_that_is_no_number_of_months_purges_nothing(observatory, columns):
    agree(observatory, **columns)
    add(observatory, {"occurred_from": "2020-01-01T00:00:00"})
    with pytest.raises(ObservatoryError) as caught:
        purging.purge(observatory)
    assert caught.value.code in ("bad_retention", "agreement_unreadable")
    assert held(observatory) == 1


# what is counted stays


def _many(path, seed=5, n=400):
    choose = random.Random(seed)
    rows = []
    for _ in range(n):
        day = date.fromordinal(date(2025, 1, 1).toordinal() + choose.randrange(560))
        late = day.toordinal() + choose.randrange(60)
        x, y = 700000 + choose.random() * 2000, 6200000 + choose.random() * 2000
        point = geopackage.point_blobs([x], [y], 2154)[0] if choose.random() < 0.8 else None
        rows.append(
            {
                "occurred_from": f"{day}T12:00:00",
                "reported_at": f"{date.fromordinal(late)}T00:00:00"
                if choose.random() < 0.7
                else None,
                "category": choose.choice(("vol_tire", "bruit_voie_publique", "degradation_bien")),
                "status": "withdrawn" if choose.random() < 0.1 else "open",
                "partner": choose.choice(("PM", "TC")),
                "geom": point,
                "territory": "A" if point is None else None,
                "territory_level": "quartier" if point is None else None,
            }
        )
    return rows


@pytest.fixture
def history(observatory):
    """Two partners' records of nineteen months, some past their retention."""
    agree(observatory, retention_months=12, retention_by_category='{"vol_tire": 6}')
    agree(observatory, "TC", reference="C-TC", retention_months=9)
    known = held(observatory, "SELECT group_concat(code) FROM category")
    rows = [row for row in _many(observatory) if row["category"] in known.split(",")]
    add(observatory, *rows)
    with connection.writing(observatory) as db:
        from oltp_plugin.observatory import memberships

        memberships.fill_gaps(db)
    return observatory


def trends(path) -> list[dict]:
    """What the documents count by month: all over, and in every territory of a level."""
    firsts = [f"{year}-{month:02}-01" for year in range(2024, 2028) for month in range(1, 13)]
    months = [(first, period_counts.month_end_of(first)) for first in firsts]
    with connection.reading(path) as db:
        return [period_counts.counts(db, month, level) for month in months
                for level in (None, "quartier", "commune")]  # fmt: skip


def test_trends_are_the_same_after_a_purge(history):
    before = trends(history)
    assert sum(map(bool, before)) > 50
    done = purging.purge(history)
    assert 0 < done.n < 400
    assert trends(history) == before
    purging.purge(history, "2027-08-01")  # the rest, later
    assert held(history) == 0
    assert trends(history) == before


@pytest.mark.parametrize(
    ("basis", "column"), [("occurred", "occurred_from"), ("recorded", "reported_at")]
)
def test_the_table_alone_tells_the_same_trend(history, basis, column):
    """For a program that reads only ``aggregate``: its sum over all partners is the rows'."""
    query = (
        f"SELECT substr({column}, 1, 7), count(*) FROM incident WHERE status <> 'withdrawn'"
        f" AND {column} < '{TODAY[:7]}' GROUP BY 1"
    )
    with connection.reading(history) as db:
        rows = dict(db.execute(query))
    purging.purge(history)
    with connection.reading(history) as db:
        table = dict(
            db.execute(
                "SELECT substr(month, 1, 7), sum(n) FROM aggregate WHERE date_basis = ?"
                " AND territory IS NULL GROUP BY 1",
                (basis,),
            )
        )
    assert len(table) > 12 and table == rows


def test_late_reports_of_a_purged_month_are_added_to_it(history):
    before = trends(history)
    place = next(place for place, counted in enumerate(before) if counted)
    purging.purge(history)
    month = 2024 + place // 36, 1 + place // 3 % 12
    add(history, {"occurred_from": "{}-{:02}-03T00:00:00".format(*month)})
    assert sum(trends(history)[place].values()) == sum(before[place].values()) + 1


def test_written_twice_the_counts_are_the_same(history):
    purging.purge(history)
    query = (
        "SELECT month, partner, category, territory, territory_level, date_basis, n, purged,"
        " coverage FROM aggregate ORDER BY 1, 2, 3, 4, 5, 6"
    )
    seen = []
    for _ in range(2):
        with connection.writing(history) as db:
            aggregates.write(db)
            seen.append(db.execute(query).fetchall())
    assert seen[0] == seen[1] and len(seen[0]) > 50


def test_a_town_without_territories_and_one_with_two_editions_are_counted(tmp_path):
    import shapely

    from oltp_plugin.observatory import create, memberships, territories

    path = tmp_path / "neuf.gpkg"
    create.create(path)
    add(path, {"occurred_from": "2026-05-10T00:00:00"})
    with connection.writing(path) as db:
        assert aggregates.write(db) == 1
    square = shapely.to_wkb(shapely.box(700000, 6200000, 701000, 6201000))
    territories.import_territories(path, "iris", [territories.Territory("1", "Un", square)])
    with connection.writing(path) as db:
        db.execute(
            "INSERT INTO territory (geom, level, code, name, valid_from)"
            " SELECT geom, level, code, name, '2025-01-01' FROM territory"
        )
        memberships.fill_gaps(db)
        assert db.execute("SELECT count(*) FROM incident_territory").fetchone() == (2,)
        assert aggregates.write(db) == 2
        assert db.execute("SELECT DISTINCT n FROM aggregate").fetchall() == [(1,)]
        counted = period_counts.counts(db, ("2026-05-01", "2026-05-31"), "iris")
        assert counted == {("PM", "vol_tire", "1"): 1}


def test_opening_writes_the_counts_of_a_month_that_closed(observatory, clock):
    add(observatory, {"occurred_from": "2026-06-10T00:00:00"}, {})
    batches.nil_return(observatory, "PM", "2026-06-01", "2026-06-15")
    opening.open_observatory(observatory)
    query = (
        "SELECT group_concat(month || n || ' ' || coverage) FROM aggregate WHERE territory IS NULL"
    )
    assert held(observatory, query) == "2026-06-011 0.5"
    written = observatory.read_bytes()
    opening.open_observatory(observatory)
    assert observatory.read_bytes() == written, "once a month, not at every opening"
    clock[0] = "2026-08-01T00:00:00"
    opening.open_observatory(observatory)
    assert held(observatory, query).startswith("2026-06-011 0.5,2026-07-011")


# what is purged is gone


def _all_bytes(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def _traces(folder: Path, *needles: bytes) -> list[str]:
    return [
        f"{name}: {needle!r}"
        for name, content in _all_bytes(folder).items()
        for needle in needles
        if needle in content
    ]


@pytest.fixture
def insecure(monkeypatch):
    """SQLite as where ``secure_delete`` is compiled off: freed bytes stay where they were."""
    connect = connection._connect

    def insecurely(path, mode):
        opened = connect(path, mode)
        opened.execute("PRAGMA secure_delete = off")
        return opened

    monkeypatch.setattr(connection, "_connect", insecurely)


@pytest.mark.parametrize("in_place", [False, True])
def test_no_byte_of_a_purged_address_or_reference_is_left(
    observatory, deliver, fields, tmp_path, clock, insecure, monkeypatch, in_place
):
    if in_place:
        monkeypatch.setattr(connection, "swaps", lambda path: False)  # as on Windows
    for source in tmp_path.glob("*.csv"):
        source.unlink()
    agree(observatory, retention_months=12)
    clock[0] = "2025-06-20T10:00:00"
    rows = [
        f"{n};01/06/2025;10:00;Tapage;700100;6200100;{n} {SECRET} {n:04};" for n in range(1, 400)
    ]
    deliver(*rows)
    changed = [row.replace("Tapage", "Vol") for row in rows[:150]]
    deliver(*changed, *rows[150:])  # earlier versions
    references = _references(observatory)
    connection.back_up(
        observatory, observatory.with_name("observatoire.v1.2025-07-01T080000.backup.gpkg")
    )
    with connection.writing(observatory) as db:  # freed pages of an ordinary deletion
        db.execute("DELETE FROM incident WHERE fid % 3 = 0")
    clock[0] = f"{TODAY}T10:00:00"
    deliver("900;01/07/2026;10:00;Vol;700200;6200200;5 rue Gardée;")
    (tmp_path / "livraison.csv").unlink()
    (observatory.parent / f".{observatory.name}.dead.oltp-copy").write_text(SECRET)
    kept = _references(observatory) - references
    needles = (SECRET.encode(), *(each.encode() for each in sorted(references)[:40]))
    assert _traces(tmp_path, *needles), "the test looks in the wrong place"

    done = purging.purge(observatory)

    assert done.n == 266 and done.versions == 150
    assert [each.purged for each in done.deleted] == [399]
    assert _traces(tmp_path, *needles) == []
    assert _traces(tmp_path, "rue Gardée".encode(), *(each.encode() for each in kept))
    _check_whole(observatory, 1)


def _references(path) -> set[str]:
    with connection.reading(path) as db:
        return {row[0] for row in db.execute("SELECT partner_ref FROM incident")}


def _check_whole(path, n):
    """Counts, index, extent and numbering are those of what is left."""
    with connection.reading(path) as db:
        one = lambda sql: db.execute(sql).fetchone()[0]  # noqa: E731
        assert one("PRAGMA integrity_check") == "ok"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert one("PRAGMA freelist_count") == 0
        assert one("PRAGMA application_id") == geopackage.APPLICATION_ID
        assert one("SELECT rtreecheck('rtree_incident_geom')") == "ok"
        assert one("SELECT count(*) FROM incident") == n
        assert one("SELECT count(*) FROM rtree_incident_geom") == n
        for table in ("incident", "incident_history", "reject", "aggregate", "journal"):
            recorded = one(
                f"SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = '{table}'"
            )
            assert recorded == one(f"SELECT count(*) FROM {table}"), table
        extent = db.execute(
            "SELECT min_x, max_y FROM gpkg_contents WHERE table_name = 'incident'"
        ).fetchone()
        assert extent == pytest.approx((700200, 6200200), abs=1)
        assert one("SELECT seq FROM sqlite_sequence WHERE name = 'incident'") >= 400
        orphans = (
            "SELECT count(*) FROM incident_territory WHERE incident NOT IN"
            " (SELECT fid FROM incident)"
        )
        assert one(orphans) == 0


def test_rejects_links_and_notes_go_too(observatory, clock):
    agree(observatory, retention_months=12)
    clock[0] = "2025-01-10T10:00:00"
    with connection.writing(observatory) as db:
        gone = batches.record(db, batches.Batch("PM", "complete"))
        past = batches.record(db, batches.Batch("PM", "complete"))
    clock[0] = f"{TODAY}T10:00:00"
    with connection.writing(observatory) as db:
        fresh = batches.record(db, batches.Batch("PM", "complete"))
        db.executemany(
            "INSERT INTO reject (batch, row, code) VALUES (?, 2, 'BAD_DATE')",
            [(gone,), (past,), (fresh,)],
        )
        db.execute(
            "INSERT INTO observation (note, territory, keep_until) VALUES ('a', 'A', '2026-07-14')"
        )
        db.execute(
            "INSERT INTO observation (note, territory, keep_until) VALUES ('b', 'A', '2026-07-15')"
        )
    old = {"occurred_from": "2025-01-01T00:00:00", "batch": gone}
    add(observatory, {**old, "fact": "f1"}, {"fact": "f1", "batch": fresh}, {"fact": "f2"},
        {"fact": "f2"})  # fmt: skip
    done = purging.purge(observatory)
    assert (done.n, done.rejects, done.observations) == (1, 2, 1)
    assert held(observatory, "SELECT group_concat(batch) FROM reject") == str(fresh)
    assert held(observatory, "SELECT group_concat(note) FROM observation") == "b"
    assert held(observatory, "SELECT group_concat(fact) FROM incident") == "f2,f2"
    assert held(observatory, "SELECT count(*) FROM batch") == 3, "the ledger stays"


def test_what_was_purged_does_not_come_back_with_the_next_delivery(
    observatory, deliver, fields, clock
):
    agree(observatory, retention_months=12)
    result = deliver(
        "1;14/07/2025;10:00;Vol;700100;6200100;1 rue A;",
        "2;16/07/2025;10:00;Vol;700100;6200100;2 rue A;",
    )
    assert [(reject.code, reject.row) for reject in result.rejects] == [("AGREEMENT", 2)]
    assert held(observatory) == 1


@pytest.mark.parametrize("swap", ["swap", "in_place"])
def test_killed_at_any_moment_the_file_is_whole(observatory, tmp_path, swap):
    agree(observatory, retention_months=12)
    add(observatory, *[{"occurred_from": "2015-01-01T00:00:00", "address": f"{n} {SECRET}",
        "created_at": "2015-02-01T00:00:00"} for n in range(3000)], {})  # fmt: skip
    script = (
        "import sys; from pathlib import Path;"
        "from oltp_plugin.observatory import connection, purging\n"
        "if sys.argv[2] == 'in_place': connection.swaps = lambda path: False\n"
        "act = lambda path: purging.purge(Path(path))\n"
    )

    files, outcomes = killed(script, observatory, tmp_path, 4, 7, swap), set()
    assert held(next(files)) == 1
    for path in files:
        opening.open_observatory(path)
        assert held(path, "PRAGMA integrity_check") == "ok"
        outcomes.add(held(path))
        purging.purge(path)
        assert held(path) == 1
        assert not list(tmp_path.glob(f".{path.name}.*"))
        assert SECRET.encode() not in path.read_bytes()
    assert outcomes <= {1, 3001}


def test_a_program_that_reads_meanwhile_leaves_traces_and_the_next_purge_none(observatory):
    """In WAL, as while somebody edits; a reader keeps the old state alive."""
    agree(observatory, retention_months=12)
    old = {"occurred_from": "2020-01-01T00:00:00", "address": SECRET}
    editor = sqlite3.connect(observatory, isolation_level=None)
    editor.execute("PRAGMA journal_mode = wal")
    add(observatory, old)
    editor.execute("BEGIN")
    assert editor.execute("SELECT count(*) FROM incident").fetchone() == (1,)
    done = purging.purge(observatory)
    assert (done.n, done.whole, held(observatory)) == (1, False, 0)
    editor.execute("ROLLBACK")
    assert purging.purge(observatory).whole
    assert _traces(observatory.parent, SECRET.encode()) == []
    editor.close()


def test_stopped_by_the_user_nothing_is_changed(history):
    def stop(fraction):
        if fraction > 0.4:
            raise KeyboardInterrupt

    before = history.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        purging.purge(history, tick=stop)
    assert history.read_bytes() == before


# copies, undo, journal


def test_copies_are_listed_newest_first_and_only_the_newest_may_stay(observatory):
    add(observatory, {})
    for moment in ("2026-07-10T080000", "2026-07-12T080000", "2026-05-01T080000"):
        connection.back_up(
            observatory, observatory.with_name(f"observatoire.v1.{moment}.backup.gpkg")
        )
    connection.back_up(observatory, observatory.with_name("observatoire.copie.gpkg"))
    plan = purging.plan(observatory)
    assert [(each.made_on, each.outdated, each.purged) for each in plan.backups] == [
        ("2026-07-12", False, 0), ("2026-07-10", True, 0), ("2026-05-01", True, 0),
    ]  # fmt: skip
    assert purging.purge(observatory).deleted == ()
    done = purging.purge(observatory, outdated_backups=True)
    assert [each.made_on for each in done.deleted] == ["2026-07-10", "2026-05-01"]
    assert [each.made_on for each in purging.plan(observatory).backups] == ["2026-07-12"]
    assert observatory.with_name("observatoire.copie.gpkg").exists(), "not the plugin's"


def test_the_only_copy_goes_after_thirty_days(observatory):
    connection.back_up(
        observatory, observatory.with_name("observatoire.v1.2026-06-14T080000.backup.gpkg")
    )
    assert [each.outdated for each in backups.beside(observatory, frozenset(), TODAY)] == [True]
    assert [each.outdated for each in backups.beside(observatory, frozenset(), "2026-07-14")] == [
        False
    ]


def test_the_copy_of_an_observatory_with_a_longer_name_is_not_this_ones(observatory):
    add(observatory, {})
    other = observatory.with_name("observatoire.vieux.v1.2026-06-14T080000.backup.gpkg")
    connection.back_up(observatory, other)
    assert backups.beside(observatory, frozenset(), TODAY) == []
    assert len(backups.beside(other.with_name("observatoire.vieux.gpkg"), frozenset(), TODAY)) == 1


def test_undo_reaches_back_to_the_last_purge(observatory, deliver, clock):
    agree(observatory, retention_months=12)
    clock[0] = "2026-07-01T10:00:00"
    first = deliver("1;01/06/2026;10:00;Vol;700100;6200100;1 rue A;").number
    add(observatory, {"occurred_from": "2020-01-01T00:00:00"})
    clock[0] = "2026-07-10T10:00:00"
    purging.purge(observatory)
    clock[0] = "2026-07-11T10:00:00"
    second = deliver("2;02/06/2026;10:00;Vol;700100;6200100;1 rue A;").number
    with pytest.raises(ObservatoryError) as caught:
        batches.undo(observatory, first)
    assert caught.value.code == "undo_before_purge"
    assert batches.undo(observatory, second) == (1, 0)


def test_a_purge_of_nothing_leaves_undo_as_it_was(observatory, deliver, clock):
    first = deliver("1;01/06/2026;10:00;Vol;700100;6200100;1 rue A;").number
    clock[0] = "2026-07-16T10:00:00"
    assert purging.purge(observatory).n == 0
    assert batches.undo(observatory, first) == (1, 0)


def test_undo_reaches_back_thirteen_months(observatory, deliver, clock):
    row = "1;01/06/2025;10:00;{};700100;6200100;1 rue A;"
    clock[0] = "2025-06-15T10:00:00"
    deliver(row.format("Vol"))
    second = deliver(row.format("Tapage")).number
    clock[0] = "2026-07-14T10:00:00"
    opening.open_observatory(observatory)
    assert held(observatory, "SELECT count(*) FROM incident_history") == 1
    clock[0] = "2026-07-15T10:00:00"
    opening.open_observatory(observatory)
    assert held(observatory, "SELECT count(*) FROM incident_history") == 0
    with pytest.raises(ObservatoryError) as caught:
        batches.undo(observatory, second)
    assert caught.value.code == "undo_too_old"


def test_journal_lines_expire_after_twelve_months(observatory, clock):
    with connection.writing(observatory) as db:
        db.execute("DELETE FROM journal")
        for at in ("2025-07-14T10:00:00", "2025-07-15T23:00:00", "2025-07-16T00:00:00"):
            db.execute("INSERT INTO journal (at, who, action) VALUES (?, 'aline', 'import')", (at,))
    opening.open_observatory(observatory)
    assert held(observatory, "SELECT group_concat(at) FROM journal") == "2025-07-16T00:00:00"
