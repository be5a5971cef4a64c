"""Deliveries: each leaves a line in the ledger, and can be taken back."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict, dataclass
from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from . import connection as store
from . import geopackage, incidents, indicator_values, journal
from .clock import last_day_kept_from, now

UNDO_MONTHS = 13  # for which earlier versions of records are kept
INCIDENT_TABLES = ("incident", "incident_history", "reject", "batch", "partner")


@dataclass
class Batch:
    """A delivery as the ledger keeps it; the counts are filled in as the import goes."""

    partner: str
    kind: str
    file_name: str | None = None
    sha256: str | None = None
    profile: str | None = None
    profile_version: int | None = None
    agreement: int | None = None
    period_from: str | None = None
    period_to: str | None = None
    read: int = 0
    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    unlocated: int = 0
    withdrawn: int = 0


def record(connection: sqlite3.Connection, batch: Batch) -> int:
    """Write the ledger's line; returns the batch's number."""
    values = {**asdict(batch), "imported_at": now()}
    marks = ", ".join(f":{name}" for name in values)
    cursor = connection.execute(f"INSERT INTO batch ({', '.join(values)}) VALUES ({marks})", values)  # nosec B608
    number = int(cursor.lastrowid or 0)
    journal.record(connection, "import", "batch", number)
    return number


def ensure_partner(connection: sqlite3.Connection, code: str, name: str | None = None) -> None:
    """Make the partner known, to be completed by the analyst; the ledger then keeps it."""
    connection.execute(
        "INSERT OR IGNORE INTO partner (code, name) VALUES (?, ?)", (code, name or code)
    )


def delivered_until(connection: sqlite3.Connection, partner: str, besides: int = 0) -> str | None:
    """The last day that a partner's deliveries cover, batch ``besides`` left out; None: none."""
    return connection.execute(
        "SELECT max(period_to) FROM batch WHERE partner = ? AND fid <> ? AND undone_at IS NULL",
        (partner, besides),
    ).fetchone()[0]


def nil_return(path: Path, partner: str, period_from: str, period_to: str) -> int:
    """Record that a partner declared nothing for a period; returns the batch's number.

    Dates are ISO days, both included. Raises ObservatoryError ``period_backwards``.
    """
    if period_to < period_from:
        raise ObservatoryError("period_backwards", start=period_from, end=period_to)
    with store.writing(path) as connection:
        ensure_partner(connection, partner)
        number = record(
            connection, Batch(partner, "nil", period_from=period_from, period_to=period_to)
        )
        geopackage.touch_contents(connection, ("batch", "partner", "journal"))
    return number


def record_act(
    connection: sqlite3.Connection,
    partner: str,
    action: str,
    n: int,
    withdrawn: int = 0,
    inserted: int = 0,
) -> int:
    """The ledger's line of an analyst's act on n records, so that it can be undone.

    It covers no period, so that it speaks for no month. ``inserted``: how many of the n are new.
    """
    act = Batch(
        partner,
        "additions",
        read=n,
        inserted=inserted,
        updated=n - inserted,
        withdrawn=withdrawn,
    )
    number = record(connection, act)
    journal.record(connection, action, "batch", number)
    return number


def undo(path: Path, number: int) -> tuple[int, int]:
    """Take a delivery back: its new incidents go, those it changed get their earlier values.

    Returns how many were removed and restored. Raises ObservatoryError ``no_batch``,
    ``already_undone``, ``later_batch`` (a later one changed the same records), ``undo_too_old``
    (over 13 months), ``undo_before_purge``, ``indicators_replaced``.
    """
    from . import memberships  # with shapely, which QGIS's start must not load

    with store.writing(path, bulk=True) as connection:
        _check_undo(connection, number)
        restored = incidents.restore(connection, number)
        removed = incidents.remove(connection, number)
        removed += indicator_values.forget(connection, number)
        connection.execute("DELETE FROM reject WHERE batch = ?", (number,))
        connection.execute("UPDATE batch SET undone_at = ? WHERE fid = ?", (now(), number))
        _forget_first_words(connection, number)
        memberships.fill_gaps(connection)
        journal.record(connection, "undo", "batch", number)
        geopackage.touch_contents(connection, INCIDENT_TABLES)
    return removed, restored


def undo_ends() -> str:
    """The last moment whose deliveries are too old to be undone."""
    return last_day_kept_from(now()[:10], UNDO_MONTHS) + "T23:59:59"


def _check_undo(connection: sqlite3.Connection, number: int) -> None:
    row = connection.execute(
        "SELECT undone_at, imported_at FROM batch WHERE fid = ?", (number,)
    ).fetchone()
    if row is None:
        raise ObservatoryError("no_batch", batch=number)
    if row[0] is not None:
        raise ObservatoryError("already_undone", batch=number, when=row[0])
    if row[1] <= undo_ends():
        raise ObservatoryError("undo_too_old", batch=number, when=row[1], months=UNDO_MONTHS)
    (purged_at,) = connection.execute("SELECT purged_at FROM observatory").fetchone()
    if purged_at is not None and row[1] <= purged_at:
        raise ObservatoryError("undo_before_purge", batch=number, when=row[1], purge=purged_at)
    indicator_values.check_undo(connection, number)
    later = connection.execute(
        "SELECT max(batch) FROM incident_history WHERE previous_batch = ?", (number,)
    ).fetchone()[0]
    if later is not None:
        raise ObservatoryError("later_batch", batch=number, later=later)


def _forget_first_words(connection: sqlite3.Connection, number: int) -> None:
    """Remove the words that only this delivery had brought, where nothing uses them."""
    connection.execute(
        "DELETE FROM category_crosswalk WHERE first_batch = ? AND NOT EXISTS"
        " (SELECT 1 FROM incident WHERE source_category = category_crosswalk.fid)",
        (number,),
    )
    connection.execute(
        "UPDATE category_crosswalk SET first_batch = NULL WHERE first_batch = ?", (number,)
    )
