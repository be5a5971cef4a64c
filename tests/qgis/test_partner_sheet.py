"""The workbook for a partner: made by the toolbox, filled in, read back by its own profile."""

import json
from datetime import date, time
from pathlib import Path

import openpyxl
import processing
import pytest
from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtTest import QTest

from oltp_plugin.gui.partner_sheet import PartnerSheetForm
from oltp_plugin.intake.saved_profiles import saved_profile
from oltp_plugin.observatory.connection import reading, writing
from processing_algorithms.observatory.partner_sheet_words import partner_sheet
from tests.pdf import copied
from tests.qgis.waiting import wait

PERIOD = {"PERIOD_FROM": "2026-10-01", "PERIOD_TO": "2026-10-31"}


@pytest.fixture
def made(town_observatory, tmp_path) -> dict:
    """A sheet for the municipal police, whose agreement covers one family and no severity."""
    agreement = tmp_path / "agreement.json"
    agreement.write_text(
        json.dumps(
            {
                "partner": "PM",
                "reference": "2026-1",
                "allowed_categories": ["vols_sans_violence"],
                "allowed_fields": ["occurred_to", "address", "territory", "place_kind", "count"],
            }
        ),
        encoding="utf-8",
    )
    observatory = str(town_observatory)
    processing.run("oltp:setagreement", {"OBSERVATORY": observatory, "INPUT": str(agreement)})
    return processing.run(
        "oltp:partnersheet",
        {
            "OBSERVATORY": observatory,
            "PARTNER": "PM",
            **PERIOD,
            "OUTPUT": str(tmp_path / "sheet.xlsx"),
            "PAPER": str(tmp_path / "sheet.pdf"),
        },
    ) | {"OBSERVATORY": observatory, "folder": tmp_path}


def columns_of(page) -> tuple[int, dict[str, int]]:
    """The header's line, and where each of its words stands."""
    for row in page.iter_rows():
        words = [cell.value for cell in row]
        if "What happened" in words:
            return row[0].row, {word: place for place, word in enumerate(words, 1) if word}
    raise AssertionError("no header")


def filled(made, rows, nothing=False) -> str:
    """A copy of the workbook with ``rows`` (header word -> value) typed in."""
    book = openpyxl.load_workbook(made["OUTPUT"])
    page = book.worksheets[0]
    line, places = columns_of(page)
    for offset, row in enumerate(rows, 1):
        for word, value in row.items():
            page.cell(line + offset, places[word], value)
    if nothing:
        box = next(
            row[0] for row in page.iter_rows(max_col=1) if row[0].value == "Nothing to report"
        )
        page.cell(box.row, 4, "yes")
    path = str(made["folder"] / "filled.xlsx")
    book.save(path)
    return path


def imported(made, file: str) -> dict:
    return processing.run(
        "oltp:importincidents",
        {"OBSERVATORY": made["OBSERVATORY"], "INPUT": file, "PROFILE": made["PROFILE"]},
    )


def label(made) -> str:
    book = openpyxl.load_workbook(made["OUTPUT"])
    return book["lists"]["A1"].value


def test_lists_hold_what_the_agreement_covers_and_no_column_takes_a_name(made):
    book = openpyxl.load_workbook(made["OUTPUT"])
    _, places = columns_of(book.worksheets[0])
    assert "Severity (0 to 9)" not in places
    assert {"Day", "Hour", "What happened", "Address", "Neighbourhood", "How many"} <= set(places)
    profile = json.loads(saved_profile_text(made))
    with reading(Path(made["OBSERVATORY"])) as connection:
        allowed = {
            code
            for (code,) in connection.execute(
                "SELECT code FROM category WHERE parent = 'vols_sans_violence'"
            )
        }
    assert set(profile["fields"]["category"]["values"].values()) == allowed
    rules = {
        str(rule.sqref).split(":")[0][:1]: rule.type
        for rule in book.worksheets[0].data_validations.dataValidation
    }
    assert {"list", "date", "time", "whole"} <= set(rules.values())


def saved_profile_text(made) -> str:
    return saved_profile(Path(made["OBSERVATORY"]), made["PROFILE"]).definition


def test_what_is_filled_in_is_read_back(made):
    word = label(made)
    rows = [
        {"Day": date(2026, 10, 3), "Hour": time(23, 30), "What happened": word, "How many": 2},
        {"Day": date(2026, 10, 4), "What happened": word, "Neighbourhood": "La Gare"},
        {"Day": date(2026, 10, 5), "Hour": time(8, 0), "What happened": "no such word"},
    ]
    result = imported(made, filled(made, rows))
    assert (result["READ"], result["INSERTED"], result["REJECTED"]) == (3, 2, 1)
    with reading(Path(made["OBSERVATORY"])) as connection:
        stored = connection.execute(
            "SELECT occurred_from, time_precision, count, territory IS NOT NULL FROM incident"
            " WHERE batch = ? ORDER BY occurred_from",
            (result["BATCH"],),
        ).fetchall()
        batch = connection.execute(
            "SELECT kind, period_from, period_to FROM batch WHERE fid = ?", (result["BATCH"],)
        ).fetchone()
    assert stored == [
        ("2026-10-03T23:30:00", "minute", 2, 0),
        ("2026-10-04T00:00:00", "day", 1, 1),
    ]
    assert batch == ("complete", "2026-10-01", "2026-10-31")


