"""Whatever an agreement says of months, and whatever the dates: nothing is kept longer."""

import calendar
import shutil
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oltp_plugin.observatory import agreements, connection, purging
from oltp_plugin.observatory.agreements import Agreement

TODAY = date(2026, 3, 31)
FAMILY = {"bruit_voie_publique": "tranquillite", "vol_tire": "vols_sans_violence"}
MONTHS = st.integers(1, 40)
AGREEMENTS = st.builds(
    Agreement,
    st.just("PM"),
    st.just("C-1"),
    retention_months=st.none() | MONTHS,
    retention_by_category=st.none()
    | st.dictionaries(st.sampled_from([*FAMILY, *FAMILY.values()]), MONTHS),
)
DAYS = st.integers(0, 1600).map(lambda n: TODAY - timedelta(days=n))
RECORDS = st.lists(
    st.tuples(st.sampled_from(sorted(FAMILY)), DAYS, st.none() | DAYS, DAYS), min_size=1, max_size=8
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(agreement=AGREEMENTS, records=RECORDS)
def test_nothing_is_kept_longer_than_allowed(observatory, tmp_path, agreement, records):
    path = tmp_path / "one.gpkg"
    shutil.copy(observatory, path)
    agreements.record(path, agreement)
    with connection.writing(path) as db:
        for number, (category, occurred, reported, entered) in enumerate(records):
            db.execute(
                "INSERT INTO incident (uuid, partner, category, occurred_from, reported_at,"
                " created_at) VALUES (?, 'PM', ?, ?, ?, ?)",
                (
                    str(number),
                    category,
                    f"{occurred}T12:00:00",
                    reported and f"{reported}T09:00:00",
                    f"{entered}T08:00:00",
                ),
            )
    kept = {
        str(number)
        for number, (category, occurred, reported, entered) in enumerate(records)
        if not _past(agreement, category, min(reported or occurred, entered))
    }
    done = purging.purge(path, today=TODAY.isoformat())
    with connection.reading(path) as db:
        assert {uuid for (uuid,) in db.execute("SELECT uuid FROM incident")} == kept
    assert done.n == len(records) - len(kept)
    content = path.read_bytes()
    for number, (_, occurred, _, _) in enumerate(records):
        elsewhere = {day for i, row in enumerate(records) if str(i) in kept for day in row[1:]}
        if str(number) not in kept and occurred not in elsewhere:
            assert f"{occurred}T12:00:00".encode() not in content


def _past(agreement: Agreement, category: str, base: date) -> bool:
    by_category = agreement.retention_by_category or {}
    months = by_category.get(
        category, by_category.get(FAMILY[category], agreement.retention_months)
    )
    return months is not None and _months_later(base, months) <= TODAY


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
