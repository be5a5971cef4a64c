"""Finding widgets by their names, waiting, and taking pictures, inside QGIS Desktop."""

import json
import os
import subprocess
import time
import traceback
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QDialog, QTableWidget
from qgis.utils import iface

GIVEN = json.loads(os.environ["OLTP_DESKTOP"])
PATIENCE = 60  # seconds for one wait

seen = {"log": [], "error": None}


def child(kind, name: str):
    found = iface.mainWindow().findChild(kind, name)
    assert found is not None, f"no {name}"
    return found


def dialog(name: str):
    return next((w for w in QgsApplication.topLevelWidgets() if is_shown(w, name)), None)


def is_shown(widget, name: str) -> bool:
    return isinstance(widget, QDialog) and widget.objectName() == name and widget.isVisible()


def algorithm_dialog():
    shown = (w for w in QgsApplication.topLevelWidgets() if hasattr(w, "runButton"))
    return next((widget for widget in shown if widget.isVisible()), None)


def table(widget: QTableWidget) -> list[list]:
    return [
        [widget.item(row, column).text() for column in range(widget.columnCount())]
        for row in range(widget.rowCount())
    ]


def screenshot(name: str) -> None:
    file = Path(GIVEN["screenshots"]) / f"{name}.png"
    subprocess.run(["import", "-window", "root", str(file)], check=True)


def wait(condition):
    """Yields until ``condition()`` holds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"waited in vain at {traceback.extract_stack()[-2]}"
        yield


def pause(seconds: float = 0.7):
    """Lets the window be painted."""
    end = time.monotonic() + seconds
    yield from wait(lambda: time.monotonic() > end)


def drawn():
    """Waits for the map."""
    yield from pause()
    yield from wait(lambda: not iface.mapCanvas().isDrawing())
    yield from pause()
