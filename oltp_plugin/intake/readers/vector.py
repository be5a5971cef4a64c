"""A layer's features as a table, their points among them, through GDAL."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

from oltp_plugin.errors import IntakeError
from oltp_plugin.intake.profile import DEFAULT_EPSG, Profile
from oltp_plugin.intake.table import Table, stripped

from . import detect, encoding, gdal_files
from . import header as headers
from .moments import as_profiled

DRIVERS = {
    "geojson": ["GeoJSON"],
    "shapefile": ["ESRI Shapefile"],
    "gpkg": ["GPKG"],
    "kml": ["LIBKML", "KML"],
    "mapinfo": ["MapInfo File"],
    "fgb": ["FlatGeobuf"],
}
LARGEST = 1 << 30  # bytes
FEATURES = 5_000_000


def read(path: Path, profile: Profile, kind: str) -> Table:
    """The features of a layer: the profile's ``sheet``, or the first that has all its columns.

    Raises IntakeError ``too_large``, ``too_many_rows``, ``no_driver``, ``damaged_file``,
    ``no_sheet``, ``missing_column``, ``no_rows``, ``no_geometry``, ``not_a_point``,
    ``layer_without_crs``, ``crs_not_said``, and those of ``detect.member``.
    """
    if path.stat().st_size > LARGEST:
        raise IntakeError("too_large", name=path.name, limit=LARGEST >> 20)
    with opened(path, profile, kind) as dataset:
        layer, header = _layer(dataset, profile, path.name)
        located = "x" not in profile.fields
        cells, x, y, shapes = _features(layer, header, located, path.name)
        epsg = epsg_of(layer, profile, path.name, bool(np.isfinite(x).any()))
    texts = stripped(cells)
    if profile.geometry and located:
        if not shapes and not np.isfinite(x).any():
            raise IntakeError("no_geometry", name=path.name)
        if shapes:
            raise IntakeError("not_a_point", name=path.name)
    if epsg == 4326 and profile.epsg is None:
        _within_degrees(x, y, path.name)
    facts = headers.facts(texts, profile, header)
    texts = as_profiled(texts[facts].reset_index(drop=True), profile)
    return Table(
        texts,
        np.flatnonzero(facts) + 1,
        np.zeros(len(texts), dtype=bool),
        profile.decimal or ",",
        epsg,
        x[facts] if located else None,
        y[facts] if located else None,
    )


@contextmanager
def opened(path: Path, profile: Profile, kind: str):
    source, options = str(path.resolve()), {}
    if detect.first_bytes(path).startswith(detect.ZIP):
        source = f"/vsizip/{{{source}}}/{detect.member(path)}"
    if kind == "shapefile":
        encoded = profile.encoding or shapefile_encoding(source)
        options = {"ENCODING": encoded} if encoded else {}
    if kind == "geojson":
        options = {"DATE_AS_STRING": "YES"}  # as written; GDAL would convert some
    with gdal_files.opened(source, DRIVERS[kind], path.name, options) as dataset:
        yield dataset


def shapefile_encoding(source: str) -> str | None:
    """What GDAL is to be told of a shapefile's texts, ``source`` as GDAL names it; None: nothing.

    Without a .cpg, they are in UTF-8 if they fit it, else as the .dbf says, else as French. A .cpg
    that says UTF-8 of what is none is not believed.
    """
    said = b"".join(_blocks(source, ".cpg")).strip().upper().replace(b"-", b"")
    if said not in (b"", b"UTF8", b"65001"):
        return None
    blocks = _blocks(source, ".dbf")
    head = next(blocks, b"")
    if len(head) < 32:
        return None
    (start,) = struct.unpack("<H", head[8:10])
    found, _ = encoding.of_bytes(chain([head[start:]], blocks))
    if found == "utf-8" and said:
        return None
    if found == "utf-8" or head[29] == 0 or said:
        return found.upper().replace("LATIN-1", "ISO-8859-1")
    return None


def _blocks(source: str, suffix: str) -> Iterator[bytes]:
    """The bytes of a shapefile's part; none where there is no such part."""
    name = _beside(source, suffix)
    file = gdal.VSIFOpenL(name, "rb") if name else None
    if file is None:
        return
    try:
        while block := bytes(gdal.VSIFReadL(1, encoding.BLOCK, file) or b""):
            yield block
    finally:
        gdal.VSIFCloseL(file)


