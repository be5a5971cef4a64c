"""Nothing hidden can be computed: tried by counting every line of counts that fits."""

import itertools

import pytest

from oltp_plugin.analysis.suppression import hidden_in_line, hidden_in_lines

LEAST = 5


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


@pytest.mark.parametrize("counts", [*itertools.combinations_with_replacement(range(5), 4)])
def test_no_hidden_count_is_a_single_number_to_who_knows_the_total(counts):
    """A reader who tries whatever adds up, a zero being shown."""
    hidden = hidden_in_line(counts, 3)
    places = [place for place, count in enumerate(counts) if hidden[place] and count]
    assert set(places) >= {place for place, count in enumerate(counts) if 0 < count < 3}
    if hidden.all():
        return  # nothing could be kept apart, and the total goes too
    rest = sum(counts[place] for place in places)
    fits = [
        tried
        for tried in itertools.product(range(1, rest + 1), repeat=len(places))
        if sum(tried) == rest
    ]
    for values in zip(*fits):
        assert len(set(values)) > 1


def test_each_line_has_a_total_of_its_own():
    """A quartier's sum is its commune's: one hidden at each of two levels hides nothing."""
    counts = [40, 20, 17, 3, 30, 8, 2]
    levels = ["commune", *["quartier"] * 3, *["iris"] * 3]
    expected = [False, False, True, True, False, True, True]
    assert hidden_in_lines(counts, levels, 5).tolist() == expected
    assert hidden_in_lines(counts, [""] * 7, 5).tolist() == hidden_in_line(counts, 5).tolist()
    assert hidden_in_lines(counts, range(7), 5).tolist() == hidden_in_line(counts, 5).tolist()
    assert hidden_in_lines([], [], 5).tolist() == []
