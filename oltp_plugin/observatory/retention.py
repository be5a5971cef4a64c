"""How long the agreements let a record be kept, and which records are past it.

The months of a clause count from the day on which the partner recorded the fact, else from its
beginning, and never from later than the day on which the record entered the observatory: a
mistyped year keeps nothing longer. Two agreements may speak of a record, the one that its
delivery came under and the partner's latest one; the shorter of the two applies, so that what
was promised at delivery holds and a stricter successor holds too. For a category, its own figure
applies, else its family's, else the agreement's. Without any clause a record is kept.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from . import agreements
from . import connection as store
from .clock import last_day_kept_from, now

# The municipal police's log is kept three years at most (CNIL, délibération 2008-304).
LOG_MONTHS = 36

# The day from which a record's months count.
BASE_DAY = (
    "substr(min(coalesce(i.reported_at, i.occurred_from), coalesce(i.created_at, '9999')), 1, 10)"
)


@dataclass(frozen=True)
class Clause:
    """What one agreement says of one category; no ``category``: of all that it does not name."""

    agreement: int
    reference: str
    partner: str
    months: int
    category: str | None = None


@dataclass(frozen=True)
class Expired:
    """Records of one partner and category past one agreement's clause.

    ``first``, ``last``: the earliest and the latest day from which their months count.
    """

    partner: str
    category: str
    agreement: int
    reference: str
    months: int
    n: int
    first: str
    last: str


@dataclass(frozen=True)
class Advice:
    """A municipal police whose log no agreement limits: ``n`` records are past three years."""

    partner: str
    n: int


def clauses(connection: sqlite3.Connection) -> list[Clause]:
    """Every clause of every agreement.

    Raises ObservatoryError ``bad_retention``, naming the agreement, where it is no number of
    months from 1, and ``agreement_unreadable``.
    """
    found = []
    for each in agreements.all_of(connection):
        figures: dict[str | None, int | None] = {None: each.retention_months}
        figures.update(each.retention_by_category or {})
        for category, months in figures.items():
            if months is None:
                continue
            if type(months) is not int or months < 1:
                raise ObservatoryError("bad_retention", reference=each.reference)
            found.append(Clause(int(each.fid or 0), each.reference, each.partner, months, category))
    return found


def latest_agreements(connection: sqlite3.Connection, today: str) -> dict[str, int]:
    """Each partner's agreement that began last, whether it is still in force or not."""
    rows = connection.execute(
        "SELECT partner, fid FROM agreement WHERE coalesce(valid_from, '') <= ?"
        " ORDER BY coalesce(valid_from, ''), fid",
        (today,),
    )
    return dict(rows.fetchall())


def find_expired(connection: sqlite3.Connection, today: str) -> list[Expired]:
    """Fill the temporary table ``expired`` (fid, uuid, and why); returns it summed up."""
    _fill_limits(connection, today)
    connection.execute("DROP TABLE IF EXISTS temp.expired")
    connection.execute(
        f"CREATE TEMP TABLE expired AS SELECT {_DEADLINES}"  # nosec B608
        " WHERE base_day <= max(coalesce(own.until, ''), coalesce(late.until, ''))"
    )
    connection.execute("CREATE UNIQUE INDEX temp.expired_by_fid ON expired (fid)")
    rows = connection.execute(
        "SELECT e.partner, e.category, e.agreement, a.reference, e.months, count(*),"
        " min(e.base_day), max(e.base_day) FROM expired e JOIN agreement a ON a.fid = e.agreement"
        " GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3"
    )
    return [Expired(*row) for row in rows]


def limits(connection: sqlite3.Connection, partner: str) -> dict[str, str]:
    """Category -> the latest day whose records the partner's latest agreement lets go today.

    A category without a limit is not in it.
    """
    _fill_limits(connection, now()[:10])
    rows = connection.execute(
        "SELECT x.category, x.until FROM temp.retention_limit x JOIN temp.latest_agreement l"
        " ON l.agreement = x.agreement WHERE l.partner = ?",
        (partner,),
    )
    return dict(rows.fetchall())


def count_expired(path: Path, today: str | None = None) -> int:
    """How many records are past their retention; without a clause, no record is looked at."""
    with store.reading(path) as connection:
        if not clauses(connection):
            return 0
        return sum(group.n for group in find_expired(connection, today or now()[:10]))


def advice(connection: sqlite3.Connection, today: str) -> list[Advice]:
    """Logs of a municipal police that no clause limits and that hold more than three years."""
    limited = {clause.partner for clause in clauses(connection)}
    rows = connection.execute(
        f"SELECT p.code, count(*) FROM partner p JOIN incident i ON i.partner = p.code"
        f" WHERE p.kind = 'municipal_police' AND {BASE_DAY} <= ? GROUP BY p.code",  # nosec B608
        (last_day_kept_from(today, LOG_MONTHS),),
    )
    return [Advice(partner, n) for partner, n in rows if partner not in limited]


# Of each incident, what the agreement of its delivery and the partner's latest one say.
_DEADLINES = f"""
    i.fid, i.uuid, i.partner, i.category, i.fact, {BASE_DAY} AS base_day,
    CASE WHEN coalesce(own.until, '') > coalesce(late.until, '')
         THEN own.agreement ELSE late.agreement END AS agreement,
    CASE WHEN coalesce(own.until, '') > coalesce(late.until, '')
         THEN own.months ELSE late.months END AS months
    FROM incident i
    LEFT JOIN batch b ON b.fid = i.batch
    LEFT JOIN temp.retention_limit own ON own.agreement = b.agreement AND own.category = i.category
    LEFT JOIN temp.latest_agreement l ON l.partner = i.partner
    LEFT JOIN temp.retention_limit late
        ON late.agreement = l.agreement AND late.category = i.category
"""


def _fill_limits(connection: sqlite3.Connection, today: str) -> None:
    """Two temporary tables: the day up to which each agreement's categories are over; the latest
    agreement of each partner."""
    connection.execute("DROP TABLE IF EXISTS temp.retention_limit")
    connection.execute("DROP TABLE IF EXISTS temp.latest_agreement")
    connection.execute(
        "CREATE TEMP TABLE retention_limit (agreement INTEGER, category TEXT, months INTEGER,"
        " until TEXT, PRIMARY KEY (agreement, category)) WITHOUT ROWID"
    )
    connection.execute(
        "CREATE TEMP TABLE latest_agreement (partner TEXT PRIMARY KEY, agreement INTEGER)"
    )
    parents = connection.execute("SELECT code, parent FROM category").fetchall()
    said: dict[int, dict[str | None, int]] = {}
    for clause in clauses(connection):
        said.setdefault(clause.agreement, {})[clause.category] = clause.months
    limits = []
    for agreement, figures in said.items():
        for code, parent in parents:
            months = figures.get(code) or figures.get(parent or code) or figures.get(None)
            if months:
                limits.append((agreement, code, months, last_day_kept_from(today, months)))
    connection.executemany("INSERT INTO temp.retention_limit VALUES (?, ?, ?, ?)", limits)
    connection.executemany(
        "INSERT INTO temp.latest_agreement VALUES (?, ?)",
        latest_agreements(connection, today).items(),
    )
