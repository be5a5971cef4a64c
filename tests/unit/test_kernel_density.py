"""Kernel density against direct summation, published numbers and another program's."""

import subprocess
from pathlib import Path

import numpy as np
import pytest
import shapely
from scipy.integrate import quad

from oltp_plugin.analysis import kernel_density as module
from oltp_plugin.analysis.grid import Grid, grid_over
from oltp_plugin.analysis.kernel_density import KERNELS, kernel_density, kernel_values
from oltp_plugin.errors import AnalysisError, Cancelled

PEERS = Path(__file__).resolve().parents[2] / ".venv-peers" / "bin" / "python"
SMOOTH = [name for name, kernel in KERNELS.items() if kernel.lattice]


@pytest.fixture(scope="module")
def town():
    """Places all over a town, one address with 200 records, weights from 0 to 3."""
    random = np.random.default_rng(3)
    x = np.concatenate([random.uniform(0, 1500, 700), np.full(200, 777.0)])
    y = np.concatenate([random.uniform(0, 1000, 700), np.full(200, 634.5)])
    return x, y, random.uniform(0, 3, len(x))


@pytest.fixture
def binned(monkeypatch):
    """The binned way, however few the points."""
    monkeypatch.setattr(module, "_DIRECT_IS_CHEAP", 0)
    monkeypatch.setattr(module, "_DIRECT_TO_BINNED", 0)


def summed(x, y, weights, grid, radius, kernel):
    """Direct summation, one cell row at a time."""
    rows = [
        (kernel_values(kernel, np.hypot(grid.x()[:, None] - x, y - line), radius) * weights).sum(1)
        for line in grid.y()
    ]
    return 1e6 * np.array(rows)


@pytest.mark.parametrize("kernel", KERNELS)
@pytest.mark.parametrize(("cell", "radius"), [(50, 250), (25, 310), (50, 50), (40, 55)])
def test_direct_way_is_exact(town, kernel, cell, radius):
    x, y, weights = town
    grid = grid_over((-200, -200, 1700, 1200), cell)
    expected = summed(x, y, weights, grid, radius, kernel)
    got = kernel_density(x, y, grid, radius, kernel, weights).per_km2
    np.testing.assert_allclose(got, expected, atol=1e-5 * expected.max())


@pytest.mark.parametrize("kernel", SMOOTH)
@pytest.mark.parametrize(("cell", "radius"), [(50, 250), (25, 310), (50, 50), (40, 55)])
@pytest.mark.parametrize("tile", [2400, 300])
def test_binned_way_is_exact_to_a_thousandth(town, binned, monkeypatch, kernel, cell, radius, tile):
    monkeypatch.setattr(module, "_TILE", tile)
    x, y, weights = town
    grid = grid_over((-200, -200, 1700, 1200), cell)
    expected = summed(x, y, weights, grid, radius, kernel)
    got = kernel_density(x, y, grid, radius, kernel, weights).per_km2
    np.testing.assert_allclose(got, expected, atol=1e-3 * expected.max())


@pytest.mark.parametrize("kernel", SMOOTH)
def test_binned_way_is_exact_for_one_stack_wherever_it_stands(binned, kernel):
    """The worst case of the error bound: all records at one point."""
    grid = grid_over((-300, -300, 300, 300), 50)
    for shift in np.linspace(0, 50, 23):
        x, y = np.full(10, shift), np.full(10, shift / 2)
        expected = summed(x, y, np.ones(10), grid, 250, kernel)
        got = kernel_density(x, y, grid, 250, kernel).per_km2
        np.testing.assert_allclose(got, expected, atol=1e-3 * expected.max())


def test_both_ways_agree_on_many_points():
    """What a million points are computed with, against direct summation at sampled cells."""
    random = np.random.default_rng(5)
    x, y = random.normal(0, 2000, (2, 300_000))
    grid = grid_over((-3000, -3000, 3000, 3000), 50)
    got = kernel_density(x, y, grid, 400).per_km2
    for row, column in random.integers(0, 120, (30, 2)):
        distance = np.hypot(grid.x()[column] - x, grid.y()[row] - y)
        expected = 1e6 * kernel_values("quartic", distance, 400).sum()
        assert got[row, column] == pytest.approx(expected, abs=1e-3 * float(got.max()))


@pytest.mark.parametrize("kernel", KERNELS)
def test_kernels_integrate_to_one(kernel):
    mass, _ = quad(lambda d: 2 * np.pi * d * float(kernel_values(kernel, d, 300.0)), 0, 300)
    assert mass == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize("kernel", KERNELS)
