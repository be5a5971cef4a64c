"""Runs inside QGIS Desktop (``qgis --code``): the town, a map from the panel, an atlas.

``OLTP_DESKTOP`` also gives ``logo`` (a picture) and ``folder``, for what is printed.
"""

from pathlib import Path

from looking import (
    GIVEN,
    algorithm_dialog,
    child,
    dialog,
    drawn,
    pause,
    play,
    press,
    screenshot,
    seen,
    type_text,
    wait,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QLabel, QWidget
from qgis.utils import iface, plugins

FOLDER = Path(GIVEN["folder"])


def steps():
    yield from wait(lambda: "oltp_plugin" in plugins)
    iface.mainWindow().setGeometry(2, 22, 1362, 744)  # an ordinary municipal screen
    dock = child(QWidget, "oltpDock")
    yield from wait(dock.isVisible)
    dock.panel.recentAsked.emit(Path(GIVEN["observatory"]))
    yield from wait(dock.findChild(QLabel, "recordsLabel").text)
    yield from drawn()
    yield from town()
    current = plugins["oltp_plugin"]._workbench._manager._current
    layers = [current.layer(role).id() for role in ("incident", "territory:quartier")]
    # A map of what the window draws; the atlas of the layers that are chosen.
    yield from printed(
        "map", lambda: QTest.mouseClick(dock.panel.printButton, Qt.MouseButton.LeftButton)
    )
    yield from printed("atlas", child(QAction, "oltpAtlas").trigger, LAYERS=layers)


def town():
    """Set from the menu, by keys but for the logo and the colour."""
    child(QAction, "oltpTown").trigger()
    yield from wait(lambda: dialog("TownForm") is not None)
    form = dialog("TownForm")
    form.activateWindow()
    yield from wait(lambda: QApplication.focusWidget() is form.nameEdit)
    yield from press("ctrl+a")
    yield from type_text("Ville de Valbrune")
    form.logoWidget.setFilePath("/nowhere.png")
    seen["advice"] = form.adviceLabel.text()
    form.logoWidget.setFilePath(GIVEN["logo"])
    form.colourButton.setColor(QColor("#704010"))
    yield from pause()
    screenshot("70-town")
    yield from press("Return")
    yield from wait(lambda: dialog("TownForm") is None)


def printed(name: str, ask, **more):
    """Asks for the toolbox's dialog, adds a title to what it knows, and runs it."""
    ask()
    yield from wait(lambda: algorithm_dialog() is not None)
    shown = algorithm_dialog()
    yield from pause()
    screenshot(f"71-{name}")
    given = {"TITLE": "Incidents", "DIFFUSION": 0, "DPI": 100, "CONTENT": 2, **more}
    shown.setParameters({**given, "OUTPUT": str(FOLDER / f"{name}.pdf")})
    filled = shown.createProcessingParameters().items()
    seen[name] = {key: str(value) for key, value in filled}
    yield from pause()
    shown.runButton().click()
    yield from wait(lambda: shown.wasExecuted() or shown.results())
    yield from pause()
    screenshot(f"72-{name}")
    shown.close()
    yield from wait(lambda: algorithm_dialog() is None)


play(steps())
