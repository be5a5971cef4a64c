"""Compare a density with what was planted in Valbrune."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from osgeo import gdal

Point = tuple[float, float]


def planted() -> dict[str, Point]:
    """The hot spots by name, in EPSG:2154."""
    truth = json.loads(Path(__file__).with_name("truth.json").read_text(encoding="utf-8"))
    return {spot["name"]: (spot["x"], spot["y"]) for spot in truth["hot_spots"]}


def highest_peaks(raster: Path, count: int) -> list[Point]:
    """Centres of the highest cells that no neighbouring cell exceeds, highest first."""
    source = gdal.Open(str(raster))
    band = source.GetRasterBand(1)
    values = band.ReadAsArray().astype(float)
    values[np.isnan(values) | (values == band.GetNoDataValue())] = -np.inf
    padded = np.pad(values, 1, constant_values=-np.inf)
    rows, columns = values.shape
    shifts = [(i, j) for i in range(3) for j in range(3) if (i, j) != (1, 1)]
    around = [padded[i : i + rows, j : j + columns] for i, j in shifts]
    peak = np.isfinite(values) & (values >= np.max(around, axis=0))
    order = np.argsort(-np.where(peak, values, -np.inf), axis=None)[:count]
    left, width, _, top, _, height = source.GetGeoTransform()
    return [
        (left + (column + 0.5) * width, top + (row + 0.5) * height)
        for row, column in zip(*np.unravel_index(order, values.shape))
    ]
