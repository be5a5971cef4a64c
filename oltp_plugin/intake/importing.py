"""The whole way of a delivery: read, check, minimise, match, write; or only say what would be."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from oltp_plugin.errors import IntakeError
from oltp_plugin.observatory import (
    batches,
    gate,
    geopackage,
    incidents,
    keys,
    memberships,
)
from oltp_plugin.observatory import connection as store
from oltp_plugin.observatory.batches import Batch
from oltp_plugin.observatory.clock import now
from oltp_plugin.observatory.minimising import minimise

from . import checking, matching, personal_data, same_fact
from .declared import Declared, read_declared
from .profile import Profile, parse
from .reading import read_table, sha256
from .rejecting import Reject
from .table import Table

# The incident columns that a delivery sets, in the order of the insert.
_SET = (
    "partner", "partner_ref", "batch", "category", "source_category", "known_by", "occurred_from",
    "occurred_to", "time_precision", "reported_at", "place_kind", "address", "location_precision",
    "geocode_score", "territory", "territory_level", "severity", "count", "updated_at",
)  # fmt: skip
_TABLES = ("incident", "category_crosswalk", "reject", "batch", "partner", "incident_history")
_FEW = 100  # of a column's values nearly always tell that they are not all the same

Tick = Callable[[float], None]


@dataclass(frozen=True)
class Result:
    """What an import did (or, in a dry run, would do); ``number`` is 0 in a dry run.

    ``masked``: personal data found in texts to be stored, by kind (personal_data.KINDS); rows.
    ``by_address``: accepted rows whose point was found by their address.
    """

    batch: Batch
    number: int
    rejects: list[Reject]
    dropped_fields: tuple[str, ...]
    unknown_areas: int
    agreement_reference: str | None
    masked: dict[str, int]
    by_address: int
    same_fact: same_fact.Search


def saved_profile(path: Path, name: str) -> Profile | None:
    """The newest version of a profile saved in the observatory; None where there is none."""
    with store.reading(path) as connection:
        row = connection.execute(
            "SELECT definition, version FROM import_profile WHERE name = ?"
            " ORDER BY version DESC LIMIT 1",
            (name,),
        ).fetchone()
    return parse(row[0], name, row[1]) if row else None


def save_profile(path: Path, profile: Profile) -> int:
    """Keep a profile in the observatory before its first delivery; returns its version."""
    with store.writing(path) as connection:
        version = _save_profile(connection, profile)
        geopackage.touch_contents(connection, ("import_profile",))
    return version


def import_file(
    path: Path,
    source: Path,
    profile: Profile,
    key_folder: Path,
    kind: str | None = None,
    period: tuple[str | None, str | None] = (None, None),
    dry_run: bool = False,
    tick: Tick = lambda fraction: None,
) -> Result:
    """Import ``source`` into the observatory ``path``.

    ``kind``: ``complete`` or ``additions``, else as the profile says. ``period``: ISO days, else
    from the file. ``tick`` is told the fraction done, and may raise to stop: nothing is then
    written. Raises IntakeError and ObservatoryError; see ``reading``, ``checking``, ``keys``.
    """
    tick(0.0)
    said = read_declared(source, profile)
    period = (period[0] or said.first, period[1] or said.last)
    table = _table(source, profile, said, lambda part: tick(0.2 * part))
    tick(0.2)
    batch = Batch(
        profile.partner,
        kind or profile.kind,
        file_name=personal_data.masked(source.name),
        sha256=sha256(source),
        profile=profile.name,
        profile_version=profile.version,
        read=0 if table is None else len(table.texts),
    )
    if table is None:
        return _nil_return(path, batch, profile, period, dry_run)
    with store.reading(path) as connection:
        lists = checking.load_lists(connection, profile)
        terms = gate.may_store(connection, profile.partner)
    checked = checking.check(table, profile, lists, terms)
    tick(0.4)
    # Before minimising, which takes pieces away by which personal data is recognised.
    texts, masked = personal_data.mask_texts(checked.incidents, ("address", "word"))
    rows = minimise(
        texts,
        terms,
        lists.territories,
        lists.sensitive,
        lists.dwelling_categories,
        lists.dwelling_places,
    )
    rows["minimised"] = _moved(texts, rows)
    batch.agreement = terms.agreement
    batch.period_from, batch.period_to = _period(rows, period, profile.period_from_file)
    rejects = checked.rejections.listed(table.rows)
    batch.rejected, batch.unlocated = len(rejects), int(rows["x"].isna().sum())
    rows["geom"] = geopackage.point_blobs(rows["x"], rows["y"], lists.epsg)
    tick(0.5)
    del table, texts  # half of the memory that the writing needs
    delivery = _Delivery(batch, profile, checked, rows, rejects, lists)
    opened = store.reading(path) if dry_run else store.writing(path, bulk=True, keys=False)
    with opened as connection, store.stoppable(connection, tick) as tick:
        key = keys.partner_key(connection, profile.partner, key_folder)
        number = 0
        if not dry_run:
            number, key = _prepare(connection, delivery, key, key_folder)
        others = _match_and_write(connection, delivery, number, key, tick)
    tick(1.0)
    return Result(
        batch,
        number,
        rejects,
        checked.dropped_fields,
        checked.unknown_areas,
        terms.reference,
        masked,
        int(checked.incidents["geocode_score"].notna().sum()),
        others,
    )


def _table(source: Path, profile: Profile, said: Declared, tick: Tick) -> Table | None:
    """The file's rows; None where it has none and says that nothing happened.

    Raises IntakeError ``nothing_and_rows`` where it says so above rows.
    """
    try:
        table = read_table(source, profile, tick)
    except IntakeError as error:
        if said.nothing and error.code == "no_rows":
            return None
        raise
    if said.nothing:
        raise IntakeError("nothing_and_rows", name=source.name, n=len(table.texts))
    return table


def _nil_return(
    path: Path,
    batch: Batch,
    profile: Profile,
    period: tuple[str | None, str | None],
    dry_run: bool,
) -> Result:
    """A workbook that says that nothing happened is the partner's nil return."""
    batch.kind, (batch.period_from, batch.period_to) = "nil", period
    if not batch.period_from or not batch.period_to:
        raise IntakeError("nothing_without_period", name=batch.file_name)
    number = 0
    if not dry_run:
        with store.writing(path) as connection:
            batches.ensure_partner(connection, batch.partner, profile.name)
            batch.profile_version = _save_profile(connection, profile)
            number = batches.record(connection, batch)
            geopackage.touch_contents(connection, ("batch", "partner", "journal"))
    return Result(batch, number, [], (), 0, None, {}, 0, same_fact.Search())


