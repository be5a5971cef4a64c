"""Two months' files of Valbrune's nine partners, as they are dropped for the monthly round.

January and February 2026, after the history in the folder above. One partner sends nothing for
February; the municipal police sends January again with it: two records requalified, one gone, two
that came late. What an import must find is written to ``truth.json``.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import town

MONTHS = ("2026-01", "2026-02")
MISSING = ("csu", "2026-02")
FAMILIES = {  # what the police's words are called, where two of them are exchanged
    "Dégradation mobilier urbain": "Tag - graffiti",
    "Vol de vélo": "Vol à la roulotte",
}
SSMSI = {  # indicator: unit, then three years
    "Vols sans violence contre des personnes": ("victime entendue", 412, 398, 431),
    "Destructions et dégradations volontaires": ("infraction", 361, 377, 352),
    "Vols dans les véhicules": ("véhicule", 204, 187, 173),
    "Cambriolages de logement": ("infraction", 131, 119, 124),
    "Violences physiques hors cadre familial": ("victime", 118, 126, 121),
    "Vols violents sans arme": ("infraction", 14, 11, None),
}

Row = dict[str, str]


class Month:
    """Draws the days, hours and places of one month's records."""

    def __init__(self, chance: random.Random, name: str):
        self.chance = chance
        self.first = datetime.fromisoformat(f"{name}-01")
        following = (self.first + timedelta(days=31)).replace(day=1)
        self.days = (following - self.first).days
        self._streets = town.streets()

    def moments(self, n: int) -> list[datetime]:
        drawn = [
            self.first
            + timedelta(
                days=self.chance.randrange(self.days),
                hours=self.chance.choices(range(24), _EVENING)[0],
                minutes=5 * self.chance.randrange(12),
            )
            for _ in range(n)
        ]
        return sorted(drawn)

    def point(self, near: float = 0.4) -> town.Point:
        """Near a hot spot with that probability, else on a street."""
        if self.chance.random() < near:
            x, y = town.absolute(self.chance.choice(list(town.HOT_SPOTS.values())))
            return round(self.chance.gauss(x, 60), 1), round(self.chance.gauss(y, 60), 1)
        x, y = self.chance.choice(self._streets).at(self.chance.random())
        return round(x, 1), round(y, 1)


_EVENING = (9, 7, 4, 2, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 6, 7, 8, 9, 10, 11, 11)


def national_police(month: Month) -> list[Row]:
    indices = {"43": 16, "27": 9, "38": 7, "37": 6, "7": 6, "66": 8, "67": 6, "26": 2}
    return [
        {
            "Numéro": f"PN{moment:%y%m}-{number:04d}",
            "Date début": f"{moment:%d/%m/%Y}",
            "Heure début": f"{moment:%H:%M}",
            "Date enregistrement": f"{_later(month, moment):%d/%m/%Y}",
            "Index": month.chance.choices(list(indices), list(indices.values()))[0],
            "X": _comma(point[0]),
            "Y": _comma(point[1]),
        }
        for number, moment in enumerate(month.moments(70), start=1)
        for point in (month.point(0.3),)
    ]


def _later(month: Month, moment: datetime) -> datetime:
    return moment + timedelta(days=month.chance.choice((0, 1, 3)))


def cctv(month: Month) -> list[Row]:
    words = ("Rixe", "Regroupement", "Dégradation", "Rodéo", "Dépôt sauvage")
    rows = []
    for number, moment in enumerate(month.moments(42), start=1):
        name, place, _ = month.chance.choice(town.CAMERAS)
        x, y = town.absolute(place)
        rows.append(
            {
                "N° main courante": f"{moment:%Y%m}{number:04d}",
                "Jour": f"{moment:%d/%m/%Y}",
                "Heure": f"{moment:%H%M}",
                "Événement": month.chance.choices(words, (2, 6, 3, 2, 4))[0],
                "Caméra": name,
                "X L93": f"{x:.0f}",
                "Y L93": f"{y:.0f}",
            }
        )
    return rows


def railway(month: Month) -> list[Row]:
    x, y = town.absolute(town.HOT_SPOTS["Gare"])
    words = ("Incivilité", "Dégradation", "Vol voyageur", "Agression")
    return [
        {
            "ref": f"SF-{moment:%y%m}-{number:03d}",
            "horodatage": f"{moment:%Y-%m-%dT%H:%M}",
            "nature": month.chance.choices(words, (6, 3, 3, 1))[0],
            "est": f"{x + month.chance.randrange(-40, 41):.0f}",
            "nord": f"{y + month.chance.randrange(-40, 41):.0f}",
        }
        for number, moment in enumerate(month.moments(18), start=1)
    ]


