"""CSV, TSV and other delimited text, by pandas: only the columns that the profile names."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from itertools import islice
from operator import methodcaller
from pathlib import Path

import numpy as np
import pandas as pd

from oltp_plugin.errors import IntakeError
from oltp_plugin.intake.profile import DEFAULT_EPSG, Profile
from oltp_plugin.intake.table import Table, stripped

from . import encoding as encodings
from . import header as headers

DELIMITERS = ";,\t|"
LONGEST_LINE = 1 << 20  # bytes; a spreadsheet's fullest row is shorter
LARGEST = 1 << 30


def read(path: Path, profile: Profile) -> Table:
    """The rows of a delimited text.

    Raises IntakeError ``empty_file``, ``not_text``, ``line_too_long``, ``too_large``,
    ``wrong_encoding``, ``missing_column``, ``no_rows``, ``unreadable_table``.
    """
    head = _head(path)
    encoding, errors = (profile.encoding, "strict") if profile.encoding else (None, "strict")
    if encoding is None:
        encoding, errors = encodings.detect(path)
    if b"\x00" in head and not encoding.lower().replace("_", "-").startswith("utf-16"):
        raise IntakeError("not_text", name=path.name)
    header, delimiter = _header(path, head, encoding, profile)
    frame = _parse(path, (encoding, errors), delimiter, header)
    texts = stripped({name: frame[place].tolist() for name, place in header.positions.items()})
    overflowing = np.zeros(len(frame), dtype=bool)
    if header.width in frame:
        overflowing = (frame[header.width].str.strip() != "").to_numpy()
    kept = headers.facts(texts, profile) | overflowing
    return Table(
        texts if kept.all() else texts[kept].reset_index(drop=True),
        np.flatnonzero(kept) + header.line + 1,
        overflowing[kept],
        profile.decimal or ("," if delimiter != "," else _decimal(texts, profile)),
        profile.epsg or DEFAULT_EPSG,
    )


def _head(path: Path) -> bytes:
    """The first bytes; every line's length is looked at before any is read whole."""
    if path.stat().st_size > LARGEST:
        raise IntakeError("too_large", name=path.name, limit=LARGEST >> 20)
    with path.open("rb") as file:
        head = file.read(LONGEST_LINE)
        block = head
        while len(block) == LONGEST_LINE:
            if b"\n" not in block and b"\r" not in block:
                raise IntakeError("line_too_long", name=path.name)
            block = file.read(LONGEST_LINE)
    if not head.strip():
        raise IntakeError("empty_file", name=path.name)
    return head


def _header(path: Path, head: bytes, encoding: str, profile: Profile) -> tuple[headers.Header, str]:
    """The header, and the delimiter: the profile's, or the one that gives all its columns."""
    try:
        text = head.decode(encoding, errors="ignore").lstrip("\ufeff")
    except LookupError as error:
        raise IntakeError("wrong_encoding", name=path.name, encoding=encoding) from error
    likeliest = sorted(DELIMITERS, key=text[:4096].count, reverse=True)
    delimiters = [profile.delimiter] if profile.delimiter else likeliest
    failure: IntakeError | None = None
    for delimiter in delimiters:
        try:
            rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            until = profile.header_row or headers.SEARCHED
            first = list(enumerate(islice(rows, until), start=1))
            header = headers.find(first, profile.columns(), profile.header_row, path.name)
            return header, delimiter
        except IntakeError as error:
            failure = failure or error
        except csv.Error as error:
            failure = failure or IntakeError("unreadable_table", name=path.name)
            failure.__cause__ = error
    raise failure or IntakeError("unreadable_table", name=path.name)


def _parse(
    path: Path, encoding: tuple[str, str], delimiter: str, header: headers.Header
) -> pd.DataFrame:
    """The file's rows below the header as texts, columns named by position.

    Column ``header.width``, where a row is longer, holds what stands beyond the header's last.
    """
    width = header.width

    def read_csv(columns: int) -> pd.DataFrame:
        return pd.read_csv(
            path,
            sep=delimiter,
            encoding=encoding[0],
            encoding_errors=encoding[1],
            header=None,
            names=range(columns),
            usecols=[*sorted(set(header.positions.values())), *range(width, columns)],
            skiprows=header.line,
            dtype=str,
            keep_default_na=False,
            na_filter=False,
            skip_blank_lines=False,
            low_memory=False,  # in pieces, a piece without a longer row is taken for an error
        )

    try:
        if _never_longer(path, encoding[0], delimiter, width):
            return read_csv(width)
        return _read_longer(read_csv, width)
    except pd.errors.EmptyDataError as error:
        raise IntakeError("no_rows", name=path.name) from error
    except UnicodeError as error:
        raise IntakeError("wrong_encoding", name=path.name, encoding=encoding[0]) from error
    except (pd.errors.ParserError, ValueError) as error:
        raise IntakeError("unreadable_table", name=path.name) from error


def _decimal(texts: pd.DataFrame, profile: Profile) -> str:
    """The mark in the coordinates of a file whose cells are set apart by commas."""
    axes = (profile.fields[axis] for axis in ("x", "y") if axis in profile.fields)
    columns = [column for axis in axes if axis.part is None for column in axis.columns]
    marked = [texts[column][texts[column].str.contains(r"[.,]")] for column in columns]
    for cells in marked:
        if len(cells) and cells.str.fullmatch(r"[-+]?\d+,\d+").all():
            return "." if cells.str.fullmatch(r"[-+]?\d{1,3},\d{3}").all() else ","
    return "."


def _never_longer(path: Path, encoding: str, delimiter: str, width: int) -> bool:
    """Whether no line has as many delimiters as the header has cells, quoted ones included."""
    if encoding.lower().replace("_", "-").startswith("utf-16"):
        return False
    delimiters = methodcaller("count", delimiter.encode(encoding))
    with path.open("rb") as file:
        blocks = iter(lambda: file.readlines(LONGEST_LINE), [])
        return all(max(map(delimiters, lines)) < width for lines in blocks)


def _read_longer(read_csv: Callable[[int], pd.DataFrame], width: int) -> pd.DataFrame:
    """With a column more than the header's, unless those delimiters were all in quotes."""
    try:
        return read_csv(width + 1)
    except pd.errors.ParserError as error:
        if "Too many columns" not in str(error):
            raise
    return read_csv(width)
