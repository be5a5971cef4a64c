"""A result's records keep the fields of the input that they may carry along."""

from __future__ import annotations

import numpy as np
from qgis.core import NULL, QgsField
from qgis.PyQt.QtCore import QDate, QDateTime, QTime, QVariant

from .features import attributes, carried_fields


def wants(parameters, name: str) -> bool:
    """Whether an optional output was asked for."""
    return parameters.get(name) not in (None, "")


def fields_to_carry(algorithm, parameters, name: str, context) -> list[QgsField]:
    """Fields of the parameter ``name`` that a copy of its records may carry (``features.py``)."""
    source = algorithm.source(parameters, name, context, needs="none")
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    return [source.fields().at(index) for index in carried_fields(source, layer)]


def carried_rows(fields: list[QgsField], values: dict) -> list[list] | None:
    """The values of ``fields`` by record, from arrays by name as ``layers.arrays`` reads them."""
    columns = [_attributes(field, values[field.name()]) for field in fields]
    return [list(row) for row in zip(*columns)] if columns else None


def texts(column: np.ndarray) -> np.ndarray:
    """Each value as ``text``."""
    return np.array([text(each) for each in column.tolist()], dtype=object)


def text(value) -> str:
    """A value as text, a whole number without decimals; empty for null, NaN and blanks."""
    if value is None or value == NULL or value != value:
        return ""
    return (f"{value:.15g}" if isinstance(value, float) else str(value)).strip()


def _attributes(field: QgsField, column) -> list:
    if column.dtype.kind == "f" and field.type() in (QVariant.Int, QVariant.LongLong):
        return [NULL if value != value else int(value) for value in column.tolist()]
    if column.dtype.kind == "M" and field.type() == QVariant.DateTime:
        return [NULL if moment is None else _date_time(moment) for moment in column.tolist()]
    return attributes(column)


def _date_time(moment) -> QDateTime:
    """The clock time as it was written."""
    clock = QTime(moment.hour, moment.minute, moment.second, moment.microsecond // 1000)
    return QDateTime(QDate(moment.year, moment.month, moment.day), clock)
