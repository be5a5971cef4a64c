"""QGIS is killed while a place, a decision and an observation are being typed: all are offered."""

import os
import signal
import subprocess
import sys

import pytest
from qgis.PyQt.QtWidgets import QMessageBox

from oltp_plugin.geos import load_shapely
from oltp_plugin.gui import draft_keeper
from oltp_plugin.gui.follow_up.reading import read
from oltp_plugin.observatory import connection
from oltp_plugin.observatory.sites import Decision
from oltp_plugin.paths import ROOT
from tests.qgis.session import KINDS, Session, button_in, with_a_site
from tests.qgis.waiting import wait

load_shapely()


@pytest.fixture
def town(town_observatory):
    return with_a_site(town_observatory)


def open_and_type(session) -> None:
    """All three windows, each with something that nobody saved."""
    found = read(session.current.path)
    session.windows._open_site(None, found.followed.epsg)
    session.windows._open_decision(Decision("", site=found.followed.sites[0].fid))
    session.windows._open_note(found.places)
    site, decision, note = session.forms
    site.nameEdit.setText("Place Haute, M. Martin")
    site.themeCombo.setCurrentIndex(2)
    decision.whatEdit.setPlainText("Éclairer le square")
    decision.leadCombo.setCurrentIndex(1)
    note.noteEdit.setPlainText("Rassemblements ; rappeler le 06 12 34 56 78")
    note.territoryCombo.setCurrentIndex(1)
    note.reliabilityCombo.setCurrentIndex(3)


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from qgis.core import QgsApplication
app = QgsApplication([], True)
app.initQgis()
import tests.qgis.test_follow_up_drafts as tests
tests.draft_keeper.folder = lambda: Path({drafts!r})
session = tests.Session(Path({town!r}))
tests.open_and_type(session)
tests.wait(lambda: len(list(Path({drafts!r}).glob("*.draft.json"))) == 3)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_qgis_offers_all_three_again(town, drafts, qgis_app):
    code = KILLED.format(root=str(ROOT), drafts=str(drafts), town=str(town))
    ended = subprocess.run([sys.executable, "-c", code], env=os.environ, check=False)
    assert ended.returncode == -signal.SIGKILL
    kept = "".join(file.read_text() for file in drafts.glob("*.draft.json"))
    assert "Martin" not in kept and "06 12" not in kept
    session = Session(town)
    bar = session.iface.messageBar()
    wait(lambda: len(bar.items()) == 3)
    while bar.items():
        shown = len(session.forms)
        button_in(bar.items()[0]).click()
        wait(lambda shown=shown: len(session.forms) > shown)
    forms = {form.objectName(): form for form in session.forms}
    site, decision, note = (forms[f"{kind.title()}Form"] for kind in KINDS)
    assert (site.said().name, site.themeCombo.currentIndex()) == ("Place Haute, […]", 2)
    assert (decision.said().what, decision.leadCombo.currentIndex()) == ("Éclairer le square", 1)
    assert note.said().note == "Rassemblements ; rappeler le […]"
    assert note.said().territory and note.said().reliability == 3
    for form in (decision, note):
        form.save()
        wait(lambda form=form: not form.isVisible() or form.messageBar.currentItem())
        assert form.messageBar.currentItem() is None, form.messageBar.currentItem().text()
    site.leave()
    with connection.reading(town) as db:
        rows = "SELECT (SELECT what FROM decision), (SELECT note FROM observation)"
        assert db.execute(rows).fetchone() == (
            "Éclairer le square",
            "Rassemblements ; rappeler le […]",
        )
    info = session.current.info
    assert [each.form for each in draft_keeper.orphans(info.uuid)] == ["site"]
    session.end()


def test_given_up_after_a_yes_only(town, drafts, qgis_app, monkeypatch):
    session = Session(town)
    open_and_type(session)
    answers = [QMessageBox.StandardButton.Cancel] * 3 + [QMessageBox.StandardButton.Discard] * 3
    monkeypatch.setattr(QMessageBox, "question", lambda *_words: answers.pop(0))
    wait(lambda: len(list(drafts.glob("*.draft.json"))) == 3)
    for form in session.forms:
        form.reject()
    assert all(form.isVisible() for form in session.forms)
    for form in session.forms:
        form.reject()
    assert not any(form.isVisible() for form in session.forms) and answers == []
    assert list(drafts.glob("*.draft.json")) == []
    session.end()


def test_what_nobody_typed_is_not_kept_and_asks_nothing(town, drafts, qgis_app, monkeypatch):
    monkeypatch.setattr(QMessageBox, "question", lambda *_words: pytest.fail("asked"))
    session = Session(town)
    found = read(town)
    session.windows._open_site(found.followed.sites[0], found.followed.epsg)
    session.windows._open_note(found.places)
    site, note = session.forms
    site.nameEdit.setText("Autre")
    wait(lambda: any(drafts.glob("*.draft.json")))
    site.nameEdit.setText("Parc")
    wait(lambda: not any(drafts.glob("*.draft.json")))
    site.reject()
    note.reject()
    assert not site.isVisible() and not note.isVisible()
    session.end()
