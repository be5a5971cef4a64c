"""An address text finds its point, or none; never another's."""

import csv
import gzip
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oltp_plugin.intake import geocoding
from oltp_plugin.intake.geocoding_index import Gazetteer
from oltp_plugin.intake.geocoding_similar import Similar, distance
from oltp_plugin.intake.locating import locate
from tests.unit.damaged_addresses import damaged

# The matcher was tuned with seeds 1 and 5; these sets were never looked at.
SEED = 77_001
WEST, SOUTH = 770_000.0, 6_280_000.0


def street(name, numbers, x, y, commune=None, postcode=None, step=10.0):
    """Addresses of a street that runs east, ten metres a number."""
    return [
        (name, number, suffix, None, postcode, commune, x + step * number, y)
        for number, suffix in (
            each if isinstance(each, tuple) else (each, None) for each in numbers
        )
    ]


@pytest.fixture(scope="module")
def town():
    addresses = [
        *street("Rue de la Loge", [1, 2, 4, 6, 10, (12, "bis"), 14], WEST, SOUTH),
        *street("Rue Jacques Cœur", [1, 2, 3], WEST + 150, SOUTH + 20),
        *street("Avenue du Professeur Louis Thomas", [5, 7, 9], WEST, SOUTH + 500),
        *street("Rue Chaptal", [1, 3, 8], WEST, SOUTH + 900),
        *street("Impasse Chaptal", [1, 2], WEST, SOUTH + 1000),
        *street("Boulevard Henri IV", [1, 2], WEST, SOUTH + 1500),
        *street("Place du Huit Mai 1945", [1, 2], WEST, SOUTH + 1800),
        *street("Rue Saint-Guilhem", [(12, "B"), 14], WEST, SOUTH + 2100),
        *street("Impasse Bernard Blier", [1, 2, 3], WEST, SOUTH + 2400),
        *street("Avenue d'Antigone", [1, 2], WEST, SOUTH + 2700),
        *street("Rond-point du Château d'Ô", [1], WEST, SOUTH + 3000),
        ("Cours Gambetta", None, None, None, None, None, WEST + 7, SOUTH + 3300),
        *street("Cours Gambetta", [1, 101], WEST, SOUTH + 3300),
        *street("Rue Far West", [10], WEST, SOUTH + 3600),
        *street("Rue Far West", [10], WEST, SOUTH + 5600),
    ]
    places = [
        ("stop", "Corum", WEST + 5000, SOUTH),
        ("stop", "Corum", WEST + 5030, SOUTH),
        ("stop", "Place Albert", WEST, SOUTH + 5000),
        ("station", "Gare Saint-Roch", WEST + 6000, SOUTH),
        ("school", "Collège Arthur Rimbaud", WEST + 7000, SOUTH),
        ("hall", "Les Pins", WEST, SOUTH),
        ("hall", "Les Pins", WEST + 3000, SOUTH),
        ("camera", "Carrefour Nord", WEST, SOUTH),
    ]
    return Gazetteer(addresses, places, ["Ville-sur-Lez"])


def find(gazetteer, text):
    found = geocoding.geocode(gazetteer, [text])
    return found.x[0] - WEST, found.y[0] - SOUTH, found.precision[0], found.score[0]


LOGE_2 = (20.0, 0.0, "address")


@pytest.mark.parametrize(
    "text",
    [
        "2 rue de la Loge", "2, RUE DE LA LOGE", "2 r. de la loge", "2 rue Loge",
        "N° 2 rue de la Loge", "nº2 rue de la loge", "2-4 rue de la Loge", "2/4 rue de la Loge",
        "2 à 6 rue de la Loge",
        "rue de la Loge 2", "rue de la Loge, 2", "rue de la Loge n°2",
        "2 rue de la Loge, 3ème étage", "2 rue de la Loge bât. C",
        "2 rue de la Loge 34000 Ville sur Lez",
        "2 rue de la loge VILLE-SUR-LEZ", "2 rue de la Loge, 34000 Ville-sur-Lez Cedex 2",
        "Résidence Les Acacias, 2 rue de la Loge", "Résidence Les Acacias 2 rue de la Loge",
        "devant le 2 rue de la Loge", "2 rue de la Lgoe", "2 reu de la Loge", "2 rue dela Loge",
        "2 place de la Loge", "2 imj. de la Loge", "2 Loge", "  2\u00a0rue\tde la  Loge ",
    ],
)  # fmt: skip
def test_ways_to_write_one_address(town, text):
    assert find(town, text)[:3] == LOGE_2
    assert 0.6 < find(town, text)[3] <= 1


