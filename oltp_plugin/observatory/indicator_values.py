"""What undoing a batch does to the figures that it brought."""

from __future__ import annotations

import sqlite3

from oltp_plugin.errors import ObservatoryError

from . import geopackage


def check_undo(connection: sqlite3.Connection, number: int) -> None:
    """Refuse to undo what replaced earlier figures, which are kept nowhere else.

    Raises ObservatoryError ``indicators_replaced``.
    """
    row = connection.execute(
        "SELECT file_name FROM batch WHERE fid = ? AND updated > 0 AND EXISTS"
        " (SELECT 1 FROM indicator_value WHERE batch = ?)",
        (number, number),
    ).fetchone()
    if row:
        raise ObservatoryError("indicators_replaced", batch=number)


def forget(connection: sqlite3.Connection, number: int) -> int:
    """Take a batch's figures away, and series that have none left; returns how many figures."""
    removed = connection.execute("DELETE FROM indicator_value WHERE batch = ?", (number,)).rowcount
    if removed:
        connection.execute(
            "DELETE FROM indicator WHERE NOT EXISTS"
            " (SELECT 1 FROM indicator_value WHERE indicator = indicator.code)"
        )
        geopackage.touch_contents(connection, ("indicator", "indicator_value"))
    return removed
