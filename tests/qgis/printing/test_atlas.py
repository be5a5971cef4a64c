"""The atlas: a page each, with its own figures; read from the PDF, page by page."""

import json
import re
from pathlib import Path

import processing
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

from oltp_plugin.layers.styling import apply_style
from oltp_plugin.observatory import connection
from oltp_plugin.printing import table
from oltp_plugin.printing.map_layout import further_file, template_file
from processing_algorithms.printing.atlas import area_on_the_map
from tests.pdf import pages_of

TABLE, CHART = 2, 3


@pytest.fixture
def print_atlas(tmp_path, feedback):
    def run(layers, territories, output="atlas.pdf", **parameters) -> Path:
        given = {"LAYERS": layers, "TERRITORIES": territories, "TITLE": "Atlas", "DPI": 60}
        given.update(DIFFUSION=0, OUTPUT=str(tmp_path / output))
        result = processing.run("oltp:atlas", {**given, **parameters}, feedback=feedback)
        return Path(result["OUTPUT"])

    return run


def incidents(path, subset="partner = 'PM'") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername=incident|subset={subset}", "Incidents", "ogr")
    apply_style(layer, "incident")
    return layer


def quarters(path) -> QgsVectorLayer:
    source = f"{path}|layername=territory|subset=level = 'quartier'"
    return QgsVectorLayer(source, "Quartiers", "ogr")


def counts_in(layer, territories) -> dict[str, int]:
    """Records in each territory, asked of QGIS, feature by feature."""
    points = [row.geometry() for row in layer.getFeatures() if not row.geometry().isEmpty()]
    return {
        area["name"]: sum(area.geometry().intersects(point) for point in points)
        for area in territories.getFeatures()
    }


def test_each_territory_has_its_page_and_its_own_figures(town_observatory, print_atlas):
    territories, layer = quarters(town_observatory), incidents(town_observatory)
    pages = pages_of(print_atlas([layer], territories, CONTENT=TABLE))
    expected = counts_in(layer, territories)
    assert len(pages) == len(expected) == 8
    assert len(set(expected.values())) > 2
    for number, (page, (name, n)) in enumerate(zip(pages, expected.items()), start=1):
        assert f"{name} – Atlas" in page
        assert f"Incidents: {n} on this map" in page
        assert f"Page {number} of 8" in page
        if n:
            assert f"Total {n} " in page
        else:
            assert "Total" not in page


def test_the_index_names_each_page(town_observatory, print_atlas):
    territories, layer = quarters(town_observatory), incidents(town_observatory)
    pages = pages_of(print_atlas([layer], territories, INDEX=True))
    assert len(pages) == 9
    for number, (name, n) in enumerate(counts_in(layer, territories).items(), start=2):
        assert re.search(rf"\b{number} {name} {n}\b", pages[0])
        assert pages[number - 1].startswith(f" {name}") or name in pages[number - 1]


def test_records_without_a_point_count_where_they_name_the_territory(town_observatory, print_atlas):
    from oltp_plugin.observatory.connection import writing

    territories = quarters(town_observatory)
    area = next(territories.getFeatures())
    with writing(town_observatory) as connection:
        connection.execute(
            "UPDATE incident SET territory = ?, territory_level = 'quartier',"
            " location_precision = 'territory' WHERE geom IS NULL",
            (area["code"],),
        )
    pages = pages_of(print_atlas([incidents(town_observatory)], territories))
    assert "without a location: 4" in pages[0]
    assert all("without a location" not in page for page in pages[1:])


def test_a_legend_is_its_pages_own(town_observatory, print_atlas):
    """A class that lies in one territory only is explained on its page only."""
    territories = quarters(town_observatory)
    from qgis.core import (
        QgsCategorizedSymbolRenderer,
        QgsFeature,
        QgsMarkerSymbol,
        QgsRendererCategory,
    )

    layer = QgsVectorLayer("Point?crs=EPSG:2154&field=kind:string", "Where", "memory")
    names = []
    for area in territories.getFeatures():
        names.append(area["name"])
        feature = QgsFeature(layer.fields())
        feature.setAttributes([area["name"]])
        feature.setGeometry(area.geometry().pointOnSurface())
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    categories = [
        QgsRendererCategory(name, QgsMarkerSymbol.createSimple({}), f"class {name}")
        for name in names
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("kind", categories))
    pages = pages_of(print_atlas([layer], territories))
    for name, page in zip(names, pages):
        assert f"class {name}" in page
        assert page.count("class ") < len(names)


