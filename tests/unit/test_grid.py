"""Cells aligned to round coordinates, and the part of them that an area covers."""

import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st

from oltp_plugin.analysis.grid import MOST_CELLS, Grid, coverage, grid_over, inside
from oltp_plugin.errors import AnalysisError

RING = shapely.Point(503, 497).buffer(310).difference(shapely.Point(520, 480).buffer(120))
TWO_PARTS = shapely.union(RING, shapely.box(-900, -700, -350.5, -33))


def test_cells_have_round_corners_and_cover_the_bounds():
    grid = grid_over((1234.5, -77.0, 1501.0, 130.0), 50)
    assert (grid.left, grid.top, grid.rows, grid.columns) == (1200, 150, 5, 7)
    assert grid.x()[0] == 1225
    assert grid.y()[0] == 125
    assert grid.y()[-1] == -75


def test_a_single_place_has_a_cell():
    grid = grid_over((100, 100, 100, 100), 50)
    assert (grid.rows, grid.columns) == (1, 1)


def test_too_many_cells_names_a_size_that_is_accepted():
    bounds = (0, 0, 100_000, 80_000)
    with pytest.raises(AnalysisError, match="too_many_cells") as refused:
        grid_over(bounds, 10)
    accepted = grid_over(bounds, refused.value.values["least"])
    assert accepted.rows * accepted.columns <= MOST_CELLS


@pytest.mark.parametrize("area", [RING, TWO_PARTS, shapely.reverse(TWO_PARTS)])
def test_inside_is_what_shapely_says_of_the_centres(area):
    grid = grid_over(area.bounds, 7)
    x, y = np.meshgrid(grid.x(), grid.y())
    np.testing.assert_array_equal(inside(area, grid), shapely.contains_xy(area, x, y))


def test_coverage_adds_up_to_the_area():
    grid = Grid(-1000, 1000, 4, 500, 500)
    share = coverage(TWO_PARTS, grid.x()[0], grid.columns, grid.y(), grid.cell)
    assert share.min() > -1e-5
    assert share.max() < 1 + 1e-5
    assert share.sum(dtype=float) * 16 == pytest.approx(TWO_PARTS.area, rel=1e-3)


def test_coverage_of_a_rectangle_is_exact_across():
    share = coverage(shapely.box(2.5, 0, 7.25, 10), 0.5, 10, np.array([9.5, 8.5]), 1.0)
    np.testing.assert_allclose(share[0], [0, 0, 0.5, 1, 1, 1, 1, 0.25, 0, 0], atol=1e-6)


def test_an_area_that_reaches_beyond_the_cells():
    grid = Grid(0, 100, 10, 10, 10)
    assert inside(shapely.box(-500, -500, 500, 500), grid).all()
    share = coverage(shapely.box(-500, -500, 500, 55), 5, 10, grid.y(), 10)
    np.testing.assert_array_equal(share[:, 0], [0] * 5 + [1] * 5)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=3, max_size=8))
@example([(0, 0), (0, 1), (15, 11)])
def test_cells_of_neighbours_are_neither_shared_nor_lost(corners):
    """A shape and the rest of the square share out the centres, corners on centres included."""
    shape = shapely.MultiPoint(corners).convex_hull
    square = shapely.box(0, 0, 20, 20)
    rest = square.difference(shape)
    if shape.area == 0 or rest.area == 0:
        return
    grid = Grid(-0.5, 20.5, 1, 21, 21)
    together = inside(shape, grid).astype(int) + inside(rest, grid)
    np.testing.assert_array_equal(together, inside(square, grid))
