"""Which new figures would tell a small count when held against figures that are already public.

A count is a box: one source, a category, a territory and a period, each of which may hold others
of its kind. What a reader with a pencil can do with the public ones is done here:

- *nested boxes*: of two counts of which one lies inside the other, in one dimension or in several,
  the difference is what lies between them;
- *a whole and its parts* (a family's categories, a territory's parts of one level, a period's
  shorter ones that do not overlap): the whole less the parts that are known is what all the others
  have together;
- *tables that cross*: where of a whole and its parts one count alone is missing, it follows, and is
  known from then on like a printed one, for the lines that cross it, until nothing more follows.

A new figure by which any of these becomes a count above 0 and below the threshold is not
published; nor is one that was published with another value, if the two differ by as little
(Hundepool et al. 2012, *Statistical Disclosure Control*, ch. 4). Equations with several unknowns
at once are not solved, and nobody's other knowledge is taken into account.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Optional

Category = Optional[str]
Territory = Optional[tuple]
Period = tuple[str, str]


class Box(NamedTuple):
    """``category``, ``territory`` (level, code) None: everything, everywhere; ``period``: first and
    last ISO day."""

    source: str
    category: Category
    territory: Territory
    period: Period


@dataclass(frozen=True)
class Nesting:
    """``family``: of each category that has one; ``families``: by source, those that make up the
    whole. ``around``: of each territory, those of other levels that hold it; ``filled``: pairs of a
    territory (None: everywhere) and a level whose territories leave nothing of it out."""

    family: Mapping[str, str] = field(default_factory=dict)
    families: Mapping[str, frozenset[str]] = field(default_factory=dict)
    around: Mapping[tuple, frozenset] = field(default_factory=dict)
    filled: frozenset[tuple] = frozenset()

    def wider_categories(self, category: Category) -> list[Category]:
        """Itself and those that it lies in."""
        if category is None:
            return [None]
        family = self.family.get(category, category)
        return [category, *([family] if family != category else []), None]

    def wider_territories(self, territory: Territory) -> list[Territory]:
        """Itself and those that it lies in."""
        if territory is None:
            return [None]
        return [territory, *self.around.get(territory, ()), None]

    def categories_in(self, source: str, category: Category) -> list[Category]:
        """Those that make it up; none where they are not known."""
        if category is None:
            return list(self.families.get(source, ()))
        return [each for each, own in self.family.items() if own == category and each != category]

    def territories_in(self, territory: Territory) -> dict[str, list[Territory]]:
        """Those that lie in it, by level."""
        found: dict[str, list[Territory]] = {}
        for each, around in self.around.items():
            if territory is None or territory in around:
                found.setdefault(each[0], []).append(each)
        return found


class Line(NamedTuple):
    """A whole and parts of it; ``filled``: nothing of it is left out."""

    whole: Box
    parts: list[Box]
    filled: bool


class Public:
    """What is public, and what follows from it."""

    def __init__(self, nesting: Nesting, known: Iterable[tuple[Box, float]] = ()):
        self._nesting = nesting
        # source -> territory -> category -> period -> values, the last one last
        self._values: dict[str, dict[Territory, dict[Category, dict[Period, list[float]]]]] = {}
        for box, value in known:
            self.add(box, value, 0)

    def add(self, box: Box, value: float, least: int) -> bool:
        """Publish a count; False, and nothing is changed, where it must not be.

        ``least``: a count above 0 and below it is too small to be told.
        """
        waiting, taken = [(box, value)], []
        while waiting:
            box, value = waiting.pop()
            values = self._of(box)
            if value in values or value < 0:  # a count that went down since leaves a rest below 0
                continue
            told = [value, *self._differences(box, value)] if least > 1 else []
            values.append(value)
            taken.append(box)
            lines = list(self._lines(box))
            if least > 1:
                told += map(self._rest, (*lines, *self._period_lines(box)))
            if any(0 < abs(each) < least for each in told):
                for own in taken:
                    self._of(own).pop()
                return False
            waiting += (found for line in lines for found in self._follows(line))
        return True

    def _of(self, box: Box) -> list[float]:
        places = self._values.setdefault(box.source, {}).setdefault(box.territory, {})
        return places.setdefault(box.category, {}).setdefault(box.period, [])

    def _last(self, box: Box) -> float | None:
        """The value that was published last."""
        categories = self._values.get(box.source, {}).get(box.territory, {})
        values = categories.get(box.category, {}).get(box.period)
        return values[-1] if values else None

    def _differences(self, box: Box, value: float) -> Iterator[float]:
        """From the same count as it was before, and from those around and inside it."""
        nesting, places = self._nesting, self._values.get(box.source, {})
        wider = nesting.wider_categories(box.category)
        for territory in nesting.wider_territories(box.territory):
            for category in wider:
                for period, values in places.get(territory, {}).get(category, {}).items():
                    if _within(box.period, period):
                        yield from (value - each for each in values)
        inside: Iterable[Territory] = places
        if box.territory is not None:
            parts = nesting.territories_in(box.territory).values()
            inside = [box.territory, *(each for level in parts for each in level)]
        for territory in inside:
            for category, periods in places.get(territory, {}).items():
                if box.category not in nesting.wider_categories(category):
                    continue
                for period, values in periods.items():
                    if _within(period, box.period):
                        yield from (value - each for each in values)

    def _lines(self, box: Box) -> Iterator[Line]:
        """The categories and territories that the count is or belongs to, with their parts."""
        nesting = self._nesting
        for whole in nesting.wider_categories(box.category)[:2]:
            parts = nesting.categories_in(box.source, whole)
            if box.category == whole or box.category in parts:
                boxes = [box._replace(category=each) for each in parts]
                yield Line(box._replace(category=whole), boxes, True)
        for place in nesting.wider_territories(box.territory):
            for level, areas in nesting.territories_in(place).items():
                if box.territory == place or box.territory in areas:
                    boxes = [box._replace(territory=each) for each in areas]
                    filled = (place, level) in nesting.filled
                    yield Line(box._replace(territory=place), boxes, filled)

    def _period_lines(self, box: Box) -> Iterator[Line]:
        """Each known period that holds it, with known parts that do not overlap, its own first."""
        periods = self._values[box.source][box.territory][box.category]
        known = [period for period, values in periods.items() if values]
        for whole in known:
            if not _within(box.period, whole):
                continue
            parts = [] if whole == box.period else [box.period]
            for each in reversed(known):
                if each != whole and _within(each, whole) and _apart(each, parts):
                    parts.append(each)
            boxes = [box._replace(period=each) for each in parts]
            yield Line(box._replace(period=whole), boxes, False)

    def _rest(self, line: Line) -> float:
        """The whole less the parts that are known; 0 where it is not known itself."""
        value = self._last(line.whole)
        if value is None:
            return 0
        return value - sum(self._last(each) or 0 for each in line.parts)

    def _follows(self, line: Line) -> Iterator[tuple[Box, float]]:
        """The one count of a line that is missing."""
        if not line.filled or not line.parts:
            return
        unknown = [each for each in line.parts if self._last(each) is None]
        if self._last(line.whole) is None:
            if not unknown:
                yield line.whole, sum(self._last(each) or 0 for each in line.parts)
        elif len(unknown) == 1:
            yield unknown[0], self._rest(line)


def _within(own: Period, other: Period) -> bool:
    return other[0] <= own[0] and own[1] <= other[1]


def _apart(own: Period, others: Iterable[Period]) -> bool:
    return all(own[1] < each[0] or each[1] < own[0] for each in others)
