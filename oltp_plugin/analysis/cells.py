"""The cells that a study area is divided into: which there are, how large, beside which.

A cell exists where it shares some surface with the study area, and is clipped to it. It can be
*tested* where at least half of it lies inside and another such cell touches it: of the others
too little is seen, and they take no part in a statistic of their neighbours either.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from functools import cached_property

import numpy as np
import shapely

from oltp_plugin.errors import AnalysisError

from .assignment import OUTSIDE, assign
from .lattice import Hexagons, Squares

MOST_CELLS = 1_000_000
MANY_CELLS = 200_000  # above which drawing and writing take their time
INSEE_SIZE, INSEE_EPSG = 200.0, 3035
TOUCH = 0.5  # metres between two given polygons that still touch: towns' layers have slivers
_WHOLE = 1 - 1e-9  # the share inside from which on a cell is not cut
_NOTHING = 1e-9  # the share inside below which a cell does not exist


class Cells(ABC):
    """m cells clipped to ``study_area``, a shapely polygon.

    ``area``: m² inside it; ``share``: of the whole cell, 0 to 1.
    """

    def __init__(self, study_area, area: np.ndarray, share: np.ndarray):
        self.study_area = study_area
        self.area = area
        self.share = share

    def __len__(self) -> int:
        return len(self.area)

    @property
    @abstractmethod
    def geometry(self) -> np.ndarray:
        """The m cells, clipped, as shapely polygons."""

    @property
    @abstractmethod
    def adjacency(self):
        """Which cells touch, by an edge or a corner: m × m scipy CSR matrix of 1, no diagonal."""

    @abstractmethod
    def assign(self, x, y, tick=lambda fraction: None) -> np.ndarray:
        """The cell of each point, ``OUTSIDE`` (-1) for those outside the study area.

        Each point of the study area, its edge included, belongs to exactly one cell.
        """

    @cached_property
    def testable(self) -> np.ndarray:
        """Whether at least half lies inside and another such cell touches it; m booleans."""
        half = self.share >= 0.5 - _NOTHING
        return half & (self.adjacency @ half.astype(float) > 0)

    @cached_property
    def tested_adjacency(self):
        """``adjacency`` among the testable cells only, in their order."""
        if self.testable.all():
            return self.adjacency
        return self.adjacency[self.testable][:, self.testable]

    @cached_property
    def neighbours(self) -> np.ndarray:
        """How many testable cells touch each cell; m whole numbers."""
        return np.rint(self.adjacency @ self.testable.astype(float)).astype(np.int64)

    def spread(self, tested: np.ndarray) -> np.ndarray:
        """Values of the testable cells as values of all cells, NaN for the others."""
        values = np.full((len(self), *tested.shape[1:]), np.nan)
        values[self.testable] = tested
        return values

    def sums(self, position: np.ndarray, weights=None) -> np.ndarray:
        """The weight of the points in each cell; whole numbers without ``weights``.

        ``position``: as from ``assign``.
        """
        inside = position != OUTSIDE
        if inside.all():
            return np.bincount(position, weights, len(self))
        weights = None if weights is None else weights[inside]
        return np.bincount(position[inside], weights, len(self))


class LatticeCells(Cells):
    """The cells of a lattice (``Squares`` or ``Hexagons``) that ``study_area`` lies on.

    ``row``, ``column``: of each cell in the lattice.
    """

    def __init__(self, lattice, study_area):
        shapely.prepare(study_area)
        row, column, cut, pieces = _on(lattice, study_area)
        whole = lattice.cell_area()
        area = np.full(len(row), whole, dtype=float)
        area[cut] = shapely.area(pieces)
        super().__init__(study_area, area, area / whole)
        self.lattice, self.row, self.column = lattice, row, column
        self._cut, self._pieces = cut, pieces
        self._first = row.min() - 1, column.min() - 1
        shape = np.array([row.max() + 2, column.max() + 2]) - self._first
        self._position = np.full(shape, OUTSIDE, dtype=np.int32)
        self._position[row - self._first[0], column - self._first[1]] = np.arange(len(row))

    @cached_property
    def geometry(self) -> np.ndarray:
        geometry = self.lattice.polygons(self.row, self.column)
        geometry[self._cut] = self._pieces
        return geometry

    @cached_property
    def adjacency(self):
        from scipy.sparse import csr_matrix

        steps = self.lattice.steps(self.row)
        beside = np.empty((len(self), len(steps)), dtype=np.int32)
        for number, (up, right) in enumerate(steps):
            beside[:, number] = self._at(self.row + up, self.column + right)
        there = beside != OUTSIDE
        ends = np.concatenate([[0], np.cumsum(there.sum(axis=1))])
        neighbours = beside[there]
        ones = np.ones(len(neighbours))
        return csr_matrix((ones, neighbours, ends), shape=(len(self), len(self)))

    def assign(self, x, y, tick=lambda fraction: None) -> np.ndarray:
        x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        row, column = self.lattice.index(x, y)
        tick(0.3)
        position = self._at(row, column)
        tick(0.5)
        partly = np.zeros(len(self) + 1, dtype=bool)  # the last for OUTSIDE
        partly[self._cut] = partly[OUTSIDE] = True
        doubtful = np.flatnonzero(partly[position])
        inside = shapely.intersects_xy(self.study_area, x[doubtful], y[doubtful])
        position[doubtful[~inside]] = OUTSIDE
        # On the study area's edge, where the cell beyond has no surface inside.
        lost = doubtful[inside & (position[doubtful] == OUTSIDE)]
        if len(lost):
            tree = shapely.STRtree(self.geometry)
            position[lost] = tree.nearest(shapely.points(x[lost], y[lost]))
        return position

    def names(self) -> np.ndarray:
        """INSEE's names of 200 m cells: the south-west corner, ``CRS3035RES200mN…E…``."""
        size = int(self.lattice.size)
        return np.array(
            [
                f"CRS{INSEE_EPSG}RES{size}mN{north}E{east}"
                for north, east in zip((self.row * size).tolist(), (self.column * size).tolist())
            ],
            dtype=object,
        )

    def _at(self, row: np.ndarray, column: np.ndarray) -> np.ndarray:
        """Position of the cell at each row and column, ``OUTSIDE`` where there is none."""
        row, column = row - self._first[0], column - self._first[1]
        rows, columns = self._position.shape
        known = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
        if known.all():
            return self._position[row, column].astype(np.intp)
        position = np.full(len(row), OUTSIDE, dtype=np.intp)
        position[known] = self._position[row[known], column[known]]
        return position


