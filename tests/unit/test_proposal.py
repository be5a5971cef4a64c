"""What is proposed for a partner's file before anyone has said anything of it."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import hypothesis
import numpy as np
import pandas as pd
import pytest
from hypothesis import strategies as st

from oltp_plugin.errors import IntakeError
from oltp_plugin.intake import (
    column_facts,
    date_formats,
    importing,
    mapping,
    profile,
    proposal,
    town,
)
from oltp_plugin.intake.coordinate_systems import guess
from oltp_plugin.intake.profile import Mapping
from oltp_plugin.observatory import connection, create
from tests.unit import workbooks

LAYOUTS = Path(__file__).parent / "layouts"
SAMPLES = Path(__file__).parents[2] / "sample"
MONTPELLIER = (3.80, 43.56, 3.95, 43.66)


def expectations(name):
    return json.loads((LAYOUTS / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def lists(tmp_path_factory):
    """The lists of an observatory without territories."""
    path = tmp_path_factory.mktemp("lists") / "liste.gpkg"
    create.create(path)
    with connection.reading(path) as db:
        return town.load(db)


def roles(fields):
    """Column -> the fields that it is read for."""
    found = {}
    for field, columns in fields.items():
        for column in columns:
            found.setdefault(column, set()).add(field)
    return found


def check_layout(path, expected, lists):
    """The share of the file's columns that are proposed as a reader of the file would.

    A column that is rightly left out counts; so does another choice that serves as well.
    """
    sample = proposal.sample(path)
    found = {each.field: each for each in proposal.propose(sample, lists)}
    wanted = dict(expected["fields"])
    for field, columns in expected["or"].items():
        if field in found and list(found[field].columns) == columns:
            wanted[field] = columns
    got, right = roles({name: each.columns for name, each in found.items()}), roles(wanted)
    wrong = {
        column: (got.get(column), right.get(column))
        for column in sample.columns
        if got.get(column, set()) != right.get(column, set())
    }
    assert len(wrong) <= 0.1 * len(sample.columns), wrong
    for field, pattern in expected["formats"].items():
        assert found[field].format == pattern
    return sample, found


@pytest.mark.parametrize("name", expectations("expected.json"))
def test_nine_of_ten_columns_of_known_files(name, lists, request):
    if name.startswith("sample/"):
        path = SAMPLES / name.partition("/")[2]
    else:
        path = request.getfixturevalue("shared_data") / name
    check_layout(path, expectations("expected.json")[name], lists)


@pytest.mark.parametrize("name", expectations("held_out/expected.json"))
def test_nine_of_ten_columns_of_layouts_written_beforehand(name, lists):
    """At first sight 63 of 63 columns were right, and nothing was tuned on them since.

    An optimistic measure: whoever wrote these files also wrote the synonyms.
    """
    expected = expectations("held_out/expected.json")[name]
    sample, found = check_layout(LAYOUTS / "held_out" / name, expected, lists)
    if expected["crs"]:
        assert proposal.systems(sample, found["x"], found["y"], lists)[0].epsg == expected["crs"]


@pytest.mark.parametrize("name", expectations("published/expected.json"))
def test_nine_of_ten_columns_of_headers_that_towns_publish(name, lists):
    """Headers by others, rows made up; at first sight 90 of 93 columns, and left so."""
    expected = expectations("published/expected.json")[name]
    check_layout(LAYOUTS / "published" / name, expected, lists)


@pytest.mark.parametrize("folder", ["held_out", "published"])
def test_proposed_formats_read_every_date(folder, lists):
    from oltp_plugin.intake import mapping

    for name in expectations(f"{folder}/expected.json"):
        sample = proposal.sample(LAYOUTS / folder / name)
        for each in proposal.propose(sample, lists):
            if each.field in profile.DATES:
                values, _, empty = mapping.moments(
                    sample.texts, Mapping(each.columns, format=each.format)
                )
                assert not np.isnat(values[~empty]).any(), (name, each)


def write(path, header, *rows, delimiter=";", encoding="utf-8"):
    text = "\n".join(delimiter.join(map(str, row)) for row in (header, *rows))
    path.write_text(text + "\n", encoding=encoding)
    return path


def field(found, name):
    return next(each for each in found if each.field == name)


# Dates


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["31/12/2026", "01/02/2026"], "%d/%m/%Y"),
        (["12/31/2026", "01/02/2026"], "%m/%d/%Y"),
        (["2026-12-31T23:59:59", "2026-01-02T00:00:00"], "%Y-%m-%dT%H:%M:%S"),
        (["2026-12-31T23:59:59Z"], "%Y-%m-%dT%H:%M:%SZ"),
        (["2026-12-31 23:59:59+0200"], "%Y-%m-%d %H:%M:%S%z"),
        (["31.12.2026 1715", "01.02.2026 0905"], "%d.%m.%Y %H%M"),
        ([f"{day:02}-02-26" for day in range(1, 25)], "%d-%m-%y"),
        (["20261231", "20260102"], "%Y%m%d"),
        (["31122026", "01022026"], "%d%m%Y"),
        (["12/2026", "01/2026"], "%m/%Y"),
        (["2026-12"], "%Y-%m"),
        (["31/12/2026 13h30", "1/2/2026 9h05"], "%d/%m/%Y %Hh%M"),
        (["12/31/2026 1:30 PM"], "%m/%d/%Y %I:%M %p"),
        (["31/12/2026 à 13:30"], "%d/%m/%Y à %H:%M"),
        (["septembre 2026", "Août 2026", "fevrier 2026"], "%B %Y"),
        (["1er août 2026", "03 sept. 2026"], "%d %B %Y"),
        (["3-févr-26", "12-mai-26"], "%d-%B-%y"),
        (["12 May 2026 13:05"], "%d %B %Y %H:%M"),
    ],
)
def test_one_format_fits(cells, expected):
    found = date_formats.days(cells * 20)
    assert (found.format, found.choices) == (expected, ())


@pytest.mark.parametrize(
    "cells",
    [
        ["3,8612", "43,61"],
        ["700123.5"],
        ["34172"],
        ["rue du 8 mai 1945"],
        ["C12.04"],
        [""],
        ["mai"],
        ["marseille 2026"],
    ],
)
def test_what_is_no_date_is_none(cells):
    assert date_formats.days(cells * 20) is None


def test_a_date_that_two_orders_fit_is_asked(tmp_path, lists):
    rows = [(i, f"{1 + i % 12:02}/{1 + i % 11:02}/2026", "Tapage") for i in range(100)]
    sample = proposal.sample(write(tmp_path / "a.csv", ("Numéro", "Date", "Nature"), *rows))
    found = field(proposal.propose(sample, lists), "occurred_from")
    assert found.format is None
    assert found.ambiguous == ("%d/%m/%Y", "%m/%d/%Y")
    assert found.confidence < 0.7


def test_the_order_is_read_off_the_whole_column(tmp_path, lists):
    """Only the last of 5,000 rows tells; one row alone could be a mistake, a month of them not."""
    rows = [(i, f"{1 + i % 12:02}/{1 + i % 11:02}/2026", "Tapage") for i in range(5000)]
    rows += [(i, f"{13 + i % 16}/11/2026", "Tapage") for i in range(5000, 5400)]
    sample = proposal.sample(write(tmp_path / "a.csv", ("Numéro", "Date", "Nature"), *rows))
    assert len(sample.texts) == 2000
    assert not sample.complete
    assert field(proposal.propose(sample, lists), "occurred_from").format == "%d/%m/%Y"
    assert proposal.dates(sample, ["Date"]).format == "%d/%m/%Y"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["13:30", "9:05"], "%H:%M"),
        (["1715", "905", "5"], "%H%M"),
        (["13h30"], "%Hh%M"),
        (["13", "9"], "%H"),
        (["24", "9"], "%H"),
        (["45", "905", "1715"], "%H%M"),
        (["1:30 PM"], "%I:%M %p"),
        (["Voie"], None),
    ],
)
def test_hours(cells, expected):
    assert date_formats.hours(cells * 10) == expected


def test_year_month_day_and_hours_up_to_24_in_columns_of_their_own(tmp_path, lists):
    rows = [(2026, 1 + i % 12, 1 + i % 28, 1 + i % 24, "Vol") for i in range(96)]
    header = ("Année", "Mois", "Jour", "Heure", "Nature")
    sample = proposal.sample(write(tmp_path / "a.csv", header, *rows))
    found = field(proposal.propose(sample, lists), "occurred_from")
    assert (found.columns, found.format) == (header[:4], "%Y %m %d %H")
    values, _, _ = mapping.moments(
        sample.texts, profile.Mapping(found.columns, format=found.format)
    )
    assert str(values[23]) == "2026-12-25T00:00:00"


CELLS = st.text("0123456789.,-+eE_' \u00a0\u202f\u2009x²٣infaty", max_size=9)


@hypothesis.settings(max_examples=50, deadline=None)
@hypothesis.given(st.lists(CELLS, max_size=60))
def test_no_column_of_numbers_is_taken_for_a_text(cells):
    values, _ = mapping.numbers(pd.Series(cells, dtype=object), ",")
    readable = [cell for cell, value in zip(cells, values) if np.isfinite(value)]
    if readable:
        assert column_facts.of(pd.Series(readable, dtype=object), "a", 0, ",").numeric == 1


def test_a_day_with_midnights_takes_its_hour_from_the_column_beside(tmp_path, lists):
    rows = [(i, f"2026-03-{1 + i % 28:02} 00:00:00", f"{i % 24}:15", "Vol") for i in range(60)]
    sample = proposal.sample(write(tmp_path / "a.csv", ("N", "Date", "Heure", "Nature"), *rows))
    found = field(proposal.propose(sample, lists), "occurred_from")
    assert found.columns == ("Date", "Heure")
    assert found.format == "%Y-%m-%d 00:00:00 %H:%M"
    assert proposal.dates(sample, ["Date", "Heure"]).format == found.format


def test_of_two_pairs_of_one_name_the_second_is_the_end(tmp_path, lists):
    """A second header line said *début* and *fin* over them; days that differ say nothing."""
    header = ("N°", "Date", "Heure", "Date", "Heure", "Fait")
    for delay, fields in ((0, {"occurred_from", "occurred_to"}), (3, {"occurred_from"})):
        rows = [
            (i, f"{1 + i % 20:02}/09/2026", f"{i % 24}:15", f"{1 + i % 20 + delay:02}/09/2026",
             f"{i % 24}:45", "Vol")
            for i in range(60)
        ]  # fmt: skip
        found = proposal.propose(proposal.sample(write(tmp_path / "a.csv", header, *rows)), lists)
        assert {each.field for each in found if each.format} == fields


# Coordinates


def scattered(west, south, east, north):
    generator = np.random.default_rng(5)
    return generator.uniform(west, east, 100), generator.uniform(south, north, 100)


@pytest.mark.parametrize("bounds", [None, MONTPELLIER])
@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ((3.80, 43.57, 3.94, 43.65), (4326, 1.0, False)),
        ((767000, 6276000, 776000, 6283000), (2154, 1.0, False)),
        ((1767000, 2263000, 1776000, 2270000), (3943, 1.0, False)),
        ((1767000, 3152000, 1776000, 3161000), (3944, 1.0, False)),
        ((43.57, 3.80, 43.65, 3.94), (4326, 1.0, True)),
    ],
)
def test_the_system_is_told_from_the_numbers(box, expected, bounds):
    best = guess(*scattered(*box), bounds)[0]
    assert (best.epsg, best.scale) == expected[:2]
    if bounds:
        assert (best.swapped, best.why) == (expected[2], "town")


def test_degrees_times_100000_and_utm_with_the_town():
    x, y = scattered(3.80, 43.57, 3.94, 43.65)
    best = guess(np.round(x * 1e5), np.round(y * 1e5), MONTPELLIER)[0]
    assert (best.epsg, best.scale, best.why) == (4326, 1e-5, "town")
    utm = guess(*scattered(565000, 4825000, 575000, 4832000), MONTPELLIER)[0]
    assert (utm.epsg, utm.why) == (32631, "town")
    canada = guess(*scattered(484000, 5450000, 498000, 5460000), (-123.25, 49.19, -123.0, 49.32))
    assert (canada[0].epsg, canada[0].why) == (32610, "town")


def test_numbers_that_fit_no_system_have_none():
    assert guess(np.array([1e9, 2e9]), np.array([5.0, 7e11])) == []
    assert guess(np.array([0.0, np.nan]), np.array([0.0, 3.0])) == []


def test_swapped_columns_are_proposed_the_right_way(tmp_path, observatory):
    with connection.reading(observatory) as db:
        here = town.load(db)
    rows = [(f"{6200500 + i}", f"{700500 + i}", "Tapage") for i in range(50)]
    sample = proposal.sample(write(tmp_path / "a.csv", ("X", "Y", "Nature"), *rows))
    found = proposal.propose(sample, here)
    assert field(found, "x").columns == ("Y",)
    assert field(found, "y").columns == ("X",)


def test_both_coordinates_in_one_column(tmp_path, lists):
    rows = [("à préciser", "Vol"), *[(f"43.6{i:02}, 3.8{i:02}", "Vol") for i in range(40)]]
    sample = proposal.sample(write(tmp_path / "a.csv", ("geo_point", "Nature"), *rows))
    found = proposal.propose(sample, lists)
    assert (field(found, "x").part, field(found, "y").part) == (2, 1)
    assert proposal.numbers(sample, field(found, "x"))[1] == 3.8


# Ids, words


def test_an_id_that_repeats_is_proposed_with_what_makes_it_unique(tmp_path, lists):
    rows = [(f"PV{i // 2}", 27 + i % 2, f"0{1 + i % 9}/12/2026") for i in range(200)]
    header = ("N° procédure", "Index", "Date")
    sample = proposal.sample(write(tmp_path / "a.csv", header, *rows))
    found = field(proposal.propose(sample, lists), "partner_ref")
    assert (found.columns, found.unique, found.why) == (header[:2], True, "composite")
    assert not proposal.is_unique(sample, ["N° procédure"])


def test_few_ids_that_stand_twice_are_mistakes(tmp_path, lists):
    rows = [(max(i, 1), f"{13 + i % 15}/12/2026", "Vol") for i in range(300)]
    sample = proposal.sample(write(tmp_path / "a.csv", ("Numéro", "Date", "Nature"), *rows))
    found = field(proposal.propose(sample, lists), "partner_ref")
    assert (found.columns, found.unique, found.why) == (("Numéro",), True, "few_repeat")


def test_persons_and_free_texts_are_never_proposed(tmp_path, lists):
    header = ("Date", "Nature", "Nom", "Adresse victime", "Téléphone", "Observations", "Agent")
    row = ("31/12/2026", "Vol", "X", "2 rue Foch", "0600000000", "rue Foch", "B12")
    sample = proposal.sample(write(tmp_path / "a.csv", header, *[row] * 40))
    columns = {column for each in proposal.propose(sample, lists) for column in each.columns}
    assert columns == {"Date", "Nature"}


def test_small_numbers_are_no_areas_unless_their_name_says_so(tmp_path, lists):
    """The town's areas have codes 1 to 9, as a degree of severity has."""
    numbered = replace(lists, areas={"quartier": {str(n) for n in range(1, 10)}})
    rows = [(i, f"{1 + i % 28}/09/2026", "Vol", 1 + i % 3, 1 + i % 9) for i in range(60)]
    header = ("Numéro", "Date", "Nature", "Gravité (1-3)", "Quartier")
    sample = proposal.sample(write(tmp_path / "a.csv", header, *rows))
    found = {each.field: each.columns for each in proposal.propose(sample, numbered)}
    assert found["severity"] == ("Gravité (1-3)",)
    assert found["territory"] == ("Quartier",)
    supported = proposal.sample(
        write(tmp_path / "b.csv", ("Numéro", "Date", "Nature", "Soutiens"), *[r[:4] for r in rows])
    )
    assert "territory" not in {each.field for each in proposal.propose(supported, numbered)}


