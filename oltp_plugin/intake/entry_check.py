"""What is wrong, or unusual, with an incident as an analyst enters or corrects it."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from oltp_plugin.observatory import gate
from oltp_plugin.observatory.agreements import Terms
from oltp_plugin.observatory.schema import KNOWN_BY, MOST_COUNTED, STATUSES, TIME_PRECISIONS
from oltp_plugin.observatory.territories import COMMUNE

from . import locating, personal_data
from .entry import Entry, Known, kept_form

POINT_PRECISIONS = ("address", "street", "stop", "facility", "cell")
LONG_INTERVAL = timedelta(days=31)
_FIRST_YEAR = 1900
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}")


@dataclass(frozen=True)
class Remark:
    """Something about a field: ``code`` names the words, ``values`` fill them.

    ``refusal``: the agreement's own sentence, where an agreement is what forbids it.
    """

    field: str
    code: str
    values: tuple = ()
    refusal: gate.AgreementError | None = None


def check(entry: Entry, known: Known, is_new: bool = True, held: str = "") -> list[Remark]:
    """What keeps ``entry`` from being saved; empty where nothing does.

    ``held``: the category that the record has, which it may keep when that is no longer in use.

    What is held may be corrected after its agreement has ended, within that agreement's terms;
    nothing new enters then.
    """
    return [
        *_check_what(entry, known),
        *(check_use(entry, known) if entry.category != held else ()),
        *_check_when(entry),
        *_check_where(entry, known),
        *_check_agreement(entry, known, is_new),
    ]


def warnings(entry: Entry, known: Known, now: str) -> list[Remark]:
    """What is unusual about an entry that ``check`` lets pass; ``now``: local, as stored."""
    return [
        *_unusual_times(entry, now),
        *_outside_town(entry, known),
        *_personal(entry),
        *_coarser(entry, known),
    ]


def moment(text: object) -> datetime | None:
    """A stored moment as a naive datetime; None where the text is none."""
    if not isinstance(text, str) or not _MOMENT.fullmatch(text):
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S")
    except ValueError:
        return None


def _check_what(entry: Entry, known: Known) -> list[Remark]:
    found = []
    for field, listed, is_needed in (
        ("partner", known.partners, True),
        ("category", known.categories, True),
        ("place_kind", known.place_kinds, False),
        ("known_by", KNOWN_BY, True),
        ("status", STATUSES, True),
    ):
        value = getattr(entry, field)
        if value in (None, ""):
            if is_needed:
                found.append(Remark(field, "missing"))
            elif value is not None:
                found.append(Remark(field, "unlisted"))
        elif value not in listed:
            found.append(Remark(field, "unlisted"))
    if entry.severity is not None and not 0 <= entry.severity <= 9:
        found.append(Remark("severity", "severity_range"))
    if not 1 <= entry.count <= MOST_COUNTED:
        found.append(Remark("count", "count_range"))
    return found


def check_use(entry: Entry, known: Known) -> list[Remark]:
    """What is wrong where the town's list did not have the category on the day."""
    first, last = known.in_use.get(entry.category, ("", "9999"))
    day = entry.occurred_from[:10]
    if not day or first <= day <= last:
        return []
    return [Remark("category", "not_yet_in_use" if day < first else "no_longer_in_use")]


def _check_when(entry: Entry) -> list[Remark]:
    found = []
    start, end = moment(entry.occurred_from), moment(entry.occurred_to)
    if not entry.occurred_from:
        found.append(Remark("occurred_from", "missing"))
    for field in ("occurred_from", "occurred_to", "reported_at"):
        text = getattr(entry, field)
        if text is None or (text == "" and field == "occurred_from"):
            continue
        when = moment(text)
        if when is None:
            found.append(Remark(field, "no_moment"))
        elif when.year < _FIRST_YEAR:
            found.append(Remark(field, "too_early"))
    if entry.time_precision not in TIME_PRECISIONS:
        found.append(Remark("time_precision", "unlisted"))
    if start is None:
        return found
    if end is not None and end < start:
        found.append(Remark("occurred_to", "end_before_start"))
    elif entry.time_precision == "interval" and (end is None or end == start):
        found.append(Remark("occurred_to", "interval_without_end"))
    elif entry.time_precision in ("minute", "hour") and end is not None and end > start:
        found.append(Remark("occurred_to", "end_of_a_moment"))
    whole = {"day": 11, "month": 8}.get(entry.time_precision)
    if whole and entry.occurred_from[whole:] != "01T00:00:00"[-(19 - whole) :]:
        found.append(Remark("occurred_from", "not_its_beginning"))
    return found


