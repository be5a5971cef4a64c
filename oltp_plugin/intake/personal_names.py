"""Titles followed by a name in French text; streets and offices that a title names are no person.

There is no list of names: a name is what follows a title (M., Mme, Monsieur, Dr…) and looks like
one. A name without a title is not recognised.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_LETTER = r"[^\W\d_]"

# A lone M is metres, a building or an initial as often as a title: it needs more care.
_ONE_TITLE = (
    r"(?:(?i:monsieur|messieurs|madame|mesdames|mademoiselle|mesdemoiselles"
    r"|mmes?|mlles?|melles?|mrs?)(?!\w)\.?"
    r"|MM\.|(?P<dotted>[Mm]\.)|(?P<bare>MM?)(?=[ ])"
    # Those that streets are full of; "me" is a pronoun, "pr" stands for "pour", and "professeur"
    # seldom has a name behind it.
    r"|(?P<street>(?i:docteurs?|monseigneur|drs?|mgr)(?!\w)\.?"
    r"|(?P<role>(?i:ma[îi]tres?|professeurs?)(?!\w)|(?:M[eE]|P[rR]s?)(?!\w)\.?)))"
)
_ANOTHER_TITLE = re.sub("[?]P<[a-z]+>", "?:", _ONE_TITLE)
_TITLE = re.compile(
    rf"(?<![\w.'’-])(?<!\b[A-Z]\. ){_ONE_TITLE}"
    rf"(?P<pair>[ ]*(?:/|&|,|\b(?i:et|ou)\b)[ ]*{_ANOTHER_TITLE}(?!\w\.))?"
)
_WORD = rf"(?:{_LETTER}\.(?:[ -]?{_LETTER}\.)*|{_LETTER}+(?:['’-]{_LETTER}+)*\.?)"
_PARTICLE = r"(?i:de la|de|du|des|le|la|el|al|ben|bin|ould|van|von|der|den|di|da|dos)"
_TOKEN = re.compile(
    rf"[ ]{{0,2}}(?:{_PARTICLE}[ ]{{1,2}}|(?i:d|l)['’][ ]?){{0,4}}(?P<word>{_WORD})"
)
_AND_ANOTHER = re.compile(r"[ ]*(?:,|&|\b(?i:et)\b)[ ]+")

# Ways that are named after people; "place de" and "cours de" are as often no way at all.
_WAY = (
    r"rue|r|avenue|ave?|boulevard|boul|bld|bd|all[ée]es?|chemin|chem|impasse|imp|quai|square|squa?"
    r"|esplanade|promenade|mont[ée]e|ruelle|sentier|faubourg|fbg|rond[- ]point|traverse|vigne"
)
_NAMED_AFTER = (
    rf"{_WAY}|place|pl|route|rte|passage|all|ch|venelle|parvis|mail|pont|cit[ée]|r[ée]sidence|r[ée]s"
    r"|lotissement|hameau|[ée]coles?|coll[èe]ge|lyc[ée]e|cr[èe]che|maternelle|[ée]l[ée]mentaire"
    r"|groupe scolaire|gymnase|stade|parc|jardin|h[ôo]pital|clinique|arr[êe]t|station|ch[âa]teau"
)
_AFTER_STREET = re.compile(
    rf"(?<!\w)(?:(?:{_NAMED_AFTER})\.?|(?:{_WAY})\.?[ ]+(?:de la|de|du|des|à))[ ]+$",
    re.IGNORECASE,
)
# Before Dr and Mgr also: a house number that leads, the other street of a corner, a floor; and in
# American addresses, where DR is a drive.
_IN_ADDRESS = re.compile(
    rf"(?<!\w)(?:{_NAMED_AFTER})\.?[ ]+(?:de la|de|du|des|à)[ ]+$"
    r"|^\W*\d{1,5}[ ]?(?:bis|ter|quater|[a-d])?[ ,]+(?:(?:de la|de|du|des)[ ]+)?$"
    rf"|(?<!\w)(?:{_WAY})\.?[ ][^;:(),]{{1,30}}(?:/|&|\bet)[ ]*(?:(?:de la|de|du|des)[ ]+)?$"
    r"|^[\dX]{1,6}[ ][NSEW][ ]"
    r"|(?:\d(?:e|[èe]me|er)|\d[ ]?et|(?<!\w)(?:[ée]tage|[ée]tg|ét|face|porte))[ ]+$"
    r"|(?<!\w)(?:carrefour|pavillon|amphi(?:th[ée][âa]tre)?|clos|b[âa]t(?:iment)?)\.?[ ]+$",
    re.IGNORECASE,
)
# *Le docteur arrive*, *docteur du SAMU*: he is one without a name too.
_ARTICLE = re.compile(r"(?<!\w)(?:les?|un|du|au|ce|son|leur|sans)[ ]+$", re.IGNORECASE)
_OF_THE = re.compile(r"[ ]+d(?:u|es)[ ]", re.IGNORECASE)
# Where all is written in capitals: what no "ON ME SIGNALE", "PR" (park and ride, milestone) and
# "PROFESSEUR AGRESSE" follows.
_BEFORE_ROLE = re.compile(
    r"(?<!\w)(?:chez|avec|selon|apr[èe]s|contact(?:er)?|rappeler|joindre|avocate?|notaire|huissier"
    r"|cabinet|[ée]tude|(?:domicile|cabinet|[ée]tude|pr[ée]judice)[ ]de)[ ]+$"
    r"|(?:^|[^\w ][ ]?|(?<!\w)(?!fini|commen)\w+[ ])par[ ]+$",
    re.IGNORECASE,
)
# "MONSIEUR TESTE (AV)", as street directories sort; the closing bracket is often cut off.
_BEFORE_STREET = re.compile(
    rf"[ ]*\([ ]?(?:{_NAMED_AFTER})\.?[ ]?(?:de la|de|du|des|d['’])?[ ]?(?:\)|$)", re.IGNORECASE
)
_AFTER_BUILDING = re.compile(
    r"(?:\d|(?<!\w)(?:b[âa]t(?:iment)?|bt|hall|esc(?:alier)?|entr[ée]e|porte|bloc|tour|zone|secteur"
    r"|quai|niveau|ligne|app?t|cage|box|[îi]lot|cat[ée]gorie|type|classe|section|taille)\.?)[ ]*$",
    re.IGNORECASE,
)

# What may follow a title and is no name: function words, verbs of reports, offices, streets.
_NO_NAME = frozenset(
    """
    a adjoint adjointe age agee agees agent agente agents ages ai all allee allees ambassadeur
    ambassadrice angle appartement appele appelle appt apt as assistante au aux av avait ave
    avec avenue avise avocat ayant bat batiment bd bis bld boul boulevard bp bricolage brigadier
    bt c capitaine carre carres ce cedex centre ces cet cette ch che chef chem chemin chez chien
    chiens cite clos colonel commandant commissaire conferences conseiller conseillere
    conseillers constate contre cour courriel cours cs cube d dans de declarant declare delegue
    deleguee demande demeurant denonce depose depuis depute deputee des devant directeur
    directrice dit documentaliste domaine domicilie domiciliee du elle elles elus email employe
    employee en enclos entre envers eps esc escalier espl esplanade est et etage etaient etait
    etant ete etre eu explique fait faubourg fbg gardien gardienne general gerant gerante
    habitant habite hall hameau hotel il ils imm immatricule immatriculee immeuble imp impasse
    inconnu inconnue inconnus indique informe inspecteur inspectrice je juge l la le les leur
    leurs lieutenant locataire lors lot lotissement lui mail maire mais maitre major mas maths
    menace ministre montee moto nageur nageurs nageuse ne nee ni nir nomme nord nous oeuvre on
    ont ou ouest ouvrage par parking parvis pas passage pendant personne peu pl place plan plus
    policiers pont porte pour precise prefet prefete president presidente principal principale
    procureur procureure professeur promenade proprietaire proviseur proviseure puis qu quai
    quand quater que qui r rapporte recteur rectrice refuse requiert res residant residence
    resident responsable rond route rte rue ruelle s sa sans scooter se secretaire sentier sera
    sergent ses sest si signalant signale soit son sont souhaite sous sq square stagiaire subit
    sud suite sur surprend svt tel telephone ter tous tout toute traverse tres un une vehicule
    venelle vers veut victime vient villa ville vis voie voir voisin voisine voit voiture vol
    vole volee vous y zone œuvre
    """.split()  # noqa: SIM905 - a page of words reads better as a page
)


def names(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each title with its name in ``text``."""
    for title in _TITLE.finditer(text):
        before = text[max(0, title.start() - 40) : title.start()]
        if _AFTER_STREET.search(before):
            continue
        bare = title["pair"] is None and title["bare"] is not None
        if (bare or title["dotted"]) and _AFTER_BUILDING.search(before):
            continue
        role = title["role"] is not None
        noun = title["street"] is not None and _ARTICLE.search(before) is not None
        if title["street"] and (_IN_ADDRESS.search(before) or _OF_THE.match(text, title.end())):
            continue
        end = _name_end(text, title.end(), bare or noun or role)
        if role and text[title.start() : end].isupper():
            master = title["role"][1] in "Aa"
            if noun if master else _BEFORE_ROLE.search(before) is None:
                continue
        if end and not _BEFORE_STREET.match(text, end):
            other = _AND_ANOTHER.match(text, end)
            second = _name_end(text, other.end(), True) if other and _plural(title[0]) else 0
            yield title.start(), second or end


