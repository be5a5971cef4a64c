"""A click on the map that chooses an incident; of several at one place, a menu asks which."""

from __future__ import annotations

from qgis.core import QgsVectorLayer, QgsVectorLayerUtils
from qgis.gui import QgsMapToolIdentify
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu

from oltp_plugin.layers.moments import moment_words
from oltp_plugin.local_format import number
from oltp_plugin.translation import tr

_MOST = 25  # listed at one place


class IncidentPicker(QgsMapToolIdentify):
    """``picked(feature)``, ``missed()``: nothing lies there, ``left()``: the user gave it up."""

    picked = pyqtSignal(object)
    missed = pyqtSignal()
    left = pyqtSignal()

    def __init__(self, canvas, layer: QgsVectorLayer):
        super().__init__(canvas)
        self.layer = layer
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasReleaseEvent(self, event):
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if sip.isdeleted(self.layer):
            self.left.emit()
            return
        mode = QgsMapToolIdentify.IdentifyMode.TopDownAll
        found = self.identify(event.pos().x(), event.pos().y(), [self.layer], mode)
        features = [each.mFeature for each in found]
        features.sort(key=lambda each: str(each["occurred_from"]), reverse=True)
        if not features:
            self.missed.emit()
        elif len(features) == 1:
            self.picked.emit(features[0])
        else:
            self._ask(features, self.canvas().mapToGlobal(event.pos()))

    def keyPressEvent(self, event):
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()

    def _ask(self, features: list, position) -> None:
        menu = QMenu(self.canvas())
        menu.setObjectName("oltpWhichIncident")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for feature in features[:_MOST]:
            words = QgsVectorLayerUtils.getFeatureDisplayString(self.layer, feature)
            moment = str(feature["occurred_from"])
            words = words.replace(moment, moment_words(moment))
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, each=feature: self.picked.emit(each))
        if len(features) > _MOST:
            more = tr("{n} more: the attribute table lists them all")
            menu.addAction(more.format(n=number(len(features) - _MOST))).setEnabled(False)
        menu.popup(position)
