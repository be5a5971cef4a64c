"""Partner by month: complete, additions, nil, missing; undone deliveries never were."""

import pytest

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.observatory import batches, connection, geopackage
from oltp_plugin.observatory.coverage import coverage, declared_shares

TODAY = "2026-12-31"


@pytest.fixture
def partner(observatory):
    """A function that adds a partner with its rhythm and day of delivery."""

    def add(code="PM", rhythm=None, delivery_day=None):
        with connection.writing(observatory) as db:
            db.execute(
                "INSERT INTO partner (code, name, rhythm, delivery_day) VALUES (?, ?, ?, ?)",
                (code, code, rhythm, delivery_day),
            )
        return code

    return add


@pytest.fixture
def batch(observatory):
    """A function that adds a delivery's line; returns its number."""

    def add(kind, first, last, partner="PM"):
        with connection.writing(observatory) as db:
            return batches.record(
                db, batches.Batch(partner, kind, period_from=first, period_to=last)
            )

    return add


@pytest.fixture
def record(observatory):
    """A function that adds an incident."""

    def add(occurred, reported=None, located=True, status="open", partner="PM"):
        (blob,) = geopackage.point_blobs([700100.0], [6200100.0], 2154)
        with connection.writing(observatory) as db:
            db.execute(
                "INSERT INTO incident (geom, partner, category, occurred_from, reported_at, status)"
                " VALUES (?, ?, 'vol_tire', ?, ?, ?)",
                (blob if located else None, partner, occurred, reported, status),
            )

    return add


def states(path, **options) -> dict[str, str]:
    return {row.month: row.state for row in coverage(path, today=TODAY, **options)}


def test_each_month_of_each_partner_stands_once(observatory, partner, batch):
    partner("PM", "monthly")
    partner("TC", "monthly")
    batch("complete", "2025-11-01", "2025-11-30")
    batch("nil", "2026-02-01", "2026-02-28", "TC")
    rows = coverage(observatory, today=TODAY)
    months = ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert [(row.partner, row.month) for row in rows] == [
        (code, month) for code in ("PM", "TC") for month in months
    ]
    assert [row.state for row in rows] == ["complete", *["missing"] * 6, "nil"]


@pytest.mark.parametrize("rhythm", ["monthly", "weekly", "quarterly", "yearly"])
def test_a_delivery_may_end_with_the_calendar(observatory, partner, batch, rhythm):
    partner("PM", rhythm)
    batch("complete", "9997-01-01", "9999-12-31")
    rows = coverage(observatory, "9997-11-01", "9999-12-31", TODAY)
    assert [(row.month, row.state) for row in rows] == [
        ("9997-11", "complete"),
        ("9997-12", "complete"),
    ]
    with connection.reading(observatory) as db:
        assert declared_shares(db)["PM", "9997-12"] == 1.0


def test_the_strongest_delivery_of_a_month_is_its_state(observatory, partner, batch):
    partner("PM", "monthly")
    for month, kinds in (("01", ["nil", "additions"]), ("02", ["additions", "complete"])):
        for kind in kinds:
            batch(kind, f"2026-{month}-01", f"2026-{month}-28")
    batch("additions", "2026-03-02", "2026-03-30")
    assert list(states(observatory).values()) == ["additions", "complete", "additions"]


def test_an_undone_delivery_leaves_its_month_missing(observatory, partner, batch):
    partner("PM", "monthly")
    batch("complete", "2026-01-01", "2026-01-31")
    batches.undo(observatory, batch("complete", "2026-02-01", "2026-02-28"))
    batches.undo(observatory, batch("nil", "2026-03-01", "2026-03-31"))
    batch("complete", "2026-04-01", "2026-04-30")
    assert list(states(observatory).values()) == ["complete", "missing", "missing", "complete"]


def test_a_period_from_a_file_is_a_month_without_its_edges(observatory, partner, batch):
    """The first record may be late in the month, and a stray one lie in the month before."""
    partner("PM", "monthly")
    batch("complete", "2026-01-30", "2026-02-24")
    batch("complete", "2026-03-11", "2026-03-12")
    assert states(observatory) == {
        "2026-01": "missing",
        "2026-02": "complete",
        "2026-03": "complete",
    }


@pytest.mark.parametrize(
    ("rhythm", "months"),
    [("quarterly", {"2026-01", "2026-02", "2026-03"}), ("monthly", {"2026-01", "2026-02"})],
)
def test_a_delivery_speaks_for_its_rhythms_length(observatory, partner, batch, rhythm, months):
    partner("PM", rhythm)
    batch("complete", "2026-01-05", "2026-02-20")
    found = states(observatory, first_day="2026-01-01", last_day="2026-06-30")
    assert {month for month, state in found.items() if state == "complete"} == months
    assert {state for month, state in found.items() if month not in months} == {"missing"}


def test_a_year_delivered_by_a_yearly_partner(observatory, partner, batch):
    partner("PM", "yearly")
    batch("complete", "2025-01-09", "2025-12-20")
    found = states(observatory, first_day="2025-01-01", last_day="2026-12-31")
    assert [state for month, state in found.items() if month < "2026"] == ["complete"] * 12
    assert {state for month, state in found.items() if month > "2026"} == {None}  # due in January


