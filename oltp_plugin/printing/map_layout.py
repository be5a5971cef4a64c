"""A printed map: a template filled with layers and words, an ordinary QGIS layout.

The template's items are found by their id, so a town may move, restyle or drop any of them in
its own .qpt; only a map is needed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)

from oltp_plugin.errors import PrintError
from oltp_plugin.layers.arrays import Points, in_crs
from oltp_plugin.layers.run_card import counts_of
from oltp_plugin.paths import LAYOUTS
from oltp_plugin.printing.chart import Chart, put_chart
from oltp_plugin.printing.diffusion import Diffusion, has_points, must_be_pixels
from oltp_plugin.printing.furniture import Furniture, furnish
from oltp_plugin.printing.legend import fill_legend
from oltp_plugin.printing.map_item import draw_locator, draw_map, explain_map
from oltp_plugin.printing.page import Page, add_page, first_page
from oltp_plugin.printing.records import (
    Records,
    count_records,
    read_counted,
    records_behind,
    records_lines,
    records_warnings,
    told,
)
from oltp_plugin.printing.run_cards import run_card_lines
from oltp_plugin.printing.sources import known_sources
from oltp_plugin.printing.table import Table, fill_table, pages_of
from oltp_plugin.printing.town import Town, town

# In the order of the parameters TEMPLATE and CONTENT.
PAPERS = ("a4_landscape", "a4_portrait", "a3_landscape", "a3_portrait")
CONTENTS = ("", "_two_periods", "_table", "_chart", "_locator")
_LONGEST_A4 = 300  # millimetres
TEMPLATES = tuple(f"{paper}{content}" for content in CONTENTS for paper in PAPERS)


@dataclass(frozen=True)
class MapSheet:
    """What one page says. ``layers``: top first; ``extent``: in ``crs``, which is projected.

    ``named``: the institutions that alone may have the page; ``notes``: what must stand on it.
    ``second``: the layers of the second map of a page with two, each map with its ``captions``.
    ``chart(width, height)`` draws it. ``points``: by a layer's id, the records of one that draws
    fewer. ``locator``: the layers of the inset. ``number`` of ``pages``, from 1. ``untold``: names
    of results of which the page does not say from how many records they are. ``least``: the page
    tells no number of records above 0 and below it.
    """

    layers: list[QgsMapLayer]
    crs: QgsCoordinateReferenceSystem
    extent: QgsRectangle
    title: str
    subtitle: str = ""
    sources: str = ""
    diffusion: Diffusion = Diffusion.RESTRICTED
    named: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    made_on: date = field(default_factory=date.today)
    second: Sequence[QgsMapLayer] = ()
    captions: tuple[str, str] = ("", "")
    table: Table | None = None
    chart: Callable[[float, float], Chart] | None = None
    points: Mapping[str, Points] = field(default_factory=dict)
    locator: Sequence[QgsMapLayer] = ()
    number: int = 1
    pages: int = 1
    untold: frozenset[str] = frozenset()
    least: int = 0


@dataclass(frozen=True)
class MapLayout:
    """The layout, what it counted, and the ids of the items whose content leaves their box."""

    layout: QgsPrintLayout
    project: QgsProject  # the layout does not keep it alive
    records: list[Records]
    overfull: list[str]


def template_file(paper: int, content: int = 0) -> Path:
    """The plugin's own template for that paper and content."""
    return LAYOUTS / f"{PAPERS[paper]}{CONTENTS[content]}.qpt"


def further_file(paper: int) -> Path:
    """The plugin's own template of a page on which a table goes on."""
    return LAYOUTS / f"{PAPERS[paper]}_further.qpt"


def further_beside(template: Path) -> Path:
    """Where a table of a town's own ``template`` goes on: the file beside it whose name ends in
    ``_further``, else the plugin's own of that paper. Raises ``PrintError``."""
    beside = template.with_name(f"{template.stem}_further{template.suffix}")
    if beside.is_file():
        return beside
    project = QgsProject()  # which must live as long as its layout, as this as long as its pages
    page = first_page(template, project)
    size = page.layout.pageCollection().page(0).pageSize()
    larger = max(size.width(), size.height()) > _LONGEST_A4
    return further_file(2 * larger + (size.height() > size.width()))


def own_project(
    title: str,
    crs: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
) -> QgsProject:
    """An empty project for a layout: the user's has a title, an author and a path.

    QGIS makes the login the author of every new project, and 3.40 writes it into any PDF.
    """
    project = QgsProject()
    metadata = project.metadata()
    metadata.setAuthor("")
    metadata.setTitle(title)
    project.setMetadata(metadata)
    project.setTransformContext(transform_context)
    project.setCrs(crs, adjustEllipsoid=True)
    return project


def build_map(
    sheet: MapSheet, template: Path, project: QgsProject, further: Path | None = None
) -> MapLayout:
    """A layout of one page: ``template`` filled with what ``sheet`` says.

    A table that is too long for it goes on on pages of ``further``. Raises ``PrintError``:
    "unreadable_template", "template_without_map"; ``LayerError``.
    """
    page, own = first_page(template, project), town()
    tables = tables_of(sheet.table, template, further)
    sheet = replace(sheet, table=tables[0], pages=len(tables))
    records = fill_page(page, sheet, own, template.name)
    filled = [page, *further_pages(page.layout, sheet, tables[1:], own, further)]
    overfull = [name for each in filled for name in each.overfull]
    return MapLayout(page.layout, project, records, overfull)


