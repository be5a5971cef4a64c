"""Which new figures would tell a small count when held against figures that are already public.

Two published counts of which one lies inside the other tell what lies between them; so does a
whole minus the parts of it that are known (Hundepool et al. 2012, *Statistical Disclosure
Control*, ch. 4). Each figure is taken with every published one that counts the same but for one
dimension: period, territory, or category. A figure that was published before and now differs by a
few tells of these few.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_DIMENSIONS = ("category", "territory", "period")


@dataclass(frozen=True)
class Published:
    """A count. ``category`` and ``territory`` (level, code) None: everything, everywhere;
    ``period``: first and last ISO day."""

    source: str
    category: str | None
    territory: tuple[str, str] | None
    period: tuple[str, str]
    value: float


def telling(new: Sequence[Published], known: Iterable[Published], least: int) -> list[bool]:
    """For each new figure, whether it must not be published beside the ``known`` ones.

    ``least``: a difference above 0 and below it is too small to be told.
    """
    if least <= 1:
        return [False] * len(new)
    by_source: dict[str, list[Published]] = {}
    for each in known:
        by_source.setdefault(each.source, []).append(each)
    found = []
    for each in new:
        others = by_source.setdefault(each.source, [])
        tells = any(0 < abs(d) < least for d in _differences(each, others))
        found.append(tells)
        if not tells:
            others.append(each)
    return found


def _differences(each: Published, others: list[Published]):
    for other in others:
        if _same(each, other, but=()):
            yield each.value - other.value
        for dimension in _DIMENSIONS:
            if not _same(each, other, but=(dimension,)):
                continue
            if _inside(each, other, dimension):
                yield other.value - each.value
                yield _rest(other, each, others, dimension)
            elif _inside(other, each, dimension):
                yield each.value - other.value
                yield _rest(each, None, others, dimension)


def _same(one: Published, other: Published, but: tuple[str, ...]) -> bool:
    return all(
        getattr(one, each) == getattr(other, each) for each in _DIMENSIONS if each not in but
    )


def _inside(part: Published, whole: Published, dimension: str) -> bool:
    """Whether ``part`` counts less than ``whole`` in that dimension, and lies in it."""
    own, other = getattr(part, dimension), getattr(whole, dimension)
    if own == other:
        return False
    if dimension == "period":
        return other[0] <= own[0] and own[1] <= other[1]
    return other is None


def _rest(whole: Published, part: Published | None, others, dimension: str) -> float:
    """The whole less its parts that are known: the last told of each, none overlapping another."""
    parts: list[Published] = [] if part is None else [part]
    for each in reversed(others):
        if (
            _same(each, whole, but=(dimension,))
            and _inside(each, whole, dimension)
            and all(_apart(each, taken, dimension) for taken in parts)
        ):
            parts.append(each)
    return whole.value - sum(each.value for each in parts)


def _apart(one: Published, other: Published, dimension: str) -> bool:
    own, its = getattr(one, dimension), getattr(other, dimension)
    if dimension == "period":
        return own[1] < its[0] or its[1] < own[0]
    if dimension == "territory":
        return own[0] == its[0] and own != its
    return own != its
