"""What bulletins, session packs and diagnoses said, kept as it was when they were made."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from oltp_plugin.errors import ObservatoryError

from . import connection as store
from . import geopackage, journal, period_counts
from .clock import now
from .counting import NOT_WITHDRAWN
from .schema import SINCE_4

INDICATORS = 8  # of the mayor's page, at most


@dataclass(frozen=True)
class Bulletin:
    """One that was made. ``kind``: bulletin, sessionpack or diagnostic; of maps only the public
    ones are kept: printmap, atlas. Days are ISO."""

    kind: str
    diffusion: str
    territory: str | None
    territory_level: str | None
    period_from: str
    period_to: str
    made_at: str = ""
    fid: int = 0


@dataclass(frozen=True)
class Figure:
    """One figure on a page. ``category``: a code, a family stands for all of its own, None for all;
    ``territory``: None for all over. ``known_by``: counted at that day's age. ``hidden``: not
    printed, being under ``threshold`` or telling of one that is. ``batches``: the deliveries
    behind it. ``scope``: what else a map's count was narrowed by, in no words for a reader."""

    key: str
    partner: str
    category: str | None
    territory: str | None
    territory_level: str | None
    period_from: str
    period_to: str
    value: float | None
    known_by: str | None = None
    hidden: bool = False
    threshold: int = 0
    batches: tuple[int, ...] = ()
    scope: str | None = None


_FIGURE = (
    "key", "partner", "category", "territory", "territory_level", "period_from", "period_to",
    "value", "known_by", "hidden", "threshold", "batches", "scope",
)  # fmt: skip
_BULLETIN = (
    "kind", "diffusion", "territory", "territory_level", "period_from", "period_to", "made_at",
)  # fmt: skip


def freeze(path: Path, made: Bulletin, figures: Sequence[Figure]) -> int:
    """Keep what was just printed, for as long as the observatory lives; returns its number."""
    with store.writing(path) as connection:
        (last,) = connection.execute("SELECT max(fid) FROM batch").fetchone()
        cursor = connection.execute(
            f"INSERT INTO bulletin ({', '.join(_BULLETIN)}, last_batch)"  # nosec B608
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*(getattr(made, name) for name in _BULLETIN[:-1]), now(), last),
        )
        number = int(cursor.lastrowid or 0)
        connection.executemany(
            f"INSERT INTO bulletin_figure (bulletin, {', '.join(_FIGURE)})"  # nosec B608
            f" VALUES ({', '.join('?' * (len(_FIGURE) + 1))})",
            [(number, *_row(figure)) for figure in figures],
        )
        journal.record(connection, "print", "bulletin", number, f"{made.kind} {made.diffusion}")
        geopackage.touch_contents(connection, (*SINCE_4, "journal"))
    return number


def bulletins(connection: sqlite3.Connection) -> list[Bulletin]:
    """All that were made, the last first."""
    rows = connection.execute(
        f"SELECT {', '.join(_BULLETIN)}, fid FROM bulletin ORDER BY fid DESC"  # nosec B608
    )
    return [Bulletin(*row) for row in rows]


def figures_of(connection: sqlite3.Connection, number: int) -> list[Figure]:
    """The figures of one, in the order of its pages.

    Raises ObservatoryError ``no_bulletin``.
    """
    if not connection.execute("SELECT 1 FROM bulletin WHERE fid = ?", (number,)).fetchone():
        raise ObservatoryError("no_bulletin", bulletin=number)
    return _figures(connection, "bulletin = ?", (number,))


def published(connection: sqlite3.Connection) -> list[Figure]:
    """What anybody may have read: the figures that were printed on public pages."""
    condition = (
        "NOT hidden AND value IS NOT NULL"
        " AND bulletin IN (SELECT fid FROM bulletin WHERE diffusion = 'public')"
    )
    return _figures(connection, condition, ())


