"""Write the partner files of Valbrune, as partners send them: generate.py [folder].

Five hot spots are planted where ``town.HOT_SPOTS`` says; a few rows are bad on purpose. What an
import must find is written to truth.json. The same seed gives the same bytes everywhere.
"""

from __future__ import annotations

import csv
import io
import json
import math
import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

import monthly_files
import town
from osgeo import osr

FIRST, LAST = datetime(2024, 7, 1), datetime(2025, 12, 31)
DAYS = (LAST - FIRST).days + 1
SPREAD = 55.0  # metres, standard deviation around a planted hot spot

POLICE = {
    "Tapage nocturne": 16, "Occupation abusive espace public": 15, "Dépôt sauvage": 14,
    "Dégradation mobilier urbain": 10, "Tag - graffiti": 9, "Vol à la roulotte": 9,
    "Consommation d'alcool": 8, "Vol de vélo": 6, "Vol à la tire": 5, "Rixe": 4,
    "Vol avec violences": 2, "Différend familial": 2,
}  # fmt: skip
TRANSPORT = {
    "INCIVILITE": 34, "DEGRADATION": 20, "AGRESSION VERBALE": 18, "VOL VOYAGEUR": 14,
    "JET DE PROJECTILE": 8, "AGRESSION PHYSIQUE": 6,
}  # fmt: skip
LANDLORD = {
    "Occupation de hall": 30, "Dégradation parties communes": 26, "Encombrants": 20,
    "Nuisances sonores": 16, "Feu de poubelle": 8,
}  # fmt: skip

Row = dict[str, str]


class Calendar:
    """Draws dates with a season, a week and a daily curve."""

    def __init__(
        self,
        chance: random.Random,
        peak_day: int,
        week: tuple[int, ...],
        hours,
        span: tuple[datetime, int] = (FIRST, DAYS),
    ):
        self._chance = chance
        self._days = [span[0] + timedelta(days=i) for i in range(span[1])]
        self._weights = [
            week[day.weekday()]
            * (1 + 0.35 * math.cos(2 * math.pi * (day.timetuple().tm_yday - peak_day) / 365))
            for day in self._days
        ]
        self._hours = hours

    def draw(self) -> datetime:
        day = self._chance.choices(self._days, self._weights)[0]
        hour = self._chance.choices(range(24), self._hours)[0]
        return day.replace(hour=hour, minute=5 * self._chance.randrange(12))


EVENING = (9, 7, 4, 2, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 6, 7, 8, 9, 10, 11, 11)
COMMUTING = (1, 0, 0, 0, 0, 2, 4, 9, 8, 4, 3, 3, 5, 5, 4, 5, 9, 10, 8, 6, 4, 3, 3, 2)


class Places:
    """Draws positions: planted hot spots, and streets in proportion to length."""

    def __init__(self, chance: random.Random):
        self._chance = chance
        self._streets = town.streets()
        self._lengths = [s.length * (2 if s.quarter.code == "Q1" else 1) for s in self._streets]

    def street(self) -> tuple[town.Point, str, str]:
        """A point on a street, with house number and name."""
        street = self._chance.choices(self._streets, self._lengths)[0]
        share = self._chance.random()
        return street.at(share), str(1 + int(share * street.length / 8)), street.name

    def hot_spot(self, weights: tuple[int, ...]) -> tuple[town.Point, str, str]:
        """A point around a planted hot spot, whose name stands for the street."""
        name = self._chance.choices(list(town.HOT_SPOTS), weights)[0]
        x, y = town.absolute(town.HOT_SPOTS[name])
        return (self._chance.gauss(x, SPREAD), self._chance.gauss(y, SPREAD)), "", name


