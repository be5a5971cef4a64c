"""A partner's table becomes clean incidents: map, check, locate; refused rows say why."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from oltp_plugin.errors import IntakeError
from oltp_plugin.observatory import gate, memberships, retention, seed
from oltp_plugin.observatory.agreements import Terms
from oltp_plugin.observatory.schema import KNOWN_BY, MOST_COUNTED

from . import geocoding, geocoding_index, locating, mapping
from .profile import Profile
from .reading import Table
from .rejecting import Rejections

_BETWEEN = "\x1f"  # the parts of a reference that is put together
_POINT_OR_NONE = np.array(["address", "none"], dtype=object)


@dataclass(frozen=True)
class Checked:
    """The accepted rows as incidents, and what became of the others.

    ``incidents``: one row each, columns named as the table's, plus ``x``, ``y``, ``moment`` (of
    ``occurred_from``), ``reference`` (the partner's own number, or what stands for it) and
    ``word`` (the partner's category).
    ``references``: of all rows of the file, refused ones included.
    """

    incidents: pd.DataFrame
    rejections: Rejections
    references: np.ndarray
    dropped_fields: tuple[str, ...]
    unknown_areas: int


@dataclass(frozen=True)
class Lists:
    """The observatory's closed lists that words are held against."""

    epsg: int
    categories: dict[str, str | None]
    crosswalk: dict[str, str]
    place_kinds: dict[str, str]
    territories: memberships.Territories
    territory_names: list[str]
    sensitive: frozenset[str]
    dwelling_categories: frozenset[str]
    dwelling_places: frozenset[str]
    gazetteer: geocoding_index.Gazetteer | None
    retention: dict[str, str]  # category -> the latest day that may not be kept any more


def load_lists(connection: sqlite3.Connection, profile: Profile) -> Lists:
    """What ``check`` needs to know of the observatory."""
    scheme = profile.fields["category"].scheme
    return Lists(
        connection.execute("SELECT epsg FROM observatory").fetchone()[0],
        _families(connection),
        dict(
            connection.execute(
                "SELECT source, category FROM category_crosswalk WHERE scheme = ?"
                " AND category IS NOT NULL AND valid_to IS NULL",
                (scheme,),
            )
        ),
        {
            mapping.folded(word): code
            for row in connection.execute("SELECT code, label_fr, label_en FROM place_kind")
            for word, code in ((row[0], row[0]), (row[1], row[0]), (row[2], row[0]))
        },
        memberships.load(connection),
        [
            name
            for (name,) in connection.execute(
                "SELECT name FROM territory WHERE geom IS NOT NULL ORDER BY fid"
            )
        ],
        *_delicate(connection),
        geocoding_index.load(connection) if "address" in profile.fields else None,
        retention.limits(connection, profile.partner),
    )


def refuse_other_rules(
    connection: sqlite3.Connection, profile: Profile, lists: Lists, terms: Terms
) -> None:
    """Raise IntakeError ``rules_changed`` where what limits a record is not what it was.

    To be asked by who holds the write lock: checking takes its time, and others write meanwhile.
    """
    terms_now = gate.may_store(connection, profile.partner)
    listed = lists.categories, lists.sensitive, lists.dwelling_categories, lists.dwelling_places
    if terms_now != terms or (_families(connection), *_delicate(connection)) != listed:
        raise IntakeError("rules_changed", partner=profile.partner)


def _families(connection: sqlite3.Connection) -> dict[str, str | None]:
    return dict(connection.execute("SELECT code, parent FROM category"))


def _delicate(
    connection: sqlite3.Connection,
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Sensitive categories, those that happen in dwellings, and the places that are dwellings."""
    return (
        _codes(connection, "category", "sensitive"),
        _codes(connection, "category", "dwelling"),
        _codes(connection, "place_kind", "dwelling"),
    )


def _codes(connection: sqlite3.Connection, table: str, flag: str) -> frozenset[str]:
    query = f"SELECT code FROM {table} WHERE {flag} = 1"  # nosec B608
    return frozenset(code for (code,) in connection.execute(query))


def check(
    table: Table,
    profile: Profile,
    lists: Lists,
    terms: Terms,
    tick: Callable[[float], None] = lambda fraction: None,
) -> Checked:
    """Map and check every row of ``table``; see ``Checked``.

    ``tick`` is told the fraction done of what takes longest, the search of addresses, and may
    raise to stop. Raises IntakeError where the profile does not fit the observatory
    (``profile_category``, ``profile_word``, ``no_territory_level``, ``profile_crs``).
    """
    rejections = Rejections(len(table.texts))
    # Before the agreement: what tells one row from another stays the same under the next one.
    reference = _references(table, profile, rejections)
    profile, dropped = _allowed(profile, terms)
    if table.x is not None and terms.fields is not None and not {"x", "y"} <= terms.fields:
        table = replace(table, x=None, y=None)
        dropped += ("geometry",)
    rejections.add("BAD_FIELD", table.overflowing)
    incidents = pd.DataFrame(index=table.texts.index)
    incidents["reference"] = reference
    _times(table, profile, rejections, incidents)
    _categories(table, profile, lists, terms, rejections, incidents)
    _refuse_what_is_past(lists, rejections, incidents)
    located = _place(table, profile, lists, rejections, incidents, tick)
    unknown_areas = _area(table, profile, lists, located, incidents)
    _details(table, profile, lists, rejections, incidents)
    accepted = rejections.accepted
    return Checked(
        incidents if accepted.all() else incidents[accepted].reset_index(drop=True),
        rejections,
        incidents["reference"].to_numpy(),
        dropped,
        int((unknown_areas & accepted).sum()),
    )


def _allowed(profile: Profile, terms: Terms) -> tuple[Profile, tuple[str, ...]]:
    """The profile without the fields that the agreement does not cover, and those fields."""
    if terms.fields is None:
        return profile, ()
    needed = {"occurred_from", "category", "partner_ref"}
    allowed = terms.fields | needed
    if not {"x", "y"} <= allowed:
        allowed -= {"x", "y"}  # one without the other is no place
    dropped = tuple(name for name in profile.fields if name not in allowed)
    kept = {name: each for name, each in profile.fields.items() if name not in dropped}
    return replace(profile, fields=kept), dropped


def _references(table: Table, profile: Profile, rejections: Rejections) -> pd.Series:
    """The partner's own number; without one, mapped cells, point and which of equal rows it is."""
    if "partner_ref" in profile.fields:
        reference = mapping.joined(table.texts, profile.fields["partner_ref"])
        empty = reference == ""
        rejections.add("NULL_ID", empty, "partner_ref")
        if profile.unique_id:
            rejections.add("DUP_ID", reference.duplicated() & ~empty, "partner_ref")
            return reference
        # An id that may repeat names a row only together with how often it has come before.
        reference = reference.str.replace(_BETWEEN, "", regex=False)
        number = reference.groupby(reference).cumcount().astype(str)
        return reference.where(number == "0", reference + _BETWEEN + number)
    cells = table.texts[profile.columns()]
    text = cells.iloc[:, 0].str.cat([cells[name] for name in cells.columns[1:]], sep=_BETWEEN)
    if table.x is not None and table.y is not None:
        text = text + [f"{_BETWEEN}{x:.6f} {y:.6f}" for x, y in zip(table.x, table.y)]
    return text + _BETWEEN + text.groupby(text).cumcount().astype(str)


def _times(table: Table, profile: Profile, rejections: Rejections, incidents: pd.DataFrame) -> None:
    start, precision, empty = mapping.moments(table.texts, profile.fields["occurred_from"])
    rejections.add("NULL_DATE", empty, "occurred_from")
    rejections.add("BAD_DATE", np.isnat(start) & ~empty, "occurred_from")
    incidents["moment"], incidents["occurred_from"] = start, mapping.as_text(start)
    incidents["occurred_to"] = None
    if "occurred_to" in profile.fields:
        end, end_precision, none = mapping.moments(table.texts, profile.fields["occurred_to"])
        whole_day, whole_month = end_precision == "day", end_precision == "month"
        end[whole_day] += np.timedelta64(86399, "s")  # an end without its hour ends that day
        following = end[whole_month].astype("datetime64[M]") + 1
        end[whole_month] = following.astype("datetime64[s]") - np.timedelta64(1, "s")
        if _one_day_for_both(profile):
            end[end < start] += np.timedelta64(1, "D")  # from 23:50 to 0:15
        rejections.add("BAD_DATE", np.isnat(end) & ~none, "occurred_to")
        rejections.add("BAD_DATE", end < start, "occurred_to")
        incidents["occurred_to"] = mapping.as_text(end)
        precision = np.where((end > start) & (precision != "day"), "interval", precision)
    incidents["time_precision"] = precision
    incidents["reported_at"] = None
    if "reported_at" in profile.fields:
        reported, _, none = mapping.moments(table.texts, profile.fields["reported_at"])
        rejections.add("BAD_DATE", np.isnat(reported) & ~none, "reported_at")
        incidents["reported_at"] = mapping.as_text(reported)


def _one_day_for_both(profile: Profile) -> bool:
    """Whether the end has only an hour of its own: its day is the beginning's, or the next."""
    begun, ended = (profile.fields[name].columns for name in ("occurred_from", "occurred_to"))
    return len(begun) == len(ended) == 2 and begun[0] == ended[0] and begun[1] != ended[1]


def _categories(
    table: Table,
    profile: Profile,
    lists: Lists,
    terms: Terms,
    rejections: Rejections,
    incidents: pd.DataFrame,
) -> None:
    field = profile.fields["category"]
    text = mapping.joined(table.texts, field)
    if field.scheme == seed.ETAT_4001:
        text = text.map({word: mapping.index_number(word) for word in text.unique()})
    words = {**lists.crosswalk, **(field.values or {})}
    for code in [*words.values(), *([field.default] if field.default else [])]:
        if code not in lists.categories:
            raise IntakeError("profile_category", name=profile.name, code=code)
    category, unknown = mapping.translated(text, words)
    if field.default:
        category[np.equal(category, None)] = field.default
    else:
        rejections.add("NULL_CATEGORY", text == "", "category")
        rejections.add("BAD_CATEGORY", unknown, "category")
    if terms.categories is not None:
        allowed = {
            code
            for code, family in lists.categories.items()
            if code in terms.categories or family in terms.categories
        }
        rejections.add("AGREEMENT", ~pd.Series(category).isin(allowed), "category")
    incidents["category"] = category
    # A word that only the default catches is free text: it is not kept.
    incidents["word"] = np.where(unknown, "", text)


def _refuse_what_is_past(lists: Lists, rejections: Rejections, incidents: pd.DataFrame) -> None:
    """What the agreement lets nobody keep any longer does not enter again."""
    if not lists.retention:
        return
    recorded = incidents["reported_at"].fillna(incidents["occurred_from"]).fillna("9999")
    until = incidents["category"].map(lists.retention).fillna("")
    rejections.add("AGREEMENT", (recorded.str[:10] <= until).to_numpy(), "reported_at")


def _place(
    table: Table,
    profile: Profile,
    lists: Lists,
    rejections: Rejections,
    incidents: pd.DataFrame,
    tick: Callable[[float], None],
) -> locating.Located:
    nowhere = np.full(len(table.texts), np.nan)
    located = locating.Located(nowhere, nowhere.copy(), np.zeros(len(nowhere), dtype=bool))
    if "x" in profile.fields:
        x, wrong_x = _coordinate(table, profile, "x")
        y, wrong_y = _coordinate(table, profile, "y")
        rejections.add("BAD_XY", wrong_x, "x")
        rejections.add("BAD_XY", wrong_y, "y")
        located = locating.locate(x, y, table.epsg, lists.epsg)
        rejections.add("BAD_XY", located.wrong & ~wrong_x & ~wrong_y, "x")
    elif table.x is not None and table.y is not None:
        located = locating.locate(table.x, table.y, table.epsg, lists.epsg)
        rejections.add("BAD_XY", located.wrong, "geometry")
    _by_address(table, profile, lists, located, incidents, tick)
    if profile.area_level:
        outside = locating.outside_area(lists.territories, profile.area_level, located)
        rejections.add("OUT_OF_AREA", outside, "x")
    incidents["x"], incidents["y"] = located.x, located.y
    return located


def _by_address(
    table: Table,
    profile: Profile,
    lists: Lists,
    located: locating.Located,
    incidents: pd.DataFrame,
    tick: Callable[[float], None],
) -> None:
    """Give rows without coordinates, in ``located`` too, the point of their address."""
    incidents["geocode_score"] = np.nan
    incidents["location_precision"] = _POINT_OR_NONE[np.isnan(located.x).astype(np.intp)]
    incidents["address"] = None
    if "address" not in profile.fields:
        return
    address = mapping.joined(table.texts, profile.fields["address"])
    given = (address != "").to_numpy()
    incidents["address"] = address.where(given, None)
    lacking = given & np.isnan(located.x) & ~located.wrong
    if lists.gazetteer is None or not lacking.any():
        return
    found = geocoding.geocode(lists.gazetteer, address[lacking], tick)
    located.x[lacking], located.y[lacking] = found.x, found.y
    incidents.loc[lacking, "geocode_score"] = found.score
    incidents.loc[lacking, "location_precision"] = found.precision


def _coordinate(table: Table, profile: Profile, axis: str) -> tuple[np.ndarray, np.ndarray]:
    field = profile.fields[axis]
    text = mapping.joined(table.texts, field)
    if field.part is not None:
        text = mapping.part(text, field.part)
    values, wrong = mapping.numbers(text, table.decimal)
    return values * field.scale, wrong


def _area(
    table: Table,
    profile: Profile,
    lists: Lists,
    located: locating.Located,
    incidents: pd.DataFrame,
) -> np.ndarray:
    """The territory of rows without a point; returns which name one that is not known."""
    incidents["territory"] = None
    incidents["territory_level"] = None
    if "territory" not in profile.fields:
        return np.zeros(len(incidents), dtype=bool)
    field = profile.fields["territory"]
    level = (field.level or "quartier").lower()
    text = mapping.joined(table.texts, field)
    words = locating.area_words(lists.territories, lists.territory_names, level)
    folded = text.map({word: mapping.folded(word) for word in text.unique()})
    code, unknown = mapping.translated(folded, words)
    areal = ~np.isfinite(located.x) & ~np.equal(code, None)
    incidents["territory"] = np.where(areal, code, None)
    incidents["territory_level"] = np.where(areal, level, None)
    incidents.loc[areal, "location_precision"] = "territory"
    return unknown & ~np.isfinite(located.x)


def _details(
    table: Table, profile: Profile, lists: Lists, rejections: Rejections, incidents: pd.DataFrame
) -> None:
    incidents["severity"] = None
    if "severity" in profile.fields:
        values, wrong = _whole(table, profile, "severity")
        wrong |= (values < 0) | (values > 9)
        rejections.add("BAD_FIELD", wrong, "severity")
        given = np.where(np.isfinite(values) & ~wrong, values, -1)
        incidents["severity"] = pd.array(given, dtype="Int64")
        incidents["severity"] = incidents["severity"].mask(incidents["severity"] < 0)
    incidents["count"] = 1
    if "count" in profile.fields:
        values, wrong = _whole(table, profile, "count")
        wrong |= (values < 1) | (values > MOST_COUNTED)
        rejections.add("BAD_FIELD", wrong, "count")
        incidents["count"] = np.where(np.isfinite(values) & ~wrong, values, 1).astype(np.int64)
    incidents["place_kind"] = None
    if "place_kind" in profile.fields:
        incidents["place_kind"] = _listed(table, profile, "place_kind", lists.place_kinds)
    incidents["known_by"] = "unknown"
    if "known_by" in profile.fields:
        known = _listed(table, profile, "known_by", {word: word for word in KNOWN_BY})
        incidents["known_by"] = np.where(np.equal(known, None), "unknown", known)


def _whole(table: Table, profile: Profile, name: str) -> tuple[np.ndarray, np.ndarray]:
    text = mapping.joined(table.texts, profile.fields[name])
    values, wrong = mapping.numbers(text, table.decimal)
    return values, wrong | (np.isfinite(values) & (values != np.floor(values)))


def _listed(table: Table, profile: Profile, name: str, codes: dict[str, str]) -> np.ndarray:
    """Codes of a closed list; a word outside it is not kept: only listed words are stored."""
    field = profile.fields[name]
    own = {mapping.folded(word): code for word, code in (field.values or {}).items()}
    for code in [*own.values(), *([field.default] if field.default else [])]:
        if code not in codes.values():
            raise IntakeError("profile_word", name=profile.name, field=name, code=code)
    text = mapping.joined(table.texts, field)
    folded = text.map({word: mapping.folded(word) for word in text.unique()})
    found = mapping.translated(folded, {**codes, **own})[0]
    return np.where(np.equal(found, None), field.default, found)
