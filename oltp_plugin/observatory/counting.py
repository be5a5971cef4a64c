"""Which of an observatory's records count, and how many do not."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from .connection import reading

NOT_WITHDRAWN = "status <> 'withdrawn'"
# Categories that count what a service did (checks, seizures) rather than what was suffered.
_REVEALED = "SELECT code FROM category WHERE nature = 'revealed'"
NOT_REVEALED = f"(category IS NULL OR category NOT IN ({_REVEALED}))"


@dataclass(frozen=True)
class Tally:
    """Records withdrawn, those not withdrawn but revealed, and whether some count for several."""

    withdrawn: int
    revealed: int
    several: bool


def tally(path: Path, subset: str = "") -> Tally | None:
    """Count the incidents of ``subset`` (an SQL condition); None if SQLite cannot read it."""
    where = subset.strip() or "1"
    with reading(path) as connection:
        try:
            withdrawn, revealed = connection.execute(
                f"SELECT total(NOT {NOT_WITHDRAWN}), total({NOT_WITHDRAWN} AND NOT {NOT_REVEALED})"
                f" FROM incident WHERE ({where})"  # nosec B608
            ).fetchone()
            (several,) = connection.execute(
                f"SELECT EXISTS (SELECT 1 FROM incident WHERE count > 1 AND ({where}))"  # nosec B608
            ).fetchone()
        except sqlite3.OperationalError:  # a function that only GDAL has
            return None
    return Tally(int(withdrawn), int(revealed), bool(several))


def first_and_last_day(connection: sqlite3.Connection, where: str) -> tuple[str, str] | tuple:
    """When the first and the last incident of an SQL condition occurred (ISO); None, None if none.

    Raises ``sqlite3.OperationalError`` where SQLite cannot read the condition.
    """
    return connection.execute(
        "SELECT substr(min(occurred_from), 1, 10), substr(max(occurred_from), 1, 10)"
        f" FROM incident WHERE {where}"  # nosec B608
    ).fetchone()


def revealed_categories(path: Path) -> list[str]:
    """The codes of the categories that ``NOT_REVEALED`` leaves out."""
    with reading(path) as connection:
        return [code for (code,) in connection.execute(_REVEALED)]


def sensitive_categories(path: Path) -> list[str]:
    """The codes of the categories that are never shown by place."""
    with reading(path) as connection:
        found = connection.execute("SELECT code FROM category WHERE sensitive = 1")
        return [code for (code,) in found]


def last_day(path: Path) -> str | None:
    """When the last record that is not withdrawn occurred, as YYYY-MM-DD; from an index."""
    with reading(path) as connection:
        row = connection.execute(
            f"SELECT substr(occurred_from, 1, 10) FROM incident WHERE {NOT_WITHDRAWN}"
            " AND occurred_from IS NOT NULL ORDER BY occurred_from DESC LIMIT 1"  # nosec B608
        ).fetchone()
    return row[0] if row else None
