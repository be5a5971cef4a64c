"""Who may see a page, and what that forbids on it."""

from __future__ import annotations

from enum import IntEnum

from qgis.core import QgsMapLayer, QgsMapLayerType, QgsWkbTypes

from oltp_plugin.layers.run_card import made_by


class Diffusion(IntEnum):
    """In the order of the parameter ``DIFFUSION``."""

    INTERNAL = 0
    RESTRICTED = 1
    PUBLIC = 2


def must_be_pixels(layers: list[QgsMapLayer], diffusion: Diffusion) -> bool:
    """Whether the map must be drawn as pixels: exact places can be read back from a vector PDF."""
    return diffusion is not Diffusion.INTERNAL and any(
        has_points(layer) or has_corners(layer) for layer in layers
    )


def has_corners(layer: QgsMapLayer) -> bool:
    """Whether the layer is of hulls, whose corners are places of incidents."""
    return made_by(layer) == "oltp:incidentclusters" and not has_points(layer)


def has_points(layer: QgsMapLayer) -> bool:
    """Whether the layer draws points."""
    if layer.type() != QgsMapLayerType.VectorLayer:
        return False
    return layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
