"""Another observatory is opened, or none, while windows of the first one stay open."""

import shutil

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsMapTool
from qgis.PyQt.QtCore import QDate, QPoint, Qt, QTime
from qgis.PyQt.QtTest import QTest

from oltp_plugin.geos import load_shapely
from oltp_plugin.gui.follow_up.reading import read
from oltp_plugin.gui.import_windows import ImportWindows
from oltp_plugin.gui.partner_windows import PartnerWindows
from oltp_plugin.intake import drafts as kept
from oltp_plugin.intake import entering
from oltp_plugin.intake.entry import Entry
from oltp_plugin.observatory import agreements, connection
from oltp_plugin.observatory.agreements import Agreement
from oltp_plugin.observatory.sites import Decision
from tests.qgis.session import Session, button_in, delete_now, with_a_site
from tests.qgis.waiting import wait

load_shapely()


@pytest.fixture
def town(town_observatory, drafts):
    return with_a_site(town_observatory)


@pytest.fixture
def other(town, tmp_path):
    """Another file with the same rows and one incident more, entered by hand."""
    path = tmp_path / "Autre.gpkg"
    shutil.copy(town, path)
    with connection.writing(path) as db:
        db.execute("UPDATE observatory SET uuid = 'another'")
    entering.save(path, Entry("PM", "outrage", "2024-03-31T14:05:00"))
    return path


@pytest.fixture
def session(town, qgis_app):
    QgsProject.instance().clear()
    shown = Session(town)
    yield shown
    shown.end()


def count(path, table: str = "incident") -> int:
    with connection.reading(path) as db:
        return db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def type_in(form) -> None:
    form.partnerCombo.setCurrentIndex(form.partnerCombo.findData("PM"))
    form.category.choose("outrage")
    form.fromDate.setDate(QDate(2024, 3, 30))
    form.fromTime.setTime(QTime(3, 0))
    form.where._set_point((702500.0, 6602000.0), None)
    form.look()


def test_undo_takes_back_what_it_was_offered_for(session, town, other):
    form = session.shown_by(session.incidents.open_new)
    type_in(form)
    form.save()
    bar = session.iface.messageBar()
    wait(bar.items)
    assert (count(town), count(other)) == (62, 62)
    session.open(other)
    button_in(bar.items()[-1]).click()
    wait(lambda: count(town) == 61)
    assert count(other) == 62 and session.failures == []


def test_a_form_writes_to_the_file_that_it_was_opened_for(session, town, other):
    note = session.shown_by(session.windows.new_observation)
    note.noteEdit.setPlainText("Rassemblements")
    note.territoryCombo.setCurrentIndex(1)
    (site,) = read(town).followed.sites
    decision = session.shown_by(lambda: session.windows._open_decision(Decision("", site=site.fid)))
    decision.whatEdit.setPlainText("Éclairer le square")
    incident = session.shown_by(session.incidents.open_new)
    session.open(other)
    decision.save()
    wait(lambda: not decision.isVisible())
    session.current.close()
    note.save()
    wait(lambda: not note.isVisible())
    assert (count(town, "decision"), count(town, "observation")) == (1, 1)
    assert (count(other, "decision"), count(other, "observation")) == (0, 0)
    session.open(other)
    assert session.shown_by(session.incidents.open_new) is not incident, "it is of the other file"
    assert session.shown_by(session.windows.new_observation).path == other


