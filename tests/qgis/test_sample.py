"""The made-up town: the generator reproduces it, and the plugin finds what is planted."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections import Counter
from csv import DictReader
from pathlib import Path

import processing
import pytest

from sample.truth import highest_peaks, planted

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
PARTNERS = ["police_municipale", "transports", "bailleur"]
RADIUS = 250.0


def test_generator_reproduces_the_committed_files(tmp_path):
    subprocess.run([sys.executable, SAMPLE / "generate.py", tmp_path], check=True)
    made = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert len(made) == 10 + 9 + 8 + 2, "the history, two months with one file missing, two more"
    names = [path.relative_to(tmp_path) for path in made]
    assert [n for n in names if (tmp_path / n).read_bytes() != (SAMPLE / n).read_bytes()] == []


def test_size():
    assert sum(path.stat().st_size for path in SAMPLE.rglob("*") if path.is_file()) < 2_000_000


@pytest.fixture(scope="module")
def town(tmp_path_factory, provider) -> dict:
    """Valbrune's observatory, and each import's result with its reject codes by line."""
    folder = tmp_path_factory.mktemp("town")
    observatory = folder / "valbrune.gpkg"
    processing.run("oltp:createobservatory", {"OUTPUT": str(observatory)})
    for file, level in (("commune", "commune"), ("quartiers", "quartier")):
        processing.run(
            "oltp:importterritories",
            {
                "OBSERVATORY": str(observatory),
                "INPUT": str(SAMPLE / f"{file}.geojson"),
                "LEVEL": level,
                "CODE_FIELD": "code",
                "NAME_FIELD": "nom",
            },
        )
    imports = {}
    for partner in PARTNERS:
        rejects = folder / f"{partner}.csv"
        result = processing.run(
            "oltp:importincidents",
            {
                "OBSERVATORY": str(observatory),
                "INPUT": str(SAMPLE / f"{partner}.csv"),
                "PROFILE": str(SAMPLE / f"{partner}.json"),
                "REJECTS": str(rejects),
            },
        )
        with rejects.open(encoding="utf-8-sig", newline="") as file:
            codes = {row["row"]: row["code"] for row in DictReader(file)}
        imports[partner] = {**result, "codes": codes}
    return {"observatory": observatory, "imports": imports}


@pytest.mark.parametrize("partner", PARTNERS)
def test_import_counts_what_was_planted(town, partner):
    result = town["imports"][partner]
    expected = json.loads((SAMPLE / "truth.json").read_text())["files"][f"{partner}.csv"]
    assert result["READ"] == expected["read"]
    assert result["INSERTED"] == expected["inserted"]
    assert result["UNLOCATED"] == expected["unlocated"]
    assert result["codes"] == expected["rejects"]
    assert result["REJECTED"] == len(expected["rejects"])


def test_every_reject_code_but_agreement_is_in_the_sample(town):
    seen = Counter(code for result in town["imports"].values() for code in result["codes"].values())
    assert set(seen) == {
        "NULL_ID", "DUP_ID", "NULL_DATE", "BAD_DATE", "NULL_CATEGORY", "BAD_CATEGORY", "BAD_XY",
        "OUT_OF_AREA", "BAD_FIELD",
    }  # fmt: skip


def test_free_text_is_never_read_into_the_observatory(town):
    assert b"06 39 98" in (SAMPLE / "bailleur.csv").read_bytes()
    content = town["observatory"].read_bytes()
    assert b"06 39 98" not in content
    assert b"rappeler le voisin" not in content


@pytest.mark.parametrize("partners", ["PM", ""])
def test_planted_hot_spots_are_the_highest_peaks(town, tmp_path, partners):
    incidents = processing.run(
        "oltp:incidents",
        {
            "OBSERVATORY": str(town["observatory"]),
            "PARTNERS": partners,
            "OUTPUT": "TEMPORARY_OUTPUT",
        },
    )["OUTPUT"]
    density = tmp_path / "density.tif"
    processing.run(
        "oltp:kerneldensity",
        {
            "INPUT": incidents,
            "STUDY_AREA": str(SAMPLE / "commune.geojson"),
            "RADIUS": RADIUS,
            "OUTPUT": str(density),
        },
    )
    spots = planted()
    nearest = {
        name: min(math.dist(position, peak) for peak in highest_peaks(density, len(spots)))
        for name, position in spots.items()
    }
    assert len(nearest) == 5
    assert [name for name, distance in nearest.items() if distance > RADIUS] == []
