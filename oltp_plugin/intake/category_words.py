"""A partner's words beside the town's list: only what is the same word is matched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from . import mapping
from .profile import Mapping
from .proposed import Proposal
from .sampling import FileSample
from .town import Category, Town

_NUMBERED = re.compile(r"(\d{1,3})\s*[-–:.)]\s*(.+)")


@dataclass(frozen=True)
class Word:
    """A word of the file, in how many rows it stands, and the town's code for it.

    ``category`` None: not matched. ``why``: ``code``, ``label``, ``index`` (number of état 4001)
    or ``index_label``; empty where not matched.
    """

    word: str
    count: int
    category: str | None
    why: str = ""

    def __iter__(self):
        """The word, its count and its category."""
        return iter((self.word, self.count, self.category))


def words(
    sample: FileSample,
    field: Mapping | Proposal | str,
    town: Town | Iterable[Category],
    dated: Sequence[str] = (),
) -> list[Word]:
    """Every word of the whole column, the commonest first; the empty one is left out.

    ``town``: its lists, or only its categories. ``dated``: columns of the day; a row without one
    is a total, or refused for that. Matched: a category's code or label, in French
    or English, and the numbers and labels of état 4001, whatever the case, accents, punctuation
    and plurals. A word that fits two categories is not matched.
    """
    lists = town if isinstance(town, Town) else Town(tuple(town), {}, {}, {}, None)
    if isinstance(field, str):
        field = Mapping((field,))
    counts = _counts(sample, field.columns, dated)
    known = _known(lists)
    numbered = field.scheme == "etat4001"
    return [
        Word(str(word), int(count), *_match(str(word), known, lists, numbered))
        for word, count in counts.items()
    ]


def place_words(
    sample: FileSample, field: Mapping | Proposal | str, town: Town, dated: Sequence[str] = ()
) -> list[Word]:
    """The same for kinds of places: matched with the code and labels of the closed list."""
    if isinstance(field, str):
        field = Mapping((field,))
    counts = _counts(sample, field.columns, dated)
    found = []
    for word, count in counts.items():
        code = town.places.get(mapping.folded(str(word)))
        found.append(Word(str(word), int(count), code, "label" if code else ""))
    return found


def _counts(sample: FileSample, columns: Sequence[str], dated: Sequence[str]) -> pd.Series:
    """In how many rows each word stands."""
    cells = sample.whole([*columns, *dated])
    texts = mapping.joined(cells, Mapping(tuple(columns)))
    kept = texts != ""
    if dated:
        kept &= (cells[list(dated)] != "").any(axis=1)
    return texts[kept].value_counts()


def _known(town: Town) -> dict[str, dict[str, set[str]]]:
    """Why -> normalised word -> the categories that it may be."""
    known: dict[str, dict[str, set[str]]] = {"code": {}, "label": {}, "index_label": {}}
    for each in town.categories:
        known["code"].setdefault(normalised(each.code), set()).add(each.code)
        for label in (each.label_fr, each.label_en):
            if label:
                known["label"].setdefault(normalised(label), set()).add(each.code)
    for label, category in town.index.values():
        if label and category:
            known["index_label"].setdefault(normalised(label), set()).add(category)
    return known


def _match(
    word: str, known: dict[str, dict[str, set[str]]], town: Town, numbered: bool
) -> tuple[str | None, str]:
    if numbered:
        _, category = town.index.get(mapping.index_number(word), ("", None))
        return category, "index" if category else ""
    plain = normalised(word)
    for why, words_of in known.items():
        fitting = words_of.get(plain, set())
        if len(fitting) == 1:
            return next(iter(fitting)), why
        if fitting:
            return None, ""
    match = _NUMBERED.fullmatch(word)
    if match:  # "27 - Cambriolages de locaux d'habitations principales"
        label, category = town.index.get(mapping.index_number(match[1]), ("", None))
        if category and normalised(match[2]) == normalised(label):
            return category, "index"
    return None, ""


def normalised(word: str) -> str:
    """A word without case, accents, punctuation, and the ``s`` or ``x`` of plurals."""
    return " ".join(
        piece[:-1] if len(piece) > 3 and piece[-1] in "sx" else piece
        for piece in mapping.folded(word).split()
    )
