"""A small observatory with a commune of four quartiers, and a profile that fits its files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import shapely

from oltp_plugin.intake import importing, profile
from oltp_plugin.observatory import create, territories

WEST, SOUTH, SIZE = 700000.0, 6200000.0, 2000.0

PROFILE = {
    "name": "Essai",
    "partner": "PM",
    "format": {"type": "csv", "encoding": "cp1252", "delimiter": ";", "decimal": ","},
    "crs": "EPSG:2154",
    "area": {"level": "commune"},
    "fields": {
        "partner_ref": {"column": "Numéro"},
        "occurred_from": {"columns": ["Date", "Heure"], "format": "%d/%m/%Y %H:%M"},
        "category": {
            "column": "Nature",
            "values": {
                "Tapage": "bruit_voie_publique",
                "Vol": "vol_tire",
                "Différend familial": "violence_intrafamiliale",
                "Cambriolage": "cambriolage_logement",
            },
        },
        "x": {"column": "X"},
        "y": {"column": "Y"},
        "address": {"column": "Adresse"},
    },
    "unique_id": True,
    "delivery": {"kind": "complete", "period": "from_file"},
    "update": "newest",
}
HEADER = "Numéro;Date;Heure;Nature;X;Y;Adresse;Observations"


@pytest.fixture
def observatory(tmp_path) -> Path:
    """An observatory with a commune and its quartiers A-D, two by two."""
    path = tmp_path / "observatoire.gpkg"
    create.create(path)
    commune = shapely.box(WEST, SOUTH, WEST + SIZE, SOUTH + SIZE)
    territories.import_territories(
        path, "commune", [territories.Territory("34000", "Ville", shapely.to_wkb(commune), 5000)]
    )
    half = SIZE / 2
    quartiers = [
        territories.Territory(
            code,
            f"Quartier {code}",
            shapely.to_wkb(shapely.box(WEST + dx, SOUTH + dy, WEST + dx + half, SOUTH + dy + half)),
        )
        for code, dx, dy in (("A", 0, 0), ("B", half, 0), ("C", 0, half), ("D", half, half))
    ]
    territories.import_territories(path, "quartier", quartiers)
    return path


@pytest.fixture
def deliver(observatory, tmp_path):
    """A function that imports rows of text under the test's header; options go to the import."""

    def run(*rows: str, changes: dict | None = None, content: bytes | None = None, **options):
        source = tmp_path / "livraison.csv"
        text = "\r\n".join((HEADER, *rows, ""))
        source.write_bytes(text.encode("cp1252") if content is None else content)
        chosen = profile.parse(json.dumps({**PROFILE, **(changes or {})}), "essai.json")
        return importing.import_file(observatory, source, chosen, tmp_path / "keys", **options)

    return run


@pytest.fixture
def fields() -> dict:
    """The profile's fields, to change some of them."""
    return {**PROFILE["fields"]}
