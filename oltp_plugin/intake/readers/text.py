"""CSV, TSV and other delimited text, by pandas: only the columns that the profile names."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from itertools import islice
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
MOST_LINES = 5_000_000  # empty ones too: each costs memory until it is known to be empty
_ROWS = 50_000  # parsed at a time, in a fraction of a second

Tick = Callable[[float], None]


def read(path: Path, profile: Profile, tick: Tick = lambda fraction: None) -> Table:
    """The rows of a delimited text.

    ``tick`` is told the fraction done, and may raise to stop. Raises IntakeError ``empty_file``,
    ``not_text``, ``line_too_long``, ``too_large``, ``too_many_rows``, ``wrong_encoding``,
    ``missing_column``, ``no_rows``, ``unreadable_table``.
    """
    head = _head(path, lambda part: tick(part / 20))
    encoding, errors = (profile.encoding, "strict") if profile.encoding else (None, "strict")
    if encoding is None:
        encoding, errors = encodings.detect(path, lambda: tick(0.05))
    if b"\x00" in head and not _is_wide(encoding):
        raise IntakeError("not_text", name=path.name)
    header, delimiter = _header(path, head, encoding, profile)
    pieces, longer = [], []
    for frame in _frames(path, (encoding, errors), delimiter, header, tick):
        cells = {name: frame[place].tolist() for name, place in header.positions.items()}
        pieces.append(stripped(cells))
        beyond = frame[header.width].str.strip() if header.width in frame else ""
        longer.append(np.full(len(frame), beyond != "", dtype=bool))
    texts = pieces[0] if len(pieces) == 1 else pd.concat(pieces, ignore_index=True)
    overflowing = np.concatenate(longer)
    kept = headers.facts(texts, profile, header) | overflowing
    return Table(
        texts if kept.all() else texts[kept].reset_index(drop=True),
        np.flatnonzero(kept) + header.line + 1,
        overflowing[kept],
        profile.decimal or ("," if delimiter != "," else _decimal(texts, profile)),
        profile.epsg or DEFAULT_EPSG,
    )


def _head(path: Path, tick: Tick) -> bytes:
    """The first bytes; lines are measured and counted before any is read whole."""
    size = path.stat().st_size
    if size > LARGEST:
        raise IntakeError("too_large", name=path.name, limit=LARGEST >> 20)
    with path.open("rb") as file:
        head = file.read(LONGEST_LINE)
        block, lines = head, 0
        while len(block) == LONGEST_LINE:
            ends = max(block.count(b"\n"), block.count(b"\r"))
            if not ends:
                raise IntakeError("line_too_long", name=path.name)
            lines += ends
            if lines > MOST_LINES:
                raise IntakeError("too_many_rows", name=path.name, limit=MOST_LINES // 1_000_000)
            tick(file.tell() / size)
            block = file.read(LONGEST_LINE)
    if not head.strip():
        raise IntakeError("empty_file", name=path.name)
    return head


def _header(path: Path, head: bytes, encoding: str, profile: Profile) -> tuple[headers.Header, str]:
    """The header, and the delimiter: the profile's, or the one that gives all its columns."""
    try:
        text = head.decode(encoding, errors="ignore").lstrip("\ufeff")
    except (LookupError, ValueError) as error:  # no encoding, or one that is not for this
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


def _frames(
    path: Path, encoding: tuple[str, str], delimiter: str, header: headers.Header, tick: Tick
) -> Iterator[pd.DataFrame]:
    """The file's rows below the header as texts, columns named by position; at least one frame.

    Column ``header.width``, where a row is longer, holds what stands beyond the header's last.
    """
    width = header.width

    def read_csv(columns: int, source=path, rows: int | None = None):
        return pd.read_csv(
            source,
            chunksize=rows,
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
        if _never_longer(path, encoding[0], delimiter, width, tick):
            yield from _pieces(read_csv, path, width, tick)
        else:
            yield _read_longer(read_csv, width)
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


def _pieces(read_csv: Callable, path: Path, width: int, tick: Tick) -> Iterator[pd.DataFrame]:
    """Some rows at a time, which takes less time than all at once."""
    size, done = path.stat().st_size, 0
    try:
        with path.open("rb") as file, read_csv(width, file, _ROWS) as pieces:
            for piece in pieces:
                tick(0.2 + 0.8 * file.tell() / size)
                yield piece
                done += len(piece)
    except pd.errors.ParserError as error:
        if "Too many columns" not in str(error):
            raise
        yield read_csv(width).iloc[done:]  # a piece in which every row is too short


def _never_longer(path: Path, encoding: str, delimiter: str, width: int, tick: Tick) -> bool:
    """Whether no line has as many delimiters as the header has cells, quoted ones included."""
    # Wide characters do not end a line with a byte: they are looked at as letters.
    by_letter = _is_wide(encoding) or len(delimiter.encode(encoding)) > 1
    mark = ord(delimiter) if by_letter else delimiter.encode(encoding)[0]
    size = path.stat().st_size
    with path.open("rb") as file:
        for units in _letters(file, encoding) if by_letter else _octets(file):
            tick(0.05 + 0.15 * file.tell() / size)
            delimiters, line_ends = (np.flatnonzero(units == each) for each in (mark, ord("\n")))
            before = np.searchsorted(delimiters, line_ends)
            if np.diff(before, prepend=0, append=len(delimiters)).max() >= width:
                return False
    return True


def _octets(file: io.BufferedReader) -> Iterator[np.ndarray]:
    """Some whole lines at a time."""
    while block := file.read(LONGEST_LINE):
        yield np.frombuffer(block + file.readline(), dtype=np.uint8)


def _letters(file: io.BufferedReader, encoding: str) -> Iterator[np.ndarray]:
    """Some whole lines at a time, as code points."""
    text = io.TextIOWrapper(file, encoding, newline="\n")
    try:
        while block := text.read(LONGEST_LINE):
            yield np.frombuffer((block + text.readline()).encode("utf-32-le"), dtype=np.uint32)
    finally:
        text.detach()  # else it closes the file, which is the caller's, with a warning


def _is_wide(encoding: str) -> bool:
    return encoding.lower().replace("_", "-").startswith("utf-16")


def _read_longer(read_csv: Callable[[int], pd.DataFrame], width: int) -> pd.DataFrame:
    """With a column more than the header's, unless those delimiters were all in quotes."""
    try:
        return read_csv(width + 1)
    except pd.errors.ParserError as error:
        if "Too many columns" not in str(error):
            raise
    return read_csv(width)
