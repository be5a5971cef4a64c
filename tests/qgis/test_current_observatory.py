"""Opening, counting and refusing, away from the main thread."""

import sys

import pytest
from qgis.core import QgsApplication, QgsProject

from oltp_plugin import settings
from oltp_plugin.gui.creation import Creation
from oltp_plugin.gui.current_observatory import CurrentObservatory
from oltp_plugin.layers import observatory_group
from oltp_plugin.layers.update_mode import writing_guard
from oltp_plugin.observatory.connection import reading, writing
from oltp_plugin.observatory.create import create
from tests.qgis.waiting import wait as until


@pytest.fixture
def current(qgis_app) -> CurrentObservatory:
    QgsProject.instance().clear()
    current = CurrentObservatory()
    current.failures = []
    current.failed.connect(current.failures.append)
    yield current
    current.disconnect_project()
    QgsProject.instance().clear()


def test_opening_counts_shows_the_layers_and_remembers(current, town_observatory):
    groups = []
    current.added.connect(groups.append)
    current.open(town_observatory)
    until(lambda: current.summary)
    assert current.summary.total == 60
    assert current.info.epsg == 2154
    assert current.layer("incident").isValid()
    assert settings.load().recent_observatories()[0] == town_observatory
    assert groups == [observatory_group.find_group(town_observatory, QgsProject.instance())]


def test_opening_fills_what_another_program_left_open(current, town_observatory):
    """A point moved without the plugin loses its territories; a count in between does not care."""
    with writing(town_observatory) as connection:
        connection.execute("DELETE FROM incident_territory")
    current.open(town_observatory)
    until(lambda: current.summary)
    with reading(town_observatory) as connection:
        (filled,) = connection.execute("SELECT count(*) FROM incident_territory").fetchone()
    assert filled >= 56  # each located incident lies at least in the commune


def test_what_is_no_observatory_is_refused_and_the_open_one_stays(
    current, town_observatory, tmp_path
):
    current.open(town_observatory)
    until(lambda: current.summary)
    note = tmp_path / "note.gpkg"
    note.write_text("not an observatory at all")
    for path, code in ((note, "not_an_observatory"), (tmp_path / "gone.gpkg", "missing_file")):
        current.open(path)
        until(lambda: current.failures)
        assert current.failures.pop().code == code
    assert current.path == town_observatory
    assert note.read_text() == "not an observatory at all"


def test_without_shapely_a_whole_observatory_opens(current, town_observatory, monkeypatch):
    monkeypatch.setitem(sys.modules, "shapely", None)
    current.open(town_observatory)
    until(lambda: current.summary or current.failures)
    assert current.failures == []


def test_of_two_openings_the_last_one_counts(current, town_observatory, tmp_path):
    other = tmp_path / "other.gpkg"
    create(other)
    current.open(town_observatory)
    current.open(other)
    until(lambda: current.summary and not QgsApplication.taskManager().count())
    assert (current.path, current.summary.total) == (other, 0)
    assert current.failures == []


def test_after_an_import_it_counts_again_by_itself(current, town_observatory):
    current.open(town_observatory)
    until(lambda: current.summary)
    with (
        writing_guard(town_observatory, in_place=False),
        writing(town_observatory, bulk=True) as connection,
    ):
        connection.execute("DELETE FROM incident WHERE partner = 'TC'")
    until(lambda: current.summary.total == 40)


def test_a_project_brings_its_observatory_back_and_an_emptied_one_lets_it_go(
    current, town_observatory, tmp_path
):
    current.open(town_observatory)
    until(lambda: current.summary)
    assert QgsProject.instance().write(str(tmp_path / "project.qgz"))
    QgsProject.instance().clear()
    assert current.path is None
    QgsProject.instance().read(str(tmp_path / "project.qgz"))
    until(lambda: current.summary)
    assert current.path == town_observatory.resolve()
    assert current.layer("incident") is not None


def test_removed_layers_stay_out_while_it_counts_again(current, town_observatory):
    current.open(town_observatory)
    until(lambda: current.summary)
    QgsProject.instance().removeAllMapLayers()
    counted = []
    current.changed.connect(lambda: counted.append(current.summary.total))
    current.refresh()
    until(lambda: counted)
    assert current.layer("incident") is None
    assert current.failures == []


def test_a_new_observatory_is_made_by_the_toolboxs_algorithm(qgis_app, tmp_path):
    path = tmp_path / "new.gpkg"
    made, failed = [], []

    def create():
        creation = Creation(path, "EPSG:2154", QgsApplication.instance())
        creation.succeeded.connect(made.append)
        creation.failed.connect(failed.append)
        creation.start()

    create()
    until(lambda: made)
    assert path.is_file() and failed == []
    create()
    until(lambda: failed)
    assert "new.gpkg" in failed[0] and made == [path]
