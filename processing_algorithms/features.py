"""Features in as geometries for analysis, and features out with result fields of their own."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QVariant

from oltp_plugin.errors import Cancelled, LayerError
from oltp_plugin.layers.observatory_source import observatory_of
from oltp_plugin.translation import tr

FEW = 10  # below it, a rate depends on chance
ROWS_A_STEP = 2000  # written between two looks at whether the user wants to stop


@dataclass
class Shapes:
    """Features that have a geometry, with that geometry as a shapely object, valid and flat.

    ``empty``: features left out because they have none; ``repaired``: those that crossed
    themselves.
    """

    features: list
    geometries: object
    empty: int
    repaired: int

    def notes(self) -> list[str]:
        """What a reader of the result must know about these features."""
        notes = []
        if self.empty:
            notes.append(tr("Features left out, without a geometry: {n}").format(n=self.empty))
        if self.repaired:
            notes.append(
                tr("Polygons that crossed themselves, repaired: {n}").format(n=self.repaired)
            )
        return notes


def read_shapes(source: QgsProcessingFeatureSource, feedback, transform=None) -> Shapes:
    """All features of ``source``, in its CRS or through a ``QgsCoordinateTransform``.

    Raises LayerError ``no_crs``, ``not_in_crs``.
    """
    import shapely

    if transform is not None and not transform.sourceCrs().isValid():
        raise LayerError("no_crs", layer=source.sourceName())

    features, encoded, empty = [], [], 0
    for feature in source.getFeatures():
        if feedback.isCanceled():
            raise Cancelled()
        if feature.geometry().isEmpty():
            empty += 1
            continue
        features.append(feature)
        encoded.append(_flat_wkb(feature.geometry(), transform))
    geometries = shapely.from_wkb(encoded)
    if not np.isfinite(shapely.get_coordinates(geometries)).all():
        crs = transform.destinationCrs() if transform else source.sourceCrs()
        raise LayerError("not_in_crs", layer=source.sourceName(), crs=crs.authid())
    invalid = ~shapely.is_valid(geometries)
    geometries[invalid] = mended(geometries[invalid])
    return Shapes(features, geometries, empty, int(invalid.sum()))


def mended(geometries):
    """Valid shapely geometries, without what has fewer dimensions than they had (a spike)."""
    import shapely

    made = shapely.make_valid(geometries)
    dimensions = shapely.get_dimensions(geometries)
    mixed = shapely.get_type_id(made) == shapely.GeometryType.GEOMETRYCOLLECTION
    for place in (mixed | (shapely.get_dimensions(made) != dimensions)).nonzero()[0]:
        parts = shapely.get_parts(made[place])
        kept = shapely.get_dimensions(parts) == dimensions[place]
        made[place] = shapely.union_all(parts[kept])
    return made


def _flat_wkb(geometry: QgsGeometry, transform: QgsCoordinateTransform | None) -> bytes:
    """Without Z, M and arcs, which shapely does not measure."""
    flat = QgsGeometry(geometry.constGet().segmentize())
    flat.get().dropZValue()
    flat.get().dropMValue()
    if transform is not None:
        flat.transform(transform)
    return bytes(flat.asWkb())


def from_shapely(geometry, multiple: bool = True) -> QgsGeometry:
    """A shapely geometry as QGIS's, of the multiple type by default; null where it is empty."""
    result = QgsGeometry()
    if not geometry.is_empty:
        result.fromWkb(geometry.wkb)
        if multiple:
            result.convertToMultiType()
    return result


def carried_fields(source: QgsProcessingFeatureSource, layer: QgsVectorLayer | None) -> list[int]:
    """Positions of the fields that a result may carry: no address, of incidents only the uuid."""
    names = [field.name().lower() for field in source.fields()]
    if layer is None or observatory_of(layer) is None:
        return list(range(len(names)))
    if "partner_ref" in names:
        return [names.index("uuid")]
    return [index for index, name in enumerate(names) if name != "address"]


def joined_fields(carried: Iterable[QgsField], results: list[QgsField]) -> QgsFields:
    """``carried`` fields, then ``results``, which keep their names whatever the input holds.

    A carried field named like a result, capitals or not, is renamed: ``n`` becomes ``n_2``. So is
    a ``fid`` that is no whole number, which no GeoPackage takes.
    """
    reserved = {field.name().lower() for field in results}
    carried = list(carried)
    taken = reserved | {field.name().lower() for field in carried}
    fields = QgsFields()
    for field in carried:
        renamed = QgsField(field)
        name, whole = field.name().lower(), field.type() in (QVariant.Int, QVariant.LongLong)
        if name in reserved or (name == "fid" and not whole):
            renamed.setName(_free_name(field.name(), taken))
        fields.append(renamed)
    for field in results:
        fields.append(field)
    return fields


