"""The file itself: a valid GeoPackage, whole after any accident, refused when it is not ours."""

import os
import resource
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.observatory import (
    batches,
    connection,
    create,
    geopackage,
    migration,
    opening,
    schema,
    summary,
)

ROOT = Path(__file__).resolve().parents[2]


def test_it_is_a_geopackage_that_gdal_reads_without_a_warning(observatory):
    gdal.ErrorReset()
    dataset = gdal.OpenEx(str(observatory), gdal.OF_VECTOR)
    names = {dataset.GetLayer(i).GetName() for i in range(dataset.GetLayerCount())}
    assert set(schema.FEATURES) | set(schema.ATTRIBUTES) <= names
    assert dataset.GetLayerByName("incident").TestCapability(ogr.OLCFastSpatialFilter)
    assert gdal.GetLastErrorMsg() == ""


def test_its_container_is_what_the_standard_asks(observatory):
    with connection.reading(observatory) as db:
        one = lambda sql: db.execute(sql).fetchone()[0]  # noqa: E731
        assert one("PRAGMA application_id") == 0x47504B47
        assert one("PRAGMA user_version") == 10300
        assert one("PRAGMA integrity_check") == "ok"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert one("SELECT count(*) FROM gpkg_spatial_ref_sys WHERE srs_id IN (-1, 0, 4326)") == 3
        for table in schema.FEATURES:
            assert one(f"SELECT rtreecheck('rtree_{table}_geom')") == "ok"
        extensions = {row[0] for row in db.execute("SELECT table_name FROM gpkg_extensions")}
        assert extensions == set(schema.FEATURES)
        contents = {row[0] for row in db.execute("SELECT table_name FROM gpkg_contents")}
        assert contents == set(schema.FEATURES) | set(schema.ATTRIBUTES)


def test_no_column_can_hold_a_person(observatory):
    forbidden = {"firstname", "lastname", "age", "sex", "gender", "nationality", "plate", "phone"}
    with connection.reading(observatory) as db:
        for table in (*schema.FEATURES, *schema.ATTRIBUTES):
            columns = {row[1].lower() for row in db.execute(f"PRAGMA table_info({table})")}
            assert not columns & forbidden
        assert "name" not in {row[1] for row in db.execute("PRAGMA table_info(incident)")}


def test_the_seed_covers_every_index_of_etat_4001(observatory):
    with connection.reading(observatory) as db:
        rows = db.execute(
            "SELECT CAST(w.source AS INTEGER), c.sensitive FROM category_crosswalk w"
            " JOIN category c ON c.code = w.category WHERE w.scheme = 'etat4001'"
        ).fetchall()
        assert sorted(index for index, _ in rows) == list(range(1, 108))
        assert {index for index, sensitive in rows if sensitive} == set(range(46, 55))
        assert db.execute(
            "SELECT sensitive FROM category WHERE code = 'violence_intrafamiliale'"
        ).fetchone() == (1,)
        levels = db.execute(
            "SELECT count(*) FROM category c JOIN category f ON f.code = c.parent"
            " WHERE f.parent IS NOT NULL"
        ).fetchone()
        assert levels == (0,), "two levels, no more"


def test_seed_labels_are_those_of_the_ministry(observatory, shared_data):
    import csv

    with (shared_data / "reference/etat4001_index_107.csv").open(encoding="utf-8") as file:
        published = {row["index"]: row["label_fr"] for row in csv.DictReader(file)}
    with connection.reading(observatory) as db:
        ours = dict(
            db.execute("SELECT source, label FROM category_crosswalk WHERE scheme = 'etat4001'")
        )
    assert ours == published


@pytest.mark.parametrize(
    ("name", "epsg", "code"),
    [
        ("observatoire.txt", 2154, "not_gpkg_name"),
        ("observatoire.gpkg", 4326, "crs_not_metric"),
        ("observatoire.gpkg", 2225, "crs_not_metric"),  # California, in feet
        ("observatoire.gpkg", 999999, "unknown_crs"),
        ("nowhere/observatoire.gpkg", 2154, "missing_folder"),
    ],
)
def test_create_refuses(tmp_path, name, epsg, code):
    with pytest.raises(ObservatoryError) as caught:
        create.create(tmp_path / name, epsg)
    assert caught.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_create_never_overwrites(observatory):
    before = observatory.read_bytes()
    with pytest.raises(ObservatoryError) as caught:
        create.create(observatory)
    assert caught.value.code == "exists"
    assert observatory.read_bytes() == before


