"""The same hot-spot map with other choices: which places are hot whatever was chosen.

A map rests on a cell size, a radius, where the grid begins, which partners sent a file, and on
addresses that stand for many. Each of these is changed, one at a time.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from oltp_plugin.errors import AnalysisError

from .assignment import OUTSIDE
from .cells import MOST_CELLS, Hexagons, LatticeCells, Squares, cell_number, square_cells
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
    """x, y, weights (None where each counts 1) and source of n records.

    ``source``: None, or a text each, empty where it is not known.
    """

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
        """The known sources by size, at most ``MOST_SOURCES``; none where there is only one."""
        if self.source is None:
            return []
        names, counts = np.unique(self.source.astype(str), return_counts=True)
        largest = names[np.argsort(-counts, kind="stable")].tolist()
        return [name for name in largest if name][:MOST_SOURCES] if len(names) > 1 else []


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

    def hot(self, records, area, x, y, tick, size=None, shift=(0.0, 0.0)) -> np.ndarray:
        """Whether each point x, y lies in a hot cell."""
        kind = Hexagons if self.hexagons else Squares
        cells = LatticeCells(kind(size or self.size, shift), area)
        n = cells.sums(cells.assign(records.x, records.y), records.weights)
        if not cells.testable.any():
            return np.zeros(len(x), dtype=bool)
        share = cells.share[cells.testable]
        found = getis_ord(n[cells.testable], cells.tested_adjacency, share, tick)
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
        """Other radii and cells, by what changes; cells never larger than the radius."""
        for factor in (-0.33, 0.33):
            radius = self.radius * (1 + factor)
            yield f"radius {factor:+.0%}", {"radius": radius, "size": min(self.size, radius)}
        for factor in (-0.5, 0.5):
            yield f"cell {factor:+.0%}", {"size": min(self.size * (1 + factor), self.radius)}
        half = self.size / 2
        for name, shift in (("east", (half, 0)), ("north", (0, half)), ("both", (half, half))):
            yield f"shift {name}", {"shift": shift}

    def hot(
        self, records, area, x, y, tick, size=None, radius=None, shift=(0.0, 0.0)
    ) -> np.ndarray:
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
            records.x, records.y, grid, radius, "quartic", records.weights, area, tick=tick
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
    ``square_cells`` and ``kernel_density``, and AnalysisError ``too_large_to_compare``.
    """
    if cell_number(area.area, Squares(FINE)) > MOST_CELLS:
        most = round(MOST_CELLS * FINE**2 / 1e6)
        raise AnalysisError("too_large_to_compare", area=round(area.area / 1e6), most=most)
    fine = square_cells(area, FINE)
    x, y = _middles(fine)
    sources = records.sources()
    jobs = [(name, records, choice) for name, choice in chosen.choices()]
    jobs += [
        (f"without {source}", records.where(np.asarray(records.source != source)), {})
        for source in sources
    ]
    jobs.append(("thinned", records.thinned(), {}))
    found = []
    for number, (_, kept, choice) in enumerate([("", records, {}), *jobs]):

        def told(part: float, number=number) -> None:
            tick((number + part) / (len(jobs) + 1))

        told(0.0)
        found.append(_made(chosen, kept, area, x, y, told, choice))
    hot, *others = found
    return Robustness(fine, hot, dict(zip((name for name, *_ in jobs), others)))


def _made(chosen, records, area, x, y, tick: Callable[[float], None], choice: dict) -> np.ndarray:
    """Where a variant is hot. Too many of its cells are said in cells of the map itself."""
    try:
        return chosen.hot(records, area, x, y, tick, **choice)
    except AnalysisError as error:
        if "least" in error.values and "size" in choice:
            least = math.ceil(error.values["least"] * chosen.size / choice["size"])
            raise AnalysisError(error.code, **{**error.values, "least": least}) from error
        raise


def _middles(cells: LatticeCells) -> tuple[np.ndarray, np.ndarray]:
    """A point of each cell that lies in the study area: its centre, unless that lies outside."""
    import shapely

    x, y = cells.lattice.centre(cells.row, cells.column)
    outside = np.flatnonzero(cells.assign(x, y) == OUTSIDE)
    inner = shapely.point_on_surface(cells.geometry[outside])
    x[outside], y[outside] = shapely.get_x(inner), shapely.get_y(inner)
    return x, y
