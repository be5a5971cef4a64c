"""The stretches of time that reports speak of, as moments of local wall time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

NIGHT = (time(22), time(6))
WEEKEND = (time(18), time(8))  # from Friday evening, when offices close, to Monday morning


def last_night(now: datetime) -> tuple[datetime, datetime]:
    """22:00 to 06:00, of the night that began last on an earlier day; up to now if it goes on."""
    evening = now.date() - timedelta(days=1)
    return _until(now, evening, NIGHT[0], now.date(), NIGHT[1])


def last_weekend(now: datetime) -> tuple[datetime, datetime]:
    """Friday 18:00 to Monday 08:00, begun last on an earlier day; up to now if it goes on."""
    friday = now.date() - timedelta(days=(now.weekday() - 5) % 7 + 1)
    return _until(now, friday, WEEKEND[0], friday + timedelta(days=3), WEEKEND[1])


def _until(now: datetime, first: date, begin: time, last: date, end: time):
    """What is still to come is no part of it: nothing that is reported happened there."""
    ends = min(datetime.combine(last, end), now.replace(second=0, microsecond=0))
    return datetime.combine(first, begin), ends
