"""``oltp:bulletin``: the month's or quarter's pages, the first of them for the mayor."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterString

from oltp_plugin.errors import ObservatoryError, PrintError
from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.observatory.bulletins import Bulletin as Made
from oltp_plugin.printing.diffusion import Diffusion
from oltp_plugin.translation import language, tr

from ..base import optional, progress
from ..observatory.parameters import day, day_parameter, observatory_parameter, opened
from .round_document import RoundDocument, check_period

_COVERAGE = 12  # months
_PAGES, _SMALLEST = 3, 8.0  # where letters of so many points make it so few


class Bulletin(RoundDocument):
    """``oltp:bulletin``"""

    NAME = KIND = "bulletin"

    def title(self):
        return tr("Bulletin")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(day_parameter("FROM", tr("First day"), required=True))
        self.addParameter(day_parameter("TO", tr("Last day"), required=True))
        self.addParameter(
            optional(
                QgsProcessingParameterString(
                    "TERRITORY_LEVEL", tr("Level of the territories"), "quartier"
                )
            )
        )
        self.add_diffusion(Diffusion.RESTRICTED)
        parameter = optional(
            QgsProcessingParameterString("INDICATORS", tr("Indicators of the year"))
        )
        parameter.setHelp(
            tr(
                "PARTNER:category, at most eight, with commas. They hold for the whole year; left "
                "out, those of the year, or a first choice by the year before."
            )
        )
        self.addParameter(parameter)
        self.add_output(tr("Bulletin"))

    def work(self, parameters, context, feedback):
        from oltp_plugin.observatory.connection import reading
        from oltp_plugin.observatory.labels import read_labels
        from oltp_plugin.observatory.page_sources import read_sources
        from oltp_plugin.printing import bulletin, bulletin_figures

        tick = progress(feedback)
        path = opened(self, parameters, context)
        output = self.output(parameters, context)
        window = check_period(*(day(self, parameters, each, context) for each in ("FROM", "TO")))
        level = self.parameterAsString(parameters, "TERRITORY_LEVEL", context).strip()
        diffusion = self.diffusion(parameters, context)
        sources = read_sources(path, "bulletin", diffusion.name.lower(), window)
        chosen = self._indicators(parameters, context, path, sources, int(window[1][:4]))
        tick(0.1)
        labels = read_labels(path, language())
        with reading(path) as connection:
            if not connection.execute(
                "SELECT 1 FROM territory WHERE level = ?", (level,)
            ).fetchone():
                raise PrintError("no_territory_level", level=level)
            found = bulletin_figures.collect(
                connection, sources, chosen, window, level, diffusion is Diffusion.PUBLIC
            )
            told = bulletin_figures.told(connection, sources, found, labels, window, diffusion)
        tick(0.35)
        mapped = self.mapped(
            path, found.ranked, window, None, diffusion, 110, context, feedback, level
        )
        tick(0.75)
        pages = bulletin.Pages(
            cover=self.cover(
                path,
                tr("Public tranquillity bulletin"),
                told.pop("subtitle"),
                diffusion,
                sources.answer,
            ),
            labels=labels,
            sources=sources,
            map=mapped,
            level=level,
            months=bulletin_figures.months(window, _COVERAGE),
            public=diffusion is Diffusion.PUBLIC,
            **told,
        )
        made = Made(self.KIND, diffusion.name.lower(), None, level, *window)
        sheet = bulletin.sheet_of(pages)
        fit = _PAGES, _SMALLEST
        return self.publish(sheet, output, path, made, found.figures, feedback, *fit)

    def _indicators(self, parameters, context, path, sources, year: int):
        """The year's list: the one given, the one kept, or a first choice, which is then kept."""
        from oltp_plugin.observatory import bulletins
        from oltp_plugin.observatory.connection import reading
        from oltp_plugin.printing.bulletin_figures import first_choice

        text = self.parameterAsString(parameters, "INDICATORS", context).strip()
        with reading(path) as connection:
            if text:
                chosen = _parsed(connection, text)
            else:
                kept = bulletins.indicators(connection, year)
                if kept:
                    return kept
                chosen = first_choice(connection, sources, year)
        try:
            with guarded(path):
                bulletins.choose_indicators(path, year, chosen)
        except ObservatoryError as error:
            if error.code not in ("read_only", "busy", "not_writable"):
                raise
        return chosen[: bulletins.INDICATORS]


def _parsed(connection, text: str) -> list[tuple[str, str]]:
    """Partner and category of each; raises ``ObservatoryError`` for a word that is unknown."""
    chosen = []
    for word in filter(None, (each.strip() for each in text.split(","))):
        partner, _, category = (each.strip() for each in word.partition(":"))
        for table, code in (("partner", partner), ("category", category)):
            if not connection.execute(f"SELECT 1 FROM {table} WHERE code = ?", (code,)).fetchone():  # nosec B608
                raise ObservatoryError(f"unknown_{table}", code=code or word)
        chosen.append((partner, category))
    return chosen
