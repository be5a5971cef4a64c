"""The legend of a printed map: only what shows, in the layers' order, inside its box."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsLayerTreeLayer,
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
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt

from oltp_plugin.printing.fit import broken
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


def fill_legend(legend: QgsLayoutItemLegend, map_item: QgsLayoutItemMap, layers) -> bool:
    """List the ``layers`` that show in ``map_item``; whether the legend fits its box."""
    box = legend.rect()
    legend.setTitle(tr("Legend"))
    legend.setLinkedMap(map_item)
    legend.setAutoUpdateModel(False)
    legend.setLegendFilterByMapEnabled(True)
    shown = [layer for layer in layers if _is_explained(layer) and _shows(layer, map_item)]
    while True:
        _list_layers(legend, shown, _label_width(legend, box.width()))
        size = _size(legend)
        if size.width() <= box.width() and size.height() <= box.height():
            return True
        if not _shrink(legend):
            return False


def _is_explained(layer: QgsMapLayer) -> bool:
    if isinstance(layer, QgsRasterLayer):
        return layer.renderer() is not None and layer.renderer().type() in _EXPLAINED_RASTERS
    return layer.type() == QgsMapLayerType.VectorLayer and layer.isSpatial()


def _shows(layer: QgsMapLayer, map_item: QgsLayoutItemMap) -> bool:
    """Whether anything of the layer lies in the map, at a scale at which it is drawn."""
    if not layer.isInScaleRange(map_item.scale()):
        return False
    if not isinstance(layer, QgsVectorLayer):
        return True
    context = map_item.layout().project().transformContext()
    to_layer = QgsCoordinateTransform(map_item.crs(), layer.crs(), context)
    request = QgsFeatureRequest(to_layer.transformBoundingBox(map_item.extent()))
    request.setNoAttributes().setLimit(1)
    return any(True for _ in layer.getFeatures(request))


def _list_layers(legend: QgsLayoutItemLegend, layers, width: float) -> None:
    """Fill the legend's tree; names and labels are broken where they would leave the box."""
    model = legend.model()
    root = model.rootGroup()
    root.removeAllChildren()
    name_font = legend.styleFont(QgsLegendStyle.Style.Subgroup)
    label_font = legend.styleFont(QgsLegendStyle.Style.SymbolLabel)
    for layer in layers:
        node = root.addLayer(layer)
        node.setUseLayerName(False)
        node.setName(layer.name())
        nodes = model.layerOriginalLegendNodes(node)
        _drop_band_name(node, nodes)
        lone = len(nodes) == 1 and nodes[0].isEmbeddedInParent()
        # A lone symbol stands beside its layer's name, so that is set and broken like a label.
        name_width = width if lone else legend.rect().width()
        node.setName(broken(label_font if lone else name_font, layer.name(), name_width))
        for index, legend_node in enumerate(nodes):
            label = str(legend_node.data(Qt.ItemDataRole.DisplayRole) or "")
            wrapped = broken(label_font, label, width)
            if wrapped != label:
                QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, index, wrapped)
        model.refreshLayerLegend(node)
    map_item = legend.linkedMap()
    dpi = legend.layout().renderContext().dpi()
    size = map_item.rect().size() * dpi / 25.4
    model.setLegendFilterByMap(map_item.mapSettings(map_item.extent(), size, dpi, True))
    if hasattr(model, "waitForHitTestBlocking"):  # newer than 3.22: what shows is found aside
        model.waitForHitTestBlocking()


def _drop_band_name(node: QgsLayerTreeLayer, nodes) -> None:
    """A raster's legend begins with "Band 1": the layer's name says what it is."""
    if isinstance(node.layer(), QgsRasterLayer):
        classes = [i for i, one in enumerate(nodes) if not isinstance(one, QgsSimpleLegendNode)]
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, classes)


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
    """Make every text of the legend half a point smaller; False at the smallest legible size."""
    label_size = legend.styleFont(QgsLegendStyle.Style.SymbolLabel).pointSizeF()
    if label_size - 0.5 < _SMALLEST_POINTS:
        return False
    for style in _STYLES:
        font = legend.styleFont(style)
        font.setPointSizeF(font.pointSizeF() - 0.5)
        legend.setStyleFont(style, font)
    legend.setSymbolHeight(legend.symbolHeight() * 0.94)
    return True
