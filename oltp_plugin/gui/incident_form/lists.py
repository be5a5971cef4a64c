"""What the form chooses from, read away from the main thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from oltp_plugin.geos import load_shapely


@dataclass(frozen=True)
class Lists:
    """``known``: what entries are held against; ``catalogue``: categories, partners, areas.

    ``kinds``: (code, label) of places. ``gazetteer``: None where there is nothing to locate by.
    """

    uuid: str
    known: object
    catalogue: object
    kinds: list[tuple[str, str]]
    gazetteer: object


def read_lists(path: Path, language: str) -> Lists:
    """Everything at once; slow for a town with many addresses."""
    load_shapely()
    from oltp_plugin.intake import entry
    from oltp_plugin.observatory import catalogue
    from oltp_plugin.observatory.connection import reading

    label = "label_fr" if language == "fr" else "label_en"
    with reading(path) as connection:
        (uuid,) = connection.execute("SELECT uuid FROM observatory").fetchone()
        kinds = connection.execute(
            f"SELECT code, {label} FROM place_kind ORDER BY {label}"  # nosec B608
        ).fetchall()
        return Lists(
            uuid,
            entry.load_known(connection),
            catalogue.read(connection),
            kinds,
            _gazetteer(connection, uuid),
        )


_last: dict[tuple, object] = {}


def _gazetteer(connection, uuid: str):
    """The town's addresses; kept from one form to the next, while nothing was imported."""
    from oltp_plugin.intake import geocoding_index

    changes = connection.execute(
        "SELECT last_change FROM gpkg_contents"
        " WHERE table_name IN ('address', 'place', 'territory') ORDER BY table_name"
    ).fetchall()
    key = (uuid, *changes)
    if key not in _last:
        found = geocoding_index.load(connection)
        _last.clear()
        _last[key] = found
    return _last[key]