def _plural(title: str) -> bool:
    return title.rstrip(".").lower() in (
        "mm", "messieurs", "mesdames", "mmes", "mlles", "docteurs", "drs", "maîtres", "maitres",
        "professeurs", "prs",
    )  # fmt: skip


def _name_end(text: str, start: int, capital: bool) -> int:
    """Where the name that begins at ``start`` ends; 0 where none does.

    Up to four words that begin with a capital; up to two where all is written in capitals or in
    small letters, as then nothing shows where the name ends. ``capital``: small letters are none.
    """
    end = taken = 0
    most = 4
    position = start
    small = False
    while taken < most:
        token = _TOKEN.match(text, position)
        if token is None:
            break
        word = token["word"]
        initial = len(word) == 2 and word.endswith(".")
        if not initial and plain(word) in _NO_NAME:
            break
        lower = word[0].islower()
        if taken == 0:
            small = lower
            if lower and capital:
                break
        elif lower != small:
            break
        if lower or (len(word) > 1 and word.isupper() and text[start:].isupper()):
            most = 2
        taken += 1
        # A full stop ends the name, unless it stands behind an initial.
        closing = word.endswith(".") and len(word.rstrip(".").rpartition(".")[2]) > 1
        end = position = token.end() - closing
        if closing:
            break
    return end


def plain(word: str) -> str:
    """A word in small letters, without accents and full stop."""
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter)).rstrip(".")
