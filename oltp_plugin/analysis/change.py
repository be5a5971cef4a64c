"""Did a count change between two periods by more than chance?

Under the null hypothesis of one rate, and given the n = n₁ + n₂ incidents of both periods, n₂ is
binomial with probability d₂ / (d₁ + d₂), d being the periods' lengths: the exact conditional test
of two Poisson counts (Przyborowski J. and Wilenski H. 1940, Biometrika 31), whose interval for
the ratio of the rates follows from Clopper and Pearson's (1934).

Incidents come in series, so that counts vary more than Poisson's: by a factor φ in the variance
(quasi-Poisson). Divided by φ, a count has the variance of a Poisson count of its size; the same
test then holds approximately, with the binomial tails as incomplete beta functions, which need no
whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

FEW = 10  # records before, below which no percentage is given
LEVEL = 0.95
ENOUGH_MONTHS = 24  # to tell seasons from chance
_ENOUGH_WEEKS = 4  # of each period
_WEEKS_OF_A_QUARTER = 13


@dataclass(frozen=True)
class Change:
    """From before to after; one value a place.

    ``change``: by how many incidents, in periods of equal length (both brought to their mean
    length). ``percent``: of the rate per day; NaN with fewer than 10 incidents before. ``low``,
    ``high``: 95 % interval of that percentage, whatever the numbers; ``high`` is inf where
    nothing happened before. ``p``: two-sided.
    """

    before: np.ndarray
    after: np.ndarray
    change: np.ndarray
    percent: np.ndarray
    low: np.ndarray
    high: np.ndarray
    p: np.ndarray


def compare(before, after, days: tuple[int, int], dispersion=1.0) -> Change:
    """Compare counts (or sums of weights) of two periods of ``days`` (before, after) days.

    ``dispersion``: φ, at least 1; one for all, or one a place.
    """
    from scipy.special import betaincinv

    before, after = np.broadcast_arrays(
        np.asarray(before, dtype=float), np.asarray(after, dtype=float)
    )
    n1, n2 = before / dispersion, after / dispersion
    share = days[1] / (days[0] + days[1])
    with np.errstate(divide="ignore", invalid="ignore"):
        # Clopper-Pearson for the share of the later period, then as a ratio of rates.
        half = (1 - LEVEL) / 2
        low = np.where(n2 > 0, betaincinv(n2, n1 + 1, half), 0.0)
        high = np.where(n1 > 0, betaincinv(n2 + 1, n1, 1 - half), 1.0)
        low, high = (each / (1 - each) * (1 - share) / share for each in (low, high))
        rate = (after / days[1]) / (before / days[0])
    mean = (days[0] + days[1]) / 2
    return Change(
        before=before,
        after=after,
        change=after * (mean / days[1]) - before * (mean / days[0]),
        percent=np.where(before >= FEW, 100 * (rate - 1), np.nan),
        low=100 * (low - 1),
        high=100 * (high - 1),
        p=_two_sided(n1, n2, share),
    )


def _two_sided(n1: np.ndarray, n2: np.ndarray, share: float) -> np.ndarray:
    """Twice the smaller tail of Bin(n1 + n2, share) at n2; 1 where nothing happened."""
    from scipy.special import betainc

    with np.errstate(invalid="ignore"):
        at_least = np.where(n2 > 0, betainc(n2, n1 + 1, share), 1.0)
        at_most = np.where(n1 > 0, betainc(n1, n2 + 1, 1 - share), 1.0)
    return np.minimum(1.0, 2 * np.minimum(at_least, at_most))


def dispersion_by_season(months) -> float:
    """φ from at least two years of months (places × months, the last one last); nan if shorter.

    Each place's months are expected to follow its years' level and one course of the year;
    whatever is beyond is chance. Pearson's χ² over its degrees of freedom, of all places
    together, in whole years counted from the end; never below 1.
    """
    months = np.atleast_2d(np.asarray(months, dtype=float))
    years = months.shape[1] // 12
    if months.shape[1] < ENOUGH_MONTHS:
        return np.nan
    return _two_way(months[:, -12 * years :].reshape(len(months), years, 12))


def dispersion_by_week(before, after) -> float:
    """φ from the whole weeks (places × weeks) of two periods; nan with fewer than 4 in either.

    A rough stand-in where the history is short. From a quarter of a year on, the course that both
    periods have in common is removed, so that the same months of two years lend no season to φ.
    """
    before, after = (np.atleast_2d(np.asarray(each, dtype=float)) for each in (before, after))
    shorter = min(before.shape[1], after.shape[1])
    if shorter < _ENOUGH_WEEKS:
        return np.nan
    if shorter >= _WEEKS_OF_A_QUARTER:
        return _two_way(np.stack([before[:, :shorter], after[:, :shorter]], axis=1))
    squares, freedom = 0.0, 0
    for weeks in (before, after):
        level = np.broadcast_to(weeks.mean(axis=1, keepdims=True), weeks.shape)
        squares += _squares(weeks, level)
        freedom += np.count_nonzero(level[:, 0]) * (weeks.shape[1] - 1)
    return _ratio(squares, freedom)


def _two_way(counts: np.ndarray) -> float:
    """Of places × rows × columns, where rows and columns act on their own in each place."""
    total = counts.sum(axis=(1, 2))
    counts, total = counts[total > 1], total[total > 1]
    by_row, by_column = counts.sum(axis=2, keepdims=True), counts.sum(axis=1, keepdims=True)
    expected = by_row * by_column / total[:, None, None]
    freedom = ((by_row > 0).sum(axis=(1, 2)) - 1) * ((by_column > 0).sum(axis=(1, 2)) - 1)
    # With such small counts, the expectation of χ² for given margins, not its limit.
    return _ratio(_squares(counts, expected), (freedom * total / (total - 1)).sum())


def _squares(counts: np.ndarray, expected: np.ndarray) -> float:
    """Pearson's χ², over what can be above 0."""
    possible = expected > 0
    return float(((counts - expected)[possible] ** 2 / expected[possible]).sum())


def _ratio(squares: float, freedom: float) -> float:
    return max(1.0, squares / freedom) if freedom else np.nan
