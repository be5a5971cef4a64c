"""DBSCAN and ST-DBSCAN against published labels, the definition itself, and invariants."""

import csv

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oltp_plugin.analysis import clusters as module
from oltp_plugin.analysis.cluster_shapes import describe
from oltp_plugin.analysis.clusters import dbscan
from oltp_plugin.analysis.same_place import same_point
from oltp_plugin.errors import Cancelled


def by_definition(x, y, eps, size, times=None, eps_time=0, weights=None) -> np.ndarray:
    """Labels from the matrix of all distances, walking from core to core in the order of rows."""
    near = (x[:, None] - x) ** 2 + (y[:, None] - y) ** 2 <= eps**2
    if times is not None:
        near &= np.abs(times[:, None] - times) <= eps_time
    core = near @ (np.ones(len(x)) if weights is None else weights) >= size
    label, number = np.zeros(len(x), dtype=int), 0
    for row in range(len(x)):
        if label[row] or not core[row]:
            continue
        number += 1
        members = near[row] & core
        while True:
            grown = core & near[members].any(axis=0)
            if (grown == members).all():
                break
            members = grown
        label[members] = number
        label[near[members].any(axis=0) & ~core & (label == 0)] = number
    return label


def made_up(seed: int, n: int):
    random = np.random.default_rng(seed)
    x, y = random.uniform(0, 1000, (2, n))
    if seed % 3 == 0:  # many equal points and distances that equal eps
        x, y = np.round(x / 20) * 20, np.round(y / 20) * 20
    return x + 700_000, y + 6_600_000, random.integers(0, 60, n) * 43_200


@pytest.mark.parametrize("seed", range(12))
def test_labels_are_those_of_the_definition(seed):
    x, y, times = made_up(seed, 60 + 70 * seed)
    size, eps = 1 + seed % 7, 20.0 * (1 + seed % 4)
    np.testing.assert_array_equal(dbscan(x, y, eps, size).label, by_definition(x, y, eps, size))
    for days in (0, 1.5, 14):
        reach = days * 86_400
        expected = by_definition(x, y, 2 * eps, size, times, reach)
        found = dbscan(x, y, 2 * eps, size, times, reach)
        np.testing.assert_array_equal(found.label, expected)


@pytest.mark.parametrize("seed", range(4))
def test_too_many_pairs_for_the_memory_make_no_difference(seed, monkeypatch):
    x, y, times = made_up(seed, 500)
    listed = dbscan(x, y, 60, 4, times, 5 * 86_400)
    monkeypatch.setattr(module, "_FEW_PAIRS", -1)
    np.testing.assert_array_equal(dbscan(x, y, 60, 4, times, 5 * 86_400).label, listed.label)


@pytest.mark.parametrize("seed", range(4))
def test_weights_count_as_so_many_records(seed):
    x, y, times = made_up(seed, 150)
    weights = np.random.default_rng(seed).integers(1, 4, 150)
    often = np.repeat(np.arange(150), weights)
    for when in ((None, 0), (times, 14 * 86_400)):
        weighted = dbscan(x, y, 60, 8, *when, weights=weights)
        repeated = dbscan(
            x[often], y[often], 60, 8, *(when if when[0] is None else (times[often], when[1]))
        )
        np.testing.assert_array_equal(weighted.core[often], repeated.core)
        np.testing.assert_array_equal(weighted.label[often] > 0, repeated.label > 0)


@given(st.integers(0, 10_000), st.integers(2, 120))
@settings(max_examples=25, deadline=None)
def test_row_order_shift_and_quarter_turn_change_no_cluster(seed, n):
    x, y, times = made_up(seed, n)
    label = dbscan(x, y, 80, 4, times, 10 * 86_400)
    order = np.random.default_rng(seed).permutation(n)
    shuffled = dbscan(x[order], y[order], 80, 4, times[order], 10 * 86_400)
    np.testing.assert_array_equal(shuffled.core, label.core[order])
    together = label.label[order][shuffled.core]
    pairs = {(a, b) for a, b in zip(together.tolist(), shuffled.label[shuffled.core].tolist())}
    assert len(pairs) == len({a for a, _ in pairs}) == len({b for _, b in pairs})
    turned = dbscan(-y + 1024, x - 4096, 80, 4, times + 777, 10 * 86_400)
    np.testing.assert_array_equal(turned.label, label.label)


