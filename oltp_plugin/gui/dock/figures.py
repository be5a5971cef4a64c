"""What a filter's records amount to; plain Python, so that it runs beside the window."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from oltp_plugin.gui.dock.comparison import Comparison, compare
from oltp_plugin.observatory import selection
from oltp_plugin.observatory.catalogue import Catalogue
from oltp_plugin.observatory.columns import Columns
from oltp_plugin.observatory.filter import IncidentFilter
from oltp_plugin.observatory.selection import Selection

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
    selected = Selection(columns, chosen)
    inside = selected.mask()
    hours, spread = _hours(columns, selected)
    areas = own = _by_territory(columns, selected, selection.TERRITORIES)
    if chosen.territories or chosen.territory is not None:
        own = _by_territory(columns, selected, None)
    uncertain = 0
    if selected.share is not None:
        uncertain = int(np.count_nonzero(selected.share[inside] < 1))
    return Figures(
        n=selected.count(inside),
        shown=int(np.count_nonzero(inside)),
        uncertain=uncertain,
        by_category=_with_families(columns, _by_category(columns, selected, selection.CATEGORIES)),
        by_partner=_by_partner(columns, selected),
        by_territory=areas,
        top_categories=_most(_by_category(columns, selected, None)),
        top_territories=_most(own),
        months=_months(columns, chosen, selected),
        hours=hours,
        spread=spread,
        comparison=compare(columns, catalogue, chosen, selected),
    )


def _by_category(columns: Columns, selected: Selection, without: str | None) -> dict[str, float]:
    mask = selected.mask(without)
    sums = selected.sums(columns.category[mask], mask, len(columns.categories))
    return {code: float(n) for (code, _), n in zip(columns.categories, sums)}


def _with_families(columns: Columns, counts: dict[str, float]) -> dict[str, float]:
    """A family's count is the sum of its own and of what only names the family."""
    families = dict(counts)
    for code, parent in columns.categories:
        if parent in families:
            families[parent] += counts[code]
    return families


def _by_partner(columns: Columns, selected: Selection) -> dict[str, float]:
    mask = selected.mask(selection.PARTNERS)
    sums = selected.sums(columns.partner[mask], mask, len(columns.partners))
    return {code: float(n) for code, n in zip(columns.partners, sums)}


def _by_territory(
    columns: Columns, selected: Selection, without: str | None
) -> dict[tuple[str, str], float]:
    inside = selected.mask(without)[columns.member]
    sums = selected.sums(columns.area[inside], columns.member[inside], len(columns.areas))
    counts: dict[tuple[str, str], float] = {}
    for area, n in zip(columns.areas, sums):  # two editions of an area are one
        key = (area.level, area.code)
        counts[key] = counts.get(key, 0.0) + float(n)
    return counts


def _most(counts: dict) -> list[tuple]:
    """The positive ones, most first."""
    return sorted(((key, n) for key, n in counts.items() if n > 0), key=lambda each: -each[1])


def _months(
    columns: Columns, chosen: IncidentFilter, selected: Selection
) -> list[tuple[str, float]]:
    mask = selected.mask(selection.PERIOD)
    months = columns.months(chosen.date_basis, chosen.day_start)[mask]
    rows = np.flatnonzero(mask)[months >= 0]
    months = months[months >= 0]
    if not len(months):
        return []
    first = int(months.min())
    sums = selected.sums(months - first, rows, 0)
    return [(_month_name(first + place), float(n)) for place, n in enumerate(sums)]


def _month_name(number: int) -> str:
    return f"{1970 + number // 12:04}-{number % 12 + 1:02}"


def month_days(month: str) -> tuple[str, str]:
    """The first and last day of ``YYYY-MM``, ISO."""
    first = date.fromisoformat(f"{month}-01")
    following = (first + timedelta(days=31)).replace(day=1)
    return first.isoformat(), (following - timedelta(days=1)).isoformat()


def _hours(columns: Columns, selected: Selection) -> tuple[np.ndarray, int]:
    """168 aoristic weights, and how many records lie over more than one hour."""
    from oltp_plugin.analysis.aoristic import hours_of_week

    mask = selected.mask(selection.HOURS)
    rows = np.flatnonzero(mask & (columns.length > 0))
    hours = np.bincount(columns.hour[mask & (columns.length == 0)], minlength=168).astype(float)
    if not len(rows):
        return hours, 0
    begins, length = columns.begins[rows], columns.length[rows]
    start = _EPOCH + begins.astype("timedelta64[s]")
    shared = hours_of_week(start, start + length.astype("timedelta64[s]"))
    spread = int(np.count_nonzero(begins % 3600 + length > 3600))
    return hours + shared.weights.T.ravel(), spread
