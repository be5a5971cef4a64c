"""Runs inside QGIS Desktop (``qgis --code``): does what an analyst does, by object names.

``OLTP_DESKTOP`` is a JSON object: ``observatory``, ``delivery`` (a partner's file),
``screenshots`` (folder), ``report`` (file).
Each step is a generator that yields what it waits for; the report says what was seen.
"""

import json
import os
import subprocess
import sys
import time
import traceback
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAction,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QMenu,
    QPushButton,
    QTableWidget,
    QWidget,
)
from qgis.utils import iface, plugins, reloadPlugin, unloadPlugin

GIVEN = json.loads(os.environ["OLTP_DESKTOP"])
OBSERVATORY = Path(GIVEN["observatory"])
PATIENCE = 60  # seconds for one wait
HEAVY = ("pandas", "scipy", "matplotlib")  # not to be loaded when QGIS starts

seen = {"log": [], "error": None}


def steps():
    yield from wait(lambda: "oltp_plugin" in plugins)
    seen["heavy"] = [name for name in HEAVY if name in sys.modules]
    iface.mainWindow().setGeometry(4, 24, 1390, 850)
    dock = child(QWidget, "oltpDock")
    yield from wait(lambda: dock.isVisible())
    yield from pause()
    iface.mainWindow().resizeDocks([dock], [410], Qt.Orientation.Horizontal)
    yield from pause()
    seen["empty_page"] = dock.panel.pages.currentWidget().objectName()
    screenshot("1-empty")

    yield from new_observatory_dialog()
    seen["log"].clear()  # of QGIS's own start: a newer one misses the network and its font

    open_recent()
    records = dock.findChild(QLabel, "recordsLabel")
    yield from wait(lambda: records.isVisible() and records.text())
    yield from drawn()
    seen["records"] = records.text()
    seen["partners"] = table(dock.findChild(QTableWidget, "partnersTable"))
    seen["groups"] = [group.name() for group in QgsProject.instance().layerTreeRoot().findGroups()]
    screenshot("2-open")

    yield from kernel_density()
    yield from drawn()
    screenshot("4-density")

    yield from incident_form()
    yield from import_dialog()
    seen["warnings"] = list(seen["log"])
    yield from refusal()

    reloadPlugin("oltp_plugin")
    yield from pause()
    seen["docks"] = len(iface.mainWindow().findChildren(QWidget, "oltpDock"))
    seen["unloaded"] = unloadPlugin("oltp_plugin")
    yield from pause()
    seen["left_behind"] = left_behind()


def new_observatory_dialog():
    """Opens the dialog from the menu, looks, and closes it again."""
    QTimer.singleShot(0, lambda: child(QAction, "oltpNew").trigger())
    yield from wait(lambda: dialog("NewObservatory") is not None)
    yield from pause()
    screenshot("0-new")
    dialog("NewObservatory").reject()
    yield from wait(lambda: dialog("NewObservatory") is None)


def open_recent():
    """Chooses the observatory from the submenu of recent ones, as settings remember it."""
    menu = child(QMenu, "oltpRecentMenu")
    menu.aboutToShow.emit()
    (action,) = [each for each in menu.actions() if each.toolTip() == str(OBSERVATORY)]
    action.trigger()


def kernel_density():
    """Runs the density through the toolbox's own dialog."""
    child(QAction, "oltpDensity").trigger()
    yield from wait(lambda: algorithm_dialog() is not None)
    shown = algorithm_dialog()
    yield from pause()
    screenshot("3-dialog")
    shown.runButton().click()
    yield from wait(lambda: shown.results())
    seen["density"] = Path(shown.results()["OUTPUT"]).suffix
    yield from pause()
    shown.close()


def incident_form():
    """Shows one incident in its form."""
    layer = next(
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if layer.customProperty("oltp/role") == "incident"
    )
    form = iface.getFeatureForm(layer, next(layer.getFeatures()))
    form.show()
    yield from pause()
    screenshot("5-form")
    form.close()


