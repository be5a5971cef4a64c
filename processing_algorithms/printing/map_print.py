"""What the algorithms that print maps share: their parameters, and the page these ask for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)

from oltp_plugin.errors import PrintError
from oltp_plugin.layers.uses import note_use
from oltp_plugin.local_format import number
from oltp_plugin.observatory.answer import AgreementError, Answer
from oltp_plugin.paths import version
from oltp_plugin.printing.companion import Companion, chart_of, companion, table_of
from oltp_plugin.printing.diffusion import Diffusion, has_points
from oltp_plugin.printing.extent import around_a_point, extent_of, map_crs
from oltp_plugin.printing.keeping import keep_layout
from oltp_plugin.printing.limits import (
    Shown,
    answer_for,
    check_asked,
    check_public,
    least_for,
    shown,
    widest,
)
from oltp_plugin.printing.map_layout import (
    MapLayout,
    MapSheet,
    further_beside,
    further_file,
    same_classes,
    template_file,
)
from oltp_plugin.printing.public_map import PublicMap, public_map
from oltp_plugin.printing.records import records_lines, records_warnings
from oltp_plugin.printing.subtitle import filter_days, filter_subtitle
from oltp_plugin.translation import sentence, tr

from ..base import OltpAlgorithm, advanced, optional

TWO_PERIODS, TABLE, CHART, LOCATOR = range(1, 5)


@dataclass
class Asked:
    """What the parameters say. ``layers`` as given, ``sheet`` with those that the page may show.

    ``companion``: the records or figures of the table or chart, read; ``public``: what a public
    page tells.
    """

    layers: list[QgsMapLayer]
    sheet: MapSheet
    companion: Companion | None = None
    public: PublicMap = field(default_factory=PublicMap)


class MapPrint(OltpAlgorithm):
    """Layers on a page: parameters, the agreements' limits, the report in the log."""

    GROUP = "printing"

    def flags(self):
        # Layouts are drawn on the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def add_page_parameters(self) -> None:
        """Layers and words of the page, and what it looks like."""
        kind = QgsProcessing.SourceType
        for parameter in (
            QgsProcessingParameterMultipleLayers(
                "LAYERS", tr("Layers, top first"), kind.TypeMapLayer
            ),
            QgsProcessingParameterString("TITLE", tr("Title")),
            optional(
                QgsProcessingParameterString("SUBTITLE", tr("Subtitle (else the filter in words)"))
            ),
            optional(QgsProcessingParameterString("SOURCES", tr("Sources and their dates"))),
            _choice(
                "DIFFUSION",
                tr("Diffusion"),
                [tr("Internal"), tr("Restricted"), tr("Public")],
                int(Diffusion.RESTRICTED),
            ),
            _choice(
                "TEMPLATE",
                tr("Page"),
                [tr("A4 landscape"), tr("A4 portrait"), tr("A3 landscape"), tr("A3 portrait")],
            ),
            _choice("CONTENT", tr("What stands on the page"), self.contents()),
            optional(
                QgsProcessingParameterVectorLayer(
                    "DATA",
                    tr("Records or figures for the table or chart"),
                    [kind.TypeVector],
                )
            ),
            _choice(
                "CHART",
                tr("Chart"),
                [tr("Records by month"), tr("Hours of the week"), tr("Rows of the table")],
            ),
        ):
            self.addParameter(parameter)

    def add_output_parameters(self, title: str, kinds: str) -> None:
        for parameter in (
            advanced(
                optional(
                    QgsProcessingParameterFile(
                        "TEMPLATE_FILE", tr("Own layout template"), extension="qpt"
                    )
                )
            ),
            optional(
                QgsProcessingParameterNumber(
                    "DPI",
                    tr("Resolution (dots per inch)"),
                    QgsProcessingParameterNumber.Type.Integer,
                    defaultValue=300,
                    minValue=50,
                    maxValue=1200,
                )
            ),
            optional(
                QgsProcessingParameterBoolean(
                    "KEEP_LAYOUT", tr("Keep the layout in the project, to edit it"), False
                )
            ),
            QgsProcessingParameterFileDestination("OUTPUT", title, kinds),
        ):
            self.addParameter(parameter)

    def contents(self) -> list[str]:
        """What CONTENT offers, in the order of the templates."""
        return [
            tr("One map"),
            tr("Two periods side by side"),
            tr("Map with a table"),
            tr("Map with a chart"),
            tr("Map with a locator"),
        ]

    # reading the parameters

    def asked(self, parameters, context, feedback) -> Asked:
        """The page that the parameters describe, held to the agreements.

        Raises ``AgreementError``, ``PrintError``.
        """
        layers = self._layers(parameters, "LAYERS", context)
        if not layers:
            raise PrintError("no_layers")
        second = self._layers(parameters, "LAYERS_2", context)
        content = self.parameterAsEnum(parameters, "CONTENT", context)
        if content == TWO_PERIODS and not second and not self._own_template(parameters, context):
            raise PrintError("no_second_map")
        data = self._data(parameters, context, content, layers)
        everything = [*layers, *second, *([data] if data is not None else [])]
        diffusion, answer = self._allowed(parameters, context, everything, feedback)
        check_asked(everything, diffusion)
        if diffusion is Diffusion.PUBLIC:
            check_public(everything)
        least = least_for(diffusion, answer.threshold)
        public = public_map(everything, least) if diffusion is Diffusion.PUBLIC else PublicMap()
        allowed = [list(map(public.shown, each)) for each in (layers, second)]
        sheet = self._sheet(parameters, context, *allowed, diffusion, answer, least)
        read = None
        if data is not None:
            read = companion(public.shown(data), sheet.crs, context.project())
        kind = self.parameterAsEnum(parameters, "CHART", context)
        sheet = replace(
            sheet,
            notes=(*sheet.notes, *public.notes),
            untold=frozenset(public.untold),
            table=table_of(read, least) if content == TABLE else None,
            chart=chart_of(read, kind, least) if content == CHART else None,
        )
        return Asked([*layers, *second], sheet, read, public)

    def _data(self, parameters, context, content: int, layers) -> QgsVectorLayer | None:
        """The layer behind a table or a chart: DATA, else the first that can serve."""
        if content not in (TABLE, CHART):
            return None
        given = self.parameterAsVectorLayer(parameters, "DATA", context)
        if given is not None:
            _dress_loaded([given], context)
            return given
        vectors = [each for each in layers if isinstance(each, QgsVectorLayer)]
        dated = [each for each in vectors if has_points(each)]
        counted = [each for each in vectors if each.fields().lookupField("n") >= 0]
        found = counted + dated if content == TABLE else dated + counted
        return next(iter(found), None)

    def _layers(self, parameters, name: str, context) -> list[QgsMapLayer]:
        if self.parameterDefinition(name) is None:
            return []
        layers = self.parameterAsLayerList(parameters, name, context)
        _dress_loaded(layers, context)
        return layers

    def _allowed(self, parameters, context, layers, feedback) -> tuple[Diffusion, Answer]:
        """The diffusion asked for; where none was, the widest allowed up to the default.

        Raises ``AgreementError``.
        """
        wished = Diffusion(self.parameterAsEnum(parameters, "DIFFUSION", context))
        if parameters.get("DIFFUSION") is not None:
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

    def _sheet(self, parameters, context, layers, second, diffusion, answer, least) -> MapSheet:
        first, other = [
            [shown(layer, diffusion, least) for layer in group] for group in (layers, second)
        ]
        on_page = [each.layer for each in first]
        transform_context = context.transformContext()
        crs = map_crs(on_page, transform_context)
        extent = self.extent(parameters, context, crs)
        on_page, others = same_classes(on_page, [each.layer for each in other])

        def words(name: str) -> str:
            known = self.parameterDefinition(name) is not None
            return self.parameterAsString(parameters, name, context) if known else ""

        return MapSheet(
            layers=on_page,
            crs=crs,
            extent=extent or extent_of([*on_page, *others], crs, transform_context),
            title=words("TITLE"),
            subtitle=words("SUBTITLE") or filter_subtitle(layers, dated=not second),
            sources=words("SOURCES"),
            diffusion=diffusion,
            named=answer.named,
            notes=tuple(
                dict.fromkeys(line for each in (*first, *other) for line in _notes(each, least))
            ),
            second=others,
            captions=(
                words("CAPTION") or filter_days(layers),
                words("CAPTION_2") or filter_days(second),
            ),
            points={
                each.layer.id(): each.points for each in (*first, *other) if each.points is not None
            },
            locator=_outlines(on_page),
            least=least,
        )

    def extent(self, parameters, context, crs):
        """What the page shows around, in ``crs``; None for what its layers cover."""
        chosen = self.parameterAsExtent(parameters, "EXTENT", context, crs)
        if chosen.isNull():
            return None
        return chosen if chosen.width() or chosen.height() else around_a_point(chosen)

    def _own_template(self, parameters, context) -> str:
        return self.parameterAsString(parameters, "TEMPLATE_FILE", context)

    def template(self, parameters, context) -> Path:
        own = self._own_template(parameters, context)
        if own:
            return Path(own)
        paper = self.parameterAsEnum(parameters, "TEMPLATE", context)
        return template_file(paper, self.parameterAsEnum(parameters, "CONTENT", context))

    def further(self, parameters, context) -> Path:
        """The template on which a table goes on."""
        own = self._own_template(parameters, context)
        if own:
            return further_beside(Path(own))
        return further_file(self.parameterAsEnum(parameters, "TEMPLATE", context))

    # afterwards

    def close(self, made: MapLayout, asked: Asked, parameters, context, feedback) -> None:
        """Say what was made, keep it where that was asked for, enter it in the journal."""
        sheet = asked.sheet
        feedback.pushInfo(
            tr("{n} layers on the map, in {crs}; plugin version {version}.").format(
                n=len(sheet.layers), crs=sheet.crs.authid(), version=version()
            )
        )
        for line in (*records_lines(made.records), *sheet.notes):
            feedback.pushInfo(line)
        for line in records_warnings(made.records):
            feedback.pushWarning(line)
        for item in dict.fromkeys(made.overfull):
            feedback.pushWarning(
                tr('What stands in "{item}" is too long for its place on the page.').format(
                    item=item
                )
            )
        if self.parameterAsBoolean(parameters, "KEEP_LAYOUT", context):
            name = keep_layout(made.layout, sheet.title, context.project() or QgsProject.instance())
            feedback.pushInfo(tr("Kept in the project as the layout “{name}”.").format(name=name))
        for path in note_use(asked.layers, "print", "map", sheet.diffusion.name.lower()):
            feedback.pushWarning(
                tr("This print could not be entered in the journal of {name}.").format(
                    name=path.name
                )
            )


