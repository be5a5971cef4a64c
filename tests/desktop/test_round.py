"""The monthly round in a real QGIS window: two months' files dropped, the documents made from the
menu, and last month's bulletin explained."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.desktop.test_desktop import ROOT, pytestmark, seen_in  # noqa: F401 - what it needs
from tests.pdf import words_of
from tests.round_checks import (
    check_agreements,
    check_counts,
    check_explained,
    check_pages,
)

MONTHLY = ROOT / "sample" / "monthly"
DRIVE = Path(__file__).with_name("round_papers.py")
DAYS = {"2026-01": ("2026-01-01", "2026-01-31"), "2026-02": ("2026-02-01", "2026-02-28")}
GROUPS = ("G1", "G2", "G3", "G4")
# What a month's packs are in one language: in English one says as much as four.
PACKS = {"fr": {"2026-01": GROUPS, "2026-02": GROUPS}, "en": {"2026-01": (), "2026-02": ("G1",)}}
SAID = {
    "fr": (
        "janvier 2026", "février 2026", "Centre de supervision urbain n'a rien transmis",
        "Depuis le bulletin de janvier 2026", "moins de 5 retirés par le partenaire",
    ),
    "en": (
        "January 2026", "February 2026", "Centre de supervision urbain has not delivered",
        "Since the bulletin of January 2026", "fewer than 5 withdrawn by the partner",
    ),
}  # fmt: skip

SERIES = {"fr": "Vols dans les véhicules", "en": "Thefts from vehicles"}  # of the SSMSI


def month_of(name: str, folder: Path, language: str) -> dict:
    """What the window is to do in a month."""
    pages = folder / name
    pages.mkdir()
    first, last = DAYS[name]
    common = {"FROM": first, "TO": last}
    papers = {"bulletin": {**common, "OUTPUT": str(pages / "bulletin.pdf")}}
    for code in PACKS[language][name]:
        output = str(pages / f"{code}.pdf")
        papers[f"sessionpack {code}"] = {**common, "TERRITORY": code, "OUTPUT": output}
    files = [str(path) for path in sorted((MONTHLY / name).iterdir())]
    return {"name": name, "files": files, "papers": papers, "copy": str(pages / "then.gpkg")}


@pytest.fixture(scope="module")
def history(tmp_path_factory) -> Path:
    """The folder of an observatory before the two months, with the partners' keys."""
    folder = tmp_path_factory.mktemp("before") / "history"
    script = ROOT / "scripts" / "monthly_round.sh"
    subprocess.run([script, folder, "history"], capture_output=True, check=True)
    return folder


@pytest.mark.parametrize("language", ["fr", "en"])
def test_from_the_files_to_the_mayors_page_and_the_packs(history, tmp_path, language):
    shutil.copytree(history / "home" / "data", tmp_path / "data")
    observatory = Path(shutil.copy(history / "observatory.gpkg", tmp_path))
    made = tmp_path / "made"
    made.mkdir()
    months = [month_of(name, made, language) for name in DAYS]
    months[1]["papers"]["bulletinfigures"] = {"BULLETIN": 1, "OUTPUT": str(made / "january.csv")}
    profiles = [
        str(path)
        for path in MONTHLY.glob("*.json")
        if not path.name.startswith(("convention", "truth"))
    ]
    given = {"months": months, "profiles": profiles}
    seen = seen_in(language, DRIVE, observatory, tmp_path, given)
    assert seen["error"] is None
    assert seen["menu"] == ["bulletin", "sessionpack", "diagnostic", "bulletinfigures"]
    for name, n in (("2026-01", 9), ("2026-02", 8)):
        assert len(seen[name]["states"]) == n
        assert len(set(seen[name]["states"])) == 1, seen[name]["recognised"]
    assert seen["2026-02"]["settled"] == ["withdrawn"]
    for month, late in zip(months, (set(), {"CSU"})):
        then = Path(month["copy"])  # as it was when the month's pages were made
        assert check_counts(then, month["name"], late) > 20
        for paper in month["papers"].values():
            assert Path(paper["OUTPUT"]).exists(), seen["log"]
        check_pages(then, month["name"], made / month["name"], language)
    check_agreements(observatory, made, language)
    january, february, missing, since, withdrawn = SAID[language]
    texts = [words_of(made / name / "bulletin.pdf") for name in DAYS]
    assert january in texts[0]
    assert missing not in texts[0]
    assert SERIES[language] in texts[1]
    for said in (february, missing, since, withdrawn):
        assert said in texts[1], said
    with (made / "january.csv").open(encoding="utf-8", newline="") as file:
        check_explained(observatory, 1, {row["figure"]: row for row in csv.DictReader(file)})
