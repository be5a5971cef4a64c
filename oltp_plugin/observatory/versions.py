"""The earlier versions of incidents: every value that one had before a batch changed it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from .clock import now

# Every column but fid, in the table's order.
VALUES = (
    "geom", "uuid", "partner", "partner_ref", "batch", "category", "source_category", "known_by",
    "occurred_from", "occurred_to", "time_precision", "reported_at", "place_kind", "address",
    "location_precision", "geocode_score", "territory", "territory_level", "severity", "count",
    "status", "fact", "created_at", "updated_at",
)  # fmt: skip
AT_A_TIME = 900  # SQLite before 3.32 takes 999 parameters

_EVERY = ("fid", *VALUES)
_PLACE = (
    "geom", "address", "geocode_score", "location_precision", "territory", "territory_level",
)  # fmt: skip

Version = dict[str, Any]  # by column


def current(connection: sqlite3.Connection, fids: Sequence[int]) -> dict[int, Version]:
    """By fid, every value of at most AT_A_TIME incidents as they are now."""
    rows = connection.execute(
        f"SELECT {', '.join(_EVERY)} FROM incident"  # nosec B608
        f" WHERE fid IN ({', '.join('?' * len(fids))})",
        fids,
    )
    return {row[0]: dict(zip(_EVERY, row)) for row in rows}


def as_text(version: Version) -> str:
    """A version as it is kept: JSON, its geometry as hexadecimal."""
    geometry = version["geom"]
    return json.dumps({**version, "geom": geometry.hex() if isinstance(geometry, bytes) else None})


def from_text(text: str) -> Version:
    """A version that was kept."""
    version = json.loads(text)
    if version["geom"] is not None:
        version["geom"] = bytes.fromhex(version["geom"])
    return version


def remember(connection: sqlite3.Connection, versions: Iterable[Version], batch: int) -> None:
    """Keep what incidents are before ``batch`` changes them."""
    moment = now()
    connection.executemany(
        "INSERT INTO incident_history (uuid, batch, previous_batch, changed_at, version)"
        " VALUES (?, ?, ?, ?, ?)",
        ((each["uuid"], batch, each["batch"], moment, as_text(each)) for each in versions),
    )


def hide_places(connection: sqlite3.Connection, fids: Sequence[int]) -> None:
    """Give every earlier version of these incidents the place that they have now."""
    for start in range(0, len(fids), AT_A_TIME):
        part = fids[start : start + AT_A_TIME]
        found = {each["uuid"]: each for each in current(connection, part).values()}
        kept = connection.execute(
            "SELECT fid, uuid, version FROM incident_history"  # nosec B608
            f" WHERE uuid IN ({', '.join('?' * len(found))})",
            list(found),
        ).fetchall()
        connection.executemany(
            "UPDATE incident_history SET version = ? WHERE fid = ?",
            [
                (as_text({**from_text(text), **_place(found[uuid])}), fid)
                for fid, uuid, text in kept
            ],
        )


def _place(version: Version) -> Version:
    return {column: version[column] for column in _PLACE}
