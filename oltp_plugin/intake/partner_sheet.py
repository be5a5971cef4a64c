"""The workbook that a partner without software fills in, and the profile that reads it back.

Every cell takes a day, an hour, a number, an address or a word of a closed list; there is none for
a name or for free text. The words come from the caller: this package speaks no language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

ROWS = 400  # to fill in
_LATE = timedelta(days=366)  # how long before the period a fact may lie
_LISTS = "lists"
_VALUE = 4  # the column of what stands above the table, beside labels that are wider than one
_FORMATS = {"day": "%d/%m/%Y", "hour": "%H:%M"}
_DAYS, _HOURS = "DD/MM/YYYY", "HH:MM"


@dataclass(frozen=True)
class Column:
    """One column: the incident's ``field`` that it fills, or part of it, and what it takes.

    ``kind``: ``day``, ``hour``, ``choice``, ``number``, ``text``. ``choices``: the word in the
    list -> the town's code. ``help``: shown when the cell is entered.
    """

    field: str
    header: str
    kind: str
    help: str = ""
    choices: Mapping[str, str] | None = None
    largest: int = 9999


@dataclass(frozen=True)
class PartnerSheet:
    """A workbook for one partner and period; ``first`` and ``last`` day are both included.

    ``box``: what stands beside the cell in which ``yes`` declares that nothing happened;
    ``period``: what stands beside the cells of the first and the last day. ``refusal``: said when
    a cell does not take what was typed. ``level``: of the territories that a column lists.
    """

    partner: str
    profile: str
    title: str
    instructions: Sequence[str]
    box: str
    yes: str
    period: tuple[str, str]
    first: date
    last: date
    columns: Sequence[Column]
    refusal: str = ""
    level: str | None = None


def profile_text(sheet: PartnerSheet) -> str:
    """The import profile (JSON) that reads a filled workbook, whatever its month."""
    fields: dict[str, dict] = {}
    for column in sheet.columns:
        fields.setdefault(column.field, {"columns": []})["columns"].append(column.header)
        entry = fields[column.field]
        if column.kind in _FORMATS:
            entry["format"] = f"{entry.get('format', '')} {_FORMATS[column.kind]}".strip()
        if column.field == "territory":
            entry["level"] = sheet.level
        elif column.choices is not None:
            entry["values"] = dict(column.choices)
    first, last = sheet.period
    document = {
        "name": sheet.profile,
        "partner": sheet.partner,
        "format": {"type": "xlsx", "sheet": _page_name(sheet)},
        "fields": fields,
        "unique_id": False,
        "delivery": {"kind": "complete", "period": {"from": first, "to": last}},
        "nothing_to_report": sheet.box,
        "update": "newest",
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def write_workbook(sheet: PartnerSheet, output: Path) -> None:
    """Write the .xlsx; needs openpyxl (ModuleNotFoundError without it).

    Only the cells to fill in are unlocked, without a password: a partner's office may need more
    rows, and whoever unlocks the sheet still cannot bring in what the profile does not read.
    """
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    page.title = _page_name(sheet)
    header = _write_head(page, sheet)
    ranges = _write_lists(book, sheet)
    _write_columns(page, sheet, header, ranges)
    page.protection.sheet = True
    page.protection.formatColumns = page.protection.formatRows = False
    page.freeze_panes = page.cell(header + 1, 1)
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9  # A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = f"{header}:{header}"
    book.properties.creator = "OLTP"
    book.save(output)


def _page_name(sheet: PartnerSheet) -> str:
    """The partner's code, as far as Excel lets a sheet be named so."""
    plain = re.sub(r"[\[\]:*?/\\']", " ", sheet.partner)[:31].strip()
    return plain or "OLTP"