@pytest.mark.parametrize("way", ["direct", "binned"])
def test_mass_is_conserved(town, request, kernel, way):
    if way == "binned":
        request.getfixturevalue("binned")
    x, y, weights = town
    grid = grid_over((-400, -400, 1900, 1400), 20)
    density = kernel_density(x, y, grid, 400, kernel, weights).per_km2
    assert density.sum(dtype=float) * 20**2 / 1e6 == pytest.approx(weights.sum(), rel=1e-3)


@pytest.mark.parametrize("way", ["direct", "binned"])
def test_row_order_and_translation_change_nothing(town, request, way):
    if way == "binned":
        request.getfixturevalue("binned")
    x, y, weights = town
    grid = grid_over((0, 0, 1500, 1000), 50)
    first = kernel_density(x, y, grid, 250, weights=weights).per_km2
    order = np.random.default_rng(1).permutation(len(x))
    shuffled = kernel_density(x[order], y[order], grid, 250, weights=weights[order]).per_km2
    np.testing.assert_allclose(shuffled, first, rtol=1e-4, atol=1e-5 * first.max())
    far = Grid(grid.left + 700_000, grid.top + 6_200_000, 50, grid.rows, grid.columns)
    moved = kernel_density(x + 700_000, y + 6_200_000, far, 250, weights=weights).per_km2
    np.testing.assert_allclose(moved, first, rtol=1e-4, atol=1e-5 * first.max())


def test_weights_count_as_repeated_records(town):
    x, y, _ = town
    times = np.arange(len(x)) % 4
    grid = grid_over((0, 0, 1500, 1000), 50)
    weighted = kernel_density(x, y, grid, 250, weights=times).per_km2
    repeated = kernel_density(np.repeat(x, times), np.repeat(y, times), grid, 250).per_km2
    np.testing.assert_allclose(weighted, repeated, rtol=1e-4, atol=1e-5 * repeated.max())


def test_cells_that_no_point_reaches_are_zero(binned):
    grid = grid_over((0, 0, 5000, 5000), 50)
    density = kernel_density([500.0, 700.0], [500.0, 900.0], grid, 250).per_km2
    assert (density == 0).mean() > 0.9
    assert (density >= 0).all()


# --- study area and its edges -----------------------------------------------------------------


def half_plane_mass(kernel: str, distance: float, radius: float) -> float:
    """The kernel's share on one side of a straight edge at ``distance``, by integration."""

    def strip(t: float) -> float:
        half = np.sqrt(max(radius**2 - t**2, 0))
        return quad(lambda s: float(kernel_values(kernel, np.hypot(s, t), radius)), -half, half)[0]

    return quad(strip, -radius, distance, limit=100)[0]


@pytest.mark.parametrize("kernel", KERNELS)
def test_edge_correction_divides_by_the_mass_inside(kernel):
    area = shapely.box(0, 0, 4000, 4000)
    grid = grid_over(area.bounds, 50)
    random = np.random.default_rng(2)
    x, y = random.uniform(0, 4000, (2, 4000))
    raw = kernel_density(x, y, grid, 250, kernel, area=area, edge_correction=False).per_km2
    corrected = kernel_density(x, y, grid, 250, kernel, area=area).per_km2
    ratio = raw / corrected
    for column in (0, 1, 3, 6):
        expected = half_plane_mass(kernel, 25 + 50 * column, 250)
        assert ratio[40, column] == pytest.approx(expected, abs=2e-3)
    assert ratio[0, 0] == pytest.approx(half_plane_mass(kernel, 25, 250) ** 2, abs=0.03)
    assert ratio[40, 40] == pytest.approx(1, abs=1e-5)


def test_even_density_is_even_up_to_the_edge():
    """1,000 records per km² everywhere give 1,000 at the edge too, and half without correction."""
    area = shapely.box(0, 0, 3000, 3000)
    line = np.arange(5, 3000, 10.0)
    x, y = (each.ravel() for each in np.meshgrid(line, line))
    weights = np.full(len(x), 0.1)
    grid = grid_over(area.bounds, 50)
    corrected = kernel_density(x, y, grid, 250, weights=weights, area=area).per_km2
    np.testing.assert_allclose(corrected, 1000, rtol=5e-3)
    raw = kernel_density(x, y, grid, 250, weights=weights, area=area, edge_correction=False).per_km2
    assert raw[30, 0] < 650


def test_cells_outside_have_no_value_and_points_outside_do_not_exist():
    area = shapely.Point(1000, 1000).buffer(600)
    grid = grid_over((0, 0, 2000, 2000), 50)
    result = kernel_density([1000.0, 1650.0], [1000.0, 1000.0], grid, 250, area=area)
    alone = kernel_density([1000.0], [1000.0], grid, 250, area=area)
    np.testing.assert_array_equal(result.per_km2, alone.per_km2)
    assert result.used == 1
    x, y = np.meshgrid(grid.x(), grid.y())
    np.testing.assert_array_equal(np.isfinite(result.per_km2), shapely.contains_xy(area, x, y))


