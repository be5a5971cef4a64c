"""Problem places, decisions and observations: written, changed, taken back, and kept clean."""

import re
import sqlite3

import pytest
import shapely

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.intake.personal_data import masked
from oltp_plugin.observatory import (
    connection,
    guards,
    migration,
    observations,
    purging,
    row_changes,
    schema,
    sites,
    territories,
)
from oltp_plugin.observatory.observations import Observation
from oltp_plugin.observatory.sites import Decision, Site

POINT = shapely.to_wkb(shapely.Point(700500, 6200500), byte_order=1)
AREA = shapely.to_wkb(shapely.box(701200, 6201200, 701300, 6201300), byte_order=1)
NOTE = Observation("Rassemblements le soir", "2026-03-01T18:00:00", x=700500.0, y=6200500.0)


@pytest.fixture
def site(observatory) -> int:
    return sites.save(observatory, Site("Place Haute", wkb=POINT), masked).fid


def only(path) -> Site:
    (found,) = sites.read(path).sites
    return found


def code_of(call) -> str:
    with pytest.raises(ObservatoryError) as caught:
        call()
    return caught.value.code


def test_a_site_is_read_back_with_its_decisions_and_its_area(observatory, site):
    sites.save_decision(
        observatory, Decision("Éclairer", "town", "2026-01-10", "2026-02-01", site=site), masked
    )
    found = only(observatory)
    assert (found.name, found.status, found.area) == ("Place Haute", "open", "Quartier A")
    assert shapely.from_wkb(found.wkb).equals(shapely.from_wkb(POINT))
    assert [each.what for each in found.overdue("2026-02-02")] == ["Éclairer"]
    assert found.overdue("2026-02-01") == []
    assert found.next_due == "2026-02-01"
    with connection.reading(observatory) as db:
        lines = db.execute("SELECT action, table_name, record FROM journal ORDER BY fid DESC")
        assert lines.fetchmany(2) == [("add", "decision", 1), ("add", "site", 1)]
        assert db.execute("SELECT uuid FROM site").fetchone()[0].count("-") == 4


def test_sites_are_listed_by_territorial_group_where_the_town_has_them(observatory, site):
    group = shapely.to_wkb(shapely.box(700000, 6200000, 702000, 6201000))
    territories.import_territories(
        observatory, "groupe territorial", [territories.Territory("G1", "Sud", group)]
    )
    sites.save(observatory, Site("Parc", wkb=AREA), masked)
    found = sites.read(observatory)
    assert (found.level, found.areas) == ("groupe territorial", {"G1": "Sud"})
    assert {each.name: each.area for each in found.sites} == {"Place Haute": "Sud", "Parc": ""}


def test_what_is_changed_can_be_taken_back_once(observatory, site):
    shown = only(observatory)
    changed = sites.save(
        observatory,
        Site("Place Basse", "noise", "solved", shown.opened_on, wkb=AREA, fid=site, row=shown.row),
        masked,
    )
    now = only(observatory)
    assert (now.name, now.closed_on is not None) == ("Place Basse", True)
    row_changes.undo(observatory, changed)
    assert only(observatory) == shown
    assert code_of(lambda: row_changes.undo(observatory, changed)) == "changed_meanwhile"


def test_a_deleted_row_comes_back_whole(observatory, site):
    before = only(observatory)
    change = row_changes.remove(observatory, "site", site)
    assert sites.read(observatory).sites == []
    row_changes.undo(observatory, change)
    assert only(observatory) == before


def test_a_site_with_decisions_is_not_deleted(observatory, site):
    sites.save_decision(observatory, Decision("Éclairer", site=site), masked)
    assert code_of(lambda: row_changes.remove(observatory, "site", site)) == "refused_by_file"


def test_what_another_window_changed_is_not_overwritten(observatory, site):
    shown = only(observatory)
    sites.save(observatory, Site("Autre nom", wkb=POINT, fid=site, row=shown.row), masked)
    stale = Site("Le mien", wkb=POINT, fid=site, row=shown.row)
    assert code_of(lambda: sites.save(observatory, stale, masked)) == "changed_meanwhile"
    assert only(observatory).name == "Autre nom"


def test_no_personal_data_is_written(observatory, site):
    text = "Appeler M. Martin au 06 12 34 56 78"
    sites.save_decision(observatory, Decision(text, site=site), masked)
    sites.save(observatory, Site(text, wkb=POINT), masked)
    observations.save(observatory, Observation(text, "2026-03-01T18:00:00", territory="A"), masked)
    content = observatory.read_bytes()
    for word in (b"Martin", b"06 12 34", b"34 56 78"):
        assert word not in content
    assert "[…]".encode() in content


WRONG = [
    (lambda path: sites.save(path, Site(" ", wkb=POINT), masked), "site_without_name"),
    (lambda path: sites.save(path, Site("Place"), masked), "site_without_place"),
    (
        lambda path: sites.save_decision(path, Decision(" ", site=1), masked),
        "decision_without_text",
    ),
    (
        lambda path: sites.save_decision(path, Decision("Éclairer", site=99), masked),
        "refused_by_file",
    ),
    (
        lambda path: observations.save(path, Observation("x" * 501, "2026-03-01"), masked),
        "note_too_long",
    ),
    (
        lambda path: observations.save(path, Observation("Rien", "2026-03-01"), masked),
        "note_without_place",
    ),
    (lambda path: observations.save(path, Observation("", ""), masked), "note_without_text"),
]


