"""A look into a file of places, territories, addresses or figures, away from the main thread."""

from __future__ import annotations

import gzip
import shutil
import zlib
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from oltp_plugin.errors import IntakeError
from oltp_plugin.intake import coordinate_systems, proposal, sampling
from oltp_plugin.intake.profile import Profile
from oltp_plugin.intake.readers import archive, detect, gdal_files, vector

_SHOWN, _TRIED = 20, 300
_LARGEST = 1 << 30  # bytes of what comes packed
_TABLES = ("xlsx", "xls", "ods")
_ANY = Profile("", "", None, {})


@dataclass(frozen=True)
class Source:
    """What the form shows of a file, and how QGIS opens it.

    ``layers``: names of all of the file's, ``layer`` the one looked at. ``geometry``: ``point``,
    ``line``, ``polygon`` or empty. ``epsg``: as the layer says; ``likely_epsg``: where its numbers
    cannot be that, what they seem to be. ``delimited``: a delimited text's address. ``sample``: a
    look into a table. ``encoding``: of a shapefile that does not say it. ``bounds``: of
    the town, in degrees.
    """

    path: Path
    name: str  # of what is read: what was packed in the file
    columns: list[str]
    rows: list[list[str]]
    layers: tuple[str, ...] = ()
    layer: str = ""
    geometry: str = ""
    epsg: int | None = None
    likely_epsg: int | None = None
    delimited: str = ""
    sample: sampling.FileSample | None = None
    encoding: str | None = None
    bounds: tuple[float, float, float, float] | None = None

    def system_of(self, x: str, y: str) -> int | None:
        """The EPSG code of what seems to be the system of two columns; None: it cannot be told."""
        if self.sample is None or x not in self.columns or y not in self.columns:
            return None
        numbers = (proposal.numbers(self.sample, column) for column in (x, y))
        guesses = coordinate_systems.guess(*numbers, self.bounds)
        fitting = [each.epsg for each in guesses if not each.swapped and each.scale == 1]
        return fitting[0] if fitting else None

    def uri(self, x: str = "", y: str = "", epsg: int | None = None) -> str:
        """How an algorithm is given it; of a text with ``x`` and ``y`` columns, as points."""
        if not self.delimited:
            layer = f"|layername={self.layer}" if self.layer else ""
            return (
                self.name + layer + (f"|option:ENCODING={self.encoding}" if self.encoding else "")
            )
        if not x or not y:
            return f"{self.delimited}&geomType=none"
        crs = f"&crs=EPSG:{epsg}" if epsg else ""
        return f"{self.delimited}&xField={quote(x)}&yField={quote(y)}{crs}"


def look(path: Path, layer: str, bounds, folder: Path) -> Source:
    """``bounds``: of the town, in degrees, to tell a wrong coordinate system.

    ``folder``: of the form's own, for what comes packed. Raises IntakeError as the readers do.
    """
    if path.suffix.lower() == ".gz":
        return replace(look(_unpacked(path, folder), layer, bounds, folder), path=path)
    kind = detect.kind(path)
    if kind == "csv":
        return replace(_text(path), bounds=bounds)
    if kind in _TABLES:
        sample = sampling.sample(path, {"sheet": layer} if layer else None)
        sheets, own = tuple(sample.layout.sheets), sample.layout.sheet or ""
        rows = sample.rows[:_SHOWN]
        return Source(
            path, str(path), sample.columns, rows, sheets, own, sample=sample, bounds=bounds
        )
    if detect.first_bytes(path).startswith(detect.ZIP):
        return replace(look(_unzipped(path, folder), layer, bounds, folder), path=path)
    return _layer(path, kind, layer, bounds)


def _unpacked(path: Path, folder: Path) -> Path:
    """The one file in a .gz, as national tables are published; not more than ``_LARGEST``."""
    target, left = folder / path.stem, _LARGEST
    try:
        with gzip.open(path) as packed, target.open("wb") as file:
            while block := packed.read(1 << 20):
                left -= len(block)
                if left < 0:
                    raise IntakeError("too_large", name=path.name, limit=_LARGEST >> 20)
                file.write(block)
    except (OSError, EOFError, zlib.error) as error:
        raise IntakeError("damaged_file", name=path.name) from error
    return target


