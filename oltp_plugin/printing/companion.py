"""The records or figures behind a page's table or chart, read once for all pages."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer

from oltp_plugin.layers.arrays import Points
from oltp_plugin.printing.diffusion import has_points
from oltp_plugin.printing.figures import (
    TIME_FIELDS,
    Draw,
    category_names,
    category_table,
    hours_of,
    month_chart,
    result_table,
    row_chart,
    times_of,
    week_chart,
)
from oltp_plugin.printing.records import valid_points
from oltp_plugin.printing.table import Table
from oltp_plugin.translation import tr

MONTHS, WEEK, ROWS = range(3)  # in the order of the parameter CHART


@dataclass
class Companion:
    """``points`` with the fields that matter, where the layer has records; else its rows count.

    ``categories``: words by code.
    """

    layer: QgsVectorLayer
    points: Points | None
    categories: dict[str, str]

    def inside(self, mask: np.ndarray) -> Companion:
        """With the records of a boolean ``mask`` only."""
        points = None if self.points is None else self.points.where(mask)
        return Companion(self.layer, points, self.categories)


def companion(layer: QgsVectorLayer, crs: QgsCoordinateReferenceSystem, context) -> Companion:
    """Read ``layer``: records with their time and category, or a table of figures.

    Raises ``LayerError``.
    """
    names = layer.fields().names()
    if has_points(layer) and "n" not in names:
        wanted = [name for name in (*TIME_FIELDS, "category") if name in names]
        points = valid_points(layer, wanted, crs, context)
        return Companion(layer, points, category_names(layer))
    return Companion(layer, None, {})


def table_of(read: Companion | None, least: int) -> Table | None:
    """Records by category, or the rows of the figures."""
    if read is None:
        return None
    if read.points is None:
        return result_table(read.layer, least)
    codes = read.points.fields.get("category")
    return None if codes is None else category_table(codes, read.categories, least)


def chart_of(read: Companion | None, kind: int, least: int) -> Draw | None:
    """The chart asked for, as far as the layer has what it shows; else its rows as bars."""
    if read is None:
        return None
    field = TIME_FIELDS[0]
    if read.points is None or kind == ROWS or field not in read.points.fields:
        return row_chart(table_of(read, least), read.layer.name())
    if kind == WEEK:
        title = tr("Records by hour and day of the week")
        return week_chart(hours_of(read.points), title, least)
    return month_chart(times_of(read.points, field), tr("Records by month"), least)
