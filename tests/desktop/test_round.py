"""The monthly round in a real QGIS window: nine files dropped, five documents from the toolbox."""

import shutil
import subprocess
from pathlib import Path

from tests.desktop.test_desktop import ROOT, seen_in

SAMPLE = ROOT / "sample"
MONTHLY = SAMPLE / "monthly"
DRIVE = Path(__file__).with_name("round_papers.py")


def test_from_nine_files_to_the_mayors_page_and_four_packs(tmp_path):
    history = tmp_path / "before"
    script = ROOT / "scripts" / "monthly_round.sh"
    subprocess.run([script, history, "history"], capture_output=True, check=True)
    shutil.move(history / "home" / "data", tmp_path / "data")  # the partners' keys
    observatory = history / "observatory.gpkg"
    common = {"OBSERVATORY": str(observatory), "FROM": "2026-01-01", "TO": "2026-01-31"}
    papers = {"bulletin": {**common, "OUTPUT": str(tmp_path / "bulletin.pdf")}}
    for code in ("G1", "G2", "G3", "G4"):
        output = str(tmp_path / f"{code}.pdf")
        papers[f"sessionpack {code}"] = {**common, "TERRITORY": code, "OUTPUT": output}
    profiles = [
        str(path)
        for path in MONTHLY.glob("*.json")
        if not path.name.startswith(("convention", "truth"))
    ]
    files = [str(path) for path in sorted((MONTHLY / "2026-01").iterdir())]
    given = {"round": files, "profiles": profiles, "papers": papers}
    seen = seen_in("fr", DRIVE, observatory, tmp_path, given)
    assert seen["error"] is None
    assert len(seen["states"]) == 9
    assert len(set(seen["states"])) == 1, seen["recognised"]
    for paper in papers.values():
        said = subprocess.run(["pdftotext", paper["OUTPUT"], "-"], capture_output=True, check=True)
        assert "janvier 2026" in said.stdout.decode()
