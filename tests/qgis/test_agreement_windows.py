"""The agreement's form and the partners' pages, as their user meets them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMessageBox

from oltp_plugin.gui.agreement_form import AgreementForm, read_lists
from oltp_plugin.gui.algorithm_run import AlgorithmRun
from oltp_plugin.gui.partners import Partners
from oltp_plugin.observatory import agreement_document, agreements, batches
from oltp_plugin.observatory.agreements import Agreement
from oltp_plugin.observatory.connection import reading
from tests.qgis.waiting import wait

WHOLE = Agreement(
    "PM",
    "2026-04",
    document="GED 118",
    signed_on="2025-12-12",
    valid_from="2026-01-01",
    valid_to="2099-12-31",
    purposes=("mapping", "analysis", "bilan annuel"),
    allowed_fields=("x", "y", "address"),
    allowed_categories=("vol_tire", "tranquillite"),
    finest_stored="address",
    finest_shown="cell",
    recipients=("internal", "restricted", "Préfecture"),
    combination="listed",
    combination_with=("TC", "CSU"),
    small_count_threshold=5,
    retention_months=36,
    retention_by_category={"vol_tire": 24, "tranquillite": 12},
    dwelling_numbers=True,
    rhythm="monthly",
)


def same(one: Agreement, other: Agreement) -> bool:
    """Equal but for the order of what is listed."""
    lists = ("purposes", "allowed_fields", "allowed_categories", "recipients", "combination_with")

    def unordered(agreement):
        values = {name: getattr(agreement, name) for name in lists}
        return replace(agreement, **{n: v and tuple(sorted(v)) for n, v in values.items()})

    return unordered(one) == unordered(other)


@pytest.fixture
def form(qgis_app, town_observatory):
    shown = []

    def show(agreement=None, partner=""):
        window = AgreementForm(read_lists(town_observatory, "en"), agreement, partner)
        window.show()
        shown.append(window)
        return window

    yield show
    for window in shown:
        window.done(0)
        window.deleteLater()


@pytest.fixture
def page(qgis_app, town_observatory):
    shown = []

    def show(partner=""):
        window = Partners(town_observatory, partner)
        window.show()
        shown.append(window)
        wait(lambda: not window._reading.busy)
        return window

    yield show
    for window in shown:
        window.close()
        window.deleteLater()


def test_every_clause_goes_through_the_form(form, tmp_path):
    assert same(form(WHOLE).agreement(), WHOLE)
    plain = Agreement("PM", "1")
    assert form(plain).agreement() == plain
    nothing = Agreement(
        "PM", "1", purposes=(), allowed_fields=(), allowed_categories=(), recipients=("internal",)
    )
    assert form(nothing).agreement() == nothing
    file = tmp_path / "a.json"
    form(WHOLE).save(file)
    other = form()
    other.load(file)
    assert same(other.agreement(), WHOLE)


def test_the_form_says_what_is_missing_and_records_through_the_toolbox(form, town_observatory):
    window = form()
    button = window.buttonBox.button(window.buttonBox.StandardButton.Save)
    assert not button.isEnabled() and "Choose the partner" in window.adviceLabel.text()
    window.partnerCombo.setEditText("CSU")
    assert not button.isEnabled() and "reference" in window.adviceLabel.text()
    QTest.keyClicks(window.referenceEdit, "C-9")
    window.fromEdit.setDate(QDate(2026, 1, 1))
    window.untilEdit.setDate(QDate(2025, 1, 1))
    assert not button.isEnabled() and "before it begins" in window.adviceLabel.text()
    window.untilEdit.clear()
    assert button.isEnabled()
    told = []
    window.recorded.connect(told.append)
    button.click()
    wait(lambda: told)
    assert told == ["CSU"]
    assert not window.isVisible()
    with reading(town_observatory) as db:
        assert agreements.current(db, "CSU") == Agreement("CSU", "C-9", valid_from="2026-01-01")


def test_it_closes_after_a_yes_only_and_never_while_it_records(form, monkeypatch):
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard]
    monkeypatch.setattr(QMessageBox, "question", lambda *_words: answers.pop(0))
    untouched, window, other = form(WHOLE), form(WHOLE), form(WHOLE)
    untouched.reject()
    assert not untouched.isVisible() and len(answers) == 2
    window.referenceEdit.setText("2026-05")
    window.reject()
    assert window.isVisible()
    window.reject()
    assert not window.isVisible() and answers == []
    told = []
    other.recorded.connect(told.append)
    other.record()
    other.reject()
    assert other.isVisible()
    wait(lambda: told)
    assert not other.isVisible()


def test_what_cannot_be_read_is_said_and_changes_nothing(form, tmp_path):
    window = form(WHOLE)
    (tmp_path / "bad.json").write_text('{"partner": "PM", "reference": "1", "finest": 3}')
    window.load(tmp_path / "bad.json")
    assert "“finest”" in window.messageBar.currentItem().text()
    assert same(window.agreement(), WHOLE)


def test_a_family_stands_for_all_of_its_own_and_the_filter_finds_them(form):
    window = form(replace(WHOLE, allowed_categories=("tranquillite",)))
    tree = window.categoryTree
    (family,) = [
        tree.topLevelItem(row)
        for row in range(tree.topLevelItemCount())
        if tree.topLevelItem(row).checkState(0) == Qt.CheckState.Checked
    ]
    family.child(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert family.checkState(0) == Qt.CheckState.PartiallyChecked
    assert len(window.agreement().allowed_categories) == family.childCount() - 1
    window.categoryFilter.setText("pickpocket")
    shown = [
        row for row in range(tree.topLevelItemCount()) if not tree.topLevelItem(row).isHidden()
    ]
    assert len(shown) == 1 and tree.topLevelItem(shown[0]).isExpanded()


def test_a_partners_page_says_what_is_agreed_held_and_delivered(page, town_observatory):
    agreements.record(town_observatory, WHOLE)
    batches.nil_return(town_observatory, "PM", "2026-01-01", "2026-01-31")
    window = page("PM")
    text = window.pageBrowser.toPlainText()
    for words in ("2026-04 is in force", "GED 118", "mapping", "Préfecture", "5"):
        assert words in text
    assert "2024" in text and "40" in text
    assert "nothing to report" in text
    window.partnerFilter.setText("trans")
    assert window.partnersList.item(0).isHidden()
    window.partnersList.setCurrentRow(1)
    assert not window.editButton.isEnabled(), "its page is not read yet"
    wait(lambda: not window._reading.busy)
    assert "No agreement" in window.pageBrowser.toPlainText()
    assert not window.exportButton.isEnabled()


@pytest.mark.parametrize(
    ("days", "words"), [(-1, "ended on"), (20, "in 20 days"), (200, "is in force")]
)
def test_a_page_warns_of_an_end(page, town_observatory, days, words):
    last = str(date.today() + timedelta(days=days))
    agreements.record(town_observatory, Agreement("PM", "C-1", valid_to=last))
    assert words in page("PM").pageBrowser.toPlainText()


def test_hostile_names_are_shown_as_they_are(page, form, town_observatory):
    name = "<b>'; DROP TABLE incident; -- %s & 🚓"
    agreements.record(town_observatory, Agreement("PM", name, recipients=(name,)))
    assert name in page("PM").pageBrowser.toPlainText()
    with reading(town_observatory) as db:
        known = agreements.current(db, "PM")
    assert form(known).agreement().reference == name
    assert name in agreement_document.to_json(known).replace("\\/", "/")


def run_in_window(algorithm: str, parameters: dict) -> str:
    """The sentence that a window gets when it runs an algorithm and is refused."""
    told = []
    run = AlgorithmRun(algorithm, parameters)
    run.failed.connect(told.append)
    run.succeeded.connect(lambda _outputs: told.append("succeeded"))
    run.start()
    wait(lambda: told)
    return told[0]


@pytest.mark.parametrize(
    ("algorithm", "clauses", "words"),
    [
        ("kerneldensity", {"allowed_categories": ("homicide",)}, "does not cover"),
        ("kerneldensity", {"purposes": ("mapping",)}, "“analysis”"),
        ("kerneldensity", {"finest_shown": "territory"}, "the territory"),
        ("kerneldensity", {"combination": "no"}, "TC"),
        ("printmap", {"recipients": ("internal",)}, "internal use"),
        ("printmap", {"valid_to": "2020-12-31"}, "2020-12-31"),
    ],
)
def test_a_window_that_runs_an_algorithm_is_told_agreement_and_clause(
    town_observatory, tmp_path, algorithm, clauses, words
):
    agreements.record(town_observatory, Agreement("PM", "C-2026-7", **clauses))
    subset = "1" if "combination" in clauses else "partner = 'PM'"
    layer = QgsVectorLayer(f"{town_observatory}|layername=incident|subset={subset}", "i", "ogr")
    output = str(tmp_path / ("map.pdf" if algorithm == "printmap" else "a.tif"))
    parameters = {
        "kerneldensity": {"INPUT": layer.source(), "OUTPUT": output},
        "printmap": {"LAYERS": [layer.source()], "TITLE": "T", "DIFFUSION": 1, "OUTPUT": output},
    }[algorithm]
    sentence = run_in_window(f"oltp:{algorithm}", parameters)
    assert "C-2026-7" in sentence
    assert words in sentence
