"""A spreadsheet's sheet as a table: its header found, only the mapped columns kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np

from oltp_plugin.errors import IntakeError
from oltp_plugin.intake.profile import DEFAULT_EPSG, Profile
from oltp_plugin.intake.table import Table, stripped

from . import archive, elements, ods, xls
from . import header as headers
from .moments import as_profiled
from .xlsx import Row, Workbook

_LAST_FIRST_ROW = 10_000


def read(path: Path, profile: Profile, kind: str) -> Table:
    """The rows of a sheet: the profile's, or the first that holds all its columns.

    Raises IntakeError ``no_sheet``, ``missing_column``, ``no_rows``, ``damaged_spreadsheet``,
    ``spreadsheet_too_large``, ``no_driver``, and those of ``archive.opened``.
    """
    try:
        return _table(sheets_of(path, kind), profile, path.name, _serials(path, kind))
    except elements.Refused as error:
        raise IntakeError("spreadsheet_too_large", name=path.name) from error
    except (*archive.ERRORS, *elements.ERRORS, IndexError, TypeError) as error:
        raise IntakeError("damaged_spreadsheet", name=path.name) from error


def _serials(path: Path, kind: str) -> bool:
    """Whether a number without a date's format can be a day: not where days count from 1904."""
    if kind != "xlsx":
        return True
    with closing(archive.opened(path)) as file:
        return not Workbook(file).from_1904


Sheets = Iterator[tuple[str, Iterator[Row]]]


def sheets_of(path: Path, kind: str) -> Sheets:
    """Each sheet's name and rows, to be read in this order."""
    if kind == "xls":
        yield from xls.sheets(path)
        return
    with closing(archive.opened(path)) as file:
        if kind == "xlsx":
            book = Workbook(file)
            for sheet in book.sheets:
                yield sheet.name, book.rows(sheet)
        else:
            yield from _by_sheet(ods.rows(file))


def first_lines(path: Path, kind: str, n: int) -> list[list[str]]:
    """The cells of the first ``n`` lines of the first sheet; raises IntakeError as ``read``."""
    try:
        for _, rows in sheets_of(path, kind):
            return [_listed(cells) for line, cells in rows if line <= n]
    except elements.Refused as error:
        raise IntakeError("spreadsheet_too_large", name=path.name) from error
    except (*archive.ERRORS, *elements.ERRORS, IndexError, TypeError) as error:
        raise IntakeError("damaged_spreadsheet", name=path.name) from error
    return []


def _by_sheet(entries: Iterator[tuple[str, Row | None]]) -> Sheets:
    """Runs of one sheet; a run that is left early is skipped to its end."""
    entry = next(entries, None)
    while entry is not None:
        following: list[tuple[str, Row | None] | None] = [None]

        def run(following: list = following) -> Iterator[Row]:
            for name, row in entries:
                if row is None:
                    following[0] = (name, None)
                    return
                yield row

        rows = run()
        yield entry[0], rows
        for _ in rows:
            pass
        entry = following[0]


def _table(sheets: Sheets, profile: Profile, name: str, serials: bool) -> Table:
    failure: IntakeError | None = None
    names: list[str] = []
    for sheet, rows in sheets:
        names.append(sheet)
        if profile.sheet and sheet.strip().casefold() != profile.sheet.strip().casefold():
            continue
        try:
            return _filled(rows, profile, name, serials)
        except IntakeError as error:
            failure = _worse(failure, error)
    if failure is None and profile.sheet:
        raise IntakeError("no_sheet", name=name, sheet=profile.sheet, found=", ".join(names[:12]))
    raise failure or IntakeError("no_rows", name=name)


def _worse(first: IntakeError | None, then: IntakeError) -> IntakeError:
    """What to say of several sheets: of the first that has anything in it."""
    return then if first is None or first.code == "no_rows" else first


def _filled(rows: Iterator[Row], profile: Profile, name: str, serials: bool) -> Table:
    first: list[Row] = []
    for row in rows:
        if row[0] > (profile.header_row or _LAST_FIRST_ROW):
            first.append(row)
            break
        first.append(row)
        if profile.header_row is None and len(first) >= headers.SEARCHED:
            break
    header = headers.find(
        ((line, _listed(cells)) for line, cells in first),
        profile.columns(),
        profile.header_row,
        name,
    )
    lines: list[int] = []
    kept: dict[str, list[str]] = {column: [] for column in header.positions}
    wanted = [(kept[column], place) for column, place in header.positions.items()]
    for part in (first, rows):
        for line, cells in part:
            if line > header.line:
                lines.append(line)
                for values, place in wanted:
                    values.append(cells.get(place, ""))
    texts = stripped(kept)
    if not lines:
        raise IntakeError("no_rows", name=name)
    facts = headers.facts(texts, profile, header)
    texts = as_profiled(texts[facts].reset_index(drop=True), profile, serials)
    return Table(
        texts,
        np.array(lines)[facts],
        np.zeros(int(facts.sum()), dtype=bool),
        profile.decimal or ",",
        profile.epsg or DEFAULT_EPSG,
    )


def _listed(cells: dict[int, str]) -> list[str]:
    return [cells.get(place, "") for place in range(max(cells, default=-1) + 1)]
