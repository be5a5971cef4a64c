"""The cells of a study area: which there are, how much of each, beside which, and whose points."""

import numpy as np
import pytest
import shapely

from oltp_plugin.analysis.assignment import OUTSIDE
from oltp_plugin.analysis.cells import GivenCells, hexagon_cells, square_cells
from oltp_plugin.errors import AnalysisError

LATTICES = pytest.mark.parametrize("make", [square_cells, hexagon_cells])
TOWN = (
    shapely.Point(700_013, 6_600_027)
    .buffer(2_000, 40)
    .difference(shapely.Point(700_400, 6_600_100).buffer(450))
)


@LATTICES
def test_cells_fill_the_study_area_without_gap_or_overlap(make):
    cells = make(TOWN, 130)
    assert shapely.union_all(cells.geometry).symmetric_difference(TOWN).area < 1e-3
    assert shapely.area(cells.geometry) == pytest.approx(cells.area, abs=1e-6)
    assert cells.area.sum() == pytest.approx(TOWN.area)
    assert cells.share == pytest.approx(cells.area / cells.lattice.cell_area())
    assert (cells.share < 1).any()
    assert cells.share.max() == 1


@LATTICES
def test_every_point_of_the_area_belongs_to_one_cell_that_covers_it(make):
    cells = make(TOWN, 130)
    random = np.random.default_rng(1)
    west, south, east, north = TOWN.bounds
    x, y = random.uniform(west - 100, east + 100, 9000), random.uniform(south, north, 9000)
    corners = shapely.get_coordinates(cells.geometry)
    x, y = np.concatenate([x, corners[:, 0]]), np.concatenate([y, corners[:, 1]])
    position = cells.assign(x, y)
    np.testing.assert_array_equal(position != OUTSIDE, shapely.intersects_xy(TOWN, x, y))
    held = position != OUTSIDE
    points = shapely.points(x[held], y[held])
    assert shapely.distance(points, cells.geometry[position[held]]).max() < 1e-6
    assert cells.sums(position).sum() == held.sum()
    weights = random.uniform(0, 3, len(x))
    assert cells.sums(position, weights).sum() == pytest.approx(weights[held].sum())


@LATTICES
def test_neighbours_are_those_that_touch(make):
    box = shapely.box(0, 0, 2600, 1700)
    cells = make(box, 130)
    whole = cells.lattice.polygons(cells.row, cells.column)
    one, other = shapely.STRtree(whole).query(whole, predicate="dwithin", distance=1e-6)
    expected = set(zip(one[one != other].tolist(), other[one != other].tolist()))
    assert set(zip(*(each.tolist() for each in cells.adjacency.nonzero()))) == expected
    inner = np.asarray(cells.adjacency @ np.ones(len(cells))).max()
    assert inner == (8 if make is square_cells else 6)


def test_squares_stand_on_multiples_of_their_size_and_edges_belong_to_one_side():
    cells = square_cells(shapely.box(700_050, 6_600_050, 700_350, 6_600_350), 100)
    assert len(cells) == 16
    assert (shapely.bounds(cells.geometry)[5] == (700_100, 6_600_100, 700_200, 6_600_200)).all()
    x = np.array([700_100, 700_200, 700_150, 700_350, 700_351])
    y = np.array([6_600_150, 6_600_150, 6_600_200, 6_600_350, 6_600_350])
    position = cells.assign(x, y)
    assert position[-1] == OUTSIDE
    columns, rows = cells.column[position[:-1]], cells.row[position[:-1]]
    assert columns.tolist() == [7001, 7002, 7001, 7003]
    assert rows.tolist() == [66001, 66001, 66002, 66003]


def test_a_point_on_the_outer_edge_goes_to_the_last_cell_inside():
    cells = square_cells(shapely.box(0, 0, 300, 300), 100)
    assert len(cells) == 9
    position = cells.assign([300, 300, 0, 300], [300, 150, 300, 301])
    assert position.tolist() == [8, 5, 6, OUTSIDE]


