"""The simpler form: what it proposes, and that it does what the toolbox does."""

import json
import shutil
from pathlib import Path

import pytest
from osgeo import ogr, osr
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from oltp_plugin.gui.import_dialog.choices import read_inventory
from oltp_plugin.gui.import_reference.dialog import ImportReference
from oltp_plugin.observatory.connection import reading
from tests.qgis.waiting import wait

SAMPLE = Path(__file__).resolve().parents[2] / "sample"


@pytest.fixture
def window(qgis_app, town_observatory):
    epsg, kinds = read_inventory(town_observatory, "en")
    shown = ImportReference(town_observatory, kinds, epsg)
    shown.told = []
    shown.imported.connect(shown.told.append)
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()


def look(window, path: Path) -> None:
    window.open_file(path)
    wait(lambda: not window.progressBar.isVisible())


def proposed(window) -> dict:
    asked = window.parameters()
    return {name: asked[name] for name in asked if name not in ("INPUT", "OBSERVATORY", "CRS")}


def run(window) -> int:
    assert window.obstacle() == ""
    window.told.clear()
    window.importButton.click()
    wait(lambda: not window.progressBar.isVisible())
    assert window.told, window._bar.currentItem().text()
    return window.told[0]


def count(observatory, table: str, where: str = "1") -> int:
    with reading(observatory) as connection:
        return connection.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchone()[0]


def test_places_of_a_layer(window, town_observatory):
    look(window, SAMPLE / "arrets.geojson")
    assert window.kindCombo.currentText() == "Places"
    assert proposed(window) == {"KIND": "stop", "NAME_FIELD": "nom"}
    n = run(window)
    assert n == count(town_observatory, "place", "kind = 'stop'") > 10


def test_territories_of_a_layer(window, town_observatory):
    look(window, SAMPLE / "groupes_territoriaux.geojson")
    expected = {"LEVEL": "groupe territorial", "CODE_FIELD": "code", "NAME_FIELD": "nom"}
    assert {name: proposed(window)[name] for name in expected} == expected
    n = run(window)
    assert n == count(town_observatory, "territory", "level = 'groupe territorial'") == 4


def test_places_of_a_table_with_coordinates(window, town_observatory, tmp_path):
    file = tmp_path / "écoles de la ville.csv"
    rows = "".join(f"École n° {n};{3.03 + n / 1e3:.4f};46,52{n}\n" for n in range(5))
    file.write_text(f"Nom;Longitude;Latitude\n{rows}".replace(".", ","), encoding="cp1252")
    look(window, file)
    assert window.crsWidget.crs().authid() == "EPSG:4326"  # seen from the numbers
    assert proposed(window) == {"KIND": "school", "NAME_FIELD": "Nom"}
    assert run(window) == 5
    with reading(town_observatory) as connection:
        names = connection.execute("SELECT name FROM place WHERE kind = 'school'").fetchall()
    assert ("École n° 0",) in names
    assert count(town_observatory, "place", "kind = 'school' AND geom IS NOT NULL") == 5


def test_addresses_of_a_table(window, town_observatory, tmp_path):
    file = tmp_path / "adresses.csv"
    rows = "".join(f"{n};;Rue Bernard Blier;3,03{n};46,52{n}\n" for n in range(1, 6))
    file.write_text(f"NUM_VOI;SUF_VOI;LIB_OFF;X;Y\n{rows}", encoding="utf-8")
    look(window, file)
    assert window.crsWidget.crs().authid() == "EPSG:4326"
    assert window.kindCombo.currentText() == "Addresses"
    assert proposed(window) == {
        "NUMBER_FIELD": "NUM_VOI",
        "SUFFIX_FIELD": "SUF_VOI",
        "STREET_FIELD": "LIB_OFF",
        "X_FIELD": "X",
        "Y_FIELD": "Y",
    }
    assert run(window) == count(town_observatory, "address", "number > 0") == 5