@pytest.mark.parametrize(
    ("text", "y", "precision"),
    [
        ("5 av du Pr Louis Thomas", 500, "address"),
        ("5 av. Pr. L. Thomas", 500, "address"),
        ("5 avenue Thomas", 500, "address"),
        ("5 avenue Louis Thomas", 500, "address"),
        ("2 bd Henri 4", 1500, "address"),
        ("2 pl. du 8 mai 1945", 1800, "address"),
        ("place du 8 mai 1945", 1800, "street"),
        ("14 r St Guilhem", 2100, "address"),
        ("3 rue Jacques Coeur", 20, "address"),
        ("1 rd pt du Chateau d'O", 3000, "address"),
        ("8 Chaptal", 900, "address"),
        ("1 impase Chaptal", 1000, "address"),
        ("1 rond point du Ch?teau d'O", 3000, "address"),
        ("5 av. Prof\ufffdsseur Louis Thomas ?", 500, "address"),
    ],
)
def test_abbreviations_titles_initials_numbers_in_names(town, text, y, precision):
    assert find(town, text)[1:3] == (y, precision)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "12", "rue", "34000 Ville-sur-Lez", "Antigone", "domicile",
        "inconnu", "voie publique",
        "1 Chaptal",  # rue and impasse have a 1
        "8 impasse Chaptal",  # a wrong number, or a wrong kind of street?
        "2 bd Henri V", "2 place du 9 mai 1945", "2 place du 8 mai 1954",  # digits are not slips
        "5 rue Thomas",  # another kind and only a part of the name
        "2 rue de la Loge, 34170 Castelnau", "rue de la Loge 34170 Castelnau-le-Lez",
        "2 rue de la Lune", "Les Pins", "Carrefour Nord", "arrêt Place Alberto",
        "=cmd|' /C calc'!A0",
        "12 " * 300, "é" * 3000, "\x00", "9" * 40,
    ],
)  # fmt: skip
def test_none_rather_than_a_wrong_one(town, text):
    x, y, precision, score = find(town, text)
    assert np.isnan([x, y, score]).all()
    assert precision == "none"


def test_suffixes(town):
    assert find(town, "12 bis rue de la Loge") == (120.0, 0.0, "address", 1.0)
    assert find(town, "12bis rue de la Loge")[3] == 1.0
    assert find(town, "12 B rue de la Loge")[2:] == ("address", 0.97)
    assert find(town, "12 bis rue Saint Guilhem")[2:] == ("address", 0.97)
    assert find(town, "12 rue de la Loge")[2:] == ("street", 0.85), "its bis is next door"


def test_a_missing_number_lies_between_its_neighbours_on_the_same_side(town):
    assert find(town, "8 rue de la Loge") == (80.0, 0.0, "street", 0.75)
    x, _, precision, score = find(town, "3 rue de la Loge")
    assert (x, precision, score) == (60.0, "street", 0.5), "no odd number above: the middle"


def test_a_street_without_a_number_is_at_its_median_address(town):
    assert find(town, "rue de la Loge") == (60.0, 0.0, "street", 0.6)
    assert find(town, "900 rue de la Loge")[:3] == (60.0, 0.0, "street")
    assert find(town, "cours Gambetta")[0] == 7.0, "the town's own point for the street"


def test_one_number_at_two_distant_points_is_only_its_street(town):
    assert find(town, "10 rue Far West")[2:] == ("street", 0.5)


def test_places_and_stops(town):
    assert find(town, "arrêt Corum")[2:] == ("stop", 0.95)
    assert find(town, "CORUM")[2] == "stop"
    assert find(town, "gare St-Roch")[2] == "stop"
    assert find(town, "college arthur rimbaud")[2] == "facility"
    assert find(town, "arrêt rue de la Loge")[2] == "none", "a stop is no street"


@pytest.mark.parametrize(
    "text",
    [
        "angle rue de la Loge et rue Jacques Coeur",
        "Angle de la rue de la Loge / rue J. Coeur".replace("J.", "Jacques"),
        "rue de la Loge x rue Jacques Cœur",
        "intersection de la rue de la loge avec la rue jacques coeur",
    ],
)
def test_corners(town, text):
    x, y, precision, score = find(town, text)
    assert (precision, score) == ("street", 0.8)
    assert 100 <= x <= 180
    assert y == 10


def test_a_corner_of_streets_that_do_not_meet_is_none(town):
    assert find(town, "angle rue de la Loge et rue Chaptal")[2] == "none"


def test_streets_of_one_name_in_two_communes():
    both = Gazetteer(
        [
            *street("Rue Pasteur", [1, 2], WEST, SOUTH, "Montpellier", "34000"),
            *street("Rue Pasteur", [1, 2, 3], WEST, SOUTH + 500, "Castelnau-le-Lez", "34170"),
            *street("Rue Foch", [1], WEST, SOUTH + 900, "Montpellier", "34070"),
        ],
        [],
        [],
    )
    assert find(both, "1 rue Pasteur")[2] == "none"
    assert find(both, "3 rue Pasteur")[2] == "none", "only one has a 3, and nothing says which"
    assert find(both, "1 rue Pasteur 34170 Castelnau le Lez")[1:3] == (500.0, "address")
    assert find(both, "1 rue Pasteur, Castelnau-le-Lez")[1:3] == (500.0, "address")
    assert find(both, "1 rue Pasteur 34090 Montpellier")[1:3] == (0.0, "address")
    assert find(both, "1 rue Pasteur 34070")[1:3] == (0.0, "address"), "a postcode of the town"
    assert find(both, "1 rue Foch 75001 Paris")[2] == "none"