class GivenCells(Cells):
    """Polygons that somebody drew, those that ``study_area`` lies on.

    ``kept``: the position of each in what was given. ``overlapping``: whether polygons lie over
    each other by more than slivers; a point there belongs to the first.
    """

    def __init__(self, polygons, study_area):
        polygons = np.asarray(polygons, dtype=object)
        shapely.prepare(study_area)
        pieces = _inside(polygons, study_area)
        area, whole = shapely.area(pieces), shapely.area(polygons)
        self.kept = np.flatnonzero(area > _NOTHING * whole)
        _check_some(len(self.kept))
        if len(self.kept) > MOST_CELLS:
            raise AnalysisError("too_many_polygons_to_test", most=MOST_CELLS)
        super().__init__(study_area, area[self.kept], (area / np.where(whole, whole, 1))[self.kept])
        self._geometry = pieces[self.kept]
        self.overlapping = self.area.sum() > 1.01 * shapely.area(shapely.union_all(self._geometry))

    @cached_property
    def geometry(self) -> np.ndarray:
        return self._geometry

    @cached_property
    def adjacency(self):
        from scipy.sparse import csr_matrix

        tree = shapely.STRtree(self._geometry)
        one, other = tree.query(self._geometry, predicate="dwithin", distance=TOUCH)
        different = one != other
        one, other = one[different], other[different]
        return csr_matrix((np.ones(len(one)), (one, other)), shape=(len(self), len(self)))

    def assign(self, x, y, tick=lambda fraction: None) -> np.ndarray:
        return assign(self._geometry, x, y, tick)


