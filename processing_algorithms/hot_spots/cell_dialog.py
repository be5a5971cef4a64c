"""QGIS's own dialog for an algorithm on cells, with a line that says how many cells that makes."""

from __future__ import annotations

import math

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProject,
)
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QLabel

from oltp_plugin.layers.observatory_source import observatory_of
from oltp_plugin.local_format import number
from oltp_plugin.observatory import territories
from oltp_plugin.observatory.opening import check
from oltp_plugin.translation import tr

from .cell_map import HEXAGON, INSEE

MOST_POLYGONS = 200  # of a study area that are measured while the user types; else its extent
PATIENCE = 250  # milliseconds after the last key


class ShowsCells:
    """An algorithm with CELL_SIZE, whose dialog says how many cells there will be."""

    def createCustomParametersWidget(self, parent):  # noqa: N802 - QGIS's name
        from processing.gui.AlgorithmDialog import AlgorithmDialog

        dialog = AlgorithmDialog(self, parent=parent)
        wrappers = getattr(dialog.mainWidget(), "wrappers", {})
        if "CELL_SIZE" in wrappers:
            dialog.cell_count = CellCount(self, wrappers)
        return dialog


class CellCount(QLabel):
    """The number of cells, below the field of their size."""

    def __init__(self, algorithm, wrappers: dict):
        super().__init__()
        self.setObjectName("oltpCellCount")
        self.setWordWrap(True)
        self._algorithm, self._wrappers = algorithm, wrappers
        self._measured: tuple = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        for name in ("INPUT", "STUDY_AREA", "CELL_SIZE", "SHAPE", "GRID"):
            if name in wrappers:
                wrappers[name].widgetValueHasChanged.connect(lambda *_: self._timer.start(PATIENCE))
        field = wrappers["CELL_SIZE"].wrappedWidget()
        layout = field.parentWidget().layout() if field.parentWidget() else None
        if layout is not None:
            layout.insertWidget(layout.indexOf(field) + 1, self)
        self._timer.start(0)

    def refresh(self) -> None:
        """Say it for what is chosen now."""
        values = {name: each.parameterValue() for name, each in self._wrappers.items()}
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        if values.get("GRID"):
            self.setText(tr("The cells are the polygons chosen below."))
            return
        chosen = str(values.get("INPUT")), str(values.get("STUDY_AREA"))
        if self._measured[:1] != (chosen,):
            self._measured = chosen, _surface(self._algorithm, values, context)
        shape = self._algorithm.parameterAsEnum(values, "SHAPE", context)
        size = self._algorithm.parameterAsDouble(values, "CELL_SIZE", context)
        self.setText(_told(self._measured[1], shape, size))


def _told(surface: float, shape: int, size: float) -> str:
    if not surface or size <= 0:
        return tr("With a study area, the number of cells is said here.")
    cell = {HEXAGON: math.sqrt(3) / 2 * size**2, INSEE: 200.0**2}.get(shape, size**2)
    count = max(1, surface / cell)
    digits = 10 ** max(0, math.floor(math.log10(count)) - 1)
    about = number(round(count / digits) * digits)
    if count > 1_000_000:
        return tr("About {n} cells, more than can be tested: choose larger ones.").format(n=about)
    if count > 200_000:
        return tr("About {n} cells: they take long to draw and to save.").format(n=about)
    return tr("About {n} cells.").format(n=about)


def _surface(algorithm, values: dict, context) -> float:
    """m² of the study area, or of the observatory's commune; 0 where neither is known."""
    measure = QgsDistanceArea()
    if values.get("STUDY_AREA"):
        source = algorithm.parameterAsSource(values, "STUDY_AREA", context)
        if source is None:
            return 0.0
        _measure_in(measure, source.sourceCrs(), context)
        if source.featureCount() > MOST_POLYGONS:
            return measure.measureArea(QgsGeometry.fromRect(source.sourceExtent()))
        request = QgsFeatureRequest().setSubsetOfAttributes([])
        return sum(measure.measureArea(row.geometry()) for row in source.getFeatures(request))
    layer = algorithm.parameterAsVectorLayer(values, "INPUT", context)
    observatory = None if layer is None else observatory_of(layer)
    if observatory is None:
        return 0.0
    crs = QgsCoordinateReferenceSystem(f"EPSG:{check(observatory).epsg}")
    _measure_in(measure, crs, context)
    surface = 0.0
    for encoded in territories.study_area(observatory):
        geometry = QgsGeometry()
        geometry.fromWkb(encoded)
        surface += measure.measureArea(geometry)
    return surface


def _measure_in(measure: QgsDistanceArea, crs, context) -> None:
    """On the plane where the system is in metres, as the cells are; else on the ellipsoid."""
    measure.setSourceCrs(crs, context.transformContext())
    if crs.isGeographic():
        measure.setEllipsoid(crs.ellipsoidAcronym())
