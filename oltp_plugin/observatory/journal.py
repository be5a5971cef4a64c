"""Who did which action on which table and record, when; never a value."""

from __future__ import annotations

import getpass
import sqlite3

from .clock import last_day_kept_from, now

MONTHS = 12  # for which a line is kept


def record(
    connection: sqlite3.Connection,
    action: str,
    table: str,
    record: int | None,
    detail: str | None = None,
) -> None:
    """Add a line, in the transaction of what it tells of.

    ``detail``: words of the plugin's own, such as a print's kind and diffusion.
    """
    connection.execute(
        "INSERT INTO journal (at, who, action, table_name, record, detail)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (now(), _login(), action, table, record, detail),
    )


def ends() -> str:
    """The last moment whose lines have expired."""
    return last_day_kept_from(now()[:10], MONTHS) + "T23:59:59"


def expire(connection: sqlite3.Connection) -> None:
    """Delete the lines that are too old."""
    connection.execute("DELETE FROM journal WHERE at <= ?", (ends(),))


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in a container
        return "?"
