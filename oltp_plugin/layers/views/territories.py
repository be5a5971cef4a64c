"""Territories drawn by figures that are counted beside the window.

The outlines are read from the observatory; the figures stand in the layer itself, as virtual
fields, so that the project keeps them and QGIS without the plugin shows them as they were.
"""

from __future__ import annotations

import json

from qgis.core import QgsExpression, QgsField, QgsLayerTreeGroup, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant

from oltp_plugin.layers.extent import settle_extent
from oltp_plugin.layers.layer_maker import ROLE, LayerMaker
from oltp_plugin.layers.observatory_group import level_name, territory_source
from oltp_plugin.layers.run_card import RunCard
from oltp_plugin.layers.styling import apply_style
from oltp_plugin.layers.views import kinds, own_style
from oltp_plugin.translation import tr

FIELDS = {
    "counts": ("n", "most"),
    "rates": ("n", "per_1000", "relative"),
    "change": ("n_before", "n_after", "change", "change_pct", "p", "q"),
}
_STYLES = {"counts": "territory_numbers", "rates": "territory_rates", "change": "change"}
_WHOLE = ("n", "most")


def make(name: str, level: str, maker: LayerMaker) -> QgsVectorLayer:
    """The view ``name`` of the territories of ``level`` without figures yet, in any thread."""
    title = f"{kinds.title(name)} – {level_name(level)}"
    role = f"{kinds.PREFIX}{name}:{level}"
    layer = maker.open(territory_source(maker.path, level), title, role)
    settle_extent(layer)
    apply_style(layer, _STYLES[name])  # first: a style may bring fields, and then drops others
    aliases = _aliases()
    for each in FIELDS[name]:
        kind = QVariant.Int if each in _WHOLE else QVariant.Double
        index = layer.addExpressionField("NULL", QgsField(each, kind))
        layer.setFieldAlias(index, aliases.get(each, ""))
    own_style.apply(layer, role)
    maker.hand_over(layer)
    return layer


def views_in(group: QgsLayerTreeGroup) -> list[tuple[str, str, QgsVectorLayer]]:
    """The views of territories in ``group``: name, level, layer; duplicates too."""
    found = []
    for node in group.findLayers():
        layer = node.layer()
        role = layer.customProperty(ROLE, "") if layer is not None else ""
        prefix, _, rest = role.partition(":")
        name, _, level = rest.partition(":")
        if f"{prefix}:" == kinds.PREFIX and name in FIELDS:
            found.append((name, level, layer))
    return found


def put(layer: QgsVectorLayer, name: str, values: dict[str, dict[int, float]], card: RunCard):
    """Give ``layer`` its figures, by field and a territory's fid, and what they rest on."""
    changed = False
    for each in FIELDS[name]:
        index = layer.fields().lookupField(each)
        expression = _lookup(values.get(each, {}))
        if index >= 0 and layer.expressionField(index) != expression:
            layer.updateExpressionField(index, expression)
            changed = True
    if changed:
        card.write(layer)
        layer.triggerRepaint()


def _aliases() -> dict[str, str]:
    return {
        "n": tr("Records"),
        "per_1000": tr("Records per 1,000"),
        "n_before": tr("Before"),
        "n_after": tr("After"),
        "change": tr("Change"),
        "change_pct": tr("Change in %"),
        "q": tr("q, corrected p"),
    }


def _lookup(by_fid: dict[int, float]) -> str:
    """An expression for the value of a territory, NULL where it has none."""
    if not by_fid:
        return "NULL"
    text = QgsExpression.quotedString(json.dumps({str(fid): by_fid[fid] for fid in by_fid}))
    return f'map_get(json_to_map({text}), to_string("fid"))'
