"""What leaves the house on paper: read back from the file's bytes, and counted again."""

import getpass
import json
import math
import re
from pathlib import Path

import numpy as np
import processing
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsRasterLayer, QgsVectorLayer

from oltp_plugin.layers.styling import apply_style
from oltp_plugin.observatory import connection
from oltp_plugin.printing import limits
from oltp_plugin.printing.diffusion import Diffusion, must_be_pixels
from tests.pdf import copied, objects_of, streams_of, tells

RESTRICTED, PUBLIC = 1, 2
RADIUS = 800.0


@pytest.fixture
def agreed(town_observatory, tmp_path):
    """The observatory, both partners' agreements recorded, with addresses that nobody may see."""
    for partner in ("PM", "TC"):
        file = tmp_path / "agreement.json"
        clauses = {"partner": partner, "reference": f"C-{partner}", "recipients": ["public"]}
        file.write_text(json.dumps(clauses))
        given = {"OBSERVATORY": str(town_observatory), "INPUT": str(file)}
        processing.run("oltp:setagreement", given)
    with connection.writing(town_observatory) as db:
        db.execute("UPDATE incident SET address = '12 rue secrete', partner_ref = 'ref' || fid")
    return town_observatory


@pytest.fixture
def print_page(tmp_path, feedback):
    def run(algorithm, *layers, **parameters) -> Path:
        given = {"LAYERS": list(layers), "TITLE": "T", "DIFFUSION": RESTRICTED, "DPI": 96}
        given["OUTPUT"] = str(tmp_path / "page.pdf")
        return Path(processing.run(algorithm, {**given, **parameters}, feedback=feedback)["OUTPUT"])

    return run


def incidents(path, subset="partner = 'PM'") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername=incident|subset={subset}", "Incidents", "ogr")
    apply_style(layer, "incident")
    return layer


def quarters(path) -> QgsVectorLayer:
    source = f"{path}|layername=territory|subset=level = 'quartier'"
    return QgsVectorLayer(source, "Quartiers", "ogr")


def everything_in(pdf: Path) -> bytes:
    """The file's bytes, every stream unpacked, and the text as a reader copies it."""
    return b"\n".join([pdf.read_bytes(), *streams_of(pdf), copied(pdf).encode()])


@pytest.mark.parametrize("content", [0, 2, 3])
@pytest.mark.parametrize("algorithm", ["oltp:printmap", "oltp:atlas"])
def test_a_restricted_file_tells_neither_where_nor_who(
    agreed, print_page, tmp_path, algorithm, content
):
    layer = incidents(agreed)
    more = {"TERRITORIES": quarters(agreed)} if algorithm == "oltp:atlas" else {}
    pdf = print_page(algorithm, quarters(agreed), layer, CONTENT=content, **more)
    held = everything_in(pdf)
    assert not tells(pdf, getpass.getuser())
    for secret in ("secrete", "partner_ref", str(tmp_path), str(Path.home()) + "/"):
        for coded in (secret.encode(), secret.encode("utf-16-be")):
            assert coded not in held, secret
    for georeference in (b"/Measure", b"/LGIDict", b"/Viewport", b"/VP"):
        assert georeference not in objects_of(pdf)
    points = [
        row.geometry().asPoint() for row in layer.getFeatures() if not row.geometry().isEmpty()
    ]
    numbers = {b"%d" % round(number) for point in points for number in (point.x(), point.y())}
    numbers_there = set(re.findall(rb"\d{6,7}", held))
    assert len(numbers) > 10
    assert not numbers & numbers_there


def test_a_restricted_map_is_the_same_file_wherever_its_points_were(agreed, print_page):
    """Nothing outside the image follows from the places: only pixels differ."""
    fixed = {"EXTENT": "701000,705000,6600500,6604000 [EPSG:2154]", "CONTENT": 2}
    before = streams_of(print_page("oltp:printmap", incidents(agreed), **fixed), whole=False)
    with connection.writing(agreed) as db:
        from oltp_plugin.observatory import geopackage

        for fid, blob in db.execute("SELECT fid, geom FROM incident WHERE geom IS NOT NULL"):
            x, y = geopackage.point_of(blob)
            (moved,) = geopackage.point_blobs([x + 113], [y - 71], 2154)
            db.execute("UPDATE incident SET geom = ? WHERE fid = ?", (moved, fid))
    after = streams_of(print_page("oltp:printmap", incidents(agreed), **fixed), whole=False)
    assert after == before


def test_no_public_page_has_incidents_as_points(agreed, print_page, tmp_path):
    with pytest.raises(QgsProcessingException, match="shows incidents as points"):
        print_page("oltp:printmap", incidents(agreed), DIFFUSION=PUBLIC)
    with pytest.raises(QgsProcessingException, match="shows incidents as points"):
        print_page("oltp:printmap", quarters(agreed), CONTENT=2, DATA=incidents(agreed),
                   DIFFUSION=PUBLIC)  # fmt: skip
    assert not (tmp_path / "page.pdf").exists()
    cameras = QgsVectorLayer(f"{agreed}|layername=place", "Cameras", "ogr")
    assert print_page("oltp:printmap", quarters(agreed), cameras, DIFFUSION=PUBLIC).exists()


