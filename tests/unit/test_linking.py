"""Reports of several partners joined into facts: which are proposed, what a link changes."""

import pytest

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.intake import linking
from oltp_plugin.observatory import batches, connection

TAM = {"partner": "TAM", "name": "TaM"}
CSU = {"partner": "CSU", "name": "CSU"}


def row(number, hour="14:30", x=700100):
    return f"{number};05/01/2026;{hour};Tapage;{x};6200100;;"


def facts(observatory) -> list:
    with connection.reading(observatory) as db:
        return [each[0] for each in db.execute("SELECT fact FROM incident ORDER BY fid")]


def test_each_report_is_paired_with_the_closest_and_linked(deliver, observatory):
    deliver(row(1), row(2, x=700130), row(3, hour="22:00"), changes=TAM)
    own = deliver(row(1, x=700120), row(2, x=700180))
    pairs = linking.proposed(observatory, own.number)
    assert [(each.own, each.other, round(each.metres)) for each in pairs] == [
        (4, 2, 10),
        (5, 1, 80),
    ]
    assert (pairs[0].partner, pairs[0].minutes) == ("TAM", 0)
    assert linking.link(observatory, own.number) == (2, 4, 3)
    found = facts(observatory)
    assert found[0] == found[4] and found[1] == found[3] and found[2] is None
    assert found[0] != found[1]
    assert linking.proposed(observatory, own.number) == []
    batches.undo(observatory, 3)
    assert facts(observatory) == [None] * 5


def test_of_many_at_one_place_and_hour_each_has_one_other(deliver, observatory):
    """Compared once, not all with all: here that were four million pairs."""
    deliver(*map(row, range(2000)), changes=TAM)
    second = deliver(*map(row, range(2100)))
    assert second.same_fact.found == 2100
    pairs = linking.proposed(observatory, second.number)
    assert len(pairs) == len({each.own for each in pairs}) == len({each.other for each in pairs})
    assert len(pairs) == 2000
    assert linking.link(observatory, second.number)[:2] == (2000, 4000)


def test_only_the_chosen_pairs_are_linked(deliver, observatory):
    deliver(row(1), row(2, hour="18:30"), changes=TAM)
    own = deliver(row(1), row(2, hour="18:30"))
    with pytest.raises(ObservatoryError, match="not_a_pair"):
        linking.link(observatory, own.number, ["3-9"])
    assert linking.link(observatory, own.number, ["4-2"])[:2] == (1, 2)
    assert [each is None for each in facts(observatory)] == [True, False, True, False]


def test_a_third_partner_joins_the_fact_that_is_there(deliver, observatory):
    deliver(row(1), changes=TAM)
    linking.link(observatory, deliver(row(1)).number)
    (fact, _) = facts(observatory)
    third = deliver(row(1), changes=CSU)
    assert linking.link(observatory, third.number)[:2] == (1, 1)
    assert facts(observatory) == [fact] * 3


def test_a_link_outlives_the_next_delivery(deliver, observatory):
    deliver(row(1), changes=TAM)
    linking.link(observatory, deliver(row(1)).number)
    changed = row(1).replace("Tapage", "Vol")
    assert deliver(changed).batch.updated == 1
    assert facts(observatory)[0] == facts(observatory)[1] is not None


def test_what_an_agreement_forbids_is_not_proposed(deliver, observatory):
    deliver(row(1), changes=TAM)
    own = deliver(row(1))
    with connection.writing(observatory) as db:
        db.execute(
            "INSERT INTO agreement (partner, reference, combination) VALUES ('TAM', 'C', 'no')"
        )
    assert linking.proposed(observatory, own.number) == []
    assert linking.link(observatory, own.number) == (0, 0, 0)
