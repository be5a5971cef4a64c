"""Partner by month: what was delivered, how complete it says it is, and what never came."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from .clock import now
from .connection import reading
from .counting import NOT_WITHDRAWN

# How many months one delivery is expected to speak for; a month where no rhythm is known.
_MONTHS_PER_DELIVERY = {"quarterly": 3, "yearly": 12}
_SEVERAL_A_MONTH = ("daily", "weekly")
_LAST_DAY = date(9997, 12, 31)  # of a delivery "until further notice": two years later is a year
# The strongest kind that speaks for a month is its state.
_RANK = ("complete", "additions", "nil")


@dataclass(frozen=True)
class PartnerMonth:
    """What is known of a partner's month, ``YYYY-MM``.

    ``state``: complete, additions, nil or missing; None where nothing came and nothing was
    expected, or not yet.
    ``n``: records that occurred in it, withdrawn ones not counted. ``located_share``: of them,
    those with a point, 0 to 1. ``median_delay_days``: from the beginning of the fact to its
    report; None where no record says when it was reported. ``late``: it is missing, and the next
    delivery is not due yet, so that this one may still come by itself.
    """

    partner: str
    month: str
    state: str | None
    n: int
    located_share: float | None
    median_delay_days: float | None
    late: bool = False


@dataclass(frozen=True)
class _Delivery:
    kind: str
    first: date
    last: date


def coverage(
    path: Path, first_day: str | None = None, last_day: str | None = None, today: str | None = None
) -> list[PartnerMonth]:
    """Every partner's months, partners by code, months in order.

    ``first_day``, ``last_day``: ISO days whose months are the first and the last; left out, those
    of the first and last delivery or record. ``today``: what was not due by this day is not
    missing. Deliveries that were undone never were. Raises ObservatoryError ``period_backwards``.
    """
    if first_day and last_day and last_day < first_day:
        raise ObservatoryError("period_backwards", start=first_day, end=last_day)
    with reading(path) as connection:
        partners = connection.execute(
            "SELECT code, rhythm, delivery_day FROM partner ORDER BY code"
        ).fetchall()
        deliveries = _deliveries(connection)
        counts = _counts(connection)
        delays = _median_delays(connection)
    months = _months(first_day, last_day, deliveries, counts)
    day = date.fromisoformat(today or now()[:10])
    rows = []
    for partner, rhythm, delivery_day in partners:
        spoken = _spoken_for(deliveries[partner], rhythm)
        for month in months:
            n, located = counts.get((partner, month), (0, 0))
            kind = spoken.get(month)
            if kind == "nil" and n:  # the partner declared nothing, and there are records
                kind = "additions"
            if kind is None and n and rhythm in (None, "none"):
                kind = "additions"  # typed in, or come with another month's delivery
            if kind is None and rhythm != "none" and _due(month, rhythm, delivery_day) <= day:
                kind = "missing"
            late = kind == "missing" and _due(_next(month, rhythm), rhythm, delivery_day) > day
            share = located / n if n else None
            delay = delays.get((partner, month))
            rows.append(PartnerMonth(partner, month, kind, n, share, delay, late))
    return rows


def declared_shares(connection: sqlite3.Connection) -> dict[tuple[str, str], float]:
    """The share of each month's days for which a partner declared all it had, or nothing.

    By partner and month, ``YYYY-MM``; months of which no day was declared are left out.
    """
    shares = {}
    for partner, deliveries in _deliveries(connection).items():
        days: defaultdict[int, set[date]] = defaultdict(set)
        sizes = {}
        for delivery in deliveries:
            if delivery.kind != "additions":
                for start, size, part in _parts(delivery, 1):
                    days[start].update(part)
                    sizes[start] = size
        shares.update({(partner, _name(start)): len(days[start]) / sizes[start] for start in days})
    return shares


def _deliveries(connection: sqlite3.Connection) -> dict[str, list[_Delivery]]:
    """Each partner's deliveries that stand and say which days they cover."""
    found = defaultdict(list)
    for partner, kind, first, last in connection.execute(
        "SELECT partner, kind, period_from, period_to FROM batch WHERE undone_at IS NULL"
        " AND period_from IS NOT NULL AND period_to >= period_from"
    ):
        end = min(date.fromisoformat(last), _LAST_DAY)
        found[partner].append(_Delivery(kind, min(date.fromisoformat(first), end), end))
    return found


def _counts(connection: sqlite3.Connection) -> dict[tuple[str, str], tuple[int, int]]:
    """Records, and those with a point, by partner and month."""
    query = (
        "SELECT partner, substr(occurred_from, 1, 7), count(*), count(geom) FROM incident"
        f" WHERE {NOT_WITHDRAWN} GROUP BY 1, 2"  # nosec B608
    )
    return {
        (partner, month): (n, located) for partner, month, n, located in connection.execute(query)
    }


