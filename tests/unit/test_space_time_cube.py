"""The cube: counts by cell and step, each step judged among its own cells, and the null."""

import numpy as np
import pytest
import shapely

from oltp_plugin.analysis.cells import square_cells
from oltp_plugin.analysis.emerging import CLASSES, classify
from oltp_plugin.analysis.false_discovery import benjamini_hochberg
from oltp_plugin.analysis.getis_ord import getis_ord
from oltp_plugin.analysis.space_time_cube import counted, states
from oltp_plugin.analysis.trend import mann_kendall
from oltp_plugin.errors import AnalysisError

CELLS = square_cells(shapely.box(0, 0, 2000, 2000), 100)


def test_counts_and_weights():
    place, step = np.array([0, 0, 2, -1, 1]), np.array([1, 1, 0, 0, -1])
    assert counted(place, step, None, 3, 2).tolist() == [[0, 2], [0, 0], [1, 0]]
    weights = np.array([0.5, 2, 1, 9, 9])
    assert counted(place, step, weights, 3, 2).tolist() == [[0, 2.5], [0, 0], [1, 0]]


def test_too_many_bins_are_refused_before_they_are_made():
    with pytest.raises(AnalysisError) as caught:
        counted(np.array([0]), np.array([0]), None, 1_000_000, 100)
    assert caught.value.code == "too_large_cube"


def test_each_step_is_judged_on_its_own():
    random = np.random.default_rng(1)
    counts = random.poisson(1, (len(CELLS), 4))
    found = states(counts, CELLS.adjacency, CELLS.share)
    for step in range(4):
        alone = getis_ord(counts[:, step], CELLS.adjacency, CELLS.share)
        np.testing.assert_array_equal(found.z[:, step], alone.z)
        significant = benjamini_hochberg(alone.p) <= 0.05
        assert ((found.state[:, step] != 0) == significant).all()


def test_empty_steps_are_neither_hot_nor_cold():
    counts = np.zeros((len(CELLS), 3), dtype=int)
    counts[17, 1] = 1
    found = states(counts, CELLS.adjacency, CELLS.share)
    assert not found.state.any()
    assert not found.z[:, 0].any()


def test_rare_under_the_null():
    """Of 200 random cubes of 400 cells at most 5 % a step (and chance) show a hot or cold cell."""
    random = np.random.default_rng(2)
    for mean in (0.05, 0.5, 5):
        shown = [
            states(random.poisson(mean, (len(CELLS), 50)), CELLS.adjacency, CELLS.share)
            .state.any(axis=0)
            .mean()
            for _ in range(4)
        ]
        assert np.mean(shown) <= 0.05 + 2 * np.sqrt(0.05 * 0.95 / 200)


def test_hot_all_along_and_rising():
    random = np.random.default_rng(3)
    counts = random.poisson(0.2, (len(CELLS), 12))
    middle = np.flatnonzero(np.isin(CELLS.row, (9, 10)) & np.isin(CELLS.column, (9, 10)))
    counts[middle] += np.arange(5, 41, 3)
    found = states(counts, CELLS.adjacency, CELLS.share)
    trend = mann_kendall(found.z)
    direction = np.where(trend.p <= 0.05, np.sign(trend.s), 0)
    category = classify(found.state, direction)
    assert (found.state[middle] == 1).all()
    # z is a place's share of its step: ever more incidents there are not ever more of all.
    assert {CLASSES[each].split()[0] for each in category[middle]} <= {"intensifying", "persistent"}