def test_equal_texts_are_looked_up_once_and_keep_their_order(town):
    texts = ["2 rue de la Loge", "", "2 bd Henri IV", "2 rue de la Loge"] * 3
    found = geocoding.geocode(town, texts)
    assert found.y.tolist()[0::4] == [SOUTH] * 3
    assert np.isnan(found.x[1::4]).all()
    assert found.y.tolist()[2::4] == [SOUTH + 1500] * 3


def test_an_observatory_of_places_alone_locates_by_places():
    places = Gazetteer([], [("stop", "Corum", WEST, SOUTH)], [])
    assert find(places, "station Corum")[2] == "stop"
    assert find(places, "2 rue de la Loge")[2] == "none"


LETTERS = st.text("abc ", max_size=9)


def reference_distance(one, other):
    """Optimal string alignment by its recurrence."""
    table = np.add.outer(np.arange(len(one) + 1), np.arange(len(other) + 1))
    for i, a in enumerate(one, 1):
        for j, b in enumerate(other, 1):
            costs = [table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (a != b)]
            if i > 1 and j > 1 and (one[i - 2], a) == (b, other[j - 2]):
                costs.append(table[i - 2, j - 2] + 1)
            table[i, j] = min(costs)
    return int(table[-1, -1])


@given(LETTERS, LETTERS, st.integers(0, 9))
def test_the_distance_is_that_of_its_recurrence(one, other, most):
    true = reference_distance(one, other)
    assert distance(one, other, most) == true or min(true, distance(one, other, most)) > most


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_no_text_stops_it(text):
    gazetteer = Gazetteer(street("Rue de la Loge", [1, 2], WEST, SOUTH), [], ["Ville"])
    found = geocoding.geocode(gazetteer, [text, f"1 rue {text}", f"{text} rue de la Loge"])
    assert ((found.precision == "none") == np.isnan(found.x)).all()


def test_candidates_are_those_with_most_trigrams_in_common():
    index = Similar(["jean moulin", "jean jaures", "moulins", "pasteur"])
    assert index.candidates(["moulin", "pasteurr", "xyz"]) == [[2, 0], [3], []]


@pytest.fixture(scope="module")
def montpellier(shared_data):
    """The published addresses of 2014: streets, numbers, suffixes, x, y in EPSG:2154."""
    path = shared_data / "montpellier/adresses_montpellier_2014.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    located = locate(
        [float(row["X"]) for row in rows], [float(row["Y"]) for row in rows], 4326, 2154
    )
    return [
        (
            row["LIB_OFF"],
            int(row["NUM_VOI"]) or None,
            row["SUF_VOI"] or None,
            None,
            None,
            None,
            x,
            y,
        )
        for row, x, y in zip(rows, located.x.tolist(), located.y.tolist())
    ]


def damage(addresses, count, seed, kind, typo):
    """``count`` of the addresses, and a damaged text of each."""
    chance = random.Random(seed)
    chosen = chance.choices(addresses, k=count)
    texts = [
        damaged(street, str(number or ""), suffix or "", chance, kind, typo)
        for street, number, suffix, *_ in chosen
    ]
    return chosen, texts


def outcome(gazetteer, chosen, texts):
    """Shares at the right point (to a metre), and at another one."""
    found = geocoding.geocode(gazetteer, texts)
    x, y = (np.array([row[axis] for row in chosen]) for axis in (6, 7))
    away = np.hypot(found.x - x, found.y - y)
    located = np.isfinite(found.x)
    return (located & (away < 1)).mean(), (located & (away >= 1)).mean()


@pytest.mark.parametrize(
    ("kind", "typo"),
    [(0.0, 0.0), (0.2, 0.4), (0.0, 1.0), (1.0, 0.0)],
    ids=["spelling", "mixed", "a typo each", "a wrong kind of street each"],
)
def test_ten_thousand_damaged_addresses_of_a_real_town(montpellier, kind, typo):
    """At least 95 % at the right address, at most 0.5 % at a wrong one."""
    gazetteer = Gazetteer(montpellier, [], ["Montpellier"])
    right, wrong = outcome(gazetteer, *damage(montpellier, 10_000, SEED, kind, typo))
    assert right >= 0.95
    assert wrong <= 0.005


def test_streets_that_the_table_lacks_are_seldom_taken_for_others(montpellier):
    """A fifth of the streets left out, their addresses asked for: nearly all stay unlocated.

    Most of the others have a namesake of another kind (rue and impasse X) with that number.
    """
    chance = random.Random(SEED)
    names = sorted({row[0] for row in montpellier})
    lacking = set(chance.sample(names, len(names) // 5))
    gazetteer = Gazetteer([row for row in montpellier if row[0] not in lacking], [], [])
    absent = [row for row in montpellier if row[0] in lacking]
    _, texts = damage(absent, 4_000, SEED, 0.1, 0.3)
    assert np.isfinite(geocoding.geocode(gazetteer, texts).x).mean() < 0.02