def test_another_crs_can_be_chosen(tmp_path):
    path = tmp_path / "reunion.gpkg"
    create.create(path, 2975)
    assert opening.check(path).epsg == 2975


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\x00"])
def test_a_file_that_is_no_observatory_is_refused_untouched(tmp_path, content):
    path = tmp_path / "other.gpkg"
    path.write_bytes(content)
    with pytest.raises(ObservatoryError) as caught:
        opening.open_observatory(path)
    assert caught.value.code == "not_an_observatory"
    assert path.read_bytes() == content


def test_another_geopackage_is_refused(tmp_path):
    path = tmp_path / "other.gpkg"
    ogr.GetDriverByName("GPKG").CreateDataSource(str(path)).CreateLayer("places")
    with pytest.raises(ObservatoryError) as caught:
        opening.open_observatory(path)
    assert caught.value.code == "not_an_observatory"


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    with pytest.raises(ObservatoryError) as caught:
        opening.open_observatory(tmp_path / "gone.gpkg")
    assert caught.value.code == "missing_file"


def test_a_newer_schema_is_refused_untouched(observatory):
    with connection.writing(observatory) as db:
        db.execute("UPDATE observatory SET schema_version = ?", (schema.VERSION + 1,))
    before = observatory.read_bytes()
    with pytest.raises(ObservatoryError) as caught:
        opening.open_observatory(observatory)
    assert caught.value.code == "newer_schema"
    assert observatory.read_bytes() == before


def test_migration_keeps_a_backup_and_other_programs_tables(observatory):
    with connection.writing(observatory) as db:
        db.execute("CREATE TABLE qgis_projects (name TEXT)")
        db.execute("INSERT INTO qgis_projects VALUES ('carte')")
        db.execute("UPDATE observatory SET schema_version = 0")

    def add_column(db):
        db.execute("ALTER TABLE incident ADD COLUMN later TEXT")

    backup = migration.migrate(observatory, 0, {0: add_column}, 1)
    assert opening.check(observatory).schema_version == 1
    assert opening.check(backup).schema_version == 0
    with connection.reading(observatory) as db:
        assert db.execute("SELECT name FROM qgis_projects").fetchall() == [("carte",)]
        assert "later" in {row[1] for row in db.execute("PRAGMA table_info(incident)")}


def test_a_backup_may_be_read_by_those_who_may_read_the_file(observatory):
    observatory.chmod(0o600)
    backup = observatory.with_name("backup.gpkg")
    connection.back_up(observatory, backup)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_a_backup_that_the_disk_does_not_hold_is_not_left(observatory):
    backup = observatory.with_name("backup.gpkg")
    least, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, most))
    try:
        with pytest.raises(ObservatoryError, match="disk_full"):
            connection.back_up(observatory, backup)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (least, most))
    assert list(observatory.parent.glob("backup*")) == []


def test_a_failing_migration_changes_nothing(observatory):
    with connection.writing(observatory) as db:
        db.execute("UPDATE observatory SET schema_version = 0")
    before = observatory.read_bytes()

    def fail(db):
        db.execute("ALTER TABLE incident ADD COLUMN later TEXT")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        migration.migrate(observatory, 0, {0: fail}, 1)
    assert observatory.read_bytes() == before


@pytest.mark.parametrize("bulk", [False, True])
def test_a_write_that_fails_leaves_the_file_as_it_was(observatory, bulk):
    before = observatory.read_bytes()

    with pytest.raises(RuntimeError), connection.writing(observatory, bulk=bulk) as db:
        db.execute("INSERT INTO partner (code, name) VALUES ('X', 'X')")
        raise RuntimeError
    assert observatory.read_bytes() == before
    assert [path.name for path in observatory.parent.iterdir()] == [observatory.name]


