"""What publications tell together, tried with figures whose differences are known."""

from itertools import product

import numpy as np

from oltp_plugin.analysis.differencing import Box, Nesting, Public

JAN, FEB, MAR = (("2026-01-01", "2026-01-31"), ("2026-02-01", "2026-02-28"),
                 ("2026-03-01", "2026-03-31"))  # fmt: skip
QUARTER = ("2026-01-01", "2026-03-31")
A, B, C = (("quartier", code) for code in "ABC")
NORTH = ("groupe", "N")  # A and B
NESTING = Nesting(
    family={"vols": "vols", "vol_tire": "vols", "vol_caddie": "vols", "tags": "tags"},
    families={"PM": frozenset({"vols", "tags"})},
    around={A: frozenset({NORTH}), B: frozenset({NORTH}), C: frozenset(), NORTH: frozenset()},
    filled=frozenset({(None, "quartier"), (NORTH, "quartier")}),
)


def box(period=JAN, category="vols", territory=None, source="PM"):
    return Box(source, category, territory, period)


def allowed(known, *new, least=5):
    """Which of the new (box, value) may be published after the known."""
    public = Public(NESTING, known)
    return [public.add(*each, least) for each in new]


def test_the_same_again_is_no_news_and_a_few_more_are():
    known = [(box(), 20)]
    assert allowed(known, (box(), 20)) == [True]
    assert allowed(known, (box(), 23)) == [False]
    assert allowed(known, (box(), 17)) == [False]
    assert allowed(known, (box(), 30)) == [True]
    assert allowed([], (box(), 3)) == [False], "small itself"
    assert allowed([], (box(), 3), least=0) == [True]


def test_another_source_or_unrelated_boxes_tell_nothing():
    known = [(box(), 20), (box(FEB), 22), (box(category="autres"), 21)]
    assert allowed(known, (box(source="TC"), 23), (box(MAR), 19)) == [True, True]


def test_a_quarter_less_its_months():
    known = [(box(JAN), 20), (box(FEB), 30)]
    assert allowed(known, (box(QUARTER), 53)) == [False], "March would be 3"
    assert allowed(known, (box(QUARTER), 60)) == [True]
    assert allowed([(box(QUARTER), 82), (box(JAN), 50)], (box(MAR), 30)) == [False]


def test_a_whole_less_its_territories_and_those_of_another_level():
    known = [(box(territory=A), 20), (box(territory=B), 17)]
    assert allowed(known, (box(), 40)) == [False]
    assert allowed(known, (box(), 57)) == [True]
    assert allowed(known, (box(territory=NORTH), 37)) == [True]
    assert allowed([(box(territory=A), 20)], (box(territory=NORTH), 22)) == [False]


def test_a_family_less_a_category_and_everything_less_the_families():
    known = [(box(category="vol_tire"), 20)]
    assert allowed(known, (box(category="vols"), 24)) == [False]
    assert allowed(known, (box(category=None), 24)) == [False]
    assert allowed(known, (box(category=None), 60), (box(category="tags"), 37)) == [True, False]


def test_counts_that_lie_inside_in_several_dimensions():
    known = [(box(QUARTER, None, NORTH), 42)]
    assert allowed(known, (box(JAN, "vol_tire", A), 40)) == [False]
    assert allowed(known, (box(JAN, "vol_tire", C), 40)) == [True], "C is elsewhere"


def test_tables_that_cross():
    """vols in C follows from the town and A, B; all in C was printed: tags in C is the rest."""
    known = [
        (box(), 60), (box(territory=A), 20), (box(territory=B), 20),
        (box(category=None, territory=C), 40),
    ]  # fmt: skip
    assert allowed(known[:3], (box(category=None, territory=C), 23)) == [False]
    assert allowed(known[:3], (box(category=None, territory=C), 40)) == [True]
    # tags in C is 20 now; with tags in A and B the town's is known, and with it everything
    assert allowed(known, (box(category="tags", territory=A), 30)) == [True]
    assert allowed(known, (box(category="tags"), 53), (box(category="tags", territory=A), 30)) == [
        True,
        False,
    ], "3 would be left for B"


def test_what_was_refused_leaves_no_trace():
    public = Public(NESTING, [(box(), 60), (box(territory=A), 20)])
    assert not public.add(box(territory=B), 38, 5)
    assert public.add(box(territory=B), 20, 5)
    assert public.add(box(territory=C), 20, 5)


def derived(shape, known):
    """All that single missing cells tell in a table with totals (last of each axis), by another
    way: equations over a padded array, solved until nothing changes."""
    cells = np.full(shape, np.nan)
    for place, value in known.items():
        cells[place] = value
    changed = True
    while changed:
        changed = False
        for axis in range(cells.ndim):
            lines = np.moveaxis(cells, axis, -1)
            for place in np.ndindex(lines.shape[:-1]):
                line = lines[place]
                unknown = np.isnan(line)
                if unknown.sum() == 1:
                    signs = np.where(np.arange(len(line)) == len(line) - 1, -1.0, 1.0)
                    (cell,) = np.nonzero(unknown)[0]
                    line[cell] = -(signs * np.nan_to_num(line)).sum() * signs[cell]
                    changed = True
    return cells


def test_no_small_count_follows_from_all_that_is_published():
    chance = np.random.default_rng(5)
    categories, places = ["vols", "tags", None], [A, B, C, None]
    nesting = Nesting(
        {}, {"PM": frozenset({"vols", "tags"})}, dict.fromkeys((A, B, C), frozenset()),
        frozenset({(None, "quartier")}),
    )  # fmt: skip
    refused = 0
    for _ in range(200):
        inner = chance.poisson(8, (2, 3))
        table = np.pad(inner, ((0, 1), (0, 1)))
        table[-1, :-1], table[:-1, -1], table[-1, -1] = inner.sum(0), inner.sum(1), inner.sum()
        public, shown = Public(nesting), {}
        for row, column in chance.permutation(list(product(range(3), range(4)))):
            value = int(table[row, column])
            if public.add(Box("PM", categories[row], places[column], JAN), value, 5):
                shown[row, column] = value
            else:
                refused += 1
        known = derived(table.shape, shown)
        told = known[~np.isnan(known)]
        assert not ((told > 0) & (told < 5)).any(), (table, shown)
        for row in range(3):
            rest = table[row, -1] - sum(table[row, c] for c in range(3) if (row, c) in shown)
            assert (row, 3) not in shown or not 0 < rest < 5
    assert 100 < refused < 1500
