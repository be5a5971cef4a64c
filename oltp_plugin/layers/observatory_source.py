"""Whether a layer shows an observatory's incidents, and which of them count."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProviderRegistry, QgsVectorLayer

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.observatory.connection import reading
from oltp_plugin.observatory.opening import check, check_is_file

from .update_mode import source_file


def observatory_of(layer: QgsVectorLayer | None) -> Path | None:
    """The observatory whose incidents ``layer`` shows; None for any other layer."""
    path = None if layer is None else source_file(layer)
    if path is None or not path.is_file():
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    if parts.get("layerName") != "incident":
        return None
    try:
        check_is_file(path)
        check(path)
    except ObservatoryError:
        return None
    return path


def revealed_categories(path: Path) -> frozenset[str]:
    """Categories that count what a service did (checks, seizures), not what was suffered."""
    with reading(path) as connection:
        rows = connection.execute("SELECT code FROM category WHERE nature = 'revealed'")
        return frozenset(code for (code,) in rows)
