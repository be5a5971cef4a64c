"""A grid's values as a GeoTIFF."""

from __future__ import annotations

import traceback
from pathlib import Path

from osgeo import gdal, osr

from oltp_plugin.errors import LayerError, OltpError

NO_DATA = -9999.0
_STRIP = 256  # rows written between two looks at the cancel button


def write_raster(path: str, values, grid, crs, band_name: str, tick) -> None:
    """Write rows × columns ``values`` (float32, NaN for no data) of ``grid`` to a GeoTIFF.

    What is left when it cannot be finished is removed.
    """
    try:
        _fill(_created(path, grid), values, grid, crs, band_name, tick)
    except (RuntimeError, OltpError) as error:
        traceback.clear_frames(error.__traceback__)  # closes the file: Windows removes no open one
        Path(path).unlink(missing_ok=True)
        if isinstance(error, OltpError):
            raise
        # From GDAL, where something in QGIS has asked it for exceptions.
        raise _not_writable(path, str(error)) from error


def _created(path: str, grid):
    options = ["COMPRESS=DEFLATE", "ZLEVEL=1", "PREDICTOR=3", "TILED=YES", "BIGTIFF=IF_SAFER"]
    driver = gdal.GetDriverByName("GTiff")
    gdal.ErrorReset()
    dataset = driver.Create(path, grid.columns, grid.rows, 1, gdal.GDT_Float32, options)
    if dataset is None:
        raise _not_writable(path, gdal.GetLastErrorMsg())
    return dataset


def _not_writable(path: str, reason: str) -> LayerError:
    """GDAL's reason, without the folder."""
    name = Path(path).name
    return LayerError("raster_not_writable", file=name, reason=reason.replace(path, name))


def _fill(dataset, values, grid, crs, band_name: str, tick) -> None:
    import numpy as np

    system = osr.SpatialReference()
    system.ImportFromWkt(crs.toWkt())
    dataset.SetProjection(system.ExportToWkt())
    dataset.SetGeoTransform((grid.left, grid.cell, 0, grid.top, 0, -grid.cell))
    band = dataset.GetRasterBand(1)
    band.SetNoDataValue(NO_DATA)
    band.SetDescription(band_name)
    for start in range(0, grid.rows, _STRIP):
        tick(start / grid.rows)
        strip = values[start : start + _STRIP]
        band.WriteArray(np.where(np.isnan(strip), np.float32(NO_DATA), strip), 0, start)
    dataset.FlushCache()
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise _not_writable(dataset.GetDescription(), gdal.GetLastErrorMsg())
