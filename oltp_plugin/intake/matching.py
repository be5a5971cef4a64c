"""Which rows of a delivery are new, which replace a stored record, which change nothing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

# What makes a record another version of itself; who delivered it and when does not.
COMPARED = (
    "geom", "category", "source_category", "known_by", "occurred_from", "occurred_to",
    "time_precision", "reported_at", "place_kind", "address", "location_precision", "territory",
    "territory_level", "severity", "count",
)  # fmt: skip

_AT_A_TIME = 900  # SQLite before 3.32 takes 999 parameters


@dataclass(frozen=True)
class Match:
    """For n incoming rows: the stored record's fid (0: none), and whether it is replaced."""

    fid: np.ndarray
    replaces: np.ndarray

    @property
    def new(self) -> np.ndarray:
        """Boolean, length n."""
        return self.fid == 0


def match(
    connection: sqlite3.Connection, partner: str, incoming: pd.DataFrame, update: str
) -> Match:
    """Hold ``incoming`` (columns ``partner_ref`` and COMPARED) against what is stored.

    ``update``: ``newest`` (a row reported before the stored one changes nothing), ``always``,
    ``never``.
    """
    fid = np.zeros(len(incoming), dtype=np.int64)
    replaces = np.zeros(len(incoming), dtype=bool)
    stored = _stored(connection, partner, incoming["partner_ref"].tolist())
    if not len(stored):
        return Match(fid, replaces)
    position = pd.Index(stored["partner_ref"]).get_indexer(incoming["partner_ref"])
    known = np.flatnonzero(position >= 0)
    if len(known):
        old = stored.iloc[position[known]]
        fid[known] = old["fid"].to_numpy()
        corrected = _as_delivered(connection, old[_differs(incoming.iloc[known], old)])
        # What the partner had withdrawn and delivers again is there again.
        back = (old["status"] == "withdrawn").to_numpy()
        replaces[known] = _differs(incoming.iloc[known], _with(old, corrected)) | back
        if update == "newest":
            replaces[known] &= ~_older(incoming["reported_at"].iloc[known], old["reported_at"])
        elif update == "never":
            replaces[:] = False
    return Match(fid, replaces)


def withdrawn(
    connection: sqlite3.Connection, partner: str, references: Iterable[str], first: str, last: str
) -> int:
    """How many stored records of a period (ISO days, both included) a complete delivery lacks."""
    return len(missing(connection, partner, references, first, last))


def missing(
    connection: sqlite3.Connection, partner: str, references: Iterable[str], first: str, last: str
) -> list[int]:
    """The fids of those records."""
    rows = connection.execute(
        "SELECT fid, partner_ref FROM incident WHERE partner = ? AND occurred_from >= ?"
        " AND occurred_from <= ? AND status <> 'withdrawn' AND partner_ref IS NOT NULL",
        (partner, first, last + "T23:59:59"),
    ).fetchall()
    delivered = set(references) if rows else set()
    return [fid for fid, reference in rows if reference not in delivered]


def _stored(connection: sqlite3.Connection, partner: str, references: list[str]) -> pd.DataFrame:
    """The partner's records, all of them or, where they are more than ``references``, those."""
    columns = ("fid", "partner_ref", "status", *COMPARED)
    whose = "partner = ? AND partner_ref IS NOT NULL"
    listed = ", ".join(columns)
    counted = f"SELECT count(*) FROM incident WHERE {whose}"  # nosec B608
    (held,) = connection.execute(counted, (partner,)).fetchone()
    if held <= len(references):
        query = f"SELECT {listed} FROM incident WHERE {whose}"  # nosec B608
        rows = connection.execute(query, (partner,)).fetchall()
    else:
        rows = []
        for start in range(0, len(references), _AT_A_TIME):
            sought = references[start : start + _AT_A_TIME]
            # A cross join looks each up; of a list, SQLite makes a test of all the partner's.
            query = (
                f"WITH sought(reference) AS (VALUES {', '.join(['(?)'] * len(sought))})"  # nosec B608
                f" SELECT {listed} FROM sought CROSS JOIN incident"
                f" ON partner_ref = reference AND {whose}"
            )
            rows += connection.execute(query, (*sought, partner))
    return pd.DataFrame(rows, columns=list(columns), dtype=object).astype({"fid": np.int64})


def _differs(incoming: pd.DataFrame, stored: pd.DataFrame) -> np.ndarray:
    different = np.zeros(len(incoming), dtype=bool)
    for column in COMPARED:
        new = incoming[column].to_numpy(dtype=object)
        old = stored[column].to_numpy(dtype=object)
        both_empty = pd.isna(new) & pd.isna(old)
        different |= (new != old) & ~both_empty
    return different


def _as_delivered(connection: sqlite3.Connection, stored: pd.DataFrame) -> dict[int, dict]:
    """fid -> what the partner last delivered, of records that were corrected by hand since.

    A delivery that repeats it has nothing new to say: the correction stays. Known for as long as
    earlier versions are kept.
    """
    found = {}
    for fid in stored["fid"].tolist():
        row = connection.execute(
            "SELECT h.version FROM incident i JOIN batch act ON act.fid = i.batch"
            " JOIN incident_history h ON h.uuid = i.uuid JOIN batch b ON b.fid = h.previous_batch"
            " WHERE i.fid = ? AND act.sha256 IS NULL AND b.sha256 IS NOT NULL"
            " ORDER BY h.fid DESC LIMIT 1",
            (fid,),
        ).fetchone()
        if row is not None:
            found[fid] = json.loads(row[0])
    return found


def _with(stored: pd.DataFrame, versions: dict[int, dict]) -> pd.DataFrame:
    """``stored`` with the values of other versions, by fid."""
    if not versions:
        return stored
    other = stored.copy()
    for position, fid in enumerate(stored["fid"].tolist()):
        for column in COMPARED if fid in versions else ():
            value = versions[fid][column]
            if column == "geom" and value is not None:
                value = bytes.fromhex(value)
            other.iat[position, other.columns.get_loc(column)] = value
    return other


def _older(incoming: pd.Series, stored: pd.Series) -> np.ndarray:
    """Where both say when they were reported, and the incoming one says earlier."""
    new, old = incoming.fillna("").to_numpy(), stored.fillna("").to_numpy()
    return (new != "") & (old != "") & (new < old)
