"""Mann-Kendall against the closed forms and pymannkendall, and under its null."""

import numpy as np
import pymannkendall
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oltp_plugin.analysis.trend import mann_kendall


@pytest.mark.parametrize("name", ["mk_plain", "mk_ties"])
def test_closed_forms(published, name):
    record = published[name]
    trend = mann_kendall([[float(word) for word in record["input"].split()]])
    assert trend.s[0] == record["expected"]["S"]
    assert trend.variance[0] == pytest.approx(record["expected"]["var"])
    assert trend.z[0] == pytest.approx(record["expected"]["z"], abs=record["tolerance"])


def assert_as_the_peer(series):
    trend = mann_kendall(series)
    for row, values in enumerate(series):
        peer = pymannkendall.original_test(values)
        assert trend.s[row] == peer.s
        assert trend.variance[row] == pytest.approx(peer.var_s, abs=1e-9)
        assert trend.z[row] == pytest.approx(peer.z, abs=1e-12)
        assert trend.p[row] == pytest.approx(peer.p, abs=1e-12)
        assert trend.tau[row] == pytest.approx(peer.Tau, abs=1e-12)


@settings(deadline=None, max_examples=40)
@given(st.integers(2, 40), st.sampled_from([0.1, 1, 20]), st.integers(0, 2**32))
def test_counts_as_pymannkendall(steps, mean, seed):
    assert_as_the_peer(np.random.default_rng(seed).poisson(mean, (5, steps)))


def test_numbers_and_long_series_as_pymannkendall():
    random = np.random.default_rng(3)
    assert_as_the_peer(random.normal(size=(5, 36)))
    assert_as_the_peer(np.round(random.normal(size=(3, 200)).cumsum(axis=1), 1))
    assert_as_the_peer(np.arange(200.0)[None, :])


def test_more_rows_than_a_block():
    series = np.random.default_rng(4).poisson(1, (5000, 12))
    trend = mann_kendall(series)
    few = mann_kendall(series[4090:4100])
    assert (trend.z[4090:4100] == few.z).all()


def test_reversed_time_flips_the_sign_and_keeps_p():
    series = np.random.default_rng(5).poisson(1, (50, 30))
    there, back = mann_kendall(series), mann_kendall(series[:, ::-1])
    assert (there.s == -back.s).all()
    np.testing.assert_allclose(there.p, back.p)


def test_constant_unknown_and_short_series():
    trend = mann_kendall([[2.0] * 8, [1.0, np.nan] * 4])
    assert (trend.z[0], trend.p[0], trend.tau[0]) == (0, 1, 0)
    assert np.isnan([trend.s[1], trend.z[1], trend.p[1], trend.tau[1]]).all()
    assert mann_kendall([[5.0]]).p[0] == 1


def test_rare_under_the_null():
    """On counts without a trend at most 5 % are called significant, many ties or few."""
    random = np.random.default_rng(6)
    for mean in (0.2, 1, 10):
        share = (mann_kendall(random.poisson(mean, (20_000, 36))).p < 0.05).mean()
        assert 0.03 < share < 0.055
