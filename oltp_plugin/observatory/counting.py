"""Which of an observatory's records count, and how many do not."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from .connection import reading

NOT_WITHDRAWN = "status <> 'withdrawn'"
# Categories that count what a service did (checks, seizures) rather than what was suffered.
NOT_REVEALED = (
    "(category IS NULL OR category NOT IN (SELECT code FROM category WHERE nature = 'revealed'))"
)


@dataclass(frozen=True)
class Tally:
    """Records withdrawn, those not withdrawn but revealed, and the largest ``count``."""

    withdrawn: int
    revealed: int
    largest_count: int


def tally(path: Path, subset: str = "") -> Tally | None:
    """Count the incidents of ``subset`` (an SQL condition); None if SQLite cannot read it."""
    where = f" WHERE ({subset})" if subset.strip() else ""
    with reading(path) as connection:
        try:
            row = connection.execute(
                f"SELECT total(NOT {NOT_WITHDRAWN}), total({NOT_WITHDRAWN} AND NOT {NOT_REVEALED}),"
                f" ifnull(max(count), 1) FROM incident{where}"  # nosec B608
            ).fetchone()
        except sqlite3.OperationalError:  # a function that only GDAL has
            return None
    return Tally(*map(int, row))
