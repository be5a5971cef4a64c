"""Getis-Ord and Moran: published numbers, esda's, brute force, and what must hold for any map."""

import json

import numpy as np
import pytest
import shapely
from scipy import sparse

from oltp_plugin.analysis.cells import GivenCells, hexagon_cells, square_cells
from oltp_plugin.analysis.false_discovery import benjamini_hochberg
from oltp_plugin.analysis.getis_ord import general_g, getis_ord, gi, gi_star, significance_bin
from oltp_plugin.analysis.moran import local_moran, moran
from oltp_plugin.analysis.sums_of_cells import LEAST_DRAWS, distribution


def grid(rows, columns=None):
    """Which cells of a whole grid touch."""
    return square_cells(shapely.box(0, 0, columns or rows, rows), 1).adjacency


# --- numbers that nobody here made ------------------------------------------------------------


def test_gi_star_of_the_small_grid(published):
    wanted = published["gistar_5x5"]
    values = np.zeros((5, 5))
    values[0, 0], values[1, 2], values[2, 2], values[2, 3] = 1, 6, 10, 8
    z = gi_star(values.ravel(), grid(5)).reshape(5, 5)
    for places, expected in wanted["expected"].items():
        for place in places.split():
            row, column = map(int, place.strip("()").split(","))
            assert z[row, column] == pytest.approx(expected, abs=wanted["tolerance"]), place


def test_general_g_and_local_gi_of_six_points(published):
    wanted = published["g_local_toy"]["expected"]
    points = np.array([(10, 10), (20, 10), (40, 10), (15, 20), (30, 20), (30, 30)])
    distance = np.hypot(*(points[:, None] - points).T)
    near = sparse.csr_matrix(((distance <= 15) & (distance > 0)).astype(float))
    y = np.array([2, 3, 3.2, 5, 8, 7])
    found = general_g(y, near)
    assert found.g == pytest.approx(wanted["G"], abs=1e-6)
    from scipy.stats import norm

    assert norm.sf(abs(found.z)) == pytest.approx(wanted["p_norm"], abs=1e-6)
    assert gi(y, row_standardised(near))[0] == pytest.approx(wanted["Zs0"], abs=1e-6)


def test_local_gi_of_the_departements_of_1830(published, oracles):
    wanted = published["gi_guerry"]
    layer = json.loads((oracles / "inputs" / "guerry.geojson").read_text(encoding="utf-8"))
    rows = layer["features"]
    values = np.array([row["properties"]["crime_pers"] for row in rows], dtype=float)
    polygons = np.array([shapely.geometry.shape(row["geometry"]) for row in rows], dtype=object)
    touching = GivenCells(polygons, shapely.union_all(polygons)).adjacency
    found = gi(values, row_standardised(touching))
    np.testing.assert_allclose(found, wanted["expected"]["gi"], atol=wanted["tolerance"])


def row_standardised(weights):
    total = np.asarray(weights.sum(axis=1)).ravel()
    return sparse.diags(1 / np.where(total, total, 1)) @ weights


ESDA = """
from esda.getisord import G_Local
from esda.moran import Moran, Moran_Local
from libpysal.weights import W
count = int(maps)
for number in range(count):
    y = globals()[f"y{number}"]
    ends, beside = globals()[f"ends{number}"], globals()[f"beside{number}"]
    parts = {row: beside[ends[row]:ends[row + 1]].tolist() for row in range(len(y))}
    w = W(parts, silence_warnings=True)
    star = G_Local(y, w, transform="B", star=True, permutations=0)
    one = Moran(y, w, transformation="B", permutations=0)
    local = Moran_Local(y, w, transformation="B", permutations=0)
    answer[f"star{number}"] = star.Zs
    answer[f"moran{number}"] = np.array([one.I, one.EI, one.VI_norm, one.VI_rand])
    answer[f"i{number}"] = local.Is
    with np.errstate(all="ignore"):
        scaled = local.Is * len(y) / (len(y) - 1)  # their moments are those of this one
        answer[f"z{number}"] = (scaled - local.EIc) / np.sqrt(local.VIc)
"""


def random_maps():
    """Grids of all kinds: ties, zeros, weights, holes, islands, hexagons."""
    random = np.random.default_rng(11)
    maps = []
    for number, (rows, columns) in enumerate([(6, 9), (12, 12), (20, 15), (9, 9), (15, 15)]):
        adjacency = grid(rows, columns)
        if number >= 2:  # holes, and with enough of them islands
            kept = np.flatnonzero(
                random.uniform(size=rows * columns) < (0.7, 0.3, 0.15)[number - 2]
            )
            adjacency = adjacency[kept][:, kept]
        n = adjacency.shape[0]
        maps += [(random.poisson(0.3, n).astype(float), adjacency)]
        maps += [(random.poisson(4, n) * random.choice([0.0, 0.5, 1.75], n), adjacency)]
        maps += [(random.exponential(3, n), adjacency)]
    hexagons = hexagon_cells(shapely.Point(0, 0).buffer(9), 1).tested_adjacency
    maps += [(random.poisson(1, hexagons.shape[0]).astype(float), hexagons)]
    return maps


