"""The same hot-spot map with other choices: which places are hot whatever was chosen.

A map rests on a cell size, a radius, where the grid begins, which partners sent a file, and on
addresses that stand for many. Each of these is changed, one at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .assignment import OUTSIDE
from .cells import Hexagons, LatticeCells, Squares, square_cells
from .false_discovery import benjamini_hochberg
from .getis_ord import getis_ord
from .grid import Grid, grid_over
from .kernel_density import kernel_density

FINE = 50.0  # metres, the cells on which the variants are compared
FIRM, WEAK = 0.9, 0.5  # the shares that make a place firm, or weak
MOST_SOURCES = 12  # left out one at a time, the largest
_SAME_PLACE = 0.1  # metres


@dataclass(frozen=True)
class Records:
    """x, y, weights (None where each counts 1) and source (None, or a text each) of n records."""

    x: np.ndarray
    y: np.ndarray
    weights: np.ndarray | None = None
    source: np.ndarray | None = None

    def where(self, mask: np.ndarray) -> Records:
        """Only those of a boolean mask or of positions."""
        weights = None if self.weights is None else self.weights[mask]
        source = None if self.source is None else self.source[mask]
        return Records(self.x[mask], self.y[mask], weights, source)

    def thinned(self) -> Records:
        """One record at each place."""
        place = np.rint(self.x / _SAME_PLACE) + 1j * np.rint(self.y / _SAME_PLACE)
        return self.where(np.sort(np.unique(place, return_index=True)[1]))

    def sources(self) -> list[str]:
        """The sources by size, at most ``MOST_SOURCES``; none where there is only one."""
        if self.source is None:
            return []
        names, counts = np.unique(self.source.astype(str), return_counts=True)
        largest = names[np.argsort(-counts, kind="stable")][:MOST_SOURCES]
        return largest.tolist() if len(names) > 1 else []


@dataclass(frozen=True)
class GiStarMap:
    """A map of hot cells by Gi*, ``hexagons`` or squares of ``size`` metres."""

    size: float
    hexagons: bool = False
    alpha: float = 0.05
    fdr: bool = True

    def choices(self) -> Iterator[tuple[str, dict]]:
        """Other cells, by what changes. The radius of Gi* is its cells'."""
        for name, factor in (("cell", -0.5), ("radius", -0.33), ("radius", 0.33), ("cell", 0.5)):
            yield f"{name} {factor:+.0%}", {"size": self.size * (1 + factor)}
        half = self.size / 2
        for name, shift in (("east", (half, 0)), ("north", (0, half)), ("both", (half, half))):
            yield f"shift {name}", {"shift": shift}

    def hot(self, records, area, x, y, size=None, shift=(0.0, 0.0)) -> np.ndarray:
        """Whether each point x, y lies in a hot cell."""
        kind = Hexagons if self.hexagons else Squares
        cells = LatticeCells(kind(size or self.size, shift), area)
        n = cells.sums(cells.assign(records.x, records.y), records.weights)
        if not cells.testable.any():
            return np.zeros(len(x), dtype=bool)
        share = cells.share[cells.testable]
        found = getis_ord(n[cells.testable], cells.tested_adjacency, share)
        significance = benjamini_hochberg(found.p) if self.fdr else found.p
        hot = np.zeros(len(cells) + 1, dtype=bool)  # the last for OUTSIDE
        hot[np.flatnonzero(cells.testable)] = (significance <= self.alpha) & (found.hot > 0)
        return hot[cells.assign(x, y)]


