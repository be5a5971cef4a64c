"""Ten thousand states of the incident form: nothing wrong is written, nothing right is refused."""

import random
import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oltp_plugin.errors import IntakeError
from oltp_plugin.intake import entering, entry_alike, entry_times
from oltp_plugin.intake.entry import Entry, kept_form, load_known
from oltp_plugin.intake.entry_check import check, warnings
from oltp_plugin.observatory import agreements, batches, connection

WEST, SOUTH, SIZE = 700000.0, 6200000.0, 2000.0
STATES = 10_000
WRITTEN = 400  # of the valid ones; each is a transaction's worth of work


@pytest.fixture
def town(observatory):
    with connection.writing(observatory) as db:
        for code in ("PM", "TAM"):
            batches.ensure_partner(db, code)
    return observatory


def moment(when: datetime) -> str:
    return when.isoformat(timespec="seconds")


def valid(draw: random.Random) -> Entry:
    """A state that a careful analyst may leave the form in."""
    start = datetime(1900, 1, 1) + timedelta(seconds=draw.randrange(4_000_000_000))
    precision = draw.choice(("minute", "hour", "day", "interval", "month"))
    end = None
    if precision == "interval":
        end = start + timedelta(seconds=draw.randrange(1, 10**7))
    elif precision == "day":
        start = start.replace(hour=0, minute=0, second=0)
        end = draw.choice((None, start + timedelta(seconds=86399)))
    elif precision == "month":
        start = start.replace(day=1, hour=0, minute=0, second=0)
    elif draw.random() < 0.2:
        end = start
    where = draw.choice(("point", "area", "nowhere"))
    place: dict = {}
    if where == "point":
        place = {
            "x": WEST + draw.uniform(-50, SIZE + 50),
            "y": SOUTH + draw.uniform(-50, SIZE + 50),
            "location_precision": draw.choice(("address", "street", "stop", "facility", "cell")),
            "geocode_score": draw.choice((None, 0.0, 0.85, 1.0)),
        }
    elif where == "area":
        level, code = draw.choice((("commune", "34000"), ("quartier", "A"), ("quartier", "D")))
        place = {"territory": code, "territory_level": level, "location_precision": "territory"}
    words = (None, "12 rue de l'Église", "Tram « Corum » 🚋", 'd\'Hérault; "quai" %s --', "1 – 3")
    return Entry(
        partner=draw.choice(("PM", "TAM")),
        category=draw.choice(("bruit_voie_publique", "vol_tire", "homicide")),
        occurred_from=moment(start),
        occurred_to=None if end is None else moment(end),
        time_precision=precision,
        reported_at=draw.choice((None, moment(start + timedelta(hours=9)))),
        address=draw.choice(words),
        place_kind=draw.choice((None, "street", "school")),
        known_by=draw.choice(("victim", "witness", "cctv", "unknown")),
        severity=draw.choice((None, 0, 5, 9)),
        count=draw.choice((1, 2, 2**31 - 1)),
        status=draw.choice(("open", "closed", "withdrawn")),
        **place,
    )


