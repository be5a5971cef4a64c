"""What the agreements behind a page's layers let stand on it."""

import sqlite3
from pathlib import Path

import processing
import pytest
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingException,
    QgsVectorLayer,
)

from oltp_plugin.layers.gated import ask
from oltp_plugin.layers.run_card import RunCard
from oltp_plugin.layers.styling import apply_style
from oltp_plugin.observatory import connection, geopackage
from oltp_plugin.observatory.cells import centres
from oltp_plugin.printing import limits
from oltp_plugin.printing.diffusion import Diffusion
from oltp_plugin.printing.sources import known_sources
from tests.pdf import text_of

EXTENT = "701000,705000,6600500,6604000 [EPSG:2154]"
INTERNAL, RESTRICTED, PUBLIC = range(3)


@pytest.fixture
def print_map(tmp_path, feedback):
    def run(*layers, output="map.pdf", **parameters) -> Path:
        given = {"LAYERS": list(layers), "TITLE": "T", "OUTPUT": str(tmp_path / output)}
        result = processing.run("oltp:printmap", {**given, **parameters}, feedback=feedback)
        return Path(result["OUTPUT"])

    return run


def incidents(path, subset="partner = 'PM'") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername=incident|subset={subset}", "Incidents", "ogr")
    apply_style(layer, "incident")
    return layer


def density(path, tmp_path, subset="partner = 'PM'") -> str:
    output = str(tmp_path / "density.tif")
    processing.run("oltp:kerneldensity", {"INPUT": incidents(path, subset), "OUTPUT": output})
    return output


@pytest.mark.parametrize(
    ("clause", "clauses", "diffusion", "words"),
    [
        ("expired", {"valid_to": "2020-12-31"}, RESTRICTED, "2020-12-31"),
        ("category", {"allowed_categories": ["homicide"]}, INTERNAL, "coups_blessures"),
        ("purpose", {"purposes": ["analysis"]}, INTERNAL, "“mapping”"),
        ("recipient", {"recipients": ["internal"]}, RESTRICTED, "internal use"),
        ("recipient", {}, PUBLIC, "the public"),
        ("precision", {"finest_shown": "territory"}, INTERNAL, "the territory"),
    ],
)
def test_a_print_is_refused_and_the_journal_knows(
    agreed, print_map, tmp_path, clause, clauses, diffusion, words
):
    path = agreed(**clauses)
    with pytest.raises(QgsProcessingException) as caught:
        print_map(incidents(path), DIFFUSION=diffusion)
    assert "C-2026-7" in str(caught.value)
    assert words in str(caught.value)
    assert not (tmp_path / "map.pdf").exists()
    with connection.reading(path) as db:
        lines = db.execute("SELECT action FROM journal WHERE action LIKE 'refuse%'").fetchall()
    assert lines == [(f"refuse {clause}",)]


def test_partners_that_may_not_be_combined_are_not_on_one_layer(agreed, print_map):
    path = agreed(combination="no")
    with pytest.raises(QgsProcessingException, match=r"C-2026-7.*TC"):
        print_map(incidents(path, "1"), DIFFUSION=INTERNAL)
    beside = [incidents(path), incidents(path, "partner = 'TC'")]
    assert "INTERNAL USE" in text_of(print_map(*beside, DIFFUSION=INTERNAL))


def test_without_an_agreement_a_page_is_internal(town_observatory, print_map, feedback):
    layer = incidents(town_observatory)
    with pytest.raises(QgsProcessingException, match="No agreement is recorded for PM"):
        print_map(layer, DIFFUSION=RESTRICTED)
    assert "INTERNAL USE" in text_of(print_map(layer))
    assert any("No agreement is recorded for PM" in line for line in feedback.warnings)


def test_a_result_is_held_to_the_agreements_it_was_made_under(agreed, print_map, tmp_path):
    path = agreed(recipients=["internal"])
    raster = density(path, tmp_path)
    with pytest.raises(QgsProcessingException, match="C-2026-7"):
        print_map(raster, DIFFUSION=RESTRICTED)
    agreed(recipients=["public"])
    raster = density(path, tmp_path)
    assert "PUBLIC" in text_of(print_map(raster, DIFFUSION=PUBLIC))
    both = density(path, tmp_path, "1")
    with pytest.raises(QgsProcessingException, match="No agreement is recorded for TC"):
        print_map(both, DIFFUSION=RESTRICTED)


def test_named_institutions_stand_on_the_page(agreed, print_map):
    path = agreed(recipients=["Préfecture", "Parquet"])
    text = text_of(print_map(incidents(path), DIFFUSION=RESTRICTED))
    assert "For Parquet, Préfecture only. Do not pass it on." in text


