"""``oltp:diagnostic``: the safety diagnosis of one territory over years."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsProcessingParameterString

from oltp_plugin.errors import PrintError
from oltp_plugin.observatory.bulletins import Bulletin
from oltp_plugin.printing.diffusion import Diffusion
from oltp_plugin.translation import language, tr

from ..base import progress
from ..observatory.parameters import observatory_parameter, opened
from .round_document import RoundDocument

_MOST_YEARS = 10
_MONTHS = 24


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
        from oltp_plugin.observatory import meeting
        from oltp_plugin.observatory.connection import reading
        from oltp_plugin.observatory.labels import read_labels
        from oltp_plugin.observatory.page_sources import read_sources
        from oltp_plugin.printing import bulletin_figures, diagnosis
        from oltp_plugin.printing.measures import months_before
        from oltp_plugin.printing.publication import Publication
        from oltp_plugin.printing.territory_figures import TerritoryFigures

        tick = progress(feedback)
        path = opened(self, parameters, context)
        output = self.output(parameters, context)
        years = self._years(parameters, context)
        window = f"{years[0]}-01-01", f"{years[-1]}-12-31"
        last = f"{years[-1]}-01-01", window[1]
        diffusion = self.diffusion(parameters, context)
        sources = read_sources(path, "diagnose", diffusion.name.lower(), window)
        tick(0.1)
        with reading(path) as connection:
            level, code, name = self.territory(parameters, context, connection)
            told = TerritoryFigures(
                connection,
                [replace(each, window=last) for each in sources.allowed],
                level,
                code,
                Publication(connection, diffusion is Diffusion.PUBLIC),
            )
            measures = told.measures(diagnosis.MOST)
            tables = [diagnosis.SourceYears(each, told.years(each, years)) for each in told.sources]
            ranked = told.ranked()
            main = ranked[0] if ranked else None
            notes = {
                "held": _held(connection, window),
                "main": main.name if main else "",
                "bars": told.months(main, _MONTHS) if main else [],
                "hours": (
                    bulletin_figures.hours(connection, main, last, (level, code)) if main else None
                ),
                "threshold": main.threshold if main else 0,
                **meeting.told(connection, meeting.Area(connection, level, code), window),
            }
        tick(0.35)
        mapped = self.mapped(path, ranked, last, (level, code), diffusion, 100, context, feedback)
        tick(0.75)
        subtitle = tr("Safety diagnosis, {first}–{last}").format(first=years[0], last=years[-1])
        sheet = diagnosis.sheet_of(
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
        )
        made = Bulletin(self.KIND, diffusion.name.lower(), code, level, *window)
        return self.publish(sheet, output, path, made, told.figures, feedback)

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