@pytest.mark.parametrize(("weeks", "state"), [(1, "additions"), (2, "additions"), (3, "complete")])
def test_weekly_deliveries_must_cover_half_a_month(observatory, partner, batch, weeks, state):
    partner("PM", "weekly")
    for week in range(weeks):
        kind = "nil" if week == 1 else "complete"
        batch(kind, f"2026-03-{1 + 7 * week:02}", f"2026-03-{7 + 7 * week:02}")
    assert states(observatory) == {"2026-03": state}


def test_without_a_rhythm_a_month_is_expected_and_with_none_nothing_is(observatory, partner):
    partner("PM")
    partner("ASSO", "none")
    rows = coverage(observatory, "2026-01-01", "2026-01-31", TODAY)
    assert {row.partner: row.state for row in rows} == {"PM": "missing", "ASSO": None}


@pytest.mark.parametrize(
    ("rhythm", "state"), [("monthly", "missing"), ("none", "additions"), (None, "additions")]
)
def test_records_without_a_delivery(observatory, partner, record, rhythm, state):
    partner("PM", rhythm)
    record("2026-01-05T10:00:00")
    assert states(observatory) == {"2026-01": state}


def test_records_make_a_nil_return_additions(observatory, partner, batch, record):
    partner("PM", "monthly")
    batch("nil", "2026-01-01", "2026-01-31")
    record("2026-01-05T10:00:00")
    assert states(observatory) == {"2026-01": "additions"}


@pytest.mark.parametrize(
    ("today", "state"),
    [("2026-02-01", None), ("2026-02-04", None), ("2026-02-05", "missing"), ("2026-01-15", None)],
)
def test_what_is_not_yet_due_is_not_missing(observatory, partner, today, state):
    partner("PM", "monthly", 5)
    (row,) = coverage(observatory, "2026-01-01", "2026-01-31", today)
    assert row.state == state


def test_a_delivery_day_that_a_month_lacks_is_its_last(observatory, partner):
    partner("PM", "monthly", 31)
    states = [
        coverage(observatory, "2026-01-01", "2026-01-31", day)[0].state
        for day in ("2026-02-27", "2026-02-28")
    ]
    assert states == [None, "missing"]


def test_records_located_and_reported(observatory, partner, record):
    partner("PM", "monthly")
    record("2026-01-05T12:00:00", "2026-01-06T12:00:00")
    record("2026-01-05T12:00:00", "2026-01-08T00:00:00", located=False)
    record("2026-01-31T23:59:59", "2026-02-10T23:59:59")
    record("2026-01-20T10:00:00", located=False)
    record("2026-01-20T10:00:00", "2027-01-20T10:00:00", status="withdrawn")
    record("2026-02-01T00:00:00", "2026-02-01T00:00:00")
    record("2026-03-05T14:30:00", "2026-03-05T00:00:00")  # reported that day, the hour not said
    january, february, march = coverage(observatory, today=TODAY)
    assert (january.n, january.located_share, january.median_delay_days) == (4, 0.5, 2.5)
    assert (february.n, february.located_share, february.median_delay_days) == (1, 1.0, 0.0)
    assert (march.n, march.median_delay_days) == (1, 0.0)


def test_a_month_without_records_has_neither_share_nor_delay(observatory, partner, batch):
    partner("PM", "monthly")
    batch("nil", "2026-01-01", "2026-01-31")
    (row,) = coverage(observatory, today=TODAY)
    assert (row.n, row.located_share, row.median_delay_days) == (0, None, None)


def test_a_day_asks_for_its_whole_month(observatory, partner, record):
    partner("PM", "monthly")
    for day in ("2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"):
        record(f"{day}T10:00:00")
    rows = coverage(observatory, "2026-02-10", "2026-02-11", TODAY)
    assert [(row.month, row.n) for row in rows] == [("2026-02", 2)]


def test_nothing_delivered_is_an_empty_matrix(observatory, partner):
    partner("PM", "monthly")
    assert coverage(observatory) == []


def test_a_backward_period_is_refused(observatory):
    with pytest.raises(ObservatoryError, match="period_backwards"):
        coverage(observatory, "2026-02-01", "2026-01-31")


def test_an_import_is_seen(deliver, observatory):
    deliver(*(f"{day};{day:02}/01/2026;10:00;Vol;;;rue Foch;" for day in range(1, 31)))
    (row,) = coverage(observatory, today=TODAY)
    assert (row.partner, row.month, row.state, row.n) == ("PM", "2026-01", "complete", 30)
    assert (row.located_share, row.median_delay_days) == (0.0, None)


@pytest.mark.parametrize(
    ("rhythm", "today", "late"),
    [
        ("monthly", "2026-02-04", {}),
        ("monthly", "2026-02-05", {"2026-01": True}),
        ("monthly", "2026-03-04", {"2026-01": True}),
        ("monthly", "2026-03-05", {"2026-01": False, "2026-02": True}),
        ("quarterly", "2026-04-05", {"2026-01": True, "2026-02": True, "2026-03": True}),
        ("quarterly", "2026-07-05", {"2026-01": False, "2026-02": False, "2026-03": False}),
    ],
)
def test_missing_is_late_until_the_next_delivery_is_due(observatory, partner, rhythm, today, late):
    partner(rhythm=rhythm, delivery_day=5)
    rows = coverage(observatory, "2026-01-01", "2026-03-31", today)
    assert {row.month: row.late for row in rows if row.state == "missing"} == late