# One thing wrong each: what it does to a state that is right.
WRONG = (
    lambda e: replace(e, partner=""),
    lambda e: replace(e, partner="nobody"),
    lambda e: replace(e, category=""),
    lambda e: replace(e, category="'; DROP TABLE incident; --"),
    lambda e: replace(e, occurred_from=""),
    lambda e: replace(e, occurred_from="2024-02-30T10:00:00"),
    lambda e: replace(e, occurred_from="2024-02-03 10:00:00"),
    lambda e: replace(e, occurred_from="2024-02-03T10:00:00Z"),
    lambda e: replace(e, occurred_from="２０２４-02-03T10:00:00"),
    lambda e: replace(e, occurred_from="1899-12-31T23:59:59"),
    lambda e: replace(e, occurred_to="1900-01-01T00:00:00", occurred_from="1900-01-02T00:00:00"),
    lambda e: replace(e, occurred_to="tomorrow"),
    lambda e: replace(e, time_precision="interval", occurred_to=None),
    lambda e: replace(e, time_precision="minute", occurred_to="2999-01-01T00:00:00"),
    lambda e: replace(e, time_precision="second"),
    lambda e: replace(e, time_precision="day", occurred_from=e.occurred_from[:11] + "10:00:00"),
    lambda e: replace(e, reported_at="2024-13-01T00:00:00"),
    lambda e: replace(e, reported_at=""),
    lambda e: replace(e, x=700100.0, y=None),
    lambda e: replace(e, x=float("nan"), y=6200100.0, location_precision="address"),
    lambda e: replace(e, x=float("inf"), y=6200100.0, location_precision="address"),
    lambda e: replace(e, x=0.0, y=0.0, territory=None, territory_level=None),
    lambda e: replace(e, x=43.6, y=3.9, location_precision="address"),
    lambda e: replace(e, x=700100.0, y=6200100.0, location_precision="none"),
    lambda e: replace(e, x=700100.0, y=6200100.0, territory="A", territory_level="quartier"),
    lambda e: replace(e, x=None, y=None, location_precision="address"),
    lambda e: replace(e, territory="Z", territory_level="quartier"),
    lambda e: replace(e, territory="A", territory_level=None),
    lambda e: replace(e, geocode_score=1.5),
    lambda e: replace(e, address="a" * 251),
    lambda e: replace(e, address="rue\x00Pasteur"),
    lambda e: replace(e, address="rue \ud800"),
    lambda e: replace(e, place_kind="mosque"),
    lambda e: replace(e, place_kind=""),
    lambda e: replace(e, known_by="rumour"),
    lambda e: replace(e, severity=10),
    lambda e: replace(e, severity=-1),
    lambda e: replace(e, count=0),
    lambda e: replace(e, count=2**70),
    lambda e: replace(e, status="lost"),
)


def rows(db) -> int:
    return db.execute("SELECT count(*) FROM incident").fetchone()[0]


def test_ten_thousand_states(town):
    draw = random.Random(7)
    with connection.writing(town) as db:
        known = load_known(db)
        written = 0
        for number in range(STATES):
            entry = valid(draw)
            if number % 2:
                wrong = WRONG[(number // 2) % len(WRONG)](entry)
                assert check(wrong, known), wrong
                if number % 20 == 1:
                    with pytest.raises(IntakeError, match="entry_refused"):
                        entering.write(db, known, wrong)
                continue
            assert check(entry, known) == [], entry
            if written < WRITTEN:
                saved = entering.write(db, known, entry)
                written += 1
                read = entering._stored(db, saved.uuid).entry
                assert read == entry == saved.entry
        assert rows(db) == WRITTEN
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


text = st.text(max_size=260)
odd = st.builds(
    Entry,
    partner=st.sampled_from(["PM", "TAM", ""]) | text,
    category=st.sampled_from(["vol_tire", "violence_intrafamiliale", ""]) | text,
    occurred_from=st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)).map(moment) | text,
    occurred_to=st.none() | st.datetimes(datetime(1900, 1, 1)).map(moment) | text,
    time_precision=st.sampled_from(["minute", "hour", "day", "interval", "month"]) | text,
    reported_at=st.none() | st.datetimes(datetime(1900, 1, 1)).map(moment),
    x=st.none() | st.floats(WEST, WEST + SIZE) | st.floats(),
    y=st.none() | st.floats(SOUTH, SOUTH + SIZE) | st.floats(),
    location_precision=st.sampled_from(["address", "cell", "territory", "none"]),
    geocode_score=st.none() | st.floats(),
    address=st.none() | text,
    territory=st.sampled_from([None, "A", "Z"]),
    territory_level=st.sampled_from([None, "quartier"]),
    place_kind=st.sampled_from([None, "street"]) | text,
    severity=st.none() | st.integers(),
    count=st.integers(),
    status=st.sampled_from(["open", "closed"]) | text,
)


def test_whatever_passes_the_check_is_what_the_file_takes(town):
    """The file's own constraints are the second opinion."""
    with connection.writing(town) as db:
        known = load_known(db)

        @settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
        @given(odd)
        def look(entry):
            before = rows(db)
            if check(entry, known):
                with pytest.raises(IntakeError):
                    entering.write(db, known, entry)
                assert rows(db) == before
                return
            try:
                saved = entering.write(db, known, entry)
            except sqlite3.Error as error:
                raise AssertionError(f"refused by the file: {entry}") from error
            assert entering._stored(db, saved.uuid).entry == saved.entry == kept_form(entry, known)

        look()