@dataclass(frozen=True)
class _Delivery:
    """What is ready to be matched and written."""

    batch: Batch
    profile: Profile
    checked: checking.Checked
    rows: pd.DataFrame
    rejects: list[Reject]
    lists: checking.Lists


def _moved(before: pd.DataFrame, after: pd.DataFrame) -> np.ndarray:
    """Which rows lost a point or an address, or part of them, to minimising; boolean, length n."""
    moved = np.zeros(len(after), dtype=bool)
    for column in ("x", "y", "address"):
        one, other = before[column], after[column]
        moved |= ((one != other) & ~(one.isna() & other.isna())).to_numpy(dtype=bool)
    return moved


def _period(
    rows: pd.DataFrame, given: tuple[str | None, str | None], from_file: bool
) -> tuple[str | None, str | None]:
    """The days that the delivery covers, both included."""
    first, last = given
    if from_file and len(rows):
        first = first or rows["occurred_from"].min()[:10]
        last = last or rows["occurred_from"].max()[:10]
    return first, last


def _prepare(
    connection: sqlite3.Connection, delivery: _Delivery, key: bytes | None, key_folder: Path
) -> tuple[int, bytes]:
    """Partner, key and profile are known before the first row; returns batch number and key."""
    batch = delivery.batch
    batches.ensure_partner(connection, batch.partner, delivery.profile.name)
    batch.profile_version = _save_profile(connection, delivery.profile)
    number = batches.record(connection, batch)
    return number, key or keys.make_partner_key(connection, batch.partner, key_folder)


