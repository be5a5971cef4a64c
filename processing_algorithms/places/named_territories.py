"""Records without a point that say which territory they lie in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from qgis.core import (
    NULL,
    QgsCoordinateTransform,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsVectorLayer,
)

from oltp_plugin.errors import Cancelled
from oltp_plugin.layers.observatory_source import observatory_of
from oltp_plugin.observatory.counting import revealed_categories

from ..features import Shapes, read_shapes
from ..records import text

WITHDRAWN = "withdrawn"


NAMING_FIELDS = ("territory", "territory_level")


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
    columns = {each: source.fields().lookupField(each) for each in NAMING_FIELDS}
    has = territories.features[0].fieldNameIndex
    if columns["territory"] < 0 or has("code") < 0 or not incidents.unlocated:
        return Named([None] * len(territories.features))
    by_level = columns["territory_level"] >= 0 and has("level") >= 0
    named = Named([area_key(each, "code", "level", by_level) for each in territories.features])
    if incidents.observatory is not None:
        known = all_areas(incidents.observatory, incidents.crs, context, feedback)
        codes = [area_key(each, "code", "level", by_level) for each in known.features]
        named.areas.update(zip(codes, known.geometries))
    named.areas.update(zip(named.keys, territories.geometries))

    weight = algorithm.parameterAsString(parameters, "WEIGHT_FIELD", context)
    left_out = _left_out(incidents.observatory, revealed)
    for record in _records(source, columns["territory"], feedback):
        key = area_key(record, "territory", "territory_level", by_level)
        value = record[weight] if weight else 1
        if key not in named.areas or value == NULL or left_out(record):
            continue
        named.weights[key] += value
        named.placed += 1
    return named


def finest_needed(algorithm, parameters, incidents: str, context) -> str:
    """What the gate of agreements is asked for: no place where TERRITORIES are the observatory's.

    ``incidents``: the name of their parameter.
    """
    areas, records = (
        algorithm.parameterAsVectorLayer(parameters, name, context)
        for name in ("TERRITORIES", incidents)
    )
    if areas is None or records is None or "level" not in areas.fields().names():
        return "cell"
    path = observatory_of(areas)
    return "territory" if path is not None and path == observatory_of(records) else "cell"


def named_places(territories: Shapes, group: np.ndarray, records, context, feedback) -> np.ndarray:
    """Which territory of ``group``, positions in ``territories``, each unlocated record names.

    One position in ``group`` a record, -1 for those with a point and those that name no area in
    it. ``records``: as ``read_incidents`` gives them with ``located`` False and the NAMING_FIELDS.
    """
    from oltp_plugin.analysis.assignment import nested

    place = np.full(len(records), -1)
    unlocated = np.flatnonzero(np.isnan(records.x))
    has = territories.features[0].fieldNameIndex
    if "territory" not in records.fields or has("code") < 0 or not len(unlocated):
        return place
    by_level = "territory_level" in records.fields and has("level") >= 0
    codes = [text(code) for code in records.fields["territory"][unlocated]]
    levels: list[str | None] = [None] * len(codes)
    if by_level:
        levels = [text(each).lower() for each in records.fields["territory_level"][unlocated]]
    areas = {}
    if records.observatory is not None:
        known = all_areas(records.observatory, records.crs, context, feedback)
        keys = [area_key(each, "code", "level", by_level) for each in known.features]
        areas.update(zip(keys, known.geometries))
    own = {}
    for position, index in enumerate(group.tolist()):
        key = area_key(territories.features[index], "code", "level", by_level)
        own[key], areas[key] = position, territories.geometries[index]
    wanted = [key for key in dict.fromkeys(zip(levels, codes)) if key in areas]
    inside = nested(territories.geometries[group], [areas[key] for key in wanted])
    found = {
        key: int(np.argmax(inside[:, i])) for i, key in enumerate(wanted) if inside[:, i].any()
    }
    found.update(own)
    place[unlocated] = [found.get(key, -1) for key in zip(levels, codes)]
    return place


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


def all_areas(observatory: Path, crs, context, feedback) -> Shapes:
    layer = QgsVectorLayer(f"{observatory}|layername=territory", "territory", "ogr")
    transform = QgsCoordinateTransform(layer.crs(), crs, context.transformContext())
    return read_shapes(layer, feedback, transform)


def area_key(feature: QgsFeature, code: str, level: str, by_level: bool) -> tuple:
    return (text(feature[level]).lower() if by_level else None, text(feature[code]))
