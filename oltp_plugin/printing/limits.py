"""What the agreements behind a page's layers let stand on it, and the layers as it may show them.

Outside the observatory's own team, what tells of fewer records than the agreements' threshold is
left out: points where fewer share the place shown, areas and cells whose count is above 0 and
below it, and as many more as the total of the counts would betray, cells of a density that may
rest on fewer. On a public page no incident stands as a point, and nothing rests on fewer than five.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from qgis.core import (
    NULL,
    QgsFeature,
    QgsMapLayer,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from oltp_plugin.errors import PrintError
from oltp_plugin.layers.arrays import Points
from oltp_plugin.layers.gated import ask, has_incidents, incidents_of
from oltp_plugin.layers.observatory_source import observatory_of
from oltp_plugin.layers.precision import tell_cells
from oltp_plugin.layers.run_card import made_by, sources_of
from oltp_plugin.observatory import gate
from oltp_plugin.observatory.cells import centres
from oltp_plugin.printing.density_limit import well_founded
from oltp_plugin.printing.diffusion import Diffusion, has_corners, has_points
from oltp_plugin.printing.naming import level_of
from oltp_plugin.printing.records import SAID_OF_RECORDS, valid_points
from oltp_plugin.printing.shown_points import alike, carried, drawn_at, empty_copy, fields_drawn

COPIED_FROM = "oltp/observatory"  # a copy's custom property: the observatory that it shows
COUNTS = ("n", "n_before", "n_after", "observed")
_PLACES = ("repeatplaces",)  # results that are a list of places, whatever their shape
# Tables of an observatory: for incidents the agreements are asked.
_FOR_ALL = ("incident", "territory", "place", "address", "action")
_FOR_THE_NETWORK = ("observation", "site", "decision")


@dataclass(frozen=True)
class Shown:
    """A layer as the page may show it.

    ``left_out``: records or areas below the threshold; ``coarse``: at the centres of 100 m cells.
    ``points``: the records, in the layer's CRS, of a copy that draws only those that are seen;
    what is left out is in their ``total``.
    """

    layer: QgsMapLayer
    left_out: int = 0
    coarse: bool = False
    points: Points | None = None


def answer_for(layers: Iterable[QgsMapLayer], diffusion: str = "internal") -> gate.Answer:
    """What holds for all that the layers show, incidents and results; asks for printing.

    Raises ``AgreementError``.
    """
    answer = gate.Answer()
    for layer in layers:
        if incidents_of(layer) is None:
            answer += gate.Answer(sources_of(layer))
        else:
            answer += ask(layer, "print", "cell", diffusion)
    answer.check_diffusion(diffusion)
    return answer


def widest(answer: gate.Answer, wished: Diffusion) -> Diffusion:
    """``wished``, or as much of it as the agreements allow."""
    return min(wished, Diffusion[answer.widest.upper()])


def least_for(diffusion: Diffusion, threshold: int) -> int:
    """The smallest count above 0 that the page may show; 0: any.

    ``threshold``: that of the page's most severe agreement.
    """
    if diffusion is Diffusion.INTERNAL:
        return 0
    return max(threshold, gate.LEAST_IN_PUBLIC) if diffusion is Diffusion.PUBLIC else threshold


def check_asked(layers: Iterable[QgsMapLayer], diffusion: Diffusion) -> None:
    """Refuse, outside the team, what tells of incidents without that an agreement can be asked.

    Tables of the observatory that tell more than such a page may: monthly counts, refused rows,
    who did what, and for the public the notes. Incidents in a layer that does not read the file:
    a virtual or a copied one. Raises ``PrintError``: "table_not_for_page", "copied_incidents".
    """
    open_to = _FOR_ALL if diffusion is Diffusion.PUBLIC else (*_FOR_ALL, *_FOR_THE_NETWORK)
    for layer in layers if diffusion is not Diffusion.INTERNAL else ():
        if observatory_of(layer) is not None and _table_of(layer) not in open_to:
            raise PrintError(
                "table_not_for_page", layer=layer.name(), diffusion=diffusion.name.lower()
            )
        if has_incidents(layer) and incidents_of(layer) is None:
            raise PrintError("copied_incidents", layer=layer.name())


def _table_of(layer: QgsMapLayer) -> str:
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    return parts.get("layerName") or ""


def check_public(layers: Iterable[QgsMapLayer]) -> None:
    """Refuse what no public page may show: incidents as points, or as corners of the hulls of
    their clusters; places where they repeat.

    Raises ``PrintError``: "public_incident_points", "public_hulls", "public_repeat_places".
    """
    for layer in layers:
        if has_corners(layer):
            raise PrintError("public_hulls", layer=layer.name())
        if any(made_by(layer) == f"oltp:{name}" for name in _PLACES):
            raise PrintError("public_repeat_places", layer=layer.name())
        if has_points(layer) and (
            incidents_of(layer) is not None
            or sources_of(layer)
            or layer.fields().lookupField("occurred_from") >= 0
        ):
            raise PrintError("public_incident_points", layer=layer.name())


def shown(layer: QgsMapLayer, diffusion: Diffusion, threshold: int) -> Shown:
    """``layer``, or a copy without what may not stand on the page.

    ``threshold``: that of the page's most severe agreement. Raises ``PrintError``: see
    ``density_limit``.
    """
    least = least_for(diffusion, threshold)
    path = incidents_of(layer)
    coarse = path is not None and answer_for([layer]).finest != "address"
    if has_points(layer) and (path is not None or sources_of(layer)):
        return _points(layer, coarse, least, path) if coarse or least > 1 else Shown(layer)
    if least > 1 and isinstance(layer, QgsVectorLayer) and sources_of(layer):
        return _areas(layer, least)
    if least > 1 and isinstance(layer, QgsRasterLayer) and sources_of(layer):
        return Shown(*well_founded(layer, least))
    return Shown(layer)


def _points(layer: QgsVectorLayer, coarse: bool, least: int, path) -> Shown:
    known = layer.fields().names()
    said = [name for name in (*SAID_OF_RECORDS, "n") if name in known]
    fields = list(dict.fromkeys([*fields_drawn(layer), *said]))
    points = valid_points(layer, fields, layer.crs(), None)
    if coarse:
        points = replace(points, x=centres(points.x), y=centres(points.y))
    kept = _shared(points, least)
    points = replace(points.where(kept), total=points.total)
    copy = drawn_at(layer, points)
    if coarse:
        tell_cells(copy)
    if path is not None:
        copy.setCustomProperty(COPIED_FROM, str(path))
    return Shown(copy, int((~kept).sum()), coarse, points)


def _areas(layer: QgsVectorLayer, least: int) -> Shown:
    rows = list(layer.getFeatures())
    out = hidden_rows(rows, [name for name in layer.fields().names() if name in COUNTS], least)
    if not out.any():
        return Shown(layer)
    gone = [row.id() for row, hidden in zip(rows, out) if hidden]
    return Shown(without_rows(layer, gone), len(gone))


def hidden_rows(rows: list[QgsFeature], columns: Iterable[str], least: int) -> np.ndarray:
    """Which rows may not be shown, one of their counts being small or telling of one; boolean.

    Of territories, level by level.
    """
    from oltp_plugin.analysis.suppression import hidden_in_lines

    out = np.zeros(len(rows), dtype=bool)
    for column in columns:
        values = [row[column] for row in rows]
        counts = [0 if value == NULL else float(value) for value in values]
        out |= hidden_in_lines(counts, [level_of(row) for row in rows], least)
    return out


def without_rows(layer: QgsVectorLayer, gone: Iterable[int]) -> QgsVectorLayer:
    """A copy without the rows of these ids."""
    left_out, names = set(gone), carried(layer)
    copy = empty_copy(layer, QgsWkbTypes.displayString(layer.wkbType()), names)
    made = []
    for row in layer.getFeatures():
        if row.id() not in left_out:
            feature = QgsFeature(copy.fields())
            feature.setGeometry(row.geometry())
            feature.setAttributes([row.attribute(name) for name in names])
            made.append(feature)
    copy.dataProvider().addFeatures(made)
    copy.updateExtents()
    path = observatory_of(layer)
    if path is not None:
        copy.setCustomProperty(COPIED_FROM, str(path))
    return copy


def _shared(points: Points, least: int) -> np.ndarray:
    """Which rows stand where at least ``least`` records do; boolean, length n."""
    if least <= 1 or not len(points.x):
        return np.ones(len(points.x), dtype=bool)
    weights = np.ones(len(points.x))
    stored = points.fields.get("n", weights)  # how many records a row of a result stands for
    if stored.dtype.kind == "f":
        weights = np.nan_to_num(stored, nan=1.0)
    place = alike([points.x, points.y])
    return np.bincount(place, weights)[place] >= least
