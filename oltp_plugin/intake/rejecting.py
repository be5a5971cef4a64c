"""Which rows are refused, and why: a code and a field, never a cell's content."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

# The first code that applies to a row is the one reported.
CODES = (
    "NULL_ID", "DUP_ID", "NULL_DATE", "BAD_DATE", "NULL_CATEGORY", "BAD_CATEGORY", "BAD_XY",
    "OUT_OF_AREA", "BAD_FIELD", "AGREEMENT",
)  # fmt: skip


@dataclass(frozen=True)
class Reject:
    """A refused row; ``row`` is the line that a spreadsheet shows."""

    row: int
    code: str
    field: str | None


class Rejections:
    """Collects, for n rows, the reasons to refuse them."""

    def __init__(self, n: int):
        self._rank = np.full(n, len(CODES), dtype=np.int8)
        self._field = np.full(n, None, dtype=object)

    def add(self, code: str, refused: np.ndarray, field: str | None = None) -> None:
        """Refuse the rows where the boolean array ``refused`` (length n) says so."""
        rank = CODES.index(code)
        first = np.asarray(refused, dtype=bool) & (self._rank > rank)
        self._rank[first] = rank
        self._field[first] = field

    @property
    def accepted(self) -> np.ndarray:
        """Boolean, length n."""
        return self._rank == len(CODES)

    def listed(self, rows: np.ndarray) -> list[Reject]:
        """The refused rows in the file's order; ``rows``: their line numbers, length n."""
        return [
            Reject(int(rows[i]), CODES[self._rank[i]], self._field[i])
            for i in np.flatnonzero(~self.accepted)
        ]
