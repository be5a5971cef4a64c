"""The counts of one territory as its pages print them: in their usual range, by month, by year."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from oltp_plugin.analysis.suppression import hidden_in_line
from oltp_plugin.local_format import number
from oltp_plugin.observatory import period_counts
from oltp_plugin.observatory.bulletins import Figure
from oltp_plugin.observatory.page_sources import Source
from oltp_plugin.observatory.period_counts import Window
from oltp_plugin.printing import measure_words
from oltp_plugin.printing.measures import Counting, Measure, kept_apart, months_before
from oltp_plugin.printing.publication import Publication

Bar = tuple[str, "int | str | None"]
Year = tuple[str, list[str]]


class TerritoryFigures:
    """Asked for in the order of the pages; ``figures`` collects what is to be kept of them."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        sources: Sequence[Source],
        level: str,
        code: str,
        publication: Publication,
    ):
        families = period_counts.families(connection)
        self._connection, self._publication = connection, publication
        self._level, self._code = level, code
        self._counting = {
            each.code: Counting(connection, each, families, level, [code]) for each in sources
        }
        self._off: dict[tuple[str, str | None, Window], bool] = {}
        self.figures: list[Figure] = []

    @property
    def sources(self) -> list[Source]:
        return [each.source for each in self._counting.values()]

    def ranked(self) -> list[Source]:
        """The sources that have delivered, most records first."""
        delivered = [each for each in self._counting.values() if each.source.delivered]
        delivered.sort(key=lambda each: -each.counted(each.source.window)[None, self._code])
        return [each.source for each in delivered]

    def measures(self, most: int) -> list[Measure]:
        """Each source's families, most records first; where one is hidden, all records too."""
        found = [each for own in self._counting.values() for each in self._lines(own)]
        # Hidden ones last, so that their place in the list tells nothing.
        found.sort(key=lambda each: (not each.said, -(each.n or 0) if each.said else 0))
        printed = []
        for measure in found[:most]:
            counting = self._counting[measure.source.code]
            printed.append(self._publication.held(measure, counting))
            self.figures += counting.figures(printed[-1])
        return printed

    def _lines(self, counting: Counting) -> list[Measure]:
        lines = kept_apart(
            [counting.measure(family, self._code) for family in counting.families_told()],
            counting.source.threshold,
        )
        source = counting.source
        for each in lines:
            self._off[source.code, each.category, source.window] = each.hidden
            self._off[source.code, each.category, counting.a_year_before()] = each.before_hidden
        if len(lines) > 1 and any(each.hidden for each in lines):
            lines.insert(0, counting.measure(None, self._code))
        return lines

    def months(self, source: Source, n: int) -> list[Bar]:
        """The last ``n`` months, a count, None where nothing came, or what stands for a hidden
        one. The page tells the total of its period and of the one a year before, too."""
        counting = self._counting[source.code]
        months = months_before(source.window, n)
        counts = {
            window: counting.counted(window)[None, self._code]
            for _, window in months
            if source.covers(window)
        }
        totals = source.window, counting.a_year_before()
        hidden = _hidden_beside(totals, counts, source.threshold)
        bars: list[Bar] = []
        for name, window in months:
            if window not in counts:
                bars.append((name, None))
                continue
            count, off = counts[window], window in hidden
            shown = self._keep(self._figure(f"month:{name}", source, None, window, count, off))
            few = f"< {source.threshold}" if 0 < count < source.threshold else "–"
            bars.append((name, count if shown else few))
        return bars

    def years(self, source: Source, years: Sequence[int]) -> list[Year]:
        """Of each family of the source what is said of each year: as ``measures`` hid it, where it
        is among these."""
        counting = self._counting[source.code]
        windows = [(f"{year}-01-01", f"{year}-12-31") for year in years]
        counts = [counting.counted(each) for each in windows]
        listed = sorted(
            {family for each in counts for family, _ in each if family is not None},
            key=lambda family: -sum(each[family, self._code] for each in counts),
        )
        rows = {family: [measure_words.NOTHING] * len(years) for family in listed}
        for place, window in enumerate(windows):
            if not source.covers(window):
                continue
            values = [counts[place][family, self._code] for family in listed]
            for family, n, off in zip(listed, values, hidden_in_line(values, source.threshold)):
                key = f"year:{years[place]}"
                off = self._off.get((source.code, family, window), off)
                shown = self._keep(self._figure(key, source, family, window, n, bool(off)))
                said = number(n) if shown else measure_words.hidden(source.threshold, n)
                rows[family][place] = said
        return list(rows.items())

    def _figure(
        self, kind: str, source: Source, category, window: Window, n: int, hidden: bool
    ) -> Figure:
        return Figure(
            f"{kind}:{source.code}:{category or 'all'}:{self._code}",
            source.code,
            category,
            self._code,
            self._level,
            *window,
            n,
            source.known_by(window) if window != source.window else None,
            hidden,
            source.threshold,
            tuple(period_counts.deliveries(self._connection, source.code, window)),
        )

    def _keep(self, figure: Figure) -> bool:
        """Whether it may be printed; kept in either case."""
        shown = self._publication.may_print(figure)
        self.figures.append(figure if shown else replace(figure, hidden=True))
        return shown


def _hidden_beside(
    totals: Iterable[Window], counts: Mapping[Window, int], least: int
) -> set[Window]:
    """The windows whose count is small, or would follow from a total and its other windows."""
    hidden = {window for window, n in counts.items() if 0 < n < least}
    for first, last in totals:
        inside = [window for window in counts if first <= window[0] and window[1] <= last]
        off = hidden_in_line([counts[window] for window in inside], least)
        hidden.update(window for window, out in zip(inside, off) if out)
    return hidden
