"""Which coordinate system a file's numbers are in, from the numbers and from where the town is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from oltp_plugin.errors import IntakeError

from .locating import transformed

Bounds = tuple[float, float, float, float]

_FRANCE: Bounds = (-5.5, 41.0, 10.0, 51.5)
_AROUND = 0.15  # degrees around the town that still count as its neighbourhood
_TRIED = 300


@dataclass(frozen=True)
class CrsGuess:
    """A system the coordinates may be in; ``scale`` makes its units of them.

    ``share``: of the coordinates that lie where they should. ``swapped``: x and y are each
    other's. ``why``: ``town`` (they fall in the town) or ``range`` (only their size fits).
    """

    epsg: int
    scale: float
    swapped: bool
    share: float
    why: str


@dataclass(frozen=True)
class _Range:
    """Where a system's coordinates lie: x from, x to, y from, y to."""

    epsg: int
    box: tuple[float, float, float, float]
    scale: float = 1.0


_DEGREES = (
    _Range(4326, (-180, 180, -90, 90)),
    *(_Range(4326, (-5.5, 10, 41, 51.5), scale) for scale in (1e-5, 1e-6, 1e-7)),
)
_PROJECTED = (
    _Range(2154, (80e3, 1300e3, 6000e3, 7200e3)),
    *(
        _Range(3941 + zone, (1150e3, 2250e3, zone * 1e6 + 80e3, zone * 1e6 + 320e3))
        for zone in range(1, 10)
    ),
    _Range(27572, (0, 1200e3, 1600e3, 2700e3)),
    _Range(27573, (550e3, 1000e3, 3000e3, 3400e3)),
    _Range(27563, (550e3, 1000e3, 100e3, 400e3)),
    *(_Range(epsg, (160e3, 840e3, 4500e3, 5700e3)) for epsg in (32631, 32630, 32632)),
    _Range(3857, (-620e3, 1120e3, 5000e3, 6700e3)),
)


def guess(x: np.ndarray, y: np.ndarray, bounds: Bounds | None = None) -> list[CrsGuess]:
    """Systems that n coordinates may be in, the likeliest first; empty where none fits.

    ``bounds``: of the town, in degrees. NaN and 0/0 are left out.
    """
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    given = np.isfinite(x) & np.isfinite(y) & ((x != 0) | (y != 0))
    x, y = x[given], y[given]
    if not len(x):
        return []
    step = max(1, len(x) // _TRIED)
    x, y = x[::step], y[::step]
    found = [each for swapped in (False, True) for each in _by_range(x, y, swapped, bounds)]
    if bounds is None:
        return sorted(found, key=lambda each: (each.swapped, -round(each.share, 1)))
    near = [each for each in found if each.why == "town"]
    others = [each for each in found if each.why != "town" and not each.swapped]
    return sorted(near, key=lambda each: (-round(each.share, 1), each.swapped)) + others


def _by_range(x: np.ndarray, y: np.ndarray, swapped: bool, bounds: Bounds | None) -> list[CrsGuess]:
    if swapped:
        x, y = y, x
    found = []
    for each in _candidates(bounds):
        sx, sy = x * each.scale, y * each.scale
        west, east, south, north = each.box
        share = float(np.mean((sx >= west) & (sx <= east) & (sy >= south) & (sy <= north)))
        if share < 0.8 or (each.scale != 1 and not _whole(x, y)):
            continue
        if bounds is not None:
            inside = _share_inside(sx, sy, each.epsg, bounds)
            if inside >= 0.5:
                found.append(CrsGuess(each.epsg, each.scale, swapped, inside, "town"))
                continue
        if swapped and not _french(sx, sy, each.epsg):
            continue  # x and y of any degrees can be swapped; it takes a reason to say so
        if swapped or each.scale == 1 or _french(sx, sy, each.epsg):
            found.append(CrsGuess(each.epsg, each.scale, swapped, share, "range"))
    return found


def _candidates(bounds: Bounds | None) -> list[_Range]:
    listed = [*_DEGREES, *_PROJECTED]
    if bounds is None:
        return listed
    longitude, latitude = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
    zone = int((longitude + 180) // 6) + 1
    base, half = (32600, (0, 10e6)) if latitude >= 0 else (32700, (0, 10e6))
    listed.extend(
        _Range(base + near, (100e3, 900e3, *half))
        for near in (zone, zone - 1, zone + 1)
        if 1 <= near <= 60
    )
    # A town outside France may write degrees x 100 000 of its own.
    listed.extend(
        _Range(4326, (bounds[0] - 1, bounds[2] + 1, bounds[1] - 1, bounds[3] + 1), scale)
        for scale in (1e-5, 1e-6, 1e-7)
    )
    return list({(each.epsg, each.scale): each for each in reversed(listed)}.values())[::-1]


def _whole(x: np.ndarray, y: np.ndarray) -> bool:
    return bool((x == np.floor(x)).all() and (y == np.floor(y)).all())


def _french(x: np.ndarray, y: np.ndarray, epsg: int) -> bool:
    return _share_inside(x, y, epsg, _FRANCE, 0) >= 0.8


def _share_inside(
    x: np.ndarray, y: np.ndarray, epsg: int, bounds: Bounds, around: float = _AROUND
) -> float:
    """How many of the points lie in the bounds, widened by some degrees."""
    try:
        longitude, latitude = transformed(x, y, epsg, 4326)
    except IntakeError:
        return 0.0
    west, south, east, north = bounds
    return float(
        np.mean(
            (longitude >= west - around)
            & (longitude <= east + around)
            & (latitude >= south - around)
            & (latitude <= north + around)
        )
    )
