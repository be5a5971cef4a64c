"""What is left of a dwelling's address: the street, and nothing that leads to a door."""

import csv
import gzip

import pytest

from oltp_plugin.observatory.minimising import street_only


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("12 rue des Lilas", "rue des Lilas"),
        ("12 bis, rue des Lilas", "rue des Lilas"),
        ("12B rue des Lilas", "rue des Lilas"),
        ("12 E rue des Lilas", "rue des Lilas"),
        ("12-14 rue des Lilas", "rue des Lilas"),
        ("12, 14 rue des Lilas", "rue des Lilas"),
        ("N° 12 rue des Lilas", "rue des Lilas"),
        ("lot 3 rue des Lilas", "rue des Lilas"),
        ("rue Pasteur 12", "rue Pasteur"),
        ("rue Pasteur, n° 12 ter", "rue Pasteur"),
        ("RUE DES LILAS 12 34000 VILLE", "RUE DES LILAS 34000 VILLE"),
        ("rue des Lilas 12 bis, 34000 Ville", "rue des Lilas, 34000 Ville"),
        ("rue des Lilas, 12, Ville", "rue des Lilas, Ville"),
        ("rue des Lilas, 12 - 34000 Ville", "rue des Lilas - 34000 Ville"),
        ("rue des Lilas 12-14", "rue des Lilas"),
        ("rue des Lilas 12/14 34000 Ville", "rue des Lilas 34000 Ville"),
        ("rue des Lilas n°12 Ville", "rue des Lilas Ville"),
        ("rue des Lilas (n° 12 ter)", "rue des Lilas"),
        ("rue des Lilas, numéro 12", "rue des Lilas"),
        ("place du 14 juillet 34000 Ville", "place du 14 juillet 34000 Ville"),
        ("3 rue du 8 Mai 1945, 34000 Ville", "rue du 8 Mai 1945, 34000 Ville"),
        ("rue des Lilas Apt. 4", "rue des Lilas"),
        ("12 rue des Lilas, bât. C, 3ème étage, porte 12", "rue des Lilas"),
        ("chez quelqu'un, 12 rue des Lilas", "rue des Lilas"),
        ("5 place de la Porte Dorée", "place de la Porte Dorée"),
        ("3 rue du 8 Mai 1945", "rue du 8 Mai 1945"),
        ("Résidence des Tilleuls", "Résidence des Tilleuls"),
        ("27 Les Tilleuls", "Les Tilleuls"),
        ("12", None),
        ("", None),
        (None, None),
    ],
)
def test_street_only(written, kept):
    assert street_only(written) == kept


def test_on_every_address_of_a_town(shared_data):
    """36,395 published addresses: the number goes from each, the street stays what it is."""
    path = shared_data / "montpellier/adresses_montpellier_2014.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(rows) == 36_395
    numbered = [row["ADR"] for row in rows if row["ADR"][:1].isdigit()]
    shortened = {
        address.split(",", 1)[-1].strip(): street_only(address)
        for address in numbered
        if street_only(address) != address.split(",", 1)[-1].strip()
    }
    assert len(numbered) > 36_000
    assert shortened == {  # coarser than need be, of some 1,500 streets
        "Avenue du Mondial 98": "Avenue du Mondial",
        "Terrasse des Allées du Bois": "Allées du Bois",
        "Espace Philippe VI de Valois rue de la Loge": "rue de la Loge",
    }