def tables_of(table: Table | None, template: Path, further: Path | None) -> list[Table | None]:
    """The table's parts, by page; one where there is no page to go on."""
    if table is None or further is None:
        return [table]
    return list(pages_of(table, template, further))


def further_pages(
    layout: QgsPrintLayout, sheet: MapSheet, tables: Sequence[Table], own: Town, further: Path
) -> list[Page]:
    """Pages at the end of ``layout`` on which the table of ``sheet``'s page goes on."""
    pages = []
    for number, table in enumerate(tables, sheet.number + 1):
        page = add_page(layout, further)
        said = Furniture(
            title=sheet.title,
            subtitle=sheet.subtitle,
            sources=sheet.sources or known_sources([*sheet.layers, *sheet.second], []),
            diffusion=sheet.diffusion,
            named=sheet.named,
            made_on=sheet.made_on,
            number=number,
            pages=sheet.pages,
        )
        furnish(page, said, own)
        fill_table(page, table)
        pages.append(page)
    return pages


def same_classes(first: list[QgsMapLayer], second: list[QgsMapLayer]) -> tuple[list, list]:
    """Both lists, with one colour for one thing: two periods are compared by eye.

    Where the layers at the same place in both are results with classes of their own, a copy of
    the one that reaches less takes the classes of the one that reaches higher.
    """
    first, second = list(first), list(second)
    for place, (one, other) in enumerate(zip(first, second)):
        if _comparable(one, other):
            high, low, group = (
                (one, other, second) if _highest(one) >= _highest(other) else (other, one, first)
            )
            group[place] = low.clone()
            group[place].setRenderer(high.renderer().clone())
    return first, second


def _comparable(one: QgsMapLayer, other: QgsMapLayer) -> bool:
    if type(one) is not type(other) or counts_of(one) is None or counts_of(other) is None:
        return False
    kinds = {one.renderer().type(), other.renderer().type()}
    return len(kinds) == 1 and kinds <= {"singlebandpseudocolor", "graduatedSymbol"}


def _highest(layer: QgsMapLayer) -> float:
    renderer = layer.renderer()
    if isinstance(layer, QgsRasterLayer):
        items = renderer.shader().rasterShaderFunction().colorRampItemList()
        return max((each.value for each in items if math.isfinite(each.value)), default=0.0)
    return max((each.upperValue() for each in renderer.ranges()), default=0.0)


def fill_page(
    page: Page,
    sheet: MapSheet,
    own: Town,
    template: str = "",
    counted: list[Records] | None = None,
) -> list[Records]:
    """Put everything that ``sheet`` says on the page; gives what it counted.

    ``template``: the name to blame. ``counted``: the records as it may tell of them, where it is
    about others than those in the map's frame. Raises ``PrintError`` "template_without_map";
    ``LayerError``.
    """
    item = _map_of(page, template)
    pixels = must_be_pixels([*sheet.layers, *sheet.second], sheet.diffusion)
    draw_map(item, sheet.layers, sheet.crs, sheet.extent, pixels)
    maps = [(item, sheet.layers)]
    other = page.item("map 2", QgsLayoutItemMap)
    if other is not None:
        draw_map(other, list(sheet.second), sheet.crs, sheet.extent, pixels)
        maps.append((other, list(sheet.second)))
    records = counted
    if records is None:
        records = [
            replace(each, layer=f"{each.layer} – {caption}") if len(maps) > 1 and caption else each
            for (drawn, layers), caption in zip(maps, sheet.captions)
            for each in _counted(drawn, layers, sheet.points)
            if each.mapped or each.layer not in sheet.untold
        ]
    for name, caption in zip(("caption", "caption 2"), sheet.captions):
        page.write(name, caption)
    everything = [*sheet.layers, *sheet.second]
    may_say = [told(each, sheet.least) for each in records] if counted is None else counted
    said = Furniture(
        title=sheet.title,
        subtitle=sheet.subtitle,
        sources=sheet.sources or known_sources(everything, may_say),
        records=[*records_lines(may_say), *sheet.notes],
        warnings=records_warnings(records),
        run_card="\n".join(run_card_lines(everything)),
        crs=f"{sheet.crs.description()} ({sheet.crs.authid()})",
        diffusion=sheet.diffusion,
        named=sheet.named,
        made_on=sheet.made_on,
        number=sheet.number,
        pages=sheet.pages,
    )
    furnish(page, said, own)
    explain_map(page, item)
    draw_locator(page, list(sheet.locator), item)
    put_chart(page, sheet.chart)
    fill_table(page, sheet.table)
    legend = page.item("legend", QgsLayoutItemLegend)
    if legend is not None and not fill_legend(legend, *maps):
        page.overfull.append("legend")
    return records


def _map_of(page: Page, template: str) -> QgsLayoutItemMap:
    found = page.item("map", QgsLayoutItemMap)
    if found is None and page.number == 0:
        found = page.layout.referenceMap()
    if found is None:
        raise PrintError("template_without_map", file=template)
    return found


def _counted(
    item: QgsLayoutItemMap, layers: list[QgsMapLayer], points: Mapping[str, Points]
) -> list[Records]:
    project = item.layout().project()
    counted = []
    for layer in filter(has_points, layers):
        read = points.get(layer.id())
        if read is None:
            read = read_counted(layer, item.crs(), project)
        read = in_crs(read, item.crs(), project, None)
        counted.append(count_records(layer.name(), read, item.extent()))
    return [*counted, *filter(None, map(records_behind, layers))]
