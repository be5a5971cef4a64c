"""What areas are called, and of which level they are."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsFeature, QgsFields
from qgis.PyQt.QtCore import QVariant

_TEXT = QVariant.String
_USUAL = ("name", "nom", "libelle", "libellé", "label")
_BEGINNINGS = ("lib", "nom", "name", "label")


def name_field(fields: QgsFields, shown: Iterable[int] | None = None) -> int:
    """The column with a usual name; else the first text; -1 where there is none.

    ``shown``: the columns to choose from, in their order.
    """
    columns = list(range(len(fields)) if shown is None else shown)
    texts = [column for column in columns if fields[column].type() == _TEXT]
    names = {fields[column].name().lower(): column for column in reversed(texts)}
    for usual in _USUAL:
        if usual in names:
            return names[usual]
    for column in texts:
        if fields[column].name().lower().startswith(_BEGINNINGS):
            return column
    return texts[0] if texts else -1


def level_of(row: QgsFeature) -> str:
    """The level of a territory; of any other row, nothing."""
    return str(row["level"]) if row.fields().lookupField("level") >= 0 else ""
