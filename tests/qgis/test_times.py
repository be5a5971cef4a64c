"""Times as they are written, from dates, dates with a time and ISO texts."""

from datetime import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oltp_plugin.errors import LayerError
from oltp_plugin.layers.times import moments


def texts(*values) -> np.ndarray:
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-31", "2024-05-31T00:00:00"),
        ("2024-05-31 23:15", "2024-05-31T23:15:00"),
        ("2024-05-31T23:15:07", "2024-05-31T23:15:07"),
        ("2024-05-31T23:15:07.250", "2024-05-31T23:15:07"),
        ("2024-05-31T23:15:07Z", "2024-05-31T23:15:07"),
        ("2024-05-31T23:15:07+02:00", "2024-05-31T23:15:07"),
        ("2024-05-31T23:15+02:00", "2024-05-31T23:15:00"),
        ("2024-03-31T02:30:00", "2024-03-31T02:30:00"),  # the hour that spring skips
        ("2024-02-29", "2024-02-29T00:00:00"),
        ("0999-12-31", "0999-12-31T00:00:00"),
    ],
)
def test_the_hour_that_is_written_is_the_hour(text, expected):
    assert moments(texts(text), "t")[0] == np.datetime64(expected)


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "31/05/2024", "2024-05-31T24:00",
        "2024-05-31 9:15", "2024-05-31T23:60", "2024-05-31 evening", "2024-05-31x", "٢٠٢٤-05-31",
        "2024-05-31T23:15:07 or so", "May", "", None,
    ],
)  # fmt: skip
def test_what_is_no_date_is_unknown(text):
    assert np.isnat(moments(texts("2024-05-31", text), "t")).tolist() == [False, True]


@given(st.datetimes(datetime(1000, 1, 1)))
def test_any_time_comes_back(moment):
    written = texts(moment.isoformat(), moment.isoformat(" ", "seconds"))
    assert (moments(written, "t") == np.datetime64(moment, "s")).all()


def test_fields_of_dates_and_of_times():
    dates = np.array(["2024-05-31", "NaT"], dtype="datetime64[D]")
    assert moments(dates, "t")[0] == np.datetime64("2024-05-31T00:00:00")
    times = np.array(["2024-05-31T23:15:07.999"], dtype="datetime64[ms]")
    assert moments(times, "t")[0] == np.datetime64("2024-05-31T23:15:07")


@pytest.mark.parametrize("values", [np.array([20240531.0]), texts("May", "June")])
def test_what_holds_no_date_at_all_is_refused(values):
    with pytest.raises(LayerError) as caught:
        moments(values, "when")
    assert (caught.value.code, caught.value.values) == ("not_a_time", {"field": "when"})


@pytest.mark.parametrize("values", [texts(), texts(None, None)])
def test_nothing_is_nothing(values):
    assert np.isnat(moments(values, "t")).all()
