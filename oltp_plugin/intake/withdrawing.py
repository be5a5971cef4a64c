"""Records that a complete delivery no longer has: withdrawn once the analyst says so.

What is missing follows from the file and the store, so that nothing about it is kept: the file
is read once more, by the profile that it was imported with.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from oltp_plugin.errors import IntakeError, ObservatoryError
from oltp_plugin.observatory import batches, gate, geopackage, incidents, keys
from oltp_plugin.observatory import connection as store
from oltp_plugin.observatory.clock import now

from . import checking, matching
from .profile import Profile, parse
from .reading import read_table, sha256


def withdraw(path: Path, number: int, source: Path, key_folder: Path) -> tuple[int, int]:
    """Give the records that batch ``number`` proposed the status ``withdrawn``.

    ``source``: the delivered file. Returns how many, and the batch that takes them back when it
    is undone (0: none was left to withdraw). Raises IntakeError ``another_file`` and what
    ``reading`` raises, ObservatoryError ``no_batch``, ``already_undone``, ``not_complete``,
    ``later_delivery``.
    """
    with store.reading(path) as connection:
        delivery = _delivery(connection, number)
        if sha256(source) != delivery["sha256"]:
            raise IntakeError("another_file", name=source.name, batch=number)
        profile = _profile(connection, delivery)
        lists = checking.load_lists(connection, profile)
        terms = gate.may_store(connection, profile.partner)
        key = keys.partner_key(connection, profile.partner, key_folder)
    checked = checking.check(read_table(source, profile), profile, lists, terms)
    delivered = set(keys.references(key or b"", checked.references))
    with store.writing(path, bulk=True) as connection:
        delivery = _delivery(connection, number)  # another may have come while the file was read
        period = (delivery["period_from"], delivery["period_to"])
        missing = matching.missing(connection, profile.partner, delivered, *period)
        if not missing:
            return 0, 0
        act = batches.record_act(
            connection, profile.partner, "withdraw", len(missing), withdrawn=len(missing)
        )
        rows = [("withdrawn", act, now(), fid) for fid in missing]
        incidents.replace(connection, act, ("status", "batch", "updated_at"), rows, set())
        geopackage.touch_contents(connection, batches.INCIDENT_TABLES)
    return len(missing), act


def _delivery(connection: sqlite3.Connection, number: int) -> dict:
    """The ledger's line of a delivery whose proposals still hold."""
    columns = (
        "partner", "kind", "sha256", "profile", "profile_version", "period_from", "period_to",
        "undone_at",
    )  # fmt: skip
    row = connection.execute(
        f"SELECT {', '.join(columns)} FROM batch WHERE fid = ?",  # nosec B608
        (number,),
    ).fetchone()
    if row is None:
        raise ObservatoryError("no_batch", batch=number)
    delivery = dict(zip(columns, row))
    if delivery["undone_at"]:
        raise ObservatoryError("already_undone", batch=number, when=delivery["undone_at"])
    if delivery["kind"] != "complete" or not delivery["period_from"]:
        raise ObservatoryError("not_complete", batch=number)
    later = connection.execute(
        "SELECT min(fid) FROM batch WHERE partner = ? AND fid > ? AND undone_at IS NULL"
        " AND sha256 IS NOT ? AND period_from <= ? AND period_to >= ?",
        (
            delivery["partner"],
            number,
            delivery["sha256"],
            delivery["period_to"],
            delivery["period_from"],
        ),
    ).fetchone()[0]
    if later is not None:
        raise ObservatoryError("later_delivery", batch=number, later=later)
    return delivery


def _profile(connection: sqlite3.Connection, delivery: dict) -> Profile:
    row = connection.execute(
        "SELECT definition FROM import_profile WHERE name = ? AND version = ?",
        (delivery["profile"], delivery["profile_version"]),
    ).fetchone()
    if row is None:
        raise IntakeError("no_profile", name=delivery["profile"])
    return parse(row[0], delivery["profile"], delivery["profile_version"])
