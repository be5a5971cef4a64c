"""What a zip says it holds is looked at before any of it is unpacked."""

from __future__ import annotations

import struct
import zipfile
import zlib
from lzma import LZMAError
from pathlib import Path, PurePosixPath

from oltp_plugin.errors import IntakeError

LARGEST = 600 << 20  # bytes unpacked: over a million rows of a spreadsheet
FREE = 20 << 20  # below this, how well it is packed does not matter
RATIO = 150  # a sheet of repeated cells reaches 40, a bomb 1000
FILES = 10_000

# What reading a zip's directory or a member of it raises where the bytes do not fit.
ERRORS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    LZMAError,
    struct.error,
    AssertionError,
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    OverflowError,
    KeyError,
)


def opened(path: Path) -> zipfile.ZipFile:
    """The zip, if what its directory declares is harmless; a member never gives more than that.

    Raises IntakeError ``damaged_zip``, ``zip_bomb``, ``zip_names``, ``password``.
    """
    try:
        archive = zipfile.ZipFile(path)
    except ERRORS as error:
        raise IntakeError("damaged_zip", name=path.name) from error
    try:
        _refuse(archive.infolist(), path.name)
    except IntakeError:
        archive.close()
        raise
    return archive


def _refuse(members: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    crowded = unpacked > FREE and unpacked > RATIO * packed
    if unpacked > LARGEST or crowded or len(members) > FILES:
        raise IntakeError("zip_bomb", name=name)
    for member in members:
        parts = member.filename.replace("\\", "/")
        if ".." in PurePosixPath(parts).parts or parts.startswith("/") or ":" in parts[:3]:
            raise IntakeError("zip_names", name=name)
    if any(member.flag_bits & 1 for member in members):
        raise IntakeError("password", name=name)
