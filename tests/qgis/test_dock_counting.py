"""Counting beside the window: right, overtaken by newer questions, and told no by agreements."""

import random
import threading

import pytest

from oltp_plugin.gui.dock.counting import Counting
from oltp_plugin.gui.dock.state import FilterState
from oltp_plugin.observatory.connection import reading, writing
from oltp_plugin.observatory.filter import IncidentFilter
from tests.qgis.waiting import wait as until


class Heard:
    """Everything that a Counting said, by signal."""

    def __init__(self, counting: Counting):
        for name in ("listed", "allowed", "refused", "counted", "answered", "failed"):
            said = []
            setattr(self, name, said)
            getattr(counting, name).connect(lambda *values, said=said: said.append(values))


@pytest.fixture
def counting(qgis_app) -> Counting:
    counting = Counting()
    yield counting
    counting.end()


def sql_count(path, chosen: IncidentFilter) -> int:
    with reading(path) as connection:
        return connection.execute(f"SELECT count(*) FROM incident WHERE {chosen.sql()}").fetchone()[
            0
        ]


def test_the_last_of_many_questions_is_answered_and_its_numbers_are_sqls(
    counting, town_observatory
):
    heard = Heard(counting)
    choose = random.Random(1)
    for _ in range(30):
        partners = tuple(choose.sample(["PM", "TC"], choose.randrange(3)))
        months = sorted(choose.sample(range(1, 13), 2))
        chosen = IncidentFilter(
            f"2024-{months[0]:02}-01", f"2024-{months[1]:02}-28", partners=partners
        )
        question = counting.ask(town_observatory, chosen)
        if choose.random() < 0.3:
            until(lambda asked=question: heard.answered and heard.answered[-1][0] is asked)
            found = heard.answered[-1][1]
            assert found.n == found.shown == sql_count(town_observatory, chosen)
            assert sum(found.by_partner.values()) == sql_count(
                town_observatory, IncidentFilter(chosen.first_day, chosen.last_day)
            )
            assert sum(n for _, n in found.top_categories) == found.n
    until(lambda: heard.answered[-1][0] is question)
    assert heard.failed == []
    assert len(heard.listed) == 1  # the lists are read once


def test_the_number_comes_before_the_arrays(counting, town_observatory):
    heard = Heard(counting)
    counting.ask(town_observatory, IncidentFilter())
    until(lambda: heard.answered)
    assert heard.counted[0][1] == 60
    counting.ask(town_observatory, IncidentFilter(partners=("TC",)))
    until(lambda: len(heard.answered) == 2)
    assert len(heard.counted) == 1  # with the arrays there is no need
    assert heard.answered[1][1].n == 20


def test_a_changed_file_is_read_anew(counting, town_observatory):
    heard = Heard(counting)
    counting.ask(town_observatory, IncidentFilter())
    until(lambda: heard.answered)
    with writing(town_observatory, bulk=True) as connection:
        connection.execute("DELETE FROM incident WHERE partner = 'TC'")
    counting.ask(town_observatory, IncidentFilter())
    until(lambda: len(heard.answered) == 2)
    assert heard.answered[1][1].n == 40


def test_partners_that_an_agreement_keeps_apart_are_refused(counting, town_observatory):
    with writing(town_observatory) as connection:
        connection.execute(
            "INSERT INTO agreement (partner, reference, combination) VALUES ('PM', 'C-1', 'no')"
        )
    heard = Heard(counting)
    counting.ask(town_observatory, IncidentFilter())
    until(lambda: heard.refused)
    assert heard.refused[0][1].code == "combination_forbidden"
    assert heard.counted == heard.answered == heard.allowed == []
    counting.ask(town_observatory, IncidentFilter(partners=("PM",)))
    until(lambda: heard.answered)
    assert heard.answered[0][1].n == 40


def test_a_file_that_is_gone_is_told_and_the_next_one_answered(
    counting, town_observatory, tmp_path
):
    heard = Heard(counting)
    counting.ask(tmp_path / "gone.gpkg", IncidentFilter())
    until(lambda: heard.failed)
    assert heard.failed[0][1].code == "missing_file"
    counting.ask(town_observatory, IncidentFilter())
    until(lambda: heard.answered)


def test_it_ends_with_the_plugin(qgis_app, town_observatory):
    counting = Counting()
    counting.ask(town_observatory, IncidentFilter())
    counting.end()
    assert "oltp-counting" not in {thread.name for thread in threading.enumerate()}


def test_a_choice_can_be_undone_and_redone(qgis_app):
    state, told = FilterState(), []
    state.changed.connect(told.append)
    state.begin(IncidentFilter(partners=("PM",)))
    state.change(hours=(1, 2))
    state.change(hours=(1, 2))  # nothing new
    state.change(facts=True)
    assert len(told) == 3
    state.undo()
    state.undo()
    assert state.filter == IncidentFilter(partners=("PM",))
    assert not state.can_undo and state.can_redo
    state.redo()
    assert state.filter.hours == (1, 2)
    state.change(hours=())
    assert not state.can_redo
