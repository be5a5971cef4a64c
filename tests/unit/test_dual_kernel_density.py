"""The ratio of two densities: 1 where nothing differs, whatever the scale."""

import numpy as np
import pytest
import shapely

from oltp_plugin.analysis.dual_kernel_density import (
    DIFFERENCE,
    LOG2,
    NONE,
    RATIO,
    dual_kernel_density,
)
from oltp_plugin.analysis.grid import grid_over
from oltp_plugin.analysis.kernel_density import kernel_values
from oltp_plugin.errors import AnalysisError

AREA = shapely.from_wkt("POLYGON ((0 0, 3000 0, 3000 1500, 1500 1500, 1500 3000, 0 3000, 0 0))")
GRID = grid_over((0, 0, 3000, 3000), 50)


def scattered(seed: int, n: int):
    return np.random.default_rng(seed).uniform(0, 3000, (2, n))


@pytest.mark.parametrize(("mode", "expected"), [(LOG2, 0), (RATIO, 1), (DIFFERENCE, 0)])
@pytest.mark.parametrize("area", [None, AREA])
def test_the_same_layer_twice_differs_nowhere(mode, expected, area):
    x, y = scattered(1, 400)
    found = dual_kernel_density(x, y, x, y, GRID, 300, mode, area=area)
    held = np.isfinite(found.values)
    assert held.mean() > 0.6
    np.testing.assert_allclose(found.values[held], expected, atol=1e-6)


def test_scale_and_weights_change_no_ratio():
    x, y = scattered(1, 300)
    rx, ry = scattered(2, 500)
    first = dual_kernel_density(x, y, rx, ry, GRID, 300, RATIO, area=AREA)
    weights = np.full(500, 7.5)
    scaled = dual_kernel_density(
        np.tile(x, 3), np.tile(y, 3), rx, ry, GRID, 300, RATIO, None, weights, AREA
    )
    np.testing.assert_allclose(scaled.values, first.values, rtol=1e-4)
    assert (scaled.used, scaled.reference_used) == (3 * first.used, first.reference_used)
    logs = dual_kernel_density(x, y, rx, ry, GRID, 300, LOG2, area=AREA)
    there = first.values > 2.0**NONE
    np.testing.assert_allclose(logs.values[there], np.log2(first.values[there]), atol=1e-5)
    swapped = dual_kernel_density(rx, ry, x, y, GRID, 300, LOG2, area=AREA)
    both = np.isfinite(swapped.values) & there & (swapped.values > NONE)
    np.testing.assert_allclose(swapped.values[both], -logs.values[both], atol=1e-4)


def test_against_direct_sums_and_edges_cancel():
    x, y = scattered(3, 60)
    rx, ry = scattered(4, 90)
    gx, gy = np.meshgrid(GRID.x(), GRID.y())

    def summed(px, py):
        held = shapely.intersects_xy(AREA, px, py)
        apart = np.hypot(gx[..., None] - px[held], gy[..., None] - py[held])
        return kernel_values("quartic", apart, 400).sum(axis=-1) / held.sum()

    with np.errstate(all="ignore"):
        expected = summed(x, y) / summed(rx, ry)
    found = dual_kernel_density(x, y, rx, ry, GRID, 400, RATIO, area=AREA).values
    held = np.isfinite(found)
    np.testing.assert_allclose(found[held], expected[held], rtol=2e-3, atol=1e-4)


def test_a_thin_reference_has_no_value_and_nothing_beside_much_is_the_floor():
    x, y = np.full(20, 500.0), np.full(20, 500.0)
    rx, ry = np.array([500.0] * 50 + [2000.0] * 50 + [800.0]), np.full(101, 500.0)
    ry[-1] = 2500
    found = dual_kernel_density(x, y, rx, ry, GRID, 300, LOG2)
    row = int((GRID.top - 500) // 50)
    assert found.values[row, 10] == pytest.approx(np.log2(101 / 50), abs=1e-3)
    assert found.values[row, 40] == NONE
    assert np.isnan(found.values[int((GRID.top - 2500) // 50), 16])
    assert found.masked > 0.8


def test_the_difference_adds_up_to_nothing_and_is_in_incidents():
    x, y = 500 + scattered(5, 200) / 2
    rx, ry = 500 + scattered(6, 700) / 2
    found = dual_kernel_density(x, y, rx, ry, GRID, 400, DIFFERENCE)
    spread = dual_kernel_density(x, y, x, y, GRID, 400, DIFFERENCE)
    excess = np.nansum(found.values, dtype=float) * 50**2 / 1e6
    assert abs(excess) < 0.05 * 200  # but for what the mask hides
    assert np.nanmax(found.values) > np.nanmax(spread.values) + 1


def test_without_a_reference():
    x, y = scattered(1, 30)
    for reference in ((x[:0], y[:0], None), (x + 1e6, y, None), (x, y, np.zeros(30))):
        with pytest.raises(AnalysisError) as caught:
            dual_kernel_density(
                x, y, *reference[:2], GRID, 300, LOG2, None, reference[2], area=AREA
            )
        assert caught.value.code == "no_reference"
