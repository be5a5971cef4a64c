"""A user's own style as the observatory's default, kept in the file by QGIS itself.

In QGIS's table ``layer_styles``, one for each kind of layer, known by its name.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from qgis.core import QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from oltp_plugin.errors import LayerError
from oltp_plugin.layers.result import ordinary_journal
from oltp_plugin.layers.update_mode import source_file
from oltp_plugin.layers.views import kinds
from oltp_plugin.observatory.connection import reading

_NAME = "oltp {role}"
_WHAT = (
    QgsMapLayer.StyleCategory.Symbology
    | QgsMapLayer.StyleCategory.Labeling
    | QgsMapLayer.StyleCategory.MapTips
    | QgsMapLayer.StyleCategory.Rendering
)


def keep(layer: QgsVectorLayer, role: str) -> None:
    """Make the style of ``layer`` the default of its role in its observatory's file.

    Raises LayerError ``style_not_saved``.
    """
    forget(layer, role)
    with ordinary_journal():
        failure = layer.saveStyleToDatabase(_name(role), "", False, "")
    if failure:
        raise LayerError("style_not_saved", reason=failure)


def forget(layer: QgsVectorLayer, role: str) -> None:
    """Back to the plugin's own style, from the next layer on."""
    _, ids, names, _, _ = layer.listStylesInDatabase()
    with ordinary_journal():
        for number, name in zip(ids, names):
            if name == _name(role):
                layer.deleteStyleFromDatabase(number)


def apply(layer: QgsVectorLayer, role: str) -> bool:
    """Give ``layer`` the observatory's default for ``role``; False where there is none."""
    path = source_file(layer)
    text = _kept(path, _name(role)) if path is not None else None
    document = QDomDocument()
    if text is None or not document.setContent(text)[0]:
        return False
    read, _ = layer.importNamedStyle(document, _WHAT)
    layer.triggerRepaint()
    return read


def _name(role: str) -> str:
    return _NAME.format(role=kinds.base(role))


def _kept(path: Path, name: str) -> str | None:
    with reading(path) as connection:
        try:
            row = connection.execute(
                "SELECT styleQML FROM layer_styles WHERE styleName = ? ORDER BY id DESC", (name,)
            ).fetchone()
        except sqlite3.OperationalError:  # no such table: nobody has kept one
            return None
    return row[0] if row else None