# --- numbers that nobody here produced ---------------------------------------------------------


@pytest.mark.parametrize("way", ["direct", "binned"])
def test_closed_form_of_one_point(published, request, way):
    if way == "binned":
        request.getfixturevalue("binned")
    expected = published["quartic_unit"]["expected"]
    grid = Grid(-525, 525, 50, 21, 21)  # a centre at the point, others at 150 m
    density = kernel_density([0.0], [0.0], grid, 300).per_km2
    assert density[10, 10] == pytest.approx(expected["d=0 m"], rel=1e-3)
    assert density[10, 13] == pytest.approx(expected["d=150 m"], rel=1e-3)


def test_conservative_kernel_of_btb(published):
    """btb spreads each weight over the given centres in proportion to the kernel's values there.

    Conversion: our density of one point, divided by its sum over the centres, times the weight.
    """
    expected = published["btb_quartic"]["expected"]["values"]
    grid = Grid(0, 100, 20, 4, 3)  # centres x 10, 30, 50 and y 90 … 30
    total = np.zeros((grid.rows, grid.columns))
    for x, y, weight in ((22.0, 70.0, 10.0), (35.0, 55.0, 13.0)):
        alone = kernel_density([x], [y], grid, 41).per_km2.astype(float)
        total += weight * alone / alone.sum()
    south_to_north = total[::-1].ravel()
    np.testing.assert_allclose(south_to_north, expected, rtol=1e-5)


_FFTKDE = """
import sys
import numpy as np
from KDEpy import FFTKDE
data = np.load(sys.argv[1])
across, up = data["across"], data["up"]
grid = np.column_stack([np.repeat(across, len(up)), np.tile(up, len(across))])
model = FFTKDE(kernel="biweight", norm=2, bw=float(data["radius"]) / np.sqrt(7))
density = model.fit(data["points"], weights=data["weights"]).evaluate(grid)
np.save(sys.argv[2], density.reshape(len(across), len(up)))
"""


def test_kdepy_is_a_second_witness(town, tmp_path):
    """KDEpy's bandwidth is a standard deviation, radius/√7 for the quartic; its density sums to 1.

    It bins to the given lattice, 10 m here, so that its own error is a thousandth too.
    """
    if not PEERS.exists() or subprocess.run([PEERS, "-c", "import KDEpy"], check=False).returncode:
        pytest.skip("the peers are not installed: scripts/install.sh peers")
    x, y, weights = town
    grid = grid_over((-260, -260, 1760, 1260), 10)
    np.savez(
        tmp_path / "in.npz",
        points=np.column_stack((x, y)),
        weights=weights,
        across=grid.x(),
        up=grid.y()[::-1],
        radius=300.0,
    )
    subprocess.run([PEERS, "-c", _FFTKDE, tmp_path / "in.npz", tmp_path / "out.npy"], check=True)
    theirs = np.load(tmp_path / "out.npy").T[::-1] * weights.sum() * 1e6
    ours = kernel_density(x, y, grid, 300, weights=weights).per_km2
    np.testing.assert_allclose(ours, theirs, atol=2e-3 * theirs.max())


# --- bad input and cancelling ------------------------------------------------------------------


def test_refusals():
    grid = grid_over((0, 0, 1000, 1000), 50)
    with pytest.raises(AnalysisError, match="no_located_points"):
        kernel_density([], [], grid, 250)
    with pytest.raises(AnalysisError, match="radius_under_cell"):
        kernel_density([1.0], [1.0], grid, 49)
    with pytest.raises(AnalysisError, match="study_area_misses_points"):
        kernel_density([1.0], [1.0], grid, 250, area=shapely.box(500, 500, 900, 900))


@pytest.mark.parametrize("way", ["direct", "binned"])
def test_a_cancelled_run_stops(town, request, way):
    if way == "binned":
        request.getfixturevalue("binned")

    def tick(fraction):
        raise Cancelled()

    with pytest.raises(Cancelled):
        kernel_density(*town[:2], grid_over((0, 0, 1500, 1000), 50), 250, tick=tick)


def test_progress_only_rises(town):
    seen = []
    area = shapely.box(0, 0, 1500, 1000)
    grid = grid_over(area.bounds, 50)
    kernel_density(*town[:2], grid, 250, area=area, tick=seen.append)
    assert seen == sorted(seen)
    assert 0 <= seen[0] <= seen[-1] <= 1
