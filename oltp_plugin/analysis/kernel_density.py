"""Kernel density of points on a grid (Silverman 1986; Chainey & Ratcliffe 2005).

The density at a cell's centre c is Σ w K(|c - p|) over the points p within the radius h, where K
integrates to 1 over the plane: so many incidents per unit of area.

Two ways lead there. *Direct*: the kernel is evaluated for every point and cell, which is exact.
*Binned*, for the smooth kernels where it is faster: each weight is shared among the four nearest
nodes of a finer lattice (linear binning), which is then convolved with the kernel (Wand 1994).
Its error at one point is at most s² (|∂²K/∂x²| + |∂²K/∂y²|) / 8 for a lattice spacing s; the
spacing is chosen so that this stays under 0.08 % of K(0).

Edge correction: the density is divided by the kernel's mass inside the study area, centred on the
same cell (Diggle 1985's uniform correction, as spatstat's ``density.ppp`` by default). Points
outside the study area do not exist; cells whose centre is outside have no value.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import scipy.fft

from oltp_plugin.errors import AnalysisError

from .grid import Grid, coverage, inside

PER_KM2 = 1e6  # from per m²
_DIRECT_IS_CHEAP = 2e7  # evaluations of the kernel, a fraction of a second
_DIRECT_TO_BINNED = 6.0  # the time of one evaluation, in lattice nodes of the binned way
_TILE = 2400  # lattice nodes a side: keeps memory low and cancelling quick
_IN_CACHE = 16_384  # points handled at once, so that what is computed stays in the cache
_NOISE = 2e-6  # of the maximum: what rounding leaves where there is nothing


@dataclass(frozen=True)
class Kernel:
    """``shape``: K as a function of u = (d/h)², for u < 1, up to ``factor`` / (π h²).

    ``lattice``: nodes a radius that binning needs; None where it is not exact enough.
    """

    shape: Callable[[np.ndarray], np.ndarray]
    factor: float
    lattice: int | None


KERNELS = {
    "quartic": Kernel(lambda u: (1 - u) ** 2, 3.0, 36),
    "triangular": Kernel(lambda u: 1 - np.sqrt(u), 3.0, None),
    "uniform": Kernel(lambda u: np.ones_like(u), 1.0, None),
    "triweight": Kernel(lambda u: (1 - u) ** 3, 4.0, 45),
    "epanechnikov": Kernel(lambda u: 1 - u, 2.0, None),
}


@dataclass(frozen=True)
class Density:
    """``per_km2``: rows × columns, float32, NaN outside the area. ``used``: points inside it."""

    per_km2: np.ndarray
    used: int


def kernel_values(kernel: str, distance, radius: float) -> np.ndarray:
    """K at distances (m) from a point, per m²; 0 from ``radius`` on."""
    chosen = KERNELS[kernel]
    u = (np.asarray(distance, dtype=float) / radius) ** 2
    values = chosen.shape(np.minimum(u, 1.0))
    return np.where(u < 1, values, 0.0) * chosen.factor / (math.pi * radius**2)


def kernel_density(
    x,
    y,
    grid: Grid,
    radius: float,
    kernel: str = "quartic",
    weights=None,
    area=None,
    edge_correction: bool = True,
    tick: Callable[[float], None] = lambda fraction: None,
) -> Density:
    """Incidents per km² at the cells' centres, from the points that ``area`` holds.

    ``x``, ``y``: n points in a plane CRS in metres; ``radius``: metres; ``kernel``: one of
    ``KERNELS``; ``weights``: n numbers ≥ 0, 1 each by default; ``area``: the study area as shapely
    polygons, outside which the density is NaN; ``edge_correction``: divide by the part of the
    kernel that lies inside it. Raises AnalysisError
    ``no_located_points``, ``radius_under_cell``, ``study_area_misses_points``.
    """
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if len(x) == 0:
        raise AnalysisError("no_located_points")
    if radius < grid.cell:
        raise AnalysisError("radius_under_cell", radius=f"{radius:g}", cell=f"{grid.cell:g}")
    if area is not None:
        x, y, weights = points_inside(x, y, weights, area)
    corrected = area is not None and edge_correction
    share = 0.6 if corrected else 1.0
    density = _density(x, y, weights, grid, radius, kernel, lambda fraction: tick(share * fraction))
    density *= PER_KM2
    if corrected:
        mass = _mass_inside(
            area, grid, radius, kernel, lambda fraction: tick(share + (1 - share) * fraction)
        )
        np.divide(density, mass, out=density, where=mass > 0)
    if area is not None:
        density[~inside(area, grid)] = np.nan
    return Density(density, len(x))


def points_inside(x, y, weights, area):
    """x, y and weights (or None) of the points that ``area`` holds, its edge included.

    Raises AnalysisError ``study_area_misses_points`` where it holds none.
    """
    import shapely

    shapely.prepare(area)
    held = shapely.intersects_xy(area, x, y)
    if not held.any():
        raise AnalysisError("study_area_misses_points")
    if held.all():
        return x, y, weights
    return x[held], y[held], None if weights is None else np.asarray(weights)[held]


def _density(x, y, weights, grid: Grid, radius: float, kernel: str, tick) -> np.ndarray:
    """Per m², float32."""
    chosen = KERNELS[kernel]
    evaluations = len(x) * math.pi * (radius / grid.cell + 0.5) ** 2
    if chosen.lattice is None or evaluations < _DIRECT_IS_CHEAP:
        return _direct(x, y, weights, grid, radius, chosen, tick)
    fineness = max(1, math.ceil(chosen.lattice * grid.cell / radius))
    nodes = grid.rows * grid.columns * fineness**2
    if evaluations < _DIRECT_TO_BINNED * nodes:
        return _direct(x, y, weights, grid, radius, chosen, tick)
    spectrum = _Spectrum(chosen, radius, grid.cell / fineness)
    density = _convolved(
        grid, fineness, spectrum, lambda tile: _shared_among_nodes(x, y, weights, tile), tick
    )
    np.maximum(density, 0, out=density)
    density[density < _NOISE * density.max()] = 0
    return density


# --- direct -----------------------------------------------------------------------------------


def _direct(x, y, weights, grid: Grid, radius: float, kernel: Kernel, tick) -> np.ndarray:
    """Every point with every cell in reach.

    Points are sorted by cell; for each offset between a point's cell and the target's, the
    kernel is one pass over the points and a sum over each cell's run of them.
    """
    reach = math.floor(radius / grid.cell + 0.5)
    width = grid.columns + 2 * reach
    column = np.floor((x - grid.left) / grid.cell).astype(np.intp)
    row = np.floor((grid.top - y) / grid.cell).astype(np.intp)
    near = (
        (column >= -reach) & (column < grid.columns + reach)
        & (row >= -reach) & (row < grid.rows + reach)
    )  # fmt: skip
    cell = ((row + reach) * width + column + reach)[near]
    order = np.argsort(cell, kind="stable")
    cell = cell[order]
    # From the point to the centre of its own cell, in radii.
    dx = ((grid.left + (column + 0.5) * grid.cell - x)[near][order] / radius).astype(np.float32)
    dy = ((grid.top - (row + 0.5) * grid.cell - y)[near][order] / radius).astype(np.float32)
    w = None if weights is None else np.asarray(weights, dtype=np.float32)[near][order]
    starts = np.flatnonzero(np.diff(cell, prepend=-1))
    occupied = cell[starts]
    # Offsets may point past the padded grid's last row or before its first: room for both.
    margin = reach * (width + 1)
    total = np.zeros(width * (grid.rows + 2 * reach) + 2 * margin)
    step = grid.cell / radius
    offsets = _offsets(reach, step)
    for number, (down, right) in enumerate(offsets):
        tick(number / len(offsets))
        u = (dx + np.float32(right * step)) ** 2
        u += (dy - np.float32(down * step)) ** 2
        values = kernel.shape(np.minimum(u, np.float32(1)))
        values *= u < 1
        if w is not None:
            values *= w
        if len(values):
            sums = np.add.reduceat(values, starts, dtype=np.float64)
            total[occupied + (margin + down * width + right)] += sums
    padded = total[margin : len(total) - margin].reshape(-1, width)
    density = padded[reach : reach + grid.rows, reach : reach + grid.columns]
    return (density * (kernel.factor / (math.pi * radius**2))).astype(np.float32)


def _offsets(reach: int, step: float) -> list[tuple[int, int]]:
    """Cells (down, right) of which some point may be within a radius of 1."""
    steps = range(-reach, reach + 1)

    def least(offset: int) -> float:
        return max(abs(offset) - 0.5, 0) * step

    return [(i, j) for i in steps for j in steps if math.hypot(least(i), least(j)) < 1]


# --- binned -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Tile:
    """Part of the grid, and the lattice of nodes around it, ``spacing`` apart.

    Every ``fineness``-th node from (``margin``, ``margin``) on is a cell's centre.
    ``x``, ``y``: of node (0, 0). ``shape``: rows and columns of the lattice.
    """

    rows: slice
    columns: slice
    x: float
    y: float
    spacing: float
    fineness: int
    margin: int
    shape: tuple[int, int]


class _Spectrum:
    """The kernel's Fourier transform on a lattice: real, because the kernel is even."""

    def __init__(self, kernel: Kernel, radius: float, spacing: float):
        self.reach = math.floor(radius / spacing)
        distance = np.arange(self.reach + 1) * spacing / radius
        u = distance[:, None] ** 2 + distance**2
        values = np.where(u < 1, kernel.shape(np.minimum(u, 1.0)), 0.0)
        self.quadrant = values * kernel.factor / (math.pi * radius**2)

    def normalised(self) -> _Spectrum:
        """With values that add up to 1 over the lattice."""
        doubled = np.full(len(self.quadrant), 2.0)
        doubled[0] = 1.0
        self.quadrant = self.quadrant / (doubled @ self.quadrant @ doubled)
        return self

    def on(self, shape: tuple[int, int]) -> np.ndarray:
        """For a lattice of ``shape``; the last axis holds half of the frequencies, as rfft's."""
        rows, columns = shape
        return (
            self._cosines(rows, rows)
            @ self.quadrant.astype(np.float32)
            @ self._cosines(columns, columns // 2 + 1).T
        )

    def _cosines(self, period: int, count: int) -> np.ndarray:
        offset = np.arange(self.reach + 1)
        angles = np.outer(np.arange(count), offset) % period * (2 * math.pi / period)
        return (np.cos(angles) * np.where(offset == 0, 1, 2)).astype(np.float32)


def _convolved(grid: Grid, fineness: int, spectrum: _Spectrum, values_on, tick) -> np.ndarray:
    """The kernel's sum over lattice values (``values_on`` a tile), at the cells' centres."""
    result = np.zeros((grid.rows, grid.columns), dtype=np.float32)
    transformed: dict[tuple[int, int], np.ndarray] = {}
    tiles = list(_tiles(grid, fineness, spectrum.reach))
    for number, tile in enumerate(tiles):
        tick(number / len(tiles))
        values = values_on(tile)
        if values is None:
            continue
        if tile.shape not in transformed:
            transformed = {tile.shape: spectrum.on(tile.shape)}
        tick((number + 0.5) / len(tiles))
        result[tile.rows, tile.columns] = _at_centres(values, transformed[tile.shape], tile)
    return result


def _tiles(grid: Grid, fineness: int, reach: int) -> Iterator[_Tile]:
    margin = math.ceil(reach / fineness)  # in cells
    side = max(1, _TILE // fineness - 2 * margin)
    for first_row in range(0, grid.rows, side):
        rows = slice(first_row, min(first_row + side, grid.rows))
        for first_column in range(0, grid.columns, side):
            columns = slice(first_column, min(first_column + side, grid.columns))
            sides = (rows.stop - rows.start, columns.stop - columns.start)
            yield _Tile(
                rows,
                columns,
                x=grid.left + (first_column - margin + 0.5) * grid.cell,
                y=grid.top - (first_row - margin + 0.5) * grid.cell,
                spacing=grid.cell / fineness,
                fineness=fineness,
                margin=margin,
                shape=tuple(
                    fineness * scipy.fft.next_fast_len(each + 2 * margin + 1, real=True)
                    for each in sides
                ),
            )


def _shared_among_nodes(x, y, weights, tile: _Tile) -> np.ndarray | None:
    """Linear binning: each weight among the four nodes around its point."""
    rows, columns = tile.shape
    east, south = tile.x + (columns - 1) * tile.spacing, tile.y - (rows - 1) * tile.spacing
    if x.min() < tile.x or x.max() >= east or y.min() <= south or y.max() > tile.y:
        near = (x >= tile.x) & (x < east) & (y > south) & (y <= tile.y)
        x, y = x[near], y[near]
        weights = None if weights is None else np.asarray(weights)[near]
    if len(x) == 0:
        return None
    node, parts = np.empty(len(x), dtype=np.intp), np.empty((4, len(x)))
    for start in range(0, len(x), _IN_CACHE):
        run = slice(start, start + _IN_CACHE)
        across, down = (x[run] - tile.x) / tile.spacing, (tile.y - y[run]) / tile.spacing
        column, row = across.astype(np.intp), down.astype(np.intp)
        node[run] = row * columns + column
        across -= column
        down -= row
        weight = 1.0 if weights is None else weights[run]
        down *= weight
        parts[3, run] = down * across
        parts[2, run] = down - parts[3, run]
        parts[1, run] = weight * across - parts[3, run]
        parts[0, run] = weight - down - parts[1, run]
    shared = np.bincount(node, parts[0], rows * columns)
    for part, further in zip(parts[1:], (1, columns, columns + 1)):
        shared[further:] += np.bincount(node, part, rows * columns)[:-further]
    return shared.reshape(tile.shape).astype(np.float32)


def _at_centres(values: np.ndarray, spectrum: np.ndarray, tile: _Tile) -> np.ndarray:
    """Convolve, and keep the nodes that are cells' centres.

    Taking every k-th node folds the spectrum k times; rows are folded before going back.
    """
    rows, columns = tile.shape
    frequencies = scipy.fft.rfft2(values, overwrite_x=True, workers=-1)
    frequencies *= spectrum
    folded = frequencies.reshape(tile.fineness, rows // tile.fineness, -1).sum(axis=0)
    folded /= tile.fineness
    by_row = scipy.fft.ifft(folded, axis=0, overwrite_x=True, workers=-1)
    by_row = by_row[tile.margin : tile.margin + tile.rows.stop - tile.rows.start]
    lines = scipy.fft.irfft(by_row, n=columns, axis=1, overwrite_x=True, workers=-1)
    width = tile.columns.stop - tile.columns.start
    return lines[:, tile.margin * tile.fineness :: tile.fineness][:, :width]


# --- edges ------------------------------------------------------------------------------------


def _mass_inside(area, grid: Grid, radius: float, kernel: str, tick) -> np.ndarray:
    """The share of the kernel centred on each cell that lies in ``area``; float32."""
    nodes_a_radius = 36 if kernel == "uniform" else 12
    fineness = max(1, math.ceil(nodes_a_radius * grid.cell / radius))
    spacing = grid.cell / fineness
    spectrum = _Spectrum(KERNELS[kernel], radius, spacing).normalised()

    def covered(tile: _Tile) -> np.ndarray:
        rows, columns = tile.shape
        return coverage(area, tile.x, columns, tile.y - np.arange(rows) * spacing, spacing)

    mass = _convolved(grid, fineness, spectrum, covered, tick)
    return np.clip(mass, 0, 1, out=mass)