def import_dialog():
    """Imports a partner's file step by step, looks at it on the map, and takes it back."""
    child(QAction, "oltpImport").trigger()
    yield from wait(lambda: dialog("ImportIncidents") is not None)
    shown = dialog("ImportIncidents")
    shown.open_file(Path(GIVEN["delivery"]))
    yield from wait(shown.nextButton.isEnabled)
    yield from pause()
    screenshot("6-import-file")

    shown.nextButton.click()
    yield from pause(2)
    screenshot("7-import-columns")
    seen["columns"] = chosen_columns(shown)

    shown.nextButton.click()
    yield from wait(lambda: shown.findChild(QWidget, "wordsTable").isVisible())
    yield from pause()
    yield from choose_word(shown.findChild(QTableWidget, "wordsTable"))
    screenshot("8-import-words")
    shown.backButton.click()
    shown.findChild(QCheckBox, "areaCheck").click()
    shown.nextButton.click()
    yield from pause()

    shown.partnerCombo.setFocus()
    shown.partnerCombo.setCurrentIndex(shown.partnerCombo.findData("PM"))
    shown.nextButton.click()
    yield from wait(shown.importButton.isEnabled)
    yield from pause()
    screenshot("9-import-check")

    shown.importButton.click()
    undo = shown.findChild(QPushButton, "undoButton")
    yield from wait(undo.isVisible)
    yield from pause(2)
    screenshot("10-import-done")
    records = child(QLabel, "recordsLabel")
    seen["records_after_import"] = records.text()

    shown.findChild(QPushButton, "mapButton").click()
    yield from drawn()
    shown.hide()
    yield from pause()
    screenshot("11-import-map")
    shown.show()
    undo.click()
    yield from wait(lambda: not undo.isVisible())
    yield from wait(lambda: records.text() == seen["records"])
    yield from pause()
    screenshot("12-import-undone")
    shown.closeButton.click()
    yield from wait(lambda: dialog("ImportIncidents") is None)


def chosen_columns(shown) -> dict[str, str]:
    """What each field is read from, as the window shows it."""
    combos = shown.findChildren(QComboBox)
    named = {each.objectName()[:-7]: each for each in combos if each.objectName()[-7:] == "_column"}
    return {name: combo.currentData() for name, combo in named.items() if combo.currentData()}


def choose_word(table: QTableWidget):
    """Gives the first unmatched word its category from the keyboard."""
    names = [table.item(row, 0).text() for row in range(table.rowCount())]
    table.setCurrentCell(names.index("Rixe"), 2)
    yield from wait(lambda: table.findChild(QComboBox) is not None)
    editor = table.findChild(QComboBox).lineEdit()
    QTest.keyClicks(editor, "batter" if "batter" in labels(editor) else "blessures")
    yield from pause()
    screenshot("8-import-typing")
    QTest.keyClick(editor.completer().popup(), Qt.Key.Key_Down)
    QTest.keyClick(editor.completer().popup(), Qt.Key.Key_Return)
    yield from pause()
    seen["word"] = table.item(names.index("Rixe"), 2).data(Qt.ItemDataRole.UserRole)


def labels(editor) -> str:
    combo = editor.parent()
    return " ".join(combo.itemText(place) for place in range(combo.count()))


def refusal():
    """Opens what is no observatory: one sentence, and the open one stays."""
    note = OBSERVATORY.with_name("note.gpkg")
    note.write_text("not an observatory")
    child(QWidget, "oltpDock").panel.recentAsked.emit(note)
    yield from wait(lambda: iface.messageBar().currentItem())
    yield from pause()
    screenshot("13-refusal")
    seen["refusal"] = iface.messageBar().currentItem().text()


def left_behind() -> list[str]:
    """What of the plugin an unloaded QGIS still shows."""
    names = ("oltpMenu", "oltpToolbar", "oltpDock", "oltpNew")
    found = [name for name in names if iface.mainWindow().findChild(QWidget, name)]
    found += [each for each in names if iface.mainWindow().findChild(QAction, each)]
    found += [each for each in sys.modules if each.split(".")[0] == "oltp_plugin"]
    if QgsApplication.processingRegistry().providerById("oltp"):
        found.append("provider")
    return found


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


def remember(message: str, tag: str, level) -> None:
    """Keep what went wrong; what a newer QGIS calls deprecated still serves the older one."""
    wrong = level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)
    if wrong and "DeprecationWarning" not in message:
        seen["log"].append(f"{tag}: {message}")


QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(remember)
QTimer.singleShot(500, lambda: advance(steps()))
