"""The whole way of a delivery: read, check, minimise, match, write; or only say what would be."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from oltp_plugin.errors import IntakeError, ObservatoryError
from oltp_plugin.observatory import batches, gate, geopackage, keys
from oltp_plugin.observatory import connection as store
from oltp_plugin.observatory.agreements import Terms
from oltp_plugin.observatory.batches import Batch
from oltp_plugin.observatory.clock import now
from oltp_plugin.observatory.counting import NOT_WITHDRAWN
from oltp_plugin.observatory.minimising import minimise

from . import checking, personal_data, same_fact, saved_profiles, writing
from .declared import Declared, read_declared
from .profile import Profile
from .reading import read_table, sha256
from .rejecting import Reject
from .table import Table
from .writing import Tick


@dataclass(frozen=True)
class Result:
    """What an import did (or, in a dry run, would do); ``number`` is 0 in a dry run.

    ``masked``: personal data found in texts to be stored, by kind (personal_data.KINDS); rows.
    ``by_address``: accepted rows whose point was found by their address. ``earlier``: new rows of
    days that the partner's deliveries reach already, up to ``delivered_until``.
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
    earlier: int = 0
    delivered_until: str | None = None


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
    delivery, noted = _checked(table, batch, profile, lists, terms, period, tick)
    del table  # half of the memory that the writing needs
    tick(0.5)
    opened = store.reading(path) if dry_run else store.writing(path, bulk=True, keys=False)
    with opened as connection, store.stoppable(connection, tick) as tick:
        key = keys.partner_key(connection, profile.partner, key_folder)
        if batch.kind == "complete" and profile.period_from_file and not period[0]:
            batch.period_from = _first_day(connection, batch, delivery.rows)
        number = 0
        if not dry_run:
            checking.refuse_other_rules(connection, profile, lists, terms)
            number, key = writing.prepare(connection, delivery, key, key_folder)
        others = writing.match_and_write(connection, delivery, number, key, tick)
    tick(1.0)
    return Result(
        batch,
        number,
        delivery.rejects,
        same_fact=others,
        earlier=delivery.earlier,
        delivered_until=delivery.delivered_until,
        **noted,
    )


def _checked(
    table: Table,
    batch: Batch,
    profile: Profile,
    lists: checking.Lists,
    terms: Terms,
    period: tuple[str | None, str | None],
    tick: Tick,
) -> tuple[writing.Delivery, dict]:
    """What is ready to be written, and what ``Result`` tells of it; fills in ``batch``."""
    checked = checking.check(table, profile, lists, terms, lambda part: tick(0.2 + 0.3 * part))
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
    noted = {
        "dropped_fields": checked.dropped_fields,
        "unknown_areas": checked.unknown_areas,
        "agreement_reference": terms.reference,
        "masked": masked,
        "by_address": int(checked.incidents["geocode_score"].notna().sum()),
    }
    accepted = checked.rejections.accepted
    delivery = writing.Delivery(batch, profile, rows, checked.references, accepted, rejects, lists)
    return delivery, noted


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
    if batch.period_to < batch.period_from:
        raise ObservatoryError("period_backwards", start=batch.period_from, end=batch.period_to)
    number = 0
    if not dry_run:
        with store.writing(path) as connection:
            batches.ensure_partner(connection, batch.partner, profile.name)
            batch.profile_version = saved_profiles.keep(connection, profile)
            number = batches.record(connection, batch)
            geopackage.touch_contents(connection, ("batch", "partner", "journal"))
    return Result(batch, number, [], (), 0, None, {}, 0, same_fact.Search())


def _moved(before: pd.DataFrame, after: pd.DataFrame) -> np.ndarray:
    """Which rows lost a point or an address, or part of them, to minimising; boolean, length n."""
    moved = np.zeros(len(after), dtype=bool)
    for column in () if after is before else ("x", "y", "address"):
        one, other = before[column], after[column]
        moved |= ((one != other) & ~(one.isna() & other.isna())).to_numpy(dtype=bool)
    return moved


def _first_day(connection: sqlite3.Connection, batch: Batch, rows: pd.DataFrame) -> str | None:
    """The first day that a file speaks for, without the months of which it only brings news.

    A partner who sends a month adds what was requalified since of those before it. Where the file
    has less than half of what is held of such a month, it is not the whole of that month, and the
    rest must not be proposed as withdrawn.
    """
    first, last = batch.period_from, batch.period_to
    if first is None or last is None or first[:7] == last[:7]:
        return first
    held = connection.execute(
        "SELECT substr(occurred_from, 1, 7), count(*) FROM incident WHERE partner = ?"
        f" AND occurred_from >= ? AND occurred_from < ? AND {NOT_WITHDRAWN}"  # nosec B608
        " GROUP BY 1 ORDER BY 1",
        (batch.partner, first[:7], last[:7]),
    ).fetchall()
    moments = rows["moment"].to_numpy().astype("datetime64[D]")
    for month, n in held:
        within = moments.astype("datetime64[M]") == np.datetime64(month)
        if (moments < np.datetime64(month)).any() or 2 * within.sum() >= n:
            break
        moments = moments[~within]
    if not len(moments):  # where the last day was given, all of it may be news
        return str((np.datetime64(month) + 1).astype("datetime64[D]"))
    return min(str(moments.min()), last)


def _month_ends(moments: pd.Series) -> pd.Series:
    """The last day of each moment's month: a figure of September speaks for all of it."""
    following = moments.to_numpy().astype("datetime64[M]") + 1
    return pd.Series(following.astype("datetime64[D]") - 1, index=moments.index)


def _period(
    rows: pd.DataFrame, given: tuple[str | None, str | None], from_file: bool
) -> tuple[str | None, str | None]:
    """The days that the delivery covers, both included; raises ``period_backwards``.

    Taken from the file, they go no further than today: a mistyped year would speak for months
    that nobody delivered, and propose to withdraw what is held of them.
    """
    first, last = given
    if from_file and len(rows):
        ends = rows["moment"].mask(rows["time_precision"] == "month", _month_ends(rows["moment"]))
        earliest, latest = str(rows["moment"].min())[:10], str(ends.max())[:10]
        first, today = first or earliest, now()[:10]
        last = last or (latest if first > today else min(latest, today))
    if first and last and last < first:
        raise ObservatoryError("period_backwards", start=first, end=last)
    return first, last
