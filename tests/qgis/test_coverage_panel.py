"""The coverage panel: who is late is said, a missing month takes a nil return in one click."""

from datetime import date

import processing
import pytest
from qgis.core import QgsProcessingException

from oltp_plugin.gui.coverage import dock
from oltp_plugin.gui.coverage.dock import CoveragePanel
from oltp_plugin.gui.coverage.expected_dialog import ExpectedDialog
from oltp_plugin.observatory.agreements import RHYTHMS
from oltp_plugin.observatory.connection import reading, writing
from oltp_plugin.observatory.expected import expected
from tests.qgis.waiting import wait


def month(back: int) -> str:
    number = 12 * date.today().year + date.today().month - 1 - back
    return f"{number // 12:04}-{number % 12 + 1:02}"


@pytest.fixture
def panel(qgis_app, town_observatory):
    """PM delivered all but the month before last; TC's last month has not come."""
    with writing(town_observatory) as connection:
        connection.execute("UPDATE partner SET rhythm = 'monthly', delivery_day = 1")
        for partner, months in (("PM", (1, *range(3, 13))), ("TC", range(2, 13))):
            for back in months:
                connection.execute(
                    "INSERT INTO batch (partner, kind, period_from, period_to, imported_at)"
                    f" VALUES (?, 'complete', '{month(back)}-01', '{month(back)}-28',"
                    f" '{month(back)}-28T09:00:00')",
                    (partner,),
                )
    shown = CoveragePanel()
    shown.resize(900, 300)
    shown.show()
    shown.show_observatory(town_observatory)
    wait(lambda: shown.matrixTable.rowCount() == 2)
    yield shown
    shown.discard()
    shown.close()
    shown.deleteLater()


def choose(panel, partner: str, back: int) -> str:
    table = panel.matrixTable
    titles = [table.horizontalHeaderItem(i).text() for i in range(table.columnCount())]
    rows = [table.verticalHeaderItem(i).toolTip() for i in range(table.rowCount())]
    year, number = month(back).split("-")
    table.setCurrentCell(rows.index(partner), titles.index(f"{number}/{year}"))
    return table.currentItem().text()


def test_no_month_before_the_first_delivery_is_missing(town_observatory):
    with writing(town_observatory) as connection:
        connection.execute("DELETE FROM incident WHERE occurred_from < '2024-03-01'")
        connection.execute("UPDATE partner SET rhythm = 'monthly', delivery_day = 1")
    shown = dock._read(town_observatory, "2023-10-01", "2024-04-30", "2024-04-01")
    assert sorted({each.month for each in shown.months}) == ["2024-03", "2024-04"]


def test_a_month_that_something_is_said_of_hides_none_before_it(town_observatory):
    with writing(town_observatory) as connection:
        connection.execute(
            "UPDATE incident SET occurred_from = '2026-03-05T00:00:00'"
            " WHERE fid = (SELECT min(fid) FROM incident WHERE partner = 'TC')"
        )
    shown = dock._read(town_observatory, "2026-01-01", "2026-03-31", "2026-03-01")
    assert sorted({each.month for each in shown.months}) == ["2026-01", "2026-02", "2026-03"]


def test_who_is_late_and_what_is_missing_is_said(panel):
    assert panel.verdictLabel.text() == "Late: Transports. Months missing: Police municipale."
    assert choose(panel, "TC", 1) == "late"
    assert choose(panel, "PM", 2) == "missing"
    assert choose(panel, "PM", 1) == ""
    assert not panel.recordNilButton.isVisible()


def test_the_last_month_with_records_says_what_share_is_located(panel, town_observatory):
    with writing(town_observatory) as connection:
        connection.execute(
            "UPDATE incident SET occurred_from = ?, reported_at = ?"
            " WHERE partner = 'PM' AND fid <= 10",
            (f"{month(3)}-05T10:00:00", f"{month(3)}-07T22:00:00"),
        )
    panel.show_observatory(town_observatory)
    wait(lambda: panel.matrixTable.item(0, 0) is not None)
    assert panel.matrixTable.item(0, 0).text() == "90 %"  # one of ten has no point
    assert panel.matrixTable.item(0, 1).text() == "2.5"
    assert choose(panel, "PM", 3) == "10"


def test_a_missing_month_takes_a_nil_return_in_one_click_and_gives_it_back(panel, town_observatory):
    told = []
    panel.changed.connect(lambda: told.append(1))
    choose(panel, "TC", 1)
    assert panel.recordNilButton.isVisible()
    panel.recordNilButton.click()
    wait(lambda: "Nothing to report last month: Transports." in panel.verdictLabel.text())
    assert choose(panel, "TC", 1) == "nil"
    with reading(town_observatory) as connection:
        last = connection.execute(
            "SELECT partner, kind, period_from, undone_at FROM batch ORDER BY fid DESC"
        ).fetchone()
    assert last == ("TC", "nil", f"{month(1)}-01", None)
    panel.undoNilButton.click()
    wait(lambda: "Late: Transports." in panel.verdictLabel.text())
    assert told == [1, 1]


def test_no_observatory_is_an_empty_panel(panel):
    panel.show_observatory(None)
    assert panel.matrixTable.rowCount() == 0 and panel.verdictLabel.text() == ""
    panel.monthsCombo.setCurrentIndex(1)


def test_when_a_delivery_is_expected_is_asked_and_kept(panel, town_observatory):
    choose(panel, "TC", 1)
    dialog = ExpectedDialog("Transports", *expected(town_observatory, "TC"))
    assert dialog.parameters() == {"RHYTHM": RHYTHMS.index("monthly"), "DELIVERY_DAY": 1}
    dialog._rhythm.setCurrentIndex(RHYTHMS.index("none"))
    dialog._day.setValue(0)
    panel.expect("TC", dialog.parameters())
    wait(lambda: panel.verdictLabel.text() == "Months missing: Police municipale.")
    assert expected(town_observatory, "TC") == ("none", None)
    dialog.deleteLater()


def test_an_unknown_partner_is_one_sentence(town_observatory):
    with pytest.raises(QgsProcessingException, match="no partner"):
        processing.run(
            "oltp:expectdeliveries",
            {"OBSERVATORY": str(town_observatory), "PARTNER": "X", "RHYTHM": 2},
        )