def square_cells(study_area, size: float, shift=(0.0, 0.0)) -> LatticeCells:
    """Squares with sides of ``size`` metres on ``study_area``.

    Raises AnalysisError ``too_many_cells_to_test``, ``study_area_without_surface``.
    """
    return LatticeCells(Squares(size, shift), study_area)


def hexagon_cells(study_area, size: float, shift=(0.0, 0.0)) -> LatticeCells:
    """Hexagons ``size`` metres from side to side; raises as ``square_cells``."""
    return LatticeCells(Hexagons(size, shift), study_area)


def cell_number(area: float, lattice) -> int:
    """About how many cells of ``lattice`` a study area of ``area`` m² holds."""
    return max(1, round(area / lattice.cell_area()))


def _on(lattice, study_area):
    """Row and column of the cells on ``study_area``; which are cut, and what is left of those."""
    _check_some(study_area.area)
    _check_number(cell_number(study_area.area, lattice), lattice)
    west, south, east, north = study_area.bounds
    corners = lattice.index(np.array([west, east]), np.array([south, north]))
    first, last = np.min(corners, axis=1) - 2, np.max(corners, axis=1) + 2
    rows, columns = (last - first + 1).tolist()
    _check_number(rows * columns // 8, lattice)  # a few parts far from each other
    at_edge = np.zeros((rows, columns), dtype=bool)
    row, column = _along(lattice, study_area)
    at_edge[row - first[0], column - first[1]] = True
    for up, right in lattice.steps(row):
        at_edge[row + up - first[0], column + right - first[1]] = True
    row, column = np.divmod(np.arange(rows * columns), columns)
    row, column = row + first[0], column + first[1]
    edge = at_edge.ravel()
    present = np.zeros(len(row), dtype=bool)
    present[~edge] = shapely.intersects_xy(study_area, *lattice.centre(row[~edge], column[~edge]))
    cells = lattice.polygons(row[edge], column[edge])
    pieces = _inside(cells, study_area)
    share = shapely.area(pieces) / lattice.cell_area()
    present[edge] = share > _NOTHING
    cut = np.zeros(len(row), dtype=bool)
    cut[edge] = present[edge] & (share < _WHOLE)
    remaining = pieces[cut[edge]]
    return row[present], column[present], np.flatnonzero(cut[present]), remaining


def _along(lattice, study_area) -> tuple[np.ndarray, np.ndarray]:
    """Row and column of the cells along the area's edge, each once.

    The edge is looked at every quarter of a cell: a cell that it enters between two looks touches
    one that is found.
    """
    edge = shapely.segmentize(shapely.boundary(study_area), lattice.size / 4)
    row, column = lattice.index(*shapely.get_coordinates(edge).T)
    return tuple(np.unique(np.stack([row, column]), axis=1))


def _inside(cells: np.ndarray, study_area) -> np.ndarray:
    """What of each cell lies in the study area: its surface, not the lines where both touch."""
    pieces = cells.copy()
    cut = ~shapely.covers(study_area, cells)
    pieces[cut] = shapely.intersection(cells[cut], study_area)
    mixed = shapely.get_type_id(pieces) == shapely.GeometryType.GEOMETRYCOLLECTION
    for place in np.flatnonzero(mixed):
        parts = shapely.get_parts(pieces[place])
        pieces[place] = shapely.union_all(parts[shapely.get_dimensions(parts) == 2])
    return pieces


def _check_some(surface: float) -> None:
    if not surface:
        raise AnalysisError("study_area_without_surface")


def _check_number(cells: int, lattice) -> None:
    if cells > MOST_CELLS:
        least = math.ceil(lattice.size * math.sqrt(cells / MOST_CELLS))
        raise AnalysisError("too_many_cells_to_test", cells=cells, most=MOST_CELLS, least=least)
