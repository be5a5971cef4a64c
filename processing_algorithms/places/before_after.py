"""``oltp:beforeafter``: did it work, where something was done and not where nothing was?"""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
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
    time_parameter,
    weight_parameter,
)
from ..features import write_rows
from ..inputs import read_polygons
from ..over_time import (
    dispersion_notes,
    history_fields,
    missing_months,
    period_parameters,
    period_warnings,
    two_periods,
)
from ..records import wants

TREATED, CONTROL, AROUND, CONTROL_AROUND = range(4)
AREAS = ("TREATED", "CONTROL", "DISPLACEMENT", "CONTROL_DISPLACEMENT")
FEW = 10  # records in one of the counts, below which the normal approximation is rough
PEAK = 1.5  # times the count of the time before, from which a place was chosen at its worst


class BeforeAfter(OltpAlgorithm):
    """The weighted displacement difference, with a ratio and what speaks against both."""

    NAME = "beforeafter"
    GROUP = "places"
    USE = "evaluate"

    def title(self):
        return tr("Before and after, with a control")

    def initAlgorithm(self, configuration=None):
        kind = QgsProcessing.SourceType
        source = QgsProcessingParameterFeatureSource
        area = [kind.TypeVectorPolygon]
        for parameter in (
            source("INCIDENTS", tr("Incidents"), [kind.TypeVectorPoint]),
            time_parameter(tr("Date of the incident"), layer="INCIDENTS"),
            source("TREATED", tr("Where something was done"), area),
            source("CONTROL", tr("Control: alike, and nothing was done"), area),
            optional(source("DISPLACEMENT", tr("Around where something was done"), area)),
            optional(source("CONTROL_DISPLACEMENT", tr("Around the control"), area)),
            *period_parameters(),
            optional(
                QgsProcessingParameterNumber(
                    "ALPHA",
                    tr("1 less the level of the interval"),
                    QgsProcessingParameterNumber.Type.Double,
                    0.1,
                    minValue=0.001,
                    maxValue=0.5,
                )
            ),
            weight_parameter("INCIDENTS"),
            revealed_parameter(),
            QgsProcessingParameterFeatureSink("OUTPUT", self.title(), kind.TypeVector),
        ):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputString("SENTENCE", tr("Sentence for the meeting")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.analysis.before_after import effect, together
        from oltp_plugin.analysis.two_periods import counts, dispersion

        given = [wants(parameters, name) for name in AREAS]
        if given[AROUND] != given[CONTROL_AROUND]:
            raise AnalysisError("one_displacement")
        periods = two_periods(self, parameters, context)
        alpha = self.parameterAsDouble(parameters, "ALPHA", context)
        records, times = self._records(parameters, context, feedback)
        areas = self._areas(parameters, context, feedback, records.crs, given)
        place = _place(areas, records, progress(feedback, 0.2, 0.8))
        if not ((periods.which(times) >= 0) & (place >= 0)).any():
            raise AnalysisError("no_records_in_periods")
        missing = missing_months(records)
        chance = dispersion(place, times, records.weights, len(areas), periods, missing)
        before, after = counts(place, times, records.weights, len(areas), periods)
        effects = [effect(_four(before, after, TREATED), periods.days, alpha, chance.factor)]
        if given[AROUND]:
            around = effect(_four(before, after, AROUND), periods.days, alpha, chance.factor)
            effects += [around, together(effects[0], around, alpha, chance.factor)]
        destination = write_rows(
            self, parameters, context, QgsCoordinateReferenceSystem(), None,
            _measures(effects, chance.factor),
        )  # fmt: skip
        told = _sentence(effects[-1], alpha)
        card = self.card(parameters, context, records)
        used = (periods.which(times) >= 0) & (place >= 0)
        card.used = int(np.count_nonzero(used))
        card.left_out[tr("outside the areas")] = int(np.count_nonzero(place < 0))
        card.left_out[tr("in neither period")] = int(np.count_nonzero((place >= 0) & ~used))
        notes, warnings = dispersion_notes(chance)
        card.notes += [*notes, told]
        card.warnings += [*warnings, *period_warnings(records, times, periods, missing)]
        card.warnings += _doubts(before, after, place, times, records.weights, periods)
        card.log(feedback)
        deliver(destination, context, "before_after", card)
        return {"OUTPUT": destination, "SENTENCE": told}

    def _records(self, parameters, context, feedback):
        field = self.parameterAsString(parameters, "TIME_FIELD", context)
        wanted = [field, *history_fields(self, parameters, "INCIDENTS", context)]
        records = self.points(
            parameters, "INCIDENTS", context, feedback, "WEIGHT_FIELD",
            fields=list(dict.fromkeys(wanted)),
            revealed=self.parameterAsBoolean(parameters, "INCLUDE_REVEALED", context),
        )  # fmt: skip
        if not len(records):
            raise AnalysisError("no_located_points")
        return records, records.dated(field)

    def _areas(self, parameters, context, feedback, crs, given) -> list:
        """The two or four areas; what lies around one is without it."""
        import shapely

        areas = [
            read_polygons(self, parameters, name, crs, context, feedback)
            for name, is_given in zip(AREAS, given)
            if is_given
        ]
        if shapely.area(shapely.intersection(areas[TREATED], areas[CONTROL])) > 0:
            raise LayerError("control_overlaps")
        spots = shapely.union(areas[TREATED], areas[CONTROL])
        around = [shapely.difference(each, spots) for each in areas[AROUND:]]
        if around and shapely.area(shapely.intersection(*around)) > 0:
            raise LayerError("control_overlaps")
        return [*areas[:AROUND], *around]


def _place(areas, records, tick) -> np.ndarray:
    from oltp_plugin.analysis.assignment import assign

    return assign(areas, records.x, records.y, tick)


def _four(before, after, treated: int):
    from oltp_plugin.analysis.before_after import FourCounts

    control = treated + 1
    return FourCounts(
        *(
            float(each)
            for each in (before[treated], after[treated], before[control], after[control])
        )
    )


def _measures(effects, dispersion: float) -> dict[str, np.ndarray]:
    words = [tr("On the spot"), tr("Around it"), tr("Together")]
    counts = [vars(each.counts) for each in effects]
    numbers = ("wdd", "se", "z", "low", "high", "rr", "rr_low", "rr_high")
    return {
        "area": np.array(words[: len(effects)], dtype=object),
        **{name: np.array([each[name] for each in counts]) for name in counts[0]},
        **{name: np.array([getattr(each, name) for each in effects]) for name in numbers},
        "dispersion": np.full(len(effects), dispersion),
    }


def _sentence(found, alpha: float) -> str:
    if found.high < 0:
        said = tr(
            "{n} incidents fewer than the control's change would give ({level} % interval {low} "
            "to {high})."
        )
    elif found.low > 0:
        said = tr(
            "{n} incidents more than the control's change would give ({level} % interval {low} "
            "to {high})."
        )
    else:
        said = tr(
            "No effect can be told from chance: {wdd} incidents beside the control's change "
            "({level} % interval {low} to {high})."
        )
    words = {"n": abs(found.wdd), "wdd": found.wdd, "low": found.low, "high": found.high}
    return said.format(
        level=decimal(100 * (1 - alpha)),
        **{name: decimal(value, 1) for name, value in words.items()},
    )


def _doubts(before, after, place, times, weights, periods) -> list[str]:
    """Few records, and a place that was chosen at its worst."""
    from oltp_plugin.analysis.two_periods import TwoPeriods, counts

    doubts = []
    fewest = min(before.min(), after.min())
    if fewest < FEW:
        doubts.append(
            tr("One of the counts is {n} only: the interval is rough, and a small effect unseen.")
            .format(n=decimal(fewest))
        )  # fmt: skip
    first, last = periods.before
    length = last - first + 1
    if len(times) and times.min().astype("datetime64[D]") <= first - length:
        earlier = TwoPeriods((first - length, first - 1), periods.before)
        was, then = counts(place, times, weights, len(before), earlier)
        if then[TREATED] >= FEW and then[TREATED] > PEAK * was[TREATED]:
            doubts.append(
                tr(
                    "In the period before, the treated area had {then} incidents, in the time "
                    "before that {was}: it was chosen at its worst, and would have fallen back by "
                    "itself."
                ).format(then=decimal(then[TREATED]), was=decimal(was[TREATED]))
            )
    return doubts
