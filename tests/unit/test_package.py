"""The ZIP of ``make package`` meets the plugin site's rules and carries what QGIS needs."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from configparser import ConfigParser
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 25 * 1024 * 1024

pytestmark = pytest.mark.skipif(
    not (shutil.which("git") and shutil.which("make")), reason="needs git and make"
)


@pytest.fixture(scope="module")
def package(tmp_path_factory) -> Path:
    """The ZIP built from the last commit, in a clone of its own."""
    clone = tmp_path_factory.mktemp("package") / "some clone"
    subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
    subprocess.run(["make", "--silent", "package"], cwd=clone, check=True)
    (built,) = (clone / "build").glob("oltp_plugin.*.zip")
    return built


@pytest.fixture(scope="module")
def names(package) -> list[str]:
    with zipfile.ZipFile(package) as archive:
        return [name for name in archive.namelist() if not name.endswith("/")]


@pytest.fixture(scope="module")
def metadata(package) -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    with zipfile.ZipFile(package) as archive:
        parser.read_string(archive.read("oltp_plugin/metadata.txt").decode())
    return dict(parser["general"])


def test_size_and_single_folder(package, names):
    assert package.stat().st_size < LIMIT
    assert {name.split("/")[0] for name in names} == {"oltp_plugin"}
    assert not any("\\" in name or ".." in name for name in names)


@pytest.mark.parametrize(
    "name",
    [
        "__init__.py",
        "metadata.txt",
        "LICENSE",
        "i18n/oltp_fr.qm",
        "models/hot_spot_diagnosis.model3",
    ],
)
def test_required_file(names, name):
    assert f"oltp_plugin/{name}" in names


def test_nothing_but_the_plugin(names):
    """No dotfile, bytecode, test, script, sample, translation source or settings of tools."""
    inside = [PurePosixPath(name).relative_to("oltp_plugin") for name in names]
    assert {path.parts[0] for path in inside} <= {
        "__init__.py", "metadata.txt", "resources.qrc", "LICENSE", "README.md", "CHANGELOG.md",
        "oltp_plugin", "processing_algorithms", "forms", "help", "i18n", "icons", "layouts",
        "models", "styles",
    }  # fmt: skip
    assert not [path for path in inside if any(part.startswith(".") for part in path.parts)]
    assert not [path for path in inside if "__pycache__" in path.parts]
    assert not [path for path in inside if path.suffix in (".pyc", ".ts", ".toml")]


def test_every_file_that_the_plugin_reads_is_there(names):
    folders = [
        "oltp_plugin",
        "processing_algorithms",
        "forms",
        "help",
        "icons",
        "layouts",
        "styles",
    ]
    tracked = subprocess.run(
        ["git", "-C", ROOT, "ls-tree", "-r", "--name-only", "HEAD", *folders],
        capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    needed = {f"oltp_plugin/{name}" for name in tracked if not name.endswith("ruff.toml")}
    assert needed
    assert needed <= set(names)


def test_metadata(names, metadata):
    required = "name description about version author email tracker repository"
    assert [key for key in required.split() if not metadata.get(key)] == []
    assert metadata["qgisminimumversion"] == "3.22"
    assert metadata["qgismaximumversion"] == "4.99"
    assert metadata["description[fr]"]
    assert metadata["about[fr]"]
    assert f"oltp_plugin/{metadata['icon']}" in names
    assert all(metadata[key].startswith("https://") for key in ("tracker", "repository"))


def test_security_scan(package):
    """What the plugin site runs on every upload."""
    scan = [sys.executable, ROOT / "scripts" / "scan.py", package]
    finished = subprocess.run(scan, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr
