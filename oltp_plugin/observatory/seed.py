"""What a new observatory starts with: the category list, the état 4001 crosswalk, place kinds.

The category list is a proposal that the town edits. The labels of the 107 index are those of the
Ministère de l'Intérieur (data.gouv.fr, Licence Ouverte); which category each goes to is ours.
Sensitive: index 46-54 and violence within families.
"""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path

ETAT_4001 = "etat4001"
_FOLDER = Path(__file__).parent / "seed"


def fill(connection: sqlite3.Connection) -> None:
    """Insert the seed rows into an empty observatory."""
    _insert(connection, "place_kind", _rows("place_kinds.csv"))
    _insert(connection, "category", _rows("categories.csv"))
    _insert(
        connection,
        "category_crosswalk",
        [
            {
                "scheme": ETAT_4001,
                "source": row["index"],
                "label": row["label"],
                "category": row["category"],
            }
            for row in _rows("etat4001.csv")
        ],
    )


def _rows(name: str) -> list[dict]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [{key: value or None for key, value in row.items()} for row in csv.DictReader(file)]


def _insert(connection: sqlite3.Connection, table: str, rows: list[dict]) -> None:
    columns = list(rows[0])
    marks = ", ".join(f":{column}" for column in columns)
    connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)  # nosec B608
