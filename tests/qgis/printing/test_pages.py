"""What stands with a map: a second period, a table, a chart, a locator; read from the PDF."""

import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import processing
import pytest
from qgis.core import (
    NULL,
    QgsFeature,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemPicture,
    QgsLayoutSize,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtXml import QDomDocument

from oltp_plugin import settings
from oltp_plugin.analysis.aoristic import hours_of_week
from oltp_plugin.layers.arrays import Points
from oltp_plugin.layers.extent import whole_extent
from oltp_plugin.printing import chart
from oltp_plugin.printing.figures import (
    category_table,
    hours_of,
    month_chart,
    result_table,
    row_chart,
    week_chart,
)
from oltp_plugin.printing.map_item import north
from oltp_plugin.printing.map_layout import (
    PAPERS,
    further_beside,
    further_file,
    own_project,
    same_classes,
    template_file,
)
from oltp_plugin.printing.page import add_page, first_page
from oltp_plugin.printing.records import Delivery, Records, records_lines, told
from oltp_plugin.printing.subtitle import filter_subtitle
from oltp_plugin.printing.table import Table, fill_table
from oltp_plugin.printing.town import embedded, town
from tests.pdf import copied, facts_of, pictures_in

ONE, TWO_PERIODS, TABLE, CHART, LOCATOR = range(5)
EXTENT = "701000,705000,6600500,6604000 [EPSG:2154]"


@pytest.fixture
def print_map(tmp_path, feedback):
    def run(*layers, output="map.pdf", **parameters) -> Path:
        given = {"LAYERS": list(layers), "TITLE": "T", "DIFFUSION": 0, "DPI": 96}
        given["OUTPUT"] = str(tmp_path / output)
        result = processing.run("oltp:printmap", {**given, **parameters}, feedback=feedback)
        return Path(result["OUTPUT"])

    return run


def text_of(pdf: Path) -> str:
    return re.sub(r"[ \t]+", " ", copied(pdf, "-layout"))


def incidents(path, subset="partner = 'PM'") -> QgsVectorLayer:
    return QgsVectorLayer(f"{path}|layername=incident|subset={subset}", "Incidents", "ogr")


def quarters(path) -> QgsVectorLayer:
    source = f"{path}|layername=territory|subset=level = 'quartier'"
    return QgsVectorLayer(source, "Quartiers", "ogr")


def test_a_table_beside_the_map_has_the_records_by_category(town_observatory, print_map):
    pdf = print_map(incidents(town_observatory), CONTENT=TABLE)
    text = text_of(pdf)
    assert re.search(r"Category Records", text)
    with_point = [n for n in range(40) if n % 10 != 3]
    odd = sum(n % 2 for n in with_point)
    assert re.search(rf"\b{odd}\b", text)
    assert re.search(rf"Total {len(with_point)}\b", text)


def test_where_qgis_finds_no_extent_the_map_shows_the_whole_table(town_observatory):
    """QGIS 3.40 finds none where a filtered layer has a row without a point."""
    layer, table = incidents(town_observatory), incidents(town_observatory, "")
    layer.setExtent(QgsRectangle())
    assert whole_extent(layer) == table.extent()
    assert not table.extent().isEmpty()
    table.setExtent(QgsRectangle())
    assert whole_extent(table).isNull()


def test_the_rows_of_a_result_are_the_table(town_observatory, print_map):
    counted = processing.run(
        "oltp:territorycounts",
        {
            "TERRITORIES": quarters(town_observatory),
            "INCIDENTS": incidents(town_observatory),
            "OUTPUT": "memory:",
        },
    )["OUTPUT"]
    text = text_of(print_map(counted, CONTENT=TABLE))
    for row in counted.getFeatures():
        assert re.search(rf"{row['name']} {row['n']} ", text)
    assert counted.fields().lookupField("uuid") < 0 or "uuid" not in text


@pytest.mark.parametrize("kind", [0, 1])
def test_charts_are_drawings_with_their_words_as_text(town_observatory, print_map, kind):
    pdf = print_map(incidents(town_observatory), CONTENT=CHART, CHART=kind)
    text = text_of(pdf)
    assert pictures_in(pdf) == []
    if kind == 0:
        assert "Records by month" in text
        assert "01/24" in text
    else:
        assert "Records by hour and day of the week" in text
        assert "Mon" in text


def test_fonts_are_in_the_file_and_the_title_is_its_title(town_observatory, print_map):
    pdf = print_map(incidents(town_observatory), CONTENT=CHART, TITLE="Vols à la tire")
    listed = subprocess.run(["pdffonts", pdf], capture_output=True, check=True).stdout.decode()
    rows = [line.split() for line in listed.splitlines()[2:]]
    assert rows
    assert all(row[-5] == "yes" for row in rows), listed
    assert facts_of(pdf)["Title"] == "Vols à la tire"


def test_two_periods_have_each_their_caption_and_count(town_observatory, print_map):
    spring = incidents(town_observatory, "occurred_from < '2024-07'")
    autumn = incidents(town_observatory, "occurred_from >= '2024-07'")
    pdf = print_map(
        spring, CONTENT=TWO_PERIODS, LAYERS_2=[autumn], CAPTION="Spring", CAPTION_2="Autumn"
    )
    text = text_of(pdf)
    for name, layer in (("Spring", spring), ("Autumn", autumn)):
        located = sum(
            not row.geometry().isEmpty() and row["status"] != "withdrawn"
            for row in layer.getFeatures()
        )
        assert f"Incidents – {name}: {located} on this map" in text


def test_a_second_map_needs_layers(town_observatory, print_map):
    with pytest.raises(Exception, match="needs the layers of its second map"):
        print_map(incidents(town_observatory), CONTENT=TWO_PERIODS)


def test_two_densities_share_the_classes_of_the_higher(town_observatory, tmp_path):
    rasters = []
    for name, subset in (("few", "fid < 12"), ("many", "1")):
        output = str(tmp_path / f"{name}.tif")
        given = {"INPUT": incidents(town_observatory, subset), "OUTPUT": output}
        processing.run("oltp:kerneldensity", given)
        from qgis.core import QgsRasterLayer

        rasters.append(QgsRasterLayer(output, name, "gdal"))
    few, many = rasters
    first, second = same_classes([few], [many])
    assert second[0] is many
    assert first[0] is not few  # the analyst's own layer keeps its symbols

    def labels(layer):
        return [label for label, _ in layer.renderer().legendSymbologyItems()]

    assert labels(first[0]) == labels(many) != labels(few)


@pytest.mark.parametrize("paper", range(len(PAPERS)))
@pytest.mark.parametrize("content", range(5))
def test_every_template_is_as_measured_and_inside_its_page(paper, content):
    project = QgsProject()
    page = first_page(template_file(paper, content), project)
    sheet = page.layout.pageCollection().page(0).rect()
    wanted = {"map", "title", "subtitle", "legend", "records", "warning", "sources", "run card"}
    wanted |= {"diffusion", "diffusion note", "made", "crs", "page", "town", "logo", "scale bar"}
    wanted |= {
        "north arrow",
        *({}, {"map 2", "caption 2"}, {"table"}, {"chart"}, {"locator"})[content],
    }
    assert wanted <= set(page.items)
    boxes = {}
    for name, item in page.items.items():
        box = item.mapRectToScene(item.rect())
        assert sheet.contains(box), name
        boxes[name] = box.adjusted(0.05, 0.05, -0.05, -0.05)
    for one, box in boxes.items():
        for other, another in boxes.items():
            if one < other and not {one, other} & {"logo", "scale bar"}:
                assert not box.intersects(another), (one, other)


def test_pages_added_to_a_layout_have_items_of_their_own():
    project = QgsProject()
    first = first_page(template_file(0, TABLE), project)
    second = add_page(first.layout, template_file(0, TABLE))
    assert first.layout.pageCollection().pageCount() == 2
    assert second.items["map"].pos().y() > first.items["map"].pos().y() + 200
    assert {item.uuid() for item in first.items.values()}.isdisjoint(
        item.uuid() for item in second.items.values()
    )
    fill_table(first, Table(("a", "b"), [("x", "1")], frozenset({1})))
    fill_table(second, Table(("a", "b"), [("y", "2")], frozenset({1})))
    shown = [
        [cell.content() for cell in page.items["table"].multiFrame().tableContents()[1]]
        for page in (first, second)
    ]
    assert shown == [["x", "1"], ["y", "2"]]


def test_a_long_table_says_how_many_rows_are_left_out():
    project = QgsProject()  # whose layout it is, and which must live as long
    page = first_page(template_file(0, TABLE), project)
    rows = [(f"Territory number {n}", str(n)) for n in range(200)]
    left = fill_table(page, Table(("Name", "Records"), rows, frozenset({1})))
    frame = page.items["table"]
    assert 0 < left < 200
    assert frame.multiFrame().totalSize().height() <= frame.rect().height()
    said = [cell.content() for line in frame.multiFrame().tableContents() for cell in line]
    assert f"and {left} more" in said
    assert sum(text.startswith("Territory") for text in said) == 200 - left


def rows_of(count: int) -> QgsVectorLayer:
    layer = QgsVectorLayer(
        "Point?crs=EPSG:2154&field=name:string&field=n:integer", "Rows", "memory"
    )
    features = []
    for number in range(count):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"Territory-{number:03}", number])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(703000, 6602000)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


