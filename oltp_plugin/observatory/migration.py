"""Older schemas brought forward, in one transaction, after a backup beside the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from . import connection as store
from . import geopackage, guards, journal, schema, triggers
from .clock import now


def _to_2(connection: sqlite3.Connection) -> None:
    """When the last purge was, what it took from each count, and a journal line's kind."""
    for table, column, declared in schema.SINCE_2:
        connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} {declared}")


def _to_3(connection: sqlite3.Connection) -> None:
    """No other program adds a point or an address of a sensitive category."""
    geopackage.run_script(connection, triggers.SENSITIVE)


def _to_4(connection: sqlite3.Connection) -> None:
    """Published figures stay as they were when they were made."""
    _add_tables(connection, schema.SINCE_4)


def _to_5(connection: sqlite3.Connection) -> None:
    """The file itself refuses what breaks sites, decisions, observations and places."""
    geopackage.run_script(connection, guards.SCRIPT)


def _to_6(connection: sqlite3.Connection) -> None:
    """Filters by name are the observatory's, whatever the project."""
    _add_tables(connection, schema.SINCE_6)


def _to_7(connection: sqlite3.Connection) -> None:
    """Public maps' figures are kept beside the bulletins'."""
    tables = ("bulletin", "bulletin_figure")
    for table in reversed(tables):  # figures refer to their bulletin
        connection.execute(f"CREATE TEMP TABLE kept_{table} AS SELECT * FROM {table}")  # nosec B608
        connection.execute(f"DROP TABLE {table}")
        for contents in ("gpkg_contents", "gpkg_ogr_contents"):
            connection.execute(f"DELETE FROM {contents} WHERE table_name = ?", (table,))  # nosec B608
    _add_tables(connection, tables)
    for table in tables:
        rows = connection.execute(f"SELECT * FROM temp.kept_{table}")  # nosec B608
        names = [column[0] for column in rows.description]
        connection.executemany(
            f"INSERT INTO {table} ({', '.join(names)})"  # nosec B608
            f" VALUES ({', '.join('?' * len(names))})",
            rows.fetchall(),
        )
        connection.execute(f"DROP TABLE temp.kept_{table}")


def _add_tables(connection: sqlite3.Connection, tables: tuple[str, ...]) -> None:
    for table in tables:
        connection.execute(schema.create_statement(table))
        geopackage.register_attributes(connection, table)


# Version found -> what brings it to the next. Version 1 is the first.
STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {
    1: _to_2,
    2: _to_3,
    3: _to_4,
    4: _to_5,
    5: _to_6,
    6: _to_7,
}


def migrate(path: Path, found: int, steps=None, target: int = schema.VERSION) -> Path:
    """Bring ``path`` from version ``found`` to ``target``; returns the backup's path."""
    steps = STEPS if steps is None else steps
    backup = path.with_name(f"{path.stem}.v{found}.{now().replace(':', '')}.backup.gpkg")
    store.back_up(path, backup)
    with store.writing(path, bulk=True) as connection:
        for version in range(found, target):
            steps[version](connection)
            connection.execute("UPDATE observatory SET schema_version = ?", (version + 1,))
        journal.record(connection, "migrate", "observatory", target)
    return backup
