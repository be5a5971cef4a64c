"""Where a map lies when nobody says so: in which projection, and around what."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsMapLayer,
    QgsRasterLayer,
    QgsRectangle,
)

from oltp_plugin.errors import LayerError, PrintError
from oltp_plugin.layers.extent import whole_extent

MARGIN = 1.06
_SMALLEST = 400.0  # metres: around a single point


def map_crs(
    layers: list[QgsMapLayer], transform_context: QgsCoordinateTransformContext
) -> QgsCoordinateReferenceSystem:
    """The CRS of the first layer that has a projected one; else one that suits the place.

    Degrees are no map: a degree of longitude in Montpellier is three quarters of one of latitude.
    Raises ``PrintError`` "nothing_to_show"; ``LayerError`` "no_crs" where no layer says how long
    its units are.
    """
    spatial = [layer for layer in layers if layer.isSpatial()]
    if spatial and not any(layer.crs().isValid() for layer in spatial):
        raise LayerError("no_crs", layer=spatial[0].name())
    for layer in layers:
        if layer.crs().isValid() and not layer.crs().isGeographic():
            return layer.crs()
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    middle = _covered(layers, degrees, transform_context).center()
    france = QgsCoordinateReferenceSystem("EPSG:2154")
    if france.bounds().contains(middle):
        return france
    zone = int((middle.x() + 180) // 6) + 1
    utm = (32600 if middle.y() >= 0 else 32700) + zone
    return QgsCoordinateReferenceSystem(f"EPSG:{utm}")


def extent_of(
    layers: list[QgsMapLayer],
    crs: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
) -> QgsRectangle:
    """What the layers cover together, in ``crs``, with a margin; base maps do not count.

    Raises ``PrintError``: "nothing_to_show".
    """
    extent = _covered(layers, crs, transform_context)
    extent.scale(MARGIN)
    return around_a_point(extent) if max(extent.width(), extent.height()) < _SMALLEST else extent


def around_a_point(extent: QgsRectangle) -> QgsRectangle:
    """What is to be seen around one that is a single point, or hardly more."""
    return extent.buffered((_SMALLEST - max(extent.width(), extent.height())) / 2)


def _covered(layers, crs, transform_context) -> QgsRectangle:
    subjects = [layer for layer in layers if not _is_base_map(layer)] or layers
    covered = QgsRectangle()
    covered.setMinimal()
    for layer in subjects:
        extent = whole_extent(layer)
        if not _is_empty(extent):
            transform = QgsCoordinateTransform(layer.crs(), crs, transform_context)
            covered.combineExtentWith(transform.transformBoundingBox(extent))
    if _is_empty(covered):
        raise PrintError("nothing_to_show")
    return covered


def _is_empty(extent: QgsRectangle) -> bool:
    """Whether it covers nothing at all; a single point is something."""
    return not extent.isFinite() or extent.xMinimum() > extent.xMaximum() or extent.isNull()


def _is_base_map(layer: QgsMapLayer) -> bool:
    """A web map, a photograph or a scanned map: it reaches far beyond the subject."""
    if not isinstance(layer, QgsRasterLayer):
        return layer.providerType() in ("vectortile", "xyzvectortiles")
    return layer.providerType() != "gdal" or layer.bandCount() >= 3
