"""Opening a file as an observatory: is it one, is it whole, is its schema known."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from . import connection as store
from . import maintenance, migration, schema


@dataclass(frozen=True)
class ObservatoryInfo:
    """What a file says of itself."""

    path: Path
    schema_version: int
    epsg: int
    uuid: str


def check(path: Path) -> ObservatoryInfo:
    """Read what the file is, without changing it.

    Raises ObservatoryError: ``missing_file``, ``not_an_observatory``, ``newer_schema``.
    """
    with store.reading(path) as connection:
        return _info(connection, path)


def open_observatory(
    path: Path, guarded: Callable[[Path], AbstractContextManager] = nullcontext
) -> ObservatoryInfo:
    """Open for use: roll back a torn write, migrate an older schema, fill membership gaps
    and do what time has made due (``maintenance``).

    ``guarded``: what surrounds a write, for those who have the file's layers open. A file that
    may only be read is left as it is. Raises what ``check`` raises, and ``busy`` while another
    program writes; ``read_only`` for a file that may only be read and is too old for that.
    """
    check_is_file(path)
    store.roll_back_torn_write(path)
    info = check(path)
    if not _may_write(path) and info.schema_version < schema.READABLE:
        raise ObservatoryError("read_only", name=path.name)
    if _may_write(path) and info.schema_version < schema.VERSION:
        with guarded(path):
            migration.migrate(path, info.schema_version)
        info = check(path)
    if _may_write(path) and _has_gaps(path):
        from . import memberships  # with shapely, which QGIS's start must not load

        with guarded(path), store.writing(path, bulk=True) as connection:
            memberships.fill_gaps(connection)
    if _may_write(path):
        # What time has made due waits where the file cannot be written just now, or pandas lacks.
        with contextlib.suppress(ObservatoryError, ModuleNotFoundError):
            _maintain(path, guarded)
    return info


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _maintain(path: Path, guarded: Callable[[Path], AbstractContextManager]) -> None:
    with store.reading(path) as connection:
        due = maintenance.is_due(connection)
    if due:
        with guarded(path), store.writing(path, bulk=True) as connection:
            maintenance.maintain(connection)


def check_is_file(path: Path) -> None:
    """Refuse what cannot be a GeoPackage before SQLite touches it."""
    if not path.is_file():
        raise ObservatoryError("missing_file", name=path.name)
    store.check_is_database(path)


def _info(connection: sqlite3.Connection, path: Path) -> ObservatoryInfo:
    try:
        row = connection.execute("SELECT schema_version, epsg, uuid FROM observatory").fetchone()
    except sqlite3.OperationalError as error:
        if "no such" not in str(error):
            raise
        row = None
    if row is None:
        raise ObservatoryError("not_an_observatory", name=path.name)
    if row[0] > schema.VERSION:
        raise ObservatoryError("newer_schema", name=path.name, found=row[0], known=schema.VERSION)
    return ObservatoryInfo(path, *row)


def _has_gaps(path: Path) -> bool:
    """Whether memberships are missing; incidents outside all territories have none to miss."""
    with store.reading(path) as connection:
        if not _may_have_gaps(connection):
            return False
        from . import memberships  # with shapely, which QGIS's start must not load

        return len(memberships.gaps(connection)) > 0


def _may_have_gaps(connection: sqlite3.Connection) -> bool:
    """A cheap look: did another program add or move incidents or territories?"""
    row = connection.execute(
        "SELECT memberships_stale OR EXISTS (SELECT 1 FROM incident"
        " WHERE (geom IS NOT NULL OR territory IS NOT NULL) AND NOT EXISTS"
        " (SELECT 1 FROM incident_territory WHERE incident = incident.fid))"
        " FROM observatory"
    ).fetchone()
    return bool(row[0])