def entry(**changes) -> Entry:
    said = Entry(
        "PM",
        "bruit_voie_publique",
        "2026-01-05T14:30:00",
        x=WEST + 100,
        y=SOUTH + 100,
        location_precision="address",
    )
    return replace(said, **changes)


def history(path) -> list:
    with connection.reading(path) as db:
        return db.execute(
            "SELECT action FROM journal WHERE action IN ('enter', 'correct', 'undo')"
        ).fetchall()


@pytest.mark.parametrize("zone", ["Europe/Paris", "America/Sao_Paulo", "Asia/Beirut", "UTC"])
def test_hours_survive_another_time_zone_and_both_clock_changes(town, monkeypatch, zone):
    import time

    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        for hour in ("2024-03-31T02:30:00", "2024-10-27T02:30:00", "2024-03-31T00:15:00"):
            saved = entering.save(town, entry(occurred_from=hour))
            assert entering.load(town, saved.uuid).entry.occurred_from == hour
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_record_changed_meanwhile_is_shown_not_overwritten(town):
    uuid = entering.save(town, entry()).uuid
    mine, theirs = entering.load(town, uuid), entering.load(town, uuid)
    entering.save(town, replace(theirs.entry, severity=3), theirs)
    with pytest.raises(IntakeError, match="record_changed") as refused:
        entering.save(town, replace(mine.entry, severity=9), mine)
    assert refused.value.stored.entry.severity == 3
    assert entering.load(town, uuid).entry.severity == 3
    shown = refused.value.stored
    entering.save(town, replace(shown.entry, severity=9), shown)
    assert entering.load(town, uuid).entry.severity == 9


def test_a_correction_is_undone_by_its_batch_and_told_in_the_journal(town):
    first = entering.save(town, entry())
    base = entering.load(town, first.uuid)
    second = entering.save(town, replace(base.entry, x=WEST + 1500, status="closed"), base)
    with connection.reading(town) as db:
        areas = "SELECT code FROM territory t JOIN incident_territory m ON m.territory = t.fid"
        assert {code for (code,) in db.execute(areas)} == {"34000", "B"}
    assert [act.action for act in entering.recent_acts(town)] == ["correct", "enter"]
    batches.undo(town, second.batch)
    assert entering.load(town, first.uuid).entry == base.entry
    assert [act.action for act in entering.recent_acts(town)] == ["enter"]
    batches.undo(town, first.batch)
    with pytest.raises(IntakeError, match="record_gone"):
        entering.load(town, first.uuid)
    assert [action for (action,) in history(town)] == ["enter", "correct", "undo", "undo"]


def test_what_is_alike_is_found_linked_and_unlinked_with_its_batch(town):
    first = entering.save(town, entry())
    own = entering.save(town, entry(x=WEST + 130))
    other = entry(partner="TAM", x=WEST + 150, occurred_from="2026-01-05T15:10:00")
    found = entry_alike.alike(town, other)
    assert [(each.fid, each.metres, round(each.minutes)) for each in found.reports] == [
        (own.fid, 20.0, 40),
        (first.fid, 50.0, 40),
    ]
    saved = entering.save(town, other, link=[own.fid])
    assert [each.is_linked for each in entry_alike.alike(town, other, saved.uuid).reports] == [
        True,
        False,
    ]
    batches.undo(town, saved.batch)
    with connection.reading(town) as db:
        assert db.execute("SELECT count(fact) FROM incident").fetchone() == (0,)


def test_alike_is_searched_as_the_agreements_allow(town):
    entering.save(town, entry())
    agreements.record(town, agreements.Agreement("PM", "C-1", combination="no"))
    found = entry_alike.alike(town, entry(partner="TAM"))
    assert found.reports == () and [each.code for each in found.refusals] == [
        "combination_forbidden"
    ]