def extent_parameter():
    return optional(QgsProcessingParameterExtent("EXTENT", tr("Extent")))


def second_map_parameters():
    """LAYERS_2, CAPTION, CAPTION_2: a page with two periods."""
    return (
        optional(
            QgsProcessingParameterMultipleLayers(
                "LAYERS_2",
                tr("Two periods: layers of the second map"),
                QgsProcessing.SourceType.TypeMapLayer,
            )
        ),
        optional(QgsProcessingParameterString("CAPTION", tr("Two periods: above the first map"))),
        optional(
            QgsProcessingParameterString("CAPTION_2", tr("Two periods: above the second map"))
        ),
    )


def _choice(name: str, words: str, options: list[str], default: int = 0):
    return optional(QgsProcessingParameterEnum(name, words, options, defaultValue=default))


def _notes(each: Shown, least: int):
    """What a reader must know of a layer that the page may not show as it is."""
    if each.coarse:
        yield tr("{layer}: at the centres of 100 m cells").format(layer=each.layer.name())
    if each.left_out:
        records = each.points is not None  # else areas, of which any number may be told
        few = records and each.left_out < least
        yield tr("{layer}: {n} not shown, counts below {least}").format(
            layer=each.layer.name(),
            n=tr("fewer than {n}").format(n=least) if few else number(each.left_out),
            least=least,
        )


def _outlines(layers: list[QgsMapLayer]) -> list[QgsMapLayer]:
    """What a locator shows: the areas among the layers that are drawn alike, else any area."""
    polygons = QgsWkbTypes.GeometryType.PolygonGeometry
    areas = [
        each
        for each in layers
        if isinstance(each, QgsVectorLayer) and each.geometryType() == polygons
    ]
    return [each for each in areas if each.renderer().type() == "singleSymbol"] or areas[:1]


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
