"""What a partner without software fills in: a workbook, the same on paper, and its profile."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.core import (
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.translation import tr

from ..base import OltpAlgorithm, optional
from .parameters import day, day_parameter, observatory_parameter, opened


class PartnerSheet(OltpAlgorithm):
    """``oltp:partnersheet``"""

    NAME = "partnersheet"
    GROUP = "observatory"

    def title(self):
        return tr("Sheet for a partner to fill in")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(QgsProcessingParameterString("PARTNER", tr("Partner (code)")))
        self.addParameter(day_parameter("PERIOD_FROM", tr("First day covered"), required=True))
        self.addParameter(day_parameter("PERIOD_TO", tr("Last day covered"), required=True))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Workbook"), tr("Excel workbook (*.xlsx)")
            )
        )
        paper = QgsProcessingParameterFileDestination(
            "PAPER", tr("The same on paper"), tr("PDF (*.pdf)"), optional=True
        )
        paper.setCreateByDefault(False)
        self.addParameter(optional(paper))
        self.addOutput(QgsProcessingOutputString("PROFILE", tr("Profile that reads it back")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.intake.partner_sheet import profile_text, write_workbook
        from oltp_plugin.intake.profile import parse
        from oltp_plugin.intake.saved_profiles import save_profile
        from oltp_plugin.printing.partner_paper import write_paper

        from .partner_sheet_words import partner_sheet

        path = opened(self, parameters, context)
        partner = self.parameterAsString(parameters, "PARTNER", context).strip()
        first, last = (
            date.fromisoformat(day(self, parameters, name, context))
            for name in ("PERIOD_FROM", "PERIOD_TO")
        )
        sheet = partner_sheet(path, partner, first, last)
        output = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
        write_workbook(sheet, output)
        outputs = {"OUTPUT": str(output), "PROFILE": sheet.profile}
        paper = self.parameterAsFileOutput(parameters, "PAPER", context)
        if paper:
            lists = {each.header: list(each.choices) for each in sheet.columns if each.choices}
            columns = [(each.header, each.kind) for each in sheet.columns]
            write_paper(Path(paper), sheet.title, sheet.instructions, sheet.box, columns, lists)
            outputs["PAPER"] = paper
        with guarded(path):
            save_profile(path, parse(profile_text(sheet), sheet.profile))
        feedback.pushInfo(
            tr("The filled workbook is imported with the profile “{profile}”.").format(
                profile=sheet.profile
            )
        )
        return outputs
