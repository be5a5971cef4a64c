"""What kind of file it is: by its first bytes, then by its name."""

from __future__ import annotations

import re
from pathlib import Path

from oltp_plugin.errors import IntakeError

from . import archive

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MAGIC = (
    (b"SQLite format 3\x00", "gpkg"),
    (b"\x00\x00\x27\x0a", "shapefile"),
    (b"fgb\x03", "fgb"),
)
_NAMES = {".dbf": "shapefile", ".shp": "shapefile", ".mif": "mapinfo", ".tab": "mapinfo"}
_MEMBERS = {".shp": "shapefile", ".kml": "kml", ".geojson": "geojson", ".gpkg": "gpkg"}
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def kind(path: Path) -> str:
    """One of ``profile.TYPES``; what cannot be told from its bytes is a delimited text.

    Raises IntakeError ``missing_source``, ``empty_file``, ``web_page``, ``password``,
    ``binary_workbook``, ``unknown_type``, and those of ``archive.opened``.
    """
    head = first_bytes(path)
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return found
    if head.startswith(ZIP):
        return _zipped(path)
    if head.startswith(OLE):
        return _ole(path)
    return _NAMES.get(path.suffix.lower()) or _written(head, path)


def first_bytes(path: Path) -> bytes:
    """Raises IntakeError ``missing_source``."""
    try:
        with path.open("rb") as file:
            return file.read(1 << 16)
    except (OSError, ValueError) as error:
        raise IntakeError("missing_source", name=path.name) from error


def member(path: Path) -> str:
    """The one layer file in a zip of layers; raises IntakeError ``unknown_type``."""
    with archive.opened(path) as file:
        names = [n for n in file.namelist() if Path(n).suffix.lower() in _MEMBERS]
    if len(names) != 1:
        raise IntakeError("unknown_type", name=path.name)
    return names[0]


def _zipped(path: Path) -> str:
    with archive.opened(path) as file:
        names = set(file.namelist())
        if "xl/workbook.bin" in names:
            raise IntakeError("binary_workbook", name=path.name)
        if "xl/workbook.xml" in names:
            return "xlsx"
        try:
            if "mimetype" in names and file.read("mimetype").startswith(_ODS):
                if b"encryption-data" in file.read("META-INF/manifest.xml"):
                    raise IntakeError("password", name=path.name)
                return "ods"
        except archive.ERRORS as error:
            raise IntakeError("damaged_zip", name=path.name) from error
    return _MEMBERS[Path(member(path)).suffix.lower()]


def _ole(path: Path) -> str:
    """An old workbook, or the box that a password-protected one is kept in."""
    with path.open("rb") as file:
        start = file.read(1 << 20)
    if "EncryptedPackage".encode("utf-16-le") in start:
        raise IntakeError("password", name=path.name)
    return "xls"


def _written(head: bytes, path: Path) -> str:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith(b"{"):
        return "geojson"
    if text.startswith(b"<"):
        if re.search(rb"<(\w+:)?kml[\s>]", text):
            return "kml"
        if re.search(rb"<(html|!doctype html|table|meta|body|(\w+:)?workbook)[\s>]", text):
            raise IntakeError("web_page", name=path.name)
        raise IntakeError("unknown_type", name=path.name)
    return "csv"
