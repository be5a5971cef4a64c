"""The style of the layer that is current, for the whole observatory."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu

from oltp_plugin.errors import OltpError
from oltp_plugin.layers import observatory_group
from oltp_plugin.layers.observatory_group import ROLE
from oltp_plugin.layers.views import own_style
from oltp_plugin.translation import tr


class StyleActions(QObject):
    """Two entries of the menu of views; for a layer of the observatory's group only."""

    failed = pyqtSignal(object)  # an exception
    done = pyqtSignal(str)  # a sentence

    def __init__(self, menu: QMenu, iface, current, parent: QObject):
        super().__init__(parent)
        self._iface, self._current = iface, current
        self._keep = menu.addAction("", self.keep)
        self._keep.setObjectName("keepStyle")
        self._forget = menu.addAction("", self.forget)
        self._forget.setObjectName("forgetStyle")
        menu.aboutToShow.connect(self._name_layer)

    def keep(self) -> None:
        """Every layer of this kind that is added from now on looks like the current one."""
        layer = self._layer()
        self._do(
            lambda: own_style.keep(layer, layer.customProperty(ROLE)),
            tr("The style of “{layer}” is this observatory's default from now on."),
        )

    def forget(self) -> None:
        layer = self._layer()
        self._do(
            lambda: own_style.forget(layer, layer.customProperty(ROLE)),
            tr("“{layer}” has the plugin's style when it is added again."),
        )

    def _do(self, action, said: str) -> None:
        name = self._layer().name()
        try:
            action()
        except OltpError as error:
            self.failed.emit(error)
        else:
            self.done.emit(said.format(layer=name))

    def _name_layer(self) -> None:
        layer = self._layer()
        name = layer.name().replace("&", "&&") if layer is not None else "…"
        self._keep.setText(tr("Make the style of “{layer}” the default").format(layer=name))
        self._forget.setText(tr("Give “{layer}” back the plugin's style").format(layer=name))
        for action in (self._keep, self._forget):
            action.setEnabled(layer is not None)

    def _layer(self):
        """The current layer, where it is one of the observatory's."""
        layer, path = self._iface.activeLayer(), self._current.path
        if layer is None or path is None or not layer.customProperty(ROLE, ""):
            return None
        group = observatory_group.find_group(path, QgsProject.instance())
        return layer if group is not None and group.findLayer(layer.id()) else None
