"""Published files of towns, each by a profile of its own: what is read, kept and refused."""

import json

import pytest

from oltp_plugin.intake import importing, profile
from oltp_plugin.observatory import connection, create

VANCOUVER = {
    "name": "Vancouver Police Department",
    "partner": "VPD",
    "crs": "EPSG:26910",
    "fields": {
        "occurred_from": {
            "columns": ["YEAR", "MONTH", "DAY", "HOUR", "MINUTE"],
            "format": "%Y %m %d %H %M",
        },
        "category": {
            "column": "TYPE",
            "values": {"Theft from Vehicle": "vol_roulotte", "Mischief": "degradations"},
            "default": "autre_delit",
        },
        "x": {"column": "X"},
        "y": {"column": "Y"},
        "address": {"column": "HUNDRED_BLOCK"},
    },
}
CHICAGO = {
    "name": "City of Chicago",
    "partner": "CPD",
    "crs": "EPSG:4326",
    "fields": {
        "partner_ref": {"column": "Case Number"},
        "occurred_from": {"column": "Date", "format": "%m/%d/%Y %I:%M:%S %p"},
        "category": {"column": "Primary Type", "default": "autre_delit"},
        "x": {"column": "Longitude"},
        "y": {"column": "Latitude"},
        "address": {"column": "Block"},
    },
}
MEMPHIS = {
    "name": "City of Memphis",
    "partner": "MPD",
    "crs": "EPSG:4326",
    "fields": {
        "partner_ref": {"column": "uid"},
        "occurred_from": {"column": "date", "format": "%Y-%m-%dT%H:%M:%SZ"},
        "category": {"column": "offense_type", "default": "autre_delit"},
        "x": {"column": "lon"},
        "y": {"column": "lat"},
    },
}
PARIS = {
    "name": "Dans ma rue",
    "partner": "DMR",
    "crs": "EPSG:4326",
    "fields": {
        "partner_ref": {"column": "id_dmr"},
        "occurred_from": {"column": "datedecl", "format": "%Y-%m-%d"},
        "category": {"column": "type", "default": "autre_delit"},
        "x": {"column": "geo_point_2d", "part": "lon"},
        "y": {"column": "geo_point_2d", "part": "lat"},
        "address": {"column": "adresse"},
    },
    "unique_id": True,
}
BAAC = {
    "name": "Accidents de la circulation (BAAC)",
    "partner": "ONISR",
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


@pytest.mark.parametrize(
    ("file", "document", "epsg", "inserted", "unlocated", "first", "last"),
    [
        (
            "vancouver_2017.xlsx",
            VANCOUVER,
            26910,
            16318,
            1480,
            "2017-01-01T00:00:00",
            "2017-06-30T19:54:00",
        ),
        ("chicago_1000.csv", CHICAGO, 26916, 1000, 0, "2016-01-01T01:00:00", "2016-12-31T21:15:00"),
        (
            "memphis_robberies.csv",
            MEMPHIS,
            26916,
            2245,
            0,
            "2019-01-01T01:30:00",
            "2019-12-31T15:30:00",
        ),
        (
            "paris_signalements_1000.csv",
            PARIS,
            2154,
            1000,
            0,
            "2023-08-14T00:00:00",
            "2024-08-06T00:00:00",
        ),
        (
            "caracteristiques_2013_herault_latin1.csv",
            BAAC,
            2154,
            960,
            157,
            "2013-01-01T05:40:00",
            "2013-12-31T23:35:00",
        ),
    ],
)
def test_a_published_file_enters_whole(
    shared_data, tmp_path, file, document, epsg, inserted, unlocated, first, last
):
    path = tmp_path / "observatoire.gpkg"
    create.create(path, epsg)
    source = shared_data / "incidents" / file
    chosen = profile.parse(json.dumps(document), "profile.json")
    result = importing.import_file(path, source, chosen, tmp_path / "keys")
    counts = (result.batch.read, result.batch.inserted, result.batch.unlocated)
    with connection.reading(path) as db:
        span = db.execute("SELECT min(occurred_from), max(occurred_from) FROM incident").fetchone()
    assert (counts, result.rejects, span) == (
        (inserted, inserted, unlocated),
        [],
        (first, last),
    )
    again = importing.import_file(path, source, chosen, tmp_path / "keys").batch
    assert (again.inserted, again.unchanged) == (0, inserted)
