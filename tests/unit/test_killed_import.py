"""A process killed at any moment of a large import leaves all of the batch, or none of it.

``make test-kill`` runs it with 200,000 rows, which takes minutes.
"""

import json
import os
import random
from pathlib import Path

import pytest

from oltp_plugin.observatory import connection, opening
from tests.unit.killing import killed

ROWS = int(os.environ.get("OLTP_KILL_ROWS", "20000"))
KILLS = 20 if "OLTP_KILL_ROWS" in os.environ else 12

SCRIPT = """
import sys
from pathlib import Path
from oltp_plugin.intake import importing, profile
from oltp_plugin.observatory import connection
source, definition, keys, swap = sys.argv[2:]
if swap == "in_place":
    connection.swaps = lambda path: False  # as on Windows
chosen = profile.read_profile(Path(definition))

def act(path):
    importing.import_file(Path(path), Path(source), chosen, Path(keys))
"""


@pytest.fixture
def many_rows(tmp_path) -> Path:
    """A delivery of ROWS rows inside the small town."""
    source = tmp_path / "grande_livraison.csv"
    choose = random.Random(4)
    with source.open("w", encoding="cp1252", newline="") as file:
        file.write("Numéro;Date;Heure;Nature;X;Y;Adresse;Observations\r\n")
        for number in range(ROWS):
            x, y = 700000 + choose.random() * 2000, 6200000 + choose.random() * 2000
            day, hour = 1 + number % 28, number % 24
            file.write(
                f"{number};{day:02}/01/2026;{hour:02}:30;Vol;{x:.0f};{y:.0f};rue des Lilas;\r\n"
            )
    return source


@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("swap", "kills"), [("swap", KILLS), ("in_place", 5)])
def test_killed_at_random_moments(observatory, many_rows, profile_file, tmp_path, swap, kills):
    given = many_rows, profile_file, tmp_path / "keys", swap
    files, outcomes = killed(SCRIPT, observatory, tmp_path, kills, 2026, *given), []
    assert _state(next(files)) == (ROWS, 1)
    for path in files:
        opening.open_observatory(path)
        outcomes.append(_state(path))
        with connection.reading(path) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert db.execute("SELECT rtreecheck('rtree_incident_geom')").fetchone() == ("ok",)
        path.unlink()
    assert set(outcomes) <= {(0, 0), (ROWS, 1)}
    assert (0, 0) in outcomes, "no kill came before the end"


def _state(path) -> tuple:
    with connection.reading(path) as db:
        return tuple(
            db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("incident", "batch")
        )


@pytest.fixture
def profile_file(fields, tmp_path) -> Path:
    """The small town's profile as a file."""
    path = tmp_path / "profil.json"
    path.write_text(
        json.dumps(
            {
                "name": "Essai",
                "partner": "PM",
                "format": {"encoding": "cp1252", "delimiter": ";", "decimal": ","},
                "area": {"level": "commune"},
                "fields": fields,
                "unique_id": True,
            }
        ),
        encoding="utf-8",
    )
    return path