def test_no_public_page_has_a_list_of_repeat_places(agreed, print_page):
    with connection.writing(agreed) as db:
        (blob,) = db.execute("SELECT geom FROM incident WHERE fid = 1").fetchone()
        db.execute("UPDATE incident SET geom = ? WHERE fid IN (2, 3)", (blob,))
    places = processing.run(
        "oltp:repeatplaces", {"INPUT": incidents(agreed, "1"), "OUTPUT": "memory:"}
    )["OUTPUT"]
    with pytest.raises(QgsProcessingException, match="list of places where incidents repeat"):
        print_page("oltp:printmap", places, DIFFUSION=PUBLIC)


def test_the_corners_of_hulls_are_places_of_incidents(agreed, print_page):
    """Vertices of a drawing, they could be read to the decimetre."""
    given = {"INPUT": incidents(agreed), "EPS": 400, "MIN_SIZE": 3, "OUTPUT": "memory:"}
    hulls = processing.run("oltp:incidentclusters", given)["OUTPUT"]
    assert hulls.featureCount()
    pdf = print_page("oltp:printmap", hulls, DIFFUSION=RESTRICTED)
    assert b"/Image" in pdf.read_bytes()
    assert not must_be_pixels([hulls], Diffusion.INTERNAL)
    with pytest.raises(QgsProcessingException, match="corners of the areas"):
        print_page("oltp:printmap", hulls, DIFFUSION=PUBLIC)


@pytest.mark.parametrize(
    ("kernel", "edges", "diffusion", "threshold"),
    [
        (0, True, Diffusion.PUBLIC, 0),
        (2, True, Diffusion.RESTRICTED, 5),
        (0, False, Diffusion.RESTRICTED, 5),
        (2, False, Diffusion.PUBLIC, 0),
    ],
)
def test_a_density_rests_on_five_incidents_everywhere(
    agreed, tmp_path, kernel, edges, diffusion, threshold
):
    """Counted again, cell by cell, from the incidents: around a single one is a disc."""
    output = str(tmp_path / "density.tif")
    given = {"INPUT": incidents(agreed, "1"), "RADIUS": RADIUS, "CELL_SIZE": 50, "OUTPUT": output}
    processing.run("oltp:kerneldensity", {**given, "KERNEL": kernel, "EDGE_CORRECTION": edges})
    page = limits.shown(QgsRasterLayer(output, "d", "gdal"), diffusion, threshold)
    assert page.left_out > 0
    source = gdal.Open(page.layer.source())
    band = source.GetRasterBand(1)
    values, transform = band.ReadAsArray(), source.GetGeoTransform()
    points = np.array(
        [
            row.geometry().asPoint()
            for row in incidents(agreed, "1").getFeatures()
            if not row.geometry().isEmpty() and row["status"] != "withdrawn"
        ]
    )
    shown = np.argwhere((values != band.GetNoDataValue()) & (values > 0))
    assert len(shown)
    for row, column in shown:
        x = transform[0] + (column + 0.5) * transform[1]
        y = transform[3] + (row + 0.5) * transform[5]
        assert (np.hypot(points[:, 0] - x, points[:, 1] - y) < RADIUS).sum() >= 5


def test_other_rasters_are_not_for_the_public(agreed, print_page, tmp_path):
    output = str(tmp_path / "ratio.tif")
    given = {"INPUT": incidents(agreed), "REFERENCE": incidents(agreed, "1"), "OUTPUT": output}
    processing.run("oltp:dualkerneldensity", {**given, "RADIUS": RADIUS, "CELL_SIZE": 50})
    with pytest.raises(QgsProcessingException, match="does not say on how many incidents"):
        print_page("oltp:printmap", output, DIFFUSION=PUBLIC)


@pytest.mark.parametrize(
    ("table", "diffusion"),
    [("journal", RESTRICTED), ("aggregate", RESTRICTED), ("observation", PUBLIC)],
)
def test_tables_for_which_no_agreement_is_asked_stay_in_the_house(
    agreed, print_page, table, diffusion
):
    layer = QgsVectorLayer(f"{agreed}|layername={table}", table, "ogr")
    with pytest.raises(QgsProcessingException, match=f"“{table}” is a table of the observatory"):
        print_page("oltp:printmap", quarters(agreed), DATA=layer, CONTENT=2, DIFFUSION=diffusion)


def test_notes_are_for_the_meeting_of_the_network(agreed, print_page):
    notes = QgsVectorLayer(f"{agreed}|layername=observation", "Notes", "ogr")
    assert print_page("oltp:printmap", quarters(agreed), notes, DIFFUSION=RESTRICTED).exists()


def test_public_rings_and_areas_show_no_count_below_five_nor_what_betrays_it(agreed):
    cameras = QgsVectorLayer(f"{agreed}|layername=place", "Cameras", "ogr")
    rings = processing.run(
        "oltp:bufferrings",
        {"PLACES": cameras, "INCIDENTS": incidents(agreed), "DISTANCES": "300,600",
         "OUTPUT": "memory:"},
    )["OUTPUT"]  # fmt: skip
    counts = [row["n"] for row in rings.getFeatures()]
    assert any(0 < n < 5 for n in counts)
    shown = [row["n"] for row in limits.shown(rings, Diffusion.PUBLIC, 0).layer.getFeatures()]
    assert all(n == 0 or n >= 5 for n in shown)
    left_out = sum(counts) - sum(shown)
    hidden = len(counts) - len(shown)
    assert hidden > 1
    assert left_out > hidden  # their sum tells no single one
    assert math.isfinite(left_out)
