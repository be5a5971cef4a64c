"""Every view that the dock's menu has, added with a click in a real window."""

from pathlib import Path

from looking import GIVEN, drawn, pause, screenshot, seen, wait
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QAction
from qgis.utils import iface, plugins

from oltp_plugin.layers import observatory_group
from oltp_plugin.observatory.filter import IncidentFilter

PLAIN = ("family", "category", "partner", "address", "cluster", "heat", "places", "observations")
BY_TERRITORY = ("counts", "rates", "change")


def use_views():
    """Opens the observatory again and adds every view; what QGIS warned of meanwhile is apart."""
    before = list(seen["log"])
    workbench = plugins["oltp_plugin"]._workbench
    workbench._dock.panel.recentAsked.emit(Path(GIVEN["observatory"]))
    yield from wait(lambda: workbench._current.path is not None)
    yield from drawn()
    workbench._manager.state.choose(IncidentFilter())
    yield from drawn()
    seen["views"] = yield from add_views()
    seen["log_of_views"], seen["log"] = seen["log"][len(before) :], before


def add_views(level="quartier"):
    """Adds them one after the other; returns, for each, how many rows it has and its legend."""
    workbench = plugins["oltp_plugin"]._workbench
    found = {}
    for name in (*PLAIN, *(f"{each}_{level}" for each in BY_TERRITORY)):
        role = "observation" if name == "observations" else "view:" + name.replace("_", ":")
        menu = workbench._dock.panel.layersButton.menu()
        menu.aboutToShow.emit()
        (action,) = [each for each in actions(menu) if each.objectName() == f"view_{name}"]
        iface.messageBar().clearWidgets()
        action.trigger()
        group = observatory_group.find_group(workbench._current.path, QgsProject.instance())
        yield from wait(
            lambda role=role, group=group: (
                observatory_group.layer_of(group, role) or iface.messageBar().currentItem()
            )
        )
        layer = observatory_group.layer_of(group, role)
        if layer is None:
            found[name] = iface.messageBar().currentItem().text()
        else:
            iface.layerTreeView().setCurrentLayer(layer)
            iface.layerTreeView().currentNode().setExpanded(True)
            found[name] = {
                "rows": sum(1 for _ in layer.getFeatures()),
                "legend": [item.label() for item in layer.renderer().legendSymbolItems()],
                "n": [each["n"] for each in layer.getFeatures()] if "counts" in name else None,
            }
        yield from drawn()
        screenshot(f"60-view-{name}")
        if layer is not None:
            iface.layerTreeView().currentNode().setExpanded(False)
    yield from pause()
    return found


def actions(menu) -> list[QAction]:
    """Of the menu and of those in it."""
    own = menu.actions()
    return own + [each for action in own if action.menu() for each in action.menu().actions()]
