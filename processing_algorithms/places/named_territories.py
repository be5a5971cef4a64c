"""Records without a point that say which territory they lie in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import (
    NULL,
    QgsCoordinateTransform,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsVectorLayer,
)

from oltp_plugin.errors import Cancelled
from oltp_plugin.observatory.counting import revealed_categories

from ..features import Shapes, read_shapes

WITHDRAWN = "withdrawn"


@dataclass
class Named:
    """What ``analysis.assignment.count_named`` takes.

    ``keys``: (level, code) of each territory, the level None where either layer has none.
    ``areas``: shapely polygon of each area known. ``weights``: of the records that name an area,
    by its key. ``placed``: how many records name a known area.
    """

    keys: list
    areas: dict = field(default_factory=dict)
    weights: Counter = field(default_factory=Counter)
    placed: int = 0


def read_named(
    algorithm, parameters, context, feedback, territories: Shapes, incidents, revealed: bool
) -> Named:
    """The unlocated records of INCIDENTS by the area that they name.

    Nothing is read unless INCIDENTS has a field ``territory`` and TERRITORIES a field ``code``;
    with ``territory_level`` and ``level`` the levels must agree too. In an observatory all its
    territories are known, whatever TERRITORIES shows.
    """
    source = algorithm.source(parameters, "INCIDENTS", context, "territory")
    columns = {each: source.fields().lookupField(each) for each in _COLUMNS}
    has = territories.features[0].fieldNameIndex
    if columns["territory"] < 0 or has("code") < 0 or not incidents.unlocated:
        return Named([None] * len(territories.features))
    by_level = columns["territory_level"] >= 0 and has("level") >= 0
    named = Named([_key(each, "code", "level", by_level) for each in territories.features])
    if incidents.observatory is not None:
        all_areas = _all_areas(incidents.observatory, incidents.crs, context, feedback)
        codes = [_key(each, "code", "level", by_level) for each in all_areas.features]
        named.areas.update(zip(codes, all_areas.geometries))
    named.areas.update(zip(named.keys, territories.geometries))

    weight = algorithm.parameterAsString(parameters, "WEIGHT_FIELD", context)
    left_out = _left_out(incidents.observatory, revealed)
    for record in _records(source, columns["territory"], feedback):
        key = _key(record, "territory", "territory_level", by_level)
        value = record[weight] if weight else 1
        if key not in named.areas or value == NULL or left_out(record):
            continue
        named.weights[key] += value
        named.placed += 1
    return named


_COLUMNS = ("territory", "territory_level")


def _records(source, column: int, feedback):
    """Rows without a point that name a territory."""
    name = QgsExpression.quotedColumnRef(source.fields().at(column).name())
    request = QgsFeatureRequest().setFilterExpression(f"{name} IS NOT NULL")
    for record in source.getFeatures(request):
        if feedback.isCanceled():
            raise Cancelled()
        if record.geometry().isEmpty():
            yield record


def _left_out(observatory: Path | None, revealed: bool):
    """Whether a record of an observatory does not count, as for those that have a point."""
    if observatory is None:
        return lambda record: False
    own = () if revealed else frozenset(revealed_categories(observatory))
    return lambda record: record["status"] == WITHDRAWN or record["category"] in own


def _all_areas(observatory: Path, crs, context, feedback) -> Shapes:
    layer = QgsVectorLayer(f"{observatory}|layername=territory", "territory", "ogr")
    transform = QgsCoordinateTransform(layer.crs(), crs, context.transformContext())
    return read_shapes(layer, feedback, transform)


def _key(feature: QgsFeature, code: str, level: str, by_level: bool) -> tuple:
    return (_text(feature[level]).lower() if by_level else None, _text(feature[code]))


def _text(value) -> str:
    return "" if value == NULL else str(value).strip()
