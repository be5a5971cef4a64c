"""What a meeting works with beside the counts: problem places, decisions, actions, notes."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from . import geopackage


@dataclass(frozen=True)
class Site:
    """``status``: open, in_progress or solved; days are ISO or None."""

    fid: int
    name: str
    theme: str | None
    status: str
    opened_on: str | None
    closed_on: str | None


@dataclass(frozen=True)
class Decision:
    site: str
    decided_on: str | None
    what: str
    lead: str | None
    due_on: str | None
    done_on: str | None


@dataclass(frozen=True)
class Action:
    kind: str
    description: str | None
    starts_on: str | None
    ends_on: str | None
    expected_effect: str | None


@dataclass(frozen=True)
class Observation:
    """``reliability``: 1 to 4, or None."""

    observed_at: str | None
    kind: str
    theme: str | None
    institution: str | None
    reliability: int | None
    note: str | None


@dataclass(frozen=True)
class Cameras:
    """Those in service on the last day; ``new``: since the first day, as far as known."""

    n: int
    new: int


class Area:
    """A territory, or the whole town (``code`` None): which rows of the tables belong to it."""

    def __init__(self, connection: sqlite3.Connection, level: str | None, code: str | None):
        self._connection, self._level, self._code = connection, level, code

    @cached_property
    def shape(self):
        """shapely geometry of the territory; None for the whole town."""
        if self._code is None:
            return None
        row = self._connection.execute(
            "SELECT geom FROM territory WHERE level = ? AND code = ?"
            " ORDER BY valid_to IS NOT NULL, fid",
            (self._level, self._code),
        ).fetchone()
        return _shape(row[0]) if row and row[0] else None

    @cached_property
    def _within(self) -> frozenset[tuple[str, str]]:
        """Level and code of the territory, and of those that nest in it."""
        own = self._level or "", self._code or ""
        if self.shape is None:
            return frozenset({own})
        from oltp_plugin.analysis.assignment import nested

        rows = self._connection.execute(
            "SELECT level, code, geom FROM territory WHERE geom IS NOT NULL"
        ).fetchall()
        lies = nested([self.shape], [_shape(blob) for _, _, blob in rows])[0]
        return frozenset({own, *((row[0], row[1]) for row, inside in zip(rows, lies) if inside)})

    def has(self, blob: bytes | None, code: str | None = None, level: str | None = None) -> bool:
        """Whether a row with that geometry, else that territory, belongs to the area.

        Without a ``level``, as of a site: whether any territory of that code does.
        """
        if self._code is None:
            return True
        if blob:
            return self.shape is not None and self.shape.intersects(_shape(blob))
        return any(code == own and level in (None, its) for its, own in self._within)


def sites(connection: sqlite3.Connection, area: Area, last: str) -> list[Site]:
    """Those opened by the day ``last``, the last opened first."""
    rows = connection.execute(
        "SELECT geom, territory, fid, name, theme, status, opened_on, closed_on FROM site"
        " WHERE opened_on IS NULL OR opened_on <= ? ORDER BY opened_on DESC, fid DESC",
        (last,),
    )
    return [Site(*row[2:]) for row in rows if area.has(*row[:2])]


def decisions(
    connection: sqlite3.Connection, within: Sequence[Site], last: str, most: int = 8
) -> list[Decision]:
    """The last decisions about these sites up to a day, the last first."""
    marks = ", ".join("?" * len(within))
    rows = connection.execute(
        "SELECT s.name, d.decided_on, d.what, d.lead_institution, d.due_on, d.done_on"
        f" FROM decision d JOIN site s ON s.fid = d.site WHERE d.site IN ({marks})"  # nosec B608
        " AND (d.decided_on IS NULL OR d.decided_on <= ?)"
        " ORDER BY d.decided_on DESC, d.fid DESC LIMIT ?",
        (*(site.fid for site in within), last, most),
    )
    return [Decision(*row) for row in rows]


def actions(connection: sqlite3.Connection, area: Area, first: str, last: str) -> list[Action]:
    """Those that ran on some day of the period."""
    rows = connection.execute(
        "SELECT geom, kind, description, starts_on, ends_on, expected_effect FROM action"
        " WHERE coalesce(starts_on, '') <= ? AND coalesce(ends_on, '9999') >= ?"
        " ORDER BY starts_on, fid",
        (last, first),
    )
    return [Action(*row[1:]) for row in rows if area.has(row[0])]


def observations(
    connection: sqlite3.Connection, area: Area, first: str, last: str
) -> list[Observation]:
    """Those made in the period that may still be kept."""
    rows = connection.execute(
        "SELECT coalesce(o.geom, p.geom), o.territory, o.territory_level, o.observed_at, o.kind,"
        " o.theme, o.institution, o.reliability, o.note"
        " FROM observation o LEFT JOIN place p ON p.fid = o.place"
        " WHERE o.observed_at >= ? AND o.observed_at < ?"
        " AND (o.keep_until IS NULL OR o.keep_until >= date('now', 'localtime'))"
        " ORDER BY o.observed_at, o.fid",
        (first, last + "T99"),
    )
    return [Observation(*row[3:]) for row in rows if area.has(*row[:3])]


def cameras(connection: sqlite3.Connection, area: Area, first: str, last: str) -> Cameras:
    """Those whose service had begun by the last day and is not known to have ended."""
    inside = [
        row
        for row in connection.execute(
            "SELECT geom, in_service_from, in_service_to FROM place WHERE kind = 'camera'"
            " AND coalesce(in_service_from, '') <= ?"
            " AND coalesce(out_of_service_to, '9999') > ?",
            (last, last),
        )
        if area.has(row[0])
    ]
    new = sum(
        begins is not None and begins >= first and (ends or begins) <= last
        for _, begins, ends in inside
    )
    return Cameras(len(inside), new)


def told(connection: sqlite3.Connection, area: Area, window: tuple[str, str]) -> dict:
    """All of it, for a document on the days of ``window``."""
    followed = sites(connection, area, window[1])
    return {
        "sites": followed,
        "decisions": decisions(connection, followed, window[1]),
        "actions": actions(connection, area, *window),
        "cameras": cameras(connection, area, *window),
        "observations": observations(connection, area, *window),
    }


def _shape(blob: bytes):
    from shapely import wkb

    return wkb.loads(geopackage.wkb_of(blob))
