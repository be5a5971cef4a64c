"""Benjamini and Hochberg's q: the published numbers, and what must hold for any."""

import numpy as np
import pytest

from oltp_plugin.analysis.false_discovery import benjamini_hochberg
from oltp_plugin.analysis.sums_of_cells import LEAST_DRAWS


def test_the_published_q(published):
    wanted = published["bh_fdr"]
    p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]
    np.testing.assert_allclose(
        benjamini_hochberg(p), wanted["expected"]["q"], atol=wanted["tolerance"]
    )


def test_the_published_floor_of_permutations(published):
    wanted = published["fdr_floor"]["expected"]["min_permutations_for_rank1"]
    assert wanted <= LEAST_DRAWS
    assert 1 / (wanted + 1) <= 0.05 / 1942 < 1 / wanted


def test_q_rises_with_p_whatever_their_order_and_nulls_stay_out():
    random = np.random.default_rng(0)
    p = random.uniform(0, 1, 500) ** 3
    q = benjamini_hochberg(p)
    assert (np.diff(q[np.argsort(p)]) >= 0).all()
    assert (q >= p).all()
    assert q.max() <= 1
    order = random.permutation(500)
    np.testing.assert_array_equal(benjamini_hochberg(p[order]), q[order])
    with_nulls = benjamini_hochberg(np.insert(p, [0, 250], np.nan))
    assert np.isnan(with_nulls[[0, 251]]).all()
    np.testing.assert_array_equal(with_nulls[np.isfinite(with_nulls)], q)
    assert benjamini_hochberg([]).size == 0
    assert benjamini_hochberg([0.02]) == pytest.approx([0.02])
