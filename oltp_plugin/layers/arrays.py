"""A layer's points as numpy arrays.

A plain GeoPackage layer is read with one SQL statement under SQLite's shared lock; everything
else (edits, joins, virtual fields, selections, other formats) through QGIS's ``getFeatures``.
The short way is taken only where it gives the same arrays, and given up as soon as a value is not
what it expects. No count here comes from ``featureCount()``: it is wrong for filtered layers.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

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
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from oltp_plugin.errors import Cancelled, LayerError

_CHUNK = 50_000  # rows between two looks at the cancel button
_ROWS = 500  # fetched at once: few enough tuples alive for the garbage collector to stay asleep
_LOCKED_SECONDS = 10.0

# A subset means the same to SQLite and to GDAL's SQLite if it calls nothing that GDAL replaces.
_SUBSET_WORDS = re.compile(r"like|regexp|match|ogr_|--|/\*|;", re.IGNORECASE)
_SUBSET_CALLS = re.compile(r"(\w+)\s*\(")
_SUBSET_KNOWN_CALLS = frozenset(
    {"in", "and", "or", "not", "where", "select", "exists", "between", "then", "when"}
    | {"cast", "coalesce", "min", "strftime", "substr"}  # what the observatory's own filter calls
)
_WRITTEN_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)Z?)?", re.ASCII
)


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
        raw = _read_geopackage(source, fields, feedback)
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


def _stop_if_cancelled(feedback) -> None:
    if feedback is not None and feedback.isCanceled():
        raise Cancelled()


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
            _stop_if_cancelled(feedback)
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
    if _is_number(definition):
        return np.array(values, dtype=float)
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def _clock_time(value) -> str | None:
    """Date and time as written: ``QDateTime`` itself is invalid in the hour that spring skips."""
    if value is None:
        return None
    return f"{value.date().toString('yyyy-MM-dd')}T{value.time().toString('HH:mm:ss.zzz')}"


def _is_number(definition: QgsField) -> bool:
    return definition.isNumeric() or definition.type() == QVariant.Bool


# --- the short way ----------------------------------------------------------------------------


class _NotCertainError(Exception):
    """What the file holds is not what the short way knows to read as QGIS does."""


def _read_geopackage(layer: QgsVectorLayer, fields: Sequence[str], feedback):
    """As ``_read_features``, from the file itself; None where that is not certain to be equal."""
    table = _table_of(layer)
    if table is None or not all(_is_stored(layer, name) for name in fields):
        return None
    path, table_name, subset = table
    definitions = [layer.fields().at(layer.fields().lookupField(name)) for name in fields]
    names = [definition.name() for definition in definitions]
    kind = layer.wkbType()
    size = 29 + 8 * (QgsWkbTypes.hasZ(kind) + QgsWkbTypes.hasM(kind))
    try:
        with _reading(path, feedback) as connection:
            geometry, tail = _from_clause(connection, table_name, names, subset)
            if names:
                blobs, columns = _rows(connection, geometry, tail, size, names, feedback)
            else:
                blobs, columns = _all_geometries(connection, geometry, tail, size), []
        x, y = _decode(blobs, size)
        values = {
            name: _stored_column(column, definition)
            for name, column, definition in zip(fields, columns, definitions)
        }
    except (_NotCertainError, sqlite3.Error):
        _stop_if_cancelled(feedback)
        return None
    return x, y, values


def _table_of(layer: QgsVectorLayer) -> tuple[Path, str, str] | None:
    """File, table and SQL condition of a GeoPackage layer that shows just what the file holds."""
    provider = layer.dataProvider()
    if layer.providerType() != "ogr" or provider.storageType() != "GPKG":
        return None
    if layer.isEditable() or provider.transaction() is not None:
        return None
    if QgsWkbTypes.isMultiType(layer.wkbType()):
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    expected = {"path", "layerName", "subset", "layerId"}
    if any(value for key, value in parts.items() if key not in expected):
        return None
    subset = layer.subsetString()
    if not _is_plain(subset) or not parts.get("layerName") or not Path(parts["path"]).is_file():
        return None
    return Path(parts["path"]), parts["layerName"], subset


def _is_plain(subset: str) -> bool:
    if subset.lstrip().lower().startswith("select") or _SUBSET_WORDS.search(subset):
        return False
    calls = (word.lower() for word in _SUBSET_CALLS.findall(subset))
    return all(word in _SUBSET_KNOWN_CALLS for word in calls)


def _is_stored(layer: QgsVectorLayer, name: str) -> bool:
    """Whether a field is a column of the file, of a type that the short way knows."""
    index = layer.fields().lookupField(name)
    definition = layer.fields().at(index)
    return layer.fields().fieldOrigin(index) == QgsFields.FieldOrigin.OriginProvider and (
        _is_number(definition)
        or definition.type() in (QVariant.String, QVariant.Date, QVariant.DateTime)
    )


@contextlib.contextmanager
def _reading(path: Path, feedback) -> Iterator[sqlite3.Connection]:
    """One consistent state of the file under SQLite's shared lock; the journal mode stays."""
    uri = path.resolve().as_uri()
    if not uri.startswith("file:///"):  # a Windows share, whose server SQLite wants in the path
        uri = uri.replace("file://", "file:////", 1)
    connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=0.2, isolation_level=None)
    try:
        _wait_for_shared_lock(connection, path, feedback)
        if feedback is not None:
            connection.set_progress_handler(feedback.isCanceled, 100_000)
        yield connection
    finally:
        connection.close()


