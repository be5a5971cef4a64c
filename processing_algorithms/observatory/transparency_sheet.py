"""What the observatory says of itself: a page for anybody, and two drafts for the register and
the impact assessment beside it."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingOutputFile, QgsProcessingParameterFileDestination

from oltp_plugin.translation import language, tr

from ..base import OltpAlgorithm
from .parameters import observatory_parameter, opened

_METHODS = ("hot_spots", "time", "places", "space_time")  # the toolbox groups of analyses


class TransparencySheet(OltpAlgorithm):
    """``oltp:transparencysheet``"""

    NAME = "transparencysheet"
    GROUP = "printing"

    def title(self):
        return tr("Transparency sheet")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(
            QgsProcessingParameterFileDestination("OUTPUT", tr("Sheet"), "PDF (*.pdf)")
        )
        self.addOutput(QgsProcessingOutputFile("REGISTER", tr("Register entry")))
        self.addOutput(QgsProcessingOutputFile("ASSESSMENT", tr("Annex to the impact assessment")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.observatory.labels import read_labels
        from oltp_plugin.observatory.transparency import read_facts
        from oltp_plugin.printing.document import check_pdf
        from oltp_plugin.printing.impact_annex import write_annex
        from oltp_plugin.printing.register_entry import write_entry
        from oltp_plugin.printing.transparency_sheet import write_sheet

        path = opened(self, parameters, context)
        output = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
        check_pdf(output)
        register, annex = (
            output.with_name(f"{output.stem}_{end}.pdf") for end in ("art30", "aipd")
        )
        facts, labels = read_facts(path), read_labels(path, language())
        feedback.setProgress(30)
        pages = write_sheet(output, facts, labels, self._methods())
        write_entry(register, facts, labels)
        write_annex(annex, facts, labels)
        if pages > 1:
            feedback.pushWarning(
                tr("There are so many sources that the sheet has {n} pages.").format(n=pages)
            )
        for file in (output, register, annex):
            feedback.pushInfo(tr("Written: {name}").format(name=file.name))
        return {"OUTPUT": str(output), "REGISTER": str(register), "ASSESSMENT": str(annex)}

    def _methods(self) -> list[str]:
        """The names of the analyses, as the toolbox has them."""
        provider = self.provider()
        known = provider.algorithms() if provider else []
        return [each.displayName() for each in known if each.groupId() in _METHODS]
