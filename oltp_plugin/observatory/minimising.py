"""What is taken from a record before it is written: the limit that no program can undo.

Sensitive categories keep only their territory. Where the place is a dwelling, the house number
goes and the point becomes the centre of its 100 m cell, unless the agreement says otherwise. An
agreement's finest location stored holds for all its records.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from oltp_plugin.analysis.assignment import OUTSIDE, assign

from .agreements import Terms
from .cells import centres
from .memberships import Territories
from .territories import COMMUNE

# Levels at which a record without a point is kept, the first that the observatory has.
STORAGE_LEVELS = ("quartier", "iris", "sous-quartier", "groupe territorial", COMMUNE)

# From the kind of street on, an address names a street; what stands before is a number or a name.
_STREET = re.compile(
    r"\b(?:(?:l[ae]|grande?|petite?)[- ])*"
    r"(?:rue|r\.|avenue|av(?=[. ])|boulevard|bd|bld|boul|place|pl(?=[. ])|all[ée]e?s?"
    r"|chemin|che?(?=[. ])|impasse|imp|quai|cours|route|rte|square|sq|passage|r[ée]s(?:idence)?"
    r"|lotissement|esplanade|promenade|mont[ée]e|ruelle|sentier|villa|cit[ée]|hameau|faubourg|fbg"
    r"|rond[- ]point|traverse|venelle|enclos|plan|parvis|mail|voie|clos|domaine|pont)\b.*",
    re.IGNORECASE,
)
_INSIDE_BUILDING = re.compile(
    r"[,;-]?\s*\b(?:app(?:t|artement)?|apt|b[aâ]t(?:iment)?|esc(?:alier)?|[ée]tage|porte|log(?:t|ement)?"
    r"|lgt|hall|lot)\b\.?\s*(?:n°)?\s*(?:\d+\w*|[a-z])\b"
    r"|\b\d+\s*(?:er|e|[eè]me)\s+[ée]tage\b",
    re.IGNORECASE,
)
# Numbers that stand behind the street: at its end, before a comma or a postcode, or named as such.
_SUFFIX = r"(?:\s*(?:bis|ter|quater|[a-d])\b)?"
_NUMBER_BEHIND = re.compile(
    rf"[\s,(]+(?:n°?\s*)?\d{{1,3}}{_SUFFIX}(?:\s*[-/]\s*\d{{1,3}}{_SUFFIX})*"
    r"(?=\s*(?:[,;)]|-\s|-?\s*\d{5}\b|$))"
    rf"|[\s,(-]+(?:n°|no\.?|num[ée]ro)\s*\d+{_SUFFIX}",
    re.IGNORECASE,
)
_LEADING_NUMBERS = re.compile(r"^(?:\W*(?:n°?\s*)?\d+\s*(?:bis|ter|quater)?\b)+\W*", re.IGNORECASE)


_CHANGED = (
    "x", "y", "address", "location_precision", "geocode_score", "territory", "territory_level",
)  # fmt: skip


def minimise(
    incidents: pd.DataFrame,
    terms: Terms,
    territories: Territories,
    sensitive: frozenset[str],
    dwelling_categories: frozenset[str],
    dwelling_places: frozenset[str],
) -> pd.DataFrame:
    """``incidents`` without what may not be stored; a copy, unless all of it may.

    Columns read and changed: ``x``, ``y`` (NaN: no point), ``address``, ``location_precision``,
    ``geocode_score``, ``territory``, ``territory_level``; read: ``category``, ``place_kind``.
    """
    finest = terms.finest_stored
    category, place = incidents["category"], incidents["place_kind"]
    delicate = category.isin(sensitive)
    dwelling = category.isin(dwelling_categories) | place.isin(dwelling_places)
    if terms.dwelling_numbers:
        dwelling[:] = False
    to_area = delicate | (finest == "territory")
    to_nothing = ~delicate & (finest == "none")
    # Without the inventory's own points, a stop or a facility is no finer than a cell.
    coarse = finest in ("street", "stop", "facility", "cell")
    to_cell = ~to_area & ~to_nothing & (dwelling | coarse)
    if not (to_area | to_nothing | to_cell).any():
        return incidents
    kept = incidents.copy(deep=False)
    for column in _CHANGED:
        kept[column] = incidents[column].copy()
    if to_area.any():
        _to_territory(kept, to_area, territories)
    if to_cell.any():
        _to_cell(kept, to_cell)
        kept.loc[to_cell, "address"] = kept.loc[to_cell, "address"].map(street_only)
    if finest in ("stop", "facility", "cell"):
        kept["address"] = None
    if to_nothing.any():
        _forget_point(kept, to_nothing)
        kept.loc[to_nothing, ["territory", "territory_level"]] = None
    return kept


def street_only(address: object) -> str | None:
    """An address without house number, building, floor or door, nor a name before the street.

    Without a word that says a street, only what follows leading numbers is left.
    """
    if not isinstance(address, str):
        return None
    outside = _INSIDE_BUILDING.sub("", address)
    street = _STREET.search(outside)
    text = street.group() if street else _LEADING_NUMBERS.sub("", outside)
    return _NUMBER_BEHIND.sub("", text.strip(" ,;-")).strip(" ,;-()") or None


def _to_cell(kept: pd.DataFrame, rows: pd.Series) -> None:
    located = rows & kept["x"].notna()
    for axis in ("x", "y"):
        kept.loc[located, axis] = centres(kept.loc[located, axis])
    kept.loc[located, "location_precision"] = "cell"
    kept.loc[located, "geocode_score"] = np.nan


def _to_territory(kept: pd.DataFrame, rows: pd.Series, territories: Territories) -> None:
    """Replace points by the area they lie in; an area that the record names itself stays."""
    located = rows & kept["x"].notna() & kept["territory"].isna()
    level = next((own for own in STORAGE_LEVELS if own in territories.levels), None)
    if level is not None and located.any():
        positions = territories.of_level(level)
        owner = assign(
            territories.polygons[positions],
            kept.loc[located, "x"].to_numpy(float),
            kept.loc[located, "y"].to_numpy(float),
        )
        codes = np.array([territories.codes[i] for i in positions], dtype=object)
        found = owner != OUTSIDE
        inside = kept.index[located][found]
        kept.loc[inside, "territory"] = codes[owner[found]]
        kept.loc[inside, "territory_level"] = level
    _forget_point(kept, rows)


def _forget_point(kept: pd.DataFrame, rows: pd.Series) -> None:
    kept.loc[rows, ["x", "y", "geocode_score"]] = np.nan
    kept.loc[rows, "address"] = None
    kept.loc[rows, "location_precision"] = np.where(
        kept.loc[rows, "territory"].notna(), "territory", "none"
    )
