"""The one door for a partner's file, whatever its kind; what is in it is not trusted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from oltp_plugin.errors import IntakeError

from .profile import Profile
from .readers import detect
from .table import Table

_BOXES = (detect.ZIP, detect.OLE)


def read_table(
    path: Path, profile: Profile, tick: Callable[[float], None] = lambda fraction: None
) -> Table:
    """Read the file as its profile says; what the profile leaves out is detected.

    ``tick`` is told the fraction done of a delimited text, and may raise to stop. Raises
    IntakeError and nothing else, whatever the file holds: see ``readers``;
    ``disguised_spreadsheet`` and ``wrong_type`` where it is not of the profile's type.
    """
    kind = _kind(path, profile)
    if kind == "csv":
        from .readers import text

        table = text.read(path, profile, tick)
    elif kind in ("xlsx", "xls", "ods"):
        from .readers import spreadsheet

        table = spreadsheet.read(path, profile, kind)
    else:
        from .readers import vector

        table = vector.read(path, profile, kind)
    if profile.geometry and table.x is None and "x" not in profile.fields:
        raise IntakeError("no_geometry", name=path.name)
    if not len(table.texts):
        raise IntakeError("no_rows", name=path.name)
    return table


def sha256(path: Path) -> str:
    """The file's SHA-256, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _kind(path: Path, profile: Profile) -> str:
    """The profile's type; a delimited text is whatever can be read as one."""
    head = detect.first_bytes(path)
    if not head.strip():
        raise IntakeError("empty_file", name=path.name)
    if profile.type == "csv":
        if head.startswith(_BOXES):
            raise IntakeError("disguised_spreadsheet", name=path.name)
        return "csv"
    kind = detect.kind(path)
    if profile.type is not None and kind != profile.type:
        raise IntakeError("wrong_type", name=path.name, type=profile.type, found=kind)
    return kind
