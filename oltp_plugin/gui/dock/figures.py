"""What a filter's records amount to; plain Python, so that it runs beside the window."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from oltp_plugin.gui.dock.comparison import Comparison, compare
from oltp_plugin.observatory import selection
from oltp_plugin.observatory.catalogue import Catalogue
from oltp_plugin.observatory.columns import NEVER, Columns
from oltp_plugin.observatory.filter import IncidentFilter

_EPOCH = np.datetime64("1970-01-01", "s")


@dataclass(frozen=True)
class Figures:
    """Counts are sums of aoristic weights where hours are chosen, else whole numbers.

    ``n``: the records of the filter; ``shown``: how many of them the map shows, those included
    that are only perhaps in the chosen hours; ``uncertain``: how many are. ``by_category``,
    ``by_partner``, ``by_territory``: by code (a territory by level and code), each under all
    conditions but its own. ``top_categories``, ``top_territories``: within the filter, most
    first. ``months``: (YYYY-MM, n) without the filter's period, no gap. ``hours``: 168 weights
    from Monday midnight on, without the filter's hours; ``spread``: how many of these records
    lie over more than one hour.
    """

    n: float
    shown: int
    uncertain: int
    by_category: dict[str, float] = field(default_factory=dict)
    by_partner: dict[str, float] = field(default_factory=dict)
    by_territory: dict[tuple[str, str], float] = field(default_factory=dict)
    top_categories: list[tuple[str, float]] = field(default_factory=list)
    top_territories: list[tuple[tuple[str, str], float]] = field(default_factory=list)
    months: list[tuple[str, float]] = field(default_factory=list)
    hours: np.ndarray | None = None
    spread: int = 0
    comparison: Comparison | None = None


def figures(columns: Columns, catalogue: Catalogue, chosen: IncidentFilter) -> Figures:
    """Everything that the dock says of ``chosen``."""
    selected = selection.Selection(columns, chosen)
    weights = selected.weights()
    inside = weights > 0
    any_time = selected.weights(without=selection.PERIOD)
    hours, spread = _hours(columns, selected.weights(without=selection.HOURS))
    return Figures(
        n=float(weights.sum()),
        shown=int(np.count_nonzero(inside)),
        uncertain=int(np.count_nonzero(inside & (weights < 1))),
        by_category=_by_category(columns, selected.weights(without=selection.CATEGORIES)),
        by_partner=_by_partner(columns, selected.weights(without=selection.PARTNERS)),
        by_territory=_by_territory(columns, selected.weights(without=selection.TERRITORIES)),
        top_categories=_most(_by_category(columns, weights, families=False)),
        top_territories=_most(_by_territory(columns, weights)),
        months=_months(columns, chosen, any_time),
        hours=hours,
        spread=spread,
        comparison=compare(columns, catalogue, chosen, selected, any_time),
    )


def _by_category(columns: Columns, weights: np.ndarray, families: bool = True) -> dict[str, float]:
    """By category's code; a family's is the sum of its own and of what only names the family."""
    sums = np.bincount(columns.category, weights, len(columns.categories))
    counts = {code: float(n) for (code, _), n in zip(columns.categories, sums)}
    if families:
        for (_, parent), n in zip(columns.categories, sums):
            if parent in counts:
                counts[parent] += float(n)
    return counts


def _by_partner(columns: Columns, weights: np.ndarray) -> dict[str, float]:
    sums = np.bincount(columns.partner, weights, len(columns.partners))
    return {code: float(n) for code, n in zip(columns.partners, sums)}


def _by_territory(columns: Columns, weights: np.ndarray) -> dict[tuple[str, str], float]:
    sums = np.bincount(columns.area, weights[columns.member], len(columns.areas))
    counts: dict[tuple[str, str], float] = {}
    for area, n in zip(columns.areas, sums):  # two editions of an area are one
        key = (area.level, area.code)
        counts[key] = counts.get(key, 0.0) + float(n)
    return counts


def _most(counts: dict) -> list[tuple]:
    """The positive ones, most first."""
    return sorted(((key, n) for key, n in counts.items() if n > 0), key=lambda each: -each[1])


def month_numbers(columns: Columns, chosen: IncidentFilter) -> np.ndarray:
    """Months since 1970-01 of each record's date, by the filter's basis; -1 for none.

    A day that begins at six takes the first hours of the next month along.
    """
    moments = columns.recorded if chosen.date_basis == "recorded" else columns.occurred
    shifted = np.where(moments == NEVER, 0, moments - 3600 * chosen.day_start)
    months = shifted.astype("datetime64[s]").astype("datetime64[M]").astype(np.int64)
    return np.where(moments == NEVER, -1, months)


def _months(
    columns: Columns, chosen: IncidentFilter, weights: np.ndarray
) -> list[tuple[str, float]]:
    months = month_numbers(columns, chosen)
    used = (weights > 0) & (months >= 0)
    if not used.any():
        return []
    first = int(months[used].min())
    sums = np.bincount(months[used] - first, weights[used])
    return [(_month_name(first + place), float(n)) for place, n in enumerate(sums)]


def _month_name(number: int) -> str:
    return f"{1970 + number // 12:04}-{number % 12 + 1:02}"


def month_days(month: str) -> tuple[str, str]:
    """The first and last day of ``YYYY-MM``, ISO."""
    first = date.fromisoformat(f"{month}-01")
    following = (first + timedelta(days=31)).replace(day=1)
    return first.isoformat(), (following - timedelta(days=1)).isoformat()


def _hours(columns: Columns, weights: np.ndarray) -> tuple[np.ndarray, int]:
    """168 aoristic weights, and how many records lie over more than one hour."""
    from oltp_plugin.analysis.aoristic import hours_of_week

    certain = (weights > 0) & (columns.length == 0)
    hours = np.bincount(columns.hour[certain], weights[certain], 168)
    rows = np.flatnonzero((weights > 0) & (columns.length > 0))
    if not len(rows):
        return hours, 0
    start = _EPOCH + columns.begins[rows].astype("timedelta64[s]")
    end = start + columns.length[rows].astype("timedelta64[s]")
    shared = hours_of_week(start, end, weights[rows])
    return hours + shared.weights.T.ravel(), int(
        np.count_nonzero(columns.begins[rows] % 3600 + columns.length[rows] > 3600)
    )
