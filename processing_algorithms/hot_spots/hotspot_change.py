"""``oltp:hotspotchange``: in which cells a count rose or fell between two periods."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
)

from oltp_plugin.errors import AnalysisError
from oltp_plugin.layers.result import deliver
from oltp_plugin.local_format import decimal
from oltp_plugin.translation import change_words, tr

from ..base import (
    OltpAlgorithm,
    revealed_parameter,
    study_area_parameter,
    time_parameter,
    weight_parameter,
)
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
from .cell_map import cell_parameters, read_cell_map

ALPHA = 0.05


class HotspotChange(OltpAlgorithm):
    """Counts of two periods by cell or given polygon, their change, p and q."""

    NAME = "hotspotchange"
    GROUP = "hot_spots"

    def title(self):
        return tr("Change of hot spots")

    def initAlgorithm(self, configuration=None):
        kind = QgsProcessing.SourceType
        for parameter in (
            QgsProcessingParameterFeatureSource("INPUT", tr("Incidents"), [kind.TypeVectorPoint]),
            time_parameter(tr("Date of the incident")),
            *period_parameters(),
            study_area_parameter(),
            weight_parameter(),
            *cell_parameters(200),
            revealed_parameter(),
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Change of hot spots"), kind.TypeVectorPolygon
            ),
        ):
            self.addParameter(parameter)

    def work(self, parameters, context, feedback):
        periods = two_periods(self, parameters, context)
        field = self.parameterAsString(parameters, "TIME_FIELD", context)
        wanted = [field, *history_fields(self, parameters, "INPUT", context)]
        revealed = self.parameterAsBoolean(parameters, "INCLUDE_REVEALED", context)
        cell_map = read_cell_map(
            self, parameters, context, feedback, list(dict.fromkeys(wanted)), revealed
        )
        times = cell_map.dated(field)
        records, place = cell_map.points, cell_map.position
        chosen = periods.which(times) >= 0
        if not (chosen & (place >= 0)).any():
            raise AnalysisError("no_records_in_periods")
        missing = missing_months(records)
        history = times, records.weights
        change, chance = compared(place, *history, len(cell_map.cells), periods, missing)
        found = measures(change)
        destination = cell_map.write(self, parameters, context, feedback, found)
        card = cell_map.card(self, parameters, context)
        out = int(np.count_nonzero((place >= 0) & ~chosen))
        card.used -= out
        card.left_out[tr("in neither period")] = out
        # What moves all cells together (a season, a week of rain) counts for their sum only.
        total, whole = compared(np.minimum(place, 0), *history, 1, periods, missing)
        notes, warnings = dispersion_notes(whole, chance)
        card.notes += [_summary(total, found), *notes]
        card.warnings += [*warnings, *period_warnings(records, times, periods, missing)]
        card.log(feedback)
        deliver(destination, context, "change", card)
        return {"OUTPUT": destination}


def _summary(total, found) -> str:
    sure = found["q"] <= ALPHA
    before, after = total.before[0], total.after[0]
    return tr(
        "In all {before} before, {after} after; {words}. Cells at q ≤ {alpha}: {rise} rose, {fall} "
        "fell."
    ).format(
        before=decimal(before),
        after=decimal(after),
        words=change_words(before, after, total.low[0], total.high[0]),
        alpha=decimal(ALPHA),
        rise=int(np.count_nonzero(sure & (found["change"] > 0))),
        fall=int(np.count_nonzero(sure & (found["change"] < 0))),
    )
