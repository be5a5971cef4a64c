"""What a column's name says of it: words that French and English exports use."""

from __future__ import annotations

import re
from functools import lru_cache

from .mapping import folded

# Role -> (pattern of the whole folded name, weight). The first that matches counts.
_ROLES: dict[str, tuple[tuple[str, float], ...]] = {
    "partner_ref": (
        (r"(n|no|num|numero|ref|reference|id|identifiant|code|uid|crime|case|incident|report|event)"
         r" ?(de |du |d )?(la |l )?(fiche|pv|proc|procedure|dossier|affaire|evt|evenement|event|"
         r"fait|faits|acc|"
         r"accident|main courante|mc|mci|intervention|signalement|demande|rapport|plainte|sinistre|"
         r"reclamation|ticket|saisine|number|no|nr|num|id|report|case|incident|crime)", 1.0),
        (r"(evt|evenement|event|fait|fiche|pv|proc|procedure|dossier|affaire|acc|accident|mc|mci|"
         r"intervention|"
         r"signalement|demande|rapport|sinistre|incident|case|crime|report|record|ticket|ir|dr|inc)"
         r" (n|no|num|numero|number|nr|id|ref|key)", 1.0),
        (r"(numero|uid|uuid|reference|ref|id|identifiant|identifiant unique|unique id|objectid|"
         r"fid|key|n)", 0.8),
        (r"id .*|.* id|(ref|reference|num|numero|n|no) .*|.* (ref|reference|num|numero|number|"
         r"no)|pv", 0.6),
    ),
    "category": (
        (r"(code )?index( 4001| etat 4001)?|(code |etat )4001|index code", 1.1),
        (r"(nature|type|categorie|category|libelle|motif|qualification|classification|intitule)"
         r"( (de |du |des |d |de la |de l |of )?(l |la )?(faits?|infractions?|evenements?|evts?|"
         r"incidents?|"
         r"crimes?|offen[cs]es?|delits?|troubles?|signalements?|anomalies?|interventions?|"
         r"appels?|demandes?|"
         r"reclamations?|plaintes?|event|call))?", 1.0),
        (r"(crime|offen[cs]e|incident|event|primary|call|evt|evenement|infraction|fait|anomalie|"
         r"intervention)s? "
         r"(type|category|categorie|description|nature|code|libelle|class|name)", 1.0),
        (r"infractions?|evenements?|evts?|faits?|offen[cs]es?|crimes?|incidents?|delits?|natinf|"
         r"qualification .*|nature .*|motif .*|anomalies?|objet", 0.8),
        (r"sous theme|(type|categorie|category|libelle|theme|description|sous type|soustype|"
         r"code) .*|"
         r".* (type|categorie|category|libelle|desc|description)|soustype|theme|desc|"
         r"description", 0.5),
    ),
    "x": (
        (r"x|lon|long|lng|longitude|easting|est|coord x|coordx|x coord|xcoord|x coordinate|"
         r"coordonnee x|"
         r"coordonnees x|point x|pos x|geo x|gps x|coord lon|gps lon|geo lon|lon wgs84|"
         r"longitude wgs84|"
         r"x (l93|lambert|lambert93|lambert 93|wgs84|rgf93|cc4\d|utm|2154)|(l93|lambert|"
         r"lambert93|lambert 93) x|"
         r"(x|coord x|coordonnee x|longitude|lon|long) .*|.* (longitude|lon|lng|x)|coordonneex|"
         r"xl93|xlambert", 1.0),
    ),
    "y": (
        (r"y|lat|latitude|northing|nord|coord y|coordy|y coord|ycoord|y coordinate|coordonnee y|"
         r"coordonnees y|point y|pos y|geo y|gps y|coord lat|gps lat|geo lat|lat wgs84|"
         r"latitude wgs84|"
         r"y (l93|lambert|lambert93|lambert 93|wgs84|rgf93|cc4\d|utm|2154)|(l93|lambert|"
         r"lambert93|lambert 93) y|"
         r"(y|coord y|coordonnee y|latitude|lat) .*|.* (latitude|lat|y)|coordonneey|yl93|"
         r"ylambert", 1.0),
    ),
    "xy": (
        (r"geo ?point( 2d)?|coordinates?|coordonnees( gps| geographiques)?|gps|lat ?lon|latlng|"
         r"latitude longitude|geolocalisation|geoloc|position|point|location( 1)?", 0.8),
    ),
    "number": (
        (r"(n|no|num|numero|number)( (de |dans la |de la )?(voie|rue|adresse|street))?|"
         r"house number|"
         r"street (number|no)|numvoie|num voie|nvoie", 0.9),
    ),
    "suffix": ((r"(suffixe|bis ter|btq|rep|indice|suf)( .*)?", 0.7),),
    "street_type": ((r"(type|typ|nature)( de)? ?(voie|rue|street)|typvoie|typevoie|street (type|"
                     r"suffix)", 1.0),),
    "address": (
        (r"adr|adresse|address|adresse .*|.* adresse|.* address|address .*|adr .*", 1.0),
        (r"voie|rue|nom( de)?( la)? ?(voie|rue)|libelle( de)?( la)? ?(voie|rue)|street|"
         r"street name|nomvoie|"
         r"block|hundred block|.* block( .*)?|block .*", 0.95),
        (r"lieu|lieux|lieu( de| du| des| d)? ?(l |la )?(faits?|infraction|evenement|intervention|"
         r"incident)|"
         r"localisation|location( .*)?|place|intersection|emplacement|endroit|site", 0.8),
        (r"(nom( de l| du)? )?(arret|station|gare|stop|residence|batiment|programme|"
         r"groupe immobilier|etablissement|"
         r"equipement|parking)( name)?", 0.75),
    ),
    "territory": (
        (r"(nom |libelle |lib |code )?(du |de la |de )?(quartiers?|secteurs?|iris|communes?|"
         r"arrondissements?|"
         r"sous quartiers?|circonscriptions?|neighbou?rhoods?|precincts?|districts?|beats?|"
         r"wards?|zones?|ilots?|"
         r"territoires?|insee|canton|community area|lsoa|msoa|patrol zone|zsp|qpv)"
         r"( (name|nom|libelle|code|des faits|du fait|insee|du lieu))?", 1.0),
        (r"(conseil ?quartier|conseil de quartier|libquart|libsquart|code insee|insee com|depcom|"
         r"com insee|"
         r"ville|city|town|municipality|area|area name|borough|boro|com)", 0.8),
        (r".* (quartier|secteur|neighbou?rhood|district|precinct|borough|commune|"
         r"insee)( .*)?", 0.7),
    ),
    "severity": ((r"gravite( .*)?|niveau( de)? gravite( .*)?|severity( .*)?|niveau|degre( .*)?|"
                  r"criticite|.* gravite|importance|priorite|priority", 1.0),),
    "count": (
        (r"(nb|nbre|nombre|nbr|count)( (de |d |of )?(faits?|evenements?|incidents?|infractions?|"
         r"signalements?|actes?|crimes?|offences?|plaintes?|total|cas|units?|events?))?|count|"
         r"effectif|total|quantite|"
         r"n faits|nbfaits|nb evt|nb evts", 1.0),
    ),
    "place_kind": (
        (r"(type|nature|categorie|kind)( de| du| of)? ?(lieux?|place|site|endroit|location|"
         r"locaux?|premises?|local)|"
         r"(location|place|premises?) (type|description|kind|category|desc)|typelieu|lieu (type|"
         r"nature|categorie)|parties", 1.0),
        (r"lieux?( (des |du )?faits?)?|place|premises?|local|locaux", 0.6),
    ),
    "known_by": (
        (r"origine( .*)?|(mode|moyen)( de| d)? ?(decouverte|connaissance|signalement|saisine|"
         r"alerte|detection|appel)|"
         r"connu par|signale par|known by|source( .*)?|canal( .*)?|provenance|declenchement|"
         r"vecteur|reported via|"
         r"received via|call source|how reported", 1.0),
        (r"requerant|appelant|saisine", 0.6),
    ),
}  # fmt: skip

