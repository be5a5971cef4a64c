"""The filter applied to arrays: the same records that its SQL picks out."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from .columns import NEVER, THURSDAY, Columns
from .filter import HOURS_OF_A_WEEK, STATUSES, IncidentFilter
from .schema import PRECISIONS

WEEK = HOURS_OF_A_WEEK * 3600  # seconds
PERIOD, CATEGORIES, PARTNERS, TERRITORIES, HOURS = (
    "period",
    "categories",
    "partners",
    "territories",
    "hours",
)


class Selection:
    """One filter on one set of columns; each of its conditions is evaluated once."""

    def __init__(self, columns: Columns, chosen: IncidentFilter):
        self._columns, self._chosen = columns, chosen
        self._others = self._all(
            _listed(columns.severity, chosen.severities),
            _listed(columns.status, [STATUSES.index(each) for each in chosen.statuses]),
            _listed(columns.precision, [PRECISIONS.index(each) for each in chosen.precisions]),
        )
        self._by_name = {
            PERIOD: in_period(columns, chosen, chosen.first_day, chosen.last_day),
            CATEGORIES: _in_categories(columns, chosen.categories),
            PARTNERS: _in_partners(columns, chosen.partners),
            TERRITORIES: _in_territories(columns, chosen),
        }
        self._share = share_in_hours(columns, chosen.hours) if chosen.hours else None

    def weights(self, without: str | None = None, period: np.ndarray | None = None) -> np.ndarray:
        """How much of each incident is in: all conditions but ``without``, one of the names above.

        ``period``: a mask in place of the filter's own period. Of a fact's reports, the first
        that is in.
        """
        masks = {**self._by_name, PERIOD: period} if period is not None else self._by_name
        mask = self._all(self._others, *(each for name, each in masks.items() if name != without))
        share = None if without == HOURS else self._share
        if share is not None:
            mask = mask & (share > 0)
        if self._chosen.facts:
            mask = mask & _firsts(self._columns.fact, mask)
        return mask.astype(float) if share is None else np.where(mask, share, 0.0)

    def _all(self, *masks: np.ndarray | None) -> np.ndarray:
        result = np.ones(len(self._columns), dtype=bool)
        for mask in masks:
            if mask is not None:
                result &= mask
        return result


def in_period(
    columns: Columns, chosen: IncidentFilter, first: str | None, last: str | None
) -> np.ndarray | None:
    """Which incidents fall in the days ``first`` to ``last`` (ISO, either may be open)."""
    if not first and not last:
        return None
    moments = columns.recorded if chosen.date_basis == "recorded" else columns.occurred
    mask = moments != NEVER
    if first:
        mask &= moments >= _begins(first, 0, chosen.day_start)
    if last:
        mask &= moments < _begins(last, 1, chosen.day_start)
    return mask


def share_in_hours(columns: Columns, hours: tuple[int, ...]) -> np.ndarray:
    """The share (0 to 1) of each incident's possible time that lies in ``hours`` of the week.

    The aoristic weight (Ratcliffe 2000). A moment is in its hour or not.
    """
    marked = np.zeros(HOURS_OF_A_WEEK, dtype=bool)
    marked[list(hours)] = True
    share = marked[columns.hour].astype(float)
    rows = np.flatnonzero(columns.length)
    begin = columns.begins[rows] + THURSDAY * 3600
    length = columns.length[rows]
    until = np.concatenate([[0], np.cumsum(marked * 3600)])

    def marked_before(moment: np.ndarray) -> np.ndarray:
        """Seconds of marked hours from the first Monday on."""
        weeks, second = np.divmod(moment, WEEK)
        hour, rest = np.divmod(second, 3600)
        return weeks * until[-1] + until[hour] + marked[hour] * rest

    inside = (marked_before(begin + length) - marked_before(begin)) / length
    # Over more than a week the hours say nothing: each gets the same.
    share[rows] = np.where(length > WEEK, until[-1] / WEEK, inside)
    return share


def _begins(day: str, later: int, day_start: int) -> int:
    days = date.fromisoformat(day) + timedelta(days=later) - date(1970, 1, 1)
    return days.days * 86400 + day_start * 3600


def _listed(values: np.ndarray, wanted) -> np.ndarray | None:
    return np.isin(values, list(wanted)) if wanted else None


def _in_categories(columns: Columns, wanted: tuple[str, ...]) -> np.ndarray | None:
    if not wanted:
        return None
    known = set(wanted)
    chosen = [code in known or parent in known for code, parent in columns.categories]
    return np.array([*chosen, False])[columns.category]


def _in_partners(columns: Columns, wanted: tuple[str, ...]) -> np.ndarray | None:
    if not wanted:
        return None
    return np.array([*(code in wanted for code in columns.partners), False])[columns.partner]


def _in_territories(columns: Columns, chosen: IncidentFilter) -> np.ndarray | None:
    if chosen.territory is None and not chosen.territories:
        return None
    wanted = set(chosen.territories)
    areas = np.array(
        [
            *(
                (each.level, each.code) in wanted or each.fid == chosen.territory
                for each in columns.areas
            ),
            False,
        ]
    )
    mask = np.zeros(len(columns), dtype=bool)
    mask[columns.member[areas[columns.area]]] = True
    return mask


def _firsts(fact: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Incidents without a fact, and of each fact the first within ``mask``."""
    first = fact < 0
    several = np.flatnonzero(mask & ~first)
    _, places = np.unique(fact[several], return_index=True)
    first[several[places]] = True
    return first
