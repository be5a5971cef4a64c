"""What a complete delivery no longer has is withdrawn, once the analyst says so."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)

from oltp_plugin import settings
from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm
from .parameters import observatory_parameter, opened


class ConfirmWithdrawals(OltpAlgorithm):
    """``oltp:confirmwithdrawals``"""

    NAME = "confirmwithdrawals"
    GROUP = "observatory"

    def title(self):
        return tr("Confirm withdrawals")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(
            QgsProcessingParameterNumber(
                "BATCH",
                tr("Batch that proposed them"),
                QgsProcessingParameterNumber.Type.Integer,
                minValue=1,
            )
        )
        self.addParameter(QgsProcessingParameterFile("INPUT", tr("Partner's file of that batch")))
        self.addOutput(QgsProcessingOutputNumber("WITHDRAWN", tr("Withdrawn")))
        self.addOutput(QgsProcessingOutputNumber("BATCH", tr("Batch")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.intake.withdrawing import withdraw

        path = opened(self, parameters, context)
        number = self.parameterAsInt(parameters, "BATCH", context)
        source = Path(self.parameterAsFile(parameters, "INPUT", context))
        with guarded(path):
            withdrawn, act = withdraw(path, number, source, settings.load().keys())
        if act:
            feedback.pushInfo(
                tr("{n} records are withdrawn; undoing batch {batch} takes it back.").format(
                    n=withdrawn, batch=act
                )
            )
        else:
            feedback.pushInfo(tr("There is no record left to withdraw."))
        return {"WITHDRAWN": withdrawn, "BATCH": act}
