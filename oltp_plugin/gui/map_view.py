"""Where QGIS's map looks when an observatory or a delivery is shown."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
)


def show_town(canvas, group) -> None:
    """Look at the town of the observatory whose group was just added."""
    from oltp_plugin.layers import observatory_group

    box = observatory_group.extent(group)
    if box.isEmpty():
        return
    crs = observatory_group.layer_of(group, "incident").crs()
    to_map = QgsCoordinateTransform(
        crs, canvas.mapSettings().destinationCrs(), QgsProject.instance()
    )
    canvas.setExtent(to_map.transformBoundingBox(box.buffered(0.03 * box.width())))
    canvas.refresh()


def given_on(
    canvas, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem
) -> QgsGeometry | None:
    """What was clicked or drawn on the map, in ``crs``; None where that is not valid there."""
    own = QgsGeometry(geometry)
    try:
        own.transform(
            QgsCoordinateTransform(
                canvas.mapSettings().destinationCrs(), crs, QgsProject.instance()
            )
        )
    except QgsCsException:
        return None
    return own


def show_batch(canvas, layer, batch: int) -> None:
    """Select a delivery's incidents, so that the map shows which they are, and go there."""
    if layer is None:
        return
    layer.selectByExpression(f'"batch" = {batch}')
    canvas.zoomToSelected(layer)
