"""A map made again with other choices: what must stay, what must vanish."""

import numpy as np
import pytest
import shapely

from oltp_plugin.analysis.robustness import DensityMap, GiStarMap, Records, robustness

TOWN = shapely.box(0, 0, 3000, 3000)
STRONG, ONE_SOURCE, STACKED = (800, 800), (2200, 800), (1500, 2300)


@pytest.fixture(scope="module")
def records():
    """Three spots: one in both files, one in a single file, one at few addresses."""
    random = np.random.default_rng(2)
    parts = [random.uniform(0, 3000, (400, 2))]
    sources = [random.choice(["PM", "TC"], 400)]
    parts.append(random.normal(STRONG, 60, (90, 2)))
    sources.append(random.choice(["PM", "TC"], 90))
    parts.append(random.normal(ONE_SOURCE, 60, (60, 2)))
    sources.append(np.full(60, "TC"))
    addresses = np.array(STACKED) + np.array([(-120, 0), (0, 0), (120, 0), (0, 120)])
    parts.append(np.repeat(addresses, 20, axis=0))
    sources.append(np.full(80, "PM"))
    places = np.clip(np.concatenate(parts), 0, 3000)
    return Records(places[:, 0], places[:, 1], None, np.concatenate(sources))


def at(found, values, place):
    return values[found.cells.assign([place[0] + 1], [place[1] + 1])[0]]


@pytest.mark.parametrize("chosen", [GiStarMap(100), GiStarMap(100, True), DensityMap(50, 250)])
def test_each_change_takes_away_what_rests_on_it(records, chosen):
    found = robustness(records, TOWN, chosen)
    for place in (STRONG, ONE_SOURCE, STACKED):
        assert at(found, found.hot, place)
    assert at(found, found.share, STRONG) >= 0.8
    assert at(found, found.variants["without PM"], ONE_SOURCE)
    assert not at(found, found.variants["without TC"], ONE_SOURCE)
    assert not at(found, found.variants["without PM"], STACKED)
    assert not at(found, found.variants["thinned"], STACKED)
    lost = found.lost_in()
    rests = at(found, np.array(lost, dtype=object), STRONG)
    assert "thinned" not in rests
    assert "without TC" in at(found, np.array(lost, dtype=object), ONE_SOURCE)
    assert len(found.variants) == 10
    places = found.places()
    assert places.max() >= 0.7
    assert places.min() < 0.95


def test_share_is_the_mean_of_the_variants_on_cells_of_50_m(records):
    found = robustness(records, TOWN, GiStarMap(100))
    assert len(found.cells) == 3600
    np.testing.assert_array_equal(
        found.share, np.stack(list(found.variants.values())).sum(axis=0) / 10
    )


def test_one_source_or_none_is_not_left_out():
    x, y = np.random.default_rng(1).uniform(0, 3000, (2, 300))
    for source in (None, np.full(300, "PM")):
        found = robustness(Records(x, y, None, source), TOWN, GiStarMap(150))
        assert not any(name.startswith("without") for name in found.variants)
        assert len(found.variants) == 8


def test_chance_has_no_place_to_speak_of():
    x, y = np.random.default_rng(3).uniform(0, 3000, (2, 500))
    found = robustness(Records(x, y), TOWN, GiStarMap(100))
    assert not found.hot.any()
    assert found.places().size == 0
    assert found.share.max() <= 0.25


def test_thinning_keeps_one_record_a_place():
    records = Records(
        np.array([5.0, 1, 5, 5]), np.array([1.0, 1, 1, 2]), np.array([1.0, 2, 3, 4]), None
    )
    kept = records.thinned()
    assert kept.x.tolist() == [5, 1, 5]
    assert kept.weights.tolist() == [1, 2, 4]


def test_an_edge_that_cuts_the_fine_cells(records):
    found = robustness(records, shapely.Point(1500, 1500).buffer(1490), GiStarMap(100))
    assert at(found, found.hot, STRONG)
    assert found.cells.share.min() < 0.3
