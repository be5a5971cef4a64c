"""An agreement's JSON: what is read, what is refused, and that a new version replaces the old."""

import json
from dataclasses import replace

import pytest

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.intake.profile import FIELDS
from oltp_plugin.observatory import agreement_document, agreements, connection

WHOLE = {
    "partner": "TAM",
    "reference": "2026-04",
    "document": "GED 2026/118",
    "signed_on": "2025-12-12",
    "valid_from": "2026-01-01",
    "valid_to": "2028-12-31",
    "purposes": ["mapping", "analysis"],
    "allowed_fields": ["x", "y", "address"],
    "allowed_categories": ["vol_tire", "tranquillite"],
    "finest_stored": "address",
    "finest_shown": "cell",
    "recipients": ["restricted", "Préfecture"],
    "combination": "listed",
    "combination_with": ["PM"],
    "small_count_threshold": 5,
    "retention_months": 36,
    "retention_by_category": {"vol_tire": 24},
    "dwelling_numbers": True,
    "rhythm": "monthly",
}


def parse(**changes):
    return agreement_document.parse(json.dumps({**WHOLE, **changes}), "a.json")


def refusal(text: str) -> ObservatoryError:
    with pytest.raises(ObservatoryError) as caught:
        agreement_document.parse(text, "a.json")
    return caught.value


def test_every_key_is_kept_through_file_and_observatory(observatory):
    agreement = parse()
    assert agreement_document.parse(agreement_document.to_json(agreement), "b.json") == agreement
    number = agreements.record(observatory, agreement)
    with connection.reading(observatory) as db:
        assert agreements.all_of(db, "TAM") == [agreement]
        assert agreements.current(db, "TAM").fid == number
        assert db.execute("SELECT rhythm FROM partner WHERE code = 'TAM'").fetchone() == (
            "monthly",
        )


def test_the_same_reference_again_replaces_and_another_adds(observatory):
    first = agreements.record(observatory, parse())
    assert agreements.record(observatory, parse(small_count_threshold=11)) == first
    second = agreements.record(observatory, parse(reference="2027-01", valid_from="2026-06-01"))
    assert second != first
    with connection.reading(observatory) as db:
        assert [one.fid for one in agreements.all_of(db)] == [second, first]
        assert agreements.all_of(db)[1].small_count_threshold == 11
        lines = db.execute(
            "SELECT action, record FROM journal WHERE table_name = 'agreement' ORDER BY fid"
        ).fetchall()
    assert lines == [("record", first), ("replace", first), ("record", second)]


def test_what_is_not_said_sets_no_limit():
    agreement = agreement_document.parse('{"partner": "PM", "reference": "1"}', "a.json")
    assert agreement == agreements.Agreement("PM", "1")


@pytest.mark.parametrize(
    ("given", "combination", "partners"),
    [
        ({"combination": ["PM"]}, "listed", ("PM",)),
        ({"combination": True}, "yes", None),
        ({"combination": False, "with": ["PM"]}, "no", ("PM",)),
        ({"combination": "yes", "with": ["PM"]}, "listed", ("PM",)),
        ({"with": ["PM"]}, "listed", ("PM",)),
    ],
)
def test_with_whom_can_be_said_in_several_ways(given, combination, partners):
    text = json.dumps({"partner": "TAM", "reference": "1", **given})
    agreement = agreement_document.parse(text, "a.json")
    assert (agreement.combination, agreement.combination_with) == (combination, partners)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("partner", ["PM"]),
        ("partner", "PM,TAM"),
        ("reference", "  "),
        ("reference", "x" * 300),
        ("document", "a\nb"),
        ("document", "\ud800"),
        ("valid_from", "01/02/2026"),
        ("valid_to", "2026-02-30"),
        ("signed_on", 20260101),
        ("purposes", "analysis"),
        ("allowed_fields", ["name"]),
        ("allowed_categories", [{}]),
        ("allowed_categories", ["x"] * 501),
        ("finest_stored", "exact"),
        ("finest_shown", 3),
        ("recipients", [None]),
        ("combination", "perhaps"),
        ("small_count_threshold", -1),
        ("small_count_threshold", True),
        ("small_count_threshold", 5.0),
        ("retention_months", 10**30),
        ("retention_by_category", {"vol_tire": "24"}),
        ("dwelling_numbers", 1),
        ("rhythm", "often"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(key, value):
    error = refusal(json.dumps({**WHOLE, key: value}))
    assert (error.code, error.values["key"]) == ("agreement_value", key)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"partner": "PM", "reference": NaN}',
        '{"partner": "PM", "partner": "TAM", "reference": "1"}',
        "[" * 100_000,
        "<html>",
    ],
)
def test_what_is_no_json_object_is_refused(text):
    assert refusal(text).code == "agreement_not_read"


def test_a_file_that_is_no_text_or_far_too_long_is_refused(tmp_path):
    for name, content in (("a", b"\xff\xfe{}"), ("b", b" " * 1_000_001), ("c", None)):
        file = tmp_path / name
        if content is not None:
            file.write_bytes(content)
        with pytest.raises(ObservatoryError) as caught:
            agreement_document.read(file)
        assert caught.value.values == {"name": name}


def test_missing_and_unknown_keys_are_named():
    assert refusal('{"partner": "PM"}').values["key"] == "reference"
    error = refusal('{"partner": "PM", "reference": "1", "finest": "cell"}')
    assert (error.code, error.values["key"]) == ("agreement_key_unknown", "finest")


def test_dates_run_forward_and_categories_are_known(observatory):
    assert refusal(json.dumps({**WHOLE, "valid_to": "2025-01-01"})).code == "period_backwards"
    for change in ({"allowed_categories": ("zz",)}, {"retention_by_category": {"zz": 3}}):
        with pytest.raises(ObservatoryError, match="unknown_category"):
            agreements.record(observatory, replace(parse(), **change))
    with connection.reading(observatory) as db:
        assert agreements.all_of(db) == []
        assert db.execute("SELECT count(*) FROM partner").fetchone() == (0,)


def test_a_cell_that_another_program_broke_is_named(observatory):
    agreements.record(observatory, parse())
    with connection.writing(observatory) as db:
        db.execute("UPDATE agreement SET purposes = 'analysis'")
    with connection.reading(observatory) as db, pytest.raises(ObservatoryError) as caught:
        agreements.current(db, "TAM")
    assert caught.value.code == "agreement_unreadable"
    assert caught.value.values["field"] == "purposes"


def test_the_fields_that_an_agreement_names_are_the_profiles():
    assert agreements.RECORD_FIELDS == FIELDS
