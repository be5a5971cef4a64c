"""Layers of very many points, drawn as a picture while a layout is written.

A layout has QGIS draw each symbol as a drawing of its own: a million make a file that no reader
opens in a minute, and take five times as long as on the screen. Above ``MANY`` points in a map
the layer is drawn once, at the file's resolution, and the picture stands in its place; words and
lines of the page stay what they are. Afterwards the layout is as it was.
"""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator

import numpy as np
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsMapRendererCustomPainterJob,
    QgsMultiBandColorRenderer,
    QgsPrintLayout,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage, QPainter

from oltp_plugin.layers.arrays import read_points
from oltp_plugin.printing.diffusion import has_points

MANY = 50_000
_MM_PER_INCH = 25.4


@contextlib.contextmanager
def pictured(layout: QgsPrintLayout, dpi: float) -> Iterator[None]:
    """While it lasts, maps of ``layout`` show pictures of their layers of many points.

    Raises ``LayerError`` where a layer cannot be read.
    """
    pictures: list[QgsRasterLayer] = []  # a layout does not keep its layers alive
    before: list[tuple[QgsLayoutItemMap, list[QgsMapLayer]]] = []
    try:
        for item in layout.items():
            if isinstance(item, QgsLayoutItemMap) and item.mapRotation() == 0:
                before.append((item, item.layers()))
                item.setLayers([_drawn(layer, item, dpi, pictures) for layer in item.layers()])
        yield
    finally:
        for item, layers in before:
            item.setLayers(layers)
        files = [picture.source() for picture in pictures]
        pictures.clear()
        for file in files:
            gdal.Unlink(file)


def _drawn(
    layer: QgsMapLayer, item: QgsLayoutItemMap, dpi: float, pictures: list[QgsRasterLayer]
) -> QgsMapLayer:
    if not has_points(layer) or layer.labelsEnabled() or _points_in(layer, item) <= MANY:
        return layer
    pictures.append(_picture(layer, item, dpi, f"/vsimem/{uuid.uuid4().hex}.tif"))
    return pictures[-1]


def _points_in(layer: QgsVectorLayer, item: QgsLayoutItemMap) -> int:
    points, extent = read_points(layer, (), item.crs(), item.layout().project()), item.extent()
    across = (points.x >= extent.xMinimum()) & (points.x <= extent.xMaximum())
    return int((across & (points.y >= extent.yMinimum()) & (points.y <= extent.yMaximum())).sum())


def _picture(
    layer: QgsVectorLayer, item: QgsLayoutItemMap, dpi: float, file: str
) -> QgsRasterLayer:
    """``layer`` as it is drawn in ``item``, as a raster in ``file``."""
    size = item.rect().size() * dpi / _MM_PER_INCH
    settings = item.mapSettings(item.extent(), size, dpi, False)
    settings.setLayers([layer])
    settings.setFlag(Qgis.MapSettingsFlag.ForceVectorOutput, False)  # stamps, not drawings
    image = QImage(settings.outputSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.renderSynchronously()
    painter.end()
    _write(image, settings.visibleExtent(), file)
    picture = QgsRasterLayer(file, layer.name(), "gdal")
    picture.setCrs(item.crs())
    # Said here: a user's settings may stretch the colours of what is opened.
    shown = QgsMultiBandColorRenderer(picture.dataProvider(), 1, 2, 3)
    shown.setAlphaBand(4)
    picture.setRenderer(shown)
    picture.setOpacity(layer.opacity())
    picture.setBlendMode(layer.blendMode())
    return picture


def _write(image: QImage, extent: QgsRectangle, file: str) -> None:
    """``image`` of ``extent`` as a GeoTIFF of red, green, blue and opacity."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    width, height = plain.width(), plain.height()
    pointer = plain.constBits()
    pointer.setsize(plain.sizeInBytes())
    lines = np.frombuffer(pointer, np.uint8).reshape(height, plain.bytesPerLine())
    colours = lines[:, : 4 * width].reshape(height, width, 4)
    options = ["PHOTOMETRIC=RGB", "ALPHA=YES", "COMPRESS=DEFLATE", "ZLEVEL=1"]
    written = gdal.GetDriverByName("GTiff").Create(file, width, height, 4, options=options)
    across, down = extent.width() / width, extent.height() / height
    written.SetGeoTransform((extent.xMinimum(), across, 0, extent.yMaximum(), 0, -down))
    for band in range(4):
        written.GetRasterBand(band + 1).WriteArray(colours[:, :, band])
    written.FlushCache()
