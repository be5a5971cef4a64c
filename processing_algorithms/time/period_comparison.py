"""``oltp:periodcomparison``: two periods compared, for all records and by territory."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
)

from oltp_plugin.errors import AnalysisError, LayerError
from oltp_plugin.layers.result import deliver
from oltp_plugin.local_format import decimal
from oltp_plugin.translation import change_words, tr

from ..base import (
    OltpAlgorithm,
    optional,
    progress,
    revealed_parameter,
    time_parameter,
    weight_parameter,
)
from ..features import carried_fields, read_shapes, write_rows
from ..over_time import (
    compared,
    dispersion_notes,
    history_fields,
    measures,
    missing_months,
    period_parameters,
    period_warnings,
    two_periods,
)
from ..places.named_territories import NAMING_FIELDS, finest_needed, named_places


class PeriodComparison(OltpAlgorithm):
    """Counts of two periods, their change and what chance alone would do."""

    NAME = "periodcomparison"
    GROUP = "time"

    def title(self):
        return tr("Comparison of two periods")

    def initAlgorithm(self, configuration=None):
        kind = QgsProcessing.SourceType
        for parameter in (
            QgsProcessingParameterFeatureSource("INPUT", tr("Incidents"), [kind.TypeVector]),
            time_parameter(tr("Date of the incident")),
            *period_parameters(),
            optional(
                QgsProcessingParameterFeatureSource(
                    "TERRITORIES", tr("Territories"), [kind.TypeVectorPolygon]
                )
            ),
            weight_parameter(),
            revealed_parameter(),
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Comparison of two periods"), kind.TypeVector
            ),
        ):
            self.addParameter(parameter)

    def work(self, parameters, context, feedback):
        periods = two_periods(self, parameters, context)
        by_territory = parameters.get("TERRITORIES") not in (None, "")
        source = self.metric_source(parameters, "TERRITORIES", context) if by_territory else None
        field = self.parameterAsString(parameters, "TIME_FIELD", context)
        records = self._records(parameters, context, feedback, field, source)
        times = records.dated(field)
        if not (periods.which(times) >= 0).any():
            raise AnalysisError("no_records_in_periods")
        missing = missing_months(records)
        whole = compared(
            np.zeros(len(times), dtype=int), times, records.weights, 1, periods, missing
        )
        card = self.card(parameters, context, records)
        card.used = int(np.count_nonzero(periods.which(times) >= 0))
        card.left_out[tr("in neither period")] = len(times) - card.used
        card.unlocated = 0  # counted here without a point
        if source is None:
            destination = self._write(parameters, context, whole[0])
            notes = dispersion_notes(whole[1])
        else:
            destination, each = self._by_territory(
                parameters, context, feedback, source, records, times, periods, missing, card
            )
            notes = dispersion_notes(whole[1], each)
        card.notes += [_sentence(whole[0]), *notes[0]]
        card.warnings += [*notes[1], *period_warnings(records, times, periods, missing)]
        card.log(feedback)
        style = "change_table" if source is None else "change"
        deliver(destination, context, style, card)
        return {"OUTPUT": destination}

    def _records(self, parameters, context, feedback, field, territories):
        wanted = [field, *history_fields(self, parameters, "INPUT", context)]
        needs = "none"
        if territories is not None:
            needs = finest_needed(self, parameters, "INPUT", context)
            known = self.source(parameters, "INPUT", context, "none").fields()
            wanted += [each for each in NAMING_FIELDS if known.lookupField(each) >= 0]
        records = self.records(
            parameters,
            "INPUT",
            context,
            feedback,
            weight="WEIGHT_FIELD",
            crs=None if territories is None else territories.sourceCrs(),
            fields=list(dict.fromkeys(wanted)),
            revealed=self.parameterAsBoolean(parameters, "INCLUDE_REVEALED", context),
            needs=needs,
        )
        if not len(records):
            raise AnalysisError("no_records")
        return records

    def _by_territory(
        self, parameters, context, feedback, source, records, times, periods, missing, card
    ):
        from oltp_plugin.analysis.assignment import assign, tiers

        territories = read_shapes(source, feedback)
        if not territories.features:
            raise LayerError("no_shapes", layer=source.sourceName())
        places = []
        for group in tiers(territories.geometries, progress(feedback, 0, 0.3)):
            place = assign(territories.geometries[group], records.x, records.y)
            named = named_places(territories, group, records, context, feedback)
            place = np.where(place < 0, named, place)
            places.append(np.where(place < 0, -1, group[place]))
        if not places:
            raise LayerError("no_shapes", layer=source.sourceName())
        nowhere = np.all([place < 0 for place in places], axis=0) & (periods.which(times) >= 0)
        card.used -= int(np.count_nonzero(nowhere))
        card.left_out[tr("outside the territories")] = int(np.count_nonzero(nowhere))
        card.notes += territories.notes()
        tables = len(places)
        change, chance = compared(
            np.concatenate(places),
            np.tile(times, tables),
            None if records.weights is None else np.tile(records.weights, tables),
            len(territories.features),
            periods,
            missing,
        )
        layer = self.parameterAsVectorLayer(parameters, "TERRITORIES", context)
        destination = self._write(
            parameters, context, change, source, territories, carried_fields(source, layer)
        )
        return destination, chance

    def _write(self, parameters, context, change, source=None, territories=None, carried=()):
        fields, rows, crs, geometries = (), None, QgsCoordinateReferenceSystem(), None
        if territories is not None:
            fields = [source.fields().at(index) for index in carried]
            rows = [[each.attribute(index) for index in carried] for each in territories.features]
            crs, geometries = source.sourceCrs(), territories.geometries
        return write_rows(
            self, parameters, context, crs, geometries, measures(change), fields, rows
        )


def _sentence(change) -> str:
    """All records together, in words."""
    before, after = change.before[0], change.after[0]
    return tr("All records: {before} before, {after} after; {words}.").format(
        before=decimal(before),
        after=decimal(after),
        words=change_words(before, after, change.low[0], change.high[0]),
    )