def test_a_table_of_figures(window, town_observatory, tmp_path):
    file = tmp_path / "boardings.csv"
    file.write_text("Commune;Mois;Valeur\nValbrune;03/2026;1 234\n", encoding="utf-8")
    look(window, file)
    assert window.kindCombo.currentText() == "Indicators"
    assert "Partner" in window.adviceLabel.text() and not window.importButton.isEnabled()
    window._editors["PARTNER"].setText("TAM")
    window._editors["PURPOSE"].setEditText("public statistics")
    window._editors["INDICATOR"].setText("Boardings")
    assert run(window) == count(town_observatory, "indicator_value") == 1


def test_a_wrong_coordinate_system_is_seen_and_mended(window, town_observatory, tmp_path):
    """As Montpellier publishes its cameras: Lambert-93 in a GeoJSON that does not say so."""
    text = json.loads((SAMPLE / "cameras.geojson").read_text(encoding="utf-8"))
    text.pop("crs", None)
    file = tmp_path / "cameras.geojson"
    file.write_text(json.dumps(text), encoding="utf-8")
    look(window, file)
    assert window.crsWidget.crs().authid() == "EPSG:2154"
    assert "please check" in window.adviceLabel.text()
    before = count(town_observatory, "place", "kind = 'camera'")
    assert run(window) == before
    assert count(town_observatory, "place", "kind = 'camera'") == before  # the same points


@pytest.mark.parametrize("packed", [False, True])
def test_a_shapefile_in_french_that_does_not_say_so(window, town_observatory, tmp_path, packed):
    folder = tmp_path / "parcs"
    dataset = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(folder))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(2154)
    layer = dataset.CreateLayer("parcs", reference, ogr.wkbPoint, ["ENCODING=ISO-8859-1"])
    layer.CreateField(ogr.FieldDefn("libellé", ogr.OFTString))
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetField(0, "Parc de la Céleste")
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (702100 6602000)"))
    layer.CreateFeature(feature)
    del feature, layer, dataset
    (folder / "parcs.cpg").write_text("UTF-8")
    if packed:
        (folder / "parcs.cpg").unlink()
    file = folder / "parcs.shp"
    if packed:
        file = Path(shutil.make_archive(str(tmp_path / "parcs"), "zip", folder))
    look(window, file)
    assert proposed(window) == {"KIND": "park", "NAME_FIELD": "libellé"}
    assert run(window) == 1
    assert count(town_observatory, "place", "name = 'Parc de la Céleste'") == 1


def test_no_service_is_asked_for_a_layer(window, tmp_path):
    file = tmp_path / "a.xml"
    file.write_text("<OGRWFSDataSource><URL>http://127.0.0.1:9</URL></OGRWFSDataSource>")
    look(window, file)
    assert window._source is None and "of no kind" in window._bar.currentItem().text()


def test_a_name_that_leads_nowhere_is_said_once_it_is_typed_and_imports_nothing(window):
    look(window, SAMPLE / "arrets.geojson")
    assert window.importButton.isEnabled()
    line = window.fileWidget.lineEdit()
    line.end(False)
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert window._bar.currentItem() is None
    assert not window.importButton.isEnabled() and not window.previewTable.isVisible()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "no file of this name" in window._bar.currentItem().text()
    QTest.keyClick(line, "n")
    wait(lambda: not window.progressBar.isVisible())
    assert window._bar.currentItem() is None and window.importButton.isEnabled()


def test_what_gives_no_points_is_said(window, tmp_path):
    file = tmp_path / "cameras.csv"
    file.write_text("Nom;Adresse\nC1;Lapeyronie\n", encoding="utf-8")
    look(window, file)
    assert "no points" in window.adviceLabel.text() and not window.importButton.isEnabled()
    broken = tmp_path / "broken.csv"
    broken.write_bytes(b"")
    look(window, broken)
    assert "broken.csv is empty" in window._bar.currentItem().text()
