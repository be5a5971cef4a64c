"""Layers and projects in QGIS's own hands: duplicated, renamed, moved; saved, moved, opened."""

from pathlib import Path

from looking import drawn, screenshot, seen, wait
from qgis.core import QgsLayerTreeGroup, QgsProject
from qgis.utils import iface, plugins

from oltp_plugin.layers import observatory_group
from oltp_plugin.observatory.filter import IncidentFilter

CHOSEN = IncidentFilter("2024-02-01", "2024-10-31", partners=("TC",))


def live():
    """With QGIS's own actions; ``seen["lived"]``: what the project showed before and after."""
    workbench = plugins["oltp_plugin"]._workbench
    yield from views_in_hand(workbench)
    for name in ("beside", "inside"):
        yield from save_move_open(workbench, name)


def views_in_hand(workbench):
    """A view twice, under another name, in a group of its own; a layer that is taken away."""
    project, current = QgsProject.instance(), workbench._current
    group = observatory_group.find_group(current.path, project)
    layer = observatory_group.layer_of(group, "view:partner")
    iface.setActiveLayer(layer)
    before = set(project.mapLayers())
    iface.actionDuplicateLayer().trigger()
    yield from wait(lambda: set(project.mapLayers()) - before)
    (copy,) = set(project.mapLayers()) - before
    project.layerTreeRoot().findLayer(copy).setName("Nuits & week-ends")
    node = project.layerTreeRoot().findLayer(copy)
    own = group.insertGroup(0, "À part")
    own.insertChildNode(0, node.clone())
    node.parent().removeChildNode(node)
    project.removeMapLayer(observatory_group.layer_of(group, "place").id())
    group.setName("Mon observatoire")
    yield from drawn()
    workbench._manager.state.choose(CHOSEN)
    yield from wait(lambda: workbench._manager.settled)


def save_move_open(workbench, where: str):
    """Saves the project, moves it with the observatory, opens it as a user does; then back."""
    project, panel = QgsProject.instance(), workbench._dock.panel
    there = Path(workbench._current.path).parent
    moved = there / f"là, {where}"
    moved.mkdir()
    files = ["Valbrune.gpkg"] if where == "inside" else ["Valbrune.gpkg", "round.qgz"]

    def address(folder: Path) -> str:
        if where == "inside":
            return f"geopackage:{folder / 'Valbrune.gpkg'}?projectName=round"
        return str(folder / "round.qgz")

    def told() -> list:
        words = [label.text() for label in (panel.nameLabel, panel.countLabel, panel.wordsLabel)]
        return [words, shown(project.layerTreeRoot())]

    before = told()
    assert project.write(address(there))
    for source, target in ((there, moved), (moved, there)):
        iface.newProject(False)
        yield from wait(lambda: panel.pages.currentWidget() is panel.emptyPage)
        for name in files:
            (source / name).rename(target / name)
        assert iface.addProject(address(target))
        yield from wait(lambda: workbench._current.path is not None)
        yield from wait(lambda: workbench._manager.settled)
        yield from drawn()
        screenshot(f"72-opened-{where}")
        seen.setdefault("lived", []).append([before, told()])
        seen["dirty"] = seen.get("dirty", False) or project.isDirty()


def shown(group: QgsLayerTreeGroup) -> list:
    """The layer tree: names, ticks, and how many rows of which condition each layer has."""
    found: list = []
    for node in group.children():
        own = [node.name(), node.itemVisibilityChecked()]
        if isinstance(node, QgsLayerTreeGroup):
            found.append([*own, shown(node)])
        else:
            layer = node.layer()
            rows = sum(1 for _ in layer.getFeatures())
            found.append([*own, layer.isValid(), layer.subsetString(), rows])
    return found
