"""The one filter on an observatory's layers of incidents, kept with their group in the project.

Whatever the user has called them, moved in the group or duplicated: a layer is driven by the
filter as long as it reads the observatory's incidents and stands in its group. One that is taken
out of the group keeps the filter that it had.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsLayerTreeGroup, QgsProject, QgsProviderRegistry, QgsVectorLayer

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.observatory.filter import IncidentFilter

from .observatory_source import source_with
from .precision import Limits, draw_at_precision, draws_stored_points, limits_of

_FILTER = "oltp/filter"  # on the group and on each layer that it filters, as JSON


def incident_layers(group: QgsLayerTreeGroup, path: Path) -> list[QgsVectorLayer]:
    """The layers of ``group`` that read the incidents of the observatory ``path``."""
    layers = (node.layer() for node in group.findLayers())
    return [layer for layer in layers if layer is not None and _reads_incidents(layer, path)]


def apply(group: QgsLayerTreeGroup, path: Path, chosen: IncidentFilter) -> list[QgsVectorLayer]:
    """Filter every layer of incidents; those that are being edited are left alone, and returned."""
    done = one_by_one(group, path, chosen, limits_of(path))
    return [layer for layer in done if layer.isEditable()]


def one_by_one(
    group: QgsLayerTreeGroup, path: Path, chosen: IncidentFilter, limits: Limits
) -> Iterator[QgsVectorLayer]:
    """The same, a layer at a time: each whose condition is another one, filtered unless edited.

    A layer may go between two of them: reading its file anew for its condition takes a while, and
    several at once would hold up the window.
    """
    conditions = {stored: limits.within(chosen.sql(), stored) for stored in (False, True)}
    project = QgsProject.instance()
    for layer_id in [layer.id() for layer in incident_layers(group, path)]:
        layer = project.mapLayer(layer_id)
        if layer is None:
            continue
        if not layer.isEditable():
            note_filter(layer, chosen)
        condition = conditions[draws_stored_points(layer)]
        if layer.subsetString() == condition:
            continue
        if not layer.isEditable():
            _set_condition(layer, condition)
        draw_at_precision(layer, limits)
        yield layer


def remember(group: QgsLayerTreeGroup, chosen: IncidentFilter) -> None:
    """Keep the filter with the group, so that the project brings it back."""
    group.setCustomProperty(_FILTER, chosen.to_json())


def remembered(group: QgsLayerTreeGroup) -> IncidentFilter | None:
    """The filter that the project brought; None where there is none that can be read."""
    try:
        return IncidentFilter.from_json(group.customProperty(_FILTER, ""))
    except ObservatoryError:
        return None


def note_filter(layer: QgsVectorLayer, chosen: IncidentFilter) -> None:
    """Keep with the layer what its condition was made from."""
    layer.setCustomProperty(_FILTER, chosen.to_json())


def filter_of(layer: QgsVectorLayer, path: Path) -> IncidentFilter | None:
    """What the layer's condition was made from; None where it is another one."""
    try:
        chosen = IncidentFilter.from_json(layer.customProperty(_FILTER, ""))
    except ObservatoryError:
        return None
    limits = limits_of(path)
    conditions = [limits.within(chosen.sql(), stored) for stored in (False, True)]
    same = layer.subsetString() in (chosen.sql(), *conditions)
    return chosen if same else None


def _reads_incidents(layer, path: Path) -> bool:
    if layer.providerType() != "ogr":
        return False
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    return (
        parts.get("layerName") == "incident"
        and bool(parts.get("path"))
        and Path(parts["path"]).resolve() == path.resolve()
    )


def _set_condition(layer: QgsVectorLayer, condition: str) -> None:
    extent = layer.extent()
    layer.setDataSource(source_with(layer, condition), layer.name(), "ogr")
    if layer.extent().isNull():
        layer.setExtent(extent)
    layer.subsetStringChanged.emit()
    layer.triggerRepaint()
