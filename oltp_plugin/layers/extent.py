"""The extent of a filtered layer where some rows have no point."""

from __future__ import annotations

from qgis.core import QgsProviderRegistry, QgsVectorLayer


def settle_extent(layer: QgsVectorLayer) -> None:
    """Give a filtered layer its table's extent where QGIS finds none.

    QGIS 3.40 gives up at the first row without a geometry; zooming and printing then fail.
    """
    if layer.subsetString() and layer.extent().isNull():
        take_table_extent(layer)


def take_table_extent(layer: QgsVectorLayer) -> None:
    """Give a filtered layer the extent of its whole table, which the file itself knows.

    QGIS reads every row for that of a filtered one: four seconds for a million.
    """
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri("ogr", layer.source())
    parts.pop("subset", None)
    layer.setExtent(QgsVectorLayer(registry.encodeUri("ogr", parts), "", "ogr").extent())
