"""The printed page, looked at as a reader would: its text, its size, its bytes, its pixels."""

import getpass
import re
from datetime import date
from pathlib import Path

import processing
import pytest
from qgis.core import (
    NULL,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsPrintLayout,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsReadWriteContext,
    QgsRectangle,
    QgsRendererCategory,
    QgsSettings,
    QgsSingleSymbolRenderer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtXml import QDomDocument

from oltp_plugin import local_format
from oltp_plugin.paths import LAYOUTS
from oltp_plugin.printing import words
from oltp_plugin.printing.map_item import round_length
from oltp_plugin.printing.map_layout import TEMPLATES
from oltp_plugin.printing.map_picture import MapPicture
from tests.pdf import copied, facts_of, objects_of, pictures_in, streams_of, tells, text_of

EXTENT = "700000,702000,6600000,6601000 [EPSG:2154]"
IDS = ["map", "title", "subtitle", "legend", "records", "sources", "diffusion", "made", "crs"]
IDS += ["scale bar", "north arrow", "diffusion note"]


def points(name="Incidents", where=((700500, 6600500),), kinds=None, crs="EPSG:2154"):
    """A layer of points in memory; a place that is None has no geometry."""
    layer = QgsVectorLayer(f"Point?crs={crs}&field=kind:string", name, "memory")
    features = []
    for index, place in enumerate(where):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([kinds[index] if kinds else NULL])
        if place:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
    layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"color": "#000000"})))
    return layer


def by_kind(layer, **labels):
    """Draw and explain a layer by its kinds."""
    categories = [
        QgsRendererCategory(kind, QgsMarkerSymbol.createSimple({"color": "#aa0000"}), label)
        for kind, label in labels.items()
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("kind", categories))
    return layer


@pytest.fixture
def print_map(tmp_path, feedback):
    """Print, and return the file."""

    def run(layers, output="map.pdf", **parameters) -> Path:
        given = {"LAYERS": layers, "TITLE": "A title", "OUTPUT": str(tmp_path / output)}
        result = processing.run("oltp:printmap", {**given, **parameters}, feedback=feedback)
        return Path(result["OUTPUT"])

    return run


@pytest.mark.parametrize(
    ("template", "width", "height"), [(0, 842, 595), (1, 595, 842), (2, 1191, 842), (3, 842, 1191)]
)
def test_one_page_of_the_paper_asked_for_with_all_its_words_as_text(
    print_map, template, width, height
):
    pdf = print_map(
        [points()],
        TEMPLATE=template,
        TITLE="Vols à la tire – secteur Écusson",
        SUBTITLE="Mars 2024",
        SOURCES="Police municipale, 1–31 mars 2024",
        DIFFUSION=0,
    )
    text, facts = text_of(pdf), facts_of(pdf)
    for words_there in (
        "Vols à la tire – secteur Écusson",
        "Mars 2024",
        "Sources: Police municipale, 1–31 mars 2024",
        "INTERNAL USE",
        "Legend",
        "Incidents: 1 on this map",
        words.made_line(date.today()),
        "Lambert-93 (EPSG:2154)",
    ):
        assert words_there in text
    assert facts["Pages"] == "1"
    assert [round(float(side)) for side in re.findall(r"[\d.]+", facts["Page size"])[:2]] == [
        width,
        height,
    ]


def test_neither_login_nor_folder_nor_project_nor_attribute_is_in_the_pdf(print_map, tmp_path):
    source = tmp_path / "secret_file_name.gpkg"
    made = points(kinds=["secret_attribute"])
    options = QgsVectorFileWriter.SaveVectorOptions()
    context = QgsProject.instance().transformContext()
    assert QgsVectorFileWriter.writeAsVectorFormatV3(made, str(source), context, options)[0] == 0
    project = QgsProject.instance()
    project.setTitle("secret_project_title")
    metadata = project.metadata()
    metadata.setAuthor("secret_author")
    project.setMetadata(metadata)
    try:
        pdf = print_map([QgsVectorLayer(str(source), "Shown name", "ogr")], DIFFUSION=0)
    finally:
        project.clear()
    bytes_ = pdf.read_bytes() + b"\n".join(streams_of(pdf))
    assert "Shown name" in text_of(pdf)
    assert tells(pdf, "Shown") and not tells(pdf, getpass.getuser())
    forbidden = [str(Path.home()) + "/", str(tmp_path), "secret_", ".gpkg"]
    for text in forbidden:
        assert text.encode() not in bytes_
        assert text.encode("utf-16-be") not in bytes_
    for georeference in (b"/Measure", b"/LGIDict", b"/Viewport", b"/VP"):
        assert georeference not in objects_of(pdf)


