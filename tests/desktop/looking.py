"""Finding widgets by their names, waiting, and taking pictures, inside QGIS Desktop."""

import json
import os
import subprocess
import time
import traceback
from pathlib import Path

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QDialog, QTableWidget
from qgis.utils import iface

GIVEN = json.loads(os.environ["OLTP_DESKTOP"])
PATIENCE = 90  # seconds for one wait

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


def press(*keys: str):
    """Press and release keys one after the other, as X names them: ``Tab``, ``ctrl+Return``."""
    yield from _until_ended(["xdotool", "key", "--delay", "60", *keys])
    seen["keystrokes"] = seen.get("keystrokes", 0) + sum(len(key.split("+")) for key in keys)


def type_text(text: str):
    """Type letters on the keyboard, wherever the window has its focus."""
    yield from _until_ended(["xdotool", "type", "--delay", "60", text])
    seen["keystrokes"] = seen.get("keystrokes", 0) + len(text)


def _until_ended(command: list[str]):
    running = subprocess.Popen(command)
    yield from wait(lambda: running.poll() is not None)
    assert running.returncode == 0, command
    yield from pause(0.2)


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


def play(steps) -> None:
    """Take the steps one after the other once QGIS is up; the report says what was seen."""
    heard = QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel]
    heard.connect(remember)
    QTimer.singleShot(500, lambda: advance(steps))


def advance(running) -> None:
    try:
        next(running)
    except StopIteration:
        finish()
    except Exception:
        seen["error"] = traceback.format_exc()
        screenshot("error")
        finish()
    else:
        QTimer.singleShot(50, lambda: advance(running))


def finish() -> None:
    Path(GIVEN["report"]).write_text(json.dumps(seen), encoding="utf-8")
    os._exit(0)  # an unsaved project would ask


OF_NO_MATTER = "DeprecationWarning"  # what a newer QGIS calls deprecated still serves the older one


def remember(message: str, tag: str, level) -> None:
    """Keep what went wrong."""
    wrong = level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)
    if wrong and OF_NO_MATTER not in message:
        seen["log"].append(f"{tag}: {message}")
