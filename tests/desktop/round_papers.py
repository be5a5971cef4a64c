"""The monthly round as it is done in the window: nine files dropped, then the mayor's page."""

from pathlib import Path

import processing
from importing import save_profiles
from looking import (
    GIVEN,
    algorithm_dialog,
    child,
    dialog,
    pause,
    play,
    screenshot,
    seen,
    table,
    wait,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QWidget
from qgis.utils import iface, plugins


def steps():
    yield from wait(lambda: "oltp_plugin" in plugins)
    iface.mainWindow().setGeometry(2, 22, 1362, 744)  # an ordinary municipal screen
    save_profiles()
    dock = child(QWidget, "oltpDock")
    yield from wait(dock.isVisible)
    dock.panel.recentAsked.emit(Path(GIVEN["observatory"]))
    yield from pause(2)
    child(QAction, "oltpImportSeveral").trigger()
    yield from wait(lambda: dialog("ImportRound") is not None)
    shown = dialog("ImportRound")
    shown.add_files([Path(name) for name in GIVEN["round"]])
    yield from wait(lambda: not shown.round.busy)
    seen["recognised"] = table(shown.filesTable)
    QTest.keyClick(shown, Qt.Key.Key_Return)  # the default button
    yield from wait(lambda: not shown.round.busy)
    yield from pause()
    screenshot("60-round-of-nine")
    seen["states"] = [file.state for file in shown.round.files]
    shown.closeButton.click()
    yield from wait(lambda: dialog("ImportRound") is None)
    for name, more in GIVEN["papers"].items():
        yield from paper(name, more)


def paper(name: str, more: dict):
    """Makes one document from the algorithm's own dialog."""
    opened = processing.createAlgorithmDialog(f"oltp:{name.partition(' ')[0]}", more)
    opened.show()
    yield from wait(lambda: algorithm_dialog() is not None)
    yield from pause()
    opened.runButton().click()
    yield from wait(lambda: opened.wasExecuted() or opened.results())
    yield from pause()
    screenshot(f"61-{name.replace(' ', '-')}")
    opened.close()


play(steps())
