"""While many rows come in, a layer shows the count before or the count after, nothing else.

``make test-kill`` runs it with 200,000 rows.
"""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
import shapely
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from oltp_plugin import settings
from oltp_plugin.observatory import connection, create, territories

ROWS = int(os.environ.get("OLTP_KILL_ROWS", "40000"))  # many times what SQLite holds in memory
HERE = Path(__file__).parent

FIELDS = {
    "partner_ref": {"column": "id"},
    "occurred_from": {"column": "date", "format": "%d/%m/%Y %H:%M"},
    "category": {"column": "nature", "values": {"Vol": "vol_tire"}},
    "x": {"column": "x"},
    "y": {"column": "y"},
}


def prepare(folder: Path) -> tuple:
    """Observatory, delivery and profile in ``folder``."""
    observatory = folder / "observatoire.gpkg"
    create.create(observatory)
    box = shapely.to_wkb(shapely.box(700000, 6200000, 702000, 6202000))
    territories.import_territories(
        observatory, "commune", [territories.Territory("34000", "Ville", box)]
    )
    delivery = folder / "livraison.csv"
    choose = random.Random(7)
    with delivery.open("w", encoding="utf-8") as file:
        file.write("id;date;nature;x;y\n")
        for number in range(ROWS):
            x, y = 700000 + choose.random() * 2000, 6200000 + choose.random() * 2000
            file.write(f"{number};{1 + number % 28:02}/01/2026 14:30;Vol;{x:.0f};{y:.0f}\n")
    profile = folder / "profil.json"
    document = {"name": "Essai", "partner": "PM", "fields": FIELDS, "unique_id": True}
    profile.write_text(json.dumps(document), encoding="utf-8")
    return observatory, delivery, profile


@pytest.fixture
def town(tmp_path, monkeypatch):
    """Observatory, delivery and profile; keys in a folder of the test's own."""
    monkeypatch.setattr(settings.Settings, "keys", lambda self: tmp_path / "keys")
    return prepare(tmp_path)


def import_in_background(town, feedback, meanwhile) -> dict:
    """Run the algorithm in a task, as the toolbox does, calling ``meanwhile`` until it ends."""
    observatory, delivery, profile = map(str, town)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("oltp:importincidents")
    context = QgsProcessingContext()
    parameters = {"OBSERVATORY": observatory, "INPUT": delivery, "PROFILE": profile}
    ended = []
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.executed.connect(lambda successful, results: ended.append((successful, results)))
    QgsApplication.taskManager().addTask(task)
    while not ended:
        meanwhile()
        QCoreApplication.processEvents()
    assert ended[0][0], feedback.errors
    return ended[0][1]


@pytest.mark.timeout(600)
@pytest.mark.parametrize("way", ["swap", "in place"])
def test_in_the_same_qgis(qgis_app, town, feedback, monkeypatch, way):
    if way == "in place":
        monkeypatch.setattr(connection, "swaps", lambda path: False)  # as on Windows
    layer = QgsVectorLayer(f"{town[0]}|layername=incident", "incidents", "ogr")
    QgsProject.instance().addMapLayer(layer)
    counts = []

    def read():
        counts.append(sum(1 for _ in layer.getFeatures()))

    results = import_in_background(town, feedback, read)
    QCoreApplication.processEvents()
    read()
    QgsProject.instance().clear()
    assert results["INSERTED"] == ROWS
    assert list(dict.fromkeys(counts)) == [0, ROWS]
    assert counts.count(0) > 3, "the layer was hardly read meanwhile"


@pytest.mark.timeout(600)
def test_from_a_second_qgis(qgis_app, town, feedback, tmp_path):
    stop = tmp_path / "stop"
    source = f"{town[0]}|layername=incident"
    command = (sys.executable, str(HERE / "read_in_loop.py"), source, str(stop))
    reader = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert reader.stdout.readline() == "reading\n"
    import_in_background(town, feedback, lambda: None)
    with town[1].open("a", encoding="utf-8") as file:
        file.write("one more;29/01/2026 10:00;Vol;700001;6200001\n")
    again = import_in_background(town, feedback, lambda: None)
    assert (again["INSERTED"], again["UNCHANGED"]) == (1, ROWS)
    stop.touch()
    rounds, counts = json.loads(reader.communicate(timeout=120)[0].strip().splitlines()[-1])
    assert counts == [0, ROWS, ROWS + 1]
    assert rounds > 3, "the layer was hardly read meanwhile"
