"""The present moment, as the observatory writes it."""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta


def now() -> str:
    """Local wall time, ``YYYY-MM-DDTHH:MM:SS``."""
    return datetime.now().isoformat(timespec="seconds")


def day_after(day: str) -> str:
    """The ISO day after an ISO day; after 31/12/9999, the last that a calendar has, itself."""
    own = date.fromisoformat(day)
    return (own if own == date.max else own + timedelta(days=1)).isoformat()


def last_day_kept_from(today: str, months: int) -> str:
    """The latest day whose ``months`` are over on ``today``, both ISO days.

    31 January and one month end on the last day of February.
    """
    day = date.fromisoformat(today)
    number = 12 * day.year + day.month - 1 - months
    year, month = number // 12, number % 12 + 1
    if year < 1:
        return ""
    length = calendar.monthrange(year, month)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, month, length if is_last else min(day.day, length)).isoformat()
