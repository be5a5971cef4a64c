"""The one filter of incidents: which reports are on the map, in the tables, counted and printed."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, dataclass, fields, replace
from datetime import date

from oltp_plugin.errors import ObservatoryError

from . import periods
from .clock import day_after
from .schema import PRECISIONS

HOURS_OF_A_WEEK = 168
NOT_SAID = -1  # the severity of a record that has none
STATUSES = ("open", "closed")  # withdrawn never counts
DATE_COLUMNS = {"occurred": "occurred_from", "recorded": "reported_at"}
# A date that says no hour; it is its own day's whenever a day begins.
_NO_HOUR = {
    "occurred": "time_precision IN ('day', 'month')",
    "recorded": "substr(reported_at, 12) = '00:00:00'",
}

_WEEKDAY = "(strftime('%w', occurred_from) + 6) % 7"
_HOUR_OF_WEEK = f"({_WEEKDAY} * 24 + substr(occurred_from, 12, 2))"


@dataclass(frozen=True)
class IncidentFilter:
    """Everything not named is everything. Days are ISO, both included; withdrawn never count.

    ``categories``: codes; a family stands for all of its own. ``territory``: a row of the table
    ``territory``; ``territories``: (level, code) pairs, which mean the same in another file.
    ``hours``: hours of the week, 0 is Monday from midnight to one; a record whose time is
    uncertain is in as soon as it may have happened in one of them. ``day_start``: the hour at
    which a day begins, so that with 6 a Friday night is one night; what says no hour stays in the
    day that it names. ``facts``: of several reports
    of one fact, only the first. ``period`` says how the two days were chosen and ``comparison``
    with what the count is compared (see ``periods``): neither changes which records are in.
    """

    first_day: str | None = None
    last_day: str | None = None
    categories: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    territory: int | None = None
    territories: tuple[tuple[str, str], ...] = ()
    hours: tuple[int, ...] = ()
    day_start: int = 0
    date_basis: str = "occurred"
    severities: tuple[int, ...] = ()
    statuses: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    facts: bool = False
    period: str = periods.CUSTOM
    comparison: str = periods.LAST_YEAR
    comparison_first: str | None = None
    comparison_last: str | None = None

    def sql(self) -> str:
        """A condition on the table ``incident``, fit for a layer's subset string.

        It never qualifies a column by its own table, which GDAL gives another name: a subset that
        does draws nothing.
        """
        conditions = self._conditions()
        if self.facts:
            firsts = f"SELECT min(fid) FROM incident WHERE {' AND '.join(conditions)}"  # nosec B608
            conditions.append(
                f"(fact IS NULL OR fid IN ({firsts} AND fact IS NOT NULL GROUP BY fact))"
            )
        return " AND ".join(conditions)

    def _conditions(self) -> list[str]:
        column = DATE_COLUMNS[self.date_basis]
        conditions = ["status <> 'withdrawn'"]
        if self.first_day:
            conditions.append(self._from(column, date.fromisoformat(self.first_day).isoformat()))
        if self.last_day:
            conditions.append(self._before(column, day_after(self.last_day)))
        if self.categories:
            words = listed(self.categories)
            conditions.append(
                f"category IN (SELECT code FROM category WHERE code IN {words}"
                f" OR parent IN {words})"  # nosec B608
            )
        if self.partners:
            conditions.append(f"partner IN {listed(self.partners)}")
        if self.territory is not None or self.territories:
            conditions.append(
                "fid IN (SELECT incident FROM incident_territory WHERE territory IN"
                f" (SELECT fid FROM territory WHERE {self._areas()}))"  # nosec B608
            )
        if self.hours:
            conditions.append(_may_be_in(self.hours))
        if self.severities:
            severities = ", ".join(str(int(each)) for each in self.severities)
            conditions.append(f"coalesce(severity, {NOT_SAID}) IN ({severities})")
        if self.statuses:
            conditions.append(f"status IN {listed(self.statuses)}")
        if self.precisions:
            conditions.append(f"location_precision IN {listed(self.precisions)}")
        return conditions

    def _from(self, column: str, day: str) -> str:
        if not self.day_start:
            return f"{column} >= {_quoted(day)}"
        either = f"{column} >= {self._begin_of(day)} OR {_NO_HOUR[self.date_basis]}"
        return f"({column} >= {_quoted(day)} AND ({either}))"  # the first part uses the index

    def _before(self, column: str, day: str) -> str:
        if not self.day_start:
            return f"{column} < {_quoted(day)}"
        either = f"{column} < {_quoted(day)} OR NOT {_NO_HOUR[self.date_basis]}"
        return f"({column} < {self._begin_of(day)} AND ({either}))"

    def _begin_of(self, day: str) -> str:
        return _quoted(f"{day}T{self.day_start:02}:00:00")

    def _areas(self) -> str:
        by_level: dict[str, list[str]] = {}
        for level, code in self.territories:
            by_level.setdefault(level, []).append(code)
        areas = [
            f"level = {_quoted(level)} AND code IN {listed(codes)}"
            for level, codes in by_level.items()
        ]
        if self.territory is not None:
            areas.append(f"fid = {int(self.territory)}")
        return " OR ".join(areas)

    def counted_back(self, last_day: str | None) -> IncidentFilter:
        """With the days that its named period has when ``last_day`` (ISO) is the last told of."""
        if self.period == periods.CUSTOM or last_day is None:
            return self
        first, last = periods.days_of(self.period, date.fromisoformat(last_day))
        return replace(self, first_day=str(first), last_day=str(last))

    def to_json(self) -> str:
        """The filter as text that ``from_json`` reads back, without what is left at its default."""
        default = asdict(IncidentFilter())
        chosen = {name: value for name, value in asdict(self).items() if value != default[name]}
        return json.dumps(chosen, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> IncidentFilter:
        """The filter that ``to_json`` wrote, also an earlier version's.

        Raises ObservatoryError ``filter_unreadable`` for any other text: it may be a file that
        somebody sent.
        """
        try:
            values = json.loads(text)
            for each in fields(cls):
                if each.name in values and isinstance(each.default, tuple):
                    values[each.name] = _as_tuple(values[each.name])
            read = cls(**values)
            read._check_values()
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise ObservatoryError("filter_unreadable") from error
        return read

    def _check_values(self) -> None:
        """Raise ValueError or TypeError for what cannot have been chosen."""
        for name in ("first_day", "last_day", "comparison_first", "comparison_last"):
            if getattr(self, name) is not None:
                date.fromisoformat(getattr(self, name))
        for name, known in (
            ("hours", range(HOURS_OF_A_WEEK)),
            ("severities", range(NOT_SAID, 10)),
            ("statuses", STATUSES),
            ("precisions", PRECISIONS),
        ):
            if not set(getattr(self, name)) <= set(known):
                raise ValueError(name)
        for level, code in self.territories:
            _quoted(level + code)
        for word in (*self.categories, *self.partners):
            _quoted(word)
        if not (
            self.day_start in range(24)
            and self.date_basis in DATE_COLUMNS
            and self.period in (*periods.KINDS, periods.CUSTOM)
            and self.comparison in periods.COMPARISONS
            and isinstance(self.facts, bool)
            and isinstance(self.territory, (int, type(None)))
        ):
            raise ValueError

    def check(self, connection: sqlite3.Connection) -> None:
        """Refuse words that the observatory does not know.

        Raises ObservatoryError ``unknown_category``, ``unknown_partner``, ``unknown_territory``,
        ``period_backwards``.
        """
        for table, words in (("category", self.categories), ("partner", self.partners)):
            known = {code for (code,) in connection.execute(f"SELECT code FROM {table}")}  # nosec B608
            unknown = [word for word in words if word not in known]
            if unknown:
                raise ObservatoryError(f"unknown_{table}", code=", ".join(unknown))
        areas = set(connection.execute("SELECT level, code FROM territory"))
        missing = [
            f"{level}:{code}" for level, code in self.territories if (level, code) not in areas
        ]
        if missing:
            raise ObservatoryError("unknown_territory", code=", ".join(missing))
        for first, last in (
            (self.first_day, self.last_day),
            (self.comparison_first, self.comparison_last),
        ):
            if first and last and last < first:
                raise ObservatoryError("period_backwards", start=first, end=last)


def territory_fid(connection: sqlite3.Connection, code: str) -> int:
    """The territory that ``code`` names: ``level:code``, or a code alone.

    Raises ObservatoryError ``unknown_territory``.
    """
    level, _, own = code.rpartition(":")
    row = connection.execute(
        "SELECT fid FROM territory WHERE code = ? AND (? = '' OR level = ?)"
        " ORDER BY valid_to IS NOT NULL, fid",
        (own, level, level),
    ).fetchone()
    if row is None:
        raise ObservatoryError("unknown_territory", code=code)
    return int(row[0])


def _may_be_in(hours: tuple[int, ...]) -> str:
    """Whether a record may have happened in one of ``hours``: by its hour, or by its span.

    Most records say their hour, and few functions are called for them: a million rows are tested
    in half a second.
    """
    chosen = set(hours)
    of_day = sorted({hour % 24 for hour in chosen})
    at = "substr(occurred_from, 12, 2)"
    moment = f"{at} IN ({', '.join(_quoted(f'{hour:02}') for hour in of_day)})"
    if len(chosen) < 7 * len(of_day):  # not the same hours every day
        marks = "".join("1" if hour in chosen else "0" for hour in range(HOURS_OF_A_WEEK))
        moment += f" AND substr('{marks}', 1 + {_HOUR_OF_WEEK}, 1) = '1'"
    seconds = "strftime('%s', occurred_to) - strftime('%s', occurred_from) / 3600 * 3600"
    # As analysis.aoristic takes them: with no end, a day or a month means all of it.
    return (
        f"CASE WHEN occurred_to > occurred_from THEN {_next(chosen, _HOUR_OF_WEEK)}"
        f" < ({seconds} + 3599) / 3600"
        f" WHEN time_precision = 'day' THEN {_next(chosen, f'({_WEEKDAY} * 24)')} < 24"
        f" WHEN time_precision = 'month' THEN 1 ELSE {moment} END"
    )


def _next(chosen: set[int], hour: str) -> str:
    """How many hours after ``hour`` of the week (SQL) the next of ``chosen`` comes, 0 for itself.

    The distances of all hours stand in a text of three digits each: no table, and the same to
    every SQLite.
    """
    distances = "".join(
        f"{next(n for n in range(HOURS_OF_A_WEEK) if (each + n) % HOURS_OF_A_WEEK in chosen):03}"
        for each in range(HOURS_OF_A_WEEK)
    )
    return f"CAST(substr('{distances}', 1 + 3 * {hour}, 3) AS INTEGER)"


def _as_tuple(values) -> tuple:
    """A JSON list, and the lists in it."""
    if not isinstance(values, list):
        raise TypeError
    return tuple(_as_tuple(each) if isinstance(each, list) else each for each in values)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def listed(words) -> str:
    """``words`` as what follows SQL's IN."""
    return "(" + ", ".join(_quoted(word) for word in words) + ")"