def test_z_and_moran_are_esdas(peer):
    maps = random_maps()
    given = {"maps": np.array(len(maps))}
    for number, (y, adjacency) in enumerate(maps):
        given |= {f"y{number}": y, f"ends{number}": adjacency.indptr}
        given |= {f"beside{number}": adjacency.indices}
    theirs = peer(ESDA, **given)
    assert any((np.diff(adjacency.indptr) == 0).any() for _, adjacency in maps)  # islands
    for number, (y, adjacency) in enumerate(maps):
        np.testing.assert_allclose(gi_star(y, adjacency), theirs[f"star{number}"], atol=1e-9)
        whole = moran(y, adjacency)
        ours = whole.i, whole.expected, whole.variance_normal, whole.variance_random
        np.testing.assert_allclose(ours, theirs[f"moran{number}"], atol=1e-9)
        local = local_moran(y, adjacency)
        np.testing.assert_allclose(local.i, theirs[f"i{number}"], atol=1e-9)
        z = theirs[f"z{number}"]
        has = np.isfinite(z) & (local.neighbours > 0)
        assert has.any()
        np.testing.assert_allclose(local.z[has], z[has], atol=1e-9)


# --- p against brute force --------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["counts", "halves", "any weights"])
def test_p_is_that_of_shuffled_maps(kind):
    random = np.random.default_rng(3)
    adjacency = grid(40)
    values = random.poisson(0.6, 1600).astype(float)
    values[random.integers(0, 1600, 12)] += 4
    values *= {"counts": 1, "halves": 0.5, "any weights": np.pi}[kind]
    if kind == "any weights":
        values *= random.uniform(0.9, 1.1, 1600)
    ours = getis_ord(values, adjacency)
    assert bool(ours.drawn) == (kind == "any weights")
    sums = adjacency @ values + values
    shuffles, least, most = 500, np.zeros(1600), np.zeros(1600)
    inner = np.flatnonzero(ours.neighbours == 9)
    for _ in range(shuffles):
        shuffled = random.permutation(values)
        theirs = np.sort((adjacency @ shuffled + shuffled)[inner])
        least += np.searchsorted(theirs, sums + 1e-9, "right")
        most += len(inner) - np.searchsorted(theirs, sums - 1e-9, "left")
    chance = np.minimum(1, 2 * np.minimum(least, most) / (shuffles * len(inner)))
    # Windows overlap, so that the shuffles are worth about a ninth; drawing with replacement
    # makes the sum 1 part in 200 wider.
    error = np.sqrt(chance * (1 - chance) / (shuffles * len(inner) / 9))
    assert (np.abs(ours.p - chance)[inner] <= 4 * error[inner] + 0.02 * chance[inner] + 1e-5).all()


def test_p_of_a_cell_given_its_own_value_is_that_of_shuffled_others():
    random = np.random.default_rng(4)
    adjacency = grid(30)
    values = random.poisson(0.8, 900).astype(float)
    values[[100, 101, 400]] = 9, 7, 12
    ours = local_moran(values, adjacency)
    lag = adjacency @ values
    for cell in [100, 101, 131, 400, 431, 500, 0, 29]:
        others = np.delete(values, cell)
        k = ours.neighbours[cell]
        drawn = np.sort(random.integers(0, len(others), (20_500, k)), axis=1)
        drawn = drawn[(np.diff(drawn, axis=1) > 0).all(axis=1)]  # no cell twice
        sums = others[drawn].sum(axis=1)
        tail = min((sums <= lag[cell]).mean(), (sums >= lag[cell]).mean())
        chance = min(1, 2 * tail)
        error = 2 * np.sqrt(max(tail, ours.p[cell] / 2) / len(sums))
        assert ours.p[cell] == pytest.approx(chance, abs=4 * error + 0.03 * chance + 1e-4)


