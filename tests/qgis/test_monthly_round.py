"""The monthly round: from nine files dropped to the mayor's page and four session packs.

Run as a user runs it (scripts/monthly_round.sh: two months, one partner missing in the second);
every figure is then counted again by SQL of the tests' own, and read from the PDFs' text.
"""

import csv
import json
import re
import subprocess
from pathlib import Path

import pytest

from oltp_plugin.observatory import bulletins, connection
from tests.pdf import words_of
from tests.round_checks import (
    check_agreements,
    check_counts,
    check_explained,
    check_pages,
)

ROOT = Path(__file__).resolve().parents[2]
MONTHS = ("2026-01", "2026-02")


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    """The folder as the script leaves it, and what it printed."""
    folder = tmp_path_factory.mktemp("round") / "round"
    ended = subprocess.run(
        [ROOT / "scripts" / "monthly_round.sh", folder], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return folder, ended.stdout


def test_every_file_is_recognised_and_counted(done):
    truth = json.loads((ROOT / "sample" / "monthly" / "truth.json").read_text())
    folder, printed = done
    assert "2026-01: 9 files" in printed
    assert "2026-02: 8 files" in printed
    for partner, expected in truth["months"]["2026-02"].items():
        assert re.search(rf"{partner} +read +{expected['read']} ", printed)
    for month in MONTHS:
        names = sorted(path.name for path in (folder / month).iterdir())
        assert names == ["G1.pdf", "G2.pdf", "G3.pdf", "G4.pdf", "bulletin.pdf"]


def test_every_figure_of_the_second_month_is_what_sql_counts(done):
    observatory = done[0] / "observatory.gpkg"
    with connection.reading(observatory) as db:
        made = [each for each in bulletins.bulletins(db) if each.period_from == "2026-02-01"]
    assert sorted(each.kind for each in made) == ["bulletin", *["sessionpack"] * 4]
    assert check_counts(observatory, "2026-02", late={"CSU"}) > 100


def test_the_pages_print_these_figures_and_no_small_one(done):
    for month in MONTHS:
        check_pages(done[0] / "observatory.gpkg", month, done[0] / month, "fr")


def test_nothing_stands_beyond_an_agreement(done):
    check_agreements(done[0] / "observatory.gpkg", done[0], "fr")


def test_who_sent_nothing_is_missing_and_not_nil(done):
    folder, _ = done
    text = words_of(folder / "2026-02" / "bulletin.pdf")
    assert "Centre de supervision urbain n'a rien transmis" in text
    assert "non reçu" in text
    assert "rien n'est arrivé pour février 2026" in text
    assert "n'a rien transmis" not in words_of(folder / "2026-01" / "bulletin.pdf")


def test_last_months_bulletin_is_still_explained(done):
    folder, _ = done
    with (folder / "january_explained.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["figure"]: row for row in csv.DictReader(file)}
    with connection.reading(folder / "observatory.gpkg") as db:
        first = min(each.fid for each in bulletins.bulletins(db))
    check_explained(folder / "observatory.gpkg", first, rows)
    text = words_of(folder / "2026-02" / "bulletin.pdf")
    assert "Depuis le bulletin de janvier 2026" in text
    assert "Police municipale de Valbrune : moins de 5 requalifiés, moins de 5 retirés" in text
