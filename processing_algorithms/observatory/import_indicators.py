"""Figures of areas: published statistics, or a partner's under its agreement."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from oltp_plugin.errors import IntakeError
from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, advanced
from .parameters import observatory_parameter, opened

_FIELDS = ("AREA", "PERIOD", "VALUE", "INDICATOR", "UNIT", "PUBLISHED")


class ImportIndicators(OltpAlgorithm):
    """``oltp:importindicators``"""

    NAME = "importindicators"
    GROUP = "observatory"

    def title(self):
        return tr("Import indicators")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(QgsProcessingParameterFile("INPUT", tr("Table of areas and periods")))
        self.addParameter(self._text("PARTNER", tr("Partner (code)"), tr("left out: SSMSI's own")))
        purpose = self._text("PURPOSE", tr("Purpose"), tr("“public statistics” for what is public"))
        self.addParameter(purpose)
        levels = tr("commune, quartier, sous-quartier, iris, qpv, groupe territorial")
        self.addParameter(self._text("LEVEL", tr("Level"), levels))
        for name, description in _descriptions().items():
            self.addParameter(
                advanced(self._text(f"{name}_FIELD", description, tr("left out: by its name")))
            )
        self.addParameter(
            self._text("INDICATOR", tr("Name of the indicator"), tr("where no column has it"))
        )
        self.addParameter(self._text("UNIT", tr("What it counts"), tr("where no column has it")))
        for name, description in (
            ("COUNT", tr("Values")),
            ("INDICATORS", tr("Indicators")),
            ("REJECTED", tr("Refused")),
            ("UNPUBLISHED", tr("Not published")),
            ("ELSEWHERE", tr("Rows of other areas")),
            ("BATCH", tr("Batch")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, description))

    def _text(self, name: str, description: str, words: str) -> QgsProcessingParameterString:
        parameter = QgsProcessingParameterString(name, description, optional=True)
        parameter.setHelp(words)
        return parameter

    def work(self, parameters, context, feedback):
        from oltp_plugin.intake import indicators, personal_data, sampling
        from oltp_plugin.intake.reading import sha256
        from oltp_plugin.observatory import indicators as store
        from oltp_plugin.observatory.batches import Batch

        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        path = opened(self, parameters, context)
        source = Path(self.parameterAsFile(parameters, "INPUT", context))
        names = sampling.sample(source).columns
        known = indicators.recognise(names)
        proposed = indicators.propose(names)
        columns = indicators.Columns(
            **{
                name.lower(): text(f"{name}_FIELD") or getattr(proposed, name.lower())
                for name in _FIELDS
            }
        )
        partner = text("PARTNER") or (known.partner if known else "")
        if not partner:
            raise IntakeError("indicator_partner", name=source.name)
        purpose = text("PURPOSE") or (known.purpose if known else "")
        level = text("LEVEL") or (known.level if known else "commune")
        areas = store.areas(path, level)
        if not areas:
            raise IntakeError("no_territory_level", level=level)
        figures = indicators.read(source, columns, areas, partner, text("INDICATOR"), text("UNIT"))
        if not figures.values:
            raise IntakeError("no_figures", name=source.name, level=level, n=figures.elsewhere)
        first, last = figures.period
        batch = Batch(
            partner,
            "complete",
            file_name=personal_data.masked(source.name),
            sha256=sha256(source),
            period_from=first,
            period_to=last,
            read=figures.read,
            rejected=figures.rejected + figures.twice,
        )
        with guarded(path):
            number = store.import_indicators(
                path, batch, purpose, level, figures.series.values(), figures.values.values()
            )
        _report(figures, batch, feedback)
        return {
            "COUNT": len(figures.values),
            "INDICATORS": len(figures.series),
            "REJECTED": batch.rejected,
            "UNPUBLISHED": figures.unpublished,
            "ELSEWHERE": figures.elsewhere,
            "BATCH": number,
        }


def _descriptions() -> dict[str, str]:
    return {
        "AREA": tr("Column of the area (code or name)"),
        "PERIOD": tr("Column of the period"),
        "VALUE": tr("Column of the value"),
        "INDICATOR": tr("Column of the indicator's name"),
        "UNIT": tr("Column of what is counted"),
        "PUBLISHED": tr("Column that says what is published (diff, ndiff)"),
    }


def _report(figures, batch, feedback) -> None:
    feedback.pushInfo(
        tr("{n} values of {series} indicators: {new} new, {updated} updated.").format(
            n=len(figures.values),
            series=len(figures.series),
            new=batch.inserted,
            updated=batch.updated,
        )
    )
    for text, n in (
        (tr("Rows of areas that the observatory does not hold, left out: {n}."), figures.elsewhere),
        (tr("Values that are not published, kept empty: {n}."), figures.unpublished),
    ):
        if n:
            feedback.pushInfo(text.format(n=n))
    for text, n in (
        (tr("Rows without a period or a number, refused: {n}."), figures.rejected),
        (tr("Rows whose area and period stand twice, the first kept: {n}."), figures.twice),
    ):
        if n:
            feedback.pushWarning(text.format(n=n))