def test_montpelliers_atlas_has_31_pages(shared_data, print_atlas):
    file = shared_data / "montpellier" / "montpellier_reference_2154.gpkg"
    areas = QgsVectorLayer(f"{file}|layername=sous_quartiers", "Sous-quartiers", "ogr")
    stops = QgsVectorLayer(f"{file}|layername=arrets_tram", "Stops", "ogr")
    pages = pages_of(print_atlas([stops], areas, DPI=50))
    assert len(pages) == 31
    points = [row.geometry() for row in stops.getFeatures()]
    for area, page in zip(areas.getFeatures(), pages):
        n = sum(area.geometry().makeValid().intersects(point) for point in points)
        assert area["LIBSQUART"] in page
        assert f"Stops: {n} on this map" in page


def test_an_index_of_31_rows_fits_a_portrait_page(shared_data):
    file = shared_data / "montpellier" / "montpellier_reference_2154.gpkg"
    areas = QgsVectorLayer(f"{file}|layername=sous_quartiers", "Sous-quartiers", "ogr")
    rows = [
        [str(page), area["LIBSQUART"], "39"] for page, area in enumerate(areas.getFeatures(), 2)
    ]
    assert len(rows) == 31
    index = table.Table(("Page", "Territory", "Accidents 2013"), rows, frozenset({0, 2}))
    (whole,) = table.pages_of(index, template_file(1, TABLE), further_file(1))
    assert whole.following == 0


def test_an_index_too_long_for_a_page_goes_on_before_the_territories(print_atlas, monkeypatch):
    """The numbers that it names are those of the pages as they are printed."""
    monkeypatch.setattr(table, "_ABREAST", 1)
    monkeypatch.setattr(table, "_SMALL", 8.0)  # so that few rows are too many
    areas = QgsVectorLayer("Polygon?crs=EPSG:2154&field=name:string", "Areas", "memory")
    features = []
    for number in range(14):
        feature = QgsFeature(areas.fields())
        feature.setAttributes([f"Square-{number:02}"])
        x, y = 700_000 + 500 * (number % 10), 6_600_000 + 500 * (number // 10)
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y, x + 500, y + 500)))
        features.append(feature)
    areas.dataProvider().addFeatures(features)
    areas.updateExtents()
    pages = pages_of(print_atlas([areas], areas, INDEX=True, TEMPLATE=1, DPI=50))
    index = [page for page in pages if "Territory" in page]
    assert len(index) == 2
    assert len(pages) == 16
    for page, text in enumerate(pages[2:], start=3):
        (name,) = set(re.findall(r"Square-\d\d", text))
        assert f"Page {page} of 16" in text
        assert re.search(rf"\b{page} {name}\b", " ".join(index))


@pytest.fixture
def restricted(town_observatory, tmp_path):
    file = tmp_path / "agreement.json"
    clauses = {"partner": "PM", "reference": "C-1", "small_count_threshold": 5}
    file.write_text(json.dumps(clauses))
    given = {"OBSERVATORY": str(town_observatory), "INPUT": str(file)}
    processing.run("oltp:setagreement", given)
    return town_observatory


def test_small_territories_and_what_betrays_them_are_hidden(restricted, print_atlas):
    territories, layer = quarters(restricted), incidents(restricted)
    pages = pages_of(print_atlas([layer], territories, INDEX=True, DIFFUSION=1, CONTENT=TABLE))
    counts = counts_in(layer, territories)
    hidden = [name for name in counts if re.search(rf"{name} hidden", pages[0])]
    small = [name for name, n in counts.items() if 0 < n < 5]
    assert small
    assert set(small) <= set(hidden)
    assert len(hidden) > 1
    for (name, n), page in zip(counts.items(), pages[1:]):
        if name in hidden:
            assert "Total" not in page
            assert f"{n} on this map" not in page
        else:
            assert f"Incidents: {n} on this map" in page


