"""Two periods: their days, what falls in each, and what a history says of chance."""

import numpy as np
import pytest

from oltp_plugin.analysis.two_periods import TwoPeriods, counts, dispersion
from oltp_plugin.errors import AnalysisError

YEARS = TwoPeriods.of("2023-01-01", "2023-12-31", "2024-01-01", "2024-12-31")


def test_both_ends_are_included():
    moments = np.array(
        ["2022-12-31T23:59:59", "2023-01-01", "2023-12-31T23:59:59", "2024-12-31", "NaT"],
        dtype="datetime64[s]",
    )
    assert YEARS.which(moments).tolist() == [-1, 0, 0, 1, -1]
    assert YEARS.days == (365, 366)


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (("2024-01-01", "2024-01-31", "2024-01-31", "2024-02-28"), "periods_overlap"),
        (("2024-01-31", "2024-02-28", "2024-01-01", "2024-01-31"), "periods_overlap"),
        (("2024-01-31", "2024-01-01", "2024-03-01", "2024-03-31"), "period_backwards"),
    ],
)
def test_what_is_no_pair_of_periods(days, code):
    with pytest.raises(AnalysisError) as caught:
        TwoPeriods.of(*days)
    assert caught.value.code == code


def test_the_later_period_may_be_called_before():
    assert TwoPeriods.of("2024-01-01", "2024-12-31", "2023-01-01", "2023-12-31").days == (366, 365)


def history(days: int, seed=1):
    """1,500 records in three places, and their moments over ``days`` up to the end of 2024."""
    random = np.random.default_rng(seed)
    last = np.datetime64("2024-12-31T12:00", "s")
    times = last - random.integers(0, days, 1500) * np.timedelta64(1, "D")
    return random.integers(-1, 3, 1500), times


def test_counts_by_place_and_weight():
    place, times = history(731)
    before, after = counts(place, times, None, 3, YEARS)
    assert before.sum() + after.sum() == (place >= 0).sum()
    double = counts(place, times, np.full(1500, 2.0), 3, YEARS)
    assert (double[0] == 2 * before).all()


def test_months_where_the_history_is_long():
    found = dispersion(*history(1096), None, 3, YEARS)
    assert (found.basis, found.steps) == ("months", 36)
    assert found.factor < 1.4


def test_only_months_after_a_missing_one_serve():
    place, times = history(1096)
    assert dispersion(place, times, None, 3, YEARS, {"2022-12"}).steps == 24
    assert dispersion(place, times, None, 3, YEARS, {"2023-06": ["PM"]}).basis == "weeks"


def test_weeks_where_it_is_short_and_nothing_where_it_is_shorter():
    halves = TwoPeriods.of("2024-01-01", "2024-06-30", "2024-07-01", "2024-12-31")
    assert dispersion(*history(366), None, 3, halves).basis == "weeks"
    weeks = TwoPeriods.of("2024-12-01", "2024-12-07", "2024-12-08", "2024-12-14")
    found = dispersion(*history(60), None, 3, weeks)
    assert (found.basis, found.factor) == (None, 1)
