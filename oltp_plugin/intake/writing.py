"""What was checked is matched with what is stored and written, all in the caller's transaction."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

import numpy as np
import pandas as pd

from oltp_plugin.observatory import batches, geopackage, incidents, keys, memberships
from oltp_plugin.observatory.batches import Batch
from oltp_plugin.observatory.clock import now

from . import checking, matching, same_fact, saved_profiles
from .profile import Profile
from .rejecting import Reject

# The incident columns that a row of a delivery sets, in the order of the insert.
_SET = (
    "partner_ref", "category", "source_category", "known_by", "occurred_from", "occurred_to",
    "time_precision", "reported_at", "place_kind", "address", "location_precision",
    "geocode_score", "territory", "territory_level", "severity", "count",
)  # fmt: skip
_TABLES = ("incident", "category_crosswalk", "reject", "batch", "partner", "incident_history")
_GROUPS = ((0, 8), (8, 12), (12, 16), (16, 20), (20, 32))  # of an identity's digits
_FEW = 100  # of a column's values nearly always tell that they are not all the same


Tick = Callable[[float], None]


@dataclass
class Delivery:
    """What is ready to be matched and written.

    ``rows``: the accepted ones, as ``checking.Checked`` has them. ``references``: the partner's
    numbers of all rows of the file, which ``match_and_write`` replaces by their HMAC. ``accepted``:
    which of all rows these are. ``earlier``: of the new ones, those of days that the partner's
    deliveries reach already, up to ``delivered_until`` (None: this is the first).
    """

    batch: Batch
    profile: Profile
    rows: pd.DataFrame
    references: np.ndarray
    accepted: np.ndarray
    rejects: list[Reject]
    lists: checking.Lists
    delivered_until: str | None = None
    earlier: int = 0


def prepare(
    connection: sqlite3.Connection, delivery: Delivery, key: bytes | None, key_folder: Path
) -> tuple[int, bytes]:
    """Partner, key and profile are known before the first row; returns batch number and key."""
    batch = delivery.batch
    batches.ensure_partner(connection, batch.partner, delivery.profile.name)
    batch.profile_version = saved_profiles.keep(connection, delivery.profile)
    number = batches.record(connection, batch)
    return number, key or keys.make_partner_key(connection, batch.partner, key_folder)


def match_and_write(
    connection: sqlite3.Connection,
    delivery: Delivery,
    number: int,
    key: bytes | None,
    tick: Tick,
) -> same_fact.Search:
    """Fill in the batch's counts; with a batch ``number``, write.

    Returns what other partners reported of the same facts.
    """
    batch, rows = delivery.batch, delivery.rows
    families = delivery.lists.categories
    delivery.delivered_until = batches.delivered_until(connection, batch.partner, number)
    if key is None:  # a first import, in a dry run: there is nothing to match
        batch.inserted = len(rows)
        delivery.earlier = _earlier(rows, delivery)
        return same_fact.search(connection, batch.partner, rows, families)
    delivery.references = np.array(keys.references(key, delivery.references), dtype=object)
    del rows["reference"]
    rows["partner_ref"] = delivery.references[delivery.accepted]
    rows["source_category"] = _source_categories(connection, delivery, number)
    tick(0.6)
    match = matching.match(connection, batch.partner, rows, delivery.profile.update)
    batch.inserted = int(match.new.sum())
    batch.updated = int(match.replaces.sum())
    batch.unchanged = len(rows) - batch.inserted - batch.updated
    if batch.kind == "complete" and batch.period_from and batch.period_to:
        batch.withdrawn = matching.withdrawn(
            connection, batch.partner, delivery.references, batch.period_from, batch.period_to
        )
    new = rows if match.new.all() else rows[match.new]
    delivery.earlier = _earlier(new, delivery)
    search = same_fact.searching(connection, batch.partner, new, families)
    tick(0.7)
    if not number:
        return search()
    # SQLite leaves the interpreter alone while it writes and sorts: beside it, others compute.
    with ThreadPoolExecutor(1) as beside:
        found = beside.submit(search)
        _insert(connection, new, number, delivery, tick, beside)
        tick(0.9)
        if match.replaces.any():
            _replace(connection, rows[match.replaces], match.fid[match.replaces], number, delivery)
        others = found.result()
    same_fact.note_refusals(connection, others)
    _close(connection, delivery, number)
    return others


def _earlier(new: pd.DataFrame, delivery: Delivery) -> int:
    """How many of the new rows lie in days that the partner's deliveries reach already."""
    if delivery.delivered_until is None:
        return 0
    return int((new["occurred_from"] <= delivery.delivered_until + "T23:59:59").sum())


