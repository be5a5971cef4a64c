"""The observatory's streets, house numbers and places, made ready to be looked up."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field, replace

import numpy as np
import shapely

from oltp_plugin.observatory import geopackage

from . import geocoding_text as text
from .geocoding_similar import Similar

# Points of one name farther apart than this (m) are not one place.
TOGETHER = 250.0
# Two streets whose nearest addresses are farther apart (m) do not meet.
MEETING = 150.0
_STOPS = ("stop", "station")
_NOT_NAMED = ("camera",)  # its name says where it hangs, not what happened where


@dataclass(frozen=True)
class Spot:
    """A point found, what it is (a ``location_precision``), and how sure that it is the one."""

    x: float
    y: float
    precision: str
    certainty: float


@dataclass
class Street:
    """A street of one commune: its folded name, and its numbers in rising order."""

    kind: str
    words: str
    name: str
    commune: str
    rows: list[int] = field(default_factory=list)
    label: str = ""  # as its first address writes it

    @property
    def full(self) -> str:
        """Kind and name with articles."""
        return f"{self.kind} {self.words}".strip()


class Gazetteer:
    """Streets and places by name, addresses by street and number."""

    def __init__(self, addresses: list[tuple], places: list[tuple], towns: list[str]):
        """``addresses``: (street, number, suffix, locality, postcode, commune, x, y).

        ``places``: (kind, name, x, y). ``towns``: names that may stand behind a street.
        """
        self.x = np.array([row[6] for row in addresses], dtype=float)
        self.y = np.array([row[7] for row in addresses], dtype=float)
        self.numbers = [row[1] for row in addresses]
        self.streets: list[Street] = []
        self.by_kind_and_name: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.by_name: dict[str, list[int]] = defaultdict(list)
        self.by_last_word: dict[str, list[int]] = defaultdict(list)
        self._at: dict[tuple[int, int, str], list[int]] = defaultdict(list)
        self._with_number: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._middles: dict[int, Spot] = {}
        self.postcodes: dict[str, set[str]] = defaultdict(set)
        self._add_streets(addresses)
        self.address_communes = frozenset(
            street.commune for street in self.streets if street.commune
        )
        self.communes = text.communes_by_last_word([*self.address_communes, *towns])
        self.places: dict[tuple[str, bool], Spot | None] = {}
        self.place_labels: dict[tuple[str, bool], str] = {}
        self._add_places(places)
        self._similar: dict[str, tuple[Similar, list[list[int]]]] = {}

    def at(self, street: int, number: int | None, suffix: str) -> Spot:
        """The best point for a number of a street; the street itself where there is none."""
        if number is None:
            return self._street(street, 0.6)
        for written, certainty in ((suffix, 1.0), (text.same_suffix(suffix), 0.97)):
            rows = self._at.get((street, number, written)) if written is not None else None
            if rows:
                spot = self._together(rows, "address", certainty)
                return spot or self._street(street, 0.5)
        same = self._with_number.get((street, number))
        if same:
            return self._together(same, "street", 0.85) or self._street(street, 0.5)
        return self._between(street, number) or self._street(street, 0.5)

    def has(self, street: int, number: object) -> bool:
        """Whether the street has the number, with any suffix."""
        return (street, number) in self._with_number

    def meeting(self, one: int, other: int) -> Spot | None:
        """Between the nearest addresses of two streets; None where they do not meet."""
        from scipy.spatial import cKDTree

        a, b = self.streets[one].rows, self.streets[other].rows
        tree = cKDTree(np.column_stack((self.x[b], self.y[b])))
        distances, nearest = tree.query(np.column_stack((self.x[a], self.y[a])))
        i = int(distances.argmin())
        if distances[i] > MEETING:
            return None
        j, k = a[i], b[int(nearest[i])]
        x, y = (self.x[j] + self.x[k]) / 2, (self.y[j] + self.y[k]) / 2
        return Spot(float(x), float(y), "street", 0.8)

    def similar(self, form: str, queries: list[str]) -> list[list[int]]:
        """For each query the streets whose ``name`` or ``full`` name looks most like it."""
        if form not in self._similar:
            owners: dict[str, list[int]] = defaultdict(list)
            for i, street in enumerate(self.streets):
                owners[getattr(street, form)].append(i)
            self._similar[form] = Similar(list(owners)), list(owners.values())
        index, streets = self._similar[form]
        return [
            [street for name in names for street in streets[name]]
            for names in index.candidates(queries)
        ]

    def _add_streets(self, addresses: list[tuple]) -> None:
        numbered: dict[tuple, int] = {}  # as written -> the street
        folded: dict[tuple, int] = {}
        for row, (street, number, suffix, locality, postcode, commune, *_) in enumerate(addresses):
            written = (street, locality, commune)
            at = numbered.get(written)
            if at is None:
                kind, words, name = text.street_name(
                    [word for word in text.tokens(street) if word not in (",", "/")]
                )
                town = " ".join(text.tokens(commune or ""))
                key = (kind, words, town, locality)
                at = numbered[written] = folded.setdefault(key, len(self.streets))
                if at == len(self.streets):
                    self._add_street(Street(kind, " ".join(words), name, town, label=street))
            self.streets[at].rows.append(row)
            if postcode:
                self.postcodes[self.streets[at].commune].add(postcode)
            if number is not None:
                self._at[at, number, text.suffix(suffix)].append(row)
                self._with_number[at, number].append(row)

    def _add_street(self, street: Street) -> None:
        at = len(self.streets)
        self.streets.append(street)
        self.by_kind_and_name[street.kind, street.name].append(at)
        self.by_name[street.name].append(at)
        self.by_last_word[street.name.rpartition(" ")[2]].append(at)

    def _add_places(self, places: list[tuple]) -> None:
        groups: dict[tuple[str, bool], list[tuple]] = defaultdict(list)
        for kind, name, x, y in places:
            folded = text.place_name(text.tokens(name))
            if kind not in _NOT_NAMED and len(folded) > 2:
                groups[folded, kind in _STOPS].append((x, y))
                self.place_labels.setdefault((folded, kind in _STOPS), name)
        for (name, stop), points in groups.items():
            x, y = (np.array(axis) for axis in zip(*points))
            precision = "stop" if stop else "facility"
            self.places[name, stop] = _middle(x, y, precision, 0.95)

    def _together(self, rows: list[int], precision: str, certainty: float) -> Spot | None:
        if len(rows) == 1:
            return Spot(float(self.x[rows[0]]), float(self.y[rows[0]]), precision, certainty)
        return _middle(self.x[rows], self.y[rows], precision, certainty)

    def _street(self, street: int, certainty: float) -> Spot:
        """The town's own point for the street, else the address nearest to its middle."""
        middle = self._middles.get(street)
        if middle is None:
            rows = self.streets[street].rows
            rows = [i for i in rows if self.numbers[i] is None] or rows
            i = rows[_nearest_the_middle(self.x[rows], self.y[rows])]
            middle = Spot(float(self.x[i]), float(self.y[i]), "street", 1.0)
            self._middles[street] = middle
        return replace(middle, certainty=certainty)

    def _between(self, street: int, number: int) -> Spot | None:
        """A number that is missing, between its neighbours on the same side of the street."""
        side = [
            (own, i)
            for i in self.streets[street].rows
            if (own := self.numbers[i]) is not None and (own - number) % 2 == 0
        ]
        below = max((pair for pair in side if pair[0] < number), default=None)
        above = min((pair for pair in side if pair[0] > number), default=None)
        if below is None or above is None:
            return None
        (low, i), (high, j) = below, above
        share = (number - low) / (high - low)
        x = self.x[i] + share * (self.x[j] - self.x[i])
        y = self.y[i] + share * (self.y[j] - self.y[i])
        apart = float(np.hypot(self.x[j] - self.x[i], self.y[j] - self.y[i]))
        return Spot(float(x), float(y), "street", 0.75 if apart <= TOGETHER else 0.6)


