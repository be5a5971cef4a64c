"""``oltp:printmap``: layers on a printed page, as PDF, PNG or SVG."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProviderRegistry,
)

from oltp_plugin.errors import PrintError
from oltp_plugin.layers.uses import note_use
from oltp_plugin.observatory.gate import AgreementError, Answer
from oltp_plugin.paths import version
from oltp_plugin.printing.diffusion import Diffusion
from oltp_plugin.printing.export import check_output, export_layout
from oltp_plugin.printing.extent import extent_of, map_crs
from oltp_plugin.printing.limits import answer_for, shown, widest
from oltp_plugin.printing.map_layout import (
    MapLayout,
    MapSheet,
    build_map,
    own_project,
    template_file,
)
from oltp_plugin.printing.records import records_lines, records_warnings
from oltp_plugin.translation import sentence, tr

from ..base import OltpAlgorithm, optional


class PrintMap(OltpAlgorithm):
    NAME = "printmap"
    GROUP = "printing"
    LAYERS, TEMPLATE, TEMPLATE_FILE = "LAYERS", "TEMPLATE", "TEMPLATE_FILE"
    TITLE, SUBTITLE, SOURCES, EXTENT = "TITLE", "SUBTITLE", "SOURCES", "EXTENT"
    DIFFUSION, OUTPUT, DPI = "DIFFUSION", "OUTPUT", "DPI"

    def title(self):
        return tr("Print a map")

    def flags(self):
        # Layouts are drawn on the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration=None):
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                self.LAYERS, tr("Layers, top first"), QgsProcessing.SourceType.TypeMapLayer
            )
        )
        self.addParameter(QgsProcessingParameterString(self.TITLE, tr("Title")))
        self.addParameter(optional(QgsProcessingParameterString(self.SUBTITLE, tr("Subtitle"))))
        self.addParameter(
            optional(QgsProcessingParameterString(self.SOURCES, tr("Sources and their dates")))
        )
        self.addParameter(
            optional(
                QgsProcessingParameterEnum(
                    self.DIFFUSION,
                    tr("Diffusion"),
                    [tr("Internal"), tr("Restricted"), tr("Public")],
                    defaultValue=int(Diffusion.RESTRICTED),
                )
            )
        )
        self.addParameter(
            optional(
                QgsProcessingParameterEnum(
                    self.TEMPLATE,
                    tr("Page"),
                    [
                        tr("A4 landscape"),
                        tr("A4 portrait"),
                        tr("A3 landscape"),
                        tr("A3 portrait"),
                    ],
                    defaultValue=0,
                )
            )
        )
        self.addParameter(
            optional(
                QgsProcessingParameterFile(
                    self.TEMPLATE_FILE, tr("Own layout template"), extension="qpt"
                )
            )
        )
        self.addParameter(optional(QgsProcessingParameterExtent(self.EXTENT, tr("Extent"))))
        self.addParameter(
            optional(
                QgsProcessingParameterNumber(
                    self.DPI,
                    tr("Resolution (dots per inch)"),
                    QgsProcessingParameterNumber.Type.Integer,
                    defaultValue=300,
                    minValue=50,
                    maxValue=1200,
                )
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT, tr("Map"), "PDF (*.pdf);;PNG (*.png);;SVG (*.svg)"
            )
        )

    def work(self, parameters, context, feedback):
        output = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        layers = self._layers(parameters, context)
        diffusion, answer = self._allowed(parameters, context, layers, feedback)
        check_output(output, diffusion)
        sheet = self._sheet(parameters, context, layers, diffusion, answer)
        made = build_map(
            sheet,
            self._template(parameters, context),
            own_project(sheet.title, sheet.crs, context.transformContext()),
        )
        feedback.setProgress(30)
        export_layout(made.layout, output, self.parameterAsInt(parameters, self.DPI, context))
        _report(made, sheet, feedback)
        for path in note_use(layers, "print", "map", diffusion.name.lower()):
            feedback.pushWarning(
                tr("This print could not be entered in the journal of {name}.").format(
                    name=path.name
                )
            )
        return {self.OUTPUT: str(output)}

    def _layers(self, parameters, context) -> list[QgsMapLayer]:
        layers = self.parameterAsLayerList(parameters, self.LAYERS, context)
        if not layers:
            raise PrintError("no_layers")
        _dress_loaded(layers, context)
        return layers

    def _allowed(self, parameters, context, layers, feedback) -> tuple[Diffusion, Answer]:
        """The diffusion asked for; where none was, the widest allowed up to the default.

        Raises ``AgreementError``.
        """
        wished = Diffusion(self.parameterAsEnum(parameters, self.DIFFUSION, context))
        if parameters.get(self.DIFFUSION) is not None:
            return wished, answer_for(layers, wished.name.lower())
        answer = answer_for(layers)
        allowed = widest(answer, wished)
        if allowed is not wished:
            try:
                answer.check_diffusion(wished.name.lower())
            except AgreementError as error:
                feedback.pushWarning(
                    tr("Printed for internal use. {reason}").format(reason=sentence(error))
                )
        return allowed, answer

    def _sheet(self, parameters, context, layers, diffusion: Diffusion, answer) -> MapSheet:
        shown_layers = [shown(layer, diffusion, answer.threshold) for layer in layers]
        layers = [each.layer for each in shown_layers]
        transform_context = context.transformContext()
        crs = map_crs(layers, transform_context)
        chosen = self.parameterAsExtent(parameters, self.EXTENT, context, crs)
        return MapSheet(
            layers=layers,
            crs=crs,
            extent=extent_of(layers, crs, transform_context) if chosen.isNull() else chosen,
            title=self.parameterAsString(parameters, self.TITLE, context),
            subtitle=self.parameterAsString(parameters, self.SUBTITLE, context),
            sources=self.parameterAsString(parameters, self.SOURCES, context),
            diffusion=diffusion,
            named=answer.named,
            notes=tuple(
                tr("{layer}: {n} not shown, counts below {least}").format(
                    layer=each.layer.name(), n=each.left_out, least=answer.threshold
                )
                for each in shown_layers
                if each.left_out
            ),
        )

    def _template(self, parameters, context) -> Path:
        own = self.parameterAsString(parameters, self.TEMPLATE_FILE, context)
        if own:
            return Path(own)
        return template_file(self.parameterAsEnum(parameters, self.TEMPLATE, context))


def _dress_loaded(layers: list[QgsMapLayer], context: QgsProcessingContext) -> None:
    """Give layers named by a path the style and the title that their file carries.

    Processing loads them bare; layers of the project, and temporary ones, have their own.
    """
    for layer in layers:
        from_file = layer.id() in context.temporaryLayerStore().mapLayers()
        if from_file and layer.providerType() != "memory":
            layer.loadDefaultStyle()
            if not layer.metadata().title():
                layer.loadDefaultMetadata()
            layer.setName(layer.metadata().title() or _table(layer) or layer.name())


def _table(layer: QgsMapLayer) -> str:
    """The layer's name inside a file of several layers."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return parts.get("layerName") or ""


def _report(made: MapLayout, sheet: MapSheet, feedback) -> None:
    feedback.pushInfo(
        tr("{n} layers on the map, in {crs}; plugin version {version}.").format(
            n=len(sheet.layers), crs=sheet.crs.authid(), version=version()
        )
    )
    for line in (*records_lines(made.records), *sheet.notes):
        feedback.pushInfo(line)
    for line in records_warnings(made.records):
        feedback.pushWarning(line)
    for item in made.overfull:
        feedback.pushWarning(
            tr('What stands in "{item}" is too long for its place on the page.').format(item=item)
        )
