"""Proposed cell sizes and radii: round, within bounds, and what their rules say."""

import numpy as np
import pytest

from oltp_plugin.analysis.proposals import cell_size, radius


@pytest.mark.parametrize(
    ("count", "surface", "expected"),
    [
        (2000, 100e6, 300),
        (800, 16e6, 200),
        (1_000_000, 100e6, 50),
        (3, 100e6, 1000),
    ],
)
def test_the_cell_holds_two_records_on_average(count, surface, expected):
    assert cell_size(count, surface) == expected


def test_half_of_the_records_have_twenty_others_within_the_radius():
    random = np.random.default_rng(1)
    x, y = random.uniform(0, 5000, (2, 3000))
    distance = np.sort(np.hypot(x[:, None] - x, y[:, None] - y), axis=1)[:, 20]
    assert radius(x, y) == pytest.approx(np.median(distance), rel=0.13)
    assert radius(*random.uniform(0, 5000, (2, 60_000))) == 50
    assert radius(*random.uniform(0, 30_000, (2, 400_000))) == pytest.approx(119, rel=0.25)


def test_no_radius_is_proposed_where_there_are_not_so_many_others():
    assert np.isnan(radius([0.0], [0.0]))
    assert np.isnan(radius([0.0, 0, 0], [0.0, 400, 800]))
    assert np.isnan(radius(5000 * np.arange(30.0), np.zeros(30)))
    assert radius(np.zeros(21), np.zeros(21)) == 50
