"""What a file is compared with to guess its columns: the town's lists and where the town is."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import numpy as np
import shapely

from oltp_plugin.observatory import geopackage

from .mapping import folded

_LEVELS = "iris", "sous-quartier", "quartier", "groupe territorial", "secteur", "commune"


@dataclass(frozen=True)
class Category:
    """A category of the town's list."""

    code: str
    label_fr: str
    label_en: str


@dataclass(frozen=True)
class Town:
    """The observatory's lists, and its commune's bounds.

    ``index``: number of état 4001 -> (label, category). ``places``: folded words of the place
    kinds -> code. ``areas``: level -> folded names and codes. ``bounds``: west, south, east,
    north in degrees; None where the observatory has no territory.
    """

    categories: tuple[Category, ...]
    index: dict[str, tuple[str, str | None]]
    places: dict[str, str]
    areas: dict[str, frozenset[str]]
    bounds: tuple[float, float, float, float] | None

    def level_of(self, words: list[str]) -> tuple[str | None, float]:
        """The level of which most of these words are areas, and their share; the finest first."""
        plain = [folded(word) for word in words]
        best: tuple[str | None, float] = (None, 0.0)
        order = {level: i for i, level in enumerate(_LEVELS)}
        for level in sorted(self.areas, key=lambda each: order.get(each, len(order))):
            share = sum(word in self.areas[level] for word in plain) / max(1, len(plain))
            if share > best[1]:
                best = (level, share)
        return best


def load(connection: sqlite3.Connection) -> Town:
    """The lists of an open observatory."""
    categories = tuple(
        Category(*row)
        for row in connection.execute(
            "SELECT code, coalesce(label_fr, ''), coalesce(label_en, '') FROM category"
        )
    )
    index = {
        number: (label or "", category)
        for number, label, category in connection.execute(
            "SELECT source, label, category FROM category_crosswalk"
            " WHERE scheme = 'etat4001' AND valid_to IS NULL"
        )
    }
    places = {
        folded(word): row[0]
        for row in connection.execute("SELECT code, label_fr, label_en FROM place_kind")
        for word in row
    }
    return Town(categories, index, places, _areas(connection), _bounds(connection))


def _areas(connection: sqlite3.Connection) -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    for level, code, name in connection.execute("SELECT level, code, name FROM territory"):
        words.setdefault(level, set()).update((folded(code), folded(name or code)))
    return {level: frozenset(found) for level, found in words.items()}


def _bounds(connection: sqlite3.Connection) -> tuple[float, float, float, float] | None:
    from .locating import transformed

    (epsg,) = connection.execute("SELECT epsg FROM observatory").fetchone()
    shapes = [
        shapely.from_wkb(geopackage.wkb_of(geom))
        for (geom,) in connection.execute("SELECT geom FROM territory WHERE geom IS NOT NULL")
    ]
    if not shapes:
        return None
    west, south, east, north = shapely.total_bounds(shapes)
    corners = np.array([[west, west, east, east], [south, north, south, north]])
    x, y = transformed(corners[0], corners[1], epsg, 4326)
    return float(min(x)), float(min(y)), float(max(x)), float(max(y))