def _check_where(entry: Entry, known: Known) -> list[Remark]:
    found = []
    if (entry.x is None) != (entry.y is None):
        found.append(Remark("point", "half_a_point"))
    elif entry.x is not None and entry.y is not None:
        if not _is_on_earth(entry.x, entry.y, known.epsg):
            found.append(Remark("point", "no_such_point"))
        if entry.location_precision not in POINT_PRECISIONS:
            found.append(Remark("location_precision", "precision_of_a_point"))
        if entry.territory is not None:
            found.append(Remark("territory", "point_and_territory"))
    else:
        without = "none" if entry.territory is None else "territory"
        if entry.location_precision != without:
            found.append(Remark("location_precision", "precision_without_point"))
        if entry.geocode_score is not None:
            found.append(Remark("point", "score_without_point"))
    area = (entry.territory_level, entry.territory)
    if area != (None, None) and area not in known.areas:
        found.append(Remark("territory", "unlisted"))
    if entry.geocode_score is not None and not 0 <= entry.geocode_score <= 1:
        found.append(Remark("point", "score_range"))
    return found + _check_address(entry.address)


def _check_address(address: str | None) -> list[Remark]:
    if address is None:
        return []
    if len(address) > personal_data.LONGEST:
        return [Remark("address", "too_long", (personal_data.LONGEST,))]
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in address):
        return [Remark("address", "unwritable")]
    return []


def _is_on_earth(x: float, y: float, epsg: int) -> bool:
    """Whether the point lies where the CRS is valid."""
    if not (math.isfinite(x) and math.isfinite(y)):
        return False
    located = locating.locate(np.array([x]), np.array([y]), epsg, epsg)
    return bool(np.isfinite(located.x[0]) and not located.wrong[0])


_OF_THE_FORM = {  # field of the form -> the agreement's words for it
    "address": ("address",),
    "severity": ("severity",),
    "place_kind": ("place_kind",),
    "reported_at": ("reported_at",),
    "occurred_to": ("occurred_to",),
    "territory": ("territory",),
    "point": ("x", "y"),
}


def _check_agreement(entry: Entry, known: Known, is_new: bool) -> list[Remark]:
    terms = known.terms.get(entry.partner)
    if terms is None:
        return []
    found = []
    if is_new and entry.partner in known.refusals:
        found.append(Remark("partner", "agreement", refusal=known.refusals[entry.partner]))
    if entry.category in known.categories and not is_covered(entry.category, terms, known):
        found.append(Remark("category", "not_covered", (terms.reference,)))
    if terms.fields is not None:
        given = {name: getattr(entry, name, None) is not None for name in _OF_THE_FORM}
        given["point"] = entry.x is not None
        for field, words in _OF_THE_FORM.items():
            if given[field] and not terms.fields.issuperset(words):
                found.append(Remark(field, "field_not_covered", (terms.reference,)))
        for field, plain in (("known_by", "unknown"), ("count", 1)):
            if getattr(entry, field) != plain and field not in terms.fields:
                found.append(Remark(field, "field_not_covered", (terms.reference,)))
    until = known.limits.get(entry.partner, {}).get(entry.category)
    recorded = entry.reported_at or entry.occurred_from
    if until is not None and moment(recorded) is not None and recorded[:10] <= until:
        found.append(Remark("occurred_from", "past_retention", (until,)))
    return found


def is_covered(category: str, terms: Terms, known: Known) -> bool:
    """Whether the agreement lets records of this category be kept."""
    allowed = terms.categories
    return allowed is None or category in allowed or known.categories.get(category) in allowed


def _unusual_times(entry: Entry, now: str) -> list[Remark]:
    found = []
    start, end = moment(entry.occurred_from), moment(entry.occurred_to)
    reported = moment(entry.reported_at)
    if start is not None and end is not None and end - start > LONG_INTERVAL:
        found.append(Remark("occurred_to", "long_interval", ((end - start).days,)))
    for field in ("occurred_from", "occurred_to", "reported_at"):
        text = getattr(entry, field)
        if moment(text) is not None and text > now:
            found.append(Remark(field, "in_the_future"))
            break
    # A date alone stands at midnight: the day is what can be compared.
    if reported is not None and start is not None and reported.date() < start.date():
        found.append(Remark("reported_at", "reported_before"))
    return found


def _outside_town(entry: Entry, known: Known) -> list[Remark]:
    if entry.x is None or entry.y is None or COMMUNE not in known.territories.levels:
        return []
    point = locating.Located(np.array([entry.x]), np.array([entry.y]), np.zeros(1, dtype=bool))
    outside = locating.outside_area(known.territories, COMMUNE, point)[0]
    return [Remark("point", "outside_town")] if outside else []


def _personal(entry: Entry) -> list[Remark]:
    if not entry.address:
        return []
    kinds = dict.fromkeys(finding.kind for finding in personal_data.scan(entry.address))
    if not kinds:
        return []
    masked = personal_data.masked(entry.address)
    return [Remark("address", "personal_data", (tuple(kinds), masked))]


def _coarser(entry: Entry, known: Known) -> list[Remark]:
    """Where less of the place is kept than was entered."""
    if entry.category not in known.categories or entry.partner not in known.partners:
        return []
    kept = kept_form(entry, known)
    was_at, is_at = (entry.x, entry.y), (kept.x, kept.y)
    if was_at == is_at and (entry.address is None) == (kept.address is None):
        return []
    return [Remark("point", f"kept_{kept.location_precision}")]
