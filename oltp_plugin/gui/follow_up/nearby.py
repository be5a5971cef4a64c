"""The incidents of a site, and whether they are as many as usual there; beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from oltp_plugin.gui.dock.comparison import compare
from oltp_plugin.gui.dock.figures import Figures
from oltp_plugin.layers.precision import limits_of
from oltp_plugin.observatory import catalogue, columns, gate, geopackage, periods
from oltp_plugin.observatory.catalogue import Catalogue
from oltp_plugin.observatory.clock import now
from oltp_plugin.observatory.connection import reading
from oltp_plugin.observatory.counting import NOT_WITHDRAWN
from oltp_plugin.observatory.filter import IncidentFilter
from oltp_plugin.observatory.selection import Selection

# A point that stands for a street, a cell or an area may lie in a site by chance.
_PLACED = "location_precision IN ('address', 'stop', 'facility')"


@dataclass(frozen=True)
class Nearby:
    """``coarse``: names of partners whose agreement shows no places as fine as this."""

    figures: Figures
    chosen: IncidentFilter
    catalogue: Catalogue
    coarse: tuple[str, ...] = ()


def nearby(path: Path, wkb: bytes, metres: float, period: str) -> Nearby:
    """Count the records inside the site's area, or within ``metres`` of its point.

    Raises ``AgreementError`` where the partners' records may not be seen together.
    """
    condition = f"({limits_of(path).within(NOT_WITHDRAWN, stored_points=True)}) AND {_PLACED}"
    with reading(path) as connection:
        _find(connection, wkb, metres, condition)
        near = "fid IN (SELECT fid FROM temp.near)"
        partners = gate.partners_of(connection, near)
        gate.ask(connection, "view", partners, gate.categories_of(connection, partners, near))
        lists = catalogue.read(connection)
        held = columns.read(connection, viewable=near)
        coarse = gate.finest_by_partner(connection)
    names = tuple(lists.partner(code) for code in coarse)
    found = _counted(held, lists, period, lists.last_day or now()[:10], names)
    comparison = found.figures.comparison
    if comparison is not None and comparison.obstacle == "provisional" and comparison.until:
        # Records of the last days still come in: the period that ends before them can be judged.
        return _counted(held, lists, period, comparison.until, names)
    return found


def _counted(
    held: columns.Columns, lists: Catalogue, period: str, day: str, coarse: tuple[str, ...]
) -> Nearby:
    """Of the period that ends on ``day``."""
    first, last = periods.days_of(period, date.fromisoformat(day))
    chosen = IncidentFilter(first.isoformat(), last.isoformat(), period=period)
    selected = Selection(held, chosen)
    inside = selected.mask()
    n = selected.count(inside)
    figures = Figures(n, int(n), 0, comparison=compare(held, lists, chosen, selected))
    return Nearby(figures, chosen, lists, coarse)


def _find(connection, wkb: bytes, metres: float, condition: str) -> None:
    """Fill the temporary table ``near`` with the rows of the incidents in reach."""
    import shapely

    site = shapely.from_wkb(wkb)
    reach = site.buffer(metres, 64) if site.geom_type == "Point" else site
    west, south, east, north = reach.bounds
    rows = connection.execute(
        "SELECT fid, geom FROM incident WHERE fid IN (SELECT id FROM rtree_incident_geom"
        " WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)"
        f" AND ({condition})",  # nosec B608
        (west, east, south, north),
    ).fetchall()
    points = shapely.points([geopackage.point_of(blob) for _, blob in rows]) if rows else []
    if site.geom_type == "Point":
        inside = shapely.distance(site, points) <= metres
    else:
        inside = shapely.intersects(site, points)
    connection.execute("CREATE TEMP TABLE near (fid INTEGER PRIMARY KEY)")
    connection.executemany(
        "INSERT INTO temp.near VALUES (?)",
        [(fid,) for (fid, _), within in zip(rows, inside) if within],
    )
