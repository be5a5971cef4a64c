"""What a partner's workbook says and lists: its agreement's fields and categories, in words."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.intake.partner_sheet import Column, PartnerSheet
from oltp_plugin.local_format import period
from oltp_plugin.observatory import gate
from oltp_plugin.observatory.agreements import Terms
from oltp_plugin.observatory.connection import reading
from oltp_plugin.observatory.minimising import STORAGE_LEVELS
from oltp_plugin.translation import language, tr

_NO_ADDRESS = ("territory", "none", "cell", "stop", "facility")  # nothing of it would be stored


def partner_sheet(path: Path, partner: str, first: date, last: date) -> PartnerSheet:
    """The workbook of ``partner`` for a period; both days included.

    Raises ObservatoryError ``unknown_partner``, ``period_backwards``, and the gate's where the
    agreement has ended or not begun.
    """
    if last < first:
        raise ObservatoryError("period_backwards", start=first, end=last)
    with reading(path) as connection:
        name = _name(connection, partner)
        terms = gate.may_store(connection, partner)
        level, territories = _territories(connection)
        categories = _categories(connection, terms, first, last)
        columns = _columns(terms, categories, _place_kinds(connection), territories)
    return PartnerSheet(
        partner=partner,
        profile=tr("Sheet of {partner}").format(partner=name),
        title=tr("{partner}: incidents, {period}").format(partner=name, period=period(first, last)),
        instructions=[
            tr("One line for each incident. Places, never persons: no name, telephone or plate."),
            tr("Without an hour, leave it empty; an end only where the moment is not known."),
            tr("Nothing this time? Choose “{yes}” beside “{box}” and send it.").format(
                yes=tr("yes"), box=tr("Nothing to report")
            ),
        ],
        box=tr("Nothing to report"),
        yes=tr("yes"),
        period=(tr("First day of the period"), tr("Last day of the period")),
        first=first,
        last=last,
        columns=columns,
        refusal=tr("This cell takes a word of its list, or a day, hour or number that can be."),
        level=level,
    )


def _columns(terms: Terms, categories, place_kinds, territories) -> list[Column]:
    fields = terms.fields
    columns = [
        Column("occurred_from", tr("Day"), "day", tr("As 31/01/2026, within the period")),
        Column("occurred_from", tr("Hour"), "hour", tr("As 14:30; empty if not known")),
        Column("occurred_to", tr("Until (day)"), "day", tr("Only if the moment is not known")),
        Column("occurred_to", tr("Until (hour)"), "hour", tr("Only if the moment is not known")),
        Column("category", tr("What happened"), "choice", "", categories),
        Column("address", tr("Address"), "text", tr("Number and street, no name of a person")),
        Column("territory", tr("Neighbourhood"), "choice", "", territories),
        Column("place_kind", tr("Kind of place"), "choice", "", place_kinds),
        Column("severity", tr("Severity (0 to 9)"), "number", "", largest=9),
        Column("count", tr("How many"), "number", tr("Empty means 1")),
    ]
    kept = [each for each in columns if each.field in _asked(terms, bool(territories))]
    return [each for each in kept if fields is None or each.field in (*fields, *_ALWAYS)]


_ALWAYS = ("occurred_from", "category")


def _asked(terms: Terms, territories: bool) -> set[str]:
    asked = {"occurred_from", "occurred_to", "category", "place_kind"}
    asked |= {"severity", "count"}
    if terms.finest_stored not in _NO_ADDRESS:
        asked.add("address")
    if territories:
        asked.add("territory")
    return asked


def _name(connection: sqlite3.Connection, partner: str) -> str:
    row = connection.execute("SELECT name FROM partner WHERE code = ?", (partner,)).fetchone()
    if row is None:
        raise ObservatoryError("unknown_partner", code=partner)
    return row[0]


def _categories(
    connection: sqlite3.Connection, terms: Terms, first: date, last: date
) -> dict[str, str]:
    """Label -> code of what the agreement covers and is in use by then, families together."""
    rows = connection.execute(
        f"SELECT {_label()}, code, parent FROM category WHERE parent IS NOT NULL"  # nosec B608
        " AND coalesce(valid_from, '') <= ? AND coalesce(valid_to, '9999') >= ?"
        " ORDER BY parent, fid",
        (last.isoformat(), first.isoformat()),
    )
    allowed = terms.categories
    return _listed(
        (label, code)
        for label, code, parent in rows
        if allowed is None or code in allowed or parent in allowed
    )


def _place_kinds(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute(f"SELECT {_label()}, code FROM place_kind ORDER BY 1")  # nosec B608
    return _listed(rows)


def _territories(connection: sqlite3.Connection) -> tuple[str | None, dict[str, str]]:
    """The first level that records without a point are kept at, and its areas by name."""
    for level in STORAGE_LEVELS[:-1]:
        rows = connection.execute(
            "SELECT name, code FROM territory WHERE level = ? AND valid_to IS NULL ORDER BY name",
            (level,),
        ).fetchall()
        if rows:
            return level, _listed(rows)
    return None, {}


def _listed(pairs) -> dict[str, str]:
    """Label -> code; of two that are called the same, the second says its code."""
    listed: dict[str, str] = {}
    for label, code in pairs:
        listed[f"{label} ({code})" if label in listed else label] = code
    return listed


def _label() -> str:
    return "label_fr" if language() == "fr" else "label_en"
