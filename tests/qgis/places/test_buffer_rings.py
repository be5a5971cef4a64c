"""``oltp:bufferrings`` as a user runs it, and against QGIS's own counts and areas."""

import math

import processing
import pytest
from qgis.core import (
    QgsExpressionContextUtils,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRenderContext,
    QgsVectorLayer,
    QgsWkbTypes,
)

X, Y = 770_000, 6_280_000
PLACES = [(f"Point({X} {Y})", "A", 7), (f"Point({X + 120} {Y})", "B", 8)]
INCIDENTS = [
    (f"Point({X + dx} {Y})", weight) for dx, weight in [(0, 1), (50, 2), (60, 3), (90, 4), (900, 5)]
]
EAST = f"{X} {Y - 1000},{X + 1000} {Y - 1000},{X + 1000} {Y + 1000},{X} {Y + 1000},{X} {Y - 1000}"
AREA = [(f"Polygon(({EAST}))",)]


@pytest.fixture
def places(memory_layer):
    return memory_layer("Point", ["code:string", "n:integer"], PLACES)


@pytest.fixture
def incidents(memory_layer):
    return memory_layer("Point", ["weight:double"], INCIDENTS)


def test_every_place_has_its_own_rings(run, columns, places, incidents):
    rings = run("oltp:bufferrings", PLACES=places, INCIDENTS=incidents)
    assert [field.name() for field in rings.fields()] == [
        "code", "n_2", "ring_from", "ring_to", "n", "area", "per_km2", "share", "location_quotient",
    ]  # fmt: skip
    assert columns(rings, "code", "n_2", "ring_from", "ring_to", "n") == [
        ("A", 7, 0, 50, 2),
        ("A", 7, 50, 100, 2),
        ("A", 7, 100, 200, 0),
        ("B", 8, 0, 50, 1),
        ("B", 8, 50, 100, 2),
        ("B", 8, 100, 200, 1),
    ]
    assert set(columns(rings, "location_quotient")) == {(None,)}
    assert rings.wkbType() == QgsWkbTypes.Type.MultiPolygon
    assert rings.crs().authid() == "EPSG:2154"


def test_areas_rates_and_shares(run, columns, places, incidents):
    rings = run("oltp:bufferrings", PLACES=places, INCIDENTS=incidents)
    for ring in rings.getFeatures():
        annulus = math.pi * (ring["ring_to"] ** 2 - ring["ring_from"] ** 2)
        assert ring["area"] == pytest.approx(annulus, rel=5e-4)
        assert ring["area"] == pytest.approx(ring.geometry().area())
        assert ring["per_km2"] == pytest.approx(ring["n"] / ring["area"] * 1e6)
        assert ring["share"] == pytest.approx(ring["n"] / 5)


def test_dissolved_each_incident_counts_once(run, columns, places, incidents):
    rings = run("oltp:bufferrings", PLACES=places, INCIDENTS=incidents, DISSOLVE=True)
    assert columns(rings, "ring_to", "n") == [(50, 3), (100, 1), (200, 0)]
    assert "code" not in [field.name() for field in rings.fields()]


def test_weights_are_summed(run, columns, places, incidents):
    rings = run(
        "oltp:bufferrings",
        PLACES=places, INCIDENTS=incidents, DISTANCES="100", WEIGHT_FIELD="weight",
    )  # fmt: skip
    assert columns(rings, "n") == [(10.0,), (9.0,)]


def test_the_study_area_gives_a_location_quotient(run, columns, memory_layer, places, incidents):
    area = memory_layer("Polygon", [], AREA)
    rings = run(
        "oltp:bufferrings", PLACES=places, INCIDENTS=incidents, DISTANCES="50", STUDY_AREA=area
    )
    (first, _) = rings.getFeatures()
    assert first["area"] == pytest.approx(math.pi * 50**2 / 2, rel=1e-3)
    assert first["location_quotient"] == pytest.approx((2 / first["area"]) / (5 / 2e6))


def test_inputs_are_transformed_to_the_crs_of_the_places(run, columns, places, incidents):
    elsewhere = processing.run(
        "native:reprojectlayer",
        {"INPUT": incidents, "TARGET_CRS": "EPSG:4326", "OUTPUT": "TEMPORARY_OUTPUT"},
    )["OUTPUT"]
    rings = run("oltp:bufferrings", PLACES=places, INCIDENTS=elsewhere, DISTANCES="75,110")
    assert columns(rings, "n") == [(3,), (1,), (3,), (0,)]


