"""What QGIS's identify results and attribute table offer for a row of one of our layers."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsGui, QgsMapLayerAction
from qgis.PyQt.QtCore import QObject


class LayerAction(QgsMapLayerAction):
    """``slot(feature)``, offered for the layers of ``current`` that have one of ``roles``."""

    def __init__(self, text: str, roles: tuple[str, ...], current, slot: Callable, parent: QObject):
        super().__init__(text, parent, QgsMapLayerAction.Target.SingleFeature)
        self._roles, self._current = roles, current
        self.triggeredForFeature.connect(lambda _layer, feature: slot(feature))
        QgsGui.mapLayerActionRegistry().addMapLayerAction(self)

    def canRunUsingLayer(self, layer, *_context):  # noqa: N802 - Qt name
        own = filter(None, map(self._current.layer, self._roles))
        return layer is not None and layer.id() in {each.id() for each in own}

    def end(self) -> None:
        """QGIS offers it no longer."""
        QgsGui.mapLayerActionRegistry().removeMapLayerAction(self)
