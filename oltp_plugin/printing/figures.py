"""The table and the chart that stand with a map, from a layer or table of records or results.

``least``: counts above 0 and below it are hidden, and as many more as their totals would betray.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from qgis.core import NULL, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, QLocale, QTime

from oltp_plugin.layers.arrays import Points
from oltp_plugin.layers.filter_words import own_locale, weekday
from oltp_plugin.layers.observatory_source import observatory_of
from oltp_plugin.layers.times import moments
from oltp_plugin.local_format import number
from oltp_plugin.printing import chart
from oltp_plugin.printing.naming import level_of, name_field
from oltp_plugin.printing.table import Table
from oltp_plugin.translation import language, tr

TIME_FIELDS = ("occurred_from", "occurred_to", "time_precision")
COUNTS = ("n", "n_before", "n_after", "n_point", "n_areal", "observed")
_FOLLOWING = (
    "n", "n_before", "n_after", "observed", "change", "change_pct", "per_1000", "per_km2", "share",
    "share_cumulated", "n_point", "n_areal",
)  # fmt: skip
_MOST_COLUMNS, _MOST_MONTHS = 5, 60
Draw = Callable[[float, float], chart.Chart]


def hidden() -> str:
    """What stands for a count that is not shown."""
    return tr("hidden")


def category_table(codes: Iterable[str], names: dict[str, str], least: int = 0) -> Table | None:
    """Records by category, most first, with their total; None without any."""
    from oltp_plugin.analysis.suppression import hidden_in_line

    known, counts = np.unique([_written(code) for code in codes], return_counts=True)
    if not len(known):
        return None
    out = hidden_in_line(counts, least)
    total = int(counts.sum())
    said = [names.get(code, code) or tr("not said") for code in known]
    rows = [
        (said[place], hidden() if out[place] else number(counts[place]))
        for place in _most_first(counts, out, said)
    ]
    rows.append((tr("Total"), hidden() if 0 < total < least else number(total)))
    return Table((tr("Category"), tr("Records")), rows, frozenset({1}), frozenset({len(rows) - 1}))


def result_table(layer: QgsVectorLayer, least: int = 0) -> Table | None:
    """The rows of a result or any other table: a name and the figures that belong to it."""
    from oltp_plugin.analysis.suppression import hidden_in_lines

    fields = layer.fields()
    columns = _columns(layer)
    if not columns:
        return None
    features = list(layer.getFeatures())
    levels = [level_of(row) for row in features]
    rows = [[row.attribute(column) for column in columns] for row in features]
    told = [place for place in range(len(columns)) if any(row[place] != NULL for row in rows)]
    columns, rows = [columns[place] for place in told], [[row[p] for p in told] for row in rows]
    if not columns:
        return None
    names = [fields[column].name() for column in columns]
    counted = [place for place, name in enumerate(names) if name in COUNTS]
    gone = np.zeros(len(rows), dtype=bool)
    for place in counted:
        gone |= hidden_in_lines([_as_number(row[place]) for row in rows], levels, least)
    if counted:
        counts = [_as_number(row[counted[0]]) for row in rows]
        order = _most_first(counts, gone, [str(row[0]) for row in rows])
        rows, gone = [rows[place] for place in order], gone[order]
    numbers = frozenset(place for place, column in enumerate(columns) if fields[column].isNumeric())
    text = [
        [
            hidden() if out and names[place] in _FOLLOWING else _written(value)
            for place, value in enumerate(row)
        ]
        for row, out in zip(rows, gone)
    ]
    header = [layer.attributeDisplayName(column) for column in columns]
    if header[0] == names[0]:  # a column's bare name
        header[0] = tr("Name")
    return Table(header, text, numbers)


def _most_first(counts: Sequence[float], gone: Sequence[bool], names: Sequence[str]) -> list[int]:
    """The order of rows; hidden ones last, by name: their place among the others tells nothing."""
    return sorted(
        range(len(counts)),
        key=lambda row: (1, 0, names[row]) if gone[row] else (0, -counts[row], ""),
    )


def month_chart(times: np.ndarray, title: str, least: int = 0) -> Draw | None:
    """Records by month from datetime64 ``times``; None where none is known."""
    from oltp_plugin.analysis.suppression import hidden_in_line

    known = times[~np.isnat(times)].astype("datetime64[M]")
    if not len(known):
        return None
    last = known.max()
    first = max(known.min(), last - (_MOST_MONTHS - 1))
    if first > known.min():
        title = tr("{title}, the last {n} months").format(title=title, n=_MOST_MONTHS)
    months = np.arange(first, last + 1)
    counts = np.bincount((known[known >= first] - first).astype(int), minlength=len(months))
    gone = hidden_in_line(counts, least)
    values = [
        (_month(month), None if out else float(n)) for month, n, out in zip(months, counts, gone)
    ]
    return lambda width, height: chart.bars(title, values, width, height)


def week_chart(hours: np.ndarray | None, title: str, least: int = 0) -> Draw | None:
    """Records by hour and day of the week, 24 × 7; None where no time is known."""
    from oltp_plugin.analysis.suppression import hidden_in_line

    if hours is None:
        return None
    gone = hidden_in_line(hours.ravel(), least).reshape(hours.shape)
    rows = [
        [None if out else float(n) for n, out in zip(day, hidden)]
        for day, hidden in zip(hours.T, gone.T)
    ]
    days = [weekday(day) for day in range(7)]
    return lambda width, height: chart.week(title, rows, days, width, height)


def row_chart(table: Table | None, title: str) -> Draw | None:
    """The first number of each row of a table, as a lying bar."""
    places = sorted(table.numbers) if table else []
    if table is None or not places:
        return None
    values = []
    for row in table.rows:
        value, known = own_locale().toDouble(row[places[0]])
        values.append((row[0], value if known else None))
    return lambda width, height: chart.rows(title, values, width, height)


def hours_of(points: Points) -> np.ndarray | None:
    """The records shared over the hours of the week in which they may have happened, 24 × 7.

    A day alone is no midnight. None where no time is known.
    """
    from oltp_plugin.analysis.aoristic import hours_of_week

    first, *more = TIME_FIELDS
    said = more if set(more) <= set(points.fields) else ()
    shared = hours_of_week(
        times_of(points, first),
        times_of(points, "occurred_to") if said else None,
        precision=points.fields["time_precision"] if said else None,
    )
    return shared.weights if shared.used.any() else None


def times_of(points: Points, field: str) -> np.ndarray:
    """The records' times."""
    return moments(points.fields[field], field)


