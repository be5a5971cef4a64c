"""The monthly round, headless: files dropped, mayor's page and session packs made (make round).

Two months of nine partners, one of whom sends nothing for the second. Each file is recognised by
its columns, as the window does it; everything else runs by the toolbox's own algorithms.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import demo
from demo import SAMPLE
from qgis.core import QgsProcessingFeedback

sys.path.insert(0, str(SAMPLE))
import monthly_files
import town

ROUND = Path(sys.argv[1])
OBSERVATORY = ROUND / "observatory.gpkg"
MONTHLY = SAMPLE / "monthly"
RESTRICTED = 1
# What the mayor follows in 2026.
INDICATORS = (
    "PM:tranquillite", "PM:degradations", "PM:vehicules", "TRANSPORT:transports",
    "PN:vols_sans_violence", "PN:cambriolages", "CSU:tranquillite", "HABITANTS:tranquillite",
)  # fmt: skip


def run(algorithm: str, **parameters) -> dict:
    """Without the notes on what may not be combined, one a pair of partners."""
    import processing

    return processing.run(f"oltp:{algorithm}", parameters, feedback=QgsProcessingFeedback(False))


def profiles() -> list:
    """What a saved profile of each partner says."""
    from oltp_plugin.intake.profile import read_profile

    files = [SAMPLE / f"{each}.json" for each in demo.PARTNERS]
    files += [MONTHLY / f"{each}.json" for each in monthly_files.PARTNERS]
    return [(file, read_profile(file)) for file in files]


def make_history() -> None:
    """Town, agreements, and what the first three partners sent before."""
    from oltp_plugin.observatory.batches import ensure_partner
    from oltp_plugin.observatory.connection import writing

    demo.OBSERVATORY = OBSERVATORY
    demo.DEMO = ROUND
    demo.make_town()
    for partner in demo.PARTNERS:
        run(
            "importincidents",
            OBSERVATORY=str(OBSERVATORY),
            INPUT=str(SAMPLE / f"{partner}.csv"),
            PROFILE=str(SAMPLE / f"{partner}.json"),
        )
    with writing(OBSERVATORY) as connection:
        for _, profile in profiles():
            ensure_partner(connection, profile.partner, profile.name)
    for file in (*SAMPLE.glob("convention_*.json"), *MONTHLY.glob("convention_*.json")):
        run("setagreement", OBSERVATORY=str(OBSERVATORY), INPUT=str(file))
    run("importindicators", OBSERVATORY=str(OBSERVATORY), INPUT=str(MONTHLY / "ssmsi.csv"))


def import_month(month: str) -> dict[str, dict]:
    """Recognise and import every file of the month's folder; counts by file."""
    from oltp_plugin.intake.recognising import recognise
    from oltp_plugin.intake.sampling import sample

    known = profiles()
    counts = {}
    for file in sorted((MONTHLY / month).iterdir()):
        found = recognise(sample(file), [each for _, each in known]).profile
        profile = next(path for path, each in known if found and each.name == found.name)
        result = run(
            "importincidents",
            OBSERVATORY=str(OBSERVATORY),
            INPUT=str(file),
            PROFILE=str(profile),
        )
        if result["WITHDRAWN"]:
            run(
                "confirmwithdrawals",
                OBSERVATORY=str(OBSERVATORY),
                BATCH=result["BATCH"],
                INPUT=str(file),
            )
        counts[file.stem] = result
    return counts


def make_papers(month: str) -> dict[str, dict]:
    """The bulletin and a pack for each groupe territorial."""
    first, last = monthly_files.days_of(month)
    folder = ROUND / month
    folder.mkdir(exist_ok=True)
    common = {"OBSERVATORY": str(OBSERVATORY), "FROM": first, "TO": last, "DIFFUSION": RESTRICTED}
    made = {
        "bulletin": run(
            "bulletin",
            **common,
            INDICATORS=",".join(INDICATORS),
            OUTPUT=str(folder / "bulletin.pdf"),
        )
    }
    for code in town.GROUPS:
        made[code] = run(
            "sessionpack", **common, TERRITORY=code, OUTPUT=str(folder / f"{code}.pdf")
        )
    return made


def main() -> None:
    ROUND.mkdir(parents=True, exist_ok=True)
    demo.start_plugin()
    make_history()
    if sys.argv[2:] == ["history"]:
        return
    truth = json.loads((MONTHLY / "truth.json").read_text(encoding="utf-8"))
    papers = {}
    for month in monthly_files.MONTHS:
        begun = time.monotonic()
        counts = import_month(month)
        print(f"{month}: {len(counts)} files")
        for name, result in counts.items():
            expected = truth["months"][month][name]
            got = {key: int(result[key.upper()]) for key in expected}
            print(f"  {name:<20}" + "".join(f"{key} {n:>5}  " for key, n in got.items()))
            if got != expected:
                raise SystemExit(f"{name}: {expected} was expected")
        papers[month] = make_papers(month)
        pages = sum(int(each["PAGES"]) for each in papers[month].values())
        seconds = time.monotonic() - begun
        print(f"  {len(papers[month])} documents, {pages} pages, {seconds:.0f} s in all")
    first = papers[monthly_files.MONTHS[0]]["bulletin"]["BULLETIN"]
    run(
        "bulletinfigures",
        OBSERVATORY=str(OBSERVATORY),
        BULLETIN=first,
        OUTPUT=str(ROUND / "january_explained.csv"),
    )
    print(f"  {ROUND}: bulletins, packs, january_explained.csv")


if __name__ == "__main__":
    demo.in_qgis(main)
