"""How many records of each partner and category fall in a period, all over or by territory.

Rows that are held, and what a purge took of months that lie wholly in the period. Withdrawn
records do not count. ``known_by``: only what was recorded up to that day, so that two periods are
counted at the same age; a record that does not say when it was recorded counts at any.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from .clock import day_after
from .counting import NOT_WITHDRAWN

Window = tuple[str, str]  # first and last ISO day, both included
Key = tuple[str, str, str]  # partner, category, territory's code ("" all over)

_DAY_OF_REPORT = "substr(reported_at, 1, 10)"


def counts(
    connection: sqlite3.Connection,
    window: Window,
    level: str | None = None,
    known_by: str | None = None,
    codes: Sequence[str] | None = None,
    partner: str | None = None,
) -> Counter[Key]:
    """Records by partner, category and territory; without a ``level``, all over.

    ``codes``: only these territories of the level; ``partner``: only this one's.
    """
    place, join = "''", ""
    condition, values = "", {"first": window[0], "last": day_after(window[1]), "level": level}
    if level is not None:
        place = "t.code"
        join = (
            " JOIN incident_territory m ON m.incident = i.fid"
            " JOIN territory t ON t.fid = m.territory AND t.level = :level"
        )
        if codes is not None:
            join += f" AND t.code IN ({', '.join(f':c{n}' for n in range(len(codes)))})"
            values.update({f"c{n}": code for n, code in enumerate(codes)})
    if partner is not None:
        condition += " AND i.partner = :partner"
        values["partner"] = partner
    if known_by is not None:
        condition += f" AND (reported_at IS NULL OR {_DAY_OF_REPORT} <= :known)"
        values["known"] = known_by
    query = (
        f"SELECT i.partner, i.category, {place}, count(DISTINCT i.fid) FROM incident i{join}"  # nosec B608
        f" WHERE {NOT_WITHDRAWN} AND occurred_from >= :first AND occurred_from < :last"
        f"{condition} GROUP BY 1, 2, 3"
    )
    found: Counter[Key] = Counter()
    for who, category, code, n in connection.execute(query, values):
        found[who, category, code] += n
    for who, category, code, n in _purged(connection, window, level):
        if partner in (None, who) and (codes is None or level is None or code in codes):
            found[who, category, code] += n
    return found


def by_month(
    connection: sqlite3.Connection, window: Window, partner: str
) -> dict[tuple[str, str], int]:
    """The partner's records by category and month (``YYYY-MM``) of the window's months."""
    rows = connection.execute(
        "SELECT category, substr(occurred_from, 1, 7), count(*) FROM incident"
        f" WHERE {NOT_WITHDRAWN} AND partner = :partner"  # nosec B608
        " AND occurred_from >= :first AND occurred_from < :last GROUP BY 1, 2",
        {"partner": partner, "first": window[0], "last": day_after(window[1])},
    )
    found: Counter[tuple[str, str]] = Counter()
    for category, month, n in rows:
        found[category, month] += n
    for month, who, category, _, n in _purged_months(connection, window, None):
        if who == partner:
            found[category, month[:7]] += n
    return found


def by_week(
    connection: sqlite3.Connection, window: Window, partner: str
) -> dict[tuple[str, int], int]:
    """The partner's records by category and whole week of the window, from its first day on."""
    days = (date.fromisoformat(window[1]) - date.fromisoformat(window[0])).days + 1
    rows = connection.execute(
        "SELECT category, CAST((julianday(substr(occurred_from, 1, 10)) - julianday(:first)) / 7"
        f" AS INTEGER) AS week, count(*) FROM incident WHERE {NOT_WITHDRAWN}"  # nosec B608
        " AND partner = :partner AND occurred_from >= :first AND occurred_from < :last"
        " GROUP BY 1, 2 HAVING week < :weeks",
        {
            "partner": partner,
            "first": window[0],
            "last": day_after(window[1]),
            "weeks": days // 7,
        },
    )
    return {(category, week): n for category, week, n in rows}


def members_of(connection: sqlite3.Connection, codes: Sequence[str]) -> list[str]:
    """The categories that ``codes``, families among them, stand for."""
    marks = ", ".join("?" * len(codes))
    return [
        code
        for (code,) in connection.execute(
            f"SELECT code FROM category WHERE code IN ({marks}) OR parent IN ({marks})",  # nosec B608
            (*codes, *codes),
        )
    ]


def families(connection: sqlite3.Connection) -> dict[str, str]:
    """The family of each category; a family is its own."""
    return dict(connection.execute("SELECT code, coalesce(parent, code) FROM category"))


def last_recorded(connection: sqlite3.Connection, partner: str) -> str | None:
    """The last day on which the partner recorded something; None where no record says."""
    (day,) = connection.execute(
        f"SELECT max({_DAY_OF_REPORT}) FROM incident WHERE partner = ? AND {NOT_WITHDRAWN}",  # nosec B608
        (partner,),
    ).fetchone()
    return day


def stands_for_several(connection: sqlite3.Connection, partner: str, window: Window) -> bool:
    """Whether a record of the window stands for more than one fact, as a table of areas says."""
    (found,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM incident WHERE partner = ? AND occurred_from >= ?"
        f' AND occurred_from < ? AND "count" > 1 AND {NOT_WITHDRAWN})',  # nosec B608
        (partner, window[0], day_after(window[1])),
    ).fetchone()
    return bool(found)


def deliveries(connection: sqlite3.Connection, partner: str, window: Window) -> list[int]:
    """Numbers of the batches that brought or last changed the partner's records of a window, and
    of those that speak for it, such as a nil return."""
    rows = connection.execute(
        f"SELECT DISTINCT batch FROM incident WHERE {NOT_WITHDRAWN} AND partner = ?"  # nosec B608
        " AND occurred_from >= ? AND occurred_from < ? AND batch IS NOT NULL"
        " UNION SELECT fid FROM batch WHERE partner = ? AND undone_at IS NULL"
        " AND period_from <= ? AND period_to >= ? ORDER BY 1",
        (partner, window[0], day_after(window[1]), partner, window[1], window[0]),
    )
    return [number for (number,) in rows]


def month_end_of(day: str) -> str:
    """The same of an ISO day."""
    return month_end(date.fromisoformat(day))


def month_end(day: date) -> str:
    """The last ISO day of the day's month."""
    following = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    return (following - timedelta(days=1)).isoformat()


def _purged(connection: sqlite3.Connection, window: Window, level: str | None):
    """What purges took of the months that begin and end in the window."""
    for _, partner, category, code, n in _purged_months(connection, window, level):
        yield partner, category, code, n


def _purged_months(connection: sqlite3.Connection, window: Window, level: str | None):
    for row in connection.execute(
        "SELECT month, partner, category, coalesce(territory, ''), purged FROM aggregate"
        " WHERE purged > 0 AND date_basis = 'occurred' AND territory_level IS ?"
        " AND month >= ? AND month <= ?",
        (level, *window),
    ):
        if month_end(date.fromisoformat(row[0])) <= window[1]:
            yield row
