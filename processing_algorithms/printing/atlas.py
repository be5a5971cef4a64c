"""``oltp:atlas``: a page for each territory, as one PDF or a series of PNG."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    NULL,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsWkbTypes,
)

from oltp_plugin.errors import PrintError
from oltp_plugin.printing.atlas import Atlas as Pages
from oltp_plugin.printing.atlas import Territory, build_atlas
from oltp_plugin.printing.diffusion import has_points
from oltp_plugin.printing.export import check_output, export_layout
from oltp_plugin.printing.extent import MARGIN
from oltp_plugin.printing.map_layout import further_file, own_project, template_file
from oltp_plugin.printing.naming import name_field
from oltp_plugin.translation import tr

from ..base import optional, progress
from .map_print import TABLE, MapPrint


class Atlas(MapPrint):
    """One page a territory, with its own figures and legend, its neighbours greyed."""

    NAME = "atlas"

    def title(self):
        return tr("Print an atlas")

    def initAlgorithm(self, configuration=None):
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                "TERRITORIES",
                tr("Territories, a page each"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
            )
        )
        self.addParameter(
            optional(
                QgsProcessingParameterField(
                    "NAME_FIELD",
                    tr("Field with the territories' names"),
                    parentLayerParameterName="TERRITORIES",
                )
            )
        )
        self.addParameter(
            optional(
                QgsProcessingParameterBoolean("INDEX", tr("An index page before the others"), False)
            )
        )
        self.add_page_parameters()
        self.add_output_parameters(tr("Atlas"), "PDF (*.pdf);;PNG (*.png)")

    def contents(self):
        # The place of "two periods" is kept, so that a number means the same as in printmap.
        names = super().contents()
        names[1] = tr("One map (as the first)")
        return names

    def work(self, parameters, context, feedback):
        output = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
        if output.suffix.lower() == ".svg":
            raise PrintError("atlas_is_no_svg")
        territories = self.source(parameters, "TERRITORIES", context, "territory")
        asked = self.asked(parameters, context, feedback)
        check_output(output, asked.sheet.diffusion)
        paper = self.parameterAsEnum(parameters, "TEMPLATE", context)
        index = self.parameterAsBoolean(parameters, "INDEX", context)
        pages = Pages(
            asked.sheet,
            self._territories(parameters, territories, asked.sheet.crs, context),
            [layer for layer in asked.layers if has_points(layer)],
            asked.companion,
            self.parameterAsEnum(parameters, "CHART", context),
            template_file(paper, TABLE) if index else None,
            further_file(paper),
        )
        made = build_atlas(
            pages,
            self.template(parameters, context),
            own_project(asked.sheet.title, asked.sheet.crs, context.transformContext()),
            progress(feedback, 0.0, 0.4),
        )
        feedback.pushInfo(tr("{n} pages.").format(n=made.layout.pageCollection().pageCount()))
        asked.public.keep(self.NAME)
        export_layout(made.layout, output, self.parameterAsInt(parameters, "DPI", context))
        self.close(made, asked, parameters, context, feedback)
        return {"OUTPUT": str(output)}

    def extent(self, parameters, context, crs):
        source = self.parameterAsSource(parameters, "TERRITORIES", context)
        transform = QgsCoordinateTransform(source.sourceCrs(), crs, context.transformContext())
        extent = transform.transformBoundingBox(source.sourceExtent())
        extent.scale(MARGIN)
        return extent

    def template(self, parameters, context) -> Path:
        if self.parameterAsEnum(parameters, "CONTENT", context) == 1:
            parameters = {**parameters, "CONTENT": 0}
        return super().template(parameters, context)

    def _territories(self, parameters, source, crs, context) -> list[Territory]:
        """In the order of the layer's rows.

        Raises ``PrintError`` "no_area_for_a_page".
        """
        transform = QgsCoordinateTransform(source.sourceCrs(), crs, context.transformContext())
        fields = {name.lower(): name for name in source.fields().names()}
        chosen = self.parameterAsString(parameters, "NAME_FIELD", context)
        usual = name_field(source.fields())
        named = chosen or (source.fields()[usual].name() if usual >= 0 else None)
        found: list[Territory] = []
        for place, row in enumerate(source.getFeatures()):
            shape = area_on_the_map(row.geometry(), transform)
            if shape is None:
                continue
            said = {key: _text(row, fields.get(key)) for key in ("code", "level")}
            name = _text(row, named) or said["code"] or str(place + 1)
            found.append(Territory(name, shape, **said))
        if not found:
            raise PrintError("no_area_for_a_page", layer=source.sourceName())
        return found


def area_on_the_map(shape: QgsGeometry, transform: QgsCoordinateTransform) -> QgsGeometry | None:
    """The polygons of ``shape``, transformed; None where there is no area, or none on the map."""
    if shape.isEmpty():
        return None
    shape = shape.makeValid()
    shape.convertGeometryCollectionToSubclass(QgsWkbTypes.GeometryType.PolygonGeometry)
    try:
        shape.transform(transform)
    except QgsCsException:
        return None
    return shape if shape.area() > 0 and shape.boundingBox().isFinite() else None


def _text(row, field: str | None) -> str:
    value = row[field] if field else None
    return "" if value is None or value == NULL else str(value).strip()