@dataclass(frozen=True)
class DensityMap:
    """A map of kernel density; hot is the densest ``top`` share of the study area."""

    size: float
    radius: float
    top: float = 0.05

    def choices(self) -> Iterator[tuple[str, dict]]:
        """Other radii and cells, by what changes."""
        for factor in (-0.33, 0.33):
            yield f"radius {factor:+.0%}", {"radius": self.radius * (1 + factor)}
        for factor in (-0.5, 0.5):
            yield f"cell {factor:+.0%}", {"size": self.size * (1 + factor)}
        half = self.size / 2
        for name, shift in (("east", (half, 0)), ("north", (0, half)), ("both", (half, half))):
            yield f"shift {name}", {"shift": shift}

    def hot(self, records, area, x, y, size=None, radius=None, shift=(0.0, 0.0)) -> np.ndarray:
        """Whether each point x, y lies in a cell of the densest part."""
        size, radius = size or self.size, radius or self.radius
        plain = grid_over(area.bounds, size)
        grid = Grid(
            plain.left - size + shift[0],
            plain.top + size - shift[1],
            size,
            plain.rows + 2,
            plain.columns + 2,
        )
        density = kernel_density(
            records.x, records.y, grid, radius, "quartic", records.weights, area
        ).per_km2
        limit = np.nanquantile(density, 1 - self.top)
        column = np.clip(((x - grid.left) / size).astype(int), 0, grid.columns - 1)
        row = np.clip(((grid.top - y) / size).astype(int), 0, grid.rows - 1)
        there = np.nan_to_num(density[row, column])
        return (there >= limit) & (there > 0)


@dataclass(frozen=True)
class Robustness:
    """What became of m fine cells in the variants.

    ``cells``: the fine cells. ``hot``: on the map itself. ``variants``: by name, whether hot.
    """

    cells: LatticeCells
    hot: np.ndarray
    variants: dict[str, np.ndarray]

    @property
    def share(self) -> np.ndarray:
        """The share of the variants in which each cell is hot."""
        return np.mean(list(self.variants.values()), axis=0)

    def places(self) -> np.ndarray:
        """The share of the variants of each hot place of the map: hot cells that touch.

        A place is hot in a variant where at least half of its cells are.
        """
        from scipy.sparse.csgraph import connected_components

        hot = np.flatnonzero(self.hot)
        if not len(hot):
            return np.empty(0)
        among = self.cells.adjacency[hot][:, hot]
        count, place = connected_components(among, directed=False)
        kept = [
            np.bincount(place, variant[hot], count) >= 0.5 * np.bincount(place, minlength=count)
            for variant in self.variants.values()
        ]
        return np.mean(kept, axis=0)

    def lost_in(self) -> list[list[str]]:
        """For each cell that is hot on the map, the variants in which it is not; else none."""
        names = list(self.variants)
        lost = ~np.array(list(self.variants.values())) & self.hot
        return [[names[each] for each in np.flatnonzero(cell)] for cell in lost.T]


def robustness(records: Records, area, chosen, tick=lambda fraction: None) -> Robustness:
    """Make the map ``chosen`` (``GiStarMap``, ``DensityMap``) and its variants.

    Variants: other choices of the map; one source left out at a time (``without <source>``);
    one record at each place (``thinned``). ``area``: the study area. Raises as
    ``square_cells`` and ``kernel_density``.
    """
    fine = square_cells(area, FINE)
    x, y = _middles(fine)
    sources = records.sources()
    jobs = [(name, records, choice) for name, choice in chosen.choices()]
    jobs += [
        (f"without {source}", records.where(np.asarray(records.source != source)), {})
        for source in sources
    ]
    jobs.append(("thinned", records.thinned(), {}))
    hot = chosen.hot(records, area, x, y)
    variants = {}
    for number, (name, kept, choice) in enumerate(jobs):
        tick((number + 1) / (len(jobs) + 1))
        variants[name] = chosen.hot(kept, area, x, y, **choice)
    return Robustness(fine, hot, variants)


def _middles(cells: LatticeCells) -> tuple[np.ndarray, np.ndarray]:
    """A point of each cell that lies in the study area: its centre, unless that lies outside."""
    import shapely

    x, y = cells.lattice.centre(cells.row, cells.column)
    outside = np.flatnonzero(cells.assign(x, y) == OUTSIDE)
    inner = shapely.point_on_surface(cells.geometry[outside])
    x[outside], y[outside] = shapely.get_x(inner), shapely.get_y(inner)
    return x, y