def test_a_table_of_areas_gives_numbers_by_month(tmp_path, lists):
    areas = replace(lists, areas={"quartier": {"Gares", "Figuerolles", "Antigone"}})
    rows = [
        ("septembre 2026", area, kind, n, "")
        for n, area in enumerate(("Gares", "Figuerolles", "Antigone"))
        for kind in ("Nuisances", "Déchets")
    ] * 9
    header = ("Période", "Quartier", "Type de situation", "Nombre de situations", "Commentaire")
    sample = proposal.sample(write(tmp_path / "a.csv", header, *rows))
    found = {each.field: each.columns for each in proposal.propose(sample, areas)}
    assert found == {
        "occurred_from": ("Période",),
        "territory": ("Quartier",),
        "category": ("Type de situation",),
        "count": ("Nombre de situations",),
    }


def test_a_totals_number_is_no_word(tmp_path, lists):
    rows = [("1/9/2026", "Rixe"), ("2/9/2026", "Rixe"), ("", "640")]
    sample = proposal.sample(write(tmp_path / "a.csv", ("Date", "Nature"), *rows))
    found = proposal.words(sample, Mapping(("Nature",)), lists, ("Date",))
    assert [(each.word, each.count) for each in found] == [("Rixe", 2)]


def test_only_the_same_word_is_matched(tmp_path, lists):
    written = {
        "vols à la tire": ("vol_tire", "label"),
        "PICKPOCKETING": ("vol_tire", "label"),
        "depot_sauvage": ("depot_sauvage", "code"),
        "27 - Cambriolages de locaux d'habitations principales": ("cambriolage_logement", "index"),
        "Vol": (None, ""),
        "Tapage nocturne": (None, ""),
    }
    rows = [(word,) for n, word in enumerate(written) for _ in range(3000 if n == 0 else n)]
    path = write(tmp_path / "a.csv", ("Nature",), *rows)
    found = proposal.words(proposal.sample(path), Mapping(("Nature",)), lists)
    assert [(each.word, each.count) for each in found][:2] == [
        ("vols à la tire", 3000),
        ("Tapage nocturne", 5),
    ]
    assert {each.word: (each.category, each.why) for each in found} == written
    assert {word: category for word, _, category in found}["Vol"] is None


