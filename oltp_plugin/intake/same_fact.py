"""Reports of other partners that may describe the same fact: looked for, proposed, never merged.

Two reports are close when their places are at most 100 m and their times at most two hours apart
and their categories are the same or of one family. A report that spans more than a day says too
little about its hour to be held against another; one of a day without its hour lasts that day.
Places that were moved to the centre of a cell
are compared as they are stored.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from oltp_plugin.observatory import gate, geopackage, journal

DISTANCE = 100.0  # metres
HOURS = 2.0
LONGEST = 24.0  # hours

_DAY = 24 - 1 / 3600  # hours, to its last second
_JUST_ONE = 1 + 1e-9  # so that no pair at the very limit is lost by rounding
_TOLD = ["x", "y", "start", "end", "family"]
_SLOTS = 1 << 24
_FACTORS = np.array([1, 4_099, 15_485_863])


@dataclass(frozen=True)
class Search:
    """How many incoming rows have such a report, whose reports were looked at, and why not all."""

    found: int = 0
    searched: tuple[str, ...] = ()
    refusals: tuple[gate.AgreementError, ...] = ()


def search(
    connection: sqlite3.Connection,
    partner: str,
    incoming: pd.DataFrame,
    families: dict[str, str | None],
) -> Search:
    """Hold new rows (x, y, occurred_from, occurred_to, time_precision, category) against others'
    reports.

    ``families``: each category's family, None for a family itself. Only partners whose agreements,
    and whose own, allow it are looked at.
    """
    return searching(connection, partner, incoming, families)()


def searching(
    connection: sqlite3.Connection,
    partner: str,
    incoming: pd.DataFrame,
    families: dict[str, str | None],
) -> Callable[[], Search]:
    """``search`` with everything read: what is left to call needs the connection no more."""
    searched, refusals = partners_to_search(connection, partner)
    if not searched:
        return lambda: Search(refusals=refusals)
    rows = []
    if len(incoming):
        starts = incoming["occurred_from"]
        first, last = _hours(pd.Series([starts.min(), starts.max()]))
        rows = _reports_between(connection, searched, first, last + LONGEST)

    def compared() -> Search:
        reports = comparable(incoming, families)
        stored = comparable(_with_places(rows), families)
        return Search(int(have_close(reports, stored).sum()), searched, refusals)

    return compared


def partners_to_search(
    connection: sqlite3.Connection, partner: str
) -> tuple[tuple[str, ...], tuple[gate.AgreementError, ...]]:
    """Whose records may be held against ``partner``'s, and why those of the others may not."""
    others = [
        code
        for (code,) in connection.execute(
            "SELECT DISTINCT partner FROM incident WHERE partner <> ? ORDER BY partner", (partner,)
        )
    ]
    refusals = {other: _refusal(connection, partner, other) for other in others}
    searched = tuple(other for other in others if refusals[other] is None)
    return searched, tuple(filter(None, refusals.values()))


def note_refusals(connection: sqlite3.Connection, search: Search) -> None:
    """A line in the journal for each partner that was not looked at."""
    for refusal in search.refusals:
        journal.record(connection, f"refuse {refusal.clause}", "agreement", refusal.agreement)


def have_close(one: pd.DataFrame, other: pd.DataFrame) -> np.ndarray:
    """Which reports of ``one`` have a close one in ``other``, as ``close_pairs`` means it."""
    found = np.zeros(len(one), dtype=bool)
    if len(one) and len(other):
        kept = _within_reach(_boxes(one, other))
        groups, number = alike(one.iloc[kept[0]])
        near, _ = close_pairs(groups, other.iloc[kept[1]].drop_duplicates(_TOLD))
        found[kept[0]] = np.isin(number, near)
    return found


def alike(reports: pd.DataFrame) -> tuple[pd.DataFrame, np.ndarray]:
    """The first of all reports that tell the same, and the number of each report's own.

    Thousands may have one place and moment: a stop's, a day's. All with all would not end.
    """
    number = reports.groupby(_TOLD, sort=False).ngroup()
    return reports[~number.duplicated()].reset_index(drop=True), number.to_numpy()


