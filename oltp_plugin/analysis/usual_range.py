"""Between which counts a period would usually lie, judged by earlier periods of its kind.

With k earlier counts of mean m, the next one varies around m as they do among themselves, and
never less than φ times Poisson's variance m; their mean is itself uncertain by a k-th of it. The
range holds 95 % of the counts that nothing changed.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

ENOUGH = 2  # earlier periods
_NORMAL = 1.96


def usual_range(counts: Sequence[float], dispersion: float = 1.0) -> tuple[int, int] | None:
    """Lowest and highest usual count; None with fewer than two earlier counts.

    ``dispersion``: φ, at least 1, by which counts vary more than Poisson's (``change.py``).
    """
    if len(counts) < ENOUGH:
        return None
    mean = float(np.mean(counts))
    variance = max(dispersion * mean, float(np.var(counts, ddof=1)))
    reach = _NORMAL * float(np.sqrt(variance * (1 + 1 / len(counts))))
    return max(0, int(np.floor(mean - reach))), int(np.ceil(mean + reach))
