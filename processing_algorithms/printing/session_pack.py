"""``oltp:sessionpack``: two pages for the meeting of a groupe territorial."""

from __future__ import annotations

from oltp_plugin.observatory.bulletins import Bulletin
from oltp_plugin.printing.diffusion import Diffusion
from oltp_plugin.translation import language, tr

from ..observatory.parameters import day, day_parameter, observatory_parameter, opened
from .round_document import RoundDocument, check_period, territory_named

LEVEL = "groupe territorial"
_INSIDE = "quartier"
_MONTHS = 13


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
        from oltp_plugin.observatory import meeting, period_counts
        from oltp_plugin.observatory.connection import reading
        from oltp_plugin.observatory.labels import read_labels
        from oltp_plugin.observatory.page_sources import read_sources
        from oltp_plugin.printing import measure_words, session_pack
        from oltp_plugin.printing.bulletin_figures import kept_apart
        from oltp_plugin.printing.measures import Counting

        path = opened(self, parameters, context)
        output = self.output(parameters, context)
        window = check_period(*(day(self, parameters, each, context) for each in ("FROM", "TO")))
        diffusion = self.diffusion(parameters, context)
        sources = read_sources(path, "bulletin", diffusion.name.lower(), window)
        feedback.setProgress(10)
        with reading(path) as connection:
            level, code, name = territory_named(
                connection, self.parameterAsString(parameters, "TERRITORY", context), LEVEL
            )
            families = period_counts.families(connection)
            counting = [
                Counting(connection, each, families, level, [code]) for each in sources.allowed
            ]
            measures = []
            for each in counting:
                own = kept_apart(
                    [each.measure(family, code) for family in each.families_told()],
                    each.source.threshold,
                )
                measures += own
            # Hidden ones last, so that their place in the list tells nothing.
            measures.sort(key=lambda each: (not each.said, -(each.n or 0) if each.said else 0))
            measures = measures[: session_pack.MOST]
            by_source = {each.source.code: each for each in counting}
            figures = [
                figure
                for measure in measures
                for figure in by_source[measure.source.code].figures(measure)
            ]
            counting = [each for each in counting if each.source.delivered]
            counting.sort(key=lambda each: -each.counted(window)[None, code])
            ranked = [each.source for each in counting]
            months = ("", [])
            if counting:
                months = counting[0].source.name, bars_of(counting[0], code, _MONTHS)
            area = meeting.Area(connection, level, code)
            sites = meeting.sites(connection, area, window[1])
            told = {
                "sites": sites,
                "decisions": meeting.decisions(connection, sites, window[1]),
                "actions": meeting.actions(connection, area, *window),
                "cameras": meeting.cameras(connection, area, *window),
                "observations": meeting.observations(connection, area, *window),
            }
        feedback.setProgress(30)
        inside = _INSIDE if level != _INSIDE else None
        mapped = self.mapped(
            path, ranked, window, (level, code), inside, diffusion, 92, context, feedback
        )
        feedback.setProgress(70)
        subtitle = measure_words.period_of(window)
        pack = session_pack.SessionPack(
            self.cover(path, name, subtitle, diffusion, sources.answer),
            read_labels(path, language()),
            sources,
            measures,
            mapped,
            window,
            *months,
            **told,
            public=diffusion is Diffusion.PUBLIC,
        )
        pages = session_pack.sheet_of(pack).write(output, 2)
        if pages > 2:
            feedback.pushWarning(
                tr("There is so much to say that the pack has {n} pages.").format(n=pages)
            )
        made = Bulletin(self.KIND, diffusion.name.lower(), code, level, *window)
        number = self.keep(path, made, figures, feedback)
        return {"OUTPUT": str(output), "BULLETIN": number, "PAGES": pages}


def bars_of(counting, code: str, n: int) -> list[tuple[str, int | str | None]]:
    """A source's last ``n`` months in the territory: small counts are not told."""
    from oltp_plugin.printing.measures import months_before

    least = counting.source.threshold
    bars: list[tuple[str, int | str | None]] = []
    for name, window in months_before(counting.source.window, n):
        count = counting.counted(window)[None, code] if counting.source.covers(window) else None
        small = count is not None and 0 < count < least
        bars.append((name, f"< {least}" if small else count))
    return bars