def test_numbers_of_the_index_are_matched_where_the_field_says_so(tmp_path, lists):
    path = write(tmp_path / "a.csv", ("Index",), *[(n,) for n in ("027", "43", "43", "999")])
    sample = proposal.sample(path)
    found = proposal.words(sample, Mapping(("Index",), scheme="etat4001"), lists)
    assert {each.word: each.category for each in found} == {
        "43": "vol_lieu_public",
        "027": "cambriolage_logement",
        "999": None,
    }


# Profiles


def saved():
    return [profile.read_profile(path) for path in sorted(SAMPLES.glob("*.json"))
            if "fields" in json.loads(path.read_text(encoding="utf-8"))]  # fmt: skip


def test_each_of_several_files_is_recognised():
    profiles = [*proposal.starters(), *saved()]
    for name in ("police_municipale", "transports", "bailleur"):
        found, differences = proposal.recognise(proposal.sample(SAMPLES / f"{name}.csv"), profiles)
        own = profile.read_profile(SAMPLES / f"{name}.json")
        assert (found.name, differences) == (own.name, ())


def test_a_file_of_nobody_is_not_recognised(tmp_path):
    sample = proposal.sample(write(tmp_path / "a.csv", ("Date", "Montant"), ("31/12/2026", 3)))
    assert proposal.recognise(sample, [*proposal.starters(), *saved()]) == (None, ())


