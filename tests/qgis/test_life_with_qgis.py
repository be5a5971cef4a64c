# ruff: noqa: F811 - a fixture is imported, then asked for
"""What a user does to layers and projects by hand does not confuse the panel, nor is it lost."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from qgis.core import QgsInterval, QgsProject, QgsTemporalNavigationObject, QgsUnitTypes
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QMainWindow

from oltp_plugin.gui.dock.time_animation import TimeAnimation
from oltp_plugin.gui.dock.views_menu import ViewsMenu
from oltp_plugin.layers import incident_filter, observatory_group
from oltp_plugin.observatory.connection import reading
from oltp_plugin.observatory.filter import IncidentFilter
from tests.qgis.seen_in_a_project import described
from tests.qgis.test_dock_manager import desk, until  # noqa: F401 - a fixture

SCRIPT = Path(__file__).with_name("seen_in_a_project.py")
CHOSEN = IncidentFilter("2024-02-01", "2024-10-31", partners=("PM", "TC"), hours=tuple(range(120)))


@pytest.fixture
def views(desk):
    found = ViewsMenu(desk.panel.layersButton, desk.manager, desk.current, None)
    found.failures = []
    found.failed.connect(found.failures.append)
    return found


def group_of(desk):
    return observatory_group.find_group(desk.current.path, QgsProject.instance())


def add(desk, views, name, level=""):
    """Add a view and wait for it."""
    before = set(QgsProject.instance().mapLayers())
    views.add(name, level)
    until(lambda: set(QgsProject.instance().mapLayers()) - before or views.failures)
    assert views.failures == []
    (added,) = set(QgsProject.instance().mapLayers()) - before
    return QgsProject.instance().mapLayer(added)


def duplicate(layer):
    """As QGIS's *Duplicate layer* does: a copy under the original, not ticked."""
    project = QgsProject.instance()
    node = project.layerTreeRoot().findLayer(layer.id())
    copy = layer.clone()
    copy.setName(f"{layer.name()} copy")
    project.addMapLayer(copy, False)
    place = node.parent().children().index(node) + 1
    node.parent().insertLayer(place, copy).setItemVisibilityChecked(False)
    return copy


def move(layer, group) -> None:
    """As the mouse does in the layer tree: a new node, then the old one goes."""
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    group.insertChildNode(0, node.clone())
    node.parent().removeChildNode(node)


def fids(layer) -> set:
    return {each["fid"] for each in layer.getFeatures()}


def held(path, chosen) -> set:
    with reading(path) as connection:
        found = connection.execute(f"SELECT fid FROM incident WHERE {chosen.sql()}")
        return {fid for (fid,) in found}


def choose(desk, chosen):
    desk.state.choose(chosen)
    return desk.settled()


def lived_in(desk, views) -> None:
    """Views, then what hands do: duplicated, renamed, moved, removed, restyled, hidden."""
    family, heat = add(desk, views, "family"), add(desk, views, "heat")
    counts = add(desk, views, "counts", "quartier")
    duplicate(family)
    duplicate(desk.current.layer("incident")).setName("Nuits")
    duplicate(counts)
    counts.setName('Par quartier %1 & "x"')
    project = QgsProject.instance()
    project.removeMapLayer(desk.current.layer("place").id())
    group = group_of(desk)
    move(heat, group.addGroup("Fonds"))
    group.setName("Mon observatoire")
    upper = project.layerTreeRoot().insertGroup(0, "Atelier")
    upper.insertChildNode(0, group.clone())
    project.layerTreeRoot().removeChildNode(group)


def test_duplicates_and_moved_views_follow_and_removed_ones_are_not_missed(desk, views):
    lived_in(desk, views)
    choose(desk, CHOSEN)
    wanted = held(desk.current.path, CHOSEN)
    layers = incident_filter.incident_layers(group_of(desk), desk.current.path)
    assert {layer.name() for layer in layers} == {
        "Heat map",
        "Incidents by family of categories",
        "Incidents by family of categories copy",
        "Incidents",
        "Nuits",
    }
    for layer in layers:
        assert fids(layer) == wanted, layer.name()
    by_territory = [
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if layer.customProperty("oltp/role") == "view:counts:quartier"
    ]
    assert len(by_territory) == 2
    until(
        lambda: (
            len({str([each["n"] for each in layer.getFeatures()]) for layer in by_territory}) == 1
        )
    )
    assert desk.current.layer("incident").name() == "Incidents"  # not its copy
    desk.current.refresh()
    until(lambda: desk.manager.settled)
    assert desk.current.layer("place") is None
    assert desk.failures == views.failures == []


def test_a_view_taken_out_of_the_group_keeps_what_it_had_and_comes_back_into_the_filter(
    desk, views
):
    family = add(desk, views, "family")
    root = QgsProject.instance().layerTreeRoot()
    choose(desk, IncidentFilter(partners=("TC",)))
    move(family, root)
    choose(desk, CHOSEN)
    assert fids(family) == held(desk.current.path, IncidentFilter(partners=("TC",)))
    move(family, group_of(desk))
    choose(desk, IncidentFilter(partners=("PM",)))
    assert fids(family) == held(desk.current.path, IncidentFilter(partners=("PM",)))


