"""How an address is written: case, accents, abbreviations, articles, numbers, what is beside it.

The same reading is given to the observatory's own streets and to a partner's text, so that what
is only spelt otherwise becomes equal.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from .geocoding_similar import distance
from .geocoding_words import (
    ABBREVIATIONS,
    AFTER,
    ARTICLES,
    CORNER_WORDS,
    INSIDE,
    NUMBER_SIGNS,
    SAME_SUFFIX,
    STOP_WORDS,
    SUFFIXES,
    TYPE_PAIRS,
    TYPES,
)
from .personal_data import LONGEST

# The last word of each commune's name -> the words of the names that end in it.
Communes = dict[str, list[tuple[str, ...]]]

_NUMBER = re.compile(r"(\d{1,5})([a-z]{0,9})")


class _Folding(dict):
    """Each character as its letters without accent, a space, or a separator of its own."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in ",;()\n|:":
            folded = " , "
        elif character == "/":
            folded = " / "
        elif character == "º":
            folded = " "
        elif character in "?\ufffd":
            folded = "?"  # a letter that an export has lost
        else:
            plain = unicodedata.normalize("NFKD", character).casefold()
            kept = "".join(each for each in plain if each.isascii() and each.isalnum())
            combining = unicodedata.combining(character)
            folded = {"œ": "oe", "æ": "ae"}.get(plain, kept) or ("" if combining else " ")
        self[code] = folded
        return folded


_FOLDING = _Folding()


@dataclass(frozen=True)
class Written:
    """One way to read a text: a number and suffix, a kind of street and a name.

    ``words``: the name as written, abbreviations spelt out; ``name``: without articles, joined by
    spaces. ``certainty``: 1, less where something was left out to read it this way.
    """

    number: int | None
    suffix: str
    kind: str
    words: tuple[str, ...]
    name: str
    postcode: str = ""
    commune: str = ""
    certainty: float = 1.0

    @functools.cached_property
    def spelt(self) -> str:
        """The name with articles."""
        return " ".join(self.words)

    @functools.cached_property
    def full(self) -> str:
        """Kind and name with articles."""
        return f"{self.kind} {self.spelt}".strip()


def tokens(text: str) -> list[str]:
    """The words of a text, folded; ``,`` and ``/`` stand for what separates its parts."""
    words = text[:LONGEST].translate(_FOLDING).split()
    return [word for word in words if word.strip("?")] if "?" in text else words


def communes_by_last_word(names: Iterable[str]) -> Communes:
    """The names of communes, ready for ``readings``."""
    communes: Communes = {}
    for words in {tuple(tokens(name)) for name in names}:
        if words and words[-1].isalpha():
            communes.setdefault(words[-1], []).append(words)
    return communes


def street_name(words: list[str]) -> tuple[str, tuple[str, ...], str]:
    """Kind, words and name (see ``Written``) of a street given by its folded words."""
    kind, rest = "", words
    if len(words) > 1 and (words[0], words[1]) in TYPE_PAIRS:
        kind, rest = TYPE_PAIRS[words[0], words[1]], words[2:]
    elif words and words[0] in TYPES:
        kind, rest = TYPES[words[0]], words[1:]
    spelt = [ABBREVIATIONS.get(word, word) for word in rest]
    plain = [word for word in spelt if word not in ARTICLES]
    if not plain:  # “Rue Grande” has a name, “Le Boulevard” is one
        spelt, plain, kind = [*([kind] if kind else []), *spelt], [kind or " ".join(spelt)], ""
    return kind, tuple(spelt), " ".join(plain)


def suffix(text: str | None) -> str:
    """A suffix of a house number in one spelling, empty where there is none."""
    folded = "".join(tokens(text or ""))
    return SUFFIXES.get(folded, folded)


def same_suffix(text: str) -> str | None:
    """What else the suffix may be written as: ``12 B`` and ``12 bis``."""
    return SAME_SUFFIX.get(text)


