"""Incidents counted in cells: the parameters, the reading and the result layer of such a map."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsField,
    QgsProcessing,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from oltp_plugin.errors import AnalysisError, LayerError
from oltp_plugin.layers.times import moments
from oltp_plugin.local_format import decimal
from oltp_plugin.translation import tr

from ..base import optional, progress
from ..features import carried_fields, read_shapes, write_rows
from ..inputs import Incidents, united

SQUARE, HEXAGON, INSEE = range(3)  # for ever
INSEE_FIELD = "idcar_200m"  # the name that INSEE's own files give it


def cell_parameters(size: float = 100):
    """CELL_SIZE, SHAPE and GRID."""
    shapes = [tr("Squares"), tr("Hexagons"), tr("INSEE's 200 m squares (EPSG:3035)")]
    return (
        optional(
            QgsProcessingParameterDistance(
                "CELL_SIZE", tr("Cell size"), size, parentParameterName="INPUT", minValue=0.001
            )
        ),
        optional(QgsProcessingParameterEnum("SHAPE", tr("Cells"), shapes, defaultValue=SQUARE)),
        optional(
            QgsProcessingParameterFeatureSource(
                "GRID",
                tr("Polygons to use instead of such cells"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
            )
        ),
    )


@dataclass
class CellMap:
    """The records of a study area, counted in cells.

    ``cells``: ``analysis.cells.Cells``, in the CRS of ``points``. ``position``: the cell of each
    record, -1 outside the study area. ``n``: the weight in each cell. ``carried``, ``rows``: the
    fields and values of each cell that come from the given polygons.
    """

    cells: object
    points: Incidents
    position: np.ndarray
    n: np.ndarray
    carried: list[QgsField]
    rows: list[list] | None
    notes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def check_testable(self) -> None:
        """Raise ``AnalysisError`` where no cell has a neighbour to be tested with."""
        if not self.cells.testable.any():
            raise AnalysisError("no_testable_cells")

    def dated(self, field: str) -> np.ndarray:
        """The records' times (datetime64[s]); those without one are left out, of ``n`` too."""
        known = ~np.isnat(moments(self.points.fields[field], field))
        times = self.points.dated(field)
        self.position = self.position[known]
        self.n = self.cells.sums(self.position, self.points.weights)
        return times

    def card(self, algorithm, parameters, context):
        """The run card of a result made from this map."""
        card = algorithm.card(parameters, context, self.points)
        card.used = int(np.count_nonzero(self.position >= 0))
        card.left_out[tr("outside the study area")] = len(self.points) - card.used
        card.notes += self.notes
        card.warnings += self.warnings
        return card

    def write(self, algorithm, parameters, context, feedback, measures, name="OUTPUT") -> str:
        """One polygon a cell, with ``measures`` as ``features.write_rows``, into the sink."""
        return write_rows(
            algorithm,
            parameters,
            context,
            self.points.crs,
            self.cells.geometry,
            measures,
            self.carried,
            self.rows,
            name,
            progress(feedback, 0.8, 1.0),
        )


def read_cell_map(algorithm, parameters, context, feedback, fields=(), revealed=True) -> CellMap:
    """INPUT counted in the cells that CELL_SIZE, SHAPE, GRID and STUDY_AREA describe.

    ``fields`` of the records are read too, into ``points.fields``. Raises ``AnalysisError`` and
    ``LayerError`` for what cannot be counted so; without a study area there is no test.
    """
    shape = algorithm.parameterAsEnum(parameters, "SHAPE", context)
    given = parameters.get("GRID") not in (None, "")
    crs = QgsCoordinateReferenceSystem("EPSG:3035") if shape == INSEE and not given else None
    points = algorithm.points(
        parameters, "INPUT", context, feedback, "WEIGHT_FIELD", crs, fields, revealed
    )
    if not len(points):
        raise AnalysisError("no_located_points")
    area = algorithm.study_area(parameters, points, context, feedback)
    if given:
        cells, carried, rows, notes, warnings = _given(
            algorithm, parameters, points, area, context, feedback
        )
    else:
        if area is None:
            raise LayerError("no_study_area")
        size = algorithm.parameterAsDouble(parameters, "CELL_SIZE", context)
        cells, carried, rows, notes = _lattice(shape, size, area)
        warnings = []
    position = cells.assign(points.x, points.y, progress(feedback, 0.1, 0.2))
    if not (position >= 0).any():
        raise AnalysisError("study_area_misses_points")
    if not given:
        notes.append(_proposed(int((position >= 0).sum()), float(cells.area.sum())))
    notes.append(_testable(cells))
    if len(cells) > _many():
        warnings.append(
            tr("{n} cells are many to draw and to save: larger cells show as much.").format(
                n=len(cells)
            )
        )
    n = cells.sums(position, points.weights)
    return CellMap(cells, points, position, n, carried, rows, notes, warnings)


