"""A partner declares that nothing happened."""

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterString

from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm
from .parameters import day, day_parameter, observatory_parameter, opened


class NilReturn(OltpAlgorithm):
    """``oltp:nilreturn``"""

    NAME = "nilreturn"
    GROUP = "observatory"

    def title(self):
        return tr("Record a nil return")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(QgsProcessingParameterString("PARTNER", tr("Partner (code)")))
        self.addParameter(day_parameter("PERIOD_FROM", tr("First day covered"), required=True))
        self.addParameter(day_parameter("PERIOD_TO", tr("Last day covered"), required=True))
        self.addOutput(QgsProcessingOutputNumber("BATCH", tr("Batch")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.observatory.batches import nil_return

        path = opened(self, parameters, context)
        partner = self.parameterAsString(parameters, "PARTNER", context).strip()
        first, last = (
            day(self, parameters, name, context) for name in ("PERIOD_FROM", "PERIOD_TO")
        )
        with guarded(path):
            batch = nil_return(path, partner, first, last)
        feedback.pushInfo(
            tr("{partner} declared nothing from {first} to {last} (batch {batch}).").format(
                partner=partner, first=first, last=last, batch=batch
            )
        )
        return {"BATCH": batch}
