"""Public figures, whoever prints them, are one publication: each is held against all before."""

import processing
import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer

from oltp_plugin.observatory import agreements, batches, bulletins, connection
from oltp_plugin.observatory.filter import IncidentFilter
from oltp_plugin.printing import public_map
from oltp_plugin.printing.publication import nesting
from tests.pdf import words_of

YEAR = ("2024-01-01", "2024-12-31")
PUBLIC = 2


@pytest.fixture
def agreed(town_observatory):
    """The police's and the transport's records may be public from 5 on."""
    for partner in ("PM", "TC"):
        batches.nil_return(town_observatory, partner, *YEAR)
        agreements.record(
            town_observatory,
            agreements.Agreement(
                partner,
                f"Convention {partner}",
                valid_from="2020-01-01",
                recipients=("public",),
                small_count_threshold=5,
            ),
        )
    return town_observatory


def layer(path, table, condition, name="layer"):
    return QgsVectorLayer(f"{path}|layername={table}|subset={condition}", name, "ogr")


def counted(path, partners=("PM",), days=YEAR, level="quartier"):
    chosen = IncidentFilter(*days, partners=partners)
    made = processing.run(
        "oltp:territorycounts",
        {
            "TERRITORIES": layer(path, "territory", f"level = '{level}'"),
            "INCIDENTS": layer(path, "incident", chosen.sql()),
            "INCLUDE_REVEALED": True,
            "OUTPUT": "memory:",
        },
    )["OUTPUT"]
    made.setName("Signalements")
    return made


def print_map(path, output, counts, **more):
    given = {"LAYERS": [counts, layer(path, "territory", "level = 'quartier'")], "TITLE": "T"}
    given.update({"DIFFUSION": PUBLIC, "DPI": 96, "CONTENT": 2, "OUTPUT": str(output), **more})
    return processing.run("oltp:printmap", given)


def paper(path, algorithm, output, **more):
    given = {"OBSERVATORY": str(path), "FROM": YEAR[0], "TO": YEAR[1], "DIFFUSION": PUBLIC}
    return processing.run(f"oltp:{algorithm}", {**given, "OUTPUT": str(output), **more})


def published(path):
    with connection.reading(path) as db:
        return bulletins.published(db)


def add(path, n, code="Q1"):
    """Records that come late, in a quartier."""
    with connection.writing(path) as db:
        (area,) = db.execute("SELECT fid FROM territory WHERE code = ?", (code,)).fetchone()
        for number in range(n):
            db.execute(
                "INSERT INTO incident (partner, category, occurred_from, territory,"
                " territory_level) VALUES ('PM', 'homicide', ?, ?, 'quartier')",
                (f"2024-05-0{1 + number}T05:05:00", code),
            )
            db.execute(
                "INSERT INTO incident_territory (territory, incident)"
                " SELECT ?, max(fid) FROM incident",
                (area,),
            )


def test_a_public_map_is_kept_as_it_was_printed(agreed, tmp_path):
    counts = counted(agreed)
    print_map(agreed, tmp_path / "map.pdf", counts)
    with connection.reading(agreed) as db:
        (made,) = bulletins.bulletins(db)
        assert (made.kind, made.period_from, made.period_to) == ("printmap", *YEAR)
    kept = {each.territory: each.value for each in published(agreed) if not each.scope}
    rows = {row["code"]: row["n"] for row in counts.getFeatures()}
    assert len(kept) > 2
    assert all(rows[code] == n for code, n in kept.items() if code)
    assert not any(0 < n < 5 for n in kept.values())
    text = words_of(tmp_path / "map.pdf")
    names = {row["code"]: row["name"] for row in counts.getFeatures()}
    for code, n in kept.items():
        assert not code or f"{names[code]} {n:.0f}" in text
    print_map(agreed, tmp_path / "again.pdf", counts)
    output = processing.run(
        "oltp:bulletinfigures", {"OBSERVATORY": str(agreed), "OUTPUT": "memory:"}
    )["OUTPUT"]
    assert {row["kind"] for row in output.getFeatures()} == {"printmap"}


def test_a_map_beside_a_bulletin_leaves_out_what_tells_of_a_few(agreed, tmp_path):
    paper(agreed, "bulletin", tmp_path / "b.pdf")
    bulletin = {
        each.territory: each.value
        for each in published(agreed)
        if each.territory and each.partner == "PM"
    }
    code = max(bulletin, key=bulletin.get)
    add(agreed, 2, code)
    counts = counted(agreed)
    name = next(row["name"] for row in counts.getFeatures() if row["code"] == code)
    print_map(agreed, tmp_path / "map.pdf", counts)
    text = words_of(tmp_path / "map.pdf")
    assert name not in text.split("Name", 1)[1].split("Signalements:")[0], "its row"
    assert "which beside what was published before would tell of fewer than 5" in text
    assert "from 4" not in text, "nor the number of all"
    told = {
        each.value for each in published(agreed) if (each.territory, each.partner) == (code, "PM")
    }
    assert told == {bulletin[code]}
    add(agreed, 6, code)
    print_map(agreed, tmp_path / "later.pdf", counted(agreed))
    assert f"{name} {bulletin[code] + 8:.0f}" in words_of(tmp_path / "later.pdf")


