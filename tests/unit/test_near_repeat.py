"""The Knox table against published ones, its definition, its null; roles with an order rule."""

import csv

import numpy as np
import pytest
from scipy.stats import poisson

from oltp_plugin.analysis.near_repeat import (
    MANHATTAN,
    NEAR_REPEAT,
    NONE,
    ORIGINATOR,
    REPEAT,
    intervals,
    knox,
    near_pairs,
    parse_limits,
    roles,
)
from oltp_plugin.errors import AnalysisError

DAY = 86_400


def test_burkitt(published, oracles):
    from osgeo import ogr

    source = ogr.Open(str(oracles / "inputs" / "burkitt" / "burkitt.shp"))
    rows = np.array([[f.GetField(n) for n in ("X", "Y", "T")] for f in source.GetLayer(0)])
    x, y, t = rows.T
    found = knox(near_pairs(x, y, 20), t.astype(int), [0, 20], [0, 5], 999)
    expected = published["knox_burkitt"]["expected"]
    assert found.observed[0, 0] == expected["observed"][0][0]
    assert found.expected[0, 0] == pytest.approx(expected["expected"][0][0], abs=1e-5)
    assert found.pairs == sum(map(sum, expected["observed"]))
    # Theirs is the chance of more than 13 pairs by Poisson's law, ours of 13 or more.
    by_chance = poisson(found.expected[0, 0])
    assert by_chance.sf(13) == pytest.approx(expected["p_poisson"], abs=1e-6)
    assert found.p[0, 0] == pytest.approx(by_chance.sf(12), abs=0.04)


def test_chicago_arson_as_the_near_repeat_calculator(published, oracles):
    """Its "a to b" is [a − 1, b) by Manhattan distance; ours are closed on the right."""
    with (oracles / "inputs" / "chicago_arson.csv").open() as file:
        rows = list(csv.reader(file))
    x, y = (np.array([float(row[axis]) for row in rows]) for axis in (0, 1))
    days = np.array([row[2] for row in rows], dtype="datetime64[D]").astype(int)
    below = [1e-6, *(np.nextafter(limit, 0) for limit in (200, 400, 600))]
    found = knox(near_pairs(x, y, 600, MANHATTAN), days, [0, *below], [0, 0.5, 1.5, 2.5], 0)
    expected = np.array(published["knox_arson_nrc"]["expected"]["observed"])[:4, :3]
    np.testing.assert_array_equal(found.observed[:3], expected[:3])
    assert np.abs(found.observed[3] - expected[3]).sum() <= 1


def test_intervals_are_closed_on_the_right_and_the_first_on_the_left_too():
    values = np.array([0, 0.05, 0.1, 0.11, 200, 200.001])
    assert intervals(values, [0, 0.1, 200]).tolist() == [0, 0, 0, 1, 1, -1]
    assert intervals(np.array([99, 100, 101]), [100, 200]).tolist() == [-1, 0, 0]


@pytest.mark.parametrize("seed", range(3))
def test_by_all_pairs_and_in_any_order(seed):
    random = np.random.default_rng(seed)
    x, y = random.uniform(0, 1000, (2, 120))
    days = random.integers(0, 60, 120)
    limits, lags = [0, 100, 200, 300], [0, 7, 14, 21]
    found = knox(near_pairs(x, y, 300), days, limits, lags, 19)
    i, j = np.triu_indices(120, 1)
    apart, lag = np.hypot(x[i] - x[j], y[i] - y[j]), np.abs(days[i] - days[j])
    for row in range(3):
        for column in range(3):
            inside = (apart <= limits[row + 1]) & ((apart > limits[row]) | (row == 0))
            soon = (lag <= lags[column + 1]) & ((lag > lags[column]) | (column == 0))
            assert found.observed[row, column] == np.count_nonzero(inside & soon)
            mean = np.count_nonzero(inside) * np.count_nonzero(soon) / len(i)
            assert found.expected[row, column] == pytest.approx(mean)
    order = random.permutation(120)
    turned = knox(near_pairs(-y[order], x[order], 300), days[order] + 99, limits, lags, 0)
    np.testing.assert_array_equal(turned.observed, found.observed)


def test_under_chance_and_where_it_repeats():
    random = np.random.default_rng(5)
    low = []
    for seed in range(120):
        x, y = random.uniform(0, 2000, (2, 80))
        days = random.integers(0, 180, 80)
        low.append(knox(near_pairs(x, y, 300), days, [0, 300], [0, 14], 99, seed).p[0, 0] <= 0.05)
    assert np.mean(low) <= 0.05 + 2.5 * np.sqrt(0.05 * 0.95 / 120)
    x, y = random.uniform(0, 2000, (2, 80))
    days = random.integers(0, 180, 80)
    again = np.arange(25)
    x, y = np.append(x, x[again] + 40), np.append(y, y[again])
    days = np.append(days, days[again] + 3)
    assert knox(near_pairs(x, y, 300), days, [0, 100], [0, 7], 199).p[0, 0] == 1 / 200


def test_roles_of_which_one_is_always_the_first():
    x = np.array([0, 0, 50, 900, 5000, 5000, 900.0])
    y = np.zeros(7)
    times = np.array([0, 3, 4, 0, 9, 9, 30]) * DAY
    found = roles(near_pairs(x, y, 100), x, y, times, 7)
    assert found[:4].tolist() == [ORIGINATOR, REPEAT, NEAR_REPEAT, NONE]
    assert sorted(found[4:6].tolist()) == [ORIGINATOR, REPEAT]
    assert found[6] == NONE
    other = roles(near_pairs(x[::-1], y, 100), x[::-1], y, times[::-1], 7)
    assert sorted(other.tolist()) == sorted(found.tolist())


@pytest.mark.parametrize("text", ["", "100", "0,100,50", "a,b", "0,0", "-5,10", "0,inf", "0;100"])
def test_limits_that_are_none(text):
    with pytest.raises(AnalysisError) as caught:
        parse_limits(text)
    assert caught.value.code == "bad_limits"


def test_too_many_pairs_are_refused_before_they_are_made(monkeypatch):
    monkeypatch.setattr("oltp_plugin.analysis.near_repeat.MOST_PAIRS", 10)
    with pytest.raises(AnalysisError, match="too_many_pairs"):
        near_pairs(np.zeros(6), np.zeros(6), 1)
