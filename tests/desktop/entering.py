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
from qgis.core import QgsFeature, QgsPointXY, QgsProject, QgsSnappingConfig, QgsTolerance
from qgis.PyQt.QtCore import QDate, QPoint, Qt, QTime, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAction,
    QDialogButtonBox,
    QLabel,
    QMenu,
    QTreeWidget,
    QTreeWidgetItemIterator,
    QWidget,
)
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
    yield from correct_on_the_map()
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
    return layer_of("incident")


def layer_of(role: str):
    return next(
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if layer.customProperty("oltp/role") == role
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
    """First where nothing snaps, then snapped to a camera and to a corner of an outline."""
    yield from form()
    shown = dialog("IncidentForm")
    yield from type_what_and_when(shown, GIVEN["category"])
    shown.fromTime.setTime(QTime(14, 5))
    before = iface.mapCanvas().mapTool()
    camera, corner = a_camera(), a_corner()
    yield from click_beside(shown, camera)
    free = shown.where.point
    snap(True)
    seen["snapped"] = []
    for wanted in (corner, camera):
        yield from click_beside(shown, wanted)
        seen["snapped"].append([wanted, shown.where.point, free])
    snap(False)
    seen["tool_is_back"] = iface.mapCanvas().mapTool() is before
    yield from drawn()
    screenshot("43-incident-click")
    yield from save(shown, seen["before_entering"] + 2)
    yield from wait(lambda: dialog("IncidentForm") is None)
    seen["entered"]["click"] = newest()
    seen["stored_at"] = list(max(incident_layer().getFeatures(), key=QgsFeature.id)
                             .geometry().asPoint())  # fmt: skip


def a_camera() -> list[float]:
    """The easternmost, which the form does not hide."""
    points = [each.geometry().asPoint() for each in layer_of("place").getFeatures()]
    return list(max(points, key=lambda each: each.x()))


def a_corner() -> list[float]:
    """The northernmost of the commune."""
    outline = next(layer_of("territory:commune").getFeatures()).geometry().asMultiPolygon()
    return list(max(outline[0][0], key=lambda each: each.y()))


def snap(enabled: bool) -> None:
    """The project's snapping, as its toolbar sets it: to vertices of all layers, 12 pixels."""
    project = QgsProject.instance()
    config = project.snappingConfig()
    config.setEnabled(enabled)
    config.setMode(QgsSnappingConfig.SnappingMode.AllLayers)
    config.setTypeFlag(QgsSnappingConfig.SnappingTypes.VertexFlag)
    config.setTolerance(12)
    config.setUnits(QgsTolerance.UnitType.Pixels)
    project.setSnappingConfig(config)


def click_beside(shown, place: list[float]):
    """Pick a point on the map, some pixels beside a place."""
    shown.where._set_point(None, None)
    shown.pickButton.click()
    yield from pause(0.3)
    beside = pixel_of(place) + QPoint(4, -3)
    utils = iface.mapCanvas().snappingUtils()
    if utils.config().enabled():  # QGIS reads the vertices in the background
        yield from wait(lambda: utils.snapToMap(beside).isValid())
    click(beside)
    yield from wait(lambda: shown.where.point is not None)


def pixel_of(place: list[float]) -> QPoint:
    pixel = iface.mapCanvas().getCoordinateTransform().transform(QgsPointXY(*place))
    return QPoint(round(pixel.x()), round(pixel.y()))


def click(pixel: QPoint) -> None:
    """On the map, as the mouse does: it moves there first."""
    view = iface.mapCanvas().viewport()
    QTest.mouseMove(view, pixel)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=pixel)


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
    """From QGIS's own identify tool: what it offers for an incident is the form."""
    layer = incident_layer()
    feature = alone(layer)
    iface.setActiveLayer(layer)
    iface.actionIdentify().trigger()
    yield from pause(0.3)
    QTimer.singleShot(0, lambda: click(pixel_of(list(feature.geometry().asPoint()))))
    yield from wait(lambda: action_in_results() is not None)
    yield from pause()
    screenshot("48-incident-identified")
    tree, item = action_in_results()
    spot = tree.visualItemRect(item).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    yield from wait(lambda: dialog("IncidentForm") is not None)
    shown = dialog("IncidentForm")
    yield from wait(lambda: shown.category.code() == feature["category"])
    child(QWidget, "IdentifyResultsDock").hide()
    shown.severitySpin.setValue(4)
    yield from drawn()
    screenshot("48-incident-correct")
    shown.save()
    yield from wait(lambda: dialog("IncidentForm") is None)
    seen["corrected"] = layer.getFeature(feature.id())["severity"]


def correct_on_the_map():
    """From the menu, by clicks: on nothing, on one incident, on several at one place."""
    from oltp_plugin.layers.moments import moment_words

    layer, canvas = incident_layer(), iface.mapCanvas()
    before = canvas.mapTool()
    child(QAction, "oltpCorrect").trigger()
    yield from wait(lambda: canvas.mapTool() is not before)
    click(QPoint(3, canvas.viewport().height() - 3))
    yield from pause(0.3)
    seen["missed"] = iface.messageBar().currentItem().text()
    one = alone(layer)
    click(pixel_of(list(one.geometry().asPoint())))
    yield from wait(lambda: dialog("IncidentForm") is not None)
    shown = dialog("IncidentForm")
    seen["picked"] = [shown._base.uuid, one["uuid"]]
    shown.closeButton.click()
    yield from wait(lambda: dialog("IncidentForm") is None)
    child(QAction, "oltpCorrect").trigger()
    yield from pause(0.3)
    click(pixel_of(list(crowded(layer).geometry().asPoint())))
    yield from wait(lambda: canvas.findChild(QMenu, "oltpWhichIncident") is not None)
    menu = canvas.findChild(QMenu, "oltpWhichIncident")
    yield from pause(0.3)
    screenshot("48-incident-which")
    listed = [each.text() for each in menu.actions()]
    yield from press("Down", "Down", "Return")
    yield from wait(lambda: dialog("IncidentForm") is not None)
    shown = dialog("IncidentForm")
    seen["chosen"] = [moment_words(shown._base.entry.occurred_from), listed]
    shown.closeButton.click()
    yield from wait(lambda: dialog("IncidentForm") is None)
    seen["tool_after"] = canvas.mapTool() is before


def alone(layer):
    """An incident with no other within some pixels."""
    return next(feature for feature, near in neighbours(layer) if near == 1)


def crowded(layer):
    """The incident with the most others within some pixels."""
    return max(neighbours(layer), key=lambda each: each[1])[0]


def neighbours(layer) -> list:
    """Each incident that is in sight, with how many lie within 15 pixels, itself included."""
    located = [each for each in layer.getFeatures() if each.hasGeometry()]
    spots = [pixel_of(list(each.geometry().asPoint())) for each in located]
    view = iface.mapCanvas().viewport().rect()
    return [
        (feature, sum((spot - other).manhattanLength() < 15 for other in spots))
        for feature, spot in zip(located, spots)
        if view.contains(spot)
    ]


def action_in_results():
    """QGIS's tree of what it identified, and the line of our action in it; None: not there."""
    dock = iface.mainWindow().findChild(QWidget, "IdentifyResultsDock")
    tree = dock.findChild(QTreeWidget, "lstResults") if dock is not None else None
    if tree is None or not dock.isVisible():
        return None
    from oltp_plugin.translation import tr

    words = tr("Correct this incident…")
    running = QTreeWidgetItemIterator(tree)
    while running.value():
        item = running.value()
        if words in (item.text(0), item.text(1)):
            tree.scrollToItem(item)
            return tree, item
        running += 1
    return None


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
