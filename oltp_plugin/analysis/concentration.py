"""How few places hold how many of the incidents, the places that have none included.

Units (streets, dwellings, quarters) are put in order, those with most incidents first. The curve
gives, for a share of the units, the share of the incidents that they hold. What chance alone does
is read from the same units if each were as likely to have any incident (Poisson): with fewer
incidents than units, most units have none whatever happens (Bernasco and Steenbeek 2017).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Curve:
    """Points of the curve, from (0, 0) to (1, 1); straight in between, where units are equal.

    ``least``: incidents in each unit up to here, or more (infinite at the start). ``units``,
    ``incidents``: how many so far. ``share_units``, ``share_incidents``: of all.
    """

    least: np.ndarray
    units: np.ndarray
    incidents: np.ndarray
    share_units: np.ndarray
    share_incidents: np.ndarray

    def units_for(self, share: float) -> float:
        """The least share of the units that holds ``share`` of the incidents."""
        return float(np.interp(share, *_rising(self.share_incidents, self.share_units)))

    def held_by(self, share: float) -> float:
        """The share of the incidents that the first ``share`` of the units hold."""
        return float(np.interp(share, self.share_units, self.share_incidents))

    def gini(self) -> float:
        """0: all units alike; near 1: all incidents in one of many units."""
        widths = np.diff(self.share_units)
        middle = (self.share_incidents[1:] + self.share_incidents[:-1]) / 2
        return float(2 * np.sum(widths * middle) - 1)


def curve(n) -> Curve:
    """The curve of the numbers of incidents in m units; some number is above 0."""
    values, times = np.unique(np.asarray(n, dtype=float), return_counts=True)
    return _from_classes(values[::-1], times[::-1])


def by_chance(incidents: float, units: int) -> Curve:
    """The curve that is expected if every unit were as likely to have any of the incidents."""
    from scipy.stats import poisson

    expected = incidents / units
    low, high = poisson.ppf([1e-12, 1 - 1e-12], expected).astype(int)
    values = np.arange(max(low - 1, 0), high + 2)[::-1]
    return _from_classes(values.astype(float), units * poisson.pmf(values, expected))


def generalised_gini(gini: float, incidents: float, units: int) -> float:
    """Gini's index where there may be fewer incidents than units: 0 if none shares a unit."""
    return max(units / incidents, 1.0) * (gini - 1) + 1


def _from_classes(values: np.ndarray, times: np.ndarray) -> Curve:
    """From how many units have each of the ``values``, in descending order."""
    units = np.append(0.0, np.cumsum(times))
    incidents = np.append(0.0, np.cumsum(values * times))
    return Curve(
        np.append(np.inf, values), units, incidents, units / units[-1], incidents / incidents[-1]
    )


def _rising(x: np.ndarray, y: np.ndarray):
    """Without the last stretch, where units add no incidents: of equal ``x`` the first."""
    kept = np.append(True, np.diff(x) > 0)
    return x[kept], y[kept]