def test_restricted_pdf_holds_positions_only_as_an_image(print_map):
    """Two pages that differ only by where the points are differ only by their image."""
    here = points(where=[(700400, 6600400), (700700, 6600600)])
    there = points(where=[(701300, 6600300), (701600, 6600800)])

    def outside_images(layer, name, diffusion):
        pdf = print_map([layer], name, EXTENT=EXTENT, DIFFUSION=diffusion)
        return streams_of(pdf, whole=False)

    for diffusion in (1, 2):
        assert outside_images(here, "a.pdf", diffusion) == outside_images(there, "b.pdf", diffusion)
    assert outside_images(here, "a.pdf", 0) != outside_images(there, "b.pdf", 0)


def test_restricted_map_is_drawn_at_the_resolution_asked_for(print_map):
    pdf = print_map([points()], DPI=200)
    rows = pictures_in(pdf)
    assert {(row[12], row[13]) for row in rows} == {("200", "200")}
    assert max(int(row[3]) for row in rows) > 1500  # pixels across the map


def test_png_has_the_resolution_and_shows_the_point(print_map):
    image = QImage(str(print_map([points()], "map.png", DPI=100)))
    assert (image.width(), image.height()) in {(1169, 826), (1169, 827)}
    red = by_kind(points("Red", kinds=["a"]), a="A")
    shown = QImage(str(print_map([red], "red.png", DPI=100)))
    colours = {shown.pixel(x, y) for x in range(300, 600) for y in range(300, 600)}
    assert 0xFFAA0000 in colours


def test_svg_is_for_internal_use_only(print_map):
    svg = print_map([points()], "map.svg", DIFFUSION=0, TITLE="Texte").read_text()
    assert re.search(r"<text[^>]*>Texte", svg)
    for diffusion in (1, 2):
        with pytest.raises(QgsProcessingException, match="only for internal use"):
            print_map([points()], "other.svg", DIFFUSION=diffusion)


def test_legend_lists_only_what_shows(print_map):
    shops = by_kind(
        points("Shops", [(700500, 6600500), (709000, 6600500)], ["a", "b"]), a="Bakers", b="Banks"
    )
    elsewhere = points("Far away", [(709000, 6600500)])
    text = text_of(print_map([shops, elsewhere], EXTENT=EXTENT))
    assert "Shops" in text
    assert "Bakers" in text
    assert "Banks" not in text
    assert "Legend" in text
    assert "Far away: 0 on this map" in text
    assert text.count("Far away") == 1  # counted, not in the legend


def test_long_legends_shrink_and_say_when_that_is_not_enough(print_map, feedback):
    kinds = [f"kind{number}" for number in range(90)]
    label = "A category whose name goes on for longer than the legend is wide, number"
    few = by_kind(
        points("Few", [(700500, 6600500)] * 12, kinds[:12]),
        **{kind: f"{label} {index}" for index, kind in enumerate(kinds[:12])},
    )
    assert all(f"number {index}" in text_of(print_map([few])) for index in range(12))
    assert not feedback.warnings
    many = by_kind(
        points("Many", [(700500, 6600500)] * 90, kinds), **dict.fromkeys(kinds, f"{label} x")
    )
    print_map([many])
    assert any('"legend"' in warning for warning in feedback.warnings)


def test_long_title_is_set_smaller_and_whole(print_map, feedback):
    title = "Tranquillité publique dans les espaces extérieurs du groupe territorial " * 2
    assert title.strip() in text_of(print_map([points()], TITLE=title))
    assert not feedback.warnings


def test_counts_name_what_no_map_can_show(print_map, town_observatory):
    incidents = QgsVectorLayer(f"{town_observatory}|layername=incident", "Records", "ogr")
    text = text_of(print_map([incidents]))
    assert "Records: 56 on this map" in text  # 61, one withdrawn, four without a point
    assert "not mappable, without a location: 4 (7%)" in text
    assert "Read with care" not in text
    assert "Police municipale (1 January 2024 to" in text
    assert "; Transports (" in text


def test_mostly_unlocated_records_are_a_warning_on_the_page(print_map):
    text = text_of(print_map([points(where=[(700500, 6600500)] * 8 + [None] * 4)]))
    assert "Incidents: 8 on this map" in text
    assert "without a location: 4 (33%)" in text
    assert "Read with care" in text


