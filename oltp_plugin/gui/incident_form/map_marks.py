"""What the map shows of the entry while it is typed, and the click that gives its point."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapToolEmitPoint, QgsRubberBand, QgsSnapIndicator, QgsVertexMarker
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

from oltp_plugin.gui.map_view import given_on
from oltp_plugin.observatory.cells import CELL

_COLOUR = QColor(214, 40, 40)
_FILL = QColor(214, 40, 40, 50)
# Metres around the point within which the incident may have been.
_REACH = {"address": 15, "street": 100, "stop": 30, "facility": 50}


class MapMarks:
    """A cross at the point, and around it what its precision leaves open."""

    def __init__(self, canvas, epsg: int):
        self._canvas = canvas
        self._crs = QgsCoordinateReferenceSystem.fromEpsgId(epsg)
        self._cross = QgsVertexMarker(canvas)
        self._cross.setColor(_COLOUR)
        self._cross.setIconType(QgsVertexMarker.IconType.ICON_CROSS)
        self._cross.setIconSize(16)
        self._cross.setPenWidth(3)
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._band.setColor(_COLOUR)
        self._band.setFillColor(_FILL)
        self._band.setWidth(2)
        self._cross.hide()

    def show_point(self, x: float, y: float, precision: str) -> None:
        """A point in the observatory's CRS."""
        self._cross.setCenter(self._to_map().transform(QgsPointXY(x, y)))
        self._cross.show()
        if precision == "cell":
            west, south = x // CELL * CELL, y // CELL * CELL
            shape = QgsGeometry.fromRect(QgsRectangle(west, south, west + CELL, south + CELL))
        else:
            point = QgsGeometry.fromPointXY(QgsPointXY(x, y))
            shape = point.buffer(_REACH.get(precision, 15), 16)
        self._band.setToGeometry(shape, self._crs)

    def show_area(self, wkb: bytes) -> None:
        """A territory, in the observatory's CRS."""
        shape = QgsGeometry()
        shape.fromWkb(wkb)
        self._cross.hide()
        self._band.setToGeometry(shape, self._crs)

    def clear(self) -> None:
        self._cross.hide()
        self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)

    def bring_into_view(self, x: float, y: float, form) -> None:
        """Move the map where the point is outside what it shows, or under the form."""
        canvas = self._canvas
        point = self._to_map().transform(QgsPointXY(x, y))
        pixel = canvas.getCoordinateTransform().transform(point)
        seen = canvas.mapToGlobal(QPoint(int(pixel.x()), int(pixel.y())))
        hidden = form.frameGeometry().contains(seen)
        if canvas.extent().contains(point) and not hidden:
            return
        # The middle of what the form leaves free of the map, to its right.
        left = canvas.mapFromGlobal(form.frameGeometry().topRight()).x()
        aside = max(0, min(left, canvas.width() - 100)) / 2 * canvas.mapUnitsPerPixel()
        canvas.setCenter(QgsPointXY(point.x() - aside, point.y()))
        canvas.refresh()

    def from_map(self, point: QgsPointXY) -> QgsPointXY | None:
        """A point of the map in the observatory's CRS; None where that is not valid."""
        own = given_on(self._canvas, QgsGeometry.fromPointXY(point), self._crs)
        return own.asPoint() if own is not None else None

    def remove(self) -> None:
        """Leave nothing on the map."""
        for mark in (self._cross, self._band):
            self._canvas.scene().removeItem(mark)

    def _to_map(self) -> QgsCoordinateTransform:
        return QgsCoordinateTransform(
            self._crs, self._canvas.mapSettings().destinationCrs(), QgsProject.instance()
        )


class PointTool(QgsMapToolEmitPoint):
    """Gives the point that is clicked, snapped as the project's snapping says."""

    clicked = pyqtSignal(object)  # a QgsPointXY in the map's CRS

    def __init__(self, canvas):
        super().__init__(canvas)
        self._indicator = QgsSnapIndicator(canvas)

    def canvasMoveEvent(self, event):
        event.snapPoint()
        self._indicator.setMatch(event.mapPointMatch())

    def canvasReleaseEvent(self, event):
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(QgsPointXY(event.snapPoint()))

    def deactivate(self):
        self._indicator.setVisible(False)
        super().deactivate()

    def remove(self) -> None:
        """Leave nothing on the map; not to be used any more.

        The indicator takes its mark from the map when it goes, which only the main thread may do.
        """
        self._indicator = None
        self.deleteLater()
