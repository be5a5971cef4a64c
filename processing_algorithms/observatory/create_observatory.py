"""A new, empty observatory."""

from pathlib import Path

from qgis.core import (
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFileDestination,
    QgsProcessingUtils,
)

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, optional
from .parameters import layer_source


class CreateObservatory(OltpAlgorithm):
    """``oltp:createobservatory``"""

    NAME = "createobservatory"
    GROUP = "observatory"

    def title(self):
        return tr("Create an observatory")

    def initAlgorithm(self, configuration=None):
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("New observatory"), tr("Observatory (*.gpkg)")
            )
        )
        self.addParameter(
            optional(
                QgsProcessingParameterCrs(
                    "CRS", tr("Coordinate system, projected"), defaultValue="EPSG:2154"
                )
            )
        )
        self.addOutput(QgsProcessingOutputVectorLayer("INCIDENTS", tr("Incidents")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.observatory.create import create

        path = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
        if path.is_relative_to(QgsProcessingUtils.tempFolder()):
            raise ObservatoryError("temporary_path")
        crs = self.parameterAsCrs(parameters, "CRS", context)
        authority, _, code = crs.authid().partition(":")
        if authority != "EPSG":
            raise ObservatoryError("unknown_crs", crs=crs.authid() or "?")
        create(path, int(code))
        feedback.pushInfo(tr("The observatory {name} is ready.").format(name=path.name))
        return {"OUTPUT": str(path), "INCIDENTS": layer_source(path, "incident")}