@pytest.mark.parametrize("paper", [0, 3])
def test_a_table_goes_on_on_as_many_pages_as_it_needs(print_map, feedback, paper):
    pages = text_of(print_map(rows_of(240), CONTENT=TABLE, TEMPLATE=paper)).split("\f")[:-1]
    assert len(pages) > 1
    shown = 0
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "INTERNAL USE" in page
        shown += len(re.findall(r"Territory-\d{3}", page))
        more = re.search(r"and (\d+) more on the next\s*page|and (\d+) more", page)
        assert bool(more) is (number < len(pages))
        if more:
            assert int(more[1] or more[2]) == 240 - shown
    assert shown == 240
    names = set(re.findall(r"Territory-\d{3}", " ".join(pages)))
    assert len(names) == 240
    assert not feedback.warnings


@pytest.mark.parametrize("paper", range(4))
def test_a_towns_own_template_goes_on_on_its_own_paper_or_on_the_page_beside_it(paper, tmp_path):
    own, beside = tmp_path / "town.qpt", tmp_path / "town_further.qpt"
    own.write_bytes(template_file(paper, TABLE).read_bytes())
    assert further_beside(own) == further_file(paper)
    beside.write_bytes(b"")
    assert further_beside(own) == beside


def test_a_table_under_a_towns_own_template_goes_on_too(print_map, tmp_path, feedback):
    own = tmp_path / "town.qpt"
    own.write_bytes(template_file(0, TABLE).read_bytes())
    text = text_of(print_map(rows_of(150), CONTENT=TABLE, TEMPLATE_FILE=str(own), DPI=50))
    assert len(set(re.findall(r"Territory-\d{3}", text))) == 150
    assert "Page 2 of 2" in text
    assert not feedback.warnings