def _many() -> int:
    from oltp_plugin.analysis.cells import MANY_CELLS

    return MANY_CELLS


def _lattice(shape: int, size: float, area):
    from oltp_plugin.analysis.cells import INSEE_SIZE, hexagon_cells, square_cells

    if shape == HEXAGON:
        cells = hexagon_cells(area, size)
        told = tr("Cells: {n} hexagons, {size} m from side to side.")
    else:
        size = INSEE_SIZE if shape == INSEE else size
        cells = square_cells(area, size)
        told = tr("Cells: {n} squares of {size} m.")
    carried, rows = [], None
    if shape == INSEE:
        carried = [QgsField(INSEE_FIELD, QVariant.String)]
        rows = [[name] for name in cells.names()]
    return cells, carried, rows, [told.format(n=len(cells), size=decimal(size))]


def _given(algorithm, parameters, points, area, context, feedback):
    from oltp_plugin.analysis.cells import GivenCells

    source = algorithm.source(parameters, "GRID", context)
    if QgsWkbTypes.geometryType(source.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise LayerError("not_polygons", layer=source.sourceName())
    transform = QgsCoordinateTransform(source.sourceCrs(), points.crs, context.transformContext())
    shapes = read_shapes(source, feedback, transform)
    if not shapes.features:
        raise LayerError("no_polygons", layer=source.sourceName())
    notes, warnings = shapes.notes(), []
    if area is None:
        area = united(shapes.geometries)
        warnings.append(
            tr(
                "Without a study area the given polygons are it: records outside them do not "
                "exist for this map."
            )
        )
    cells = GivenCells(shapes.geometries, area)
    if cells.overlapping:
        warnings.append(
            tr(
                "The given polygons overlap: a record where they do counts in the first of them "
                "only."
            )
        )
    layer = algorithm.parameterAsVectorLayer(parameters, "GRID", context)
    fields = carried_fields(source, layer)
    rows = [[shapes.features[kept].attribute(index) for index in fields] for kept in cells.kept]
    notes.append(tr("Cells: {n} given polygons.").format(n=len(cells)))
    return cells, [source.fields().at(index) for index in fields], rows, notes, warnings


def _proposed(count: int, surface: float) -> str:
    """What cell size the records suggest, and why."""
    from oltp_plugin.analysis.proposals import LARGEST, SMALLEST, cell_size, quadrat

    exact = quadrat(count, surface)
    if not SMALLEST <= exact <= LARGEST:
        return tr(
            "To start from, cells of {size} m: √(2 A / n) of these records, {exact} m, is outside "
            "of what makes sense (50 to 1,000 m)."
        ).format(size=decimal(cell_size(count, surface)), exact=f"{exact:.0f}")
    return tr(
        "To start from, these records suggest cells of {size} m: each then holds 2 of them on "
        "average, √(2 A / n)."
    ).format(size=decimal(cell_size(count, surface)))


def _testable(cells) -> str:
    return tr(
        "Cells that can be tested: {n}; less than half inside the study area, or without a "
        "neighbour: {others}"
    ).format(n=int(cells.testable.sum()), others=int((~cells.testable).sum()))
