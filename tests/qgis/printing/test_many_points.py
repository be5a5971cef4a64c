"""Pages of very many records: they look, count and tell as if each had been drawn."""

from pathlib import Path

import numpy as np
import processing
import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsGeometry,
    QgsHeatmapRenderer,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage, QPainter

from oltp_plugin.layers.arrays import read_points
from oltp_plugin.layers.precision import draw_at_precision
from oltp_plugin.layers.styling import apply_style
from oltp_plugin.observatory import connection, geopackage
from oltp_plugin.printing import pictured, shown_points
from oltp_plugin.printing.limits import shown
from oltp_plugin.printing.map_layout import Diffusion
from tests.pdf import pictures_in, text_of

EXTENT = "701000,705000,6600500,6604000 [EPSG:2154]"
COLOURS = {"a": "200,40,40,255", "b": "40,40,200,160", "c": "30,150,60,90"}


def stacked(count=3000, cells=4) -> QgsVectorLayer:
    """Points of three kinds, a few hundred at each place, drawn more or less transparently."""
    layer = QgsVectorLayer(
        "Point?crs=EPSG:2154&field=id:integer&field=kind:string", "Many", "memory"
    )
    choose = np.random.default_rng(5)
    features = []
    for number in range(count):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([number, "abc"[choose.integers(3)]])
        x, y = 700_000 + 100 * choose.integers(0, cells, 2)
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    categories = []
    for kind, colour in COLOURS.items():
        symbol = QgsMarkerSymbol.createSimple({"color": colour, "size": "4"})
        categories.append(QgsRendererCategory(kind, symbol, kind))
    layer.setRenderer(QgsCategorizedSymbolRenderer("kind", categories))
    return layer