@pytest.mark.parametrize("paper", [0, 1])
def test_a_title_of_400_letters_stays_whole(print_map, feedback, paper):
    title = " ".join(f"mot{number:02}" for number in range(67))
    assert len(title) > 400
    text = text_of(print_map(rows_of(3), TITLE=title, TEMPLATE=paper))
    assert re.findall(r"mot\d\d", text) == title.split()
    assert not feedback.warnings


def test_a_table_is_as_wide_as_its_frame():
    project = QgsProject()
    page = first_page(template_file(1, TABLE), project)
    fill_table(page, Table(("Name", "Records"), [("A", "1")], frozenset({1})))
    frame = page.items["table"]
    assert frame.multiFrame().totalSize().width() == pytest.approx(frame.rect().width(), abs=0.5)


def table_layer(fields: str, rows) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"None?{fields}", "t", "memory")
    for values in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(values))
        layer.dataProvider().addFeature(feature)
    return layer


def test_small_counts_and_what_betrays_them_are_hidden_in_the_table():
    table = category_table(["a"] * 9 + ["b"] * 7 + ["c"] * 2, {}, least=5)
    assert dict(table.rows) == {"a": "9", "b": "hidden", "c": "hidden", "Total": "18"}
    assert dict(category_table(["a"] * 9 + ["c"] * 2, {}).rows)["c"] == "2"


