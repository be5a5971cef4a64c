"""The words of French addresses, folded: kinds of street, abbreviations, articles, titles."""

from __future__ import annotations

_KINDS = {
    "allee": "all alls ale allees", "autoroute": "auto", "avenue": "av ave aven avn",
    "bassin": "bass", "boulevard": "bd bld blvd boul bvd bard", "carrefour": "car carr carf",
    "chaussee": "chs", "chemin": "ch che chem", "cite": "", "clos": "", "cour": "", "cours": "crs",
    "descente": "desc", "domaine": "dom", "enclos": "encl", "espace": "espa",
    "esplanade": "esp espl", "faubourg": "fg fbg faubg", "grand rue": "", "hameau": "ham",
    "impasse": "imp imps", "jardin": "jard jardins", "lotissement": "lot", "mail": "",
    "montee": "mte", "parc": "", "parvis": "prv", "passage": "pas pass pssg psg", "passerelle": "",
    "place": "pl plc", "placette": "plt", "plan": "pln", "pont": "", "promenade": "prom",
    "quai": "qu", "rambla": "", "residence": "res resid", "rond point": "rdpt rpt rdp",
    "route": "rte", "rue": "r rues", "ruelle": "rle", "sente": "", "sentier": "sen sent",
    "square": "sq squa sqr", "terrasse": "tsse terrasses", "traverse": "tra trav", "tunnel": "tun",
    "venelle": "ven", "viaduc": "viad", "villa": "vla", "voie": "voi",
}  # fmt: skip

# A word that says what kind of street it is -> the kind.
TYPES = {word: kind for kind, words in _KINDS.items() for word in (kind, *words.split())}
TYPE_PAIRS = {
    ("rond", "point"): "rond point", ("rd", "pt"): "rond point", ("rd", "point"): "rond point",
    ("grand", "rue"): "grand rue", ("grande", "rue"): "grand rue", ("gde", "rue"): "grand rue",
}  # fmt: skip

# In names. Numbers too, so that “quatre” is 4 and “Henri IV” is Henri 4.
ABBREVIATIONS = {
    "st": "saint", "ste": "sainte", "dr": "docteur", "doct": "docteur",
    "pr": "professeur", "prof": "professeur", "gal": "general", "gen": "general",
    "mal": "marechal", "cdt": "commandant", "cmdt": "commandant",
    "col": "colonel", "cap": "capitaine", "capt": "capitaine", "cne": "capitaine",
    "lt": "lieutenant", "sgt": "sergent", "adjt": "adjudant", "pdt": "president",
    "mgr": "monseigneur", "nd": "notre dame", "fg": "faubourg", "fbg": "faubourg",
    "faubg": "faubourg", "ing": "ingenieur", "univ": "universite",
    "av": "avenue", "bd": "boulevard", "ch": "chemin", "che": "chemin", "imp": "impasse",
    "pl": "place", "sq": "square", "pass": "passage",  # nosec B105 - a street, no password
    "un": "1", "deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "six": "6", "sept": "7",
    "huit": "8", "neuf": "9", "dix": "10", "onze": "11", "premier": "1", "1er": "1",
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11",
    "xii": "12", "xiii": "13", "xiv": "14", "xv": "15", "xvi": "16",
}  # fmt: skip
ARTICLES = frozenset(("d", "de", "du", "des", "l", "le", "la", "les", "a", "au", "aux", "et", "en"))
TITLES = frozenset((
    "docteur", "professeur", "general", "marechal", "commandant", "colonel", "capitaine",
    "lieutenant", "sergent", "adjudant", "president", "monseigneur", "ingenieur", "abbe", "pasteur",
    "amiral", "doyen", "maire", "pere", "frere", "soeur", "mere",
))  # fmt: skip

# Suffixes of house numbers, each to one spelling; and what else the same may be written as.
SUFFIXES = {
    "b": "b", "bis": "bis", "t": "t", "ter": "ter", "q": "q", "qua": "quater", "quat": "quater",
    "quater": "quater", "qte": "quinquies", "quinquies": "quinquies",
    **{letter: letter for letter in "acdefgh"},
}  # fmt: skip
SAME_SUFFIX = {"b": "bis", "bis": "b", "t": "ter", "ter": "t", "q": "quater", "quater": "q"}
NUMBER_SIGNS = frozenset(("n", "no", "nr", "num", "numero"))

# Behind a street: what is inside a building, and what else is no part of the name.
INSIDE = frozenset((
    "bat", "batiment", "appt", "apt", "app", "appartement", "esc", "escalier", "etage", "porte",
    "lgt", "logement", "bp", "cs", "hall",
))  # fmt: skip
AFTER = frozenset((
    "face", "devant", "proche", "niveau", "hauteur", "vers", "direction", "cedex", "france",
))  # fmt: skip
STOP_WORDS = frozenset(("arret", "station", "tram", "tramway", "bus", "gare"))
CORNER_WORDS = frozenset(("angle", "croisement", "intersection", "carrefour", "coin"))
