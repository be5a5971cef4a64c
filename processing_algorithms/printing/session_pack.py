"""``oltp:sessionpack``: two pages for the meeting of a groupe territorial."""

from __future__ import annotations

from oltp_plugin.observatory.bulletins import Bulletin
from oltp_plugin.printing.diffusion import Diffusion
from oltp_plugin.translation import language, tr

from ..base import progress
from ..observatory.parameters import day, day_parameter, observatory_parameter, opened
from .round_document import RoundDocument, check_period

_MONTHS = 13
_PAGES = 2


class SessionPack(RoundDocument):
    """``oltp:sessionpack``"""

    NAME = KIND = "sessionpack"

    def title(self):
        return tr("Session pack of a territory")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(day_parameter("FROM", tr("First day"), required=True))
        self.addParameter(day_parameter("TO", tr("Last day"), required=True))
        self.add_territory()
        self.add_diffusion(Diffusion.RESTRICTED)
        self.add_output(tr("Session pack"))

    def work(self, parameters, context, feedback):
        from oltp_plugin.observatory import meeting
        from oltp_plugin.observatory.connection import reading
        from oltp_plugin.observatory.labels import read_labels
        from oltp_plugin.observatory.page_sources import read_sources
        from oltp_plugin.printing import measure_words, session_pack
        from oltp_plugin.printing.publication import Publication
        from oltp_plugin.printing.territory_figures import TerritoryFigures

        tick = progress(feedback)
        path = opened(self, parameters, context)
        output = self.output(parameters, context)
        window = check_period(*(day(self, parameters, each, context) for each in ("FROM", "TO")))
        diffusion = self.diffusion(parameters, context)
        sources = read_sources(path, "bulletin", diffusion.name.lower(), window)
        tick(0.1)
        with reading(path) as connection:
            level, code, name = self.territory(parameters, context, connection)
            publication = Publication(connection, diffusion is Diffusion.PUBLIC)
            told = TerritoryFigures(connection, sources.allowed, level, code, publication)
            measures = told.measures(session_pack.MOST)
            ranked = told.ranked()
            months = ("", [])
            if ranked:
                months = ranked[0].name, told.months(ranked[0], _MONTHS)
            area = meeting.Area(connection, level, code)
            notes = meeting.told(connection, area, window)
        tick(0.3)
        mapped = self.mapped(path, ranked, window, (level, code), diffusion, 92, context, feedback)
        tick(0.7)
        subtitle = measure_words.period_of(window)
        pack = session_pack.SessionPack(
            self.cover(path, name, subtitle, diffusion, sources.answer),
            read_labels(path, language()),
            sources,
            measures,
            mapped,
            window,
            *months,
            **notes,
            public=diffusion is Diffusion.PUBLIC,
        )
        sheet = session_pack.sheet_of(pack)
        made = Bulletin(self.KIND, diffusion.name.lower(), code, level, *window)
        result = self.publish(sheet, output, path, made, told.figures, feedback, _PAGES)
        if result["PAGES"] > _PAGES:
            feedback.pushWarning(
                tr("There is so much to say that the pack has {n} pages.").format(n=result["PAGES"])
            )
        return result
