"""Repeat places: counts, days, medians, and nothing that depends on the order of rows."""

from statistics import median

import numpy as np
import pytest

from oltp_plugin.analysis.repeat_places import repeat_places

DAY = 86_400


def test_counts_days_and_medians():
    place = np.array([0, 1, 0, 2, 0, 1, 3])
    x, y = place * 10.0, place * 0.0
    times = np.array([0, 5, 10, 0, 3, 5, 1]) * DAY + 3600
    found = repeat_places(place, x, y, times)
    assert found.place.tolist() == [0, 1]
    assert found.n.tolist() == [3, 2]
    assert found.x.tolist() == [0, 10]
    assert found.first.astype(str).tolist() == ["1970-01-01", "1970-01-06"]
    assert found.last.astype(str).tolist() == ["1970-01-11", "1970-01-06"]
    assert found.median_days.tolist() == [5, 0]  # 3 and 7 days; the same day
    assert repeat_places(place, x, y, times, min_count=3).place.tolist() == [0]


def test_without_times_and_with_weights():
    place = np.array([0, 1, 1, 2])
    found = repeat_places(place, place * 1.0, place * 1.0, weights=np.array([4.0, 1, 2, 1]))
    assert found.place.tolist() == [0, 1]
    assert found.n.tolist() == [4, 3]
    assert np.isnat(found.first).all()
    assert np.isnan(found.median_days).all()


def test_a_place_stands_where_most_of_its_records_do():
    place = np.array([0, 0, 0, 1, 1])
    x = np.array([5.0, 9.0, 9.0, 3.0, 1.0])
    found = repeat_places(place, x, x * 0)
    assert found.x.tolist() == [9, 1]


def test_nothing():
    none = np.zeros(0)
    assert len(repeat_places(none.astype(int), none, none, none.astype(int)).n) == 0


@pytest.mark.parametrize("seed", range(3))
def test_against_plain_lists_and_in_any_order(seed):
    random = np.random.default_rng(seed)
    place, times = random.integers(0, 40, 200), random.integers(0, 90, 200) * DAY // 2
    x = place * 7.0
    found = repeat_places(place, x, x, times)
    for row, number in enumerate(found.place.tolist()):
        when = sorted(times[place == number].tolist())
        assert found.n[row] == len(when)
        gaps = [(b - a) / DAY for a, b in zip(when, when[1:])]
        assert found.median_days[row] == pytest.approx(median(gaps))
    order = random.permutation(200)
    shuffled = repeat_places(place[order], x[order], x[order], times[order])
    for name in ("place", "x", "n", "first", "last", "median_days"):
        np.testing.assert_array_equal(getattr(shuffled, name), getattr(found, name))