def test_what_cannot_be_kept_is_refused(observatory, site):
    for wrong, code in WRONG:
        assert code_of(lambda wrong=wrong: wrong(observatory)) == code


def test_an_observation_is_kept_a_year_and_purged_afterwards(observatory):
    fid = observations.save(observatory, NOTE, masked).fid
    with connection.reading(observatory) as db:
        (until, made) = db.execute("SELECT keep_until, created_at FROM observation").fetchone()
        assert until == db.execute("SELECT date(?, '+12 months')", (made[:10],)).fetchone()[0]
    purging.purge(observatory, today=until)
    with connection.reading(observatory) as db:
        assert db.execute("SELECT fid FROM observation").fetchall() == [(fid,)]
    purging.purge(observatory, today="2099-01-01")
    with connection.reading(observatory) as db:
        assert db.execute("SELECT count(*) FROM observation").fetchone() == (0,)
    assert b"Rassemblements" not in observatory.read_bytes()


def test_an_observation_of_a_place_is_drawn_there(observatory):
    with connection.writing(observatory) as db:
        from oltp_plugin.observatory import geopackage

        (blob,) = geopackage.point_blobs([701000.0], [6201000.0], 2154)
        db.execute("INSERT INTO place (kind, name, geom) VALUES ('camera', 'C1', ?)", (blob,))
    observations.save(observatory, Observation("Vu", "2026-03-01T00:00:00", place=1), masked)
    with connection.reading(observatory) as db:
        assert db.execute("SELECT geom FROM observation").fetchone() == (blob,)


def test_every_list_of_the_file_is_the_schemas():
    for column, values in (("kind", observations.KINDS), ("status", sites.STATES)):
        table = "observation" if column == "kind" else "site"
        assert tuple(re.findall(rf"\b{column} = '(\w+)'", schema.FEATURES[table][1])) == values
    assert len(set(guards.THEMES)) == len(guards.THEMES)


REFUSED = [
    ("INSERT INTO site (name, territory) VALUES ('', 'A')", "name_is_not_blank"),
    ("INSERT INTO site (name) VALUES ('P')", "a_site_has_a_place_or_a_territory"),
    ("UPDATE site SET theme = 'x'", "theme_is_known"),
    ("UPDATE site SET closed_on = '2999-01-01'", "only_a_solved_site_has_closed_on"),
    (
        "UPDATE site SET status = 'solved', closed_on = '2000-01-01'",
        "closed_on_is_not_before_opened_on",
    ),
    ("INSERT INTO decision (site, what) VALUES (77, 'x')", "site_exists"),
    ("INSERT INTO decision (site, what) VALUES (1, ' ')", "what_is_not_blank"),
    (
        "INSERT INTO decision (site, what, lead_institution) VALUES (1, 'x', 'x')",
        "lead_institution_is_known",
    ),
    (
        "INSERT INTO decision (site, what, decided_on, due_on)"
        " VALUES (1, 'x', '2026-01-02', '2026-01-01')",
        "due_on_is_not_before_decided_on",
    ),
    (
        "INSERT INTO observation (note) VALUES ('x')",
        "an_observation_has_a_place_or_a_territory",
    ),
    ("INSERT INTO observation (note, territory) VALUES ('x', 'Z')", "territory_exists"),
    ("INSERT INTO observation (note, place) VALUES ('x', 9)", "place_exists"),
    (
        "INSERT INTO observation (note, territory, keep_until) VALUES ('x', 'A', '2099-01-01')",
        "keep_until_is_within_36_months",
    ),
    ("UPDATE observation SET keep_until = NULL", "keep_until_is_given"),
    ("INSERT INTO place (kind, name) VALUES ('dwelling', 'x')", "kind_is_of_the_inventory"),
]


def test_the_file_itself_names_what_it_refuses(observatory, site):
    observations.save(observatory, NOTE, masked)
    for query, name in REFUSED:
        refused = pytest.raises(sqlite3.IntegrityError, match=name)
        with refused, connection.writing(observatory) as db:
            db.execute(query)


def test_a_solved_site_gets_its_day_also_without_the_plugin(observatory, site):
    with connection.writing(observatory) as db:
        db.execute("UPDATE site SET status = 'solved'")
    assert only(observatory).closed_on is not None


def test_a_file_of_version_4_gets_the_guards(observatory):
    with connection.writing(observatory) as db:
        for (name,) in db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN"
            " ('site', 'decision', 'observation', 'place') AND sql LIKE 'CREATE TRIGGER site%'"
        ).fetchall():
            db.execute(f'DROP TRIGGER "{name}"')
    migration.migrate(observatory, 4, target=5)
    assert code_of(lambda: sites.save(observatory, Site("P", "x", wkb=POINT), masked))
