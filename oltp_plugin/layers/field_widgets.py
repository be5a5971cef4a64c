"""Widgets and constraints of QGIS's attribute forms, set from a layer's field names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from qgis.core import (
    QgsEditorWidgetSetup,
    QgsFieldConstraints,
    QgsVectorLayer,
)


class Lookup(NamedTuple):
    """A table to pick from, as the layer of it in the project."""

    id: str
    name: str
    source: str

    @classmethod
    def of(cls, layer: QgsVectorLayer) -> Lookup:
        return cls(layer.id(), layer.name(), layer.publicSource())


STORED_TIME = "yyyy-MM-ddTHH:mm:ss"
STORED_DAY = "yyyy-MM-dd"


def set_aliases(layer: QgsVectorLayer, words: Mapping[str, str]) -> None:
    for field, alias in words.items():
        layer.setFieldAlias(layer.fields().lookupField(field), alias)


def set_widget(layer: QgsVectorLayer, field: str, kind: str, config: dict) -> None:
    index = layer.fields().lookupField(field)
    layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup(kind, config))


def set_moment(layer: QgsVectorLayer, field: str) -> None:
    """A local wall time in text; the widget must neither convert nor round it."""
    _set_time(layer, field, STORED_TIME, "dd/MM/yyyy HH:mm")


def set_day(layer: QgsVectorLayer, field: str) -> None:
    """A day in text."""
    _set_time(layer, field, STORED_DAY, "dd/MM/yyyy")


def _set_time(layer: QgsVectorLayer, field: str, stored: str, shown: str) -> None:
    config = {
        "field_format": stored,
        "field_iso_format": False,
        "display_format": shown,
        "calendar_popup": True,
        "allow_null": True,
    }
    set_widget(layer, field, "DateTime", config)


def set_choices(
    layer: QgsVectorLayer, field: str, values: Mapping, may_be_empty: bool = False
) -> None:
    """A closed list: stored value -> words."""
    pairs = [{words: str(value)} for value, words in values.items()]
    if may_be_empty:
        pairs.insert(0, {"": _NULL})
    set_widget(layer, field, "ValueMap", {"map": pairs})


# QgsValueMapFieldFormatter.NULL_VALUE, which Python does not see on QGIS 3.22.
_NULL = "{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}"


def set_lookup(
    layer: QgsVectorLayer,
    field: str,
    table: Lookup,
    value: str,
    may_be_empty: bool,
    key: str = "code",
    condition: str = "",
) -> None:
    """A list picked from another layer of the observatory."""
    config = {
        "Layer": table.id,
        "LayerName": table.name,
        "LayerSource": table.source,
        "LayerProviderName": "ogr",
        "Key": key,
        "Value": value,
        "AllowNull": may_be_empty,
        "OrderByValue": True,
        "FilterExpression": condition,
    }
    set_widget(layer, field, "ValueRelation", config)


def require(layer: QgsVectorLayer, field: str, expression: str, words: str) -> None:
    """Refuse to save while ``expression`` is not true; ``words``: what is wanted."""
    index = layer.fields().lookupField(field)
    layer.setConstraintExpression(index, expression, words)
    layer.setFieldConstraint(
        index,
        QgsFieldConstraints.Constraint.ConstraintExpression,
        QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard,
    )


def make_read_only(layer: QgsVectorLayer, fields: tuple[str, ...]) -> None:
    form = layer.editFormConfig()
    for field in fields:
        form.setReadOnly(layer.fields().lookupField(field), True)
    layer.setEditFormConfig(form)
