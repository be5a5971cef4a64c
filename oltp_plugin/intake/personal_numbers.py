"""Telephone numbers, addresses of e-mail, plates, NIR and dates of birth, by their forms.

Each function takes a text whose spaces are plain and gives the start and end of what it finds;
in any order, one inside another perhaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_GAP = r"(?:[ ]?[.\-/·)][ ]?|[ ]{1,2})?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_MONTH_NAME = (
    r"(?i:janv(?:ier|\.)?|f[ée]v(?:rier|r\.?|\.)?|mars|avr(?:il|\.)?|mai|juin|juil(?:let|\.)?|ao[ûu]t"
    r"|sept(?:embre|\.)?|oct(?:obre|\.)?|nov(?:embre|\.)?|d[ée]c(?:embre|\.)?)"
)
_YEAR = r"(?:19|20)\d\d"
_ANY_DATE = (
    rf"{_DAY}[ ]?[/.\- ][ ]?{_MONTH}[ ]?[/.\- ][ ]?(?:{_YEAR}|\d\d)|{_YEAR}-\d\d-\d\d"
    rf"|(?:{_DAY}|1er)[ ]{_MONTH_NAME}[ ](?:{_YEAR}|\d\d)"
    rf"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]){_YEAR}|{_YEAR}"
)

_EMAIL = re.compile(
    r"[\w.+%'-]{1,64}(?:@|[ ]?@[ ]?(?=[\w-]{1,63}\.\w))[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}"
)
_NIR = re.compile(
    rf"(?<!\d)(?P<digits>[1-478]{_GAP}\d\d{_GAP}(?:0[1-9]|1[0-2]|[2-9]\d){_GAP}(?:\d\d|2[AaBb])"
    rf"{_GAP}\d{{3}}{_GAP}\d{{3}}(?P<key>{_GAP}\d\d)?)(?!\d)"
)
_BORN = re.compile(
    r"(?<!\w)(?i:n[ée]{1,2}(?:\(e\)|\.e|·e)?s?(?:[ ](?:le|en))?"
    r"|(?:date[ ](?:de[ ])?)?naiss(?:ance|\.)?|ddn|d\.d\.n\.?)"
    rf"[ ]?(?:[:=(]|le)?[ ]?(?P<found>{_ANY_DATE})(?!\d)"
)
# A full date of before 2010 is hardly that of an incident; one that names a street stays.
_OLD_DATE = re.compile(
    rf"(?<![\d/.\-])(?:{_DAY}(?P<mark>[/.\-]){_MONTH}(?P=mark)(?:19\d\d|200\d)"
    r"|(?:19\d\d|200\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\d/\-]|\.\d)"
)
_STREET_OF_DAY = re.compile(
    r"(?<!\w)(?:rue|r\.?|av(?:enue|\.)?|boulevard|bl?d\.?|place|pl\.?|square|impasse|imp\.?"
    r"|all[ée]es?|chemin|quai|pont|rond[- ]point|r[ée]sidence|cit[ée]|esplanade)[ ]+"
    r"(?:(?:du|des|de la)[ ]+)?$",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(
    # Neither the decimals of a number nor a day, or the rest of one, and its hour.
    r"(?<!\d)(?<!\d[.,/\-])(?!\d\d(?P<mark>[ ./\-]?)\d\d(?P=mark)(?:19|20)\d\d(?!\d))"
    rf"(?:(?:\+|00)[ .]?33{_GAP}(?:\(0\))?{_GAP}|\(?[0Oo]){_GAP}[1-9](?:{_GAP}\d){{8}}(?!\d)"
    r"|(?<!\d)\+(?!33)[1-9]\d{0,2}(?:[ .\-]?\d){7,11}(?!\d)"
)
_TELEPHONE_NAMED = re.compile(
    r"(?<!\w)(?i:t[ée]l(?:[ée]phone)?|portable|mobile|gsm|fax|num[ée]ro)[ ]?[.:]?[ ]?(?:n°[ ]?)?"
    rf"(?P<found>[1-9](?:{_GAP}\d){{8}})(?!\d)"
)
_TWO = r"[A-HJ-NP-TV-Za-hj-np-tv-z]{2}"
_TWO_OR_THREE = r"[A-HJ-NP-TV-Za-hj-np-tv-z]{2,3}"
_DASH = r"(?:[ ]?[-.·][ ]?|[ ]?)"
_PLATE = re.compile(
    rf"(?<!\w)(?P<first>{_TWO})(?P<a>{_DASH})\d{{3}}(?P<b>{_DASH})(?P<last>{_TWO})(?!\w)"
)
_OLD_PLATE = re.compile(
    rf"(?<![\w/])(?<!\d[.,])\d{{1,4}}(?P<gap>[ ]?-?[ ]?)(?P<letters>{_TWO_OR_THREE})(?P=gap)"
    r"(?:0[1-9]|[1-8]\d|9[0-5]|2[ABab]|97[1-8])(?!\w)"
)
_PLATE_NAMED = re.compile(
    r"(?<!\w)(?i:immat(?:ricul(?:[ée]e?s?|ation))?|plaques?|v[ée]hicule|voiture|scooter|moto)"
    rf"[ ]?[.:]?[ ]?(?:n°[ ]?)?(?P<found>{_TWO}[ -]?\d{{3}}[ -]?{_TWO}"
    rf"|\d{{1,4}}[ -]?{_TWO_OR_THREE}[ -]?\d\d)(?!\w)"
)
# With spaces, or without capitals, these are words, units, roads and months rather than plates.
_NO_PLATE = frozenset(
    """
    ah all am an ans app apt av ave avr bat bd bld bp bt cd ce ces ch che cl cm crs cs de dec
    des dr eh en es esc et etg ex feet fev ft gb gr ha ham hl ht hz jan kg khz km ko la le les
    lt ma mar mb me mes min ml mm mn nat nd ne par pas pl plc pk pm pr rd res rez rn rte sa se
    sec sep sept ses sq st ta te ter tes th ttc vc vs za zac
    """.split()  # noqa: SIM905 - a page of words reads better as a page
)


def emails(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _EMAIL.finditer(text))


def nirs(text: str) -> Iterator[tuple[int, int]]:
    """Numbers of the national register; foreign and provisional ones only with the right key."""
    for match in _NIR.finditer(text):
        if match["digits"][0] in "12" or (match["key"] and _key_fits(match["digits"])):
            yield match.span()


def _key_fits(number: str) -> bool:
    """Key = 97 - (number mod 97), Corsica's 2A and 2B read as 19 and 18 (INSEE)."""
    digits = re.sub(r"[^\dA-Z]", "", number.upper()).replace("2A", "19").replace("2B", "18")
    return int(digits[-2:]) == 97 - int(digits[:-2]) % 97


