"""Every point in exactly one polygon, edges and vertices included."""

import time

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from oltp_plugin.analysis.assignment import OUTSIDE, assign, count, count_named, nested, tiers
from oltp_plugin.errors import Cancelled


def squares(columns, rows, size=1.0):
    """A grid of touching squares, column by column from the lower left."""
    left, bottom = np.meshgrid(np.arange(columns) * size, np.arange(rows) * size, indexing="ij")
    left, bottom = left.ravel(), bottom.ravel()
    return shapely.box(left, bottom, left + size, bottom + size)


def test_a_point_inside_and_a_point_outside():
    assert assign(squares(2, 1), [0.5, 1.5, 9], [0.5, 0.5, 0.5]).tolist() == [0, 1, OUTSIDE]


def test_a_shared_edge_and_a_shared_vertex_belong_to_the_first_polygon():
    grid = squares(2, 2)
    assert assign(grid, [1.0, 1.0, 0.5], [0.5, 1.0, 1.0]).tolist() == [0, 0, 0]
    assert assign(grid[::-1], [1.0, 1.0, 0.5], [0.5, 1.0, 1.0]).tolist() == [1, 0, 2]


def test_the_outer_edge_is_inside():
    assert assign(squares(2, 2), [0.0, 2.0, 2.0], [0.0, 2.0, 0.5]).tolist() == [0, 3, 2]


def test_a_hole_is_outside_and_its_edge_is_not():
    ring = shapely.box(0, 0, 3, 3).difference(shapely.box(1, 1, 2, 2))
    assert assign([ring], [1.5, 1.0, 0.5], [1.5, 1.5, 0.5]).tolist() == [OUTSIDE, 0, 0]


def test_points_and_polygons_that_are_not_there():
    polygons = np.array([None, shapely.Polygon(), shapely.box(0, 0, 1, 1)], dtype=object)
    x = [np.nan, 0.5, np.inf, 0.5, 0.5]
    y = [0.5, np.nan, 0.5, 0.5, -np.inf]
    assert assign(polygons, x, y).tolist() == [OUTSIDE, OUTSIDE, OUTSIDE, 2, OUTSIDE]
    assert assign([], [0.5], [0.5]).tolist() == [OUTSIDE]
    assert assign(polygons, [], []).tolist() == []


def test_a_slanted_edge_loses_no_point_and_counts_none_twice():
    """Points computed to lie on a slanted edge fall on either side of it, never on neither."""
    west, east, south, north = 700_000, 800_000, 6_200_000, 6_300_000
    below = shapely.Polygon([(west, south), (east, south), (east, 6_287_654.321)])
    above = shapely.Polygon([(west, south), (east, 6_287_654.321), (east, north), (west, north)])
    share = np.random.default_rng(2).uniform(0, 1, 10_000)
    x, y = west + share * (east - west), south + share * (6_287_654.321 - south)
    position = assign([below, above], x, y)
    assert (position != OUTSIDE).all()
    assert set(position) == {0, 1}


on_and_off_edges = st.lists(
    st.tuples(st.integers(-1, 9), st.integers(-1, 9)).map(lambda xy: (xy[0] / 2, xy[1] / 2)),
    min_size=1,
    max_size=60,
)


@given(on_and_off_edges)
def test_counts_and_outside_add_up_to_the_number_of_points(points):
    x, y = np.array(points).T
    position = assign(squares(4, 4), x, y)
    inside = (x >= 0) & (x <= 4) & (y >= 0) & (y <= 4)
    counts = np.bincount(position[position != OUTSIDE], minlength=16)
    assert counts.sum() == inside.sum()
    assert counts.sum() + (position == OUTSIDE).sum() == len(x)


@given(on_and_off_edges, st.randoms())
def test_the_order_of_rows_does_not_matter(points, random):
    shuffled = list(points)
    random.shuffle(shuffled)
    grid = squares(4, 4)
    expected = dict(zip(points, assign(grid, *np.array(points).T)))
    assert dict(zip(shuffled, assign(grid, *np.array(shuffled).T))) == expected


def test_it_can_be_stopped():
    def stop(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        assign(squares(2, 1), [0.5], [0.5], stop)


def test_a_million_points_in_500_polygons_take_seconds():
    rng = np.random.default_rng(1)
    x, y = rng.uniform(0, 25_000, (2, 1_000_000))
    polygons = shapely.segmentize(squares(25, 20, 1000.0), 5)
    started = time.process_time()
    position = assign(polygons, x, y)
    assert time.process_time() - started < 15
    assert (
        np.bincount(position + 1).tolist()[1:]
        == np.histogram2d(x, y, bins=(25, 20), range=((0, 25_000), (0, 20_000)))[0]
        .astype(int)
        .ravel()
        .tolist()
    )


def nest():
    """A commune, its two quarters, the four blocks of the first."""
    commune = [shapely.box(0, 0, 4, 2)]
    return np.concatenate([commune, squares(2, 1, 2.0), squares(2, 2)])


def test_levels_in_one_layer_are_counted_each_on_its_own():
    assert [tier.tolist() for tier in tiers(nest())] == [[0], [1, 2], [3, 4, 5, 6]]
    n, outside = count(nest(), [0.5, 1.0, 3.0, 9.0], [0.5, 1.0, 1.0, 0.0])
    assert n.tolist() == [3, 2, 1, 2, 0, 0, 0]
    assert outside.tolist() == [False, False, False, True]


def test_a_sliver_does_not_make_a_level():
    overlapping = np.array([shapely.box(0, 0, 1, 1), shapely.box(0.999, 0, 2, 1)])
    assert len(tiers(overlapping)) == 1
    assert count(overlapping, [0.9995], [0.5])[0].tolist() == [1, 0]


def test_null_polygons_count_nothing():
    polygons = np.array([None, shapely.box(0, 0, 1, 1), shapely.Polygon()], dtype=object)
    assert count(polygons, [0.5], [0.5], [2.5])[0].tolist() == [0, 2.5, 0]


def test_nesting_is_that_of_the_smaller_in_the_larger():
    polygons = nest()
    expected = np.eye(7, dtype=bool)
    expected[0] = True
    expected[1, 3:] = True
    assert nested(polygons, polygons).tolist() == expected.tolist()


def test_a_missing_polygon_nests_nowhere():
    polygons = np.array([None, shapely.box(0, 0, 1, 1)], dtype=object)
    assert nested(polygons, polygons).tolist() == [[False, False], [False, True]]


def test_records_that_name_an_area_count_there_and_in_what_contains_it():
    keys = ["commune", "west", "east", "a", "b", "c", "d"]
    areas = dict(zip(keys, nest()))
    named = {"a": 3, "east": 2.5, "commune": 1, "elsewhere": 9}
    assert count_named(nest(), keys, areas, named).tolist() == [6.5, 3, 2.5, 3, 0, 0, 0]
    quarters = count_named(nest()[1:3], keys[1:3], areas, named)
    assert quarters.tolist() == [3, 2.5]


def test_records_that_name_no_known_area_count_nowhere():
    assert count_named(nest()[:2], ["x", "y"], {}, {"elsewhere": 9}).tolist() == [0, 0]
