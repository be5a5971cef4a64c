"""The folder in a real QGIS: loads, starts, reloads changed code and leaves without a trace."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SESSION = Path(__file__).with_name("loader_session.py")

pytestmark = pytest.mark.skipif(
    not (shutil.which("qgis") and shutil.which("xvfb-run") and shutil.which("git")),
    reason="needs QGIS Desktop, xvfb-run and git",
)


def _copy_of_checkout(folder: Path) -> None:
    tracked = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z"], capture_output=True, text=True, check=True
    ).stdout
    for name in filter(None, tracked.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)


def _unpacked_zip(folder: Path) -> None:
    folder.mkdir(parents=True)
    archive = folder.parent / "plugin.zip"
    subprocess.run(
        ["git", "-C", ROOT, "archive", "--format=zip", "--output", archive, "HEAD"], check=True
    )
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)


def _run(command: list[str], environment: dict[str, str]) -> str:
    """Run QGIS to its end, or end it with its display after two minutes; gives what it printed."""
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            return process.communicate(timeout=120)[0]
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGTERM)
            return process.communicate()[0]


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((_copy_of_checkout, "oltp_plugin"), id="checkout"),
        pytest.param((_unpacked_zip, "oltp_plugin"), id="zip"),
        pytest.param((_unpacked_zip, "oltp-main"), id="other_name"),
    ],
)
def notes(request, tmp_path_factory) -> dict:
    """What ``loader_session.py`` saw in a French QGIS of its own."""
    fill, name = request.param
    home = tmp_path_factory.mktemp("home")
    folder = home / "plugins" / name
    fill(folder)
    settings = home / "profiles" / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text("[locale]\noverrideFlag=true\nuserLocale=fr\n")
    written = home / "notes.json"
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "QGIS_PLUGINPATH": str(folder.parent),
        "OLTP_FOLDER": str(folder),
        "OLTP_NOTES": str(written),
    }
    command = ["xvfb-run", "--auto-servernum", "qgis", "--nologo", "--noversioncheck"]
    command += ["--profiles-path", str(home / "profiles"), "--code", str(SESSION)]
    messages = _run(command, environment)
    assert written.exists(), messages
    seen = json.loads(written.read_text())
    assert "error" not in seen, seen["error"]
    return seen


def test_starts_with_its_algorithms_and_language(notes):
    assert notes["loaded"]
    assert notes["started"]
    assert "oltp" in notes["during"]["providers"]
    assert "kerneldensity" in notes["algorithms"]
    assert notes["during"]["translated"] == "Points chauds"


def test_start_imports_no_heavy_library(notes):
    assert notes["heavy"] == []


def test_reload_runs_changed_code(notes):
    assert notes["reloaded"]
    assert notes["new_code_runs"]
    assert notes["after_reload"]["providers"] == notes["during"]["providers"]
    assert notes["after_reload"]["widgets"] == notes["during"]["widgets"]


def test_unload_leaves_no_trace(notes):
    assert notes["unloaded"]
    assert notes["after"] == notes["before"]
    assert notes["before"]["modules"] == []
