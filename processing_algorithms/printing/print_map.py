"""``oltp:printmap``: layers on a printed page, as PDF, PNG or SVG."""

from __future__ import annotations

from pathlib import Path

from oltp_plugin.printing.export import check_output, export_layout
from oltp_plugin.printing.map_layout import build_map, own_project
from oltp_plugin.translation import tr

from .map_print import MapPrint, extent_parameter, second_map_parameters


class PrintMap(MapPrint):
    """One page: a map, two, or a map with a table, a chart or a locator."""

    NAME = "printmap"

    def title(self):
        return tr("Print a map")

    def initAlgorithm(self, configuration=None):
        self.add_page_parameters()
        for parameter in (*second_map_parameters(), extent_parameter()):
            self.addParameter(parameter)
        self.add_output_parameters(tr("Map"), "PDF (*.pdf);;PNG (*.png);;SVG (*.svg)")

    def work(self, parameters, context, feedback):
        output = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
        asked = self.asked(parameters, context, feedback)
        sheet = asked.sheet
        check_output(output, sheet.diffusion)
        made = build_map(
            sheet,
            self.template(parameters, context),
            own_project(sheet.title, sheet.crs, context.transformContext()),
            self.further(parameters, context),
        )
        feedback.setProgress(30)
        asked.public.keep(self.NAME)
        export_layout(made.layout, output, self.parameterAsInt(parameters, "DPI", context))
        self.close(made, asked, parameters, context, feedback)
        return {"OUTPUT": str(output)}
