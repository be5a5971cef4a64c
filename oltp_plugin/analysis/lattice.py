"""Squares and hexagons that fill the plane, numbered by row and column.

Both are anchored at the origin of the coordinate system: corners of squares are multiples of the
cell size, so that the maps of two months, or of two towns, have the same cells. Row and column
are integers of any sign; x grows with the column, y with the row.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely


@dataclass(frozen=True)
class Squares:
    """Squares with sides of ``size`` metres, moved by ``shift`` (x, y) metres from the anchor.

    A point on an edge belongs to the square east or north of it.
    """

    size: float
    shift: tuple[float, float] = (0.0, 0.0)

    def cell_area(self) -> float:
        """Of a whole cell, in m²."""
        return self.size**2

    def index(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Row and column of the cell that each point belongs to."""
        column = np.floor((x - self.shift[0]) / self.size).astype(np.int64)
        row = np.floor((y - self.shift[1]) / self.size).astype(np.int64)
        return row, column

    def centre(self, row, column) -> tuple[np.ndarray, np.ndarray]:
        """x and y of the cells' centres."""
        return (column + 0.5) * self.size + self.shift[0], (row + 0.5) * self.size + self.shift[1]

    def polygons(self, row: np.ndarray, column: np.ndarray) -> np.ndarray:
        """The cells as shapely polygons; neighbours share exactly the same corners."""
        x = np.array([0, 1, 1, 0, 0]) + column[:, None]
        y = np.array([0, 0, 1, 1, 0]) + row[:, None]
        return _polygons(x * self.size + self.shift[0], y * self.size + self.shift[1])

    def steps(self, row: np.ndarray) -> list[tuple[int, int | np.ndarray]]:
        """Rows and columns from a cell to each of those that touch it."""
        return [(r, c) for r in (-1, 0, 1) for c in (-1, 0, 1) if r or c]


@dataclass(frozen=True)
class Hexagons:
    """Hexagons ``size`` metres from side to opposite side, which is also centre to centre.

    They stand on a corner; the odd rows are half a cell further east. A point belongs to the
    nearest centre, on an edge to the even row, else to the hexagon east of it.
    """

    size: float
    shift: tuple[float, float] = (0.0, 0.0)

    def cell_area(self) -> float:
        """Of a whole cell, in m²."""
        return np.sqrt(3) / 2 * self.size**2

    def index(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Row and column of the cell that each point belongs to.

        The centres are two lattices of rectangles, the even and the odd rows: the nearest centre
        is the nearer of the nearest one in each.
        """
        x, y = (x - self.shift[0]) / self.size, (y - self.shift[1]) / self.size
        height = np.sqrt(3) / 2
        even = 2 * np.floor(y / (2 * height) + 0.5)
        odd = 2 * np.floor(y / (2 * height)) + 1
        column_even, column_odd = np.floor(x + 0.5), np.floor(x)
        to_even = (x - column_even) ** 2 + (y - even * height) ** 2
        to_odd = (x - column_odd - 0.5) ** 2 + (y - odd * height) ** 2
        nearer = to_odd < to_even
        row = np.where(nearer, odd, even).astype(np.int64)
        return row, np.where(nearer, column_odd, column_even).astype(np.int64)

    def centre(self, row, column) -> tuple[np.ndarray, np.ndarray]:
        """x and y of the cells' centres."""
        x = (column + (row % 2) / 2) * self.size + self.shift[0]
        return x, row * (np.sqrt(3) / 2 * self.size) + self.shift[1]

    def polygons(self, row: np.ndarray, column: np.ndarray) -> np.ndarray:
        """The cells as shapely polygons; neighbours share exactly the same corners."""
        x = np.array([0, 1, 1, 0, -1, -1, 0]) + (2 * column + row % 2)[:, None]
        y = np.array([-2, -1, 1, 2, 1, -1, -2]) + (3 * row)[:, None]
        return _polygons(
            x * (self.size / 2) + self.shift[0], y * (self.size / np.sqrt(12)) + self.shift[1]
        )

    def steps(self, row: np.ndarray) -> list[tuple[int, int | np.ndarray]]:
        """Rows and columns from a cell to each of those that touch it."""
        east = row % 2  # a cell of an odd row lies between columns c and c + 1 of the next row
        return [(0, -1), (0, 1), *((r, c) for r in (-1, 1) for c in (east - 1, east))]


def _polygons(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    return shapely.polygons(shapely.linearrings(np.stack([x, y], axis=-1)))