def test_what_follows_from_a_hidden_count_is_hidden_with_it():
    rows = [("A", 40, 4.0), ("B", 3, 0.3), ("C", 8, 0.8)]
    layer = table_layer("field=name:string&field=n:integer&field=per_km2:double", rows)
    table = result_table(layer, least=5)
    assert [list(row) for row in table.rows] == [
        ["A", "40", "4"],
        ["B", "hidden", "hidden"],
        ["C", "hidden", "hidden"],
    ]


def test_hidden_months_and_hours_are_drawn_as_such():
    times = np.array(["2024-01-10"] * 9 + ["2024-02-10"] * 2 + ["2024-03-10"] * 7, "datetime64[s]")
    shown = month_chart(times, "t")(100, 50).svg
    hidden = month_chart(times, "t", least=5)(100, 50).svg
    assert shown.count("<rect") == 3
    assert hidden.count(chart.PALE) == 4  # two hidden months: a box and a stroke each
    hours = hours_of_week(times).weights
    assert week_chart(hours, "t", least=3)(100, 50) != week_chart(hours, "t")(100, 50)


def test_a_day_alone_is_no_midnight_in_the_hours_of_the_week():
    """48 records of one Tuesday, of which only the day is known: two in each of its hours."""
    fields = {
        "occurred_from": np.array(["2024-03-05T00:00:00"] * 48, dtype=object),
        "occurred_to": np.array([None] * 48, dtype=object),
        "time_precision": np.array(["day"] * 48, dtype=object),
    }
    points = Points(np.zeros(48), np.zeros(48), fields)
    hours = hours_of(points)
    assert np.allclose(hours[:, 1], 2)
    assert hours.sum() == pytest.approx(48)
    to_the_minute = replace(points, fields={"occurred_from": fields["occurred_from"]})
    assert hours_of(to_the_minute)[0, 1] == 48


@pytest.mark.parametrize(
    ("place", "turned", "up"),
    [
        ((770_000, 6_280_000), 0, True),  # Montpellier, half a degree off
        ((770_000, 6_280_000), 30, False),
        ((150_000, 6_850_000), 0, False),  # the end of Brittany
    ],
)
def test_the_north_arrow_stands_only_where_north_is_not_up(place, turned, up, print_map, tmp_path):
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    from oltp_plugin.printing.map_item import draw_map, explain_map

    crs = QgsCoordinateReferenceSystem("EPSG:2154")
    project = own_project("t", crs, QgsProject.instance().transformContext())
    page = first_page(template_file(0), project)
    x, y = place
    item = page.items["map"]
    draw_map(item, [], crs, QgsRectangle(x, y, x + 1000, y + 1000))
    item.setMapRotation(turned)
    explain_map(page, item)
    assert ("north arrow" in page.items) is not up
    assert abs(north(item)) < 40


def test_a_kept_layout_shows_map_chart_and_table_again(town_observatory, print_map, feedback):
    project = QgsProject.instance()
    layer = incidents(town_observatory)
    project.addMapLayer(layer)
    try:
        for content in (CHART, TABLE):
            print_map(layer, CONTENT=content, TITLE="Kept", KEEP_LAYOUT=True)
        kept = project.layoutManager().layouts()
        assert [each.name() for each in kept] == ["Kept", "Kept (2)"]
        document = QDomDocument()
        document.appendChild(kept[0].writeXml(document, QgsReadWriteContext()))
        again = QgsPrintLayout(project)
        again.readXml(document.documentElement(), document, QgsReadWriteContext())
        picture = again.itemById("chart")
        assert isinstance(picture, QgsLayoutItemPicture)
        assert picture.picturePath().startswith("base64:")
        assert [each.id() for each in again.itemById("map").layers()] == [layer.id()]
        frame = kept[1].itemById("table")
        assert isinstance(frame, QgsLayoutFrame)
        assert frame.multiFrame().tableContents()[-1][0].content() == "Total"
        assert dark_in(again, picture.mapRectToScene(picture.rect())) > 1000  # pixels of a chart
        assert kept[0].customProperty("pdfTextFormat") == 1  # QgsRenderContext: always text
        assert not kept[0].customProperty("pdfAppendGeoreference")
    finally:
        project.layoutManager().clear()
        project.removeMapLayer(layer.id())


