"""Personal data in texts that would be stored: found, counted by kind, masked before writing.

A machine sees forms, not meanings: see docs/personal_data.md for what it finds and what it cannot.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import personal_names, personal_numbers

if TYPE_CHECKING:
    import pandas as pd

MARK = "[…]"
LONGEST = 250  # characters of an address or a word: what goes on longer tells a story
KINDS = ("email", "nir", "birth_date", "telephone", "plate", "name")


@dataclass(frozen=True)
class Finding:
    """Personal data of one of KINDS, at ``text[start:end]``."""

    kind: str
    start: int
    end: int


def scan(text: str) -> list[Finding]:
    """What in ``text`` looks like personal data, in its order; findings do not overlap."""
    if _POSSIBLE.search(text) is None:
        return []
    # A found piece is blanked, one character for one so that positions hold, and the rest read
    # again: nothing that is left may become a finding once the mark stands there.
    shadow = text.translate(_SPACES)
    found = list(_hits("email", shadow))
    shadow = _blanked(shadow, found).replace("_", " ")  # it parts words, but not in an address
    while True:
        fresh = next(filter(None, (list(_hits(kind, shadow)) for kind in KINDS)), None)
        if fresh is None:
            return sorted(found, key=lambda finding: finding.start)
        shadow = _blanked(shadow, fresh)
        found += fresh


def masked(text: str) -> str:
    """``text`` with MARK in the place of each finding."""
    return _without(text, scan(text))


def mask_column(texts: pd.Series) -> tuple[pd.Series, dict[str, int]]:
    """A copy of ``texts`` (strings, or None) masked, and the findings of all rows by kind.

    Of a text that is longer than LONGEST the beginning is kept.
    """
    import numpy as np  # a text alone is searched without them, while somebody types
    import pandas as pd

    codes, words = pd.factorize(texts.to_numpy(dtype=object))
    rows = np.bincount(codes[codes >= 0], minlength=len(words))
    counts: Counter[str] = Counter()
    changed = {}
    for position, word in enumerate(words):
        findings = [each for each in scan(word[: 2 * LONGEST]) if each.start < LONGEST]
        if findings or len(word) > LONGEST:
            end = max([LONGEST, *(finding.end for finding in findings)])  # none is cut in two
            changed[position] = _without(word[:end], findings)
            for finding in findings:
                counts[finding.kind] += int(rows[position])
    if not changed:
        return texts, {}
    masked_words = words.copy()
    masked_words[list(changed)] = list(changed.values())
    values = np.where(codes >= 0, masked_words[codes], texts.to_numpy(dtype=object))
    return pd.Series(values, index=texts.index, name=texts.name, dtype=object), dict(counts)


def mask_texts(rows: pd.DataFrame, columns: tuple[str, ...]) -> tuple[pd.DataFrame, dict[str, int]]:
    """``rows`` with these columns masked, and the findings in them by kind."""
    total: Counter[str] = Counter()
    masked_rows = rows.copy(deep=False)
    for column in columns:
        masked_rows[column], counts = mask_column(rows[column])
        total.update(counts)
    return masked_rows, dict(total)


def _without(text: str, findings: list[Finding]) -> str:
    return _replaced(text, findings, lambda finding: MARK)


def _blanked(text: str, findings: list[Finding]) -> str:
    def blank(finding: Finding) -> str:
        return MARK[0] + MARK[1] * (finding.end - finding.start - 2) + MARK[2]

    return _replaced(text, findings, blank)


def _replaced(text: str, findings: list[Finding], by: Callable[[Finding], str]) -> str:
    pieces, position = [], 0
    for finding in sorted(findings, key=lambda finding: finding.start):
        pieces += [text[position : finding.start], by(finding)]
        position = finding.end
    return "".join([*pieces, text[position:]])


# A line break too: a cell may hold several lines, and a name may go on in the next one.
_SPACES = {ord(space): " " for space in "\t\n\r\u00a0\u2007\u2009\u2028\u202f"}

# Every finding holds an @, enough digits, or a word that announces it: nearly all texts are done
# with after this one search, which is fast because it tries only where one of these begins.
_POSSIBLE = re.compile(
    r"""[@\dMmNnDdPp](?:
        (?<=@)
        | (?<=\d)(?:
            (?:\D{0,4}\d){8}
            | [/.\-]\d\d?[/.\-]\d
            | \d\d[\s\-.·_]{0,3}[A-Za-z]{2}(?![^\W\d_])
            | [\s\-.·_]{0,3}[A-Za-z]{2,3}[\s\-.·_]{0,3}\d )
        | (?<![^\W_][Mm])(?<=[Mm])(?i:
            [\s.] | (?<=M)_ | M[\s._]
            | (?:MES|ME|RS|R|LLES|LLE|ELLES|ELLE)(?![^\W_])
            | E(?![^\W_]) | A[IÎ]TRE
            | GR(?![^\W_]) | ONSIEUR | ONSEIGN | ESSIEURS | ADAME | ADEMOIS | ESD )
        | (?<![^\W_][NnDd])(?:
            (?<=[Nn])(?i: [ÉE] | AISS ) | (?<=[Dd])(?i:
                ATE | DN | \.D | RS?(?![^\W_]) | OCTEUR ) )
        | (?<=[Pp])[Rr](?<![^\W_][Pp][Rr])(?: s?(?![^\W_]) | (?i: OFESSEUR ) )
    )""",
    re.VERBOSE,
)

_FINDERS: dict[str, Callable[[str], Iterator[tuple[int, int]]]] = {
    "email": personal_numbers.emails,
    "nir": personal_numbers.nirs,
    "birth_date": personal_numbers.birth_dates,
    "telephone": personal_numbers.telephones,
    "plate": personal_numbers.plates,
    "name": personal_names.names,
}


def _hits(kind: str, text: str) -> Iterator[Finding]:
    """What is found of one kind, in the text's order, findings that overlap as one."""
    start = end = -1
    for first, last in sorted(_FINDERS[kind](text)):
        if first >= end:
            if end >= 0:
                yield Finding(kind, start, end)
            start = first
        end = max(end, last)
    if end >= 0:
        yield Finding(kind, start, end)
