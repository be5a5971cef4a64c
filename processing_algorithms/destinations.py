"""Where results go: never over what the run reads, and never over an observatory."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsDataSourceUri,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFileDestination,
    QgsProperty,
    QgsProviderRegistry,
)

from oltp_plugin.errors import LayerError, ObservatoryError
from oltp_plugin.observatory import opening

from .recipe import LAYER_TYPES, input_layer


def check(algorithm, parameters, context) -> None:
    """Look at every output before anything is done.

    Raises LayerError ``output_is_input``, ``output_is_observatory``.
    """
    inputs = None
    for definition in algorithm.destinationParameterDefinitions():
        path, table = _destination(parameters.get(definition.name()), context)
        if path is None:
            continue
        # A file destination has a check of its own for what it makes (an observatory).
        is_layer = not isinstance(definition, QgsProcessingParameterFileDestination)
        if is_layer and _is_observatory(path):
            raise LayerError("output_is_observatory", file=path.name)
        if inputs is None:
            inputs = list(_inputs(algorithm, parameters, context))
        for read, its_table in inputs:
            beside = table and its_table and table != its_table
            if read is not None and not beside and path.samefile(read):
                raise LayerError("output_is_input", file=path.name)


def check_table(value, context) -> None:
    """Refuse to write a table into a file that would lose it: LayerError ``no_tables_there``."""
    ending = Path(_asked(value, context)).suffix.lower()
    if ending in (".shp", ".fgb"):
        raise LayerError("no_tables_there", ending=ending)


def _asked(value, context) -> str:
    """What an output was given, as text."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value = value.valueAsString(context.expressionContext())[0]
    return str(value or "")


def _destination(value, context) -> tuple[Path | None, str]:
    """The existing file that an output would replace, and the table where it is only that."""
    text, table = _asked(value, context), ""
    if text.startswith("ogr:"):
        uri = QgsDataSourceUri(text[len("ogr:") :])
        text, table = uri.database(), uri.table()
    return _file(text), table


def _inputs(algorithm, parameters, context):
    """File (None where there is none) and table (empty where it is not said) of all inputs."""
    for definition in algorithm.parameterDefinitions():
        name, kind = definition.name(), definition.type()
        if kind == "file":
            yield _file(algorithm.parameterAsFile(parameters, name, context)), ""
        elif kind in LAYER_TYPES and parameters.get(name):
            yield _source(input_layer(algorithm, definition, parameters, context))
        elif kind == "multilayer":
            yield from map(_source, algorithm.parameterAsLayerList(parameters, name, context))


def _source(layer) -> tuple[Path | None, str]:
    if layer is None:
        return None, ""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return _file(parts.get("path") or ""), parts.get("layerName") or ""


def _file(text: str) -> Path | None:
    """The file of that name where there is one."""
    try:
        return Path(text) if text and Path(text).is_file() else None
    except OSError:  # too long to be a name
        return None


def _is_observatory(path: Path) -> bool:
    try:
        opening.check_is_file(path)
        opening.check(path)
    except ObservatoryError as error:
        return error.code == "newer_schema"
    return True
