"""The ellipse against a published one, the nearest-neighbour index under its null."""

import math

import numpy as np
import pytest
import shapely

from oltp_plugin.analysis.spatial_summary import ellipse, nearest_neighbours


def oracle_points():
    seed = 65647437836358831880808032086803839626
    return np.random.default_rng(seed).integers(0, 100, (50, 2)).astype(float).T


def test_the_published_ellipse(published):
    """pointpats' "crimestat" ellipse; its rotation is counterclockwise, in radians, from x."""
    expected = published["sde_unweighted"]["expected"]
    found = ellipse(*oracle_points())
    assert found.major == pytest.approx(expected["major"], abs=1e-8)
    assert found.minor == pytest.approx(expected["minor"], abs=1e-8)
    assert math.radians(90 - found.rotation) == pytest.approx(expected["rotation_rad"], abs=1e-8)


def test_shifted_turned_scaled_shuffled_and_weighted():
    x, y = oracle_points()
    found = ellipse(x, y)
    moved = ellipse(x + 650_000, y + 6_800_000)
    assert moved.major == pytest.approx(found.major)
    assert moved.x == pytest.approx(found.x + 650_000)
    turned = ellipse(y, -x)  # a quarter clockwise
    assert turned.rotation == pytest.approx((found.rotation + 90) % 180)
    assert ellipse(3 * x, 3 * y).minor == pytest.approx(3 * found.minor)
    assert ellipse(x[::-1], y[::-1]).rotation == pytest.approx(found.rotation)
    times = np.arange(50) % 3 + 1
    often = ellipse(np.repeat(x, times), np.repeat(y, times))
    weighted = ellipse(x, y, times)
    for name in ("x", "y", "major", "minor", "rotation"):
        assert getattr(weighted, name) == pytest.approx(getattr(often, name))


def test_the_outline_is_that_ellipse():
    found = ellipse(*oracle_points())
    drawn = shapely.polygons(found.outline())
    assert drawn.area == pytest.approx(found.area, rel=0.002)
    assert (drawn.centroid.x, drawn.centroid.y) == pytest.approx((found.x, found.y))
    corners = found.outline() - (found.x, found.y)
    far = corners[np.argmax(np.hypot(*corners.T))]
    assert math.degrees(math.atan2(*far)) % 180 == pytest.approx(found.rotation)


def test_two_points_have_no_ellipse():
    assert math.isnan(ellipse(np.array([0.0, 1]), np.array([0.0, 1])).major)


def test_index_by_hand():
    """A square lattice 10 m apart: mean 10, expected 5 for A/n = 100."""
    x, y = (
        each.ravel().astype(float) for each in np.meshgrid(range(5, 100, 10), range(5, 100, 10))
    )
    found = nearest_neighbours(x, y, shapely.box(0, 0, 100, 100))
    assert (found.mean, found.expected, found.nni) == (10, 5, 2)
    assert found.z == pytest.approx(5 / (0.26136 / math.sqrt(100**2 / 100**2)))
    assert found.p < 1e-10
    stacked = nearest_neighbours(np.repeat(x, 2), np.repeat(y, 2), shapely.box(0, 0, 100, 100))
    assert stacked.nni == 0


@pytest.mark.parametrize("n", [50, 400])
def test_under_chance_it_finds_structure_as_rarely_as_it_says(n):
    random = np.random.default_rng(n)
    town = shapely.union_all(shapely.box([0, 2000], [0, 500], [3000, 4500], [2000, 2500]))
    found = []
    while len(found) < 300:
        x, y = random.uniform(0, 4500, 5 * n), random.uniform(0, 2500, 5 * n)
        held = shapely.intersects_xy(town, x, y)
        found.append(nearest_neighbours(x[held][:n], y[held][:n], town))
    rejected = np.mean([each.p_edge < 0.05 for each in found])
    assert 0.02 <= rejected <= 0.085
    assert abs(np.mean([each.z_edge for each in found])) < 0.25