@pytest.mark.parametrize("distances", ["50,abc", "100,50", "-50,100"])
def test_bad_distances_are_one_sentence(run, places, incidents, distances):
    with pytest.raises(QgsProcessingException, match="in increasing order"):
        run("oltp:bufferrings", PLACES=places, INCIDENTS=incidents, DISTANCES=distances)


def test_a_geographic_crs_is_refused(run, memory_layer, incidents):
    places = memory_layer("Point", [], [("Point(3.87 43.61)",)], crs="EPSG:4326")
    with pytest.raises(QgsProcessingException, match="EPSG:4326"):
        run("oltp:bufferrings", PLACES=places, INCIDENTS=incidents)


def test_places_without_geometry_are_refused(run, memory_layer, incidents):
    places = memory_layer("Point", ["code:string"], [(None, "A")])
    with pytest.raises(QgsProcessingException, match="no geometry"):
        run("oltp:bufferrings", PLACES=places, INCIDENTS=incidents)


def test_the_log_says_what_was_used_and_left_out(run, feedback, memory_layer, places):
    area = memory_layer("Polygon", [], AREA)
    outside = f"Point({X - 10} {Y})"
    incidents = memory_layer("Point", [], [*[(wkt,) for wkt, _ in INCIDENTS], (None,), (outside,)])
    run("oltp:bufferrings", PLACES=places, INCIDENTS=incidents, STUDY_AREA=area)
    assert "Records used: 5" in feedback.infos
    assert "Records left out, without a point: 1" in feedback.infos
    assert "Records left out, outside the study area: 1" in feedback.infos
    assert "Study area: 2.00 km²" in feedback.infos
    assert any("Rings with fewer than 10 incidents: 6 of 6" in line for line in feedback.infos)


def test_no_incident_with_a_point_is_refused(run, memory_layer, places):
    incidents = memory_layer("Point", ["code:string"], [(None, "A")])
    with pytest.raises(QgsProcessingException, match="no record with a point"):
        run("oltp:bufferrings", PLACES=places, INCIDENTS=incidents)


@pytest.fixture
def town(shared_data):
    """A layer of Montpellier's reference file, by name."""
    file = shared_data / "montpellier" / "montpellier_reference_2154.gpkg"
    return lambda name: QgsVectorLayer(f"{file}|layername={name}", name, "ogr")


def test_a_distance_matrix_of_qgis_counts_the_same(run, columns, town):
    """141 cameras as places, 177 tram platforms as incidents."""
    cameras, stops = town("cameras_videoprotection_2014"), town("arrets_tram")
    matrix = processing.run(
        "qgis:distancematrix",
        {
            "INPUT": cameras, "INPUT_FIELD": "fid", "TARGET": stops, "TARGET_FIELD": "fid",
            "MATRIX_TYPE": 0, "NEAREST_POINTS": 0, "OUTPUT": "TEMPORARY_OUTPUT",
        },
    )["OUTPUT"]  # fmt: skip
    distances = [(int(row["InputID"]), row["Distance"]) for row in matrix.getFeatures()]
    assert len(distances) == 141 * 177
    expected = {
        (place, to): sum(1 for each, d in distances if each == place and frm < d <= to)
        for place in {place for place, _ in distances}
        for frm, to in [(-1, 50), (50, 100), (100, 200)]
    }
    rings = run("oltp:bufferrings", PLACES=cameras, INCIDENTS=stops)
    counted = {(fid, to): n for fid, to, n in columns(rings, "fid", "ring_to", "n")}
    assert counted == expected
    assert sum(counted.values()) > 100


def test_lines_and_polygons_agree_with_native_buffers(run, columns, town):
    """Polygons as places: QGIS's buffers of 64 segments a quarter hold the same platforms."""
    quarters, stops = town("sous_quartiers"), town("arrets_tram")
    rings = run("oltp:bufferrings", PLACES=quarters, INCIDENTS=stops, DISTANCES="50,200")
    within = {}
    for name, n in columns(rings, "LIBSQUART", "n"):
        within[name] = within.get(name, 0) + n
    buffers = processing.run(
        "native:buffer",
        {"INPUT": quarters, "DISTANCE": 200, "SEGMENTS": 64, "OUTPUT": "TEMPORARY_OUTPUT"},
    )["OUTPUT"]
    counts = processing.run(
        "native:countpointsinpolygon",
        {"POLYGONS": buffers, "POINTS": stops, "FIELD": "held", "OUTPUT": "TEMPORARY_OUTPUT"},
    )["OUTPUT"]
    assert within == {row["LIBSQUART"]: row["held"] for row in counts.getFeatures()}
    areas = {}
    for name, area in columns(rings, "LIBSQUART", "area"):
        areas[name] = areas.get(name, 0) + area
    for row in counts.getFeatures():
        assert areas[row["LIBSQUART"]] == pytest.approx(row.geometry().area(), rel=1e-3)


