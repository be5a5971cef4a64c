"""``oltp:repeatplaces``: places where it happened again; a list for the observatory's own team."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from oltp_plugin.errors import AnalysisError
from oltp_plugin.layers.result import deliver
from oltp_plugin.local_format import decimal
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, optional, progress, time_parameter
from ..features import write_rows
from ..records import texts
from .certain_places import leave_out_uncertain, precision_fields
from .point_inputs import last_parameters, point_parameters, read_inside

SHARED = ("stop", "facility")  # one point for all that happened in and around it
LEVELS = (2, 3, 5, 10)


class RepeatPlaces(OltpAlgorithm):
    """Places with several incidents: how many, from when to when, how soon again."""

    NAME = "repeatplaces"
    GROUP = "hot_spots"

    def title(self):
        return tr("Repeat places")

    def initAlgorithm(self, configuration=None):
        number = QgsProcessingParameterNumber
        for parameter in (
            *point_parameters(),
            optional(
                QgsProcessingParameterField(
                    "PLACE_FIELD",
                    tr("Field that names the place (without one: the same point)"),
                    parentLayerParameterName="INPUT",
                )
            ),
            optional(time_parameter(tr("Time field"))),
            optional(
                number(
                    "MIN_COUNT",
                    tr("Least number of incidents"),
                    number.Type.Integer,
                    2,
                    minValue=2,
                )
            ),
            *last_parameters(),
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Repeat places"), QgsProcessing.SourceType.TypeVectorPoint
            ),
        ):
            self.addParameter(parameter)

    def work(self, parameters, context, feedback):
        import shapely

        from oltp_plugin.analysis.repeat_places import repeat_places

        place_field = self.parameterAsString(parameters, "PLACE_FIELD", context)
        time_field = self.parameterAsString(parameters, "TIME_FIELD", context)
        least = self.parameterAsInt(parameters, "MIN_COUNT", context)
        precise = precision_fields(self, parameters, context)
        fields = [
            *precise,
            *filter(None, (place_field, time_field)),
        ]
        points, _ = read_inside(
            self, parameters, context, feedback, dict.fromkeys(fields), needs="address"
        )
        if precise:
            leave_out_uncertain(points)
        if place_field:
            points.keep(texts(points.fields[place_field]) != "", tr("without a place"))
        times = points.dated(time_field).astype(np.int64) if time_field else None
        if not len(points):
            raise AnalysisError("no_certain_place")
        place, names = _places(points, place_field)
        progress(feedback)(0.5)
        found = repeat_places(place, points.x, points.y, times, points.weights, least)
        measures = {
            "n": found.n,
            "first": found.first,
            "last": found.last,
            "median_days": found.median_days,
        }
        if names is not None and points.observatory is None:
            measures["place"] = names[found.place]
        destination = write_rows(
            self,
            parameters,
            context,
            points.crs,
            shapely.points(found.x, found.y),
            measures,
            tick=progress(feedback, 0.6, 1.0),
            kind=QgsWkbTypes.Type.Point,
        )
        card = self._card(parameters, context, points, found, place)
        card.log(feedback)
        deliver(destination, context, "repeat_places", card)
        return {"OUTPUT": destination}

    def _card(self, parameters, context, points, found, place):
        card = self.card(parameters, context, points)
        n = np.bincount(place, points.weights)
        for least in LEVELS:
            held = n[n >= least]
            if len(held):
                card.notes.append(
                    tr(
                        "At places with {least} or more: {n} records ({share} %), at {places} of "
                        "{all} places."
                    ).format(
                        least=least,
                        n=decimal(held.sum()),
                        share=decimal(100 * held.sum() / n.sum(), 1),
                        places=len(held),
                        all=len(n),
                    )
                )
        precision = points.fields.get("location_precision")
        if precision is not None:
            shared = np.unique(place[np.isin(precision.astype(str), SHARED)])
            at_stops = int(np.isin(found.place, shared).sum())
            if at_stops:
                card.notes.append(
                    tr(
                        "Repeat places that are a stop or a facility, one point for all that "
                        "happened around it: {n}"
                    ).format(n=at_stops)
                )
        card.warnings.append(
            tr("A list of addresses is for the observatory's own team: do not hand it on.")
        )
        return card


def _places(points, place_field: str):
    """A number for each record's place, and the places' names (None without a field)."""
    from oltp_plugin.analysis.same_place import same_point

    if not place_field:
        return same_point(points.x, points.y), None
    names, place = np.unique(texts(points.fields[place_field]), return_inverse=True)
    return place, names
