"""An observatory of a made-up town with a million incidents, written by SQL."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import shapely

from oltp_plugin.observatory import geopackage, incidents, memberships
from oltp_plugin.observatory.connection import writing
from oltp_plugin.observatory.create import create
from oltp_plugin.observatory.territories import Territory, import_territories

WEST, SOUTH, SIZE = 700_000, 6_200_000, 10_000  # metres
LEVELS = {"commune": 1, "quartier": 6, "iris": 12}  # areas along one side
PARTNERS = ("PN", "PM", "TC", "BS", "CSU")
FIRST, DAYS = np.datetime64("2020-01-01"), 2192  # six years
_SAME = {"known_by": "unknown", "count": 1, "created_at": "2026-01-01T00:00:00",
         "updated_at": "2026-01-01T00:00:00"}  # fmt: skip


def made(folder: Path, count: int) -> Path:
    """The file in ``folder``, made once."""
    path = folder / "million.gpkg"
    if not path.exists():
        make(path, count)
    return path


def make(path: Path, count: int, seed: int = 1) -> None:
    """Write ``path``: ``count`` incidents over six years, one in six of uncertain time."""
    create(path)
    for level, side in LEVELS.items():
        import_territories(path, level, _areas(side))
    choose = np.random.default_rng(seed)
    x, y = (low + SIZE * choose.beta(2, 2, count) for low in (WEST, SOUTH))
    unlocated = choose.random(count) < 0.06
    x[unlocated] = np.nan
    fids = np.arange(1, count + 1)
    with writing(path, bulk=True) as connection:
        for code in PARTNERS:
            connection.execute("INSERT INTO partner (code, name) VALUES (?, ?)", (code, code))
        codes = [
            code
            for (code,) in connection.execute(
                "SELECT code FROM category WHERE parent IS NOT NULL AND NOT sensitive"
            )
        ]
        located = fids[~unlocated], x[~unlocated], y[~unlocated]
        incidents.insert(connection, _columns(choose, fids, x, y, codes), _SAME, located)
        pairs = memberships.of_points(memberships.load(connection), *located)
        memberships.insert(connection, pairs)
        connection.execute("UPDATE observatory SET memberships_stale = 0")
        geopackage.touch_contents(connection, ("incident",))


def _areas(side: int) -> Iterator[Territory]:
    step = SIZE / side
    for number in range(side * side):
        west, south = WEST + number % side * step, SOUTH + number // side * step
        box = shapely.to_wkb(shapely.box(west, south, west + step, south + step))
        yield Territory(str(number + 1), f"Area {number + 1}", box)


def _columns(choose: np.random.Generator, fids, x, y, codes: list[str]) -> dict[str, list]:
    count = len(fids)
    minute = choose.integers(0, DAYS * 1440, count)
    begins = FIRST.astype("datetime64[s]") + (60 * minute).astype("timedelta64[s]")
    interval = choose.random(count) < 1 / 6
    length = np.where(interval, 60 + choose.exponential(9 * 3600, count), 0)
    ends = begins + length.astype("timedelta64[s]")
    reported = ends + (choose.exponential(3, count) * 86400).astype("timedelta64[s]")
    partner = choose.choice(len(PARTNERS), count, p=(0.4, 0.3, 0.15, 0.1, 0.05))
    popular = 1 / np.arange(1, len(codes) + 1)
    category = choose.choice(len(codes), count, p=popular / popular.sum())
    severity = choose.integers(-1, 10, count)
    status = np.where(choose.random(count) < 0.3, "closed", "open").astype("U9")
    status[choose.random(count) < 0.01] = "withdrawn"
    place = np.where(choose.random(count) < 0.25, "street", "address")
    return {
        "fid": fids.tolist(),
        "geom": geopackage.point_blobs(x, y, 2154),
        "uuid": list(map("{:032x}".format, fids.tolist())),
        "partner": np.array(PARTNERS)[partner].tolist(),
        "category": np.array(codes)[category].tolist(),
        "occurred_from": np.datetime_as_string(begins).tolist(),
        "occurred_to": np.where(interval, np.datetime_as_string(ends), None).tolist(),
        "time_precision": np.where(interval, "interval", "minute").tolist(),
        "reported_at": np.datetime_as_string(reported).tolist(),
        "location_precision": np.where(np.isnan(x), "none", place).tolist(),
        "severity": np.where(severity < 0, None, severity).tolist(),
        "status": status.tolist(),
    }


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else 1_000_000)
