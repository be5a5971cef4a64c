"""One incident as an analyst enters or corrects it: what it says, and what is kept of it.

Times are text of local wall time, never converted: the hour that was given is the hour kept,
whatever the PC's time zone. Nothing here writes; see ``entering``. ``entry_check`` says what is
wrong with an entry.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, fields, replace

import numpy as np
import pandas as pd

from oltp_plugin.observatory import agreements, gate, memberships, retention
from oltp_plugin.observatory.agreements import Terms
from oltp_plugin.observatory.minimising import minimise

from . import personal_data


@dataclass(frozen=True)
class Entry:
    """What is said of one incident, in the columns of the table; ``x``, ``y`` in its CRS."""

    partner: str = ""
    category: str = ""
    occurred_from: str = ""
    occurred_to: str | None = None
    time_precision: str = "minute"
    reported_at: str | None = None
    x: float | None = None
    y: float | None = None
    location_precision: str = "none"
    geocode_score: float | None = None
    address: str | None = None
    territory: str | None = None
    territory_level: str | None = None
    place_kind: str | None = None
    known_by: str = "unknown"
    severity: int | None = None
    count: int = 1
    status: str = "open"


FIELDS = tuple(each.name for each in fields(Entry))


@dataclass(frozen=True)
class Known:
    """The observatory's lists and agreements that an entry is held against.

    ``areas``: (level, code) -> name. ``terms``, ``refusals``, ``limits``: by partner. ``in_use``:
    the first and last day of those categories that have one, "" and "9999" where it is open.
    """

    epsg: int
    partners: frozenset[str]
    categories: dict[str, str | None]
    place_kinds: frozenset[str]
    areas: dict[tuple[str, str], str]
    territories: memberships.Territories
    sensitive: frozenset[str]
    dwelling_categories: frozenset[str]
    dwelling_places: frozenset[str]
    terms: dict[str, Terms]
    refusals: dict[str, gate.AgreementError]
    limits: dict[str, dict[str, str]]
    in_use: dict[str, tuple[str, str]]


def load_known(connection: sqlite3.Connection) -> Known:
    """Everything that ``check`` needs, read once."""

    def codes(query: str) -> frozenset[str]:
        return frozenset(code for (code,) in connection.execute(query))

    partners = codes("SELECT code FROM partner")
    terms, refusals = {}, {}
    for partner in sorted(partners):
        terms[partner] = agreements.terms_of(agreements.current(connection, partner))
        try:
            gate.may_store(connection, partner)
        except gate.AgreementError as refusal:
            refusals[partner] = refusal
    return Known(
        connection.execute("SELECT epsg FROM observatory").fetchone()[0],
        partners,
        dict(connection.execute("SELECT code, parent FROM category")),
        codes("SELECT code FROM place_kind"),
        {
            (level, code): name
            for level, code, name in connection.execute(
                "SELECT level, code, name FROM territory ORDER BY level, name, code"
            )
        },
        memberships.load(connection),
        codes("SELECT code FROM category WHERE sensitive = 1"),
        codes("SELECT code FROM category WHERE dwelling = 1"),
        codes("SELECT code FROM place_kind WHERE dwelling = 1"),
        terms,
        refusals,
        {partner: retention.limits(connection, partner) for partner in sorted(partners)},
        {
            code: (first, last)
            for code, first, last in connection.execute(
                "SELECT code, coalesce(valid_from, ''), coalesce(valid_to, '9999') FROM category"
                " WHERE valid_from IS NOT NULL OR valid_to IS NOT NULL"
            )
        },
    )


def kept_form(entry: Entry, known: Known) -> Entry:
    """What is written of an entry: personal data masked, then what may not be stored taken off."""
    if entry.address is not None:
        entry = replace(entry, address=personal_data.masked(entry.address.strip()) or None)
    if _is_kept_whole(entry, known):
        return entry
    (kept,) = from_frame(minimised(to_frame([entry]), known, entry.partner))
    return kept


def _is_kept_whole(entry: Entry, known: Known) -> bool:
    """Whether minimising has nothing to take: asked with every letter typed."""
    terms = known.terms.get(entry.partner, Terms())
    is_dwelling = (
        entry.category in known.dwelling_categories or entry.place_kind in known.dwelling_places
    )
    return (
        entry.category not in known.sensitive
        and terms.finest_stored == "address"
        and (terms.dwelling_numbers or not is_dwelling)
    )


def minimised(rows: pd.DataFrame, known: Known, partner: str) -> pd.DataFrame:
    """Rows of one partner without what may not be stored."""
    return minimise(
        rows,
        known.terms.get(partner, Terms()),
        known.territories,
        known.sensitive,
        known.dwelling_categories,
        known.dwelling_places,
    )


def to_frame(entries: list[Entry]) -> pd.DataFrame:
    """One row an entry, a column a field."""
    columns = {name: [getattr(each, name) for each in entries] for name in FIELDS}
    numbers = ("x", "y", "geocode_score")
    return pd.DataFrame(
        {
            name: np.array(values, dtype=float)
            if name in numbers
            else pd.Series(values, dtype=object)
            for name, values in columns.items()
        }
    )


def from_frame(rows: pd.DataFrame) -> list[Entry]:
    """The entries of such a frame."""
    columns = {name: [_plain(value) for value in rows[name].tolist()] for name in FIELDS}
    return [Entry(*values) for values in zip(*columns.values())]


def _plain(value: object) -> object:
    return None if value is None or value != value else value
