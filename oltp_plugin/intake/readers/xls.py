"""Cells of an old Excel workbook (.xls), through GDAL and its FreeXL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from osgeo import ogr

from . import gdal_files
from .xlsx import Row, number

_SETTINGS = {"OGR_XLS_HEADERS": "DISABLE", "OGR_XLS_FIELD_TYPES": "STRING"}
_LARGEST_DIGITS = 15


def sheets(path: Path) -> Iterator[tuple[str, Iterator[Row]]]:
    """Each sheet's name and rows; raises IntakeError ``no_driver``, ``damaged_file``."""
    with gdal_files.opened(str(path), ["XLS"], path.name, settings=_SETTINGS) as dataset:
        for position in range(dataset.GetLayerCount()):
            layer = dataset.GetLayer(position)
            yield gdal_files.as_text(layer.GetName()), _rows(layer, path.name)


def _rows(layer: ogr.Layer, name: str) -> Iterator[Row]:
    columns = range(layer.GetLayerDefn().GetFieldCount())
    for feature in gdal_files.features(layer, name):
        cells = ((place, feature.GetFieldAsString(place)) for place in columns)
        texts = ((place, gdal_files.as_text(text)) for place, text in cells)
        yield feature.GetFID(), {place: _plain(text) for place, text in texts if text}


def _plain(text: str) -> str:
    """A number with more digits than a spreadsheet shows loses them."""
    if len(text) <= _LARGEST_DIGITS or not text.replace(".", "", 1).isdecimal():
        return text
    return number(text)