@pytest.mark.parametrize("bulk", [False, True])
def test_a_second_writer_gets_a_sentence_and_changes_nothing(observatory, bulk, monkeypatch):
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.2)
    other = sqlite3.connect(observatory, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(ObservatoryError) as caught, connection.writing(observatory, bulk):
            pass
        assert caught.value.code == "busy"
    finally:
        other.close()
    with connection.writing(observatory, bulk) as db:
        db.execute("INSERT INTO partner (code, name) VALUES ('X', 'X')")


def test_a_stale_connection_cannot_write_into_a_replaced_file(observatory):
    """Nothing is lost: whoever had the old file open is refused, not silently ignored."""
    stale = sqlite3.connect(observatory, isolation_level=None)
    stale.execute("SELECT count(*) FROM partner").fetchone()
    batches.nil_return(observatory, "PM", "2026-01-01", "2026-01-31")
    with connection.writing(observatory, bulk=True) as db:
        db.execute("INSERT INTO partner (code, name) VALUES ('X', 'X')")
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        stale.execute("INSERT INTO partner (code, name) VALUES ('Y', 'Y')")


def test_an_edit_session_in_wal_is_written_in_place(observatory):
    editor = sqlite3.connect(observatory, isolation_level=None)
    editor.execute("PRAGMA journal_mode = wal")
    assert not connection.swaps(observatory)
    inode = observatory.stat().st_ino
    with connection.writing(observatory, bulk=True) as db:
        db.execute("INSERT INTO partner (code, name) VALUES ('X', 'X')")
    assert observatory.stat().st_ino == inode
    assert editor.execute("SELECT count(*) FROM partner").fetchone() == (1,)


def test_a_link_to_the_observatory_stays_a_link(observatory, tmp_path):
    link = tmp_path / "link.gpkg"
    link.symlink_to(observatory)
    with connection.writing(link, bulk=True) as db:
        db.execute("INSERT INTO partner (code, name) VALUES ('X', 'X')")
    assert link.is_symlink()
    assert [partner.code for partner in summary.summary(observatory).partners] == ["X"]


def test_the_file_keeps_its_rights(observatory):
    observatory.chmod(0o640)
    with connection.writing(observatory, bulk=True) as db:
        db.execute("INSERT INTO partner (code, name) VALUES ('X', 'X')")
    assert stat.S_IMODE(observatory.stat().st_mode) == 0o640


def test_readers_see_the_state_before_or_after_never_between(observatory):
    seen, stop = set(), threading.Event()

    def read():
        while not stop.is_set():
            seen.add(summary.summary(observatory).total)

    reader = threading.Thread(target=read)
    reader.start()
    _insert(observatory, 3000)
    deadline = time.monotonic() + 60
    while 3000 not in seen and time.monotonic() < deadline:
        time.sleep(0.01)
    stop.set()
    reader.join()
    assert 3000 in seen
    assert seen <= {0, 3000}
    assert summary.summary(observatory).total == 3000


def test_points_are_read_from_any_programs_blobs():
    import struct

    ours = geopackage.point_blobs([700001.5, -3.25], [6200001.25, 48.5], 2154)
    big_endian = b"GP\0\0" + struct.pack(">i", 2154) + struct.pack(">BIdd", 0, 1, 1.5, 2.5)
    with_envelope = geopackage.blob_from_wkb(ours[0][8:], 2154, (700001.5,) * 2 + (6200001.25,) * 2)
    found = geopackage.points_of([*ours, big_endian, with_envelope])
    expected = [[700001.5, 6200001.25], [-3.25, 48.5], [1.5, 2.5], [700001.5, 6200001.25]]
    assert found.tolist() == expected
    assert geopackage.points_of([]).shape == (0, 2)
    assert geopackage.point_of(big_endian) == (1.5, 2.5)


@pytest.mark.parametrize("swaps", [True, False])
def test_indices_made_anew_are_those_that_were_there(observatory, monkeypatch, swaps):
    def indices(db):
        return db.execute(
            "SELECT name, sql FROM sqlite_master WHERE tbl_name = 'incident' AND type = 'index'"
            " ORDER BY name"
        ).fetchall()

    monkeypatch.setattr(connection, "swaps", lambda path: swaps)
    with connection.writing(observatory, bulk=True) as db:
        before = indices(db), db.execute("PRAGMA cache_size").fetchone()
        with geopackage.without_indices(db, "incident"):
            assert [sql for _, sql in indices(db) if sql] == []
        assert (indices(db), db.execute("PRAGMA cache_size").fetchone()) == before


def _insert(path, n):
    from oltp_plugin.observatory import incidents

    with connection.writing(path, bulk=True) as db:
        batches.ensure_partner(db, "PM")
        columns = {
            "fid": range(1, n + 1),
            "geom": geopackage.point_blobs([700001.0] * n, [6200001.0] * n, 2154),
            "uuid": [f"u{i}" for i in range(n)],
        }
        same = {"partner": "PM", "category": "vol_tire", "occurred_from": "2026-01-01T00:00:00"}
        fids = np.arange(1, n + 1)
        places = (fids, np.full(n, 700001.0), np.full(n, 6200001.0))
        incidents.insert(db, columns, same, places)


def test_a_torn_write_is_rolled_back_on_opening(observatory, tmp_path):
    """A process killed inside a commit leaves a hot journal, which opening plays back."""
    script = f"""
import os, signal, sqlite3
db = sqlite3.connect({str(observatory)!r}, isolation_level=None)
db.execute("PRAGMA cache_size = 1")
db.execute("BEGIN IMMEDIATE")
db.executemany("INSERT INTO partner (code, name) VALUES (?, ?)",
               ((str(i), "x" * 500) for i in range(5000)))
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", script], check=False)
    journal = observatory.with_name(observatory.name + "-journal")
    assert journal.exists(), "the accident that this test is about did not happen"
    opening.open_observatory(observatory)
    assert not journal.exists()
    with connection.reading(observatory) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT count(*) FROM partner").fetchone() == (0,)


def test_a_dead_process_copy_is_cleared_by_the_next_write(observatory):
    leftover = observatory.with_name(f".{observatory.name}.dead.oltp-copy")
    leftover.write_bytes(b"half")
    with connection.writing(observatory, bulk=True):
        pass
    assert not leftover.exists()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX file size limits")
@pytest.mark.parametrize("bulk", [False, True])
def test_a_full_disk_is_one_sentence_and_changes_nothing(observatory, bulk):
    """The limit on a file's size stands in for the disk's: the same error from the system."""
    before = observatory.read_bytes()
    script = f"""
import resource, signal, sys
from pathlib import Path
from oltp_plugin.errors import ObservatoryError
from oltp_plugin.observatory import connection
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = Path({str(observatory)!r}).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100_000, size + 100_000))
try:
    with connection.writing(Path({str(observatory)!r}), bulk={bulk}) as db:
        db.executemany("INSERT INTO partner (code, name) VALUES (?, ?)",
                       ((str(i), "x" * 500) for i in range(5000)))
