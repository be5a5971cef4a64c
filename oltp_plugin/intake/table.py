"""What every reader gives: the mapped columns of a file as texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd


def stripped(columns: Mapping[str, Iterable[str]]) -> pd.DataFrame:
    """Texts by column without the spaces around them."""
    # Through lists, as ``Series.str`` takes five times as long.
    cells = {
        name: pd.Series(list(map(str.strip, texts)), dtype=object)
        for name, texts in columns.items()
    }
    return pd.DataFrame(cells, copy=False)


@dataclass(frozen=True)
class Table:
    """The mapped columns of a file.

    ``texts``: n rows of stripped texts, one column each. ``rows``: the line that a spreadsheet
    shows for each; in a layer, the feature's place in it, from 1. ``overflowing``: rows with more
    cells than the header, where a delimiter stood unquoted in a cell and nothing after it is in
    its column. ``decimal``: the mark in its numbers. ``epsg``: the CRS of its coordinates. ``x``,
    ``y``: n coordinates of the geometries (NaN: none) where these, not columns, give the points.
    """

    texts: pd.DataFrame
    rows: np.ndarray
    overflowing: np.ndarray
    decimal: str
    epsg: int
    x: np.ndarray | None = None
    y: np.ndarray | None = None
