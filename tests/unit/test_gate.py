"""The gate: each clause says no with its agreement's name, and yes comes with its limits."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from oltp_plugin.observatory import agreements, batches, connection, gate
from oltp_plugin.observatory.agreements import Agreement

DAY = timedelta(days=1)
TODAY = date.today()
PM = Agreement("PM", "C-1")


@pytest.fixture
def under(observatory):
    """Record agreements, then ask."""

    def run(*listed: Agreement):
        for agreement in listed:
            agreements.record(observatory, agreement)
        return observatory

    return run


def ask(path, use="view", partners=("PM",), **given):
    with connection.reading(path) as db:
        return gate.ask(db, use, partners, **given)


def refused(path, *args, **given) -> gate.AgreementError:
    with pytest.raises(gate.AgreementError) as caught:
        ask(path, *args, **given)
    return caught.value


def test_without_any_agreement_everything_is_internal(under):
    answer = ask(under())
    assert answer.without == ("PM",)
    assert (answer.finest, answer.threshold, answer.widest) == ("address", 0, "internal")
    refusal = refused(under(), diffusion="restricted")
    assert (refusal.clause, refusal.values["partner"]) == ("recipient", "PM")


@pytest.mark.parametrize(
    ("changes", "given", "clause"),
    [
        ({"valid_to": str(TODAY - DAY)}, {"use": "store"}, "expired"),
        ({"valid_to": str(TODAY - DAY)}, {"use": "print", "diffusion": "restricted"}, "expired"),
        ({"valid_from": str(TODAY + DAY)}, {"use": "store"}, "expired"),
        ({"allowed_categories": ("vol_tire",)}, {"categories": ["homicide"]}, "category"),
        ({"allowed_categories": ()}, {"categories": {"PM": ["vol_tire"]}}, "category"),
        ({"purposes": ("mapping",)}, {"use": "analyse"}, "purpose"),
        ({"purposes": ("analysis",)}, {"use": "print"}, "purpose"),
        ({}, {"use": "print", "diffusion": "public"}, "recipient"),
        ({"recipients": ("internal",)}, {"use": "print", "diffusion": "restricted"}, "recipient"),
        ({"recipients": ()}, {"use": "export", "diffusion": "restricted"}, "recipient"),
        ({"finest_shown": "territory"}, {"use": "analyse", "needs": "cell"}, "precision"),
        ({"finest_shown": "none"}, {"use": "analyse", "needs": "territory"}, "precision"),
        ({"finest_shown": "cell"}, {"use": "export", "needs": "address"}, "precision"),
        ({"combination": "no"}, {"partners": ["PM", "TAM"]}, "combination"),
        ({"combination": "listed"}, {"partners": ["PM", "TAM"]}, "combination"),
    ],
)  # fmt: skip
def test_each_clause_refuses_and_names_its_agreement(under, changes, given, clause):
    path = under(replace(PM, **changes))
    refusal = refused(path, **given)
    assert refusal.clause == clause
    assert refusal.values["reference"] == "C-1"
    assert (refusal.file, refusal.agreement) == (path, 1)


@pytest.mark.parametrize(
    ("changes", "given"),
    [
        ({"valid_to": str(TODAY)}, {"use": "store"}),
        ({"valid_to": str(TODAY - DAY)}, {"use": "view"}),
        ({"allowed_categories": ("tranquillite",)}, {"categories": ["bruit_voie_publique"]}),
        ({"purposes": ("mapping",)}, {"use": "print", "diffusion": "restricted"}),
        ({"recipients": ("public",)}, {"use": "print", "diffusion": "public"}),
        ({"finest_shown": "street"}, {"use": "analyse", "needs": "cell"}),
        ({"combination": "no"}, {"partners": ["PM", "TAM"], "together": False}),
        ({"combination": "listed", "combination_with": ("TAM",)}, {"partners": ["PM", "TAM"]}),
    ],
)
def test_what_an_agreement_allows_is_allowed(under, changes, given):
    path = under(replace(PM, **changes))
    assert ask(path, **given).agreements == ("C-1",)


def test_the_other_partners_agreement_must_allow_the_combination_too(under):
    path = under(PM, Agreement("TAM", "C-2", combination="no"))
    assert refused(path, partners=["PM", "TAM"]).values["reference"] == "C-2"


def test_the_most_severe_of_the_sources_decides(under):
    path = under(
        replace(PM, finest_shown="cell", small_count_threshold=3, recipients=("public",)),
        Agreement("TAM", "C-2", finest_shown="territory", small_count_threshold=11),
    )
    answer = ask(path, partners=["PM", "TAM"])
    assert (answer.finest, answer.threshold, answer.widest) == ("territory", 11, "restricted")


def test_named_institutions_are_those_that_all_agreements_name(under):
    path = under(
        replace(PM, recipients=("Préfecture", "Parquet")),
        Agreement("TAM", "C-2", recipients=("Parquet",)),
        Agreement("CSU", "C-3", recipients=("Bailleur",)),
    )
    print_it = {"use": "print", "diffusion": "restricted"}
    assert ask(path, partners=["PM", "TAM"], **print_it).named == ("Parquet",)
    assert ask(path, partners=["PM"], **print_it).named == ("Parquet", "Préfecture")
    assert refused(path, partners=["PM", "CSU"], **print_it).clause == "recipient"


def test_a_successor_in_force_takes_over_from_what_ended(under):
    ended = replace(PM, valid_from="2020-01-01", valid_to="2021-12-31")
    path = under(
        ended, replace(PM, reference="C-0", valid_from="2019-01-01", valid_to="2019-12-31")
    )
    assert refused(path, use="store").values["reference"] == "C-1"
    assert ask(path).ended == ("C-1",)
    under(replace(PM, reference="C-2", valid_from="2022-01-01"))
    assert ask(path, use="store").agreements == ("C-2",)


def test_a_condition_says_whose_records_and_which_categories(observatory, deliver):
    deliver("1;01/03/2026;10:00;Vol;700100;6200100;;", "2;02/03/2026;10:00;Tapage;700100;6200100;;")
    with connection.writing(observatory) as db:
        batches.ensure_partner(db, "TAM")
        assert gate.partners_of(db) == ["PM"]
        assert gate.partners_of(db, "category = 'incendie'") == []
    agreements.record(observatory, replace(PM, allowed_categories=("vol_tire",)))
    with connection.reading(observatory) as db:
        assert gate.ask_where(db, "view", "category = 'vol_tire'").agreements == ("C-1",)
        with pytest.raises(gate.AgreementError, match="bruit_voie_publique"):
            gate.ask_where(db, "view")


def test_a_refusal_leaves_a_line_in_the_journal_without_a_value(under):
    path = under(replace(PM, combination="no"))
    refusal = refused(path, partners=["PM", "TAM"])
    gate.note(refusal.file, refusal)
    with connection.reading(path) as db:
        line = db.execute(
            "SELECT action, table_name, record FROM journal ORDER BY fid DESC LIMIT 1"
        ).fetchone()
    assert line == ("refuse combination", "agreement", 1)
