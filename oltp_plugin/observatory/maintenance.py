"""What is done when the observatory is opened for writing and time has passed.

Journal lines expire after 12 months, and earlier versions of records after 13, which is as far as
a delivery can be undone; the counts of months that have closed are written.
"""

from __future__ import annotations

import sqlite3

from . import aggregates, geopackage
from .clock import now
from .retention import last_day_kept_from

JOURNAL_MONTHS = 12
UNDO_MONTHS = 13


def is_due(connection: sqlite3.Connection) -> bool:
    """A cheap look."""
    # Both tables are written in the order of time: the first row is the oldest.
    row = connection.execute(
        "SELECT (SELECT at FROM journal ORDER BY fid LIMIT 1) <= ?"
        " OR (SELECT changed_at FROM incident_history ORDER BY fid LIMIT 1) <= ?",
        (journal_ends(), undo_ends()),
    ).fetchone()
    return bool(row[0]) or aggregates.are_due(connection)


def maintain(connection: sqlite3.Connection) -> None:
    """Do it, in the caller's transaction."""
    expire(connection)
    if aggregates.are_due(connection):
        aggregates.write(connection)
    geopackage.touch_contents(connection, ("journal", "incident_history", "aggregate"))


def expire(connection: sqlite3.Connection) -> None:
    """Delete journal lines and earlier versions that are too old."""
    connection.execute("DELETE FROM journal WHERE at <= ?", (journal_ends(),))
    connection.execute("DELETE FROM incident_history WHERE changed_at <= ?", (undo_ends(),))


def journal_ends() -> str:
    """The last moment whose journal lines have expired."""
    return _end(JOURNAL_MONTHS)


def undo_ends() -> str:
    """The last moment whose deliveries are too old to be undone."""
    return _end(UNDO_MONTHS)


def _end(months: int) -> str:
    """The last moment that ``months`` have passed since."""
    return last_day_kept_from(now()[:10], months) + "T23:59:59"
