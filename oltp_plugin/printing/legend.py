"""The legend of a printed map: only what shows, in the layers' order, inside its box."""

from __future__ import annotations

from qgis.core import (
    QgsLayerTreeModelLegendNode,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsMapLayerType,
    QgsRasterLayer,
    QgsSimpleLegendNode,
)
from qgis.PyQt.QtCore import Qt

from oltp_plugin.printing.fit import broken
from oltp_plugin.printing.page import as_written
from oltp_plugin.printing.visible import Shown, shown_in
from oltp_plugin.translation import tr

_STYLES = (
    QgsLegendStyle.Style.Title,
    QgsLegendStyle.Style.Group,
    QgsLegendStyle.Style.Subgroup,
    QgsLegendStyle.Style.SymbolLabel,
)
_SMALLEST_POINTS = 6.0
# Rasters whose colours mean something; a photograph or a scanned map explains itself.
_EXPLAINED_RASTERS = ("singlebandpseudocolor", "paletted")


def fill_legend(legend: QgsLayoutItemLegend, *maps: tuple[QgsLayoutItemMap, list]) -> bool:
    """List the layers that show in each map; whether the legend fits its box.

    ``maps``: a map and its layers. What two maps show alike is listed once.
    """
    box = legend.rect()
    map_item = maps[0][0]
    legend.setTitle(tr("Legend"))
    legend.setLinkedMap(map_item)
    legend.setAutoUpdateModel(False)
    legend.setLegendFilterByMapEnabled(False)  # done here, once
    shown = _merged(
        each
        for item, layers in maps
        for each in shown_in(item, [layer for layer in layers if _is_explained(layer)])
    )
    # A layer's classes stand in one column as long as there is room for them.
    columns, split = legend.columnCount(), False
    while True:
        legend.setSplitLayer(split)
        _list_layers(legend, shown, _label_width(legend, box.width()))
        size = _size(legend)
        if size.width() <= box.width() and size.height() <= box.height():
            return True
        if columns > 1 and not split:
            split = True
        elif not _shrink(legend):
            return False


def _is_explained(layer: QgsMapLayer) -> bool:
    if not layer.name():  # drawn for the eye alone
        return False
    if isinstance(layer, QgsRasterLayer):
        return layer.renderer() is not None and layer.renderer().type() in _EXPLAINED_RASTERS
    return layer.type() == QgsMapLayerType.VectorLayer and layer.isSpatial()


def _merged(found) -> list[Shown]:
    """One of each name and symbols, with the classes of all that are so."""
    merged: dict[tuple, Shown] = {}
    for each in found:
        key = (each.layer.name(), *_labels(each.layer))
        other = merged.get(key)
        if other is None:
            merged[key] = each
        elif other.classes is not None and each.classes is not None:
            merged[key] = Shown(other.layer, other.classes | each.classes)
    return list(merged.values())


def _labels(layer: QgsMapLayer) -> list[str]:
    renderer = layer.renderer()
    if isinstance(layer, QgsRasterLayer):
        return [label for label, _ in renderer.legendSymbologyItems()]
    return [
        f"{item.label()} {item.symbol() and item.symbol().color().name()}"
        for item in renderer.legendSymbolItems()
    ]


def _list_layers(legend: QgsLayoutItemLegend, shown: list[Shown], width: float) -> None:
    """Fill the legend's tree; names and labels are broken where they would leave the box, and no
    expression in them is computed."""
    model = legend.model()
    root = model.rootGroup()
    root.removeAllChildren()
    name_font = legend.styleFont(QgsLegendStyle.Style.Subgroup)
    label_font = legend.styleFont(QgsLegendStyle.Style.SymbolLabel)
    for one in shown:
        layer = one.layer
        node = root.addLayer(layer)
        name = as_written(layer.name())
        node.setUseLayerName(False)
        node.setName(name)
        nodes = model.layerOriginalLegendNodes(node)
        listed = [index for index, each in enumerate(nodes) if _is_listed(each, one)]
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, listed)
        lone = len(nodes) == 1 and nodes[0].isEmbeddedInParent()
        # A lone symbol stands beside its layer's name, so that is set and broken like a label.
        name_width = width if lone else legend.rect().width()
        node.setName(broken(label_font if lone else name_font, name, name_width))
        for index, legend_node in enumerate(nodes):
            label = str(legend_node.data(Qt.ItemDataRole.DisplayRole) or "")
            wrapped = broken(label_font, as_written(label), width)
            if wrapped != label:
                QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, index, wrapped)
        model.refreshLayerLegend(node)


def _is_listed(node: QgsLayerTreeModelLegendNode, shown: Shown) -> bool:
    if isinstance(shown.layer, QgsRasterLayer):
        # "Band 1" stands first in a raster's legend: the layer's name says what it is.
        return not isinstance(node, QgsSimpleLegendNode)
    key = node.data(QgsLayerTreeModelLegendNode.LegendNodeRoles.RuleKeyRole)
    return shown.classes is None or not key or key in shown.classes


def _label_width(legend: QgsLayoutItemLegend, width: float) -> float:
    """What a symbol leaves for its label, in mm, in each column."""
    columns = max(1, legend.columnCount())
    gaps = legend.columnSpace() * (columns - 1)
    return (width - gaps) / columns - legend.symbolWidth() - 4


def _size(legend: QgsLayoutItemLegend):
    """What the legend needs, in mm."""
    context = QgsLayoutUtils.createRenderContextForLayout(legend.layout(), None)
    renderer = QgsLegendRenderer(legend.model(), legend.legendSettings())
    return renderer.minimumSize(context)


def _shrink(legend: QgsLayoutItemLegend) -> bool:
    """Everything in the legend a little smaller and closer; False at the smallest legible size."""
    label_size = legend.styleFont(QgsLegendStyle.Style.SymbolLabel).pointSizeF()
    if label_size - 0.5 < _SMALLEST_POINTS:
        return False
    for style in _STYLES:
        font = legend.styleFont(style)
        font.setPointSizeF(font.pointSizeF() - 0.5)
        legend.setStyleFont(style, font)
    legend.setSymbolHeight(0.92 * legend.symbolHeight())
    symbol, top = QgsLegendStyle.Style.Symbol, QgsLegendStyle.Side.Top
    legend.setStyleMargin(symbol, top, 0.84 * legend.style(symbol).margin(top))
    return True