def test_points_outside_the_frame_are_not_counted_as_on_the_map(print_map):
    layer = points(where=[(700500, 6600500), (700600, 6600500), (709000, 6600500)])
    assert "Incidents: 2 on this map" in text_of(print_map([layer], EXTENT=EXTENT))


@pytest.mark.parametrize(
    ("longest", "length"), [(999, 500), (1000, 1000), (4999, 2000), (5000, 5000), (0.3, 0.2)]
)
def test_scale_bar_is_round(longest, length):
    assert round_length(longest) == pytest.approx(length)


def test_scale_bar_is_true_on_the_ground(print_map):
    """2 km fill a map 205 mm wide: 250 m are 25.6 mm between the labels' middles."""
    pdf = print_map([points()], EXTENT=EXTENT)
    found = re.findall(r'xMin="([\d.]+)".* xMax="([\d.]+)".*>(0|250)<', copied(pdf, "-bbox"))
    middles = {label: (float(left) + float(right)) / 2 for left, right, label in found}
    millimetres = (middles["250"] - middles["0"]) * 25.4 / 72
    assert millimetres == pytest.approx(205 * 250 / 2000, rel=0.01)
    assert "250 500 m" in text_of(pdf)


def test_a_point_and_the_whole_world_have_a_page(print_map):
    point = "700500,700500,6600500,6600500 [EPSG:2154]"
    assert "Incidents: 1 on this map" in text_of(print_map([points()], EXTENT=point))
    world = points(where=[(-179, -89), (179, 89)], crs="EPSG:4326")
    assert "Incidents: 2 on this map" in text_of(print_map([world]))


def test_a_metre_of_web_mercator_is_no_metre_on_a_page_of_text(qgis_app):
    """At Montpellier's latitude it is 0.73 m on the ground."""
    mercator = QgsCoordinateReferenceSystem("EPSG:3857")
    extent = QgsRectangle(430000, 5400000, 434000, 5401000)
    picture = MapPicture([], mercator, extent, 40)
    assert picture.metres / picture.shown.width() == pytest.approx(0.727, abs=0.003)


def test_a_map_of_unknown_units_has_no_scale_bar_but_a_sentence(print_map):
    layer = points()
    layer.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(QgsProcessingException, match="Incidents"):
        print_map([layer])
    assert "(EPSG:2154)" in text_of(print_map([layer, points("Others")]))


def test_layers_in_degrees_are_drawn_in_a_projection(print_map):
    montpellier = points(where=[(3.87, 43.6), (3.9, 43.62)], crs="EPSG:4326")
    assert "(EPSG:2154)" in text_of(print_map([montpellier]))
    chicago = points(where=[(-87.6, 41.9), (-87.7, 41.8)], crs="EPSG:4326")
    assert "(EPSG:32616)" in text_of(print_map([chicago]))


def test_a_density_named_by_its_file_is_explained_by_title_and_classes(print_map, tmp_path):
    raster = tmp_path / "density.tif"
    where = [(700100 + 37 * n % 900, 6600100 + 53 * n % 800) for n in range(60)]
    processing.run("oltp:kerneldensity", {"INPUT": points(where=where), "OUTPUT": str(raster)})
    text = text_of(print_map([str(raster)], DIFFUSION=2))
    assert "Kernel density" in text
    assert "per km²" in text
    assert "Band 1" not in text
    assert "PUBLIC May be published." in text


def test_a_layer_named_by_its_file_takes_the_style_stored_there(print_map, tmp_path):
    path = tmp_path / "shops.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    context = QgsProject.instance().transformContext()
    made = points(kinds=["a"])
    assert QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), context, options)[0] == 0
    stored = by_kind(QgsVectorLayer(str(path), "shops", "ogr"), a="Bakers")
    assert not stored.saveStyleToDatabase("shops", "", True, "")
    del stored
    assert "Bakers" in text_of(print_map([str(path)]))


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"OUTPUT": "map.doc"}, r"map\.doc does not end in"),
        ({"OUTPUT": "nowhere/map.pdf"}, "Nothing can be written in the folder “nowhere”"),
        ({"TEMPLATE_FILE": "broken.qpt"}, r"broken\.qpt cannot be read as a layout template"),
        ({"TEMPLATE_FILE": "missing.qpt"}, r"missing\.qpt cannot be read as a layout template"),
        ({"TEMPLATE_FILE": "text.qpt"}, r"text\.qpt has no map on it"),
    ],
)
def test_bad_input_gets_one_sentence(print_map, tmp_path, parameters, sentence):
    (tmp_path / "broken.qpt").write_text("no template")
    empty = QgsProject()
    layout = QgsPrintLayout(empty)
    layout.initializeDefaults()
    layout.saveAsTemplate(str(tmp_path / "text.qpt"), QgsReadWriteContext())
    given = dict(parameters)
    for name in {"OUTPUT", "TEMPLATE_FILE"} & set(given):
        given[name] = str(tmp_path / given[name])
    with pytest.raises(QgsProcessingException, match=sentence):
        print_map(given.pop("LAYERS", [points()]), **given)
    assert not list(tmp_path.glob("*map*"))


