"""The cumulative curve, units without incidents included, and what chance alone gives."""

import numpy as np
import pytest

from oltp_plugin.analysis.concentration import by_chance, curve, generalised_gini


def test_the_curve_with_its_empty_units():
    found = curve([6, 0, 2, 0, 0, 2, 0, 0, 0, 0])
    assert found.units.tolist() == [0, 1, 3, 10]
    assert found.incidents.tolist() == [0, 6, 10, 10]
    assert found.share_units.tolist() == pytest.approx([0, 0.1, 0.3, 1])
    assert found.share_incidents.tolist() == pytest.approx([0, 0.6, 1, 1])
    assert found.least.tolist() == [np.inf, 6, 2, 0]
    assert found.units_for(0.8) == pytest.approx(0.2)
    assert found.units_for(1) == pytest.approx(0.3)
    assert found.held_by(0.2) == pytest.approx(0.8)
    assert found.held_by(0.5) == 1


def test_equal_units_are_a_straight_line():
    found = curve(np.full(50, 3))
    assert found.units_for(0.8) == pytest.approx(0.8)
    assert found.gini() == pytest.approx(0)


@pytest.mark.parametrize("seed", range(3))
def test_gini_by_all_differences_and_in_any_order(seed):
    n = np.random.default_rng(seed).poisson(1.3, 120) ** 2
    differences = np.abs(n[:, None] - n).sum() / (2 * 120**2 * n.mean())
    assert curve(n).gini() == pytest.approx(differences)
    assert curve(n[::-1]).units_for(0.8) == curve(n).units_for(0.8)
    assert curve(7.5 * n).units_for(0.8) == pytest.approx(curve(n).units_for(0.8))


def test_chance_of_sums_of_money_needs_no_table_from_0_on():
    assert by_chance(1e9, 4).units_for(0.8) == pytest.approx(0.8, abs=1e-3)


@pytest.mark.parametrize(("incidents", "units"), [(300, 1000), (2000, 1000), (20_000, 400)])
def test_chance_is_what_random_maps_give(incidents, units):
    random = np.random.default_rng(1)
    maps = [np.bincount(random.integers(0, units, incidents), minlength=units) for _ in range(200)]
    expected = by_chance(incidents, units)
    for share in (0.5, 0.8):
        mean = np.mean([curve(n).units_for(share) for n in maps])
        assert expected.units_for(share) == pytest.approx(mean, rel=0.01)


def test_corrected_for_few_incidents():
    """Where no two of 20 incidents share one of 1,000 units, nothing is concentrated."""
    n = np.zeros(1000)
    n[:20] = 1
    assert generalised_gini(curve(n).gini(), 20, 1000) == pytest.approx(0)
    assert generalised_gini(0.4, 2000, 1000) == pytest.approx(0.4)
