"""``oltp:incidentclusters``: where incidents crowd together, in space or in space and time."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from oltp_plugin.layers.result import deliver
from oltp_plugin.local_format import decimal
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, optional, progress, time_parameter
from ..features import write_rows
from ..records import carried_rows, fields_to_carry, wants
from .point_inputs import last_parameters, point_parameters, read_inside

DAY = 86_400  # seconds


class IncidentClusters(OltpAlgorithm):
    """DBSCAN and ST-DBSCAN: hulls of the clusters, and the incidents with their cluster."""

    NAME = "incidentclusters"
    GROUP = "hot_spots"

    def title(self):
        return tr("Clusters of incidents")

    def initAlgorithm(self, configuration=None):
        kind = QgsProcessing.SourceType
        number = QgsProcessingParameterNumber
        for parameter in (
            *point_parameters(),
            optional(
                QgsProcessingParameterDistance(
                    "EPS",
                    tr("Distance within which incidents are neighbours"),
                    100,
                    parentParameterName="INPUT",
                    minValue=0.001,
                )
            ),
            optional(
                number(
                    "MIN_SIZE", tr("Least number of neighbours"), number.Type.Integer, 5, minValue=1
                )
            ),
            optional(time_parameter(tr("Time field (clusters in space and time)"))),
            optional(
                number(
                    "EPS_TIME",
                    tr("Days within which incidents are neighbours"),
                    number.Type.Double,
                    14,
                    minValue=0,
                )
            ),
            *last_parameters(),
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Clusters"), kind.TypeVectorPolygon),
            QgsProcessingParameterFeatureSink(
                "POINTS",
                tr("Incidents with their cluster"),
                kind.TypeVectorPoint,
                optional=True,
                createByDefault=False,
            ),
        ):
            self.addParameter(parameter)

    def work(self, parameters, context, feedback):
        import shapely

        from oltp_plugin.analysis.cluster_shapes import describe
        from oltp_plugin.analysis.clusters import NOISE, dbscan

        eps = self.parameterAsDouble(parameters, "EPS", context)
        days = self.parameterAsDouble(parameters, "EPS_TIME", context)
        time_field = self.parameterAsString(parameters, "TIME_FIELD", context)
        carried = fields_to_carry(self, parameters, "INPUT", context)
        carried = carried if wants(parameters, "POINTS") else []
        fields = [*(field.name() for field in carried), *([time_field] if time_field else [])]
        points, _ = read_inside(self, parameters, context, feedback, dict.fromkeys(fields))
        times = points.dated(time_field).astype(np.int64) if time_field else None
        clusters = dbscan(
            points.x,
            points.y,
            eps,
            self.parameterAsInt(parameters, "MIN_SIZE", context),
            times,
            days * DAY,
            points.weights,
            progress(feedback, 0.1, 0.8),
        )
        described = describe(points.x, points.y, clusters.label, points.weights, times, eps / 10)
        destination = write_rows(
            self, parameters, context, points.crs, described.shapes, described.measures
        )
        card = self._card(parameters, context, points, clusters.label, described)
        card.log(feedback)
        deliver(destination, context, "incident_clusters", card)
        results = {"OUTPUT": destination}
        if wants(parameters, "POINTS"):
            results["POINTS"] = write_rows(
                self,
                parameters,
                context,
                points.crs,
                shapely.points(points.x, points.y),
                {"cluster": np.ma.masked_equal(clusters.label, NOISE)},
                carried,
                carried_rows(carried, points.fields),
                name="POINTS",
                tick=progress(feedback, 0.8, 1.0),
                kind=QgsWkbTypes.Type.Point,
            )
            deliver(results["POINTS"], context, "clustered_points", card)
        return results

    def _card(self, parameters, context, points, label, described):
        card = self.card(parameters, context, points)
        inside = int(np.count_nonzero(label))
        card.notes.append(
            tr("Clusters: {clusters}, with {inside} of {n} records.").format(
                clusters=len(described.shapes), inside=inside, n=len(points)
            )
        )
        single = described.measures["places"] == 1
        held = described.measures["n"][single].sum()
        if single.any():
            card.notes.append(
                tr(
                    "Clusters that are one single place (an address, a stop, or an address by "
                    "default): {n}, with {records} records."
                ).format(n=int(single.sum()), records=decimal(held))
            )
        return card
