"""Entered and corrected incidents are written: one transaction each, with history and ledger.

A record that somebody changed since it was read is shown, never overwritten: each is read with a
token of all its values, which must still hold when it is written.
"""

from __future__ import annotations

import sqlite3
import uuid as identity
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from oltp_plugin.errors import IntakeError
from oltp_plugin.observatory import (
    batches,
    gate,
    geopackage,
    incidents,
    memberships,
)
from oltp_plugin.observatory import connection as store
from oltp_plugin.observatory.clock import now
from oltp_plugin.observatory.schema import STATUSES

from . import linking
from .entry import FIELDS, Entry, Known, from_frame, kept_form, load_known, minimised, to_frame
from .entry_check import POINT_PRECISIONS, Remark, check, check_use, is_covered

_COLUMNS = tuple(name for name in FIELDS if name not in ("x", "y"))
_PLACE = ("x", "y", "address")


@dataclass(frozen=True)
class Stored:
    """A record as it was read: ``token`` changes with any of its values.

    ``is_delivered``: the partner's own number is known, and so the partner stays who it is.
    """

    uuid: str
    fid: int
    token: str
    entry: Entry
    is_delivered: bool = False


@dataclass(frozen=True)
class Saved:
    """What was written, and the batch that takes it back."""

    uuid: str
    fid: int
    batch: int
    entry: Entry


@dataclass(frozen=True)
class Several:
    """How many records were changed, and how many not: changed meanwhile, or with a point."""

    changed: int
    meanwhile: int
    located: int
    batches: tuple[int, ...]


def load(path: Path, uuid: str) -> Stored:
    """Read a record for correction.

    Raises IntakeError ``record_gone``, and AgreementError where its partner's agreement lets its
    place not be shown as finely as it is stored, or not be shown at all.
    """
    with store.reading(path) as connection:
        stored = _stored(connection, uuid)
        entry = stored.entry
        needs = "address" if entry.address is not None else entry.location_precision
        gate.ask(connection, "view", [entry.partner], [entry.category], needs=needs)
    return stored


def uuids_of(path: Path, fids: Sequence[int]) -> list[tuple[str, str]]:
    """(uuid, token) of the records with these fids that are there."""
    with store.reading(path) as connection:
        found = []
        for fid in fids:
            row = connection.execute("SELECT uuid FROM incident WHERE fid = ?", (fid,)).fetchone()
            if row is not None:
                found.append((row[0], incidents.token(connection, fid)))
    return found


def days_of(path: Path, fids: Sequence[int]) -> tuple[str, str]:
    """The first and the last ISO day on which the records with these fids occurred."""
    with store.reading(path) as connection:
        query = "SELECT substr(occurred_from, 1, 10) FROM incident WHERE fid = ?"
        rows = (connection.execute(query, (fid,)).fetchone() for fid in fids)
        days = [row[0] for row in rows if row is not None]
    return min(days, default=""), max(days, default="")


def save(
    path: Path,
    entry: Entry,
    base: Stored | None = None,
    link: Sequence[int] = (),
) -> Saved:
    """Write a new record, or over ``base``, the record as it was read.

    ``link``: fids of reports of the same fact. Raises AgreementError where an agreement forbids a
    new record; IntakeError ``entry_refused`` (its ``remarks`` say why), ``record_changed`` (its
    ``stored`` is the record as it is now), ``record_gone``; and what a write raises.
    """
    with store.writing(path, bulk=True) as connection:
        saved = write(connection, load_known(connection), entry, base, link)
        geopackage.touch_contents(connection, batches.INCIDENT_TABLES)
    return saved


def write(
    connection: sqlite3.Connection,
    known: Known,
    entry: Entry,
    base: Stored | None = None,
    link: Sequence[int] = (),
) -> Saved:
    """``save``, in the caller's transaction."""
    moved = base is not None and base.entry.partner != entry.partner
    held = base.entry.category if base is not None else ""
    _refuse_what_is_wrong(check(entry, known, base is None or moved, held))
    if base is not None and moved and base.is_delivered:
        _refuse_what_is_wrong([Remark("partner", "partner_stays")])
    kept = kept_form(entry, known)
    if base is None:
        act = batches.record_act(connection, entry.partner, "enter", 1, inserted=1)
        uuid = str(identity.uuid4())
        fid = incidents.add(connection, _values(kept, known, uuid, act))
        _place(connection, [fid], to_frame([kept]), known)
    else:
        current = _stored(connection, base.uuid)
        if current.token != base.token:
            error = IntakeError("record_changed")
            error.stored = current  # type: ignore[attr-defined]
            raise error
        act = batches.record_act(connection, entry.partner, "correct", 1)
        uuid, fid = base.uuid, current.fid
        _rewrite(connection, [fid], to_frame([entry]), to_frame([kept]), act, known)
    _link(connection, fid, link, act)
    return Saved(uuid, fid, act, kept)


