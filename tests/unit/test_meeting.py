"""What a meeting about one territory is told: the rows that belong to it, and no others."""

import pytest
import shapely

from oltp_plugin.observatory import connection, geopackage, meeting, territories

from .conftest import SIZE, SOUTH, WEST


def point(x: float, y: float) -> bytes:
    (blob,) = geopackage.point_blobs([WEST + x], [SOUTH + y], 2154)
    return blob


def add(path, table: str, **values) -> None:
    with connection.writing(path) as db:
        db.execute(
            f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
            list(values.values()),
        )


@pytest.fixture
def notes_of(observatory):
    """A function that returns the notes told of a territory in May 2026."""

    def told(level, code) -> list[str]:
        with connection.reading(observatory) as db:
            area = meeting.Area(db, level, code)
            found = meeting.observations(db, area, "2026-05-01", "2026-05-31")
        return [each.note for each in found]

    return told


def observe(path, note: str, **where) -> None:
    add(path, "observation", note=note, observed_at="2026-05-31T21:00:00", keep_until="2999-12-31",
        created_at="2999-01-01T00:00:00", **where)  # fmt: skip


def test_a_note_about_a_place_is_told_where_the_place_is(observatory, notes_of):
    add(observatory, "place", kind="school", name="École", geom=point(100, 100))
    observe(observatory, "at the school", place=1)
    assert notes_of("quartier", "A") == ["at the school"]
    assert notes_of("quartier", "B") == []
    assert notes_of(None, None) == ["at the school"]


def test_two_levels_may_use_one_code(observatory, notes_of):
    corner = shapely.box(WEST + 1500, SOUTH, WEST + SIZE, SOUTH + 500)  # in quartier B
    territories.import_territories(
        observatory, "iris", [territories.Territory("A", "Coin", shapely.to_wkb(corner))]
    )
    observe(observatory, "of the quartier", territory="A", territory_level="quartier")
    observe(observatory, "of the iris", territory="A", territory_level="iris")
    assert notes_of("quartier", "A") == ["of the quartier"]
    assert notes_of("quartier", "B") == ["of the iris"]
    assert notes_of("commune", "34000") == ["of the quartier", "of the iris"]


def test_what_is_said_of_a_larger_area_is_not_said_of_the_one_in_its_middle(observatory, notes_of):
    middle = shapely.box(WEST + 800, SOUTH + 800, WEST + 1200, SOUTH + 1200)
    territories.import_territories(
        observatory, "iris", [territories.Territory("M", "Milieu", shapely.to_wkb(middle))]
    )
    wide = shapely.box(WEST, SOUTH, WEST + SIZE, SOUTH + SIZE)
    territories.import_territories(
        observatory, "groupe territorial", [territories.Territory("1", "G", shapely.to_wkb(wide))]
    )
    observe(observatory, "of the group", territory="1", territory_level="groupe territorial")
    assert notes_of("groupe territorial", "1") == ["of the group"]
    assert notes_of("iris", "M") == []


def test_sites_and_decisions_follow_the_site(observatory):
    add(observatory, "site", name="Square", territory="A", opened_on="2026-01-01")
    add(observatory, "site", name="Halle", geom=point(1500, 100), opened_on="2026-02-01")
    for site in (1, 2):
        add(observatory, "decision", site=site, what=f"of {site}", decided_on="2026-03-01")
    with connection.reading(observatory) as db:
        for code, names, decided in (("A", ["Square"], ["of 1"]), ("B", ["Halle"], ["of 2"])):
            told = meeting.told(
                db, meeting.Area(db, "quartier", code), ("2026-01-01", "2026-12-31")
            )
            assert [each.name for each in told["sites"]] == names
            assert [each.what for each in told["decisions"]] == decided
