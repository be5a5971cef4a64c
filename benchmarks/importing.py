"""Importing a delivery with all its checks, against ``ogr2ogr`` of the same file and indices.

``ogr2ogr`` only converts: it checks, maps, matches, hashes, locates and journals nothing. The same
holds for geopandas with pyogrio, which also builds no attribute index here. Every side is a process
of its own, whose processor time and memory are measured; of a few alternating runs the best counts.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from pathlib import Path

import numpy as np
import shapely

from oltp_plugin.intake import importing, profile
from oltp_plugin.observatory import create, schema, territories

ROOT = Path(__file__).resolve().parents[1]
PEERS = ROOT / ".venv-peers" / "bin" / "python"
WANTED = 1.43  # at most 0.7 of its time, by the clock
WEST, SOUTH, SIZE = 700_000, 6_200_000, 10_000
PROFILE = {
    "name": "Benchmark",
    "partner": "PM",
    "format": {"type": "csv", "encoding": "utf-8", "delimiter": ",", "decimal": "."},
    "area": {"level": "commune"},
    "fields": {
        "partner_ref": {"column": "id"},
        "occurred_from": {"columns": ["day", "hour"], "format": "%d/%m/%Y %H:%M"},
        "category": {
            "column": "kind",
            "values": {"Vol": "vol_tire", "Tapage": "bruit_voie_publique"},
        },
        "x": {"column": "x"},
        "y": {"column": "y"},
        "address": {"column": "street"},
    },
    "unique_id": True,
}
# The importing function that the algorithm calls, in a process whose memory is then its own.
OURS = """
import sys
from pathlib import Path
from oltp_plugin.intake import importing, profile
observatory, source, definition, keys = map(Path, sys.argv[1:])
importing.import_file(observatory, source, profile.read_profile(definition), keys)
"""
PYOGRIO = """
import sys
import geopandas, pandas
source, target = sys.argv[1:]
table = pandas.read_csv(source)
points = geopandas.points_from_xy(table.x, table.y, crs=2154)
layer = geopandas.GeoDataFrame(table.drop(columns=["x", "y"]), geometry=points)
layer.to_file(target, driver="GPKG", engine="pyogrio", SPATIAL_INDEX="YES")
"""
INDEX = """
import sqlite3, sys
converted = sqlite3.connect(sys.argv[1])
for statement in sys.argv[2:]:
    converted.execute(statement)
converted.commit()
"""
# What an incident has beside the file's columns; a constant default is not written row by row.
ADDED = ("partner TEXT DEFAULT 'PM'", "status TEXT DEFAULT 'open'", "batch INTEGER DEFAULT 1")
NAMES = {"uuid": "id", "partner_ref": "id", "occurred_from": "day", "category": "kind"}
OBSERVATORY, DEFINITION, KEYS = "observatory.gpkg", "profile.json", "keys"
RUNS = 2
TENTH = 10


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock and of the processor, user's and system's; gigabytes."""

    wall: float
    processor: float
    memory: float

    def __add__(self, other: Cost) -> Cost:
        memory = max(self.memory, other.memory)
        return Cost(self.wall + other.wall, self.processor + other.processor, memory)


def rows(folder: Path, count: int, runs: int = RUNS) -> Iterator[tuple]:
    """(what, peer, our seconds, the peer's[, wanted]), by the clock and of the processor."""
    source = _delivery(folder, count)
    sides = {"ours": _ours, "again": _again, "ogr2ogr": _ogr2ogr, "pyogrio": _pyogrio}
    costs: dict[str, list[Cost]] = {name: [] for name in sides}
    for _ in range(runs):
        for name, side in sides.items():
            costs[name].append(side(folder, source))
    memory, second = (max(cost.memory for cost in costs[name]) for name in ("ours", "again"))
    what = f"import of {count:,} rows ({memory:.2f} GB)"
    units = ("clock", attrgetter("wall"), WANTED), ("processor", attrgetter("processor"), 0)
    for unit, of, wanted in units:
        best = {name: min(map(of, found)) for name, found in costs.items()}
        yield f"{what}, {unit}", "ogr2ogr and indices", best["ours"], best["ogr2ogr"], wanted
        yield f"{what}, {unit}", "geopandas, pyogrio", best["ours"], best["pyogrio"]
        again = f"the same file again ({second:.2f} GB), {unit}"
        yield again, "its first import", best["again"], best["ours"]
    yield _dry_run(folder)


