"""The observatory in a QGIS that knows nothing of the plugin."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import shapely

from oltp_plugin.observatory import batches, connection, create, opening, territories

SCRIPT = Path(__file__).parent / "edit_in_plain_qgis.py"
REFUSED = (
    "unknown category",
    "unknown partner",
    "not a time",
    "end before start",
    "unknown status",
)


@pytest.fixture(scope="module", params=["Europe/Paris", "America/New_York"])
def edited(request, tmp_path_factory):
    """An observatory after the edits, on a PC of that time zone, and what that QGIS reported."""
    path = tmp_path_factory.mktemp("plain") / "observatoire.gpkg"
    create.create(path)
    for code, west in (("A", 700000), ("B", 701000)):
        box = shapely.to_wkb(shapely.box(west, 6200000, west + 1000, 6201000))
        territories.import_territories(
            path, "quartier", [territories.Territory(code, f"Quartier {code}", box)]
        )
    batches.nil_return(path, "PM", "2026-01-01", "2026-01-31")
    environment = {**os.environ, "TZ": request.param, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        (sys.executable, str(SCRIPT), str(path)),
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    return path, json.loads(done.stdout.strip().splitlines()[-1])


def test_incidents_can_be_added_and_moved(edited):
    assert (edited[1]["added"], edited[1]["moved"]) == (True, True)


def test_what_breaks_the_data_is_refused(edited):
    assert {name: edited[1][name] for name in REFUSED} == dict.fromkeys(REFUSED, False)


def test_times_are_those_that_were_typed(edited):
    path, outcome = edited
    typed = ["2026-03-29T02:30:00", "2026-12-31T23:30:00"]
    assert outcome["times"] == typed
    with connection.reading(path) as db:
        stored = db.execute("SELECT occurred_from FROM incident ORDER BY 1").fetchall()
    assert [moment for (moment,) in stored] == typed


def test_new_incidents_have_an_identity(edited):
    with connection.reading(edited[0]) as db:
        rows = db.execute("SELECT uuid, created_at, status, count FROM incident").fetchall()
    assert len({row[0] for row in rows}) == 2
    assert all(row[1] and row[2:] == ("open", 1) for row in rows)


def test_index_and_memberships_follow(edited):
    path = edited[0]
    opening.open_observatory(path)
    with connection.reading(path) as db:
        assert db.execute("SELECT rtreecheck('rtree_incident_geom')").fetchone() == ("ok",)
        found = db.execute(
            "SELECT count(*) FROM rtree_incident_geom WHERE minx > 701000 AND maxx < 702000"
        ).fetchone()
        assert found == (2,)
        rows = db.execute(
            "SELECT t.code FROM incident_territory m JOIN territory t ON t.fid = m.territory"
        ).fetchall()
        assert rows == [("B",), ("B",)]
        count = "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'incident'"
        assert db.execute(count).fetchone() == (2,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
