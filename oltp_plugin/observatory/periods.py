"""The periods that an analyst speaks of, and those that a period is compared with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

CUSTOM = "custom"  # two days, either of which may be open: any period
NO_COMPARISON, LAST_YEAR, LAST_THREE_YEARS = "none", "last_year", "last_three_years"
COMPARISONS = (NO_COMPARISON, LAST_YEAR, LAST_THREE_YEARS, CUSTOM)

Days = tuple[date, date]  # the first and the last, both included


def _last(days: int) -> Callable[[date], Days]:
    return lambda day: (day - timedelta(days=days - 1), day)


def _month(day: date) -> Days:
    first = day.replace(day=1)
    return first, _months_later(first, 1) - timedelta(days=1)


def _quarter(day: date) -> Days:
    first = date(day.year, day.month - (day.month - 1) % 3, 1)
    return first, _months_later(first, 3) - timedelta(days=1)


def _school_year(day: date) -> Days:
    year = day.year if day.month >= 9 else day.year - 1
    return date(year, 9, 1), date(year + 1, 8, 31)


# Each from the day that it is counted back from.
KINDS: dict[str, Callable[[date], Days]] = {
    "last_7_days": _last(7),
    "last_30_days": _last(30),
    "last_90_days": _last(90),
    "month": _month,
    "quarter": _quarter,
    "year_to_date": lambda day: (date(day.year, 1, 1), day),
    "last_12_months": lambda day: (years_later(day + timedelta(days=1), -1), day),
    "school_year": _school_year,
}


def days_of(kind: str, day: date) -> Days:
    """The period ``kind`` (one of KINDS) that ``day`` ends, or lies in."""
    return KINDS[kind](day)


def compared(comparison: str, first: date, last: date, own: tuple[str, str] | None) -> list[Days]:
    """The periods that ``first`` to ``last`` is compared with, latest first.

    ``own``: the two ISO days of a chosen comparison.
    """
    if comparison == CUSTOM:
        return [(date.fromisoformat(own[0]), date.fromisoformat(own[1]))] if own else []
    back = {NO_COMPARISON: 0, LAST_YEAR: 1, LAST_THREE_YEARS: 3}[comparison]
    return [earlier(first, last, years) for years in range(1, back + 1)]


def earlier(first: date, last: date, years: int) -> Days:
    """The same days some years before; a February stays whole."""
    following = years_later(last + timedelta(days=1), -years)
    return years_later(first, -years), following - timedelta(days=1)


def neighbour(first: date, last: date, forward: bool) -> Days:
    """The period of the same length just after or before; whole months stay whole."""
    following = last + timedelta(days=1)
    if first.day == following.day == 1:
        months = 12 * (following.year - first.year) + following.month - first.month
        if forward:
            return following, _months_later(following, months) - timedelta(days=1)
        return _months_later(first, -months), first - timedelta(days=1)
    length = following - first
    return (following, last + length) if forward else (first - length, first - timedelta(days=1))


def years_later(day: date, years: int) -> date:
    """The same day of another year; 29 February becomes 1 March where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _months_later(first: date, months: int) -> date:
    """The first day of another month."""
    number = 12 * first.year + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)