def test_an_agreement_refuses_what_it_does_not_cover(town):
    agreements.record(
        town,
        agreements.Agreement(
            "PM", "C-1", allowed_categories=("vol_tire",), allowed_fields=("address", "x", "y")
        ),
    )
    with connection.reading(town) as db:
        known = load_known(db)
    assert [each.code for each in check(entry(), known)] == ["not_covered"]
    said = entry(category="vol_tire", severity=2, reported_at="2026-01-05T15:00:00")
    assert {each.field for each in check(said, known)} == {"severity", "reported_at"}
    assert check(entry(category="vol_tire"), known) == []


def test_after_an_agreement_has_ended_nothing_enters_and_what_is_held_is_corrected(town):
    uuid = entering.save(town, entry()).uuid
    agreements.record(town, agreements.Agreement("PM", "C-1", valid_to="2020-12-31"))
    with pytest.raises(Exception, match="agreement_expired"):
        entering.save(town, entry())
    base = entering.load(town, uuid)
    entering.save(town, replace(base.entry, status="withdrawn"), base)
    assert entering.load(town, uuid).entry.status == "withdrawn"


def test_a_place_that_may_not_be_shown_is_not_shown_for_correction_either(town):
    nowhere = entry(x=None, y=None, location_precision="none", address="3 rue Pasteur")
    saved = [entering.save(town, each) for each in (entry(), nowhere)]
    assert entering.unlocated(town) == [saved[1].uuid]
    agreements.record(town, agreements.Agreement("PM", "C-1", finest_shown="cell"))
    for each in saved:
        with pytest.raises(Exception, match="agreement_precision"):
            entering.load(town, each.uuid)
    assert entering.unlocated(town) == []
    chosen = entering.uuids_of(town, [each.fid for each in saved])
    assert entering.change_several(town, chosen, {"status": "closed"}).changed == 2


def test_what_may_not_be_stored_is_not(town):
    sensitive = entry(category="violence_intrafamiliale", address="3 rue Pasteur")
    kept = entering.load(town, entering.save(town, sensitive).uuid).entry
    assert (kept.x, kept.address, kept.territory) == (None, None, "A")
    named = entry(address="chez M. Durand, 06 12 34 56 78")
    kept = entering.load(town, entering.save(town, named).uuid).entry
    assert "Durand" not in kept.address and "06" not in kept.address


def test_a_place_that_becomes_sensitive_leaves_the_history_too(town):
    uuid = entering.save(town, entry(address="3 rue Pasteur")).uuid
    base = entering.load(town, uuid)
    entering.save(town, replace(base.entry, category="violence_intrafamiliale"), base)
    with connection.reading(town) as db:
        (version,) = db.execute("SELECT version FROM incident_history").fetchone()
    assert "Pasteur" not in version and '"geom": null' in version


def test_warnings_tell_what_is_unusual(town):
    with connection.reading(town) as db:
        known = load_known(db)

    def told(**changes) -> list[str]:
        return [each.code for each in warnings(entry(**changes), known, "2026-02-01T00:00:00")]

    assert told() == []
    assert told(x=WEST - 500) == ["outside_town"]
    assert told(occurred_from="2026-02-01T00:00:01") == ["in_the_future"]
    assert told(occurred_to="2026-02-20T00:00:00", time_precision="interval") == [
        "long_interval",
        "in_the_future",
    ]
    assert told(reported_at="2026-01-04T00:00:00") == ["reported_before"]
    assert told(address="M. Durand") == ["personal_data"]
    assert told(category="violence_intrafamiliale") == ["kept_territory"]


def test_several_are_changed_together_and_taken_back(town):
    saved = [entering.save(town, entry(partner=each)) for each in ("PM", "TAM", "PM")]
    area = entry(x=None, y=None, location_precision="none")
    saved.append(entering.save(town, area))
    chosen = entering.uuids_of(town, [each.fid for each in saved])
    late = entering.load(town, saved[0].uuid)
    entering.save(town, replace(late.entry, count=4), late)
    done = entering.change_several(
        town, chosen, {"status": "closed", "territory": "B", "territory_level": "quartier"}
    )
    assert (done.changed, done.meanwhile, done.located, len(done.batches)) == (3, 1, 2, 2)
    read = [entering.load(town, each.uuid).entry for each in saved]
    assert [each.status for each in read] == ["open", "closed", "closed", "closed"]
    assert [each.territory for each in read] == [None, None, None, "B"]
    for number in done.batches:
        batches.undo(town, number)
    read = [entering.load(town, each.uuid).entry for each in saved]
    assert {each.status for each in read} == {"open"} and read[3].territory is None


