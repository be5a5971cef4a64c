"""Reports of several partners joined into facts, once the analyst says so."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm
from .parameters import observatory_parameter, opened


class LinkFacts(OltpAlgorithm):
    """``oltp:linkfacts``"""

    NAME = "linkfacts"
    GROUP = "observatory"

    def title(self):
        return tr("Link reports of the same fact")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(
            QgsProcessingParameterNumber(
                "BATCH", tr("Batch"), QgsProcessingParameterNumber.Type.Integer, minValue=1
            )
        )
        pairs = QgsProcessingParameterString("PAIRS", tr("Only these pairs"), optional=True)
        pairs.setHelp(tr("Pairs of record numbers, such as 12-45,13-46; left out: all proposed"))
        self.addParameter(pairs)
        self.addOutput(QgsProcessingOutputNumber("FACTS", tr("Facts")))
        self.addOutput(QgsProcessingOutputNumber("LINKED", tr("Reports linked")))
        self.addOutput(QgsProcessingOutputNumber("BATCH", tr("Batch")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.intake.linking import link

        path = opened(self, parameters, context)
        number = self.parameterAsInt(parameters, "BATCH", context)
        text = self.parameterAsString(parameters, "PAIRS", context)
        chosen = [pair.strip() for pair in text.split(",") if pair.strip()] or None
        with guarded(path):
            facts, linked, act = link(path, number, chosen)
        if act:
            feedback.pushInfo(
                tr(
                    "{n} reports are linked into {facts} facts; undoing batch {batch} takes it "
                    "back."
                ).format(n=linked, facts=facts, batch=act)
            )
        else:
            feedback.pushInfo(tr("There is no pair to link."))
        return {"FACTS": facts, "LINKED": linked, "BATCH": act}
