"""The GeoPackage container: its own tables, spatial tables with their index, and geometry blobs.

All SQL here is SQLite's own; what the observatory means stands in ``schema``. Sources: OGC
GeoPackage 1.3 (12-128r17), clauses 1.1.1-2.1.3 and annexes C, D and F.3 (R-tree).
"""

from __future__ import annotations

import contextlib
import sqlite3
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

APPLICATION_ID = 0x47504B47  # "GPKG"
USER_VERSION = 10300

# An entry of an R*Tree's node (sqlite.org/rtree.html, 6.4): min x, max x, min y, max y.
RTREE_CELL = np.dtype([("id", ">i8"), ("box", ">f4", 4)])
_POINT_WKB = np.dtype([("order", "u1"), ("kind", "V4"), ("xy", "<f8", 2)])
_SORTED_AT_ONCE = -16_384  # KiB
_PARAMETERS = 990  # of one statement; SQLite before 3.32 takes 999

_CONTAINER = """
CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL,
    definition TEXT NOT NULL,
    description TEXT
);
CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY,
    data_type TEXT NOT NULL,
    identifier TEXT UNIQUE,
    description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
    srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL,
    column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL,
    z TINYINT NOT NULL,
    m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE gpkg_extensions (
    table_name TEXT,
    column_name TEXT,
    extension_name TEXT NOT NULL,
    definition TEXT NOT NULL,
    scope TEXT NOT NULL,
    CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);
CREATE TABLE gpkg_ogr_contents (
    table_name TEXT NOT NULL PRIMARY KEY,
    feature_count INTEGER DEFAULT NULL
);
INSERT INTO gpkg_spatial_ref_sys VALUES
    ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined',
     'undefined cartesian coordinate reference system'),
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined',
     'undefined geographic coordinate reference system');
"""

_BOX = (
    'NEW."fid", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom")'
)

_RTREE_TRIGGERS = """
CREATE TRIGGER "rtree_{t}_geom_insert" AFTER INSERT ON "{t}"
WHEN (NEW."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN INSERT OR REPLACE INTO "rtree_{t}_geom" VALUES (
    {box}); END;
CREATE TRIGGER "rtree_{t}_geom_update1" AFTER UPDATE OF "geom" ON "{t}"
WHEN OLD."fid" = NEW."fid" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN INSERT OR REPLACE INTO "rtree_{t}_geom" VALUES (
    {box}); END;
CREATE TRIGGER "rtree_{t}_geom_update2" AFTER UPDATE OF "geom" ON "{t}"
WHEN OLD."fid" = NEW."fid" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN DELETE FROM "rtree_{t}_geom" WHERE id = OLD."fid"; END;
CREATE TRIGGER "rtree_{t}_geom_update3" AFTER UPDATE ON "{t}"
WHEN OLD."fid" != NEW."fid" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN DELETE FROM "rtree_{t}_geom" WHERE id = OLD."fid";
INSERT OR REPLACE INTO "rtree_{t}_geom" VALUES (
    {box}); END;
CREATE TRIGGER "rtree_{t}_geom_update4" AFTER UPDATE ON "{t}"
WHEN OLD."fid" != NEW."fid" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN DELETE FROM "rtree_{t}_geom" WHERE id IN (OLD."fid", NEW."fid"); END;
CREATE TRIGGER "rtree_{t}_geom_delete" AFTER DELETE ON "{t}" WHEN OLD."geom" NOT NULL
BEGIN DELETE FROM "rtree_{t}_geom" WHERE id = OLD."fid"; END;
"""

_COUNT_TRIGGERS = """
CREATE TRIGGER "trigger_insert_feature_count_{t}" AFTER INSERT ON "{t}"
BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count + 1
WHERE lower(table_name) = lower('{t}'); END;
CREATE TRIGGER "trigger_delete_feature_count_{t}" AFTER DELETE ON "{t}"
BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count - 1
WHERE lower(table_name) = lower('{t}'); END;
"""


