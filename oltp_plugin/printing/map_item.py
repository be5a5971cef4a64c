"""A map on a page: what it draws, its scale bar, its north arrow, its locator."""

from __future__ import annotations

import math

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDistanceArea,
    QgsFillSymbol,
    QgsLayoutItemMap,
    QgsLayoutItemMapOverview,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsMapLayer,
    QgsPointXY,
    QgsRectangle,
    QgsUnitTypes,
)
from qgis.PyQt.QtGui import QFont, QPainter

from oltp_plugin.printing.document import FONT
from oltp_plugin.printing.page import Page

_METRES_ALONE = 5000  # longer scale bars are in kilometres
_UP = 2.0  # degrees by which north may lean, and still be up to the eye


def draw_map(
    item: QgsLayoutItemMap,
    layers: list[QgsMapLayer],
    crs: QgsCoordinateReferenceSystem,
    extent: QgsRectangle,
    as_pixels: bool = False,
) -> None:
    """Show ``layers`` (top first) around ``extent``, which is in ``crs``.

    ``as_pixels``: nothing of the map is written as drawing, from which places could be read.
    """
    item.setFollowVisibilityPreset(False)
    item.setCrs(crs)
    item.setLayers(layers)
    item.setKeepLayerSet(True)
    item.zoomToExtent(extent)
    if as_pixels:
        # QGIS draws an item with a blend mode as an image; on white, multiplying changes nothing.
        item.setBlendMode(QPainter.CompositionMode.CompositionMode_Multiply)


def explain_map(page: Page, item: QgsLayoutItemMap) -> None:
    """The page's scale bar and north arrow, for ``item``."""
    scale_bar = page.item("scale bar", QgsLayoutItemScaleBar)
    if scale_bar is not None:
        words = page.items.get("records")
        room = words.rect().width() if words is not None else item.rect().width()
        _set_scale(scale_bar, item, room)
    arrow = page.item("north arrow", QgsLayoutItemPicture)
    if arrow is None:
        return
    if abs(north(item)) <= _UP:
        page.remove("north arrow")
    else:
        arrow.setLinkedMap(item)
        arrow.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)


def draw_locator(page: Page, layers: list[QgsMapLayer], item: QgsLayoutItemMap) -> None:
    """Where ``item`` lies in what ``layers`` cover, in the page's ``locator``.

    Without ``layers`` the locator leaves the page.
    """
    locator = page.item("locator", QgsLayoutItemMap)
    if locator is None:
        return
    if not layers:
        page.remove("locator")
        return
    project = page.layout.project()
    whole = QgsRectangle(item.extent())
    for layer in layers:
        transform = QgsCoordinateTransform(layer.crs(), item.crs(), project.transformContext())
        whole.combineExtentWith(transform.transformBoundingBox(layer.extent()))
    whole.scale(1.05)
    draw_map(locator, layers, item.crs(), whole)
    overview = QgsLayoutItemMapOverview("map", locator)
    overview.setLinkedMap(item)
    frame = {"color": "0,0,0,40", "outline_color": "0,0,0,255", "outline_width": "0.4"}
    overview.setFrameSymbol(QgsFillSymbol.createSimple(frame))
    locator.overviews().addOverview(overview)


def north(item: QgsLayoutItemMap) -> float:
    """Degrees by which true north leans from the top of the map, clockwise, -180 to 180."""
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    context = item.layout().project().transformContext()
    there = QgsCoordinateTransform(item.crs(), degrees, context)
    middle = item.extent().center()
    place = there.transform(middle)
    up = there.transform(QgsPointXY(place.x(), place.y() + 0.001), Qgis.TransformDirection.Reverse)
    leaning = math.degrees(math.atan2(up.x() - middle.x(), up.y() - middle.y()))
    return (leaning + item.mapRotation() + 180) % 360 - 180


def round_length(longest: float) -> float:
    """The largest of 1, 2, 5 × 10ⁿ that is at most ``longest``."""
    power = 10.0 ** math.floor(math.log10(longest))
    return max(step * power for step in (1, 2, 5) if step * power <= longest * (1 + 1e-9))


def _set_scale(scale_bar: QgsLayoutItemScaleBar, item: QgsLayoutItemMap, room: float) -> None:
    """Two segments, together 1, 2 or 5 × 10ⁿ metres, at most a quarter of the map's width.

    ``room``: millimetres for the bar with its labels and the north arrow.
    """
    scale_bar.setLinkedMap(item)
    words = scale_bar.textFormat()
    words.setFont(QFont(FONT))  # a format takes another for one that is not installed
    scale_bar.setTextFormat(words)
    scale_bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceMeters)
    scale_bar.setUnitsPerSegment(1)
    # The last label stands half beyond the bar, and the unit after it.
    widest = min(item.rect().width() / 4, 0.78 * room)
    across = metres_across(item.extent(), item.crs(), item.layout().project().transformContext())
    length = round_length(across * widest / item.rect().width())
    in_kilometres = length > _METRES_ALONE
    scale_bar.setMapUnitsPerScaleBarUnit(1000 if in_kilometres else 1)
    scale_bar.setUnitLabel("km" if in_kilometres else "m")
    scale_bar.setUnitsPerSegment(length / 2)


def metres_across(
    extent: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> float:
    """On the ground, through the middle of ``extent``: a metre of Web Mercator is none in France.

    As wide as ``extent`` itself where that is beyond what ``crs`` can express.
    """
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, context)
    measure.setEllipsoid(crs.ellipsoidAcronym())  # as the layout's own scale bar does
    middle = extent.center().y()
    ends = QgsPointXY(extent.xMinimum(), middle), QgsPointXY(extent.xMaximum(), middle)
    try:
        length = measure.measureLine(*ends)
    except QgsCsException:  # an older QGIS answers without a number
        return extent.width()
    return length if length > 0 else extent.width()