def test_several_are_not_given_a_category_of_other_days(town):
    saved = [entering.save(town, entry(occurred_from=f"{day}T14:30:00"))
             for day in ("2026-01-05", "2025-11-30")]  # fmt: skip
    with connection.writing(town) as db:
        db.execute("UPDATE category SET valid_from = '2026-01-01' WHERE code = 'outrage'")
    fids = [each.fid for each in saved]
    assert entering.days_of(town, [*fids, 999]) == ("2025-11-30", "2026-01-05")
    assert entering.days_of(town, []) == ("", "")
    chosen = entering.uuids_of(town, fids)
    with pytest.raises(IntakeError, match="entry_refused"):
        entering.change_several(town, chosen, {"category": "outrage"})
    assert entering.change_several(town, chosen[:1], {"category": "outrage"}).changed == 1
    assert entering.load(town, saved[0].uuid).entry.category == "outrage"


def test_the_queue_holds_what_may_be_located(town):
    nowhere = entry(x=None, y=None, location_precision="none")
    first = entering.save(town, nowhere)
    addressed = entering.save(town, replace(nowhere, address="3 rue Pasteur"))
    entering.save(town, replace(nowhere, category="violence_intrafamiliale"))
    entering.save(town, replace(nowhere, status="withdrawn"))
    entering.save(town, entry())
    assert entering.unlocated(town) == [addressed.uuid, first.uuid]
    assert entering.unlocated(town, "address IS NULL") == [first.uuid]


def test_the_next_delivery_that_repeats_a_corrected_record_leaves_it_corrected(
    deliver, observatory
):
    row = "1;05/01/2026;14:30;Tapage;700100;6200100;;"
    deliver(row)
    with connection.reading(observatory) as db:
        (uuid,) = db.execute("SELECT uuid FROM incident").fetchone()
    base = entering.load(observatory, uuid)
    assert base.is_delivered
    entering.save(observatory, replace(base.entry, x=WEST + 900.0), base)
    assert deliver(row).batch.unchanged == 1
    assert entering.load(observatory, uuid).entry.x == WEST + 900.0
    changed = deliver(row.replace("14:30", "15:30"))
    assert changed.batch.updated == 1
    assert entering.load(observatory, uuid).entry.x == WEST + 100.0


def test_last_night_is_one_that_began_on_an_earlier_day():
    whole = (datetime(2026, 1, 5, 22), datetime(2026, 1, 6, 6))
    assert entry_times.last_night(datetime(2026, 1, 6, 9)) == whole
    assert entry_times.last_night(datetime(2026, 1, 6, 23, 59)) == whole
    at_three = datetime(2026, 1, 6, 3, 7, 41)  # it goes on
    assert entry_times.last_night(at_three) == (whole[0], datetime(2026, 1, 6, 3, 7))


def test_last_weekend_is_one_that_began_on_an_earlier_day():
    whole = (datetime(2026, 1, 2, 18), datetime(2026, 1, 5, 8))
    assert entry_times.last_weekend(datetime(2026, 1, 5, 9)) == whole  # a Monday
    assert entry_times.last_weekend(datetime(2026, 1, 9, 9)) == whole  # Friday morning
    assert entry_times.last_weekend(datetime(2026, 1, 9, 23)) == whole  # Friday night
    sunday = datetime(2026, 1, 4, 9, 30)  # it goes on
    assert entry_times.last_weekend(sunday) == (whole[0], sunday)


def test_no_shortcut_of_time_ends_in_the_future():
    for hour in range(24 * 8):
        now = datetime(2026, 3, 27) + timedelta(hours=hour, minutes=13, seconds=5)
        for shortcut in (entry_times.last_night, entry_times.last_weekend):
            start, end = shortcut(now)
            assert start < end <= now
