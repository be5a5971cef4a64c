"""``oltp:spatialsummary``: the mean centre, the ellipse, and the nearest-neighbour index."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from oltp_plugin.errors import AnalysisError
from oltp_plugin.layers.result import deliver
from oltp_plugin.local_format import decimal
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, progress
from ..features import FEW, write_rows
from ..inputs import check_weight
from ..records import wants
from .point_inputs import last_parameters, point_parameters, read_inside

LEVEL = 0.05
LEAST_P = 1e-4  # below it, only that it is
LIGHTEST = 2  # the ellipse's divisor is the records' number or weight less 2
FLAT = 0.01  # metres: half an axis of places in a line, or of one place


class SpatialSummary(OltpAlgorithm):
    """Where the records are on average, how they spread, how close they stand."""

    NAME = "spatialsummary"
    GROUP = "hot_spots"

    def title(self):
        return tr("Spatial summary")

    def initAlgorithm(self, configuration=None):
        kind = QgsProcessing.SourceType
        sink = QgsProcessingParameterFeatureSink
        for parameter in (
            *point_parameters(),
            *last_parameters(),
            sink("OUTPUT", tr("Mean centre and ellipse"), kind.TypeVectorPolygon),
            sink("CENTRE", tr("Mean centre"), kind.TypeVectorPoint, None, True, False),
            sink("TABLE", tr("Nearest neighbours"), kind.TypeVector, None, True, True),
        ):
            self.addParameter(parameter)

    def work(self, parameters, context, feedback):
        import shapely

        from oltp_plugin.analysis.same_place import same_point
        from oltp_plugin.analysis.spatial_summary import ellipse, nearest_neighbours

        points, area = read_inside(self, parameters, context, feedback)
        if len(points) < FEW:
            raise AnalysisError("too_few_for_shares", n=len(points), least=FEW)
        n = len(points) if points.weights is None else float(points.weights.sum())
        check_weight(self, parameters, context, n, LIGHTEST)
        tick = progress(feedback)
        tick(0.3)
        found = ellipse(points.x, points.y, points.weights)
        _, one_each = np.unique(same_point(points.x, points.y), return_index=True)
        neighbours = []
        if area is not None:
            neighbours.append(nearest_neighbours(points.x, points.y, area))
            if len(one_each) >= FEW:
                tick(0.6)
                places = points.x[one_each], points.y[one_each]
                neighbours.append(nearest_neighbours(*places, area))
        drawn = shapely.polygons(found.outline()) if found.minor > FLAT else shapely.Polygon()
        card = self._card(parameters, context, points, found, len(one_each), neighbours)
        card.log(feedback)
        outputs = {
            "OUTPUT": ([drawn], _ellipse_fields(found, n), "spatial_summary"),
            "CENTRE": ([shapely.Point(found.x, found.y)], {"n": np.array([n])}, "mean_centre"),
            "TABLE": (None, _table(neighbours, area), "spatial_summary_table"),
        }
        results = {}
        for name, (shapes, measures, style) in outputs.items():
            if name != "OUTPUT" and not wants(parameters, name):
                continue
            kind = QgsWkbTypes.Type.Point if name == "CENTRE" else QgsWkbTypes.Type.MultiPolygon
            crs = QgsCoordinateReferenceSystem() if shapes is None else points.crs
            results[name] = write_rows(
                self, parameters, context, crs, shapes, measures, name=name, kind=kind
            )
            deliver(results[name], context, style, card)
        return results

    def _card(self, parameters, context, points, found, places, neighbours):
        card = self.card(parameters, context, points)
        card.notes.append(
            tr(
                "Ellipse: half axes of {major} m and {minor} m (CrimeStat's convention: √2 "
                "standard deviations, divisor n − 2), the long one at {rotation}° from north."
            ).format(
                major=round(found.major), minor=round(found.minor), rotation=round(found.rotation)
            )
            if found.major > FLAT
            else tr("All records stand at one and the same point: there is no ellipse.")
        )
        stacked = len(points) - places
        if stacked:
            card.warnings.append(
                tr(
                    "{n} of {all} records stand exactly where another one does: they drive the "
                    "index towards 0. The line of the different places is without them."
                ).format(n=stacked, all=len(points))
            )
        if not neighbours:
            card.notes.append(
                tr(
                    "Without a study area there is no nearest-neighbour index: its value depends "
                    "on that area."
                )
            )
        for each, what in zip(neighbours, _kinds()):
            card.notes.append(_verdict(what, each))
        return card


def _kinds() -> list[str]:
    return [tr("All records"), tr("Different places")]


def _verdict(what: str, neighbours) -> str:
    if neighbours.p_edge > LEVEL:
        said = tr("{what}: index {nni}, no different from chance (p {p}).")
    elif neighbours.z_edge < 0:
        said = tr("{what}: index {nni}, closer together than by chance (p {p}).")
    else:
        said = tr("{what}: index {nni}, farther apart than by chance (p {p}).")
    small = neighbours.p_edge < LEAST_P
    p = ("< " if small else "= ") + decimal(float(f"{max(neighbours.p_edge, LEAST_P):.2g}"))
    return said.format(what=what, nni=decimal(neighbours.nni, 2), p=p)


def _ellipse_fields(found, n) -> dict[str, np.ndarray]:
    measures = {
        "n": n,
        "mean_x": found.x,
        "mean_y": found.y,
        "major": found.major,
        "minor": found.minor,
        "rotation": found.rotation,
        "area": found.area,
    }
    return {name: np.array([value]) for name, value in measures.items()}


def _table(neighbours, area) -> dict[str, np.ndarray]:
    import shapely

    rows = len(neighbours)
    size = np.nan if area is None else shapely.area(area) / 1e6
    measures = {
        "what": np.array(_kinds()[:rows], dtype=object),
        "n": np.array([each.n for each in neighbours], dtype=np.int64),
        "area_km2": np.full(rows, size),
    }
    names = {"mean_distance": "mean", "expected_distance": "expected"}
    for field in ("mean_distance", "expected_distance", "nni", "z", "p", "z_edge", "p_edge"):
        values = [getattr(each, names.get(field, field)) for each in neighbours]
        measures[field] = np.array(values, dtype=float)
    return measures
