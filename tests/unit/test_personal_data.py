"""What the scan finds, what it leaves alone, and how often it is right."""

import csv
import gzip
import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oltp_plugin.intake import personal_data
from oltp_plugin.intake.personal_data import KINDS, MARK, Finding, mask_column, masked, scan
from tests.unit.personal_texts import HELD_OUT, Text, texts

# Not the seed that the scan was tuned with (1, and the other half of the lists).
SEED = 271126

# What docs/personal_data.md states; a change that makes one worse is seen here.
RECALL = {
    "email": 1.0,
    "nir": 1.0,
    "birth_date": 1.0,
    "telephone": 1.0,
    "name": 0.985,
    "plate": 0.95,
}
FALSE_ALARMS = 0.035


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("06 12 34 56 78", "telephone"),
        ("06.12.34.56.78", "telephone"),
        ("0467123456", "telephone"),
        ("+33 (0)6 12 34 56 78", "telephone"),
        ("0033612345678", "telephone"),
        ("06\u202f12\u202f34\u202f56\u202f78", "telephone"),
        ("jean_dupont@exemple.fr", "email"),
        ("AB-123-CD", "plate"),
        ("AB 123 CD", "plate"),
        ("123 ABC 34", "plate"),
        ("1234 XY 2A", "plate"),
        ("1 85 03 34 172 031 05", "nir"),
        ("2850334172031", "nir"),
        ("M. Dupont", "name"),
        ("Mme\nDUPONT", "name"),
        ("monsieur\r\nDupont", "name"),
        ("06 12\n34 56 78", "telephone"),
        ("Mme de La Tour", "name"),
        ("M. et Mme Jean-Paul N'Diaye", "name"),
        ("MM. Dupont et Martin", "name"),
        ("Mlle DUPONT Jeanne", "name"),
        ("monsieur dupont", "name"),
        ("Dr Martin", "name"),
        ("DOCTEUR MARTIN", "name"),
        ("dr. martin", "name"),
        ("Drs Martin et Petit", "name"),
        ("Mgr Petit", "name"),
        ("Mme le Dr Martin", "name"),
        ("Me Dupont", "name"),
        ("Me. de La Tour", "name"),
        ("M. et Me Dupont", "name"),
        ("Maître Dupont", "name"),
        ("maître Dupont", "name"),
        ("MAITRE DUPONT", "name"),
        ("Maîtres Dupont et Martin", "name"),
        ("Pr Durand", "name"),
        ("Pr. Durand", "name"),
        ("Pr DURAND", "name"),
        ("Professeur Durand", "name"),
        ("professeur Jean DURAND", "name"),
        ("12/03/1985", "birth_date"),
    ],
)
def test_each_kind_is_found_whole(text, kind):
    assert scan(f"vu: {text}.") == [Finding(kind, 4, 4 + len(text))]
    assert masked(f"vu: {text}.") == f"vu: {MARK}."


@pytest.mark.parametrize("lead", ["né le ", "Née le : ", "DDN ", "date de naissance : "])
@pytest.mark.parametrize(
    "day", ["12/03/2012", "12 mars 1985", "1er août 85", "12031985", "1985-03-12"]
)
def test_a_date_after_a_birth_is_masked_and_the_words_before_it_stay(lead, day):
    assert masked(lead + day) == lead + MARK


