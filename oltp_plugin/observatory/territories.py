"""The town's areas, by level: commune, quartier, sous-quartier, IRIS, QPV, groupe territorial."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from . import connection as store
from . import geopackage, journal

COMMUNE = "commune"


@dataclass(frozen=True)
class Territory:
    """An area to import; ``wkb``: a polygon or multipolygon in the observatory's CRS."""

    code: str
    name: str
    wkb: bytes
    population: int | None = None


def import_territories(path: Path, level: str, territories: Iterable[Territory]) -> int:
    """Write areas of one level and the incidents' memberships in them; returns how many areas.

    An area with the code of a stored one of that level replaces it. Raises ObservatoryError
    ``no_territories``, ``territory_code_twice``, ``not_a_polygon``.
    """
    from . import memberships  # with shapely, which QGIS's start must not load

    listed = list(territories)
    _check(listed)
    with store.writing(path, bulk=True) as connection:
        epsg = connection.execute("SELECT epsg FROM observatory").fetchone()[0]
        for territory in listed:
            _write(connection, level.strip().lower(), territory, epsg)
        memberships.fill_gaps(connection)
        geopackage.touch_contents(connection, ("territory",))
        journal.record(connection, "import", "territory", None)
    return len(listed)


def distinct_codes(territories: Iterable[Territory]) -> tuple[list[Territory], dict[str, str]]:
    """The areas with a code each: one that stands again gets ``_2``, ``_3``… in layer order.

    Published layers do repeat codes, and the analyst cannot correct them. Also returns the new
    codes with the names of their areas.
    """
    seen: Counter[str] = Counter()
    listed, renamed = [], {}
    for territory in territories:
        seen[territory.code] += 1
        if seen[territory.code] > 1:
            territory = replace(territory, code=f"{territory.code}_{seen[territory.code]}")
            renamed[territory.code] = territory.name
        listed.append(territory)
    return listed, renamed


def study_area(path: Path) -> list[bytes] | None:
    """WKB of the commune's polygons, in the observatory's CRS; None where none is recorded."""
    with store.reading(path) as connection:
        rows = connection.execute(
            "SELECT geom FROM territory WHERE level = ? AND geom IS NOT NULL AND valid_to IS NULL",
            (COMMUNE,),
        ).fetchall()
    return [geopackage.wkb_of(blob) for (blob,) in rows] or None


def _check(territories: list[Territory]) -> None:
    if not territories:
        raise ObservatoryError("no_territories")
    seen: set[str] = set()
    for territory in territories:
        if territory.code in seen:
            raise ObservatoryError("territory_code_twice", code=territory.code)
        seen.add(territory.code)


def _write(connection: sqlite3.Connection, level: str, territory: Territory, epsg: int) -> None:
    blob = _multipolygon_blob(territory, epsg)
    row = connection.execute(
        "SELECT fid FROM territory WHERE level = ? AND code = ? AND valid_from IS NULL",
        (level, territory.code),
    ).fetchone()
    if row:
        connection.execute(
            "UPDATE territory SET geom = ?, name = ?, population = coalesce(?, population)"
            " WHERE fid = ?",
            (blob, territory.name, territory.population, row[0]),
        )
    else:
        connection.execute(
            "INSERT INTO territory (geom, level, code, name, population) VALUES (?, ?, ?, ?, ?)",
            (blob, level, territory.code, territory.name, territory.population),
        )


def _multipolygon_blob(territory: Territory, epsg: int) -> bytes:
    import shapely

    read = shapely.from_wkb(territory.wkb, on_invalid="ignore")
    if read is None:  # a ring does not close
        raise ObservatoryError("not_a_polygon", code=territory.code)
    geometry = shapely.force_2d(shapely.make_valid(read))
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]
    if geometry.geom_type == "GeometryCollection":
        parts = [
            polygon
            for part in shapely.get_parts(geometry)
            for polygon in shapely.get_parts(part)
            if polygon.geom_type == "Polygon"
        ]
    if not parts:
        raise ObservatoryError("not_a_polygon", code=territory.code)
    multi = shapely.multipolygons(parts)
    min_x, min_y, max_x, max_y = multi.bounds
    return geopackage.blob_from_wkb(
        shapely.to_wkb(multi, byte_order=1), epsg, (min_x, max_x, min_y, max_y)
    )
