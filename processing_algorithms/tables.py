"""Results without a geometry: rows into the sink OUTPUT."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingException,
    QgsWkbTypes,
)

from oltp_plugin.errors import LayerError


def write_table(
    algorithm, parameters, context, fields: QgsFields, rows: Iterable[Sequence], name="OUTPUT"
) -> str:
    """Write ``rows``, None and NaN as null, into the sink ``name``; returns its destination.

    A row that the sink refuses is an error, never a missing row.
    """
    sink, destination = algorithm.parameterAsSink(
        parameters,
        name,
        context,
        fields,
        QgsWkbTypes.Type.NoGeometry,
        QgsCoordinateReferenceSystem(),
        QgsFeatureSink.SinkFlag.RegeneratePrimaryKey,
    )
    if sink is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    for row in rows:
        feature = QgsFeature(fields)
        feature.setAttributes([_stored(value) for value in row])
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise LayerError("not_written", reason=sink.lastError())
    if not sink.flushBuffer():
        raise LayerError("not_written", reason=sink.lastError())
    return destination


def _stored(value):
    """A plain Python value that a field takes."""
    value = value.item() if hasattr(value, "item") else value
    missing = value is None or (isinstance(value, float) and math.isnan(value))
    return NULL if missing else value
