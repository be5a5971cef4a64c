"""Figures of areas read back, and what undoing a batch does to those that it brought."""

from __future__ import annotations

import sqlite3

from oltp_plugin.errors import ObservatoryError

from . import geopackage


def yearly(
    connection: sqlite3.Connection, purpose: str, last: str, language: str, years: int = 3
) -> list[tuple[str, str, dict[int, float | None]]]:
    """Label (in French, else in English), unit and value by year of the commune's yearly series of
    a ``purpose``.

    The last ``years`` up to the ISO day ``last`` of which anything is known; the largest first.
    """
    label = "label_fr" if language == "fr" else "label_en"
    rows = connection.execute(
        f"SELECT i.{label}, i.unit, CAST(substr(v.period_to, 1, 4) AS INTEGER), v.value"
        " FROM indicator_value v JOIN indicator i ON i.code = v.indicator"
        " WHERE i.purpose = ? AND v.territory_level = 'commune' AND v.period_to <= ?"
        " AND substr(v.period_from, 5) = '-01-01' AND substr(v.period_to, 5) = '-12-31'"
        " AND substr(v.period_from, 1, 4) = substr(v.period_to, 1, 4)"
        " ORDER BY i.fid",  # nosec B608
        (purpose, last),
    ).fetchall()
    known = sorted({year for _, _, year, _ in rows})[-years:]
    series: dict[tuple[str, str], dict[int, float | None]] = {}
    for label, unit, year, value in rows:
        if year in known:
            series.setdefault((label, unit), dict.fromkeys(known))[year] = value
    found = [(label, unit, values) for (label, unit), values in series.items()]
    return sorted(found, key=lambda each: -(each[2][known[-1]] or 0))


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
