"""All that the observatory knows of one partner: agreement, deliveries, what is held."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from . import agreements
from . import connection as store
from .agreements import Agreement

_LAST = 12  # deliveries


@dataclass(frozen=True)
class Delivery:
    """A line of the ledger; days are ISO or None."""

    number: int
    imported_at: str
    kind: str
    period: tuple[str | None, str | None]
    inserted: int
    updated: int
    rejected: int
    undone: bool


@dataclass(frozen=True)
class Held:
    """Records of one year that are not withdrawn, by ``location_precision``."""

    year: str
    n: int
    precisions: dict[str, int]


@dataclass(frozen=True)
class PartnerPage:
    """``state``: see ``agreements.standing``.

    ``agreement``: the one that counts; ``others``: references of the rest, newest first.
    ``categories``: English and French label by code.
    """

    code: str
    name: str
    state: str
    agreement: Agreement | None
    others: tuple[str, ...]
    deliveries: list[Delivery]
    held: list[Held]
    categories: dict[str, tuple[str, str]]


def partners(path: Path) -> list[tuple[str, str]]:
    """Codes and names, by name."""
    with store.reading(path) as connection:
        return list(connection.execute("SELECT code, name FROM partner ORDER BY name, code"))


def page(path: Path, partner: str) -> PartnerPage:
    """The page of the partner with that code."""
    with store.reading(path) as connection:
        name = connection.execute("SELECT name FROM partner WHERE code = ?", (partner,)).fetchone()
        agreement = agreements.current(connection, partner)
        return PartnerPage(
            partner,
            name[0] if name else partner,
            agreements.standing(agreement),
            agreement,
            tuple(
                each.reference
                for each in agreements.all_of(connection, partner)
                if agreement and each.fid != agreement.fid
            ),
            _deliveries(connection, partner),
            _held(connection, partner),
            {
                code: (english, french)
                for code, english, french in connection.execute(
                    "SELECT code, label_en, label_fr FROM category"
                )
            },
        )


def _deliveries(connection, partner: str) -> list[Delivery]:
    rows = connection.execute(
        "SELECT fid, imported_at, kind, period_from, period_to, inserted, updated, rejected,"
        " undone_at IS NOT NULL FROM batch WHERE partner = ? ORDER BY fid DESC LIMIT ?",
        (partner, _LAST),
    )
    return [
        Delivery(number, at, kind, (first, last), inserted, updated, rejected, bool(undone))
        for number, at, kind, first, last, inserted, updated, rejected, undone in rows
    ]


def _held(connection, partner: str) -> list[Held]:
    rows = connection.execute(
        "SELECT substr(occurred_from, 1, 4) AS year, location_precision, count(*) FROM incident"
        " WHERE partner = ? AND status <> 'withdrawn' GROUP BY 1, 2 ORDER BY 1 DESC, 2",
        (partner,),
    ).fetchall()
    years: dict[str, dict[str, int]] = {}
    for year, precision, n in rows:
        years.setdefault(year, {})[precision] = n
    return [Held(year, sum(each.values()), each) for year, each in years.items()]
