"""What each kind of reference data asks for, and what is proposed from names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from oltp_plugin.intake import indicators
from oltp_plugin.intake.mapping import folded
from oltp_plugin.observatory.indicators import LEVELS, PUBLIC
from oltp_plugin.translation import tr

COLUMN, TEXT, CHOICE = "column", "text", "choice"
PLACES, TERRITORIES, ADDRESSES, INDICATORS = range(4)


@dataclass(frozen=True)
class Asked:
    """One line of the form, named as the algorithm's parameter.

    ``patterns``: of a column's folded name, the likeliest first. ``choices``: (code, label); a
    choice that is ``free`` may be typed.
    """

    name: str
    title: str
    role: str = COLUMN
    needed: bool = False
    patterns: tuple[str, ...] = ()
    choices: list[tuple[str, str]] = field(default_factory=list)
    free: bool = False


@dataclass(frozen=True)
class Kind:
    """``geometry``: what the layer must have, unless x and y columns give points; empty: none."""

    title: str
    algorithm: str
    geometry: str
    asks_for: tuple[Asked, ...]
    by_xy: bool = False


_X = (r"x( .*)?", r"lon(g|gitude)?", r"coord(onnee)?s? x", r".* x", r"easting")
_Y = (r"y( .*)?", r"lat(itude)?", r"coord(onnee)?s? y", r".* y", r"northing")


def kinds(place_kinds: list[tuple[str, str]]) -> list[Kind]:
    """In the order of PLACES, TERRITORIES, ADDRESSES, INDICATORS."""
    return [
        _places(place_kinds),
        Kind(
            tr("Territories"),
            "oltp:importterritories",
            "polygon",
            (
                Asked("LEVEL", tr("Level"), CHOICE, True, choices=_levels(), free=True),
                Asked("CODE_FIELD", tr("Code"), COLUMN, True, _CODES),
                Asked("NAME_FIELD", tr("Name"), COLUMN, True, _NAMES),
                Asked(
                    "POPULATION_FIELD",
                    tr("Residents"),
                    patterns=(r"pop.*", r"(nb )?habitants?", r"ind", r"residents?"),
                ),
            ),
        ),
        _addresses(),
        _indicators(),
    ]


_NAMES = (
    r"(nom|name|libelle|designation)", r"lib.*", r"(nom|name|libelle) .*",
    r"(station|arret|stop|lieu).*", r"description", r"id",
)  # fmt: skip
_CODES = (
    r"code (insee|iris|qp|quartier|commune|secteur)", r"(code|insee|iris|qpv?)", r".*mno",
    r"code.*", r"insee.*", r"nom|name", r"id|fid|objectid",
)  # fmt: skip


def _places(place_kinds: list[tuple[str, str]]) -> Kind:
    return Kind(
        tr("Places"),
        "oltp:importplaces",
        "point",
        (
            Asked("KIND", tr("Kind"), CHOICE, True, choices=place_kinds),
            Asked("NAME_FIELD", tr("Name"), COLUMN, True, _NAMES),
            Asked("OPERATOR", tr("Operator"), TEXT),
            Asked(
                "IN_SERVICE_FIELD",
                tr("In service since (date or year)"),
                patterns=(r".*(mise )?en service.*", r"annee", r"date (de )?(debut|pose|creation)"),
            ),
            Asked(
                "OUT_OF_SERVICE_FIELD",
                tr("Out of service since (date or year)"),
                patterns=(r".*hors service.*", r"date (de )?(fin|depose|retrait)"),
            ),
            Asked("X", tr("X or longitude"), patterns=_X),
            Asked("Y", tr("Y or latitude"), patterns=_Y),
        ),
        by_xy=True,
    )


def _addresses() -> Kind:
    street = (r"nom voie", r"voie nom", r"lib(elle)? ?(off|voie)?", r"voie", r"rue", r"street",
              r".*voie.*", r"adresse", r"nom")  # fmt: skip
    return Kind(
        tr("Addresses"),
        "oltp:importaddresses",
        "",
        (
            Asked(
                "NUMBER_FIELD",
                tr("Number"),
                patterns=(r"numero( voie)?", r"num (voi|voie)", r"num", r"no|n", r"number"),
            ),
            Asked(
                "SUFFIX_FIELD",
                tr("Suffix of the number (bis, ter…)"),
                patterns=(r"rep|suffixe", r"suf.*", r"indice.*"),
            ),
            Asked("STREET_FIELD", tr("Street (kind and name)"), COLUMN, True, street),
            Asked("X_FIELD", tr("X or longitude"), patterns=(r"lon(g|gitude)?", *_X)),
            Asked("Y_FIELD", tr("Y or latitude"), patterns=(r"lat(itude)?", *_Y)),
            Asked("POSTCODE_FIELD", tr("Postcode"), patterns=(r"(code postal|cp|postcode)",)),
            Asked("COMMUNE_FIELD", tr("Commune"), patterns=(r"(nom commune|commune nom|commune)",)),
            Asked("COMMUNE", tr("Only this commune"), TEXT),
        ),
    )


def _indicators() -> Kind:
    levels = [(level, level) for level in LEVELS]
    return Kind(
        tr("Indicators"),
        "oltp:importindicators",
        "",
        (
            Asked("PARTNER", tr("Partner (code)"), TEXT, True),
            Asked(
                "PURPOSE",
                tr("Purpose"),
                CHOICE,
                True,
                choices=[("", ""), (PUBLIC, tr("public statistics"))],
                free=True,
            ),
            Asked("LEVEL", tr("Level"), CHOICE, True, choices=levels),
            Asked("AREA_FIELD", tr("Area"), COLUMN, True),
            Asked("PERIOD_FIELD", tr("Period"), COLUMN, True),
            Asked("VALUE_FIELD", tr("Value"), COLUMN, True),
            Asked("INDICATOR_FIELD", tr("Column of the indicator's name")),
            Asked("UNIT_FIELD", tr("Column of what is counted")),
            Asked("PUBLISHED_FIELD", tr("What is published (diff, ndiff)")),
            Asked("INDICATOR", tr("Or its name"), TEXT),
            Asked("UNIT", tr("Or what it counts"), TEXT),
        ),
    )


def propose(kind: Kind, columns: Sequence[str], name: str) -> dict[str, str]:
    """Parameter -> proposed value, from the columns and the name of the file or layer."""
    if kind.algorithm == "oltp:importindicators":
        return _proposed_indicators(columns)
    found: dict[str, str] = {}
    for each in kind.asks_for:
        free = [column for column in columns if column not in found.values()]
        chosen = _first(free, each.patterns)
        if chosen:
            found[each.name] = chosen
    for each in kind.asks_for:  # a layer of one column has its codes for names
        if each.needed and each.role == COLUMN and each.name not in found and columns:
            found[each.name] = _first(columns, each.patterns) or columns[0]
    for each in kind.asks_for:
        if each.role == CHOICE:
            found[each.name] = _named(name, [code for code, _ in each.choices])
    return found


def _named(name: str, listed: Sequence[str]) -> str:
    """The kind of place or the level that a name speaks of; empty: none of those listed."""
    plain = folded(name)
    named = (code for code, pattern in _BY_NAME if re.search(pattern, plain))
    return next((code for code in named if code in listed), "")


_BY_NAME = (
    ("camera", r"camera|video"), ("stop", r"arret|stop|tram|bus"), ("station", r"\bgares?\b"),
    ("school", r"ecole|college|lycee|school"), ("park", r"\bparcs?\b"), ("market", r"marche"),
    ("sous-quartier", r"sous ?quartiers?"), ("quartier", r"quartiers?"), ("iris", r"\biris\b"),
    ("qpv", r"\bqpv\b|prioritaire"), ("groupe territorial", r"groupes? territoria"),
    ("commune", r"communes?"),
)  # fmt: skip


def guess_kind(columns: Sequence[str], geometry: str) -> int:
    """The kind that a file seems to be."""
    plain = {folded(column) for column in columns}
    if indicators.recognise(columns):
        return INDICATORS
    if geometry == "polygon":
        return TERRITORIES
    numbered = plain & {"numero", "num voi", "number", "num voie"}
    if numbered and _first(list(columns), (r".*voie.*", r".*street.*", r".*voi.*")):
        return ADDRESSES
    guessed = indicators.propose(columns)
    if not geometry and guessed.area and guessed.period and guessed.value:
        return INDICATORS
    return PLACES


def _proposed_indicators(columns: Sequence[str]) -> dict[str, str]:
    known, guessed = indicators.recognise(columns), indicators.propose(columns)
    found = {
        f"{name.upper()}_FIELD": getattr(guessed, name)
        for name in ("area", "period", "value", "indicator", "unit", "published")
        if getattr(guessed, name)
    }
    found["LEVEL"] = _named(found.get("AREA_FIELD", ""), LEVELS)
    if known:
        found.update(PARTNER=known.partner, PURPOSE=known.purpose, LEVEL=known.level)
    return found


def _first(columns: Sequence[str], patterns: tuple[str, ...]) -> str:
    for pattern in patterns:
        for column in columns:
            if re.fullmatch(pattern, folded(column.split(",")[0])):
                return column
    return ""


def _levels() -> list[tuple[str, str]]:
    return [(level, level) for level in (*LEVELS, "secteur")]
