"""Incidents by form: by address, by a click, by area; a duplicate linked; several; undone."""

from looking import (
    GIVEN,
    child,
    dialog,
    drawn,
    pause,
    press,
    screenshot,
    seen,
    type_text,
    wait,
)
from qgis.core import QgsProject
from qgis.gui import QgsGui, QgsMapLayerAction
from qgis.PyQt.QtCore import QDate, QPoint, Qt, QTime
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QDialogButtonBox, QLabel, QWidget
from qgis.utils import iface

KEYS = Qt.KeyboardModifier


def incidents():
    """All of it, in the window that is open; the observatory is as before afterwards."""
    seen["entered"] = {}
    yield from by_address()
    yield from by_click()
    yield from by_area()
    yield from a_duplicate()
    yield from several()
    yield from correct_one()
    yield from locate()
    yield from take_back()


def form():
    """Opens the form as the dock's button does."""
    child(QWidget, "newIncidentButton").click()
    yield from wait(lambda: dialog("IncidentForm") is not None)
    yield from pause(0.3)


def type_what_and_when(shown, category: str):
    """Partner, category and day, from the keyboard."""
    shown.partnerCombo.setFocus()
    QTest.keyClicks(shown.partnerCombo, "Pol")
    QTest.keyClick(shown.partnerCombo, Qt.Key.Key_Tab)
    QTest.keyClicks(shown.categoryEdit, category)
    QTest.keyClick(shown.categoryEdit, Qt.Key.Key_Tab)
    shown.fromDate.setFocus()
    shown.fromDate.setDate(QDate(2024, 3, 31))
    shown.fromTime.setTime(QTime(2, 30))  # an hour that the spring of 2024 skips
    yield from pause(0.3)


def save(shown, before: int):
    QTest.keyClick(shown, Qt.Key.Key_Return, KEYS.ControlModifier)
    yield from wait(lambda: count() == before or dialog("BeforeSaving") is not None)


def count() -> int:
    """Records in the layer, read anew."""
    return sum(1 for _ in incident_layer().getFeatures())


def incident_layer():
    return next(
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if layer.customProperty("oltp/role") == "incident"
    )


def newest() -> dict:
    feature = max(incident_layer().getFeatures(), key=lambda each: each.id())
    values = {name: feature[name] for name in ("occurred_from", "address", "territory", "fact")}
    values["precision"] = feature["location_precision"]
    values["has_point"] = feature.hasGeometry()
    return {name: str(value) for name, value in values.items()}


def by_address():
    """From the keyboard alone: the X server's own keys, whatever has the focus then."""
    seen["before_entering"] = count()
    iface.mainWindow().activateWindow()
    yield from wait(iface.mainWindow().isActiveWindow)
    iface.mapCanvas().setFocus()
    yield from press("ctrl+alt+i")
    yield from wait(lambda: dialog("IncidentForm") is not None)
    shown = dialog("IncidentForm")
    yield from wait(shown.isActiveWindow)
    screenshot("40-incident-empty")
    yield from type_text("pol")
    yield from press("Tab")
    yield from type_text(GIVEN["category"])
    yield from press("Tab", "Tab")  # over the precision of the time, which is as usual
    yield from type_text("31032024")
    yield from press("Tab")
    yield from type_text("0230")  # an hour that the spring of 2024 skips
    yield from press("alt+a")
    yield from type_text("12 pasteu")
    yield from wait(lambda: shown.proposalsList.count())
    yield from drawn()
    screenshot("41-incident-typing")
    yield from press("Return")
    yield from drawn()
    screenshot("42-incident-address")
    seen["remarks"] = shown.remarksLabel.text()
    yield from press("ctrl+Return")
    yield from wait(lambda: dialog("IncidentForm") is None)
    seen["entered"]["address"] = newest()
    seen["keystrokes_of_one"] = seen["keystrokes"]


def by_click():
    yield from form()
    shown = dialog("IncidentForm")
    yield from type_what_and_when(shown, GIVEN["category"])
    shown.fromTime.setTime(QTime(14, 5))
    canvas = iface.mapCanvas()
    shown.pickButton.click()
    middle = canvas.viewport().rect().center() + QPoint(60, 60)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    yield from wait(lambda: shown.where.point is not None)
    yield from drawn()
    screenshot("43-incident-click")
    yield from save(shown, seen["before_entering"] + 2)
    yield from wait(lambda: dialog("IncidentForm") is None)
    seen["entered"]["click"] = newest()


