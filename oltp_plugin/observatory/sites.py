"""Problem places that meetings follow, and what was decided about each.

A meeting follows places, not incidents: a site is a point or an area with a theme and a state;
its decisions say what, who leads, until when, and since when it is done.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from . import connection as store
from . import geopackage, row_changes
from .clock import now
from .row_changes import Row, RowChange

STATES = ("open", "in_progress", "solved")
_LEVELS = ("groupe territorial", "quartier", "commune")  # the first that the town has

Mask = Callable[[str], str]
"""Takes personal data out of a text: ``intake.personal_data.masked``."""


@dataclass(frozen=True)
class Decision:
    """Days are ISO or None; ``row``: as it is stored."""

    what: str
    lead_institution: str | None = None
    decided_on: str | None = None
    due_on: str | None = None
    done_on: str | None = None
    site: int | None = None
    fid: int | None = None
    row: Row | None = None

    def is_overdue(self, today: str) -> bool:
        """Whether it should have been done before ``today``, an ISO day."""
        return self.done_on is None and self.due_on is not None and self.due_on < today


@dataclass(frozen=True)
class Site:
    """``wkb``: a point or an area in the observatory's CRS. ``area``: the name of the territorial
    group that it lies in, "" for none; ``row``: as it is stored. Decisions: the last first."""

    name: str
    theme: str | None = None
    status: str = "open"
    opened_on: str | None = None
    closed_on: str | None = None
    wkb: bytes | None = None
    territory: str | None = None
    area: str = ""
    fid: int | None = None
    decisions: tuple[Decision, ...] = ()
    row: Row | None = field(default=None, repr=False)

    def overdue(self, today: str) -> list[Decision]:
        return [each for each in self.decisions if each.is_overdue(today)]

    @property
    def next_due(self) -> str | None:
        """The first day on which something that is not done is due."""
        days = [each.due_on for each in self.decisions if each.due_on and not each.done_on]
        return min(days, default=None)


@dataclass(frozen=True)
class Followed:
    """All sites, and the territories of ``level`` (code -> name) that they are listed by."""

    sites: list[Site]
    areas: dict[str, str]
    level: str | None
    epsg: int


def read(path: Path) -> Followed:
    """Everything that is followed; loads shapely."""
    with store.reading(path) as connection:
        (epsg,) = connection.execute("SELECT epsg FROM observatory").fetchone()
        level, areas = _areas(connection)
        decisions: dict[int, list[Decision]] = {}
        for each in _decisions(connection):
            decisions.setdefault(int(each.site or 0), []).append(each)
        found = []
        for (fid,) in connection.execute("SELECT fid FROM site ORDER BY name, fid").fetchall():
            row = row_changes.row_of(connection, "site", fid) or {}
            found.append(_site(fid, row, tuple(decisions.get(fid, ())), areas))
    names = {code: name for code, name, _ in areas}
    return Followed(found, names, level, epsg)


def save(path: Path, site: Site, mask: Mask) -> RowChange:
    """Write a site, new where it has no ``fid``; its name without personal data.

    A solved site gets a closing day, any other loses it. Raises ObservatoryError
    ``site_without_name``, ``site_without_place``, ``changed_meanwhile``, ``row_gone``,
    ``refused_by_file``.
    """
    name = mask(" ".join(site.name.split()))
    if not name:
        raise ObservatoryError("site_without_name")
    if site.wkb is None and not site.territory:
        raise ObservatoryError("site_without_place")
    with store.writing(path) as connection:
        (epsg,) = connection.execute("SELECT epsg FROM observatory").fetchone()
        values = {
            "geom": _blob(site.wkb, epsg),
            "name": name,
            "theme": site.theme,
            "status": site.status,
            "opened_on": site.opened_on or now()[:10],
            "closed_on": _closing_day(site),
            "territory": None if site.wkb else site.territory,  # the map says it, if it can
        }
        return row_changes.write(connection, "site", site.fid, values, site.row)


def save_decision(path: Path, decision: Decision, mask: Mask) -> RowChange:
    """Write a decision about ``decision.site``, its text without personal data.

    Raises ObservatoryError ``decision_without_text``, and what ``save`` does.
    """
    what = mask(decision.what.strip())
    if not what:
        raise ObservatoryError("decision_without_text")
    values = {
        "site": decision.site,
        "decided_on": decision.decided_on,
        "what": what,
        "lead_institution": decision.lead_institution,
        "due_on": decision.due_on,
        "done_on": decision.done_on,
    }
    with store.writing(path) as connection:
        return row_changes.write(connection, "decision", decision.fid, values, decision.row)


def _closing_day(site: Site) -> str | None:
    if site.status != "solved":
        return None
    return site.closed_on or max(now()[:10], site.opened_on or "")


def _decisions(connection: sqlite3.Connection) -> list[Decision]:
    rows = connection.execute(
        "SELECT fid, site, what, lead_institution, decided_on, due_on, done_on FROM decision"
        " ORDER BY coalesce(decided_on, '') DESC, fid DESC"
    )
    names = ("site", "what", "lead_institution", "decided_on", "due_on", "done_on")
    found = []
    for fid, *values in rows:
        row = dict(zip(names, values))
        found.append(Decision(**row, fid=fid, row=row))
    return found


def _site(fid: int, row: Row, decisions: tuple[Decision, ...], areas: list[tuple]) -> Site:
    values = {name: value for name, value in row.items() if name not in ("geom", "uuid")}
    blob = row.get("geom")
    wkb = geopackage.wkb_of(blob) if isinstance(blob, bytes) else None
    code, name = _area_of(wkb, areas)
    if code is None:
        name = {code: name for code, name, _ in areas}.get(row["territory"], "")
    return Site(**values, wkb=wkb, area=name, fid=fid, decisions=decisions, row=row)  # type: ignore[arg-type]


def _areas(connection: sqlite3.Connection) -> tuple[str | None, list[tuple]]:
    """The level that sites are listed by, and (code, name, shapely geometry) of its areas."""
    import shapely

    for level in _LEVELS:
        rows = connection.execute(
            "SELECT code, name, geom FROM territory WHERE level = ? AND geom IS NOT NULL"
            " AND valid_to IS NULL ORDER BY name",
            (level,),
        ).fetchall()
        if rows:
            shapes = [shapely.from_wkb(geopackage.wkb_of(blob)) for _, _, blob in rows]
            return level, [(code, name, shape) for (code, name, _), shape in zip(rows, shapes)]
    return None, []


def _area_of(wkb: bytes | None, areas: list[tuple]) -> tuple[str | None, str]:
    """Code and name of the area that holds a point within the site."""
    import shapely

    if wkb is None:
        return None, ""
    inside = shapely.point_on_surface(shapely.from_wkb(wkb))
    return next(
        ((code, name) for code, name, shape in areas if shapely.intersects(shape, inside)),
        (None, ""),
    )


def _blob(wkb: bytes | None, epsg: int) -> bytes | None:
    import shapely

    if wkb is None:
        return None
    west, south, east, north = shapely.from_wkb(wkb).bounds
    return geopackage.blob_from_wkb(wkb, epsg, (west, east, south, north))
