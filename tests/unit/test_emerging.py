"""The 17 categories against series made by hand, one for each definition and each boundary."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from oltp_plugin.analysis.emerging import CLASSES, SIDE, classify

# H hot, C cold, . neither; the trend of z: +, -, 0. A comment says which boundary it stands on.
TABLE = [
    # new: the last step only
    ("H", ".........H", 0, "new"),
    ("H", "C........H", 0, "new"),  # cold before does not matter: never hot before
    ("H", ".........H", 1, "new"),  # nor does a trend
    ("H", ".H", 0, "new"),  # two steps are enough
    # consecutive: a run of two or more at the end, none before
    ("H", "........HH", 0, "consecutive"),  # a run of two, not of one
    ("H", ".HHHHHHH", 1, "consecutive"),  # 7 of 8 = 87.5 %: under 90 %
    ("H", "..HHHHHHHHHHHHHHHHH", 1, "consecutive"),  # 17 of 19 = 89.5 %
    ("H", "C.......HH", 0, "consecutive"),
    # at least 90 %, the last included: the trend decides
    ("H", ".HHHHHHHHH", 1, "intensifying"),  # 90 % exactly
    ("H", "HHHHHHHHHH", 1, "intensifying"),
    ("H", ".HHHHHHHHH", 0, "persistent"),
    ("H", "HHHHHHHHHH", 0, "persistent"),
    ("H", "HHHH.HHHHH", 0, "persistent"),
    ("H", "CHHHHHHHHH", 0, "persistent"),  # a cold step before does not matter at 90 %
    ("H", "HH", 0, "persistent"),
    ("H", ".HHHHHHHHH", -1, "diminishing"),
    ("H", "HHHHHHHHHH", -1, "diminishing"),
    # on and off
    ("H", "H........H", 0, "sporadic"),  # a run of one, hot before
    ("H", "H.......HH", 0, "sporadic"),  # a run of two, hot before
    ("H", "HHHHHHH.H", 1, "sporadic"),  # 8 of 9 = 88.9 %
    ("H", "HHHH.HHH.H", 1, "sporadic"),  # 80 %
    ("H", "H.C......H", 0, "oscillating"),
    ("H", "C.HH....HH", 1, "oscillating"),
    ("H", "HHHHHHH.HHHHHHHHHHC.HH", 0, "oscillating"),  # 19 of 22 = 86 %
    # historical: at least 90 % and not the last
    ("H", "HHHHHHHHH.", 0, "historical"),  # 90 % exactly
    ("H", "HHHHHHHHH.", 1, "historical"),
    # neither the last nor 90 %
    ("", "HHHHHHHH.", 0, None),  # 8 of 9 = 88.9 %
    ("", "HHHHHHHH..", 0, None),
    ("", "..........", 1, None),
    ("", "H.........", 0, None),
    ("", ".H.C.H.C..", 0, None),
]
CODES = {"H": 1, "C": -1, ".": 0}
MIRROR = str.maketrans("HC", "CH")


def category(series: str, trend: int) -> str:
    state = np.array([[CODES[step] for step in series]])
    return CLASSES[classify(state, np.array([trend]))[0]]


@pytest.mark.parametrize(("side", "series", "trend", "expected"), TABLE)
def test_hot_and_its_mirror(side, series, trend, expected):
    hot, cold = category(series, trend), category(series.translate(MIRROR), -trend)
    assert hot == (f"{expected} hot spot" if side else "no pattern")
    assert cold == (f"{expected} cold spot" if side else "no pattern")


def test_every_definition_is_in_the_table():
    assert {expected for *_, expected in TABLE} == {*SIDE, None}
    assert len(CLASSES) == len(set(CLASSES)) == 17


@pytest.mark.parametrize(
    ("series", "expected"),
    [("HHHHHHHHHC", "new cold spot"), ("CCCCCCCCCH", "new hot spot")],
)
def test_the_last_step_decides_the_side(series, expected):
    assert category(series, 0) == expected


def plainly(state, trend) -> str:
    """The definitions once more, one place at a time, in words' order rather than the code's."""
    for sign, word in ((1, "hot"), (-1, "cold")):
        hot = [each == sign for each in state]
        share = sum(hot) / len(hot)
        if hot[-1]:
            if share >= 0.9 - 1e-12:
                return {1: "intensifying", -1: "diminishing", 0: "persistent"}[
                    trend * sign
                ] + f" {word} spot"
            if not any(hot[:-1]):
                return f"new {word} spot"
            first = hot.index(True)
            if all(hot[first:]):
                return f"consecutive {word} spot"
            return ("oscillating" if -sign in state else "sporadic") + f" {word} spot"
    if state[-1] == 0:
        for sign, word in ((1, "hot"), (-1, "cold")):
            if list(state).count(sign) / len(state) >= 0.9 - 1e-12:
                return f"historical {word} spot"
    return "no pattern"


@given(
    st.integers(2, 24).flatmap(
        lambda n: arrays(np.int8, (5, n), elements=st.sampled_from([1, 1, 1, 0, -1]))
    ),
    arrays(np.int8, 5, elements=st.integers(-1, 1)),
)
def test_many_places_at_once_as_one_by_one(state, trend):
    found = [CLASSES[number] for number in classify(state, trend)]
    assert found == [plainly(list(row), int(sign)) for row, sign in zip(state, trend)]