@pytest.mark.parametrize(
    "text",
    [
        "rue du 8 Mai 1945",
        "12 RUE DU 08/05/1945",
        "place du 19 Mars 1962",
        "Rue du Docteur Roux",
        "bd Dr Roux",
        "place du Dr Roux",
        "12 bis, Docteur Roux",
        "rue Foch / Dr Roux",
        "angle de la rue Foch et du Docteur Roux",
        "arrêt Docteur Roux",
        "DOCTEUR ROUX (RUE DU)",
        "rue Mgr Affre",
        "le docteur arrive sur place",
        "3e étage dr face",
        "rue M. Foucault",
        "rue J. M. Foucault",
        "12 rue Monsieur Vincent",
        "Avenue de Monsieur Teste",
        "école Mme Curie",
        "Mme la directrice",
        "monsieur le maire",
        "100 M CARRE",
        "à 50 m. de la gare",
        "BAT M RUE FOCH",
        "DE 100 KM",
        "118 RUE 11 NOVEMBRE",
        "12 TER 34000 MONTPELLIER",
        "01/02/2026 12:30",
        "01/02/2026 0930",
        "export_01022026_09.csv",
        "RD 986 PR 12",
        "43.6112345 3.8767890",
        "1732, MONSIEUR TESTE (AV",
        "il me Dit",
        "Me voici",
        "ON ME SIGNALE UN VOL",
        "IL FINIT PAR ME FRAPPER",
        "pr Info",
        "PARKING PR MOSSON",
        "Rue du Professeur Vallois",
        "12, Professeur Vallois",
        "Carrefour Professeur Vallois",
        "PROFESSEUR VALLOIS (RUE DU)",
        "Place Maître Pathelin",
        "PROFESSEUR AGRESSE PAR UN ELEVE",
        "professeur d'EPS",
        "Professeur des Écoles",
        "Maître Nageur",
        "Maître d'Œuvre",
        "LE CHIEN ET SON MAITRE COURENT",
        "",
    ],
)
def test_what_only_looks_like_it_stays(text):
    assert scan(text) == []


def test_a_name_after_an_address_goes_and_the_address_stays():
    assert masked("12 rue des Lilas M. Dupont") == f"12 rue des Lilas {MARK}"
    assert masked("MME DUPONT 12 RUE FOCH") == f"{MARK} 12 RUE FOCH"
    assert masked("M. Jean Dupont Rue Foch") == f"{MARK} Rue Foch"


def test_in_capitals_a_lawyer_is_told_from_a_pronoun_by_the_word_before():
    assert masked("CABINET DE ME DUPONT") == f"CABINET DE {MARK}"
    assert masked("VU PAR ME DUPONT") == f"VU PAR {MARK}"
    assert masked("CHEZ PR DURAND") == f"CHEZ {MARK}"
    assert masked("SIGNALE A ME DUPONT") == "SIGNALE A ME DUPONT", "as A ME MENACER"


def test_two_doctors_are_two_names():
    assert masked("Dr Martin et Dr Petit") == f"{MARK} et {MARK}"


def test_a_files_name_keeps_its_ending():
    assert (
        masked("Plainte_M._Dupont_0612345678_2026-01.csv") == f"Plainte_{MARK}_{MARK}_2026-01.csv"
    )


def test_a_column_is_counted_by_row_and_keeps_its_gaps():
    column = pd.Series(
        ["chez M. Roux", None, "rue Foch", "chez M. Roux", "M. Roux 0612345678"],
        index=list("abcde"),
    )
    result, counts = mask_column(column)
    assert result.tolist() == [f"chez {MARK}", None, "rue Foch", f"chez {MARK}", f"{MARK} {MARK}"]
    assert list(result.index) == list("abcde")
    assert counts == {"name": 3, "telephone": 1}
    assert column[0] == "chez M. Roux"


def test_none_of_the_towns_addresses_is_altered(shared_data):
    with gzip.open(
        shared_data / "montpellier/adresses_montpellier_2014.csv.gz", "rt", encoding="utf-8"
    ) as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(rows) == 36395
    short = [f"{row['NUM_VOI']} {row['SUF_VOI']} {row['TYPE_VOI']} {row['NOM']}" for row in rows]
    written = [row["ADR"] for row in rows]
    for column in (
        written,
        [text.upper() for text in written],
        [text.lower() for text in written],
        [text.replace(",", "") + " 34070 Montpellier" for text in written],
        short,
        [text + " 34000 MONTPELLIER" for text in short],
    ):
        result, counts = mask_column(pd.Series(column))
        assert counts == {}
        assert result.tolist() == column


