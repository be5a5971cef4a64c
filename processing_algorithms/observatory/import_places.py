"""Places of the town's inventory, from a layer of points."""

from __future__ import annotations

from qgis.core import (
    NULL,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
)

from oltp_plugin.errors import Cancelled
from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm
from ..inputs import open_source
from .import_territories import crs_parameter, features_in_observatory_crs
from .parameters import observatory_parameter, opened


class ImportPlaces(OltpAlgorithm):
    """``oltp:importplaces``"""

    NAME = "importplaces"
    GROUP = "observatory"

    def title(self):
        return tr("Import places")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                "INPUT", tr("Points"), [QgsProcessing.SourceType.TypeVectorPoint]
            )
        )
        kind = QgsProcessingParameterString("KIND", tr("Kind"), "camera")
        kind.setHelp(tr("camera, stop, station, school, hall, car_park, park, square, market…"))
        self.addParameter(kind)
        self.addParameter(
            QgsProcessingParameterField("NAME_FIELD", tr("Name"), parentLayerParameterName="INPUT")
        )
        self.addParameter(QgsProcessingParameterString("OPERATOR", tr("Operator"), optional=True))
        for name, description in (
            ("IN_SERVICE_FIELD", tr("In service since (date or year)")),
            ("OUT_OF_SERVICE_FIELD", tr("Out of service since (date or year)")),
        ):
            self.addParameter(
                QgsProcessingParameterField(
                    name, description, parentLayerParameterName="INPUT", optional=True
                )
            )
        self.addParameter(crs_parameter())
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Places")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.observatory.places import import_places

        path = opened(self, parameters, context)
        source = open_source(self, parameters, "INPUT", context)
        fields = {
            name: self.parameterAsString(parameters, name, context)
            for name in ("NAME_FIELD", "IN_SERVICE_FIELD", "OUT_OF_SERVICE_FIELD")
        }
        operator = self.parameterAsString(parameters, "OPERATOR", context) or None
        crs = self.parameterAsCrs(parameters, "CRS", context)
        features = features_in_observatory_crs(source, path, context, crs)
        places = _places(features, fields, operator, feedback)
        kind = self.parameterAsString(parameters, "KIND", context).strip().lower()
        with guarded(path):
            count = import_places(path, kind, places)
        feedback.pushInfo(tr("{n} places imported.").format(n=count))
        return {"COUNT": count}


def _places(features, fields, operator, feedback):
    """The features as places; a multipoint is at its first point, one without geometry left out."""
    from oltp_plugin.observatory.places import Place, day_or_year

    listed = []
    for feature in features:
        if feedback.isCanceled():
            raise Cancelled()
        if feature.geometry().isEmpty():
            continue
        point = next(feature.geometry().vertices())
        name = feature[fields["NAME_FIELD"]]
        dates = [
            day_or_year(_written(feature[fields[each]]) if fields[each] else None)
            for each in ("IN_SERVICE_FIELD", "OUT_OF_SERVICE_FIELD")
        ]
        listed.append(
            Place(point.x(), point.y(), "?" if name == NULL else str(name), operator, *dates)
        )
    return listed


def _written(value):
    """A cell as text; a date in ISO form."""
    if value == NULL:
        return None
    return value.toString("yyyy-MM-dd") if hasattr(value, "toString") else str(value)
