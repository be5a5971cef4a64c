"""A partner's file as the dialog first shows it: sampled, and its columns matched to the fields.

Nothing here is decided: each proposal says how sure it is and why, what two formats fit is left
to the analyst, and a word is only matched where it is the town's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from . import (
    column_facts,
    column_names,
    coordinate_systems,
    mapping,
    profile,
    proposing_fields,
    proposing_times,
)
from .category_words import Word, place_words, words
from .coordinate_systems import CrsGuess
from .date_formats import DateGuess
from .layout import Layout
from .profile_building import build
from .proposed import Proposal
from .recognising import (
    Difference,
    Recognition,
    is_starter,
    lacks_sheet,
    recognise,
    repair,
    rivals,
    without_sheet,
)
from .sampling import FileSample, sample
from .starters import starters
from .town import Town

__all__ = [
    "CrsGuess", "DateGuess", "Difference", "FileSample", "Layout", "Proposal", "Recognition",
    "Town", "Word", "build", "dates", "is_starter", "is_unique", "lacks_sheet", "numbers",
    "place_words", "propose", "recognise", "repair", "rivals", "sample", "starters", "systems",
    "without_sheet", "words",
]  # fmt: skip

_MISTAKES = 0.01  # of the rows: ids that stand twice though none should


def propose(sample: FileSample, town: Town) -> list[Proposal]:
    """Proposals for the fields that the file seems to have, in the profile's order of fields.

    Contents are read off the sample; dates and ids off the whole column.
    """
    facts = [
        column_facts.of(sample.texts[name], name, place, sample.layout.decimal or ",")
        for place, name in enumerate(sample.columns)
    ]
    sample.whole(_of_interest(facts))  # read once
    found = proposing_times.propose(facts, lambda names: _cells(sample, names))
    taken = {column for each in found for column in each.columns}
    free = [each for each in facts if each.name not in taken]
    if sample.layout.geometry:
        found.append(Proposal("geometry", (), 1.0, "geometry"))
    else:
        found.extend(proposing_fields.coordinates(free, town))
    taken = {column for each in found for column in each.columns}
    free = [each for each in facts if each.name not in taken]
    found.extend(proposing_fields.others(free, town))
    found = [_checked_id(sample, each, facts) if each.field == "partner_ref" else each
             for each in found]  # fmt: skip
    order = (*profile.FIELDS, "geometry")
    return sorted(found, key=lambda each: order.index(each.field))


def dates(sample: FileSample, columns: Sequence[str]) -> DateGuess | None:
    """How columns that the analyst chose for a time write it; None where it cannot be told."""
    cells = _cells(sample, list(columns))
    return proposing_times.guess([cells[column] for column in columns])


def systems(
    sample: FileSample, x: Proposal | str | None, y: Proposal | str | None, town: Town
) -> list[CrsGuess]:
    """Coordinate systems that x and y may be in, the likeliest first.

    Of the columns; of the layer's points where these are None.
    """
    if x is None or y is None:
        points = sample.points
        return coordinate_systems.guess(*points, town.bounds) if points else []
    return coordinate_systems.guess(numbers(sample, x), numbers(sample, y), town.bounds)


def is_unique(sample: FileSample, columns: Sequence[str]) -> bool:
    """Whether no id of these columns, joined, stands twice in the whole file."""
    return _repeated(sample, columns) == 0


def _of_interest(facts: list[column_facts.Facts]) -> list[str]:
    """Columns of which all cells are looked at: what may be days, and what may be the id."""
    days = [each.name for each in facts if each.day is not None]
    ids = [each for each in facts if each.unique > 0.25 and each.name not in days]
    named = [each.name for each in ids if column_names.score(each.name, "partner_ref") >= 0.6]
    return days + named


def numbers(sample: FileSample, column: Proposal | str) -> np.ndarray:
    """The sampled numbers of a coordinate's column (NaN: none), before any scale."""
    if isinstance(column, str):
        column = Proposal("x", (column,), 1.0, "name")
    text: pd.Series = sample.texts[column.columns[0]]
    if column.part is not None:
        text = mapping.part(text, column.part)
    return mapping.numbers(text, "." if column.part else sample.layout.decimal or ",")[0]


def _cells(sample: FileSample, columns: list[str]) -> dict[str, list[str]]:
    texts = sample.whole(columns)
    return {column: texts[column].tolist() for column in columns}


def _repeated(sample: FileSample, columns: Sequence[str]) -> float:
    """The share of rows whose id has come before."""
    joined = mapping.joined(sample.whole(columns), profile.Mapping(tuple(columns)))
    filled = joined[joined != ""]
    return float(filled.duplicated().mean()) if len(filled) else 0.0


def _checked_id(sample: FileSample, found: Proposal, facts: list[column_facts.Facts]) -> Proposal:
    """The id with whether it is unique; where it repeats, with a column that makes it so."""
    if is_unique(sample, found.columns):
        return replace(found, unique=True)
    for other in found.others:
        if is_unique(sample, (other,)):
            rest = tuple(each for each in (*found.columns, *found.others) if each != other)
            return replace(found, columns=(other,), unique=True, others=rest)
    if _repeated(sample, found.columns) <= _MISTAKES:
        return replace(found, unique=True, why="few_repeat")
    for other in proposing_fields.numbering(facts, found.columns[0]):
        columns = (found.columns[0], other)
        if _repeated(sample, columns) <= _MISTAKES:
            return replace(found, columns=columns, unique=True, why="composite")
    return replace(found, why="repeats")
