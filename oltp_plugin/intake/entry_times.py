"""The stretches of time that reports speak of, as moments of local wall time."""

from __future__ import annotations

from datetime import datetime, time, timedelta

NIGHT = (time(22), time(6))
WEEKEND = (time(18), time(8))  # from Friday evening, when offices close, to Monday morning


def last_night(now: datetime) -> tuple[datetime, datetime]:
    """The night that ended last, or that is going on: 22:00 to 06:00."""
    morning = now.date() if now.time() < NIGHT[0] else now.date() + timedelta(days=1)
    evening = morning - timedelta(days=1)
    return datetime.combine(evening, NIGHT[0]), datetime.combine(morning, NIGHT[1])


def last_weekend(now: datetime) -> tuple[datetime, datetime]:
    """The weekend that ended last, or that is going on: Friday 18:00 to Monday 08:00."""
    friday = now.date() - timedelta(days=(now.weekday() - 4) % 7)
    start = datetime.combine(friday, WEEKEND[0])
    if start > now:
        start -= timedelta(days=7)
    return start, datetime.combine(start.date() + timedelta(days=3), WEEKEND[1])
