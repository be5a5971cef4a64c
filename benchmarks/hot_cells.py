"""Counting in cells and testing them, against esda and QGIS's own counting, in the same run."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import processing
import shapely
from density import PEERS, Row, best
from osgeo import gdal
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

_ANALYTIC = """
import sys, time
import numpy as np
from esda.getisord import G_Local
from libpysal.weights import lat2W
y = np.load(sys.argv[1])
w = lat2W(*y.shape, rook=False)
started = time.perf_counter()
G_Local(y.ravel(), w, transform="B", star=True, permutations=0)
print(time.perf_counter() - started)
"""
_PERMUTED = _ANALYTIC.replace("permutations=0", "permutations=9999, n_jobs=1")


def rows(layer: QgsVectorLayer, folder: Path) -> Iterator[Row]:
    """Each comparison; the peers of a test get counts that are made already, ours the points."""
    from oltp_plugin.analysis.cells import square_cells
    from oltp_plugin.analysis.getis_ord import getis_ord, gi_star
    from oltp_plugin.layers.arrays import read_points

    points = read_points(layer)
    west, south = points.x.min(), points.y.min()
    side = max(np.ptp(points.x), np.ptp(points.y)) * 1.000001

    def square(cells: int):
        size = side / cells
        return square_cells(shapely.box(0, 0, side, side), size)

    x, y = points.x - west, points.y - south

    def z():
        cells = square(480)
        return cells, gi_star(cells.sums(cells.assign(x, y)), cells.tested_adjacency)

    yield from _counted(layer, folder)
    cells, _ = z()
    counts = cells.sums(cells.assign(x, y)).astype(float)
    np.save(folder / "counts.npy", counts.reshape(480, 480))
    theirs = _esda(_ANALYTIC, folder / "counts.npy")
    yield "Gi* z of 230,400 cells, from points", "esda, from counts", best(z, 3), theirs, 20

    few = square(120)
    counts = few.sums(few.assign(x[::20], y[::20])).astype(float)
    np.save(folder / "counts.npy", counts.reshape(120, 120))
    theirs = _esda(_PERMUTED, folder / "counts.npy")
    ours = best(lambda: getis_ord(counts, few.tested_adjacency), 3)
    yield "Gi* p of 14,400 cells", "esda, 9,999 permutations", ours, theirs, 50


def _esda(code: str, counts: Path) -> float:
    told = subprocess.run(
        [PEERS, "-W", "ignore", "-c", code, counts], capture_output=True, text=True, check=True
    )
    return float(told.stdout.split()[-1])


def _counted(layer: QgsVectorLayer, folder: Path) -> Iterator[Row]:
    """A layer's points in 200 m squares, read and counted; the peer's squares are made already."""
    from oltp_plugin.analysis.cells import square_cells
    from oltp_plugin.layers.arrays import read_points

    extent = layer.extent()
    west, south = (np.floor(each / 200) * 200 for each in (extent.xMinimum(), extent.yMinimum()))
    area = shapely.box(west, south, extent.xMaximum() + 1, extent.yMaximum() + 1)

    def ours():
        points = read_points(layer)
        cells = square_cells(area, 200)
        return cells.sums(cells.assign(points.x, points.y))

    grid = QgsVectorLayer(f"Polygon?crs={layer.crs().authid()}", "grid", "memory")
    features = []
    for each in square_cells(area, 200).geometry:
        features.append(QgsFeature())
        features[-1].setGeometry(QgsGeometry.fromWkt(each.wkt))
    grid.dataProvider().addFeatures(features)
    indexed = folder / "points.fgb"  # with a spatial index, without which the peer takes minutes
    gdal.VectorTranslate(str(indexed), layer.source().split("|")[0], format="FlatGeobuf")
    theirs = {
        "POLYGONS": grid,
        "POINTS": str(indexed),
        "FIELD": "held",
        "OUTPUT": "TEMPORARY_OUTPUT",
    }
    started = time.perf_counter()
    held = processing.run("native:countpointsinpolygon", theirs)["OUTPUT"]
    spent = time.perf_counter() - started
    if sum(each["held"] for each in held.getFeatures()) > ours().sum():
        raise SystemExit("the peer counts more points than there are")
    yield "200 m squares, read and counted", "native:countpointsinpolygon", best(ours, 3), spent, 10
