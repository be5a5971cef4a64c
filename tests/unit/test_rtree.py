"""The packed index against SQLite's own: what it holds, what it finds, what comes after."""

import sqlite3

import numpy as np
import pytest

from oltp_plugin.observatory import geopackage, rtree


@pytest.fixture
def index():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("CREATE VIRTUAL TABLE r USING rtree(id, minx, maxx, miny, maxy)")
    yield connection
    connection.close()


def points(n, first=1, seed=3):
    choose = np.random.default_rng(seed)
    ids = np.arange(first, first + n)
    return ids, 7e5 + choose.random(n) * 1e4, 62e5 + choose.random(n) * 1e4


def everything(connection):
    return connection.execute("SELECT * FROM r ORDER BY id").fetchall()


@pytest.mark.parametrize("n", [0, 1, 50, 51, 52, 2601, 2602, 20_000])
def test_it_holds_what_sqlite_would(index, n, monkeypatch):
    monkeypatch.setattr(rtree, "FEWEST", 0)
    ids, x, y = points(n)
    rtree.insert_points(index, "r", ids, x, y)
    packed = everything(index)
    assert index.execute("SELECT rtreecheck('r')").fetchone() == ("ok",)
    index.execute("DELETE FROM r")
    index.executemany(
        "INSERT INTO r VALUES (?, ?, ?, ?, ?)", zip(*(c.tolist() for c in (ids, x, x, y, y)))
    )
    plain = everything(index)
    assert [row[0] for row in packed] == [row[0] for row in plain]
    assert np.allclose(packed, plain, rtol=0, atol=1.0)  # float32 boxes may differ by one step
    assert all(low <= a <= high for (_, low, high, *_), a in zip(packed, x)), (
        "a box holds its point"
    )


def test_queries_find_every_point_in_the_window(index):
    ids, x, y = points(20_000)
    rtree.insert_points(index, "r", ids, x, y)
    inside = set(ids[(x >= 703000) & (x <= 704000) & (y >= 6203000) & (y <= 6204000)].tolist())
    found = index.execute(
        "SELECT id FROM r WHERE maxx >= 703000 AND minx <= 704000"
        " AND maxy >= 6203000 AND miny <= 6204000"
    ).fetchall()
    assert inside <= {row[0] for row in found}
    assert len(found) < len(inside) + 20