def test_of_partners_with_one_layout_the_sheet_decides_and_else_the_analyst(tmp_path):
    def of(partner, sheet=None):
        document = json.loads((SAMPLES / "bailleur.json").read_text(encoding="utf-8"))
        document.update(name=f"Bailleur {partner}", partner=partner, format={"sheet": sheet})
        return profile.parse(json.dumps(document), "bailleur.json")

    sample = proposal.sample(SAMPLES / "bailleur.csv")
    both = [of("A"), of("B")]
    found, _ = proposal.recognise(sample, both)
    assert (found.partner, proposal.rivals(sample, both, found)) == ("A", [both[1]])
    assert proposal.rivals(sample, [both[0], both[0]], found) == []
    header = [
        workbooks.text(f"{letter}1", word)
        for letter, word in zip("ABCDEFGHIJKLMNOP", found.columns())
    ]
    rows = workbooks.row(1, *header) + workbooks.row(2, workbooks.text("A2", "01/02/2026"))
    book = proposal.sample(workbooks.xlsx(tmp_path / "a.xlsx", {"B": rows}))
    named = [of("A", "A"), of("B", "B"), of("C")]
    found, _ = proposal.recognise(book, named)
    assert (found.partner, proposal.rivals(book, named, found)) == ("B", [])


def test_a_changed_header_is_said_and_repaired(tmp_path, lists):
    text = (SAMPLES / "police_municipale.csv").read_bytes().decode("cp1252")
    header, rest = text.split("\n", 1)
    for old, new in (
        ("Date début", "DATE DEBUT"),
        ("Date saisie", "Date de la saisie"),
        ("Voie", "Nom de la rue"),
        ("Quartier", "Zzz"),
    ):
        header = header.replace(f";{old};", f";{new};")
    path = tmp_path / "b.csv"
    path.write_bytes(f"{header}\n{rest}".encode("cp1252"))
    sample = proposal.sample(path)
    found, differences = proposal.recognise(sample, saved(), proposal.propose(sample, lists))
    assert {each.column: (each.replacement, each.why) for each in differences} == {
        "Date début": ("DATE DEBUT", "spelling"),
        "Date saisie": ("Date de la saisie", "name"),
        "Voie": ("Nom de la rue", "field"),
        "Quartier": (None, ""),
    }
    repaired = profile.parse(proposal.repair(found, differences), "b.json")
    assert "territory" not in repaired.fields
    assert repaired.fields["occurred_from"].columns == ("DATE DEBUT", "Heure début")
    assert repaired.fields["category"] == found.fields["category"]
    assert proposal.recognise(sample, [repaired]).differences == ()


