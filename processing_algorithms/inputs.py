"""An algorithm's inputs as arrays and shapely geometries, all in the first layer's CRS."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProject,
    QgsProviderRegistry,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsWkbTypes,
)

from oltp_plugin.errors import AnalysisError, LayerError
from oltp_plugin.layers.arrays import Points, in_crs, read_points
from oltp_plugin.layers.observatory_source import observatory_of, source_with
from oltp_plugin.layers.times import moments
from oltp_plugin.local_format import decimal
from oltp_plugin.observatory import territories
from oltp_plugin.observatory.cells import centres
from oltp_plugin.observatory.counting import (
    NOT_REVEALED,
    NOT_WITHDRAWN,
    revealed_categories,
    tally,
)
from oltp_plugin.observatory.opening import check
from oltp_plugin.observatory.schema import PRECISIONS
from oltp_plugin.translation import tr

from .features import mended, read_shapes
from .gating import ask, is_whole_layer
from .recipe import LAYER_TYPES, input_layer
from .told import data_date, period_of

_WITHDRAWN = "withdrawn"


@dataclass
class Incidents:
    """The records that count, as arrays of n in ``crs``.

    ``weights``: None where each counts once. ``fields``: as ``layers.arrays.Points``.
    ``total``: records of the layer; ``unlocated``: those without a point; ``left_out``: how many
    for which reason, the unlocated included. ``observatory``: the file, if it is one's layer.
    ``told``: a line each on their period and their filter.
    """

    x: np.ndarray
    y: np.ndarray
    weights: np.ndarray | None
    fields: dict[str, np.ndarray]
    crs: QgsCoordinateReferenceSystem
    total: int
    unlocated: int
    left_out: dict[str, int]
    name: str
    data_date: str | None = None
    observatory: Path | None = None
    told: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.x)

    def keep(self, mask: np.ndarray, reason: str) -> None:
        """Leave out the records that are not in a boolean ``mask``; the log says how many."""
        out = int(np.count_nonzero(~mask))
        self.left_out[reason] = self.left_out.get(reason, 0) + out
        if not out:
            return
        self.x, self.y = self.x[mask], self.y[mask]
        self.weights = None if self.weights is None else self.weights[mask]
        self.fields = {name: values[mask] for name, values in self.fields.items()}

    def dated(self, field_name: str) -> np.ndarray:
        """The records' times (datetime64[s]) of a field that was read; those without are left out.

        Raises ``LayerError`` "not_a_time", ``AnalysisError`` "no_dated_records".
        """
        times = moments(self.fields[field_name], field_name)
        known = ~np.isnat(times)
        if not known.any():
            raise AnalysisError("no_dated_records", field=field_name)
        self.keep(known, tr("without a date"))
        return times[known]


def read_incidents(
    algorithm,
    parameters,
    name,
    context,
    feedback,
    weight=None,
    crs=None,
    fields=(),
    revealed=True,
    located=True,
    needs="cell",
) -> Incidents:
    """The points of the parameter ``name``, transformed to ``crs`` (their own by default).

    ``weight``: the name of the parameter that holds the weight field. ``revealed`` False leaves
    out what a service's own activity brought to light. ``located`` False keeps records without a
    point, with x and y NaN, and takes any layer or table. ``needs``: ``cell``, ``none`` where no
    place matters, or ``territory`` for a method that only counts by an observatory's own
    territories; where the agreements show no exact places, the first gets the centres of their
    100 m cells. Raises ``AgreementError``, and ``LayerError`` for a layer that is not of points
    or not measured in metres, unless ``located`` is False.
    """
    source = _source(algorithm, parameters, name, context)
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    readable = layer if is_whole_layer(parameters.get(name), layer) else source
    if located:
        if not source.sourceCrs().isValid():
            raise LayerError("no_crs", layer=source.sourceName())
        check_crs(crs or source.sourceCrs(), source.sourceName(), source.sourceExtent)
    chosen = algorithm.parameterAsString(parameters, weight, context) if weight else ""
    wanted = list(dict.fromkeys([*fields, *([chosen] if chosen else [])]))
    observatory = None if layer is None else observatory_of(layer)
    needs = "address" if "address" in wanted else needs
    finest = ask(algorithm, parameters, name, context, needs).finest
    coarse = finest != "address" and needs != "territory"
    reading = (wanted, None if coarse else crs, context, feedback, None, located)
    read = None
    if observatory and readable is layer:
        read = _read_observatory(layer, observatory, revealed, reading)
    if read is None:
        read = _read_any(readable, observatory, revealed, reading)
    points, left_out, several = read
    if located:
        left_out[tr("without a point")] = points.unlocated
    if coarse:
        points = in_crs(_coarse(points, finest), crs, context, feedback)
    total, unlocated = points.total, points.unlocated
    if chosen:
        points = _weighable(points, chosen, left_out)
    return Incidents(
        x=points.x,
        y=points.y,
        weights=points.fields[chosen] if chosen else None,
        fields={each: points.fields[each] for each in fields},
        crs=points.crs,
        total=total,
        unlocated=unlocated,
        left_out=left_out,
        name=source.sourceName(),
        data_date=data_date(layer, observatory),
        told=period_of(layer, observatory),
        observatory=observatory,
        notes=_notes(several and not chosen, observatory and revealed),
        warnings=_warnings(points.crs) if located or crs else [],
    )


def _read_observatory(layer, observatory: Path, revealed: bool, reading):
    """The records that count, how many do not, whether some count for several; by SQL.

    None where the layer shows more than the file holds, or SQLite cannot read its filter.
    """
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    if parts.get("layerName") != "incident" or layer.isEditable():
        return None
    counts = tally(observatory, layer.subsetString())
    if counts is None:
        return None
    conditions = [layer.subsetString().strip() or "1", NOT_WITHDRAWN]
    left_out = {tr("withdrawn by the partner"): counts.withdrawn}
    if not revealed:
        conditions.append(NOT_REVEALED)
        left_out[tr("revealed by a service's own activity")] = counts.revealed
    condition = " AND ".join(f"({each})" for each in conditions)
    narrowed = QgsVectorLayer(source_with(layer, condition), layer.name(), "ogr")
    return read_points(narrowed, *reading), left_out, counts.several


def _read_any(readable, observatory: Path | None, revealed: bool, reading):
    """The same of any layer, from its rows."""
    wanted, *others = reading
    status = observatory is not None and _has(readable, "status") and _has(readable, "category")
    beside = [
        *(["status", "category"] if status else []),
        *(["count"] if _has(readable, "count") else []),
    ]
    points = read_points(readable, list(dict.fromkeys([*wanted, *beside])), *others)
    left_out = {}
    if status:
        points = _those_that_count(points, observatory, revealed, left_out)
    count = points.fields.get("count", np.empty(0))
    return points, left_out, bool(count.dtype.kind == "f" and (count > 1).any())


def _has(layer_or_source, name: str) -> bool:
    return layer_or_source.fields().lookupField(name) >= 0


def open_source(
    algorithm, parameters, name, context, needs: str = "address"
) -> QgsProcessingFeatureSource:
    """The feature source of a parameter; one sentence where there is none.

    ``needs``: the finest place that is read, where the layer is an observatory's incidents.
    Raises ``AgreementError`` where an agreement does not allow that.
    """
    source = _source(algorithm, parameters, name, context)
    ask(algorithm, parameters, name, context, needs)
    return source


def _source(algorithm, parameters, name, context) -> QgsProcessingFeatureSource:
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    return source


def _coarse(points: Points, finest: str) -> Points:
    """Their cells' centres; nowhere, where the agreements show no finer than a territory."""
    if PRECISIONS.index(finest) > PRECISIONS.index("cell"):
        return replace(points, x=np.full_like(points.x, np.nan), y=np.full_like(points.y, np.nan))
    return replace(points, x=centres(points.x), y=centres(points.y))