except ObservatoryError as error:
    print(error.code)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "disk_full"
    opening.open_observatory(observatory)
    assert summary.summary(observatory).partners == []
    assert len(before) == observatory.stat().st_size


def test_a_folder_that_may_only_be_read_is_one_sentence(observatory):
    answered = _in_a_folder_that_may_only_be_read(
        observatory,
        """
from oltp_plugin.errors import ObservatoryError
from oltp_plugin.observatory import batches, create
for attempt in (
    lambda: create.create(path.with_name("new.gpkg")),
    lambda: batches.nil_return(path, "PM", "2026-01-01", "2026-01-31"),
):
    try:
        attempt()
    except ObservatoryError as error:
        print(error.code)
""",
    )
    assert answered == ["not_writable", "read_only"]


@pytest.mark.parametrize(
    ("version", "expected"),
    [(schema.READABLE, ["{}", "109"]), (schema.READABLE - 1, ["read_only"])],
)
def test_an_older_file_that_may_only_be_read_is_shown_as_it_is(observatory, version, expected):
    with connection.writing(observatory) as db:
        db.execute("UPDATE observatory SET schema_version = ?", (version,))
        db.execute("DROP TABLE saved_filter")
    answered = _in_a_folder_that_may_only_be_read(
        observatory,
        """
from oltp_plugin.errors import ObservatoryError
from oltp_plugin.observatory import catalogue, connection, opening, summary
try:
    opening.open_observatory(path)
    with connection.reading(path) as db:
        print(catalogue.read(db).filters, len(catalogue.read(db).categories))
    summary.summary(path)
except ObservatoryError as error:
    print(error.code)
""",
    )
    assert answered == expected