def readings(words: list[str], communes: Communes) -> Iterator[Written]:
    """The ways to read an address (its ``tokens``), the most literal one first.

    ``communes``: names that may stand behind a street.
    """
    parts = _parts(words)
    behind = _place_behind(parts, communes)
    seen = set()
    for number, end, street, certainty in _divisions(parts, communes):
        if not street or (len(street) == 1 and street[0].isdigit()):
            continue
        kind, spelt, name = street_name(street)
        if (number, kind, spelt) not in seen:
            seen.add((number, kind, spelt))
            yield Written(number, end, kind, spelt, name, *behind, certainty)


def with_mended_kind(reading: Written) -> Written | None:
    """A reading whose first word may be a kind of street with a slip in it.

    Without that word, and of that kind unless it may be several.
    """
    if reading.kind or len(reading.words) < 2:
        return None
    first, *rest = reading.words
    kinds = _mended_kinds(first)
    if not kinds:
        return None
    kind = next(iter(kinds)) if len(kinds) == 1 else ""
    name = " ".join(word for word in rest if word not in ARTICLES)
    certainty = reading.certainty * 0.9
    return replace(reading, kind=kind, words=tuple(rest), name=name, certainty=certainty)


@functools.lru_cache(maxsize=4096)
def _mended_kinds(word: str) -> frozenset[str]:
    """The kinds of street that a word is at most one letter away from."""
    if len(word) < 2:
        return frozenset()
    near = (each for each in TYPES if len(each) > 1 and distance(word, each, 1) < 2)
    return frozenset(TYPES[each] for each in near)


def _divisions(
    parts: list[list[str]], communes: Communes
) -> Iterator[tuple[int | None, str, list[str], float]]:
    """Number, suffix, the street's words, and how certain it is that they are these."""
    if not parts:
        return
    number, end, head = _leading_number(parts[0])
    rest = parts[0][head:]
    if not rest and len(parts) > 1:  # “12, rue …”
        parts = parts[1:]
        rest = parts[0]
    if number is None and len(parts) > 1:  # “rue …, 12 bis”
        behind, suffix_behind, size = _leading_number(parts[1])
        if behind is not None and size == len(parts[1]):
            number, end = behind, suffix_behind
    yield number, end, rest, 1.0
    commune = _commune_at_the_end(rest, communes)
    if commune:
        yield number, end, rest[:-commune], 0.95
    shorter = _without_what_follows(rest, communes)
    if number is None:
        yield (*_trailing_number(rest), 1.0)
        yield (*_trailing_number(shorter), 0.95)
    else:
        yield number, end, shorter, 0.95
        return
    for part in parts:
        yield (*_number_and_kind_inside(part, communes), 0.9)
    for part in parts[1:]:
        yield (*_trailing_number(_without_what_follows(part, communes)), 0.9)


def corner(words: list[str]) -> list[tuple[Written, Written]]:
    """The two streets of “angle de A et B”, “A angle B”, “A / B”; every way to divide them."""
    words = [word for word in words if word != ","]
    separators = {"/", "x", "angle", "croisement"}
    if not CORNER_WORDS & set(words[:3]) and not separators & set(words[1:-1]):
        return []
    while words and (words[0] in ARTICLES or words[0] in CORNER_WORDS or words[0] == "entre"):
        words = words[1:]
    separators |= {"et", "avec"}
    pairs = []
    for i in range(1, len(words) - 1):
        if words[i] in separators:
            one, other = _one_street(words[:i]), _one_street(words[i + 1 :])
            if one and other:
                pairs.append((one, other))
    return pairs


def place_name(words: list[str]) -> str:
    """A text as the name of a place: without articles, nor a word that says it is a stop."""
    kept = [word for word in words if word not in (",", "/") and word not in ARTICLES]
    while kept and kept[0] in STOP_WORDS:
        kept = kept[1:]
    return " ".join(ABBREVIATIONS.get(word, word) for word in kept)


def says_stop(words: list[str]) -> bool:
    """Whether the text says that it names a stop: “arrêt Corum”."""
    return bool(words) and words[0] in STOP_WORDS


def _one_street(words: list[str]) -> Written | None:
    while words and (words[0] in ARTICLES or words[0].isdigit()):
        words = words[1:]
    if not words:
        return None
    kind, spelt, name = street_name(words)
    return Written(None, "", kind, spelt, name)


