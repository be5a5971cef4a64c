"""Emerging hot spots: how a place became hot or cold, in the 17 categories of Esri's tool.

A place is hot or cold in a step as Gi* says of it among the places of that step (neighbours in
space, itself included, no lag in time), with the exact p of its null distribution and the false
discoveries among the step's places limited. Whether it intensifies or diminishes is Mann-Kendall's
trend of its Gi* z. Definitions after the help of Esri's *Emerging Hot Spot Analysis*.
"""

from __future__ import annotations

import numpy as np

FEWEST_STEPS = 2
ADVISED_STEPS = 10

# Of a hot place, in this order; those of a cold one mirror them.
SIDE = (
    "new",
    "consecutive",
    "intensifying",
    "persistent",
    "diminishing",
    "sporadic",
    "oscillating",
    "historical",
)
NO_PATTERN = "no pattern"
CLASSES = (
    NO_PATTERN,
    *(f"{name} hot spot" for name in SIDE),
    *(f"{name} cold spot" for name in SIDE),
)


def classify(state: np.ndarray, trend: np.ndarray) -> np.ndarray:
    """The category of each place, as its position in CLASSES.

    ``state``: places × steps, 1 hot, -1 cold, 0 neither. ``trend``: of each place's z, 1 rising,
    -1 falling, 0 neither. The last step decides the side: hot, cold, or, where it is neither,
    what held in at least 90 % of the steps (historical).

    Of a place that is hot in the last step, the first that holds:

    - hot in at least 90 % of the steps: *intensifying*, *diminishing* or, without a significant
      trend, *persistent*;
    - *new*: in no step before;
    - *consecutive*: in an uninterrupted run of two or more last steps, and in no step before it;
    - *oscillating*: cold in some step before;
    - *sporadic*: the rest: hot on and off, never cold.
    """
    state, trend = np.asarray(state), np.asarray(trend)
    hot = _side(state == 1, state == -1, trend)
    cold = _side(state == -1, state == 1, -trend)
    offset = np.where(cold > 0, cold + len(SIDE), 0)
    # Nine tenths of the steps cold and the last one hot, or the reverse: the last step decides.
    return np.where((hot > 0) & (state[:, -1] >= 0) | (cold == 0), hot, offset)


def _side(hot: np.ndarray, cold: np.ndarray, trend: np.ndarray) -> np.ndarray:
    """1 + the position in SIDE of the category of each place; 0 where it has none."""
    steps, count = hot.shape[1], hot.sum(axis=1)
    last, mostly = hot[:, -1], 10 * count >= 9 * steps
    # The length of the run of hot steps at the end: steps after the last one that is not hot.
    run = np.where(hot.all(axis=1), steps, np.argmin(hot[:, ::-1], axis=1))
    conditions = [
        ~last & ~mostly,
        ~last,
        mostly & (trend > 0),
        mostly & (trend < 0),
        mostly,
        count == 1,
        run == count,
        cold.any(axis=1),
    ]
    names = [
        "historical",
        "intensifying",
        "diminishing",
        "persistent",
        "new",
        "consecutive",
        "oscillating",
    ]
    numbers = [0, *(1 + SIDE.index(name) for name in names)]
    return np.select(conditions, numbers, 1 + SIDE.index("sporadic"))
