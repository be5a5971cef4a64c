"""Addresses as partners write them: realistic damage done to addresses that are known."""

from __future__ import annotations

import random
import unicodedata

_SHORT = {
    "Avenue": ("av.", "Av", "AV.", "ave"), "Boulevard": ("bd", "Bd.", "bld", "BLVD"),
    "Impasse": ("imp.", "Imp", "IMP"), "Allée": ("all.", "ALL"), "Place": ("pl.", "PL"),
    "Rue": ("r.", "R", "rue"), "Route": ("rte", "Rte."), "Square": ("sq.",), "Passage": ("pass.",),
    "Chemin": ("ch.", "chem.", "CHE"), "Rond-point": ("rd pt", "rpt", "rond point"),
    "Saint": ("St", "st.", "ST"), "Sainte": ("Ste",), "Docteur": ("Dr", "dr."),
    "Professeur": ("Pr", "Prof."), "Général": ("Gal", "Gén."), "Maréchal": ("Mal",),
    "Commandant": ("Cdt",), "Colonel": ("Col.",), "Capitaine": ("Cne", "Cap."),
}  # fmt: skip
_KINDS = (
    "Rue", "Avenue", "Impasse", "Boulevard", "Place", "Allée", "Chemin", "Square", "Route",
    "Passage",
)  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def damaged(
    street: str, number: str, suffix: str, chance: random.Random, kind: float, typo: float
) -> str:
    """One address with its case, accents and abbreviations each changed or not.

    ``kind`` and ``typo``: how likely another kind of street and a slip of the pen are.
    """
    text = street
    first, _, rest = text.partition(" ")
    if chance.random() < kind and first in _SHORT and rest:
        text = f"{chance.choice([other for other in _KINDS if other != first])} {rest}"
    if chance.random() < 0.5:
        text = " ".join(
            chance.choice(_SHORT[word]) if word in _SHORT else word for word in text.split()
        )
    if chance.random() < typo:
        text = slip(text, chance)
    if chance.random() < 0.5:
        plain = unicodedata.normalize("NFD", text)
        text = "".join(letter for letter in plain if not unicodedata.combining(letter))
    if chance.random() < 0.5:
        text = chance.choice((str.upper, str.lower))(text)
    between = chance.choice(("", " ")) if suffix else ""
    return f"{number}{between}{suffix}{chance.choice((' ', ', ', ' '))}{text}"


def slip(text: str, chance: random.Random) -> str:
    """A letter left out, put in, replaced, or exchanged with the next character."""
    at = chance.choice([i for i, letter in enumerate(text) if letter.isalpha()])
    what = chance.randrange(4)
    if what == 0:
        return text[:at] + text[at + 1 :]
    if what == 1:
        return text[:at] + chance.choice(_LETTERS) + text[at:]
    if what == 2:
        return text[:at] + chance.choice(_LETTERS) + text[at + 1 :]
    return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]
