"""Square cells on a plane, and which part of them an area covers."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import shapely

from oltp_plugin.errors import AnalysisError

MOST_CELLS = 50_000_000


@dataclass(frozen=True)
class Grid:
    """Cells of ``cell`` metres; row 0 is the northernmost, column 0 the westernmost.

    ``left``, ``top``: the outer corner of the first cell.
    """

    left: float
    top: float
    cell: float
    rows: int
    columns: int

    def x(self) -> np.ndarray:
        """The centres' x, one a column."""
        return self.left + (np.arange(self.columns) + 0.5) * self.cell

    def y(self) -> np.ndarray:
        """The centres' y, one a row, from north to south."""
        return self.top - (np.arange(self.rows) + 0.5) * self.cell


def grid_over(bounds, cell: float) -> Grid:
    """The cells that cover ``bounds`` (x min, y min, x max, y max).

    Corners are multiples of the cell size, so that two months' maps have the same cells.
    Raises AnalysisError ``too_many_cells``, with the smallest round cell size that is accepted.
    """
    x_min, y_min, x_max, y_max = bounds
    first_column, first_row = math.floor(x_min / cell), math.floor(y_min / cell)
    columns = max(1, math.ceil(x_max / cell) - first_column)
    rows = max(1, math.ceil(y_max / cell) - first_row)
    if rows * columns > MOST_CELLS:
        least = cell * math.sqrt(rows * columns / MOST_CELLS)
        raise AnalysisError(
            "too_many_cells", millions=round(rows * columns / 1e6), least=_rounded_up(least)
        )
    return Grid(first_column * cell, (first_row + rows) * cell, cell, rows, columns)


def _rounded_up(size: float) -> int:
    """Two significant digits, never below ``size``."""
    digit = 10 ** max(0, math.floor(math.log10(size)) - 1)
    return math.ceil(size * 1.01 / digit) * digit


def inside(area, grid: Grid) -> np.ndarray:
    """Whether each cell's centre lies in ``area`` (polygons); rows × columns, bool."""
    row, x, direction = _crossings(area, grid.y())
    first_to_the_right = np.ceil((x - grid.left) / grid.cell - 0.5)
    column = np.clip(first_to_the_right, 0, grid.columns).astype(np.intp)
    steps = np.zeros((grid.rows, grid.columns + 1), dtype=np.int8)
    np.add.at(steps, (row, column), direction)
    return np.cumsum(steps, axis=1, dtype=np.int8)[:, :-1] != 0


def coverage(area, x_first: float, columns: int, y: np.ndarray, size: float) -> np.ndarray:
    """The share (0 to 1) of squares of ``size`` that ``area`` covers; rows × columns, float32.

    ``x_first``: the centre of column 0; ``y``: the centres of the rows, descending by ``size``.
    Exact along each row's middle line.
    """
    row, x, direction = _crossings(area, y)
    position = np.clip((x - x_first) / size + 0.5, 0, columns)
    column = np.floor(position).astype(np.intp)
    first_share = (column + 1 - position) * direction
    steps = np.zeros((len(y), columns + 2), dtype=np.float32)
    np.add.at(steps, (row, column), first_share)
    np.add.at(steps, (row, column + 1), direction - first_share)
    return np.cumsum(steps, axis=1)[:, :columns]


def _crossings(area, y: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Where lines at ``y`` (descending, equally spaced) cross the boundary of ``area``.

    Arrays: the line's index, x, and the direction from west to east: +1 in, -1 out. An edge
    holds its lower end and not its upper one, so that a corner is crossed once.
    """
    x1, y1, x2, y2, turn = _edges(area)
    spacing = y[0] - y[1] if len(y) > 1 else 1.0
    low, high = np.minimum(y1, y2), np.maximum(y1, y2)
    first = np.maximum(np.floor((y[0] - high) / spacing) + 1, 0).astype(np.intp)
    last = np.minimum(np.floor((y[0] - low) / spacing), len(y) - 1).astype(np.intp)
    times = np.maximum(last - first + 1, 0)
    edge = np.repeat(np.arange(len(x1)), times)
    line = first[edge] + np.arange(len(edge)) - np.repeat(np.cumsum(times) - times, times)
    # From the lower end: neighbours, who walk a common edge in opposite directions, agree on x.
    rising = y2 > y1
    x_low, x_high = np.where(rising, x1, x2), np.where(rising, x2, x1)
    slope = (x_high - x_low)[edge] / (high - low)[edge]
    x = x_low[edge] + (y[line] - low[edge]) * slope
    direction = np.where(rising[edge], -turn[edge], turn[edge]).astype(np.int8)
    return line, x, direction


def _edges(area):
    """The ends of every edge, and +1 where its ring turns as an outer ring should."""
    parts = shapely.get_parts(area)
    starts, ends, turns = [], [], []
    for part in parts[shapely.get_dimensions(parts) == 2]:
        outer, *holes = shapely.get_rings(part)
        for ring, wanted in ((outer, True), *((hole, False) for hole in holes)):
            corners = shapely.get_coordinates(ring)
            starts.append(corners[:-1])
            ends.append(corners[1:])
            turns.append(np.full(len(corners) - 1, 1 if shapely.is_ccw(ring) == wanted else -1))
    start, end = np.concatenate(starts), np.concatenate(ends)
    return start[:, 0], start[:, 1], end[:, 0], end[:, 1], np.concatenate(turns)
