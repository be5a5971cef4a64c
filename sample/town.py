"""Valbrune, a town that does not exist: its quarters, streets, stops and cameras.

Coordinates are metres in EPSG:2154. Borders wind between nodes placed by hand, the same way for
both neighbours; the streets follow from them.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from functools import cache

Point = tuple[float, float]

ORIGIN = (700_000.0, 6_600_000.0)
COMMUNE = ("99999", "Valbrune")

_NODES = {
    "A": (300, 3600), "B": (1400, 4300), "C": (2600, 4500), "D": (3900, 4200), "E": (4900, 3500),
    "F": (5200, 2300), "G": (4800, 1100), "H": (3800, 300), "I": (2500, 0), "J": (1200, 400),
    "K": (300, 1200), "L": (0, 2400), "P": (2000, 2900), "M": (2500, 3050), "Q": (3000, 3000),
    "R": (3300, 2200), "S": (2800, 1600), "T": (1900, 1700), "U": (1600, 2300),
}  # fmt: skip


@dataclass(frozen=True)
class Quarter:
    """One quartier; ``bearing`` (degrees) and ``spacing`` (metres) draw its streets."""

    code: str
    name: str
    nodes: str
    population: int
    dwellings: int
    bearing: float
    spacing: float
    group: str


QUARTERS = (
    Quarter("Q1", "Centre-Bourg", "PMQRSTU", 7900, 5300, 12, 110, "G1"),
    Quarter("Q2", "Les Garrigues", "LABPU", 6400, 2900, 40, 190, "G2"),
    Quarter("Q3", "Les Coteaux", "BCMP", 3100, 1350, 78, 210, "G2"),
    Quarter("Q4", "Belle-Vigne", "CDQM", 3600, 1600, 95, 190, "G4"),
    Quarter("Q5", "La Gare", "DEFRQ", 5200, 2800, 60, 170, "G4"),
    Quarter("Q6", "Le Canal", "FGHSR", 2700, 1200, 25, 240, "G3"),
    Quarter("Q7", "Les Rives", "HIJTS", 4300, 2000, 5, 200, "G3"),
    Quarter("Q8", "Grand-Pré", "JKLUT", 4800, 2200, 55, 190, "G2"),
)
GROUPS = {"G1": "Centre", "G2": "Ouest", "G3": "Sud", "G4": "Gare et Belle-Vigne"}

HOT_SPOTS = {
    "Place du Marché": (2450, 2350),
    "Gare": (3950, 3050),
    "Centre commercial du Canal": (4150, 1350),
    "Résidence des Tilleuls": (1000, 3150),
    "Parc des Rives": (2350, 750),
}

# A stop stands at two of the hot spots; the rest are spread over two lines.
STOPS = {
    "Gare": (3965, 3035), "Marché": (2440, 2365), "Musée": (3000, 2700), "Hôpital": (4450, 3300),
    "Pont-Neuf": (2150, 1900), "Piscine": (1550, 1100), "Grand-Pré": (950, 1650),
    "Stade": (600, 2300), "Garrigues": (1350, 2800), "Vergers": (700, 3550),
    "Coteaux": (1900, 3700), "Chapelle": (2450, 3900), "Belle-Vigne": (3100, 3750),
    "Lavoir": (3500, 3900), "Écluse": (3550, 2150), "Port": (4250, 2250), "Darse": (4800, 2500),
    "Canal": (4350, 1750), "Entrepôts": (4500, 900), "Rives": (3100, 1000),
    "Moulin": (2800, 400), "Peupliers": (1700, 500), "Halles": (2650, 2000), "Lycée": (1850, 2400),
}  # fmt: skip

RESIDENCES = {
    "Les Tilleuls": (1010, 3140), "Les Acacias": (1400, 3500), "Les Pins": (550, 2900),
    "Les Érables": (750, 1950), "Les Saules": (1300, 850), "Les Aulnes": (2000, 350),
    "Les Platanes": (3300, 550), "Les Cèdres": (4500, 2950), "Les Mûriers": (3550, 3500),
    "Les Figuiers": (2750, 4150), "Les Oliviers": (1800, 4150), "Les Lauriers": (4300, 1950),
}  # fmt: skip

# name, position, first year in service
CAMERAS = (
    ("C01 Marché nord", (2430, 2420), 2019), ("C02 Marché sud", (2470, 2290), 2019),
    ("C03 Halles", (2640, 2010), 2021), ("C04 Pont-Neuf", (2160, 1910), 2021),
    ("C05 Parvis de la gare", (3930, 3070), 2020), ("C06 Dépose-minute", (4010, 3010), 2023),
    ("C07 Hôpital", (4440, 3310), 2022), ("C08 Musée", (2990, 2690), 2020),
    ("C09 Stade", (610, 2310), 2024), ("C10 Lycée", (1860, 2390), 2022),
    ("C11 Écluse", (3560, 2140), 2023), ("C12 Entrée des Rives", (2500, 950), 2025),
)  # fmt: skip

_NOUNS = (
    "Tilleuls", "Peupliers", "Saules", "Acacias", "Charmes", "Ormes", "Frênes", "Sorbiers",
    "Noyers", "Amandiers", "Cerisiers", "Pruniers", "Genêts", "Bruyères", "Lavandes", "Romarins",
    "Fougères", "Jonquilles", "Glycines", "Violettes", "Iris", "Pervenches", "Coquelicots",
    "Bleuets", "Hirondelles", "Mésanges", "Alouettes", "Grives", "Hérons", "Martinets", "Cigales",
    "Libellules", "Tanneurs", "Tisserands", "Drapiers", "Potiers", "Vanniers", "Tonneliers",
    "Charrons", "Meuniers", "Bateliers", "Haleurs", "Lavandières", "Vendangeurs", "Jardiniers",
    "Maraîchers", "Carriers", "Forges", "Fontaines", "Sources", "Lavoirs", "Remparts",
    "Terrasses", "Vergers", "Vignes", "Prairies", "Roseaux", "Galets", "Sables", "Collines",
)  # fmt: skip
_KINDS = ("rue", "allée", "chemin")


@dataclass(frozen=True)
class Street:
    """A straight street inside one quarter."""

    name: str
    quarter: Quarter
    start: Point
    end: Point

    @property
    def length(self) -> float:
        return math.dist(self.start, self.end)

    def at(self, share: float) -> Point:
        """The point at ``share`` (0 to 1) of the way."""
        (ax, ay), (bx, by) = self.start, self.end
        return ax + share * (bx - ax), ay + share * (by - ay)


def absolute(point: Point) -> Point:
    """A hand-drawn position in EPSG:2154."""
    return ORIGIN[0] + point[0], ORIGIN[1] + point[1]


@cache
def ring(nodes: str) -> tuple[Point, ...]:
    """The closed ring through named nodes."""
    points = [p for a, b in zip(nodes, nodes[1:] + nodes[0]) for p in _border(a, b)[:-1]]
    return (*points, points[0])


@cache
def _border(a: str, b: str) -> tuple[Point, ...]:
    """The winding line from node to node: midpoints moved aside, four times over."""
    if a > b:
        return _border(b, a)[::-1]
    chance = random.Random(a + b)
    line = [absolute(_NODES[a]), absolute(_NODES[b])]
    for _ in range(4):
        finer = [line[0]]
        for (ax, ay), (bx, by) in zip(line, line[1:]):
            aside = 0.16 * (chance.random() - 0.5)
            middle = (ax + bx) / 2 - aside * (by - ay), (ay + by) / 2 + aside * (bx - ax)
            finer += [_rounded(middle), (bx, by)]
        line = finer
    return tuple(line)


def outline(quarters: list[Quarter]) -> tuple[Point, ...]:
    """The ring around several quarters: the edges that no two of them share, end to end."""
    edges = {(q.nodes[i - 1], q.nodes[i]) for q in quarters for i in range(len(q.nodes))}
    following = {a: b for a, b in edges if (b, a) not in edges}
    start = min(following)
    nodes, node = start, following[start]
    while node != start:
        nodes += node
        node = following[node]
    return ring(nodes)


def quarter_at(point: Point) -> Quarter | None:
    """The quarter that holds a point."""
    return next((q for q in QUARTERS if _inside(point, ring(q.nodes))), None)


@cache
def streets() -> tuple[Street, ...]:
    """Parallel streets in two directions in every quarter, cut at its border."""
    made: list[Street] = []
    for quarter in QUARTERS:
        for bearing in (quarter.bearing, quarter.bearing + 90):
            for start, end in _strokes(ring(quarter.nodes), bearing, quarter.spacing):
                kind, noun = divmod(len(made), len(_NOUNS))
                name = f"{_KINDS[kind]} des {_NOUNS[noun]}"
                made.append(Street(name, quarter, start, end))
    return tuple(made)


def _strokes(
    border: tuple[Point, ...], bearing: float, spacing: float
) -> list[tuple[Point, Point]]:
    """Segments of parallel lines inside a ring, at least 150 m long, rounded to 0.1 m."""
    step = 10.0
    middle = [sum(p[i] for p in border[:-1]) / (len(border) - 1) for i in (0, 1)]
    along = math.cos(math.radians(bearing)), math.sin(math.radians(bearing))
    reach = int(2500 / step)
    strokes = []
    for row in range(-int(2500 / spacing), int(2500 / spacing) + 1):
        base = middle[0] - row * spacing * along[1], middle[1] + row * spacing * along[0]
        run: list[Point] = []
        for i in range(-reach, reach + 1):
            point = base[0] + i * step * along[0], base[1] + i * step * along[1]
            if _inside(point, border):
                run.append(point)
                continue
            if len(run) * step > 150:
                strokes.append((_rounded(run[0]), _rounded(run[-1])))
            run = []
    return strokes


def _inside(point: Point, border: tuple[Point, ...]) -> bool:
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in zip(border, border[1:]):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            crossings += 1
    return crossings % 2 == 1


def _rounded(point: Point) -> Point:
    return round(point[0], 1), round(point[1], 1)
