"""Runs inside QGIS Desktop (``qgis --code``): does what an analyst does, by object names.

``OLTP_DESKTOP`` is a JSON object: ``observatory``, ``delivery`` (a partner's file), ``round`` (a
month's files), ``profiles`` (of some of them), ``reference`` (a layer), ``category`` (letters to
type), ``screenshots`` (folder), ``report`` (file).
Each step is a generator that yields what it waits for; the report says what was seen.
"""

import sys
from pathlib import Path

from agreeing import agreements
from entering import incidents
from importing import coverage, import_dialog, monthly_round, reference_data
from looking import (
    GIVEN,
    algorithm_dialog,
    child,
    dialog,
    drawn,
    pause,
    play,
    screenshot,
    seen,
    table,
    wait,
)
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QAction, QLabel, QMenu, QTableWidget, QWidget
from qgis.utils import iface, plugins, reloadPlugin, unloadPlugin

OBSERVATORY = Path(GIVEN["observatory"])
HEAVY = ("pandas", "scipy", "matplotlib")  # not to be loaded when QGIS starts


def steps():
    yield from wait(lambda: "oltp_plugin" in plugins)
    seen["heavy"] = [name for name in HEAVY if name in sys.modules]
    iface.mainWindow().setGeometry(2, 22, 1362, 744)  # an ordinary municipal screen
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
    yield from wait(records.text)
    yield from drawn()
    seen["records"] = records.text()
    seen["partners"] = table(dock.findChild(QTableWidget, "partnersTable"))
    seen["groups"] = [group.name() for group in QgsProject.instance().layerTreeRoot().findGroups()]
    screenshot("2-open")

    yield from incidents()
    yield from kernel_density()
    yield from drawn()
    screenshot("4-density")
    yield from from_the_toolbox()

    yield from incident_form()
    yield from import_dialog()
    yield from monthly_round()
    yield from coverage()
    yield from reference_data()
    seen["warnings"] = list(seen["log"])
    yield from agreements()
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


def from_the_toolbox():
    """Runs three maps of hot spots as the toolbox opens them, and looks at what they draw."""
    seen["hot_spots"] = {}
    toolbox = child(QWidget, "ProcessingToolbox")
    toolbox.show()
    project = QgsProject.instance()
    for name in ("getisord", "robustness", "incidentclusters"):
        before = set(project.mapLayers())
        toolbox.searchBox.setText(name)
        yield from pause()
        QTimer.singleShot(0, toolbox.executeAlgorithm)
        yield from wait(lambda: algorithm_dialog() is not None)
        shown = algorithm_dialog()
        shown.setParameters({"INPUT": incident_layer().id(), "CELL_SIZE": 200})
        yield from pause()
        screenshot(f"30-{name}-dialog")
        if name == "getisord":
            seen["cell_count"] = shown.cell_count.text()
        shown.runButton().click()
        yield from wait(lambda shown=shown: shown.results())
        yield from wait(lambda before=before: set(project.mapLayers()) - before)
        shown.close()
        yield from wait(lambda: algorithm_dialog() is None)
        (added, *_) = set(project.mapLayers()) - before
        iface.setActiveLayer(project.mapLayer(added))
        iface.zoomToActiveLayer()
        yield from drawn()
        screenshot(f"31-{name}")
        items = project.mapLayer(added).renderer().legendSymbolItems()
        seen["hot_spots"][name] = [item.label() for item in items]
        project.removeMapLayers(list(set(project.mapLayers()) - before))
    toolbox.searchBox.clear()
    toolbox.hide()


def incident_layer():
    return next(
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if layer.customProperty("oltp/role") == "incident"
    )


def incident_form():
    """Shows one incident in its form."""
    layer = incident_layer()
    form = iface.getFeatureForm(layer, next(layer.getFeatures()))
    form.show()
    yield from pause()
    screenshot("5-form")
    form.close()


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


play(steps())
