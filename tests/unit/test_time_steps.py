"""Calendar steps: which are whole, which moment falls in which."""

import numpy as np
import pytest

from oltp_plugin.analysis.time_steps import UNITS, covered_period, whole_steps
from oltp_plugin.errors import AnalysisError


def starts(*arguments) -> list[str]:
    return whole_steps(*arguments).starts.astype(str).tolist()


def test_units_are_in_the_enum_s_order():
    assert UNITS == ("day", "week", "month", "quarter", "year")


@pytest.mark.parametrize(
    ("period", "step", "unit", "expected", "incomplete"),
    [
        (("2024-01-01", "2024-03-31"), 1, "month", ["2024-01-01", "2024-02-01", "2024-03-01"], ()),
        (("2024-01-02", "2024-03-30"), 1, "month", ["2024-02-01"], ("2024-01-02", "2024-03-01")),
        (("2024-01-01", "2024-05-31"), 2, "month", ["2024-01-01", "2024-03-01"], ("2024-05-01",)),
        (("2024-02-10", "2024-12-31"), 1, "quarter",
         ["2024-04-01", "2024-07-01", "2024-10-01"], ("2024-02-10",)),
        (("2023-01-01", "2025-06-30"), 1, "year", ["2023-01-01", "2024-01-01"], ("2025-01-01",)),
        (("2024-02-29", "2024-03-02"), 1, "day", ["2024-02-29", "2024-03-01", "2024-03-02"], ()),
        (("2024-02-28", "2024-03-03"), 2, "day", ["2024-02-28", "2024-03-01"], ("2024-03-03",)),
        (("2024-12-25", "2025-01-12"), 1, "week", ["2024-12-30", "2025-01-06"], ("2024-12-25",)),
        (("2024-01-05", "2024-01-20"), 1, "month", [], ("2024-01-05",)),
        (("2024-01-01", "2024-01-30"), 1, "month", [], ("2024-01-01",)),
    ],
)  # fmt: skip
def test_whole_steps(period, step, unit, expected, incomplete):
    steps = whole_steps(*period, step, unit)
    assert steps.starts.astype(str).tolist() == expected
    assert steps.incomplete == incomplete
    assert (steps.ends[:-1] == steps.starts[1:]).all()


def test_weeks_begin_on_monday():
    for start in whole_steps("2023-12-01", "2025-02-01", 1, "week").starts:
        assert start.astype(object).weekday() == 0


def test_a_longer_period_keeps_its_first_steps():
    assert starts("2024-01-10", "2024-12-31", 2, "month")[:5] == starts(
        "2024-01-10", "2024-11-30", 2, "month"
    )


def test_which_step():
    steps = whole_steps("2024-01-01", "2024-03-31")
    moments = np.array(
        ["2023-12-31T23:59:59", "2024-01-01T00:00", "2024-02-29T23:59:59", "2024-04-01", "NaT"],
        dtype="datetime64[s]",
    )
    assert steps.index(moments).tolist() == [-1, 0, 1, -1, -1]
    fewer = steps.without({"2024-02"})
    assert fewer.index(moments).tolist() == [-1, 0, -1, -1, -1]
    assert fewer.missing == ("2024-02-01",)
    assert len(whole_steps("2024-01-05", "2024-01-06")) == 0
    assert whole_steps("2024-01-05", "2024-01-06").index(moments).tolist() == [-1] * 5


def test_missing_months_take_every_step_that_touches_them():
    quarters = whole_steps("2024-01-01", "2024-12-31", 1, "quarter").without({"2024-06", "2023-01"})
    assert quarters.starts.astype(str).tolist() == ["2024-01-01", "2024-07-01", "2024-10-01"]
    weeks = whole_steps("2024-01-01", "2024-03-03", 1, "week").without({"2024-02"})
    assert weeks.ends[-1] <= np.datetime64("2024-02-01")


def test_dense_records_show_that_the_last_month_is_not_over():
    days = np.arange("2024-01-01", "2024-06-21", dtype="datetime64[D]")
    first, last = covered_period(np.repeat(days, 3))
    assert (str(first), str(last)) == ("2024-01-01", "2024-06-20")
    assert len(whole_steps(first, last)) == 5


def test_a_few_days_without_a_record_are_chance():
    random = np.random.default_rng(1)
    months = []
    for _ in range(20):
        days = np.datetime64("2023-01-01") + random.integers(0, 731, 200)
        months.append(len(whole_steps(*covered_period(days))))
    assert min(months) >= 22
    assert np.mean(np.array(months) == 24) >= 0.8
    monthly = np.arange("2023-01", "2025-01", dtype="datetime64[M]").astype("datetime64[D]") + 14
    assert len(whole_steps(*covered_period(monthly))) == 24


def test_one_day_alone():
    first, last = covered_period(np.array(["2024-05-05T12:00", "NaT"], dtype="datetime64[s]"))
    assert (str(first), str(last)) == ("2024-05-05", "2024-05-05")


def test_endless_periods_are_refused():
    with pytest.raises(AnalysisError) as caught:
        whole_steps("0001-01-01", "9999-12-31", 1, "day")
    assert caught.value.code == "too_many_steps"