def _source_categories(
    connection: sqlite3.Connection, delivery: Delivery, number: int
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
    connection: sqlite3.Connection,
    rows: pd.DataFrame,
    number: int,
    delivery: Delivery,
    tick: Tick,
    beside: Executor,
) -> None:
    if not len(rows):
        return
    first = incidents.next_fid(connection)
    # Numbered in the order of their time: what is inserted sorted is indexed in half the time.
    order = np.argsort(rows["moment"].to_numpy(), kind="stable")
    fids = np.empty(len(rows), dtype=np.int64)
    fids[order] = np.arange(first, first + len(rows))
    x, y = rows["x"].to_numpy(), rows["y"].to_numpy()
    located = np.isfinite(x)
    pairs = beside.submit(_memberships, rows, fids, delivery.lists.territories)
    columns, same = _columns(rows, order, first)
    incidents.insert(
        connection,
        columns,
        {**same, **_of_batch(delivery.batch, number), "created_at": now()},
        (fids[located], x[located], y[located]),
        lambda fraction: tick(0.7 + 0.1 * fraction),
    )
    tick(0.85)
    memberships.insert(connection, pairs.result())


def _columns(
    rows: pd.DataFrame, order: np.ndarray, first: int
) -> tuple[dict[str, Sequence | np.ndarray], dict[str, object]]:
    """The columns of new incidents, and those that are the same in all; numbered from ``first``."""
    columns: dict[str, Sequence | np.ndarray] = {
        "fid": range(first, first + len(rows)),
        "geom": matching.as_stored(rows["geom"])[order],
        "uuid": _uuids(len(rows)),
    }
    same: dict[str, object] = {}
    for name in _SET:
        values = matching.as_stored(rows[name])
        if (values[:_FEW] == values[0]).all() and (values == values[0]).all():
            same[name] = values[0]
        else:
            columns[name] = values[order]
    return columns, same


def _of_batch(batch: Batch, number: int) -> dict[str, object]:
    """The incident columns that a delivery sets to the same in all its rows."""
    return {"partner": batch.partner, "batch": number, "updated_at": now()}


def _uuids(n: int) -> list[str]:
    """n random identities (RFC 4122, version 4), sorted by their first half."""
    halves = np.frombuffer(os.urandom(16 * n), dtype=np.uint64).reshape(2, n)
    octets = np.empty((n, 2), dtype=">u8")
    octets[:, 0], octets[:, 1] = np.sort(halves[0]), halves[1]
    octets = octets.view(np.uint8)
    octets[:, 6] = octets[:, 6] & 0x0F | 0x40
    octets[:, 8] = octets[:, 8] & 0x3F | 0x80
    digits = np.frombuffer(octets.tobytes().hex().encode(), dtype=np.uint8).reshape(n, 32)
    letters = np.full((n, 36), ord("-"), dtype=np.uint8)
    for hyphens, (start, end) in enumerate(_GROUPS):
        letters[:, start + hyphens : end + hyphens] = digits[:, start:end]
    text = letters.tobytes().decode()
    return [text[start : start + 36] for start in range(0, len(text), 36)]


def _replace(
    connection: sqlite3.Connection,
    rows: pd.DataFrame,
    fids: np.ndarray,
    number: int,
    delivery: Delivery,
) -> None:
    same = _of_batch(delivery.batch, number)
    columns = (matching.as_stored(rows[name]) for name in _SET)
    values = zip(rows["geom"], *columns, *map(repeat, same.values()), fids.tolist())
    coarse = rows["category"].isin(delivery.lists.sensitive) | rows["minimised"]
    hidden = set(fids[coarse.to_numpy(dtype=bool)].tolist())
    moved = incidents.replace(connection, number, ("geom", *_SET, *same), values, hidden)
    incidents.reopen(connection, fids.tolist())
    lies = np.isin(fids, moved)
    memberships.insert(connection, _memberships(rows[lies], fids[lies], delivery.lists.territories))


def _memberships(
    rows: pd.DataFrame, fids: np.ndarray, territories: memberships.Territories
) -> np.ndarray:
    """Which territories the records lie in; k × 2: territory, incident."""
    located = rows["x"].notna().to_numpy()
    areal = rows["territory"].notna().to_numpy() & ~located
    of_points = memberships.of_points(
        territories, fids[located], rows["x"].to_numpy()[located], rows["y"].to_numpy()[located]
    )
    named = [rows[name].to_numpy()[areal] for name in ("territory_level", "territory")]
    of_areas = memberships.of_areas(territories, list(zip(fids[areal].tolist(), *named)))
    return memberships.together(of_points, of_areas)


def _close(connection: sqlite3.Connection, delivery: Delivery, number: int) -> None:
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
