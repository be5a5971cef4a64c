"""What became of stored records since a day."""

from oltp_plugin.intake import withdrawing
from oltp_plugin.observatory import batches, changes, connection

ROWS = [f"{n};0{n}/01/2026;14:30;Tapage;700100;6200100;;" for n in range(1, 6)]


def test_requalified_withdrawn_and_proposed(deliver, observatory, tmp_path):
    deliver(*ROWS)
    assert changes.changes(observatory, "2026-01-01") == {}
    second = deliver(ROWS[0].replace("Tapage", "Vol"), ROWS[4])
    assert changes.changes(observatory, "2026-01-01") == {"PM": changes.PartnerChanges(1, 0, 3)}
    source = tmp_path / "livraison.csv"
    _, act = withdrawing.withdraw(observatory, second.number, source, tmp_path / "keys")
    assert changes.changes(observatory, "2026-01-01") == {"PM": changes.PartnerChanges(1, 3, 0)}
    batches.undo(observatory, act)
    batches.undo(observatory, second.number)
    assert changes.changes(observatory, "2026-01-01") == {}


def test_what_was_before_the_day_is_not_counted(deliver, observatory):
    deliver(*ROWS)
    deliver(ROWS[0].replace("Tapage", "Vol"), *ROWS[1:])
    with connection.writing(observatory) as db:
        db.execute("UPDATE incident_history SET changed_at = '2020-01-01T00:00:00'")
        db.execute("UPDATE batch SET imported_at = '2020-01-01T00:00:00'")
    assert changes.changes(observatory, "2026-01-01") == {}
    assert changes.changes(observatory, "2019-12-31")["PM"].requalified == 1


def test_the_next_month_does_not_take_back_what_a_month_proposes(deliver, observatory):
    deliver(*ROWS)
    deliver(ROWS[0], ROWS[4])
    deliver("6;01/02/2026;14:30;Tapage;700100;6200100;;")
    assert changes.changes(observatory, "2026-01-01")["PM"].proposed == 3
    deliver(*ROWS)
    assert changes.changes(observatory, "2026-01-01") == {}
