"""Which territories an incident lies in, at every level; kept beside the incidents.

A point on an edge that two territories of a level share belongs to the one recorded first. A
record that only names an area lies in it and in every larger area that contains it.
"""

from __future__ import annotations

import sqlite3
from contextlib import nullcontext
from dataclasses import dataclass

import numpy as np
import shapely

from oltp_plugin.analysis.assignment import OUTSIDE, assign, nested

from . import geopackage


@dataclass(frozen=True)
class Territories:
    """The recorded areas: m fids, (level, valid from) pairs, codes and shapely polygons."""

    fids: np.ndarray
    levels: list[str]
    codes: list[str]
    editions: list[tuple[str, str]]
    polygons: np.ndarray

    def of_level(self, level: str) -> np.ndarray:
        """Positions of the areas of a level."""
        return np.array([i for i, own in enumerate(self.levels) if own == level], dtype=int)


def load(connection: sqlite3.Connection) -> Territories:
    """All areas that have a geometry, first recorded first."""
    rows = connection.execute(
        "SELECT fid, level, code, coalesce(valid_from, ''), geom FROM territory"
        " WHERE geom IS NOT NULL ORDER BY fid"
    ).fetchall()
    polygons = shapely.from_wkb([geopackage.wkb_of(row[4]) for row in rows])
    return Territories(
        np.array([row[0] for row in rows], dtype=np.int64),
        [row[1] for row in rows],
        [row[2] for row in rows],
        [(row[1], row[3]) for row in rows],
        np.asarray(polygons, dtype=object),
    )


def of_points(
    territories: Territories, incidents: np.ndarray, x: np.ndarray, y: np.ndarray
) -> np.ndarray:
    """k × 2: territory and incident of located incidents; ``incidents``, ``x``, ``y``: length n."""
    pairs = [np.empty((0, 2), dtype=np.int64)]
    for edition in sorted(set(territories.editions)):
        positions = np.array([i for i, own in enumerate(territories.editions) if own == edition])
        owner = assign(territories.polygons[positions], x, y)
        inside = owner != OUTSIDE
        fids = territories.fids[positions[owner[inside]]]
        pairs.append(np.column_stack([fids, incidents[inside]]))
    return np.concatenate(pairs)


def of_areas(territories: Territories, named: list[tuple[int, str, str]]) -> np.ndarray:
    """k × 2: territory and incident of records that only name an area (fid, level, code)."""
    containing = _containing(territories, {(level, code) for _, level, code in named})
    pairs = [
        (territory, incident)
        for incident, level, code in named
        for territory in containing.get((level, code), ())
    ]
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def together(*pairs: np.ndarray) -> np.ndarray:
    """All pairs (k × 2: territory, incident) in the order in which their table keeps them."""
    every = np.concatenate(pairs)
    return every[np.lexsort((every[:, 1], every[:, 0]))]


def insert(connection: sqlite3.Connection, pairs: np.ndarray) -> None:
    """Write pairs, best in their table's order; those already there stay."""
    columns = {"territory": pairs[:, 0].tolist(), "incident": pairs[:, 1].tolist()}
    (held,) = connection.execute("SELECT count(*) FROM incident_territory").fetchone()
    anew = len(pairs) > held
    with geopackage.without_indices(connection, "incident_territory") if anew else nullcontext():
        geopackage.insert_columns(
            connection, "incident_territory", columns, verb="INSERT OR IGNORE"
        )


def gaps(connection: sqlite3.Connection) -> np.ndarray:
    """The pairs of territory and incident that are missing; k × 2.

    Those of incidents without any; of all incidents after territories changed.
    """
    territories = load(connection)
    if not len(territories.fids):
        return np.empty((0, 2), dtype=np.int64)
    (stale,) = connection.execute("SELECT memberships_stale FROM observatory").fetchone()
    without = " AND NOT EXISTS (SELECT 1 FROM incident_territory WHERE incident = incident.fid)"
    which = "" if stale else without
    points = connection.execute(
        f"SELECT fid, geom FROM incident WHERE geom IS NOT NULL{which}"  # nosec B608
    ).fetchall()
    named = connection.execute(
        "SELECT fid, territory_level, territory FROM incident"
        f" WHERE geom IS NULL AND territory IS NOT NULL{which}"  # nosec B608
    ).fetchall()
    shapes = shapely.from_wkb([geopackage.wkb_of(blob) for _, blob in points])
    fids = np.array([fid for fid, _ in points], dtype=np.int64)
    pairs = of_points(territories, fids, shapely.get_x(shapes), shapely.get_y(shapes))
    return together(pairs, of_areas(territories, named))


def fill_gaps(connection: sqlite3.Connection) -> None:
    """Write the missing pairs; after territories changed, all are computed anew."""
    pairs = gaps(connection)
    (stale,) = connection.execute("SELECT memberships_stale FROM observatory").fetchone()
    if stale:
        connection.execute("DELETE FROM incident_territory")
    insert(connection, pairs)
    connection.execute("UPDATE observatory SET memberships_stale = 0 WHERE memberships_stale")


def _containing(
    territories: Territories, named: set[tuple[str, str]]
) -> dict[tuple[str, str], list[int]]:
    """For each named area its own fid and those of the areas that contain it."""
    keys = list(zip(territories.levels, territories.codes))
    wanted = np.array([i for i, key in enumerate(keys) if key in named], dtype=int)
    if not len(wanted):
        return {}
    inside = nested(territories.polygons, territories.polygons[wanted])
    inside[wanted, np.arange(len(wanted))] = True
    return {
        keys[position]: territories.fids[inside[:, column]].tolist()
        for column, position in enumerate(wanted)
    }
