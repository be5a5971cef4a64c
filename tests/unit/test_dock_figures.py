"""What the dock says of a filter: counts by month and hour, and when a change is given."""

import sys
from datetime import date, timedelta

import numpy as np
import pytest

from oltp_plugin.gui.dock.comparison import Comparison
from oltp_plugin.gui.dock.figures import figures, month_days
from oltp_plugin.observatory.catalogue import Catalogue
from oltp_plugin.observatory.columns import NEVER, Columns
from oltp_plugin.observatory.filter import IncidentFilter

NOON = 12 * 3600


def columns_of(days: list[date], delay: int | None = 1) -> Columns:
    """Incidents at noon of ``days``, each recorded ``delay`` days later (None: not known when)."""
    occurred = np.array(
        [(day - date(1970, 1, 1)).days * 86400 + NOON for day in days], dtype=np.int64
    )
    n = len(days)
    nothing = np.zeros(n, dtype=np.int64)
    return Columns(
        fids=np.arange(1, n + 1),
        occurred=occurred,
        begins=occurred,
        length=nothing,
        recorded=np.full(n, NEVER) if delay is None else occurred + delay * 86400,
        hourless=np.zeros(n, dtype=bool),
        category=nothing,
        partner=nothing,
        severity=nothing,
        status=nothing,
        precision=nothing,
        fact=nothing - 1,
        categories=[("vol_tire", None)],
        partners=["PM", "TC"],
    )


def by_month(counts: dict[tuple[int, int], int]) -> list[date]:
    """So many incidents in each (year, month), spread over its first 28 days."""
    return [date(*month, 1 + i % 28) for month, n in counts.items() for i in range(n)]


def compared(
    days, first="2024-06-01", last="2024-06-30", told=("2020-01-01", "2024-12-31"), **more
):
    found = figures(
        columns_of(days, more.pop("delay", 1)),
        Catalogue(told={"PM": told}, last_day=told[1]),
        IncidentFilter(first, last, **more),
    )
    return found.comparison


def steady(n: int) -> dict[tuple[int, int], int]:
    return {(year, month): n for year in range(2020, 2025) for month in range(1, 13)}


def test_a_clear_rise_has_a_percentage_and_an_interval_above_nothing():
    counts = {**steady(100), (2024, 6): 200}
    found = compared(by_month(counts))
    assert found.before == pytest.approx(100)
    assert found.percent == pytest.approx(100)
    assert 0 < found.low < 100 < found.high
    assert found.usual[0] < 100 < found.usual[1] < 200


def test_under_ten_there_is_no_percentage_whichever_side_is_small():
    for before, after in ((9, 40), (40, 9), (0, 3)):
        counts = {**steady(20), (2023, 6): before, (2024, 6): after}
        found = compared(by_month(counts))
        assert found.percent is None
        assert found.before == pytest.approx(before)
        assert found.low < found.high


def test_a_period_whose_records_still_come_in_gets_no_change():
    """Nine in ten have come after 40 days: what is younger than that is provisional."""
    days = by_month(steady(30))
    told = ("2020-01-01", "2024-07-15")
    found = compared(days, told=told, delay=40)
    assert found == Comparison("provisional", "2024-06-05")
    assert compared(days, told=told, delay=5).obstacle is None
    assert compared(days, told=told, delay=40, date_basis="recorded").obstacle is None
    assert compared(days, told=("2020-01-01", "2024-06-20"), delay=None).obstacle == "provisional"


def test_what_a_partner_did_not_tell_of_yet_is_nothing_to_compare_with():
    found = compared(by_month(steady(30)), told=("2023-06-15", "2024-12-31"))
    assert (found.obstacle, found.until, found.partner) == ("too_early", "2023-06-15", "PM")
    assert found.percent is None


def test_without_scipy_there_are_counts_but_no_change(monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy.special", None)
    found = compared(by_month(steady(30)))
    assert (found.obstacle, found.library) == ("missing_library", "scipy.special")


def test_without_two_days_there_is_no_change():
    assert compared(by_month(steady(5)), first=None, last=None) == Comparison("no_period")
    assert compared(by_month(steady(5)), comparison="none").before is None


def test_three_years_are_compared_with_their_mean():
    counts = {**steady(50), (2021, 6): 40, (2022, 6): 50, (2023, 6): 60}
    found = compared(by_month(counts), comparison="last_three_years")
    assert found.before == pytest.approx(50)
    assert found.percent == pytest.approx(0)
    assert found.low < 0 < found.high


def test_a_period_of_ones_own_is_brought_to_the_same_length():
    found = compared(
        by_month(steady(56)),
        comparison="custom",
        comparison_first="2024-01-01",
        comparison_last="2024-03-31",
    )
    assert found.before == pytest.approx(3 * 56 * 30 / 91)


def test_months_that_vary_widen_the_interval():
    generator = np.random.default_rng(4)
    even = compared(by_month(steady(60)))
    lively = {month: int(60 * generator.choice([0.3, 1.0, 1.7])) for month in steady(0)}
    wide = compared(by_month({**lively, (2023, 6): 60, (2024, 6): 60}))
    assert wide.high - wide.low > 1.5 * (even.high - even.low)


def test_the_usual_range_holds_nineteen_in_twenty_of_what_is_usual():
    generator = np.random.default_rng(8)
    inside = 0
    for _ in range(200):
        counts = {month: int(generator.poisson(40)) for month in steady(0)}
        low, high = compared(by_month(counts)).usual
        inside += low <= counts[2024, 6] <= high
    assert inside / 200 >= 0.92


def test_months_are_those_of_the_date_basis_and_of_the_days_start():
    late = columns_of([date(2024, 2, 1)])
    late.occurred[0] -= 8 * 3600  # 4:00
    catalogue = Catalogue(told={"PM": ("2024-01-01", "2024-12-31")})
    for chosen, month in (
        (IncidentFilter(), "2024-02"),
        (IncidentFilter(day_start=6), "2024-01"),
        (IncidentFilter(date_basis="recorded"), "2024-02"),
    ):
        assert figures(late, catalogue, chosen).months == [(month, 1.0)]
    never = columns_of([date(2024, 2, 1)], delay=None)
    assert figures(never, catalogue, IncidentFilter(date_basis="recorded")).months == []


def test_every_count_of_a_family_holds_its_categories():
    held = columns_of([date(2024, 1, 1)] * 5)
    held.category[:] = (0, 1, 1, 2, 2)
    held.categories[:] = [("vols", None), ("vol_tire", "vols"), ("bruit", None)]
    found = figures(held, Catalogue(), IncidentFilter(categories=("bruit",)))
    assert found.by_category == {"vols": 3, "vol_tire": 2, "bruit": 2}
    assert found.top_categories == [("bruit", 2)]


def test_the_days_of_a_month():
    assert month_days("2024-02") == ("2024-02-01", "2024-02-29")
    assert month_days("2024-12") == ("2024-12-01", "2024-12-31")


def test_an_empty_filter_counts_nothing():
    nothing = figures(
        columns_of(by_month({(2024, 1): 3})),
        Catalogue(told={"PM": ("2024-01-01", "2024-12-31")}),
        IncidentFilter((date(2023, 1, 1) + timedelta(days=1)).isoformat(), "2023-02-01"),
    )
    assert (nothing.n, nothing.shown, nothing.top_categories) == (0, 0, [])
