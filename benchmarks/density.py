"""Reading points and kernel density, each against its peer, with a million points."""

from __future__ import annotations

import resource
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import made_up_points
import numpy as np

RADIUS = 300
PEERS = Path(__file__).resolve().parents[1] / ".venv-peers" / "bin" / "python"
_KDEPY = """
import sys, time
import numpy as np
from KDEpy import FFTKDE
points = np.load(sys.argv[1])
cell, radius, times = float(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])
low, high = points.min(axis=0) - radius - 1, points.max(axis=0) + radius + 1
across, up = (np.arange(a, b + cell, cell) for a, b in zip(low, high))
grid = np.column_stack([np.repeat(across, len(up)), np.tile(up, len(across))])
for _ in range(times):
    started = time.perf_counter()
    FFTKDE(kernel="biweight", norm=2, bw=radius / np.sqrt(7)).fit(points).evaluate(grid)
    print(time.perf_counter() - started, flush=True)
"""

# What is compared with which peer, our seconds, the peer's, and the least ratio wanted.
Row = tuple[str, str, float, float, float]


def made_up_layer(folder: Path, count: int):
    """``count`` points as a GeoPackage layer."""
    from qgis.core import QgsVectorLayer

    made_up_points.write(folder / "points.gpkg", made_up_points.town(count))
    return QgsVectorLayer(f"{folder / 'points.gpkg'}|layername=points", "points", "ogr")


def rows(layer, folder: Path) -> Iterator[Row]:
    """Each comparison, as soon as it is made. Needs a running QGIS with the provider."""
    from oltp_plugin.layers.arrays import read_points

    yield from _reading(layer)
    for cell, wanted in ((25, 10), (10, 30)):
        yield _against_the_heatmap(layer, folder, cell, wanted)
    read = read_points(layer)
    points = np.column_stack((read.x, read.y))
    np.save(folder / "points.npy", points)
    for cell in (25, 10):
        yield _against_kdepy(points, folder / "points.npy", cell)


def peak_memory() -> float:
    """The most memory that this process has held, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def best(work: Callable[[], object], times: int) -> float:
    """The least of the times that ``work`` took: what others on the machine add is left out."""
    spent = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        spent.append(time.perf_counter() - started)
    return min(spent)


def _reading(layer) -> Iterator[Row]:
    from qgis.core import QgsFeatureRequest

    from oltp_plugin.layers.arrays import read_points

    def loop():
        x, y = [], []
        for feature in layer.getFeatures(QgsFeatureRequest().setSubsetOfAttributes([])):
            point = feature.geometry().asPoint()
            x.append(point.x())
            y.append(point.y())
        return np.array(x), np.array(y)

    def loop_with_weight():
        rows = []
        for feature in layer.getFeatures():
            point = feature.geometry().asPoint()
            rows.append((point.x(), point.y(), feature["weight"]))
        return np.array(rows)

    ours = best(lambda: read_points(layer), 5)
    yield "reading points", "getFeatures loop", ours, best(loop, 2), 5
    yield "reading points", "GDAL's Arrow stream", ours, best(lambda: _arrow(layer), 5), 0
    ours = best(lambda: read_points(layer, ["weight"]), 3)
    theirs = best(loop_with_weight, 1)
    yield "reading points and a weight", "getFeatures loop", ours, theirs, 5


def _arrow(layer):
    from osgeo import gdal

    dataset = gdal.OpenEx(layer.source().split("|")[0], gdal.OF_VECTOR)
    points = dataset.GetLayer(0)
    points.SetIgnoredFields(["category", "weight"])
    batches = []
    for batch in points.GetArrowStreamAsNumPy(options=["INCLUDE_FID=NO"]):
        shapes = np.frombuffer(b"".join(batch["geom"]), np.uint8).reshape(-1, 21)
        batches.append(shapes[:, 5:].copy().view("<f8"))
    return np.concatenate(batches)


def _against_the_heatmap(layer, folder: Path, cell: int, wanted: float) -> Row:
    import processing

    source = layer.source()
    output = str(folder / "density.tif")
    ours = {"INPUT": source, "RADIUS": RADIUS, "CELL_SIZE": cell, "OUTPUT": output}
    theirs = {
        "INPUT": source,
        "RADIUS": RADIUS,
        "PIXEL_SIZE": cell,
        "KERNEL": 0,
        "OUTPUT_VALUE": 0,
        "OUTPUT": str(folder / "heatmap.tif"),
    }
    return (
        f"kernel density of a layer, {cell} m cells",
        "QGIS's heatmap",
        best(lambda: processing.run("oltp:kerneldensity", ours), 3),
        best(lambda: processing.run("qgis:heatmapkerneldensityestimation", theirs), 1),
        wanted,
    )


def _against_kdepy(points: np.ndarray, saved: Path, cell: int) -> Row:
    from oltp_plugin.analysis.grid import grid_over
    from oltp_plugin.analysis.kernel_density import kernel_density

    x, y = np.ascontiguousarray(points.T)
    grid = grid_over((*points.min(axis=0) - RADIUS, *points.max(axis=0) + RADIUS), cell)

    def theirs() -> float:
        arguments = [PEERS, "-c", _KDEPY, saved, str(cell), str(RADIUS), "5"]
        told = subprocess.run(arguments, capture_output=True, text=True, check=True)
        return min(map(float, told.stdout.split()))

    ours = best(lambda: kernel_density(x, y, grid, RADIUS), 5)
    return f"kernel density of arrays, {cell} m cells", "KDEpy's FFTKDE", ours, theirs(), 1
