"""What an observatory holds, at a glance: counted by SQL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from . import connection as store


@dataclass(frozen=True)
class PartnerCount:
    """A partner's records; ``first`` and ``last`` are local times, None without records."""

    code: str
    name: str
    n: int
    located: int
    first: str | None
    last: str | None


@dataclass(frozen=True)
class Summary:
    """All partners, then the whole."""

    partners: list[PartnerCount]
    total: int
    located: int
    first: str | None
    last: str | None


def summary(path: Path) -> Summary:
    """Count the records that are not withdrawn, by partner."""
    with store.reading(path) as connection:
        rows = connection.execute(
            "SELECT p.code, p.name, count(i.fid), count(i.geom), min(i.occurred_from),"
            " max(i.occurred_from) FROM partner p LEFT JOIN incident i"
            " ON i.partner = p.code AND i.status <> 'withdrawn' GROUP BY p.code ORDER BY p.name"
        ).fetchall()
    partners = [PartnerCount(*row) for row in rows]
    return Summary(
        partners,
        sum(partner.n for partner in partners),
        sum(partner.located for partner in partners),
        min((partner.first for partner in partners if partner.first), default=None),
        max((partner.last for partner in partners if partner.last), default=None),
    )
