"""In which format a column writes its days and hours; what two formats fit is asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from . import month_names

_SHARE = 0.9  # of the filled cells; the rest are the partner's mistakes, rejected one by one
_YEARS = range(1950, 2100)
_PREFIX = 10  # "31/12/2026", the longest day in digits

_DAY = re.compile(r"(\d{1,4})([/.\-])(\d{1,4})(?:\2(\d{2,4}))?(?!\d)")
_COMPACT = re.compile(r"(\d{8}|\d{6})(?!\d)")
_HOURS = (
    (r"\d{1,2}:\d\d:\d\d [AaPp][Mm]", "%I:%M:%S %p"),
    (r"\d{1,2}:\d\d [AaPp][Mm]", "%I:%M %p"),
    (r"\d{1,2}:\d\d(?:AM|PM|am|pm)", "%I:%M%p"),
    (r"\d{1,2}:\d\d:\d\d\.\d{1,6}Z", "%H:%M:%S.%fZ"),
    (r"\d{1,2}:\d\d:\d\dZ", "%H:%M:%SZ"),
    (r"\d{1,2}:\d\d:\d\d[+-]\d\d:?\d\d", "%H:%M:%S%z"),
    (r"\d{1,2}:\d\d:\d\d\.\d{1,6}[+-]\d\d:?\d\d", "%H:%M:%S.%f%z"),
    (r"\d{1,2}:\d\d[+-]\d\d:?\d\d", "%H:%M%z"),
    (r"\d{1,2}:\d\d:\d\d\.\d{1,6}", "%H:%M:%S.%f"),
    (r"\d{1,2}:\d\d:\d\d", "%H:%M:%S"),
    (r"\d{1,2}:\d\d", "%H:%M"),
    (r"\d{1,2}h\d\d", "%Hh%M"),
    (r"\d{1,2}H\d\d", "%HH%M"),
    (r"\d{1,2} h \d\d", "%H h %M"),
    (r"\d{1,2}h", "%Hh"),
    (r"(?:[01]?\d|2[0-3])[0-5]\d", "%H%M"),
    (r"\d{1,2}", "%H"),
)
_HOUR_PATTERNS = tuple((re.compile(pattern), code) for pattern, code in _HOURS)
_BETWEEN = re.compile(r"(T|\s*-\s*|\s*à\s*|,?\s+|)")


@dataclass(frozen=True)
class DateGuess:
    """``format``: what fits (strptime codes); None where several do: ``choices`` names them.

    ``share``: of the filled cells, how many follow it. ``evidence``: in how many different days
    the order of day and month could be seen.
    """

    format: str | None
    choices: tuple[str, ...]
    share: float
    evidence: int = 0


def days(cells: Sequence[str]) -> DateGuess | None:
    """The format of texts that begin with a day, hours after it included; None: these are none.

    The order of day and month is read off all the cells; the hour off the first thousand.
    """
    first = [cell for cell in cells[:1000] if cell]
    if not first:
        return None
    if _day_share(first) < _SHARE:
        return _in_words(first)
    heads = Counter(cell[:_PREFIX] for cell in cells if cell)
    found = _orders(heads)
    if found is None:
        return None
    orders, share, evidence = found
    hour = _hour_after_day(first)
    if hour is None:
        return None
    formats = tuple(order + hour for order in orders)
    if len(formats) == 1:
        return DateGuess(formats[0], (), share, evidence)
    return DateGuess(None, formats, share)


def hours(cells: Iterable[str]) -> str | None:
    """The format of texts that hold nothing but an hour; ``%H%M`` may lack zeros in front."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return None
    codes = Counter(_hour_code(cell) for cell in filled)
    whole_numbers = codes["%H%M"] + codes["%H"]
    if whole_numbers >= _SHARE * len(filled):
        if any(len(cell) == 2 and int(cell) > 24 for cell in filled if cell.isdigit()):
            return "%H%M"  # 45 is a quarter to one
        return "%H%M" if codes["%H%M"] else "%H"
    code, often = codes.most_common(1)[0]
    return code if code and often >= _SHARE * len(filled) else None


def _in_words(cells: list[str]) -> DateGuess | None:
    """Of days whose month is a word: one way to write them, as nothing is ambiguous there."""
    found: Counter[str] = Counter()
    for cell in cells:
        day = month_names.day_pattern(cell)
        tail = _tail_code(day[1]) if day else "?"
        if day and tail != "?":
            found[day[0] + tail] += 1
    pattern, often = found.most_common(1)[0] if found else ("", 0)
    return DateGuess(pattern, (), often / len(cells)) if often >= _SHARE * len(cells) else None


def _day_share(cells: list[str]) -> float:
    return sum(1 for cell in cells if _parts(cell) is not None) / len(cells)


