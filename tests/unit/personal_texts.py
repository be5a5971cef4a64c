"""Made-up texts of reports with and without personal data, and where it stands in them.

Two halves of every list: one was looked at while the scan was tuned, the other never, so that
figures from it say how the scan does with names and turns of phrase that it was not made for.
"""

from __future__ import annotations

import random
import string
from dataclasses import dataclass

TUNING, HELD_OUT = 0, 1

_FIRST = (
    ("Jean", "Marie", "Mohamed", "Nathalie", "Jean-Pierre", "Fatima", "Loïc", "Inès", "Hervé"),
    ("Yannick", "Chloé", "Abdelkader", "Anne-Sophie", "Zoé", "Ousmane", "Gaëlle", "José", "Éloïse"),
)
_LAST = (
    ("Dupont", "Martin", "Benali", "Le Goff", "N'Diaye", "De La Tour", "Garcia", "Roux", "Ben Ali"),
    (
        "Lefèvre",
        "D'Almeida",
        "Kowalski",
        "Van Den Berg",
        "Çelik",
        "Nguyen",
        "Saint-Martin",
        "Diallo",
        "El Amrani",
        "Petit",
        "Blanc",
        "Charpentier",
        "Ouedraogo",
        "O'Connor",
        "Vasseur",
        "de Rochebrune",
        "Le Bihan",
        "Traoré",
        "Ait Ahmed",
        "M'Barek",
        "Grand",
        "Marchand",
    ),
)
_ROLES = ("Me ", "Pr ", "Pr. ", "Professeur ")
_TITLE = (
    (
        *("M. ", "Mme ", "Mlle ", "Monsieur ", "Madame ", "M ", "Mr ", "Dr ", "Docteur "),
        *("Maître ", "Me ", "Pr ", "Professeur "),
    ),
    (
        "M. ",
        "Mme ",
        "Mlle ",
        "Monsieur ",
        "Madame ",
        "M ",
        "Mr ",
        "Mme. ",
        "Mademoiselle ",
        "M.",
        "Melle ",
        "M. et Mme ",
        "Dr ",
        "Dr. ",
        "Docteur ",
        "Mgr ",
        "Maître ",
        *_ROLES,
    ),
)
_AROUND = (
    (
        "Appel de {} à 22h30",
        "chez {}, 12 rue des Lilas",
        "12 rue des Lilas - {}",
        "{} a vu deux jeunes",
        "vol au préjudice de {}",
        "voisin : {}",
    ),
    (
        "Plainte déposée par {} le lendemain",
        "au domicile de {}, bât. C",
        "rappeler {} avant 18h",
        "3 impasse du Four ({})",
        "{}",
        "signalé par {} sur place",
        "d'après {}, tapage habituel",
        "5 place Carnot {} 2e étage",
        "contact {}; sans suite",
        "identifié comme {} par la patrouille",
        "locataire : {} – appt 4",
        "{} absent au passage",
        "RDV pris avec {} le 12/03",
        "la mère de l'élève, {}, se plaint",
        "vu avec {} et le gardien",
    ),
)
_HARMLESS = (
    (
        "Tapage au 12 rue du 8 Mai 1945",
        "Rue du Docteur Roux",
        "Avenue de Monsieur Teste",
        "vitesse de 100 km/h relevée",
        "incident du 01/02/2026 12:30",
        "RD 986 PR 12",
        "118 RUE 11 NOVEMBRE",
        "34000 Montpellier",
        "à 50 m du tram",
        "Mme la directrice du collège",
        "12 ter rue Foch",
        "bus 06 et 15",
        "dossier 2026/00123",
        "rue M. Foucault",
        "12 BIS 34070 MONTPELLIER",
        "ON ME SIGNALE UN VOL",
        "Me voici sur place",
        "le voisin me menace",
        "Rue du Professeur Vallois",
        "place Maître Pathelin",
        "maître nageur agressé",
        "professeur d'EPS agressé",
        "parking PR Mosson".upper(),
    ),
    (
        "Dégradation d'abribus place du 11 Novembre 1918",
        "rue Monsieur Vincent",
        "RN 113 sens Nîmes",
        "préjudice de 1 250 € environ",
        "entre 22 h 30 et 23 h 15",
        "ligne 4, rame 2045",
        "BP 1234",
        "monsieur le maire informé",
        "Madame le commissaire avisée",
        "impasse Mme de Sévigné",
        "du 14/07/2025 au 16/07/2025",
        "NATINF 7875",
        "zone de 200 m autour",
        "34080 MONTPELLIER CEDEX 4",
        "parking niveau -2 place 118",
        "BAT M ESC 2",
        "A9 PK 98.500",
        "200 ML RUE FOCH",
        "à 120 m de la gare",
        "rue J.-M. Charcot",
        "place du 19/03/1962",
        "300 g de résine",
        "3 véhicules, 2 scooters",
        "X 771234,5 Y 6279876,2",
        "réf. C59.04",
        "arrêt Place de l'Europe ligne 1",
        "7 allée Jean M. Keynes",
        "15 RUE DES ALL 34 APPT 12",
        "5 PL 14 JUILLET",
        "12/03/2026 vers 14h05",
        "le 5 mars 1985 n'est pas donné",
        "5 rue Madame de La Fayette",
        "le 01.02.2026 0930",
        "M6 direction nord",
        "SIRET 213 401 722 00017",
        "1er étage, porte M",
        "équipe VTT 3",
        "école Mme Curie",
        "50 MM DE PLUIE",
        "tarif 12,50 x 34",
        "118 avenue du Docteur Pezet",
        "place du Dr Lorin",
        "arrêt Docteur Bonnet",
        "7 rue Mgr Affre",
        "angle rue Foch et Dr Lacroix",
        "le docteur du SAMU sur place",
        "2e étage dr face ascenseur",
        "LA VICTIME ME DÉCLARE UN VOL",
        "Me tenir au courant",
        "commence par me suivre",
        "de quoi me plaindre",
        "avenue du Professeur Grasset",
        "8 allée du Pr Flahault",
        "place Maître Albert Jean",
        "le professeur de sport bousculé",
        "PROFESSEUR INSULTÉ EN CLASSE",
        "Maître de chien mordu",
        "chien sans maître",
        "le maître des lieux absent",
        "PR SABINES COMPLET",
        "RN 109 PR 4+300",
    ),
)