def test_layers_without_anything_to_show_get_a_sentence(print_map):
    with pytest.raises(QgsProcessingException, match="has anything to show"):
        print_map([points(where=[])])


def test_a_failed_print_leaves_the_earlier_file(print_map, tmp_path):
    earlier = print_map([points()])
    before = earlier.read_bytes()
    with pytest.raises(QgsProcessingException):
        print_map([points(where=[])])
    assert earlier.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["map.pdf"]


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_open_in_qgis_alone(name):
    text = (LAYOUTS / f"{name}.qpt").read_text(encoding="utf-8")
    assert not re.search(r'="(/|[A-Z]:|file:)', text)
    document = QDomDocument()
    document.setContent(text)
    project = QgsProject()
    layout = QgsPrintLayout(project)
    _, loaded = layout.loadFromTemplate(document, QgsReadWriteContext())
    assert loaded
    assert [item for item in IDS if layout.itemById(item) is None] == []


def test_expressions_in_a_title_are_not_evaluated(print_map):
    text = text_of(print_map([points()], TITLE="[% 6 * 7 %] faits"))
    assert "6 * 7" in text
    assert "42" not in text


def test_expressions_in_a_legend_are_not_evaluated(print_map):
    """A name may come from the data; in the legend QGIS would compute the login of it."""
    layer = points("Faits [% 6 * 7 %] [% @user_account_name %]", kinds=["a"])
    symbol = QgsMarkerSymbol.createSimple({"color": "#000000"})
    categories = [QgsRendererCategory("a", symbol, "classe [% 6 * 7 %]")]
    layer.setRenderer(QgsCategorizedSymbolRenderer("kind", categories))
    text = text_of(print_map([layer]))
    assert "classe [ % 6 * 7 %]" in text
    assert text.count("Faits [ % 6 * 7 %] [ % @user_account_name %]") == 2  # and in the counts
    assert "42" not in text


@pytest.fixture
def french():
    before = QgsSettings().value("locale/userLocale")
    QgsSettings().setValue("locale/userLocale", "fr_FR")
    yield
    if before is None:
        QgsSettings().remove("locale/userLocale")
    else:
        QgsSettings().setValue("locale/userLocale", before)


def test_dates_and_numbers_in_french(french):
    assert local_format.day(date(2025, 3, 1)) == "1er mars 2025"
    assert local_format.day(date(2025, 8, 14)) == "14 août 2025"
    assert re.fullmatch(r"1\s234", local_format.number(1234))


@pytest.mark.parametrize("opened", [False, True])
def test_a_density_says_how_many_records_it_rests_on(qgis_app, tmp_path, opened):
    """Without its points on the page, a reader must still know what the colours stand for."""
    points = QgsVectorLayer("Point?crs=EPSG:2154&field=n:integer", "Vols", "memory")
    features = []
    for i in range(40):
        feature = QgsFeature(points.fields())
        if i >= 10:
            x, y = 700000 + 40 * i, 6200000 + 7 * i * i % 900
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        features.append(feature)
    points.dataProvider().addFeatures(features)
    density = processing.run(
        "oltp:kerneldensity", {"INPUT": points, "OUTPUT": str(tmp_path / "density.tif")}
    )["OUTPUT"]
    page = tmp_path / "map.pdf"
    layer = QgsRasterLayer(density, "Density") if opened else density
    processing.run("oltp:printmap", {"LAYERS": [layer], "TITLE": "Vols", "OUTPUT": str(page)})
    text = text_of(page)
    assert "from 30 records" in text
    assert "without a location: 10" in text