def _write_head(page, sheet: PartnerSheet) -> int:
    """Title, what to do, the period and the box; returns the header's line."""
    from openpyxl.styles import Font
    from openpyxl.worksheet.datavalidation import DataValidation

    page.cell(1, 1, _neutral(sheet.title)).font = Font(bold=True, size=14)
    for line, text in enumerate(sheet.instructions, 2):
        page.cell(line, 1, _neutral(text))
    line = len(sheet.instructions) + 3
    for offset, (label, value) in enumerate(zip(sheet.period, (sheet.first, sheet.last))):
        page.cell(line + offset, 1, label).font = Font(bold=True)
        day = page.cell(line + offset, _VALUE, value)
        day.number_format, day.alignment = _DAYS, _left()
    page.cell(line + 2, 1, sheet.box).font = Font(bold=True)
    box = page.cell(line + 2, _VALUE)
    _unlock(box)
    tick = DataValidation("list", formula1=f'"{sheet.yes}"', allow_blank=True)
    tick.add(box.coordinate)
    page.add_data_validation(tick)
    page.row_dimensions[line + 4].height = 30
    return line + 4


def _write_lists(book, sheet: PartnerSheet) -> dict[str, str]:
    """The closed lists on a hidden page; returns each column's range by its header."""
    page = book.create_sheet(_LISTS)
    page.sheet_state = "hidden"
    ranges = {}
    listed = [column for column in sheet.columns if column.choices]
    for place, column in enumerate(listed, 1):
        for line, word in enumerate(column.choices or (), 1):
            cell = page.cell(line, place, word)
            cell.data_type = "s"  # a word that begins with = is a word
        letter = page.cell(1, place).column_letter
        ranges[column.header] = f"{_LISTS}!${letter}$1:${letter}${len(column.choices or ())}"
    return ranges


def _write_columns(page, sheet: PartnerSheet, header: int, ranges: dict[str, str]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    for place, column in enumerate(sheet.columns, 1):
        title = page.cell(header, place, column.header)
        title.font = Font(bold=True, color="FFFFFF")
        title.fill = PatternFill("solid", fgColor="1C3F5E")
        title.alignment = Alignment(wrap_text=True, vertical="center")
        page.column_dimensions[title.column_letter].width = _width(column)
        rule = _rule(column, sheet, ranges)
        if rule is not None:
            rule.add(f"{title.column_letter}{header + 1}:{title.column_letter}{header + ROWS}")
            page.add_data_validation(rule)
        for line in range(header + 1, header + ROWS + 1):
            cell = page.cell(line, place)
            _unlock(cell)
            cell.number_format = {"day": _DAYS, "hour": _HOURS, "text": "@"}.get(
                column.kind, "General"
            )


def _rule(column: Column, sheet: PartnerSheet, ranges: dict[str, str]):
    """What a column's cells take; None for a text."""
    from openpyxl.utils.datetime import to_excel
    from openpyxl.worksheet.datavalidation import DataValidation

    if column.kind == "choice":
        if column.header not in ranges:
            return None
        rule = DataValidation("list", formula1=ranges[column.header], allow_blank=True)
    elif column.kind == "day":
        first, last = to_excel(sheet.first - _LATE), to_excel(sheet.last)
        rule = DataValidation("date", "between", f"{first:.0f}", f"{last:.0f}", allow_blank=True)
    elif column.kind == "hour":
        rule = DataValidation("time", "between", "0", "0.999988", allow_blank=True)
    elif column.kind == "number":
        rule = DataValidation("whole", "between", "0", str(column.largest), allow_blank=True)
    else:
        return None
    rule.showErrorMessage, rule.errorStyle = True, "stop"
    rule.error, rule.errorTitle = sheet.refusal[:255], column.header[:32]
    if column.help:
        rule.showInputMessage, rule.prompt = True, column.help[:255]
        rule.promptTitle = column.header[:32]
    return rule


def _width(column: Column) -> float:
    longest = max(map(len, column.choices or ()), default=0)
    least = {"day": 13, "hour": 9, "number": 9, "text": 36}.get(column.kind, 14)
    return min(46, max(least, longest + 2, len(column.header) * 0.6 + 2))


def _unlock(cell) -> None:
    from openpyxl.styles import Border, PatternFill, Protection, Side

    thin = Side(style="thin", color="B8C4CF")
    cell.protection = Protection(locked=False)
    cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
    cell.fill = PatternFill("solid", fgColor="F7FAFC")


def _left():
    from openpyxl.styles import Alignment

    return Alignment(horizontal="left")


def _neutral(text: str) -> str:
    """A text that a spreadsheet does not take for a formula."""
    return text.lstrip("=+-@")
