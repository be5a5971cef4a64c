"""Who may see a page, and what that forbids on it."""

from __future__ import annotations

from enum import IntEnum

from qgis.core import QgsMapLayer, QgsMapLayerType, QgsWkbTypes


class Diffusion(IntEnum):
    """In the order of the parameter ``DIFFUSION``."""

    INTERNAL = 0
    RESTRICTED = 1
    PUBLIC = 2


def must_be_pixels(layers: list[QgsMapLayer], diffusion: Diffusion) -> bool:
    """Whether the map must be drawn as pixels: exact points can be read back from a vector PDF."""
    return diffusion is not Diffusion.INTERNAL and any(has_points(layer) for layer in layers)


def has_points(layer: QgsMapLayer) -> bool:
    """Whether the layer draws points."""
    if layer.type() != QgsMapLayerType.VectorLayer:
        return False
    return layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