def _wait_for_shared_lock(connection: sqlite3.Connection, path: Path, feedback) -> None:
    """Begin to read; a writer keeps others out only while its commit lasts."""
    give_up = time.monotonic() + _LOCKED_SECONDS
    connection.execute("BEGIN")
    while True:
        _stop_if_cancelled(feedback)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            if time.monotonic() > give_up:
                raise LayerError("layer_locked", file=path.name) from error


def _from_clause(connection: sqlite3.Connection, table: str, columns: list[str], subset: str):
    """The geometry column, and the statement's end from FROM on."""
    found = connection.execute(
        "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?", (table,)
    ).fetchone()
    stored = {row[1] for row in connection.execute(f"PRAGMA table_info({_quoted(table)})")}
    encoding = connection.execute("PRAGMA encoding").fetchone()[0]
    if found is None or not stored.issuperset(columns) or encoding != "UTF-8":
        raise _NotCertainError
    where = f" WHERE ({subset})" if subset.strip() else ""
    return _quoted(found[0]), f"FROM {_quoted(table)}{where}"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _all_geometries(connection: sqlite3.Connection, geometry: str, tail: str, size: int) -> bytes:
    """Every geometry in one string of bytes, ``size`` each: SQLite joins a million in 0.2 s."""
    connection.text_factory = bytes
    statement = f"SELECT count(*), group_concat(ifnull({geometry}, zeroblob({size})), '') {tail}"
    count, joined = connection.execute(statement).fetchone()
    joined = joined or b""
    if len(joined) != count * size:
        raise _NotCertainError
    return joined


def _rows(connection: sqlite3.Connection, geometry: str, tail: str, size: int, names, feedback):
    """The geometries as above, and one list of values for each column."""
    what = ", ".join([f"ifnull({geometry}, zeroblob({size}))", *map(_quoted, names)])
    cursor = connection.execute(f"SELECT {what} {tail}")
    blobs: list[bytes] = []
    columns: list[list] = [[] for _ in names]
    while rows := cursor.fetchmany(_ROWS):
        _stop_if_cancelled(feedback)
        shapes, *values = zip(*rows)
        if set(map(len, shapes)) != {size}:
            raise _NotCertainError
        blobs.append(b"".join(shapes))
        for column, more in zip(columns, values):
            column.extend(more)
    return b"".join(blobs), columns


def _decode(blobs: bytes, size: int) -> tuple[np.ndarray, np.ndarray]:
    """x and y of GeoPackage point blobs: "GP", version 0, flags, SRS, then little-endian WKB."""
    layout = np.dtype(
        [
            ("head", "S4"),
            ("srs", "<i4"),
            ("order", "u1"),
            ("type", "<u4"),
            ("x", "<f8"),
            ("y", "<f8"),
        ]
        + [("more", f"V{size - 29}")] * (size > 29)
    )
    rows = np.frombuffer(blobs, dtype=layout)
    null = rows["head"] == b""
    empty = rows["head"] == b"GP\0\x11"
    located = rows["head"] == b"GP\0\x01"
    flat = (rows["order"] == 1) & (rows["type"] % 1000 == 1)
    if not (null | ((empty | located) & flat)).all():
        raise _NotCertainError
    x, y = rows["x"].copy(), rows["y"].copy()
    x[~located] = y[~located] = np.nan
    return x, y


def _stored_column(values: list, definition: QgsField) -> np.ndarray:
    """SQLite's values as the array that QGIS's would give."""
    if definition.type() in (QVariant.Date, QVariant.DateTime):
        return _written_times(values, definition.type() == QVariant.DateTime)
    if _is_number(definition):
        return _numbers(values, definition)
    if not {type(value) for value in values} <= {str, type(None)}:
        raise _NotCertainError
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def _numbers(values: list, definition: QgsField) -> np.ndarray:
    if not {type(value) for value in values} <= {int, float, type(None)}:
        raise _NotCertainError
    numbers = np.array(values, dtype=float)
    whole = definition.type() != QVariant.Double
    if whole and not np.array_equal(numbers, np.trunc(numbers), equal_nan=True):
        raise _NotCertainError
    return numbers


def _written_times(values: list, with_clock: bool) -> np.ndarray:
    """ISO text as datetime64[ms] or [D]; text with an offset from UTC is left to QGIS."""
    written = []
    for value in values:
        match = None if value is None else _WRITTEN_TIME.fullmatch(value)
        if value is not None and (match is None or bool(match[2]) != with_clock):
            raise _NotCertainError
        written.append(None if match is None else "T".join(filter(None, match.groups())))
    return np.array(written, dtype="datetime64[ms]" if with_clock else "datetime64[D]")


# --- coordinates ------------------------------------------------------------------------------


def _transformed(x, y, source_crs, target_crs, context, feedback):
    """Coordinates in ``target_crs``; NaN where it has none for a point."""
    transform_context = (context or QgsProject.instance()).transformContext()
    transform = QgsCoordinateTransform(source_crs, target_crs, transform_context)
    new_x, new_y = np.full(len(x), np.nan), np.full(len(y), np.nan)
    located = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    for start in range(0, len(located), _CHUNK):
        _stop_if_cancelled(feedback)
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
