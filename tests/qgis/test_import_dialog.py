"""The import's window, driven step by step on the sample's files as its user does."""

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox

from oltp_plugin import settings
from oltp_plugin.gui.import_dialog import looking
from oltp_plugin.gui.import_dialog.check_step import CheckStep
from oltp_plugin.gui.import_dialog.choices import read_choices
from oltp_plugin.gui.import_dialog.columns_step import ColumnsStep, format_words, pattern_of
from oltp_plugin.gui.import_dialog.dialog import ImportIncidents
from oltp_plugin.gui.import_dialog.file_step import FileStep
from oltp_plugin.gui.import_dialog.words_step import Word, WordList, WordsStep
from oltp_plugin.observatory import agreements
from oltp_plugin.observatory.agreements import Agreement
from oltp_plugin.observatory.connection import reading
from oltp_plugin.observatory.summary import summary
from tests.qgis.waiting import wait

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
POLICE = SAMPLE / "police_municipale.csv"


@pytest.fixture
def opened(qgis_app, town_observatory, tmp_path, monkeypatch):
    """Opens the window on the town's observatory, as often as asked; all are closed again."""
    monkeypatch.setattr(settings.Settings, "keys", lambda self: tmp_path / "keys")
    shown = []

    def open_window() -> ImportIncidents:
        window = ImportIncidents(read_choices(town_observatory, "en"))
        window.show()
        shown.append(window)
        return window

    yield open_window
    for window in shown:
        window.close()
        window.deleteLater()


def idle(window) -> bool:
    return not window.progressBar.isVisible()


def look(window, file: Path) -> None:
    window.open_file(file)
    wait(lambda: idle(window))


def go(window, button) -> None:
    button.click()
    wait(lambda: idle(window))


def verdict(window) -> str:
    return window.findChild(CheckStep).verdictLabel.text()


def figure(window, name: str) -> int:
    text = window.findChild(CheckStep)._figures[name].text()
    return int("".join(letter for letter in text if letter.isdigit()))


def give(window, word: str, code: str) -> None:
    """The word's row gets the town's code, as the editor of its cell would set it."""
    table = window.findChild(WordsStep).wordsTable
    rows = [row for row in range(table.rowCount()) if table.item(row, 0).text() == word]
    table.item(rows[0], 2).setData(Qt.ItemDataRole.UserRole, code)


def import_police(window, name: str = "") -> None:
    """Everything as proposed, one word given, the partner said."""
    look(window, POLICE)
    window.partnerCombo.setCurrentIndex(window.partnerCombo.findData("PM"))
    window.nameEdit.setText(name)
    go(window, window.wordsButton)
    give(window, "Rixe", "coups_blessures")
    go(window, window.checkButton)
    go(window, window.importButton)


def test_what_was_proposed_is_checked_imported_and_undone(opened, town_observatory):
    before = summary(town_observatory).total
    window = opened()
    told = []
    window.imported.connect(told.append)
    look(window, POLICE)
    window.partnerCombo.setCurrentIndex(window.partnerCombo.findData("PM"))
    go(window, window.checkButton)
    assert figure(window, "READ") == 3400
    unmatched = figure(window, "REJECTED")
    assert summary(town_observatory).total == before  # a check writes nothing
    go(window, window.wordsButton)
    give(window, "Rixe", "coups_blessures")
    go(window, window.checkButton)
    assert unmatched - figure(window, "REJECTED") == 126  # the rows with that word
    new = figure(window, "INSERTED")
    go(window, window.importButton)
    assert summary(town_observatory).total == before + new
    assert told == [1]
    go(window, window.findChild(CheckStep).undoButton)
    assert summary(town_observatory).total == before


def test_the_columns_of_the_sample_are_proposed_right(opened):
    window = opened()
    for name in ("police_municipale", "bailleur", "transports"):
        look(window, SAMPLE / f"{name}.csv")
        step = window.findChild(ColumnsStep)
        known = json.loads((SAMPLE / f"{name}.json").read_text(encoding="utf-8"))
        entries = step.fields()
        for field in ("occurred_from", "category", "x", "y"):
            expected = known["fields"][field]
            for key in ("column", "columns", "format"):
                assert entries[field].get(key) == expected.get(key), (name, field)
        assert step.crs().authid() == known["crs"]
        assert step.obstacle() == ""


def test_a_saved_profile_recognises_its_next_file(opened):
    import_police(opened(), "Police of the town")
    window = opened()
    look(window, POLICE)
    assert window.profileCombo.currentText() == "Police of the town"
    assert window.partnerCombo.currentText() == "PM – Police municipale"
    go(window, window.checkButton)
    assert figure(window, "INSERTED") == figure(window, "UPDATED") == 0
    assert figure(window, "UNCHANGED") > 1000
    assert not window.importButton.isEnabled() or "already" in verdict(window)


