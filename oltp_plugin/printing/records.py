"""How many records of each point layer a map shows, and how many it cannot show."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsGeometry,
    QgsMapLayer,
    QgsRectangle,
    QgsVectorLayer,
)

from oltp_plugin.layers.arrays import Points, read_points
from oltp_plugin.layers.observatory_source import source_with
from oltp_plugin.layers.run_card import counts_of
from oltp_plugin.local_format import number, period
from oltp_plugin.printing import words
from oltp_plugin.translation import tr

MOSTLY_LOCATED = 0.85  # below this share the page warns
SAID_OF_RECORDS = ("occurred_from", "partner")
_WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Delivery:
    """What one partner (a code) contributes to the records on the map."""

    partner: str
    first: date | None
    last: date | None
    n: int = 0


@dataclass(frozen=True)
class Records:
    """What became of a point layer's rows; ``first`` and ``last`` of those on the map.

    ``untold``: what stands in place of the number of those on the map, and of those without a
    place; empty where it may be told.
    """

    layer: str
    on_map: int
    outside: int
    unlocated: int
    first: date | None = None
    last: date | None = None
    deliveries: tuple[Delivery, ...] = ()
    mapped: bool = True  # as points; otherwise the layer rests on them
    untold: tuple[str, str] = ("", "")

    @property
    def total(self) -> int:
        return self.on_map + self.outside + self.unlocated


@dataclass(frozen=True)
class ReadRecords:
    """A point layer's records, read once for several maps."""

    name: str
    points: Points  # those with a point; ``unlocated``: how many have none
    unlocated_in: dict[tuple[str, str], int]  # of these, by the level and code that they name


def read_records(layer: QgsVectorLayer, crs: QgsCoordinateReferenceSystem, context) -> ReadRecords:
    """The rows of a point ``layer`` that no partner withdrew, in ``crs``.

    Raises ``LayerError`` where the layer cannot be read.
    """
    known = layer.fields().names()
    wanted = [name for name in SAID_OF_RECORDS if name in known]
    areal = [name for name in ("territory_level", "territory") if name in known]
    if len(areal) < 2:
        return ReadRecords(layer.name(), valid_points(layer, wanted, crs, context), {})
    points = valid_points(layer, [*wanted, *areal], crs, context, located=False)
    has_point = np.isfinite(points.x)
    named = zip(*(points.fields[name][~has_point] for name in areal))
    located = points.where(has_point)
    unlocated = int((~has_point).sum())
    return ReadRecords(
        layer.name(),
        replace(located, unlocated=unlocated),
        Counter((level or "", code) for level, code in named if code),
    )


def read_counted(layer: QgsVectorLayer, crs: QgsCoordinateReferenceSystem, context) -> Points:
    """The rows of a point ``layer`` in ``crs``, with what ``count_records`` says of them.

    Raises ``LayerError`` where the layer cannot be read.
    """
    known = layer.fields().names()
    wanted = [name for name in SAID_OF_RECORDS if name in known]
    return valid_points(layer, wanted, crs, context)


def count_records(name: str, points: Points, extent: QgsRectangle) -> Records:
    """Count a layer's rows in and out of ``extent``, in the points' CRS.

    Those of the ``total`` that are not among the points, though they have a place, are out of it.
    """
    inside = (
        (points.x >= extent.xMinimum())
        & (points.x <= extent.xMaximum())
        & (points.y >= extent.yMinimum())
        & (points.y <= extent.yMaximum())
    )
    outside = points.total - points.unlocated - int(inside.sum())
    return _records(name, points.where(inside), outside, points.unlocated)


def area_records(read: ReadRecords, shape: QgsGeometry, code: str = "", level: str = "") -> Records:
    """Of the records, those in ``shape``, and those without a point that name it.

    ``level`` empty: any. What lies elsewhere is not this area's, and is not counted.
    """
    points = read.points
    unlocated = sum(
        n
        for (own, named), n in read.unlocated_in.items()
        if code and named == code and (not level or own == level)
    )
    within = points_in(points.x, points.y, shape)
    return _records(read.name, points.where(within), 0, unlocated)


def points_in(x: np.ndarray, y: np.ndarray, shape: QgsGeometry) -> np.ndarray:
    """Which points lie in ``shape``, its edge included; boolean, length n."""
    import shapely

    box = shape.boundingBox()
    near = (x >= box.xMinimum()) & (x <= box.xMaximum())
    near &= (y >= box.yMinimum()) & (y <= box.yMaximum())
    area = shapely.from_wkb(bytes(shape.asWkb()))
    shapely.prepare(area)
    near[near] = shapely.intersects_xy(area, x[near], y[near])
    return near