@pytest.mark.parametrize(
    ("crs", "wkt", "parts"),
    [
        ("EPSG:2154", "POLYGON((0 0, 9 9, 9 0, 0 9, 0 0))", 2),  # crosses itself
        ("EPSG:2154", "POLYGON((0 0, 9 0, 9 9, 0 9, 0 0, 0 -9, 0 0))", 1),  # with a spike
        ("EPSG:2154", "POLYGON((0 0, 9 9, 0 0))", 0),
        ("EPSG:2154", "POLYGON EMPTY", 0),
        ("EPSG:4326", "POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90))", 0),
    ],
)
def test_only_what_has_an_area_on_the_map_has_a_page(qgis_app, crs, wkt, parts):
    to_map = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(crs),
        QgsCoordinateReferenceSystem("EPSG:2154"),
        QgsProject.instance(),
    )
    area = area_on_the_map(QgsGeometry.fromWkt(wkt), to_map)
    if not parts:
        assert area is None
        return
    assert QgsWkbTypes.geometryType(area.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry
    assert len(area.asGeometryCollection()) == parts


def test_an_atlas_is_no_svg_and_needs_areas(town_observatory, print_atlas):
    layer = incidents(town_observatory)
    with pytest.raises(Exception, match="PDF or a series of PNG"):
        print_atlas([layer], quarters(town_observatory), output="atlas.svg")
    nothing = QgsVectorLayer("Polygon?crs=EPSG:2154&field=name:string", "none", "memory")
    with pytest.raises(Exception, match="has no area in it"):
        print_atlas([layer], nothing)


def test_png_pages_are_numbered(town_observatory, print_atlas, tmp_path):
    print_atlas([incidents(town_observatory)], quarters(town_observatory), output="atlas.png")
    assert len(list(tmp_path.glob("atlas*.png"))) == 8


def test_a_map_and_an_atlas_without_a_project_or_a_window(town_observatory, tmp_path, qgis_process):
    """As a nightly script asks for them: layers by their files, words on the pages as text."""
    layers = [f"{town_observatory}|layername={each}" for each in ("incident", "territory")]
    quartiers = f"{town_observatory}|layername=territory|subset=level = 'quartier'"
    for name, more in (("printmap", ()), ("atlas", (f"TERRITORIES={quartiers}", "INDEX=true"))):
        qgis_process(
            "run", f"oltp:{name}", "--", *(f"LAYERS={each}" for each in layers), *more,
            "TITLE=Vols à la tire", "CONTENT=2", "DIFFUSION=0", "DPI=60",
            f"OUTPUT={tmp_path / name}.pdf",
        )  # fmt: skip
    (page,) = pages_of(tmp_path / "printmap.pdf")
    assert "Vols à la tire" in page
    assert re.search(r"incident: 56 on this map", page)
    assert "Total 56" in page
    pages = pages_of(tmp_path / "atlas.pdf")
    assert len(pages) == 9
    total = sum(int(re.search(r"incident: (\d+) on this map", page)[1]) for page in pages[1:])
    assert total == 56


def test_a_page_tells_neither_of_a_few_places_nor_of_a_few_records_without_one(
    restricted, print_atlas
):
    """Records of sensitive categories have no place: so few of them would be told by what is
    left of the total."""
    territories, layer = quarters(restricted), incidents(restricted)
    with connection.writing(restricted) as db:
        for code, fids in (("Q1", (4, 14, 24)), ("Q2", range(1, 14)), ("Q3", range(15, 24))):
            db.executemany(
                "UPDATE incident SET geom = NULL, territory_level = 'quartier', territory = ?"
                " WHERE fid = ?",
                [(code, fid) for fid in fids],
            )
        names = dict(db.execute("SELECT code, name FROM territory WHERE level = 'quartier'"))
    counts = counts_in(layer, territories)
    few = [name for name, n in counts.items() if 0 < n < 5]
    assert few
    pages = pages_of(print_atlas([layer], territories, INDEX=True, DIFFUSION=1))
    own = {name: page for page in pages[1:] for name in names.values() if f" {name} – " in page}
    for name in few:
        assert "The counts of this page are hidden." in own[name]
    lines = {
        name: re.search(r"without a location: (\d+( \(\d+%\))?|hidden|fewer than 5)", page)[1]
        for name, page in own.items()
        if "without a location" in page
    }
    # The second is hidden with the first, which would be the total minus the others.
    assert lines[names["Q1"]] == "fewer than 5"
    assert lines[names["Q3"]] == "hidden"
    assert lines[names["Q2"]].startswith("13")
    told = counts[names["Q1"]]
    assert f"{names['Q1']} {told}" in pages[0]