def test_a_month_that_lacks_a_word_does_not_make_the_profile_forget_it(
    opened, town_observatory, tmp_path
):
    import_police(opened(), "Police of the town")
    first, *rows = POLICE.read_text(encoding="cp1252").splitlines(keepends=True)
    lacking = tmp_path / "quiet_month.csv"
    quiet = [row for row in reversed(rows) if ";Rixe;" not in row]  # the words in another order
    lacking.write_text("".join([first, *quiet]), encoding="cp1252")
    window = opened()
    look(window, lacking)
    go(window, window.checkButton)
    go(window, window.importButton)
    assert "Imported" in verdict(window)
    with reading(town_observatory) as connection:
        saved = connection.execute("SELECT version, definition FROM import_profile").fetchall()
    assert [version for version, _ in saved] == [1]
    assert json.loads(saved[0][1])["fields"]["category"]["values"]["Rixe"] == "coups_blessures"


@pytest.mark.parametrize(
    ("field", "further", "former", "word", "kept"),
    [
        ("place_kind", {}, {"Voie publique": "street", "Cave": "dwelling"}, "VOIE PUBLIQUE", None),
        ("category", {"scheme": "etat4001"}, {"27": "vol_tire"}, "027", "27"),
        ("category", {}, {"Vol": "vol_tire"}, "VOL", "VOL"),
    ],
)
def test_the_profiles_words_are_known_as_the_import_knows_them(field, further, former, word, kept):
    entry = {"column": "C", **further}
    used = SimpleNamespace(profile={"fields": {field: {**entry, "values": former}}})
    words = WordList(field, "", [], True, [Word(word, 3, "autre_delit", "", True)])
    values = looking._values(words, entry, used)
    assert values == {**former, kept or next(iter(former)): "autre_delit"}


def test_a_labels_key_leads_to_where_one_types(opened):
    window = opened()
    fields = window.findChild(FileStep), window.findChild(ColumnsStep)
    file, system = fields[0].fileLabel.buddy(), fields[1].crsLabel.buddy()
    assert file is fields[0].fileWidget.lineEdit()
    assert fields[1].crsWidget.isAncestorOf(system)
    assert all(each.focusPolicy() != Qt.FocusPolicy.NoFocus for each in (file, system))
    following = fields[1].findChild(QComboBox, "occurred_from_how").nextInFocusChain()
    while not isinstance(following, QComboBox):  # what is inside the one before
        following = following.nextInFocusChain()
    assert following.objectName() == "occurred_to_column"


def test_a_changed_header_is_said_and_repaired(opened, tmp_path):
    import_police(opened(), "Police of the town")
    text = POLICE.read_text(encoding="cp1252").replace("Nature;", "Nature du fait;", 1)
    changed = tmp_path / "changed.csv"
    changed.write_text(text, encoding="cp1252")
    window = opened()
    look(window, changed)
    assert "Nature du fait" in window._bar.currentItem().text()
    assert window.findChild(ColumnsStep).fields()["category"]["column"] == "Nature du fait"


def test_a_correction_of_the_layout_is_read_again(opened):
    window = opened()
    look(window, POLICE)
    step = window.findChild(FileStep)
    assert step.encodingCombo.currentData() == "cp1252"
    step.encodingCombo.setCurrentIndex(step.encodingCombo.findData("cp850"))
    step.encodingCombo.activated.emit(step.encodingCombo.currentIndex())
    wait(lambda: idle(window))
    header = step.previewTable.model().headerData(0, Qt.Orientation.Horizontal)
    assert header != "N° fiche" and header.endswith("fiche")


def test_no_step_is_passed_without_what_it_needs(opened):
    window = opened()
    assert not window.nextButton.isEnabled()
    look(window, POLICE)
    go(window, window.checkButton)
    assert window.pages.currentIndex() == 0
    assert "which partner" in window._bar.currentItem().text()


def test_a_file_that_is_none_gets_one_sentence(opened, tmp_path):
    window = opened()
    broken = tmp_path / "broken.csv"
    broken.write_bytes(b"")
    look(window, broken)
    assert "broken.csv is empty" in window._bar.currentItem().text()
    assert not window.nextButton.isEnabled()


def test_a_name_that_leads_nowhere_is_said_once_it_is_typed_and_imports_nothing(opened):
    window = opened()
    look(window, POLICE)
    assert window.nextButton.isEnabled()
    line = window.findChild(FileStep).fileWidget.lineEdit()
    line.setFocus()
    line.end(False)
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert window._bar.currentItem() is None
    assert not window.nextButton.isEnabled(), "the file that was read is not the one that is named"
    assert window.findChild(FileStep).previewTable.model().rowCount() == 0
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "no file of this name" in window._bar.currentItem().text()
    QTest.keyClick(line, "v")
    wait(lambda: idle(window))
    assert window._bar.currentItem() is None
    assert window.nextButton.isEnabled()


def test_a_nil_return_is_recorded(opened, town_observatory):
    window = opened()
    window._delivery.record_nil("TC", "2026-09-01", "2026-09-30")
    wait(lambda: idle(window))
    with reading(town_observatory) as connection:
        batch = connection.execute("SELECT partner, kind, period_to FROM batch").fetchall()
    assert batch == [("TC", "nil", "2026-09-30")]


