"""``oltp:diagnostic``: the safety diagnosis of one territory over years."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsProcessingParameterString

from oltp_plugin.errors import PrintError
from oltp_plugin.observatory.bulletins import Bulletin, Figure
from oltp_plugin.printing.diffusion import Diffusion
from oltp_plugin.translation import language, tr

from ..observatory.parameters import observatory_parameter, opened
from .round_document import RoundDocument, territory_named
from .session_pack import LEVEL, bars_of

_MOST_YEARS = 10


class Diagnostic(RoundDocument):
    """``oltp:diagnostic``"""

    NAME = KIND = "diagnostic"

    def title(self):
        return tr("Safety diagnosis of a territory")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.add_territory()
        for name, description in (("FROM", tr("First year")), ("TO", tr("Last year"))):
            self.addParameter(QgsProcessingParameterString(name, description))
        self.add_diffusion(Diffusion.RESTRICTED)
        self.add_output(tr("Diagnosis"))

    def work(self, parameters, context, feedback):
        from oltp_plugin.observatory import meeting, period_counts
        from oltp_plugin.observatory.connection import reading
        from oltp_plugin.observatory.labels import read_labels
        from oltp_plugin.observatory.page_sources import read_sources
        from oltp_plugin.printing import bulletin_figures, diagnosis
        from oltp_plugin.printing.measures import Counting, months_before

        path = opened(self, parameters, context)
        output = self.output(parameters, context)
        years = self._years(parameters, context)
        window = f"{years[0]}-01-01", f"{years[-1]}-12-31"
        last = f"{years[-1]}-01-01", window[1]
        diffusion = self.diffusion(parameters, context)
        sources = read_sources(path, "diagnose", diffusion.name.lower(), window)
        feedback.setProgress(10)
        with reading(path) as connection:
            level, code, name = territory_named(
                connection, self.parameterAsString(parameters, "TERRITORY", context), LEVEL
            )
            families = period_counts.families(connection)
            counting = [
                Counting(connection, replace(each, window=last), families, level, [code])
                for each in sources.allowed
            ]
            measures, tables, figures = [], [], []
            for each in counting:
                own = bulletin_figures.kept_apart(
                    [each.measure(family, code) for family in each.families_told()],
                    each.source.threshold,
                )
                measures += own
                hidden = {one.category: one.hidden for one in own}
                rows, kept = _by_year(each, years, code, level, hidden)
                tables.append(diagnosis.SourceYears(each.source, rows))
                figures += kept
            measures.sort(key=lambda each: (not each.said, -(each.n or 0) if each.said else 0))
            told = [each for each in counting if each.source.delivered]
            told.sort(key=lambda each: -each.counted(last)[None, code])
            main = told[0].source if told else None
            area = meeting.Area(connection, level, code)
            sites = meeting.sites(connection, area, window[1])
            notes = {
                "held": _held(connection, window),
                "main": main.name if main else "",
                "bars": bars_of(told[0], code, 24) if told else [],
                "hours": (
                    bulletin_figures.hours(connection, main, last, (level, code)) if main else None
                ),
                "threshold": main.threshold if main else 0,
                "sites": sites,
                "decisions": meeting.decisions(connection, sites, window[1]),
                "actions": meeting.actions(connection, area, *window),
                "cameras": meeting.cameras(connection, area, *window),
                "observations": meeting.observations(connection, area, *window),
            }
        feedback.setProgress(35)
        inside = "quartier" if level != "quartier" else None
        ranked = [each.source for each in told]
        mapped = self.mapped(
            path, ranked, last, (level, code), inside, diffusion, 100, context, feedback
        )
        feedback.setProgress(75)
        subtitle = tr("Safety diagnosis, {first}–{last}").format(first=years[0], last=years[-1])
        pages = diagnosis.sheet_of(
            diagnosis.Diagnosis(
                cover=self.cover(path, name, subtitle, diffusion, sources.answer),
                labels=read_labels(path, language()),
                sources=sources,
                years=years,
                last=measures,
                tables=tables,
                map=mapped,
                window=window,
                months=[each for each, _ in months_before(window, min(24, 12 * len(years)))],
                public=diffusion is Diffusion.PUBLIC,
                **notes,
            )
        ).write(output)
        made = Bulletin(self.KIND, diffusion.name.lower(), code, level, *window)
        number = self.keep(path, made, figures, feedback)
        return {"OUTPUT": str(output), "BULLETIN": number, "PAGES": pages}

    def _years(self, parameters, context) -> list[int]:
        """From the first to the last, both included; a date says its year."""
        ends = []
        for name in ("FROM", "TO"):
            text = self.parameterAsString(parameters, name, context).strip()[:4]
            if not text.isdigit() or len(text) < 4:
                raise PrintError("not_a_year", text=text)
            ends.append(int(text))
        first, last = ends
        if not 0 <= last - first < _MOST_YEARS:
            raise PrintError("years_not_in_order", first=first, last=last, most=_MOST_YEARS)
        return list(range(first, last + 1))


def _by_year(counting, years, code: str, level: str, hidden: dict):
    """Of each family what is said of each year, and the figures to keep.

    ``hidden``: which of the last year are, as the indicators have it.
    """
    from oltp_plugin.analysis.suppression import hidden_in_line
    from oltp_plugin.local_format import number
    from oltp_plugin.observatory import period_counts
    from oltp_plugin.printing import measure_words

    source = counting.source
    windows = [(f"{year}-01-01", f"{year}-12-31") for year in years]
    covered = [source.covers(each) for each in windows]
    counts = [counting.counted(each) for each in windows]
    listed = sorted(
        {family for each in counts for family, _ in each if family is not None},
        key=lambda family: -sum(each[family, code] for each in counts),
    )
    rows = {family: [measure_words.NOTHING] * len(years) for family in listed}
    figures = []
    for place, (window, came) in enumerate(zip(windows, covered)):
        if not came:
            continue
        known = source.known_by(window) if window != source.window else None
        batches = tuple(period_counts.deliveries(counting.connection, source.code, window))
        values = [counts[place][family, code] for family in listed]
        kept_off = hidden_in_line(values, source.threshold)
        if window == source.window:
            kept_off = [hidden.get(family, False) for family in listed]
        for family, n, off in zip(listed, values, kept_off):
            said = measure_words.hidden(source.threshold, n) if off else number(n)
            rows[family][place] = said
            figures.append(
                Figure(
                    f"n:{source.code}:{family}:{code}:{years[place]}",
                    source.code, family, code, level, *window, n, known, bool(off),
                    source.threshold, batches,
                )
            )  # fmt: skip
    return list(rows.items()), figures


def _held(connection, window) -> str:
    """From when on records are held, and what stands in their place before."""
    from oltp_plugin.printing import measure_words

    (first,) = connection.execute(
        "SELECT substr(min(occurred_from), 1, 7) FROM incident WHERE status <> 'withdrawn'"
    ).fetchone()
    (purged,) = connection.execute(
        "SELECT coalesce(sum(purged), 0) FROM aggregate WHERE territory_level IS NULL"
        " AND date_basis = 'occurred' AND month BETWEEN ? AND ?",
        window,
    ).fetchone()
    if first is None:
        return tr("The observatory holds no record; its monthly counts speak.")
    said = tr("Records are held from {month} on.").format(month=measure_words.month(first))
    if purged:
        return (
            said
            + " "
            + tr("What was deleted at the end of its time is counted by month: no map, no hours.")
        )
    return said