def police(chance: random.Random, n=3400, span=(FIRST, DAYS), start=1) -> list[Row]:
    """The municipal police's log: a third of it at the hot spots."""
    places = Places(chance)
    calendar = Calendar(chance, 200, (8, 8, 9, 10, 14, 16, 12), EVENING, span)
    rows = []
    for number, moment in enumerate(sorted(calendar.draw() for _ in range(n)), start):
        nature = chance.choices(list(POLICE), list(POLICE.values()))[0]
        at_home = nature == "Différend familial"
        if not at_home and chance.random() < 0.36:
            point, house, street = places.hot_spot((13, 11, 10, 10, 9))
        else:
            point, house, street = places.street()
        quarter = town.quarter_at(point)
        until = moment
        if nature in ("Vol à la roulotte", "Vol de vélo", "Tag - graffiti"):
            until = moment + timedelta(hours=chance.randrange(1, 14))
        written = until + timedelta(days=chance.choice((0, 0, 1, 1, 2, 5)))
        rows.append(
            {
                "N° fiche": f"PM{moment:%y}-{number:05d}",
                "Date début": f"{moment:%d/%m/%Y}",
                "Heure début": f"{moment:%H:%M}",
                "Date fin": f"{until:%d/%m/%Y}",
                "Heure fin": f"{until:%H:%M}",
                "Date saisie": f"{written:%d/%m/%Y}",
                "Nature": nature,
                "Lieu": "Habitation" if at_home else "Voie publique",
                "N°": house,
                "Voie": street,
                "Quartier": quarter.name if quarter else "",
                "X": _comma(point[0]),
                "Y": _comma(point[1]),
                "Origine": chance.choices(("Appel", "Patrouille", "Vidéo"), (6, 3, 1))[0],
                "Observations": _remark(chance),
            }
        )
    for i in chance.sample(range(len(rows)), n // 85):
        rows[i].update({"X": "0", "Y": "0"} if i % 2 else {"X": "", "Y": ""})
    return rows


def transport(chance: random.Random, n=1500, span=(FIRST, DAYS), start=1) -> list[Row]:
    """The transport operator's events, each at a stop; WGS 84 and ISO dates."""
    weights = [9 if name in ("Gare", "Marché") else 1 + chance.random() for name in town.STOPS]
    calendar = Calendar(chance, 330, (12, 12, 12, 12, 13, 9, 5), COMMUTING, span)
    rows = []
    for number, moment in enumerate(sorted(calendar.draw() for _ in range(n)), start):
        stop = chance.choices(list(town.STOPS), weights)[0]
        longitude, latitude = _degrees(town.absolute(town.STOPS[stop]))
        rows.append(
            {
                "id_evt": str(780_000 + 7 * number),
                "date_heure": f"{moment:%Y-%m-%d %H:%M:%S}",
                "type_evt": chance.choices(list(TRANSPORT), list(TRANSPORT.values()))[0],
                "ligne": chance.choice(("T1", "T2", "B7")),
                "arret": stop,
                "lon": f"{longitude:.6f}",
                "lat": f"{latitude:.6f}",
                "nb_faits": chance.choices(("1", "2", "3"), (90, 8, 2))[0],
                "commentaire": _remark(chance),
            }
        )
    return rows


def landlord(chance: random.Random, n=1000, span=(FIRST, DAYS)) -> list[Row]:
    """The social landlord's complaints: a day, and for two in five only a quarter's name."""
    weights = [6 if name == "Les Tilleuls" else 2 for name in town.RESIDENCES]
    calendar = Calendar(chance, 15, (13, 11, 11, 10, 12, 4, 2), EVENING, span)
    rows = []
    for moment in sorted(calendar.draw() for _ in range(n)):
        residence = chance.choices(list(town.RESIDENCES), weights)[0]
        centre = town.absolute(town.RESIDENCES[residence])
        point = tuple(c + chance.choice((-30, -15, 0, 15, 30)) for c in centre)
        quarter = town.quarter_at(centre)
        located = chance.random() < 0.6
        rows.append(
            {
                "Date": f"{moment:%d/%m/%Y}",
                "Motif": chance.choices(list(LANDLORD), list(LANDLORD.values()))[0],
                "Secteur": quarter.name if quarter else "",
                "Résidence": residence if located else "",
                "Parties": "Parties communes",
                "X Lambert": f"{point[0]:.0f}" if located else "",
                "Y Lambert": f"{point[1]:.0f}" if located else "",
                "Nb": "1",
                "Remarque gardien": _remark(chance),
            }
        )
    return rows


def spoil(chance: random.Random, rows: list[Row], changes: dict[str, list[Row]], key: str) -> dict:
    """Overwrite fields of random rows, one row for each change; gives line to code.

    ``line`` is what a spreadsheet shows: the heading is line 1. ``key`` is the column whose value
    a DUP_ID repeats.
    """
    codes = [(code, change) for code, several in changes.items() for change in several]
    # Every fortieth row at most, so that the row which a duplicate repeats is a good one.
    lines = chance.sample([i for i in range(50, len(rows), 40) if located(rows[i])], len(codes))
    for i, (code, change) in zip(lines, codes):
        rows[i].update({key: rows[i - 30][key]} if code == "DUP_ID" else change)
    return {i + 2: code for i, (code, _) in sorted(zip(lines, codes))}


def located(row: Row) -> bool:
    """Whether an import can keep a point: coordinates are there, and the fact is not sensitive."""
    x = next(value for name, value in row.items() if name in ("X", "lon", "X Lambert"))
    return x not in ("", "0") and "Différend familial" not in row.values()


def expected(rows: list[Row], rejects: dict[int, str]) -> dict:
    """What an import of these rows must count."""
    kept = [row for line, row in enumerate(rows, start=2) if line not in rejects]
    return {
        "read": len(rows),
        "inserted": len(kept),
        "unlocated": sum(not located(row) for row in kept),
        "rejects": rejects,
    }


def write(path: Path, rows: list[Row], encoding: str, delimiter: str, end: str) -> None:
    text = io.StringIO()
    table = csv.DictWriter(text, list(rows[0]), delimiter=delimiter, lineterminator=end)
    table.writeheader()
    table.writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


def write_layer(path: Path, features: list[tuple[str, object, Row]]) -> None:
    """GeoJSON in EPSG:2154, one feature a line."""
    lines = [
        json.dumps(
            {
                "type": "Feature",
                "properties": properties,
                "geometry": {"type": kind, "coordinates": coordinates},
            },
            ensure_ascii=False,
        )
        for kind, coordinates, properties in features
    ]
    crs = '{"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}'
    head = f'{{"type": "FeatureCollection", "crs": {crs}, "features": [\n'
    path.write_bytes((head + ",\n".join(lines) + "\n]}\n").encode())


def write_town(folder: Path) -> None:
    """The town's own layers: territories, streets, cameras, stops."""
    quarters = [
        ("Polygon", [town.ring(q.nodes)], _territory(q.code, q.name, [q])) for q in town.QUARTERS
    ]
    groups = []
    for code, name in town.GROUPS.items():
        members = [q for q in town.QUARTERS if q.group == code]
        groups.append(("Polygon", [town.outline(members)], _territory(code, name, members)))
    everything = list(town.QUARTERS)
    commune = ("Polygon", [town.outline(everything)], _territory(*town.COMMUNE, everything))
    write_layer(folder / "commune.geojson", [commune])
    write_layer(folder / "quartiers.geojson", quarters)
    write_layer(folder / "groupes_territoriaux.geojson", groups)
    write_layer(
        folder / "rues.geojson",
        [("LineString", [s.start, s.end], {"nom": s.name}) for s in town.streets()],
    )
    write_layer(
        folder / "cameras.geojson",
        [
            ("Point", town.absolute(p), {"nom": name, "annee": year})
            for name, p, year in town.CAMERAS
        ],
    )
    write_layer(
        folder / "arrets.geojson",
        [("Point", town.absolute(p), {"nom": name}) for name, p in town.STOPS.items()],
    )


def _territory(code: str, name: str, quarters: list[town.Quarter]) -> dict:
    population = sum(q.population for q in quarters)
    dwellings = sum(q.dwellings for q in quarters)
    return {"code": code, "nom": name, "population": population, "logements": dwellings}


def _comma(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")


def _remark(chance: random.Random) -> str:
    """Free text that no import may read; the number is of a range kept for fiction."""
    if chance.random() < 0.9:
        return ""
    return f"rappeler le voisin au 06 39 98 {chance.randrange(100):02d} {chance.randrange(100):02d}"


def _degrees(point: town.Point) -> town.Point:
    """Longitude and latitude of a point in EPSG:2154."""
    lambert, wgs84 = osr.SpatialReference(), osr.SpatialReference()
    lambert.ImportFromEPSG(2154)
    wgs84.ImportFromEPSG(4326)
    for system in (lambert, wgs84):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return osr.CoordinateTransformation(lambert, wgs84).TransformPoint(*point)[:2]


# What is wrong on purpose: by reject code, the fields of one row each.
POLICE_FAULTS = {
    "NULL_ID": [{"N° fiche": ""}],
    "DUP_ID": [{}] * 3,
    "NULL_DATE": [{"Date début": "", "Heure début": ""}] * 3,
    "BAD_DATE": [{"Date début": "31/02/2025"}, {"Heure début": "25:61"}],
    "NULL_CATEGORY": [{"Nature": ""}] * 2,
    "BAD_CATEGORY": [{"Nature": "A classer"}] * 3,
    "BAD_XY": [{"X": "voir plan", "Y": "voir plan"}, {"X": "7,0", "Y": "99999999,0"}],
    "OUT_OF_AREA": [{"X": "712500,0", "Y": "6603100,5"}] * 4,
}
TRANSPORT_FAULTS = {
    "DUP_ID": [{}] * 2,
    "BAD_DATE": [{"date_heure": "2025-13-05 08:10:00"}],
    "BAD_CATEGORY": [{"type_evt": "AUTRE"}] * 4,
    "BAD_XY": [{"lon": "n/a", "lat": "n/a"}],
    "BAD_FIELD": [{"nb_faits": "plusieurs"}] * 2,
}
LANDLORD_FAULTS = {
    "NULL_DATE": [{"Date": ""}] * 2,
    "BAD_DATE": [{"Date": "semaine 12"}],
    "BAD_CATEGORY": [{"Motif": "Divers"}] * 3,
}


# Of the round's two months: records of each partner of the history above, January then February.
ROUND = {"police_municipale": (132, 126), "transports": (92, 152), "bailleur": (58, 52)}
FORMS = {
    "police_municipale": ("cp1252", ";", "\r\n"),
    "transports": ("utf-8-sig", ",", "\n"),
    "bailleur": ("utf-8", ";", "\r\n"),
}


def write_round(folder: Path) -> None:
    """The monthly round's files, a folder a month, and what an import of them must count."""
    chance = random.Random(202601)
    folder.mkdir(exist_ok=True)
    truth: dict = {"missing": dict([monthly_files.MISSING]), "months": {}}
    january: list[Row] = []
    for place, name in enumerate(monthly_files.MONTHS):
        month = monthly_files.Month(chance, name)
        span = month.first, month.days
        n = {partner: counts[place] for partner, counts in ROUND.items()}
        rows = {
            "police_municipale": police(
                chance, n["police_municipale"], span, 1 + place * ROUND["police_municipale"][0]
            ),
            "transports": transport(chance, n["transports"], span, 2001 + 1000 * place),
            "bailleur": landlord(chance, n["bailleur"], span),
        }
        counted = {
            partner: {"read": len(own), "inserted": len(own)} for partner, own in rows.items()
        }
        if not place:
            january = rows["police_municipale"]
        else:
            late = police(
                chance, 2, (monthly_files.Month(chance, monthly_files.MONTHS[0]).first, 28), 901
            )
            own = list(january)
            counted["police_municipale"] = monthly_files.again(
                chance, own, rows["police_municipale"], late
            )
            rows["police_municipale"] = own + rows["police_municipale"]
        forms = dict(FORMS)
        for partner, (made, encoding, delimiter) in monthly_files.PARTNERS.items():
            own = made(month)
            if (partner, name) != monthly_files.MISSING:
                rows[partner] = own
                counted[partner] = {"read": len(own), "inserted": len(own)}
                forms[partner] = (encoding, delimiter, "\n")
        (folder / name).mkdir(exist_ok=True)
        for partner, own in rows.items():
            write(folder / name / f"{partner}.csv", own, *forms[partner])
        truth["months"][name] = counted
    monthly_files.write_ssmsi(folder / "ssmsi.csv")
    monthly_files.write_truth(folder / "truth.json", truth)


def main(folder: Path) -> None:
    chance = random.Random(20240701)
    write_town(folder)
    files = {}
    for name, made, faults, key, form in (
        ("police_municipale.csv", police, POLICE_FAULTS, "N° fiche", ("cp1252", ";", "\r\n")),
        ("transports.csv", transport, TRANSPORT_FAULTS, "id_evt", ("utf-8-sig", ",", "\n")),
        ("bailleur.csv", landlord, LANDLORD_FAULTS, "", ("utf-8", ";", "\r\n")),
    ):
        rows = made(chance)
        files[name] = expected(rows, spoil(chance, rows, faults, key))
        write(folder / name, rows, *form)
    spots = [
        {"name": name, "x": town.absolute(point)[0], "y": town.absolute(point)[1]}
        for name, point in town.HOT_SPOTS.items()
    ]
    truth = {"crs": "EPSG:2154", "spread": SPREAD, "hot_spots": spots, "files": files}
    text = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
    (folder / "truth.json").write_bytes(text.encode())
    write_round(folder / "monthly")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
