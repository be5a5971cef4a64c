"""Importing a delivery with all its checks, against ``ogr2ogr`` of the same file and indices.

``ogr2ogr`` only converts: it checks, maps, matches, hashes, locates and journals nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import shapely

from oltp_plugin.observatory import create, territories

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
# In a process of its own, whose memory is then the import's.
OURS = """
import resource, sys, time
from pathlib import Path
from oltp_plugin.intake import importing, profile
observatory, source, definition, keys = map(Path, sys.argv[1:])
begun = time.perf_counter()
importing.import_file(observatory, source, profile.read_profile(definition), keys)
print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6)
"""
INDICES = ("day, kind", "kind, day", "id", "street")


def rows(folder: Path, count: int) -> Iterator[tuple[str, str, float, float]]:
    """(what, peer, our seconds, the peer's seconds), points and spatial index on both sides."""
    source = _delivery(folder, count)
    ours, memory = _ours(folder, source)
    theirs = _ogr2ogr(folder, source)
    yield f"import of {count:,} rows ({memory:.1f} GB)", "ogr2ogr and indices", ours, theirs


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


def _ours(folder: Path, source: Path) -> tuple[float, float]:
    """Seconds and gigabytes."""
    observatory, definition = folder / "observatory.gpkg", folder / "profile.json"
    create.create(observatory)
    box = shapely.to_wkb(shapely.box(WEST, SOUTH, WEST + SIZE, SOUTH + SIZE))
    territories.import_territories(
        observatory, "commune", [territories.Territory("1", "Town", box)]
    )
    definition.write_text(json.dumps(PROFILE), encoding="utf-8")
    command = (sys.executable, "-c", OURS, observatory, source, definition, folder / "keys")
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run(
        list(map(str, command)), capture_output=True, text=True, check=True, cwd=root
    )
    seconds, memory = map(float, done.stdout.split()[-2:])
    return seconds, memory


def _ogr2ogr(folder: Path, source: Path) -> float:
    target = folder / "converted.gpkg"
    begun = time.perf_counter()
    geometry = ("-oo", "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y", "-a_srs", "EPSG:2154")
    layer = ("-nln", "incident", "-gt", "100000")
    subprocess.run(("ogr2ogr", "-f", "GPKG", target, source, *layer, *geometry), check=True)
    for index, columns in enumerate(INDICES):
        statement = f"CREATE INDEX i{index} ON incident ({columns})"
        subprocess.run(("ogrinfo", "-q", target, "-sql", statement), check=True)
    return time.perf_counter() - begun


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        for what, peer, ours, theirs in rows(Path(name), int(sys.argv[1])):
            print(f"{what}: {ours:.1f} s; {peer}: {theirs:.1f} s; ratio {theirs / ours:.2f}")