def load(connection: sqlite3.Connection) -> Gazetteer | None:
    """What the observatory can locate by; None where it has neither addresses nor places."""
    addresses = _with_points(
        connection.execute(
            "SELECT street, number, suffix, locality, postcode, commune, geom FROM address"
            " WHERE geom IS NOT NULL ORDER BY fid"
        ).fetchall()
    )
    places = _with_points(
        connection.execute(
            "SELECT kind, name, geom FROM place WHERE geom IS NOT NULL ORDER BY fid"
        ).fetchall()
    )
    if not addresses and not places:
        return None
    towns = connection.execute("SELECT DISTINCT name FROM territory WHERE level = 'commune'")
    return Gazetteer(addresses, places, [name for (name,) in towns])


def _with_points(rows: list[tuple]) -> list[tuple]:
    """The rows with x and y in place of their last column; those with an empty point left out."""
    shapes = shapely.from_wkb([geopackage.wkb_of(row[-1]) for row in rows])
    points = zip(rows, shapely.get_x(shapes).tolist(), shapely.get_y(shapes).tolist())
    return [(*row[:-1], x, y) for row, x, y in points if x == x and y == y]


def _middle(x: np.ndarray, y: np.ndarray, precision: str, certainty: float) -> Spot | None:
    """The point nearest to the middle of points of one name; None where they are far apart."""
    if len(x) > 1 and np.hypot(np.ptp(x), np.ptp(y)) > TOGETHER:
        return None
    i = _nearest_the_middle(x, y)
    return Spot(float(x[i]), float(y[i]), precision, certainty)


def _nearest_the_middle(x: np.ndarray, y: np.ndarray) -> int:
    return int(np.hypot(x - np.median(x), y - np.median(y)).argmin())
