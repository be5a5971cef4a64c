"""What is typed into a date widget is the day that it then holds."""

import pytest
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDateEdit

from oltp_plugin.gui.day_edits import TypedDay
from tests.qgis.waiting import wait


@pytest.fixture
def edit(qgis_app):
    shown = QDateEdit()
    shown.setDisplayFormat("dd/MM/yyyy")
    TypedDay(shown)
    shown.show()
    shown.activateWindow()
    shown.setFocus()
    wait(shown.hasFocus)
    yield shown
    shown.deleteLater()


@pytest.mark.parametrize("shown", ["2026-11-27", "2026-02-28", "2026-01-31", "2024-02-29"])
@pytest.mark.parametrize(
    "typed, day",
    [
        ("31032024", "2024-03-31"),
        ("29022024", "2024-02-29"),
        ("31/12/1999", "1999-12-31"),
        ("01012026", "2026-01-01"),
        ("30062025", "2025-06-30"),
    ],
)
def test_a_day_that_is_typed(edit, shown, typed, day):
    edit.setDate(QDate.fromString(shown, "yyyy-MM-dd"))
    edit.setSelectedSection(QDateEdit.Section.DaySection)
    for key in typed:
        QTest.keyClicks(edit, key)
        QTest.qWait(1)
    wait(lambda: edit.date().toString("yyyy-MM-dd") == day, 5)


def test_a_month_is_typed_as_before(edit):
    edit.setDisplayFormat("MM/yyyy")
    edit.setDate(QDate(2026, 11, 1))
    edit.setSelectedSection(QDateEdit.Section.MonthSection)
    for key in "032024":
        QTest.keyClicks(edit, key)
        QTest.qWait(1)
    assert edit.date() == QDate(2024, 3, 1)


def test_a_day_and_a_month_of_this_year(edit):
    edit.setDate(QDate(2026, 11, 27))
    edit.setSelectedSection(QDateEdit.Section.DaySection)
    for key in "3112":
        QTest.keyClicks(edit, key)
        QTest.qWait(1)
    wait(lambda: edit.date() == QDate(2026, 12, 31), 5)
    for key in "2024":
        QTest.keyClicks(edit, key)
    wait(lambda: edit.date() == QDate(2024, 12, 31), 5)
