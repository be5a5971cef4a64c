"""Where a table stands between its titles and its totals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from oltp_plugin.errors import IntakeError
from oltp_plugin.intake import mapping
from oltp_plugin.intake.personal_data import masked
from oltp_plugin.intake.profile import DATES, Profile

SEARCHED = 60  # rows in which a header is looked for
_TOTAL = r"(?i)^(?:(?:sous|grand)[\s-]*)?tota(?:l|ux)\b"


@dataclass(frozen=True)
class Header:
    """A header row: its line, its number of cells, and where each mapped column stands in it.

    ``titles``: what is written above each of these columns.
    """

    line: int
    width: int
    positions: dict[str, int]
    titles: dict[str, str]


def named(cells: Sequence[str]) -> list[str]:
    """A header's names, each once: of two *Date* the second is *Date_1*, as QGIS names it."""
    titles = [_plain(cell) for cell in cells]
    taken, names = set(titles), []
    last: dict[str, int] = {}  # number given to each title
    for title in titles:
        name = title
        while title in last and name in taken:
            last[title] += 1
            name = f"{title}_{last[title]}"
        if title:
            last.setdefault(title, 0)
        taken.add(name)
        names.append(name)
    return names


def find(
    rows: Iterable[tuple[int, Sequence[str]]], columns: list[str], line: int | None, name: str
) -> Header:
    """The header among a table's first ``rows`` (line, cells).

    With a ``line`` that one, else the first that holds every column. Raises IntakeError
    ``missing_column``, ``no_rows``.
    """
    best: tuple[list[str], Sequence[str]] | None = None
    for number, cells in rows:
        if line is not None and number != line:
            continue
        plain = named(cells)
        missing = [column for column in columns if _plain(column) not in plain]
        if not missing:
            positions = {column: plain.index(_plain(column)) for column in columns}
            titles = {column: _plain(cells[place]) for column, place in positions.items()}
            return Header(number, len(plain), positions, titles)
        if any(plain) and (best is None or len(missing) < len(best[0])):
            best = missing, plain
    if best is None:
        raise IntakeError("no_rows", name=name)
    # A row without one of the profile's columns may be data, and an error quotes no cell.
    is_header = len(best[0]) < len(columns)
    found = masked(", ".join(cell for cell in best[1][:12] if cell)) if is_header else "…"
    raise IntakeError("missing_column", name=name, column=best[0][0], found=found)


def facts(texts: pd.DataFrame, profile: Profile, header: Header) -> np.ndarray:
    """Which of n rows are rows of the table; boolean.

    Not: empty rows, a header that is repeated on each page, totals (no date, no number of the
    partner's, and a cell that begins with *Total* or nothing but numbers to add up).
    """
    kept = ~_empty(texts, texts.columns)
    titles = [header.titles[column] for column in texts.columns]
    headings = (texts.iloc[:, 0] == titles[0]).to_numpy()
    if headings.any():
        headings[headings] = (texts[headings] == titles).all(axis=1)
        kept &= ~headings
    dates = {column for each in DATES if each in profile.fields for column in _of(profile, each)}
    if not dates:
        return kept
    undated = kept & _empty(texts, dates)
    if undated.any():
        rows = texts[undated]
        total = rows.apply(lambda column: column.str.contains(_TOTAL)).any(axis=1)
        summed = [each for each in ("count", "severity") if each in profile.fields]
        others = rows.columns.difference([c for each in summed for c in _of(profile, each)])
        total |= (rows[others] == "").all(axis=1)
        if "partner_ref" in profile.fields:  # a record may have happened at a Total station
            number = mapping.joined(rows, profile.fields["partner_ref"])
            total &= (number == "") | number.str.contains(_TOTAL)
        kept[undated] = ~total.to_numpy()
    return kept


def _empty(texts: pd.DataFrame, columns: Iterable[str]) -> np.ndarray:
    """Which of n rows hold nothing in these columns; the first ones say so of nearly all."""
    empty = np.ones(len(texts), dtype=bool)
    for column in columns:
        empty &= texts[column].to_numpy(dtype=object) == ""
        if not empty.any():
            break
    return empty


def _of(profile: Profile, field: str) -> tuple[str, ...]:
    return profile.fields[field].columns


def _plain(cell: str) -> str:
    """A header's words, whatever spaces or line breaks stand between them."""
    return " ".join(cell.split())
