"""What a page says of a count: how much, whether that is usual, and what changed in a year.

Sources stand side by side and are never added. A count is None where its partner has not told of
the whole period: nothing came is not nothing happened. Earlier periods are counted at the age that
the page's own has. Plain numbers; no QGIS.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import numpy as np

from oltp_plugin.analysis.suppression import hidden_in_line
from oltp_plugin.observatory import period_counts
from oltp_plugin.observatory.bulletins import Figure
from oltp_plugin.observatory.page_sources import YEARS, Source
from oltp_plugin.observatory.period_counts import Window
from oltp_plugin.observatory.periods import earlier, neighbour

BY_YEARS, BY_PERIODS = "years", "periods"
_PERIODS = 12  # just before, where there are not two years
_LEAST = 4  # of them


@dataclass(frozen=True)
class Change:
    """From the same period a year before. ``percent``: None under 10 records; ``low``, ``high``:
    its 95 % interval."""

    before: int
    percent: float | None
    low: float
    high: float


@dataclass(frozen=True)
class Measure:
    """One count of one source. ``category``: a family's code, None for all of the source;
    ``territory``: None for all over; ``usual_by``: BY_YEARS or BY_PERIODS."""

    source: Source
    category: str | None
    territory: str | None
    level: str | None
    n: int | None
    before: int | None = None
    usual: tuple[int, int] | None = None
    usual_by: str = BY_YEARS
    change: Change | None = None
    hidden: bool = False
    before_hidden: bool = False

    @property
    def place(self) -> int | None:
        """-1 below the usual range, 0 in it, 1 above; None where there is none."""
        if self.n is None or self.usual is None:
            return None
        return (self.n > self.usual[1]) - (self.n < self.usual[0])

    @property
    def said(self) -> bool:
        """Whether its number may stand on the page."""
        return self.n is not None and not self.hidden


@dataclass
class Counting:
    """One source's counts in one scope, window by window, each read once.

    ``level``, ``codes``: the territories counted, None for all over.
    """

    connection: sqlite3.Connection
    source: Source
    families: dict[str, str]
    level: str | None = None
    codes: Sequence[str] | None = None
    _read: dict[Window, Counter] = field(default_factory=dict)
    _dispersion: float | None = None

    def counted(self, window: Window) -> Counter:
        """By family (None: all) and territory."""
        if window not in self._read:
            rows = period_counts.counts(
                self.connection,
                window,
                self.level,
                self.source.known_by(window) if window != self.source.window else None,
                self.codes,
                self.source.code,
            )
            found: Counter = Counter()
            for (_, category, code), n in rows.items():
                if category in self.source.categories:
                    found[self.families.get(category, category), code] += n
                    found[None, code] += n
            self._read[window] = found
        return self._read[window]

    def families_told(self) -> list[str]:
        """Families of the source in the window or the year before it, most first."""
        total: Counter = Counter()
        for window in (self.source.window, self.a_year_before()):
            for (family, _), n in self.counted(window).items():
                if family is not None:
                    total[family] += n
        return [family for family, _ in total.most_common()]

    def measure(self, category: str | None, territory: str | None = None) -> Measure:
        """The count of a family, or of everything, in the window."""
        own = self.source.window
        level = None if territory is None else self.level
        if not self.source.delivered:
            return Measure(self.source, category, territory, level, None)
        key = (category, territory or "")
        n = self.counted(own)[key]
        window = self.a_year_before()
        change = before = None
        if self.source.covers(window):
            before = self.counted(window)[key]
            change = self._change(n, before, window)
        usual, by = self._usual(key)
        small = 0 < n < self.source.threshold
        return Measure(
            self.source, category, territory, level, n, before, usual, by, change, small,
            before is not None and 0 < before < self.source.threshold,
        )  # fmt: skip

    def figures(self, measure: Measure) -> list[Figure]:
        """What the page says of a measure, to be kept."""
        told = [("n", self.source.window, measure.n, measure.hidden, None)]
        if measure.before is not None:
            window = self.a_year_before()
            known = self.source.known_by(window)
            hidden = measure.before_hidden or measure.hidden
            told.append(("before", window, measure.before, hidden, known))
        place = measure.category or "all"
        where = f":{measure.territory}" if measure.territory else ""
        return [
            Figure(
                f"{kind}:{self.source.code}:{place}{where}",
                self.source.code,
                measure.category,
                measure.territory,
                measure.level,
                *window,
                value,
                known,
                hidden,
                self.source.threshold,
                tuple(period_counts.deliveries(self.connection, self.source.code, window)),
            )
            for kind, window, value, hidden, known in told
        ]

    def dispersion(self) -> float:
        """φ of the source's families, town-wide: from two years of months, else from weeks."""
        if self._dispersion is None:
            self._dispersion = self._estimated()
        return self._dispersion

    def _estimated(self) -> float:
        from oltp_plugin.analysis.change import dispersion_by_season, dispersion_by_week

        first, last = self.source.told, self.source.window[0]
        if first is None or first >= last:
            return 1.0
        ends = neighbour(*map(date.fromisoformat, self.source.window), forward=False)[1]
        history = (first, ends.isoformat())
        months = period_counts.by_month(self.connection, history, self.source.code)
        names = _month_names(history)
        if self.source.told and self.source.told[8:] != "01":
            names = names[1:]  # the first began in its middle
        factor = dispersion_by_season(self._table(months, names))
        if np.isfinite(factor):
            return float(factor)
        tables = []
        for window in (self.a_year_before(), self.source.window):
            weeks = period_counts.by_week(self.connection, window, self.source.code)
            tables.append(self._table(weeks, range(_length(window) // 7)))
        factor = dispersion_by_week(*tables) if self.source.covers(self.a_year_before()) else np.nan
        return float(factor) if np.isfinite(factor) else 1.0

    def _table(self, cells: dict, steps: Sequence) -> np.ndarray:
        """Families × steps."""
        rows = sorted(set(self.families.values()))
        place, step = ({each: i for i, each in enumerate(which)} for which in (rows, steps))
        table = np.zeros((len(rows), len(step)))
        for (category, when), n in cells.items():
            if when in step and category in self.families:
                table[place[self.families[category]], step[when]] += n
        return table

    def a_year_before(self) -> Window:
        return _text(earlier(*map(date.fromisoformat, self.source.window), 1))

    def _change(self, n: int, before: int, window: Window) -> Change:
        from oltp_plugin.analysis.change import FEW, compare

        days = _length(window), _length(self.source.window)
        found = compare(before, n, days, self.dispersion())
        enough = min(before, n) >= FEW
        percent = float(found.percent) if enough else None
        return Change(before, percent, float(found.low), float(found.high))

    def _usual(self, key) -> tuple[tuple[int, int] | None, str]:
        """By the same days of earlier years; where there are not two, by the periods before."""
        from oltp_plugin.analysis.usual_range import ENOUGH, usual_range

        own = tuple(map(date.fromisoformat, self.source.window))
        by_years = []
        for years in range(1, YEARS + 1):
            window = _text(earlier(*own, years))
            if window[1] < self.source.window[0] and self.source.covers(window):
                by_years.append(self._scaled(window, key))
        if len(by_years) >= ENOUGH:
            return usual_range(by_years, self.dispersion()), BY_YEARS
        before, days = [], own
        for _ in range(_PERIODS):
            days = neighbour(*days, forward=False)
            if self.source.covers(_text(days)):
                before.append(self._scaled(_text(days), key))
        if len(before) < _LEAST:
            return None, BY_PERIODS
        return usual_range(before, self.dispersion()), BY_PERIODS

    def _scaled(self, window: Window, key) -> float:
        """The count, brought to the length of the page's own period."""
        return self.counted(window)[key] * _length(self.source.window) / _length(window)


def kept_apart(measures: list[Measure], least: int) -> list[Measure]:
    """More of them hidden, where a small one could be computed from their total and the rest."""
    if not measures or least < 2:
        return measures
    hidden = hidden_in_line([each.n or 0 for each in measures], least)
    before = hidden_in_line([each.before or 0 for each in measures], least)
    return [
        replace(
            each, hidden=bool(each.hidden or off), before_hidden=bool(each.before_hidden or old)
        )
        for each, off, old in zip(measures, hidden, before)
    ]


def _text(days: tuple[date, date]) -> Window:
    return days[0].isoformat(), days[1].isoformat()


def _length(window: Window) -> int:
    first, last = map(date.fromisoformat, window)
    return (last - first).days + 1


def _month_names(window: Window) -> list[str]:
    first, last = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in window)
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(first, last + 1)]


def months_before(window: Window, n: int) -> list[tuple[str, Window]]:
    """The last ``n`` whole months up to the window's last: name and days of each, in order."""
    last = date.fromisoformat(window[1])
    if period_counts.month_end(last) != window[1]:
        last = last.replace(day=1) - timedelta(days=1)
    found = []
    for _ in range(n):
        first = last.replace(day=1)
        found.insert(0, (first.isoformat()[:7], (first.isoformat(), last.isoformat())))
        last = first - timedelta(days=1)
    return found