def indicators(connection: sqlite3.Connection, year: int) -> list[tuple[str, str]]:
    """The partner and family of each indicator of a year's bulletins; none before the first."""
    rows = connection.execute(
        "SELECT partner, category FROM bulletin_indicator WHERE year = ? ORDER BY position",
        (year,),
    )
    return rows.fetchall()


def choose_indicators(path: Path, year: int, chosen: Sequence[tuple[str, str]]) -> None:
    """Fix the indicators of a year's bulletins, at most eight; those of before give way."""
    with store.writing(path) as connection:
        connection.execute("DELETE FROM bulletin_indicator WHERE year = ?", (year,))
        connection.executemany(
            "INSERT INTO bulletin_indicator (year, position, partner, category)"
            " VALUES (?, ?, ?, ?)",
            [(year, place, *each) for place, each in enumerate(chosen[:INDICATORS])],
        )
        geopackage.touch_contents(connection, ("bulletin_indicator",))


def today(connection: sqlite3.Connection, figure: Figure) -> int | None:
    """What the observatory counts now where the figure was counted then, whatever its age; None
    for a map's count of its own areas, categories or scope."""
    if figure.scope is not None:
        return None
    members = figure.category and set(period_counts.members_of(connection, [figure.category]))
    found = period_counts.counts(
        connection,
        (figure.period_from, figure.period_to),
        figure.territory_level,
        codes=None if figure.territory is None else [figure.territory],
    )
    return sum(
        n
        for (partner, category, _), n in found.items()
        if partner == figure.partner and (not members or category in members)
    )


class Since(NamedTuple):
    """What became of the records of a period after a moment: numbers of records."""

    requalified: int
    withdrawn: int
    late: int


def since(connection: sqlite3.Connection, made: Bulletin, partner: str) -> Since:
    """Since a bulletin was made, among a partner's records of its period."""
    window = (made.period_from, made.period_to + "T99")
    requalified = withdrawn = 0
    for category, status, text in connection.execute(
        "SELECT i.category, i.status, h.version FROM incident_history h"
        " JOIN incident i ON i.uuid = h.uuid WHERE i.partner = ?"
        " AND i.occurred_from >= ? AND i.occurred_from < ? AND h.fid IN"
        " (SELECT min(fid) FROM incident_history WHERE batch > ? GROUP BY uuid)",
        (partner, *window, _last_batch(connection, made)),
    ):
        version = json.loads(text)
        requalified += version["category"] != category and status != "withdrawn"
        withdrawn += status == "withdrawn" and version["status"] != "withdrawn"
    (late,) = connection.execute(
        f"SELECT count(*) FROM incident WHERE partner = ? AND {NOT_WITHDRAWN}"  # nosec B608
        " AND occurred_from >= ? AND occurred_from < ? AND batch > ?"
        " AND uuid NOT IN (SELECT uuid FROM incident_history)",
        (partner, *window, _last_batch(connection, made)),
    ).fetchone()
    return Since(requalified, withdrawn, late)


def _last_batch(connection: sqlite3.Connection, made: Bulletin) -> int:
    (number,) = connection.execute(
        "SELECT coalesce(last_batch, 0) FROM bulletin WHERE fid = ?", (made.fid,)
    ).fetchone()
    return number


def _row(figure: Figure) -> tuple:
    values = [getattr(figure, name) for name in _FIGURE]
    values[_FIGURE.index("batches")] = json.dumps(figure.batches)
    return tuple(values)


def _figures(connection: sqlite3.Connection, condition: str, values: tuple) -> list[Figure]:
    rows = connection.execute(
        f"SELECT {', '.join(_FIGURE)} FROM bulletin_figure WHERE {condition} ORDER BY fid",  # nosec B608
        values,
    )
    found = []
    for row in rows:
        named = dict(zip(_FIGURE, row))
        named["hidden"] = bool(named["hidden"])
        named["batches"] = tuple(json.loads(named["batches"] or "[]"))
        found.append(Figure(**named))
    return found
