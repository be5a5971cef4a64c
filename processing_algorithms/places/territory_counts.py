"""``oltp:territorycounts``: incidents in each territory, those that only name one included."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    NULL,
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from oltp_plugin.errors import AnalysisError, LayerError
from oltp_plugin.layers.result import deliver
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, optional, progress, revealed_parameter, weight_parameter
from ..features import FEW, carried_fields, read_shapes, write_measured
from .named_territories import finest_needed, read_named


class TerritoryCounts(OltpAlgorithm):
    """Counts by territory, per km² and per 1,000 inhabitants."""

    NAME = "territorycounts"
    GROUP = "places"

    def title(self):
        return tr("Incidents by territory")

    def initAlgorithm(self, configuration=None):
        kind = QgsProcessing.SourceType
        for parameter in (
            QgsProcessingParameterFeatureSource(
                "TERRITORIES", tr("Territories"), [kind.TypeVectorPolygon]
            ),
            QgsProcessingParameterFeatureSource(
                "INCIDENTS", tr("Incidents"), [kind.TypeVectorPoint]
            ),
            optional(
                QgsProcessingParameterField(
                    "POPULATION_FIELD",
                    tr("Population field"),
                    parentLayerParameterName="TERRITORIES",
                    type=QgsProcessingParameterField.DataType.Numeric,
                )
            ),
            weight_parameter("INCIDENTS"),
            revealed_parameter(),
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Incidents by territory"), kind.TypeVectorPolygon
            ),
        ):
            self.addParameter(parameter)

    def work(self, parameters, context, feedback):
        from oltp_plugin.analysis.assignment import count, count_named

        source = self.metric_source(parameters, "TERRITORIES", context)
        territories = read_shapes(source, feedback)
        if not territories.features:
            raise LayerError("no_shapes", layer=source.sourceName())
        revealed = self.parameterAsBoolean(parameters, "INCLUDE_REVEALED", context)
        incidents = self.points(
            parameters,
            "INCIDENTS",
            context,
            feedback,
            weight="WEIGHT_FIELD",
            crs=source.sourceCrs(),
            revealed=revealed,
            needs=finest_needed(self, parameters, "INCIDENTS", context),
        )
        if not incidents.total:
            raise AnalysisError("no_located_points")
        n_point, outside = count(
            territories.geometries, incidents.x, incidents.y, incidents.weights, progress(feedback)
        )
        named = read_named(self, parameters, context, feedback, territories, incidents, revealed)
        n_areal = count_named(territories.geometries, named.keys, named.areas, named.weights)
        if incidents.weights is None:
            n_point, n_areal = n_point.astype(int), n_areal.astype(int)
        population = self.parameterAsString(parameters, "POPULATION_FIELD", context)
        layer = self.parameterAsVectorLayer(parameters, "TERRITORIES", context)
        destination = write_measured(
            self,
            parameters,
            context,
            source,
            carried_fields(source, layer),
            territories.features,
            territories.geometries,
            _measures(territories, n_point, n_areal, population),
        )
        card = self._card(parameters, context, territories, incidents, outside, named)
        few = int(np.count_nonzero(n_point + n_areal < FEW))
        if few:
            card.notes.append(
                tr(
                    "Territories with fewer than 10 incidents: {few} of {all}. Their rates depend "
                    "on chance."
                ).format(few=few, all=len(n_point))
            )
        card.log(feedback)
        deliver(destination, context, "territory_counts", card)
        return {"OUTPUT": destination}

    def _card(self, parameters, context, territories, incidents, outside, named):
        card = self.card(parameters, context, incidents)
        out = int(np.count_nonzero(outside))
        card.used = len(incidents) - out + named.placed
        card.left_out[tr("outside the territories")] = out
        card.left_out[tr("without a point")] = incidents.unlocated - named.placed
        card.notes.append(
            tr("Records without a point that count by the territory they name: {n}").format(
                n=named.placed
            )
        )
        card.notes += territories.notes()
        return card


def _measures(territories, n_point, n_areal, population) -> dict:
    import shapely

    from oltp_plugin.analysis.rings import ratio

    n = n_point + n_areal
    residents = np.full(len(n), np.nan)
    if population:
        residents[:] = [_number(feature[population]) for feature in territories.features]
    return {
        "n": n,
        "n_point": n_point,
        "n_areal": n_areal,
        "per_km2": ratio(n * 1e6, shapely.area(territories.geometries)),
        "per_1000": ratio(n * 1e3, residents),
    }


def _number(value) -> float:
    return np.nan if value == NULL else float(value)
