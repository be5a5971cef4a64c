"""Months written as words, in French or English: ``%B`` in a profile's format, whatever the PC's
language."""

from __future__ import annotations

import re

_NAMES = (
    "janvier|janv|january|jan", "f[ée]vrier|f[ée]vr|f[ée]v|february|feb", "mars|march|mar",
    "avril|avr|april|apr", "mai|may", "juin|june|jun", "juillet|juil|july|jul",
    "ao[uû]t|august|aug", "septembre|september|sept|sep", "octobre|october|oct",
    "novembre|november|nov",
    "d[ée]cembre|d[ée]c|december|dec",
)  # fmt: skip
_ONE = "|".join(f"(?P<m{number}>{names})" for number, names in enumerate(_NAMES, start=1))
_MONTH = re.compile(rf"(?i)(?<![^\W\d_])(?:{_ONE})(?![^\W\d_])\.?")
_FIRST = re.compile(r"(?i)\b1\s?er\b")  # the first of a month, as French writes it
_DAY = re.compile(r"(?:\d{1,2}(?P<before>[ /.\-]))?#(?P<after>[ /.\-])(?P<year>\d{4}|\d\d)(?!\d)")


def numbered(cell: str) -> str:
    """The text with its month as a number, and its ``1er`` as 1."""
    return _MONTH.sub(_number, _FIRST.sub("1", cell), 1)


def _number(found: re.Match[str]) -> str:
    name = found.lastgroup or ""
    return f"{int(name[1:]):02d}"


def day_pattern(cell: str) -> tuple[str, str] | None:
    """How a text that begins with a day or a month in words writes it, and the rest of it."""
    found = _DAY.match(_MONTH.sub("#", _FIRST.sub("1", cell), 1))
    if found is None:
        return None
    day = f"%d{found['before']}" if found["before"] else ""
    year = "%Y" if len(found["year"]) == 4 else "%y"
    return f"{day}%B{found['after']}{year}", found.string[found.end() :]
