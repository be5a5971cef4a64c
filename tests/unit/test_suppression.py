"""Nothing hidden can be computed: tried by elimination, and by counting every table that fits."""

import numpy as np
import pytest

from oltp_plugin.analysis.suppression import (
    hidden_cells,
    hidden_in_line,
    hidden_with_totals,
    interval,
    with_totals,
)

LEAST = 5


def every_table_that_fits(table, hidden):
    """The values of each hidden cell in all the tables that a reader cannot rule out.

    By trying them, independently of how the module thinks.
    """
    free = np.argwhere(hidden[:-1, :-1])
    highest = int(table[:-1, :-1].max()) + 3
    tried = np.indices([highest] * len(free)).reshape(len(free), -1) + 1
    whole = np.repeat(table[None], tried.shape[1], axis=0)
    for (row, column), values in zip(free, tried):
        whole[:, row, column] = values
    whole[:, :-1, -1] = whole[:, :-1, :-1].sum(axis=2)
    whole[:, -1, :] = whole[:, :-1, :].sum(axis=1)
    fits = ((whole == table) | hidden).all(axis=(1, 2)) & ((whole > 0) | ~hidden).all(axis=(1, 2))
    return {tuple(cell): set(whole[fits][:, cell[0], cell[1]]) for cell in np.argwhere(hidden)}


@pytest.mark.parametrize(
    "body",
    [
        [[2, 9, 12], [8, 7, 15]],
        [[1, 1, 7], [9, 9, 9]],
        [[3, 0, 8], [0, 9, 11]],
        [[2, 6], [7, 6]],
        [[4, 4], [6, 6], [9, 1]],
    ],
)
def test_every_hidden_cell_may_be_more_than_one_number(body):
    table = with_totals(body)
    hidden = hidden_with_totals(table, LEAST)
    assert hidden[(table > 0) & (table < LEAST)].all()
    for cell, values in every_table_that_fits(table, hidden).items():
        assert len(values) > 1, cell


def test_no_hidden_cell_is_a_combination_of_what_is_shown():
    """A cell that the sums determine lies in the space that their equations span."""
    random = np.random.default_rng(8)
    for _ in range(10):
        body = random.poisson(random.choice([2, 6, 15]), (random.integers(2, 9), 4))
        table = with_totals(body)
        hidden = hidden_with_totals(table, LEAST)
        small = (table > 0) & (table < LEAST)
        assert hidden[small].all()
        if not hidden.any():
            continue
        place = -np.ones(table.shape, int)
        place[hidden] = range(hidden.sum())
        equations = []
        for line in (*place, *place.T):
            row = np.zeros(hidden.sum())
            for position, column in enumerate(line):
                if column >= 0:
                    row[column] = -1 if position == len(line) - 1 else 1
            equations.append(row)
        rank = np.linalg.matrix_rank(equations)
        for column in range(hidden.sum()):
            aim = np.eye(1, hidden.sum(), column)
            assert np.linalg.matrix_rank([*equations, aim[0]]) == rank + 1


def test_a_single_small_cell_takes_a_second_with_it_in_its_row_and_column():
    hidden = hidden_cells([[3, 20, 30], [25, 40, 50], [60, 70, 80]], LEAST)
    assert hidden[0, 0]
    for row in np.argwhere(hidden.any(axis=1)).ravel():
        assert hidden[row].sum() >= 2
    for column in np.argwhere(hidden.any(axis=0)).ravel():
        assert hidden[:, column].sum() >= 2
    assert not hidden.all()


def test_nothing_is_hidden_where_nothing_is_small():
    assert not hidden_cells([[5, 0], [9, 12]], LEAST).any()
    assert not hidden_cells([[1, 2], [3, 4]], 0).any()


def test_two_ones_beside_their_total_are_known_so_more_is_hidden():
    table = with_totals([[1, 1, 20], [20, 20, 20]])
    only_primary = (table > 0) & (table < LEAST)
    low, high = interval(table, only_primary, (0, 0))
    assert low == high == 1
    low, high = interval(table, hidden_with_totals(table, LEAST), (0, 0))
    assert high > low


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([3, 10, 20], [True, True, False]),
        ([1, 1, 9, 30], [True, True, True, False]),
        ([2, 1, 9, 30], [True, True, False, False]),
        ([0, 3, 0, 8], [False, True, False, True]),
        ([3, 0, 0], [True, True, True]),
        ([10, 20, 0], [False, False, False]),
        ([], []),
    ],
)
def test_a_line_beside_its_total(counts, expected):
    assert hidden_in_line(counts, LEAST).tolist() == expected
