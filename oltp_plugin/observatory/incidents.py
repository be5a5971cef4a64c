"""Incident rows in the store: insert, replace with history, restore."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice

import numpy as np

from . import constraints, geopackage, rtree, versions
from .versions import Version

_SPATIAL_INDEX = "rtree_incident_geom"
_FACTS = "incident_by_fact"  # of records that are linked to one
_LIES = ("geom", "territory", "territory_level")  # by which it is known in which territories
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
    triggers = geopackage.in_bulk(connection, "incident", "INSERT")
    indices = _indices(connection, len(columns["fid"]), "" if "fact" in columns else _FACTS)
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


def remove(connection: sqlite3.Connection, batch: int) -> int:
    """Delete the incidents that ``batch`` brought; returns how many.

    Row by row, unless they are many and more than what stays.
    """
    of_batch = "FROM incident WHERE batch = ?"
    (held,) = connection.execute("SELECT count(*) FROM incident").fetchone()
    (n,) = connection.execute(f"SELECT count(*) {of_batch}", (batch,)).fetchone()
    if n < max(rtree.FEWEST, held - n):
        connection.execute(f"DELETE {of_batch}", (batch,))
        return n
    connection.execute(
        f"DELETE FROM incident_territory WHERE incident IN (SELECT fid {of_batch})",  # nosec B608
        (batch,),
    )
    triggers = geopackage.in_bulk(connection, "incident", "DELETE")
    with triggers, geopackage.without_indices(connection, "incident"):
        connection.execute(f"DELETE {of_batch}", (batch,))
    rtree.keep_rows_of(connection, _SPATIAL_INDEX, "incident")
    return n


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
    hidden: Collection[int],
) -> list[int]:
    """Give stored incidents new values, keeping the old ones in their history.

    Each row is the values of ``columns`` followed by the fid. ``hidden``: fids whose place is
    stored less finely from now on, and goes from their history too. Returns the fids of those
    that lie elsewhere now: which territories they lie in is to be written again.
    """
    moved, coming = [], iter(rows)
    while part := list(islice(coming, versions.AT_A_TIME)):
        new = {row[-1]: dict(zip(columns, row)) for row in part}
        old = versions.current(connection, list(new))
        versions.remember(connection, old.values(), batch)
        moved += _update(connection, old, [{**old[fid], **new[fid]} for fid in new])
    versions.hide_places(connection, list(hidden))
    return moved


def reopen(connection: sqlite3.Connection, fids: Iterable[int]) -> None:
    """Withdrawn incidents that were delivered again count again."""
    connection.executemany(
        "UPDATE incident SET status = 'open' WHERE fid = ? AND status = 'withdrawn'",
        [(fid,) for fid in fids],
    )


def restore(connection: sqlite3.Connection, batch: int) -> int:
    """Give the incidents that ``batch`` changed their earlier values; returns how many."""
    kept = connection.execute(
        "SELECT fid, version FROM incident_history WHERE batch = ? ORDER BY fid DESC", (batch,)
    ).fetchall()
    sensitive = {
        code for (code,) in connection.execute("SELECT code FROM category WHERE sensitive = 1")
    }
    restored = 0
    for start in range(0, len(kept), versions.AT_A_TIME):
        part = kept[start : start + versions.AT_A_TIME]
        earlier = [versions.from_text(text) for _, text in part]
        for version in earlier:
            if version["category"] in sensitive:  # perhaps since then
                version.update(_NOWHERE)
                version["location_precision"] = "territory" if version["territory"] else "none"
        old = versions.current(connection, [version["fid"] for version in earlier])
        there = [version for version in earlier if version["fid"] in old]  # not deleted by hand
        _update(connection, old, [{**old[each["fid"]], **each} for each in there])
        restored += len(there)
        connection.executemany(
            "DELETE FROM incident_history WHERE fid = ?", [(fid,) for fid, _ in part]
        )
    return restored


def _update(
    connection: sqlite3.Connection, old: dict[int, Version], new: Sequence[Version]
) -> list[int]:
    """Write versions; returns the fids of those that lie elsewhere, in no territory meanwhile.

    Only the columns in which some differ: of a column that is given to it, SQLite writes every
    index anew, also where the value is the same.
    """
    changed = [
        column
        for column in versions.VALUES
        if any(each[column] != old[each["fid"]][column] for each in new)
    ]
    if changed:
        assignments = ", ".join(f"{column} = ?" for column in changed)
        connection.executemany(
            f"UPDATE incident SET {assignments} WHERE fid = ?",  # nosec B608
            [[each[column] for column in changed] + [each["fid"]] for each in new],
        )
    moved = [
        each["fid"]
        for each in new
        if any(each[column] != old[each["fid"]][column] for column in _LIES)
    ]
    connection.executemany(
        "DELETE FROM incident_territory WHERE incident = ?", [(fid,) for fid in moved]
    )
    return moved


def token(connection: sqlite3.Connection, fid: int) -> str:
    """What changes with any value of an incident, and tells none."""
    text = versions.as_text(versions.current(connection, [fid])[fid])
    return hashlib.sha256(text.encode()).hexdigest()
