"""The form of one incident: typed, corrected, changed meanwhile, killed and gone on with."""

import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointLocator,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QDate, Qt, QTime
from qgis.PyQt.QtTest import QTest

from oltp_plugin.errors import IntakeError
from oltp_plugin.gui import draft_keeper
from oltp_plugin.gui.file_watch import FileWatch
from oltp_plugin.gui.incident_form.dialog import NEW, IncidentForm
from oltp_plugin.gui.incident_form.lists import read_lists
from oltp_plugin.gui.incident_form.map_marks import PointTool
from oltp_plugin.gui.incident_form.several import ChangeSeveral
from oltp_plugin.intake import entering
from oltp_plugin.intake.entry import Entry
from oltp_plugin.layers import observatory_group, update_mode
from oltp_plugin.observatory import connection, geopackage
from oltp_plugin.paths import ROOT
from tests.qgis.waiting import wait

SAVE = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def town(town_observatory):
    """The town with one street's addresses."""
    with connection.writing(town_observatory) as db:
        for number in range(1, 20):
            (blob,) = geopackage.point_blobs([702100 + 40 * number], [6602000], 2154)
            db.execute(
                "INSERT INTO address (geom, street, number) VALUES (?, 'Rue de l''Église', ?)",
                (blob, number),
            )
    return town_observatory


@pytest.fixture
def canvas(qgis_app):
    shown = QgsMapCanvas()
    yield shown
    shown.deleteLater()


@pytest.fixture
def form(canvas, town, drafts):
    shown = IncidentForm(town, read_lists(town, "en"), canvas)
    shown.show()
    yield shown
    shown.leave()
    shown.deleteLater()


def type_in(form, hour: int = 14, minute: int = 5):
    form.partnerCombo.setCurrentIndex(form.partnerCombo.findData("PM"))
    QTest.keyClicks(form.categoryEdit, "insul")
    form.fromDate.setDate(QDate(2024, 3, 31))
    form.fromTime.setTime(QTime(hour, minute))
    QTest.keyClicks(form.addressEdit, "7 eglise")
    QTest.keyClick(form.addressEdit, Qt.Key.Key_Return)


def saved_by(form) -> list:
    found = []
    form.saved.connect(found.append)
    return found


def count(path) -> int:
    with connection.reading(path) as db:
        return db.execute("SELECT count(*) FROM incident").fetchone()[0]


def test_typed_and_saved_from_the_keyboard(form, town):
    form.activateWindow()
    wait(form.isActiveWindow)
    assert form.entry().occurred_from == "", "what a new form shows is nobody's word"
    QTest.keyClick(form, *SAVE)
    assert "Still to be given" in form.remarksLabel.text() and count(town) == 61
    saved = saved_by(form)
    type_in(form, 2, 30)  # an hour that spring skips
    QTest.keyClick(form, *SAVE)
    wait(lambda: saved)
    written = entering.load(town, saved[0].uuid).entry
    assert written.occurred_from == "2024-03-31T02:30:00"
    assert (written.address, written.x) == ("7 Rue de l'Église", 702380.0)
    assert not form.isVisible()


def test_what_is_wrong_is_said_while_it_is_typed(form):
    type_in(form)
    form.precisionOfTimeCombo.setCurrentIndex(form.precisionOfTimeCombo.findData("interval"))
    form.toTime.setTime(QTime(1, 0))
    form.look()
    assert "the end comes before the beginning" in form.remarksLabel.text()
    form.toTime.setTime(QTime(23, 0))
    form.addressEdit.setText("chez M. Durand")
    form.look()
    assert "personal data" in form.remarksLabel.text()


def test_the_next_one_keeps_what_is_wished(form, town):
    saved = saved_by(form)
    type_in(form)
    form.save(NEW)
    wait(lambda: saved and not form.progressBar.isVisible())
    entry = form.entry()
    assert (entry.partner, entry.occurred_from) == ("PM", "2024-03-31T14:05:00")
    assert (entry.category, entry.x) == ("", None)
    assert form.isVisible() and count(town) == 62


def a_record(town) -> entering.Stored:
    with connection.reading(town) as db:
        (uuid,) = db.execute("SELECT uuid FROM incident WHERE geom IS NOT NULL").fetchone()
    return entering.load(town, uuid)


def test_what_somebody_changed_meanwhile_is_shown_not_overwritten(form, town):
    base = a_record(town)
    form.show_entry(base.entry, base)
    assert form.entry() == base.entry, "showing a record changes nothing"
    entering.save(town, replace(base.entry, severity=3), base)
    form.severitySpin.setValue(9)
    form.save()
    wait(lambda: form.messageBar.currentItem() is not None)
    assert "Severity" in form.messageBar.currentItem().text()
    assert entering.load(town, base.uuid).entry.severity == 3
    form._saving.show_theirs(entering.load(town, base.uuid))
    form.severitySpin.setValue(9)
    saved = saved_by(form)
    form.save()
    wait(lambda: saved)
    assert entering.load(town, base.uuid).entry.severity == 9


