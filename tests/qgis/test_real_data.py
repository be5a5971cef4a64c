"""The published files of a real town and département, all the way to a printed map."""

import csv
import json
from collections import Counter

import processing
import pytest

from oltp_plugin import settings
from oltp_plugin.observatory import connection
from tests.pdf import text_of

BAAC = {
    "name": "Accidents de la circulation (BAAC)",
    "partner": "ONISR",
    "format": {"type": "csv", "encoding": "latin-1", "delimiter": ",", "decimal": "."},
    "crs": "EPSG:4326",
    "fields": {
        "partner_ref": {"column": "Num_Acc"},
        "occurred_from": {"columns": ["an", "mois", "jour", "hrmn"], "format": "%y %m %d %H%M"},
        "category": {"column": "col", "default": "accident_circulation"},
        "x": {"column": "long", "scale": 0.00001},
        "y": {"column": "lat", "scale": 0.00001},
        "address": {"column": "adr"},
    },
    "unique_id": True,
}


@pytest.fixture(scope="module")
def town(tmp_path_factory, shared_data):
    """Montpellier's observatory: commune, 31 sous-quartiers, 141 cameras, a year of accidents."""
    folder = tmp_path_factory.mktemp("montpellier")
    path = str(folder / "montpellier.gpkg")
    reference = str(shared_data / "montpellier/montpellier_reference_2154.gpkg")
    profile = folder / "baac.json"
    profile.write_text(json.dumps(BAAC), encoding="utf-8")
    patch = pytest.MonkeyPatch()
    patch.setattr(settings.Settings, "keys", lambda self: folder / "keys")
    processing.run("oltp:createobservatory", {"OUTPUT": path})

    def run(name, **parameters):
        return processing.run(f"oltp:{name}", {"OBSERVATORY": path, **parameters})

    counts = {
        "communes": run(
            "importterritories",
            INPUT=f"{reference}|layername=limite_commune",
            LEVEL="commune",
            CODE_FIELD="fid",
            NAME_FIELD="fid",
        )["COUNT"],
        "sous-quartiers": run(
            "importterritories",
            INPUT=f"{reference}|layername=sous_quartiers",
            LEVEL="sous-quartier",
            CODE_FIELD="SQUARTMNO",
            NAME_FIELD="LIBSQUART",
        )["COUNT"],
        "cameras": run(
            "importplaces",
            INPUT=f"{reference}|layername=cameras_videoprotection_2014",
            KIND="camera",
            NAME_FIELD="Nom",
            OPERATOR="Ville de Montpellier",
            IN_SERVICE_FIELD="Année",
        )["COUNT"],
    }
    source = str(shared_data / "incidents/caracteristiques_2013_herault_latin1.csv")
    accidents = run(
        "importincidents",
        INPUT=source,
        PROFILE=str(profile),
        REJECTS=str(folder / "rejects.csv"),
    )
    again = run("importincidents", INPUT=source, PROFILE=BAAC["name"])
    patch.undo()
    return {"path": path, "folder": folder, "counts": counts, "first": accidents, "again": again}


def test_what_was_published_is_what_is_stored(town):
    assert town["counts"] == {"communes": 1, "sous-quartiers": 31, "cameras": 141}
    first = {name: town["first"][name] for name in ("READ", "INSERTED", "REJECTED", "UNLOCATED")}
    assert first == {"READ": 960, "INSERTED": 960, "REJECTED": 0, "UNLOCATED": 157}
    again = town["again"]
    assert (again["INSERTED"], again["UNCHANGED"]) == (0, again["READ"] - again["REJECTED"])


def test_a_code_that_stands_twice_keeps_both_areas(town):
    with connection.reading(town["folder"] / "montpellier.gpkg") as db:
        rows = db.execute("SELECT code, name FROM territory WHERE code LIKE 'MIP%'").fetchall()
    assert sorted(rows) == [("MIP", "La Pompignane"), ("MIP_2", "Port Marianne")]


def test_hours_are_those_of_the_cleaned_edition(town, shared_data):
    """The cleaned file was made by others from the same source; it leaves some rows out."""
    with (shared_data / "incidents/baac_2013_herault_clean_utf8.csv").open(
        encoding="utf-8"
    ) as file:
        clean = Counter(f"{row['date']}T{row['heure']}:00" for row in csv.DictReader(file))
    with connection.reading(town["folder"] / "montpellier.gpkg") as db:
        stored = Counter(row[0] for row in db.execute("SELECT occurred_from FROM incident"))
    assert sum(clean.values()) == 802
    assert not clean - stored


def test_density_rings_and_the_printed_map(town):
    incidents = processing.run("oltp:incidents", {"OBSERVATORY": town["path"]})["OUTPUT"]
    density = processing.run(
        "oltp:kerneldensity", {"INPUT": incidents, "OUTPUT": str(town["folder"] / "density.tif")}
    )["OUTPUT"]
    cameras = f"{town['path']}|layername=place"
    rings = processing.run(
        "oltp:bufferrings",
        {"PLACES": cameras, "INCIDENTS": incidents, "OUTPUT": "TEMPORARY_OUTPUT"},
    )["OUTPUT"]
    assert Counter(feature["ring_to"] for feature in rings.getFeatures()) == {
        50: 141,
        100: 141,
        200: 141,
    }
    page = town["folder"] / "carte.pdf"
    processing.run(
        "oltp:printmap",
        {
            "LAYERS": [incidents, cameras, density],
            "TITLE": "Accidents de la circulation, Montpellier, 2013",
            "OUTPUT": str(page),
        },
    )
    assert "Accidents de la circulation" in text_of(page)


def test_a_year_alone_is_an_interval(town):
    with connection.reading(town["folder"] / "montpellier.gpkg") as db:
        spans = db.execute(
            "SELECT DISTINCT in_service_from, in_service_to FROM place ORDER BY 1"
        ).fetchall()
    assert all(start[4:] == "-01-01" and end[4:] == "-12-31" for start, end in spans if start)
