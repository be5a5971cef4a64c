"""Which cells of a table of counts must be hidden so that no small count can be read or computed.

*Primary*: counts above 0 and below the threshold. *Secondary*: more cells, because a single hidden
cell of a row with its total is the total minus the others (Hundepool et al. 2012, *Statistical
Disclosure Control*, ch. 4). A reader is taken to know every cell shown, all totals shown, that
counts are whole and not negative, and that a zero would be shown. What such a reader can conclude
about a hidden cell is its interval between the least and the largest value that agree with all
that; a table is safe where the interval of every hidden cell holds more than one number.
"""

from __future__ import annotations

import numpy as np

_CERTAIN = 1 - 1e-6  # an interval narrower than one count holds a single number


def hidden_cells(counts, least: int) -> np.ndarray:
    """Which cells of ``counts`` to hide; boolean, of its shape.

    ``counts``: rows × columns, or one row's cells, as shown with all their totals: of each row,
    each column and the whole. ``least``: counts above 0 and below it are never shown.
    Totals are part of what is published, and are small counts themselves where they are small:
    see ``hidden_with_totals``, which says of them too.
    """
    table = np.atleast_2d(np.asarray(counts))
    whole = hidden_with_totals(with_totals(table), least)
    return whole[:-1, :-1].reshape(np.shape(counts))


def with_totals(table) -> np.ndarray:
    """Rows × columns with one more row and column for the totals."""
    table = np.atleast_2d(np.asarray(table))
    rows = np.hstack([table, table.sum(axis=1, keepdims=True)])
    return np.vstack([rows, rows.sum(axis=0, keepdims=True)])


def hidden_with_totals(table, least: int) -> np.ndarray:
    """The same of a ``table`` whose last row and column are its totals; they may be hidden too.

    A table of one row (column) needs no total of each column (row): these equal its cells, and
    are hidden with them.
    """
    table = np.asarray(table)
    hidden = (table > 0) & (table < least)
    while True:
        _complete_lines(table, hidden)
        known = [cell for cell in zip(*np.nonzero(hidden)) if _is_known(table, hidden, cell)]
        if not known:
            return hidden
        if not _hide_one_more(table, hidden, known[0]):
            hidden[...] = True
            return hidden


def hidden_in_line(counts, least: int) -> np.ndarray:
    """Which of ``counts`` to hide beside their total, which is shown; boolean, length n.

    At least two, and together more than one each: the total minus the rest tells no single one.
    Where nothing can be kept apart, all of them.
    """
    counts = np.asarray(counts, dtype=float)
    hidden = (counts > 0) & (counts < least)
    if not hidden.any():
        return hidden
    others = [place for place in np.argsort(counts, kind="stable") if counts[place] > 0]
    for place in others:
        if hidden.sum() > 1 and counts[hidden].sum() > hidden.sum():
            return hidden
        hidden[place] = True
    if hidden.sum() > 1 and counts[hidden].sum() > hidden.sum():
        return hidden
    return np.ones(len(counts), dtype=bool)


def _lines(shape: tuple[int, int]):
    """Rows, then columns, as index arrays; in each the last cell is the sum of the others."""
    rows, columns = shape
    for row in range(rows):
        yield np.full(columns, row), np.arange(columns)
    for column in range(columns):
        yield np.arange(rows), np.full(rows, column)


def _complete_lines(table: np.ndarray, hidden: np.ndarray) -> None:
    """No line with a single hidden cell: it would be the difference of the others."""
    changed = True
    while changed:
        changed = False
        for line in _lines(table.shape):
            if hidden[line].sum() == 1:
                changed |= _hide_smallest(table, hidden, line)


def _hide_smallest(table: np.ndarray, hidden: np.ndarray, line) -> bool:
    """One cell more of ``line``: the smallest above 0, a total last; False where none is left.

    Where two are alike, the one whose other line has a hidden cell already.
    """
    rows, columns = line
    last_row, last_column = table.shape[0] - 1, table.shape[1] - 1
    best = None
    for row, column in zip(rows, columns):
        if hidden[row, column] or table[row, column] == 0:
            continue
        is_total = row == last_row, column == last_column
        crossing = hidden[row].sum() + hidden[:, column].sum()
        rank = (sum(is_total), table[row, column], -int(crossing))
        if best is None or rank < best[0]:
            best = rank, (row, column)
    if best is None:
        return False
    hidden[best[1]] = True
    return True


def _hide_one_more(table: np.ndarray, hidden: np.ndarray, cell) -> bool:
    row, column = cell
    rows, columns = table.shape
    across = np.full(columns, row), np.arange(columns)
    down = np.arange(rows), np.full(rows, column)
    return _hide_smallest(table, hidden, across) or _hide_smallest(table, hidden, down)


def _is_known(table: np.ndarray, hidden: np.ndarray, cell) -> bool:
    low, high = interval(table, hidden, cell)
    return high - low < _CERTAIN


def interval(table, hidden, cell) -> tuple[float, float]:
    """The least and the largest count that ``cell`` may have for a reader of all that is shown.

    ``table`` with its totals; infinite where nothing bounds it. By linear programming.
    """
    from scipy.optimize import linprog

    table, hidden = np.asarray(table, dtype=float), np.asarray(hidden, dtype=bool)
    place = -np.ones(table.shape, dtype=int)
    place[hidden] = np.arange(hidden.sum())
    sums, right = [], []
    for rows, columns in _lines(table.shape):
        signs = np.ones(len(rows))
        signs[-1] = -1
        unknown = hidden[rows, columns]
        if not unknown.any():
            continue
        equation = np.zeros(hidden.sum())
        np.add.at(equation, place[rows, columns][unknown], signs[unknown])
        sums.append(equation)
        right.append(-(signs * table[rows, columns])[~unknown].sum())
    aim = np.zeros(hidden.sum())
    aim[place[cell]] = 1
    ends = []
    for direction in (1, -1):
        # A zero would be shown, so that every hidden cell is at least one.
        found = linprog(direction * aim, A_eq=sums, b_eq=right, bounds=(1, None), method="highs")
        ends.append(direction * found.fun if found.status == 0 else direction * -np.inf)
    return ends[0], ends[1]
