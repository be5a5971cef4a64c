"""The town's areas of one level, from a layer of polygons."""

from __future__ import annotations

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from oltp_plugin.errors import Cancelled, LayerError, ObservatoryError
from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, optional
from ..inputs import open_source
from ..records import text
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
        self.addParameter(crs_parameter())
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Territories")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.observatory.territories import distinct_codes, import_territories

        path = opened(self, parameters, context)
        source = open_source(self, parameters, "INPUT", context)
        names = [
            self.parameterAsString(parameters, name, context)
            for name in ("CODE_FIELD", "NAME_FIELD", "POPULATION_FIELD")
        ]
        crs = self.parameterAsCrs(parameters, "CRS", context)
        features = features_in_observatory_crs(source, path, context, crs)
        read, nameless = _territories(features, names, feedback)
        if nameless:
            feedback.pushWarning(
                tr("Territories with neither a code nor a name, left out: {n}").format(n=nameless)
            )
        territories, renamed = distinct_codes(read)
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


def _territories(features, names, feedback):
    """The features as territories, and how many have neither a code nor a name.

    Those and features without geometry are left out; a code stands in for a name and the reverse.
    """
    from oltp_plugin.observatory.territories import Territory

    listed, nameless = [], 0
    for feature in features:
        if feedback.isCanceled():
            raise Cancelled()
        geometry = feature.geometry()
        if geometry.isEmpty():
            continue
        if QgsWkbTypes.isCurvedType(geometry.wkbType()):
            geometry.convertToStraightSegment()
        code, name = (text(feature[field]) for field in names[:2])
        if not (code or name):
            nameless += 1
            continue
        population = feature[names[2]] if names[2] else NULL
        residents = _whole(population, code or name)
        listed.append(Territory(code or name, name or code, bytes(geometry.asWkb()), residents))
    return listed, nameless


def _whole(population, code: str) -> int | None:
    try:
        written = "".join(text(population).split()).replace(",", ".")
        return int(float(written)) if written else None
    except (ValueError, OverflowError) as error:
        raise ObservatoryError("bad_population", code=code) from error


def crs_parameter() -> QgsProcessingParameterDefinition:
    """CRS: of a layer that says none, or a wrong one."""
    crs = QgsProcessingParameterCrs("CRS", tr("Coordinate system, where the layer's is wrong"))
    crs.setHelp(tr("Left out: the layer's own"))
    return optional(crs)


def features_in_observatory_crs(source, path, context, crs: QgsCoordinateReferenceSystem):
    """The features of ``source`` in the observatory's CRS, read as ``crs`` where that is given.

    Raises LayerError ``not_in_crs``.
    """
    request = in_observatory_crs(path, context)
    if not crs.isValid():
        yield from source.getFeatures(request)
        return
    transform = QgsCoordinateTransform(crs, request.destinationCrs(), context.transformContext())
    for feature in source.getFeatures():
        geometry = feature.geometry()
        try:
            geometry.transform(transform)
        except QgsCsException as error:
            raise LayerError(
                "not_in_crs", layer=source.sourceName(), crs=crs.authid() or crs.description()
            ) from error
        feature.setGeometry(geometry)
        yield feature


def in_observatory_crs(path, context) -> QgsFeatureRequest:
    """A request whose features come in the observatory's CRS."""
    from oltp_plugin.observatory.opening import check

    crs = QgsCoordinateReferenceSystem(f"EPSG:{check(path).epsg}")
    return QgsFeatureRequest().setDestinationCrs(crs, context.transformContext())
