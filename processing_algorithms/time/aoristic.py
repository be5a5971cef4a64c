"""``oltp:aoristic``: incidents by hour and day of the week, intervals shared over their hours."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsConditionalStyle,
    QgsCoordinateReferenceSystem,
    QgsEditorWidgetSetup,
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
)
from qgis.PyQt.QtGui import QColor

from oltp_plugin.errors import AnalysisError
from oltp_plugin.layers.result import deliver
from oltp_plugin.layers.times import moments
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, optional, revealed_parameter, time_parameter, weight_parameter
from ..features import write_rows
from ..inputs import check_weight

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# Shades of one blue from few to many; the last ones need light text.
_SHADES = ("#ffffff", "#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#3182bd", "#08519c")
_LIGHT_TEXT = 2


class Aoristic(OltpAlgorithm):
    """A table of 24 hours × 7 days whose sum is the number of incidents."""

    NAME = "aoristic"
    GROUP = "time"

    def title(self):
        return tr("Hours of the week (aoristic)")

    def initAlgorithm(self, configuration=None):
        kind = QgsProcessing.SourceType
        for parameter in (
            QgsProcessingParameterFeatureSource("INPUT", tr("Incidents"), [kind.TypeVector]),
            time_parameter(
                tr("From: date and time of the incident, or from when on"), "FROM_FIELD"
            ),
            optional(
                time_parameter(tr("To: until when it happened, if that is known"), "TO_FIELD")
            ),
            weight_parameter(),
            revealed_parameter(),
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Hours of the week"), kind.TypeVector),
        ):
            self.addParameter(parameter)

    def work(self, parameters, context, feedback):
        from oltp_plugin.analysis.aoristic import hours_of_week

        start = self.parameterAsString(parameters, "FROM_FIELD", context)
        end = self.parameterAsString(parameters, "TO_FIELD", context)
        source = self.source(parameters, "INPUT", context, "none")
        has_precision = source.fields().lookupField("time_precision") >= 0
        precision = "time_precision" if has_precision else ""
        incidents = self.records(
            parameters,
            "INPUT",
            context,
            feedback,
            weight="WEIGHT_FIELD",
            fields=[each for each in (start, end, precision) if each],
            revealed=self.parameterAsBoolean(parameters, "INCLUDE_REVEALED", context),
        )
        if not len(incidents):
            raise AnalysisError("no_records")
        begins, days = _as_written(incidents, start)
        known = incidents.fields[precision] if precision else None
        hours = hours_of_week(
            begins,
            _until(*_as_written(incidents, end)) if end else None,
            incidents.weights,
            np.where(days, "day", known),
        )
        if not hours.used.any():
            raise AnalysisError("no_dated_records", field=start)
        check_weight(self, parameters, context, hours.n)
        days = dict(zip(DAYS, hours.weights.T))
        destination = write_rows(
            self,
            parameters,
            context,
            QgsCoordinateReferenceSystem(),
            None,
            {"hour": np.arange(24), **days},
        )
        card = self._card(parameters, context, incidents, hours)
        card.log(feedback)
        highest = float(hours.weights.max())
        deliver(destination, context, "aoristic", card, lambda layer: _shade(layer, highest))
        return {"OUTPUT": destination}

    def _card(self, parameters, context, incidents, hours):
        card = self.card(parameters, context, incidents)
        card.used = int(np.count_nonzero(hours.used))
        card.left_out[tr("without a date")] = hours.undated
        card.left_out[tr("ending before they begin")] = hours.backwards
        card.unlocated = 0  # an hour needs no place
        card.notes.append(
            tr(
                "Records known only to more than 8 hours: {long} %; shared over more than one "
                "hour: {spread} %."
            ).format(long=_per_cent(hours.long), spread=_per_cent(hours.spread))
        )
        return card


def _per_cent(share: float) -> int:
    return round(100 * share)


def _as_written(incidents, field: str) -> tuple[np.ndarray, np.ndarray]:
    """The field's moments, and which of them are days without a clock time."""
    values = incidents.fields[field]
    found = moments(values, field)
    if values.dtype.kind == "O":
        return found, np.array([len(value or "") <= len("2024-05-31") for value in values], bool)
    return found, np.full(len(values), values.dtype == np.dtype("datetime64[D]"))


def _until(ends: np.ndarray, days: np.ndarray) -> np.ndarray:
    """Ends, a day's being its last moment."""
    return np.where(days, ends + np.timedelta64(1, "D"), ends)


def _shade(layer, highest: float) -> None:
    """The darker a cell of the attribute table, the more incidents; numbers with one decimal."""
    for day in DAYS:
        index = layer.fields().lookupField(day)
        layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Range", {"Precision": 1}))
        styles = []
        for shade, colour in enumerate(_SHADES):
            least, most = (highest * step / len(_SHADES) for step in (shade, shade + 1))
            upper = "" if shade == len(_SHADES) - 1 else f" AND @value < {most!r}"
            style = QgsConditionalStyle(f"@value >= {least!r}{upper}")
            style.setBackgroundColor(QColor(colour))
            dark = shade >= len(_SHADES) - _LIGHT_TEXT
            style.setTextColor(QColor("white" if dark else "black"))
            styles.append(style)
        layer.conditionalStyles().setFieldStyles(day, styles)
