"""QGIS's attribute forms of sites, decisions, observations and places: words, lists, limits.

The file refuses the same (``observatory/guards.py``); a form says it before, in words.
"""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsVectorLayer

from oltp_plugin.layers import follow_up_words as words
from oltp_plugin.layers.field_widgets import (
    Lookup,
    make_read_only,
    require,
    set_aliases,
    set_choices,
    set_day,
    set_lookup,
    set_moment,
    set_widget,
)
from oltp_plugin.observatory.guards import MOST_MONTHS, NAME_LENGTH, TEXT_LENGTH
from oltp_plugin.translation import language, tr

Lookups = Callable[[str], Lookup]
"""Gives a table of the observatory to pick from."""


def configure(layer: QgsVectorLayer, table: str, lookup: Lookups) -> None:
    """Set aliases, widgets and constraints of the layer of ``table``, one of FORMS."""
    FORMS[table](layer, lookup)


def _site(layer: QgsVectorLayer, _lookup: Lookups) -> None:
    set_aliases(
        layer,
        {
            "fid": tr("Row number"),
            "uuid": tr("Identifier"),
            "name": tr("Name"),
            "theme": tr("Theme"),
            "status": tr("State"),
            "opened_on": tr("Opened on"),
            "closed_on": tr("Solved on"),
            "territory": tr("Territory (code)"),
        },
    )
    set_choices(layer, "theme", words.themes(), may_be_empty=True)
    set_choices(layer, "status", words.states())
    set_day(layer, "opened_on")
    set_day(layer, "closed_on")
    _limit_text(layer, "name", NAME_LENGTH)
    _in_order(layer, "closed_on", "opened_on", tr("It cannot be solved before it was opened."))
    make_read_only(layer, ("fid", "uuid"))
    layer.setDisplayExpression('"name"')


def _decision(layer: QgsVectorLayer, lookup: Lookups) -> None:
    set_aliases(
        layer,
        {
            "fid": tr("Row number"),
            "site": tr("Problem place"),
            "decided_on": tr("Decided on"),
            "what": tr("What is to be done"),
            "lead_institution": tr("Who leads"),
            "due_on": tr("Until"),
            "done_on": tr("Done on"),
        },
    )
    set_lookup(layer, "site", lookup("site"), "name", may_be_empty=False, key="fid")
    set_choices(layer, "lead_institution", words.institutions(), may_be_empty=True)
    for field in ("decided_on", "due_on", "done_on"):
        set_day(layer, field)
    _limit_text(layer, "what", TEXT_LENGTH, lines=True)
    require(layer, "site", '"site" IS NOT NULL', tr("Say which problem place it is about."))
    late = tr("It cannot be before the day of the decision.")
    _in_order(layer, "due_on", "decided_on", late)
    _in_order(layer, "done_on", "decided_on", late)
    make_read_only(layer, ("fid",))
    layer.setDisplayExpression('"what"')


def _observation(layer: QgsVectorLayer, lookup: Lookups) -> None:
    set_aliases(
        layer,
        {
            "fid": tr("Row number"),
            "uuid": tr("Identifier"),
            "observed_at": tr("Observed on"),
            "kind": tr("Kind of observation"),
            "place": tr("Place"),
            "territory": tr("Territory (code)"),
            "territory_level": tr("Territory level"),
            "theme": tr("Theme"),
            "institution": tr("Institution"),
            "reliability": tr("Reliability"),
            "note": tr("Note"),
            "keep_until": tr("Kept until"),
            "created_at": tr("Entered on"),
        },
    )
    set_choices(layer, "kind", words.kinds())
    set_choices(layer, "theme", words.themes(), may_be_empty=True)
    set_choices(layer, "institution", words.institutions(), may_be_empty=True)
    set_choices(layer, "reliability", words.reliabilities(), may_be_empty=True)
    set_lookup(layer, "place", lookup("place"), "name", may_be_empty=True, key="fid")
    set_moment(layer, "observed_at")
    set_moment(layer, "created_at")
    set_day(layer, "keep_until")
    _limit_text(layer, "note", TEXT_LENGTH, lines=True)
    require(
        layer,
        "keep_until",
        f'"keep_until" IS NULL OR "keep_until" <= format_date(now() + to_interval('
        f"'{MOST_MONTHS} months'), 'yyyy-MM-dd')",
        tr("A note is kept three years at most."),
    )
    make_read_only(layer, ("fid", "uuid", "created_at"))
    layer.setDisplayExpression('"note"')


def _place(layer: QgsVectorLayer, lookup: Lookups) -> None:
    set_aliases(
        layer,
        {
            "fid": tr("Row number"),
            "kind": tr("Kind of place"),
            "name": tr("Name"),
            "operator": tr("Operator"),
            "in_service_from": tr("In service since, at the earliest"),
            "in_service_to": tr("In service since, at the latest"),
            "out_of_service_from": tr("Out of service since, at the earliest"),
            "out_of_service_to": tr("Out of service since, at the latest"),
        },
    )
    label = "label_fr" if language() == "fr" else "label_en"
    set_lookup(
        layer, "kind", lookup("place_kind"), label, may_be_empty=False, condition='"inventory" = 1'
    )
    late = tr("The latest day cannot be before the earliest.")
    for field in ("in_service", "out_of_service"):
        set_day(layer, f"{field}_from")
        set_day(layer, f"{field}_to")
        _in_order(layer, f"{field}_to", f"{field}_from", late)
    require(layer, "kind", '"kind" IS NOT NULL', tr("Choose the kind of place."))
    require(layer, "name", '"name" IS NOT NULL', tr("Give the place a name."))
    make_read_only(layer, ("fid",))
    layer.setDisplayExpression('"name"')


FORMS = {"site": _site, "decision": _decision, "observation": _observation, "place": _place}


def _limit_text(layer: QgsVectorLayer, field: str, length: int, lines: bool = False) -> None:
    wanted = tr("Some text is wanted, {n} characters at most.").format(n=length)
    condition = f"coalesce(trim(\"{field}\"), '') <> '' AND length(\"{field}\") <= {length}"
    require(layer, field, condition, wanted)
    set_widget(layer, field, "TextEdit", {"IsMultiline": lines, "UseHtml": False})


def _in_order(layer: QgsVectorLayer, later: str, earlier: str, words: str) -> None:
    known = f'"{later}" IS NULL OR "{earlier}" IS NULL'
    require(layer, later, f'{known} OR "{later}" >= "{earlier}"', words)