@pytest.mark.parametrize(
    ("file", "column"),
    [
        ("baac_2013_herault_clean_utf8.csv", "adresse"),
        ("chicago_1000.csv", "Block"),
        ("paris_signalements_1000.csv", "adresse"),
        ("paris_signalements_1000.csv", "soustype"),
    ],
)
def test_other_towns_addresses_and_words(shared_data, file, column):
    found = pd.read_csv(shared_data / "incidents" / file, dtype=str)[column]
    assert mask_column(found)[1] == {}


def whole(text: Text) -> bool:
    """Whether every letter and digit of the planted piece is within findings."""
    start = text.text.index(text.piece)
    found = {i for each in scan(text.text) for i in range(each.start, each.end)}
    return all(start + i in found for i, letter in enumerate(text.piece) if letter.isalnum())


def test_recall_and_false_alarms_are_those_that_the_page_states():
    made = texts(SEED, HELD_OUT, 6000)
    for kind in KINDS:
        planted = [text for text in made if text.kind == kind]
        assert len(planted) == 1000
        assert sum(map(whole, planted)) / 1000 >= RECALL[kind], kind
    harmless = [text for text in made if not text.kind]
    assert sum(bool(scan(text.text)) for text in harmless) / len(harmless) <= FALSE_ALARMS


# Pieces that meet in random orders, so that findings stand side by side and inside one another.
PIECES = st.sampled_from(
    """M. |M |Mme |mme|MM. |Dr |docteur |mgr |Me |ME |maître |Pr. |professeur |CHEZ
    |Dupont|dupont |rue | et |né le |DDN|tél |06 |12 |34.56|78|/|-|_|1985
    |12/03/|AB|123|-CD| 34|@|x.fr|[…]|+33|0|é| |\u00a0|.|, |d'|2A|1 85 03 |(AV""".split("|")  # noqa: SIM905 - pieces with spaces at their ends
)
TITLE = re.compile(
    r"(?:\b|_)(m|mm|mr|mrs|mmes?|m[ea]?lles?|monsieur|messieurs|mes?dames?|madame|mademoiselle"
    r"|drs?|docteurs?|mgr|monseigneur|me|prs?|ma[îi]tres?|professeurs?)",
    re.IGNORECASE,
)
ANYTHING = st.one_of(st.lists(PIECES, max_size=14).map("".join), st.text(max_size=60))


@settings(max_examples=1500, deadline=None)
@given(ANYTHING)
def test_masking_twice_is_masking_once(text):
    once = masked(text)
    assert masked(once) == once


@settings(max_examples=800, deadline=None)
@given(ANYTHING)
def test_findings_are_in_order_apart_and_of_a_known_kind(text):
    findings = scan(text)
    bounds = [bound for finding in findings for bound in (finding.start, finding.end)]
    assert bounds == sorted(bounds)
    assert all(finding.end - finding.start >= 3 and finding.kind in KINDS for finding in findings)
    assert len(masked(text)) <= len(text)


@settings(max_examples=800, deadline=None)
@given(ANYTHING)
def test_the_quick_search_passes_over_nothing(text):
    plain = text.translate(personal_data._SPACES)
    shadows = (plain, plain.replace("_", " "))
    if any(list(personal_data._hits(kind, shadow)) for kind in KINDS for shadow in shadows):
        assert scan(text)


@settings(max_examples=800, deadline=None)
@given(st.text(st.characters(blacklist_characters="@", blacklist_categories=("Nd",)), max_size=80))
def test_a_text_without_digits_at_signs_and_titles_stays(text):
    if not TITLE.search(text):
        assert masked(text) == text


def test_a_long_cell_is_read_in_bounded_time():
    import time

    begin = time.process_time()
    for piece in ("a", "0", "06 ", "M. ", "Dupont ", "x.", " ", "né le ", "AB", "12 AB ", "a@"):
        scan("M. " + piece * (50_000 // len(piece)))
    assert time.process_time() - begin < 20
