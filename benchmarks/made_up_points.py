"""A million points of a made-up town, some spread, some around a few squares, as a GeoPackage."""

from __future__ import annotations

import sqlite3
import struct
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

SIDE = 10_000  # m


def town(count: int) -> np.ndarray:
    """``count`` × 2 coordinates in EPSG:2154, a third of them around 40 squares."""
    random = np.random.default_rng(2024)
    spread = random.uniform(0, SIDE, (count - count // 3, 2))
    squares = random.uniform(0.1 * SIDE, 0.9 * SIDE, (40, 2))
    around = squares[random.integers(0, 40, count // 3)] + random.normal(0, 150, (count // 3, 2))
    return np.clip(np.concatenate((spread, around)), 0, SIDE) + np.array((765_000, 6_275_000))


def write(path: Path, points: np.ndarray) -> None:
    """One layer ``points``, with a category and a weight beside each point."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(2154)
    dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    layer = dataset.CreateLayer(
        "points", system, ogr.wkbPoint, options=["SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom"]
    )
    layer.CreateField(ogr.FieldDefn("category", ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("weight", ogr.OFTReal))
    dataset = layer = None
    _insert(path, points)


def _insert(path: Path, points: np.ndarray) -> None:
    header = b"GP\x00\x01" + struct.pack("<i", 2154) + b"\x01" + struct.pack("<I", 1)
    rows = (
        (header + struct.pack("<dd", *point), f"category {number % 7}", number % 5 * 0.5)
        for number, point in enumerate(points.tolist())
    )
    with sqlite3.connect(path) as connection:
        connection.create_function("ST_IsEmpty", 1, lambda blob: 0)
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.executemany("INSERT INTO points (geom, category, weight) VALUES (?, ?, ?)", rows)
    connection.close()
