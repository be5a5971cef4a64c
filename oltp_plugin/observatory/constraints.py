"""The constraints of the incidents' table held against whole columns instead of row by row.

SQLite tests thirteen of them and five foreign keys for every row it inserts, which takes as long as
the insert itself. Many rows are looked at here first: where all hold, SQLite need not look again;
where one does not, or something is unusual, SQLite does and refuses with its own words.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from . import schema

LISTED = {
    "known_by": schema.KNOWN_BY,
    "time_precision": schema.TIME_PRECISIONS,
    "location_precision": schema.PRECISIONS,
    "status": schema.STATUSES,
}
RANGES = {"geocode_score": (0, 1), "severity": (0, 9), "count": (1, np.inf)}
MOMENTS = ("occurred_from", "occurred_to", "reported_at", "created_at", "updated_at")

# The least and the greatest character at each place of a local time, as its constraint has it.
_LEAST = np.frombuffer(b"0000-00-00T00:00:00", dtype=np.uint8)
_GREATEST = np.frombuffer(b"9999-19-39T29:59:59", dtype=np.uint8)


def hold(columns: Mapping[str, Sequence | np.ndarray], same: Mapping[str, object]) -> bool:
    """Whether every row of incidents fulfils every CHECK; None does, in every column.

    ``columns``: n values each; ``same``: columns with one value for all rows.
    """
    every = {**columns, **{name: [value] for name, value in same.items()}}
    given = {name: _given(every.get(name, ())) for name in (*LISTED, *RANGES, *MOMENTS)}
    return (
        all(set(given[name]) <= set(words) for name, words in LISTED.items())
        and all(_between(given[name], *limits) for name, limits in RANGES.items())
        and all(_are_moments(given[name]) for name in MOMENTS)
        and _in_order(every.get("occurred_from"), every.get("occurred_to"))
    )


def refuse_unknown(
    connection: sqlite3.Connection,
    columns: Mapping[str, Sequence | np.ndarray],
    same: Mapping[str, object],
) -> None:
    """Hold the incidents' foreign keys: raises sqlite3.IntegrityError as SQLite does."""
    for key in connection.execute("PRAGMA foreign_key_list(incident)"):
        parent, own, column = key[2:5]
        values = set(columns[own] if own in columns else [same.get(own)]) - {None}
        query = f"SELECT 1 FROM {parent} WHERE {column} = ?"  # nosec B608
        if not all(connection.execute(query, (value,)).fetchone() for value in values):
            raise sqlite3.IntegrityError("FOREIGN KEY constraint failed")


@contextlib.contextmanager
def untested(connection: sqlite3.Connection) -> Iterator[None]:
    """SQLite tests no CHECK meanwhile."""
    connection.execute("PRAGMA ignore_check_constraints = on")
    try:
        yield
    finally:
        connection.execute("PRAGMA ignore_check_constraints = off")


def _given(values: Sequence | np.ndarray) -> list:
    return [value for value in values if value is not None]


def _between(values: list, least: float, greatest: float) -> bool:
    if not set(map(type, values)) <= {int, float}:
        return False  # SQLite would compare a text as a text
    return all(least <= value <= greatest for value in set(values))


def _are_moments(values: list) -> bool:
    if not set(map(type, values)) <= {str} or not set(map(len, values)) <= {len(_LEAST)}:
        return False
    text = "".join(values)
    if not text.isascii():
        return False
    characters = np.frombuffer(text.encode(), dtype=np.uint8).reshape(-1, len(_LEAST))
    return bool(((characters >= _LEAST) & (characters <= _GREATEST)).all())


def _in_order(starts: Sequence | np.ndarray | None, ends: Sequence | np.ndarray | None) -> bool:
    """Whether no end lies before its start."""
    if starts is None or ends is None or not _given(ends):
        return True
    n = max(len(starts), len(ends))
    pairs = zip(*(each if len(each) == n else list(each) * n for each in (starts, ends)))
    return all(start is None or end is None or end >= start for start, end in pairs)