@pytest.mark.parametrize("shift", [(0.0, 0.0), (50.0, 33.0)])
def test_hexagons_are_the_nearest_centre(shift):
    cells = hexagon_cells(shapely.box(0, 0, 1500, 1500), 100, shift)
    random = np.random.default_rng(2)
    x, y = random.uniform(0, 1500, (2, 4000))
    centre_x, centre_y = cells.lattice.centre(cells.row, cells.column)
    distance = np.hypot(x[:, None] - centre_x, y[:, None] - centre_y)
    np.testing.assert_array_equal(cells.assign(x, y), distance.argmin(axis=1))


def test_less_than_half_inside_or_without_a_neighbour_is_not_testable():
    parts = [
        (0, 0, 340, 200),  # the last column of this part lies 40 % inside
        (1000, 0, 1100, 100),  # alone
        (2000, 0, 2100, 100),  # beside a cell that is hardly inside
        (2100, 0, 2110, 100),
    ]
    cells = square_cells(shapely.union_all([shapely.box(*part) for part in parts]), 100)
    west = shapely.bounds(cells.geometry)[:, 0]
    assert len(cells) == 11
    assert set(west[~cells.testable]) == {300, 1000, 2000, 2100}
    assert cells.tested_adjacency.shape == (6, 6)
    spread = cells.spread(np.arange(6.0))
    assert np.isnan(spread[~cells.testable]).all()
    assert spread[cells.testable].tolist() == [0, 1, 2, 3, 4, 5]


def test_given_polygons_with_slivers_between_them_and_some_outside():
    polygons = [
        shapely.box(0, 0, 100, 100),
        shapely.box(100.3, 0, 200, 100),  # a sliver away
        shapely.box(100, 100.2, 200, 200),  # touches the first at a corner, but for 20 cm
        shapely.box(180, 40, 280, 60),  # over the second
        shapely.box(900, 900, 950, 950),  # not in the study area
        None,
    ]
    cells = GivenCells(polygons, shapely.box(0, 0, 240, 180))
    assert cells.kept.tolist() == [0, 1, 2, 3]
    assert cells.share == pytest.approx([1, 1, 0.8 * 99.8 / 99.8 - 0.2 / 99.8 * 0.2, 0.6], abs=2e-3)
    touching = {frozenset(pair) for pair in zip(*(e.tolist() for e in cells.adjacency.nonzero()))}
    assert touching == {frozenset(p) for p in [(0, 1), (0, 2), (1, 2), (1, 3)]}
    assert cells.overlapping
    position = cells.assign([50, 190, 230, 260, 925], [50, 50, 50, 50, 925])
    assert position.tolist() == [0, 1, 3, OUTSIDE, OUTSIDE]
    assert not GivenCells(polygons[:3], shapely.box(0, 0, 240, 180)).overlapping


def test_an_area_of_two_parts_far_from_each_other_has_only_its_cells():
    area = shapely.MultiPolygon([shapely.box(0, 0, 300, 300), shapely.box(90_000, 0, 90_300, 300)])
    cells = square_cells(area, 100)
    assert len(cells) == 18
    assert cells.assign([150, 45_000, 90_150], [150, 150, 150]).tolist() == [7, OUTSIDE, 10]


def test_insee_names_say_the_south_west_corner():
    cells = square_cells(shapely.box(3_760_000, 2_290_000, 3_760_400, 2_290_200), 200)
    assert cells.names().tolist() == [
        "CRS3035RES200mN2290000E3760000",
        "CRS3035RES200mN2290000E3760200",
    ]


def test_refusals():
    with pytest.raises(AnalysisError, match="too_many_cells_to_test") as refused:
        square_cells(shapely.box(0, 0, 100_000, 100_000), 10)
    assert refused.value.values == {"cells": 100_000_000, "most": 1_000_000, "least": 100}
    with pytest.raises(AnalysisError, match="study_area_without_surface"):
        hexagon_cells(shapely.Polygon(), 100)
    with pytest.raises(AnalysisError, match="study_area_without_surface"):
        GivenCells([shapely.box(0, 0, 1, 1)], shapely.box(5, 5, 6, 6))
