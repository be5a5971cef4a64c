"""The window of the purge: it shows what would go, purges only once that is confirmed."""

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from oltp_plugin.gui.current_observatory import CurrentObservatory
from oltp_plugin.gui.purge import Purge
from oltp_plugin.observatory import agreements, connection, purging
from tests.qgis.session import said_in
from tests.qgis.waiting import wait


@pytest.fixture
def expired(town_observatory):
    agreements.record(
        town_observatory,
        agreements.Agreement("TC", "Convention <7>", valid_from="2020-01-01", retention_months=12),
    )
    return town_observatory


@pytest.fixture
def window(qgis_app, expired):
    shown = Purge(expired)
    shown.show()
    wait(lambda: shown._plan is not None)
    yield shown
    shown.close()
    shown.deleteLater()


def count(path):
    with connection.reading(path) as db:
        return db.execute("SELECT count(*) FROM incident").fetchone()[0]


def test_it_shows_what_would_go_and_waits_for_a_yes(window, expired):
    n = purging.plan(expired).n
    assert n == 21 and window.headLabel.text().startswith("21 records")
    shown = [window.groupsTable.item(0, column).text() for column in range(5)]
    assert shown[0] == "Transports" and shown[2] == "12 months (Convention <7>)"
    rows = window.groupsTable.rowCount()
    assert sum(int(window.groupsTable.item(row, 4).text()) for row in range(rows)) == 21
    assert not window._purge_button.isEnabled()
    window.confirmBox.setChecked(True)
    assert window._purge_button.isEnabled()
    assert count(expired) == 61


def test_confirmed_it_purges_and_writes_a_certificate(window, expired):
    told = []
    window.purged.connect(lambda: told.append(1))
    certificate = window.certificateWidget.filePath()
    window.confirmBox.setChecked(True)
    QTest.mouseClick(window._purge_button, Qt.MouseButton.LeftButton)
    wait(lambda: told and window._plan is not None)
    assert count(expired) == 40
    assert expired.parent.joinpath(certificate).read_bytes().startswith(b"%PDF")
    assert "Purged: 21 records." in window.messageBar.currentItem().text()
    assert window.headLabel.text() == "No record has reached the end of its retention."
    assert window.certificateWidget.filePath() != certificate, "the next one does not replace it"
    assert not window.confirmBox.isVisible() and not window._purge_button.isEnabled()


def test_a_clause_that_cannot_be_understood_is_a_sentence(qgis_app, expired):
    with connection.writing(expired) as db:
        db.execute("UPDATE agreement SET retention_months = 0")
    shown = Purge(expired)
    shown.show()
    wait(lambda: shown.messageBar.currentItem() is not None)
    assert "Convention <7>" in said_in(shown.messageBar)
    assert not shown._purge_button.isEnabled()
    shown.close()


def test_opening_tells_how_many_are_past_their_time(qgis_app, expired):
    current, told, opened = CurrentObservatory(), [], []
    current.past.connect(told.append)
    current.changed.connect(lambda: opened.append(1))
    try:
        current.open(expired)
        wait(lambda: told)
        assert told == [21]
        purging.purge(expired)
        opened.clear()
        current.open(expired)
        wait(lambda: opened)
        assert told == [21]
    finally:
        current.disconnect_project()