def test_a_ticked_box_is_a_nil_return_for_the_period(made):
    result = imported(made, filled(made, [], nothing=True))
    assert (result["READ"], result["INSERTED"]) == (0, 0)
    with reading(Path(made["OBSERVATORY"])) as connection:
        assert connection.execute(
            "SELECT kind, period_from, period_to, partner FROM batch WHERE fid = ?",
            (result["BATCH"],),
        ).fetchone() == ("nil", "2026-10-01", "2026-10-31", "PM")


def test_a_ticked_box_above_rows_and_an_empty_sheet_are_refused(made):
    row = {"Day": date(2026, 10, 3), "What happened": label(made)}
    with pytest.raises(QgsProcessingException, match="nothing to report, above 1 rows"):
        imported(made, filled(made, [row], nothing=True))
    with pytest.raises(QgsProcessingException, match="no row under its header"):
        imported(made, filled(made, []))


def test_paper_has_the_same_columns_and_lists(made):
    text = copied(made["PAPER"])
    assert "Nothing to report" in text and label(made) in text and "La Gare" in text


def test_an_unknown_partner_is_one_sentence(made):
    with pytest.raises(QgsProcessingException, match="partner"):
        processing.run(
            "oltp:partnersheet",
            {
                "OBSERVATORY": made["OBSERVATORY"],
                "PARTNER": "nobody",
                **PERIOD,
                "OUTPUT": str(made["folder"] / "x.xlsx"),
            },
        )


@pytest.fixture
def window(town_observatory):
    """The window that a partner's page and the menu open."""
    partners = [("PM", "Police municipale"), ("TC", 'Transports : "bus" / tram')]
    shown = PartnerSheetForm(town_observatory, partners, "TC")
    shown.show()
    yield shown
    shown.deleteLater()


def told(window) -> str:
    wait(window.outcomeLabel.isVisible)
    window.outcomeLabel.hide()
    return window.outcomeLabel.text()


def test_the_window_makes_workbook_and_paper_and_writes_over_nothing(window, town_observatory):
    folder = town_observatory.parent
    window.firstEdit.setDate(QDate(2026, 2, 1))
    assert window.lastEdit.date() == QDate(2026, 2, 28)
    for name in ("Transports bus tram 2026-02", "Transports bus tram 2026-02 (2)"):
        window.make()
        assert f"{name}.xlsx, {name}.pdf" in told(window)
        assert (folder / f"{name}.xlsx").stat().st_size and (folder / f"{name}.pdf").exists()
    window.paperBox.setChecked(False)
    window.partnerCombo.setCurrentIndex(0)
    window.lastEdit.setDate(QDate(2026, 2, 15))
    window.make()
    said = told(window)
    assert "Police municipale 2026-02-01 2026-02-15.xlsx" in said and ".pdf" not in said
    assert "Sheet of Police municipale" in said, "the profile that reads it back"


def test_the_window_says_what_is_in_the_way(window, tmp_path):
    window.lastEdit.setDate(QDate(1999, 1, 1))
    window.make()
    wait(lambda: window.messageBar.currentItem() is not None)
    assert not window.outcomeLabel.isVisible()
    window.folderWidget.lineEdit().selectAll()
    QTest.keyClicks(window.folderWidget.lineEdit(), str(tmp_path / "nowhere"))
    assert not window._make_button.isEnabled()
    assert window.messageBar.currentItem() is None
    QTest.keyClick(window.folderWidget.lineEdit(), Qt.Key.Key_Return)
    assert "no such folder" in window.messageBar.currentItem().text()
    window.folderWidget.setFilePath(str(tmp_path))
    assert window._make_button.isEnabled() and window.messageBar.currentItem() is None


def test_a_category_that_is_no_longer_in_use_is_not_listed(town_observatory):
    with writing(town_observatory) as db:
        db.execute("UPDATE category SET valid_to = '2026-09-30' WHERE code = 'vol_tire'")
        db.execute("UPDATE category SET valid_to = '2026-10-15' WHERE code = 'homicide'")
        db.execute("UPDATE category SET valid_from = '2026-11-01' WHERE code = 'outrage'")
    sheet = partner_sheet(town_observatory, "TC", date(2026, 10, 1), date(2026, 10, 31))
    (listed,) = [each.choices for each in sheet.columns if each.field == "category"]
    codes = set(listed.values())
    assert "homicide" in codes and not {"vol_tire", "outrage"} & codes
