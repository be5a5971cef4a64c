"""What an observatory can say of itself to a resident, to the register and to an assessment."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from . import agreements, journal, retention
from . import connection as store
from .agreements import Agreement
from .clock import now
from .counting import NOT_WITHDRAWN
from .gate import LEAST_IN_PUBLIC
from .territories import COMMUNE


@dataclass(frozen=True)
class SourceFacts:
    """One partner: what is held of it, and what its agreement allows.

    ``n``, ``located``: records held, withdrawn ones not counted, and those with a point.
    ``first``, ``last``: local times of the earliest and latest fact. ``families``: codes of the
    categories' families, the most frequent first. ``purged``: records deleted at the end of their
    retention; ``past``: those that should have been.
    """

    code: str
    name: str
    kind: str
    agreement: Agreement | None
    n: int
    located: int
    first: str | None
    last: str | None
    families: tuple[str, ...]
    deliveries: int
    purged: int
    past: int

    @property
    def threshold(self) -> int:
        """A count below it is not told to the public."""
        told = self.agreement.small_count_threshold if self.agreement else None
        return max(told or 0, LEAST_IN_PUBLIC)

    @property
    def is_small(self) -> bool:
        """Whether the public may not know how many records there are."""
        return 0 < self.n < self.threshold


@dataclass(frozen=True)
class Facts:
    """The whole observatory on the ISO day ``day``.

    ``uses``: what was printed, exported or refused in the last twelve months, by action and
    detail; ``precisions``: records by how finely their place is stored; ``sensitive``: records of
    sensitive categories; ``exact_sensitive``: those of them with a point; ``dwelling_places``:
    records at a dwelling. ``since``: the day of the journal's first line.
    """

    day: str
    uuid: str
    title: str | None
    commune: str | None
    sources: tuple[SourceFacts, ...]
    uses: Counter
    since: str | None
    precisions: Counter
    sensitive: int
    exact_sensitive: int
    linked: int
    purged_on: str | None
    versions: int

    @property
    def n(self) -> int:
        return sum(source.n for source in self.sources)

    @property
    def purged(self) -> int:
        return sum(source.purged for source in self.sources)


def read_facts(path: Path) -> Facts:
    """Raises ObservatoryError ``bad_retention``, ``agreement_unreadable``."""
    day = now()[:10]
    with store.reading(path) as connection:
        uuid, title, purged_at = connection.execute(
            "SELECT uuid, title, purged_at FROM observatory"
        ).fetchone()
        sensitive, exact = connection.execute(
            "SELECT count(*), count(geom) FROM incident WHERE category IN"
            f" (SELECT code FROM category WHERE sensitive = 1) AND {NOT_WITHDRAWN}"  # nosec B608
        ).fetchone()
        precisions = connection.execute(
            f"SELECT location_precision, count(*) FROM incident WHERE {NOT_WITHDRAWN} GROUP BY 1"  # nosec B608
        )
        return Facts(
            day,
            uuid,
            title,
            _one(connection, f"SELECT max(name) FROM territory WHERE level = '{COMMUNE}'"),  # nosec B608
            tuple(_sources(connection, day)),
            _uses(connection),
            (_one(connection, "SELECT min(at) FROM journal") or "")[:10] or None,
            Counter(dict(precisions.fetchall())),
            sensitive,
            exact,
            _one(connection, "SELECT count(*) FROM incident WHERE fact IS NOT NULL"),
            (purged_at or "")[:10] or None,
            _one(connection, "SELECT count(*) FROM incident_history"),
        )


def _sources(connection: sqlite3.Connection, day: str) -> list[SourceFacts]:
    """Every partner that delivered, or with whom there is an agreement."""
    past = Counter[str]()
    for group in retention.find_expired(connection, day):
        past[group.partner] += group.n
    held = {
        row[0]: row[1:]
        for row in connection.execute(
            "SELECT partner, count(*), count(geom), min(occurred_from), max(occurred_from)"
            f" FROM incident WHERE {NOT_WITHDRAWN} GROUP BY partner"  # nosec B608
        )
    }
    families: dict[str, list[str]] = {}
    for partner, family in connection.execute(
        "SELECT i.partner, coalesce(c.parent, c.code) FROM incident i"
        f" JOIN category c ON c.code = i.category WHERE i.{NOT_WITHDRAWN}"  # nosec B608
        " GROUP BY 1, 2 ORDER BY count(*) DESC, 2"
    ):
        families.setdefault(partner, []).append(family)
    deliveries = dict(
        connection.execute(
            "SELECT partner, count(*) FROM batch WHERE undone_at IS NULL GROUP BY partner"
        )
    )
    purged = dict(
        connection.execute(
            "SELECT partner, sum(purged) FROM aggregate WHERE territory IS NULL"
            " AND date_basis = 'occurred' GROUP BY partner"
        )
    )
    sources = []
    for code, name, kind in connection.execute(
        "SELECT code, name, kind FROM partner ORDER BY name"
    ).fetchall():
        agreement = agreements.current(connection, code)
        n, located, first, last = held.get(code, (0, 0, None, None))
        if not (n or agreement or deliveries.get(code) or purged.get(code)):
            continue
        sources.append(
            SourceFacts(
                code, name, kind, agreement, n, located, first, last,
                tuple(families.get(code, ())), deliveries.get(code, 0), purged.get(code, 0),
                past[code],
            )
        )  # fmt: skip
    return sources


def _uses(connection: sqlite3.Connection) -> Counter:
    """(action, detail) -> how often; of a refusal, the clause."""
    counted = Counter[tuple[str, str]]()
    for action, detail, n in connection.execute(
        "SELECT action, coalesce(detail, ''), count(*) FROM journal WHERE at > ? GROUP BY 1, 2",
        (journal.ends(),),
    ):
        if action.startswith("refuse "):
            counted["refuse", action.partition(" ")[2]] += n
        elif action in ("print", "export"):
            counted[action, detail] += n
    return counted


def _one(connection: sqlite3.Connection, query: str):
    return connection.execute(query).fetchone()[0]
