"""``oltp:nearrepeat``: does it happen again nearby, soon after, more often than by chance?"""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from oltp_plugin.errors import AnalysisError
from oltp_plugin.layers.result import deliver
from oltp_plugin.local_format import decimal
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, optional, progress, revealed_parameter, time_parameter
from ..features import FEW, write_rows
from ..hot_spots.certain_places import leave_out_uncertain, precision_fields
from ..records import carried_rows, fields_to_carry, wants

ROLES = ("none", "originator", "repeat", "near repeat")  # of analysis.near_repeat, for ever
LEVEL = 0.05
ONE_DAY = 0.2  # of the records on one and the same day: a date of entry rather than of the fact


class NearRepeat(OltpAlgorithm):
    """The Knox table with permutations of the dates, and each incident's role."""

    NAME = "nearrepeat"
    GROUP = "space_time"

    def title(self):
        return tr("Near repeats")

    def initAlgorithm(self, configuration=None):
        kind, number = QgsProcessing.SourceType, QgsProcessingParameterNumber
        sink, text = QgsProcessingParameterFeatureSink, QgsProcessingParameterString
        metrics = [tr("As the crow flies"), tr("Along the axes (Manhattan)")]
        for parameter in (
            QgsProcessingParameterFeatureSource("INPUT", tr("Incidents"), [kind.TypeVectorPoint]),
            time_parameter(tr("Time field")),
            optional(text("DISTANCES", tr("Limits of distance (m)"), "0,100,200,300")),
            optional(text("DAYS", tr("Limits of time (days)"), "0,7,14,21")),
            optional(QgsProcessingParameterEnum("METRIC", tr("Distance"), metrics, defaultValue=0)),
            optional(
                number("PERMUTATIONS", tr("Permutations"), number.Type.Integer, 999, minValue=99)
            ),
            optional(number("SEED", tr("Seed of the permutations"), number.Type.Integer, 1)),
            revealed_parameter(),
            sink("OUTPUT", tr("Pairs by distance and time"), kind.TypeVector),
            sink(
                "POINTS", tr("Incidents with their role"), kind.TypeVectorPoint, None, True, False
            ),
        ):
            self.addParameter(parameter)

    def work(self, parameters, context, feedback):
        from oltp_plugin.analysis.near_repeat import knox, near_pairs, parse_limits

        distances = parse_limits(self.parameterAsString(parameters, "DISTANCES", context))
        days = parse_limits(self.parameterAsString(parameters, "DAYS", context))
        carried = fields_to_carry(self, parameters, "INPUT", context)
        carried = carried if wants(parameters, "POINTS") else []
        points, times = self._read(parameters, context, feedback, carried)
        metric = self.parameterAsEnum(parameters, "METRIC", context)
        pairs = near_pairs(points.x, points.y, distances[-1], metric)
        found = knox(
            pairs,
            times // 86_400,
            distances,
            days,
            self.parameterAsInt(parameters, "PERMUTATIONS", context),
            self.parameterAsInt(parameters, "SEED", context),
            progress(feedback, 0.1, 0.9),
        )
        no_crs = QgsCoordinateReferenceSystem()
        measures = _measures(found, distances, days)
        destination = write_rows(self, parameters, context, no_crs, None, measures)
        card = self._card(parameters, context, points, times, measures)
        card.log(feedback)
        deliver(destination, context, "near_repeat", card)
        results = {"OUTPUT": destination}
        if wants(parameters, "POINTS"):
            results["POINTS"] = self._write_roles(
                parameters, context, points, pairs, times, days[-1], carried
            )
            deliver(results["POINTS"], context, "near_repeat_roles", card)
        return results

    def _read(self, parameters, context, feedback, carried):
        """The records with a certain place and a date, and their seconds since 1970."""
        time_field = self.parameterAsString(parameters, "TIME_FIELD", context)
        precise = precision_fields(self, parameters, context)
        points = self.points(
            parameters,
            "INPUT",
            context,
            feedback,
            fields=dict.fromkeys([*(each.name() for each in carried), *precise, time_field]),
            revealed=self.parameterAsBoolean(parameters, "INCLUDE_REVEALED", context),
            needs="address",
        )
        if not len(points):
            raise AnalysisError("no_located_points")
        if precise:
            leave_out_uncertain(points)
        times = points.dated(time_field).astype(np.int64)
        if len(points) < FEW:
            raise AnalysisError("too_few_for_shares", n=len(points), least=FEW)
        return points, times

    def _write_roles(self, parameters, context, points, pairs, times, reach, carried) -> str:
        import shapely

        from oltp_plugin.analysis.near_repeat import roles

        role = np.array(ROLES, dtype=object)[roles(pairs, points.x, points.y, times, reach)]
        return write_rows(
            self,
            parameters,
            context,
            points.crs,
            shapely.points(points.x, points.y),
            {"role": role},
            carried,
            carried_rows(carried, points.fields),
            name="POINTS",
            kind=QgsWkbTypes.Type.Point,
        )

    def _card(self, parameters, context, points, times, measures):
        card = self.card(parameters, context, points)
        card.notes.append(_verdict(measures))
        on_one_day = np.unique(times // 86_400, return_counts=True)[1].max()
        if on_one_day > ONE_DAY * len(times):
            card.warnings.append(
                tr(
                    "{share} % of the records carry one and the same day: is it the day of entry "
                    "rather than of the fact? Such dates make false repeats."
                ).format(share=round(100 * on_one_day / len(times)))
            )
        return card


def _measures(found, distances, days) -> dict[str, np.ndarray]:
    from oltp_plugin.analysis.false_discovery import benjamini_hochberg

    rows, columns = found.observed.shape
    expected = found.expected.ravel()
    observed = found.observed.ravel()
    ratio = np.divide(observed, expected, out=np.full(len(expected), np.nan), where=expected > 0)
    return {
        "distance_from": np.repeat(np.array(distances[:-1]), columns),
        "distance_to": np.repeat(np.array(distances[1:]), columns),
        "days_from": np.tile(np.array(days[:-1]), rows),
        "days_to": np.tile(np.array(days[1:]), rows),
        "observed": observed.astype(np.int64),
        "expected": expected,
        "ratio": ratio,
        "p": found.p.ravel(),
        "q": benjamini_hochberg(found.p.ravel()),
    }


def _verdict(measures) -> str:
    """The interval in which most more happens than by chance, in words."""
    sure = np.flatnonzero(measures["q"] <= LEVEL)
    if not len(sure):
        return tr("No near repeat: no interval holds more pairs than chance explains.")
    best = sure[np.nanargmax(measures["ratio"][sure])]
    return tr(
        "It happens again: at {low} to {high} m and {first} to {last} days there are {observed} "
        "pairs, {ratio} times as many as by chance."
    ).format(
        low=decimal(measures["distance_from"][best]),
        high=decimal(measures["distance_to"][best]),
        first=decimal(measures["days_from"][best]),
        last=decimal(measures["days_to"][best]),
        observed=measures["observed"][best],
        ratio=decimal(measures["ratio"][best], 1),
    )