# A person's column, a text about persons, or the partner's own business: never proposed.
_PLACE_NAME = (
    r"(?: (?:de |du |de la |de l |d )?(?:rue|voie|commune|quartier|ville|station|arret|gare|"
    r"residence|etablissement|secteur|lieu|site|iris))"
)
_NEVER = re.compile(
    rf"(.* )?(nom(?!{_PLACE_NAME})|noms|prenoms?|agents?|operateur|operatrice|redacteur|auteurs?|"
    r"victimes?|victims?|suspects?|temoins?|plaignant|locataire|gardien|naissance|age|sexe|sex|"
    r"gender|"
    r"race|ethnicity|officer|officers|occupant|owner|telephone|tel|mail|email|courriel|"
    r"immatriculation|plaque|"
    r"nir|observations?|remarques?|commentaires?|comments?|narrative|notes?|suivi|suites?|outcome|"
    r"resultat|statut|status|etat(?! 4001)|disposition|resolution|individus?|mis en cause|mec|"
    r"blesses?|tues?|personnes?|persons?|cout|montant|duree)( .*)?"
)
_START = r"debut|start|from|du|commence|begin|first|min|de"
_END = r"fin|end|to|au|jusqu|jusque|until|last|max|stop"
_REPORTED = (
    r"saisi|saisie|enregistr\w*|enregistrement|signal\w*|declar\w*|decla|decl|datedecl|depot|"
    r"depose\w*|plainte|"
    r"report|reported|redaction|redige\w*|creation|cree\w*|created|reception|recu\w*|recv|rec|"
    r"appel|dispatch|ouverture|opened|"
    r"transmis|transmission|rapport|rpt|rptd|pv|proces verbal"
)
_OTHER = (
    r"maj|modif\w*|modification|update\w*|updated|mise|cloture|clos|closed|close|resol\w*|"
    r"naissance|birth|dob|"
    r"validation|export|extraction|import|edition|audience|jugement|envoi|planifi\w*|prevu\w*|"
    r"dcm|expir\w*|due|arrest"
)
_HAPPENED = (
    r"fait|faits|occ|occurred|occur|occurrence|commis|commission|incident|evt|evenement|"
    r"constat\w*|survenu\w*|event|crime"
)


