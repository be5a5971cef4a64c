"""The one filter: its SQL, its JSON, and its periods."""

import json
import random
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.observatory import incidents, period_counts, periods
from oltp_plugin.observatory.connection import reading, writing
from oltp_plugin.observatory.filter import NOT_SAID, STATUSES, IncidentFilter
from oltp_plugin.observatory.schema import PRECISIONS

HOSTILE = ("l'été", '"x"', "100 %_", "'; DROP TABLE incident; --", "🚲", "a,b", "A & B")


def fids(path, chosen: IncidentFilter) -> set[int]:
    with reading(path) as connection:
        return {
            fid for (fid,) in connection.execute(f"SELECT fid FROM incident WHERE {chosen.sql()}")
        }


def add(path, **values) -> int:
    row = {
        "partner": "PM",
        "category": "homicide",
        "occurred_from": "2024-06-03T10:00:00",
        **values,
    }
    with writing(path) as connection:
        return incidents.add(connection, row)


def test_hours_of_the_week_are_in_for_whoever_may_have_happened_in_them(town_observatory):
    """Against the definition, second by second at the edges, for spans from none to three weeks."""
    generator = random.Random(3)
    rows, spans = [], []
    for _ in range(300):
        begin = datetime(2024, 1, 1) + timedelta(seconds=generator.randrange(86400 * 40))
        if generator.random() < 0.4:
            begin = begin.replace(minute=0, second=0)
        seconds = generator.choice([0, 1, 59 * 60, 3600, 7200, 8 * 3600, 30 * 3600, 20 * 86400])
        precision = generator.choice(["minute", "interval", "day", "month"])
        row = {"partner": "PM", "category": "homicide", "time_precision": precision}
        row["occurred_from"] = begin.isoformat()
        if seconds:
            row["occurred_to"] = (begin + timedelta(seconds=seconds)).isoformat()
        else:
            seconds = {"day": 86400, "month": 31 * 86400}.get(precision, 0)
            if precision == "day":
                begin = begin.replace(hour=0, minute=0, second=0)
        rows.append(row)
        spans.append((begin, seconds))
    with writing(town_observatory) as connection:
        spans = {incidents.add(connection, row): span for row, span in zip(rows, spans)}

    def touched(begin: datetime, seconds: int) -> set[int]:
        first = begin.replace(minute=0, second=0)
        last = max(begin, begin + timedelta(seconds=seconds - 1))
        n = int((last - first).total_seconds() // 3600) + 1
        hour = 24 * begin.weekday() + begin.hour
        return {(hour + i) % 168 for i in range(min(n, 168))}

    for _ in range(20):
        hours = tuple(generator.sample(range(168), generator.choice([1, 3, 40, 168])))
        found = fids(town_observatory, IncidentFilter(hours=hours)) & set(spans)
        assert found == {fid for fid, span in spans.items() if touched(*span) & set(hours)}


def test_with_a_day_that_starts_at_six_a_friday_night_is_one_night(town_observatory):
    late = add(town_observatory, occurred_from="2024-06-08T05:59:59")
    morning = add(town_observatory, occurred_from="2024-06-08T06:00:00")
    friday = IncidentFilter("2024-06-07", "2024-06-07", day_start=6)
    assert late in fids(town_observatory, friday)
    assert morning not in fids(town_observatory, friday)
    assert late not in fids(town_observatory, replace(friday, day_start=0))


@pytest.mark.parametrize("basis", ["occurred", "recorded"])
def test_a_date_without_an_hour_stays_in_its_day_whenever_days_begin(town_observatory, basis):
    by_hour = {"occurred_from": "2030-06-08T05:00:00", "reported_at": "2030-06-08T05:00:00"}
    by_day = {"occurred_from": "2030-06-08T00:00:00", "reported_at": "2030-06-08T00:00:00"}
    night = add(town_observatory, **by_hour)
    day = add(town_observatory, **by_day, time_precision="day")
    month = add(town_observatory, **{**by_day, "occurred_from": "2030-06-01T00:00:00"},
                time_precision="month")  # fmt: skip
    june = IncidentFilter("2030-06-01", "2030-06-30", day_start=6, date_basis=basis)
    assert fids(town_observatory, june) == {night, day, month}
    may = replace(june, first_day="2030-05-01", last_day="2030-05-31")
    assert fids(town_observatory, may) == set()
    friday = replace(june, first_day="2030-06-07", last_day="2030-06-07")
    assert fids(town_observatory, friday) == {night}
    saturday = replace(june, first_day="2030-06-08", last_day="2030-06-08")
    assert fids(town_observatory, saturday) - {month} == {day}


def test_the_date_basis_is_what_the_days_speak_of(town_observatory):
    own = add(
        town_observatory, occurred_from="2023-12-31T23:00:00", reported_at="2024-02-01T09:00:00"
    )
    february = IncidentFilter("2024-02-01", "2024-02-29")
    assert own not in fids(town_observatory, february)
    assert fids(town_observatory, replace(february, date_basis="recorded")) == {own}


def test_severity_status_and_precision(town_observatory):
    mild = add(town_observatory, severity=1, status="closed", location_precision="street")
    grave = add(town_observatory, severity=9)
    assert fids(town_observatory, IncidentFilter(severities=(9,))) == {grave}
    everything = fids(town_observatory, IncidentFilter())
    assert fids(town_observatory, IncidentFilter(severities=(NOT_SAID,))) == everything - {
        mild,
        grave,
    }
    assert fids(town_observatory, IncidentFilter(statuses=("closed",))) == {mild}
    assert fids(town_observatory, IncidentFilter(precisions=("street", "stop"))) == {mild}


def test_of_the_reports_of_a_fact_the_first_that_the_filter_leaves_counts(town_observatory):
    first = add(town_observatory, fact="F1", partner="TC")
    second = add(town_observatory, fact="F1")
    third = add(town_observatory, fact="F1")
    everything = fids(town_observatory, IncidentFilter())
    assert fids(town_observatory, IncidentFilter(facts=True)) == everything - {second, third}
    police = fids(town_observatory, IncidentFilter(partners=("PM",), facts=True))
    assert {first, second, third} & police == {second}


def test_territories_are_a_union_and_named_by_level_and_code(town_observatory):
    with reading(town_observatory) as connection:
        rows = connection.execute("SELECT level, code, fid FROM territory").fetchall()
    quartiers = [(level, code) for level, code, _ in rows if level == "quartier"]
    with writing(town_observatory) as connection:
        for number, (level, code) in enumerate(quartiers[:2]):
            connection.execute(
                "INSERT OR IGNORE INTO incident_territory SELECT fid, ? FROM territory"
                " WHERE level = ? AND code = ?",
                (number + 1, level, code),
            )
    one = fids(town_observatory, IncidentFilter(territories=tuple(quartiers[:1])))
    both = fids(town_observatory, IncidentFilter(territories=tuple(quartiers[:2])))
    assert 1 in one and 2 in both and one < both
    by_row = next(fid for level, code, fid in rows if (level, code) == quartiers[0])
    assert fids(town_observatory, IncidentFilter(territory=by_row)) == one


def test_hostile_words_are_only_words(town_observatory):
    with writing(town_observatory) as connection:
        for word in HOSTILE:
            connection.execute("INSERT INTO partner (code, name) VALUES (?, ?)", (word, word))
            connection.execute(
                "INSERT INTO category (code, label_en, label_fr, unit, nature, denominator)"
                " VALUES (?, ?, ?, 'offence', 'reported', 'none')",
                (word, word, word),
            )
            connection.execute(
                "INSERT INTO territory (level, code, name) VALUES (?, ?, ?)", (word, word, word)
            )
    for word in HOSTILE:
        own = add(town_observatory, partner=word, category=word)
        with writing(town_observatory) as connection:
            connection.execute(
                "INSERT INTO incident_territory SELECT fid, ? FROM territory WHERE code = ?",
                (own, word),
            )
        for chosen in (
            IncidentFilter(partners=(word,)),
            IncidentFilter(categories=(word,)),
            IncidentFilter(territories=((word, word),)),
        ):
            again = IncidentFilter.from_json(chosen.to_json())
            assert again == chosen
            assert fids(town_observatory, again) == {own}
            with reading(town_observatory) as connection:
                again.check(connection)


def test_json_holds_everything_that_was_chosen_and_an_earlier_versions_is_read():
    chosen = IncidentFilter(
        "2024-01-01", "2024-03-31", ("vol_tire",), ("PM", "TC"), 4, (("quartier", "Q1"),),
        (0, 167), 6, "recorded", (NOT_SAID, 3), STATUSES, PRECISIONS, True, "quarter",
        "custom", "2023-01-01", "2023-12-31",
    )  # fmt: skip
    assert IncidentFilter.from_json(chosen.to_json()) == chosen
    assert IncidentFilter().to_json() == "{}"
    before = {"categories": ["a"], "first_day": None, "last_day": "2024-02-01", "partners": [],
              "territory": 3}  # fmt: skip
    assert IncidentFilter.from_json(json.dumps(before)) == IncidentFilter(
        None, "2024-02-01", ("a",), (), 3
    )


def test_a_period_may_end_with_the_calendar(town_observatory):
    chosen = IncidentFilter("1900-01-01", "9999-12-31")
    assert fids(town_observatory, chosen) == fids(town_observatory, IncidentFilter("1900-01-01"))
    with reading(town_observatory) as connection:
        assert period_counts.counts(connection, ("1900-01-01", "9999-12-31"))


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "3", '{"colour": "red"}', '{"hours": [168]}', '{"hours": 3}',
        '{"first_day": "x\'"}', '{"partners": [3]}', '{"territories": ["quartier"]}',
        '{"date_basis": "1; DROP TABLE incident"}', '{"severities": ["x"]}', '{"day_start": 24}',
        '{"statuses": ["withdrawn"]}', '{"period": "soon"}', '{"facts": "yes"}',
        '{"territory": "1 OR 1"}', '{"categories": "ab"}', "[" * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_filter_is_refused(text):
    with pytest.raises(ObservatoryError) as caught:
        IncidentFilter.from_json(text)
    assert caught.value.code == "filter_unreadable"


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        ("last_7_days", "2024-02-23", "2024-02-29"),
        ("last_30_days", "2024-01-31", "2024-02-29"),
        ("last_90_days", "2023-12-02", "2024-02-29"),
        ("month", "2024-02-01", "2024-02-29"),
        ("quarter", "2024-01-01", "2024-03-31"),
        ("year_to_date", "2024-01-01", "2024-02-29"),
        ("last_12_months", "2023-03-01", "2024-02-29"),
        ("school_year", "2023-09-01", "2024-08-31"),
    ],
)
def test_periods_are_counted_back_from_a_day(kind, first, last):
    days = periods.days_of(kind, date(2024, 2, 29))
    assert [each.isoformat() for each in days] == [first, last]


