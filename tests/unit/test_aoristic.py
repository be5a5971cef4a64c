"""Hours of the week: the published table, brute force minute by minute, and what must hold."""

import csv

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oltp_plugin.analysis.aoristic import hours_of_week

MINUTE = np.timedelta64(1, "m")


def moments(*texts):
    return np.array(texts, dtype="datetime64[s]")


def test_the_washington_burglaries(oracles):
    """Ratcliffe's R package, which works on whole minutes; so are these data: nothing to convert.

    Records without an end go to their first hour there too; more than a week is spread evenly.
    """
    with (oracles / "inputs/dcburglaries_localtime.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    start, end = (
        moments(*(row[name] if row[name] != "NA" else "NaT" for row in rows))
        for name in ("StartDateTime", "EndDateTime")
    )
    for column in (start, end):
        whole = column.astype("datetime64[m]").astype("datetime64[s]")
        assert (np.isnat(column) | (column == whole)).all()
    with (oracles / "inputs/dcburgsum_expected.csv").open(encoding="utf-8") as file:
        table = [row[2:] for row in csv.reader(file)][1:]
    result = hours_of_week(start, end)
    np.testing.assert_allclose(result.weights, np.array(table, dtype=float), atol=5e-4)
    assert result.weights.sum() == pytest.approx(result.n, abs=1e-9)
    assert result.n == 1025
    assert np.isnat(end).sum() == 37
    assert result.long == pytest.approx(((end - start) > np.timedelta64(8, "h")).sum() / 1025)


def by_the_minute(start: np.datetime64, minutes: int) -> np.ndarray:
    """The same, one minute after the other."""
    cells = np.zeros((24, 7))
    if minutes > 168 * 60:
        return cells + 1 / 168
    for step in range(max(minutes, 1)):
        moment = (start + step * MINUTE).astype(object)
        cells[moment.hour, moment.weekday()] += 1 / max(minutes, 1)
    return cells


@settings(deadline=None, max_examples=15)
@given(
    st.lists(
        st.tuples(
            st.integers(-(10**7), 10**8),
            st.one_of(
                st.integers(0, 200), st.integers(0, 3_000), st.sampled_from([10_080, 10_081, 60])
            ),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_as_brute_force(intervals):
    start = np.array([minute for minute, _ in intervals]).astype("datetime64[m]")
    length = np.array([minutes for _, minutes in intervals])
    result = hours_of_week(start, start + length * MINUTE)
    expected = sum(by_the_minute(*each) for each in zip(start, length.tolist()))
    np.testing.assert_allclose(result.weights, expected, atol=1e-9)
    assert result.weights.sum() == pytest.approx(len(intervals), abs=1e-9)
    assert (result.weights >= 0).all()


def test_hours_and_days():
    """2024-07-01 was a Monday; an hour that ends when the next begins belongs to one row."""
    result = hours_of_week(
        moments("2024-07-01T00:00:00", "2024-07-07T23:30:00", "2024-07-03T10:00:00"),
        moments("NaT", "2024-07-08T00:30:00", "2024-07-03T11:00:00"),
    )
    assert result.weights[0, 0] == 1.5
    assert result.weights[23, 6] == 0.5
    assert result.weights[10, 2] == 1
    assert np.count_nonzero(result.weights) == 3
    assert (result.spread, result.long) == (pytest.approx(1 / 3), 0)


def test_an_hour_that_no_incident_reaches_is_exactly_empty():
    start = np.arange(200) * np.timedelta64(7, "D") + np.datetime64("2020-01-06T22:17:31")
    result = hours_of_week(start, start + np.timedelta64(3 * 3600 + 1711, "s"))
    assert np.count_nonzero(result.weights) == 4


def test_a_date_stands_for_its_day():
    dates = np.array(["2024-07-02"], dtype="datetime64[D]")
    for result in (
        hours_of_week(dates),
        hours_of_week(moments("2024-07-02"), moments("NaT"), precision=["day"]),
    ):
        np.testing.assert_allclose(result.weights[:, 1], 1 / 24)
        assert result.weights.sum() == pytest.approx(1)
        assert result.long == 1
    two_days = hours_of_week(moments("2024-07-02T00:00"), dates + 1)
    np.testing.assert_allclose(two_days.weights[:, 1:3], 1 / 48)
    month = hours_of_week(moments("2024-07-01"), None, precision=["month"])
    np.testing.assert_allclose(month.weights, 1 / 168)
    exact = hours_of_week(moments("2024-07-02T00:00:00"), None, precision=["minute"])
    assert exact.weights[0, 1] == 1


def test_a_precise_hour_is_not_widened_by_the_word_day():
    """An end of its own wins: an observatory keeps 23:59:59 as the end of a day."""
    result = hours_of_week(
        moments("2024-07-02T00:00"), moments("2024-07-02T23:59:59"), precision=["day"]
    )
    np.testing.assert_allclose(result.weights[:, 1], 1 / 24, rtol=1e-3)


def test_what_cannot_count_is_counted_apart():
    result = hours_of_week(
        moments("NaT", "2024-07-02T10:00", "2024-07-02T10:00"),
        moments("2024-07-02T10:00", "2024-07-02T09:00", "NaT"),
        weights=[7, 7, 2.5],
    )
    assert (result.undated, result.backwards, result.n) == (1, 1, 2.5)
    assert result.weights[10, 1] == 2.5
    assert result.used.tolist() == [False, False, True]


def test_nothing_at_all():
    result = hours_of_week(np.array([], dtype="datetime64[s]"))
    assert result.n == 0
    assert np.isnan(result.long)
    assert not result.weights.any()


def test_clock_changes_do_not_move_hours():
    """02:30 on the night when clocks jump from 2 to 3 is 02:30."""
    result = hours_of_week(moments("2024-03-31T02:30:00"))
    assert result.weights[2, 6] == 1
