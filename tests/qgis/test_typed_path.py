"""A name that is typed: nothing is said before its end, then why there is no such file."""

import pytest
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from oltp_plugin.gui.new_observatory import NewObservatory
from oltp_plugin.gui.town import TownForm
from oltp_plugin.gui.typed_path import is_being_typed, no_file, no_folder, path_in, when_typed


def typed(widget: QgsFileWidget, text: str) -> None:
    widget.lineEdit().selectAll()
    QTest.keyClicks(widget.lineEdit(), text)


def ended(widget: QgsFileWidget) -> None:
    QTest.keyClick(widget.lineEdit(), Qt.Key.Key_Return)


@pytest.fixture
def widget(qgis_app):
    made = QgsFileWidget()
    yield made
    made.deleteLater()


def test_quotation_marks_that_came_with_a_name_are_not_of_it(widget, tmp_path):
    file = tmp_path / "a b.csv"
    file.touch()
    widget.setFilePath(f'  "{file}" ')
    assert path_in(widget) == file
    assert no_file(file) == ""
    widget.setFilePath(' "" ')
    assert path_in(widget) is None


def test_each_reason_has_its_sentence(tmp_path):
    assert "is a folder" in no_file(tmp_path)
    assert "no file of this name" in no_file(tmp_path / "x.csv")
    assert "cannot be found" in no_file(tmp_path / "x" / "y.csv")
    assert "no such folder" in no_folder(tmp_path / "x")
    assert no_folder(tmp_path) == ""
    assert "Choose" in no_folder(None)


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "🙂%{name}<b>"])
def test_what_no_system_takes_as_a_name_is_no_file(tmp_path, name):
    assert no_file(tmp_path / name)
    assert no_folder(tmp_path / name)


def test_it_is_told_at_the_end_of_the_name(widget):
    told = []
    when_typed(widget, lambda: told.append(is_being_typed(widget)))
    typed(widget, "/nowhere")
    assert is_being_typed(widget) and told == []
    ended(widget)
    assert told == [False]
    typed(widget, "/now")
    widget.setFilePath("/browsed")
    assert not is_being_typed(widget)


def test_a_new_observatory_s_folder(qgis_app, tmp_path):
    dialog = NewObservatory(tmp_path)
    typed(dialog.fileWidget, str(tmp_path / "no" / "town.gpkg"))
    assert dialog.adviceLabel.text() == ""
    ended(dialog.fileWidget)
    assert "no such folder" in dialog.adviceLabel.text()


def test_a_town_s_logo(qgis_app, tmp_path):
    form = TownForm()
    typed(form.logoWidget, str(tmp_path / "logo.png"))
    assert form.adviceLabel.text() == ""
    ended(form.logoWidget)
    assert "no file of this name" in form.adviceLabel.text()
    (tmp_path / "text.png").write_text("no picture", encoding="utf-8")
    form.logoWidget.setFilePath(str(tmp_path / "text.png"))
    assert "as a picture" in form.adviceLabel.text()