def test_every_stored_record_is_shown_as_it_is(form, town):
    with connection.reading(town) as db:
        uuids = [uuid for (uuid,) in db.execute("SELECT uuid FROM incident LIMIT 20")]
    for uuid in uuids:
        base = entering.load(town, uuid)
        form.show_entry(base.entry, base)
        assert form.entry() == base.entry


def test_a_busy_file_is_a_sentence(form, town, monkeypatch):
    assert connection.BUSY_SECONDS < 5
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.2)
    type_in(form)
    with connection._locked(town):
        form.save()
        wait(lambda: form.messageBar.currentItem() is not None)
        assert "Valbrune.gpkg" in form.messageBar.currentItem().text()
    assert form.isVisible() and form.saveButton.isEnabled()


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from oltp_plugin.geos import load_shapely
load_shapely()
from qgis.core import QgsApplication
app = QgsApplication([], True)
app.initQgis()
from qgis.gui import QgsMapCanvas
import tests.qgis.test_incident_form as tests
tests.draft_keeper.folder = lambda: Path({drafts!r})
town = Path({town!r})
form = tests.IncidentForm(town, tests.read_lists(town, "en"), QgsMapCanvas())
form.show()
tests.type_in(form)
tests.wait(lambda: any(Path({drafts!r}).glob("*.draft.json")))
if {saving}:
    import oltp_plugin.intake.entering as entering
    write = entering.write
    def die(*given):
        write(*given)
        os.kill(os.getpid(), signal.SIGKILL)
    entering.write = die
    form.save()
    tests.wait(lambda: False)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("saving", [False, True])
def test_a_killed_qgis_loses_nothing_and_the_entry_is_offered_again(town, drafts, canvas, saving):
    code = KILLED.format(root=str(ROOT), drafts=str(drafts), town=str(town), saving=saving)
    ended = subprocess.run([sys.executable, "-c", code], env=os.environ, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert count(town) == 61
    with connection.writing(town, bulk=True) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    lists = read_lists(town, "en")
    (draft,) = draft_keeper.orphans(lists.uuid)
    assert draft.file.stat().st_mode & 0o077 == 0
    form = IncidentForm(town, lists, canvas)
    form.show()
    form.resume(draft)
    assert form.entry().address == "7 Rue de l'Église" and form.entry().category == "outrage"
    assert draft_keeper.orphans(lists.uuid) == [], "an open form's draft is nobody else's"
    saved = saved_by(form)
    form.save()
    wait(lambda: saved)
    assert list(drafts.glob("*.json")) == []
    form.deleteLater()


def test_whoever_types_on_without_a_pause_has_a_draft_all_the_same(form):
    form._changed()
    waiting = form._drafts._pause.timerId()
    form._changed()
    assert form._drafts._pause.timerId() == waiting > 0


def test_an_old_draft_is_deleted_and_a_draft_holds_no_more_than_would_be_stored(form, drafts):
    from oltp_plugin.intake import drafts as kept
    from oltp_plugin.intake import entry_draft

    known = form._known
    said = Entry("PM", "violence_intrafamiliale", "2024-03-31T14:05:00", x=702500.0, y=6602000.0)
    said = replace(said, address="chez M. Durand", location_precision="address")
    file = kept.new_file(drafts, "u", "1")
    kept.write(file, "incident", entry_draft.values(entry_draft.EntryDraft(said, None, ""), known))
    assert "Durand" not in file.read_text() and "702500" not in file.read_text()
    (draft,) = kept.drafts(drafts, "u")
    file.write_text(file.read_text().replace(draft.saved_at, "2020-01-01T00:00:00"))
    kept.expire(drafts)
    assert not file.exists()


def test_another_windows_write_is_reloaded_and_the_map_is_never_empty(town):
    project = QgsProject.instance()
    group = observatory_group.show(town, project)
    layer = observatory_group.layer_of(group, "incident")
    watch, told, counts = FileWatch(), [], []
    watch.changed.connect(lambda: told.append(1))
    watch.follow(town)
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from pathlib import Path\n"
        "from oltp_plugin.intake import entering\n"
        "from oltp_plugin.intake.entry import Entry\n"
        "said = Entry('PM', 'outrage', '2024-03-31T14:05:00')\n"
        f"[entering.save(Path({str(town)!r}), said) for _ in range(3)]"
    )
    try:
        before = sum(1 for _ in layer.getFeatures())
        with subprocess.Popen([sys.executable, "-c", code]) as other:

            def looked() -> bool:
                counts.append(sum(1 for _ in layer.getFeatures()))
                return bool(told) and other.poll() is not None and counts[-1] == before + 3

            wait(looked, 30)
        assert other.returncode == 0
        assert min(counts) >= before and counts == sorted(counts)
    finally:
        watch.follow(None)
        project.clear()


