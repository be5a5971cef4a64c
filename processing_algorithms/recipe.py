"""What a run was asked, so that another can do the same: parameters as JSON, inputs by name.

No folder, no user and no content of a cell is kept: a layer is its name, its file's base name,
its table and its subset.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from qgis.core import (
    QgsProcessingFeatureSourceDefinition,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, Qt

LAYER_TYPES = ("source", "vector", "raster", "layer")
_READ_BY_PATH = ("ogr", "gdal")  # providers whose file, table and subset say all
_IDENTITY = ("name", "provider", "file", "table", "subset")


def written(algorithm, parameters, context, data_date) -> dict:
    """The algorithm and the values of its parameters, left-out ones at their default.

    ``data_date(layer)``: as ISO text, of what the layer shows, or None.
    """
    values = {}
    for definition in algorithm.parameterDefinitions():
        if definition.isDestination():
            continue
        value = _value(algorithm, definition, parameters, context, data_date)
        if value is not None:
            values[definition.name()] = value
    return {"algorithm": algorithm.id(), "parameters": values}


def _value(algorithm, definition, parameters, context, data_date):
    name, kind = definition.name(), definition.type()
    given = parameters.get(name, definition.defaultValue())
    if given is None or given == "":
        return None
    if kind in LAYER_TYPES:
        layer = input_layer(algorithm, definition, parameters, context)
        return None if layer is None else {**_asked_of(given, layer), **shown(layer, data_date)}
    if kind == "boolean":
        return algorithm.parameterAsBoolean(parameters, name, context)
    if kind == "enum":
        return algorithm.parameterAsEnum(parameters, name, context)
    if kind in ("number", "distance"):
        whole = definition.dataType() == definition.Type.Integer
        read = algorithm.parameterAsInt if whole else algorithm.parameterAsDouble
        return read(parameters, name, context)
    if kind == "datetime":
        moment = algorithm.parameterAsDateTime(parameters, name, context)
        return moment.toString(Qt.DateFormat.ISODate)
    return algorithm.parameterAsString(parameters, name, context)


def input_layer(algorithm, definition, parameters, context):
    """The layer of an input, also where only its selection is asked for; None without one."""
    vector = definition.type() in ("source", "vector")
    read = algorithm.parameterAsVectorLayer if vector else algorithm.parameterAsLayer
    return read(parameters, definition.name(), context)


def shown(layer, data_date) -> dict:
    """What a layer is, and how many records of which date it shows now."""
    named = {**identity(layer), "date": data_date(layer)}
    if isinstance(layer, QgsVectorLayer):
        named["count"] = layer.featureCount()
    return {key: value for key, value in named.items() if value not in (None, "")}


def identity(layer) -> dict[str, str]:
    """What tells a layer from others, and would find it again elsewhere."""
    provider = layer.providerType()
    parts = QgsProviderRegistry.instance().decodeUri(provider, layer.source())
    path = parts.get("path")
    own = {
        "name": Path(layer.name()).name,
        "provider": provider,
        "file": Path(path).name if path else "",
        "table": (parts.get("layerName") or "") if path else "",
        "subset": layer.subsetString() if isinstance(layer, QgsVectorLayer) else "",
    }
    return {key: value for key, value in own.items() if value}


def _asked_of(given, layer) -> dict:
    """Which of the layer's records: its selection, or by QGIS's own filter and limit."""
    if not isinstance(given, QgsProcessingFeatureSourceDefinition):
        return {}
    asked = {}
    if given.selectedFeaturesOnly and isinstance(layer, QgsVectorLayer):
        asked["selected"] = _runs(sorted(layer.selectedFeatureIds()))
    if getattr(given, "filterExpression", ""):
        asked["filter"] = given.filterExpression
    if given.featureLimit >= 0:
        asked["limit"] = given.featureLimit
    return asked


def _runs(numbers: list[int]) -> list[list[int]]:
    """Sorted whole numbers as [first, last] of each run without a gap."""
    runs = []
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        runs.append([members[0], members[-1]])
    return runs


def read(algorithm, values: dict, layer_of) -> dict:
    """The parameters for ``algorithm`` out of the ``values`` that ``written`` made.

    ``layer_of(value)``: what stands for an input layer. What the algorithm does not ask
    (any more), and where results go, is left out: the values may come from a file that somebody
    sent.
    """
    parameters = {}
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        if definition.isDestination() or name not in values:
            continue
        value = values[name]
        if definition.type() in LAYER_TYPES:
            value = layer_of(value)
        elif definition.type() == "datetime":
            value = QDateTime.fromString(str(value), Qt.DateFormat.ISODate)
        parameters[name] = value
    return parameters


def find(named: dict, project, folder: Path | None, observatories: list[Path]) -> str | None:
    """The layer that ``named`` tells of: an id, or a source; None where it is nowhere.

    Looked for among the project's layers, then in ``folder``, then among ``observatories``.
    """
    own = {key: named.get(key, "") for key in _IDENTITY}
    layers = [
        (layer, {key: identity(layer).get(key, "") for key in _IDENTITY})
        for layer in project.mapLayers().values()
    ]
    alike = [layer for layer, told in layers if _same(told, own)]
    if alike:
        return max(alike, key=lambda layer: _count(layer) == named.get("count")).id()
    if own["provider"] not in _READ_BY_PATH or not own["file"]:
        return None
    places = [
        _path(layer)
        for layer, told in layers
        if (told["file"], told["table"]) == (own["file"], own["table"])
    ]
    name = Path(own["file"]).name
    places += [folder / name] if folder else []
    places += [each for each in observatories if each.name == name]
    found = next((each for each in places if each.is_file()), None)
    return None if found is None else _source(found, own)


def _same(told: dict, own: dict) -> bool:
    """By all but the name where there is a file: it is called otherwise in another project."""
    ignored = "name" if own["file"] else None
    return all(told[key] == own[key] for key in _IDENTITY if key != ignored)


def _count(layer) -> int | None:
    return layer.featureCount() if isinstance(layer, QgsVectorLayer) else None


def _path(layer) -> Path:
    return Path(
        QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())["path"]
    )


def _source(path: Path, own: dict) -> str:
    parts = {"path": str(path)}
    if own["table"]:
        parts["layerName"] = own["table"]
    if own["subset"]:
        parts["subset"] = own["subset"]
    return QgsProviderRegistry.instance().encodeUri(own["provider"], parts)


def part_of(layer, named: dict):
    """A source definition of those records of ``layer`` that were asked for; None for all.

    Where it was the selection, ``layer`` must be one that nobody else selects in. Raises ValueError
    for a selection of more records than there are.
    """
    if not {"selected", "filter", "limit"} & set(named):
        return None
    if "selected" in named:
        if sum(last - first + 1 for first, last in named["selected"]) > layer.featureCount():
            raise ValueError("selected")
        ids = [number for first, last in named["selected"] for number in range(first, last + 1)]
        layer.selectByIds(ids)
    part = QgsProcessingFeatureSourceDefinition(
        layer.id(), "selected" in named, named.get("limit", -1)
    )
    if "filter" in named:
        part.filterExpression = named["filter"]
    return part
