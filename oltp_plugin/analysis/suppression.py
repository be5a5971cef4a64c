"""Which counts beside their total must be hidden so that no small one can be read or computed.

*Primary*: counts above 0 and below the threshold. *Secondary*: more of them, because a single
hidden count is the total minus the others (Hundepool et al. 2012, *Statistical Disclosure
Control*, ch. 4). A reader is taken to know every count shown, the total, that counts are whole and
not negative, and that a zero would be shown: several hidden counts are each known where together
they are one each.
"""

from __future__ import annotations

import numpy as np


def hidden_in_line(counts, least: int) -> np.ndarray:
    """Which of ``counts`` to hide beside their total, which is shown; boolean, length n.

    At least two, and together more than one each: the total minus the rest tells no single one.
    Where nothing can be kept apart, all of them.
    """
    counts = np.asarray(counts, dtype=float)
    hidden = (counts > 0) & (counts < least)
    if not hidden.any():
        return hidden
    others = [place for place in np.argsort(counts, kind="stable") if counts[place] > 0]
    for place in others:
        if hidden.sum() > 1 and counts[hidden].sum() > hidden.sum():
            return hidden
        hidden[place] = True
    if hidden.sum() > 1 and counts[hidden].sum() > hidden.sum():
        return hidden
    return np.ones(len(counts), dtype=bool)


def hidden_in_lines(counts, lines, least: int) -> np.ndarray:
    """The same where several lines have each a total of their own, too; boolean, length n.

    ``lines``: which one each of the ``counts`` is of, such as a territory's level: what is larger
    tells the total of what lies in it.
    """
    counts, lines = np.asarray(counts, dtype=float), np.asarray(lines, dtype=object)
    hidden = hidden_in_line(counts, least)
    for line in set(lines):
        own = lines == line
        hidden[own] |= hidden_in_line(counts[own], least)
    return hidden
