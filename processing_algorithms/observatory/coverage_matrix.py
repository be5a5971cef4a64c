"""Partner by month: what was delivered, and what never came."""

from __future__ import annotations

from collections import Counter

from qgis.core import (
    QgsConditionalStyle,
    QgsEditorWidgetSetup,
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
)
from qgis.PyQt.QtCore import QVariant
from qgis.PyQt.QtGui import QColor

from oltp_plugin.layers.coverage_states import STATE_COLOURS, state_labels
from oltp_plugin.layers.result import deliver
from oltp_plugin.layers.run_card import RunCard
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, progress
from ..features import write_table
from ..inputs import described
from .parameters import day, day_parameter, observatory_parameter, opened

FIELDS = (
    ("partner", QVariant.String),
    ("month", QVariant.String),
    ("state", QVariant.String),
    ("n", QVariant.LongLong),
    ("located_share", QVariant.Double),
    ("median_delay_days", QVariant.Double),
    ("late", QVariant.Bool),
)


class CoverageMatrix(OltpAlgorithm):
    """``oltp:coveragematrix``"""

    NAME = "coveragematrix"
    GROUP = "observatory"

    def title(self):
        return tr("Coverage by partner and month")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(day_parameter("FROM", tr("First month (a day in it)")))
        self.addParameter(day_parameter("TO", tr("Last month (a day in it)")))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "OUTPUT",
                tr("Coverage by partner and month"),
                QgsProcessing.SourceType.TypeVector,
            )
        )

    def work(self, parameters, context, feedback):
        from oltp_plugin.observatory.coverage import coverage

        path = opened(self, parameters, context)
        first, last = (day(self, parameters, name, context) for name in ("FROM", "TO"))
        rows = coverage(path, first, last)
        values = [[getattr(row, name) for name, _ in FIELDS] for row in rows]
        destination = write_table(self, parameters, context, FIELDS, values, progress(feedback))
        card = self._card(parameters, context, rows)
        card.log(feedback)
        deliver(destination, context, "coverage_matrix", card, _show_states)
        return {"OUTPUT": destination}

    def _card(self, parameters, context, rows) -> RunCard:
        n = sum(row.n for row in rows)
        located = sum(round(row.located_share * row.n) for row in rows if row.n)
        states = Counter(row.state for row in rows)
        counts = ", ".join(f"{label} {states[state]}" for state, label in state_labels().items())
        missing = sorted({row.partner for row in rows if row.state == "missing"})
        warnings = []
        if missing:
            warnings.append(
                tr("Months without the delivery that was expected, from: {partners}.").format(
                    partners=", ".join(missing)
                )
            )
        return RunCard(
            algorithm=self.id(),
            title=self.title(),
            parameters=described(self, parameters, context),
            used=n,
            notes=[tr("Months by state: {counts}").format(counts=counts)],
            warnings=warnings,
            total=n,
            unlocated=n - located,
        )


def _show_states(layer) -> None:
    """The states in the user's words and each on its colour, in the attribute table."""
    words = {label: state for state, label in state_labels().items()}
    index = layer.fields().lookupField("state")
    layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": words}))
    styles = []
    for state, colour in STATE_COLOURS.items():
        style = QgsConditionalStyle(f"@value = '{state}'")
        style.setBackgroundColor(QColor(colour))
        style.setTextColor(QColor("black"))  # readable in a dark theme too
        styles.append(style)
    layer.conditionalStyles().setFieldStyles("state", styles)
