"""A result keeps its symbols and its run card, wherever it goes."""

import getpass
import re
import sqlite3
from pathlib import Path
from xml.etree import ElementTree

import pytest
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from oltp_plugin.layers.result import deliver
from oltp_plugin.layers.run_card import RunCard
from oltp_plugin.layers.styling import words
from oltp_plugin.paths import STYLES

DRIVERS = {"gpkg": "GPKG", "shp": "ESRI Shapefile", "geojson": "GeoJSON"}


@pytest.fixture
def rings(qgis_app) -> QgsVectorLayer:
    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:2154&field=ring_from:double&field=n:integer&field=location_quotient:double",
        "rings",
        "memory",
    )
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON ((0 0, 9 0, 9 9, 0 0))"))
    feature.setAttributes([0.0, 3, 1.5])
    layer.dataProvider().addFeatures([feature])
    return layer


@pytest.fixture
def card() -> RunCard:
    return RunCard(
        "oltp:bufferrings",
        "Incidents in rings",
        {"PLACES": "cameras"},
        used=17,
        left_out={"without a point": 3, "outside the study area": 0},
        data_date="2024-03-31",
        total=20,
        unlocated=3,
    )


def write(layer, path, driver) -> None:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    error, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsCoordinateTransformContext(), options
    )
    assert error == QgsVectorFileWriter.WriterError.NoError


def card_of(layer) -> list[str]:
    layer.loadDefaultMetadata()
    return layer.metadata().history()


@pytest.mark.parametrize("suffix", DRIVERS)
def test_a_file_opened_later_is_styled_and_carries_its_card(rings, card, tmp_path, suffix):
    path = tmp_path / f"rings.{suffix}"
    write(rings, path, DRIVERS[suffix])
    deliver(str(path), QgsProcessingContext(), "buffer_rings", card)
    layer = QgsVectorLayer(str(path), "opened", "ogr")
    assert layer.renderer().type() != "singleSymbol"
    assert layer.fields().field("n").alias() == "Incidents"
    assert [each.geometry().area() for each in layer.getFeatures()] == [40.5]
    lines = card_of(layer)
    assert {"Data of 2024-03-31", "PLACES = cameras", "Records used: 17"} <= set(lines)
    assert "Records left out, without a point: 3" in lines
    assert not any("outside the study area" in line for line in lines)
    written = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    for word in (str(tmp_path), str(Path.home()), f"/{getpass.getuser()}/"):
        assert word.encode() not in written


def test_a_geopackage_stays_out_of_wal_and_has_one_default_style(rings, card, tmp_path):
    path = tmp_path / "rings.gpkg"
    write(rings, path, "GPKG")
    deliver(str(path), QgsProcessingContext(), "buffer_rings", card)
    assert path.read_bytes()[18:20] == b"\x01\x01"
    with sqlite3.connect(path) as connection:
        rows = connection.execute(
            "SELECT f_table_name, useAsDefault, owner FROM layer_styles"
        ).fetchall()
    connection.close()
    assert [(table, bool(default), owner or "") for table, default, owner in rows] == [
        ("rings", True, "")
    ]


def test_a_temporary_layer_keeps_both_itself(rings, card):
    context = QgsProcessingContext()
    context.temporaryLayerStore().addMapLayer(rings)
    deliver(rings.id(), context, "buffer_rings", card)
    kept = QgsProcessingUtils.mapLayerFromString(rings.id(), context)
    assert kept.renderer().type() != "singleSymbol"
    assert "Records used: 17" in kept.metadata().history()


def test_few_located_is_a_warning(card, feedback):
    card.log(feedback)
    assert feedback.warnings == []
    card.unlocated = 4
    card.log(feedback)
    assert len(feedback.warnings) == 1
    assert "80 %" in feedback.warnings[0]


def labels(style: Path) -> set[str]:
    """What a style shows in the legend and as field names; classes that code labels excepted."""
    root = ElementTree.fromstring(style.read_text(encoding="utf-8").partition("\n")[2])
    shown = {
        each.get("label", "") for tag in ("rule", "range", "category") for each in root.iter(tag)
    }
    return shown | {each.get("name", "") for each in root.iter("alias")} - {""}


@pytest.mark.parametrize("style", sorted(STYLES.glob("*.qml")), ids=lambda path: path.stem)
def test_every_word_of_a_style_can_be_translated(style):
    missing = {each for each in labels(style) if re.search("[a-z]", each)} - set(words())
    assert not missing


def test_no_word_is_kept_that_no_style_uses():
    used = set().union(*(labels(style) for style in STYLES.glob("*.qml")))
    assert set(words()) <= used
