"""Records that stand at one and the same point: an address, a stop, an address by default."""

from __future__ import annotations

import numpy as np

CENTIMETRE = 0.01


def same_point(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """A number for each of n points; equal for points at the same place, to the centimetre.

    Numbers run from 0 in the order of the places' coordinates, west to east.
    """
    corners = np.column_stack((np.round(x / CENTIMETRE), np.round(y / CENTIMETRE)))
    order = np.lexsort(corners.T[::-1])
    new = np.any(np.diff(corners[order], axis=0, prepend=np.nan) != 0, axis=1)
    place = np.empty(len(x), dtype=np.intp)
    place[order] = np.cumsum(new) - 1
    return place