def create_container(connection: sqlite3.Connection) -> None:
    """Write an empty GeoPackage's own tables into an empty database."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {USER_VERSION}")
    run_script(connection, _CONTAINER)


def add_srs(connection: sqlite3.Connection, epsg: int, name: str, wkt: str) -> None:
    """Register a coordinate reference system."""
    connection.execute(
        "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)",
        (name, epsg, epsg, wkt),
    )


def register_features(
    connection: sqlite3.Connection, table: str, geometry_type: str, epsg: int
) -> None:
    """Make ``table`` (with columns ``fid`` and ``geom``) a layer with a spatial index."""
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)"
        " VALUES (?, 'features', ?, ?)",
        (table, table, epsg),
    )
    connection.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
        (table, geometry_type, epsg),
    )
    connection.execute(
        f'CREATE VIRTUAL TABLE "rtree_{table}_geom" USING rtree(id, minx, maxx, miny, maxy)'
    )
    connection.execute(
        "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index',"
        " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')",
        (table,),
    )
    connection.execute("INSERT INTO gpkg_ogr_contents VALUES (?, 0)", (table,))
    run_script(connection, (_RTREE_TRIGGERS + _COUNT_TRIGGERS).format(t=table, box=_BOX))


def register_attributes(connection: sqlite3.Connection, table: str) -> None:
    """Make ``table`` a table without geometry that GeoPackage clients list."""
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?, 'attributes', ?)",
        (table, table),
    )
    connection.execute("INSERT INTO gpkg_ogr_contents VALUES (?, 0)", (table,))
    run_script(connection, _COUNT_TRIGGERS.format(t=table))


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Run several statements inside the current transaction (``executescript`` would commit)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def touch_contents(connection: sqlite3.Connection, tables: tuple[str, ...]) -> None:
    """Bring ``last_change`` and the extent of ``tables`` up to date after a write."""
    for table in tables:
        extent: tuple = (None,) * 4
        if _is_spatial(connection, table):
            extent = _extent(connection, table)
        connection.execute(
            "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ','now'),"
            " min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
            (*extent, table),
        )


def _extent(connection: sqlite3.Connection, table: str) -> tuple[float | None, ...]:
    """Min x, min y, max x, max y of a layer: those of the boxes in its R*Tree's root."""
    (root,) = connection.execute(
        f'SELECT data FROM "rtree_{table}_geom_node" WHERE nodeno = 1'  # nosec B608
    ).fetchone()
    boxes = np.frombuffer(root, RTREE_CELL, int.from_bytes(root[2:4], "big"), offset=4)["box"]
    if not len(boxes):
        return (None,) * 4
    return *boxes[:, ::2].min(axis=0).tolist(), *boxes[:, 1::2].max(axis=0).tolist()


def _is_spatial(connection: sqlite3.Connection, table: str) -> bool:
    query = "SELECT 1 FROM gpkg_geometry_columns WHERE table_name = ?"
    return connection.execute(query, (table,)).fetchone() is not None


def define_functions(connection: sqlite3.Connection) -> None:
    """Give ``connection`` the functions that the spatial index triggers call."""
    connection.create_function("ST_IsEmpty", 1, _is_empty, deterministic=True)
    for position, name in enumerate(("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")):
        connection.create_function(
            name, 1, lambda blob, at=position: _envelope(blob)[at], deterministic=True
        )


def insert_columns(
    connection: sqlite3.Connection,
    table: str,
    columns: Mapping[str, Sequence | np.ndarray],
    same: Mapping[str, object] | None = None,
    tick: Callable[[float], None] = lambda fraction: None,
    verb: str = "INSERT",
) -> None:
    """Insert n rows given as columns; ``same``: those with one value for all rows.

    Many rows go to SQLite at a time: handed over one by one they take twice as long. ``tick`` is
    told the fraction done, and may raise to stop.
    """
    same = same or {}
    literals = (connection.execute("SELECT quote(?)", (value,)) for value in same.values())
    marks = ["?"] * len(columns) + [literal.fetchone()[0] for literal in literals]
    row = f"({', '.join(marks)})"
    start = f"{verb} INTO {table} ({', '.join([*columns, *same])}) VALUES "  # nosec B608
    width, n = len(columns), len(next(iter(columns.values())))
    together = _PARAMETERS // width
    step = together * 100
    for first in range(0, n, step):
        tick(first / n)
        count = min(step, n - first)
        cells: list = [None] * (width * count)
        for place, values in enumerate(columns.values()):
            cells[place::width] = values[first : first + count]
        size = together * width
        full = len(cells) // size * size
        connection.executemany(
            start + ", ".join([row] * together),
            (cells[at : at + size] for at in range(0, full, size)),
        )
        if full < len(cells):
            rows = (len(cells) - full) // width
            connection.execute(start + ", ".join([row] * rows), cells[full:])


@contextlib.contextmanager
def in_bulk(connection: sqlite3.Connection, table: str, act: str) -> Iterator[None]:
    """Take the row-by-row triggers of ``table`` away meanwhile, in the same transaction.

    ``act``: INSERT or DELETE. The caller writes index entries and whatever else the triggers
    would have; the feature count is set here.
    """
    with _without(connection, table, f"type = 'trigger' AND sql LIKE '% {act} ON %'"):
        yield
    _count_features(connection, table)


