"""``oltp:diagnostic``: a territory's years, from rows and from what outlives them."""

from pathlib import Path

import processing
import pytest
from qgis.core import QgsProcessingException

from oltp_plugin.observatory import batches, bulletins, connection
from tests.pdf import words_of


def run(path, output, **chosen):
    return processing.run(
        "oltp:diagnostic",
        {"OBSERVATORY": str(path), "TERRITORY": "quartier:Q1", "FROM": "2023", "TO": "2024",
         "DIFFUSION": 0, "OUTPUT": str(output), **chosen},
    )  # fmt: skip


@pytest.fixture
def held(town_observatory) -> Path:
    """Both partners told of two years; what the police had of 2023 is purged but for counts."""
    for partner in ("PM", "TC"):
        batches.nil_return(town_observatory, partner, "2023-01-01", "2024-12-31")
    with connection.writing(town_observatory) as db:
        for month, n in (("2023-02-01", 7), ("2023-11-01", 12)):
            for territory, level in ((None, None), ("Q1", "quartier")):
                db.execute(
                    "INSERT INTO aggregate (month, partner, category, territory, territory_level,"
                    " date_basis, n, purged) VALUES (?, 'PM', 'homicide', ?, ?, 'occurred', ?, ?)",
                    (month, territory, level, n, n),
                )
    return town_observatory


def test_rows_where_they_exist_and_aggregates_before(held, tmp_path):
    result = run(held, tmp_path / "d.pdf")
    with connection.reading(held) as db:
        ((n,),) = db.execute(
            "SELECT count(*) FROM incident i JOIN incident_territory m ON m.incident = i.fid"
            " JOIN territory t ON t.fid = m.territory WHERE t.level = 'quartier'"
            " AND t.code = 'Q1' AND i.partner = 'PM'"
        )
        kept = {each.key: each.value for each in bulletins.figures_of(db, result["BULLETIN"])}
    assert kept["year:2023:PM:atteintes_personnes:Q1"] == 19
    assert kept["year:2024:PM:atteintes_personnes:Q1"] == n
    text = words_of(result["OUTPUT"])
    assert f"Offences against persons 19 {n}" in text
    assert "Records are held from January 2024 on. What was deleted" in text
    assert "Safety diagnosis, 2023–2024" in text


@pytest.mark.parametrize(
    "wrong, words", [({"FROM": "hier"}, "hier"), ({"FROM": "2025"}, "the first comes first")]
)
def test_one_sentence_for_what_is_no_span_of_years(held, tmp_path, wrong, words):
    with pytest.raises(QgsProcessingException, match=words):
        run(held, tmp_path / "d.pdf", **wrong)
