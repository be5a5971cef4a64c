"""The extent of a filtered layer where some rows have no point."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProviderRegistry, QgsRectangle, QgsVectorLayer


def whole_extent(layer: QgsMapLayer) -> QgsRectangle:
    """Its extent; that of its table where QGIS finds none for a filtered one.

    QGIS 3.40 gives up at the first row without a geometry; zooming and printing then fail.
    """
    extent = layer.extent()
    filtered = isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr"
    if extent.isNull() and filtered and layer.subsetString():
        return _table_extent(layer)
    return extent


def settle_extent(layer: QgsVectorLayer) -> None:
    """Give a filtered layer its table's extent where QGIS finds none."""
    if layer.subsetString() and layer.extent().isNull():
        take_table_extent(layer)


def renew_extent(layer: QgsVectorLayer) -> None:
    """Its extent after a write to its file, at which QGIS forgets what it was given."""
    layer.updateExtents(True)
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    (take_table_extent if parts.get("layerName") == "incident" else settle_extent)(layer)


def take_table_extent(layer: QgsVectorLayer) -> None:
    """Give a filtered layer the extent of its whole table, which the file itself knows.

    QGIS reads every row for that of a filtered one: four seconds for a million.
    """
    layer.setExtent(_table_extent(layer))


def _table_extent(layer: QgsVectorLayer) -> QgsRectangle:
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri("ogr", layer.source())
    parts.pop("subset", None)
    # Without options it would look at the project, which only the main thread may.
    options = QgsVectorLayer.LayerOptions(layer.transformContext())
    return QgsVectorLayer(registry.encodeUri("ogr", parts), "", "ogr", options).extent()