@dataclass(frozen=True)
class Text:
    """A text, and the personal data in it: kind and the piece itself; empty for a harmless one."""

    text: str
    kind: str = ""
    piece: str = ""


def texts(seed: int, half: int, n: int) -> list[Text]:
    """``n`` texts with one piece each, the kinds in turn, then as many harmless ones."""
    rng = random.Random(seed)
    kinds = sorted(_PIECES)
    made = [_with_piece(rng, half, kinds[i % len(kinds)]) for i in range(n)]
    return made + [Text(rng.choice((str, str.upper, str))(_harmless(rng, half))) for _ in range(n)]


def _with_piece(rng: random.Random, half: int, kind: str) -> Text:
    before, piece, after = _PIECES[kind](rng, half)
    frame = rng.choice(_AROUND[half])
    style = rng.choice((str, str, str, str.upper, str.lower))
    if kind == "name" and style(piece).startswith(("m ", "maître ")):
        style = str  # a small m alone is no title
    if kind == "name" and style(piece) != piece and piece.startswith(_ROLES):
        style = str  # in capitals and small letters these are seldom told from other words
    return Text(style(frame.format(before + piece + after)), kind, style(piece))


def _harmless(rng: random.Random, half: int) -> str:
    text = rng.choice(_HARMLESS[half])
    return text if rng.random() < 0.5 else f"{text}, {rng.choice(_HARMLESS[half])}"


def _name(rng: random.Random, half: int) -> tuple[str, str, str]:
    first = rng.choice((rng.choice(_FIRST[half]) + " ", rng.choice(_FIRST[half])[0] + ". ", "", ""))
    last = rng.choice(_LAST[half])
    return "", rng.choice(_TITLE[half]) + first + rng.choice((last, last, last.upper())), ""


