"""What two publications tell together, tried with figures whose difference is known."""

from itertools import combinations

import numpy as np

from oltp_plugin.analysis.differencing import Published, telling

JAN, FEB, MAR = (("2026-01-01", "2026-01-31"), ("2026-02-01", "2026-02-28"),
                 ("2026-03-01", "2026-03-31"))  # fmt: skip
QUARTER = ("2026-01-01", "2026-03-31")


def figure(value, period=JAN, category="vols", territory=None, source="PM"):
    return Published(source, category, territory, period, value)


def test_the_same_again_is_no_news_and_a_few_more_are():
    known = [figure(20)]
    assert telling([figure(20)], known, 5) == [False]
    assert telling([figure(23)], known, 5) == [True]
    assert telling([figure(30)], known, 5) == [False]


def test_another_source_or_unrelated_cells_tell_nothing():
    known = [figure(20), figure(22, FEB), figure(21, category="tags")]
    assert telling([figure(23, source="TC"), figure(19, MAR)], known, 5) == [False, False]


def test_a_quarter_less_its_months():
    known = [figure(20, JAN), figure(30, FEB)]
    assert telling([figure(53, QUARTER)], known, 5) == [True], "March would be 3"
    assert telling([figure(60, QUARTER)], known, 5) == [False]
    assert telling([figure(30, MAR)], [figure(82, QUARTER), figure(50, JAN)], 5) == [True]


def test_the_town_less_its_territories():
    places = [("quartier", code) for code in "ABC"]
    known = [figure(20, territory=places[0]), figure(17, territory=places[1])]
    assert telling([figure(40)], known, 5) == [True]
    assert telling([figure(57)], known, 5) == [False]
    # another level's territories overlap these: they are not taken together
    known.append(figure(18, territory=("groupe", "G1")))
    assert telling([figure(60)], known, 5) == [False]


def test_new_figures_are_held_against_each_other():
    new = [figure(20, JAN), figure(23, QUARTER)]
    assert telling(new, [], 5) == [False, True]
    assert telling(new, [], 0) == [False, False], "no threshold, nothing to hide"


def test_no_two_of_what_is_published_differ_by_a_few():
    chance = np.random.default_rng(3)
    months = [(f"2026-{m:02}-01", f"2026-{m:02}-28") for m in range(1, 7)]
    new = [
        figure(int(chance.integers(5, 40)), months[a][:1] + months[b][1:])
        for a in range(6)
        for b in range(a, 6)
    ]
    shown = [each for each, off in zip(new, telling(new, [], 5)) if not off]
    assert len(shown) > 1
    for one, other in combinations(shown, 2):
        nested = one.period[0] <= other.period[0] and other.period[1] <= one.period[1]
        if nested or (other.period[0] <= one.period[0] and one.period[1] <= other.period[1]):
            assert not 0 < abs(one.value - other.value) < 5
