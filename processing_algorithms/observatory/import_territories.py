"""The town's areas of one level, from a layer of polygons."""

from __future__ import annotations

from qgis.core import (
    NULL,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from oltp_plugin.errors import Cancelled, ObservatoryError
from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm
from ..inputs import open_source
from .parameters import observatory_parameter, opened


class ImportTerritories(OltpAlgorithm):
    """``oltp:importterritories``"""

    NAME = "importterritories"
    GROUP = "observatory"

    def title(self):
        return tr("Import territories")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                "INPUT", tr("Polygons"), [QgsProcessing.SourceType.TypeVectorPolygon]
            )
        )
        level = QgsProcessingParameterString("LEVEL", tr("Level"), "quartier")
        level.setHelp(tr("commune, quartier, sous-quartier, iris, qpv, groupe territorial…"))
        self.addParameter(level)
        for name, description, needed in (
            ("CODE_FIELD", tr("Code"), True),
            ("NAME_FIELD", tr("Name"), True),
            ("POPULATION_FIELD", tr("Residents"), False),
        ):
            self.addParameter(
                QgsProcessingParameterField(
                    name, description, parentLayerParameterName="INPUT", optional=not needed
                )
            )
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Territories")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.observatory.territories import distinct_codes, import_territories

        path = opened(self, parameters, context)
        source = open_source(self, parameters, "INPUT", context)
        names = [
            self.parameterAsString(parameters, name, context)
            for name in ("CODE_FIELD", "NAME_FIELD", "POPULATION_FIELD")
        ]
        territories, renamed = distinct_codes(_territories(path, source, names, context, feedback))
        for code, name in renamed.items():
            feedback.pushWarning(
                tr(
                    "The code of “{name}” stands twice in the layer: it is stored as {code}."
                ).format(name=name, code=code)
            )
        level = self.parameterAsString(parameters, "LEVEL", context)
        with guarded(path):
            count = import_territories(path, level, territories)
        feedback.pushInfo(
            tr("{n} territories of level “{level}” imported.").format(n=count, level=level)
        )
        return {"COUNT": count}


def _territories(path, source, names, context, feedback):
    """The features as territories, in the observatory's CRS; those without geometry left out."""
    from oltp_plugin.observatory.territories import Territory

    listed = []
    for feature in source.getFeatures(in_observatory_crs(path, context)):
        if feedback.isCanceled():
            raise Cancelled()
        geometry = feature.geometry()
        if geometry.isEmpty():
            continue
        if QgsWkbTypes.isCurvedType(geometry.wkbType()):
            geometry.convertToStraightSegment()
        code, name = (str(feature[field]).strip() for field in names[:2])
        population = feature[names[2]] if names[2] else NULL
        listed.append(Territory(code, name, bytes(geometry.asWkb()), _whole(population, code)))
    return listed


def _whole(population, code: str) -> int | None:
    try:
        return None if population == NULL else int(float(str(population).replace(" ", "")))
    except ValueError as error:
        raise ObservatoryError("bad_population", code=code) from error


def in_observatory_crs(path, context) -> QgsFeatureRequest:
    """A request whose features come in the observatory's CRS."""
    from qgis.core import QgsCoordinateReferenceSystem

    from oltp_plugin.observatory.opening import check

    crs = QgsCoordinateReferenceSystem(f"EPSG:{check(path).epsg}")
    return QgsFeatureRequest().setDestinationCrs(crs, context.transformContext())
