"""A point or an area given on the map, in the observatory's coordinate system."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
    QgsWkbTypes,
)
from qgis.gui import QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

from oltp_plugin.gui.incident_form.map_marks import PointTool
from oltp_plugin.gui.map_loan import MapLoan
from oltp_plugin.gui.map_view import given_on

_COLOUR = QColor(200, 30, 40)
_FILL = QColor(200, 30, 40, 50)
_POINT = QgsWkbTypes.GeometryType.PointGeometry
_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry


class AreaTool(QgsMapTool):
    """Click the corners; a right click or Enter ends, Backspace takes a corner back."""

    drawn = pyqtSignal(object)  # a polygon in the map's CRS

    def __init__(self, canvas):
        super().__init__(canvas)
        self._corners: list[QgsPointXY] = []
        self._band = QgsRubberBand(canvas, _POLYGON)
        self._band.setColor(_COLOUR)
        self._band.setFillColor(_FILL)
        self._band.setWidth(2)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasReleaseEvent(self, event):
        if event.button() == Qt.MouseButton.RightButton:
            self._end()
            return
        self._corners.append(self.toMapCoordinates(event.pos()))
        self._show(None)

    def canvasMoveEvent(self, event):
        if self._corners:
            self._show(self.toMapCoordinates(event.pos()))

    def keyPressEvent(self, event):
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end()
        elif event.key() == Qt.Key.Key_Backspace and self._corners:
            self._corners.pop()
            self._show(None)
            event.ignore()  # or QGIS takes it for deleting what is selected
        elif event.key() == Qt.Key.Key_Escape:
            self._clear()

    def deactivate(self):
        self._clear()
        super().deactivate()

    def remove(self) -> None:
        """Leave nothing on the map; not to be used any more."""
        self.canvas().scene().removeItem(self._band)
        self.deleteLater()

    def _end(self) -> None:
        polygon = QgsGeometry.fromPolygonXY([self._corners])
        if len(self._corners) > 2 and polygon.area() > 0:
            self.drawn.emit(polygon.makeValid())
        self._clear()

    def _clear(self) -> None:
        self._corners = []
        self._band.reset(_POLYGON)

    def _show(self, pointer: QgsPointXY | None) -> None:
        corners = self._corners + ([pointer] if pointer is not None else [])
        self._band.setToGeometry(QgsGeometry.fromPolygonXY([corners]), None)


class MapPlace(QObject):
    """The place that a window asks for: its buttons, its tools, and its mark on the map."""

    changed = pyqtSignal()

    def __init__(self, canvas, epsg: int, point_button, area_button=None, parent=None):
        super().__init__(parent)
        self._canvas = canvas
        self._crs = QgsCoordinateReferenceSystem.fromEpsgId(epsg)
        self._map = MapLoan(canvas)
        self.geometry: QgsGeometry | None = None
        self._band = QgsRubberBand(canvas, _POLYGON)
        self._tools: dict = {}
        self._add_tool(point_button, PointTool(canvas))
        self._tools[point_button].clicked.connect(
            lambda point: self._take(QgsGeometry.fromPointXY(point))
        )
        if area_button is not None:
            self._add_tool(area_button, AreaTool(canvas))
            self._tools[area_button].drawn.connect(self._take)

    def show(self, geometry: QgsGeometry | None) -> None:
        """A geometry in the observatory's CRS."""
        self.geometry = geometry
        self._band.reset(_POINT if self._is_point() else _POLYGON)
        self._band.setColor(_COLOUR)
        self._band.setFillColor(_FILL)
        self._band.setWidth(3)
        self._band.setIconSize(12)
        if geometry is not None:
            self._band.setToGeometry(geometry, self._crs)
        self.changed.emit()

    @property
    def wkb(self) -> bytes | None:
        return None if self.geometry is None else bytes(self.geometry.asWkb())

    def remove(self) -> None:
        """Leave the map as it was."""
        self._map.give_back()
        for tool in self._tools.values():
            tool.remove()
        self._canvas.scene().removeItem(self._band)

    def _is_point(self) -> bool:
        return self.geometry is not None and self.geometry.type() == _POINT

    def _add_tool(self, button, tool) -> None:
        self._tools[button] = tool
        button.clicked.connect(lambda on, tool=tool: self._use(tool, on))
        tool.activated.connect(lambda: button.setChecked(True))
        tool.deactivated.connect(lambda: button.setChecked(False))

    def _use(self, tool, wanted: bool) -> None:
        if wanted:
            self._map.take(tool)
            self._canvas.setFocus()
        else:
            self._map.give_back()

    def _take(self, geometry: QgsGeometry) -> None:
        own = given_on(self._canvas, geometry, self._crs)
        if own is not None:
            self.show(own)
            self._map.give_back()