@lru_cache(maxsize=4096)
def plain(column: str) -> str:
    """A header's words: ``DateFait``, ``date_fait`` and ``Date  fait,C,10`` are ``date fait``."""
    name = re.sub(r",[CND](,\d+){1,2}$", "", column)
    name = re.sub(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])", " ", name)
    name = name.replace("°", " ").replace("º", " ")
    return folded(name)


@lru_cache(maxsize=4096)
def score(column: str, role: str) -> float:
    """How well a column's name fits a role, 0 to 1.1."""
    name = plain(column)
    for pattern, weight in _ROLES[role]:
        if re.fullmatch(pattern, name):
            return weight
    return 0.0


@lru_cache(maxsize=4096)
def never(column: str) -> bool:
    """Whether the name says persons, free text or what the partner did about it."""
    return re.fullmatch(_NEVER, plain(column)) is not None


@lru_cache(maxsize=4096)
def moment(column: str) -> str:
    """Which time a column of days or hours gives: start, end, reported, other or plain."""
    name = plain(column)

    def says(words: str) -> bool:
        return re.search(rf"\b(?:{words})\b", name) is not None

    if says(_OTHER):
        return "other"
    if says(_END):
        return "end"
    if says(_REPORTED):
        return "reported"
    if says(_START) or says(_HAPPENED):
        return "start"
    return "plain"


_PARTS = {
    "%Y": r"an|annee|year|yyyy|aaaa",
    "%m": r"mois|month|mm",
    "%d": r"jour|day|dd|jj",
    "%H": r"heure|heures|hour|hours|hh|h",
    "%M": r"minute|minutes|min|mn",
    "%H%M": r"hrmn|heure|hhmm|hour|time|h",
}


def part_of_date(column: str, code: str) -> bool:
    """Whether the name says that the column holds just the year, the month, the minute…"""
    name = plain(column)
    return re.fullmatch(rf"(?:{_PARTS[code]})(?: (?:de |du |des |d )?\w+)?", name) is not None


def dated(column: str) -> bool:
    """Whether the name says a day."""
    return re.search(r"\b(?:date\w*|dt|jour|day|horodatage|timestamp)\b", plain(column)) is not None


def houred(column: str) -> bool:
    """Whether the name says an hour."""
    return (
        re.search(r"\b(?:heure|heures|hour|time|hrmn|hhmm|h|hr|hrs)\b", plain(column)) is not None
    )
