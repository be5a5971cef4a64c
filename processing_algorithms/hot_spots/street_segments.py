"""``oltp:streetsegments``: incidents on the streets where they happened."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsWkbTypes,
)

from oltp_plugin.layers.result import deliver
from oltp_plugin.local_format import decimal
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, progress
from ..features import carried_fields, write_rows
from ..records import carried_rows, fields_to_carry, wants
from .point_inputs import (
    last_parameters,
    point_parameters,
    reach_parameter,
    read_inside,
    read_units,
    too_far,
)

ENOUGH_ON_STREETS = 0.85


class StreetSegments(OltpAlgorithm):
    """Counts by street segment, per 100 m, with the cumulated share."""

    NAME = "streetsegments"
    GROUP = "hot_spots"

    def title(self):
        return tr("Incidents by street segment")

    def initAlgorithm(self, configuration=None):
        kind = QgsProcessing.SourceType
        incidents, *others = point_parameters()
        for parameter in (
            incidents,
            QgsProcessingParameterFeatureSource(
                "STREETS", tr("Streets (lines)"), [kind.TypeVectorLine]
            ),
            reach_parameter(),
            *others,
            *last_parameters(),
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Incidents by street segment"), kind.TypeVectorLine
            ),
            QgsProcessingParameterFeatureSink(
                "REJECTED",
                tr("Incidents too far from any street"),
                kind.TypeVectorPoint,
                optional=True,
                createByDefault=False,
            ),
        ):
            self.addParameter(parameter)

    def work(self, parameters, context, feedback):
        import shapely

        from oltp_plugin.analysis.street_segments import cumulated_share, per_100m, snap

        reach = self.parameterAsDouble(parameters, "MAX_DISTANCE", context)
        fields = fields_to_carry(self, parameters, "INPUT", context)
        fields = fields if wants(parameters, "REJECTED") else []
        points, area = read_inside(
            self, parameters, context, feedback, [field.name() for field in fields]
        )
        source, streets = read_units(
            self, parameters, "STREETS", context, feedback, points.crs, area
        )
        kept = carried_fields(source, self.parameterAsVectorLayer(parameters, "STREETS", context))
        snapped = snap(
            points.x,
            points.y,
            streets.geometries,
            reach,
            points.weights,
            progress(feedback, 0.1, 0.8),
        )
        length = shapely.length(streets.geometries)
        destination = write_rows(
            self,
            parameters,
            context,
            points.crs,
            streets.geometries,
            {
                "n": snapped.n,
                "length": length,
                "per_100m": per_100m(snapped.n, length),
                "share_cumulated": cumulated_share(snapped.n),
            },
            [source.fields().at(index) for index in kept],
            [[street.attribute(index) for index in kept] for street in streets.features],
            tick=progress(feedback, 0.8, 1.0),
            kind=QgsWkbTypes.Type.MultiLineString,
        )
        card = self._card(parameters, context, points, streets, snapped, reach)
        card.log(feedback)
        deliver(destination, context, "street_segments", card)
        results = {"OUTPUT": destination}
        if wants(parameters, "REJECTED"):
            results["REJECTED"] = self._write_rejected(
                parameters, context, points, streets.geometries, snapped, fields
            )
            deliver(results["REJECTED"], context, "street_rejected", card)
        return results

    def _write_rejected(self, parameters, context, points, streets, snapped, fields) -> str:
        import shapely

        far = np.isnan(snapped.distance)
        places = shapely.points(points.x[far], points.y[far])
        distance = np.zeros(0)
        if len(places):
            _, distance = shapely.STRtree(streets).query_nearest(
                places, return_distance=True, all_matches=False
            )
        values = {name: column[far] for name, column in points.fields.items()}
        return write_rows(
            self,
            parameters,
            context,
            points.crs,
            places,
            {"distance": distance},
            fields,
            carried_rows(fields, values),
            name="REJECTED",
            kind=QgsWkbTypes.Type.Point,
        )

    def _card(self, parameters, context, points, streets, snapped, reach):
        card = self.card(parameters, context, points)
        far = int(np.count_nonzero(np.isnan(snapped.distance)))
        card.used -= far
        card.left_out[too_far(reach)] = far
        card.notes.append(tr("Street segments: {n}").format(n=len(streets.features)))
        card.notes += streets.notes()
        if snapped.shared:
            card.notes.append(
                tr("Records as near to several segments, shared among them: {n}").format(
                    n=snapped.shared
                )
            )
        if card.used < ENOUGH_ON_STREETS * len(points):
            card.warnings.append(
                tr(
                    "Only {share} % of the records are within {distance} m of a street: does the "
                    "streets layer cover the town, footpaths and squares included?"
                ).format(share=int(100 * card.used / len(points)), distance=decimal(reach))
            )
        return card
