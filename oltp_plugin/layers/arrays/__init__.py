"""A layer's points as numpy arrays.

A plain GeoPackage layer is read from its file (``stored``) where that gives the same arrays;
everything else (edits, joins, virtual fields, selections, other formats) through QGIS's
``getFeatures``. No count here comes from ``featureCount()``: it is wrong for filtered layers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsLineString,
    QgsPointXY,
    QgsProcessingFeatureSource,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from oltp_plugin.errors import LayerError

from .stored import is_number, read_stored, stop_if_cancelled

_CHUNK = 50_000  # rows between two looks at the cancel button


@dataclass(frozen=True)
class Points:
    """The located rows of a layer.

    ``x``, ``y``: float64, in ``crs``. ``fields``: by name, one value a located row; float64 with
    NaN (numbers, booleans), object with None (text), datetime64[D] or [ms] with NaT (dates, with
    the clock time as written). ``total``: rows read; ``unlocated``: those left out, without a
    point or with one that ``crs`` cannot express.
    """

    x: np.ndarray
    y: np.ndarray
    fields: dict[str, np.ndarray] = field(default_factory=dict)
    crs: QgsCoordinateReferenceSystem = field(default_factory=QgsCoordinateReferenceSystem)
    total: int = 0
    unlocated: int = 0

    def where(self, mask: np.ndarray) -> Points:
        """Only the rows of a boolean ``mask``; the others leave ``total`` too."""
        chosen = {name: values[mask] for name, values in self.fields.items()}
        left_out = int(np.count_nonzero(~mask))
        return Points(
            self.x[mask], self.y[mask], chosen, self.crs, self.total - left_out, self.unlocated
        )


def read_points(
    source: QgsVectorLayer | QgsProcessingFeatureSource,
    fields: Sequence[str] = (),
    crs: QgsCoordinateReferenceSystem | None = None,
    context=None,
    feedback=None,
    request: QgsFeatureRequest | None = None,
    located: bool = True,
) -> Points:
    """The points of ``source``, transformed to ``crs`` (its own by default).

    ``request`` narrows what is read. ``located`` False keeps the rows without a point, with x and
    y NaN, and takes layers of any kind and tables, for what needs no place. Raises
    ``LayerError``: "not_points", "multipoints", "no_field", "layer_locked"; ``Cancelled``.
    """
    _check(source, fields, located)
    raw = None
    if request is None and isinstance(source, QgsVectorLayer):
        raw = read_stored(source, fields, feedback)
    if raw is None:
        raw = _read_features(source, fields, request or QgsFeatureRequest(), feedback)
    x, y, values = raw
    own_crs = source.crs() if isinstance(source, QgsVectorLayer) else source.sourceCrs()
    target = own_crs if crs is None or not crs.isValid() else crs
    if own_crs.isValid() and own_crs != target:
        x, y = _transformed(x, y, own_crs, target, context, feedback)
    has_point = np.isfinite(x) & np.isfinite(y)
    unlocated = int(np.count_nonzero(~has_point))
    if located and unlocated:
        x, y = x[has_point], y[has_point]
        values = {name: column[has_point] for name, column in values.items()}
    return Points(x, y, values, target, len(has_point), unlocated)


def _is_of_points(source) -> bool:
    kind = QgsWkbTypes.geometryType(source.wkbType())
    return kind == QgsWkbTypes.GeometryType.PointGeometry


def in_crs(points: Points, crs: QgsCoordinateReferenceSystem | None, context, feedback) -> Points:
    """``points`` in another CRS; those that it cannot express become unlocated."""
    if crs is None or not crs.isValid() or crs == points.crs:
        return points
    x, y = _transformed(points.x, points.y, points.crs, crs, context, feedback)
    lost = np.isfinite(points.x) & ~np.isfinite(x)
    moved = replace(points, x=x, y=y, crs=crs, unlocated=points.unlocated + int(lost.sum()))
    return replace(moved.where(~lost), total=points.total)


def _check(source, fields: Sequence[str], located: bool) -> None:
    if located and not _is_of_points(source):
        raise LayerError("not_points", layer=_name(source))
    for name in fields:
        if source.fields().lookupField(name) < 0:
            raise LayerError("no_field", layer=_name(source), field=name)


def _name(source) -> str:
    return source.name() if isinstance(source, QgsVectorLayer) else source.sourceName()


# --- the way through QGIS ---------------------------------------------------------------------


def _read_features(source, fields: Sequence[str], request: QgsFeatureRequest, feedback):
    """x, y (NaN where there is no point) and the columns, in the order of ``getFeatures``."""
    known: QgsFields = source.fields()
    indices = [known.lookupField(name) for name in fields]
    if request.filterType() != QgsFeatureRequest.FilterType.FilterExpression:
        request = QgsFeatureRequest(request).setSubsetOfAttributes(indices)
    of_points = _is_of_points(source)
    if not of_points:
        request = QgsFeatureRequest(request).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    x, y, rows = [], [], []
    for number, feature in enumerate(_features(source, request)):
        if number % 1000 == 0:
            stop_if_cancelled(feedback)
        point = _point(feature.geometry(), source) if of_points else (np.nan, np.nan)
        x.append(point[0])
        y.append(point[1])
        if indices:
            rows.append([feature.attribute(index) for index in indices])
    columns = zip(*rows) if rows else ((),) * len(indices)
    values = {
        name: _column(known.at(index), column)
        for name, index, column in zip(fields, indices, columns)
    }
    return np.array(x, dtype=float), np.array(y, dtype=float), values


def _features(source, request: QgsFeatureRequest):
    if isinstance(source, QgsVectorLayer):
        return source.getFeatures(request)
    return source.getFeatures(
        request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    )


def _point(geometry, source) -> tuple[float, float]:
    if geometry.isNull() or geometry.isEmpty():
        return np.nan, np.nan
    shape = geometry.constGet()
    if geometry.isMultipart():
        if shape.numGeometries() > 1:
            raise LayerError("multipoints", layer=_name(source))
        shape = shape.geometryN(0)
    return shape.x(), shape.y()


def _column(definition: QgsField, values) -> np.ndarray:
    """QGIS's values as an array of the kind that ``Points`` promises."""
    values = [None if value == NULL else value for value in values]
    if definition.type() == QVariant.DateTime:
        return np.array([_clock_time(value) for value in values], dtype="datetime64[ms]")
    if definition.type() == QVariant.Date:
        written = [None if value is None else value.toString("yyyy-MM-dd") for value in values]
        return np.array(written, dtype="datetime64[D]")
    if is_number(definition):
        return np.array(values, dtype=float)
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def _clock_time(value) -> str | None:
    """Date and time as written: ``QDateTime`` itself is invalid in the hour that spring skips."""
    if value is None:
        return None
    return f"{value.date().toString('yyyy-MM-dd')}T{value.time().toString('HH:mm:ss.zzz')}"


