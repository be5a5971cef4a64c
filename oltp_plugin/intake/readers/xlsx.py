"""Cells of an Excel workbook (ECMA-376, part 1, chapter 18), row by row.

GDAL's driver is not used: it holds the whole sheet in memory, stops at 2,000 columns, knows no
1904 dates, and takes some hours for numbers.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import IO
from zipfile import ZipFile

from .elements import Elements, Refused, attribute

CELLS = 30_000_000  # a million rows of thirty columns
LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
_LONGEST_FORMAT = 255  # characters, of a number
EPOCH = datetime(1899, 12, 30)

Row = tuple[int, dict[int, str]]

_DATES = {14: "d", 15: "d", 16: "d", 17: "d", 18: "t", 19: "t", 20: "t", 21: "t", 22: "dt",
          45: "t", 46: "t", 47: "t", **dict.fromkeys((*range(27, 32), 36, *range(50, 59)), "d"),
          **dict.fromkeys(range(32, 36), "t")}  # fmt: skip
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)


@dataclass(frozen=True)
class Sheet:
    """A sheet's name, and its place in the zip."""

    name: str
    part: str


class Workbook:
    """An open workbook: its sheets, its shared strings, which styles are dates."""

    def __init__(self, archive: ZipFile):
        self._archive = archive
        self._epoch = EPOCH
        self.sheets = self._sheets()
        self._strings: list[str] | None = None
        self._styles = self._date_styles()

    @property
    def from_1904(self) -> bool:
        """Whether days are counted from 1904, as Excel for Macintosh did."""
        return self._epoch != EPOCH

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """Line and cells (by column, from 0) of each row that has any, as texts."""
        if self._strings is None:
            self._strings = self._shared_strings()
        with self._archive.open(sheet.part) as file:
            yield from _Cells(self._strings, self._styles, self._epoch).rows(file)

    def _sheets(self) -> list[Sheet]:
        targets: dict[str, str] = {}
        named: list[tuple[str, str]] = []

        def relation(name: str, values: dict[str, str]) -> None:
            if name == "Relationship":
                targets[values.get("Id", "")] = values.get("Target", "")

        def sheet(name: str, values: dict[str, str]) -> None:
            if name == "sheet":
                named.append((values.get("name", ""), attribute(values, "id") or ""))
            elif name == "workbookPr" and values.get("date1904") in ("1", "true"):
                self._epoch = datetime(1904, 1, 1)

        self._walk("xl/_rels/workbook.xml.rels", relation)
        self._walk("xl/workbook.xml", sheet)
        parts = ((name, targets.get(key, "")) for name, key in named)
        sheets = [Sheet(name, _part(target)) for name, target in parts if target]
        present = set(self._archive.namelist())
        return [sheet for sheet in sheets if sheet.part in present]

    def _date_styles(self) -> list[str | None]:
        """By number of style: ``d`` a day, ``t`` an hour, ``dt`` both, None neither."""
        formats: dict[int, str | None] = dict(_DATES)
        styles: list[str | None] = []
        inside = False

        def start(name: str, values: dict[str, str]) -> None:
            nonlocal inside
            if name == "numFmt":
                formats[int(values["numFmtId"])] = _date_kind(values.get("formatCode", ""))
            elif name == "cellXfs":
                inside = True
            elif name == "xf" and inside:
                styles.append(formats.get(int(values.get("numFmtId", 0))))

        def end(name: str) -> None:
            nonlocal inside
            inside = inside and name != "cellXfs"

        if "xl/styles.xml" in self._archive.namelist():
            self._walk("xl/styles.xml", start, end)
        return styles

    def _shared_strings(self) -> list[str]:
        strings: list[str] = []
        pieces: list[str] = []
        open_in: list[str] = []

        def start(name: str, values: dict[str, str]) -> None:
            open_in.append(name)
            if name == "si":
                pieces.clear()

        def end(name: str) -> None:
            open_in.pop()
            if name == "si":
                if len(strings) >= CELLS:
                    raise Refused("strings")
                strings.append("".join(pieces))

        def text(data: str) -> None:
            if open_in[-1] == "t" and "rPh" not in open_in:  # not how it is pronounced
                pieces.append(data)

        if "xl/sharedStrings.xml" in self._archive.namelist():
            self._walk("xl/sharedStrings.xml", start, end, text)
        return strings

    def _walk(self, part: str, start, end=lambda name: None, text=lambda data: None) -> None:
        with self._archive.open(part) as file:
            for _ in Elements(start, end, text).blocks(file):
                pass


