"""The view over time in QGIS's temporal controller: what each frame shows, for each step."""

from looking import child, drawn, pause, screenshot, seen, wait
from qgis.core import (
    QgsFeatureRequest,
    QgsProject,
    QgsTemporalNavigationObject,
    QgsUnitTypes,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDateTime, Qt
from qgis.PyQt.QtWidgets import QAbstractButton, QDockWidget
from qgis.utils import iface, plugins

from oltp_plugin.observatory.filter import IncidentFilter

EDGE = "2024-04-01T00:00:00"  # of a day, a week and a month, on a day that lacks an hour
PERIODS = {  # the step that fits it -> first and last day
    "hours": ("2024-03-30", "2024-04-01"),
    "days": ("2024-03-01", "2024-04-30"),
    "weeks": ("2024-01-01", "2024-12-31"),
    "months": ("2022-05-01", "2024-12-31"),
}


def animate():
    """Adds the view for each period and goes through its frames."""
    workbench = plugins["oltp_plugin"]._workbench
    manager, project = workbench._manager, QgsProject.instance()
    seen["frames"] = {}
    for step, (first, last) in PERIODS.items():
        manager.state.choose(IncidentFilter(first, last))
        yield from wait(lambda: manager.settled)
        before = set(project.mapLayers())
        workbench._views.add("time")
        yield from wait(lambda before=before: set(project.mapLayers()) - before)
        (added,) = set(project.mapLayers()) - before
        layer, controller = project.mapLayer(added), iface.mapCanvas().temporalController()
        shown = yield from frames(layer, controller)
        seen["frames"][step] = {
            "period": (first, last),
            "unit": QgsUnitTypes.toString(controller.frameDuration().originalUnit()),
            "mode": int(controller.navigationMode()),
            "panel": child(QDockWidget, "Temporal Controller").isVisible(),
            "total": controller.totalFrameCount(),
            "shown": shown,
        }
        screenshot(f"70-time-{step}")
        if step == "days":
            yield from play_forward(controller)
        project.removeMapLayer(added)
    child(QDockWidget, "Temporal Controller").hide()
    controller.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.NavigationOff)
    manager.state.choose(IncidentFilter())
    yield from wait(lambda: manager.settled)


def frames(layer, controller):
    """Begin, end and records of frames at both ends and about EDGE, as the map asks for them."""
    found, last = [], controller.totalFrameCount() - 1
    edge = controller.findBestFrameNumberForFrameStart(
        QDateTime.fromString(EDGE, Qt.DateFormat.ISODate)
    )
    for number in sorted({0, 1, *range(edge - 2, edge + 4), last - 1, last}):
        controller.setCurrentFrameNumber(number)
        yield
        shown = iface.mapCanvas().mapSettings().temporalRange()
        context = QgsVectorLayerTemporalContext()
        context.setLayer(layer)
        text = layer.temporalProperties().createFilterString(context, shown)
        request = QgsFeatureRequest().setFilterExpression(text)
        ends = [
            moment.toString(Qt.DateFormat.ISODate)[:19] for moment in (shown.begin(), shown.end())
        ]
        found.append([*ends, shown.includeEnd(), sum(1 for _ in layer.getFeatures(request))])
    yield from drawn()
    return found


def play_forward(controller):
    """The panel's own button, until the animation has gone on by itself."""
    controller.rewindToStart()
    controller.setFramesPerSecond(5)
    panel = child(QDockWidget, "Temporal Controller")
    panel.findChild(QAbstractButton, "mForwardButton").click()
    yield from wait(lambda: controller.currentFrameNumber() > 3)
    controller.pause()
    yield from pause(0.5)
    at = controller.currentFrameNumber()
    yield from pause(1)
    seen["played"], seen["paused"] = at, controller.currentFrameNumber() == at
    screenshot("71-time-played")