def change_several(path: Path, chosen: Sequence[tuple[str, str]], changes: dict) -> Several:
    """Give the records ``chosen`` (uuid and token as read) the same new values.

    ``changes``: of ``category``, ``status``, and ``territory`` with ``territory_level`` (for
    records without a point; the others keep theirs). Each partner's records are a batch of their
    own. Raises AgreementError, IntakeError ``entry_refused``.
    """
    with store.writing(path, bulk=True) as connection:
        known = load_known(connection)
        records = [_stored_or_none(connection, uuid) for uuid, _ in chosen]
        current = [
            each
            for each, (_, token) in zip(records, chosen)
            if each is not None and each.token == token
        ]
        meanwhile = len(chosen) - len(current)
        kept_points = 0
        if set(changes) == {"territory", "territory_level"}:
            areal = [each for each in current if each.entry.x is None]
            kept_points, current = len(current) - len(areal), areal
        elif "territory" in changes:
            kept_points = sum(each.entry.x is not None for each in current)
        numbers = []
        for partner in dict.fromkeys(each.entry.partner for each in current):
            own = [each for each in current if each.entry.partner == partner]
            changed = [_changed(each.entry, changes) for each in own]
            _check_several(partner, changes, known)
            for before, after in zip(own, changed):
                if before.entry.category != after.category:
                    _refuse_what_is_wrong(check_use(after, known))
            act = batches.record_act(connection, partner, "correct several", len(own))
            numbers.append(act)
            rows = to_frame(changed)
            fids = [each.fid for each in own]
            _rewrite(connection, fids, rows, minimised(rows, known, partner), act, known)
        geopackage.touch_contents(connection, batches.INCIDENT_TABLES)
    return Several(len(current), meanwhile, kept_points, tuple(numbers))


def unlocated(path: Path, condition: str = "1") -> list[str]:
    """The uuids of records without a point that may have one, the latest first.

    ``condition``: SQL on the table incident, as a layer's filter.
    """
    with store.reading(path) as connection:
        known = load_known(connection)
        rows = connection.execute(
            "SELECT uuid, partner FROM incident WHERE geom IS NULL AND status <> 'withdrawn'"
            " AND category NOT IN (SELECT code FROM category WHERE sensitive = 1)"
            f" AND ({condition or '1'}) ORDER BY address IS NULL, occurred_from DESC"  # nosec B608
        ).fetchall()
        hidden = set(gate.finest_by_partner(connection))  # their addresses are not shown
    hidden |= {
        code for code, own in known.terms.items() if own.finest_stored in ("territory", "none")
    }
    return [uuid for uuid, partner in rows if partner not in hidden]


@dataclass(frozen=True)
class Act:
    """What an analyst did by hand, and can take back; ``partner``: its name."""

    batch: int
    action: str
    partner: str
    records: int
    when: str


ACTIONS = ("enter", "correct", "correct several")


def recent_acts(path: Path, most: int = 50) -> list[Act]:
    """The last acts that still stand, the newest first."""
    with store.reading(path) as connection:
        marks = ", ".join("?" * len(ACTIONS))
        rows = connection.execute(
            "SELECT b.fid, j.action, p.name, b.read, b.imported_at FROM batch b"
            " JOIN partner p ON p.code = b.partner JOIN journal j"
            f" ON j.record = b.fid AND j.table_name = 'batch' AND j.action IN ({marks})"  # nosec B608
            " WHERE b.undone_at IS NULL ORDER BY b.fid DESC LIMIT ?",
            (*ACTIONS, most),
        )
        return [Act(*row) for row in rows]


def _stored(connection: sqlite3.Connection, uuid: str) -> Stored:
    found = _stored_or_none(connection, uuid)
    if found is None:
        raise IntakeError("record_gone")
    return found


def _stored_or_none(connection: sqlite3.Connection, uuid: str) -> Stored | None:
    row = connection.execute(
        f"SELECT fid, geom, partner_ref, {', '.join(_COLUMNS)} FROM incident WHERE uuid = ?",  # nosec B608
        (uuid,),
    ).fetchone()
    if row is None:
        return None
    values = dict(zip(_COLUMNS, row[3:]))
    x, y = geopackage.point_of(row[1]) if row[1] is not None else (None, None)
    _settle_place(values, x is not None)
    token = incidents.token(connection, row[0])
    return Stored(uuid, row[0], token, Entry(x=x, y=y, **values), row[2] is not None)