def birth_dates(text: str) -> Iterator[tuple[int, int]]:
    """Dates that a word announces as those of a birth, and full dates of long ago."""
    spans = [match.span("found") for match in _BORN.finditer(text)]
    for match in _OLD_DATE.finditer(text):
        if not _STREET_OF_DAY.search(text, max(0, match.start() - 40), match.start()):
            spans.append(match.span())
    return iter(spans)


def telephones(text: str) -> Iterator[tuple[int, int]]:
    """French numbers, those that lost their 0 where a word announces them, numbers with a +."""
    spans = [match.span() for match in _TELEPHONE.finditer(text) if _grouped(match[0])]
    spans += [match.span("found") for match in _TELEPHONE_NAMED.finditer(text)]
    return iter(spans)


def _grouped(number: str) -> bool:
    """Whether digits stand together as people write them; five together are a postcode."""
    if number.lstrip("(").startswith(("+", "00")):
        return True
    return 5 not in (len(group) for group in re.findall(r"[\dOo]+", number))


def plates(text: str) -> Iterator[tuple[int, int]]:
    """Plates of 2009 and later, and those before with the department's number."""
    spans = [match.span("found") for match in _PLATE_NAMED.finditer(text)]
    for pattern in (_PLATE, _OLD_PLATE):
        spans += [match.span() for match in pattern.finditer(text) if _is_plate(match)]
    return iter(spans)


def _is_plate(match: re.Match) -> bool:
    """Whether letters between digits, or around them, are more than words that stand there."""
    recent = match.re is _PLATE
    gaps = [match["a"], match["b"]] if recent else [match["gap"]]
    letters = [match["first"], match["last"]] if recent else [match["letters"]]
    words = [word.lower() in _NO_PLATE for word in letters]
    if recent and all(gap.strip() for gap in gaps):
        return True
    if recent and not any(gaps) and match[0] == match[0].upper():
        return True
    if any(gaps) and match[0] != match[0].upper():
        return recent and not any(words)
    return not all(words)
