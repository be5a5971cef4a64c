"""The monthly round: from nine files dropped to the mayor's page and four session packs.

Run as a user runs it (scripts/monthly_round.sh: two months, one partner missing in the second);
every figure is then counted again by SQL of this test's own, and read from the PDFs' text.
"""

import csv
import json
import re
import subprocess
from pathlib import Path

import pytest

from oltp_plugin.observatory import bulletins, connection

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


def words_of(pdf: Path) -> str:
    printed = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True)
    return printed.stdout.decode()


def count(db, figure) -> int:
    """Of the records as they are held: this test's own SQL."""
    place = known = ""
    if figure.territory:
        place = (
            " AND fid IN (SELECT incident FROM incident_territory JOIN territory"
            f" ON territory.fid = territory WHERE level = '{figure.territory_level}'"
            f" AND code = '{figure.territory}')"
        )
    if figure.known_by:
        known = f" AND coalesce(substr(reported_at, 1, 10), '') <= '{figure.known_by}'"
    category = ""
    if figure.category:
        category = (
            f" AND (category = '{figure.category}' OR category IN (SELECT code FROM category"
            f" WHERE parent = '{figure.category}'))"
        )
    query = (
        "SELECT count(*) FROM incident WHERE status <> 'withdrawn'"
        f" AND partner = '{figure.partner}' AND date(occurred_from)"
        f" BETWEEN '{figure.period_from}' AND '{figure.period_to}'{category}{place}{known}"
    )
    return db.execute(query).fetchone()[0]


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
    folder, _ = done
    with connection.reading(folder / "observatory.gpkg") as db:
        made = [each for each in bulletins.bulletins(db) if each.period_from == "2026-02-01"]
        assert sorted(each.kind for each in made) == ["bulletin", *["sessionpack"] * 4]
        n = 0
        for each in made:
            for figure in bulletins.figures_of(db, each.fid):
                if figure.value is None:
                    assert figure.partner == "CSU", "the one that sent nothing"
                    continue
                assert figure.value == count(db, figure), figure
                assert figure.value == 0 or figure.batches, figure
                n += 1
        assert n > 100


def test_the_pages_print_these_figures_and_no_small_one(done):
    folder, _ = done
    with connection.reading(folder / "observatory.gpkg") as db:
        labels = dict(db.execute("SELECT code, label_fr FROM category"))
        names = {
            (level, code): name
            for level, code, name in db.execute("SELECT level, code, name FROM territory")
        }
        for made in bulletins.bulletins(db):
            month = made.period_from[:7]
            text = words_of(folder / month / f"{made.territory or 'bulletin'}.pdf")
            for figure in bulletins.figures_of(db, made.fid):
                if figure.value is None or not figure.key.startswith("n:"):
                    continue
                assert figure.hidden or not 0 < figure.value < figure.threshold, figure
                said = "moins de|non affiché" if figure.hidden else f"{figure.value:.0f}"
                if figure.category:
                    row = labels[figure.category]
                else:
                    row = names[figure.territory_level, figure.territory]
                # The number stands on the row's line, before or after it in the file's order.
                around = " ".join(
                    text[max(0, match.start() - 500) : match.start() + 700]
                    for match in re.finditer(re.escape(row), text)
                )
                assert re.search(rf"(?<!\d)({said})(?!\d)", around), (made, figure)


def test_nothing_stands_beyond_an_agreement(done):
    folder, _ = done
    with connection.reading(folder / "observatory.gpkg") as db:
        for made in bulletins.bulletins(db):
            partners = {each.partner for each in bulletins.figures_of(db, made.fid)}
            assert not partners & {"BAILLEUR", "SF"}, "no bulletins; the team only"
    for pdf in folder.rglob("*.pdf"):
        text = re.sub(r"\s+", " ", words_of(pdf))
        assert "Bailleur social de Valbrune ne figure pas ici : sa convention" in text
        assert "Sûreté ferroviaire ne figure pas ici : sa convention" in text
        assert b"06 39 98" not in pdf.read_bytes()
        information = subprocess.run(["pdfinfo", pdf], capture_output=True, check=True).stdout
        assert str(folder).encode() not in information


def test_who_sent_nothing_is_missing_and_not_nil(done):
    folder, _ = done
    text = re.sub(r"\s+", " ", words_of(folder / "2026-02" / "bulletin.pdf"))
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
        figures = bulletins.figures_of(db, first)
        assert {each.key: each.value for each in figures} == {
            key: float(row["value"]) if row["value"] else None for key, row in rows.items()
        }
        files = dict(db.execute("SELECT fid, file_name FROM batch"))
        police = [each for each in figures if each.partner == "PM" and "all" in each.key]
        changed = sum(each.value != count(db, each) for each in police if each.key[0] == "n")
        assert changed, "one was withdrawn, two came late"
    for figure in figures:
        for batch in figure.batches:
            assert f"{batch} ({files[batch]})" in rows[figure.key]["deliveries"]
    text = re.sub(r"\s+", " ", words_of(folder / "2026-02" / "bulletin.pdf"))
    assert "Depuis le bulletin de janvier 2026" in text