def _parts(words: list[str]) -> list[list[str]]:
    """The words between separators; empty parts left out."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word == ",":
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def _leading_number(words: list[str]) -> tuple[int | None, str, int]:
    """Number, suffix, and how many words they take; of “12-14” and “12 à 14” the first."""
    at = 1 if len(words) > 1 and words[0] in NUMBER_SIGNS else 0
    found = _NUMBER.fullmatch(words[at]) if at < len(words) else None
    if found is None or (found.group(2) and found.group(2) not in SUFFIXES):
        return None, "", 0
    number, end = int(found.group(1)), SUFFIXES.get(found.group(2), "")
    at += 1
    if not end and at < len(words) and _is_suffix(words, at):
        end = SUFFIXES[words[at]]
        at += 1
    other = at + 1 if at < len(words) and words[at] in ("a", "et", "/") else at
    if (
        other + 1 < len(words)
        and (again := _NUMBER.fullmatch(words[other]))
        and int(again.group(1)) > number
        and words[other + 1] in TYPES
    ):
        at = other + 1
    if at < len(words) and len(words[0]) == 5 and words[0].isdigit() and words[at] not in TYPES:
        return None, "", 0  # a postcode
    return (number or None), end, at


def _is_suffix(words: list[str], at: int) -> bool:
    """“12 bis” always; “12 B rue …” only where a street follows, or nothing."""
    if words[at] not in SUFFIXES:
        return False
    if len(words[at]) > 1:
        return True
    return at + 1 == len(words) or words[at + 1] in TYPES or words[at + 1] in ("/", "rond", "grand")


def _trailing_number(words: list[str]) -> tuple[int | None, str, list[str]]:
    """A number behind its street: “rue Pasteur 12 bis”; else no number and all words."""
    for taken in (1, 2):
        number, end, size = _leading_number(words[-taken:])
        if number is not None and size == taken < len(words):
            kept = words[:-taken]
            return number, end, kept[:-1] if kept[-1] in NUMBER_SIGNS else kept
    return None, "", words


def _without_what_follows(words: list[str], communes: Communes) -> list[str]:
    """Without postcode, commune, building, floor, or what the place lies opposite of."""
    for i in range(1, len(words)):
        word = words[i]
        after = words[i + 1] if i + 1 < len(words) else ""
        inside = word in INSIDE and (after[:1].isdigit() or len(after) <= 1)
        if (len(word) == 5 and word.isdigit()) or word in AFTER or inside:
            words = words[:i]
            break
    return words[: len(words) - _commune_at_the_end(words, communes)]


def _commune_at_the_end(words: list[str], communes: Communes) -> int:
    """How many words at the end are a commune's name; never all of them."""
    for name in communes.get(words[-1], ()) if len(words) > 1 else ():
        size = len(name)
        if size < len(words) and tuple(words[-size:]) == name:
            return size
    return 0


def _number_and_kind_inside(
    words: list[str], communes: Communes
) -> tuple[int | None, str, list[str]]:
    """“résidence X 12 rue Y”, “devant la rue Y”: from the number, or the kind of street, on."""
    for i in range(len(words)):
        number, end, size = _leading_number(words[i:])
        at = i + size
        if number is not None and at < len(words) and words[at] in TYPES:
            return number, end, _without_what_follows(words[at:], communes)
    for i in range(1, 0 if words[0] in TYPES else len(words) - 1):
        if words[i] in TYPES and len(words[i]) > 1:
            return (*_trailing_number(_without_what_follows(words[i:], communes)),)
    return None, "", []


def _place_behind(parts: list[list[str]], communes: Communes) -> tuple[str, str]:
    """The postcode and the commune that stand behind the street, each empty where there is none."""
    postcode = commune = ""
    for part in parts:
        for i, word in enumerate(part):
            if len(word) == 5 and word.isdigit() and (i or part is not parts[0]):
                postcode = word
                behind = [each for each in part[i + 1 :] if not each.isdigit()]
                commune = " ".join(behind[: behind.index("cedex")] if "cedex" in behind else behind)
    if not commune:
        for part in parts[::-1]:
            size = _commune_at_the_end(["", *part] if part is not parts[0] else part, communes)
            if size:
                return postcode, " ".join(part[-size:])
    return postcode, commune
