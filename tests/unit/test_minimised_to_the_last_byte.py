"""What may not be stored is in no byte of the file: rows, index, history, free pages."""

import sqlite3
import struct

import pytest

from oltp_plugin.observatory import agreements, batches, connection, geopackage
from oltp_plugin.observatory.agreements import Agreement

# Nothing else in the file reads like these.
X, Y = 700123.4375, 6200456.8125
STREET = "rue du Zéphyr-Étoilé"
ADDRESS = f"4711 bis {STREET}, appartement 903"
ROW = "{number};01/03/2026;10:00;{nature};{x};{y};{address};"


def row(number=1, nature="Vol", x=X, y=Y, address=ADDRESS) -> str:
    return ROW.format(
        number=number,
        nature=nature,
        x=str(x).replace(".", ","),
        y=str(y).replace(".", ","),
        address=address,
    )


def traces(path) -> set[str]:
    """Which of the row's exact values stand anywhere in the file, in any form it could have."""
    content = path.read_bytes()
    found = set()
    for name, value in (("x", X), ("y", Y)):
        forms = [struct.pack(order + kind, value) for order in "<>" for kind in "df"]
        forms += [form.hex().encode() for form in forms]
        if any(form in content for form in forms[:2] + forms[4:]) or any(
            form in content for form in forms[2:4]
        ):
            found.add(name)
    # With their spaces: bare digits also stand in identities and references.
    for name, text in (("number", "4711 "), ("door", " 903"), ("street", "Zéphyr")):
        if any(text.encode(code) in content for code in ("utf-8", "cp1252", "utf-16-le")):
            found.add(name)
        if text == "Zéphyr" and b"Z\\u00e9phyr" in content:
            found.add(name)
    return found


def test_the_search_finds_what_is_there(deliver, observatory):
    deliver(row())
    assert traces(observatory) == {"x", "y", "number", "door", "street"}


@pytest.mark.parametrize(
    ("nature", "clauses", "left"),
    [
        ("Différend familial", {}, set()),
        ("Différend familial", {"dwelling_numbers": True}, set()),
        ("Cambriolage", {}, {"street"}),
        ("Vol", {"finest_stored": "street"}, {"street"}),
        ("Vol", {"finest_stored": "stop"}, set()),
        ("Vol", {"finest_stored": "cell"}, set()),
        ("Vol", {"finest_stored": "territory"}, set()),
        ("Vol", {"finest_stored": "none"}, set()),
        ("Vol", {"allowed_fields": ("x", "y")}, {"x", "y"}),
        ("Vol", {"allowed_fields": ("address",)}, {"number", "door", "street"}),
        ("Vol", {"allowed_categories": ("bruit_voie_publique",)}, set()),
    ],
)
def test_no_byte_is_finer_than_the_agreement(deliver, observatory, nature, clauses, left):
    agreements.record(observatory, Agreement("PM", "C", **clauses))
    deliver(row(nature=nature))
    assert traces(observatory) == left
    deliver(row(nature=nature), row(2, nature=nature, x=X + 1, y=Y + 1))
    assert traces(observatory) == left


def test_an_agreement_that_became_stricter_reaches_what_is_delivered_again(deliver, observatory):
    deliver(row())
    deliver(row(nature="Tapage"))
    assert traces(observatory) >= {"x", "y", "number"}
    agreements.record(observatory, Agreement("PM", "C", finest_stored="cell"))
    third = deliver(row())
    assert third.batch.updated == 1
    with connection.reading(observatory) as db:
        assert db.execute("SELECT count(*) FROM incident_history").fetchone() == (2,)
    assert traces(observatory) == set()
    batches.undo(observatory, third.number)
    assert traces(observatory) == set(), "undo brings no finer place back"


def test_undo_brings_no_place_of_what_is_sensitive_now(deliver, observatory):
    deliver(row())
    second = deliver(row(nature="Tapage"))
    with connection.writing(observatory) as db:
        db.execute("UPDATE category SET sensitive = 1 WHERE code = 'vol_tire'")
    batches.undo(observatory, second.number)
    with connection.reading(observatory) as db:
        assert db.execute(
            "SELECT category, geom, address, location_precision FROM incident"
        ).fetchall() == [("vol_tire", None, None, "none")]


@pytest.mark.parametrize("secure", [0, 1])
def test_another_program_can_add_no_place_of_a_sensitive_category(observatory, secure):
    """Whether or not its SQLite wipes what it deletes."""
    with connection.writing(observatory) as db:
        batches.ensure_partner(db, "PM")
    before = traces(observatory)
    other = sqlite3.connect(observatory, isolation_level=None)
    other.execute(f"PRAGMA secure_delete = {secure}")
    geopackage.define_functions(other)
    (point,) = geopackage.point_blobs([X], [Y], 2154)
    add = (
        "INSERT INTO incident (geom, address, partner, category, occurred_from)"
        " VALUES (?, ?, 'PM', ?, '2026-01-01T10:00:00')"
    )
    message = "a_sensitive_category_is_kept_without_point_and_address"
    for geometry, address in ((point, None), (None, ADDRESS), (point, ADDRESS)):
        with pytest.raises(sqlite3.IntegrityError, match=message):
            other.execute(add, (geometry, address, "violence_intrafamiliale"))
    other.execute(add, (None, None, "violence_intrafamiliale"))
    for change in ("geom = ?", "address = ?"):
        value = point if change.startswith("geom") else ADDRESS
        with pytest.raises(sqlite3.IntegrityError, match=message):
            other.execute(f"UPDATE incident SET {change}", (value,))
    other.execute("UPDATE incident SET status = 'closed'")
    other.close()
    assert traces(observatory) == before == set()
