"""Filters by name: the observatory's own, the same in every project that opens it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from . import connection as store
from . import geopackage, journal
from .clock import now
from .filter import IncidentFilter

TABLE = "saved_filter"
LONGEST = 80  # characters of a name


def read(connection: sqlite3.Connection) -> dict[str, IncidentFilter]:
    """By name, in the alphabet's order; one that cannot be read is not there."""
    try:
        rows = connection.execute(f"SELECT name, definition FROM {TABLE}").fetchall()  # nosec B608
    except sqlite3.OperationalError as error:
        if "no such table" not in str(error):
            raise
        return {}  # an older file that may only be read
    found = {}
    for name, text in sorted(rows, key=lambda row: row[0].casefold()):
        try:
            found[name] = IncidentFilter.from_json(text)
        except ObservatoryError:
            continue
    return found


def save(path: Path, name: str, chosen: IncidentFilter) -> None:
    """Keep ``chosen`` as ``name``, in place of one of the same name.

    Raises ObservatoryError ``read_only``, ``busy`` and whatever else a write does.
    """
    with store.writing(path) as connection:
        connection.execute(
            f"INSERT INTO {TABLE} (name, definition, saved_at) VALUES (?, ?, ?)"  # nosec B608
            " ON CONFLICT (name) DO UPDATE"
            " SET definition = excluded.definition, saved_at = excluded.saved_at",
            (name, chosen.to_json(), now()),
        )
        _note(connection, "save", name)


def forget(path: Path, name: str) -> None:
    """Take away the filter ``name``; one that is gone already stays gone."""
    with store.writing(path) as connection:
        _note(connection, "delete", name)
        connection.execute(f"DELETE FROM {TABLE} WHERE name = ?", (name,))  # nosec B608


def _note(connection: sqlite3.Connection, action: str, name: str) -> None:
    query = f"SELECT fid FROM {TABLE} WHERE name = ?"  # nosec B608
    for (fid,) in connection.execute(query, (name,)).fetchall():
        journal.record(connection, action, TABLE, fid)
    geopackage.touch_contents(connection, (TABLE,))
