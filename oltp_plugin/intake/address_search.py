"""Addresses, places and stops proposed while one is typed, from the observatory's own lists."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import geocoding
from . import geocoding_text as text
from .geocoding_index import Gazetteer, Spot

MOST = 8
_SHORTEST = 2  # letters, below which everything would be proposed


@dataclass(frozen=True)
class Proposal:
    """One line of the list; ``precision``: ``address``, ``street``, ``stop`` or ``facility``."""

    label: str
    x: float
    y: float
    precision: str
    score: float


def propose(gazetteer: Gazetteer, typed: str, most: int = MOST) -> list[Proposal]:
    """What ``typed`` may become, the likeliest first.

    Every word typed begins a word of what is proposed, in any order; a number before or behind is
    the house's. What the geocoder understands in spite of slips of the pen comes first.
    """
    words = [word for word in text.tokens(typed) if word not in (",", "/")]
    number, suffix, words = _number(words)
    words = _plain(words)
    if sum(map(len, words)) < _SHORTEST:
        return []
    ranked: list[tuple[tuple, Proposal]] = []
    for position, street in enumerate(gazetteer.streets):
        rank = _rank(words, f"{street.kind} {street.name}".split())
        if rank is not None:
            spot = gazetteer.at(position, number, suffix)
            ranked.append((rank, _street(street.label, number, suffix, spot)))
    for key, label in gazetteer.place_labels.items() if number is None else ():
        spot_there = gazetteer.places.get(key)
        rank = _rank(words, _plain(text.tokens(label)))
        if rank is not None and spot_there is not None:
            ranked.append((rank, _proposal(label, spot_there)))
    ranked.sort(key=lambda each: (*each[0], each[1].label))
    return _distinct([*_understood(gazetteer, typed), *(each for _, each in ranked)], most)


def best(gazetteer: Gazetteer, written: str) -> Proposal | None:
    """Where the geocoder finds a text, labelled as it is written."""
    found = geocoding.geocode(gazetteer, [written])
    if np.isnan(found.x[0]):
        return None
    return Proposal(
        written.strip(),
        float(found.x[0]),
        float(found.y[0]),
        str(found.precision[0]),
        float(found.score[0]),
    )


def _number(words: list[str]) -> tuple[int | None, str, list[str]]:
    """House number, its suffix, and the words without them."""
    for place in (0, -1):
        if len(words) > 1 and words[place].isdigit() and len(words[place]) <= 4:
            rest = words[1:] if place == 0 else words[:-1]
            if place == 0 and len(rest) > 1 and text.suffix(rest[0]) != rest[0]:
                return int(words[0]), text.suffix(rest[0]), rest[1:]
            return int(words[place]), "", rest
    return None, "", words


def _plain(words: list[str]) -> list[str]:
    """The typed words as streets are named: kinds and titles spelt out, without articles."""
    kind, _, name = text.street_name(words)
    return [*kind.split(), *name.split()]


def _rank(typed: list[str], words: list[str]) -> tuple[int, int] | None:
    """How well the words fit: how many stand where they were typed, then the shorter; or None."""
    left = list(words)
    for word in typed:
        hit = next((each for each in left if each.startswith(word)), None)
        if hit is None:
            return None
        left.remove(hit)
    in_order = sum(one == two or two.startswith(one) for one, two in zip(typed, words))
    return (-in_order, len(left))


def _street(label: str, number: int | None, suffix: str, spot: Spot) -> Proposal:
    if number is None:
        return _proposal(label, spot)
    return _proposal(f"{number}{' ' + suffix if suffix else ''} {label}", spot)


def _proposal(label: str, spot: Spot) -> Proposal:
    return Proposal(label, spot.x, spot.y, spot.precision, round(spot.certainty, 2))


def _understood(gazetteer: Gazetteer, typed: str) -> list[Proposal]:
    found = best(gazetteer, typed)
    return [found] if found is not None else []


def _distinct(proposals: list[Proposal], most: int) -> list[Proposal]:
    """One of several at the same point: the last named so, which is the list's own name."""
    at: dict[tuple[float, float], Proposal] = {}
    for each in proposals:
        at[each.x, each.y] = each
    return list(at.values())[:most]
