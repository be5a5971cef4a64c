"""``oltp:sessionpack``: two pages whose figures are the observatory's."""

import getpass
import re
from pathlib import Path

import processing
import pytest
import shapely
from qgis.core import QgsProcessingException

from oltp_plugin.intake.personal_data import masked
from oltp_plugin.observatory import (
    agreements,
    batches,
    bulletins,
    connection,
    memberships,
    observations,
    sites,
)
from tests.pdf import facts_of, tells, words_of

FIRST, LAST = "2024-01-01", "2024-12-31"


@pytest.fixture
def agreed(town_observatory) -> Path:
    """Both partners told of 2024 as a whole; the transport's agreement leaves bulletins out."""
    for partner in ("PM", "TC"):
        batches.nil_return(town_observatory, partner, FIRST, LAST)
    for partner, purposes in (("PM", ("mapping", "analysis", "bulletin")), ("TC", ("mapping",))):
        agreements.record(
            town_observatory,
            agreements.Agreement(
                partner,
                f"Convention {partner}",
                valid_from="2020-01-01",
                purposes=purposes,
                small_count_threshold=5,
            ),
        )
    return town_observatory


def run(path, output, **chosen):
    return processing.run(
        "oltp:sessionpack",
        {"OBSERVATORY": str(path), "FROM": FIRST, "TO": LAST, "TERRITORY": "quartier:Q1",
         "OUTPUT": str(output), **chosen},
    )  # fmt: skip


def test_two_pages_say_what_sql_counts_and_whom_an_agreement_keeps_off(agreed, tmp_path):
    result = run(agreed, tmp_path / "pack.pdf", DIFFUSION=0)
    with connection.reading(agreed) as db:
        ((n,),) = db.execute(
            "SELECT count(*) FROM incident i JOIN incident_territory m ON m.incident = i.fid"
            " JOIN territory t ON t.fid = m.territory WHERE t.level = 'quartier'"
            " AND t.code = 'Q1' AND i.partner = 'PM'"
        )
    assert n >= 10
    assert result["PAGES"] == 2
    text = words_of(result["OUTPUT"])
    assert re.search(rf"Offences against persons .{{0,40}}\b{n}\b", text)
    assert "no usual range yet" in text
    assert "Centre-Bourg" in text
    assert "Transports is not on this page: its agreement (Convention TC) does not name" in text
    assert "INTERNAL USE" in text
    with connection.reading(agreed) as db:
        figure, *months = bulletins.figures_of(db, result["BULLETIN"])
    assert sum(each.value for each in months) == n, "the bars are kept too"
    assert (figure.key, figure.value) == ("n:PM:atteintes_personnes:Q1", n)
    assert figure.batches == (1,), "the delivery behind it"


def test_small_counts_are_not_told_outside_the_team(agreed, tmp_path):
    with connection.writing(agreed) as db:
        db.execute("UPDATE agreement SET small_count_threshold = 30")
    result = run(agreed, tmp_path / "pack.pdf")
    text = words_of(result["OUTPUT"])
    assert "fewer than 30" in text
    with connection.reading(agreed) as db:
        figure, *months = bulletins.figures_of(db, result["BULLETIN"])
    assert figure.hidden
    assert all(each.hidden or each.value == 0 for each in months)
    assert f"persons {int(figure.value)} " not in text


def test_what_never_came_is_not_nothing(agreed, tmp_path):
    batches.undo(agreed, 1)
    with connection.writing(agreed) as db:
        db.execute("UPDATE partner SET rhythm = 'monthly'")
    text = words_of(run(agreed, tmp_path / "pack.pdf")["OUTPUT"])
    assert "persons not delivered" in text
    assert "Police municipale: nothing has come for January 2024 to December 2024" in text


def test_refused_where_nobody_may_stand_on_the_page(agreed, tmp_path):
    with connection.writing(agreed) as db:
        db.execute("UPDATE agreement SET purposes = '[]'")
    with pytest.raises(QgsProcessingException, match="does not name the purpose"):
        run(agreed, tmp_path / "pack.pdf")
    assert not (tmp_path / "pack.pdf").exists()


