"""Reports of other partners that may describe the same fact: which are close, who may be asked."""

import numpy as np
import pandas as pd
import pytest

from oltp_plugin.intake import same_fact
from oltp_plugin.observatory import batches, connection

HERE = "1;05/01/2026;14:30;Tapage;700100;6200100;;"


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("9;05/01/2026;14:30;Tapage;700100;6200100;;", 1),
        ("9;05/01/2026;16:30;Tapage;700160;6200180;;", 1),  # 100 m and two hours exactly
        ("9;05/01/2026;16:31;Tapage;700100;6200100;;", 0),
        ("9;05/01/2026;14:30;Tapage;700161;6200180;;", 0),
        ("9;05/01/2026;14:30;Vol;700100;6200100;;", 0),
        ("9;05/01/2026;14:30;Tapage;;;;", 0),
    ],
)
def test_close_in_place_time_and_kind(deliver, other, found):
    deliver(other, changes={"partner": "TAM", "name": "TaM"})
    result = deliver(HERE)
    assert (result.same_fact.found, result.same_fact.searched) == (found, ("TAM",))


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("9;05/01/2026;;Tapage;700100;6200100;;", 1),
        ("9;06/01/2026;;Tapage;700100;6200100;;", 0),
        ("9;04/01/2026;;Tapage;700100;6200100;;", 0),
    ],
)
def test_a_day_without_its_hour_is_the_whole_day(deliver, other, found):
    deliver(other, changes={"partner": "TAM", "name": "TaM"})
    assert deliver(HERE).same_fact.found == found


def test_a_month_says_too_little(deliver, fields):
    month = {"column": "Date", "format": "%m/%Y"}
    changes = {"partner": "TAM", "name": "TaM", "fields": {**fields, "occurred_from": month}}
    deliver("9;01/2026;;Tapage;700100;6200100;;", changes=changes)
    assert deliver(HERE.replace("05/01/2026;14:30", "01/01/2026;00:30")).same_fact.found == 0


def test_a_dry_run_looks_too_and_an_unchanged_row_is_not_new(deliver):
    deliver(HERE, changes={"partner": "TAM", "name": "TaM"})
    assert deliver(HERE, dry_run=True).same_fact.found == 1
    assert deliver(HERE).same_fact.found == 1
    assert deliver(HERE).same_fact.found == 0


def test_ones_own_reports_and_withdrawn_ones_are_not_others(deliver, observatory):
    deliver(HERE)
    assert deliver(HERE, HERE.replace("1;", "2;", 1)).same_fact.found == 0
    with connection.writing(observatory) as db:
        db.execute("UPDATE incident SET status = 'withdrawn'")
    assert deliver(HERE, changes={"partner": "TAM", "name": "TaM"}).same_fact.found == 0


def test_an_agreement_that_forbids_combination_is_not_searched(deliver, observatory):
    deliver(HERE, changes={"partner": "TAM", "name": "TaM"})
    with connection.writing(observatory) as db:
        batches.ensure_partner(db, "PM")
        db.execute(
            "INSERT INTO agreement (partner, reference, combination) VALUES ('TAM', 'C', 'no')"
        )
    search = deliver(HERE).same_fact
    assert (search.found, search.searched) == (0, ())
    (refusal,) = search.refusals
    assert refusal.values == {"partner": "TAM", "reference": "C", "others": "PM"}
    with connection.reading(observatory) as db:
        noted = db.execute("SELECT count(*) FROM journal WHERE action = 'refuse combination'")
        assert noted.fetchone() == (1,)


def test_what_fails_beside_the_writing_leaves_nothing(deliver, observatory, monkeypatch):
    deliver(HERE, changes={"partner": "TAM", "name": "TaM"})
    before = observatory.read_bytes()

    def failing(one, other):
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(same_fact, "close_pairs", failing)
        with pytest.raises(MemoryError):
            deliver(HERE)
    assert observatory.read_bytes() == before
    assert deliver(HERE).same_fact.found == 1


@pytest.mark.parametrize("longest", [0, 24])
@pytest.mark.parametrize(("n", "m"), [(400, 500), (3000, 60), (60, 3000)])
def test_pairs_are_those_of_a_comparison_of_all_with_all(n, m, longest):
    choose = np.random.default_rng(8)

    def reports(n):
        start = choose.random(n) * 200
        return pd.DataFrame(
            {
                "x": choose.random(n) * 1500,
                "y": choose.random(n) * 1500,
                "start": start,
                "end": start + choose.choice([0, 0, 5, 24], n).clip(max=longest),
                "family": choose.choice(["a", "b"], n),
            }
        )

    one, other = reports(n), reports(m)
    a, b = ({name: each[name].to_numpy() for name in each} for each in (one, other))
    apart = np.hypot(*(np.subtract.outer(a[axis], b[axis]) for axis in "xy"))
    gap = np.maximum(
        np.subtract.outer(a["start"], b["end"]), -np.subtract.outer(a["end"], b["start"])
    )
    alike = np.equal.outer(a["family"], b["family"])
    close = (apart <= same_fact.DISTANCE) & (gap <= same_fact.HOURS) & alike
    expected = set(zip(*map(np.ndarray.tolist, np.nonzero(close))))
    assert len(expected) > 5
    assert set(zip(*(part.tolist() for part in same_fact.close_pairs(one, other)))) == expected
    assert same_fact.have_close(one, other).tolist() == close.any(axis=1).tolist()
    one = one.sample(2 * n, replace=True, random_state=8)  # some alike
    assert same_fact.have_close(one, other).tolist() == close.any(axis=1)[one.index].tolist()


def test_reports_that_all_tell_the_same_are_compared_once():
    """A stop's of one day: all with all would be a thousand million pairs."""
    one = {"x": 700100.0, "y": 6200100.0, "start": 1.0, "end": 1.0, "family": "a"}
    many = pd.DataFrame([one]).sample(30_000, replace=True, random_state=1)
    assert same_fact.have_close(many, many).all()
