"""Shared by all tests: the real open data beside the checkout, where it is present."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
PEERS = ROOT / ".venv-peers" / "bin" / "python"

# A busy machine is no failure, and a run draws the same examples as the one before it.
settings.register_profile(
    "oltp",
    settings(),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("oltp")

# Before any QGIS starts, in this process or another: no test leaves a key or a profile at home.
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="oltp-tests-")
os.environ["LC_ALL"] = "C.UTF-8"  # a test says itself which language it speaks


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real open data; a test that needs it is skipped where it is absent."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("real open data is not beside the checkout")
    return folder


@pytest.fixture(scope="session")
def oracles() -> Path:
    """The folder of published numbers; a test that needs it is skipped where it is absent."""
    folder = SHARED / "oracles"
    if not folder.is_dir():
        pytest.skip("the published numbers are not beside the checkout")
    return folder


@pytest.fixture(scope="session")
def published(oracles) -> dict[str, dict]:
    """The published numbers by their name: ``expected``, ``tolerance``, and where they stand."""
    records = json.loads((oracles / "expected_values.json").read_text(encoding="utf-8"))
    return {record["id"]: record for record in records}


@pytest.fixture(scope="session")
def peer(tmp_path_factory):
    """``peer(code, **arrays)``: run ``code`` on arrays beside the peers (esda, pymannkendall…).

    The code finds each array under its name, and puts arrays into the dict ``answer``, which is
    what comes back. A process starts and imports for some seconds: ask much at once.
    """
    if not PEERS.exists():
        pytest.skip("the peers are not installed: scripts/install.sh peers")
    folder = tmp_path_factory.mktemp("peer")
    given, told = folder / "given.npz", folder / "told.npz"

    def run(code: str, **arrays) -> dict:
        np.savez(given, **arrays)
        script = (
            f"import numpy as np; globals().update(np.load({str(given)!r})); answer = {{}}\n"
            f"{code}\nnp.savez({str(told)!r}, **answer)"
        )
        done = subprocess.run(
            [PEERS, "-W", "ignore", "-c", script], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        with np.load(told) as answers:
            return dict(answers)

    return run


@pytest.fixture
def town_observatory(tmp_path) -> Path:
    """A small observatory of the sample's town: territories, places, two partners' records.

    Municipal police: 40 records, 36 with a point. Transport: 20, all with one, and one more
    that it withdrew.
    """
    from oltp_plugin.observatory import geopackage
    from oltp_plugin.observatory.connection import writing
    from oltp_plugin.observatory.create import create
    from oltp_plugin.observatory.territories import Territory, import_territories

    path = tmp_path / "Valbrune.gpkg"
    create(path)
    for level, name in (("commune", "commune"), ("quartier", "quartiers")):
        areas = [
            Territory(fields["code"], fields["nom"], bytes(shape.ExportToWkb()))
            for fields, shape in _sample(f"{name}.geojson")
        ]
        import_territories(path, level, areas)
    with writing(path) as connection:
        connection.execute("INSERT INTO partner (code, name) VALUES ('PM', 'Police municipale')")
        connection.execute("INSERT INTO partner (code, name) VALUES ('TC', 'Transports')")
        for fields, point in _sample("cameras.geojson"):
            (blob,) = geopackage.point_blobs([point.GetX()], [point.GetY()], 2154)
            connection.execute(
                "INSERT INTO place (kind, name, geom) VALUES ('camera', ?, ?)",
                (fields["nom"], blob),
            )
        for row in range(61):
            x, y = 702000 + 61 * (row * 7 % 23), 6601500 + 53 * (row * 5 % 29)
            (blob,) = geopackage.point_blobs([x], [y], 2154)
            connection.execute(
                "INSERT INTO incident (geom, partner, category, occurred_from, status)"
                " VALUES (?, ?, ?, ?, ?)",
                (
                    None if row % 10 == 3 and row < 40 else blob,
                    "PM" if row < 40 else "TC",
                    "coups_blessures" if row % 2 else "homicide",
                    f"2024-{1 + row % 12:02}-{1 + row % 28:02}T{row % 24:02}:30:00",
                    "withdrawn" if row == 60 else "open",
                ),
            )
    return path


def _sample(name: str) -> list[tuple]:
    """Attributes and OGR geometry of each feature of a file of the sample."""
    from osgeo import ogr

    file = Path(__file__).resolve().parents[1] / "sample" / name
    source = ogr.Open(str(file))
    return [(row.items(), row.geometry().Clone()) for row in source.GetLayer(0)]