def _beside(source: str, suffix: str) -> str | None:
    """The file of a shapefile with this suffix, in a zip too; None where there is none."""
    stem = source.rpartition(".")[0]
    named = (stem + suffix, stem + suffix.upper())
    return next((name for name in named if gdal.VSIStatL(name) is not None), None)


def _layer(dataset, profile: Profile, name: str):
    """The layer and where the mapped columns stand in it."""
    failure: IntakeError | None = None
    names = gdal_files.layer_names(dataset)
    for position, own in enumerate(names):
        if profile.sheet and own.casefold() != profile.sheet.strip().casefold():
            continue
        layer = dataset.GetLayer(position)
        fields = gdal_files.field_names(layer)
        try:
            return layer, headers.find([(0, fields)], profile.columns(), None, name)
        except IntakeError as error:
            failure = failure or error
    if failure is None:
        raise IntakeError("no_sheet", name=name, sheet=profile.sheet, found=", ".join(names[:12]))
    raise failure


def _features(layer, header: headers.Header, located: bool, name: str):
    """Texts by column, x, y (NaN: no point), and whether a geometry is no point."""
    cells: dict[str, list[str]] = {column: [] for column in header.positions}
    wanted = [(cells[column], place) for column, place in header.positions.items()]
    x: list[float] = []
    y: list[float] = []
    shapes = False
    for count, feature in enumerate(gdal_files.features(layer, name), start=1):
        if count > FEATURES:
            raise IntakeError("too_many_rows", name=name, limit=FEATURES // 1_000_000)
        for values, place in wanted:
            values.append(gdal_files.as_text(feature.GetFieldAsString(place)))
        point = point_of(feature.GetGeometryRef()) if located else None
        if point is None:
            shapes = shapes or (located and feature.GetGeometryRef() is not None)
            point = (np.nan, np.nan)
        x.append(point[0])
        y.append(point[1])
    if not x:
        raise IntakeError("no_rows", name=name)
    return cells, np.array(x), np.array(y), shapes


def point_of(geometry) -> tuple[float, float] | None:
    """x and y of a point, alone or the only one of several; NaN of an empty one."""
    if geometry is None:
        return None
    kind = ogr.GT_Flatten(geometry.GetGeometryType())
    if kind == ogr.wkbMultiPoint and geometry.GetGeometryCount() == 1:
        geometry, kind = geometry.GetGeometryRef(0), ogr.wkbPoint
    if kind != ogr.wkbPoint:
        return None
    return (np.nan, np.nan) if geometry.IsEmpty() else (geometry.GetX(), geometry.GetY())


def epsg_of(layer, profile: Profile, name: str, needed: bool) -> int:
    """The profile's coordinate system, else the layer's."""
    if profile.epsg is not None or not needed:
        return profile.epsg or DEFAULT_EPSG
    reference = layer.GetSpatialRef()
    if reference is None:
        raise IntakeError("layer_without_crs", name=name)
    if reference.GetAuthorityName(None) not in ("EPSG", "OGC"):
        reference = _identified(reference)
    code = reference.GetAuthorityCode(None) if reference else None
    if code in ("CRS84", "CRS84h"):
        return 4326
    if code is None or not code.isdecimal():
        raise IntakeError("layer_without_crs", name=name)
    return int(code)


def _identified(reference: osr.SpatialReference) -> osr.SpatialReference | None:
    """The EPSG system that a description without a code is surely the same as."""
    matches = reference.FindMatches()
    return matches[0][0] if matches and matches[0][1] >= 90 else None


def _within_degrees(x: np.ndarray, y: np.ndarray, name: str) -> None:
    if (np.abs(x) > 180).any() or (np.abs(y) > 90).any():
        raise IntakeError("crs_not_said", name=name)