def close_pairs(one: pd.DataFrame, other: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Positions in ``one`` and in ``other`` of the reports that may describe the same fact.

    Columns: ``x``, ``y`` (m), ``start``, ``end`` (hours), ``family``.
    """
    from scipy.spatial import cKDTree

    nothing = np.empty(0, dtype=np.intp)
    if not len(one) or not len(other):
        return nothing, nothing
    boxes = _boxes(one, other)
    kept = _within_reach(boxes)
    trees = [cKDTree(middles[places]) for middles, places in zip(boxes, kept)]
    near = trees[0].sparse_distance_matrix(trees[1], _JUST_ONE, p=np.inf, output_type="coo_matrix")
    i, j = kept[0][near.row], kept[1][near.col]
    a, b = one.iloc[i], other.iloc[j]
    apart = np.hypot(a["x"].to_numpy() - b["x"].to_numpy(), a["y"].to_numpy() - b["y"].to_numpy())
    gap = np.maximum(
        a["start"].to_numpy() - b["end"].to_numpy(), b["start"].to_numpy() - a["end"].to_numpy()
    )
    same = a["family"].to_numpy() == b["family"].to_numpy()
    close = (apart <= DISTANCE) & (gap <= HOURS) & same
    return i[close], j[close]


def _boxes(one: pd.DataFrame, other: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Middles in place and time (n × 3), close reports at most 1 apart in each direction.

    The longest intervals that there are make it wide.
    """
    longest = sum(float((each["end"] - each["start"]).max()) for each in (one, other))
    scale = np.array([DISTANCE, DISTANCE, HOURS + longest / 2])
    return _middles(one) / scale, _middles(other) / scale


def _within_reach(boxes: tuple[np.ndarray, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Positions in both of the reports that may have a close one."""
    return _beside(*boxes), _beside(*reversed(boxes))


def _beside(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Positions of the rows of ``some`` (n × 3) within 1 of one of ``others`` in each direction.

    A few more, but most others are left out at little cost where ``some`` are many: those whose
    unit cell neither holds one of ``others`` nor touches a cell that does.
    """
    if len(some) <= len(others):
        return np.arange(len(some))
    cells = np.floor(others).astype(np.int64)
    taken = np.zeros(_SLOTS, dtype=bool)
    for step in itertools.product((-1, 0, 1), repeat=3):
        taken[_slots(cells + step)] = True
    return np.flatnonzero(taken[_slots(np.floor(some).astype(np.int64))])


def _slots(cells: np.ndarray) -> np.ndarray:
    """The place of each cell (n × 3) in a table; cells that share one are rare."""
    return (cells @ _FACTORS) % _SLOTS


def _middles(reports: pd.DataFrame) -> np.ndarray:
    middle = (reports["start"] + reports["end"]) / 2
    return np.column_stack([reports["x"], reports["y"], middle])


def _refusal(connection: sqlite3.Connection, one: str, other: str) -> gate.AgreementError | None:
    try:
        gate.ask(connection, "match", [one, other])
    except gate.AgreementError as refusal:
        return refusal
    return None


def comparable(rows: pd.DataFrame, families: dict[str, str | None]) -> pd.DataFrame:
    """The located rows of at most a day, their times in hours since 1970; their ``fid``, if any."""
    start = _hours(rows["occurred_from"])
    lasts = rows["occurred_to"].notna().to_numpy()
    end = start.copy()
    end[lasts] = _hours(rows["occurred_to"][lasts])
    precision = rows["time_precision"].to_numpy(dtype=object)
    end[(precision == "day") & ~lasts] += _DAY
    end[precision == "month"] = np.inf  # somewhere in it
    family = rows["category"].map({code: own or code for code, own in families.items()})
    reports = pd.DataFrame(
        {
            "x": rows["x"].to_numpy(float),
            "y": rows["y"].to_numpy(float),
            "start": start,
            "end": end,
            "family": family.to_numpy(),
        }
    )
    if "fid" in rows:
        reports["fid"] = rows["fid"].to_numpy()
    return reports[np.isfinite(reports["x"]) & (end - start <= LONGEST)].reset_index(drop=True)


def _hours(moments: pd.Series) -> np.ndarray:
    return moments.to_numpy(dtype="datetime64[s]").astype(np.int64) / 3600


def stored_reports(
    connection: sqlite3.Connection, partners: tuple[str, ...], reports: pd.DataFrame
) -> pd.DataFrame:
    """The partners' reports in the days of ``reports``, with their coordinates."""
    if not partners or not len(reports):
        return _with_places([])
    first, last = reports["start"].min(), reports["end"].max()
    return _with_places(_reports_between(connection, partners, first, last))


def _reports_between(
    connection: sqlite3.Connection, partners: tuple[str, ...], first: float, last: float
) -> list[tuple]:
    """The partners' reports that may be close to one between two hours since 1970."""
    margin = HOURS + LONGEST
    between = (
        str(np.datetime64(int(hour * 3600), "s")) for hour in (first - margin, last + margin)
    )
    marks = ", ".join("?" * len(partners))
    return connection.execute(
        f"{_REPORTS} AND partner IN ({marks}) AND occurred_from BETWEEN ? AND ?",  # nosec B608
        (*partners, *between),
    ).fetchall()


def of_batch(connection: sqlite3.Connection, number: int) -> pd.DataFrame:
    """The reports that stand as a delivery left them, as ``stored_reports`` gives them."""
    return _with_places(connection.execute(f"{_REPORTS} AND batch = ?", (number,)).fetchall())


_REPORTS = (
    "SELECT geom, fid, occurred_from, occurred_to, time_precision, category FROM incident"
    " WHERE geom IS NOT NULL AND status <> 'withdrawn'"
)


def _with_places(rows: list[tuple]) -> pd.DataFrame:
    places = geopackage.points_of([row[0] for row in rows])
    columns = ["fid", "occurred_from", "occurred_to", "time_precision", "category"]
    stored = pd.DataFrame([row[1:] for row in rows], columns=columns, dtype=object)
    return stored.assign(x=places[:, 0], y=places[:, 1])