def by_area():
    yield from form()
    shown = dialog("IncidentForm")
    yield from type_what_and_when(shown, GIVEN["category"])
    shown.nightButton.click()
    shown.territoryCombo.setCurrentIndex(2)
    yield from drawn()
    screenshot("44-incident-area")
    yield from save(shown, seen["before_entering"] + 3)
    yield from wait(lambda: dialog("IncidentForm") is None)
    seen["entered"]["area"] = newest()


def a_duplicate():
    """The same again: shown side by side, and linked."""
    yield from form()
    shown = dialog("IncidentForm")
    yield from type_what_and_when(shown, GIVEN["category"])
    shown.addressEdit.setFocus()
    QTest.keyClicks(shown.addressEdit, "14 rue pasteur")
    QTest.keyClick(shown.addressEdit, Qt.Key.Key_Return)
    yield from save(shown, -1)
    yield from wait(lambda: dialog("BeforeSaving") is not None)
    question = dialog("BeforeSaving")
    question.table.item(1, 0).setCheckState(Qt.CheckState.Checked)
    yield from pause()
    screenshot("45-incident-alike")
    question.buttons.button(QDialogButtonBox.StandardButton.Save).click()
    yield from wait(lambda: count() == seen["before_entering"] + 4)
    yield from wait(lambda: dialog("IncidentForm") is None)
    seen["entered"]["duplicate"] = newest()


def several():
    layer = incident_layer()
    latest = sorted(feature.id() for feature in layer.getFeatures())[-4:]
    layer.selectByIds(latest)
    child(QAction, "oltpChangeSelected").trigger()
    yield from wait(lambda: dialog("ChangeSeveral") is not None)
    shown = dialog("ChangeSeveral")
    shown.statusCombo.setCurrentIndex(shown.statusCombo.findData("closed"))
    yield from pause()
    screenshot("46-incident-several")
    shown.change()
    yield from wait(lambda: dialog("ChangeSeveral") is None)
    yield from pause()
    seen["closed"] = sum(feature["status"] == "closed" for feature in layer.getFeatures())


def correct_one():
    """From the attribute table's own action."""
    layer = incident_layer()
    registry = QgsGui.mapLayerActionRegistry()
    (action,) = registry.mapLayerActions(layer, QgsMapLayerAction.Target.SingleFeature)
    feature = next(each for each in layer.getFeatures() if each.hasGeometry())
    action.triggerForFeature(layer, feature)
    yield from wait(lambda: dialog("IncidentForm") is not None)
    shown = dialog("IncidentForm")
    yield from wait(lambda: shown.category.code() == feature["category"])
    shown.severitySpin.setValue(4)
    yield from drawn()
    screenshot("48-incident-correct")
    shown.save()
    yield from wait(lambda: dialog("IncidentForm") is None)
    seen["corrected"] = layer.getFeature(feature.id())["severity"]


def locate():
    """The queue of what has no point: the first gets its best candidate, the second is left."""
    child(QAction, "oltpLocate").trigger()
    yield from wait(lambda: dialog("IncidentForm") is not None)
    shown = dialog("IncidentForm")
    yield from wait(lambda: shown.proposalsList.count() > 0)
    first = shown.queueLabel.text()
    yield from drawn()
    screenshot("49-incident-queue")
    QTest.keyClick(shown.addressEdit, Qt.Key.Key_Return)
    yield from pause(0.2)
    shown.save()
    yield from wait(lambda: shown.queueLabel.text() != first)
    seen["queue"] = [first, shown.queueLabel.text()]
    shown.closeButton.click()
    yield from wait(lambda: dialog("IncidentForm") is None)


def take_back():
    child(QAction, "oltpUndoActs").trigger()
    yield from wait(lambda: dialog("UndoActs") is not None)
    shown = dialog("UndoActs")
    yield from wait(lambda: shown.table.rowCount() == 7)
    yield from pause()
    screenshot("47-incident-undo")
    for left in range(6, -1, -1):
        shown.undo()
        yield from wait(lambda left=left: shown.table.rowCount() == left and not shown._run)
    shown.reject()
    yield from wait(lambda: count() == seen["before_entering"])
    seen["after_undo"] = count()
    yield from wait(lambda: child(QLabel, "recordsLabel").text() == seen["records"])
