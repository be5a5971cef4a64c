"""Records drawn at places that a page may show: few features, however many the records.

A page draws a record as the symbol of its class at its place. Of those that look alike at one
place only the last few are drawn: what lies deeper cannot be seen. What a page counts are the
records themselves, which are kept beside as arrays.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

import numpy as np
from qgis.core import (
    NULL,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsGeometry,
    QgsPointXY,
    QgsRenderContext,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QVariant
from qgis.PyQt.QtGui import QPainter
from qgis.PyQt.QtXml import QDomDocument

from oltp_plugin.layers.arrays import Points

_NEVER_CARRIED = ("address", "partner_ref")
# Renderers that draw each feature for itself; others draw what several amount to.
_ONE_BY_ONE = ("singleSymbol", "categorizedSymbol", "graduatedSymbol", "RuleRenderer")
_ISO, _ISO_MS = Qt.DateFormat.ISODate, Qt.DateFormat.ISODateWithMs
_LEAST_DRAWN = 6  # edges are smoothed: one over the other they are a little sharper
_MOST_DRAWN = 64
_HIDDEN_BELOW = 1 / 255  # of a colour: nothing that paper or a screen shows


def fields_drawn(layer: QgsVectorLayer) -> list[str]:
    """Names of the fields from which the layer's symbols, labels and diagrams are made."""
    used = _used_by(layer)
    if _has_words(layer) or QgsFeatureRequest.ALL_ATTRIBUTES in used:
        return carried(layer)
    return [name for name in carried(layer) if name in used]


def drawn_at(layer: QgsVectorLayer, points: Points) -> QgsVectorLayer:
    """A layer in memory that looks as ``layer`` would with its records at ``points``.

    ``points``: in the layer's CRS and order, with ``fields_drawn``.
    """
    names = fields_drawn(layer)
    if _one_by_one(layer):
        looks = alike([points.x, points.y, *(points.fields[name] for name in names)])
        points = points.where(last_of_each(looks, _told_apart(layer)))
    copy = empty_copy(layer, "Point", names)
    columns = [_values(copy.fields().field(name), points.fields[name]) for name in names]
    features = []
    for x, y, *values in zip(points.x.tolist(), points.y.tolist(), *columns):
        feature = QgsFeature(copy.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        feature.setAttributes(values)
        features.append(feature)
    copy.dataProvider().addFeatures(features)
    copy.updateExtents()
    return copy


def empty_copy(layer: QgsVectorLayer, kind: str, names: Iterable[str]) -> QgsVectorLayer:
    """A layer in memory of the same name, style and metadata, with the fields ``names``.

    ``kind``: its geometries, as QGIS calls them.
    """
    copy = QgsVectorLayer(kind, layer.name(), "memory")
    copy.setCrs(layer.crs())
    copy.dataProvider().addAttributes([QgsField(layer.fields().field(name)) for name in names])
    copy.updateFields()
    style = QDomDocument()
    layer.exportNamedStyle(style)
    copy.importNamedStyle(style)
    copy.setName(layer.name())
    copy.setMetadata(layer.metadata())
    return copy


def carried(layer: QgsVectorLayer) -> list[str]:
    """Names of the fields that a copy may have."""
    return [each.name() for each in layer.fields() if each.name().lower() not in _NEVER_CARRIED]


def alike(columns: Iterable[np.ndarray]) -> np.ndarray:
    """A number for each row, the same where all ``columns`` are; integers, length n."""
    import pandas as pd

    numbers = None
    for column in columns:
        own, values = pd.factorize(column)
        own = own.astype(np.int64) + 1
        if numbers is not None:
            own, _ = pd.factorize(numbers * (len(values) + 1) + own)
        numbers = own
    return numbers


def last_of_each(numbers: np.ndarray, most: int) -> np.ndarray:
    """Which rows are among the last ``most`` of those with their number; boolean, length n."""
    import pandas as pd

    backwards = pd.Series(numbers[::-1])
    return (backwards.groupby(backwards).cumcount() < most).to_numpy()[::-1]


def _one_by_one(layer: QgsVectorLayer) -> bool:
    """Whether a feature's looks follow from its place and ``fields_drawn`` alone."""
    renderer = layer.renderer()
    return (
        renderer.type() in _ONE_BY_ONE
        and not renderer.orderByEnabled()
        and not _has_words(layer)
        and layer.featureBlendMode() == QPainter.CompositionMode.CompositionMode_SourceOver
    )


def _has_words(layer: QgsVectorLayer) -> bool:
    return layer.labelsEnabled() or layer.diagramsEnabled()


def _used_by(layer: QgsVectorLayer) -> set[str]:
    """The fields that the renderer and its symbols name."""
    renderer, context = layer.renderer().clone(), QgsRenderContext()
    scopes = QgsExpressionContextUtils.globalProjectLayerScopes(layer)
    context.expressionContext().appendScopes(scopes)
    renderer.startRender(context, layer.fields())
    used = renderer.usedAttributes(context)
    renderer.stopRender(context)
    return used


def _told_apart(layer: QgsVectorLayer) -> int:
    """So many like symbols at one place look like more of them."""
    symbols = layer.renderer().symbols(QgsRenderContext())
    if any(symbol.hasDataDefinedProperties() for symbol in symbols):
        return _MOST_DRAWN
    seen = min((each for symbol in symbols for each in _opacities(symbol)), default=1.0)
    if seen >= 1:
        return _LEAST_DRAWN
    enough = math.ceil(math.log(_HIDDEN_BELOW) / math.log(1 - seen))
    return min(max(enough, _LEAST_DRAWN), _MOST_DRAWN)


def _opacities(symbol: QgsSymbol) -> Iterator[float]:
    """Of what the symbol draws, above 0, up to 1."""
    for layer in symbol.symbolLayers():
        if layer.subSymbol() is not None:
            yield from (symbol.opacity() * each for each in _opacities(layer.subSymbol()))
        for colour in (layer.fillColor(), layer.strokeColor()):
            if colour.isValid() and colour.alpha() and symbol.opacity():
                yield symbol.opacity() * colour.alphaF()


def _values(definition: QgsField, column: np.ndarray) -> list:
    """An array of ``Points`` as what QGIS keeps in such a field."""
    if column.dtype.kind == "M":
        as_date = definition.type() == QVariant.Date
        written = np.datetime_as_string(column)
        read = [
            QDate.fromString(each, _ISO) if as_date else QDateTime.fromString(each, _ISO_MS)
            for each in written
        ]
        return [value if value.isValid() else NULL for value in read]
    if column.dtype.kind == "f":
        whole = definition.type() != QVariant.Double
        return [
            NULL if value != value else int(value) if whole else value for value in column.tolist()
        ]
    return [NULL if value is None else value for value in column.tolist()]
