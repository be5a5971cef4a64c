"""``oltp:concentration``: how few streets or areas hold most of the incidents."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsWkbTypes,
)

from oltp_plugin.errors import AnalysisError
from oltp_plugin.layers.result import deliver
from oltp_plugin.local_format import decimal
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, progress
from ..features import FEW, write_rows
from ..inputs import check_weight
from .point_inputs import (
    last_parameters,
    point_parameters,
    reach_parameter,
    read_inside,
    read_units,
    too_far,
)

COLUMNS = ("least", "units", "share_units", "incidents", "share_incidents")


class Concentration(OltpAlgorithm):
    """The cumulative curve of incidents over units, units without any included."""

    NAME = "concentration"
    GROUP = "hot_spots"

    def title(self):
        return tr("Concentration of incidents")

    def initAlgorithm(self, configuration=None):
        kind = QgsProcessing.SourceType
        incidents, *others = point_parameters()
        for parameter in (
            incidents,
            QgsProcessingParameterFeatureSource(
                "UNITS",
                tr("Units (streets or areas)"),
                [kind.TypeVectorLine, kind.TypeVectorPolygon],
            ),
            reach_parameter(),
            *others,
            *last_parameters(),
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Concentration"), kind.TypeVector),
        ):
            self.addParameter(parameter)

    def work(self, parameters, context, feedback):
        from oltp_plugin.analysis.concentration import curve

        points, area = read_inside(self, parameters, context, feedback)
        source, units = read_units(self, parameters, "UNITS", context, feedback, points.crs, area)
        areas = (
            QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry
        )
        reach = None if areas else self.parameterAsDouble(parameters, "MAX_DISTANCE", context)
        n, left_out = _counted(points, units.geometries, reach, progress(feedback, 0.1, 0.9))
        used = len(points) - sum(left_out.values())
        if used < FEW:
            raise AnalysisError("too_few_for_shares", n=used, least=FEW)
        check_weight(self, parameters, context, n.sum())
        found = curve(n)
        no_crs = QgsCoordinateReferenceSystem()
        destination = write_rows(self, parameters, context, no_crs, None, _measures(found))
        card = self.card(parameters, context, points)
        card.used = used
        card.left_out.update(left_out)
        card.notes += [*units.notes(), *_sentences(found, n)]
        card.log(feedback)
        deliver(destination, context, "concentration", card)
        return {"OUTPUT": destination}


def _counted(points, units, reach, tick):
    """Incidents in each unit, and how many are in none, by reason. ``reach``: None for areas."""
    from oltp_plugin.analysis.assignment import OUTSIDE, assign
    from oltp_plugin.analysis.street_segments import snap

    if reach is None:
        unit = assign(units, points.x, points.y, tick)
        held = unit != OUTSIDE
        weights = None if points.weights is None else points.weights[held]
        n = np.bincount(unit[held], weights, len(units))
        return n, {tr("outside the units"): int(np.count_nonzero(~held))}
    snapped = snap(points.x, points.y, units, reach, points.weights, tick)
    return snapped.n, {too_far(reach): int(np.count_nonzero(np.isnan(snapped.distance)))}


def _measures(found) -> dict[str, np.ndarray]:
    """The curve's points; at its start no unit has been taken yet."""
    measures = {name: getattr(found, name) for name in COLUMNS}
    return {**measures, "least": np.append(np.nan, found.least[1:])}


def _sentences(found, n) -> list[str]:
    """What the curve says, and what chance alone would."""
    from oltp_plugin.analysis.concentration import by_chance, generalised_gini

    chance = by_chance(n.sum(), len(n))
    none = int(np.count_nonzero(n == 0))
    gini = generalised_gini(found.gini(), float(n.sum()), len(n))
    return [
        tr(
            "80 % of the incidents are in {units} % of the {all} units; {none} units have none. "
            "The 20 % of the units with most incidents hold {held} % of them."
        ).format(
            units=_percent(found.units_for(0.8)),
            all=len(n),
            none=none,
            held=_percent(found.held_by(0.2)),
        ),
        tr(
            "By chance alone, if every unit were as likely to have any of them, 80 % would be in "
            "{units} % of the units."
        ).format(units=_percent(chance.units_for(0.8))),
        tr(
            "Gini's index, corrected for few incidents: {gini} (0: all alike, 1: all in one)"
        ).format(gini=decimal(gini, 2)),
    ]


def _percent(share: float) -> str:
    return decimal(100 * share, 1)