class _Cells:
    """The cells of one sheet, while it is being read."""

    def __init__(self, strings: list[str], styles: list[str | None], epoch: datetime):
        self._strings, self._styles, self._epoch = strings, styles, epoch
        self._ready: list[Row] = []
        self._line = self._column = self._count = 0
        self._cells: dict[int, str] = {}
        self._kind, self._style = "n", 0
        self._pieces: list[str] = []
        self._wanted = self._phonetic = False
        self._letters: dict[str, int] = {}

    def rows(self, file: IO[bytes]) -> Iterator[Row]:
        for _ in Elements(self._start, self._end, self._text).blocks(file):
            yield from self._ready
            self._ready.clear()

    def _start(self, name: str, values: dict[str, str]) -> None:
        if name == "c":
            reference = values.get("r")
            self._column = self._place(reference) if reference else self._column + 1
            self._kind, self._style = values.get("t", "n"), int(values.get("s", 0))
            self._pieces = []
        elif name in ("v", "t"):
            self._wanted = True
        elif name == "rPh":
            self._phonetic = True
        elif name == "row":
            self._line = int(values.get("r", self._line + 1))
            self._column, self._cells = -1, {}
            if not 0 < self._line <= LAST_ROW:
                raise Refused("row")

    def _text(self, data: str) -> None:
        if self._wanted and not self._phonetic:
            self._pieces.append(data)

    def _end(self, name: str) -> None:
        if name in ("v", "t"):
            self._wanted = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "c":
            self._count += 1
            if self._count > CELLS:
                raise Refused("cells")
            if self._pieces:
                self._cells[self._column] = self._value("".join(self._pieces))
        elif name == "row" and self._cells:
            self._ready.append((self._line, self._cells))

    def _place(self, reference: str) -> int:
        letters = reference.rstrip("0123456789")
        column = self._letters.get(letters)
        if column is None:
            column = 0
            for letter in letters[:4]:
                column = column * 26 + ord(letter) - 64
            if not 0 < column <= LAST_COLUMN:
                raise Refused("column")
            self._letters[letters] = column
        return column - 1

    def _value(self, written: str) -> str:
        if self._kind == "s":
            return self._strings[int(written)]
        if self._kind == "n":
            dated = self._styles[self._style] if self._style < len(self._styles) else None
            return self._moment(written, dated) if dated else number(written)
        return "" if self._kind == "e" else written  # an error such as #N/A is no value

    def _moment(self, written: str, kind: str) -> str:
        days = float(written)
        if not 0 <= days < 2_958_466:  # the year 9999
            return number(written)
        if kind == "t":
            if days == 1:  # the end of the day, not the beginning
                return "24:00:00"
            days %= 1
        moment = self._epoch + timedelta(seconds=round(days * 86400))
        if kind == "t":
            return f"{moment:%H:%M:%S}"
        if kind == "d" and days == int(days):
            return f"{moment:%Y-%m-%d}"
        return f"{moment:%Y-%m-%d %H:%M:%S}"


def number(written: str) -> str:
    """A number with the 15 digits that a spreadsheet shows, without exponent if it is whole."""
    if written.isdecimal():
        return written
    value = float(written)
    if value == int(value) and abs(value) < 1e21:
        return str(int(value))
    return f"{value:.15g}"


def _date_kind(code: str) -> str | None:
    """Whether a number format writes a day, an hour or both."""
    plain = _LITERAL.sub("", code[:_LONGEST_FORMAT].split(";")[0]).lower()
    if "general" in plain:
        return None
    day = "y" in plain or "d" in plain
    hour = "h" in plain or "s" in plain
    if not day and not hour:
        return "d" if "m" in plain else None
    return ("d" if day else "") + ("t" if hour else "")


def _part(target: str) -> str:
    """A part's name in the zip, from a target relative to ``xl/``."""
    path = target[1:] if target.startswith("/") else posixpath.join("xl", target)
    return posixpath.normpath(path)
