"""What became of stored records since a day: requalified, withdrawn, or proposed as withdrawn."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from .connection import reading


@dataclass
class PartnerChanges:
    """Records of a partner with another category than on that day, withdrawn since, and those
    that the last complete delivery of their days lacks and nobody has confirmed."""

    requalified: int = 0
    withdrawn: int = 0
    proposed: int = 0


def changes(path: Path, since: str) -> dict[str, PartnerChanges]:
    """By partner; ``since``: an ISO day, itself included. Partners without changes are absent."""
    with reading(path) as connection:
        found = _from_history(connection, since)
        for partner, n in _proposed(connection, since).items():
            found.setdefault(partner, PartnerChanges()).proposed = n
    return found


def _from_history(connection: sqlite3.Connection, since: str) -> dict[str, PartnerChanges]:
    """The oldest version since that day against the record as it is now."""
    rows = connection.execute(
        "SELECT i.partner, i.category, i.status, h.version FROM incident_history h"
        " JOIN incident i ON i.uuid = h.uuid WHERE h.fid IN"
        " (SELECT min(fid) FROM incident_history WHERE changed_at >= ? GROUP BY uuid)",
        (since,),
    )
    found: dict[str, PartnerChanges] = {}
    for partner, category, status, text in rows:
        version = json.loads(text)
        requalified = version["category"] != category
        withdrawn = status == "withdrawn" and version["status"] != "withdrawn"
        if requalified or withdrawn:
            own = found.setdefault(partner, PartnerChanges())
            own.requalified += requalified
            own.withdrawn += withdrawn
    return found


def _proposed(connection: sqlite3.Connection, since: str) -> dict[str, int]:
    """Withdrawals that complete deliveries of each partner propose, less those confirmed.

    A later delivery of the same days says it anew, one of the next month does not.
    """
    rows = connection.execute(
        "WITH last AS (SELECT fid, partner, withdrawn FROM batch b WHERE kind = 'complete'"
        " AND undone_at IS NULL AND imported_at >= ? AND NOT EXISTS (SELECT 1 FROM batch later"
        " WHERE later.partner = b.partner AND later.fid > b.fid AND later.undone_at IS NULL"
        " AND later.period_from <= b.period_to AND later.period_to >= b.period_from))"
        " SELECT partner, sum(withdrawn) - coalesce((SELECT sum(act.withdrawn) FROM batch act"
        " WHERE act.partner = last.partner AND act.fid > min(last.fid) AND act.sha256 IS NULL"
        " AND act.undone_at IS NULL), 0) FROM last GROUP BY partner",
        (since,),
    )
    return {partner: n for partner, n in rows if n > 0}