def _telephone(rng: random.Random, half: int) -> tuple[str, str, str]:
    start = rng.choice(("6", "6", "7", "4", "4", "9", "1"))
    pairs = ["".join(rng.choices(string.digits, k=2)) for _ in range(4)]
    gap = rng.choice((" ", " ", ".", "-", "", "\u00a0", *(("/", " . ", "  ") if half else ())))
    prefix = rng.choice(
        ("0", "0", "0", "0", "+33 ", "+33", "0033 ", *(("+33(0)", "+33 (0)") if half else ()))
    )
    number = prefix + gap.join([start + pairs[0], *pairs[1:]])
    if rng.random() < 0.1:
        digits = start + "".join(pairs)
        number = rng.choice(
            (
                f"0{digits[:3]} {digits[3:6]} {digits[6:]}",
                f"0{digits[0]} {digits[1:5]} {digits[5:]}",
            )
        )
    return rng.choice(("tél ", "tel: ", "", "", "portable ", "au ")), number, ""


def _email(rng: random.Random, half: int) -> tuple[str, str, str]:
    first, last = (_ascii(rng.choice(names[half])) for names in (_FIRST, _LAST))
    local = rng.choice(
        (f"{first}.{last}", f"{first[0]}{last}", f"{last}_{first}", f"{first}{rng.randint(1, 99)}")
    )
    domain = (
        ("orange.fr", "gmail.com"),
        ("wanadoo.fr", "laposte.net", "ac-ville.fr", "mail.co.uk"),
    )[half]
    return "", f"{local}@{rng.choice(domain)}".lower(), ""


def _ascii(text: str) -> str:
    import unicodedata

    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if letter.isascii() and letter.isalpha())


def _plate(rng: random.Random, half: int) -> tuple[str, str, str]:
    letters = "ABCDEFGHJKLMNPQRSTVWXYZ"
    if rng.random() < 0.7:
        gap = rng.choice(("-", "-", "-", " ", ""))
        groups = (
            "".join(rng.choices(letters, k=2)),
            f"{rng.randint(1, 999):03}",
            "".join(rng.choices(letters, k=2)),
        )
    else:
        gap = rng.choice((" ", " ", "", "-" if half else " "))
        groups = (
            str(rng.randint(10, 9999)),
            "".join(rng.choices(letters, k=rng.randint(2, 3))),
            f"{rng.randint(1, 95):02}",
        )
    return rng.choice(("véhicule ", "immatriculé ", "", "", "Clio ")), gap.join(groups), ""


def _nir(rng: random.Random, half: int) -> tuple[str, str, str]:
    groups = [
        rng.choice("12"),
        f"{rng.randint(0, 99):02}",
        f"{rng.randint(1, 12):02}",
        f"{rng.randint(1, 95):02}",
        f"{rng.randint(1, 900):03}",
        f"{rng.randint(1, 999):03}",
    ]
    if rng.random() < 0.7:
        groups.append(f"{97 - int(''.join(groups)) % 97:02}")
    return (
        rng.choice(("NIR ", "n° sécu ", "")),
        rng.choice((" ", " ", "", "." if half else "")).join(groups),
        "",
    )


def _birth_date(rng: random.Random, half: int) -> tuple[str, str, str]:
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(1935, 2012)
    names = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    written = [
        f"{day:02}/{month:02}/{year}",
        f"{day} {names.split()[month - 1]} {year}",
        f"{day:02}-{month:02}-{year}",
    ]
    if half:
        written += [
            f"{day:02}.{month:02}.{year}",
            f"{year}-{month:02}-{day:02}",
            f"{day:02}/{month:02}/{year % 100:02}",
        ]
    lead = [
        "né le ",
        "née le ",
        "DDN ",
        *(("date de naissance : ", "né(e) le ", "naissance ") if half else ()),
    ]
    if year < 2010 and rng.random() < 0.15:
        return "", f"{day:02}/{month:02}/{year}", ""
    return rng.choice(lead), rng.choice(written), rng.choice(("", "", " à Sète"))


_PIECES = {
    "name": _name,
    "telephone": _telephone,
    "email": _email,
    "plate": _plate,
    "nir": _nir,
    "birth_date": _birth_date,
}
