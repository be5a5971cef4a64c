"""What the import's window needs to know of the observatory: its lists, partners and profiles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from oltp_plugin.observatory.connection import reading


@dataclass(frozen=True)
class Choices:
    """Lists of (code, label), in the order in which they are shown.

    ``profiles``: name -> the newest version's JSON.
    """

    path: Path
    epsg: int
    categories: list[tuple[str, str]]
    place_kinds: list[tuple[str, str]]
    partners: list[tuple[str, str]]
    profiles: dict[str, str]


def read_choices(path: Path, language: str) -> Choices:
    """The lists of the observatory ``path``, labelled in ``language``; raises ObservatoryError."""
    label = "label_fr" if language == "fr" else "label_en"
    with reading(path) as connection:
        family = dict(connection.execute(f"SELECT code, {label} FROM category"))  # nosec B608
        categories = [
            (code, f"{name} ({family[parent]})" if parent in family else name)
            for code, name, parent in connection.execute(
                f"SELECT code, {label}, parent FROM category ORDER BY fid"  # nosec B608
            )
        ]
        return Choices(
            path,
            connection.execute("SELECT epsg FROM observatory").fetchone()[0],
            sorted(categories, key=lambda each: each[1].casefold()),
            list(connection.execute(f"SELECT code, {label} FROM place_kind ORDER BY {label}")),  # nosec B608
            list(connection.execute("SELECT code, name FROM partner ORDER BY code")),
            dict(
                connection.execute(
                    "SELECT name, definition FROM import_profile AS newest WHERE version ="
                    " (SELECT max(version) FROM import_profile WHERE name = newest.name)"
                    " ORDER BY name"
                )
            ),
        )


def read_inventory(path: Path, language: str) -> tuple[int, list[tuple[str, str]]]:
    """The observatory's EPSG code, and the kinds of places of its inventory."""
    label = "label_fr" if language == "fr" else "label_en"
    with reading(path) as connection:
        (epsg,) = connection.execute("SELECT epsg FROM observatory").fetchone()
        query = f"SELECT code, {label} FROM place_kind WHERE inventory = 1 ORDER BY {label}"  # nosec B608
        return epsg, connection.execute(query).fetchall()
