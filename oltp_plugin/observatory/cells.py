"""The 100 m cells to whose centre a place is moved where it may not be told exactly."""

from __future__ import annotations

import numpy as np

CELL = 100.0  # metres


def centres(coordinates: np.ndarray) -> np.ndarray:
    """The centre of the cell along one axis, of n coordinates in metres; NaN stays."""
    return np.floor(coordinates / CELL) * CELL + CELL / 2
