"""An atlas: a page for each territory, with its own figures, and an index before them.

One layout holds all pages, so that what is printed is what an analyst can open and edit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsMapLayer,
    QgsPalLayerSettings,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from oltp_plugin.local_format import number
from oltp_plugin.printing.companion import Companion, chart_of, table_of
from oltp_plugin.printing.diffusion import has_points
from oltp_plugin.printing.map_layout import MapLayout, MapSheet, fill_page
from oltp_plugin.printing.page import Page, add_page, first_page
from oltp_plugin.printing.records import Records, area_records, points_in, read_records
from oltp_plugin.printing.table import Table
from oltp_plugin.printing.town import town
from oltp_plugin.translation import tr

_MARGIN = 1.12  # of a territory's extent
_BEYOND = 20.0  # extents around a territory that are greyed: more than any page shows
_GREYED = {"color": "238,238,238,205", "outline_style": "no"}
_OUTLINE = {"color": "0,0,0,0", "outline_color": "20,20,20,255", "outline_width": "0.7"}
_AREAS = {"color": "0,0,0,0", "outline_color": "90,90,90,255", "outline_width": "0.35"}


@dataclass(frozen=True)
class Territory:
    """``shape`` in the atlas's CRS; ``code`` and ``level`` empty where the layer has none."""

    name: str
    shape: QgsGeometry
    code: str = ""
    level: str = ""


@dataclass(frozen=True)
class Atlas:
    """``sheet``: what all pages share; its extent is the index's.

    ``companion``: the records or figures of a table or chart, of which each page has its own;
    ``chart``: which of ``companion``'s. ``least``: see ``limits.least_for``. ``index``: the
    template of the page before, None for no such page.
    """

    sheet: MapSheet
    territories: Sequence[Territory]
    companion: Companion | None = None
    chart: int = 0
    least: int = 0
    index: Path | None = None


def build_atlas(
    atlas: Atlas, template: Path, project: QgsProject, tick: Callable[[float], None]
) -> MapLayout:
    """A layout with a page for each territory, in their order.

    ``tick(fraction)`` may raise ``Cancelled``. Raises ``PrintError``, ``LayerError``.
    """
    own, sheet = town(), atlas.sheet
    read = {
        layer.id(): read_records(layer, sheet.crs, project)
        for layer in sheet.layers
        if has_points(layer)
    }
    first = int(atlas.index is not None)
    pages: list[Page] = []
    everything: list[Records] = []
    counts = []
    for place, territory in enumerate(atlas.territories):
        tick(place / len(atlas.territories))
        inside = [
            area_records(one, territory.shape, territory.code, territory.level)
            for one in read.values()
        ]
        counts.append([each.total for each in inside])
        if not pages and first:
            pages.append(first_page(atlas.index, project))
        page = add_page(pages[0].layout, template) if pages else first_page(template, project)
        pages.append(page)
        content = replace(
            sheet,
            layers=[*_around(territory, atlas, sheet.crs), *sheet.layers],
            extent=_extent(territory),
            title=f"{territory.name} – {sheet.title}" if sheet.title else territory.name,
            table=_table(atlas, territory),
            chart=_chart(atlas, territory),
            locator=[_outlines(atlas, sheet.crs)],
            number=place + 1 + first,
            pages=len(atlas.territories) + first,
        )
        everything += fill_page(page, content, own, template.name, inside)
    if first:
        listed = replace(
            sheet,
            layers=[_outlines(atlas, sheet.crs, named=True), *sheet.layers],
            table=_index(atlas, counts, list(read.values())),
            pages=len(pages),
        )
        fill_page(pages[0], listed, own, atlas.index.name if atlas.index else "")
    overfull = [name for page in pages for name in page.overfull]
    return MapLayout(pages[0].layout, project, everything, overfull)


def _extent(territory: Territory) -> QgsRectangle:
    extent = territory.shape.boundingBox()
    extent.scale(_MARGIN)
    return extent


def _around(territory: Territory, atlas: Atlas, crs) -> list[QgsMapLayer]:
    """What is drawn above the map: the territory's edge, and grey over all that is not it."""
    box = territory.shape.boundingBox()
    size = max(box.width(), box.height())
    everything = QgsGeometry.fromRect(box.buffered(_BEYOND * size))
    outside = everything.difference(territory.shape)
    # Unnamed: what explains itself is not in the legend.
    edge = _areas("", crs, [(territory.name, territory.shape)], _OUTLINE)
    grey = _areas("", crs, [("", outside)], _GREYED)
    return [edge, _outlines(atlas, crs), grey]


def _outlines(atlas: Atlas, crs, named: bool = False) -> QgsVectorLayer:
    """The edges of all territories; on the index with each page's number."""
    first = int(atlas.index is not None)
    rows = [(str(place + 1 + first), each.shape) for place, each in enumerate(atlas.territories)]
    layer = _areas("", crs, rows, _AREAS)
    if named:
        _label(layer)
    return layer


def _areas(name: str, crs: QgsCoordinateReferenceSystem, rows, symbol: dict) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"MultiPolygon?crs={crs.authid()}&field=name:string", name, "memory")
    layer.setCrs(crs)
    features = []
    for text, shape in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([text])
        feature.setGeometry(shape)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(symbol)))
    return layer


def _label(layer: QgsVectorLayer) -> None:
    words, halo = QgsTextFormat(), QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    words.setSize(9)
    words.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = "name"
    settings.setFormat(words)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def _own(atlas: Atlas, territory: Territory) -> Companion | None:
    """The records inside the territory; figures are the same on every page."""
    read = atlas.companion
    if read is None or read.points is None:
        return read
    return read.inside(points_in(read.points.x, read.points.y, territory.shape))


def _table(atlas: Atlas, territory: Territory) -> Table | None:
    return table_of(_own(atlas, territory), atlas.least) if atlas.sheet.table else None


def _chart(atlas: Atlas, territory: Territory):
    if atlas.sheet.chart is None:
        return None
    return chart_of(_own(atlas, territory), atlas.chart, atlas.least)


def _index(atlas: Atlas, counts: list[list[int]], read: list) -> Table:
    """Page, territory and the records of the first layer of points, where there is one."""
    from oltp_plugin.analysis.suppression import hidden_in_line

    first = 1 + int(atlas.index is not None)
    header = [tr("Page"), tr("Territory")]
    rows = [[str(place + first), each.name] for place, each in enumerate(atlas.territories)]
    if read:
        header.append(read[0].name)
        own = [each[0] for each in counts]
        for row, n, out in zip(rows, own, hidden_in_line(own, atlas.least)):
            row.append(tr("hidden") if out else number(n))
    return Table(header, rows, frozenset({2}) if read else frozenset())
