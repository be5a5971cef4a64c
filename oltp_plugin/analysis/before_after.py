"""Did it work? Two counts where something was done, two where nothing was, before and after.

The weighted displacement difference of Wheeler A. P. and Ratcliffe J. H. (2018), *A simple weighted
displacement difference test to evaluate place based crime interventions*, Crime Science 7: the
change of the treated area less that of the control area, and the same of the areas around them,
into which incidents may move. Counts are taken as independent and Poisson, so that the variance
is the sum of all of them; where they come in series it is φ times that.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

HALF = 0.5  # added to all four counts of a ratio where one is 0 (Haldane's correction)


@dataclass(frozen=True)
class FourCounts:
    """Of a treated area and of its control, before and after."""

    treated_before: float
    treated_after: float
    control_before: float
    control_after: float


@dataclass(frozen=True)
class Effect:
    """``wdd``: incidents more (or fewer) than the control's change would give, in a period of the
    two periods' mean length; ``low``, ``high``: its interval. ``rr``: the ratio of the treated
    area's change to the control's, 1 for no effect, with its interval.
    """

    counts: FourCounts
    wdd: float
    se: float
    z: float
    low: float
    high: float
    rr: float
    rr_low: float
    rr_high: float


def effect(
    counts: FourCounts, days: tuple[int, int], alpha: float = 0.1, dispersion: float = 1.0
) -> Effect:
    """The effect in one pair of areas.

    ``days``: of the periods before and after. ``alpha``: 1 less the interval's level.
    ``dispersion``: φ, at least 1.
    """
    before, after = (sum(days) / 2 / each for each in days)
    wdd = after * (counts.treated_after - counts.control_after) - before * (
        counts.treated_before - counts.control_before
    )
    variance = after**2 * (counts.treated_after + counts.control_after) + before**2 * (
        counts.treated_before + counts.control_before
    )
    return _judged(counts, wdd, dispersion * variance, alpha, dispersion)


def together(local: Effect, around: Effect, alpha: float, dispersion: float = 1.0) -> Effect:
    """The effect on the spot and around it as one, with an interval of 1 - ``alpha``.

    ``dispersion``: of the counts' variance, as in ``effect``.
    """
    pairs = zip(vars(local.counts).values(), vars(around.counts).values())
    counts = FourCounts(*(one + other for one, other in pairs))
    variance = local.se**2 + around.se**2
    return _judged(counts, local.wdd + around.wdd, variance, alpha, dispersion)


def _judged(counts: FourCounts, wdd: float, variance: float, alpha: float, dispersion) -> Effect:
    from scipy.special import ndtri

    quantile = float(ndtri(1 - alpha / 2))
    se = math.sqrt(variance)
    ratio, spread = _ratio(counts, dispersion)
    return Effect(
        counts,
        wdd=wdd,
        se=se,
        z=wdd / se if se else math.nan,
        low=wdd - quantile * se,
        high=wdd + quantile * se,
        rr=ratio,
        rr_low=ratio * math.exp(-quantile * spread),
        rr_high=ratio * math.exp(quantile * spread),
    )


def _ratio(counts: FourCounts, dispersion: float) -> tuple[float, float]:
    """The ratio of the two changes, and the standard error of its logarithm."""
    values = list(vars(counts).values())
    if not any(values):
        return math.nan, math.nan
    if min(values) == 0:
        values = [each + HALF for each in values]
    treated_before, treated_after, control_before, control_after = values
    ratio = (treated_after / treated_before) / (control_after / control_before)
    return ratio, math.sqrt(dispersion * sum(1 / each for each in values))
