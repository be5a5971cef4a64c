"""What a partner's convention allows, recorded from a JSON document."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterFile

from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm
from .parameters import observatory_parameter, opened


class SetAgreement(OltpAlgorithm):
    """``oltp:setagreement``"""

    NAME = "setagreement"
    GROUP = "observatory"

    def title(self):
        return tr("Record an agreement")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(
            QgsProcessingParameterFile(
                "INPUT", tr("Agreement"), fileFilter=tr("Agreement (*.json)")
            )
        )
        self.addOutput(QgsProcessingOutputNumber("AGREEMENT", tr("Agreement")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.observatory import agreement_document, agreements

        path = opened(self, parameters, context)
        agreement = agreement_document.read(
            Path(self.parameterAsFile(parameters, "INPUT", context))
        )
        with guarded(path):
            number = agreements.record(path, agreement)
        feedback.pushInfo(
            tr("Agreement {reference} with {partner} recorded.").format(
                reference=agreement.reference, partner=agreement.partner
            )
        )
        state = agreement.state()
        if state == "ended":
            feedback.pushWarning(
                tr("It has ended: nothing new of {partner} may enter.").format(
                    partner=agreement.partner
                )
            )
        elif state == "not_begun":
            feedback.pushWarning(
                tr("It begins on {day}: until then nothing of {partner} may enter.").format(
                    day=agreement.valid_from, partner=agreement.partner
                )
            )
        return {"AGREEMENT": number}