def _parts(cell: str) -> tuple[str, str, str, str] | None:
    """Three numbers of a day and the sign between them; the last is empty in 2026-05."""
    match = _DAY.match(cell)
    if match:
        first, sign, second, third = match.groups()
        return (first, second, third or "", sign)
    match = _COMPACT.match(cell)
    if match:
        text = match[1]
        if len(text) == 8 and int(text[:4]) in _YEARS:
            return (text[:4], text[4:6], text[6:], "")
        if len(text) == 8 and int(text[4:]) in _YEARS:
            return (text[:2], text[2:4], text[4:], "")
        if len(text) == 6 and int(text[:4]) in _YEARS and 1 <= int(text[4:]) <= 12:
            return (text[:4], text[4:], "", "")
        if len(text) == 6:
            return (text[:2], text[2:4], text[4:], "")
    return None


_ORDERS = {
    "ymd": ("%Y", "%m", "%d"), "dmY": ("%d", "%m", "%Y"), "mdY": ("%m", "%d", "%Y"),
    "dmy": ("%d", "%m", "%y"), "mdy": ("%m", "%d", "%y"), "y2md": ("%y", "%m", "%d"),
    "ym": ("%Y", "%m"), "my": ("%m", "%Y"),
}  # fmt: skip


def _fits(order: str, parts: tuple[str, str, str, str]) -> bool:
    """Whether three numbers can be a day written in this order."""
    codes = _ORDERS[order]
    numbers = [number for number in parts[:3] if number]
    if len(numbers) != len(codes) or (len(codes) == 2 and parts[3] == "."):
        return False  # 12.2026 is a decimal
    for number, code in zip(numbers, codes):
        value = int(number)
        if code == "%Y":
            good = len(number) == 4 and value in _YEARS
        elif code == "%y":
            good = len(number) == 2
        else:
            good = len(number) <= 2 and 1 <= value <= (31 if code == "%d" else 12)
        if not good:
            return False
    return True


def _orders(heads: Counter[str]) -> tuple[list[str], float, int] | None:
    """The orders that fit most of the cells, equally well; the share; different days seen."""
    total = sum(heads.values())
    scores: Counter[tuple[str, str]] = Counter()
    kinds: Counter[tuple[str, str]] = Counter()
    for head, often in heads.items():
        parts = _parts(head)
        if parts is None:
            continue
        for order in _ORDERS:
            if _fits(order, parts):
                scores[order, parts[3]] += often
                kinds[order, parts[3]] += 1
    if not scores:
        return None
    best = max(scores.values())
    if best < _SHARE * total:
        return None
    # Another order that fits nearly as many cells is not ruled out by a few mistakes.
    close = [key for key in scores if scores[key] >= 0.995 * best]
    close = [key for key in close if key[0] != _impossible(heads)]
    other = max((kinds[key] for key in scores if key not in close), default=0)
    ranked = sorted(close, key=lambda key: list(_ORDERS).index(key[0]))
    return (
        [sign.join(_ORDERS[order]) for order, sign in ranked],
        best / total,
        max(kinds[key] for key in close) - other,
    )


def _impossible(heads: Counter[str]) -> str:
    """Of ``31-12-26``, the order that would make many years of one day of the month."""
    parts = [each for each in map(_parts, heads) if each is not None]
    first, last = len({each[0] for each in parts}), len({each[2] for each in parts})
    if first >= 5 > 2 >= last:
        return "y2md"
    return "dmy" if last >= 5 > 2 >= first else ""


def _hour_after_day(cells: list[str]) -> str | None:
    """What follows the day in most cells, as strptime codes; empty where nothing does."""
    tails: Counter[str] = Counter()
    for cell in cells:
        match = _DAY.match(cell) or _COMPACT.match(cell)
        rest = cell[match.end() :] if match else cell
        tails[_tail_code(rest)] += 1
    tails.pop("?", None)
    if not tails:
        return None
    timed = {code: often for code, often in tails.items() if code}
    # A column of moments in which some hours lack is read by its hours.
    if timed and sum(timed.values()) >= 0.1 * len(cells):
        return max(timed, key=lambda code: timed[code])
    return ""


def _tail_code(rest: str) -> str:
    if not rest.strip():
        return ""
    between = _BETWEEN.match(rest)
    gap = between[1] if between else ""
    hour = _hour_code(rest[len(gap) :].strip())
    if hour is None or (hour == "%H" and not gap):
        return "?"
    return gap + hour


def _hour_code(cell: str) -> str | None:
    if not cell[:1].isdigit():
        return None
    for pattern, code in _HOUR_PATTERNS:
        if pattern.fullmatch(cell):
            return code
    return None
