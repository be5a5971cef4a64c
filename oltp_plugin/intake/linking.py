"""Reports of several partners joined into one fact, once the analyst says so; never merged."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import pandas as pd

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.observatory import batches, geopackage, incidents
from oltp_plugin.observatory import connection as store
from oltp_plugin.observatory.clock import now

from . import same_fact


@dataclass(frozen=True)
class Proposed:
    """Two reports that may describe one fact: fids, how far apart (m), how long between (min).

    ``partner``, ``occurred``, ``category`` are of the other partner's report, the first report's
    stand beside them.
    """

    own: int
    other: int
    metres: float
    minutes: float
    own_occurred: str
    own_category: str
    partner: str
    occurred: str
    category: str

    @property
    def key(self) -> str:
        return f"{self.own}-{self.other}"


def proposed(path: Path, number: int, language: str = "en") -> list[Proposed]:
    """The pairs of a delivery, the closest first.

    A report is paired with one report of each other partner at most: the closest that no closer
    pair has taken. Pairs that are one fact already are left out. Only partners whose agreements
    allow it are looked at. Raises ObservatoryError ``no_batch``, ``already_undone``.
    """
    with store.reading(path) as connection:
        return _proposed(connection, number, language)


def link(path: Path, number: int, chosen: Sequence[str] | None = None) -> tuple[int, int, int]:
    """Give the reports of the ``chosen`` pairs (``Proposed.key``; None: all) one ``fact`` each.

    Returns how many facts, of how many reports, and the batch that takes the links back when it
    is undone (0: there was nothing to link). Raises what ``proposed`` raises, and
    ObservatoryError ``not_a_pair``.
    """
    with store.writing(path, bulk=True) as connection:
        pairs = {each.key: each for each in _proposed(connection, number, "en")}
        for key in chosen or ():
            if key not in pairs:
                raise ObservatoryError("not_a_pair", pair=key, batch=number)
        taken = pairs if chosen is None else {key: pairs[key] for key in chosen}
        named = facts(connection, [(each.own, each.other) for each in taken.values()])
        if not named:
            return 0, 0, 0
        (partner,) = connection.execute(
            "SELECT partner FROM batch WHERE fid = ?", (number,)
        ).fetchone()
        act = batches.record_act(connection, partner, "link", len(named))
        rows = [(fact, act, now(), fid) for fid, fact in named.items()]
        incidents.replace(connection, act, ("fact", "batch", "updated_at"), rows, set())
        geopackage.touch_contents(connection, batches.INCIDENT_TABLES)
    return len(set(named.values())), len(named), act


def _proposed(connection: sqlite3.Connection, number: int, language: str) -> list[Proposed]:
    row = connection.execute(
        "SELECT partner, undone_at FROM batch WHERE fid = ?", (number,)
    ).fetchone()
    if row is None:
        raise ObservatoryError("no_batch", batch=number)
    if row[1]:
        raise ObservatoryError("already_undone", batch=number, when=row[1])
    families = dict(connection.execute("SELECT code, parent FROM category"))
    own = same_fact.comparable(same_fact.of_batch(connection, number), families)
    searched, _ = same_fact.partners_to_search(connection, row[0])
    other = same_fact.comparable(same_fact.stored_reports(connection, searched, own), families)
    (ones, own_fids), (twos, other_fids) = map(_alike, (own, other))
    i, j = same_fact.close_pairs(ones, twos)
    a, b = ones.iloc[i].reset_index(drop=True), twos.iloc[j].reset_index(drop=True)
    apart = np.hypot(a["x"] - b["x"], a["y"] - b["y"]).to_numpy()
    gap = np.maximum(np.maximum(a["start"] - b["end"], b["start"] - a["end"]), 0).to_numpy()
    label = "label_fr" if language == "fr" else "label_en"
    near = [own_fids[k] for k in set(i)] + [other_fids[k] for k in set(j)]
    reports = _reports(connection, set(chain.from_iterable(near)), label)
    pairs: list[Proposed] = []
    taken: set[tuple[int, str]] = set()
    for k in np.lexsort((gap, apart)):
        for one, two in _free(own_fids[i[k]], other_fids[j[k]], reports, taken):
            told = (*reports[one][2:], *reports[two][1:])
            pairs.append(Proposed(one, two, apart[k], 60 * gap[k], *told))
    return pairs


def _free(
    ones: list[int], twos: list[int], reports: dict[int, tuple], taken: set[tuple[int, str]]
) -> Iterator[tuple[int, int]]:
    """Pairs of reports that are all equally close; ``taken``: with a report of which partner."""
    left: dict[str, list[int]] = {}
    own = reports[ones[0]][1]
    for two in twos:
        if (two, own) not in taken:
            left.setdefault(reports[two][1], []).append(two)
    for one in ones:
        fact = reports[one][0]
        for partner, others in left.items():
            if (one, partner) in taken:
                continue
            for two in others:
                if not fact or fact != reports[two][0]:
                    others.remove(two)
                    taken |= {(one, partner), (two, own)}
                    yield one, two
                    break


def _alike(reports: pd.DataFrame) -> tuple[pd.DataFrame, list[list[int]]]:
    """One of all reports that tell the same place, time and family, and the fids of all of them."""
    groups, number = same_fact.alike(reports)
    fids: list[list[int]] = [[] for _ in range(len(groups))]
    for group, fid in zip(number.tolist(), reports["fid"].tolist()):
        fids[group].append(int(fid))
    return groups, fids


def _reports(connection: sqlite3.Connection, fids: set, label: str) -> dict[int, tuple]:
    """fid -> fact, partner, when (a day where its hour is not known), what."""
    query = (
        "SELECT i.fact, i.partner, CASE i.time_precision WHEN 'day' THEN"
        f" substr(i.occurred_from, 1, 10) ELSE i.occurred_from END, c.{label} FROM incident i"  # nosec B608
        " JOIN category c ON c.code = i.category WHERE i.fid = ?"
    )
    return {int(fid): connection.execute(query, (int(fid),)).fetchone() for fid in fids}


def facts(connection: sqlite3.Connection, pairs: list[tuple[int, int]]) -> dict[int, str]:
    """fid -> the fact that the report belongs to from now on, where that is new.

    Whatever was one fact with one of the pair's reports becomes one with both.
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    known: dict[int, str | None] = {}
    for fid in {fid for pair in pairs for fid in pair}:
        (fact,) = connection.execute("SELECT fact FROM incident WHERE fid = ?", (fid,)).fetchone()
        known[fid] = fact
        if fact:
            known.update(
                (other, fact)
                for (other,) in connection.execute(
                    "SELECT fid FROM incident WHERE fact = ?", (fact,)
                )
            )
    fids = sorted(known)
    place = {fid: position for position, fid in enumerate(fids)}
    first = {fact: fid for fid, fact in sorted(known.items(), reverse=True) if fact}
    edges = [*pairs, *((fid, first[fact]) for fid, fact in known.items() if fact)]
    if not edges:
        return {}
    ends = np.array([(place[one], place[other]) for one, other in edges])
    graph = coo_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(len(fids),) * 2)
    _, component = connected_components(graph, directed=False)
    names: dict[int, str] = {}
    for fid, group in zip(fids, component.tolist()):
        names.setdefault(group, known[fid] or "")
        names[group] = names[group] or known[fid] or ""
    names = {group: name or str(uuid.uuid4()) for group, name in names.items()}
    now_in = {fid: names[group] for fid, group in zip(fids, component.tolist())}
    return {fid: fact for fid, fact in now_in.items() if fact != known[fid]}