def _records(name: str, shown: Points, outside: int, unlocated: int) -> Records:
    first, last = _first_and_last(shown.fields.get("occurred_from"))
    deliveries = tuple(_deliveries(shown.fields))
    return Records(name, len(shown.x), outside, unlocated, first, last, deliveries)


def records_behind(layer: QgsMapLayer) -> Records | None:
    """The records that a result (a density, counts by ring) rests on, from its run card."""
    counts = counts_of(layer)
    return Records(layer.name(), counts[0], 0, counts[1], mapped=False) if counts else None


def valid_points(
    layer: QgsVectorLayer, fields: list[str], crs, context, located: bool = True
) -> Points:
    """The layer's rows; of an observatory's incidents, those that no partner withdrew.

    Raises ``LayerError`` where the layer cannot be read.
    """
    if not {"status", "occurred_from"} <= set(layer.fields().names()):
        return read_points(layer, fields, crs, context, located=located)
    condition = f"status <> '{_WITHDRAWN}'"
    if layer.providerType() == "ogr" and not layer.isEditable():
        subset, narrowed = layer.subsetString(), layer.clone()
        source = source_with(layer, f"({subset}) AND {condition}" if subset else condition)
        narrowed.setDataSource(source, layer.name(), "ogr")
        if narrowed.isValid():
            return read_points(narrowed, fields, crs, context, located=located)
    request = QgsFeatureRequest().setFilterExpression(condition)
    return read_points(layer, fields, crs, context, request=request, located=located)


def told(records: Records, least: int) -> Records:
    """The records as a page may tell of them, which tells of no fewer than ``least``.

    Not how many they are, nor when a few of them or of one partner's were; nor how many have no
    place, which those of sensitive categories never have.
    """
    few = tr("fewer than {n}").format(n=least)
    on_map, unlocated = (few if 0 < n < least else "" for n in (records.on_map, records.unlocated))
    deliveries = tuple(
        replace(each, first=None, last=None) if each.n < least else each
        for each in records.deliveries
    )
    told_of = replace(records, deliveries=deliveries, untold=(on_map, unlocated))
    return replace(told_of, first=None, last=None) if on_map else told_of


def _deliveries(fields: dict[str, np.ndarray]):
    """One for each partner of an observatory's records."""
    if not {"partner", "occurred_from"} <= set(fields):
        return
    partners, occurred = fields["partner"], fields["occurred_from"]
    for code in sorted({code for code in partners if code}):
        own = occurred[partners == code]
        yield Delivery(code, *_first_and_last(own), len(own))


def _first_and_last(occurred: np.ndarray | None) -> tuple[date | None, date | None]:
    """Days of the first and last of ISO texts or datetime64; None where there is none."""
    if occurred is None:
        return None, None
    days = {str(moment)[:10] for moment in occurred if moment is not None} - {"NaT"}
    try:
        return date.fromisoformat(min(days)), date.fromisoformat(max(days))
    except ValueError:  # none, or a text that is no date
        return None, None


def records_lines(records: list[Records]) -> list[str]:
    """Of each layer: on the map, between which days, and what could not be mapped."""
    return [line for one in records for line in _lines(one)]


def records_warnings(records: list[Records]) -> list[str]:
    """One for each layer of which too little can be mapped."""
    return [
        tr("Read with care: fewer than 85% of the records have a location.")
        if len(records) == 1
        else tr("Read with care: fewer than 85% of “{layer}” have a location.").format(
            layer=one.layer
        )
        for one in records
        if one.unlocated > (1 - MOSTLY_LOCATED) * one.total
    ]


def _lines(records: Records):
    text = tr("{layer}: {n} on this map") if records.mapped else tr("{layer}: from {n} records")
    on_map, unlocated = records.untold
    yield text.format(layer=records.layer, n=on_map or number(records.on_map))
    if records.first and records.last:
        yield tr("{period} (date of the facts)").format(period=period(records.first, records.last))
    if records.unlocated:
        share = words.share(records.unlocated, records.total)
        yield tr("not mappable, without a location: {n}{share}").format(
            n=unlocated or number(records.unlocated), share="" if on_map or unlocated else share
        )
