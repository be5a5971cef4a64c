"""A partner's text file as a table of texts: only the columns that the profile names."""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from oltp_plugin.errors import IntakeError

from .profile import Profile

DELIMITERS = ";,\t|"
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True)
class Table:
    """The mapped columns of a file.

    ``texts``: n rows of stripped texts, one column each. ``rows``: the line that a spreadsheet
    shows for each. ``overflowing``: rows with more cells than the header, where a delimiter
    stood unquoted in a cell and nothing after it is in its column.
    """

    texts: pd.DataFrame
    rows: np.ndarray
    overflowing: np.ndarray
    decimal: str


def read_table(path: Path, profile: Profile) -> Table:
    """Read the file as its profile says; what the profile leaves out is detected.

    Raises IntakeError ``missing_source``, ``empty_file``, ``disguised_spreadsheet``, ``not_text``,
    ``wrong_encoding``, ``missing_column``, ``no_rows``, ``unreadable_table``,
    ``format_not_supported``.
    """
    if profile.type != "csv":
        raise IntakeError("format_not_supported", type=profile.type)
    head = _head(path)
    encoding = profile.encoding or detect_encoding(path)
    header, delimiter = _header(path, head, encoding, profile)
    positions = _positions(header, profile.columns(), path.name)
    frame = _parse(path, encoding, delimiter, profile.header_row, len(header), positions)
    texts = frame[list(positions.values())].apply(lambda column: column.str.strip())
    texts.columns = list(positions)
    overflow = frame[len(header)].str.strip() != ""
    present = (texts != "").any(axis=1) | overflow
    if not present.any():
        raise IntakeError("no_rows", name=path.name)
    rows = np.arange(len(texts)) + profile.header_row + 1
    kept = present.to_numpy()
    return Table(
        texts[kept].reset_index(drop=True),
        rows[kept],
        overflow.to_numpy()[kept],
        profile.decimal or ("," if delimiter != "," else "."),
    )


def sha256(path: Path) -> str:
    """The file's SHA-256, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def detect_encoding(path: Path) -> str:
    """UTF-16 or UTF-8 by their byte order mark, UTF-8 if every byte fits it, else CP1252."""
    import codecs

    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        start = file.read(4)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        if start.startswith(codecs.BOM_UTF8):
            return "utf-8-sig"
        file.seek(0)
        try:
            while block := file.read(1 << 20):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def _head(path: Path) -> bytes:
    """The first bytes, refused where they show that this is no text."""
    try:
        with path.open("rb") as file:
            head = file.read(1 << 16)
    except OSError as error:
        raise IntakeError("missing_source", name=path.name) from error
    if not head.strip():
        raise IntakeError("empty_file", name=path.name)
    if head.startswith(_SPREADSHEETS):
        raise IntakeError("disguised_spreadsheet", name=path.name)
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise IntakeError("not_text", name=path.name)
    return head


def _header(path: Path, head: bytes, encoding: str, profile: Profile) -> tuple[list[str], str]:
    """The cells of the header row, and the delimiter between them."""
    try:
        text = head.decode(encoding, errors="ignore")
    except LookupError as error:
        raise IntakeError("wrong_encoding", name=path.name, encoding=encoding) from error
    lines = text.lstrip("\ufeff").splitlines()[profile.header_row - 1 :]
    if not lines:
        raise IntakeError("no_rows", name=path.name)
    delimiter = profile.delimiter or max(DELIMITERS, key=lines[0].count)
    cells = next(csv.reader(io.StringIO("\n".join(lines)), delimiter=delimiter))
    return [cell.strip() for cell in cells], delimiter


def _positions(header: list[str], columns: list[str], name: str) -> dict[str, int]:
    """Where each mapped column stands in the file."""
    positions = {}
    for column in columns:
        if column.strip() not in header:
            raise IntakeError(
                "missing_column", name=name, column=column, found=", ".join(header[:12])
            )
        positions[column] = header.index(column.strip())
    return positions


def _parse(
    path: Path,
    encoding: str,
    delimiter: str,
    header_row: int,
    width: int,
    positions: dict[str, int],
) -> pd.DataFrame:
    """The file's rows below the header as texts, columns named by position.

    Column ``width`` holds what stands beyond the header's last column.
    """

    def read(columns: int) -> pd.DataFrame:
        return pd.read_csv(
            path,
            sep=delimiter,
            encoding=encoding,
            header=None,
            names=range(columns),
            usecols=[*sorted(set(positions.values())), *range(width, columns)],
            skiprows=header_row,
            dtype=str,
            keep_default_na=False,
            na_filter=False,
            skip_blank_lines=False,
            low_memory=False,  # in pieces, a piece without a longer row is taken for an error
        )

    try:
        try:
            frame = read(width + 1)
        except pd.errors.ParserError as error:
            if "Too many columns" not in str(error):
                raise
            frame = read(width)  # no row is longer than the header
            frame[width] = ""
    except pd.errors.EmptyDataError as error:
        raise IntakeError("no_rows", name=path.name) from error
    except UnicodeError as error:
        raise IntakeError("wrong_encoding", name=path.name, encoding=encoding) from error
    except (pd.errors.ParserError, ValueError) as error:
        raise IntakeError("unreadable_table", name=path.name) from error
    return frame.fillna("")
