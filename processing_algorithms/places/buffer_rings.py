"""``oltp:bufferrings``: incidents in rings around places."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
)

from oltp_plugin.errors import AnalysisError, LayerError
from oltp_plugin.layers.result import deliver
from oltp_plugin.local_format import decimal
from oltp_plugin.translation import tr

from ..base import (
    OltpAlgorithm,
    optional,
    progress,
    revealed_parameter,
    study_area_parameter,
    weight_parameter,
)
from ..features import FEW, carried_fields, read_shapes, write_measured


class BufferRings(OltpAlgorithm):
    """Counts, areas, densities and location quotients in rings around each place."""

    NAME = "bufferrings"
    GROUP = "places"

    def title(self):
        return tr("Incidents in rings around places")

    def initAlgorithm(self, configuration=None):
        kind = QgsProcessing.SourceType
        for parameter in (
            QgsProcessingParameterFeatureSource(
                "PLACES", tr("Places (points, lines or polygons)"), [kind.TypeVectorAnyGeometry]
            ),
            QgsProcessingParameterFeatureSource(
                "INCIDENTS", tr("Incidents"), [kind.TypeVectorPoint]
            ),
            optional(
                QgsProcessingParameterString(
                    "DISTANCES", tr("Distances (m), increasing, separated by commas"), "50,100,200"
                )
            ),
            optional(
                QgsProcessingParameterBoolean(
                    "DISSOLVE", tr("Dissolve: each incident once, for its nearest place"), False
                )
            ),
            study_area_parameter(),
            weight_parameter("INCIDENTS"),
            revealed_parameter(),
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Rings"), kind.TypeVectorPolygon),
        ):
            self.addParameter(parameter)

    def work(self, parameters, context, feedback):
        from oltp_plugin.analysis.rings import count_rings, parse_distances

        distances = parse_distances(self.parameterAsString(parameters, "DISTANCES", context))
        source = self.metric_source(parameters, "PLACES", context)
        places = read_shapes(source, feedback)
        if not places.features:
            raise LayerError("no_shapes", layer=source.sourceName())
        incidents = self.points(
            parameters,
            "INCIDENTS",
            context,
            feedback,
            weight="WEIGHT_FIELD",
            crs=source.sourceCrs(),
            revealed=self.parameterAsBoolean(parameters, "INCLUDE_REVEALED", context),
        )
        if not len(incidents):
            raise AnalysisError("no_located_points")
        rings = count_rings(
            places.geometries,
            incidents.x,
            incidents.y,
            distances,
            incidents.weights,
            self.study_area(parameters, incidents, context, feedback),
            self.parameterAsBoolean(parameters, "DISSOLVE", context),
            progress(feedback),
        )
        destination = self._write(parameters, context, source, places.features, rings, incidents)
        card = self._card(parameters, context, places, rings, incidents)
        card.log(feedback)
        deliver(destination, context, "buffer_rings", card)
        return {"OUTPUT": destination}

    def _write(self, parameters, context, source, features, rings, incidents) -> str:
        measures = {
            "ring_from": rings.ring_from,
            "ring_to": rings.ring_to,
            "n": rings.n if incidents.weights is not None else rings.n.astype(int),
            "area": rings.area,
            "per_km2": rings.per_km2,
            "share": rings.share,
            "location_quotient": rings.location_quotient,
        }
        if rings.place[0] < 0:  # dissolved: no place to take fields from
            carried, origins = [], [None] * len(rings.n)
        else:
            layer = self.parameterAsVectorLayer(parameters, "PLACES", context)
            carried = carried_fields(source, layer)
            origins = [features[place] for place in rings.place]
        return write_measured(
            self, parameters, context, source, carried, origins, rings.geometry, measures
        )

    def _card(self, parameters, context, places, rings, incidents):
        card = self.card(parameters, context, incidents)
        card.used = rings.considered
        card.left_out[tr("outside the study area")] = len(incidents) - rings.considered
        card.notes.append(tr("Places: {n}").format(n=len(places.features)))
        card.notes += places.notes()
        if rings.study_area is None:
            card.notes.append(tr("Without a study area there is no location quotient."))
        else:
            square_km = decimal(rings.study_area / 1e6, 2)
            card.notes.append(tr("Study area: {area} km²").format(area=square_km))
        few = int(np.count_nonzero(rings.n < FEW))
        if few:
            card.notes.append(
                tr(
                    "Rings with fewer than 10 incidents: {few} of {all}. Their rates depend on "
                    "chance."
                ).format(few=few, all=len(rings.n))
            )
        return card