def test_without_its_group_the_observatory_is_still_counted_and_opens_again(desk, views):
    add(desk, views, "family")
    QgsProject.instance().layerTreeRoot().removeAllChildren()
    assert choose(desk, CHOSEN).shown == len(held(desk.current.path, CHOSEN))
    views.add("heat")
    desk.current.open(desk.current.path)
    until(lambda: desk.current.layer("incident") is not None)
    until(lambda: fids(desk.current.layer("incident")) == held(desk.current.path, CHOSEN))
    assert desk.failures == views.failures == []


@pytest.mark.parametrize("where", ["beside", "inside"])
def test_a_project_saved_and_moved_comes_back_the_same_with_and_without_the_plugin(
    desk,
    views,
    tmp_path,
    town_observatory,
    where,
):
    project = QgsProject.instance()
    there, moved = tmp_path / "ici, l'été", tmp_path / "là-bas 100 %"
    there.mkdir()
    project.clear()
    town_observatory.rename(there / "Valbrune.gpkg")
    desk.current.open(there / "Valbrune.gpkg")
    until(lambda: desk.current.path is not None)
    desk.settled()
    lived_in(desk, views)
    choose(desk, CHOSEN)
    until(lambda: desk.manager.settled)
    until(lambda: not views._territories._counting.busy)

    def address(folder):
        if where == "inside":
            return f"geopackage:{folder / 'Valbrune.gpkg'}?projectName=round"
        return str(folder / "round.qgz")

    before, words = described(project), desk.panel.wordsLabel.text()
    count = desk.panel.countLabel.text()
    assert project.write(address(there))
    project.clear()
    assert desk.current.path is None
    there.rename(moved)

    done = subprocess.run(
        (sys.executable, str(SCRIPT), address(moved)),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert json.loads(done.stdout.strip().splitlines()[-1]) == before

    assert project.read(address(moved))
    until(lambda: desk.current.path == (moved / "Valbrune.gpkg").resolve())
    desk.settled()
    until(lambda: not views._territories._counting.busy)
    assert described(project) == before
    assert desk.state.filter == CHOSEN
    assert (desk.panel.wordsLabel.text(), desk.panel.countLabel.text()) == (words, count)
    assert not project.isDirty()
    assert desk.failures == views.failures == []


def test_two_observatories_in_one_project_are_filtered_each_by_its_own(
    desk,
    views,
    tmp_path,
    town_observatory,
):
    first, second = desk.current.path, tmp_path / "Autre.gpkg"
    second.write_bytes(first.read_bytes())
    add(desk, views, "partner")
    choose(desk, IncidentFilter(partners=("TC",)))
    desk.current.open(second)
    until(lambda: desk.current.path == second)
    desk.settled()
    add(desk, views, "partner")
    choose(desk, IncidentFilter(partners=("PM",)))
    project = QgsProject.instance()
    for path, partner in ((first, "TC"), (second, "PM")):
        group = observatory_group.find_group(path, project)
        layers = incident_filter.incident_layers(group, path)
        assert len(layers) == 2
        for layer in layers:
            assert fids(layer) == held(path, IncidentFilter(partners=(partner,)))
    project.write(str(tmp_path / "both.qgz"))
    before = described(project)
    project.clear()
    project.read(str(tmp_path / "both.qgz"))
    until(lambda: desk.current.path is not None)
    desk.settled()
    assert described(project) == before
    desk.current.open(first)
    until(lambda: desk.current.path == first)
    desk.settled()
    assert desk.state.filter.partners == ("TC",)
    assert desk.failures == views.failures == []


def test_the_animation_follows_the_filter_until_the_user_sets_it_otherwise(desk, views):
    canvas, window = QgsMapCanvas(), QMainWindow()
    controller = QgsTemporalNavigationObject(canvas)
    canvas.setTemporalController(controller)
    iface = SimpleNamespace(mapCanvas=lambda: canvas, mainWindow=lambda: window)
    animation = TimeAnimation(iface, desk.manager, desk.current, views)
    views._animation = animation
    add(desk, views, "time")

    def span_of(chosen) -> list[str]:
        choose(desk, chosen)
        until(lambda: not animation._reading.busy)
        whole = controller.temporalExtents()
        return [each.toString("yyyy-MM-dd") for each in (whole.begin(), whole.end())]

    unit = QgsUnitTypes.TemporalUnit
    assert controller.frameDuration().originalUnit() == unit.TemporalWeeks
    march = IncidentFilter("2024-03-01", "2024-03-31")
    assert span_of(march) == ["2024-03-03", "2024-03-27"]
    assert controller.frameDuration().originalUnit() == unit.TemporalDays
    controller.setCurrentFrameNumber(5)
    assert span_of(replace(march, comparison="none")) == ["2024-03-03", "2024-03-27"]
    assert controller.currentFrameNumber() == 5  # the same records: it is being watched
    controller.setFrameDuration(QgsInterval(1, unit.TemporalHours))
    assert span_of(IncidentFilter()) == ["2024-03-03", "2024-03-27"]
    assert views.failures == []