def test_nothing_in_it_tells_of_an_address_a_login_or_a_folder(agreed, tmp_path):
    with connection.writing(agreed) as db:
        db.execute("UPDATE incident SET address = '3 rue Secrète', partner_ref = 'ref-no-' || fid")
    file = Path(run(agreed, tmp_path / "pack.pdf")["OUTPUT"])
    told = str(facts_of(file))
    assert not tells(file, getpass.getuser())
    for secret in ("Secrète", "ref-no-", str(tmp_path)):
        assert secret not in words_of(file) + told
        assert secret.encode() not in file.read_bytes()


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"TERRITORY": "nulle part"}, "nulle part"),
        ({"FROM": "2025-01-01"}, "2025-01-01"),
        ({"OUTPUT": "pack.png"}, "pack.png"),
    ],
)
def test_one_sentence_for_what_cannot_be(agreed, tmp_path, wrong, words):
    if "OUTPUT" in wrong:
        wrong = {"OUTPUT": str(tmp_path / wrong["OUTPUT"])}
    with pytest.raises(QgsProcessingException, match=words):
        run(agreed, **{"output": tmp_path / "pack.pdf", **wrong})


def test_places_decisions_and_notes_are_told_in_words(agreed, tmp_path):
    place = shapely.to_wkb(shapely.Point(702500, 6602000))
    sites.save(agreed, sites.Site("Halles", "noise", opened_on="2024-03-01", wkb=place), masked)
    (site,) = sites.read(agreed).sites
    decided = sites.Decision("More lighting", "town", "2024-04-02", "2024-06-30", site=site.fid)
    sites.save_decision(agreed, decided, masked)
    note = observations.Observation(
        "Quiet since the market moved", "2024-05-06T10:00:00", "walk", "gatherings",
        "residents", 3, x=702500, y=6602000,
    )  # fmt: skip
    observations.save(agreed, note, masked)
    text = words_of(run(agreed, tmp_path / "pack.pdf", DIFFUSION=0)["OUTPUT"])
    assert re.search(r"Halles Noise new site 1 March 2024", text)
    assert re.search(r"Halles More lighting The town.s 30 June 2024 overdue", text)
    assert re.search(r"6 May 2024, Residents \(Gatherings\): Quiet since the market moved", text)
    assert "1 new, 1 open" in text


def test_a_hidden_month_does_not_follow_from_its_quarter(agreed, tmp_path):
    """The quarter's total stands on the page: a single month hidden would be what is left of it."""
    with connection.writing(agreed) as db:
        memberships.fill_gaps(db)
        db.execute("UPDATE incident SET occurred_from = '2023-01-01T10:00:00'")
        inside = db.execute(
            "SELECT i.fid FROM incident i JOIN incident_territory m ON m.incident = i.fid"
            " JOIN territory t ON t.fid = m.territory"
            " WHERE t.level = 'quartier' AND t.code = 'Q1' AND i.partner = 'PM'"
        ).fetchall()
        days = [*["2024-04-10"] * 9, *["2024-05-10"] * 3, *["2024-06-10"] * 8]
        db.executemany(
            "UPDATE incident SET occurred_from = ? WHERE fid = ?",
            [(f"{day}T10:00:00", fid) for (fid,), day in zip(inside, days)],
        )
    result = run(agreed, tmp_path / "pack.pdf", FROM="2024-04-01", TO="2024-06-30")
    with connection.reading(agreed) as db:
        kept = {each.key: each for each in bulletins.figures_of(db, result["BULLETIN"])}
    months = [kept[f"month:2024-{month:02}:PM:all:Q1"] for month in (4, 5, 6)]
    assert [each.value for each in months] == [9, 3, 8]
    assert [each.hidden for each in months] == [False, True, True]
    text = words_of(result["OUTPUT"])
    assert re.search("< ?5", text)
    assert "with a place" not in text  # beside the total it would tell how many have none
