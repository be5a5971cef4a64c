"""Where an incident is: coordinates in the observatory's CRS, inside the town, or only an area."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from oltp_plugin.analysis.assignment import OUTSIDE, assign
from oltp_plugin.errors import IntakeError
from oltp_plugin.observatory.memberships import Territories

from .mapping import folded

_MANY = 1_000  # points; below it each is transformed to see whether its CRS is made for it
_ENOUGH = 100_000  # to know where nearly all are
_MIDDLE = (0.001, 0.999)  # of all coordinates, without those that are far out by mistake
_BEYOND = 3.0  # degrees: a town at the edge of its zone keeps the zone's CRS


@dataclass(frozen=True)
class Located:
    """n coordinates in the observatory's CRS (NaN: none), and which are impossible."""

    x: np.ndarray
    y: np.ndarray
    wrong: np.ndarray


def locate(x: np.ndarray, y: np.ndarray, source_epsg: int, target_epsg: int) -> Located:
    """Transform n coordinates; empty and 0/0 ones stay unlocated.

    One of the pair missing or infinite, a point outside the area for which its CRS is made, or one
    that has no place in the observatory's or lies far from its area (latitude and longitude keyed
    the wrong way round) is wrong. Raises IntakeError ``profile_crs``.
    """
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    nowhere = (x == 0) & (y == 0)
    x[nowhere] = y[nowhere] = np.nan
    wrong = (np.isnan(x) != np.isnan(y)) | np.isinf(x) | np.isinf(y)
    given = np.isfinite(x) & np.isfinite(y)
    wrong[np.flatnonzero(given)[~_in_area_of_use(x[given], y[given], source_epsg)]] = True
    given &= ~wrong
    x[given], y[given] = transformed(x[given], y[given], source_epsg, target_epsg)
    wrong |= np.isinf(x) | np.isinf(y)
    if source_epsg != target_epsg:
        given &= ~wrong
        near = _in_area_of_use(x[given], y[given], target_epsg, _BEYOND)
        wrong[np.flatnonzero(given)[~near]] = True
    x[wrong] = y[wrong] = np.nan
    return Located(x, y, wrong)


def outside_area(territories: Territories, level: str, located: Located) -> np.ndarray:
    """Which located points lie in no territory of ``level``; boolean, length n.

    Raises IntakeError ``no_territory_level`` where the observatory has none of that level.
    """
    positions = territories.of_level(level)
    if not len(positions):
        raise IntakeError("no_territory_level", level=level)
    owner = assign(territories.polygons[positions], located.x, located.y)
    return np.isfinite(located.x) & (owner == OUTSIDE)


def area_words(territories: Territories, names: list[str], level: str) -> dict[str, str]:
    """Folded codes and names of the areas of a level -> their codes; ``names`` follows them all.

    Raises IntakeError ``no_territory_level``.
    """
    positions = territories.of_level(level)
    if not len(positions):
        raise IntakeError("no_territory_level", level=level)
    words = {folded(names[i]): territories.codes[i] for i in positions}
    words.update({folded(territories.codes[i]): territories.codes[i] for i in positions})
    return words


def transformed(x: np.ndarray, y: np.ndarray, source: int, target: int):
    """Coordinates in another CRS, x east and y north in both."""
    if source == target or not len(x):
        return x, y
    from osgeo import gdal, osr

    transformation = osr.CoordinateTransformation(_reference(source), _reference(target))
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # a point that has no place there is infinite
    try:
        points = np.array(transformation.TransformPoints(np.column_stack([x, y]).tolist()))
    finally:
        gdal.PopErrorHandler()
    return points[:, 0], points[:, 1]


def _in_area_of_use(x: np.ndarray, y: np.ndarray, epsg: int, beyond: float = 0) -> np.ndarray:
    """Which of n points lie in the area that a CRS is made for, or ``beyond`` degrees from it.

    A box whose whole edge lies in it holds no point outside it, so most need not be transformed.
    """
    inside = np.zeros(len(x), dtype=bool)
    if len(x) > _MANY:
        some = slice(None, None, 1 + len(x) // _ENOUGH)
        west, east = (float(np.quantile(x[some], part)) for part in _MIDDLE)
        south, north = (float(np.quantile(y[some], part)) for part in _MIDDLE)
        across, up = np.linspace(west, east, _MANY // 4), np.linspace(south, north, _MANY // 4)
        edge_x = np.concatenate([across, across, np.full_like(up, west), np.full_like(up, east)])
        edge_y = np.concatenate([np.full_like(across, south), np.full_like(across, north), up, up])
        if _each_in_area_of_use(edge_x, edge_y, epsg, beyond).all():
            inside = (x >= west) & (x <= east) & (y >= south) & (y <= north)
    inside[~inside] = _each_in_area_of_use(x[~inside], y[~inside], epsg, beyond)
    return inside


def _each_in_area_of_use(x: np.ndarray, y: np.ndarray, epsg: int, beyond: float) -> np.ndarray:
    longitude, latitude = transformed(x, y, epsg, 4326)
    west, south, east, north = _area_of_use(epsg)
    along = (longitude >= west - beyond) & (longitude <= east + beyond)
    return along & (latitude >= south - beyond) & (latitude <= north + beyond)


def _area_of_use(epsg: int) -> tuple[float, float, float, float]:
    """West, south, east, north in degrees; the whole earth for a CRS that does not say."""
    area = _reference(epsg).GetAreaOfUse()
    if area is None or area.west_lon_degree > area.east_lon_degree:
        return -180.0, -90.0, 180.0, 90.0
    return (
        area.west_lon_degree,
        area.south_lat_degree,
        area.east_lon_degree,
        area.north_lat_degree,
    )


def _reference(epsg: int):
    from osgeo import osr

    reference = osr.SpatialReference()
    try:
        failed = reference.ImportFromEPSG(epsg)
    except RuntimeError:
        failed = True
    if failed:
        raise IntakeError("profile_crs", crs=f"EPSG:{epsg}")
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference
