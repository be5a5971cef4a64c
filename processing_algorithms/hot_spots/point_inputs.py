"""What the methods on points have in common: their inputs, and the records that they look at."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateTransform,
    QgsProcessing,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSource,
)

from oltp_plugin.errors import AnalysisError, LayerError
from oltp_plugin.local_format import decimal
from oltp_plugin.translation import tr

from ..base import optional, revealed_parameter, study_area_parameter, weight_parameter
from ..features import read_shapes


def point_parameters() -> list:
    """INPUT, STUDY_AREA and WEIGHT_FIELD."""
    points = [QgsProcessing.SourceType.TypeVectorPoint]
    return [
        QgsProcessingParameterFeatureSource("INPUT", tr("Incidents"), points),
        study_area_parameter(),
        weight_parameter(),
    ]


def reach_parameter():
    """MAX_DISTANCE: how far from its street an incident may be."""
    return optional(
        QgsProcessingParameterDistance(
            "MAX_DISTANCE",
            tr("Farthest from its street that an incident may be"),
            50,
            parentParameterName="INPUT",
            minValue=0,
        )
    )


def too_far(reach: float) -> str:
    """Why an incident is at no street."""
    return tr("farther than {distance} m from any street").format(distance=decimal(reach))


def last_parameters() -> list:
    """INCLUDE_REVEALED, folded away."""
    return [revealed_parameter()]


def read_inside(algorithm, parameters, context, feedback, fields=(), needs="cell"):
    """The records of INPUT that the study area holds, and that area (None where there is none).

    ``needs``: the precision of places without which the method means nothing. Raises
    AnalysisError ``no_located_points``, ``study_area_misses_points``.
    """
    import shapely

    points = algorithm.points(
        parameters,
        "INPUT",
        context,
        feedback,
        weight="WEIGHT_FIELD",
        fields=fields,
        revealed=algorithm.parameterAsBoolean(parameters, "INCLUDE_REVEALED", context),
        needs=needs,
    )
    if not len(points):
        raise AnalysisError("no_located_points")
    area = algorithm.study_area(parameters, points, context, feedback)
    if area is not None:
        shapely.prepare(area)
        points.keep(shapely.intersects_xy(area, points.x, points.y), tr("outside the study area"))
        if not len(points):
            raise AnalysisError("study_area_misses_points")
    return points, area


def read_units(algorithm, parameters, name, context, feedback, crs, area):
    """The source of the parameter ``name``, and its lines or polygons in ``crs`` (``Shapes``).

    Only those that the study area touches. Raises LayerError ``no_shapes``, ``nothing_inside``.
    """
    import shapely

    source = algorithm.source(parameters, name, context)
    transform = QgsCoordinateTransform(source.sourceCrs(), crs, context.transformContext())
    units = read_shapes(source, feedback, transform)
    if not units.features:
        raise LayerError("no_shapes", layer=source.sourceName())
    if area is not None:
        inside = shapely.intersects(area, units.geometries)
        if not inside.any():
            raise LayerError("nothing_inside", layer=source.sourceName())
        units.features = [each for each, kept in zip(units.features, inside) if kept]
        units.geometries = units.geometries[inside]
    return source, units
