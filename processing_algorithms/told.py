"""What a run card says of the records behind a result: their period, their filter, their dates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np

from oltp_plugin.layers.filter_words import days_words
from oltp_plugin.layers.shown_records import period_and_filter
from oltp_plugin.layers.times import moments
from oltp_plugin.layers.update_mode import source_file
from oltp_plugin.observatory.counting import last_day
from oltp_plugin.translation import tr


def period_of(layer, observatory: Path | None) -> list[str]:
    """Period and filter of the records that a layer shows."""
    if layer is None:
        return []
    if observatory:
        return period_and_filter(layer, observatory)
    subset = layer.subsetString()
    return [tr("Filter: {filter}").format(filter=subset)] if subset else []


def dates_of(points, parameters) -> list[str]:
    """The field of the dates that were used, from the first to the last."""
    lines = []
    for name in ("TIME_FIELD", "FROM_FIELD"):
        values = points.fields.get(parameters.get(name) or "")
        if values is None:
            continue
        times = moments(values, parameters[name])
        times = times[~np.isnat(times)]
        if len(times):
            days = days_words(*(str(each)[:10] for each in (times.min(), times.max())))
            lines.append(
                tr("Dates of the field “{field}”: {days}").format(field=parameters[name], days=days)
            )
    return lines


def data_date(layer, observatory: Path | None) -> str | None:
    """Of the last record (an observatory), of the file (any other layer); None if in memory."""
    if observatory:
        return last_day(observatory)
    path = None if layer is None else source_file(layer)
    if path is None or not path.exists():
        return None
    return date.fromtimestamp(path.stat().st_mtime).isoformat()
