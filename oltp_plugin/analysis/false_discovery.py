"""Many tests at once: which share of those called significant would be false (FDR)."""

from __future__ import annotations

import numpy as np


def benjamini_hochberg(p) -> np.ndarray:
    """The q of each p: the FDR at which it would just be significant; NaN stays out of it.

    q(i) = min over j ≥ i of m p(j) / j, p in rising order (Benjamini and Hochberg 1995).
    """
    p = np.asarray(p, dtype=float)
    tested = np.isfinite(p)
    q, values = np.full(p.shape, np.nan), p[tested]
    order = np.argsort(values, kind="stable")
    scaled = values[order] * len(values) / np.arange(1, len(values) + 1)
    rising = np.minimum.accumulate(scaled[::-1])[::-1]
    adjusted = np.empty(len(values))
    adjusted[order] = np.minimum(rising, 1)
    q[tested] = adjusted
    return q