def test_a_map_of_which_every_count_tells_is_refused(agreed, tmp_path):
    counts = counted(agreed, level="commune")
    print_map(agreed, tmp_path / "map.pdf", counts)
    before = published(agreed)
    add(agreed, 2)
    with connection.writing(agreed) as db:
        db.execute(
            "INSERT OR IGNORE INTO incident_territory SELECT t.fid, i.fid FROM incident i,"
            " territory t WHERE t.level = 'commune' AND i.occurred_from LIKE '2024-05-0%T05:05:00'"
        )
    with pytest.raises(QgsProcessingException, match="would tell of fewer than 5 records"):
        print_map(agreed, tmp_path / "again.pdf", counted(agreed, level="commune"))
    assert not (tmp_path / "again.pdf").exists()
    assert published(agreed) == before


def test_a_pack_and_a_diagnosis_are_held_against_a_map(agreed, tmp_path):
    print_map(agreed, tmp_path / "map.pdf", counted(agreed))
    known = {each.territory for each in published(agreed)}
    code = next(each for each in ("Q1", "Q2", "Q3", "Q4") if each in known)
    add(agreed, 3, code)
    for algorithm, more in (
        ("sessionpack", {}),
        ("diagnostic", {"FROM": "2024", "TO": "2024"}),
    ):
        made = paper(
            agreed, algorithm, tmp_path / f"{algorithm}.pdf", TERRITORY=f"quartier:{code}", **more
        )
        with connection.reading(agreed) as db:
            whole = [
                each
                for each in bulletins.figures_of(db, made["BULLETIN"])
                if (each.period_from, each.period_to) == YEAR and each.partner == "PM"
            ]
        assert whole
        assert all(each.hidden for each in whole), "3 more than on the map"


def test_one_source_at_a_time_and_an_observatory_that_can_be_found(agreed, tmp_path):
    with pytest.raises(QgsProcessingException, match="one source at a time"):
        print_map(agreed, tmp_path / "map.pdf", counted(agreed, ("PM", "TC")))
    counts = counted(agreed)
    agreed.rename(agreed.with_name("elsewhere.gpkg"))
    with pytest.raises(QgsProcessingException, match="is not open here"):
        print_map(agreed, tmp_path / "map.pdf", counts, LAYERS=[counts])
    assert not (tmp_path / "map.pdf").exists()


def test_a_public_page_of_a_file_that_cannot_be_written_is_not_made(agreed, tmp_path, monkeypatch):
    counts = counted(agreed)
    with connection.writing(agreed) as db:  # another program is at it
        monkeypatch.setattr(connection, "BUSY_SECONDS", 0.1, raising=False)
        for make in (
            lambda: print_map(agreed, tmp_path / "map.pdf", counts),
            lambda: paper(agreed, "sessionpack", tmp_path / "p.pdf", TERRITORY="quartier:Q1"),
        ):
            with pytest.raises(QgsProcessingException):
                make()
        assert db.in_transaction
    assert not list(tmp_path.glob("*.pdf"))


def test_what_a_filter_of_ours_says_is_read_back(agreed):
    chosen = IncidentFilter(*YEAR, ("homicide",), ("PM",), territories=(("quartier", "Q1"),))
    found = public_map._read(chosen.sql())
    assert (found["first"], found["last"], found["category"]) == (*YEAR, "homicide")
    assert found["rest"].startswith("fid IN (SELECT incident"), "compared as it is written"
    assert public_map._read(IncidentFilter(partners=("L'O",)).sql())["rest"] == ""
    by_hand = "occurred_from >= '2024-01-01' OR partner = 'PM'"
    assert public_map._read(by_hand)["rest"] == by_hand
    assert public_map._read("")["rest"] == ""


def test_which_territories_lie_in_which(agreed):
    with connection.reading(agreed) as db:
        found = nesting(db)
        communes = {each for each in found.around if each[0] == "commune"}
        assert all(communes <= own for each, own in found.around.items() if each[0] == "quartier")
        assert (None, "quartier") in found.filled
        assert found.families["PM"] == {"atteintes_personnes"}
        db.execute("SELECT 1")
