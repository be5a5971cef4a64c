"""What a filter can choose from, with the words for it, and which days each partner has told of."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field

from . import saved_filters
from .clock import now
from .counting import NOT_WITHDRAWN
from .filter import IncidentFilter


@dataclass(frozen=True)
class Category:
    """``labels``: by language, of two letters; ``valid_to``: the last ISO day of its use."""

    code: str
    parent: str | None
    labels: dict[str, str]
    valid_from: str | None = None
    valid_to: str | None = None

    def label(self, language: str) -> str:
        return self.labels.get(language) or self.labels["en"] or self.code

    def is_valid_on(self, day: str) -> bool:
        """Whether a record of ``day`` (ISO) may be of this category."""
        return (self.valid_from or "") <= day <= (self.valid_to or "9999")


@dataclass(frozen=True)
class Catalogue:
    """Categories in the list's order; partners' names by code; territories' names by (level, code).

    ``told``: by partner, the first and last day (ISO) that it has told of: of its deliveries, and
    where these do not say their period, of its records. ``last_day``: the last of all, today at
    the latest; named periods are counted back from it. ``filters``: those saved, by name.
    """

    categories: list[Category] = field(default_factory=list)
    partners: dict[str, str] = field(default_factory=dict)
    territories: dict[tuple[str, str], str] = field(default_factory=dict)
    told: dict[str, tuple[str, str]] = field(default_factory=dict)
    last_day: str | None = None
    filters: dict[str, IncidentFilter] = field(default_factory=dict)

    def category(self, code: str, language: str) -> str:
        """What the user reads for a code; the code itself where the list does not have it."""
        return next((each.label(language) for each in self.categories if each.code == code), code)

    def partner(self, code: str) -> str:
        return self.partners.get(code) or code


def read(connection: sqlite3.Connection) -> Catalogue:
    """The lists as they are now; areas that are no longer valid are not offered."""
    categories = [
        Category(code, parent, {"en": english, "fr": french}, *validity)
        for code, parent, english, french, *validity in connection.execute(
            "SELECT code, parent, label_en, label_fr, valid_from, valid_to FROM category"
            " ORDER BY fid"
        )
    ]
    partners = dict(connection.execute("SELECT code, name FROM partner ORDER BY name, code"))
    territories = {
        (level, code): name
        for level, code, name in connection.execute(
            "SELECT level, code, name FROM territory WHERE valid_to IS NULL ORDER BY level, name"
        )
    }
    told = _told(connection)
    last = max((min(last, now()[:10]) for _, last in told.values()), default=None)
    filters = saved_filters.read(connection)
    return Catalogue(categories, partners, territories, told, last, filters)


def _told(connection: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    days = defaultdict(list)
    for partner, first, last in connection.execute(
        "SELECT partner, min(period_from), max(period_to) FROM batch WHERE undone_at IS NULL"
        " AND period_from IS NOT NULL AND period_to IS NOT NULL GROUP BY partner"
    ):
        days[partner] = [first, last]
    for partner in [code for (code,) in connection.execute("SELECT code FROM partner")]:
        for order in ("ASC", "DESC"):  # each the end of an index
            row = connection.execute(
                "SELECT substr(occurred_from, 1, 10) FROM incident WHERE partner = ?"
                f" AND {NOT_WITHDRAWN} ORDER BY occurred_from {order} LIMIT 1",  # nosec B608
                (partner,),
            ).fetchone()
            if row:
                days[partner].append(row[0])
    return {partner: (min(each), max(each)) for partner, each in days.items()}
