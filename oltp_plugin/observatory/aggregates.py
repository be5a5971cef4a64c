"""Monthly counts that outlive the records: written at a month's close and before a purge.

A row of ``aggregate`` counts, for a month, the records of a partner and category, once for the
whole observatory (``territory`` null) and once for every territory that they lie in. ``n`` is how
many there were when it was written, those purged included; ``purged`` is how many of them are
gone. What is held plus ``purged`` is therefore what was held before, exactly, also where a purge
took part of a month and where reports came in late. Withdrawn records do not count.
``coverage`` is the share of the month's days for which the partner declared all it had.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from . import connection as store
from . import coverage
from .clock import now
from .counting import NOT_WITHDRAWN
from .filter import DATE_COLUMNS, listed

_KEYS = "month, partner, category, territory, territory_level, date_basis"


def are_due(connection: sqlite3.Connection) -> bool:
    """Whether a month that has closed holds records and is not yet written; a cheap look."""
    row = connection.execute(
        f"SELECT substr(occurred_from, 1, 7) || '-01' FROM incident WHERE {NOT_WITHDRAWN}"
        " AND occurred_from < ? ORDER BY occurred_from DESC LIMIT 1",  # nosec B608
        (_this_month(),),
    ).fetchone()
    return (
        row is not None
        and connection.execute(
            "SELECT 1 FROM aggregate WHERE month = ? AND date_basis = 'occurred'", row
        ).fetchone()
        is None
    )


def write(connection: sqlite3.Connection, purging: bool = False) -> int:
    """Write the counts of every month; returns how many rows there are.

    With ``purging``, the records in the temporary table ``expired`` (``retention.find_expired``)
    are noted as purged; the caller deletes them in the same transaction. A month that has not
    closed is written only where something of it is purged. Written twice, the table is the same.
    """
    connection.execute("DROP TABLE IF EXISTS temp.counted")
    connection.execute(
        "CREATE TEMP TABLE counted (month, partner, category, territory, territory_level,"
        " date_basis, n, purged)"
    )
    for basis, column in DATE_COLUMNS.items():
        _count(connection, basis, column, purging)
    connection.execute(
        f"INSERT INTO temp.counted SELECT {_KEYS}, purged, purged"  # nosec B608
        " FROM aggregate WHERE purged > 0"
    )
    _replace(connection)
    (rows,) = connection.execute("SELECT count(*) FROM aggregate").fetchone()
    return int(rows)


def monthly(
    path: Path,
    date_basis: str = "occurred",
    partners: Sequence[str] = (),
    categories: Sequence[str] = (),
    territory: tuple[str, str] | None = None,
) -> dict[str, int]:
    """Records by month, ``YYYY-MM``: those held, and those that a purge took.

    ``categories`` may be families; ``territory`` is a level and a code. Everything not named is
    everything.
    """
    conditions = _conditions(partners, categories)
    level, code = territory or (None, None)
    inside = (
        " AND fid IN (SELECT m.incident FROM incident_territory m JOIN territory t"
        " ON t.fid = m.territory WHERE t.level = :level AND t.code = :code)"
    )
    column = DATE_COLUMNS[date_basis]
    query = (
        f"SELECT substr({column}, 1, 7) AS month, count(*) AS n FROM incident"  # nosec B608
        f" WHERE {NOT_WITHDRAWN} AND {column} IS NOT NULL{conditions}"
        f"{inside if territory else ''} GROUP BY 1"
        " UNION ALL SELECT substr(month, 1, 7), purged FROM aggregate WHERE purged > 0"
        " AND date_basis = :basis AND territory_level IS :level AND territory IS :code"
        f"{conditions}"
    )
    with store.reading(path) as connection:
        rows = connection.execute(
            f"SELECT month, sum(n) FROM ({query}) GROUP BY month ORDER BY month",  # nosec B608
            {"basis": date_basis, "level": level, "code": code},
        )
        return dict(rows.fetchall())


def _count(connection: sqlite3.Connection, basis: str, column: str, purging: bool) -> None:
    """Add the counts of the records held, over all and by territory."""
    gone = "sum(i.fid IN (SELECT fid FROM temp.expired))" if purging else "0"
    source = (
        f"SELECT DISTINCT i.fid, substr(i.{column}, 1, 7) || '-01' AS month, i.partner,"  # nosec B608
        " i.category, {place} FROM incident i {joined}"
        f" WHERE i.{NOT_WITHDRAWN} AND i.{column} IS NOT NULL"
    )
    everywhere = source.format(place="NULL AS territory, NULL AS territory_level", joined="")
    by_territory = source.format(
        place="t.code AS territory, t.level AS territory_level",
        joined="JOIN incident_territory m ON m.incident = i.fid JOIN territory t"
        " ON t.fid = m.territory",
    )
    for records in (everywhere, by_territory):  # DISTINCT: two editions of one territory
        connection.execute(
            f"INSERT INTO temp.counted SELECT month, partner, category, territory,"  # nosec B608
            f" territory_level, ?, count(*), {gone} AS gone FROM ({records}) i"
            " GROUP BY 1, 2, 3, 4, 5 HAVING month < ? OR gone > 0",
            (basis, _this_month()),
        )


def _replace(connection: sqlite3.Connection) -> None:
    """What was counted in place of what the table holds."""
    connection.execute("DROP TABLE IF EXISTS temp.declared")
    connection.execute(
        "CREATE TEMP TABLE declared (partner, month, share, PRIMARY KEY (partner, month))"
    )
    connection.executemany(
        "INSERT INTO temp.declared VALUES (?, ?, ?)",
        [
            (partner, f"{month}-01", share)
            for (partner, month), share in coverage.declared_shares(connection).items()
        ],
    )
    connection.execute("DELETE FROM aggregate")
    connection.execute(
        f"INSERT INTO aggregate ({_KEYS}, n, purged, coverage)"  # nosec B608
        f" SELECT {', '.join(f'c.{key}' for key in _KEYS.split(', '))}, sum(c.n), sum(c.purged),"
        " coalesce(max(d.share), 0) FROM temp.counted c LEFT JOIN temp.declared d"
        " ON d.partner = c.partner AND d.month = c.month GROUP BY 1, 2, 3, 4, 5, 6"
    )


def _conditions(partners: Sequence[str], categories: Sequence[str]) -> str:
    """What both tables understand of the filter."""
    conditions = ""
    if partners:
        conditions += f" AND partner IN {listed(tuple(partners))}"
    if categories:
        words = listed(tuple(categories))
        conditions += (
            f" AND category IN (SELECT code FROM category WHERE code IN {words}"  # nosec B608
            f" OR parent IN {words})"
        )
    return conditions


def _this_month() -> str:
    return now()[:7]
