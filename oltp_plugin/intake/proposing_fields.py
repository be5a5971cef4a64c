"""Which columns give the place, the category and the details, from names and contents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import numpy as np

from . import column_names, coordinate_systems, mapping
from .column_facts import Facts
from .proposed import Proposal
from .town import Town

_ENOUGH = 0.5
_CODE_LENGTH = 5  # an INSEE code: shorter ones may be any number
_NEARLY = 0.75  # of the best score: shown as another choice
_PLACES = (
    "habitation|logement|domicile|appartement|maison|pavillon|immeuble|parties communes|hall|"
    "cave|garage|"
    "parking|voie publique|rue|transports?|tram\\w*|bus|gare|station|ecole|college|lycee|"
    "commerce|magasin|"
    "bar|restaurant|parc|jardin|marche|chantier|street|residence|dwelling|shop|store|school|"
    "apartment|"
    "sidewalk|alley|parking lot|vehicule|bureau|entreprise|lieu public|local prive|etablissement"
)
_PLACE = re.compile(rf"(?:.* )?(?:{_PLACES})(?: .*)?")
_CHANNEL = re.compile(
    r"(?:.* )?(?:appel|patrouille|video\w*|camera|cctv|patrol|call|telephone|phone|courrier|mail|"
    r"accueil|"
    r"victime|temoin|requerant|requete|requisition|initiative|agent|alarme|signalement|tiers|web|"
    r"app\w*|"
    r"police|inspection|controle|flagrant\w*|plainte)(?: .*)?"
)


def coordinates(facts: list[Facts], town: Town) -> list[Proposal]:
    """x and y, each with its scale, from two columns or from one that holds both."""
    pair = _named_pair(facts, town) or _unnamed_pair(facts, town)
    if pair is not None:
        x, y, confidence, why = pair
        found = coordinate_systems.guess(*_both(x, y), town.bounds)
        if found and found[0].swapped:
            x, y = y, x
        scale = found[0].scale if found else 1.0
        return [
            Proposal(field, (each.name,), confidence, why, scale=scale)
            for field, each in (("x", x), ("y", y))
        ]
    return _one_column(facts)


def others(facts: list[Facts], town: Town) -> list[Proposal]:
    """Id, category, address, area, severity, count, kind of place and who knew: greedily.

    The best pair of a field and a column first; a column serves one field.
    """
    scores = sorted(_scores(facts, town), key=lambda each: -each[0])
    taken: dict[str, str] = {}
    found: list[Proposal] = []
    for score, field, fact, extras in scores:
        if score < _ENOUGH or field in taken or fact.name in taken.values():
            continue
        taken[field] = fact.name
        near = tuple(
            other.name
            for value, own, other, _ in scores
            if own == field and other is not fact and value >= max(_ENOUGH, _NEARLY * score)
        )
        why = extras.pop("why", None) or _why(column_names.score(fact.name, field))
        found.append(Proposal(field, (fact.name,), min(1.0, score), why, others=near[:5], **extras))
    if "territory" in taken and not {"partner_ref", "address", "count"} & set(taken):
        found.extend(_counted(facts, taken))
    return [_whole_address(each, facts, taken) if each.field == "address" else each
            for each in found]  # fmt: skip


def _counted(facts: list[Facts], taken: dict[str, str]) -> list[Proposal]:
    """Of a table of areas, without ids: the first column named as a number of something."""
    for each in facts:
        name = column_names.plain(each.name)
        named = re.match(r"(?:nb|nbre|nombre|nbr|number)\b", name) and not column_names.never(name)
        if named and each.name not in taken.values() and _between(each, 0, 10000):
            return [Proposal("count", (each.name,), 0.7, "name_and_contents")]
    return []


def numbering(facts: list[Facts], column: str) -> list[str]:
    """Columns that may tell rows of one id apart: a rank, the index, the category."""
    rank = re.compile(
        r"(n |no |num |numero )?(d )?(ordre|rang|index|indice|infraction|fait|seq\w*|rank)( .*)?|"
        r"(n|no|num|numero) (de )?ligne|line (no|number)"
    )
    named = [
        f.name for f in facts if rank.fullmatch(column_names.plain(f.name)) and f.name != column
    ]
    categories = [f.name for f in facts if column_names.score(f.name, "category") >= 0.5]
    return list(dict.fromkeys(name for name in (*named, *categories) if name != column))


_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def _scores(facts: list[Facts], town: Town) -> Iterator[tuple[float, str, Facts, dict]]:
    for fact in facts:
        if not fact.cells or column_names.never(fact.name):
            continue
        for field, score in _SCORES.items():
            name = column_names.score(fact.name, field)
            value, extras = score(name, fact, town)
            if value > 0:
                # Of columns that fit alike the first one is meant.
                yield value * (0.9 + 0.1 * fact.filled) - fact.place * 1e-4, field, fact, extras


def _id(name: float, fact: Facts, town: Town) -> tuple[float, dict]:
    if fact.filled < 0.9 or fact.day is not None or (fact.numeric > 0.9 and fact.whole < 0.9):
        return 0, {}
    spread = 1.0 if fact.unique > 0.98 else 0.7 if fact.unique > 0.25 else 0.0
    if not name:
        plain = spread == 1 and 3 <= fact.length <= 40 and fact.streets < 0.1
        compact = sum(" " not in cell for cell in fact.cells) > 0.9 * len(fact.cells)
        return (0.55 if plain and compact and len(fact.cells) > 20 else 0), {}
    return 0.45 * name + 0.55 * spread, {}


def _category(name: float, fact: Facts, town: Town) -> tuple[float, dict]:
    if fact.day is not None or fact.hour in ("%H:%M", "%H:%M:%S"):
        return 0, {}
    plain = column_names.plain(fact.name)
    if re.search(r"\b(?:index|4001)\b", plain) and _index_share(fact, town) >= 0.9:
        return 1.2, {"scheme": "etat4001", "why": "index"}
    if fact.lettered < 0.7 or not fact.repeated:
        return 0, {}
    known = _known_words(fact, town)
    if not name and known < 0.3:
        return 0, {}
    return 0.65 * name + 0.25 + 0.25 * known, {}


def _index_share(fact: Facts, town: Town) -> float:
    words = [mapping.index_number(word) for word in fact.cells]
    return sum(word in town.index for word in words) / max(1, len(words))


def _known_words(fact: Facts, town: Town) -> float:
    labels = {mapping.folded(each) for c in town.categories for each in (c.label_fr, c.label_en)}
    labels |= {mapping.folded(label) for label, _ in town.index.values()}
    words = fact.words()
    return sum(mapping.folded(word) in labels for word in words) / max(1, len(words))


def _address(name: float, fact: Facts, town: Town) -> tuple[float, dict]:
    if fact.lettered < 0.6 or fact.day is not None or fact.length > 80:
        return 0, {}
    if not name and fact.streets < 0.6:
        return 0, {}
    return 0.6 * name + 0.4 * max(fact.streets, 0.25 if name else 0), {}


def _territory(name: float, fact: Facts, town: Town) -> tuple[float, dict]:
    if not fact.repeated or fact.day is not None:
        return 0, {}
    if not name and fact.lettered < 0.5 and fact.length < _CODE_LENGTH:
        return 0, {}  # small numbers are codes of areas only where the name says so
    level, share = town.level_of(fact.words())
    if share >= 0.5:
        return 0.6 + 0.3 * share + 0.2 * name, {"level": level, "why": "contents"}
    if not name:
        return 0, {}
    plain = column_names.plain(fact.name)
    wide = re.search(r"\b(?:communes?|insee|ville|city|town|depcom|com|zone|municipality)\b", plain)
    named = 0.05 if fact.lettered > 0.9 else 0.0
    level = "commune" if wide else "iris" if "iris" in plain else "quartier"
    return 0.6 * name + (0.15 if wide else 0.3) + named, {"level": level}


def _severity(name: float, fact: Facts, town: Town) -> tuple[float, dict]:
    return (name if name and _between(fact, 0, 9) else 0), {}


def _count(name: float, fact: Facts, town: Town) -> tuple[float, dict]:
    return (name if name and _between(fact, 1, 10000) else 0), {}


def _place_kind(name: float, fact: Facts, town: Town) -> tuple[float, dict]:
    if not name or not fact.repeated or fact.lettered < 0.8:
        return 0, {}
    words = [mapping.folded(word) for word in fact.words()]
    share = sum(word in town.places or bool(_PLACE.fullmatch(word)) for word in words) / len(words)
    return 0.55 * name + 0.55 * share, {}


def _known_by(name: float, fact: Facts, town: Town) -> tuple[float, dict]:
    if not name or not fact.repeated or fact.lettered < 0.8:
        return 0, {}
    words = [mapping.folded(word) for word in fact.words()]
    share = sum(bool(_CHANNEL.fullmatch(word)) for word in words) / len(words)
    return 0.6 * name + 0.4 * share, {}


_SCORES: dict[str, Callable[[float, Facts, Town], tuple[float, dict]]] = {
    "partner_ref": _id,
    "category": _category,
    "address": _address,
    "territory": _territory,
    "severity": _severity,
    "count": _count,
    "place_kind": _place_kind,
    "known_by": _known_by,
}


def _whole_address(found: Proposal, facts: list[Facts], taken: dict[str, str]) -> Proposal:
    """The street with the number, its suffix and the kind of street, where these stand apart."""
    from dataclasses import replace

    street = next(each for each in facts if each.name == found.columns[0])
    if sum(cell[0].isdigit() for cell in street.cells) > 0.5 * len(street.cells):
        return found
    pieces: list[str] = []
    for role in ("number", "suffix", "street_type"):
        fitting = [
            each
            for each in facts
            if column_names.score(each.name, role)
            and abs(each.place - street.place) <= 4
            and each.name not in taken.values()
            and each.name not in pieces
            and (each.house_numbers >= 0.7 if role == "number" else each.length <= 14)
        ]
        fitting.sort(key=lambda each: abs(each.place - street.place))
        pieces.extend(each.name for each in fitting[:1])
    return replace(found, columns=(*pieces, street.name))


def _named_pair(facts: list[Facts], town: Town) -> tuple[Facts, Facts, float, str] | None:
    """The pair of columns whose names say x and y; degrees and those in the town first."""
    xs = [each for each in facts if column_names.score(each.name, "x") and each.numeric > 0.9]
    ys = [each for each in facts if column_names.score(each.name, "y") and each.numeric > 0.9]
    pairs = []
    for x in xs:
        for y in ys:
            if x is y or abs(x.place - y.place) > 3:
                continue
            guesses = coordinate_systems.guess(*_both(x, y), town.bounds)
            fits = bool(guesses)
            in_town = fits and guesses[0].why == "town"
            degrees = fits and guesses[0].epsg == 4326
            rank = (in_town, fits, degrees, x.filled, -abs(x.place - y.place), -x.place)
            confidence = 0.98 if in_town else 0.9 if fits else 0.6
            pairs.append((rank, x, y, confidence))
    if not pairs:
        return None
    _, x, y, confidence = max(pairs, key=lambda each: each[0])
    return x, y, confidence, "name_and_contents" if confidence > 0.6 else "name"


def _unnamed_pair(facts: list[Facts], town: Town) -> tuple[Facts, Facts, float, str] | None:
    """Two columns side by side of decimals that fall in the town, or in France as degrees."""
    decimals = [each for each in facts if each.numeric > 0.9 and each.whole < 0.5]
    for x, y in zip(decimals, decimals[1:]):
        if y.place - x.place != 1:
            continue
        guesses = coordinate_systems.guess(*_both(x, y), town.bounds)
        near = guesses and (guesses[0].why == "town" or _french_degrees(x, y))
        if near:
            return x, y, 0.7, "contents"
    return None


def _french_degrees(x: Facts, y: Facts) -> bool:
    a, b = sorted((float(np.nanmedian(x.values)), float(np.nanmedian(y.values))))
    return -5.5 <= a <= 10 and 41 <= b <= 51.5


def _one_column(facts: list[Facts]) -> list[Proposal]:
    """A column of pairs of numbers, such as ``43.6, 3.8`` or ``{'lon': 3.8, 'lat': 43.6}``."""
    for each in facts:
        if not column_names.score(each.name, "xy") or each.pairs < 0.9:
            continue
        cell = next(cell for cell in each.cells if len(_NUMBER.findall(cell)) == 2)
        longitude = re.search(r"(?i)\b(?:lon(?:gitude)?|lng)\b", cell)
        latitude = re.search(r"(?i)\blat(?:itude)?\b", cell)
        parts: tuple[str | int, str | int]
        if longitude and latitude:
            parts = (longitude[0], latitude[0])
        else:
            first, second = (float(number) for number in _NUMBER.findall(cell))
            parts = (2, 1) if abs(first) > abs(second) and abs(first) <= 90 else (1, 2)
        return [
            Proposal("x", (each.name,), 0.85, "name_and_contents", part=parts[0]),
            Proposal("y", (each.name,), 0.85, "name_and_contents", part=parts[1]),
        ]
    return []


def _both(x: Facts, y: Facts) -> tuple[np.ndarray, np.ndarray]:
    """Numbers of both columns; rows stay together as long as both are filled alike."""
    n = min(len(x.values), len(y.values))
    return x.values[:n], y.values[:n]


def _between(fact: Facts, low: int, high: int) -> bool:
    finite = fact.values[np.isfinite(fact.values)]
    if fact.whole < 0.95 or not len(finite):
        return False
    return float(np.mean((finite >= low) & (finite <= high))) >= 0.95


def _why(name: float) -> str:
    return "name_and_contents" if name else "contents"
