"""Rings and counts from an observatory's own layers: its commune, its levels, what counts in it."""

import uuid

import pytest
import shapely
from qgis.core import QgsVectorLayer

from oltp_plugin.observatory import connection, create, geopackage, territories

WEST, SOUTH = 700_000.0, 6_200_000.0
INCIDENTS = [  # dx, dy, category, territory level, territory, status
    (100, 100, "vol_tire", None, None, "open"),
    (1000, 500, "vol_tire", None, None, "closed"),  # on the edge of A and B
    (120, 100, "trafic_stupefiants", None, None, "open"),  # revealed by checks
    (130, 100, "vol_tire", None, None, "withdrawn"),
    (9000, 100, "vol_tire", None, None, "open"),  # outside the commune
    (None, None, "vol_tire", "sous-quartier", "B1", "open"),
    (None, None, "vol_tire", "commune", "34000", "open"),
    (None, None, "trafic_stupefiants", "quartier", "A", "open"),
    (None, None, "vol_tire", "quartier", "A", "withdrawn"),
]


def area(code, left, bottom, right, top):
    box = shapely.box(WEST + left, SOUTH + bottom, WEST + right, SOUTH + top)
    return territories.Territory(code, code, shapely.to_wkb(box), 1000)


@pytest.fixture
def observatory(tmp_path):
    path = tmp_path / "observatory.gpkg"
    create.create(path)
    territories.import_territories(path, "commune", [area("34000", 0, 0, 2000, 1000)])
    territories.import_territories(
        path, "quartier", [area("A", 0, 0, 1000, 1000), area("B", 1000, 0, 2000, 1000)]
    )
    territories.import_territories(path, "sous-quartier", [area("B1", 1000, 0, 1500, 1000)])
    x, y = ([origin + (row[i] or 0) for row in INCIDENTS] for i, origin in enumerate((WEST, SOUTH)))
    blobs = geopackage.point_blobs(x, y, 2154)
    with connection.writing(path) as db:
        db.execute("INSERT INTO partner (code, name) VALUES ('PM', 'Police municipale')")
        db.executemany(
            "INSERT INTO incident (geom, uuid, partner, partner_ref, address, occurred_from,"
            " category, territory_level, territory, status)"
            " VALUES (?, ?, 'PM', ?, '1 rue X', '2024-01-01T12:00:00', ?, ?, ?, ?)",
            [
                (None if row[0] is None else blob, str(uuid.uuid4()), str(number), *row[2:])
                for number, (blob, row) in enumerate(zip(blobs, INCIDENTS))
            ],
        )
    return path


def layer(path, name, subset=""):
    found = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    assert found.isValid()
    assert found.setSubsetString(subset)
    return found


def counted(run, columns, observatory, subset, **parameters):
    counts = run(
        "oltp:territorycounts",
        TERRITORIES=layer(observatory, "territory", subset),
        INCIDENTS=layer(observatory, "incident"),
        **parameters,
    )
    return columns(counts, "code", "n_point", "n_areal")


def test_a_record_that_names_a_part_counts_though_the_layer_shows_one_level(
    run, columns, observatory
):
    quarters = counted(run, columns, observatory, "level = 'quartier'")
    assert quarters == [("A", 2, 0), ("B", 0, 1)]


def test_all_levels_at_once(run, columns, observatory):
    assert counted(run, columns, observatory, "") == [
        ("34000", 2, 2),
        ("A", 2, 0),
        ("B", 0, 1),
        ("B1", 1, 1),
    ]


def test_what_a_service_revealed_counts_only_when_asked_and_is_said(
    run, columns, feedback, observatory
):
    subset = "level = 'quartier'"
    with_revealed = counted(run, columns, observatory, subset, INCLUDE_REVEALED=True)
    assert with_revealed == [("A", 3, 1), ("B", 0, 1)]
    assert any("own activity" in line for line in feedback.infos)


def test_the_commune_is_the_study_area_and_no_address_leaves(run, columns, observatory):
    incidents = layer(observatory, "incident")
    around = layer(observatory, "incident", "partner_ref = '0'")
    rings = run("oltp:bufferrings", PLACES=around, INCIDENTS=incidents, DISTANCES="50")
    assert [field.name() for field in rings.fields()][:2] == ["uuid", "ring_from"]
    (ring,) = rings.getFeatures()
    assert ring["n"] == 1
    assert ring["location_quotient"] == pytest.approx((1 / ring["area"]) / (2 / 2e6))
