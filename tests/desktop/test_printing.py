"""Printing in a real QGIS window: the town from the menu, a map from the panel, an atlas."""

from pathlib import Path

import pytest

from tests.desktop.test_desktop import ROOT, seen_in
from tests.pdf import pages_of

DRIVE = Path(__file__).with_name("drive_print.py")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_town_a_map_and_an_atlas_from_the_window(language, town_observatory, tmp_path):
    given = {"logo": str(ROOT / "icons" / "oltp.svg"), "folder": str(tmp_path)}
    seen = seen_in(language, DRIVE, town_observatory, tmp_path, given)
    assert seen["error"] is None
    assert ("aucun fichier" if language == "fr" else "no file") in seen["advice"]
    (page,) = pages_of(tmp_path / "map.pdf")
    pages = pages_of(tmp_path / "atlas.pdf")
    assert len(pages) == 9  # an index and eight quartiers
    for each in (page, *pages):
        assert "Ville de Valbrune" in each
        assert ("DIFFUSION INTERNE" if language == "fr" else "INTERNAL USE") in each
    total = "Police municipale, Transports"
    assert total in seen["map"]["SOURCES"]
    assert total in page
    for drawn in ("Incidents", "Commune", "Quartiers"):
        assert drawn in page
    assert seen["atlas"]["INDEX"] == "True"
    assert all("Total" not in each or "Incidents" in each for each in pages)
