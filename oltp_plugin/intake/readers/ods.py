"""Cells of an OpenDocument spreadsheet (ISO/IEC 26300, OpenDocument 1.2), row by row.

GDAL's driver is not used: it refuses the empty rows that LibreOffice writes down to the last
one, and leaves out cells of no declared type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO
from zipfile import ZipFile

from .elements import Elements, Refused, attribute
from .xlsx import CELLS, LAST_COLUMN, LAST_ROW, Row, number

_CLOCK = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_CELLS = ("table-cell", "covered-table-cell")
# What stands in a cell and is not its value.
_ASIDE = ("annotation", "shapes", "forms", "object", "frame")


def rows(archive: ZipFile) -> Iterator[tuple[str, Row | None]]:
    """Sheet by sheet its name with None, then with each row that has a cell (see ``xlsx``)."""
    with archive.open("content.xml") as file:
        yield from _Cells().rows(file)


class _Cells:
    """The sheets of one document, while it is being read."""

    def __init__(self) -> None:
        self._ready: list[tuple[str, Row | None]] = []
        self._sheet = ""
        self._tables = self._aside = self._count = 0
        self._line = self._column = 0
        self._repeated_row = self._repeated_cell = 1
        self._cells: dict[int, str] = {}
        self._in_cell = False
        self._value: str | None = None
        self._paragraphs: list[list[str]] = []

    def rows(self, file: IO[bytes]) -> Iterator[tuple[str, Row | None]]:
        for _ in Elements(self._start, self._end, self._text).blocks(file):
            yield from self._ready
            self._ready.clear()

    def _start(self, name: str, values: dict[str, str]) -> None:
        if name in _ASIDE:
            self._aside += 1
        elif name == "table":
            self._tables += 1
            if self._tables == 1 and not self._aside:
                self._sheet, self._line = attribute(values, "name") or "", 0
                self._ready.append((self._sheet, None))
        elif self._aside or self._tables != 1:
            return
        elif name == "table-row":
            self._repeated_row = int(attribute(values, "number-rows-repeated") or 1)
            self._column, self._cells = 0, {}
        elif name in _CELLS:
            self._in_cell = True
            self._repeated_cell = int(attribute(values, "number-columns-repeated") or 1)
            self._value = _value(values) if name == "table-cell" else ""
            self._paragraphs = []
        elif self._in_cell:
            self._spaces(name, values)

    def _spaces(self, name: str, values: dict[str, str]) -> None:
        if name == "p":
            self._paragraphs.append([])
        elif self._paragraphs and name in ("s", "tab", "line-break"):
            count = min(int(attribute(values, "c") or 1), 100) if name == "s" else 1
            self._paragraphs[-1].append(" " * count)

    def _text(self, data: str) -> None:
        if self._in_cell and not self._aside and self._paragraphs:
            self._paragraphs[-1].append(data)

    def _end(self, name: str) -> None:
        if name in _ASIDE:
            self._aside -= 1
        elif name == "table":
            self._tables -= 1
        elif self._aside or self._tables != 1:
            return
        elif name in _CELLS:
            self._end_cell()
        elif name == "table-row":
            self._end_row()

    def _end_cell(self) -> None:
        self._in_cell = False
        value = self._value
        if value is None:
            value = "\n".join("".join(pieces) for pieces in self._paragraphs)
        if value:
            self._spend(self._repeated_cell)
            for column in range(self._column, min(self._column + self._repeated_cell, LAST_COLUMN)):
                self._cells[column] = value
        self._column += self._repeated_cell

    def _end_row(self) -> None:
        repeated = self._repeated_row
        if self._cells:
            if self._line + repeated > LAST_ROW:
                raise Refused("rows")
            self._spend(repeated * len(self._cells))
            self._ready.extend(
                (self._sheet, (self._line + i, self._cells)) for i in range(1, repeated + 1)
            )
        self._line += repeated

    def _spend(self, cells: int) -> None:
        self._count += cells
        if self._count > CELLS:
            raise Refused("cells")


def _value(values: dict[str, str]) -> str | None:
    """The value that a cell declares; None where it is its text."""
    plain = {key.rpartition(":")[2]: value for key, value in values.items()}
    if values.get("calcext:value-type") == "error":
        return ""
    kind = plain.get("value-type")
    if "date-value" in plain:
        return plain["date-value"].replace("T", " ")
    if "time-value" in plain:
        match = _CLOCK.fullmatch(plain["time-value"])
        return "{:02}:{:0>2}:{:0>2}".format(int(match[1]), *match.groups()[1:]) if match else None
    if kind in ("float", "currency", "percentage") and "value" in plain:
        return number(plain["value"])
    if "boolean-value" in plain:
        return "1" if plain["boolean-value"] == "true" else "0"
    return plain.get("string-value")
