"""Places by when they were hot: persistent, emerging, recent, former, intermittent.

After the idea of Chainey S. (2020) and of the R package sfhotspot, with windows that do not
overlap: of n periods the last r are *recent*, exactly the first n − r are *older*.
"""

from __future__ import annotations

import math

import numpy as np

from oltp_plugin.errors import AnalysisError

FEWEST_PERIODS = 6
PERSISTENT = 0.8  # of all periods
OFTEN = 0.5  # of the recent, or of the older periods
RECENT = 0.2  # of all periods are recent, and at least 2

CLASSES = ("none", "former", "recent", "persistent", "emerging", "intermittent")


def recent_periods(periods: int) -> int:
    """How many of the last periods are recent: a fifth, rounded up, and at least two."""
    return max(2, math.ceil(RECENT * periods))


def classify(hot: np.ndarray) -> np.ndarray:
    """The class of each place, as its position in CLASSES.

    ``hot``: places × periods, booleans, in order of time. The first that holds:

    - none: never hot;
    - former: hot in older periods, in no recent one;
    - recent: hot in recent periods, in no older one;
    - persistent: hot in at least 80 % of all periods;
    - emerging: hot in at least half of the recent periods, and in fewer than half of the older;
    - intermittent: the rest.

    Raises AnalysisError ``too_few_steps`` under 6 periods.
    """
    hot = np.asarray(hot, dtype=bool)
    periods = hot.shape[1]
    if periods < FEWEST_PERIODS:
        raise AnalysisError("too_few_steps", n=periods, least=FEWEST_PERIODS)
    cut = periods - recent_periods(periods)
    older, recent = hot[:, :cut].mean(axis=1), hot[:, cut:].mean(axis=1)
    conditions = [
        ~hot.any(axis=1),
        recent == 0,
        older == 0,
        hot.sum(axis=1) >= round(PERSISTENT * periods, 9),
        (recent >= OFTEN) & (older < OFTEN),
    ]
    return np.select(conditions, range(len(conditions)), len(conditions))