def _unzipped(path: Path, folder: Path) -> Path:
    """The one layer in a .zip, with the files that belong to it."""
    member = detect.member(path)
    stem = member.rpartition(".")[0]
    try:
        with archive.opened(path) as packed:
            for name in packed.namelist():
                if name.rpartition(".")[0] == stem:
                    with packed.open(name) as part, (folder / Path(name).name).open("wb") as file:
                        shutil.copyfileobj(part, file)
    except archive.ERRORS as error:
        raise IntakeError("damaged_zip", name=path.name) from error
    return folder / Path(member).name


def _text(path: Path) -> Source:
    """A delimited text, by its address for QGIS's own provider."""
    sample = sampling.sample(path)
    layout = sample.layout
    delimiter = {"\t": "\\t"}.get(layout.delimiter or ";", layout.delimiter or ";")
    encoding = {"cp1252": "windows-1252", "latin-1": "ISO-8859-1", "cp850": "IBM850"}
    parts = {
        "type": "csv",
        "delimiter": delimiter,
        "encoding": encoding.get(layout.encoding or "", "UTF-8"),
        "skipLines": str((layout.header_row or 1) - 1),
        "useHeader": "yes",
        "trimFields": "yes",
        "detectTypes": "no",
        "decimalPoint": layout.decimal or ".",
        "spatialIndex": "no",
        "subsetIndex": "no",
        "watchFile": "no",
    }
    query = "&".join(f"{name}={value}" for name, value in parts.items())
    address = f"delimitedtext://file://{quote(path.resolve().as_posix())}?{query}"
    rows = sample.rows[:_SHOWN]
    return Source(path, str(path), sample.columns, rows, delimited=address, sample=sample)


def _layer(path: Path, kind: str, layer: str, bounds) -> Source:
    encoding = vector.shapefile_encoding(str(path)) if kind == "shapefile" else None
    with vector.opened(path, _ANY, kind) as opened:
        names = tuple(gdal_files.layer_names(opened))
        chosen = opened.GetLayer(names.index(layer) if layer in names else 0)
        columns = gdal_files.field_names(chosen)
        rows, x, y = _first_rows(chosen, len(columns))
        geometry, epsg = _geometry(chosen), _epsg(chosen)
        own = gdal_files.as_text(chosen.GetName())
    likely = None
    if geometry and x:
        import numpy as np

        guesses = coordinate_systems.guess(np.array(x), np.array(y), bounds)
        fitting = [each.epsg for each in guesses if not each.swapped and each.scale == 1]
        in_town = [each.epsg for each in guesses if each.why == "town" and not each.swapped]
        if fitting and epsg not in fitting and (in_town or epsg in (None, 4326)):
            likely = fitting[0]
    several = len(names) > 1
    return Source(
        path,
        str(path),
        columns,
        rows,
        names if several else (),
        own if several else "",
        geometry,
        epsg,
        likely,
        encoding=encoding,
    )


def _first_rows(layer, width: int) -> tuple[list[list[str]], list[float], list[float]]:
    rows, x, y = [], [], []
    for number, feature in enumerate(islice(layer, _TRIED)):
        if number < _SHOWN:
            cells = (feature.GetFieldAsString(i) for i in range(width))
            rows.append(list(map(gdal_files.as_text, cells)))
        shape = feature.GetGeometryRef()
        if shape is not None and not shape.IsEmpty():
            west, east, south, north = shape.GetEnvelope()
            x.append((west + east) / 2)
            y.append((south + north) / 2)
    return rows, x, y


def _geometry(layer) -> str:
    """What the layer says, or its first feature where it says nothing."""
    from osgeo import ogr

    flat = ogr.GT_Flatten(layer.GetGeomType())
    if flat == ogr.wkbUnknown:
        layer.ResetReading()
        shapes = (feature.GetGeometryRef() for feature in layer)
        shape = next((each for each in shapes if each is not None), None)
        flat = ogr.wkbNone if shape is None else ogr.GT_Flatten(shape.GetGeometryType())
    if flat in (ogr.wkbPoint, ogr.wkbMultiPoint):
        return "point"
    if flat in (ogr.wkbPolygon, ogr.wkbMultiPolygon, ogr.wkbCurvePolygon, ogr.wkbMultiSurface):
        return "polygon"
    return "" if flat == ogr.wkbNone else "line"


def _epsg(layer) -> int | None:
    reference = layer.GetSpatialRef()
    if reference is None:
        return None
    reference = reference.Clone()
    code = reference.GetAuthorityCode(None)
    if code is None and reference.AutoIdentifyEPSG() == 0:
        code = reference.GetAuthorityCode(None)
    return int(code) if code and str(code).isdigit() else None
