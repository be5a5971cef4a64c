"""What partners' agreements say: read from the observatory, recorded in it.

What they allow is asked of ``gate``, in one place.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from . import connection as store
from . import geopackage, journal
from .batches import ensure_partner
from .clock import now

# The uses that the plugin knows; a purpose in other words is kept and lets nothing more be done.
PURPOSES = ("mapping", "analysis", "evaluation", "bulletin", "diagnosis", "alerts")
# Widening; an institution's name among the recipients is none of them.
DIFFUSIONS = ("internal", "restricted", "public")
SOON = 60  # days before an agreement ends, from which on it is said
RHYTHMS = ("daily", "weekly", "monthly", "quarterly", "yearly", "none")
COMBINATIONS = ("yes", "no", "listed")
# The fields of a record that an agreement may name; the profile's fields (a test compares them).
RECORD_FIELDS = (
    "partner_ref", "occurred_from", "occurred_to", "reported_at", "category", "x", "y", "address",
    "territory", "severity", "count", "place_kind", "known_by",
)  # fmt: skip

Words = tuple[str, ...]


@dataclass(frozen=True)
class Agreement:
    """One agreement; a list that is None sets no limit, an empty one allows nothing.

    Days are ISO. ``allowed_categories``: codes of categories or families.
    ``retention_by_category``: months, by code of a category or family.
    """

    partner: str
    reference: str
    document: str | None = None
    signed_on: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    purposes: Words | None = None
    allowed_fields: Words | None = None
    allowed_categories: Words | None = None
    finest_stored: str = "address"
    finest_shown: str = "address"
    recipients: Words | None = None
    combination: str = "yes"
    combination_with: Words | None = None
    small_count_threshold: int | None = None
    retention_months: int | None = None
    retention_by_category: dict[str, int] | None = None
    dwelling_numbers: bool = False
    rhythm: str | None = None
    fid: int | None = field(default=None, compare=False)

    def state(self, day: str | None = None) -> str:
        """``in_force``, ``ended`` or ``not_begun`` on an ISO day, today without one."""
        day = day or now()[:10]
        if self.valid_to and self.valid_to < day:
            return "ended"
        return "not_begun" if self.valid_from and self.valid_from > day else "in_force"

    def may_combine_with(self, partner: str) -> bool:
        """Whether its records may be looked at together with ``partner``'s."""
        if self.combination == "listed":
            return partner in (self.combination_with or ())
        return self.combination == "yes"


COLUMNS = tuple(each.name for each in fields(Agreement) if each.name != "fid")
LISTS = ("purposes", "allowed_fields", "allowed_categories", "recipients", "combination_with")


@dataclass(frozen=True)
class Terms:
    """One agreement's limits on what may be stored; None among them means no limit."""

    agreement: int | None = None
    reference: str | None = None
    fields: frozenset[str] | None = None
    categories: frozenset[str] | None = None
    finest_stored: str = "address"
    dwelling_numbers: bool = False


def terms_of(agreement: Agreement | None) -> Terms:
    """What an agreement lets be stored; without one, no limit but the observatory's own."""
    if agreement is None:
        return Terms()
    return Terms(
        agreement.fid,
        agreement.reference,
        None if agreement.allowed_fields is None else frozenset(agreement.allowed_fields),
        None if agreement.allowed_categories is None else frozenset(agreement.allowed_categories),
        agreement.finest_stored,
        agreement.dwelling_numbers,
    )


def all_of(connection: sqlite3.Connection, partner: str | None = None) -> list[Agreement]:
    """The agreements of ``partner``, or of all, the newest first.

    Raises ObservatoryError ``agreement_unreadable`` where another program wrote a cell that is
    no list.
    """
    rows = connection.execute(
        f"SELECT fid, {', '.join(COLUMNS)} FROM agreement WHERE ? IS NULL OR partner = ?"  # nosec B608
        " ORDER BY partner, coalesce(valid_from, '') DESC, fid DESC",
        (partner, partner),
    ).fetchall()
    return [_agreement(dict(zip(("fid", *COLUMNS), row))) for row in rows]