def test_inserts_and_deletes_go_on_afterwards(index):
    rtree.insert_points(index, "r", *points(20_000))
    more = points(3_000, first=20_001, seed=4)
    rtree.insert_points(index, "r", *more)  # fewer than are held: the ordinary way
    index.execute("DELETE FROM r WHERE id % 3 = 0")
    assert index.execute("SELECT rtreecheck('r')").fetchone() == ("ok",)
    assert index.execute("SELECT count(*) FROM r").fetchone() == (23_000 - 23_000 // 3,)


def test_entries_already_there_are_packed_with_the_new(index):
    rtree.insert_points(index, "r", *points(1_000))
    rtree.insert_points(index, "r", *points(20_000, first=1_001, seed=5))
    assert index.execute("SELECT rtreecheck('r')").fetchone() == ("ok",)
    assert [row[0] for row in everything(index)] == list(range(1, 21_001))


@pytest.mark.parametrize("sound", [True, False])
@pytest.mark.parametrize("every", [1, 3, 10**6])
def test_what_stays_is_packed_anew(index, monkeypatch, every, sound):
    rtree.insert_points(index, "r", *points(6_000))
    index.execute("CREATE TABLE t (fid INTEGER PRIMARY KEY)")
    index.execute("INSERT INTO t SELECT id FROM r WHERE id % ? = 0", (every,))
    before = index.execute("SELECT * FROM r WHERE id IN (SELECT fid FROM t) ORDER BY id").fetchall()
    if not sound:
        monkeypatch.setattr(rtree, "is_sound", lambda connection, index: False)
    rtree.keep_rows_of(index, "r", "t")
    assert everything(index) == before
    assert index.execute("SELECT rtreecheck('r')").fetchone() == ("ok",)


def test_a_packing_that_sqlite_does_not_accept_is_undone(index, monkeypatch):
    def wrong(connection, name, levels):
        connection.execute("DELETE FROM r_rowid")
        connection.execute("INSERT INTO r_rowid VALUES (1, 99)")

    monkeypatch.setattr(rtree, "_replace_nodes", wrong)
    ids, x, y = points(6_000)
    index.execute("BEGIN")
    rtree.insert_points(index, "r", ids, x, y)
    index.execute("COMMIT")
    assert index.execute("SELECT rtreecheck('r')").fetchone() == ("ok",)
    assert len(everything(index)) == 6_000


@pytest.mark.parametrize("n", [0, 51, 52, 2601, 2602, 20_000])
def test_what_sqlite_finds_sound_is_found_sound(index, n, monkeypatch):
    rtree._insert(index, "r", rtree._columns(*points(n)))
    assert rtree.is_sound(index, "r"), "a tree that SQLite built"
    index.execute("DELETE FROM r")
    monkeypatch.setattr(rtree, "FEWEST", 0)
    rtree.insert_points(index, "r", *points(n))
    assert rtree.is_sound(index, "r"), "a packed one"


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM r_rowid WHERE rowid = 77",
        "UPDATE r_rowid SET nodeno = nodeno + 1 WHERE rowid = 77",
        "UPDATE r_rowid SET rowid = 99999 WHERE rowid = 77",
        "UPDATE r_parent SET parentnode = 2 WHERE nodeno = 70",
        "DELETE FROM r_parent WHERE nodeno = 70",
        "DELETE FROM r_node WHERE nodeno = 70",
        "UPDATE r_node SET nodeno = 99999 WHERE nodeno = 70",
        "UPDATE r_node SET data = (SELECT data FROM r_node WHERE nodeno = 71) WHERE nodeno = 70",
        "UPDATE r_node SET data = patched(data, 0, '0000ffff') WHERE nodeno = 70",
        "UPDATE r_node SET data = patched(data, 0, '00000001') WHERE nodeno = 70",
        "UPDATE r_node SET data = substr(data, 1, 20) WHERE nodeno = 70",
        "UPDATE r_node SET data = patched(data, 0, '0000') WHERE nodeno = 1",
        "UPDATE r_node SET data = patched(data, 0, 'ffff') WHERE nodeno = 1",
        "UPDATE r_node SET data = patched(data, 12, '7f7fffff') WHERE nodeno = 70",
        "UPDATE r_node SET data = patched(data, 16, 'ff7fffff') WHERE nodeno = 70",
    ],
)
def test_what_sqlite_finds_damaged_is_found_damaged(index, damage):
    def patched(data, at, digits):
        return data[:at] + bytes.fromhex(digits) + data[at + len(digits) // 2 :]

    index.create_function("patched", 3, patched)
    rtree.insert_points(index, "r", *points(20_000))
    index.execute(damage)
    try:
        sqlite_says = index.execute("SELECT rtreecheck('r')").fetchone()[0]
    except sqlite3.DatabaseError as error:
        sqlite_says = str(error)
    assert sqlite_says != "ok"
    assert not rtree.is_sound(index, "r")


def test_the_extent_of_a_layer_is_that_of_all_its_boxes():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    geopackage.create_container(connection)
    geopackage.define_functions(connection)
    connection.execute("CREATE TABLE spot (fid INTEGER PRIMARY KEY, geom BLOB)")
    geopackage.register_features(connection, "spot", "POINT", -1)

    def extents():
        geopackage.touch_contents(connection, ("spot",))
        told = connection.execute(
            "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'spot'"
        )
        scanned = connection.execute(
            "SELECT min(minx), min(miny), max(maxx), max(maxy) FROM rtree_spot_geom"
        )
        return told.fetchone(), scanned.fetchone()

    assert extents() == ((None,) * 4, (None,) * 4)
    ids, x, y = points(3_000)
    blobs = geopackage.point_blobs(x, y, -1)
    connection.executemany("INSERT INTO spot VALUES (?, ?)", zip(ids.tolist(), blobs))
    told, scanned = extents()
    assert told == scanned
    for corner in told:
        connection.execute(
            "DELETE FROM spot WHERE fid IN (SELECT id FROM rtree_spot_geom"
            " WHERE ? IN (minx, miny, maxx, maxy))",
            (corner,),
        )
    smaller, scanned = extents()
    assert smaller == scanned and all(a != b for a, b in zip(smaller, told))
    connection.execute("DELETE FROM spot WHERE fid > 2")
    told, scanned = extents()
    assert told == scanned
    connection.execute("DELETE FROM spot")
    assert extents() == ((None,) * 4, (None,) * 4)