@pytest.mark.parametrize(
    ("diffusion", "kind"), [(INTERNAL, "svg"), (INTERNAL, "png"), (RESTRICTED, "png")]
)
def test_a_page_shows_cells_where_nothing_finer_may_be_shown(agreed, print_map, diffusion, kind):
    """Moving every point inside its cell changes not one byte."""
    path = agreed(finest_shown="cell")

    def page(name):
        return print_map(
            incidents(path), output=f"{name}.{kind}", EXTENT=EXTENT, DIFFUSION=diffusion, DPI=72
        ).read_bytes()

    before = page("before")
    with connection.writing(path) as db:
        for fid, blob in db.execute("SELECT fid, geom FROM incident WHERE geom IS NOT NULL"):
            x, y = geopackage.point_of(blob)
            (moved,) = geopackage.point_blobs([centres(x) + 31], [centres(y) - 47], 2154)
            db.execute("UPDATE incident SET geom = ? WHERE fid = ?", (moved, fid))
    assert page("after") == before
    agreed(finest_shown="address")
    assert page("exact") != before


def test_small_counts_leave_the_house_only_where_they_may(agreed, print_map):
    path = agreed(small_count_threshold=2)
    everywhere = limits.shown(incidents(path), Diffusion.INTERNAL, 2)
    assert everywhere.left_out == 0
    outside = limits.shown(incidents(path), Diffusion.RESTRICTED, 2)
    places = [row.geometry().asWkt(3) for row in outside.layer.getFeatures()]
    located = [place for place in places if place]
    assert all(located.count(place) >= 2 for place in located)
    assert outside.left_out == 36 - len(located) > 0
    text = text_of(print_map(incidents(path), DIFFUSION=RESTRICTED, EXTENT=EXTENT))
    assert f"Incidents: {outside.left_out} not shown, counts below 2" in text
    assert "without a location: 4 (10%)" in text  # of all forty, the page's few among them
    assert "Read with care" not in text


def test_areas_with_small_counts_are_left_out(agreed):
    path = agreed(small_count_threshold=8)
    areas = QgsVectorLayer(f"{path}|layername=territory|subset=level='quartier'", "q", "ogr")
    parameters = {"TERRITORIES": areas, "INCIDENTS": incidents(path), "OUTPUT": "memory:"}
    counted = processing.run("oltp:territorycounts", parameters)["OUTPUT"]
    counts = sorted(row["n"] for row in counted.getFeatures())
    assert any(0 < n < 8 for n in counts)
    page = limits.shown(counted, Diffusion.PUBLIC, 8)
    assert sorted(row["n"] for row in page.layer.getFeatures()) == [
        n for n in counts if not 0 < n < 8
    ]
    assert page.left_out == sum(0 < n < 8 for n in counts)


def test_a_copy_holds_neither_address_nor_the_partners_number(agreed):
    path = agreed(finest_shown="cell")
    copy = limits.shown(incidents(path), Diffusion.INTERNAL, 0).layer
    assert not {"address", "partner_ref"} & set(copy.fields().names())
    assert copy.renderer().type() == incidents(path).renderer().type()


def test_layers_of_nobody_are_printed_as_they_are():
    layer = QgsVectorLayer("Point?crs=EPSG:2154&field=n:integer", "free", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt("Point (1 2)"))
    feature.setAttributes([1])
    layer.dataProvider().addFeature(feature)
    assert limits.shown(layer, Diffusion.PUBLIC, 5).layer is layer


def test_a_copy_of_the_observatorys_areas_names_the_partners(agreed):
    path = agreed()
    areas = QgsVectorLayer(f"{path}|layername=territory", "Areas", "ogr")
    sources = ask(incidents(path), "print", "cell").sources
    RunCard("oltp:territorycounts", "Areas", {}, 3, sources=sources).write(areas)
    assert known_sources([areas], []) == "Police municipale"
    assert known_sources([limits.without_rows(areas, [1])], []) == "Police municipale"


def test_incidents_whose_agreements_cannot_be_asked_are_not_printed(agreed, print_map):
    """Not as a layer of nobody: the file has gone, or is of a newer version."""
    path = agreed()
    layer = incidents(path)
    with sqlite3.connect(path) as db:
        db.execute("UPDATE observatory SET schema_version = 999")
    db.close()
    with pytest.raises(QgsProcessingException, match="newer version"):
        print_map(layer, DIFFUSION=RESTRICTED)
    path.rename(path.with_name("moved.gpkg"))
    with pytest.raises(QgsProcessingException, match="is not there any more"):
        print_map(layer, DIFFUSION=INTERNAL, EXTENT=EXTENT)


def test_a_copy_of_incidents_stays_in_the_house(agreed, print_map):
    copy = incidents(agreed()).materialize(QgsFeatureRequest())
    with pytest.raises(QgsProcessingException, match="no agreement can be asked"):
        print_map(copy, DIFFUSION=RESTRICTED)
    assert print_map(copy, DIFFUSION=INTERNAL).exists()