def test_what_is_read_of_a_file_that_was_closed_opens_nothing(session):
    session.windows.show_sites()
    panel = session.windows._dock.panel
    wait(lambda: panel.read is not None)
    session.windows.new_observation()
    panel.show_observatory(session.current.path)
    session.current.close()
    wait(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    QgsApplication.processEvents()
    assert panel.sitesTree.topLevelItemCount() == 0 and not panel.newSiteButton.isEnabled()
    assert session.forms == []


def test_a_draft_is_offered_while_its_own_file_is_open(session, town, other, drafts):
    values = {"entry": {"partner": "PM", "category": "outrage"}, "uuid": None, "token": ""}
    file = kept.new_file(drafts, session.current.info.uuid, "left")
    kept.write(file, "incident", values)
    bar = session.iface.messageBar()
    session.open(other)
    session.open(town)
    wait(bar.items)
    session.open(other)
    assert bar.items() == []
    session.open(town)
    wait(bar.items)
    file.rename(file.with_suffix(".taken"))  # as another window does that goes on with it
    button_in(bar.items()[0]).click()
    assert session.forms == [] and "Another QGIS window" in bar.currentItem().text()


def test_closed_while_it_saves_it_leaves_nothing_on_the_map(session, town):
    canvas = session.iface.mapCanvas()
    drawn, tools = len(canvas.scene().items()), len(canvas.findChildren(QgsMapTool))
    form = session.shown_by(session.incidents.open_new)
    note = session.shown_by(session.windows.new_observation)
    type_in(form)
    form.pickButton.click()
    form.save()
    form.reject()
    assert form.isVisible(), "what is on its way is waited for"
    session.incidents.end()
    session.windows.end()
    assert not form.isVisible() and not note.isVisible()
    for each in (form, note):
        each.deleteLater()
    delete_now()
    assert len(canvas.scene().items()) == drawn
    assert len(canvas.findChildren(QgsMapTool)) == tools
    wait(lambda: session.incidents._looking.busy is False)


def test_clicking_on_incidents_ends_with_their_layer(session, town):
    canvas = session.iface.mapCanvas()
    before = canvas.mapTool()
    layer = session.current.layer("incident")
    session.incidents.pick_on_map()
    assert canvas.mapTool() is not before
    QgsProject.instance().removeMapLayer(layer.id())
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert canvas.mapTool() is before
    session.open(town)
    wait(lambda: session.current.layer("incident") is not None)
    session.incidents.pick_on_map()
    session.current.close()
    assert canvas.mapTool() is before


def test_a_click_where_the_coordinates_are_not_valid_gives_no_point(session):
    session.iface.mapCanvas().setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    form = session.shown_by(session.incidents.open_new)
    note = session.shown_by(session.windows.new_observation)
    for point in (QgsPointXY(0, 95), QgsPointXY(400, 100)):
        form.where._clicked(point)
        note.place._take(QgsGeometry.fromPointXY(point))
        assert form.where.point is None and note.place.geometry is None
    form.where._clicked(QgsPointXY(3, 46.5))
    assert form.where.point == pytest.approx((700000, 6600000), abs=1)


def test_each_file_has_its_own_monthly_round(session, town, other, tmp_path):
    shown = []
    windows = ImportWindows(
        session.current, session.iface.mainWindow(), session.keep, shown.append, shown.append
    )
    file = tmp_path / "empty.csv"
    file.touch()
    windows.open_round([])
    windows.open_round([file])
    session.open(other)
    windows.open_round([])
    first, second = session.forms
    assert [len(each.round.files) for each in session.forms] == [1, 0]
    first.mapAsked.emit(7)
    second.mapAsked.emit(8)
    assert shown == [8], "of the file that is open"
    first.stepsAsked.emit(file)
    assert session.forms[-1]._choices.path == town
    for each in session.forms:
        each.done(0)
    session.open(town)
    windows.open_round([])
    assert session.forms[-1] is not first
    session.forms[-1].done(0)


def test_a_partners_window_goes_on_with_its_file(session, town, other):
    agreements.record(other, Agreement("PM", "of the other file"))
    windows = PartnerWindows(session.current, session.iface, session.keep, session.failures.append)
    page = session.shown_by(windows.show_partners)
    wait(lambda: not page._reading.busy)
    session.current.close()
    sheet = session.shown_by(lambda: page.sheetAsked.emit("TC"))
    assert (sheet._path, sheet.partnerCombo.currentData()) == (town, "TC")
    session.open(other)
    page.refresh("PM")
    wait(lambda: not page._reading.busy)
    assert "of the other" not in page.pageBrowser.toPlainText()
    town.rename(town.with_suffix(".moved"))
    page.sheetAsked.emit("TC")
    assert [error.code for error in session.failures] == ["missing_file"]
    for each in (page, sheet):
        each.done(0)