def _count_features(connection: sqlite3.Connection, table: str) -> None:
    connection.execute(
        f"UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM {table})"  # nosec B608
        " WHERE table_name = ?",
        (table,),
    )


@contextlib.contextmanager
def refilled(connection: sqlite3.Connection, table: str) -> Iterator[None]:
    """Empty ``table``, a plain one, and let it be filled anew, in the same transaction.

    Its triggers and indices are away meanwhile; the feature count is set here.
    """
    with _without(connection, table, "sql IS NOT NULL AND type IN ('trigger', 'index')"):
        connection.execute(f"DELETE FROM {table}")  # nosec B608
        yield
    _count_features(connection, table)


@contextlib.contextmanager
def without_indices(connection: sqlite3.Connection, table: str, kept: str = "") -> Iterator[None]:
    """Take the attribute indices of ``table`` away meanwhile: built sorted, they cost far less.

    ``kept``: one that no row enters, which would be read in vain to build it.
    """
    (cache,) = connection.execute("PRAGMA cache_size").fetchone()
    # To sort an index, SQLite hands a thread what fills the cache's size and reads on meanwhile:
    # with a large cache a million rows never fill it, and all are sorted at the end.
    connection.execute("PRAGMA threads = 2")
    connection.execute(f"PRAGMA cache_size = {_SORTED_AT_ONCE}")
    indices = f"type = 'index' AND sql IS NOT NULL AND name <> '{kept}'"
    with _without(connection, table, indices):
        yield
    connection.execute(f"PRAGMA cache_size = {cache}")


@contextlib.contextmanager
def _without(connection: sqlite3.Connection, table: str, which: str) -> Iterator[None]:
    taken = connection.execute(
        f"SELECT type, name, sql FROM sqlite_master WHERE tbl_name = ? AND {which}",  # nosec B608
        (table,),
    ).fetchall()
    for kind, name, _ in taken:
        connection.execute(f'DROP {kind} "{name}"')
    yield
    for _, _, sql in taken:
        connection.execute(sql)


def point_blobs(x, y, epsg: int) -> list[bytes | None]:
    """GeoPackage blobs of points (``x``, ``y``: sequences of n numbers); None where one is NaN."""
    points = np.empty(len(x), dtype=[("head", "V13"), ("x", "<f8"), ("y", "<f8")])
    points["head"] = np.void(struct.pack("<2sBBiBI", b"GP", 0, 1, epsg, 1, 1))
    points["x"], points["y"] = x, y
    raw, size = points.tobytes(), points.itemsize
    lacking = np.isnan(points["x"]) | np.isnan(points["y"])
    return [
        None if none else raw[start : start + size]
        for none, start in zip(lacking.tolist(), range(0, len(raw), size))
    ]


def blob_from_wkb(wkb: bytes, epsg: int, envelope: tuple[float, float, float, float]) -> bytes:
    """A GeoPackage blob around ``wkb``; ``envelope`` is min x, max x, min y, max y."""
    return struct.pack("<2sBBidddd", b"GP", 0, 3, epsg, *envelope) + wkb


def wkb_of(blob: bytes) -> bytes:
    """The WKB inside a GeoPackage blob."""
    return bytes(blob[_header_size(blob) :])


def point_of(blob: bytes) -> tuple[float, float]:
    """The coordinates of a point's blob."""
    ((x, y),) = points_of([blob]).tolist()
    return x, y


def points_of(blobs: Sequence[bytes]) -> np.ndarray:
    """The coordinates of n points' blobs; n × 2."""
    size = _POINT_WKB.itemsize  # a point's WKB is what its blob ends with
    points = np.frombuffer(b"".join([blob[-size:] for blob in blobs]), dtype=_POINT_WKB)
    little = points["order"][:, None] == 1
    return np.where(little, points["xy"], points["xy"].byteswap())


def _header_size(blob: bytes) -> int:
    return 8 + (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]


def _is_empty(blob: bytes | None) -> int | None:
    if blob is None:
        return None
    return (blob[3] >> 4) & 1


def _envelope(blob: bytes) -> tuple[float, float, float, float]:
    """Min x, max x, min y, max y, from the header where it stands there, else from the WKB."""
    order = "<" if blob[3] & 1 else ">"
    if (blob[3] >> 1) & 7:
        return struct.unpack_from(order + "dddd", blob, 8)
    wkb = wkb_of(blob)
    order = "<" if wkb[0] == 1 else ">"
    if struct.unpack_from(order + "I", wkb, 1)[0] % 1000 == 1:
        x, y = struct.unpack_from(order + "dd", wkb, 5)
        return x, x, y, y
    import shapely

    min_x, min_y, max_x, max_y = shapely.from_wkb(wkb).bounds
    return min_x, max_x, min_y, max_y
