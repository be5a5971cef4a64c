"""A printed map: a template filled with layers and words, an ordinary QGIS layout.

The template's items are found by their id, so a town may move, restyle or drop any of them in
its own .qpt; only a map is needed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsMapLayer,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsUnitTypes,
)
from qgis.PyQt.QtGui import QPainter
from qgis.PyQt.QtXml import QDomDocument

from oltp_plugin.errors import PrintError
from oltp_plugin.paths import LAYOUTS
from oltp_plugin.printing import words
from oltp_plugin.printing.diffusion import Diffusion, has_points, must_be_pixels
from oltp_plugin.printing.fit import fitting
from oltp_plugin.printing.legend import fill_legend
from oltp_plugin.printing.records import Records, count_records, records_behind, records_text
from oltp_plugin.printing.sources import known_sources

# In the order of the parameter TEMPLATE.
TEMPLATES = ("a4_landscape", "a4_portrait", "a3_landscape")

_METRES_ALONE = 5000  # longer scale bars are in kilometres


@dataclass(frozen=True)
class MapSheet:
    """What one page says. ``layers``: top first; ``extent``: in ``crs``, which is projected.

    ``named``: the institutions that alone may have the page; ``notes``: what must stand on it.
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


@dataclass(frozen=True)
class MapLayout:
    """The layout, what it counted, and the ids of the items whose content leaves their box."""

    layout: QgsPrintLayout
    project: QgsProject  # the layout does not keep it alive
    records: list[Records]
    overfull: list[str]


def template_file(number: int) -> Path:
    """The plugin's own template of that number."""
    return LAYOUTS / f"{TEMPLATES[number]}.qpt"


def own_project(sheet: MapSheet, transform_context: QgsCoordinateTransformContext) -> QgsProject:
    """An empty project for a layout: the user's has a title, an author and a path.

    QGIS makes the login the author of every new project, and 3.40 writes it into any PDF.
    """
    project = QgsProject()
    metadata = project.metadata()
    metadata.setAuthor("")
    metadata.setTitle(sheet.title)
    project.setMetadata(metadata)
    project.setTransformContext(transform_context)
    project.setCrs(sheet.crs, adjustEllipsoid=True)
    return project


def load_template(template: Path, project: QgsProject) -> QgsPrintLayout:
    """A new layout of ``project`` from a .qpt.

    Raises ``PrintError``: "unreadable_template" (not there, not XML, not a layout).
    """
    layout = QgsPrintLayout(project)
    document = QDomDocument()
    try:
        readable = document.setContent(template.read_bytes())
    except OSError as error:
        raise PrintError("unreadable_template", file=template.name) from error
    # PyQt returns the success alone, or first in a tuple with the parser's message.
    if not (readable[0] if isinstance(readable, tuple) else readable):
        raise PrintError("unreadable_template", file=template.name)
    _, loaded = layout.loadFromTemplate(document, QgsReadWriteContext())
    if not loaded or layout.pageCollection().pageCount() == 0:
        raise PrintError("unreadable_template", file=template.name)
    return layout


def build_map(sheet: MapSheet, template: Path, project: QgsProject) -> MapLayout:
    """Fill ``template`` with what ``sheet`` says.

    Raises ``PrintError``: "unreadable_template", "template_without_map"; ``LayerError``.
    """
    layout = load_template(template, project)
    map_item = _map_of(layout, template)
    _draw(map_item, sheet)
    records = [
        count_records(layer, map_item.crs(), map_item.extent(), project)
        for layer in sheet.layers
        if has_points(layer)
    ]
    records += filter(None, map(records_behind, sheet.layers))
    texts = _texts(sheet, records)
    overfull = [key for key, text in texts.items() if not _write(layout.itemById(key), text)]
    legend = layout.itemById("legend")
    if isinstance(legend, QgsLayoutItemLegend) and not fill_legend(legend, map_item, sheet.layers):
        overfull.append("legend")
    scale_bar = layout.itemById("scale bar")
    if isinstance(scale_bar, QgsLayoutItemScaleBar):
        _set_scale(scale_bar, map_item)
    return MapLayout(layout, project, records, overfull)


def _map_of(layout: QgsPrintLayout, template: Path) -> QgsLayoutItemMap:
    found = layout.itemById("map")
    map_item = found if isinstance(found, QgsLayoutItemMap) else layout.referenceMap()
    if map_item is None:
        raise PrintError("template_without_map", file=template.name)
    return map_item


def _draw(map_item: QgsLayoutItemMap, sheet: MapSheet) -> None:
    map_item.setFollowVisibilityPreset(False)
    map_item.setCrs(sheet.crs)
    map_item.setLayers(sheet.layers)
    map_item.setKeepLayerSet(True)
    map_item.zoomToExtent(sheet.extent)
    if must_be_pixels(sheet.layers, sheet.diffusion):
        # QGIS draws an item with a blend mode as an image; on white, multiplying changes nothing.
        map_item.setBlendMode(QPainter.CompositionMode.CompositionMode_Multiply)


def _texts(sheet: MapSheet, records: list[Records]) -> dict[str, str]:
    """What each label says, by the label's id."""
    return {
        "title": sheet.title,
        "subtitle": sheet.subtitle,
        "sources": words.sources_line(sheet.sources or known_sources(sheet.layers, records)),
        "records": "\n".join(filter(None, (records_text(records), *sheet.notes))),
        "diffusion": words.diffusion_mark(sheet.diffusion),
        "diffusion note": words.diffusion_note(sheet.diffusion, sheet.named),
        "made": words.made_line(sheet.made_on),
        "crs": f"{sheet.crs.description()} ({sheet.crs.authid()})",
    }


def _write(label, text: str) -> bool:
    """Put ``text`` into a label, smaller where it is long; whether it fits (or has no label)."""
    if not isinstance(label, QgsLayoutItemLabel):
        return True
    width, height = label.rect().width(), label.rect().height()
    font, fits = fitting(label.font(), text, width, height)
    label.setFont(font)
    # "[%" would start an expression, which may print what no page should say.
    label.setText(text.replace("[%", "[ %"))
    return fits


def _set_scale(scale_bar: QgsLayoutItemScaleBar, map_item: QgsLayoutItemMap) -> None:
    """Two segments, together 1, 2 or 5 × 10ⁿ metres long, at most a quarter of the map's width."""
    scale_bar.setLinkedMap(map_item)
    scale_bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceMeters)
    scale_bar.setUnitsPerSegment(1)
    length = round_length(_metres_across(map_item) / 4)
    in_kilometres = length > _METRES_ALONE
    scale_bar.setMapUnitsPerScaleBarUnit(1000 if in_kilometres else 1)
    scale_bar.setUnitLabel("km" if in_kilometres else "m")
    scale_bar.setUnitsPerSegment(length / 2)


def _metres_across(map_item: QgsLayoutItemMap) -> float:
    extent, project = map_item.extent(), map_item.layout().project()
    measure = QgsDistanceArea()
    measure.setSourceCrs(map_item.crs(), project.transformContext())
    measure.setEllipsoid(project.ellipsoid())  # as the scale bar itself does
    middle = extent.center().y()
    return measure.measureLine(
        QgsPointXY(extent.xMinimum(), middle), QgsPointXY(extent.xMaximum(), middle)
    )


def round_length(longest: float) -> float:
    """The largest of 1, 2, 5 × 10ⁿ that is at most ``longest``."""
    power = 10.0 ** math.floor(math.log10(longest))
    return max(step * power for step in (1, 2, 5) if step * power <= longest * (1 + 1e-9))
