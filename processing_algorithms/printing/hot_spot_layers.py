"""The hot-spot map of a page: density and Gi* of one source, by the toolbox's own algorithms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsFillSymbol,
    QgsGeometry,
    QgsMapLayer,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt

from oltp_plugin.errors import Cancelled
from oltp_plugin.layers.arrays import read_points
from oltp_plugin.observatory.cells import centres
from oltp_plugin.observatory.counting import NOT_REVEALED
from oltp_plugin.observatory.filter import IncidentFilter
from oltp_plugin.observatory.page_sources import Source
from oltp_plugin.printing.diffusion import Diffusion
from oltp_plugin.printing.limits import answer_for, least_for, shown
from oltp_plugin.printing.map_picture import Name
from oltp_plugin.printing.records import points_in
from oltp_plugin.translation import tr

RADIUS, CELL, GRID = 250, 25, 100  # metres
_HOT = 2  # bin from which on a cell is outlined: q ≤ 0.05


@dataclass(frozen=True)
class HotSpots:
    """``layers``, top first; ``hot``: how many cells stand out, None where it could not be tested.

    ``n``: records with a point in the map; ``least``: a cell that rests on fewer is blank.
    """

    layers: list[QgsMapLayer]
    n: int
    hot: int | None
    source: Source
    least: int


def outlines(path: Path, level: str, code: str | None = None) -> QgsVectorLayer:
    """The territories of a level as lines; one ``code``: that one, drawn strongly."""
    condition = f"level = '{_quoted(level)}' AND valid_to IS NULL"
    if code is not None:
        condition += f" AND code = '{_quoted(code)}'"
    layer = QgsVectorLayer(f"{path}|layername=territory|subset={condition}", level, "ogr")
    strong = code is not None or level == "commune"
    symbol = QgsFillSymbol.createSimple(
        {
            "style": "no",
            "outline_color": "#22303c" if strong else "#8a97a3",
            "outline_width": "0.5" if strong else "0.2",
        }
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def names(layer: QgsVectorLayer) -> list[Name]:
    """Where the territories' names stand: inside each, away from its border."""
    found = []
    for feature in layer.getFeatures():
        geometry = feature.geometry()
        point = geometry.poleOfInaccessibility(20)[0]
        if not point.isEmpty():
            place = point.asPoint()
            found.append(Name(str(feature["name"]), place.x(), place.y()))
    return found


def hot_spots(
    path: Path,
    candidates: Sequence[Source],
    window: tuple[str, str],
    area: tuple[str, str] | None,
    diffusion: Diffusion,
    context,
    feedback,
) -> HotSpots | None:
    """Density and Gi* of the first source whose records may be mapped and are enough.

    ``area``: level and code of a territory, else the whole town.
    """
    for source in candidates:
        if not source.delivered:
            continue
        try:
            return _of(path, source, window, area, diffusion, context, feedback)
        except QgsProcessingException as reason:
            _say(feedback, source, reason)
    return None


def _say(feedback, source: Source, reason: QgsProcessingException) -> None:
    """Why there is no map of a source, or no test; raises Cancelled where that was asked for."""
    if feedback.isCanceled():
        raise Cancelled()
    feedback.pushInfo(tr("{partner}: {reason}").format(partner=source.name, reason=reason))


def _of(path, source, window, area, diffusion, context, feedback) -> HotSpots:
    import processing

    chosen = IncidentFilter(*window, partners=(source.code,), territories=(area,) if area else ())
    # What the methods leave out by default is not there to be counted, either.
    incidents = f"{path}|layername=incident|subset=({chosen.sql()}) AND {NOT_REVEALED}"
    study = f"{path}|layername=territory|subset=" + (
        f"level = '{_quoted(area[0])}' AND code = '{_quoted(area[1])}' AND valid_to IS NULL"
        if area
        else "level = 'commune' AND valid_to IS NULL"
    )

    quiet = QgsProcessingFeedback(False)
    feedback.canceled.connect(quiet.cancel, Qt.ConnectionType.DirectConnection)

    def run(algorithm: str, **parameters) -> str:
        return processing.run(
            f"oltp:{algorithm}",
            {"INPUT": incidents, "STUDY_AREA": study, **parameters},
            context=context,
            feedback=quiet,
            is_child_algorithm=True,
        )["OUTPUT"]

    raster = run("kerneldensity", RADIUS=RADIUS, CELL_SIZE=CELL, OUTPUT="TEMPORARY_OUTPUT")
    points = _points(incidents, study)
    least = least_for(diffusion, source.threshold)
    if least > 1:
        _empty_where_few(raster, points, least)
    density = QgsRasterLayer(raster, "density")
    density.loadDefaultStyle()
    cells, hot = None, None
    try:
        output = run("getisord", CELL_SIZE=GRID, OUTPUT="TEMPORARY_OUTPUT")
        cells = QgsProcessingUtils.mapLayerFromString(output, context)
    except QgsProcessingException as reason:  # too few records for the test
        _say(feedback, source, reason)
    layers: list[QgsMapLayer] = [density]
    if cells is not None:
        allowed = shown(cells, diffusion, source.threshold).layer
        hot = sum(_is_hot(each["bin"]) for each in allowed.getFeatures())
        allowed.setRenderer(_outlined())
        layers.insert(0, allowed)
    return HotSpots(layers, len(points), hot, source, least)


def _is_hot(found) -> bool:
    return isinstance(found, int) and found >= _HOT


def _outlined() -> QgsRuleBasedRenderer:
    """Cells that stand out, by their edge; the others not at all."""
    symbol = QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": "#111111", "outline_width": "0.45"}
    )
    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(QgsRuleBasedRenderer.Rule(symbol, 0, 0, f'"bin" >= {_HOT}'))
    return QgsRuleBasedRenderer(root)


def _points(incidents: str, study: str) -> np.ndarray:
    """Where the records are that the density rests on."""
    layer = QgsVectorLayer(incidents, "incidents", "ogr")
    points = read_points(layer)
    x, y = points.x, points.y
    if answer_for([layer]).finest != "address":
        x, y = centres(x), centres(y)
    areas = QgsVectorLayer(study, "study area", "ogr").getFeatures()
    inside = points_in(x, y, QgsGeometry.unaryUnion([area.geometry() for area in areas]))
    return np.column_stack([x[inside], y[inside]])


def _empty_where_few(raster: str, points: np.ndarray, least: int) -> None:
    """No data where fewer than ``least`` records lie within the radius of a cell."""
    from scipy.spatial import cKDTree

    source = gdal.Open(raster, gdal.GA_Update)
    band = source.GetRasterBand(1)
    values = band.ReadAsArray()
    left, wide, _, top, _, tall = source.GetGeoTransform()
    rows, columns = values.shape
    x, y = np.meshgrid(
        left + (np.arange(columns) + 0.5) * wide, top + (np.arange(rows) + 0.5) * tall
    )
    centres = np.column_stack([x.ravel(), y.ravel()])
    within = cKDTree(points).query_ball_point(centres, RADIUS, return_length=True)
    values[np.asarray(within).reshape(values.shape) < least] = band.GetNoDataValue()
    band.WriteArray(values)
    source.FlushCache()


def _quoted(text: str) -> str:
    return text.replace("'", "''")
