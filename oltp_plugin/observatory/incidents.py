"""Incident rows in the store: insert, replace with history, restore."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from . import constraints, geopackage, rtree
from .clock import now

# Every column but fid and geom, in the table's order.
COLUMNS = (
    "uuid", "partner", "partner_ref", "batch", "category", "source_category", "known_by",
    "occurred_from", "occurred_to", "time_precision", "reported_at", "place_kind", "address",
    "location_precision", "geocode_score", "territory", "territory_level", "severity", "count",
    "status", "fact", "created_at", "updated_at",
)  # fmt: skip

_PLACE = (
    "geom", "address", "geocode_score", "location_precision", "territory", "territory_level",
)  # fmt: skip

_SPATIAL_INDEX = "rtree_incident_geom"
_FACTS = "incident_by_fact"  # of records that are linked to one
_NOWHERE = {"geom": None, "address": None, "geocode_score": None}


def next_fid(connection: sqlite3.Connection) -> int:
    """The fid that the next incident gets; an AUTOINCREMENT never gives one twice."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'incident'").fetchone()
    return (row[0] if row else 0) + 1


def insert(
    connection: sqlite3.Connection,
    columns: dict[str, Sequence | np.ndarray],
    same: dict[str, object],
    points: tuple[np.ndarray, np.ndarray, np.ndarray],
    tick: Callable[[float], None] = lambda fraction: None,
) -> None:
    """Insert many incidents at once.

    ``columns``: n values each, ``fid``, ``geom`` and ``uuid`` among them; they are taken out once
    written, as building the indices needs the memory. ``same``: columns with one value for all
    rows, the two timestamps among them. ``points``: fid, x and y of those located. ``tick`` is
    told the fraction done, and may raise to stop.
    """
    constraints.refuse_unknown(connection, columns, same)
    triggers = geopackage.bulk_insert(connection, "incident")
    indices = _indices(connection, len(points[0]), "" if "fact" in columns else _FACTS)
    held = constraints.hold(columns, same)
    checks = constraints.untested(connection) if held else contextlib.nullcontext()
    packing = rtree.packing(connection, _SPATIAL_INDEX, *points)
    with ThreadPoolExecutor(1) as beside:
        packed = beside.submit(packing)  # SQLite needs the interpreter only now and then
        with triggers, indices, checks:
            geopackage.insert_columns(connection, "incident", columns, same, tick)
            columns.clear()
    rtree.insert_packed(connection, _SPATIAL_INDEX, packed.result())


def _indices(
    connection: sqlite3.Connection, coming: int, kept: str
) -> contextlib.AbstractContextManager:
    """Indices are built anew where more rows come than are there."""
    (held,) = connection.execute("SELECT count(*) FROM incident").fetchone()
    if coming < max(held, rtree.FEWEST):
        return contextlib.nullcontext()
    return geopackage.without_indices(connection, "incident", kept)


def add(connection: sqlite3.Connection, values: Mapping[str, object]) -> int:
    """Insert one incident (values of COLUMNS and ``geom``); returns its fid."""
    marks = ", ".join(f":{name}" for name in values)
    cursor = connection.execute(
        f"INSERT INTO incident ({', '.join(values)}) VALUES ({marks})",  # nosec B608
        values,
    )
    return int(cursor.lastrowid or 0)


def replace(
    connection: sqlite3.Connection,
    batch: int,
    columns: Sequence[str],
    rows: Iterable[Sequence],
    hidden: set[int],
) -> None:
    """Give stored incidents new values, keeping the old ones in their history.

    Each row is the values of ``columns`` followed by the fid. ``hidden``: fids whose place is
    stored less finely from now on, and goes from their history too.
    """
    assignments = ", ".join(f"{column} = ?" for column in columns)
    for row in rows:
        _remember(connection, row[-1], batch)
        connection.execute(f"UPDATE incident SET {assignments} WHERE fid = ?", row)  # nosec B608
    for fid in hidden:
        _hide_place_in_history(connection, fid)


def reopen(connection: sqlite3.Connection, fids: Iterable[int]) -> None:
    """Withdrawn incidents that were delivered again count again."""
    connection.executemany(
        "UPDATE incident SET status = 'open' WHERE fid = ? AND status = 'withdrawn'",
        [(fid,) for fid in fids],
    )


def restore(connection: sqlite3.Connection, batch: int) -> int:
    """Give the incidents that ``batch`` changed their earlier values; returns how many."""
    versions = connection.execute(
        "SELECT fid, version FROM incident_history WHERE batch = ? ORDER BY fid DESC", (batch,)
    ).fetchall()
    sensitive = {
        code for (code,) in connection.execute("SELECT code FROM category WHERE sensitive = 1")
    }
    for history, version in versions:
        values = json.loads(version)
        fid = values.pop("fid")
        geometry = values.pop("geom")
        values["geom"] = None if geometry is None else bytes.fromhex(geometry)
        if values["category"] in sensitive:  # perhaps since then
            values.update(_NOWHERE)
            values["location_precision"] = "territory" if values["territory"] else "none"
        assignments = ", ".join(f"{column} = ?" for column in values)
        connection.execute(
            f"UPDATE incident SET {assignments} WHERE fid = ?",  # nosec B608
            (*values.values(), fid),
        )
        connection.execute("DELETE FROM incident_history WHERE fid = ?", (history,))
    return len(versions)


def _remember(connection: sqlite3.Connection, fid: int, batch: int) -> None:
    values = stored_version(connection, fid)
    connection.execute(
        "INSERT INTO incident_history (uuid, batch, previous_batch, changed_at, version)"
        " VALUES (?, ?, ?, ?, ?)",
        (values["uuid"], batch, values["batch"], now(), json.dumps(values)),
    )


def _hide_place_in_history(connection: sqlite3.Connection, fid: int) -> None:
    """Give every earlier version the place that the record has now."""
    current = stored_version(connection, fid)
    place = {column: current[column] for column in _PLACE}
    versions = connection.execute(
        "SELECT fid, version FROM incident_history WHERE uuid = ?", (current["uuid"],)
    ).fetchall()
    for history, version in versions:
        connection.execute(
            "UPDATE incident_history SET version = ? WHERE fid = ?",
            (json.dumps({**json.loads(version), **place}), history),
        )


def stored_version(connection: sqlite3.Connection, fid: int) -> dict:
    """Every value of an incident, its geometry as hexadecimal."""
    listed = ("fid", "geom", *COLUMNS)
    row = connection.execute(
        f"SELECT {', '.join(listed)} FROM incident WHERE fid = ?",  # nosec B608
        (fid,),
    ).fetchone()
    values = dict(zip(listed, row))
    if values["geom"] is not None:
        values["geom"] = values["geom"].hex()
    return values


def token(connection: sqlite3.Connection, fid: int) -> str:
    """What changes with any value of an incident, and tells none."""
    text = json.dumps(stored_version(connection, fid))
    return hashlib.sha256(text.encode()).hexdigest()
