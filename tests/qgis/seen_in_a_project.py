"""What a project shows, by itself; run as a program, in a QGIS that knows nothing of the plugin."""

import json
import sys

from qgis.core import NULL, QgsApplication, QgsLayerTreeGroup, QgsProject


def described(project: QgsProject) -> list:
    """The layer tree from top to bottom: what each layer is called, reads, and looks like."""
    return _of_group(project.layerTreeRoot())


def _of_group(group: QgsLayerTreeGroup) -> list:
    return [_of_node(node) for node in group.children()]


def _of_node(node) -> dict:
    seen = {"name": node.name(), "ticked": node.itemVisibilityChecked()}
    if isinstance(node, QgsLayerTreeGroup):
        return {**seen, "children": _of_group(node)}
    layer = node.layer()
    values = [
        [None if value == NULL else str(value) for value in feature.attributes()]
        for feature in layer.getFeatures()
    ]
    return {
        **seen,
        "valid": layer.isValid(),
        "role": layer.customProperty("oltp/role"),
        "subset": layer.subsetString(),
        "rows": sorted(values, key=str),
        "renderer": layer.renderer().dump() if layer.isSpatial() else None,
        "legend": [item.label() for item in layer.renderer().legendSymbolItems()],
        "scales": [layer.hasScaleBasedVisibility(), layer.minimumScale()],
        "time": layer.temporalProperties().isActive(),
        "metadata": layer.metadata().abstract(),
    }


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    assert QgsProject.instance().read(sys.argv[1])
    sys.stdout.write(json.dumps(described(QgsProject.instance())) + "\n")
