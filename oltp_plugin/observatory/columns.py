"""The incidents as arrays, read once, so that any filter is counted in every direction at once.

SQL counts a million rows along an index quickly, but by month, hour, category and territory under
a filter it takes seconds. The arrays answer in some ten milliseconds. They are read in blocks of
fixed width, put together inside SQLite, which meanwhile leaves the window alone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from .counting import NOT_WITHDRAWN
from .filter import NOT_SAID, STATUSES
from .schema import PRECISIONS

NEVER = np.iinfo(np.int64).min  # the moment of what was never recorded
THURSDAY = 72  # 1970-01-01 was one: hours from the Monday before
_BLOCK = 20_000  # rows read at once: between two, a newer question is heard
_MEMBERS = 200_000  # the same for memberships
_DAY, _MONTH = 86400, 31 * 86400  # seconds of a date without an hour, as analysis.aoristic has it

_NO_MOMENT = "0000-00-00T00:00:00"
_NUMBER = "(SELECT number FROM temp.{0}_number WHERE code = {0})"  # nosec B608
_ROW = " || ".join(
    (
        "substr('0000000000' || fid, -10)",
        "occurred_from",
        f"coalesce(occurred_to, '{_NO_MOMENT}')",
        f"coalesce(reported_at, '{_NO_MOMENT}')",
        "coalesce(severity, '-')",
        "substr(status, 1, 1)",
        "substr(time_precision, 1, 2)",
        "substr(location_precision, 1, 3)",
        _NUMBER.format("category"),
        _NUMBER.format("partner"),
    )
)
_WIDTHS = {
    "fid": 10, "from": 19, "to": 19, "recorded": 19, "severity": 1, "status": 1, "time": 2,
    "place": 3, "category": 5, "partner": 5,
}  # fmt: skip


@dataclass(frozen=True)
class Area:
    """A territory; ``fid``: its row."""

    fid: int
    level: str
    code: str
    name: str


@dataclass(frozen=True)
class Columns:
    """n incidents that are not withdrawn, in the table's order.

    ``occurred``, ``recorded``: seconds since 1970 as the clock on the wall showed them, NEVER
    where unknown. It may have happened in the ``length`` seconds from ``begins`` on, at ``begins``
    itself where that is 0.
    ``category``, ``partner``: positions in ``categories`` (code, family, or None) and
    ``partners`` (codes). ``severity``: NOT_SAID or 0 to 9. ``status``, ``precision``: positions in
    STATUSES and PRECISIONS. ``fact``: a number, -1 for none. Membership k says that the
    incident at position ``member[k]`` lies in ``areas[area[k]]``.
    """

    fids: np.ndarray
    occurred: np.ndarray
    begins: np.ndarray
    length: np.ndarray
    recorded: np.ndarray
    category: np.ndarray
    partner: np.ndarray
    severity: np.ndarray
    status: np.ndarray
    precision: np.ndarray
    fact: np.ndarray
    categories: list[tuple[str, str | None]]
    partners: list[str]
    areas: list[Area] = field(default_factory=list)
    area: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=np.int32))
    member: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=np.int32))

    _months: dict[tuple[str, int], np.ndarray] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.fids)

    def months(self, date_basis: str, day_start: int) -> np.ndarray:
        """Months since 1970-01 of each incident's date; -1 where it has none.

        A day that begins at six takes the first hours of the next month along.
        """
        key = (date_basis, day_start)
        if key not in self._months:
            moments = self.recorded if date_basis == "recorded" else self.occurred
            known = moments != NEVER
            days = np.where(known, (moments - 3600 * day_start) // _DAY, 0)
            months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int32)
            self._months[key] = np.where(known, months, -1).astype(np.int32)
        return self._months[key]

    @cached_property
    def hour(self) -> np.ndarray:
        """The hour of the week in which each begins, 0 is Monday from midnight to one."""
        return ((self.begins // 3600 + THURSDAY) % 168).astype(np.int16)


def read(
    connection: sqlite3.Connection,
    go_on: Callable[[], None] = lambda: None,
    viewable: str = "",
) -> Columns:
    """All incidents, or those under the condition ``viewable`` (SQL).

    ``go_on`` is called between blocks and may raise.
    """
    condition = f"{NOT_WITHDRAWN} AND ({viewable})" if viewable else NOT_WITHDRAWN
    _number(connection, "category")
    _number(connection, "partner")
    (last,) = connection.execute("SELECT coalesce(max(fid), 0) FROM incident").fetchone()
    blocks = []
    for first in range(0, last + 1, _BLOCK):
        go_on()
        (text,) = connection.execute(
            f"SELECT group_concat(text, '') FROM (SELECT {_ROW} AS text FROM incident NOT INDEXED"  # nosec B608
            f" WHERE fid >= ? AND fid < ? AND {condition} ORDER BY fid)",
            (first, first + _BLOCK),
        ).fetchone()
        if text:
            blocks.append(_parsed(text))
    parts = (
        {name: np.concatenate([each[name] for each in blocks]) for name in blocks[0]}
        if blocks
        else _parsed("")
    )
    fact = _facts(connection, parts["fids"])
    areas = [
        Area(*row) for row in connection.execute("SELECT fid, level, code, name FROM territory")
    ]
    area, member = _memberships(connection, areas, parts["fids"], go_on)
    categories = connection.execute(
        "SELECT fid, code, parent FROM category ORDER BY fid"
    ).fetchall()
    partners = connection.execute("SELECT fid, code FROM partner ORDER BY fid").fetchall()
    parts["category"] = _positions(parts["category"], [row[0] for row in categories])
    parts["partner"] = _positions(parts["partner"], [row[0] for row in partners])
    return Columns(
        **parts,
        fact=fact,
        categories=[(code, parent) for _, code, parent in categories],
        partners=[code for _, code in partners],
        areas=areas,
        area=area,
        member=member,
    )


def _number(connection: sqlite3.Connection, table: str) -> None:
    """The codes of ``table`` with a number of fixed width, found by an index."""
    connection.execute(f"DROP TABLE IF EXISTS temp.{table}_number")  # nosec B608
    connection.execute(
        f"CREATE TEMP TABLE {table}_number (code TEXT PRIMARY KEY, number TEXT) WITHOUT ROWID"
    )
    connection.execute(
        f"INSERT INTO temp.{table}_number SELECT code, substr('00000' || fid, -5) FROM {table}"  # nosec B608
    )


def _parsed(text: str) -> dict[str, np.ndarray]:
    width = sum(_WIDTHS.values())
    digits = np.frombuffer(text.encode("ascii"), dtype=np.uint8).reshape(-1, width)
    raw, begin = {}, 0
    for name, own in _WIDTHS.items():
        raw[name] = digits[:, begin : begin + own]
        begin += own
    occurred, ended = _seconds(raw["from"]), _seconds(raw["to"])
    begins, length = occurred.copy(), ended - occurred
    length[ended <= occurred] = 0
    day, month = (_is(raw["time"], word) & (length == 0) for word in ("day", "month"))
    begins[day] -= occurred[day] % _DAY
    length[day], length[month] = _DAY, _MONTH
    place = np.zeros(len(digits), dtype=np.int8)
    for number, word in enumerate(PRECISIONS):
        place[_is(raw["place"], word)] = number
    severity = raw["severity"][:, 0].astype(np.int8) - 48
    severity[severity < 0] = NOT_SAID
    return {
        "fids": _integer(raw["fid"]),
        "occurred": occurred,
        "begins": begins,
        "length": length,
        "recorded": _seconds(raw["recorded"]),
        "category": _integer(raw["category"]),
        "partner": _integer(raw["partner"]),
        "severity": severity,
        "status": (raw["status"][:, 0] != ord(STATUSES[0][0])).astype(np.int8),
        "precision": place,
    }


def _is(characters: np.ndarray, word: str) -> np.ndarray:
    """Where the ``characters`` of each row begin ``word``."""
    beginning = np.frombuffer(word[: characters.shape[1]].encode(), dtype=np.uint8)
    return (characters == beginning).all(axis=1)


def _integer(digits: np.ndarray) -> np.ndarray:
    powers = 10 ** np.arange(digits.shape[1] - 1, -1, -1, dtype=np.int64)
    return (digits - 48).astype(np.int64) @ powers


def _seconds(moments: np.ndarray) -> np.ndarray:
    """Seconds since 1970 of n × 19 characters ``YYYY-MM-DDTHH:MM:SS``; NEVER for the year 0."""
    year, month, day, hour, minute, second = (
        _integer(moments[:, first:last])
        for first, last in ((0, 4), (5, 7), (8, 10), (11, 13), (14, 16), (17, 19))
    )
    months = ((year - 1970) * 12 + month - 1).astype("datetime64[M]")
    days = months.astype("datetime64[D]").astype(np.int64) + day - 1
    return np.where(year == 0, NEVER, ((days * 24 + hour) * 60 + minute) * 60 + second)


def _positions(numbers: np.ndarray, known: list[int]) -> np.ndarray:
    return np.searchsorted(np.asarray(known, dtype=np.int64), numbers).astype(np.int32)


def _facts(connection: sqlite3.Connection, fids: np.ndarray) -> np.ndarray:
    fact = np.full(len(fids), -1, dtype=np.int32)
    rows = connection.execute(
        f"SELECT fid, fact FROM incident WHERE fact IS NOT NULL AND {NOT_WITHDRAWN}"  # nosec B608
    ).fetchall()
    if rows and len(fids):
        numbers: dict[str, int] = {}
        listed = np.array([numbers.setdefault(text, len(numbers)) for _, text in rows])
        reports = np.array([fid for fid, _ in rows])
        places = np.searchsorted(fids, reports).clip(max=len(fids) - 1)
        held = fids[places] == reports
        fact[places[held]] = listed[held]
    return fact


def _memberships(
    connection: sqlite3.Connection,
    areas: list[Area],
    fids: np.ndarray,
    go_on: Callable[[], None],
) -> tuple[np.ndarray, np.ndarray]:
    """Positions in ``areas`` and in ``fids``, one pair a membership."""
    numbers, members = [], []
    last = int(fids[-1]) if len(fids) else -1
    for number, area in enumerate(areas):
        for first in range(0, last + 1, _MEMBERS):
            go_on()
            (text,) = connection.execute(
                "SELECT group_concat(substr('0000000000' || incident, -10), '')"
                " FROM incident_territory WHERE territory = ? AND incident >= ? AND incident < ?",
                (area.fid, first, first + _MEMBERS),
            ).fetchone()
            if text:
                digits = np.frombuffer(text.encode("ascii"), dtype=np.uint8).reshape(-1, 10)
                incidents = _integer(digits)
                places = np.searchsorted(fids, incidents).clip(max=len(fids) - 1)
                places = places[fids[places] == incidents]  # withdrawn ones are no members
                members.append(places.astype(np.int32))
                numbers.append(np.full(len(places), number, dtype=np.int32))
    if not members:
        return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int32)
    return np.concatenate(numbers), np.concatenate(members)