# --- coordinates ------------------------------------------------------------------------------


def _transformed(x, y, source_crs, target_crs, context, feedback):
    """Coordinates in ``target_crs``; NaN where it has none for a point."""
    transform_context = (context or QgsProject.instance()).transformContext()
    transform = QgsCoordinateTransform(source_crs, target_crs, transform_context)
    new_x, new_y = np.full(len(x), np.nan), np.full(len(y), np.nan)
    located = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    for start in range(0, len(located), _CHUNK):
        stop_if_cancelled(feedback)
        chunk = located[start : start + _CHUNK]
        new_x[chunk], new_y[chunk] = _transformed_chunk(x[chunk], y[chunk], transform)
    return new_x, new_y


def _transformed_chunk(x, y, transform: QgsCoordinateTransform):
    """All points in one call (as the vertices of a line); one by one if any of them fails."""
    line = QgsLineString(x.tolist(), y.tolist())
    try:
        line.transform(transform)
    except QgsCsException:
        return zip(*(_transformed_point(*point, transform) for point in zip(x, y)))
    vertices = np.frombuffer(line.asWkb().data(), dtype="<f8", offset=9).reshape(-1, 2)
    return vertices.T


def _transformed_point(x: float, y: float, transform) -> tuple[float, float]:
    try:
        point = transform.transform(QgsPointXY(x, y))
    except QgsCsException:
        return np.nan, np.nan
    return point.x(), point.y()
