"""A look into a file of places, territories, addresses or figures, away from the main thread."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from oltp_plugin.errors import IntakeError
from oltp_plugin.intake import coordinate_systems, sampling
from oltp_plugin.intake.readers import detect

_SHOWN, _TRIED = 20, 300
_LARGEST = 1 << 30  # bytes of what comes packed
_TABLES = ("xlsx", "xls", "ods")


@dataclass(frozen=True)
class Source:
    """What the form shows of a file, and how QGIS opens it.

    ``layers``: names of all of the file's, ``layer`` the one looked at. ``geometry``: ``point``,
    ``line``, ``polygon`` or empty. ``epsg``: as the layer says; ``likely_epsg``: where its numbers
    cannot be that, what they seem to be. ``delimited``: parts of a delimited text's address.
    """

    path: Path
    name: str  # of what is read: a packed file's contents, a zip's layer
    columns: list[str]
    rows: list[list[str]]
    layers: tuple[str, ...] = ()
    layer: str = ""
    geometry: str = ""
    epsg: int | None = None
    likely_epsg: int | None = None
    delimited: str = ""

    def uri(self, x: str = "", y: str = "", epsg: int | None = None) -> str:
        """How an algorithm is given it; of a text with ``x`` and ``y`` columns, as points."""
        if not self.delimited:
            return self.name + (f"|layername={self.layer}" if self.layer else "")
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
    if path.suffix.lower() != ".zip":
        kind = detect.kind(path)
        if kind == "csv":
            return _text(path)
        if kind in _TABLES:
            sample = sampling.sample(path, {"sheet": layer} if layer else None)
            sheets, own = tuple(sample.layout.sheets), sample.layout.sheet or ""
            return Source(path, str(path), sample.columns, sample.rows[:_SHOWN], sheets, own)
    return _layer(path, layer, bounds)


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
    return Source(path, str(path), sample.columns, sample.rows[:_SHOWN], delimited=address)


def _layer(path: Path, layer: str, bounds) -> Source:
    from osgeo import ogr

    name = f"/vsizip/{path}" if path.suffix.lower() == ".zip" else str(path)
    try:
        opened = ogr.Open(name)
    except RuntimeError:  # as the process has it: None or an exception
        opened = None
    if opened is None or not opened.GetLayerCount():
        raise IntakeError("unknown_type", name=path.name)
    names = tuple(opened.GetLayer(i).GetName() for i in range(opened.GetLayerCount()))
    chosen = opened.GetLayerByName(layer) if layer in names else opened.GetLayer(0)
    columns = [field.GetName() for field in chosen.schema]
    rows, x, y = _first_rows(chosen, len(columns))
    kind, epsg = _geometry(chosen), _epsg(chosen)
    likely = None
    if kind and x:
        import numpy as np

        guesses = coordinate_systems.guess(np.array(x), np.array(y), bounds)
        fitting = [each.epsg for each in guesses if not each.swapped and each.scale == 1]
        in_town = [each.epsg for each in guesses if each.why == "town" and not each.swapped]
        if fitting and epsg not in fitting and (in_town or epsg in (None, 4326)):
            likely = fitting[0]
    several = names if len(names) > 1 else ()
    return Source(
        path,
        name,
        columns,
        rows,
        several,
        chosen.GetName() if several else "",
        kind,
        epsg,
        likely,
    )


def _first_rows(layer, width: int) -> tuple[list[list[str]], list[float], list[float]]:
    rows, x, y = [], [], []
    for number, feature in enumerate(layer):
        if number >= _TRIED:
            break
        if number < _SHOWN:
            rows.append([feature.GetFieldAsString(i) for i in range(width)])
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
