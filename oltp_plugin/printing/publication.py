"""What the public has read so far, against which every new public figure is held.

The figures kept in the observatory are the one place: of bulletins, session packs and diagnoses,
and of the public maps. See ``analysis.differencing`` for what is looked for.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import replace

from oltp_plugin.analysis.differencing import Box, Nesting, Public
from oltp_plugin.observatory import bulletins, geopackage, period_counts
from oltp_plugin.observatory.bulletins import Figure
from oltp_plugin.printing.measures import Counting, Measure

_FILLED = 0.98  # of a territory's area, by others that lie in it


class Publication:
    """Takes a document's figures in the order of its pages; for any but a public one, all."""

    def __init__(self, connection: sqlite3.Connection, public: bool):
        self._public = None
        if public:
            known = [(_box(each), each.value or 0.0) for each in bulletins.published(connection)]
            self._public = Public(nesting(connection), known)

    def may_print(self, figure: Figure) -> bool:
        """Whether a figure may stand on the page; what may not is none that the next are held
        against."""
        if self._public is None or figure.hidden or figure.value is None:
            return not figure.hidden
        return self._public.add(_box(figure), figure.value, figure.threshold)

    def held(self, measure: Measure, counting: Counting) -> Measure:
        """A measure, hidden where it must be."""
        if self._public is None:
            return measure
        now, *before = counting.figures(measure)
        hidden = not self.may_print(now)
        # With the count itself its change is hidden, and the year before with it.
        before_hidden = hidden or not all(map(self.may_print, before))
        return replace(measure, hidden=hidden, before_hidden=before_hidden)


def nesting(connection: sqlite3.Connection) -> Nesting:
    """Which categories and territories lie in which."""
    family = period_counts.families(connection)
    families: dict[str, set[str]] = defaultdict(set)
    for partner, category in connection.execute(
        "SELECT DISTINCT partner, category FROM incident"
        " UNION SELECT DISTINCT partner, category FROM aggregate"
    ):
        families[partner].add(family.get(category, category))
    around, filled = _territories(connection)
    return Nesting(
        family, {source: frozenset(own) for source, own in families.items()}, around, filled
    )


def _territories(connection: sqlite3.Connection) -> tuple[dict, frozenset]:
    """Of each territory those around it, and which are filled by a level."""
    import shapely

    rows = connection.execute(
        "SELECT level, code, geom FROM territory WHERE valid_to IS NULL AND geom IS NOT NULL"
    ).fetchall()
    keys = [(level, code) for level, code, _ in rows]
    shapes = shapely.from_wkb([geopackage.wkb_of(blob) for *_, blob in rows])
    areas, inner = shapely.area(shapes), shapely.point_on_surface(shapes)
    around: dict[tuple, frozenset] = {}
    covered: dict[tuple, float] = defaultdict(float)
    for place, key in enumerate(keys):
        holding = shapely.intersects(shapes, inner[place]) & (areas >= _FILLED * areas[place])
        others = [other for other, holds in zip(keys, holding) if holds and other[0] != key[0]]
        around[key] = frozenset(others)
        for other in (*others, *((None,) if key[0] != "commune" else ())):
            covered[other, key[0]] += areas[place]
    size = dict(zip(keys, areas))
    town = sum(area for (level, _), area in size.items() if level == "commune")
    filled = frozenset(
        (whole, level)
        for (whole, level), area in covered.items()
        if area >= _FILLED * (size.get(whole, town) or float("inf"))
    )
    return around, filled


def _box(figure: Figure) -> Box:
    return Box(
        "|".join(filter(None, (figure.partner, figure.scope))),
        figure.category,
        None if figure.territory is None else (figure.territory_level, figure.territory),
        (figure.period_from, figure.period_to),
    )
