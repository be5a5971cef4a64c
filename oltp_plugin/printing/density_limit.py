"""A density without the cells that may rest on fewer incidents than a page may tell of.

A density at a cell's centre is a sum of kernels, none higher than K(0) = factor / (π h²): so
density × e / K(0), with e the kernel's mass inside the study area by which the density was divided
(1 without edge correction), is at most the number of incidents within the bandwidth. Cells where
it is below ``least`` are left blank: fewer than ``least`` incidents are then never shown, and some
cells that rest on more are left blank too. e is taken from the raster's own cells.
"""

from __future__ import annotations

import math

import numpy as np
from osgeo import gdal
from qgis.core import QgsMapLayer, QgsProcessingUtils, QgsRasterLayer

from oltp_plugin.errors import PrintError
from oltp_plugin.layers.run_card import asked_of, made_by

_ROUNDING = 0.995  # of e, summed over cells instead of the plane
_KERNELS = ("quartic", "triangular", "uniform", "triweight", "epanechnikov")


def well_founded(layer: QgsRasterLayer, least: int) -> tuple[QgsMapLayer, int]:
    """``layer``, or a copy without such cells, and how many were left out.

    Raises ``PrintError`` "raster_of_few" for a result that does not say how many incidents its
    cells rest on: anything but a kernel density of unweighted records.
    """
    asked = asked_of(layer)
    if made_by(layer) != "oltp:kerneldensity" or asked.get("WEIGHT_FIELD"):
        raise PrintError("raster_of_few", layer=layer.name())
    source = gdal.Open(layer.source())
    band = source.GetRasterBand(1)
    values = band.ReadAsArray()
    known = values != band.GetNoDataValue()
    radius, cell = float(asked["RADIUS"]), source.GetGeoTransform()[1]
    kernel = _KERNELS[int(asked.get("KERNEL", "0").split()[0])]
    surely = _surely(np.where(known, values, 0.0), known, radius, cell, kernel)
    few = known & (values > 0) & (surely < least)
    if not few.any():
        return layer, 0
    return _copy(layer, source, np.where(few, band.GetNoDataValue(), values)), int(few.sum())


def _surely(per_km2, known, radius: float, cell: float, kernel: str) -> np.ndarray:
    """At least so many incidents within the bandwidth of each cell's centre."""
    from scipy.signal import fftconvolve

    from oltp_plugin.analysis.kernel_density import KERNELS, PER_KM2, kernel_values

    highest = KERNELS[kernel].factor / (math.pi * radius**2)
    reach = math.ceil(radius / cell)
    steps = cell * np.arange(-reach, reach + 1)
    mass = kernel_values(kernel, np.hypot(steps[:, None], steps[None, :]), radius)
    inside = fftconvolve(known.astype(float), mass / mass.sum(), mode="same")
    return per_km2 / PER_KM2 * np.clip(_ROUNDING * inside, 0.0, 1.0) / highest


def _copy(layer: QgsRasterLayer, source, values) -> QgsRasterLayer:
    """The raster with other values, with the layer's name, symbols and metadata.

    Among Processing's temporary files, which go when QGIS ends; a kept layout draws it until then.
    """
    name = QgsProcessingUtils.generateTempFilename("density.tif")
    copy = gdal.GetDriverByName("GTiff").CreateCopy(name, source)
    copy.GetRasterBand(1).WriteArray(values)
    copy.FlushCache()
    del copy
    shown = QgsRasterLayer(name, layer.name(), "gdal")
    shown.setRenderer(layer.renderer().clone())
    shown.setMetadata(layer.metadata())
    return shown
