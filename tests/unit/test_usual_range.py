"""The usual range holds what it says it holds, and widens with dispersion."""

import numpy as np
import pytest

from oltp_plugin.analysis.usual_range import usual_range


def test_one_earlier_count_is_no_range():
    assert usual_range([12]) is None


def test_known_values():
    # mean 100, variance among the four 2/3 < 100: s² = 100 × (1 + 1/4)
    assert usual_range([99, 100, 100, 101]) == (78, 122)
    # their own variance, 200, where it is more: s² = 200 × 1.5
    assert usual_range([90, 110]) == (66, 134)


def test_never_below_zero_and_wider_with_dispersion():
    assert usual_range([0, 0, 0]) == (0, 0)
    low, high = usual_range([2, 3, 2], dispersion=3.0)
    assert low == 0
    assert high > usual_range([2, 3, 2])[1]


@pytest.mark.parametrize("mean", [8, 60])
def test_it_holds_about_95_of_100_unchanged_counts(mean):
    chance = np.random.default_rng(7)
    drawn = chance.poisson(mean, (4000, 6))
    held = 0
    for counts in drawn:
        low, high = usual_range(counts[:5])
        held += low <= counts[5] <= high
    assert 0.94 <= held / len(drawn) <= 0.995