def picture_of(layer) -> np.ndarray:
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(QgsRectangle(699_900, 699_900, 701_300, 701_300))
    settings.setOutputSize(QSize(400, 400))
    image = QImage(400, 400, QImage.Format.Format_ARGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    QgsMapRendererCustomPainterJob(settings, painter).renderSynchronously()
    painter.end()
    return as_array(image)


def as_array(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    pointer = image.constBits()
    pointer.setsize(image.sizeInBytes())
    shape = (image.height(), image.width(), 4)
    return np.frombuffer(pointer, np.uint8).reshape(shape).astype(int)


def test_few_features_look_like_all_records():
    layer = stacked()
    copy = shown_points.drawn_at(layer, read_points(layer, ["kind"]))
    kept = copy.featureCount()
    assert kept < 0.8 * layer.featureCount()
    assert copy.fields().names() == ["kind"]
    different = np.abs(picture_of(copy) - picture_of(layer))
    assert picture_of(layer).min() < 100  # something is drawn
    # Of 255; smoothed edges, a pixel wide, grow sharper with each symbol over the other.
    assert np.percentile(different, 99) <= 3
    assert different.max() <= 60


def test_what_draws_several_as_one_gets_every_record():
    layer = stacked(300)
    layer.setRenderer(QgsHeatmapRenderer())
    assert shown_points.drawn_at(layer, read_points(layer)).featureCount() == 300
    layer = stacked(300)
    layer.setLabelsEnabled(True)
    points = read_points(layer, shown_points.fields_drawn(layer))
    assert shown_points.drawn_at(layer, points).featureCount() == 300


@pytest.fixture
def one_place(agreed):
    """The observatory, all records of PM in one 100 m cell, of which no finer place is told."""
    path = agreed(finest_shown="cell")
    with connection.writing(path) as db:
        for (fid,) in db.execute("SELECT fid FROM incident WHERE geom IS NOT NULL"):
            (moved,) = geopackage.point_blobs([702_010 + fid % 50], [6_602_090 - fid % 30], 2154)
            db.execute("UPDATE incident SET geom = ? WHERE fid = ?", (moved, fid))
    return path


def incidents(path) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername=incident|subset=partner = 'PM'", "Incidents", "ogr")
    apply_style(layer, "incident")
    return layer


@pytest.fixture
def print_map(tmp_path, feedback):
    def run(*layers, output="map.pdf", **parameters) -> Path:
        given = {"LAYERS": list(layers), "TITLE": "T", "EXTENT": EXTENT, "DPI": 96}
        given["OUTPUT"] = str(tmp_path / output)
        result = processing.run("oltp:printmap", {**given, **parameters}, feedback=feedback)
        return Path(result["OUTPUT"])

    return run


def test_the_page_counts_the_records_and_not_what_is_drawn(one_place, print_map):
    with connection.reading(one_place) as db:
        (records,) = db.execute(
            "SELECT count(*) FROM incident"
            " WHERE partner = 'PM' AND geom IS NOT NULL AND status <> 'withdrawn'"
        ).fetchone()
    page = shown(incidents(one_place), Diffusion.RESTRICTED, 2)
    assert page.layer.featureCount() < records == len(page.points.x)
    assert f"Incidents: {records} on this map" in text_of(print_map(incidents(one_place)))


def test_the_legend_says_that_cells_are_drawn(one_place, agreed, print_map):
    text = text_of(print_map(incidents(one_place)))
    assert "100 m cell of a precise place" in text
    assert "Precise place" not in text
    agreed(finest_shown="address")
    assert "Precise place" in text_of(print_map(incidents(one_place)))


def test_the_layer_on_the_screen_says_so_too(one_place, agreed):
    layer = incidents(one_place)

    def words():
        draw_at_precision(layer)
        return [rule.label() for rule in layer.renderer().rootRule().descendants()]

    assert words() == ["Precise place, or its 100 m cell", "Approximate place"]
    layer.renderer().rootRule().descendants()[1].setLabel("My own words")
    assert words() == ["Precise place, or its 100 m cell", "My own words"]
    agreed(finest_shown="address")
    assert words() == ["Precise place", "My own words"]


def test_many_points_are_a_picture_and_the_rest_of_the_page_is_not(
    town_observatory, print_map, monkeypatch
):
    given = {"DIFFUSION": 0, "CONTENT": 3}
    drawing = print_map(incidents(town_observatory), output="drawing.pdf", **given)
    assert pictures_in(drawing) == []
    exact = print_map(incidents(town_observatory), output="exact.png", **given)
    monkeypatch.setattr(pictured, "MANY", 30)
    pdf = print_map(incidents(town_observatory), **given)
    assert {row[12] for row in pictures_in(pdf)} == {"96"}  # dots per inch
    assert text_of(pdf) == text_of(drawing)
    as_picture = print_map(incidents(town_observatory), output="picture.png", **given)
    one, other = (as_array(QImage(str(file))) for file in (exact, as_picture))
    ink = (one[:, :, :3].min(axis=2) < 200, other[:, :, :3].min(axis=2) < 200)
    assert ink[0].sum() == pytest.approx(ink[1].sum(), rel=0.02)
    assert np.abs(one - other).mean() < 0.2


def test_afterwards_a_layout_shows_its_layers_again(town_observatory, print_map, monkeypatch):
    monkeypatch.setattr(pictured, "MANY", 30)
    project, layer = QgsProject.instance(), incidents(town_observatory)
    project.addMapLayer(layer)
    try:
        print_map(layer, DIFFUSION=0, KEEP_LAYOUT=True)
        (kept,) = project.layoutManager().layouts()
        assert kept.itemById("map").layers() == [layer]
    finally:
        project.clear()


@pytest.mark.parametrize("diffusion", [0, 1])
def test_printing_leaves_the_files_journal_as_it_was(agreed, print_map, diffusion):
    """Byte 18 is 2 in WAL mode, in which others cannot open the file on a network share."""
    path = agreed()
    print_map(incidents(path), DIFFUSION=diffusion, CONTENT=2)
    assert path.read_bytes()[18] == 1
