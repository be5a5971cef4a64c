"""One row added, changed or removed by hand: a transaction, a journal line, and a way back.

The way back is kept by the window that made the change, not by the file: an observation that
retention has deleted must not live on in a history.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from . import connection as store
from . import geopackage, journal

TABLES = ("site", "decision", "observation")
Row = dict[str, object]


@dataclass(frozen=True)
class RowChange:
    """``before`` None: the row is new; ``after`` None: it is gone. Columns without ``fid``."""

    table: str
    fid: int
    before: Row | None
    after: Row | None


def row_of(connection: sqlite3.Connection, table: str, fid: int) -> Row | None:
    """All columns but ``fid``; None where there is no such row."""
    cursor = connection.execute(f"SELECT * FROM {_known(table)} WHERE fid = ?", (fid,))  # nosec B608
    names = [column[0] for column in cursor.description]
    found = cursor.fetchone()
    if found is None:
        return None
    return {name: value for name, value in zip(names, found) if name != "fid"}


def write(
    connection: sqlite3.Connection,
    table: str,
    fid: int | None,
    values: Mapping[str, object],
    seen: Row | None = None,
) -> RowChange:
    """Insert (``fid`` None) or update one row.

    ``seen``: the row as whoever changes it was shown it. Raises ObservatoryError
    ``changed_meanwhile``, ``row_gone``, ``refused_by_file``.
    """
    before = None if fid is None else _unchanged(connection, table, fid, seen)
    names = list(values)
    if fid is None:
        marks = ", ".join("?" * len(names))
        query = f"INSERT INTO {_known(table)} ({', '.join(names)}) VALUES ({marks})"  # nosec B608
        given = [*values.values()]
    else:
        settings = ", ".join(f"{name} = ?" for name in names)
        query = f"UPDATE {_known(table)} SET {settings} WHERE fid = ?"  # nosec B608
        given = [*values.values(), fid]
    try:
        cursor = connection.execute(query, given)
    except sqlite3.IntegrityError as error:
        raise ObservatoryError("refused_by_file", constraint=str(error)) from error
    number = int(cursor.lastrowid or 0) if fid is None else fid
    _note(connection, table, number, "add" if fid is None else "change")
    return RowChange(table, number, before, row_of(connection, table, number))


def remove(path: Path, table: str, fid: int, seen: Row | None = None) -> RowChange:
    """Delete one row; raises what ``write`` does."""
    with store.writing(path) as connection:
        before = _unchanged(connection, table, fid, seen)
        try:
            connection.execute(f"DELETE FROM {_known(table)} WHERE fid = ?", (fid,))  # nosec B608
        except sqlite3.IntegrityError as error:
            raise ObservatoryError("refused_by_file", constraint=str(error)) from error
        _note(connection, table, fid, "delete")
    return RowChange(table, fid, before, None)


def undo(path: Path, change: RowChange) -> None:
    """Give the row back what it was; refused where it was changed again since."""
    with store.writing(path) as connection:
        now = row_of(connection, change.table, change.fid)
        if now != change.after:
            raise ObservatoryError("row_gone" if now is None else "changed_meanwhile")
        try:
            _put_back(connection, change)
        except sqlite3.IntegrityError as error:
            raise ObservatoryError("refused_by_file", constraint=str(error)) from error
        _note(connection, change.table, change.fid, "undo")


def _put_back(connection: sqlite3.Connection, change: RowChange) -> None:
    table = _known(change.table)
    if change.before is None:
        connection.execute(f"DELETE FROM {table} WHERE fid = ?", (change.fid,))  # nosec B608
        return
    names = list(change.before)
    values = [*change.before.values(), change.fid]
    if change.after is None:
        marks = ", ".join("?" * len(values))
        query = f"INSERT INTO {table} ({', '.join(names)}, fid) VALUES ({marks})"  # nosec B608
    else:
        settings = ", ".join(f"{name} = ?" for name in names)
        query = f"UPDATE {table} SET {settings} WHERE fid = ?"  # nosec B608
    connection.execute(query, values)


def _unchanged(connection: sqlite3.Connection, table: str, fid: int, seen: Row | None) -> Row:
    found = row_of(connection, table, fid)
    if found is None:
        raise ObservatoryError("row_gone")
    if seen is not None and found != seen:
        raise ObservatoryError("changed_meanwhile")
    return found


def _note(connection: sqlite3.Connection, table: str, fid: int, action: str) -> None:
    journal.record(connection, action, table, fid)
    geopackage.touch_contents(connection, (table, "journal"))


def _known(table: str) -> str:
    if table not in TABLES:
        raise ValueError(table)
    return table