def second_landlord(month: Month) -> list[Row]:
    words = ("Hall occupé", "Dégradation", "Encombrants", "Bruit")
    homes = list(town.RESIDENCES.items())
    rows = []
    for moment in month.moments(34):
        name, place = month.chance.choice(homes)
        x, y = town.absolute(place)
        rows.append(
            {
                "Date du signalement": f"{moment:%d.%m.%Y}",
                "Objet": month.chance.choices(words, (4, 3, 3, 2))[0],
                "Immeuble": name,
                "Coord X": f"{x:.0f}",
                "Coord Y": f"{y:.0f}",
            }
        )
    return rows


def mediation(month: Month) -> list[Row]:
    words = ("Conflit de voisinage", "Regroupement", "Consommation d'alcool", "Encombrants")
    return [
        {
            "N": str(number),
            "Date intervention": f"{moment:%d/%m/%Y}",
            "Motif": month.chance.choices(words, (5, 6, 3, 2))[0],
            "Secteur d'intervention": month.chance.choice(town.QUARTERS).name,
        }
        for number, moment in enumerate(month.moments(38), start=1)
    ]


def residents(month: Month) -> list[Row]:
    words = ("Dépôt sauvage", "Bruit", "Stationnement gênant", "Éclairage en panne", "Tag")
    return [
        {
            "Ticket": f"{moment:%y%m}{number:05d}",
            "Reçu le": f"{moment:%Y-%m-%d %H:%M}",
            "Type de demande": month.chance.choices(words, (6, 4, 6, 2, 3))[0],
            "x_lambert": f"{point[0]:.1f}",
            "y_lambert": f"{point[1]:.1f}",
        }
        for number, moment in enumerate(month.moments(56), start=1)
        for point in (month.point(0.15),)
    ]


PARTNERS: dict[str, tuple[Callable[[Month], list[Row]], str, str]] = {
    "police_nationale": (national_police, "cp1252", ";"),
    "csu": (cctv, "utf-8", ";"),
    "surete_ferroviaire": (railway, "utf-8", ","),
    "logis_des_rives": (second_landlord, "cp1252", "\t"),
    "mediation": (mediation, "utf-8-sig", ";"),
    "habitants": (residents, "utf-8", ";"),
}


def again(chance: random.Random, january: list[Row], february: list[Row], late: list[Row]) -> dict:
    """January as the municipal police sends it with February; gives what has changed."""
    words = [i for i, row in enumerate(january) if row["Nature"] in FAMILIES]
    changed = chance.sample(words, 2)
    for place in changed:
        january[place] = dict(january[place], Nature=FAMILIES[january[place]["Nature"]])
    # One in the middle, so that the period that the file covers stays the two months.
    gone = next(i for i in range(len(january) // 2, len(january)) if i not in changed)
    del january[gone]
    january += late
    january.sort(key=lambda row: (row["Date début"][3:5], row["Date début"], row["Heure début"]))
    return {
        "read": len(january) + len(february),
        "inserted": len(february) + len(late),
        "updated": len(changed),
        "withdrawn": 1,
    }


def write_ssmsi(path: Path) -> None:
    head = (
        "CODGEO_2026;annee;indicateur;unite_de_compte;nombre;taux_pour_mille;est_diffuse;insee_pop"
    )
    lines = [head]
    for indicator, (unit, *values) in SSMSI.items():
        for year, value in zip((2023, 2024, 2025), values):
            said = "NA;NA;ndiff" if value is None else f"{value};{value / 38:.2f};diff"
            lines.append(
                f"{town.COMMUNE[0]};{year};{indicator};{unit};{said.replace('.', ',')};38000"
            )
    path.write_bytes(("\n".join(lines) + "\n").encode())


def write_truth(path: Path, truth: dict) -> None:
    path.write_bytes((json.dumps(truth, ensure_ascii=False, indent=1) + "\n").encode())


def days_of(month: str) -> tuple[str, str]:
    """First and last ISO day of ``YYYY-MM``."""
    first = date.fromisoformat(f"{month}-01")
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.isoformat(), last.isoformat()


def _comma(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
