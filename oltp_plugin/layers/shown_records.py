"""Which of an observatory's records a layer shows, in words for a result's run card."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from oltp_plugin.observatory import catalogue
from oltp_plugin.observatory.connection import reading
from oltp_plugin.observatory.counting import NOT_WITHDRAWN, first_and_last_day
from oltp_plugin.translation import tr

from .filter_words import days_words, filter_words, period_words
from .incident_filter import filter_of


def period_and_filter(layer, path: Path) -> list[str]:
    """One line on the days and which date they speak of, one on the filter where there is one."""
    condition = layer.subsetString().strip()
    chosen = filter_of(layer, path)
    with reading(path) as connection:
        if chosen is not None and (chosen.first_day or chosen.last_day):
            words = period_words(chosen)
        else:
            words = _covered(connection, condition)
        lines = [tr("Period: {days}").format(days=words)]
        if chosen is not None:
            condition = filter_words(chosen, catalogue.read(connection))
        if condition:
            lines.append(tr("Filter: {filter}").format(filter=condition))
    return lines


def _covered(connection: sqlite3.Connection, condition: str) -> str:
    """From the first to the last record: nothing was said of the days."""
    try:
        first, last = first_and_last_day(connection, f"({condition or '1'}) AND {NOT_WITHDRAWN}")
    except sqlite3.OperationalError:  # a function that only GDAL has
        first = last = None
    if first is None:
        return tr("all dates (date of the facts)")
    return tr("all dates, {days} (date of the facts)").format(days=days_words(first, last))


def partners_of(path: Path, codes: list[str]) -> list[str]:
    """The partners' names, in the order of ``codes``; a code where there is no name."""
    with reading(path) as connection:
        names = dict(connection.execute("SELECT code, name FROM partner"))
    return [names.get(code) or code for code in codes]
