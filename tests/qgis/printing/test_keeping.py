"""A layout that is kept in the analyst's project draws what was printed, and nothing more."""

import json

import processing
import pytest
from qgis.core import QgsLayoutExporter, QgsProject, QgsVectorLayer
from qgis.PyQt.QtGui import QImage

from oltp_plugin.layers.styling import apply_style

RESTRICTED = 1
DPI = 60


@pytest.fixture
def project():
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def incidents(town_observatory, tmp_path):
    """Incidents of a town whose partners let places be seen as cells."""
    for partner in ("PM", "TC"):
        file = tmp_path / "agreement.json"
        clauses = {"partner": partner, "reference": partner, "finest_shown": "cell"}
        file.write_text(json.dumps(clauses))
        given = {"OBSERVATORY": str(town_observatory), "INPUT": str(file)}
        processing.run("oltp:setagreement", given)
    source = f"{town_observatory}|layername=incident|subset=partner = 'PM'"
    layer = QgsVectorLayer(source, "Incidents", "ogr")
    apply_style(layer, "incident")
    return layer


def pages_of(layout, folder, n: int) -> list[QImage]:
    """The maps of its pages as pictures, as ``export`` writes them."""
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = DPI
    settings.generateWorldFile = False
    QgsLayoutExporter(layout).exportToImage(str(folder / "kept.png"), settings)
    return [map_in(folder / name) for name in _names("kept", n)]


def map_in(picture) -> QImage:
    """The map alone: read again, a layout's words are in another font where Arial is missing."""
    return QImage(str(picture)).copy(25, 75, 265, 350)


def _names(stem: str, n: int) -> list[str]:
    return [f"{stem}.png", *(f"{stem}_{page}.png" for page in range(2, n + 1))]


def test_a_kept_page_has_the_places_that_were_printed(incidents, project, tmp_path):
    """Not those of the project's own layer of that name, nor those of an earlier page."""
    project.addMapLayer(incidents)
    printed = []
    for partner in ("PM", "TC", "PM"):
        incidents.setSubsetString(f"partner = '{partner}'")
        output = tmp_path / f"{len(printed)}.png"
        processing.run(
            "oltp:printmap",
            {
                "LAYERS": [incidents],
                "TITLE": partner,
                "EXTENT": "701000,705000,6600500,6604000 [EPSG:2154]",
                "DIFFUSION": RESTRICTED,
                "DPI": DPI,
                "KEEP_LAYOUT": True,
                "OUTPUT": str(output),
            },
        )
        printed.append(map_in(output))
    assert printed[0] != printed[1]
    kept = sorted(project.layoutManager().layouts(), key=lambda each: each.name())
    assert [each.name() for each in kept] == ["PM", "PM (2)", "TC"]
    for layout, was in zip(kept, (printed[0], printed[2], printed[1])):
        (page,) = pages_of(layout, tmp_path, 1)
        assert page == was


def test_each_page_of_a_kept_atlas_is_its_own(incidents, project, tmp_path):
    source = incidents.source().partition("|")[0] + "|layername=territory|subset=level = 'quartier'"
    quarters = QgsVectorLayer(source, "Quartiers", "ogr")
    project.addMapLayers([incidents, quarters])
    output = tmp_path / "atlas.png"
    given = {"LAYERS": [incidents], "TERRITORIES": quarters, "TITLE": "Atlas", "DPI": DPI}
    given.update(DIFFUSION=RESTRICTED, KEEP_LAYOUT=True, OUTPUT=str(output), INDEX=True)
    processing.run("oltp:atlas", given)
    (kept,) = project.layoutManager().layouts()
    maps = [item for item in kept.items() if getattr(item, "id", str)() == "map"]
    # On the index outlines and incidents; on each page edge and grey, too.
    assert sorted(len(each.layers()) for each in maps) == [2, *[4] * 8]
    for page, name in zip(pages_of(kept, tmp_path, 9), _names("atlas", 9)):
        assert page == map_in(tmp_path / name), name
