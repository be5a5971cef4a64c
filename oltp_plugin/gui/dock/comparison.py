"""Is it more or less than before, and is it unusual? Only where the periods can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from oltp_plugin.observatory import periods, selection
from oltp_plugin.observatory.catalogue import Catalogue
from oltp_plugin.observatory.columns import NEVER, Columns
from oltp_plugin.observatory.filter import IncidentFilter
from oltp_plugin.observatory.selection import Selection

FEW = 10  # under it a percentage says nothing
_LATE = 0.9  # by when so many of a day's records have come, the day is complete
_LATEST = 92  # days that a period is waited for
_YEARS = 5  # that the usual range looks back


@dataclass(frozen=True)
class Comparison:
    """``obstacle`` names why there is none: ``no_period``, ``provisional`` (records of the
    period's end still come in; ``until``: the day up to which it is complete), ``too_early``
    (``partner`` had not told of the earlier period yet, ``until``: its first day),
    ``missing_library`` (``library`` is not installed).

    Otherwise ``before``: the count in the compared periods, brought to the length of the
    filter's; ``percent``, ``low``, ``high``: the change of the rate with its 95 % interval, percent
    None under 10 records. ``usual``: between which counts the period would usually lie; None
    without two earlier years.
    """

    obstacle: str | None = None
    until: str | None = None
    partner: str | None = None
    before: float | None = None
    percent: float | None = None
    low: float | None = None
    high: float | None = None
    usual: tuple[int, int] | None = None
    library: str | None = None


def compare(
    columns: Columns,
    catalogue: Catalogue,
    chosen: IncidentFilter,
    selected: Selection,
) -> Comparison | None:
    """Compare the period of ``selected``'s filter; None where no comparison is wanted."""
    try:
        return _compare(columns, catalogue, chosen, selected)
    except ModuleNotFoundError as error:  # the counts are right without it
        return Comparison("missing_library", library=error.name)


def _compare(
    columns: Columns,
    catalogue: Catalogue,
    chosen: IncidentFilter,
    selected: Selection,
) -> Comparison | None:
    from oltp_plugin.analysis import change

    if not (chosen.first_day and chosen.last_day):
        return Comparison("no_period")
    first, last = date.fromisoformat(chosen.first_day), date.fromisoformat(chosen.last_day)
    any_time = selected.mask(selection.PERIOD)
    told = _told(columns, catalogue, any_time)
    complete = _complete_until(columns, chosen, told, any_time)
    if complete is None or last > complete:
        return Comparison("provisional", complete.isoformat() if complete else None)

    def count(days: periods.Days) -> float:
        mask = selection.in_period(columns, chosen, days[0].isoformat(), days[1].isoformat())
        return selected.count(selected.mask_in(mask))

    after = count((first, last))
    dispersion = _dispersion(columns, chosen, selected, complete)
    usual = _usual(first, last, told, count, dispersion)
    windows = periods.compared(chosen.comparison, first, last, _own(chosen))
    if not windows:
        return Comparison(usual=usual) if usual else None
    earliest = min(window[0] for window in windows)
    late = max(told, key=lambda partner: told[partner][0])
    if earliest.isoformat() < told[late][0]:
        return Comparison("too_early", told[late][0], late, usual=usual)
    if max(window[1] for window in windows) > complete:
        return Comparison("provisional", complete.isoformat(), usual=usual)
    length = (last - first).days + 1
    days = sum((end - begin).days + 1 for begin, end in windows)
    before = sum(map(count, windows))
    found = change.compare(before, after, (days, length), dispersion)
    enough = min(before, after) >= FEW
    return Comparison(
        before=before * length / days,
        percent=float(found.percent) if enough else None,
        low=float(found.low),
        high=float(found.high),
        usual=usual,
    )


def _own(chosen: IncidentFilter) -> tuple[str, str] | None:
    if chosen.comparison_first and chosen.comparison_last:
        return chosen.comparison_first, chosen.comparison_last
    return None


def _told(columns: Columns, catalogue: Catalogue, mask: np.ndarray) -> dict[str, tuple[str, str]]:
    """The first and last day that each partner with records in it has told of."""
    present = np.bincount(columns.partner[mask], minlength=len(columns.partners)) > 0
    return {
        code: catalogue.told[code]
        for code, any_record in zip(columns.partners, present)
        if any_record and code in catalogue.told
    }


def _complete_until(
    columns: Columns, chosen: IncidentFilter, told: dict, mask: np.ndarray
) -> date | None:
    """The last day whose records have come, but for a tenth: the same maturity for any period."""
    if not told:
        return None
    last = date.fromisoformat(min(last for _, last in told.values()))
    if chosen.date_basis == "recorded":
        return last
    known = mask & (columns.recorded != NEVER)
    if not known.any():
        return last
    delay = (columns.recorded[known] - columns.occurred[known]) / 86400
    days = float(np.quantile(delay, _LATE).clip(0, _LATEST))
    return last - timedelta(days=int(days))


def _dispersion(
    columns: Columns, chosen: IncidentFilter, selected: Selection, complete: date
) -> float:
    """How much more months vary than chance alone; 1 where the history is too short to say."""
    from oltp_plugin.analysis import change

    mask = selected.mask(selection.PERIOD)
    months = columns.months(chosen.date_basis, chosen.day_start)
    following = complete + timedelta(days=1)
    whole = (following.year - 1970) * 12 + following.month - 1  # the first that is not complete
    rows = np.flatnonzero(mask & (months >= 0) & (months < whole))
    if not len(rows):
        return 1.0
    first = int(months[rows].min()) + 1  # the first month may have begun in its middle
    rows = rows[months[rows] >= first]
    sums = selected.sums(months[rows] - first, rows, max(whole - first, 0))
    found = change.dispersion_by_season(sums)
    return 1.0 if np.isnan(found) else float(found)


def _usual(first: date, last: date, told: dict, count, dispersion: float) -> tuple[int, int] | None:
    """Between which counts these days would lie, judged by the same days of earlier years."""
    from oltp_plugin.analysis.usual_range import usual_range

    begun = max(first for first, _ in told.values())
    length = (last - first).days + 1
    counts = []
    for years in range(1, _YEARS + 1):
        window = periods.earlier(first, last, years)
        if window[0].isoformat() < begun or window[1] >= first:
            break
        counts.append(count(window) * length / ((window[1] - window[0]).days + 1))
    return usual_range(counts, dispersion)