def _save_profile(connection: sqlite3.Connection, profile: Profile) -> int:
    """Keep the profile as it was used; the same text again is the same version."""
    row = connection.execute(
        "SELECT version, definition FROM import_profile WHERE name = ?"
        " ORDER BY version DESC LIMIT 1",
        (profile.name,),
    ).fetchone()
    if row and row[1] == profile.definition:
        return int(row[0])
    version = row[0] + 1 if row else 1
    connection.execute(
        "INSERT INTO import_profile (name, version, definition, saved_at) VALUES (?, ?, ?, ?)",
        (profile.name, version, profile.definition, now()),
    )
    return int(version)


def _match_and_write(
    connection: sqlite3.Connection,
    delivery: _Delivery,
    number: int,
    key: bytes | None,
    tick: Tick,
) -> same_fact.Search:
    """Fill in the batch's counts; with a batch ``number``, write.

    Returns what other partners reported of the same facts.
    """
    batch, rows = delivery.batch, delivery.rows
    families = delivery.lists.categories
    if key is None:  # a first import, in a dry run: there is nothing to match
        batch.inserted = len(rows)
        return same_fact.search(connection, batch.partner, rows, families)
    references = np.array(keys.references(key, delivery.checked.references), dtype=object)
    rows["partner_ref"] = references[delivery.checked.rejections.accepted]
    rows["source_category"] = _source_categories(connection, delivery, number)
    tick(0.6)
    match = matching.match(connection, batch.partner, rows, delivery.profile.update)
    batch.inserted = int(match.new.sum())
    batch.updated = int(match.replaces.sum())
    batch.unchanged = len(rows) - batch.inserted - batch.updated
    if batch.kind == "complete" and batch.period_from and batch.period_to:
        batch.withdrawn = matching.withdrawn(
            connection, batch.partner, references, batch.period_from, batch.period_to
        )
    new = rows if match.new.all() else rows[match.new]
    others = same_fact.search(connection, batch.partner, new, families)
    tick(0.7)
    if number:
        rows["partner"], rows["batch"], rows["updated_at"] = batch.partner, number, now()
        _insert(connection, rows if match.new.all() else rows[match.new], delivery, tick)
        tick(0.9)
        if match.replaces.any():
            _replace(connection, rows[match.replaces], match.fid[match.replaces], number, delivery)
        same_fact.note_refusals(connection, others)
        _close(connection, delivery, number)
    return others


def _source_categories(
    connection: sqlite3.Connection, delivery: _Delivery, number: int
) -> np.ndarray:
    """The crosswalk rows of the partner's words; a word met for the first time gets one."""
    field = delivery.profile.fields["category"]
    scheme = field.scheme or f"partner:{delivery.batch.partner}"
    known = dict(
        connection.execute(
            "SELECT source, fid FROM category_crosswalk WHERE scheme = ? AND valid_to IS NULL",
            (scheme,),
        )
    )
    codes, words = pd.factorize(delivery.rows["word"])
    _, first = np.unique(codes, return_index=True)
    for word, category in zip(words, delivery.rows["category"].to_numpy()[first]):
        if word not in known and word and number:
            cursor = connection.execute(
                "INSERT INTO category_crosswalk (scheme, source, category, first_batch)"
                " VALUES (?, ?, ?, ?)",
                (scheme, word, category, number),
            )
            known[word] = cursor.lastrowid
    return np.array([known.get(word) for word in words], dtype=object)[codes]


def _insert(
    connection: sqlite3.Connection, rows: pd.DataFrame, delivery: _Delivery, tick: Tick
) -> None:
    if not len(rows):
        return
    first = incidents.next_fid(connection)
    # Numbered in the order of their time: what is inserted sorted is indexed in half the time.
    order = np.argsort(rows["occurred_from"].to_numpy(dtype="datetime64[s]"), kind="stable")
    fids = np.empty(len(rows), dtype=np.int64)
    fids[order] = np.arange(first, first + len(rows))
    x, y = rows["x"].to_numpy(), rows["y"].to_numpy()
    located = np.isfinite(x)
    incidents.insert(
        connection,
        *_columns(rows, order, first),  # not kept in a name: they take much memory
        (fids[located], x[located], y[located]),
        lambda fraction: tick(0.7 + 0.1 * fraction),
    )
    tick(0.85)
    _insert_memberships(connection, rows, fids, delivery.lists.territories)


