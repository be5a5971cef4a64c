"""The filter applied to arrays: the same records that its SQL picks out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import numpy as np

from .clock import day_after
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
    """One filter on one set of columns; each of its conditions is evaluated once.

    ``share``: how much of each incident is in the chosen hours, 0 to 1; None where any hour is.
    """

    def __init__(self, columns: Columns, chosen: IncidentFilter):
        self._columns, self._chosen = columns, chosen
        self.share = share_in_hours(columns, chosen.hours) if chosen.hours else None
        self._conditions = {
            PERIOD: in_period(columns, chosen, chosen.first_day, chosen.last_day),
            CATEGORIES: _in_categories(columns, chosen.categories),
            PARTNERS: _in_partners(columns, chosen.partners),
            TERRITORIES: _in_territories(columns, chosen),
            HOURS: None if self.share is None else self.share > 0,
            "severity": _listed(columns.severity, chosen.severities),
            "status": _listed(columns.status, [STATUSES.index(each) for each in chosen.statuses]),
            "precision": _listed(
                columns.precision, [PRECISIONS.index(each) for each in chosen.precisions]
            ),
        }
        self._masks: dict[str | None, np.ndarray] = {}

    def mask(self, without: str | None = None) -> np.ndarray:
        """Which incidents are in under all conditions but ``without``, one of the names above.

        Of a fact's reports, the first that is in.
        """
        if without is not None and self._conditions[without] is None:
            without = None
        if without not in self._masks:
            self._masks[without] = self._all(
                each for name, each in self._conditions.items() if name != without
            )
        return self._masks[without]

    def mask_in(self, period: np.ndarray | None) -> np.ndarray:
        """The same with another period, a mask, in place of the filter's own."""
        others = [each for name, each in self._conditions.items() if name != PERIOD]
        return self._all([*others, period])

    def count(self, mask: np.ndarray, without: str | None = None) -> float:
        """The sum of the shares of the incidents in ``mask``; how many they are without shares."""
        if self.share is None or without == HOURS:
            return float(np.count_nonzero(mask))
        return float(self.share[mask].sum())

    def sums(
        self, numbers: np.ndarray, rows: np.ndarray, length: int, without: str | None = None
    ) -> np.ndarray:
        """The sums by ``numbers`` (0 to ``length`` - 1), one for each of the incidents ``rows``."""
        if self.share is None or without == HOURS:
            return np.bincount(numbers, minlength=length)
        return np.bincount(numbers, self.share[rows], length)

    def _all(self, masks: Iterable[np.ndarray | None]) -> np.ndarray:
        result = np.ones(len(self._columns), dtype=bool)
        for mask in masks:
            if mask is not None:
                result &= mask
        if self._chosen.facts:
            result &= _firsts(self._columns.fact, result)
        return result


def in_period(
    columns: Columns, chosen: IncidentFilter, first: str | None, last: str | None
) -> np.ndarray | None:
    """Which incidents fall in the days ``first`` to ``last`` (ISO, either may be open)."""
    if not first and not last:
        return None
    moments = columns.dated(chosen.date_basis, chosen.day_start)
    mask = moments != NEVER
    if first:
        mask &= moments >= _begins(first, False, chosen.day_start)
    if last:
        mask &= moments < _begins(last, True, chosen.day_start)
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


def _begins(day: str, later: bool, day_start: int) -> int:
    days = date.fromisoformat(day_after(day) if later else day) - date(1970, 1, 1)
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
