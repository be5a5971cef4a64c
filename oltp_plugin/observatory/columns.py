"""The incidents as arrays, read once, so that any filter is counted in every direction at once.

SQL counts a million rows along an index quickly, but by month, hour, category and territory under
a filter it takes seconds. The arrays answer in some ten milliseconds. They are read in blocks, as
one text a column put together inside SQLite, which meanwhile leaves the window alone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import repeat

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
_MOMENT = len(_NO_MOMENT)
# The days since 1970 on which the months from January of the year 0 on begin.
_MONTHS = np.arange("0000-01", "10000-01", dtype="datetime64[M]")
_FIRST_DAYS = _MONTHS.astype("datetime64[D]").astype(np.int64)


def _digits() -> np.ndarray:
    """19 × 6: what a moment's digits are worth in its year, month, day, hour, minute, second."""
    parts = ((0, 4), (5, 7), (8, 10), (11, 13), (14, 16), (17, 19))
    worth = np.zeros((_MOMENT, len(parts)), dtype=np.float32)
    for part, (first, last) in enumerate(parts):
        worth[first:last, part] = 10.0 ** np.arange(last - first - 1, -1, -1)
    return worth


_WORTH = _digits()


def _letter(column: str, words: Sequence[str]) -> str:
    """SQL: one character for each word of a closed list, its position from A on."""
    cases = "".join(f" WHEN '{word}' THEN '{chr(65 + n)}'" for n, word in enumerate(words))
    return f"CASE {column}{cases} ELSE 'Z' END"


# What is joined to one text for each column: of one width, or between separators.
_FIXED = {
    "from": "occurred_from",
    "to": f"coalesce(occurred_to, '{_NO_MOMENT}')",
    "recorded": f"coalesce(reported_at, '{_NO_MOMENT}')",
    "severity": "coalesce(severity, '-')",
    "status": _letter("status", STATUSES),
    "time": _letter("time_precision", ("day", "month")),
    "place": _letter("location_precision", PRECISIONS),
}


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
    where unknown. ``hourless``: only the day or the month is known. It may have happened in the
    ``length`` seconds from ``begins`` on, at ``begins`` itself where that is 0.
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
    hourless: np.ndarray
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

    _months: dict[tuple[str, int], np.ndarray] = field(default_factory=dict, init=False)

    def __len__(self) -> int:
        return len(self.fids)

    def dated(self, date_basis: str, day_start: int) -> np.ndarray:
        """``occurred`` or ``recorded``; what says no hour stands where its day begins."""
        recorded = date_basis == "recorded"
        moments = self.recorded if recorded else self.occurred
        if not day_start:
            return moments
        hourless = moments % _DAY == 0 if recorded else self.hourless
        begun = moments - moments % _DAY + 3600 * day_start
        return np.where(hourless & (moments != NEVER), begun, moments)

    def months(self, date_basis: str, day_start: int) -> np.ndarray:
        """Months since 1970-01 of each incident's date; -1 where it has none.

        A day that begins at six takes the first hours of the next month along.
        """
        key = (date_basis, day_start)
        if key not in self._months:
            moments = self.dated(date_basis, day_start)
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
    categories = connection.execute("SELECT code, parent FROM category ORDER BY fid").fetchall()
    partners = [code for (code,) in connection.execute("SELECT code FROM partner ORDER BY fid")]
    codes = {"category": [code for code, _ in categories], "partner": partners}
    parts = _rows(connection, condition, codes, go_on)
    fact = _facts(connection, parts["fids"])
    areas = [
        Area(*row) for row in connection.execute("SELECT fid, level, code, name FROM territory")
    ]
    area, member = _memberships(connection, areas, parts["fids"], go_on)
    return Columns(
        **parts,
        fact=fact,
        categories=categories,
        partners=partners,
        areas=areas,
        area=area,
        member=member,
    )


