"""What is done when the observatory is opened for writing and time has passed.

Journal lines expire, and so do earlier versions of records, with which a delivery can be undone;
the counts of months that have closed are written.
"""

from __future__ import annotations

import sqlite3

from . import aggregates, geopackage, journal
from .batches import undo_ends


def is_due(connection: sqlite3.Connection) -> bool:
    """A cheap look."""
    # Both tables are written in the order of time: the first row is the oldest.
    row = connection.execute(
        "SELECT (SELECT at FROM journal ORDER BY fid LIMIT 1) <= ?"
        " OR (SELECT changed_at FROM incident_history ORDER BY fid LIMIT 1) <= ?",
        (journal.ends(), undo_ends()),
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
    journal.expire(connection)
    connection.execute("DELETE FROM incident_history WHERE changed_at <= ?", (undo_ends(),))
