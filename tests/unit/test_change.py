"""Two counts compared: scipy's exact tests, swapped periods, overdispersion, the null."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from oltp_plugin.analysis.change import compare, dispersion_by_season, dispersion_by_week

COUNTS = st.integers(0, 500)
DAYS = st.integers(1, 400)


@given(COUNTS, COUNTS, DAYS, DAYS)
def test_as_the_exact_binomial_test(before, after, first, second):
    change = compare(before, after, (first, second))
    n, share = before + after, second / (first + second)
    if not n:
        assert (change.p, change.low, change.high) == (1, -100, np.inf)
        return
    tails = stats.binom.sf(after - 1, n, share), stats.binom.cdf(after, n, share)
    assert change.p == pytest.approx(min(1, 2 * min(tails)), rel=1e-9)
    interval = stats.binomtest(after, n, share).proportion_ci(0.95, "exact")
    low, high = (
        100 * (part / (1 - part) * first / second - 1) if part < 1 else np.inf for part in interval
    )
    assert change.low == pytest.approx(low, rel=1e-6, abs=1e-6)
    assert change.high == pytest.approx(high, rel=1e-6, abs=1e-6)


@given(COUNTS, COUNTS, DAYS, DAYS, st.floats(1, 5))
def test_swapped_periods(before, after, first, second, dispersion):
    there = compare(before, after, (first, second), dispersion)
    back = compare(after, before, (second, first), dispersion)
    assert there.change == pytest.approx(-back.change)
    assert there.p == pytest.approx(back.p, rel=1e-9)


@given(COUNTS, COUNTS, DAYS, DAYS, st.floats(1, 5))
def test_p_and_interval_say_the_same(before, after, first, second, dispersion):
    change = compare(before, after, (first, second), dispersion)
    if abs(change.p - 0.05) > 1e-6:
        assert (change.p < 0.05) == (change.low > 0 or change.high < 0)


def test_percentages():
    change = compare([0, 9, 10, 100], [5, 20, 15, 40], (30, 30))
    assert np.isnan(change.percent[:2]).all()
    assert change.percent[2:].tolist() == pytest.approx([50, -60])
    assert change.change.tolist() == [5, 11, 5, -60]


def test_unequal_lengths_are_brought_to_their_mean():
    change = compare(100, 50, (60, 30))
    assert change.change == 0
    assert change.percent == 0
    assert change.p > 0.9
    assert compare(60, 0, (60, 30)).change == -45


def test_overdispersion_widens():
    plain, wide = compare(100, 140, (30, 30)), compare(100, 140, (30, 30), 3.0)
    assert plain.p < 0.05 < wide.p
    assert wide.low < plain.low < plain.percent < plain.high < wide.high


def counts(random, mean, dispersion, size):
    if dispersion == 1:
        return random.poisson(mean, size)
    return random.negative_binomial(mean / (dispersion - 1), 1 / dispersion, size)


@pytest.mark.parametrize("dispersion", [1, 2, 4])
def test_dispersion_is_found_again(dispersion):
    random = np.random.default_rng(1)
    season = 1 + 0.4 * np.sin(np.arange(36) / 12 * 2 * np.pi)
    level = np.linspace(5, 60, 300)[:, None] * season
    months = counts(random, level, dispersion, level.shape)
    assert dispersion_by_season(months) == pytest.approx(dispersion, rel=0.06)
    before = counts(random, 10, dispersion, (300, 8))
    after = counts(random, 25, dispersion, (300, 9))
    assert dispersion_by_week(before, after) == pytest.approx(dispersion, rel=0.06)


@pytest.mark.parametrize("dispersion", [1, 3])
def test_a_season_that_both_periods_have_is_no_dispersion(dispersion):
    random = np.random.default_rng(3)
    level = 12 * (1 + 0.6 * np.sin(np.arange(26) / 52 * 2 * np.pi)) * np.ones((200, 1))
    before = counts(random, level, dispersion, level.shape)
    after = counts(random, 1.5 * level, dispersion, level.shape)
    assert dispersion_by_week(before, after) == pytest.approx(dispersion, rel=0.06)


def test_rare_incidents_are_not_taken_for_overdispersed():
    months = np.random.default_rng(2).poisson(0.05, (5000, 24))
    assert dispersion_by_season(months) == pytest.approx(1, abs=0.03)


def test_short_histories_say_so():
    assert np.isnan(dispersion_by_season(np.ones((3, 23))))
    assert np.isnan(dispersion_by_season(np.zeros((3, 24))))
    assert np.isnan(dispersion_by_week(np.ones((2, 3)), np.ones((2, 9))))


@pytest.mark.parametrize("mean", [0.5, 5, 50])
def test_rare_under_the_null(mean):
    random = np.random.default_rng(7)
    before, after = random.poisson(mean, (2, 20_000))
    assert (compare(before, after, (30, 30)).p <= 0.05).mean() <= 0.05


@pytest.mark.parametrize("dispersion", [2, 4])
def test_rare_under_an_overdispersed_null(dispersion):
    """φ from the same 36 months as the two years compared; without it, 15 to 30 % are 'changes'."""
    random = np.random.default_rng(8)
    found = plain = 0
    for _ in range(600):
        months = counts(random, 20, dispersion, 36)
        years = months[12:24].sum(), months[24:].sum()
        found += compare(*years, (365, 365), dispersion_by_season(months)).p < 0.05
        plain += compare(*years, (365, 365)).p < 0.05
    assert found / 600 < 0.08
    assert plain / 600 > 0.1
