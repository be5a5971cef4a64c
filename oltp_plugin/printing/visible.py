"""What of a layer shows in a map: found by reading the features, once.

QGIS's own "only show items inside linked map" takes 0.8 ms a feature on 3.22 and runs again at
every drawing; here the reading stops as soon as every class was met.
"""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateTransform,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsMapSettings,
    QgsRenderContext,
    QgsVectorLayer,
)

_BY_CLASS = ("categorizedSymbol", "graduatedSymbol", "RuleRenderer")


@dataclass(frozen=True)
class Shown:
    """A layer that shows; ``classes``: legend keys of those that do, None where all are listed."""

    layer: QgsMapLayer
    classes: set[str] | None = None


def shown_in(map_item: QgsLayoutItemMap, layers: list[QgsMapLayer]) -> list[Shown]:
    """The ``layers`` of which anything lies in the map, at a scale at which it is drawn."""
    found = []
    for layer in layers:
        if not layer.isInScaleRange(map_item.scale()):
            continue
        if not isinstance(layer, QgsVectorLayer):
            found.append(Shown(layer))
        elif layer.renderer().type() in _BY_CLASS:
            if classes := _classes(layer, map_item):
                found.append(Shown(layer, classes))
        elif _has_features(layer, map_item):
            found.append(Shown(layer))
    return found


def _has_features(layer: QgsVectorLayer, map_item: QgsLayoutItemMap) -> bool:
    request = _inside(layer, map_item).setNoAttributes().setLimit(1)
    return any(True for _ in layer.getFeatures(request))


def _classes(layer: QgsVectorLayer, map_item: QgsLayoutItemMap) -> set[str]:
    """Legend keys of the classes that have a feature in the map."""
    renderer = layer.renderer().clone()
    all_classes = {item.ruleKey() for item in renderer.legendSymbolItems()}
    context = QgsRenderContext.fromMapSettings(_settings(map_item))
    scopes = QgsExpressionContextUtils.globalProjectLayerScopes(layer)
    context.expressionContext().appendScopes(scopes)
    renderer.startRender(context, layer.fields())
    needed = renderer.usedAttributes(context)
    request = _inside(layer, map_item).setSubsetOfAttributes(needed, layer.fields())
    found: set[str] = set()
    for feature in layer.getFeatures(request):
        context.expressionContext().setFeature(feature)
        found |= renderer.legendKeysForFeature(feature, context)
        if found >= all_classes:
            break
    renderer.stopRender(context)
    return found & all_classes


def _inside(layer: QgsVectorLayer, map_item: QgsLayoutItemMap) -> QgsFeatureRequest:
    transform_context = map_item.layout().project().transformContext()
    to_layer = QgsCoordinateTransform(map_item.crs(), layer.crs(), transform_context)
    request = QgsFeatureRequest(to_layer.transformBoundingBox(map_item.extent()))
    return request.setFlags(QgsFeatureRequest.Flag.ExactIntersect)


def _settings(map_item: QgsLayoutItemMap) -> QgsMapSettings:
    dpi = map_item.layout().renderContext().dpi()
    size = map_item.rect().size() * dpi / 25.4
    return map_item.mapSettings(map_item.extent(), size, dpi, False)
