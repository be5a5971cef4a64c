"""Which observatory a layer comes from."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProviderRegistry, QgsVectorLayer

from oltp_plugin.errors import ObservatoryError

from .update_mode import source_file


def observatory_of(layer, sure: bool = False) -> Path | None:
    """The observatory that ``layer`` reads, None for any other layer.

    ``sure``: raise ``ObservatoryError`` where a file may be one and cannot be asked: it has gone,
    is being written, or is of a newer version. Else that is None, too.
    """
    path = source_file(layer)
    if path is None or path.suffix.lower() != ".gpkg":
        return None
    from oltp_plugin.observatory import opening

    try:
        opening.check_is_file(path)
        opening.check(path)
    except ObservatoryError as error:
        if sure and error.code != "not_an_observatory":
            raise
        return None
    return path


def source_with(layer: QgsVectorLayer, condition: str) -> str:
    """The source of an OGR ``layer`` with ``condition`` instead of its own.

    As a part of the source: set afterwards as a subset string, QGIS leaves the file in WAL mode,
    which breaks it on a network share and keeps others from opening it.
    """
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri("ogr", layer.source())
    return registry.encodeUri("ogr", {**parts, "subset": condition})
