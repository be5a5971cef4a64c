"""Nothing hidden can be computed: tried by counting every line of counts that fits."""

import itertools

import pytest

from oltp_plugin.analysis.suppression import hidden_in_line

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
