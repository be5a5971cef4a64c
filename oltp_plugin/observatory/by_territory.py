"""What the territories of a level hold, by SQL on the memberships kept with the incidents."""

from __future__ import annotations

import sqlite3

from .counting import NOT_REVEALED

_VALID = "SELECT fid FROM territory WHERE level = ? AND valid_to IS NULL"


def territories(connection: sqlite3.Connection, level: str) -> list[int]:
    """The valid territories of ``level``, by fid."""
    return [fid for (fid,) in connection.execute(_VALID + " ORDER BY fid", (level,))]


def counts(connection: sqlite3.Connection, level: str, condition: str) -> dict[int, int]:
    """How many incidents under ``condition`` lie in each territory, 0 included.

    Those without a point count in the territory that they name.
    """
    # "+": once through a level's memberships, not each territory's for each incident.
    rows = connection.execute(
        f"SELECT territory, count(*) FROM incident_territory WHERE territory IN ({_VALID})"
        f" AND +incident IN (SELECT fid FROM incident WHERE {condition}) GROUP BY territory",  # nosec B608
        (level,),
    )
    return {**dict.fromkeys(territories(connection, level), 0), **dict(rows)}


def days(
    connection: sqlite3.Connection, level: str, condition: str, column: str
) -> list[tuple[int, str]]:
    """The territory and the day (ISO, of ``column``) of each incident in one of ``level``."""
    return connection.execute(
        f"SELECT m.territory, substr(i.{column}, 1, 10) FROM incident_territory m"
        f" JOIN (SELECT fid, {column} FROM incident WHERE {condition}) i ON i.fid = m.incident"
        f" WHERE m.territory IN ({_VALID}) AND i.{column} IS NOT NULL",  # nosec B608
        (level,),
    ).fetchall()


def denominators(connection: sqlite3.Connection, condition: str) -> list[str]:
    """Against what the categories of the incidents under ``condition`` are measured.

    Without the categories that a service's own activity reveals, which no rate counts.
    """
    rows = connection.execute(
        "SELECT DISTINCT denominator FROM category WHERE code IN (SELECT DISTINCT category"
        f" FROM incident WHERE ({condition}) AND {NOT_REVEALED}) ORDER BY denominator"  # nosec B608
    )
    return [denominator for (denominator,) in rows]


def sizes(connection: sqlite3.Connection, level: str, column: str) -> dict[int, int]:
    """The territories' ``population`` or ``dwellings``, where it is known and not 0."""
    rows = connection.execute(
        f"SELECT fid, {column} FROM territory WHERE fid IN ({_VALID}) AND {column} > 0",  # nosec B608
        (level,),
    )
    return dict(rows)