@pytest.mark.parametrize("paper", [0, 1])
def test_what_fits_a_label_is_drawn_whole(paper):
    """Nothing more is drawn in a box twice as high: nothing was cut."""
    project = QgsProject()
    map_of = (
        "Incidents – T4 2024 : 414 sur cette carte\n"
        "du 1er octobre 2024 au 31 décembre 2024 (date des faits)\n"
        "non cartographiables, sans localisation : 18 (4 %)\n"
    )
    texts = [2 * map_of + "Incidents : aux centres de mailles de 100 m"]
    texts += ["\n".join([map_of[42:98][:length]] * 7) for length in range(20, 57, 6)]
    for text in texts:
        page = first_page(template_file(paper), project)
        for other in set(page.items) - {"records"}:
            page.remove(other)
        label = page.items["records"]
        page.write("records", text)
        assert page.overfull == []
        region = label.mapRectToScene(label.rect())
        region.setHeight(2 * region.height())
        drawn = dark_in(page.layout, region)
        label.attemptResize(QgsLayoutSize(region.width(), region.height()))
        assert drawn == dark_in(page.layout, region) > 0


def dark_in(layout: QgsPrintLayout, box) -> int:
    """How many pixels of a place on the page are not white."""
    image = (
        QgsLayoutExporter(layout)
        .renderRegionToImage(box, dpi=100)
        .convertToFormat(QImage.Format.Format_Grayscale8)
    )
    pointer = image.constBits()
    pointer.setsize(image.sizeInBytes())
    pixels = np.frombuffer(pointer, np.uint8).reshape(image.height(), image.bytesPerLine())
    return int((pixels[:, : image.width()] < 200).sum())


def test_a_chart_says_how_many_rows_it_leaves_out():
    values = [(f"Territory {number}", float(100 - number)) for number in range(40)]
    assert chart.rows("Areas", values[:3], 150, 60).words[0].text == "Areas"
    words = [word.text for word in chart.rows("Areas", values, 150, 60).words]
    shown = sum(text.startswith("Territory") for text in words)
    assert 3 < shown < 40
    assert words[0] == f"Areas, the first {shown} of 40"


def test_the_town_stands_on_the_page(town_observatory, print_map, tmp_path):
    logo = tmp_path / "logo.svg"
    logo.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
        '<rect width="10" height="10" fill="#123456"/></svg>'
    )
    before = settings.load()
    stored = settings.load()
    stored.town_name, stored.town_logo, stored.town_colour = "Valbrune", str(logo), "#704010"
    settings.save(stored)
    try:
        pdf = print_map(incidents(town_observatory))
    finally:
        settings.save(before)
    assert "Valbrune" in text_of(pdf)
    assert str(tmp_path).encode() not in pdf.read_bytes()


@pytest.mark.parametrize("name", ["logo.png", "logo.svg"])
def test_a_logo_that_is_no_picture_is_none(name, tmp_path, monkeypatch):
    """QGIS would print a red cross in its place."""
    (tmp_path / name).write_text("not a picture")
    stored = settings.Settings(town_name="Valbrune", town_logo=str(tmp_path / name))
    monkeypatch.setattr(settings, "load", lambda: stored)
    assert (town().name, town().logo) == ("Valbrune", "")


def test_a_missing_logo_is_none():
    assert embedded(Path("/nowhere/logo.svg")) == ""


