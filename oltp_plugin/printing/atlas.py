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
    QgsPalLayerSettings,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QFont

from oltp_plugin.local_format import number
from oltp_plugin.printing.companion import Companion, chart_of, table_of
from oltp_plugin.printing.document import FONT
from oltp_plugin.printing.map_layout import (
    MapLayout,
    MapSheet,
    fill_page,
    further_pages,
    tables_of,
)
from oltp_plugin.printing.page import Page, add_page, first_page
from oltp_plugin.printing.records import Records, area_records, points_in, read_records, told
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

    ``records``: the layers of points to count, as they are, not as a page may show them.
    ``companion``: the records or figures of a table or chart, of which each page has its own;
    ``chart``: which of ``companion``'s. ``index``: the template of the page before, None for no
    such page; ``further``: of those on which it goes on.
    """

    sheet: MapSheet
    territories: Sequence[Territory]
    records: Sequence[QgsVectorLayer] = ()
    companion: Companion | None = None
    chart: int = 0
    index: Path | None = None
    further: Path | None = None


@dataclass(frozen=True)
class _Counted:
    """By territory: the records of each layer, and whether they may not be told."""

    records: list[list[Records]]
    hidden: list[bool]


def build_atlas(
    atlas: Atlas, template: Path, project: QgsProject, tick: Callable[[float], None]
) -> MapLayout:
    """A layout with a page for each territory, in their order.

    ``tick(fraction)`` may raise ``Cancelled``. Raises ``PrintError``, ``LayerError``.
    """
    own, sheet = town(), atlas.sheet
    counted = _count(atlas, project)
    index = _index(atlas, counted)
    first = 1 + len(index)  # the number of the first territory's page
    # The project keeps them; nothing else holds what only the pages draw.
    outlines = _kept(project, _outlines(atlas, 0))
    pages = len(atlas.territories) + len(index)
    filled: list[Page] = []

    def page(file: Path) -> Page:
        filled.append(add_page(filled[0].layout, file) if filled else first_page(file, project))
        return filled[-1]

    everything: list[Records] = []
    if atlas.index is not None:
        numbered = _kept(project, _outlines(atlas, first))
        listed = replace(
            sheet,
            layers=[numbered, *sheet.layers],
            table=index[0],
            pages=pages,
            chart=None,
        )
        fill_page(page(atlas.index), listed, own, atlas.index.name)
        filled += further_pages(filled[0].layout, listed, index[1:], own, atlas.further)
    for place, territory in enumerate(atlas.territories):
        tick(place / len(atlas.territories))
        hidden = counted.hidden[place]
        around = [*(_kept(project, each) for each in _around(territory, sheet.crs)), outlines]
        content = replace(
            sheet,
            layers=[around[0], around[2], around[1], *sheet.layers],
            extent=_extent(territory),
            title=f"{territory.name} – {sheet.title}" if sheet.title else territory.name,
            notes=(*sheet.notes, *([tr("The counts of this page are hidden.")] * hidden)),
            table=None if hidden else _table(atlas, territory),
            chart=None if hidden else _chart(atlas, territory),
            locator=[outlines],
            number=place + first,
            pages=pages,
        )
        may_say = [] if hidden else counted.records[place]
        fill_page(page(template), content, own, template.name, may_say)
        everything += may_say
    overfull = [name for each in filled for name in each.overfull]
    return MapLayout(filled[0].layout, project, everything, overfull)


def _count(atlas: Atlas, project: QgsProject) -> _Counted:
    """Each layer is read once; what is hidden must not follow from the other pages."""
    from oltp_plugin.analysis.suppression import hidden_in_lines

    crs = atlas.sheet.crs
    read = [read_records(layer, crs, project) for layer in atlas.records]
    records = [
        [area_records(one, each.shape, each.code, each.level) for one in read]
        for each in atlas.territories
    ]
    hidden = [False] * len(records)
    levels = [each.level for each in atlas.territories]
    for layer in range(len(read)):
        column = [own[layer] for own in records]
        on_map, unlocated = (
            hidden_in_lines(counts, levels, atlas.sheet.least)
            for counts in zip(*((each.on_map, each.unlocated) for each in column))
        )
        hidden = [one or bool(other) for one, other in zip(hidden, on_map)]
        for own, out in zip(records, unlocated):
            own[layer] = told(own[layer], atlas.sheet.least)
            if out and not own[layer].untold[1]:
                own[layer] = replace(own[layer], untold=("", tr("hidden")))
    return _Counted(records, hidden)


def _kept(project: QgsProject, layer: QgsVectorLayer) -> QgsVectorLayer:
    project.addMapLayer(layer, False)
    return layer


def _extent(territory: Territory) -> QgsRectangle:
    extent = territory.shape.boundingBox()
    extent.scale(_MARGIN)
    return extent


def _around(territory: Territory, crs) -> list[QgsVectorLayer]:
    """The territory's edge, and grey over all that is not it; unnamed, so in no legend."""
    box = territory.shape.boundingBox()
    size = max(box.width(), box.height())
    everything = QgsGeometry.fromRect(box.buffered(_BEYOND * size))
    outside = everything.difference(territory.shape)
    return [
        _areas(crs, [(territory.name, territory.shape)], _OUTLINE),
        _areas(crs, [("", outside)], _GREYED),
    ]


def _outlines(atlas: Atlas, first: int) -> QgsVectorLayer:
    """The edges of all territories, with their pages' numbers from ``first``; 0: without."""
    rows = [(str(place), each.shape) for place, each in enumerate(atlas.territories, first)]
    layer = _areas(atlas.sheet.crs, rows, _AREAS)
    if first:
        _label(layer)
    return layer


def _areas(crs: QgsCoordinateReferenceSystem, rows, symbol: dict) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"MultiPolygon?crs={crs.authid()}&field=name:string", "", "memory")
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
    halo.setSize(1.2)
    font = QFont(FONT)
    font.setBold(True)
    words.setFont(font)
    words.setSize(10)
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
    return table_of(_own(atlas, territory), atlas.sheet.least) if atlas.sheet.table else None


def _chart(atlas: Atlas, territory: Territory):
    if atlas.sheet.chart is None:
        return None
    return chart_of(_own(atlas, territory), atlas.chart, atlas.sheet.least)


def _index(atlas: Atlas, counted: _Counted) -> list[Table | None]:
    """Its parts, by page: page, territory and the records of the first layer of points."""
    if atlas.index is None:
        return []
    pages = 0
    while True:  # the numbers decide on the room, and the pages on the numbers
        parts = tables_of(_listed(atlas, counted, 1 + pages), atlas.index, atlas.further)
        if len(parts) <= pages:
            return parts
        pages = len(parts)


def _listed(atlas: Atlas, counted: _Counted, first: int) -> Table:
    """``first``: the number of the first territory's page."""
    header = [tr("Page"), tr("Territory")]
    rows = [[str(page), each.name] for page, each in enumerate(atlas.territories, first)]
    if atlas.records:
        header.append(atlas.records[0].name())
        for row, own, hidden in zip(rows, counted.records, counted.hidden):
            row.append(tr("hidden") if hidden else number(_told_of(own[0])))
    return Table(header, rows, frozenset({0, 2}) if atlas.records else frozenset({0}))


def _told_of(records: Records) -> int:
    """With those that have no place, where their number may be told."""
    return records.on_map if records.untold[1] else records.total
