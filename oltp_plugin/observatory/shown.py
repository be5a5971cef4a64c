"""What a set of incidents holds: the words that a map of them needs in its legend."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from .gate import finest_by_partner


@dataclass(frozen=True)
class Shown:
    """Codes in the order of the observatory's lists, each with what a reader is told.

    ``categories``: code and labels by language, those with a record under the condition;
    ``families``: those with any record; ``members``: all categories of each. ``partners``: code and
    name, of those with a record. ``coarse``: partners whose agreement shows nothing as fine as an
    address. ``places``: kinds of place in the inventory, with their labels. ``first``, ``last``:
    local times between which the ``n`` records lie, None without any.
    """

    categories: tuple[tuple[str, dict[str, str]], ...]
    families: tuple[tuple[str, dict[str, str]], ...]
    members: dict[str, tuple[str, ...]]
    partners: tuple[tuple[str, str], ...]
    coarse: tuple[str, ...]
    places: tuple[tuple[str, dict[str, str]], ...]
    first: str | None = None
    last: str | None = None
    n: int = 0

    @property
    def precise(self) -> tuple[str, ...]:
        """The partners with a record whose points may be shown as they are."""
        return tuple(code for code, _ in self.partners if code not in self.coarse)


def read(connection: sqlite3.Connection, condition: str) -> Shown:
    """Read it; ``condition``: SQL on ``incident``, as a layer's subset string."""
    rows = connection.execute(
        "SELECT code, parent, label_en, label_fr FROM category ORDER BY fid"
    ).fetchall()
    held = _held(connection, "category", condition)
    partners = _held(connection, "partner", condition)
    parents = {code: parent or code for code, parent, _, _ in rows}
    members: dict[str, list[str]] = {}
    for code, parent in parents.items():
        members.setdefault(parent, []).append(code)
    with_records = {parents[code] for code in _held(connection, "category") if code in parents}
    order = {code: number for number, (code, *_) in enumerate(rows)}
    labels = {code: {"en": english, "fr": french} for code, _, english, french in rows}
    known = sorted(held & set(order), key=lambda code: (order[parents[code]], order[code]))
    return Shown(
        tuple((code, labels[code]) for code in known),
        tuple((code, labels[code]) for code in order if code in with_records),
        {family: tuple(codes) for family, codes in members.items()},
        tuple(
            (code, name)
            for code, name in connection.execute("SELECT code, name FROM partner ORDER BY fid")
            if code in partners
        ),
        tuple(finest_by_partner(connection)),
        _kinds_of_place(connection),
        *span(connection, condition),
    )


def _held(connection: sqlite3.Connection, column: str, condition: str = "1") -> set[str]:
    query = f"SELECT DISTINCT {column} FROM incident WHERE {condition}"  # nosec B608
    return {code for (code,) in connection.execute(query)}


def span(connection: sqlite3.Connection, condition: str) -> tuple[str | None, str | None, int]:
    """The local times between which the records under ``condition`` lie, and how many they are."""
    query = (
        "SELECT min(occurred_from), max(coalesce(occurred_to, occurred_from)), count(*)"
        f" FROM incident WHERE {condition}"  # nosec B608
    )
    return connection.execute(query).fetchone()


def _kinds_of_place(connection: sqlite3.Connection) -> tuple:
    rows = connection.execute(
        "SELECT code, label_en, label_fr FROM place_kind"
        " WHERE code IN (SELECT kind FROM place) ORDER BY fid"
    )
    return tuple((code, {"en": english, "fr": french}) for code, english, french in rows)
