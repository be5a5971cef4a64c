"""``oltp:bulletin`` and ``oltp:bulletinfigures``: printed, kept, explained."""

import re
from pathlib import Path

import processing
import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer

from oltp_plugin.observatory import agreements, batches, bulletins, connection
from oltp_plugin.observatory.page_sources import read_sources
from oltp_plugin.printing.bulletin_figures import since
from oltp_plugin.printing.diffusion import Diffusion
from tests.pdf import words_of

JANUARY = ("2024-01-01", "2024-01-31")
YEAR = ("2024-01-01", "2024-12-31")


@pytest.fixture
def agreed(town_observatory) -> Path:
    """The police's records may be public from 5 on; the transport's stay in the network."""
    for partner in ("PM", "TC"):
        batches.nil_return(town_observatory, partner, *YEAR)
    for partner, recipients in (("PM", ("public",)), ("TC", ("restricted",))):
        agreements.record(
            town_observatory,
            agreements.Agreement(
                partner,
                f"Convention {partner}",
                valid_from="2020-01-01",
                recipients=recipients,
                small_count_threshold=5,
            ),
        )
    return town_observatory


def run(path, output, window=YEAR, **chosen):
    return processing.run(
        "oltp:bulletin",
        {"OBSERVATORY": str(path), "FROM": window[0], "TO": window[1], "DIFFUSION": 0,
         "OUTPUT": str(output), **chosen},
    )  # fmt: skip


def kept(path, number) -> dict:
    with connection.reading(path) as db:
        return {each.key: each for each in bulletins.figures_of(db, number)}


def test_indicators_territories_and_sentences_are_what_sql_counts(agreed, tmp_path):
    with connection.writing(agreed) as db:  # counted once, as every record, and said
        db.execute(
            'UPDATE incident SET "count" = 3 WHERE fid = (SELECT max(fid) FROM incident'
            " WHERE partner = 'TC' AND status <> 'withdrawn')"
        )
    result = run(agreed, tmp_path / "b.pdf")
    text = words_of(result["OUTPUT"])
    with connection.reading(agreed) as db:
        by_partner = dict(
            db.execute(
                "SELECT partner, count(*) FROM incident WHERE status <> 'withdrawn' GROUP BY 1"
            )
        )
        by_territory = db.execute(
            "SELECT t.name, count(*) FROM incident i JOIN incident_territory m"
            " ON m.incident = i.fid JOIN territory t ON t.fid = m.territory"
            " WHERE t.level = 'quartier' AND i.partner = 'PM' GROUP BY 1 ORDER BY 2 DESC"
        ).fetchall()
    for partner, name in (("PM", "Police municipale"), ("TC", "Transports")):
        found = kept(agreed, result["BULLETIN"])[f"n:{partner}:atteintes_personnes"]
        assert found.value == by_partner[partner]
        assert name in text
    for name, n in by_territory:
        assert re.search(rf"{name}\s+{n}\b", text), name
    name, n = by_territory[0]
    total = sum(n for _, n in by_territory)
    assert f"most records are in {name}, {n} of {total} ({round(100 * n / total)}" in text
    assert "The 2 partners on these pages have delivered the whole period." in text
    assert "not what they stand for: Transports." in text


def test_the_list_of_the_year_stays_though_the_counts_change(agreed, tmp_path):
    run(agreed, tmp_path / "a.pdf", JANUARY, INDICATORS="TC:homicide, PM:atteintes_personnes")
    run(agreed, tmp_path / "b.pdf")
    with connection.reading(agreed) as db:
        assert bulletins.indicators(db, 2024) == [
            ("TC", "homicide"), ("PM", "atteintes_personnes"),
        ]  # fmt: skip
    with pytest.raises(QgsProcessingException, match="licorne"):
        run(agreed, tmp_path / "c.pdf", INDICATORS="PM:licorne")


def test_a_public_one_leaves_the_network_out_and_no_difference_tells_a_few(agreed, tmp_path):
    first = run(agreed, tmp_path / "a.pdf", DIFFUSION=2)
    text = words_of(first["OUTPUT"])
    assert "Transports is not on this page" in text
    assert "Observations from the field" not in text
    figures = kept(agreed, first["BULLETIN"])
    assert not any(key.split(":")[1] == "TC" for key in figures)
    places = [each for key, each in figures.items() if key.startswith("n:PM:all:")]
    assert not any(0 < each.value < 5 for each in places if not each.hidden)
    assert sum(each.hidden for each in places) != 1, "one alone could be computed"
    whole = figures["n:PM:atteintes_personnes"]
    assert not whole.hidden
    with connection.writing(agreed) as db:  # two come late
        db.execute(
            "INSERT INTO incident (partner, category, occurred_from) VALUES"
            " ('PM', 'homicide', '2024-05-05T05:05:00'), ('PM', 'homicide', '2024-06-05T05:05:00')"
        )
    second = kept(agreed, run(agreed, tmp_path / "b.pdf", DIFFUSION=2)["BULLETIN"])
    again = second["n:PM:atteintes_personnes"]
    assert again.value == whole.value + 2
    assert again.hidden, "42 after 40 would tell that two came late"


def test_an_earlier_one_is_still_explained(agreed, tmp_path):
    made = run(agreed, tmp_path / "a.pdf", JANUARY)["BULLETIN"]
    then = kept(agreed, made)
    with connection.writing(agreed) as db:
        db.execute(
            "UPDATE incident SET status = 'withdrawn' WHERE partner = 'PM' AND fid ="
            " (SELECT min(fid) FROM incident WHERE partner = 'PM')"
        )
    assert kept(agreed, made) == then
    output = processing.run(
        "oltp:bulletinfigures",
        {"OBSERVATORY": str(agreed), "BULLETIN": made, "OUTPUT": str(tmp_path / "f.gpkg")},
    )["OUTPUT"]
    layer = QgsVectorLayer(output, "figures", "ogr")
    rows = {row["figure"]: row for row in layer.getFeatures()}
    row = rows["n:PM:atteintes_personnes"]
    assert row["value"] == then["n:PM:atteintes_personnes"].value
    assert row["now"] == row["value"] - 1
    assert row["deliveries"] == "1"
    assert "Since the bulletin of January 2024" in words_of(
        run(agreed, tmp_path / "b.pdf", ("2024-02-01", "2024-02-29"))["OUTPUT"]
    )


def test_nothing_was_printed_yet(agreed):
    with pytest.raises(QgsProcessingException, match="make a bulletin first"):
        processing.run(
            "oltp:bulletinfigures", {"OBSERVATORY": str(agreed), "OUTPUT": "TEMPORARY_OUTPUT"}
        )
    with pytest.raises(QgsProcessingException, match="no bulletin 7"):
        processing.run(
            "oltp:bulletinfigures",
            {"OBSERVATORY": str(agreed), "BULLETIN": 7, "OUTPUT": "TEMPORARY_OUTPUT"},
        )


def test_a_bulletin_speaks_of_an_earlier_one_that_its_reader_had(agreed):
    """Not of an internal one to the public, and of the changes in its figures."""
    period = "2023-01-01", "2023-12-31"
    bulletins.freeze(
        agreed, bulletins.Bulletin("bulletin", "internal", None, "quartier", *period), []
    )
    window = "2024-01-01", "2024-12-31"
    with connection.reading(agreed) as db:
        for diffusion, told in ((Diffusion.INTERNAL, True), (Diffusion.RESTRICTED, False)):
            sources = read_sources(agreed, "bulletin", diffusion.name.lower(), window)
            assert bool(since(db, sources, window, diffusion)) is told