def _rows(
    connection: sqlite3.Connection,
    condition: str,
    codes: dict[str, list[str]],
    go_on: Callable[[], None],
) -> dict[str, np.ndarray]:
    """The arrays of the incidents' own columns; ``codes``: those of a column, in their order."""
    between = _separator(word for words in codes.values() for word in words)
    named = [f"group_concat({column}, '{between}')" for column in codes]
    fixed = [f"group_concat({text}, '')" for text in _FIXED.values()]
    listed = ", ".join(("group_concat(fid)", *named, *fixed))
    places = [{code: place for place, code in enumerate(words)} for words in codes.values()]
    (last,) = connection.execute("SELECT coalesce(max(fid), 0) FROM incident").fetchone()
    blocks = [_parsed({"fid": "", **dict.fromkeys(_FIXED, "")})]
    for column in codes:
        blocks[0][column] = np.empty(0, dtype=np.int32)
    for first in range(0, last + 1, _BLOCK):
        go_on()
        fids, *texts = connection.execute(
            f"SELECT {listed} FROM incident NOT INDEXED"  # nosec B608
            f" WHERE fid >= ? AND fid < ? AND {condition}",
            (first, first + _BLOCK),
        ).fetchone()
        if fids is None:
            continue
        block = _parsed({"fid": fids, **dict(zip(_FIXED, texts[len(codes) :]))})
        for column, known, text in zip(codes, places, texts):
            block[column] = _numbered(text.split(between), known)
        blocks.append(block)
    return {name: np.concatenate([each[name] for each in blocks]) for name in blocks[0]}


def _separator(words: Iterable[str]) -> str:
    """A control character that no word holds."""
    held = set().union(*words)
    return next(each for each in map(chr, range(1, 32)) if each not in held)


def _numbered(words: list[str], places: dict[str, int]) -> np.ndarray:
    """The place of each word; the number of places for one that has none."""
    found = map(places.get, words, repeat(len(places)))
    return np.fromiter(found, dtype=np.int32, count=len(words))


def _parsed(texts: dict[str, str]) -> dict[str, np.ndarray]:
    raw = {name: np.frombuffer(texts[name].encode("ascii"), dtype=np.uint8) for name in _FIXED}
    occurred, ended = _seconds(raw["from"]), _seconds(raw["to"])
    begins, length = occurred.copy(), ended - occurred
    length[ended <= occurred] = 0
    day, month = (raw["time"] == ord(letter) for letter in "AB")
    hourless = day | month
    day, month = day & (length == 0), month & (length == 0)
    begins[day] -= occurred[day] % _DAY
    length[day], length[month] = _DAY, _MONTH
    severity = raw["severity"].astype(np.int8) - 48
    severity[severity < 0] = NOT_SAID
    return {
        "fids": _integers(texts["fid"]),
        "occurred": occurred,
        "begins": begins,
        "length": length,
        "recorded": _seconds(raw["recorded"]),
        "hourless": hourless,
        "severity": severity,
        "status": (raw["status"] - 65).astype(np.int8),
        "precision": (raw["place"] - 65).astype(np.int8),
    }


def _integers(text: str) -> np.ndarray:
    return np.fromstring(text, dtype=np.int64, sep=",") if text else np.empty(0, dtype=np.int64)


def _seconds(characters: np.ndarray) -> np.ndarray:
    """Seconds since 1970 of n times 19 characters ``YYYY-MM-DDTHH:MM:SS``; NEVER for the year 0."""
    digits = characters.reshape(-1, _MOMENT).astype(np.float32) - 48
    year, month, day, hour, minute, second = (digits @ _WORTH).astype(np.int64).T
    days = np.take(_FIRST_DAYS, 12 * year + month - 1, mode="clip") + day - 1
    return np.where(year == 0, NEVER, ((days * 24 + hour) * 60 + minute) * 60 + second)


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
                "SELECT group_concat(incident) FROM incident_territory"
                " WHERE territory = ? AND incident >= ? AND incident < ?",
                (area.fid, first, first + _MEMBERS),
            ).fetchone()
            if text:
                incidents = _integers(text)
                places = np.searchsorted(fids, incidents).clip(max=len(fids) - 1)
                places = places[fids[places] == incidents]  # withdrawn ones are no members
                members.append(places.astype(np.int32))
                numbers.append(np.full(len(places), number, dtype=np.int32))
    if not members:
        return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int32)
    return np.concatenate(numbers), np.concatenate(members)
