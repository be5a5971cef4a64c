"""The small map of step *Columns*: the town's outlines and where the first rows lie."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QColor


class MapPreview:
    """Draws on ``canvas``; its layers belong to no project."""

    def __init__(self, canvas: QgsMapCanvas):
        self._canvas = canvas
        self._layers: list[QgsMapLayer] = []
        self._outlines: QgsVectorLayer | None = None
        canvas.setCanvasColor(QColor("white"))
        canvas.enableAntiAliasing(True)

    def close(self) -> None:
        """Stop drawing: the canvas must not outlive the layers."""
        self._canvas.stopRendering()
        self._canvas.setLayers([])
        self._layers, self._outlines = [], None

    def show_town(self, path: Path, epsg: int) -> None:
        """Draw the territories of the observatory; of several levels the coarsest is on top."""
        crs = QgsCoordinateReferenceSystem.fromEpsgId(epsg)
        self._canvas.setDestinationCrs(crs)
        layer = QgsVectorLayer(f"{path}|layername=territory", "territory", "ogr")
        if layer.isValid():
            symbol = QgsFillSymbol.createSimple(
                {"style": "no", "outline_color": "150,150,150", "outline_width": "0.3"}
            )
            layer.renderer().setSymbol(symbol)
            self._outlines = layer
        self.show_points([], crs)

    def show_points(self, points: list[tuple[float, float]], crs) -> tuple[int, int]:
        """Draw ``points`` (x, y in ``crs``); how many lie in the town's box, and of how many."""
        layer = QgsVectorLayer("Point", "sample", "memory")
        layer.setCrs(self._canvas.mapSettings().destinationCrs())
        inside, placed = self._placed(points, crs)
        layer.dataProvider().addFeatures(placed)
        colours = {"color": "200,40,40", "outline_color": "white", "outline_width": "0.1"}
        layer.renderer().setSymbol(QgsMarkerSymbol.createSimple({**colours, "size": "1.3"}))
        self._layers = [each for each in (layer, self._outlines) if each is not None]
        self._canvas.setLayers(self._layers)
        box = self._town_box()
        layer.updateExtents()
        if box.isEmpty():
            box = layer.extent()
        if not box.isEmpty():
            self._canvas.setExtent(box.buffered(0.05 * max(box.width(), box.height())))
        self._canvas.refresh()
        return inside, len(points)

    def _town_box(self) -> QgsRectangle:
        return self._outlines.extent() if self._outlines is not None else QgsRectangle()

    def _placed(self, points, crs) -> tuple[int, list[QgsFeature]]:
        """The points as features of the map, and how many of them lie in the town's box."""
        to_map = QgsCoordinateTransform(
            crs, self._canvas.mapSettings().destinationCrs(), QgsProject.instance()
        )
        box, inside, features = self._town_box(), 0, []
        for x, y in points:
            try:
                point = to_map.transform(QgsPointXY(x, y))
            except QgsCsException:
                continue
            inside += box.isEmpty() or box.contains(point)
            feature = QgsFeature()
            feature.setGeometry(QgsGeometry.fromPointXY(point))
            features.append(feature)
        return inside, features