def read_polygons(algorithm, parameters, name, crs, context, feedback):
    """The union of the parameter's polygons in ``crs``, as one valid shapely geometry."""
    source = open_source(algorithm, parameters, name, context)
    if QgsWkbTypes.geometryType(source.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise LayerError("not_polygons", layer=source.sourceName())
    transform = QgsCoordinateTransform(source.sourceCrs(), crs, context.transformContext())
    area = united(read_shapes(source, feedback, transform).geometries)
    if not area.area:
        raise LayerError("no_polygons", layer=source.sourceName())
    return area


def read_commune(observatory: Path, crs, context):
    """The union of the observatory's commune in ``crs``; None where it holds none."""
    import shapely

    encoded = territories.study_area(observatory)
    if not encoded:
        return None
    own_crs = QgsCoordinateReferenceSystem(f"EPSG:{check(observatory).epsg}")
    transform = QgsCoordinateTransform(own_crs, crs, context.transformContext())
    moved = []
    for each in encoded:
        geometry = QgsGeometry()
        geometry.fromWkb(each)
        geometry.transform(transform)
        moved.append(bytes(geometry.asWkb()))
    return united(shapely.from_wkb(moved))


def united(polygons):
    """One valid polygon or multipolygon out of many, flat; overlaps count once."""
    import shapely

    return shapely.union_all(mended(shapely.force_2d(polygons)))


def check_crs(crs: QgsCoordinateReferenceSystem, layer: str, extent=None) -> None:
    """Refuse what is not measured in metres, and name a system that is.

    ``extent``: a function, called only for a refusal, since it may read a whole filtered layer.
    """
    if not crs.isValid():
        raise LayerError("no_crs", layer=layer)
    if crs.isGeographic():
        raise LayerError(
            "geographic_crs", layer=layer, crs=crs.authid(), suggestion=_suggestion(crs, extent)
        )
    if crs.mapUnits() != QgsUnitTypes.DistanceUnit.DistanceMeters:
        raise LayerError("not_metres", layer=layer, crs=crs.authid(), suggestion="EPSG:2154")


def _suggestion(crs, extent) -> str:
    """Lambert-93 in metropolitan France, else the UTM zone of the layer's middle."""
    box = extent() if extent else None
    if box is None or box.isNull():
        return "EPSG:2154"
    transform = QgsCoordinateTransform(
        crs, QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance().transformContext()
    )
    middle = transform.transform(box.center())
    if -6 < middle.x() < 11 and 41 < middle.y() < 52:
        return "EPSG:2154"
    zone = min(60, int((middle.x() + 180) // 6) + 1)
    return f"EPSG:{(32600 if middle.y() >= 0 else 32700) + zone}"


def _those_that_count(points: Points, observatory: Path, revealed: bool, left_out) -> Points:
    withdrawn = points.fields["status"] == _WITHDRAWN
    left_out[tr("withdrawn by the partner")] = int(withdrawn.sum())
    points = points.where(~withdrawn)
    if not revealed:
        own = np.isin(points.fields["category"].astype(str), revealed_categories(observatory))
        left_out[tr("revealed by a service's own activity")] = int(own.sum())
        points = points.where(~own)
    return points


def _weighable(points: Points, field_name: str, left_out) -> Points:
    weights = points.fields[field_name]
    if weights.dtype.kind != "f":
        raise LayerError("weight_not_a_number", field=field_name)
    if (weights < 0).any():
        raise LayerError("negative_weight", field=field_name)
    known = np.isfinite(weights)
    if len(known) and not known.any():
        raise LayerError("no_weights", field=field_name)
    left_out[tr("without a weight")] = int((~known).sum())
    return points if known.all() else points.where(known)


def check_weight(algorithm, parameters, context, total: float, least: float = 0.0) -> None:
    """Raise AnalysisError "weighs_too_little" where the records weigh ``least`` or less in all."""
    if total <= least:
        field_name = algorithm.parameterAsString(parameters, "WEIGHT_FIELD", context)
        raise AnalysisError("weighs_too_little", field=field_name, n=decimal(total))


def _notes(several: bool, revealed) -> list[str]:
    notes = []
    if revealed:
        notes.append(tr("Includes what a service's own activity brought to light."))
    if several:
        notes.append(
            tr(
                "Some records have a “count” above 1; each record counts once unless that field is "
                "chosen as the weight."
            )
        )
    return notes


def _warnings(crs: QgsCoordinateReferenceSystem) -> list[str]:
    if crs.authid() not in ("EPSG:3857", "EPSG:900913"):
        return []
    return [
        tr(
            "{crs} is made for web maps and stretches distances (by 1.4 in the south of France): "
            "reproject the layer, for example to EPSG:2154, for true metres."
        ).format(crs=crs.authid())
    ]


def described(algorithm, parameters, context: QgsProcessingContext) -> dict[str, str]:
    """The parameters in words for the run card: layers and files by name only."""
    words = {}
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        if definition.isDestination():
            continue
        if definition.type() in LAYER_TYPES:
            layer = input_layer(algorithm, definition, parameters, context)
            value = "" if layer is None else Path(layer.name()).name
        elif definition.type() == "file":
            value = Path(algorithm.parameterAsFile(parameters, name, context)).name
        elif definition.type() == "enum":
            chosen = algorithm.parameterAsEnum(parameters, name, context)
            value = f"{chosen} ({definition.options()[chosen]})"
        else:
            value = algorithm.parameterAsString(parameters, name, context)
        if value:
            words[name] = value
    return words