def current(connection: sqlite3.Connection, partner: str) -> Agreement | None:
    """The agreement that counts for ``partner`` today; None where none was ever recorded.

    The newest one in force; else the one that ended last, whose limits go on for what is held;
    else the one that begins first.
    """
    known = all_of(connection, partner)
    for agreement in known:
        if agreement.state() == "in_force":
            return agreement
    ended = [agreement for agreement in known if agreement.state() == "ended"]
    if ended:
        return max(ended, key=lambda agreement: agreement.valid_to or "")
    return known[-1] if known else None


def standing(agreement: Agreement | None) -> str:
    """``none``, ``in_force``, ``ending`` (within SOON days), ``ended`` or ``not_begun``."""
    if agreement is None:
        return "none"
    soon = (date.fromisoformat(now()[:10]) + timedelta(days=SOON)).isoformat()
    state = agreement.state()
    ends = agreement.valid_to is not None and agreement.valid_to <= soon
    return "ending" if state == "in_force" and ends else state


def record(path: Path, agreement: Agreement) -> int:
    """Write an agreement; one of the partner's with the same reference is replaced.

    Returns its number. Raises ObservatoryError ``unknown_category``.
    """
    with store.writing(path) as connection:
        _check_categories(connection, agreement)
        ensure_partner(connection, agreement.partner)
        number = _write(connection, agreement)
        if agreement.rhythm:
            connection.execute(
                "UPDATE partner SET rhythm = ? WHERE code = ?",
                (agreement.rhythm, agreement.partner),
            )
        geopackage.touch_contents(connection, ("agreement", "partner", "journal"))
    return number


def _write(connection: sqlite3.Connection, agreement: Agreement) -> int:
    values = [_cell(getattr(agreement, name)) for name in COLUMNS]
    known = connection.execute(
        "SELECT fid FROM agreement WHERE partner = ? AND reference = ? ORDER BY fid DESC",
        (agreement.partner, agreement.reference),
    ).fetchone()
    if known:
        assignments = ", ".join(f"{name} = ?" for name in COLUMNS)
        connection.execute(
            f"UPDATE agreement SET {assignments} WHERE fid = ?",  # nosec B608
            (*values, known[0]),
        )
        number = int(known[0])
    else:
        marks = ", ".join("?" * len(COLUMNS))
        cursor = connection.execute(
            f"INSERT INTO agreement ({', '.join(COLUMNS)}) VALUES ({marks})",  # nosec B608
            values,
        )
        number = int(cursor.lastrowid or 0)
    journal.record(connection, "replace" if known else "record", "agreement", number)
    return number


def _check_categories(connection: sqlite3.Connection, agreement: Agreement) -> None:
    known = {code for (code,) in connection.execute("SELECT code FROM category")}
    named = [*(agreement.allowed_categories or ()), *(agreement.retention_by_category or {})]
    unknown = sorted(set(named) - known)
    if unknown:
        raise ObservatoryError("unknown_category", code=", ".join(unknown))


def _cell(value: object) -> object:
    """A value as the table holds it: lists and objects as JSON."""
    if isinstance(value, (tuple, dict)):
        return json.dumps(value, ensure_ascii=False)
    return value


def _agreement(row: dict) -> Agreement:
    for name in LISTS:
        row[name] = _words(row, name)
    row["retention_by_category"] = _months(row)
    row["dwelling_numbers"] = bool(row["dwelling_numbers"])
    return Agreement(**row)


def _words(row: dict, name: str) -> Words | None:
    value = _parsed(row, name)
    if value is not None and not isinstance(value, list):
        raise _unreadable(row, name)
    return None if value is None else tuple(str(word) for word in value)


def _months(row: dict) -> dict[str, int] | None:
    value = _parsed(row, "retention_by_category")
    if value is None:
        return None
    if not isinstance(value, dict) or any(type(months) is not int for months in value.values()):
        raise _unreadable(row, "retention_by_category")
    return value


def _parsed(row: dict, name: str) -> object:
    """What the JSON in a cell says; None for an empty one."""
    if not row[name]:
        return None
    try:
        return json.loads(row[name])
    except (ValueError, TypeError, RecursionError) as error:
        raise _unreadable(row, name) from error


def _unreadable(row: dict, name: str) -> ObservatoryError:
    return ObservatoryError(
        "agreement_unreadable", partner=row["partner"], reference=row["reference"], field=name
    )
