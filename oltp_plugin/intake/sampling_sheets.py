"""The first rows of a spreadsheet, of the sheet that holds the table."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path

from oltp_plugin.errors import IntakeError

from .layout import Grid, Layout
from .readers import archive, elements, spreadsheet


def grid(path: Path, layout: Layout, sheet: str | None, rows: int) -> tuple[Grid, Layout]:
    """Line and cells of the first ``rows`` rows of a sheet: the one named, else the fullest.

    Raises IntakeError as ``spreadsheet.read`` does.
    """
    try:
        sheets = {
            name: [(line, _listed(cells)) for line, cells in islice(found, rows)]
            for name, found in spreadsheet.sheets_of(path, layout.type)
        }
    except elements.Refused as error:
        raise IntakeError("spreadsheet_too_large", name=path.name) from error
    except (*archive.ERRORS, *elements.ERRORS, IndexError, TypeError) as error:
        raise IntakeError("damaged_spreadsheet", name=path.name) from error
    names = tuple(sheets)
    chosen = sheet or max(names, key=lambda name: _filled(sheets[name]), default="")
    found = next((name for name in names if name.strip().casefold() == chosen.casefold()), None)
    if found is None:
        raise IntakeError("no_sheet", name=path.name, sheet=chosen, found=", ".join(names[:12]))
    return sheets[found], replace(layout, sheet=found, sheets=names)


def _filled(rows: Grid) -> int:
    return sum(1 for _, cells in rows for cell in cells if cell)


def _listed(cells: dict[int, str]) -> list[str]:
    return [cells.get(place, "") for place in range(max(cells, default=-1) + 1)]
