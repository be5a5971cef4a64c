"""A grid's values as a GeoTIFF."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal, osr

from oltp_plugin.errors import LayerError

NO_DATA = -9999.0
_STRIP = 256  # rows written between two looks at the cancel button


def write_raster(path: str, values, grid, crs, band_name: str, tick) -> None:
    """Write rows × columns ``values`` (float32, NaN for no data) of ``grid`` to a GeoTIFF.

    What is left when it cannot be finished is removed.
    """
    driver = gdal.GetDriverByName("GTiff")
    options = ["COMPRESS=DEFLATE", "ZLEVEL=1", "PREDICTOR=3", "TILED=YES", "BIGTIFF=IF_SAFER"]
    gdal.ErrorReset()
    dataset = driver.Create(path, grid.columns, grid.rows, 1, gdal.GDT_Float32, options)
    if dataset is None:
        raise LayerError("raster_not_writable", reason=gdal.GetLastErrorMsg())
    try:
        _fill(dataset, values, grid, crs, band_name, tick)
    except BaseException:
        dataset = None
        Path(path).unlink(missing_ok=True)
        raise


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
        raise LayerError("raster_not_writable", reason=gdal.GetLastErrorMsg())