def category_names(layer: QgsVectorLayer) -> dict[str, str]:
    """What the user reads for each category's code, in an observatory."""
    path = observatory_of(layer)
    if path is None:
        return {}
    from oltp_plugin.observatory import catalogue
    from oltp_plugin.observatory.connection import reading

    with reading(path) as connection:
        known = catalogue.read(connection).categories
    return {each.code: each.label(language()) for each in known}


def _columns(layer: QgsVectorLayer) -> list[int]:
    """A name first, then what is counted and what follows from it; else what the table shows."""
    config = layer.attributeTableConfig()
    config.update(layer.fields())
    fields = layer.fields()
    shown = [
        fields.lookupField(each.name) for each in config.columns() if not each.hidden and each.name
    ]
    names = {fields[column].name().lower(): column for column in shown}
    figures = [names[name] for name in _FOLLOWING if name in names]
    name = name_field(fields, shown)
    if figures and name >= 0:
        return [name, *figures][:_MOST_COLUMNS]
    return [column for column in shown if fields[column].name() not in ("fid", "uuid")][
        :_MOST_COLUMNS
    ]


def _as_number(value) -> float:
    return 0.0 if value is None or value == NULL else float(value)


def _written(value) -> str:
    if value is None or value == NULL or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, (QDate, QDateTime, QTime)):
        return own_locale().toString(value, QLocale.FormatType.ShortFormat)
    if not isinstance(value, (int, float)):
        return str(value)
    if float(value).is_integer():
        return number(int(value))
    return number(value, 1 if abs(value) >= 1 else 3)


def _month(month: np.datetime64) -> str:
    year, place = str(month).split("-")
    return f"{place}/{year[2:]}"
