"""Two QGIS windows on one observatory, one in French, one in English."""

import contextlib
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from oltp_plugin.observatory import connection
from tests.desktop import test_desktop as desktop

pytestmark = desktop.pytestmark
DRIVE = Path(__file__).with_name("two_windows.py")
ROLES = {"changes": ("fr", "outra"), "watches": ("en", "insul")}


@pytest.fixture
def both(town_observatory, tmp_path) -> dict:
    """What each window saw, by its role."""
    desktop.give_addresses(town_observatory)
    signals = tmp_path / "signals"
    signals.mkdir()
    with contextlib.closing(sqlite3.connect(town_observatory)) as db:
        (record,) = db.execute("SELECT uuid FROM incident WHERE geom IS NOT NULL").fetchone()

    def run(role: str) -> dict:
        language, category = ROLES[role]
        folder = tmp_path / role
        folder.mkdir()
        more = {"role": role, "record": record, "signals": str(signals), "category": category}
        return desktop.seen_in(language, DRIVE, town_observatory, folder, more)

    with ThreadPoolExecutor() as at_once:
        return dict(zip(ROLES, at_once.map(run, ROLES)))


def test_two_windows_on_one_observatory(both, town_observatory):
    changes, watches = both["changes"], both["watches"]
    assert changes["error"] is None and watches["error"] is None
    # The map of the one that only looks is reloaded, and never without its incidents.
    pixels = watches["pixels"]
    assert len(pixels) > 20 and pixels[0] > 0
    assert min(pixels) >= 0.9 * pixels[0]
    # What the other changed meanwhile is shown and not written over.
    assert "Severity" in watches["refused"]
    # A busy file is a sentence within five seconds.
    assert town_observatory.name in watches["busy"]
    assert connection.BUSY_SECONDS < 5 and min(watches["waited"]) < 5
    with contextlib.closing(sqlite3.connect(town_observatory)) as db:
        (severity,) = db.execute(
            "SELECT severity FROM incident WHERE uuid = ?", (watches["record"],)
        ).fetchone()
        severities = db.execute("SELECT count(*) FROM incident").fetchone()
    assert severity == 5, "written once the other's 3 had been looked at"
    assert severities == (62,)
