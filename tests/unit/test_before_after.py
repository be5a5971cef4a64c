"""The weighted displacement difference against the paper, closed forms and simulation."""

import math

import numpy as np
import pytest

from oltp_plugin.analysis.before_after import FourCounts, effect, together

DAYS = (365, 365)


def assert_as(found, record, total="wdd"):
    told, tolerance = record["expected"], record["tolerance"]
    assert found.wdd == told[total]
    assert found.se == pytest.approx(told["se"], abs=tolerance)
    assert found.z == pytest.approx(told["z"], abs=tolerance)
    rounding = 0.5 if isinstance(told["ci"][0], int) else tolerance
    assert [found.low, found.high] == pytest.approx(told["ci"], abs=rounding)


def test_the_papers_example(published):
    alpha = published["wdd_paper"]["params"]["alpha"]
    local = effect(FourCounts(207, 110, 308, 318), DAYS, alpha)
    around = effect(FourCounts(178, 157, 150, 140), DAYS, alpha)
    assert_as(together(local, around, alpha), published["wdd_paper"], "total")


def test_closed_forms(published):
    local = effect(FourCounts(20, 10, 20, 20), DAYS)
    assert_as(local, published["wdd_hand"])
    around = effect(FourCounts(30, 20, 30, 30), DAYS)
    told = published["wdd_displacement"]
    assert around.wdd == told["expected"]["displacement"]
    assert around.se == pytest.approx(told["expected"]["displacement_se"], abs=told["tolerance"])
    assert_as(together(local, around, 0.1), told, "total")


def test_swapping_the_areas_or_the_periods_turns_the_sign():
    found = effect(FourCounts(20, 10, 17, 23), (300, 200))
    for other in (
        effect(FourCounts(17, 23, 20, 10), (300, 200)),
        effect(FourCounts(10, 20, 23, 17), (200, 300)),
    ):
        assert other.wdd == pytest.approx(-found.wdd)
        assert other.se == pytest.approx(found.se)
        assert other.rr == pytest.approx(1 / found.rr)
        assert (other.low, other.high) == pytest.approx((-found.high, -found.low))


def test_unequal_periods_are_brought_to_one_length():
    steady = effect(FourCounts(40, 20, 80, 40), (200, 100))
    assert steady.wdd == pytest.approx(0)
    assert steady.rr == pytest.approx(1)


def test_the_interval_holds_what_it_promises():
    random = np.random.default_rng(5)
    inside = 0
    for counts in random.poisson((30, 20, 40, 40), (2000, 4)):
        found = effect(FourCounts(*counts.tolist()), DAYS)
        inside += found.low <= -10 <= found.high
    assert 0.88 < inside / 2000 < 0.92
    wider = effect(FourCounts(30, 20, 40, 40), DAYS, dispersion=4.0)
    assert wider.se == pytest.approx(2 * effect(FourCounts(30, 20, 40, 40), DAYS).se)


def test_nothing_at_all_and_zeros():
    nothing = effect(FourCounts(0, 0, 0, 0), DAYS)
    assert (nothing.wdd, nothing.se) == (0, 0)
    assert math.isnan(nothing.z)
    assert math.isnan(nothing.rr)
    stopped = effect(FourCounts(12, 0, 10, 10), DAYS)
    assert 0 < stopped.rr_low < stopped.rr < stopped.rr_high < 1