def test_the_filter_stands_in_the_subtitle(town_observatory, print_map):
    result = processing.run(
        "oltp:incidents",
        {
            "OBSERVATORY": str(town_observatory),
            "PARTNERS": "PM",
            "FROM": "2024-01-01",
            "TO": "2024-03-31",
        },
    )
    layer = result["OUTPUT"]
    words = filter_subtitle([layer])
    assert "Police municipale" in words
    assert "Q1 2024 (date of the facts)" in words
    assert words in text_of(print_map(layer)).replace("\n", " ")
    layer.setSubsetString("partner = 'TC'")  # what is kept is true no longer
    assert filter_subtitle([layer]) == ""


def test_an_empty_page_is_no_error(print_map):
    nobody = QgsVectorLayer("Point?crs=EPSG:2154", "Nobody", "memory")
    for content in (TABLE, CHART, LOCATOR):
        text = text_of(print_map(nobody, CONTENT=content, EXTENT=EXTENT))
        assert "Nobody: 0 on this map" in text


def test_every_name_is_text_on_the_page(print_map):
    layer = QgsVectorLayer("Point?crs=EPSG:2154&field=name:string&field=n:integer", "p", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(['<b>"L\'Écusson" & 100% [% 6*7 %]</b>', 8])
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(703000, 6602000)))
    layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    for content, kind in ((TABLE, 0), (CHART, 2)):
        text = text_of(print_map(layer, CONTENT=content, CHART=kind))
        assert "Écusson" in text
        assert "42" not in text


def test_a_page_tells_no_number_of_records_below_its_least():
    """Nor when they were: of one record that is its day."""
    first, last = date(2024, 3, 1), date(2024, 3, 9)
    own = (Delivery("PM", first, last, 38), Delivery("TC", last, last, 2))
    many = Records("Incidents", 40, 0, 3, first, last, own)
    assert records_lines([told(many, 5)]) == [
        "Incidents: 40 on this map",
        "1 March 2024 to 9 March 2024 (date of the facts)",
        "not mappable, without a location: fewer than 5",
    ]
    assert [each.first for each in told(many, 5).deliveries] == [first, None]
    few = Records("Incidents", 3, 0, 40, first, last, own)
    assert records_lines([told(few, 5)]) == [
        "Incidents: fewer than 5 on this map",
        "not mappable, without a location: 40",
    ]
    assert told(few, 0) == few


def test_a_hidden_counts_place_in_a_table_tells_nothing():
    """Between 30 and 27 a hidden count would be 28 or so, and with it the small one known."""
    counts = {"z": 28, "b": 30, "d": 2, "a": 29}
    codes = [code for code, n in counts.items() for _ in range(n)]
    expected = ["b", "a", "d", "z"]
    assert [row[0] for row in category_table(codes, {}, least=5).rows] == [*expected, "Total"]
    layer = table_layer("field=name:string&field=n:integer", counts.items())
    assert [row[0] for row in result_table(layer, least=5).rows] == expected


def test_a_tables_cells_are_words_whatever_their_kind():
    fields = "field=name:string&field=day:date&field=at:datetime&field=open:bool&field=x:double"
    moment = QDateTime(QDate(2024, 3, 5), QTime(22, 30))
    rows = [("a", moment.date(), moment, True, -3.5), ("b", NULL, NULL, False, float("nan"))]
    table = result_table(table_layer(fields, rows))
    (name, day, at, is_open, x), nothing = table.rows
    assert (name, is_open, x, nothing) == ("a", "yes", "-3.5", ["b", "", "", "no", ""])
    assert at.startswith(day)
    assert "24" in day
    assert "30" in at[len(day) :]
    assert "Q" not in at  # of QDateTime(…)
    drawn = row_chart(table, "x" * 400)(80, 40)
    assert drawn.words[0].text.endswith("…")
    assert all(0 <= float(each) <= 800 for each in re.findall(r' width="([\d.-]+)" h', drawn.svg))


def test_names_are_no_markup_in_a_towns_own_template():
    project = QgsProject()
    page = first_page(template_file(0, TABLE), project)
    page.item("title", QgsLayoutItemLabel).setMode(QgsLayoutItemLabel.Mode.ModeHtml)
    name = '<img src="http://elsewhere/x.png"> & co'
    page.write("title", name)
    assert "<img" not in page.items["title"].text()
    page.write("subtitle", name)
    assert page.items["subtitle"].text() == name
