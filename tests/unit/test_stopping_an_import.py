"""An import can be stopped while it reads and within a single statement; nothing is then left."""

import json
import sqlite3

import pytest

from oltp_plugin.errors import Cancelled
from oltp_plugin.intake import profile
from oltp_plugin.intake.readers import text
from oltp_plugin.intake.reading import read_table
from oltp_plugin.observatory import connection, rtree

HEADER = "N°;Jour;Quoi\n"
DOCUMENT = {
    "name": "Essai",
    "partner": "PM",
    "format": {"type": "csv", "encoding": "utf-8"},
    "fields": {
        "partner_ref": {"column": "N°"},
        "occurred_from": {"column": "Jour", "format": "%d/%m/%Y"},
        "category": {"column": "Quoi", "default": "autre_delit"},
    },
}


def read(path, *arguments):
    return read_table(path, profile.parse(json.dumps(DOCUMENT), "essai.json"), *arguments)


def written(path, rows, encoding="utf-8"):
    path.write_bytes((HEADER + "".join(rows)).encode(encoding))
    return path


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", None),
        ("utf-16", "utf-16"),
        ("utf-16", None),
        ("utf-16-be", None),
    ],
)
def test_reading_says_how_far_it_is_and_stops_when_told(tmp_path, monkeypatch, encoding, said):
    monkeypatch.setattr(text, "_ROWS", 1_000)
    monkeypatch.setitem(DOCUMENT["format"], "encoding", said)
    rows = [f"{i};05/01/2026;école\n" for i in range(100_000)]
    path = written(tmp_path / "a.csv", rows, encoding)
    told = []
    assert len(read(path, told.append).texts) == 100_000
    assert told == sorted(told)
    assert 0 <= told[0] < 0.3 and told[-1] == 1.0
    assert len([fraction for fraction in told if 0.3 < fraction < 0.9]) > 30

    for stopped_at in (0.0, 0.5):
        told.clear()

        def stop(fraction, at=stopped_at):
            told.append(fraction)
            if fraction >= at:
                raise Cancelled

        with pytest.raises(Cancelled):
            read(path, stop)
        assert told[-1] < stopped_at + 0.1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "rows",
    [
        [f"{i};05/01/2026;a\n" for i in range(7)],
        ['1;05/01/2026;"two\nlines"\n', '2;05/01/2026;"three;\nand\nmore"\n'] * 4,
        [*[f"{i};05/01/2026;a\n" for i in range(6)], *["7\n", "8\n", "9\n"], "10;05/01/2026;b\n"],
        [*[f"{i};05/01/2026;a\n" for i in range(6)], *["\n"] * 9],
        [*[f"{i};05/01/2026;a\n" for i in range(6)], "6;05/01/2026;a;beyond\n"],
        [],
    ],
)
def test_in_pieces_or_whole_the_rows_are_the_same(tmp_path, monkeypatch, rows, encoding):
    def outcome():
        try:
            table = read(path)
        except Exception as error:
            return repr(error)
        columns = {name: table.texts[name].tolist() for name in table.texts}
        return columns, table.rows.tolist(), table.overflowing.tolist(), table.texts.index.tolist()

    monkeypatch.setitem(DOCUMENT["format"], "encoding", encoding)
    path = written(tmp_path / "a.csv", rows, encoding)
    whole = outcome()
    monkeypatch.setattr(text, "_ROWS", 3)
    assert outcome() == whole


@pytest.mark.parametrize("swaps", [True, False])
def test_the_making_of_an_index_is_stopped_and_leaves_nothing(
    deliver, observatory, tmp_path, monkeypatch, swaps
):
    """In the private copy, and where the file itself is written."""
    statements, connect = [], connection._connect

    def traced(path, mode):
        opened = connect(path, mode)
        opened.set_trace_callback(statements.append)
        return opened

    def stop(fraction):
        if statements and statements[-1].startswith("CREATE INDEX incident_by_category"):
            raise Cancelled

    monkeypatch.setattr(connection, "_connect", traced)
    monkeypatch.setattr(connection, "_STEPS", 10)
    monkeypatch.setattr(connection, "swaps", lambda path: swaps)
    monkeypatch.setattr(rtree, "FEWEST", 5)
    before, files = observatory.read_bytes(), {each.name for each in tmp_path.iterdir()}
    rows = [f"{i};05/01/2026;14:30;Tapage;700100,5;6200100,5;rue;" for i in range(20)]
    with pytest.raises(Cancelled):
        deliver(*rows, tick=stop)
    assert "incident_by_category" in statements[-1] or statements[-1].startswith(("PRAGMA", "ROLL"))
    assert observatory.read_bytes() == before
    left = {each.name for each in tmp_path.iterdir()} - files
    assert left <= {"livraison.csv", "keys"}
    assert deliver(*rows).batch.inserted == 20


def test_what_sqlite_itself_refuses_stays_its_own(observatory):
    with (
        pytest.raises(sqlite3.OperationalError, match="no such table"),
        connection.reading(observatory) as db,
        connection.stoppable(db, lambda fraction: None),
    ):
        db.execute("SELECT * FROM nowhere")
