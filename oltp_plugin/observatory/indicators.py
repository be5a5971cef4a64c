"""Figures of areas that are no incidents: published statistics, boardings, absenteeism.

Never of a school, never without a stated purpose, and of a partner only under its agreement.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from oltp_plugin.errors import ObservatoryError

from . import batches, gate, geopackage
from . import connection as store
from .batches import Batch

PUBLIC = "public statistics"
LEVELS = ("commune", "quartier", "sous-quartier", "iris", "qpv", "groupe territorial")
_TABLES = ("indicator", "indicator_value", "batch", "partner", "journal")


@dataclass(frozen=True)
class Indicator:
    """A series: ``label`` in the partner's words, what it counts; ``english``: the label in
    English, empty where nobody knows it."""

    code: str
    label: str
    unit: str
    english: str = ""


class Value(NamedTuple):
    """A figure of one area and period (ISO days, both included); None: not published."""

    indicator: str
    territory: str
    period_from: str
    period_to: str
    value: float | None


def areas(path: Path, level: str) -> dict[str, str]:
    """Code -> name of the observatory's territories of a level; raises ``indicator_level``."""
    plain = checked_level(level)
    with store.reading(path) as connection:
        rows = connection.execute("SELECT code, name FROM territory WHERE level = ?", (plain,))
        return dict(rows.fetchall())


def checked_level(level: str) -> str:
    """The level as it is stored; a school is no level. Raises ObservatoryError."""
    plain = level.strip().lower()
    if plain not in LEVELS:
        raise ObservatoryError("indicator_level", level=level, allowed=", ".join(LEVELS))
    return plain


def import_indicators(
    path: Path,
    batch: Batch,
    purpose: str,
    level: str,
    series: Iterable[Indicator],
    values: Iterable[Value],
) -> int:
    """Write the figures of one file; one already there for its area and period is replaced.

    ``batch``: the ledger's line, whose counts of new, updated and unchanged are filled in.
    Returns its number. Raises ObservatoryError ``indicator_purpose`` (none, or none that an
    agreement backs), ``indicator_level``, and what ``gate.may_store`` raises.
    """
    level = checked_level(level)
    if not purpose.strip():
        raise ObservatoryError("indicator_purpose_missing", public=PUBLIC)
    with store.writing(path, bulk=True) as connection:
        terms = gate.may_store(connection, batch.partner)
        if terms.agreement is None and purpose != PUBLIC:
            raise ObservatoryError("indicator_purpose", partner=batch.partner, public=PUBLIC)
        batch.agreement = terms.agreement
        batches.ensure_partner(connection, batch.partner)
        number = batches.record(connection, batch)
        for each in series:
            _keep(connection, each, batch, purpose.strip(), level)
        _write(connection, batch, number, level, values)
        connection.execute(
            "UPDATE batch SET inserted = ?, updated = ?, unchanged = ? WHERE fid = ?",
            (batch.inserted, batch.updated, batch.unchanged, number),
        )
        geopackage.touch_contents(connection, _TABLES)
    return number


def _keep(
    connection: sqlite3.Connection, each: Indicator, batch: Batch, purpose: str, level: str
) -> None:
    values = (
        each.english or each.label,
        each.label,
        each.unit,
        batch.partner,
        batch.agreement,
        purpose,
        level,
    )
    updated = connection.execute(
        "UPDATE indicator SET label_en = ?, label_fr = ?, unit = ?, partner = ?, agreement = ?,"
        " purpose = ?, finest_level = ? WHERE code = ?",
        (*values, each.code),
    ).rowcount
    if not updated:
        connection.execute(
            "INSERT INTO indicator (label_en, label_fr, unit, partner, agreement, purpose,"
            " finest_level, code) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, each.code),
        )


def _write(
    connection: sqlite3.Connection, batch: Batch, number: int, level: str, values: Iterable[Value]
) -> None:
    stored = {
        row[:4]: row[4:]
        for row in connection.execute(
            "SELECT indicator, territory, period_from, period_to, fid, value FROM indicator_value"
            " WHERE territory_level = ?",
            (level,),
        )
    }
    new, changed = [], []
    for each in values:
        known = stored.get(each[:4])
        if known is None:
            new.append((*each[:2], level, *each[2:], number))
        elif known[1] != each.value:
            changed.append((each.value, number, known[0]))
        else:
            batch.unchanged += 1
    connection.executemany(
        "INSERT INTO indicator_value (indicator, territory, territory_level, period_from,"
        " period_to, value, batch) VALUES (?, ?, ?, ?, ?, ?, ?)",
        new,
    )
    connection.executemany("UPDATE indicator_value SET value = ?, batch = ? WHERE fid = ?", changed)
    batch.inserted, batch.updated = len(new), len(changed)