def test_a_date_is_written_in_words_and_back():
    assert format_words("%d/%m/%Y %H:%M") == "dd/mm/yyyy HH:MM"
    assert pattern_of("dd/mm/yyyy HH:MM") == "%d/%m/%Y %H:%M"
    assert pattern_of("any day") is None


def test_a_starting_point_that_does_not_fit_is_said(opened):
    window = opened()
    look(window, SAMPLE / "transports.csv")
    place = window.profileCombo.findText("Gendarmerie", Qt.MatchFlag.MatchContains)
    assert place > 0
    window.profileCombo.setCurrentIndex(place)
    window.profileCombo.activated.emit(place)
    wait(lambda: idle(window))
    assert "hardly any" in window._bar.currentItem().text()
    assert window.findChild(ColumnsStep).fields()["category"]["column"] == "type_evt"


def test_what_is_changed_after_the_check_is_checked_again_before_an_import(opened):
    window = opened()
    look(window, POLICE)
    window.partnerCombo.setCurrentIndex(window.partnerCombo.findData("PM"))
    go(window, window.checkButton)
    assert window.importButton.isEnabled()
    window.partnerCombo.setEditText("OTHER")
    assert not window.importButton.isEnabled()
    assert "check again" in verdict(window)
    window.partnerCombo.setEditText("")
    go(window, window.findChild(CheckStep).againButton)
    assert "which partner" in window._bar.currentItem().text()


def test_a_date_that_two_orders_fit_is_asked(opened, tmp_path):
    file = tmp_path / "log.csv"
    rows = "".join(f"{n};0{1 + n % 9}/0{1 + n % 7}/2024;Tag\n" for n in range(40))
    file.write_text(f"Numéro;Date du fait;Nature\n{rows}", encoding="utf-8")
    window = opened()
    look(window, file)
    step = window.findChild(ColumnsStep)
    assert "Occurred, from" in step.obstacle()
    how = step.findChild(QComboBox, "occurred_from_how")
    how.setCurrentIndex(how.findText("dd/mm/yyyy"))
    how.activated.emit(how.currentIndex())
    assert step.obstacle() == ""
    assert step.fields()["occurred_from"]["format"] == "%d/%m/%Y"


def test_a_layer_gives_its_own_points(opened, tmp_path):
    file = tmp_path / "points.geojson"
    points = [
        {
            "type": "Feature",
            "properties": {"id": n, "date": f"2024-05-{n + 1:02}", "nature": "Tag"},
            "geometry": {"type": "Point", "coordinates": [3.03 + n / 1e4, 46.52]},
        }
        for n in range(20)
    ]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": points}))
    window = opened()
    look(window, file)
    step = window.findChild(ColumnsStep)
    assert step.fields()["geometry"] == {} and step.crs().authid() == "EPSG:4326"
    window.partnerCombo.setEditText("NEW")
    go(window, window.wordsButton)
    give(window, "Tag", "tag")
    go(window, window.checkButton)
    assert (figure(window, "INSERTED"), figure(window, "UNLOCATED")) == (20, 0)


def test_an_ended_agreement_and_what_one_does_not_cover_are_named(opened, town_observatory):
    ended = Agreement("PM", "C-2026-7", valid_to="2020-12-31")
    agreements.record(town_observatory, ended)
    window = opened()
    look(window, POLICE)
    window.partnerCombo.setCurrentIndex(window.partnerCombo.findData("PM"))
    go(window, window.checkButton)
    sentence = window._bar.currentItem().text()
    assert "C-2026-7" in sentence and "2020-12-31" in sentence
    assert not window.importButton.isEnabled()
    agreements.record(
        town_observatory, replace(ended, valid_to=None, allowed_categories=("tranquillite",))
    )
    go(window, window.fileButton)
    go(window, window.checkButton)
    notes = window.findChild(CheckStep).notesLabel.text()
    assert "C-2026-7" in notes and "category" in notes


def test_a_profile_goes_into_a_file_and_comes_back(opened, tmp_path, monkeypatch):
    file = tmp_path / "tram.json"
    names = "oltp_plugin.gui.import_dialog.dialog.QFileDialog"
    monkeypatch.setattr(f"{names}.getSaveFileName", lambda *_arguments: (str(file), ""))
    monkeypatch.setattr(f"{names}.getOpenFileName", lambda *_arguments: (str(file), ""))
    window = opened()
    look(window, SAMPLE / "transports.csv")
    window.partnerCombo.setEditText("TRAM")
    window.nameEdit.setText("Tram of the town")
    window._export_profile()
    wait(file.exists)
    written = json.loads(file.read_text(encoding="utf-8"))
    assert (written["name"], written["partner"]) == ("Tram of the town", "TRAM")
    other = opened()
    look(other, SAMPLE / "transports.csv")
    other._open_profile()
    wait(lambda: idle(other))
    assert other.profileCombo.currentText() == "Tram of the town"
    assert other.partnerCombo.currentText() == "TRAM"
    file.unlink()
    other._export_profile()
    wait(file.exists)
    assert json.loads(file.read_text(encoding="utf-8"))["fields"] == written["fields"]