def test_twelve_rolling_months_are_a_year_on_any_day():
    for number in range(1500):
        first, last = periods.days_of("last_12_months", date(2023, 1, 1) + timedelta(days=number))
        assert (last - first).days + 1 in (365, 366)


def test_a_period_is_compared_with_the_same_days_of_years_before():
    february = (date(2024, 2, 1), date(2024, 2, 29))
    (before,) = periods.compared(periods.LAST_YEAR, *february, None)
    assert before == (date(2023, 2, 1), date(2023, 2, 28))
    three = periods.compared(periods.LAST_THREE_YEARS, *february, None)
    assert [first.year for first, _ in three] == [2023, 2022, 2021]
    assert periods.compared(periods.NO_COMPARISON, *february, None) == []
    own = periods.compared(periods.CUSTOM, *february, ("2020-02-01", "2020-02-29"))
    assert own == [(date(2020, 2, 1), date(2020, 2, 29))]


def test_the_neighbour_of_whole_months_is_whole_months():
    assert periods.neighbour(date(2024, 1, 1), date(2024, 3, 31), False) == (
        date(2023, 10, 1),
        date(2023, 12, 31),
    )
    assert periods.neighbour(date(2024, 1, 10), date(2024, 1, 16), True) == (
        date(2024, 1, 17),
        date(2024, 1, 23),
    )