def _settle_place(values: dict, has_point: bool) -> None:
    """Another program may have left a precision, or an area, that does not go with the point."""
    if has_point:
        values["territory"] = values["territory_level"] = None
        if values["location_precision"] not in POINT_PRECISIONS:
            values["location_precision"] = "address"
    else:
        values["location_precision"] = "territory" if values["territory"] else "none"
        values["geocode_score"] = None


def _refuse_what_is_wrong(remarks: list[Remark]) -> None:
    for remark in remarks:
        if remark.refusal is not None:
            raise remark.refusal
    if remarks:
        error = IntakeError("entry_refused")
        error.remarks = remarks  # type: ignore[attr-defined]
        raise error


def _values(kept: Entry, known: Known, uuid: str, act: int) -> dict[str, object]:
    values: dict[str, object] = {name: getattr(kept, name) for name in _COLUMNS}
    (geom,) = geopackage.point_blobs(*_xy([kept]), known.epsg)
    moment = now()
    return {
        **values,
        "geom": geom,
        "uuid": uuid,
        "batch": act,
        "created_at": moment,
        "updated_at": moment,
    }


def _xy(entries: list[Entry]) -> tuple[list[float], list[float]]:
    return (
        [np.nan if each.x is None else each.x for each in entries],
        [np.nan if each.y is None else each.y for each in entries],
    )


def _rewrite(
    connection: sqlite3.Connection,
    fids: list[int],
    entered: pd.DataFrame,
    kept: pd.DataFrame,
    act: int,
    known: Known,
) -> None:
    """Give stored records the values of ``kept``; a place that became coarser goes everywhere."""
    entries = from_frame(kept)
    blobs = geopackage.point_blobs(*_xy(entries), known.epsg)
    moment = now()
    rows = [
        (blob, *(getattr(each, name) for name in _COLUMNS), act, moment, fid)
        for blob, each, fid in zip(blobs, entries, fids)
    ]
    hidden = {
        fid
        for fid, before, after in zip(fids, from_frame(entered), entries)
        if after.category in known.sensitive
        or any(getattr(before, name) != getattr(after, name) for name in _PLACE)
    }
    incidents.replace(connection, act, ("geom", *_COLUMNS, "batch", "updated_at"), rows, hidden)
    _place(connection, fids, kept, known)


def _place(
    connection: sqlite3.Connection, fids: list[int], kept: pd.DataFrame, known: Known
) -> None:
    """Write which territories the records lie in."""
    if not len(known.territories.fids):
        return
    numbers = np.array(fids, dtype=np.int64)
    located = kept["x"].notna().to_numpy()
    areal = kept["territory"].notna().to_numpy() & ~located
    x, y = kept["x"].to_numpy(float)[located], kept["y"].to_numpy(float)[located]
    named = kept[areal]
    areas = list(zip(numbers[areal].tolist(), named["territory_level"], named["territory"]))
    pairs = [
        memberships.of_points(known.territories, numbers[located], x, y),
        memberships.of_areas(known.territories, areas),
    ]
    memberships.insert(connection, np.concatenate(pairs))


def _link(connection: sqlite3.Connection, fid: int, others: Sequence[int], act: int) -> None:
    """Make the record one fact with ``others``; undoing ``act`` takes the link back too."""
    if not others:
        return
    named = linking.facts(connection, [(fid, other) for other in others])
    own = named.pop(fid, None)
    if own is not None:
        connection.execute("UPDATE incident SET fact = ? WHERE fid = ?", (own, fid))
    rows = [(fact, act, now(), other) for other, fact in named.items()]
    incidents.replace(connection, act, ("fact", "batch", "updated_at"), rows, set())


def _changed(entry: Entry, changes: dict) -> Entry:
    if entry.x is not None:
        changes = {name: own for name, own in changes.items() if not name.startswith("territory")}
    elif "territory" in changes:
        has_one = changes["territory"] is not None
        changes = {**changes, "location_precision": "territory" if has_one else "none"}
    return replace(entry, **changes)


def _check_several(partner: str, changes: dict, known: Known) -> None:
    """What ``check`` says of the fields that change; the others stand as they were."""
    terms = known.terms[partner]
    category = changes.get("category")
    if category in known.categories and not is_covered(category, terms, known):
        raise gate.AgreementError(
            "agreement_category",
            partner=partner,
            reference=terms.reference,
            categories=category,
        )
    area = (changes.get("territory_level"), changes.get("territory"))
    for field, value, listed in (
        ("category", category, known.categories),
        ("status", changes.get("status"), STATUSES),
        ("territory", None if area == (None, None) else area, known.areas),
    ):
        if field in changes and value is not None and value not in listed:
            _refuse_what_is_wrong([Remark(field, "unlisted")])