def test_sums_of_many_large_weights_are_drawn_rather_than_convolved():
    """Every cell another number of euros: a convolution for each took minutes."""
    amounts = np.random.default_rng(5).permutation(np.arange(0, 180_000, 18))
    assert distribution(amounts, 9).drawn >= LEAST_DRAWS
    assert not distribution(np.random.default_rng(5).poisson(3, 14_400), 9).drawn
    assert not distribution(amounts[:100] // 18, 9).drawn


def test_p_of_three_cells_by_hand():
    """Values 0, 0, 1, all three side by side: the ends sum two cells, the middle three."""
    values, adjacency = np.array([0.0, 0, 1]), grid(1, 3)
    found = getis_ord(values, adjacency)
    assert found.neighbours.tolist() == [2, 3, 2]
    p_none = (2 / 3) ** 2  # two draws with a sum of 0
    assert found.p == pytest.approx([2 * p_none, 1, 1], abs=1e-12)


# --- what must hold for any map ---------------------------------------------------------------


@pytest.mark.parametrize("statistic", [getis_ord, local_moran])
def test_a_constant_added_to_every_cell_changes_nothing(statistic):
    values = np.random.default_rng(5).poisson(0.7, 400).astype(float)
    plain, raised = statistic(values, grid(20)), statistic(values + 1000, grid(20))
    np.testing.assert_allclose(raised.z, plain.z, atol=1e-9)
    np.testing.assert_allclose(raised.p, plain.p, atol=1e-12)


@pytest.mark.parametrize("statistic", [getis_ord, local_moran])
def test_a_map_turned_by_90_degrees_has_the_same_result_turned(statistic):
    values = np.random.default_rng(6).poisson(0.7, (15, 25)).astype(float)
    plain = statistic(values.ravel(), grid(15, 25))
    turned = statistic(np.rot90(values).ravel(), grid(25, 15))
    for name in ("z", "p", "neighbours"):
        there = np.rot90(getattr(plain, name).reshape(15, 25)).ravel()
        np.testing.assert_allclose(getattr(turned, name), there, atol=1e-12)


@pytest.mark.parametrize("statistic", [getis_ord, local_moran])
def test_the_order_of_the_cells_does_not_matter(statistic):
    random = np.random.default_rng(7)
    values, adjacency, order = random.poisson(0.7, 400), grid(20), random.permutation(400)
    plain = statistic(values, adjacency)
    mixed = statistic(values[order], adjacency[order][:, order])
    np.testing.assert_allclose(mixed.z, plain.z[order], atol=1e-12)
    np.testing.assert_allclose(mixed.p, plain.p[order], atol=1e-12)


@pytest.mark.parametrize("statistic", [getis_ord, local_moran])
def test_a_map_without_variation_is_neither_hot_nor_cold(statistic):
    found = statistic(np.full(25, 3.0), grid(5))
    assert (found.z == 0).all()
    assert (found.p == 1).all()


def test_a_plateau_and_a_lone_peak():
    values = np.zeros((30, 30))
    values[5:9, 5:9] = 3
    values[20, 20] = 5
    found = local_moran(values.ravel(), grid(30))
    q = benjamini_hochberg(found.p).reshape(30, 30)
    quadrant = found.quadrant.reshape(30, 30)
    assert (q[5:9, 5:9] <= 0.05).all()
    assert (quadrant[5:9, 5:9] == "HH").all()
    assert quadrant[20, 20] == "HL"
    assert quadrant[19, 20] == "LH"
    assert quadrant[25, 3] == "LL"


def test_bins():
    significance = np.array([0.01, 0.011, 0.05, 0.051, 0.1, 0.11, np.nan])
    hot = np.array([1, -1, 1, 1, -1, 1, 1])
    assert significance_bin(significance, hot).tolist() == [3, -2, 2, 1, -1, 0, 0]


# --- chance, and what is not ------------------------------------------------------------------


@pytest.mark.parametrize("stacked", [1, 4])
@pytest.mark.parametrize("mean", [0.05, 0.2, 0.5, 1, 2, 5])
def test_random_maps_are_called_hot_as_rarely_as_promised(mean, stacked):
    """Of 200 maps at most 5 % (and three standard errors of that) show any cell at 0.05."""
    random = np.random.default_rng(int(100 * mean) + stacked)
    adjacency, maps = grid(40), 200
    called = 0
    for _ in range(maps):
        found = getis_ord(stacked * random.poisson(mean / stacked, 1600), adjacency)
        called += (benjamini_hochberg(found.p) <= 0.05).any()
    assert called / maps <= 0.05 + 3 * np.sqrt(0.05 * 0.95 / maps)


def test_twenty_incidents_in_four_cells_are_found():
    random = np.random.default_rng(20)
    adjacency, found = grid(75), 0
    block = np.add.outer([30 * 75, 31 * 75], [40, 41]).ravel()
    for _ in range(100):
        values = random.poisson(0.05, 5625)
        values[block] += random.multinomial(20, [0.25] * 4)
        statistic = getis_ord(values, adjacency)
        bins = significance_bin(benjamini_hochberg(statistic.p), statistic.hot)
        found += (bins[block] >= 2).all()
    assert found >= 95