def test_a_partner_that_changes_to_spreadsheets_keeps_its_profile(tmp_path):
    document = json.loads((SAMPLES / "bailleur.json").read_text(encoding="utf-8"))
    document["format"] = {"type": "xlsx", "sheet": "Feuil1", "header_row": 4}
    own = profile.parse(json.dumps(document), "bailleur.json")
    found, differences = proposal.recognise(proposal.sample(SAMPLES / "bailleur.csv"), [own])
    assert (found.type, found.header_row, differences) == (None, None, ())
    assert found.fields == own.fields


def test_starters_are_marked_and_use_only_the_towns_codes(lists):
    places = set(lists.places.values())
    categories = {each.code for each in lists.categories}
    found = proposal.starters()
    assert len(found) == 11
    for each in found:
        document = json.loads(each.definition)
        assert proposal.is_starter(each)
        assert "publique" in document["note"]
        category = each.fields["category"]
        assert set((category.values or {}).values()) | {category.default} - {None} <= categories
        if "place_kind" in each.fields:
            assert set(each.fields["place_kind"].values.values()) <= places
    area_only = next(each for each in found if each.partner == "ASSO")
    assert not {"x", "y", "address"} & set(area_only.fields)


def test_what_is_proposed_can_be_imported(tmp_path, observatory):
    with connection.reading(observatory) as db:
        here = town.load(db)
    path = tmp_path / "juin.csv"
    header = ("N° fiche", "Date", "Heure", "Nature", "X", "Y", "N°", "Voie", "Quartier")
    rows = [
        (i, f"{13 + i % 15}/06/2026", f"{i % 24}:30", "Vol à la tire", 700100 + i, 6200100 + i, 4,
         "rue Foch", "Quartier A")
        for i in range(40)
    ]  # fmt: skip
    sample = proposal.sample(write(path, header, *rows))
    found = proposal.propose(sample, here)
    system = proposal.systems(sample, field(found, "x"), field(found, "y"), here)[0]
    assert (system.epsg, system.why) == (2154, "town")
    words = proposal.words(sample, field(found, "category"), here)
    text = proposal.build(
        "Essai",
        "PM",
        sample.layout,
        found,
        epsg=system.epsg,
        words={"category": {each.word: each.category for each in words}},
        area_level="commune",
    )
    chosen = profile.parse(text, "essai.json")
    assert chosen.unique_id
    result = importing.import_file(observatory, path, chosen, tmp_path / "keys")
    assert (result.batch.read, result.batch.inserted, result.batch.unlocated) == (40, 40, 0)


