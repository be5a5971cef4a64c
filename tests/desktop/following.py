"""Problem places and observations in a real window: opened on the map, decided about, noted."""

from pathlib import Path

from looking import GIVEN, child, dialog, drawn, pause, screenshot, seen, table, wait
from qgis.core import QgsProject
from qgis.gui import QgsGui, QgsMapLayerAction
from qgis.PyQt.QtCore import QDate, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QDialogButtonBox, QPushButton, QWidget
from qgis.utils import iface, plugins

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


def follow_up():
    """A site as an area, an overdue decision, its undo, a note with a telephone number."""
    yield from opened()
    child(QAction, "oltpSites").trigger()
    yield from wait(lambda: iface.mainWindow().findChild(QWidget, "oltpSitesDock"))
    panel = child(QWidget, "oltpSitesDock").panel
    yield from wait(panel.newSiteButton.isEnabled)
    panel.newSiteButton.click()
    yield from wait(lambda: dialog("SiteForm") is not None)
    yield from draw_area(dialog("SiteForm"))
    form = dialog("SiteForm")
    form.nameEdit.setText("Place Haute, M. Martin")
    form.themeCombo.setCurrentIndex(3)
    form.findings.search()
    yield from pause()
    screenshot("50-site")
    seen["findings"] = form.findingsLabel.text()
    form.buttonBox.button(QDialogButtonBox.StandardButton.Save).click()
    yield from wait(lambda: panel.site is not None)
    seen["site"] = panel.site.name
    yield from decide(panel)
    yield from wait(lambda: len(panel.incidentsLabel.text()) > 20)
    panel.zoomButton.click()
    yield from drawn()
    screenshot("51-sites")
    seen["decision"] = table(panel.decisionsTable)[0]
    item = panel.sitesTree.topLevelItem(0).child(0)
    seen["overdue"] = item.text(1)
    seen["overdue_is_red"] = item.foreground(1).color().red() > 150
    seen["incidents"] = panel.incidentsLabel.text()
    panel.undoButton.click()
    yield from wait(lambda: panel.decisionsTable.rowCount() == 0)
    yield from delete_site(panel)
    yield from note()
    yield from delete_note()
    child(QWidget, "oltpSitesDock").setUserVisible(False)


def opened():
    """The observatory is open and on the map, whatever was done before."""
    current = plugins["oltp_plugin"]._workbench._current
    if current.path is None:
        child(QWidget, "oltpDock").panel.recentAsked.emit(Path(GIVEN["observatory"]))
        yield from wait(lambda: current.path is not None)
    yield from drawn()


def draw_area(form):
    """Around the middle of the map, by clicks."""
    form.move(30, 40)
    form.areaButton.click()
    yield from pause()
    view = iface.mapCanvas().viewport()
    x, y = view.width() // 2, view.height() // 2
    for dx, dy in ((-60, -40), (60, -40), (60, 40), (-60, 40)):
        QTest.mouseClick(view, LEFT, pos=QPoint(x + dx, y + dy))
    QTest.mouseClick(view, RIGHT, pos=QPoint(x, y))
    yield from wait(lambda: form.place.geometry is not None)


def decide(panel):
    panel.newDecisionButton.click()
    yield from wait(lambda: dialog("DecisionForm") is not None)
    form = dialog("DecisionForm")
    form.whatEdit.setPlainText("Réparer l'éclairage du square")
    form.leadCombo.setCurrentIndex(1)
    form.decidedEdit.setDate(QDate.currentDate().addDays(-60))
    form.dueEdit.setDate(QDate.currentDate().addDays(-3))
    yield from pause()
    screenshot("52-decision")
    form.buttonBox.button(QDialogButtonBox.StandardButton.Save).click()
    yield from wait(lambda: panel.decisionsTable.rowCount() == 1)


def delete_site(panel):
    """Gone at once, and back from the message bar."""
    panel.deleteSiteButton.click()
    yield from wait(lambda: panel.site is None)
    yield from pause()
    screenshot("56-site-deleted")
    yield from undo_in_the_message_bar()
    yield from wait(lambda: panel.site is not None)


def undo_in_the_message_bar():
    """Clicks the button of the message that is on top, once that is one with a button."""

    def buttons() -> list:
        item = iface.messageBar().currentItem()
        return [each for each in item.findChildren(QPushButton) if each.text()] if item else []

    yield from wait(buttons)
    seen.setdefault("deleted", []).append(iface.messageBar().currentItem().text())
    (button,) = buttons()
    QTest.mouseClick(button, LEFT)


def delete_note():
    """From what QGIS offers for a row of the layer, in its table or where it is identified."""
    layer = observation_layer()
    registry = QgsGui.mapLayerActionRegistry()
    (action,) = registry.mapLayerActions(layer, QgsMapLayerAction.Target.SingleFeature)
    action.triggerForFeature(layer, next(layer.getFeatures()))
    yield from wait(lambda: not list(layer.getFeatures()))
    yield from undo_in_the_message_bar()
    yield from wait(lambda: len(list(layer.getFeatures())) == 1)


def note():
    child(QAction, "oltpObservation").trigger()
    yield from wait(lambda: dialog("ObservationForm") is not None)
    form = dialog("ObservationForm")
    form.move(30, 40)
    form.noteEdit.setPlainText("Rassemblements chaque soir ; rappeler le 06 12 34 56 78.")
    form.reliabilityCombo.setCurrentIndex(3)
    form.territoryCombo.setCurrentIndex(1)
    form.pointButton.click()
    yield from pause(0.3)
    view = iface.mapCanvas().viewport()
    QTest.mouseClick(view, LEFT, pos=QPoint(view.width() // 2, view.height() // 2))
    yield from wait(lambda: form.place.geometry is not None)
    form.findings.search()
    yield from pause(0.3)
    screenshot("53-observation")
    form.buttonBox.button(QDialogButtonBox.StandardButton.Save).click()
    yield from wait(lambda: observation_layer() is not None)
    yield from drawn()
    screenshot("54-observed")
    (row,) = observation_layer().getFeatures()
    seen["note"] = row["note"]
    shown = iface.getFeatureForm(observation_layer(), row)
    shown.show()
    yield from pause()
    screenshot("55-observation-form")
    shown.close()


def observation_layer():
    layers = QgsProject.instance().mapLayers().values()
    return next(
        (each for each in layers if each.customProperty("oltp/role") == "observation"), None
    )