def _columns(
    rows: pd.DataFrame, order: np.ndarray, first: int
) -> tuple[dict[str, Sequence | np.ndarray], dict[str, object]]:
    """The columns of new incidents, and those that are the same in all; numbered from ``first``."""
    columns: dict[str, Sequence | np.ndarray] = {
        "fid": range(first, first + len(rows)),
        "geom": _plain(rows["geom"])[order],
        "uuid": _uuids(len(rows)),
    }
    same: dict[str, object] = {"created_at": now()}
    for name in _SET:
        values = _plain(rows[name])
        if (values[:_FEW] == values[0]).all() and (values == values[0]).all():
            same[name] = values[0]
        else:
            columns[name] = values[order]
    return columns, same


def _uuids(n: int) -> list[str]:
    """n random identities (RFC 4122, version 4), sorted by their first half."""
    halves = np.frombuffer(os.urandom(16 * n), dtype=np.uint64).reshape(2, n)
    octets = np.empty((n, 2), dtype=">u8")
    octets[:, 0], octets[:, 1] = np.sort(halves[0]), halves[1]
    octets = octets.view(np.uint8)
    octets[:, 6] = octets[:, 6] & 0x0F | 0x40
    octets[:, 8] = octets[:, 8] & 0x3F | 0x80
    letters = np.full((n, 36), ord("-"), dtype=np.uint8)
    letters[:, [i for i in range(36) if i not in (8, 13, 18, 23)]] = np.frombuffer(
        octets.tobytes().hex().encode(), dtype=np.uint8
    ).reshape(n, 32)
    text = letters.tobytes().decode()
    return [text[start : start + 36] for start in range(0, len(text), 36)]


def _replace(
    connection: sqlite3.Connection,
    rows: pd.DataFrame,
    fids: np.ndarray,
    number: int,
    delivery: _Delivery,
) -> None:
    values = zip(rows["geom"], *(_plain(rows[name]) for name in _SET), fids.tolist())
    coarse = rows["category"].isin(delivery.lists.sensitive) | rows["minimised"]
    hidden = set(fids[coarse.to_numpy(dtype=bool)].tolist())
    incidents.replace(connection, number, ("geom", *_SET), values, hidden)
    incidents.reopen(connection, fids.tolist())
    connection.executemany(
        "DELETE FROM incident_territory WHERE incident = ?", [(fid,) for fid in fids.tolist()]
    )
    _insert_memberships(connection, rows, fids, delivery.lists.territories)


def _insert_memberships(
    connection: sqlite3.Connection,
    rows: pd.DataFrame,
    fids: np.ndarray,
    territories: memberships.Territories,
) -> None:
    if not len(territories.fids) or not len(rows):
        return
    located = rows["x"].notna().to_numpy()
    areal = rows["territory"].notna().to_numpy() & ~located
    of_points = memberships.of_points(
        territories, fids[located], rows["x"].to_numpy()[located], rows["y"].to_numpy()[located]
    )
    named = [rows[name].to_numpy()[areal] for name in ("territory_level", "territory")]
    of_areas = memberships.of_areas(territories, list(zip(fids[areal].tolist(), *named)))
    pairs = np.concatenate([of_points, of_areas])
    memberships.insert(connection, pairs)


def _close(connection: sqlite3.Connection, delivery: _Delivery, number: int) -> None:
    """The refused rows and the final counts, then the file's own bookkeeping."""
    connection.executemany(
        "INSERT INTO reject (batch, row, code, field) VALUES (?, ?, ?, ?)",
        [(number, reject.row, reject.code, reject.field) for reject in delivery.rejects],
    )
    batch = delivery.batch
    connection.execute(
        "UPDATE batch SET inserted = ?, updated = ?, unchanged = ?, withdrawn = ? WHERE fid = ?",
        (batch.inserted, batch.updated, batch.unchanged, batch.withdrawn, number),
    )
    geopackage.touch_contents(connection, _TABLES)


def _plain(column: pd.Series) -> np.ndarray:
    """A column as Python values that SQLite takes, None where empty; an object array."""
    empty = column.isna().to_numpy()
    values = column.to_numpy(dtype=object)
    return np.where(empty, None, values) if empty.any() else values