def _free_name(name: str, taken: set[str]) -> str:
    suffix = 2
    while f"{name}_{suffix}".lower() in taken:
        suffix += 1
    taken.add(f"{name}_{suffix}".lower())
    return f"{name}_{suffix}"


def write_measured(
    algorithm, parameters, context, source, carried, features, geometries, measures
) -> str:
    """Write one multipolygon a row into the sink OUTPUT; returns its destination.

    ``carried``: positions of the fields of ``source`` that each row takes from its entry in
    ``features``. ``geometries``: shapely polygons. ``measures``: by field name, an array of
    numbers, NaN for null; an array of integers makes a field of whole numbers. A row that the
    sink refuses is an error, never a missing row.
    """
    fields = [source.fields().at(index) for index in carried]
    rows = [[origin.attribute(index) for index in carried] for origin in features]
    return write_rows(
        algorithm, parameters, context, source.sourceCrs(), geometries, measures, fields, rows
    )


def write_rows(
    algorithm,
    parameters,
    context,
    crs,
    geometries,
    measures,
    carried=(),
    rows=None,
    name="OUTPUT",
    tick=lambda fraction: None,
    kind=QgsWkbTypes.Type.MultiPolygon,
) -> str:
    """Write one feature a row into the sink ``name``; returns its destination.

    ``carried``, ``rows``: fields that come along from elsewhere, and their values a row.
    ``geometries``: shapely geometries of the ``kind``; None writes a table. ``measures``: by
    field name, an array: integers (masked for null), floats (NaN for null), days (datetime64[D],
    NaT for null) or texts (None for null). A row that the sink refuses is an error, never a
    missing row.
    """
    results = [QgsField(each, _type(values)) for each, values in measures.items()]
    fields = joined_fields(carried, results)
    multiple = QgsWkbTypes.isMultiType(kind)
    count = len(next(iter(measures.values())))

    def features():
        for start in range(0, count, ROWS_A_STEP):
            tick(start / count)
            part = slice(start, start + ROWS_A_STEP)
            columns = [attributes(column[part]) for column in measures.values()]
            for row, values in enumerate(zip(*columns), start):
                feature = QgsFeature(fields)
                if geometries is not None:
                    feature.setGeometry(from_shapely(geometries[row], multiple))
                feature.setAttributes([*rows[row], *values] if rows else list(values))
                yield feature

    kind = QgsWkbTypes.Type.NoGeometry if geometries is None else kind
    return _write(algorithm, parameters, name, context, fields, kind, crs, features())


def write_table(algorithm, parameters, context, columns, rows, tick=lambda fraction: None) -> str:
    """Write rows without geometry into the sink OUTPUT; returns its destination.

    ``columns``: names and types of the fields; ``rows``: their values, None for null.
    """
    fields = QgsFields()
    for name, kind in columns:
        fields.append(QgsField(name, kind))

    def features():
        for index, row in enumerate(rows):
            tick(index / len(rows))
            feature = QgsFeature(fields)
            feature.setAttributes([NULL if value is None else value for value in row])
            yield feature

    kind, crs = QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem()
    return _write(algorithm, parameters, "OUTPUT", context, fields, kind, crs, features())


def _write(algorithm, parameters, name, context, fields, kind, crs, features) -> str:
    sink, destination = algorithm.parameterAsSink(
        parameters,
        name,
        context,
        fields,
        kind,
        crs,
        QgsFeatureSink.SinkFlag.RegeneratePrimaryKey,
    )
    if sink is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    for feature in features:
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise LayerError("not_written", reason=sink.lastError())
    if not sink.flushBuffer():
        raise LayerError("not_written", reason=sink.lastError())
    return destination


def _type(values):
    """The field type for an array of numbers, days or texts."""
    kinds = {"i": QVariant.LongLong, "f": QVariant.Double, "M": QVariant.Date}
    return kinds.get(values.dtype.kind, QVariant.String)


def attributes(column) -> list:
    """An array as values of a field, QGIS's NULL for what is masked, NaN, NaT or None."""
    if column.dtype.kind == "M":
        days = column.astype("datetime64[D]").tolist()
        return [NULL if day is None else QDate(day.year, day.month, day.day) for day in days]
    return [
        NULL if value is None or (isinstance(value, float) and math.isnan(value)) else value
        for value in column.tolist()
    ]
