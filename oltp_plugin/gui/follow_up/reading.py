"""What the panel and its forms show, read beside the window with the libraries they need."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from oltp_plugin.geos import load_shapely


@dataclass(frozen=True)
class Places:
    """Inventory places as (row, name), territories by (level, code), the observatory's CRS."""

    places: list[tuple[int, str]]
    territories: dict[tuple[str, str], str]
    epsg: int


@dataclass(frozen=True)
class Followed:
    """``followed``: sites.Followed; ``places``: what an observation can be tied to."""

    followed: object
    places: Places


def read(path: Path) -> Followed:
    """Everything at once; the scan for personal data is loaded with it."""
    load_shapely()
    from oltp_plugin.intake import personal_data  # noqa: F401 - the forms use it while one types
    from oltp_plugin.observatory import catalogue, sites
    from oltp_plugin.observatory.connection import reading

    followed = sites.read(path)
    with reading(path) as connection:
        places = connection.execute("SELECT fid, name FROM place ORDER BY name, fid").fetchall()
        territories = catalogue.read(connection).territories
    return Followed(followed, Places(places, territories, followed.epsg))
