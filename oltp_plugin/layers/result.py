"""A result layer gets its symbols and its run card, and keeps them wherever it goes."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from osgeo import gdal
from qgis.core import (
    QgsDataProvider,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from oltp_plugin.errors import LayerError

from .run_card import RunCard
from .styling import apply_style

_STYLE_NAME = 30  # characters that a GeoPackage's layer_styles has room for


def deliver(
    destination: str,
    context: QgsProcessingContext,
    style: str,
    card: RunCard,
    adjust: Callable[[QgsMapLayer], None] | None = None,
    kind: QgsProcessingUtils.LayerHint = QgsProcessingUtils.LayerHint.UnknownType,
) -> None:
    """Style the result ``destination`` and give it its run card.

    ``adjust`` changes the style to fit the values (class breaks). A temporary layer keeps both
    itself; a file carries them along: in its tables (GeoPackage), or as .qml and .qmd beside it.
    ``kind`` spares a raster from being tried as a vector, which QGIS logs as a failure.
    """
    layer = QgsProcessingUtils.mapLayerFromString(destination, context, True, kind)
    if layer is None:
        raise LayerError("result_unreadable")
    apply_style(layer, style)
    if adjust is not None:
        adjust(layer)
    card.write(layer, destination)
    if layer.providerType() != "memory":
        _keep_with_the_file(layer, card)


def _keep_with_the_file(layer: QgsMapLayer, card: RunCard) -> None:
    if isinstance(layer, QgsVectorLayer) and layer.dataProvider().storageType() == "GPKG":
        with ordinary_journal():
            name = card.title[:_STYLE_NAME]
            failure = layer.saveStyleToDatabase(name, "", True, "") or _save_metadata(layer)
    else:
        failure = _failure(layer.saveDefaultStyle()) or _failure(layer.saveDefaultMetadata())
    if failure:
        raise LayerError("style_not_saved", reason=failure)


def _failure(answer: tuple[str, bool]) -> str:
    message, saved = answer
    return "" if saved else message or "?"


def _save_metadata(layer: QgsVectorLayer) -> str:
    """Write the metadata into the GeoPackage; QGIS finds the table only by its name."""
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri("ogr", layer.source())
    if not parts.get("layerName"):
        only = layer.dataProvider().subLayers()[0]
        parts["layerName"] = only.split(QgsDataProvider.sublayerSeparator())[1]
    uri = registry.encodeUri("ogr", parts)
    saved, message = registry.saveLayerMetadata("ogr", uri, layer.metadata())
    return "" if saved else message or "?"


@contextlib.contextmanager
def ordinary_journal() -> Iterator[None]:
    """Keep QGIS from turning the file to WAL, which stays and breaks it on network shares."""
    option = "OGR_SQLITE_JOURNAL"
    before = gdal.GetThreadLocalConfigOption(option)
    gdal.SetThreadLocalConfigOption(option, "DELETE")
    try:
        yield
    finally:
        gdal.SetThreadLocalConfigOption(option, before)
