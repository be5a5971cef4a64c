"""Layers of an observatory made beside the window: opening its file takes a while each time.

As the toolbox does, a layer is made whole in another thread and then handed to QGIS's own.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from .field_widgets import Lookup
from .update_mode import layers_of

ROLE = "oltp/role"  # on a layer: which of the observatory's layers it is
_LISTS = ("partner", "category", "place_kind")  # a list's role is its table's name, unless
_LIST_OF = "lookup:"  # the table has layers of its own


class LayerMaker:
    """Opens tables of the observatory ``path``.

    It is made in the main thread, where the project is; then one other thread may use it.
    ``roles``: of the layers that the project has already.
    """

    def __init__(self, path: Path, project: QgsProject):
        self.path = path
        self._options = QgsVectorLayer.LayerOptions(project.transformContext())
        known = {layer.customProperty(ROLE, ""): layer for layer in layers_of(path, project)}
        self.roles = set(known)
        self._lists = {
            role: Lookup.of(layer)
            for role, layer in known.items()
            if role in _LISTS or role.startswith(_LIST_OF)
        }
        self._new: list[QgsVectorLayer] = []

    def open(self, source: str, name: str, role: str) -> QgsVectorLayer:
        """A layer of ``source``, an OGR URI."""
        layer = QgsVectorLayer(source, name, "ogr", self._options)
        layer.setCustomProperty(ROLE, role)
        return layer

    def lookup(self, table: str) -> Lookup:
        """A code list of the observatory, which will be in the project but in no list of layers."""
        role = table if table in _LISTS else f"{_LIST_OF}{table}"
        if role not in self._lists:
            layer = self.open(f"{self.path}|layername={table}", table, role)
            layer.setFlags(layer.flags() | QgsMapLayer.LayerFlag.Private)
            self._new.append(layer)
            self._lists[role] = Lookup.of(layer)
        return self._lists[role]

    def hand_over(self, *layers: QgsVectorLayer) -> None:
        """Give ``layers``, and the lists that they need, to the main thread."""
        main = QCoreApplication.instance().thread()
        for layer in (*layers, *self._new):
            layer.moveToThread(main)

    def add_lists(self, project: QgsProject) -> None:
        """Put new lists into the project, before the layers that pick from them."""
        project.addMapLayers(self._new, False)
        self._new = []
