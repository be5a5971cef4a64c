"""An address without coordinates is looked up in the observatory's own addresses and places.

Nothing leaves the machine. As written, then with the kind of street missing or another, then
shortened, then with a slip of the pen; what two streets could be is none of them. A score (0-1)
says how far the text was from what was found; the precision says what the point is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from . import geocoding_text as text
from .geocoding_index import Gazetteer, Spot
from .geocoding_similar import distance
from .geocoding_text import Written
from .geocoding_words import TITLES

LEAST_SCORE = 0.4
_AT_ONCE = 1_000  # texts, between two looks at whether to stop
# Words that make another street of a name: leaving them out is not shortening it.
_TELLING = frozenset((
    "vieux", "vieille", "grand", "grande", "petit", "petite", "haut", "haute", "bas", "basse",
    "neuf", "neuve", "ancien", "ancienne", "nouveau", "nouvelle", "saint", "sainte", "mas", "cite",
    "nord", "sud", "est", "ouest",
))  # fmt: skip


@dataclass(frozen=True)
class Geocoded:
    """For n texts: coordinates and score (NaN: not found) and ``location_precision`` (none)."""

    x: np.ndarray
    y: np.ndarray
    score: np.ndarray
    precision: np.ndarray


def geocode(
    gazetteer: Gazetteer,
    texts: Sequence[str],
    tick: Callable[[float], None] = lambda fraction: None,
) -> Geocoded:
    """Locate n address texts; an empty one is not found.

    ``tick`` is told the fraction done, and may raise to stop.
    """
    codes, words = pd.factorize(np.asarray(texts, dtype=object))
    spots: list[Spot | None] = []
    slips: list[tuple[int, Written]] = []
    for i, word in enumerate(words):
        if i % _AT_ONCE == 0:
            tick(0.5 * i / len(words))
        spot, unread = _as_written(gazetteer, word)
        spots.append(spot)
        slips += [(i, reading) for reading in unread]
    for start in range(0, len(slips), _AT_ONCE):
        tick(0.5 + 0.5 * start / len(slips))
        for i, spot in _slips_of_the_pen(gazetteer, slips[start : start + _AT_ONCE]):
            spots[i] = spots[i] or spot
    for i, spot in enumerate(spots):
        if spot is not None and spot.certainty < LEAST_SCORE:
            spots[i] = None
    return Geocoded(
        np.array([spot.x if spot else np.nan for spot in spots], dtype=float)[codes],
        np.array([spot.y if spot else np.nan for spot in spots], dtype=float)[codes],
        np.array([round(spot.certainty, 2) if spot else np.nan for spot in spots])[codes],
        np.array([spot.precision if spot else "none" for spot in spots], dtype=object)[codes],
    )


def _as_written(gazetteer: Gazetteer, word: str) -> tuple[Spot | None, list[Written]]:
    """The point of a text whose words are all known; else the readings to look at more closely."""
    words = text.tokens(word)
    if text.says_stop(words):
        return gazetteer.places.get((text.place_name(words), True)), []
    readings = []
    for reading in text.readings(words, gazetteer.communes):
        streets = _allowed(gazetteer, reading, (reading.kind, reading.name))
        if streets:
            return _numbered(gazetteer, streets, reading), []
        readings.append(reading)
    spot = _place(gazetteer, text.place_name(words)) or _corner(gazetteer, words)
    if spot:
        return spot, []
    mended = [other for each in readings if (other := text.with_mended_kind(each)) is not None]
    for reading in mended:
        streets = _allowed(gazetteer, reading, (reading.kind, reading.name))
        if streets:
            return _numbered(gazetteer, streets, reading), []
    readings += mended
    for reading in readings:
        for streets, certainty in (
            _of_another_kind(gazetteer, reading),
            _shortened(gazetteer, reading),
        ):
            if streets:
                return _only_one(gazetteer, streets, reading, certainty), []
    return None, readings


def _only_one(
    gazetteer: Gazetteer, streets: list[int], reading: Written, certainty: float
) -> Spot | None:
    """The point on the one street that has the number, or lies around it; else None."""
    chosen = streets
    if reading.number is not None:
        chosen = [each for each in streets if gazetteer.has(each, reading.number)]
        if not chosen and len(streets) == 1:
            spot = gazetteer.at(streets[0], reading.number, reading.suffix)
            chosen = streets if spot.certainty > 0.5 else []  # between its neighbours
    if len(chosen) != 1:
        return None
    spot = gazetteer.at(chosen[0], reading.number, reading.suffix)
    return _less(spot, certainty * reading.certainty)


def _allowed(gazetteer: Gazetteer, reading: Written, key: tuple[str, str]) -> list[int]:
    return _in_the_commune(gazetteer, reading, gazetteer.by_kind_and_name.get(key, ()))


def _in_the_commune(gazetteer: Gazetteer, reading: Written, streets) -> list[int]:
    """Those of the streets that the postcode and the commune behind the address allow."""
    kept = list(streets)
    if not kept or not (reading.commune or reading.postcode):
        return kept
    if reading.commune in gazetteer.address_communes:
        return [each for each in kept if gazetteer.streets[each].commune == reading.commune]
    if reading.postcode and gazetteer.postcodes:
        return [
            each
            for each in kept
            if reading.postcode in gazetteer.postcodes.get(gazetteer.streets[each].commune, ())
        ]
    if reading.postcode and reading.commune and gazetteer.communes:
        return kept if _is_ours(gazetteer, set(reading.commune.split())) else []
    return kept


def _is_ours(gazetteer: Gazetteer, words: set[str]) -> bool:
    """Whether the commune behind a postcode may be one of ours: “Ville de X” and “X” may."""
    names = (set(name) for ending in gazetteer.communes.values() for name in ending)
    return any(words <= name or name <= words for name in names)


def _numbered(gazetteer: Gazetteer, streets: list[int], reading: Written) -> Spot | None:
    """The number on the street that is meant; None where two could be."""
    if len(streets) > 1:
        literal = [each for each in streets if gazetteer.streets[each].full == reading.full]
        if len({gazetteer.streets[each].commune for each in streets}) > 1:
            return None
        streets = literal or [each for each in streets if gazetteer.has(each, reading.number)]
        if len(streets) != 1:
            return None
    (street,) = streets
    if reading.number is not None and not gazetteer.has(street, reading.number):
        # Is the number wrong, or the kind of street? “12 impasse X” where only rue X has a 12.
        namesakes = _in_the_commune(gazetteer, reading, gazetteer.by_name[reading.name])
        if any(gazetteer.has(each, reading.number) for each in namesakes):
            return None
    return _less(gazetteer.at(street, reading.number, reading.suffix), reading.certainty)


def _of_another_kind(gazetteer: Gazetteer, reading: Written) -> tuple[list[int], float]:
    """Streets of that name, where the text names no kind or none that there is."""
    if len(reading.name) < 3 or (not reading.kind and reading.number is None):
        return [], 0.0  # “Antigone” alone may be a quartier, a square or a street
    streets = _in_the_commune(gazetteer, reading, gazetteer.by_name.get(reading.name, ()))
    return streets, 0.85 if reading.kind else 0.95


def _shortened(gazetteer: Gazetteer, reading: Written) -> tuple[list[int], float]:
    """Streets whose name the text shortens (“rue Thomas”, “rue Pr L. Thomas”) or adds a title to.

    Only with a number, which the street must have.
    """
    given = reading.name.split()
    if reading.number is None or not given or len(given[-1]) < 4:
        return [], 0.0
    near = _in_the_commune(gazetteer, reading, gazetteer.by_last_word.get(given[-1], ()))
    plain = [word for word in given if word not in TITLES]
    streets = []
    for each in near:
        street = gazetteer.streets[each]
        if street.kind == reading.kind and gazetteer.has(each, reading.number):
            name = street.name.split()
            if plain == name or _shortens(given, name):
                streets.append(each)
    return streets, 0.8


def _shortens(given: list[str], name: list[str]) -> bool:
    """Whether ``given`` is ``name`` with words left out or reduced to their initial."""
    at = 0
    for word in name:
        if at < len(given) and (
            given[at] == word or (len(given[at]) == 1 and word.startswith(given[at]))
        ):
            at += 1
        elif word in _TELLING:
            return False
    return at == len(given)


def _place(gazetteer: Gazetteer, name: str) -> Spot | None:
    """A place or stop of that name, if only one is meant."""
    spots = [gazetteer.places.get((name, stop)) for stop in (False, True)]
    known = [spot for spot in spots if spot is not None]
    return known[0] if len(known) == 1 else None


def _corner(gazetteer: Gazetteer, words: list[str]) -> Spot | None:
    """Where two streets meet that are both known as written."""
    for one, other in text.corner(words):
        a, b = (_allowed(gazetteer, each, (each.kind, each.name)) for each in (one, other))
        if len(a) == 1 and len(b) == 1 and a != b:
            return gazetteer.meeting(a[0], b[0])
    return None


def _slips_of_the_pen(
    gazetteer: Gazetteer, slips: list[tuple[int, Written]]
) -> list[tuple[int, Spot]]:
    """(position, point) of readings whose street differs from one street by a letter or two."""
    if not gazetteer.streets or not slips:
        return []
    slips = [(i, reading) for i, reading in slips if len(reading.name) > 1]
    named = gazetteer.similar("name", [reading.name for _, reading in slips])
    whole = gazetteer.similar("full", [reading.full for _, reading in slips])
    found = []
    for (i, reading), one, other in zip(slips, named, whole):
        streets = _in_the_commune(gazetteer, reading, dict.fromkeys([*one, *other]))
        spot = _nearest_in_writing(gazetteer, reading, streets)
        if spot is not None:
            found.append((i, spot))
    return found


def _nearest_in_writing(gazetteer: Gazetteer, reading: Written, streets: list[int]) -> Spot | None:
    """The point on the street that the text is nearest to, if no other is nearly as near."""
    ranked = sorted(
        (cost, each)
        for each in streets
        if (cost := _cost(gazetteer, reading, each)) is not None
    )  # fmt: skip
    if not ranked or (len(ranked) > 1 and ranked[1][0] < ranked[0][0] + 0.5):
        return None
    cost, street = ranked[0]
    spot = gazetteer.at(street, reading.number, reading.suffix)
    return _less(spot, reading.certainty * (1 - 0.1 * min(cost, 4)))


def _cost(gazetteer: Gazetteer, reading: Written, position: int) -> float | None:
    """How far the text is from a street: letters, the kind of street, a number it lacks.

    None where it is too far to be meant.
    """
    street = gazetteer.streets[position]
    kind, size = 0.0, len(street.name)
    most = 1 if size < 9 else 2 if size < 16 else 3
    letters = written = distance(reading.spelt, street.words, most)
    if written and (reading.name != reading.spelt or street.name != street.words):
        letters = min(written, distance(reading.name, street.name, most))
    if reading.kind != street.kind:
        if distance(reading.full, street.full, 1) < 2:  # the slip is in the kind itself
            letters, size = 1, len(street.full)
        else:
            kind = 1.5 if reading.kind else 0.5
    if letters > most:
        return None
    known = reading.number is not None and gazetteer.has(position, reading.number)
    if letters > 1 and not _spread(reading.name, street.name):
        return None
    if kind > 1 and (letters > 1 or (written > 1 and size < 8)):
        return None
    if size < 5 and (kind or not known):
        return None
    if not known and (letters > 1 or size < 7 or kind > (0 if reading.number is None else 1)):
        return None
    if _digits(reading.full) != _digits(street.full):
        return None
    return letters + kind + (reading.number is not None and not known)


def _spread(one: str, other: str) -> bool:
    """Whether no short word differs by more than a letter: “Bimar” is not a slip for “Vilar”."""
    pairs = list(zip(one.split(), other.split()))
    if len(one.split()) != len(other.split()):
        return True
    return all(len(a) > 7 or distance(a, b, 1) < 2 for a, b in pairs)


def _digits(words: str) -> str:
    return "".join(letter for letter in words if letter.isdigit())


def _less(spot: Spot | None, certainty: float) -> Spot | None:
    if spot is None or certainty == 1:
        return spot
    return replace(spot, certainty=spot.certainty * certainty)
