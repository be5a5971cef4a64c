"""Ring counts by true distance, each incident in one ring of a place."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial import cKDTree

from oltp_plugin.analysis.rings import count_rings, parse_distances
from oltp_plugin.errors import AnalysisError, Cancelled

DISTANCES = [50.0, 100.0, 200.0]
ORIGIN = [shapely.Point(0, 0)]


@pytest.mark.parametrize("text", ["50,100,200", " 50, 100 ,200 ", "50.0,1e2,200"])
def test_distances_are_read(text):
    assert parse_distances(text) == DISTANCES


@pytest.mark.parametrize(
    "text",
    ["", "50,abc", "100,50", "50,50", "-50,100", "0,50", "50,,100", "50;100", "50,inf", "nan"],
)
def test_other_distances_are_refused(text):
    with pytest.raises(AnalysisError) as caught:
        parse_distances(text)
    assert (caught.value.code, caught.value.values) == ("bad_distances", {"text": text})


def test_a_ring_is_closed_outside_and_the_first_one_inside_too():
    x = [0, 30, 50.001, 60, 100.001, 0, 200.001]
    y = [0, 40, 0, 80, 0, 200, 0]
    rings = count_rings(ORIGIN, x, y, DISTANCES)
    assert rings.n.tolist() == [2, 2, 2]
    assert rings.ring_from.tolist() == [0, 50, 100]
    assert rings.ring_to.tolist() == DISTANCES
    assert rings.share.tolist() == pytest.approx([2 / 7] * 3)


def test_an_incident_on_the_circle_counts_though_the_drawing_cuts_it_off():
    """Between two vertices the drawn edge lies inside the circle; the count does not follow it."""
    angle = np.pi / 128  # half a segment
    x, y = [99.99 * np.cos(angle)], [99.99 * np.sin(angle)]
    rings = count_rings(ORIGIN, x, y, [100.0])
    assert rings.n.tolist() == [1]
    assert not shapely.intersects_xy(rings.geometry[0], x, y)[0]


def test_lines_and_polygons_are_measured_from_their_edge():
    places = [shapely.LineString([(0, 0), (1000, 0)]), shapely.box(0, 0, 1000, 1000)]
    x, y = [500, 500, 500, 1030, 500], [0, 50, 60, -40, 1200]
    rings = count_rings(places, x, y, DISTANCES)
    assert rings.place.tolist() == [0, 0, 0, 1, 1, 1]
    assert rings.n.tolist() == [3, 1, 0, 4, 0, 1]
    assert rings.area[3] == pytest.approx(1e6 + 4 * 50 * 1000 + np.pi * 50**2, rel=1e-4)


def test_dissolved_an_incident_counts_once_in_the_ring_of_its_nearest_place():
    places = [shapely.Point(0, 0), shapely.Point(120, 0)]
    x, y = [0, 60, 90, 500], [0, 0, 0, 0]
    apart = count_rings(places, x, y, DISTANCES)
    assert apart.n.tolist() == [1, 2, 0, 1, 1, 1]
    together = count_rings(places, x, y, DISTANCES, dissolve=True)
    assert together.n.tolist() == [2, 1, 0]
    assert together.place.tolist() == [-1] * 3
    assert together.area.sum() == pytest.approx(
        shapely.union_all(shapely.buffer(places, 200, quad_segs=256)).area, rel=1e-3
    )


def test_outside_the_study_area_nothing_exists():
    area = shapely.box(0, -1000, 1000, 1000)  # half the disc
    x, y = [10, -10, 900, 0], [0, 0, 900, 60]
    rings = count_rings(ORIGIN, x, y, DISTANCES, study_area=area)
    assert rings.n.tolist() == [1, 1, 0]
    assert rings.total == 3
    assert rings.area.tolist() == pytest.approx(
        [np.pi / 2 * (to**2 - frm**2) for frm, to in [(0, 50), (50, 100), (100, 200)]], rel=1e-3
    )
    assert rings.per_km2[0] == pytest.approx(1 / (rings.area[0] / 1e6))
    assert rings.location_quotient[0] == pytest.approx((1 / rings.area[0]) / (3 / 2e6))


def test_a_ring_that_only_touches_the_study_area_has_no_area_and_no_rate():
    square = [shapely.box(0, 0, 10, 10)]
    area = shapely.box(60, -100, 200, 200)
    rings = count_rings(square, [5, 99], [5, 99], [50.0], study_area=area)
    assert rings.area.tolist() == [0]
    assert rings.geometry[0].geom_type == "MultiPolygon"
    assert rings.share.tolist() == [0]
    assert np.isnan([rings.per_km2[0], rings.location_quotient[0]]).all()


def test_a_study_area_without_incidents_is_refused():
    with pytest.raises(AnalysisError) as caught:
        count_rings(ORIGIN, [5], [5], DISTANCES, study_area=shapely.box(60, 60, 200, 200))
    assert caught.value.code == "study_area_misses_points"


def test_without_a_study_area_there_is_no_location_quotient():
    assert np.isnan(count_rings(ORIGIN, [1], [1], DISTANCES).location_quotient).all()


def test_weights_are_summed():
    rings = count_rings(ORIGIN, [0, 10, 70, 999], [0, 0, 0, 0], DISTANCES, [1.5, 2, 3, 3.5])
    assert rings.n.tolist() == [3.5, 3, 0]
    assert rings.share.tolist() == [0.35, 0.3, 0]


def test_it_can_be_stopped():
    def stop(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        count_rings(ORIGIN, [1], [1], DISTANCES, tick=stop)


coordinates = st.integers(-300, 300).map(float)
points = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=40)


@given(points, points)
def test_a_tree_of_distances_counts_the_same(places, incidents):
    rings = count_rings(shapely.points(places), *np.transpose(incidents), DISTANCES)
    tree = cKDTree(incidents)
    within = [tree.query_ball_point(places, to, return_length=True) for to in DISTANCES]
    assert np.cumsum(rings.n.reshape(-1, 3), axis=1).T.tolist() == np.array(within).tolist()


@given(points, points)
def test_dissolved_rings_add_up_to_the_incidents_within_reach(places, incidents):
    rings = count_rings(shapely.points(places), *np.transpose(incidents), DISTANCES, dissolve=True)
    nearest, _ = cKDTree(places).query(incidents)
    assert np.cumsum(rings.n).tolist() == [(nearest <= to).sum() for to in DISTANCES]


@given(points, st.lists(points.filter(lambda line: len(set(line)) > 1), min_size=1, max_size=4))
def test_lines_agree_with_their_distances(incidents, lines):
    places = [shapely.LineString(line) for line in lines]
    rings = count_rings(places, *np.transpose(incidents), DISTANCES)
    for row, place in enumerate(places):
        far = shapely.distance(place, shapely.points(incidents))
        # prepared and plain distance may differ in the last digit: leave such incidents alone
        if np.abs(far[:, None] - DISTANCES).min() > 1e-9:
            expected = np.histogram(far, [0, *DISTANCES])[0]
            assert rings.n.reshape(-1, 3)[row].tolist() == expected.tolist()


@given(points, st.randoms())
def test_the_order_of_rows_does_not_matter(incidents, random):
    shuffled = list(incidents)
    random.shuffle(shuffled)
    places = [shapely.box(-50, -50, 20, 20), shapely.Point(100, 100)]
    one, other = (
        count_rings(places, *np.transpose(rows), DISTANCES) for rows in (incidents, shuffled)
    )
    assert one.n.tolist() == other.n.tolist()