def test_what_the_window_does_not_ask_stays_as_the_profile_said(tmp_path, lists):
    path = tmp_path / "a.csv"
    path.write_text("Date;Nature\n31/12/2026;Vol\n30/12/2026;Vol\n", encoding="utf-8")
    sample = proposal.sample(path)
    found = [each for each in proposal.propose(sample, lists) if each.field in profile.REQUIRED]
    former = {
        "update": "never",
        "nothing_to_report": "Rien à signaler",
        "delivery": {"kind": "additions", "period": {"from": "Du", "to": "Au"}},
    }
    text = proposal.build("Essai", "PM", sample.layout, found, kind="complete", former=former)
    built = profile.parse(text, "essai.json")
    assert (built.update, built.nothing_label, built.kind) == (
        "never",
        "Rien à signaler",
        "complete",
    )
    assert built.period_labels == ("Du", "Au")


# Samples


def test_titles_above_the_header_and_corrections(tmp_path):
    path = tmp_path / "a.csv"
    text = "Relevé du mois;;\n;;\nDate;Nature;Nb\n31/12/2026;Vol;1\n;;\n30/12/2026;Vol;2\n"
    path.write_text(text, encoding="cp1252")
    sample = proposal.sample(path)
    assert sample.layout.header_row == 3
    assert (sample.layout.encoding, sample.layout.delimiter) == ("cp1252", ";")
    assert sample.rows == [["31/12/2026", "Vol", "1"], ["30/12/2026", "Vol", "2"]]
    assert sample.lines == [4, 6]
    corrected = proposal.sample(path, {"header_row": 4, "delimiter": ";"})
    assert corrected.columns == ["31/12/2026", "Vol", "1"]
    assert corrected.layout.chosen == ("delimiter", "header_row")


