"""What the cells of a column say of it, whatever its name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd

from . import date_formats, mapping
from .date_formats import DateGuess

_STREET = re.compile(
    r"(?i)\b(rue|avenue|av|ave|bd|bld|blvd|boulevard|place|pl|chemin|che|chem|impasse|imp|"
    r"all[ée]es?|quai|"
    r"route|rte|cours|square|esplanade|passage|rond[- ]point|lotissement|faubourg|fbg|mail|"
    r"promenade|"
    r"st|street|road|rd|dr|drive|lane|ln|way|cres|block|blvd|hwy|pkwy|court|ct|terrace)\b"
)
_NUMBER = re.compile(r"(?i)\d{1,5} ?(?:bis|ter|quater|[a-d])?")
_PAIR = re.compile(r"-?\d+(?:\.\d+)?")
_IN_NUMBERS = re.compile(r"[-+\d.,eE'\s]+")  # \s: thin and unbreakable spaces too


@dataclass(frozen=True)
class Facts:
    """A column of the sample: shares are of the filled cells, ``filled`` of all rows.

    ``values``: its numbers (NaN where a cell is none). ``day``: how it writes days, hours after
    them included; ``hour``: how it writes hours alone.
    """

    name: str
    place: int
    cells: list[str]
    filled: float
    distinct: int
    length: float
    values: np.ndarray
    numeric: float
    whole: float
    lettered: float
    streets: float
    house_numbers: float
    pairs: float
    day: DateGuess | None
    hour: str | None

    @property
    def unique(self) -> float:
        """Distinct cells for one filled cell."""
        return self.distinct / max(1, len(self.cells))

    @property
    def repeated(self) -> bool:
        """Few words that come again: a closed list's."""
        n = len(self.cells)
        return 1 <= self.distinct <= max(8, min(150, n // 3))

    def words(self) -> list[str]:
        """Its commonest distinct cells."""
        return [word for word, _ in Counter(self.cells).most_common(200)]


def of(column: pd.Series, name: str, place: int, decimal: str) -> Facts:
    """The facts of one column of texts."""
    cells = [cell for cell in column.tolist() if cell]
    often = Counter(cells)
    n = max(1, len(cells))

    def share(test) -> float:
        return sum(times for cell, times in often.items() if test(cell)) / n

    if share(_IN_NUMBERS.fullmatch) < 0.5:  # a text: as numbers its cells would take long to read
        values = np.full(len(cells), np.nan)
    else:
        values, _ = mapping.numbers(pd.Series(cells, dtype=object), decimal)
    finite = values[np.isfinite(values)]

    return Facts(
        name,
        place,
        cells,
        len(cells) / max(1, len(column)),
        len(often),
        sum(map(len, cells)) / n,
        values,
        len(finite) / n,
        float(np.sum(finite == np.floor(finite))) / n if len(finite) else 0.0,
        share(lambda cell: sum(map(str.isalpha, cell)) >= 2),
        share(_STREET.search),
        share(_NUMBER.fullmatch),
        share(lambda cell: len(_PAIR.findall(cell)) == 2),
        date_formats.days(cells),
        date_formats.hours(cells[:500]),
    )