def _delivery(folder: Path, count: int) -> Path:
    choose = np.random.default_rng(1)
    x, y = (low + choose.random(count) * SIZE for low in (WEST, SOUTH))
    day, minute = choose.integers(0, 700, count), choose.integers(0, 1440, count)
    dates = np.datetime_as_string(np.datetime64("2024-01-01") + day)
    path = folder / "delivery.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("id,day,hour,kind,x,y,street\n")
        for i in range(count):
            written = f"{dates[i][8:]}/{dates[i][5:7]}/{dates[i][:4]}"
            hour = f"{minute[i] // 60:02}:{minute[i] % 60:02}"
            kind = "Vol" if i % 3 else "Tapage"
            file.write(f"{i},{written},{hour},{kind},{x[i]:.1f},{y[i]:.1f},{i % 100} rue A\n")
    return path


def _ours(folder: Path, source: Path) -> Cost:
    _import_of_other_partner(folder, _observatory(folder), source)
    return _again(folder, source)


def _again(folder: Path, source: Path) -> Cost:
    """After ``_ours``: every row is matched with what is stored, and none has changed."""
    observatory, definition, keys = (folder / name for name in (OBSERVATORY, DEFINITION, KEYS))
    return _run(sys.executable, "-c", OURS, observatory, source, definition, keys)


def _import_of_other_partner(folder: Path, observatory: Path, source: Path) -> None:
    """Another partner has reported one in TENTH of the same facts, so that these are searched."""
    other = folder / "other.csv"
    with source.open(encoding="utf-8") as file, other.open("w", encoding="utf-8") as copy:
        copy.writelines(islice(file, 1))
        copy.writelines(islice(file, 0, None, TENTH))
    document = {**PROFILE, "name": "Other", "partner": "CSU"}
    read = profile.parse(json.dumps(document), "other.json")
    importing.import_file(observatory, other, read, folder / KEYS)


def _observatory(folder: Path) -> Path:
    """An empty one with a commune; beside it, the profile."""
    observatory = folder / OBSERVATORY
    observatory.unlink(missing_ok=True)
    create.create(observatory)
    box = shapely.to_wkb(shapely.box(WEST, SOUTH, WEST + SIZE, SOUTH + SIZE))
    territories.import_territories(
        observatory, "commune", [territories.Territory("1", "Town", box)]
    )
    (folder / DEFINITION).write_text(json.dumps(PROFILE), encoding="utf-8")
    return observatory


def _dry_run(folder: Path) -> tuple[str, str, float, float, float]:
    """50,000 rows only checked, by the clock, after the modules are loaded, as in QGIS."""
    observatory = _observatory(folder)
    source = _delivery(folder, 50_000)
    begun = time.perf_counter()
    read = profile.read_profile(folder / DEFINITION)
    importing.import_file(observatory, source, read, folder / KEYS, dry_run=True)
    return "dry run of 50,000 rows", "5 s", time.perf_counter() - begun, 5.0, 1.0


def _ogr2ogr(folder: Path, source: Path) -> Cost:
    target = folder / "converted.gpkg"
    target.unlink(missing_ok=True)
    geometry = ("-oo", "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y", "-a_srs", "EPSG:2154")
    layer = ("-nln", "incident", "-gt", "100000")
    cost = _run("ogr2ogr", "-f", "GPKG", target, source, *layer, *geometry)
    return cost + _run(sys.executable, "-c", INDEX, target, *_statements())


def _statements() -> list[str]:
    """The observatory's own indices, on the converted columns that stand for its own."""
    added = [f"ALTER TABLE incident ADD COLUMN {column}" for column in (*ADDED, "fact TEXT")]
    own = re.findall(r"CREATE (?:UNIQUE )?INDEX \w+ ON incident \([^;]*", schema.REST)
    for name, column in NAMES.items():
        own = [re.sub(rf"\b{name}\b", column, statement) for statement in own]
    return added + own


def _pyogrio(folder: Path, source: Path) -> Cost:
    target = folder / "pyogrio.gpkg"
    target.unlink(missing_ok=True)
    return _run(PEERS, "-c", PYOGRIO, source, target)


def _run(*command: object) -> Cost:
    """What a process takes, its start included."""
    begun = time.perf_counter()
    process = subprocess.Popen(list(map(str, command)), cwd=ROOT)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise subprocess.CalledProcessError(status, str(command[0]))
    process.returncode = 0
    wall = time.perf_counter() - begun
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1e6)


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        compared = rows(Path(name), int(sys.argv[1]), int(sys.argv[2]))
        for what, peer, ours, theirs, *_ in compared:
            print(f"{what:<50} {ours:6.2f} s; {peer:<20} {theirs:6.2f} s; × {ours / theirs:.2f}")
