"""Persistent, emerging, recent, former, intermittent: windows that do not overlap."""

import numpy as np
import pytest

from oltp_plugin.analysis.hotspot_classes import CLASSES, classify, recent_periods
from oltp_plugin.errors import AnalysisError


def category(series: str) -> str:
    return CLASSES[classify(np.array([[step == "H" for step in series]]))[0]]


@pytest.mark.parametrize(("periods", "recent"), [(6, 2), (10, 2), (11, 3), (12, 3), (36, 8)])
def test_the_recent_periods_are_the_last_fifth(periods, recent):
    assert recent_periods(periods) == recent


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        ("..........", "none"),
        ("HHHHHHHH..", "former"),  # 80 %, but none of the last two
        ("H.........", "former"),
        (".......H..", "former"),  # the third last is older, not recent
        ("........H.", "recent"),
        ("........HH", "recent"),
        (".HHHHHHHH.", "persistent"),  # 80 % exactly
        ("HHHHHHHHHH", "persistent"),
        ("HHHHHHH..H", "persistent"),
        (".HHHHHH..H", "intermittent"),  # 70 %, often before too
        ("..H......H", "emerging"),  # half of the recent ones, one of eight before
        ("HHH.....HH", "emerging"),  # 3 of 8 before
        ("HHHH....HH", "intermittent"),  # half of those before
        ("H.H.H.H.H.", "intermittent"),
    ],
)
def test_of_ten_periods(series, expected):
    assert category(series) == expected


def test_one_recent_period_of_three_is_not_emerging():
    assert category("H.........H.") == "intermittent"
    assert category("H........HH.") == "emerging"


def test_six_periods_are_the_fewest():
    assert category("H....H") == "emerging"
    with pytest.raises(AnalysisError) as caught:
        category("H...H")
    assert (caught.value.code, caught.value.values) == ("too_few_steps", {"n": 5, "least": 6})
