"""``oltp:territorycounts`` as a user runs it, and against QGIS's own counts."""

import processing
import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer

X, Y = 770_000, 6_280_000


def square(column, row, size=1000):
    left, bottom = X + column * size, Y + row * size
    right, top = left + size, bottom + size
    return f"Polygon(({left} {bottom},{right} {bottom},{right} {top},{left} {top},{left} {bottom}))"


QUARTERS = [
    (square(0, 0), "Q1", "quartier", 2000, 7),
    (square(1, 0), "Q2", "quartier", None, 8),
    (square(2, 0), "Q3", "quartier", 0, 9),
]
LEVELS = [
    (square(0, 0, 2000), "C", "commune", 5000, 0),
    *QUARTERS[:2],
    (square(0, 0, 500), "Q1", "sous-quartier", 100, 0),  # codes are unique in a level only
    (square(1, 0, 500), "S2", "sous-quartier", 100, 0),
]
TERRITORY_FIELDS = ["code:string", "level:string", "population:integer", "N:integer"]
INCIDENTS = [
    (f"Point({X + 100} {Y + 100})", None, None, "weapon", 1.0),
    (f"Point({X + 1000} {Y + 500})", None, None, "a", 2.0),  # on the edge of Q1 and Q2
    (f"Point({X + 2500} {Y + 500})", None, None, "a", 3.0),
    (f"Point({X + 9000} {Y})", None, None, "a", 4.0),
    (None, "S2", "sous-quartier", "a", 5.0),
    (None, "Q1", "quartier", "a", 6.0),
    (None, "elsewhere", "quartier", "a", 7.0),
    (None, None, None, "a", 8.0),
]
INCIDENT_FIELDS = [
    "territory:string",
    "territory_level:string",
    "category:string",
    "weight:double",
]


@pytest.fixture
def quarters(memory_layer):
    return memory_layer("Polygon", TERRITORY_FIELDS, QUARTERS)


@pytest.fixture
def incidents(memory_layer):
    return memory_layer("Point", INCIDENT_FIELDS, INCIDENTS)


def test_a_point_on_an_edge_counts_once_and_a_named_territory_counts(
    run, columns, quarters, incidents
):
    counts = run("oltp:territorycounts", TERRITORIES=quarters, INCIDENTS=incidents)
    assert [field.name() for field in counts.fields()] == [
        "code", "level", "population", "N_2", "n", "n_point", "n_areal", "per_km2", "per_1000",
    ]  # fmt: skip
    assert columns(counts, "code", "N_2", "n", "n_point", "n_areal", "per_km2", "per_1000") == [
        ("Q1", 7, 3, 2, 1, 3.0, None),
        ("Q2", 8, 0, 0, 0, 0.0, None),
        ("Q3", 9, 1, 1, 0, 1.0, None),
    ]


def test_per_1000_inhabitants_is_null_without_inhabitants(run, columns, quarters, incidents):
    counts = run(
        "oltp:territorycounts",
        TERRITORIES=quarters, INCIDENTS=incidents, POPULATION_FIELD="population",
    )  # fmt: skip
    assert columns(counts, "per_1000") == [(1.5,), (None,), (None,)]


def test_each_level_of_a_layer_is_counted_on_its_own(run, columns, memory_layer, incidents):
    levels = memory_layer("Polygon", TERRITORY_FIELDS, LEVELS)
    counts = run("oltp:territorycounts", TERRITORIES=levels, INCIDENTS=incidents)
    assert columns(counts, "code", "level", "n_point", "n_areal") == [
        ("C", "commune", 2, 2),
        ("Q1", "quartier", 2, 2),
        ("Q2", "quartier", 0, 0),
        ("Q1", "sous-quartier", 1, 0),
        ("S2", "sous-quartier", 1, 1),
    ]


def test_weights_are_summed_for_points_and_for_named_territories(run, columns, quarters, incidents):
    counts = run(
        "oltp:territorycounts",
        TERRITORIES=quarters, INCIDENTS=incidents, WEIGHT_FIELD="weight",
    )  # fmt: skip
    assert columns(counts, "n_point", "n_areal") == [(3.0, 6.0), (0.0, 0.0), (3.0, 0.0)]


