"""Import profiles kept in the observatory, every version that a delivery was read by."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from oltp_plugin.observatory import connection as store
from oltp_plugin.observatory import geopackage
from oltp_plugin.observatory.clock import now

from .profile import Profile, parse


def saved_profile(path: Path, name: str) -> Profile | None:
    """The newest version of a profile saved in the observatory; None where there is none."""
    with store.reading(path) as connection:
        newest = _newest(connection, name)
    return parse(newest[1], name, newest[0]) if newest else None


def save_profile(path: Path, profile: Profile) -> int:
    """Keep a profile in the observatory before its first delivery; returns its version."""
    with store.writing(path) as connection:
        version = keep(connection, profile)
        geopackage.touch_contents(connection, ("import_profile",))
    return version


def keep(connection: sqlite3.Connection, profile: Profile) -> int:
    """Keep the profile as it was used; the same text again is the same version."""
    newest = _newest(connection, profile.name)
    if newest and newest[1] == profile.definition:
        return newest[0]
    version = newest[0] + 1 if newest else 1
    connection.execute(
        "INSERT INTO import_profile (name, version, definition, saved_at) VALUES (?, ?, ?, ?)",
        (profile.name, version, profile.definition, now()),
    )
    return version


def _newest(connection: sqlite3.Connection, name: str) -> tuple[int, str] | None:
    """Its version and definition."""
    return connection.execute(
        "SELECT version, definition FROM import_profile WHERE name = ?"
        " ORDER BY version DESC LIMIT 1",
        (name,),
    ).fetchone()