def test_dissolved_cameras_in_the_commune(run, columns, town):
    """The dissolved rings hold what QGIS selects by distance; the quotient is against the town."""
    cameras, stops, commune = (
        town(name) for name in ("cameras_videoprotection_2014", "arrets_tram", "limite_commune")
    )
    rings = run(
        "oltp:bufferrings",
        PLACES=cameras, INCIDENTS=stops, DISSOLVE=True, STUDY_AREA=commune,
    )  # fmt: skip
    inside = processing.run(
        "native:extractbylocation",
        {"INPUT": stops, "PREDICATE": [0], "INTERSECT": commune, "OUTPUT": "TEMPORARY_OUTPUT"},
    )["OUTPUT"]
    buffer = processing.run(
        "native:buffer",
        {"INPUT": cameras, "DISTANCE": 200, "SEGMENTS": 64, "DISSOLVE": True,
         "OUTPUT": "TEMPORARY_OUTPUT"},
    )["OUTPUT"]  # fmt: skip
    near = processing.run(
        "native:extractbylocation",
        {"INPUT": inside, "PREDICATE": [0], "INTERSECT": buffer, "OUTPUT": "TEMPORARY_OUTPUT"},
    )["OUTPUT"]
    rows = list(rings.getFeatures())
    assert sum(row["n"] for row in rows) == near.featureCount()
    town_area = next(commune.getFeatures()).geometry().area()
    for row in rows:
        expected = (row["n"] / row["area"]) / (inside.featureCount() / town_area)
        assert row["location_quotient"] == pytest.approx(expected)


def test_a_file_result_keeps_style_and_run_card(run, places, incidents, tmp_path):
    """From one layer of a GeoPackage with an fid of its own, three rows a place."""
    stored = processing.run(
        "native:savefeatures", {"INPUT": places, "OUTPUT": str(tmp_path / "places.gpkg")}
    )["OUTPUT"]
    output = str(tmp_path / "rings.gpkg")
    run("oltp:bufferrings", PLACES=stored, INCIDENTS=incidents, OUTPUT=output)
    rings = QgsVectorLayer(f"{output}|layername=rings", "rings", "ogr")
    assert len({row.id() for row in rings.getFeatures()}) == 6
    rings.loadDefaultStyle()
    assert [each.upperValue() for each in rings.renderer().ranges()][1:-1] == [0.5, 0.8, 1.25, 2]
    rings.loadDefaultMetadata()
    assert "50,100,200" in rings.metadata().abstract()
    assert str(tmp_path) not in rings.metadata().abstract()


@pytest.mark.parametrize("name", ["rings.geojson", "rings.shp"])
def test_other_formats_carry_style_and_run_card_beside_them(run, places, incidents, tmp_path, name):
    run("oltp:bufferrings", PLACES=places, INCIDENTS=incidents, OUTPUT=str(tmp_path / name))
    beside = {each.suffix for each in tmp_path.iterdir()}
    assert {".qml", ".qmd"} <= beside
    assert "50,100,200" in (tmp_path / "rings.qmd").read_text(encoding="utf-8")


def test_the_style_shows_every_ring_with_and_without_a_study_area(
    run, memory_layer, places, incidents
):
    area = memory_layer("Polygon", [], AREA)
    for study_area in (None, area):
        rings = run("oltp:bufferrings", PLACES=places, INCIDENTS=incidents, STUDY_AREA=study_area)
        renderer, context = rings.renderer().clone(), QgsRenderContext()
        context.expressionContext().appendScopes(
            QgsExpressionContextUtils.globalProjectLayerScopes(rings)
        )
        renderer.startRender(context, rings.fields())
        for row in rings.getFeatures():
            context.expressionContext().setFeature(row)
            assert renderer.symbolForFeature(row, context) is not None
        renderer.stopRender(context)


def test_it_stops_when_asked(places, incidents):
    class Stopped(QgsProcessingFeedback):
        def isCanceled(self):  # noqa: N802 - Qt name
            return True

    with pytest.raises(QgsProcessingException, match="Stopped"):
        processing.run(
            "oltp:bufferrings",
            {"PLACES": places, "INCIDENTS": incidents, "OUTPUT": "TEMPORARY_OUTPUT"},
            feedback=Stopped(),
        )