def _in_a_folder_that_may_only_be_read(observatory, script: str) -> list[str]:
    """The words that ``script`` prints about ``path``, a copy that nobody may write.

    Root, whom tests may run as, is refused nothing: it gives up its right to write anywhere.
    """
    bound = ["setpriv", "--bounding-set", "-dac_override"] if os.geteuid() == 0 else []
    script = f"import sys\nfrom pathlib import Path\npath = Path(sys.argv[1])\n{script}"
    with tempfile.TemporaryDirectory() as name:
        path = Path(shutil.copy(observatory, name))
        path.chmod(0o444)
        path.parent.chmod(0o555)
        done = subprocess.run(
            [*bound, sys.executable, "-c", script, str(path)],
            capture_output=True,
            text=True,
            cwd=ROOT,
        )
        path.parent.chmod(0o755)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/srv/a b/é.gpkg", "file:///srv/a%20b/%C3%A9.gpkg?mode=ro"),
        ("C:/Données/o.gpkg", "file:///C%3A/Donn%C3%A9es/o.gpkg?mode=ro"),
        ("//server/share/o.gpkg", "file:////server/share/o.gpkg?mode=ro"),
    ],
)
def test_files_on_drives_and_shares_have_an_address(path, expected):
    assert connection.uri(path, "ro") == expected


@pytest.mark.parametrize("name", ["a b.gpkg", "é#1.gpkg", "50%.gpkg", "what?.gpkg"])
def test_an_observatory_may_have_any_name(tmp_path, name):
    path = tmp_path / name
    create.create(path)
    batches.nil_return(path, "PM", "2026-01-01", "2026-01-31")
    with connection.writing(path, bulk=True) as db:
        db.execute("INSERT INTO partner (code, name) VALUES ('X', 'X')")
    assert [partner.code for partner in summary.summary(path).partners] == ["PM", "X"]
    assert [each.name for each in tmp_path.iterdir()] == [name]


WRITERS = """
import sys
from pathlib import Path
sys.path[:0] = [sys.argv[2]]
from oltp_plugin.observatory import connection, opening
for _ in range(10):
    with connection.writing(Path(sys.argv[1]), bulk=True) as db:
        db.execute("INSERT INTO journal (at, who, action) VALUES ('2026-01-01T00:00:00', 'a', 'b')")
    opening.check_is_file(Path(sys.argv[1]))
"""


def test_nothing_is_lost_of_what_several_programs_write_at_once(observatory):
    command = [sys.executable, "-c", WRITERS, str(observatory), str(ROOT)]
    with connection.reading(observatory) as db:
        (before,) = db.execute("SELECT count(*) FROM journal").fetchone()
    writers = [subprocess.Popen(command) for _ in range(3)]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    with connection.reading(observatory) as db:
        assert db.execute("SELECT count(*) FROM journal").fetchone() == (before + 30,)


@pytest.mark.parametrize("bulk", [True, False])
def test_a_file_that_is_looked_at_while_it_is_written_stays_locked(observatory, bulk):
    other = (
        "import sqlite3, sys\n"
        "db = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)\n"
        "db.execute('BEGIN IMMEDIATE')"
    )
    command = [sys.executable, "-c", other, str(observatory)]
    with connection.writing(observatory, bulk=bulk):
        opening.check_is_file(observatory)
        refused = subprocess.run(command, capture_output=True, text=True, check=False)
        assert "database is locked" in refused.stderr
    assert subprocess.run(command, check=False).returncode == 0


def test_a_write_gives_way_to_one_that_came_between(observatory, monkeypatch):
    with pytest.raises(ObservatoryError) as caught, connection.writing(observatory, bulk=True):
        os.utime(observatory)  # as a library that knows of no lock would leave it
    assert caught.value.code == "busy"
    assert sorted(path.name for path in observatory.parent.iterdir()) == [observatory.name]