def test_a_share_that_does_not_answer_is_asked_once_and_keeps_nobody_waiting(town, monkeypatch):
    answered, asked, told = threading.Event(), [], []
    signature = update_mode.signature

    def slow(path):
        if threading.current_thread() is not threading.main_thread():
            asked.append(path)
            assert answered.wait(60)
            return (1, 2, 3)
        return signature(path)

    monkeypatch.setattr(update_mode, "signature", slow)
    watch = FileWatch()
    watch.changed.connect(lambda: told.append(1))
    watch.follow(town)
    watch._look.stop()
    watch._ask()
    watch._ask()
    wait(lambda: asked)
    assert asked == [town] and not told
    answered.set()
    wait(lambda: told)
    watch._ask()
    wait(lambda: watch._asked is None)
    watch.follow(None)
    assert (len(asked), told) == (2, [1]), "the same state is not told again"


def test_a_category_is_offered_for_the_days_of_its_use(canvas, town, drafts):
    with connection.writing(town) as db:
        db.execute("UPDATE category SET valid_to = '2023-12-31' WHERE code = 'outrage'")
        db.execute("UPDATE category SET valid_from = '2024-01-01' WHERE code = 'homicide'")
    old = entering.save(town, Entry("PM", "outrage", "2023-05-01T14:05:00"))
    form = IncidentForm(town, read_lists(town, "en"), canvas)
    form.show()

    def is_offered(code: str, day: QDate) -> bool:
        form.fromDate.setDate(day)
        form.look()
        return form.category._item(code) is not None

    assert is_offered("outrage", QDate(2023, 12, 31)) and not is_offered(
        "outrage", QDate(2024, 1, 1)
    )
    assert is_offered("homicide", QDate(2024, 1, 1)) and not is_offered(
        "homicide", QDate(2023, 5, 1)
    )
    QTest.keyClicks(form.categoryEdit, "insul")
    assert form.entry().category == "outrage"
    form.fromDate.setDate(QDate(2024, 2, 1))
    form.look()
    assert form.entry().category == "outrage", "what is chosen stays, and is said to be wrong"
    assert "no longer in use" in form.remarksLabel.text()
    with pytest.raises(IntakeError, match="entry_refused"):
        entering.save(town, form.entry())
    with connection.writing(town) as db:  # as an import may leave it
        db.execute("UPDATE incident SET occurred_from = '2024-02-01T10:00:00' WHERE uuid = ?",
                   (old.uuid,))  # fmt: skip
    base = entering.load(town, old.uuid)
    form.show_entry(base.entry, base)
    assert form.entry().category == "outrage" and form.category._item("outrage") is not None
    form.severitySpin.setValue(2)
    saved = saved_by(form)
    form.save()
    wait(lambda: saved)
    assert entering.load(town, old.uuid).entry == replace(base.entry, severity=2)
    form.deleteLater()


def test_several_are_offered_what_was_in_use_on_all_their_days(qgis_app, town):
    with connection.writing(town) as db:
        db.execute("UPDATE category SET valid_to = '2023-12-31' WHERE code = 'outrage'")
        db.execute("UPDATE category SET valid_from = '2024-06-01' WHERE code = 'homicide'")
    lists = read_lists(town, "en")

    def offered(first: str, last: str) -> set:
        combo = ChangeSeveral(town, lists, [("u", "t")], (first, last)).categoryCombo
        return {combo.itemData(row) for row in range(combo.count())} & {"outrage", "homicide"}

    assert offered("2023-01-01", "2023-12-31") == {"outrage"}
    assert offered("2023-12-31", "2024-01-01") == set()
    assert offered("2024-06-01", "2024-07-01") == {"homicide"}


def test_what_is_typed_in_a_list_and_is_none_of_it_chooses_nothing(qgis_app, town):
    window = ChangeSeveral(town, read_lists(town, "en"), [("u", "t")], ("2024-01-01",) * 2)
    button = window.buttons.button(window.buttons.StandardButton.Ok)
    combo = window.statusCombo
    assert not button.isEnabled() and window.changes() == {}
    combo.setCurrentIndex(combo.findData("closed"))
    assert button.isEnabled() and window.changes() == {"status": "closed"}
    combo.setEditText("clo")
    assert not button.isEnabled() and window.changes() == {}
    combo.addItem(combo.itemText(2), "twin")
    combo.setCurrentIndex(combo.count() - 1)
    assert window.changes() == {"status": "twin"}, "of two that read the same, the one picked"


def test_a_tool_that_was_removed_has_no_mark_on_the_map(canvas):
    """Not even as long as Python holds it: any thread's collector may be the one to let it go."""
    layer, feature = QgsVectorLayer("Point", "points", "memory"), QgsFeature()
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(1, 1)))
    layer.dataProvider().addFeatures([feature])
    locator = QgsPointLocator(layer)
    locator.init()
    before = len(canvas.scene().items())
    tool = PointTool(canvas)
    tool._indicator.setMatch(locator.nearestVertex(QgsPointXY(1, 1), 1))
    assert len(canvas.scene().items()) == before + 1
    tool.remove()
    assert len(canvas.scene().items()) == before
