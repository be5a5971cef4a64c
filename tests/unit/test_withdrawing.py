"""What a complete delivery no longer has, confirmed as withdrawn, and taken back."""

import shutil
from pathlib import Path

import pytest

from oltp_plugin.errors import IntakeError, ObservatoryError
from oltp_plugin.intake import withdrawing
from oltp_plugin.observatory import batches, connection

ROWS = [f"{n};0{n}/01/2026;14:30;Tapage;700100;6200100;;" for n in range(1, 6)]


def statuses(observatory) -> list[str]:
    with connection.reading(observatory) as db:
        return [row[0] for row in db.execute("SELECT status FROM incident ORDER BY fid")]


@pytest.fixture
def confirm(observatory, tmp_path):
    def run(number: int, source=None):
        source = source or tmp_path / "livraison.csv"
        return withdrawing.withdraw(observatory, number, source, tmp_path / "keys")

    return run


def test_the_proposed_records_are_withdrawn_and_come_back(deliver, confirm, observatory):
    deliver(*ROWS)
    second = deliver(ROWS[0], ROWS[4])
    assert second.batch.withdrawn == 3
    withdrawn, act = confirm(second.number)
    assert (withdrawn, act) == (3, 3)
    assert statuses(observatory) == ["open", "withdrawn", "withdrawn", "withdrawn", "open"]
    assert deliver(ROWS[0], ROWS[4]).batch.withdrawn == 0
    assert confirm(second.number) == (0, 0)
    with pytest.raises(ObservatoryError, match="later_batch"):
        batches.undo(observatory, 1)
    assert batches.undo(observatory, act) == (0, 3)
    assert statuses(observatory) == ["open"] * 5


def test_what_is_delivered_again_counts_again(deliver, confirm, observatory):
    deliver(*ROWS)
    confirm(deliver(ROWS[0], ROWS[4]).number)
    again = deliver(*ROWS)
    assert (again.batch.updated, again.batch.unchanged) == (3, 2)
    assert statuses(observatory) == ["open"] * 5
    batches.undo(observatory, again.number)
    assert statuses(observatory).count("withdrawn") == 3


def test_a_delivery_that_comes_while_the_file_is_read_is_not_withdrawn(
    deliver, confirm, observatory, tmp_path, monkeypatch
):
    deliver(*ROWS)
    second = deliver(ROWS[0], ROWS[4])
    source = shutil.copy(tmp_path / "livraison.csv", tmp_path / "second.csv")
    read_table = withdrawing.read_table

    def meanwhile(*given):
        deliver(*ROWS, "6;03/01/2026;08:00;Tapage;700100;6200100;;")
        return read_table(*given)

    monkeypatch.setattr(withdrawing, "read_table", meanwhile)
    with pytest.raises(ObservatoryError, match="later_delivery"):
        confirm(second.number, Path(source))
    assert statuses(observatory) == ["open"] * 6


def test_news_of_a_month_is_not_the_whole_of_it(deliver):
    """The next month's file has two rows of January, one of them changed: not all the rest gone."""
    deliver(*ROWS)
    news = [ROWS[0].replace("Tapage", "Vol"), ROWS[3]]
    more = [f"{n};0{n}/02/2026;14:30;Tapage;700100;6200100;;" for n in range(2, 9)]
    second = deliver(*news, *[row.replace(";", "0;", 1) for row in more]).batch
    assert (second.updated, second.unchanged, second.inserted) == (1, 1, 7)
    assert second.withdrawn == 0
    assert (second.period_from, second.period_to) == ("2026-02-02", "2026-02-08")
    again = deliver(*ROWS[:3], *[row.replace(";", "0;", 1) for row in more]).batch
    assert (again.withdrawn, again.period_from) == (2, "2026-01-01")


def test_of_a_file_of_nothing_but_news_the_month_that_is_said_begins_after_it(deliver):
    deliver(*ROWS)
    news = deliver(ROWS[0], period=(None, "2026-02-28")).batch
    assert (news.period_from, news.period_to, news.withdrawn) == ("2026-02-01", "2026-02-28", 0)


def test_only_the_delivery_that_proposed_them_can_be_confirmed(deliver, confirm, tmp_path):
    deliver(*ROWS)
    second = deliver(ROWS[0], ROWS[4])
    other = tmp_path / "other.csv"
    other.write_text("something else")
    with pytest.raises(IntakeError, match="another_file"):
        confirm(second.number, other)
    with pytest.raises(ObservatoryError, match="no_batch"):
        confirm(9)
    additions = deliver(ROWS[1], kind="additions")
    with pytest.raises(ObservatoryError, match="not_complete"):
        confirm(additions.number)
    deliver(ROWS[0], ROWS[2], ROWS[4])
    with pytest.raises(ObservatoryError, match="later_delivery"):
        confirm(second.number)