def test_the_log_accounts_for_every_record(run, feedback, quarters, incidents):
    run("oltp:territorycounts", TERRITORIES=quarters, INCIDENTS=incidents)
    assert feedback.infos.count("Records used: 4") == 1
    assert "Records left out, without a point: 3" in feedback.infos
    assert "Records left out, outside the territories: 1" in feedback.infos
    assert any("Territories with fewer than 10 incidents: 3 of 3" in i for i in feedback.infos)
    assert any("50 %" in warning for warning in feedback.warnings)


def test_a_layer_without_a_territory_field_has_no_areal_counts(
    run, columns, memory_layer, quarters
):
    points = memory_layer("Point", [], [(wkt,) for wkt, *_ in INCIDENTS])
    counts = run("oltp:territorycounts", TERRITORIES=quarters, INCIDENTS=points)
    assert columns(counts, "n_areal") == [(0,)] * 3


def test_a_geographic_crs_is_refused(run, memory_layer, incidents):
    degrees = memory_layer(
        "Polygon", [], [("Polygon((3 43,4 43,4 44,3 44,3 43))",)], crs="EPSG:4326"
    )
    with pytest.raises(QgsProcessingException, match="EPSG:4326"):
        run("oltp:territorycounts", TERRITORIES=degrees, INCIDENTS=incidents)


def test_an_empty_layer_of_incidents_is_refused(run, memory_layer, quarters):
    with pytest.raises(QgsProcessingException, match="no record with a point"):
        run("oltp:territorycounts", TERRITORIES=quarters, INCIDENTS=memory_layer("Point", [], []))


def test_a_territory_that_crosses_itself_is_repaired_and_said(
    run, columns, feedback, memory_layer, incidents
):
    bow = f"Polygon(({X} {Y},{X + 1000} {Y + 1000},{X + 1000} {Y},{X} {Y + 1000},{X} {Y}))"
    layer = memory_layer("Polygon", ["code:string"], [(bow, "B"), (None, "empty")])
    counts = run("oltp:territorycounts", TERRITORIES=layer, INCIDENTS=incidents)
    assert columns(counts, "code", "n_point", "per_km2") == [("B", 2, 4.0)]
    assert "Polygons that crossed themselves, repaired: 1" in feedback.infos
    assert "Features left out, without a geometry: 1" in feedback.infos


@pytest.fixture
def town(shared_data):
    file = shared_data / "montpellier" / "montpellier_reference_2154.gpkg"
    return lambda name: QgsVectorLayer(f"{file}|layername={name}", name, "ogr")


def test_qgis_counts_the_same_off_the_edges(run, columns, town):
    """141 cameras in 31 sub-quarters; no camera stands on an edge."""
    quarters, cameras = town("sous_quartiers"), town("cameras_videoprotection_2014")
    counts = run("oltp:territorycounts", TERRITORIES=quarters, INCIDENTS=cameras)
    theirs = processing.run(
        "native:countpointsinpolygon",
        {"POLYGONS": quarters, "POINTS": cameras, "FIELD": "held", "OUTPUT": "TEMPORARY_OUTPUT"},
    )["OUTPUT"]
    assert columns(counts, "SQUARTMNO", "n_point") == columns(theirs, "SQUARTMNO", "held")
    assert sum(n for (n,) in columns(counts, "n_point")) == 141


def test_corners_of_territories_are_counted_once_where_qgis_counts_none(
    run, columns, town, memory_layer
):
    """Every vertex of 31 sub-quarters as an incident: all are counted, each once."""
    quarters = town("sous_quartiers")
    vertices = {
        (vertex.x(), vertex.y())
        for feature in quarters.getFeatures()
        for vertex in feature.geometry().vertices()
    }
    points = memory_layer("Point", [], [(f"Point({x!r} {y!r})",) for x, y in vertices])
    counts = run("oltp:territorycounts", TERRITORIES=quarters, INCIDENTS=points)
    assert sum(n for (n,) in columns(counts, "n_point")) == len(vertices) > 1000
    theirs = processing.run(
        "native:countpointsinpolygon",
        {"POLYGONS": quarters, "POINTS": points, "FIELD": "held", "OUTPUT": "TEMPORARY_OUTPUT"},
    )["OUTPUT"]
    assert sum(n for (n,) in columns(theirs, "held")) < len(vertices)
