"""Deleting what is past its retention, so that nothing of it is left in the file.

Counts are written first (``aggregates``). With the records go their earlier versions, the rejects
of deliveries of which nothing is left or whose own time is over, their memberships and links, and
observations past their day. The file is then written anew page by page: what stood in freed pages
or at the end of used ones is gone, whatever SQLite's ``secure_delete`` was when it was freed.
Copies that the plugin made and that hold such records are deleted after it; killed in between,
the next purge finds them, because they hold records that the file does not.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from . import aggregates, backups, geopackage, journal, maintenance, retention
from . import connection as store
from .backups import Backup
from .clock import now
from .retention import Advice, Expired

_TABLES = (
    "incident", "incident_history", "reject", "observation", "aggregate", "journal", "observatory",
)  # fmt: skip

Tick = Callable[[float], None]


@dataclass(frozen=True)
class Plan:
    """What a purge takes, or took.

    ``groups``: records by partner, category and clause. ``versions``, ``rejects``,
    ``observations``, ``journal_lines``: rows that go too. ``backups``: the copies beside the file;
    ``left``: those that could not be deleted. ``counts``: rows of monthly counts written before,
    0 in a plan. ``whole``: every page was written anew. ``day``: the ISO day that retention was
    reckoned on.
    """

    day: str
    groups: list[Expired]
    versions: int
    rejects: int
    observations: int
    journal_lines: int
    backups: list[Backup]
    advice: list[Advice]
    counts: int = 0
    whole: bool = True
    deleted: tuple[Backup, ...] = ()
    left: tuple[Backup, ...] = ()

    @property
    def n(self) -> int:
        return sum(group.n for group in self.groups)

    @property
    def has_work(self) -> bool:
        """Whether anything at all would go."""
        going = any(each.outdated or each.goes_with_a_purge for each in self.backups)
        return bool(self.n or self.rejects or self.observations or self.journal_lines or going)


def plan(path: Path, today: str | None = None) -> Plan:
    """What ``purge`` would do now; nothing is written. Raises ``bad_retention``."""
    with store.reading(path) as connection:
        return _plan(connection, path, today or now()[:10])


def purge(
    path: Path,
    today: str | None = None,
    outdated_backups: bool = False,
    tick: Tick = lambda fraction: None,
    guarded: Callable[[Path], AbstractContextManager] = nullcontext,
) -> Plan:
    """Delete what is past its retention; returns what was done.

    ``outdated_backups``: delete also the copies that hold nothing purged and are not the newest,
    or older than thirty days. ``tick`` may raise to stop before anything is written. ``guarded``:
    what surrounds the write, for those who have the file's layers open. Raises ObservatoryError
    ``bad_retention``, ``agreement_unreadable``.
    """
    from . import memberships  # with shapely, which a window that only looks must not load

    tick(0.0)
    with guarded(path), store.writing(path, bulk=True, anew=True) as connection:
        memberships.fill_gaps(connection)
        done = _plan(connection, path, today or now()[:10])
        tick(0.2)
        counts = aggregates.write(connection, purging=True)
        tick(0.5)
        _delete(connection, done)
        tick(0.8)
    going = [
        each
        for each in done.backups
        if each.goes_with_a_purge or (outdated_backups and each.outdated)
    ]
    whole = not store.has_leftovers(path)
    left = backups.delete(going)
    deleted = tuple(each for each in going if each not in left)
    return replace(done, counts=counts, whole=whole, deleted=deleted, left=tuple(left))


def _plan(connection: sqlite3.Connection, path: Path, today: str) -> Plan:
    groups = retention.find_expired(connection, today)
    _find_rejects(connection, today)
    kept = connection.execute(
        "SELECT uuid FROM incident WHERE fid NOT IN (SELECT fid FROM temp.expired)"
    )
    return Plan(
        today,
        groups,
        _one(connection, "SELECT count(*) FROM incident_history") if groups else 0,
        _one(connection, "SELECT count(*) FROM temp.old_reject"),
        _one(connection, f"SELECT count(*) FROM observation WHERE keep_until < '{today}'"),  # nosec B608
        _one(
            connection,
            "SELECT count(*) FROM journal WHERE at <= ?",
            journal.ends(),
        ),
        backups.beside(path, frozenset(uuid for (uuid,) in kept), today),
        retention.advice(connection, today),
    )


def _find_rejects(connection: sqlite3.Connection, today: str) -> None:
    """Rejects of deliveries that lose all they brought, or that came longer ago than the
    partner's latest agreement lets anything be kept."""
    connection.execute("DROP TABLE IF EXISTS temp.old_reject")
    connection.execute(
        "CREATE TEMP TABLE old_reject AS SELECT r.fid FROM reject r JOIN batch b ON b.fid = r.batch"
        " WHERE (EXISTS (SELECT 1 FROM temp.expired e JOIN incident i ON i.fid = e.fid"
        " WHERE i.batch = b.fid) AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.batch = b.fid"
        " AND i.fid NOT IN (SELECT fid FROM temp.expired)))"
        " OR substr(b.imported_at, 1, 10) <= (SELECT min(until) FROM temp.retention_limit x"
        " JOIN temp.latest_agreement l ON l.agreement = x.agreement WHERE l.partner = b.partner)"
    )


def _delete(connection: sqlite3.Connection, done: Plan) -> None:
    if done.n:
        # Undo reaches back to the last purge, so all earlier versions have served.
        connection.execute("DELETE FROM incident_history")
        connection.execute("DELETE FROM incident WHERE fid IN (SELECT fid FROM temp.expired)")
        _unlink_lone_reports(connection)
        connection.execute("UPDATE observatory SET purged_at = ?", (now(),))
    connection.execute("DELETE FROM reject WHERE fid IN (SELECT fid FROM temp.old_reject)")
    connection.execute("DELETE FROM observation WHERE keep_until < ?", (done.day,))
    maintenance.expire(connection)
    journal.record(connection, "purge", "incident", None, str(done.n))
    geopackage.touch_contents(connection, _TABLES)


def _unlink_lone_reports(connection: sqlite3.Connection) -> None:
    """A fact of which one report is left links nothing any more."""
    connection.execute(
        "UPDATE incident SET fact = NULL WHERE fact IN"
        " (SELECT fact FROM temp.expired WHERE fact IS NOT NULL)"
        " AND (SELECT count(*) FROM incident o WHERE o.fact = incident.fact) = 1"
    )


def _one(connection: sqlite3.Connection, query: str, *values: str) -> int:
    return int(connection.execute(query, values).fetchone()[0])
