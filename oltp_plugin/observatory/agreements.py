"""What the partners' agreements allow; asked here by everything that stores or combines."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from oltp_plugin.errors import ObservatoryError

from .clock import now


@dataclass(frozen=True)
class Terms:
    """One agreement's limits on what may be stored; None among them means no limit."""

    agreement: int | None = None
    reference: str | None = None
    fields: frozenset[str] | None = None
    categories: frozenset[str] | None = None
    finest_stored: str = "address"
    dwelling_numbers: bool = False


def terms(connection: sqlite3.Connection, partner: str) -> Terms:
    """The terms under which ``partner``'s records may be stored today.

    Without any agreement there is no limit but the observatory's own. Raises ObservatoryError
    ``agreement_expired`` where the partner had agreements and none is in force: nothing new
    enters.
    """
    rows = connection.execute(
        "SELECT fid, reference, allowed_fields, allowed_categories, finest_stored,"
        " dwelling_numbers, valid_from, valid_to FROM agreement WHERE partner = ?"
        " ORDER BY valid_from DESC, fid DESC",
        (partner,),
    ).fetchall()
    if not rows:
        return Terms()
    today = now()[:10]
    for fid, reference, fields, categories, finest, numbers, valid_from, valid_to in rows:
        if (valid_from or "") <= today <= (valid_to or "9999"):
            return Terms(
                fid, reference, _listed(fields), _listed(categories), finest, bool(numbers)
            )
    raise ObservatoryError(
        "agreement_expired", partner=partner, reference=rows[0][1], until=rows[0][7] or "?"
    )


def check_combination(connection: sqlite3.Connection, partners: list[str]) -> None:
    """Refuse to look at several partners' records together where an agreement forbids it.

    Raises ObservatoryError ``combination_forbidden``, naming the agreement.
    """
    if len(partners) < 2:
        return
    for partner in partners:
        row = connection.execute(
            "SELECT reference, combination, combination_with FROM agreement WHERE partner = ?"
            " ORDER BY valid_from DESC, fid DESC LIMIT 1",
            (partner,),
        ).fetchone()
        if row is None or row[1] == "yes":
            continue
        allowed = (_listed(row[2]) or frozenset()) if row[1] == "listed" else frozenset()
        forbidden = sorted(set(partners) - {partner} - allowed)
        if forbidden:
            raise ObservatoryError(
                "combination_forbidden",
                partner=partner,
                reference=row[0],
                others=", ".join(forbidden),
            )


def _listed(text: str | None) -> frozenset[str] | None:
    """A JSON list as a set; an empty cell sets no limit."""
    return frozenset(json.loads(text)) if text else None
