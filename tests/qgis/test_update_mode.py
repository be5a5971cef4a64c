"""Layers of a file that is written to: they show the state before, then the state after."""

import subprocess
import sys
import threading

import pytest
from qgis.core import QgsApplication, QgsProject, QgsTask, QgsVectorLayer

from oltp_plugin.errors import LayerError
from oltp_plugin.layers import update_mode
from oltp_plugin.layers.update_mode import layers_of, writing_guard
from oltp_plugin.observatory.connection import writing
from oltp_plugin.paths import ROOT
from tests.qgis.waiting import wait


@pytest.fixture
def layers(qgis_app, town_observatory) -> list[QgsVectorLayer]:
    """Two layers of one file, with features read: QGIS then shares and keeps connections."""
    project = QgsProject.instance()
    project.clear()
    made = []
    for name in ("incident", "place"):
        layer = QgsVectorLayer(f"{town_observatory}|layername={name}", name, "ogr")
        assert len(list(layer.getFeatures())) > 0
        made.append(project.addMapLayer(layer))
    yield made
    project.clear()


def count(layer: QgsVectorLayer) -> int:
    return len(list(layer.getFeatures()))


def add_incident(path, bulk: bool) -> None:
    with writing(path, bulk=bulk) as connection:
        connection.execute(
            "INSERT INTO incident (partner, category, occurred_from)"
            " VALUES ('PM', 'homicide', '2024-01-01T00:00:00')"
        )


def test_only_layers_of_the_file_are_found(layers, town_observatory, tmp_path):
    assert set(layers_of(town_observatory, QgsProject.instance())) == set(layers)
    assert layers_of(tmp_path / "other.gpkg", QgsProject.instance()) == []


def test_filtered_incidents_have_their_tables_extent_after_a_write(layers, town_observatory):
    """QGIS would read every row for it, and finds none where the first one has no point."""
    source = f"{town_observatory}|layername=incident|subset=fid = 1"
    filtered = QgsProject.instance().addMapLayer(QgsVectorLayer(source, "filtered", "ogr"))
    with writing_guard(town_observatory, in_place=False):
        add_incident(town_observatory, bulk=True)
    assert filtered.extent() == layers[0].extent()


@pytest.mark.parametrize("in_place", [False, True])
def test_after_the_write_the_layers_read_anew(layers, town_observatory, in_place):
    incidents = layers[0]
    before, repaints = count(incidents), []
    incidents.repaintRequested.connect(lambda *_: repaints.append(1))
    with writing_guard(town_observatory, in_place):
        add_incident(town_observatory, bulk=not in_place)
    assert count(incidents) == before + 1
    assert repaints


@pytest.mark.parametrize("in_place", [False, True])
def test_a_failed_write_leaves_the_layers_reading_and_out_of_update_mode(
    layers, town_observatory, in_place
):
    before = count(layers[0])
    with pytest.raises(ZeroDivisionError), writing_guard(town_observatory, in_place):
        raise ZeroDivisionError
    assert count(layers[0]) == before
    add_incident(town_observatory, bulk=False)  # nothing holds the file
    QgsProject.instance().clear()
    assert town_observatory.read_bytes()[18] == 1  # closed, its journal is the ordinary one


@pytest.mark.parametrize("in_place", [False, True])
def test_from_a_task_the_layers_are_told_in_the_main_thread(layers, town_observatory, in_place):
    before, threads = count(layers[0]), []
    layers[0].repaintRequested.connect(lambda *_: threads.append(threading.current_thread()))

    def work(task):
        with writing_guard(town_observatory, in_place):
            add_incident(town_observatory, bulk=not in_place)

    task = QgsTask.fromFunction("write", work)
    QgsApplication.taskManager().addTask(task)
    wait(lambda: threads)
    assert set(threads) == {threading.main_thread()}
    assert count(layers[0]) == before + 1


def test_a_write_that_was_given_up_leaves_the_layers_alone(layers, town_observatory, monkeypatch):
    """QGIS's main thread comes too late: nobody would take the layers out of update mode again."""
    monkeypatch.setattr(update_mode, "_PATIENCE", 0.05)
    entered, refused = [], []
    monkeypatch.setattr(update_mode, "_enter", lambda path: entered.append(path) or [])

    def work():
        try:
            with writing_guard(town_observatory, in_place=True):
                pass
        except LayerError as error:
            refused.append(error.code)

    writer = threading.Thread(target=work)
    writer.start()
    writer.join()  # this is the main thread, and it does nothing else meanwhile
    QgsApplication.processEvents()
    assert refused == ["qgis_busy"]
    assert entered == []


def test_every_layer_sees_before_or_after_while_another_process_writes_in_place(
    layers, town_observatory
):
    """Update mode on one layer only would let the others read half of it."""
    before = [count(layer) for layer in layers]
    seen = [set() for _ in layers]
    with writing_guard(town_observatory, in_place=True):
        writer = subprocess.Popen([sys.executable, "-c", _MANY, str(town_observatory)], cwd=ROOT)
        while writer.poll() is None:
            for layer, counts in zip(layers, seen):
                counts.add(count(layer))
    assert writer.returncode == 0
    assert [count(layer) - n for layer, n in zip(layers, before)] == [20000, 5000]
    for counts, n, added in zip(seen, before, (20000, 5000)):
        assert counts <= {n, n + added}


_MANY = """
import sys
from pathlib import Path
from oltp_plugin.observatory.connection import writing

with writing(Path(sys.argv[1])) as connection:
    connection.executemany(
        "INSERT INTO incident (partner, category, occurred_from)"
        " VALUES ('PM', 'homicide', '2024-01-01T00:00:00')", [()] * 20000)
    connection.executemany(
        "INSERT INTO place (kind, name) VALUES ('camera', ?)", [(str(n),) for n in range(5000)])
"""
