"""Which rows of a delivery are new, which replace a stored record, which change nothing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np
import pandas as pd

# What makes a record another version of itself; who delivered it and when does not.
COMPARED = (
    "geom", "category", "source_category", "known_by", "occurred_from", "occurred_to",
    "time_precision", "reported_at", "place_kind", "address", "location_precision", "territory",
    "territory_level", "severity", "count",
)  # fmt: skip

_STORED = ("fid", "partner_ref", "batch", "status", *COMPARED)
_LISTED = ", ".join(_STORED)
_AT_A_TIME = 900  # SQLite before 3.32 takes 999 parameters
_PIECE = 20_000


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
    references = pd.Index(incoming["partner_ref"])
    columns = {name: as_stored(incoming[name]) for name in COMPARED}
    new = pd.DataFrame(columns, copy=False)
    for stored in _stored(connection, partner, references.tolist()):
        position = references.get_indexer(stored["partner_ref"])
        known = position >= 0
        position, old = position[known], stored if known.all() else stored[known]
        fid[position] = old["fid"]
        replaces[position] = _replaces(connection, new.iloc[position], old, update)
    return Match(fid, replaces)


def as_stored(column: pd.Series) -> np.ndarray:
    """A column as SQLite takes it and gives it back: Python values, None where empty."""
    empty = column.isna().to_numpy()
    values = column.to_numpy(dtype=object)
    return np.where(empty, None, values) if empty.any() else values


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


def _stored(
    connection: sqlite3.Connection, partner: str, references: list[str]
) -> Iterator[pd.DataFrame]:
    """The partner's records, all of them or, where they are more than ``references``, those.

    Some at a time: a million as Python's values take more than a gigabyte.
    """
    whose = "partner = ? AND partner_ref IS NOT NULL"
    counted = f"SELECT count(*) FROM incident WHERE {whose}"  # nosec B608
    (held,) = connection.execute(counted, (partner,)).fetchone()
    if held <= len(references):
        # The plus keeps SQLite off the index of references, whose order is not the table's.
        query = f"SELECT {_LISTED} FROM incident WHERE {whose.replace('AND ', 'AND +')}"  # nosec B608
        rows: Iterator[tuple] = connection.execute(query, (partner,))
    else:
        starts = range(0, len(references), _AT_A_TIME)
        parts = (references[start : start + _AT_A_TIME] for start in starts)
        rows = chain.from_iterable(_sought(connection, partner, part) for part in parts)
    while piece := list(islice(rows, _PIECE)):
        cells = dict(zip(_STORED, map(_objects, zip(*piece))))
        yield pd.DataFrame({**cells, "fid": cells["fid"].astype(np.int64)}, copy=False)


def _objects(cells: tuple) -> np.ndarray:
    return np.array(cells, dtype=object)


def _sought(connection: sqlite3.Connection, partner: str, references: list[str]) -> sqlite3.Cursor:
    # A cross join looks each up; of a list, SQLite makes a test of all the partner's.
    query = (
        f"WITH sought(reference) AS (VALUES {', '.join(['(?)'] * len(references))})"  # nosec B608
        f" SELECT {_LISTED} FROM sought CROSS JOIN incident"
        " ON partner_ref = reference AND partner = ? AND partner_ref IS NOT NULL"
    )
    return connection.execute(query, (*references, partner))


def _replaces(
    connection: sqlite3.Connection, new: pd.DataFrame, old: pd.DataFrame, update: str
) -> np.ndarray:
    """Which of the stored records ``old`` get the values of ``new``; one row each in both."""
    if update == "never":
        return np.zeros(len(old), dtype=bool)
    replaces = _differs(new, old)
    corrected = _as_delivered(connection, old[replaces])
    replaces[replaces] = _differs(new[replaces], _with(old[replaces], corrected))
    # What the partner had withdrawn and delivers again is there again.
    replaces |= (old["status"] == "withdrawn").to_numpy()
    if update == "newest":
        replaces &= ~_older(new["reported_at"], old["reported_at"])
    return replaces


def _differs(new: pd.DataFrame, old: pd.DataFrame) -> np.ndarray:
    different = np.zeros(len(new), dtype=bool)
    for column in COMPARED:
        different |= new[column].to_numpy() != old[column].to_numpy()
    return different


def _as_delivered(connection: sqlite3.Connection, stored: pd.DataFrame) -> dict[int, dict]:
    """fid -> what the partner last delivered, of records that were corrected by hand since.

    A delivery that repeats it has nothing new to say: the correction stays. Known for as long as
    earlier versions are kept.
    """
    found = {}
    acts = [fid for (fid,) in connection.execute("SELECT fid FROM batch WHERE sha256 IS NULL")]
    for fid in stored["fid"][stored["batch"].isin(acts)].tolist():
        row = connection.execute(
            "SELECT h.version FROM incident i JOIN incident_history h ON h.uuid = i.uuid"
            " JOIN batch b ON b.fid = h.previous_batch"
            " WHERE i.fid = ? AND b.sha256 IS NOT NULL"
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
