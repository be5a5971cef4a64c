"""Stored reports that may be of the same fact as an incident that is being entered."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from oltp_plugin.observatory import connection as store
from oltp_plugin.observatory import gate

from . import same_fact
from .entry import Entry, kept_form, load_known, to_frame
from .entry_check import check

_TOLD = ("partner", "category", "occurred_from", "occurred_to", "status")


@dataclass(frozen=True)
class Similar:
    """A stored report that may be of the same fact: metres and minutes apart."""

    fid: int
    partner: str
    category: str
    occurred_from: str
    occurred_to: str | None
    status: str
    metres: float
    minutes: float
    is_linked: bool


@dataclass(frozen=True)
class Alike:
    """The closest first, and why some partners' records were not looked at."""

    reports: tuple[Similar, ...] = ()
    refusals: tuple[gate.AgreementError, ...] = ()


def alike(path: Path, entry: Entry, own: str | None = None) -> Alike:
    """Stored reports that may be of the fact that ``entry`` tells of; ``own``: its uuid.

    The partner's own, and those of the partners whose agreements allow the search.
    """
    with store.reading(path) as connection:
        known = load_known(connection)
        if check(entry, known, own is None, entry.category):
            return Alike()
        rows = to_frame([kept_form(entry, known)])
        searched, refusals = same_fact.partners_to_search(connection, entry.partner)
        families = known.categories
        report = same_fact.comparable(rows, families)
        partners = (entry.partner, *searched)
        stored = same_fact.comparable(
            same_fact.stored_reports(connection, partners, report), families
        )
        _, near = same_fact.close_pairs(report, stored)
        found = []
        for position in near.tolist():
            other = stored.iloc[position]
            row = _report(connection, int(other["fid"]))
            if row[0] == own:
                continue
            apart = float(np.hypot(other["x"] - report["x"][0], other["y"] - report["y"][0]))
            gap = max(other["start"] - report["end"][0], report["start"][0] - other["end"], 0)
            linked = own is not None and row[1] is not None and row[1] == _fact(connection, own)
            said = dict(zip(_TOLD, row[2:]))
            found.append(
                Similar(
                    fid=int(other["fid"]),
                    metres=apart,
                    minutes=60 * float(gap),
                    is_linked=linked,
                    **said,
                )
            )
    return Alike(tuple(sorted(found, key=lambda each: (each.metres, each.minutes))), refusals)


def _report(connection: sqlite3.Connection, fid: int) -> tuple:
    return connection.execute(
        f"SELECT uuid, fact, {', '.join(_TOLD)} FROM incident WHERE fid = ?",  # nosec B608
        (fid,),
    ).fetchone()


def _fact(connection: sqlite3.Connection, uuid: str) -> str | None:
    row = connection.execute("SELECT fact FROM incident WHERE uuid = ?", (uuid,)).fetchone()
    return row[0] if row else None
