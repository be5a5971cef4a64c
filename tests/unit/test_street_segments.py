"""Points at their nearest street: sums, ties at intersections, the cumulated share."""

import numpy as np
import pytest
import shapely

from oltp_plugin.analysis.street_segments import cumulated_share, per_100m, snap

CROSS = shapely.from_wkt(
    [
        "LINESTRING (0 0, 100 0)",
        "LINESTRING (0 0, -100 0)",
        "LINESTRING (0 0, 0 100)",
        "LINESTRING (0 300, 100 300)",
    ]
)


def snapped(places, reach=50.0, lines=CROSS, weights=None):
    x, y = np.array(places, dtype=float).T
    return snap(x, y, lines, reach, weights)


def test_each_point_counts_once_and_an_intersection_is_shared():
    found = snapped([(50, 3), (0, 0), (-60, -50), (-60, -50.001), (0, -40)])
    assert found.n.tolist() == pytest.approx([1 + 2 / 3, 1 + 2 / 3, 2 / 3, 0])
    assert found.shared == 2
    assert np.isnan(found.distance).tolist() == [False, False, False, True, False]
    assert found.distance[:3].tolist() == [3, 0, 50]


def test_weights_and_a_reach_of_nothing():
    found = snapped([(50, 0), (0, 0), (50, 1)], 0.0, weights=np.array([2.0, 3.0, 5.0]))
    assert found.n.tolist() == pytest.approx([3, 1, 1, 0])


@pytest.mark.parametrize("seed", range(3))
def test_against_all_distances_turned_shifted_and_shuffled(seed):
    random = np.random.default_rng(seed)
    ends = random.uniform(0, 1000, (60, 2, 2))
    lines, places = shapely.linestrings(ends), random.uniform(0, 1000, (400, 2))
    found = snapped(places, 30.0, lines)
    apart = shapely.distance(shapely.points(places)[:, None], lines)
    expected = np.bincount(apart.argmin(axis=1)[apart.min(axis=1) <= 30], minlength=60)
    np.testing.assert_allclose(found.n, expected)
    order = random.permutation(400)
    np.testing.assert_allclose(snapped(places[order], 30.0, lines).n, expected)
    turned = shapely.linestrings(ends[..., ::-1] * (-1, 1) + (650_000, 6_800_000))
    moved = places[:, ::-1] * (-1, 1) + (650_000, 6_800_000)
    np.testing.assert_allclose(snapped(moved, 30.0, turned).n, expected)


def test_equal_distances_that_rounding_parts_are_shared():
    """Segments that end at one corner, seen from every side of it, far from the origin."""
    corner = np.array((771_234.56, 6_279_876.54))
    angles = np.radians([10, 37, 64])
    ends = corner + 80 * np.column_stack((np.cos(angles), np.sin(angles)))
    lines = shapely.linestrings([[corner, end] for end in ends])
    behind = np.radians(np.arange(160, 274, 3.7))
    places = corner + 20 * np.column_stack((np.cos(behind), np.sin(behind)))
    found = snapped(places, 50.0, lines)
    np.testing.assert_allclose(found.n, len(places) / 3)


def test_per_100_m():
    rates = per_100m(np.array([3.0, 0.0, 1.0]), np.array([50.0, 80.0, 0.0]))
    assert rates.tolist()[:2] == [6, 0]
    assert np.isnan(rates[2])


def test_cumulated_share():
    share = cumulated_share(np.array([1.0, 5.0, 0.0, 2.0, 2.0]))
    assert share.tolist() == pytest.approx([1.0, 0.5, 1.0, 0.9, 0.9])
    assert np.isnan(cumulated_share(np.zeros(3))).all()
