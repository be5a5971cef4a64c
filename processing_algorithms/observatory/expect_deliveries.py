"""When a partner's deliveries are expected."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.observatory.agreements import RHYTHMS
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm
from .parameters import observatory_parameter, opened


class ExpectDeliveries(OltpAlgorithm):
    """``oltp:expectdeliveries``"""

    NAME = "expectdeliveries"
    GROUP = "observatory"

    def title(self):
        return tr("Say when deliveries are expected")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(QgsProcessingParameterString("PARTNER", tr("Partner (code)")))
        self.addParameter(
            QgsProcessingParameterEnum(
                "RHYTHM",
                tr("Rhythm"),
                [
                    tr("daily"),
                    tr("weekly"),
                    tr("monthly"),
                    tr("quarterly"),
                    tr("yearly"),
                    tr("none"),
                ],
                defaultValue=RHYTHMS.index("monthly"),
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                "DELIVERY_DAY",
                tr("Due by this day of the following month"),
                QgsProcessingParameterNumber.Type.Integer,
                optional=True,
                minValue=1,
                maxValue=31,
            )
        )

    def work(self, parameters, context, feedback):
        from oltp_plugin.observatory.expected import expect

        path = opened(self, parameters, context)
        partner = self.parameterAsString(parameters, "PARTNER", context).strip()
        rhythm = RHYTHMS[self.parameterAsEnum(parameters, "RHYTHM", context)]
        given = parameters.get("DELIVERY_DAY") is not None
        day = self.parameterAsInt(parameters, "DELIVERY_DAY", context) if given else None
        with guarded(path):
            expect(path, partner, rhythm, day)
        feedback.pushInfo(tr("Kept for {partner}.").format(partner=partner))
        return {}