@pytest.mark.parametrize(
    ("name", "sheet", "columns", "rows"),
    [
        ("incidents/vancouver_2017.xlsx", "Sheet1", 12, 2000),
        ("montpellier/VilleMTP_MTP_CameraSurv.ods", "Feuille1", 9, 141),
        ("montpellier/VilleMTP_MTP_CameraSurv.xls", "Feuille1", 9, 141),
    ],
)
def test_spreadsheets(shared_data, name, sheet, columns, rows):
    sample = proposal.sample(shared_data / name)
    assert sample.layout.sheet == sheet
    assert (len(sample.columns), len(sample.texts)) == (columns, rows)


def test_a_layer_of_points_that_does_not_say_its_system(shared_data, lists):
    sample = proposal.sample(shared_data / "montpellier/VilleMTP_MTP_CameraSurv.geojson")
    assert sample.layout.geometry
    assert sample.layout.epsg is None
    assert proposal.systems(sample, None, None, lists)[0].epsg == 2154
    assert field(proposal.propose(sample, lists), "geometry").columns == ()


def test_a_missing_sheet_or_file_is_said(tmp_path, shared_data):
    with pytest.raises(IntakeError) as caught:
        proposal.sample(shared_data / "incidents/vancouver_2017.xlsx", {"sheet": "Août"})
    assert caught.value.code == "no_sheet"
    with pytest.raises(IntakeError) as caught:
        proposal.sample(tmp_path / "rien.csv")
    assert caught.value.code == "missing_source"


DATES_AND_NUMBERS = r"[0-3]?\d[/.-][01]?\d[/.-](20)?\d\d( \d\d:\d\d)?|-?\d{1,7}[.,]\d{1,6}|\d{1,12}"
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
CELLS |= st.from_regex(DATES_AND_NUMBERS, fullmatch=True)


@hypothesis.settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture],
)
@hypothesis.given(st.lists(st.lists(CELLS, min_size=3, max_size=5), min_size=1, max_size=8))
def test_no_table_breaks_it(tmp_path, lists, rows):
    path = tmp_path / "any.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([["Date", "Nature", "X", "Y", "N°"], *rows])
    try:
        sample = proposal.sample(path)
        found = proposal.propose(sample, lists)
        proposal.recognise(sample, proposal.starters(), found)
    except IntakeError:
        return
    assert {column for each in found for column in each.columns} <= set(sample.columns)


def test_every_partner_of_a_french_town_has_a_starting_point():
    known = {"PN", "GN", "PM", "CSU", "TAM", "SNCF", "BAILLEUR", "EN", "ASSO"}
    known |= {"HABITANTS", "PARTENAIRE"}
    brought = proposal.starters()
    assert {each.partner for each in brought} == known
    assert all(proposal.is_starter(each) for each in brought)
    assert all("note" in json.loads(each.definition) for each in brought)