def _median_delays(connection: sqlite3.Connection) -> dict[tuple[str, str], float]:
    """Median days from the beginning to the report, by partner and month of the beginning.

    A report written without its hour stands at 00:00: on the day of the fact that is no delay.
    """
    import pandas as pd

    query = (
        "SELECT partner, substr(occurred_from, 1, 7), CASE WHEN reported_at < occurred_from"
        " AND substr(reported_at, 1, 10) = substr(occurred_from, 1, 10) THEN 0.0"
        " ELSE (strftime('%s', reported_at) - strftime('%s', occurred_from)) / 86400.0 END"
        f" FROM incident WHERE {NOT_WITHDRAWN} AND reported_at IS NOT NULL"  # nosec B608
    )
    rows = pd.DataFrame(connection.execute(query).fetchall(), columns=["partner", "month", "days"])
    return rows.groupby(["partner", "month"])["days"].median().to_dict()


def _months(
    first_day: str | None,
    last_day: str | None,
    deliveries: dict[str, list[_Delivery]],
    counts: dict[tuple[str, str], tuple[int, int]],
) -> list[str]:
    """The months of the matrix, ``YYYY-MM``, without a gap."""
    known = [month for _, month in counts]
    for each in deliveries.values():
        known += [str(day)[:7] for delivery in each for day in (delivery.first, delivery.last)]
    first = first_day or min(known, default=None)
    last = last_day or max(known, default=None)
    if not first or not last:
        return []
    last = min(last, str(_LAST_DAY))
    return [_name(number) for number in range(_number(first), _number(last) + 1)]


def _spoken_for(deliveries: list[_Delivery], rhythm: str | None) -> dict[str, str]:
    """The months that deliveries speak for, each with the strongest kind among them."""
    if rhythm in _SEVERAL_A_MONTH:
        return _together(deliveries)
    length = _MONTHS_PER_DELIVERY.get(rhythm or "", 1)
    kinds: dict[str, str] = {}
    for delivery in sorted(deliveries, key=lambda each: _RANK.index(each.kind), reverse=True):
        own = (delivery.last - delivery.first).days + 1
        for start, size, days in _parts(delivery, length):
            # A period taken from a file runs from its first record to its last: half a month is
            # a month's delivery, and so is a short period within one; the last two days of the
            # month before are not.
            if 2 * len(days) >= size or 2 * len(days) >= own:
                kinds.update((_name(start + i), delivery.kind) for i in range(length))
    return kinds


def _together(deliveries: list[_Delivery]) -> dict[str, str]:
    """Months of a partner who delivers several times in each.

    Deliveries that are complete for their days, or nil, must cover half a month between them;
    under that, what came is no more than additions.
    """
    days: defaultdict[int, dict[str, set[date]]] = defaultdict(lambda: defaultdict(set))
    sizes = {}
    for delivery in deliveries:
        for start, size, part in _parts(delivery, 1):
            days[start][delivery.kind].update(part)
            sizes[start] = size
    kinds = {}
    for start, by_kind in days.items():
        declared = by_kind["complete"] | by_kind["nil"]
        if 2 * len(declared) < sizes[start]:
            kinds[_name(start)] = "additions"
        else:
            kinds[_name(start)] = "complete" if by_kind["complete"] else "nil"
    return kinds


def _parts(delivery: _Delivery, length: int) -> Iterator[tuple[int, int, list[date]]]:
    """What a delivery covers of each unit of ``length`` months that it touches.

    The number of the unit's first month, its days, and which of them are covered.
    """
    first, last = _number(str(delivery.first)), _number(str(delivery.last))
    for start in range(first - first % length, last + 1, length):
        begin, end = _first_day(start), _first_day(start + length)
        covered = max(begin, delivery.first)
        n = (min(end - timedelta(days=1), delivery.last) - covered).days + 1
        yield start, (end - begin).days, [covered + timedelta(days=i) for i in range(n)]


def _due(month: str, rhythm: str | None, delivery_day: int | None) -> date:
    """The day by which the delivery that speaks for ``month`` should have come.

    ``delivery_day`` is that of the following month; without one, its first day.
    """
    length = _MONTHS_PER_DELIVERY.get(rhythm or "", 1)
    following = (_number(month) // length + 1) * length
    last = (_first_day(following + 1) - timedelta(days=1)).day
    return _first_day(following).replace(day=min(delivery_day or 1, last))


def _next(month: str, rhythm: str | None) -> str:
    """A month that the delivery after this one's speaks for."""
    return _name(_number(month) + _MONTHS_PER_DELIVERY.get(rhythm or "", 1))


def _number(text: str) -> int:
    """Months since year 0 of an ISO day or month; quarters and years begin at its multiples."""
    return 12 * int(text[:4]) + int(text[5:7]) - 1


def _name(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"


def _first_day(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)
