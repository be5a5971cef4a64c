"""Methods over time: Mann-Kendall beside pymannkendall, emerging hot spots beside reading."""

from __future__ import annotations

import math
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import made_up_points
import numpy as np
from density import PEERS, Row, best

CELLS_A_SIDE, MONTHS, CELL = 120, 36, 83  # 14,400 cells, as for the other tests of cells
_PYMANNKENDALL = """
import sys, time
import numpy as np
import pymannkendall
series = np.load(sys.argv[1])
started = time.perf_counter()
z = [pymannkendall.original_test(row).z for row in series]
print(time.perf_counter() - started)
np.save(sys.argv[1], z)
"""


def rows(folder: Path, count: int) -> Iterator[Row]:
    """Needs a running QGIS with the provider."""
    yield _trend(folder)
    yield _emerging(folder, count)
    yield _hours(count)


def _trend(folder: Path) -> Row:
    from oltp_plugin.analysis.trend import mann_kendall

    series = np.random.default_rng(1).poisson(2, (CELLS_A_SIDE**2, MONTHS))
    tenth = series[::10]  # the loop takes a minute for all
    np.save(folder / "series.npy", tenth)
    ours = best(lambda: mann_kendall(series), 5)
    arguments = [PEERS, "-c", _PYMANNKENDALL, folder / "series.npy"]
    told = subprocess.run(arguments, capture_output=True, text=True, check=True)
    np.testing.assert_allclose(mann_kendall(tenth).z, np.load(folder / "series.npy"))
    what = f"Mann-Kendall, {CELLS_A_SIDE**2:,} series of {MONTHS} months"
    return what, "pymannkendall in a loop", ours, 10 * float(told.stdout), 100


def _emerging(folder: Path, count: int) -> Row:
    """The whole algorithm, with reading and writing, within ten times the reading of its points."""
    import processing
    from qgis.core import QgsVectorLayer

    from oltp_plugin.layers.arrays import read_points

    path = folder / "dated.gpkg"
    made_up_points.write(path, made_up_points.town(count))
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE points ADD COLUMN day DATE")
        connection.execute(
            "UPDATE points SET day = date('2022-01-01', (fid * 7919 % 1096) || ' days')"
        )
    connection.close()
    layer = QgsVectorLayer(f"{path}|layername=points", "points", "ogr")
    west, south = (math.ceil(corner / CELL) * CELL for corner in (765_000, 6_275_000))
    side = CELLS_A_SIDE * CELL
    area = processing.run(
        "native:extenttolayer",
        {"INPUT": f"{west},{west + side},{south},{south + side} [EPSG:2154]", "OUTPUT": "memory:"},
    )["OUTPUT"]
    parameters = {
        "INPUT": layer.source(),
        "TIME_FIELD": "day",
        "STUDY_AREA": area,
        "CELL_SIZE": CELL,
        "OUTPUT": "memory:",
    }
    ours = best(lambda: processing.run("oltp:emerginghotspots", parameters), 2)
    reading = best(lambda: read_points(layer, ["day"]), 2)
    return "emerging hot spots of a layer, 36 months", "10 × reading it", ours, 10 * reading, 1


def _hours(count: int) -> Row:
    """Intervals of some hours, beside adding them up hour by hour in numpy."""
    from oltp_plugin.analysis.aoristic import hours_of_week

    random = np.random.default_rng(2)
    start = np.datetime64("2024-01-01", "s") + random.integers(0, 31_536_000, count)
    end = start + random.integers(0, 12 * 3600, count)

    def hour_by_hour() -> np.ndarray:
        first, last = start.astype(np.int64), end.astype(np.int64)
        cells = np.zeros(168)
        for offset in range(14):
            begins = (first // 3600 + offset) * 3600
            part = np.clip(np.minimum(last, begins + 3600) - np.maximum(first, begins), 0, None)
            part = np.where((last == first) & (offset == 0), 1, part)
            weight = part / np.maximum(last - first, 1)
            cells += np.bincount((begins // 3600 + 72) % 168, weight, 168)
        return cells.reshape(7, 24).T

    np.testing.assert_allclose(hours_of_week(start, end).weights, hour_by_hour(), rtol=1e-9)
    ours = best(lambda: hours_of_week(start, end), 3)
    return "hours of the week of intervals", "numpy, hour by hour", ours, best(hour_by_hour, 1), 0
