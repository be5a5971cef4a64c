"""A first look into a partner's file: how it is written, its columns, its first rows."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

import numpy as np
import pandas as pd

from oltp_plugin.errors import IntakeError

from . import profile, reading, sampling_layers, sampling_sheets
from .layout import Grid, Layout
from .readers import detect
from .readers import encoding as encodings
from .readers import header as headers

SAMPLED = 2000
SHOWN = 50
_COLUMNS = 16_384  # as many as a spreadsheet has
_HEAD = 1 << 22  # bytes: 2,000 rows of a wide table
_DELIMITERS = ";,\t|"
_NUMBER_WITH = {
    ",": re.compile(r"-?\d{1,3}(?:[ .\u00a0\u202f]?\d{3})*,\d+"),
    ".": re.compile(r"-?\d{1,3}(?:[ ,\u00a0\u202f]?\d{3})*\.\d+"),
}


@dataclass(frozen=True)
class FileSample:
    """A file's layout, its columns, the rows to show, and the rows to guess from.

    ``rows``: the first 50 as they will be read, ``lines`` their numbers as a spreadsheet shows
    them. ``texts``: up to 2,000 rows of stripped texts.
    ``complete``: whether these are all rows of the file.
    ``points``: x and y of the first features of a layer of points (NaN: none).
    """

    path: Path
    layout: Layout
    columns: list[str]
    rows: list[list[str]]
    lines: list[int]
    texts: pd.DataFrame
    complete: bool
    points: tuple[np.ndarray, np.ndarray] | None = None
    _read: dict[str, pd.Series] = field(default_factory=dict, repr=False, compare=False)

    def whole(self, columns: Sequence[str]) -> pd.DataFrame:
        """All rows of some columns, as an import reads them; what was read once is kept."""
        if self.complete:
            return self.texts[list(columns)]
        missing = [column for column in dict.fromkeys(columns) if column not in self._read]
        if missing:
            table = reading.read_table(self.path, _reading_profile(self.layout, missing))
            self._read.update({column: table.texts[column] for column in missing})
        return pd.DataFrame({column: self._read[column] for column in columns})


def sample(path: Path, overrides: dict | None = None, rows: int = SAMPLED) -> FileSample:
    """A look into the file; ``overrides`` as under ``format`` in a profile win over detection.

    Raises IntakeError as ``reading.read_table`` does.
    """
    path = Path(path)
    given = {key: value for key, value in (overrides or {}).items() if value not in (None, "")}
    kind = given.get("type") or detect.kind(path)
    layout = Layout(kind, chosen=tuple(sorted(given)))
    wanted = rows + (given.get("header_row") or headers.SEARCHED)
    if kind in ("xlsx", "xls", "ods"):
        grid, layout = sampling_sheets.grid(path, layout, given.get("sheet"), wanted)
    elif kind == "csv":
        grid, layout = _text_grid(path, layout, given, wanted)
    else:
        grid, layout, points = sampling_layers.grid(path, layout, given, wanted)
        given["header_row"] = 0
        return replace(_sampled(path, grid, layout, given, rows), points=points)
    return _sampled(path, grid, layout, given, rows)


def _sampled(path: Path, grid: Grid, layout: Layout, given: dict, rows: int) -> FileSample:
    line = given["header_row"] if "header_row" in given else _header_row(grid)
    heading = next((cells for number, cells in grid if number == line), [])
    names = headers.named(heading)
    positions = [i for i, name in enumerate(names) if name]
    columns = [names[i] for i in positions]
    if not columns:
        raise IntakeError("no_rows", name=path.name)
    if len(columns) > _COLUMNS:
        raise IntakeError("unreadable_table", name=path.name)
    below = [
        (number, [_cell(cells, i) for i in positions]) for number, cells in grid if number > line
    ]
    complete = len(grid) < rows
    filled = [(number, row) for number, row in below if any(row)][:rows]
    lines, body = [number for number, _ in filled[:SHOWN]], [row for _, row in filled]
    texts = pd.DataFrame(body, columns=columns, dtype=object)
    decimal = given.get("decimal") or _decimal(texts, layout.delimiter)
    layout = replace(layout, header_row=line or None, decimal=decimal)
    return FileSample(path, layout, columns, body[:SHOWN], lines, texts, complete)


def _text_grid(path: Path, layout: Layout, given: dict, rows: int) -> tuple[Grid, Layout]:
    """The first cells of a delimited text, by lines as the readers count them."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise IntakeError("missing_source", name=path.name) from error
    if not head.strip():
        raise IntakeError("empty_file", name=path.name)
    encoding = given.get("encoding") or encodings.detect(path)[0]
    if b"\x00" in head and "16" not in encoding:
        raise IntakeError("not_text", name=path.name)
    try:
        text = head.decode(encoding, errors="replace").lstrip("\ufeff")
    except (LookupError, ValueError) as error:
        raise IntakeError("wrong_encoding", name=path.name, encoding=encoding) from error
    delimiter = given.get("delimiter") or _delimiter(text)
    cells = _cells(text, delimiter, rows)
    if len(head) == _HEAD and len(cells) < rows:
        cells.pop()  # cut in the middle
    return list(enumerate(cells, start=1)), replace(layout, encoding=encoding, delimiter=delimiter)


def _cells(text: str, delimiter: str, rows: int) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    grid: list[list[str]] = []
    with suppress(csv.Error):  # a cell that never ends: what stands before it is shown
        grid.extend(islice(reader, rows))
    return grid


def _delimiter(text: str) -> str:
    """The sign that cuts most of the first rows into the same number of cells, two or more."""

    def regularity(sign: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in _cells(text[: 1 << 16], sign, 200) if any(row))
        width, often = max(
            widths.items(), key=lambda each: (each[0] > 1, each[1] * each[0]), default=(1, 0)
        )
        return (often * (width - 1), width)

    return max(_DELIMITERS, key=regularity)


def _header_row(grid: Grid) -> int:
    """The line of the first row that is nearly as full as the table's; titles are narrower."""
    filled = [
        (number, sum(1 for cell in cells if cell.strip()))
        for number, cells in grid[: headers.SEARCHED]
    ]
    widths = sorted(width for _, width in filled if width)
    if not widths:
        return 1
    needed = max(1, 0.75 * widths[len(widths) // 2])
    return next(number for number, width in filled if width >= needed)


def _decimal(texts: pd.DataFrame, delimiter: str | None) -> str:
    """The mark in most of the numbers that have one."""
    found = dict.fromkeys(_NUMBER_WITH, 0)
    for column in texts:
        cells = texts[column].tolist()[:200]
        for mark, pattern in _NUMBER_WITH.items():
            found[mark] += sum(1 for cell in cells if pattern.fullmatch(cell))
    if found[","] == found["."]:
        return "." if delimiter == "," else ","
    return max(found, key=lambda mark: found[mark])


def _reading_profile(layout: Layout, columns: list[str]) -> profile.Profile:
    """A profile that reads just these columns, as the layout says."""
    return profile.Profile(
        name="",
        partner="",
        epsg=layout.epsg,
        fields={"category": profile.Mapping(tuple(columns))},
        type=layout.type,
        encoding=layout.encoding,
        delimiter=layout.delimiter,
        decimal=layout.decimal,
        sheet=layout.sheet,
        header_row=layout.header_row,
    )


def _cell(row: list[str], i: int) -> str:
    return row[i].strip() if i < len(row) else ""