def test_published_labels(oracles):
    """QGIS's own test file; the first column's clusters by 2 m and 3, the second by 3 m and 5."""
    with (oracles / "inputs" / "qgis_dbscan_expected.csv").open() as file:
        rows = list(csv.DictReader(file))
    x, y = (np.array([float(row[axis]) for row in rows]) for axis in "xy")
    for column, eps, size in (("dbscan_multiple_clusters", 2, 3), ("dbscan_5_2", 3, 5)):
        expected = [int(row[column] or 0) for row in rows]
        assert dbscan(x, y, eps, size).label.tolist() == expected, column


def test_a_point_far_astray_does_no_harm():
    x, y, times = made_up(1, 300)
    x, y = np.append(x, 1e15), np.append(y, -1e15)
    times = np.append(times, 10**13)
    for when in ((None, 0), (times, 14 * 86_400)):
        near = when if when[0] is None else (times[:-1], when[1])
        label = dbscan(x, y, 60, 4, *when).label
        assert label[-1] == 0
        np.testing.assert_array_equal(label[:-1], dbscan(x[:-1], y[:-1], 60, 4, *near).label)


def test_one_point_and_none():
    one = np.array([5.0])
    assert dbscan(one, one, 100, 1).label.tolist() == [1]
    assert dbscan(one, one, 100, 2, np.array([0]), 10).label.tolist() == [0]
    assert len(dbscan(one[:0], one[:0], 100, 5).label) == 0


def test_it_can_be_stopped():
    x, y, times = made_up(1, 400)

    def stop(fraction):
        assert 0 <= fraction <= 1
        if fraction > 0.1:
            raise Cancelled

    for when in ((None, 0), (times, 14 * 86_400)):
        with pytest.raises(Cancelled):
            dbscan(x, y, 60, 4, *when, tick=stop)


# --- shapes -----------------------------------------------------------------------------------


def test_hulls_places_and_days():
    x = np.array([0, 100, 100, 0, 50, 700, 700, 700, 700, 700, 900.0])
    y = np.array([0, 0, 100, 100, 50, 0, 0, 0, 0, 0, 900.0])
    label = np.array([2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 0])
    days = np.arange(11) * 86_400 + 3600
    shapes = describe(x, y, label, times=days, margin=10)
    measures = shapes.measures
    assert measures["cluster"].tolist() == [1, 2]
    assert measures["n"].tolist() == [5, 5]
    assert measures["places"].tolist() == [1, 5]
    assert measures["area"].tolist() == [0, 10_000]
    assert measures["first"].astype(str).tolist() == ["1970-01-06", "1970-01-01"]
    assert measures["last"].astype(str).tolist() == ["1970-01-10", "1970-01-05"]
    assert shapes.shapes[0].area == pytest.approx(np.pi * 100, rel=0.01)
    weighted = describe(x, y, label, weights=np.arange(11.0)).measures
    assert weighted["n"].tolist() == [35, 10]
    assert np.isnat(weighted["first"]).all()


def test_no_cluster_has_no_shape():
    shapes = describe(np.array([1.0]), np.array([1.0]), np.array([0]))
    assert len(shapes.shapes) == len(shapes.measures["n"]) == 0


def test_the_same_point_is_the_same_to_the_centimetre():
    x = np.array([1.0, 1.001, 1.02, 1.0, -3.0])
    y = np.array([2.0, 1.999, 2.0, 2.5, 2.0])
    place = same_point(x, y)
    assert place[0] == place[1]
    assert len(set(place)) == 4
