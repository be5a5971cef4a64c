"""How a partner's file is written."""

from __future__ import annotations

from dataclasses import dataclass

Grid = list[tuple[int, list[str]]]  # line (a spreadsheet's, from 1), cells


@dataclass(frozen=True)
class Layout:
    """How the file is written, as detected or as the user corrected it.

    ``sheet``: the one that is read, of ``sheets`` (a spreadsheet's, or a file's layers);
    ``header_row`` counts lines from 1. ``chosen``: the settings that the user corrected.
    ``geometry``: each row has its point; ``epsg`` is then its CRS.
    """

    type: str
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    header_row: int | None = None
    geometry: bool = False
    epsg: int | None = None
    chosen: tuple[str, ...] = ()
