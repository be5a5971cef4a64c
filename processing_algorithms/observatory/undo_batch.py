"""A delivery taken back."""

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterNumber

from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm
from .parameters import observatory_parameter, opened


class UndoBatch(OltpAlgorithm):
    """``oltp:undobatch``"""

    NAME = "undobatch"
    GROUP = "observatory"

    def title(self):
        return tr("Undo a batch")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(
            QgsProcessingParameterNumber(
                "BATCH", tr("Batch"), QgsProcessingParameterNumber.Type.Integer, minValue=1
            )
        )
        self.addOutput(QgsProcessingOutputNumber("REMOVED", tr("Removed")))
        self.addOutput(QgsProcessingOutputNumber("RESTORED", tr("Restored")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.observatory.batches import undo

        path = opened(self, parameters, context)
        batch = self.parameterAsInt(parameters, "BATCH", context)
        with guarded(path):
            removed, restored = undo(path, batch)
        feedback.pushInfo(
            tr("Batch {batch} undone: {removed} removed, {restored} restored.").format(
                batch=batch, removed=removed, restored=restored
            )
        )
        return {"REMOVED": removed, "RESTORED": restored}
