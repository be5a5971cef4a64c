"""Locating the addresses of a made-up town, against the rates that are wanted."""

from __future__ import annotations

import itertools
import random
import time
from collections.abc import Iterator

from oltp_plugin.intake import geocoding
from oltp_plugin.intake.geocoding_index import Gazetteer
from tests.unit.damaged_addresses import damaged

ADDRESSES, STREETS, ROWS = 36_395, 2_786, 10_000
EXACT, FUZZY = 20_000, 2_000  # rows a second

_KINDS = (*("Rue",) * 12, "Impasse", "Impasse", "Place", "Allée", "Avenue", "Boulevard", "Chemin")
_FIRST = (
    "Jean Pierre Louis Marie Jeanne Paul Jacques Henri André Georges Émile Charles Marcel Hélène"
    " Lucie François Albert Victor Étienne Simone Auguste Alphonse Édith Antoine Blaise"
    " René Camille Germaine Yves Colette Maurice Odette Gustave"
)
_BEGINNINGS = "Bar Bel Cas Cha Del Fer Gal Gui Lau Mar Mon Per Rou Sal Tei Vi"
_MIDDLES = "a be di lo mi re sa tou va"
_ENDINGS = "bert chard del gnac lier nard quet rin sson val"
_THINGS = (
    "de l'Église|des Lilas|du Château|de la Fontaine|des Oliviers|du Moulin|de la Garrigue"
    "|des Vignes|du Marché|de l'Aqueduc|des Tanneurs|de la Chapelle|du Puits|des Genêts"
    "|de l'Horloge|du Pressoir|des Cigales|de la Source|du Verger|des Remparts|de la Croix"
    "|du Ruisseau|des Acacias|du Lavoir"
)


def rates() -> Iterator[tuple[str, str, float, float, float]]:
    """(what, the rate wanted, our seconds, the seconds at that rate, 1)."""
    chance = random.Random(2026)
    addresses = _town(chance)
    gazetteer = Gazetteer(addresses, [], ["Ville"])
    chosen = chance.sample(addresses, ROWS)
    for what, typo, rate in (("as written", 0.0, EXACT), ("a typo each", 1.0, FUZZY)):
        texts = [
            damaged(street, str(number), suffix or "", chance, 0.0, typo)
            for street, number, suffix, *_ in chosen
        ]
        _check(gazetteer, chosen, texts)
        ours = min(_seconds(gazetteer, texts) for _ in range(3))
        yield f"{ROWS:,} addresses, {what}", f"{rate:,} rows a second", ours, ROWS / rate, 1


def _seconds(gazetteer: Gazetteer, texts: list[str]) -> float:
    """Of the processor: it works on one core, and a rate should not depend on who else is there."""
    started = time.process_time()
    geocoding.geocode(gazetteer, texts)
    return time.process_time() - started


def _town(chance: random.Random) -> list[tuple]:
    """(street, number, suffix, locality, postcode, commune, x, y) of made-up streets."""
    syllables = itertools.product(_BEGINNINGS.split(), _MIDDLES.split(), _ENDINGS.split())
    surnames = ["".join(each) for each in syllables]
    names = [f"{first} {last}" for first in _FIRST.split() for last in surnames]
    names += [f"du Docteur {last}" for last in surnames]
    names += [f"{thing} {last}" for thing in _THINGS.split("|") for last in surnames[::20]]
    streets = [f"{chance.choice(_KINDS)} {name}" for name in chance.sample(names, STREETS)]
    numbers = itertools.count(1)
    addresses: list[tuple] = []
    while len(addresses) < ADDRESSES:
        number = next(numbers)
        for at, street in enumerate(streets[: ADDRESSES - len(addresses)]):
            suffix = "bis" if chance.random() < 0.03 else None
            x, y = 765_000 + 12.0 * number + at % 50 * 150, 6_275_000 + at // 50 * 150.0
            addresses.append((street, number, suffix, None, None, None, x, y))
    return addresses


def _check(gazetteer: Gazetteer, chosen: list[tuple], texts: list[str]) -> None:
    """Stops where speed was bought with wrong points; made-up names are alike, hence 90 %."""
    found = geocoding.geocode(gazetteer, texts)
    right = sum(row[6:] == point for row, point in zip(chosen, zip(found.x, found.y)))
    if right < 0.9 * len(texts):
        raise SystemExit(f"only {right} of {len(texts)} addresses are at their point")
