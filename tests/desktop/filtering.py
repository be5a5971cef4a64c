"""The dock's controls in a real window, used as an analyst does; what it said is kept."""

from pathlib import Path

from looking import GIVEN, algorithm_dialog, child, pause, screenshot, seen, wait
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMenu, QTableView, QTreeWidget, QWidget
from qgis.utils import iface, plugins

LEFT = Qt.MouseButton.LeftButton


def use_dock():
    """Opens the observatory and uses every control; ``seen["told"]`` is what the dock said."""
    yield from wait(lambda: "oltp_plugin" in plugins)
    iface.mainWindow().setGeometry(2, 22, 1362, 744)  # an ordinary municipal screen
    dock = child(QWidget, "oltpDock")
    yield from wait(dock.isVisible)
    dock.panel.recentAsked.emit(Path(GIVEN["observatory"]))
    yield from wait(lambda: plugins["oltp_plugin"]._workbench._manager is not None)
    iface.mainWindow().resizeDocks([dock], [380], Qt.Orientation.Horizontal)
    steps = DockSteps(dock, plugins["oltp_plugin"]._workbench._manager)
    yield from steps.run()
    seen.update(told=steps.told, **steps.seen)


class DockSteps:
    """``told``: the filter as JSON, and the number that the dock showed for it, after each step."""

    def __init__(self, dock, manager):
        self.dock, self.panel, self.manager = dock, dock.panel, manager
        self.told: list[tuple[str, float, int]] = []
        self.seen: dict = {}

    def run(self):
        yield from self.counted()
        yield from self.choose_days_and_categories()
        yield from self.paint_hours()
        yield from self.choose_places_and_partners()
        yield from self.open_from_the_dock()
        yield from self.move_about()
        yield from self.come_back()

    def choose_days_and_categories(self):
        panel = self.panel
        self.pick(panel.periodCombo, "quarter")
        yield from self.counted()
        QTest.mouseClick(panel.earlierButton, LEFT)
        yield from self.counted()
        yield from self.click_row(panel.categoryTree, 0)
        panel.categorySearch.setText("homicide")
        panel.categorySearch.clear()
        chart = self.manager.sections.months
        yield from wait(lambda: len(chart._edges) > 3)
        left, right = chart.slot_box(1)
        QTest.mouseClick(chart, LEFT, pos=QPoint(round((left + right) / 2), chart.height() // 2))
        yield from self.counted()
        yield from pause()
        screenshot("40-dock-period")

    def paint_hours(self):
        panel, clock = self.panel, self.manager.sections.clock
        self.manager.state.change(first_day=None, last_day=None, period="custom")
        yield from self.only("clockGroup")
        for day in (4, 5):
            cells = [clock.cell_box(day, column).center().toPoint() for column in (18, 23)]
            QTest.mousePress(clock, LEFT, pos=cells[0])
            QTest.mouseMove(clock, cells[1])
            QTest.mouseRelease(clock, LEFT, pos=cells[1])
            yield from self.counted()
        yield from pause()
        screenshot("41-dock-clock")
        panel.nightCheck.setChecked(True)
        yield from self.counted()
        QTest.mouseClick(panel.undoButton, LEFT)
        yield from self.counted()
        QTest.mouseClick(panel.clearButton, LEFT)
        yield from self.counted()

    def choose_places_and_partners(self):
        panel = self.panel
        yield from self.only("territoriesGroup")
        QTest.mouseClick(panel.pickButton, LEFT)
        canvas = iface.mapCanvas()
        QTest.mouseClick(canvas.viewport(), LEFT, pos=canvas.viewport().rect().center())
        yield from self.counted()
        QTest.mouseClick(panel.pickButton, LEFT)
        self.seen["picked"] = self.manager.state.filter.territories
        yield from pause()
        screenshot("42-dock-where")
        yield from self.only("partnersGroup")
        panel.partnersTable.item(0, 0).setCheckState(Qt.CheckState.Checked)
        yield from self.counted()
        yield from self.only("moreGroup")
        for combo in (panel.severityCombo, panel.statusCombo, panel.precisionCombo):
            combo.setItemCheckState(0, Qt.CheckState.Checked)
            yield from self.counted()
        self.pick(panel.countedCombo, True)
        yield from self.counted()
        yield from pause()
        screenshot("43-dock-more")

    def open_from_the_dock(self):
        """The attribute table, the analysis and the print have the filter already applied."""
        panel = self.panel
        QTest.mouseClick(panel.clearButton, LEFT)
        yield from self.counted()
        window = iface.showAttributeTable(self.manager._current.layer("incident"))
        rows = window.findChild(QTableView, "mTableView").model().rowCount
        yield from wait(lambda: rows() == self.manager.sections.figures.shown)
        self.manager.state.change(partners=("PM",))
        yield from self.counted()
        yield from wait(lambda: rows() == self.manager.sections.figures.shown)
        self.seen["rows_in_table"] = rows()
        window.close()
        menu = panel.runButton.menu()
        menu.aboutToShow.emit()
        density = menu.findChild(QMenu).actions()[0]
        density.trigger()
        shown = yield from self.dialog()
        given = shown.createProcessingParameters()["INPUT"]
        self.seen["analysed"] = QgsProject.instance().mapLayer(given).subsetString()
        self.seen["in_layer"] = sum(
            1 for _ in self.manager._current.layer("incident").getFeatures()
        )
        shown.close()
        yield from pause()
        QTest.mouseClick(panel.printButton, LEFT)
        shown = yield from self.dialog()
        self.seen["subtitle"] = shown.mainWidget().wrappers["SUBTITLE"].parameterValue()
        shown.close()
        yield from pause()
        panel.copyButton.menu().actions()[0].trigger()
        self.seen["sentence"] = QApplication.clipboard().text()

    def move_about(self):
        window = iface.mainWindow()
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.dock)
        yield from pause()
        screenshot("44-dock-left")
        self.dock.setFloating(True)
        self.dock.resize(280, 640)
        yield from pause()
        screenshot("45-dock-floating")
        self.seen["floating_width"] = self.dock.width()
        self.dock.setFloating(False)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        yield from pause()

    def come_back(self):
        """Save the project inside the observatory, empty QGIS, read it again."""
        project, path = QgsProject.instance(), self.manager._path
        before = self.manager.state.filter
        stored = f"geopackage:{path}?projectName=round"
        assert project.write(stored)
        project.clear()
        yield from wait(lambda: self.panel.pages.currentWidget() is self.panel.emptyPage)
        assert project.read(stored)
        yield from self.counted()
        self.seen["came_back"] = self.manager.state.filter == before
        project.clear()
        yield from pause()

    # hands and eyes

    def counted(self):
        """Waits for the figures of the filter that is chosen now."""
        manager = self.manager
        yield from wait(lambda: manager.settled)
        found = manager.sections.figures
        self.told.append((manager.state.filter.to_json(), found.n, found.shown))
        layer = manager._current.layer("incident")
        drawn = sum(1 for _ in layer.getFeatures()) if layer else None
        if drawn != found.shown:
            self.seen.setdefault("map_differs", []).append((self.told[-1], drawn))

    def only(self, name: str):
        """Unfold one group, fold the others."""
        for group in ("periodGroup", "monthsGroup", "categoriesGroup", "clockGroup",
                      "territoriesGroup", "partnersGroup", "moreGroup"):  # fmt: skip
            getattr(self.panel, group).setCollapsed(group != name)
        yield from pause()

    def pick(self, combo, data) -> None:
        combo.setCurrentIndex(combo.findData(data))
        combo.activated.emit(combo.currentIndex())

    def click_row(self, tree: QTreeWidget, row: int):
        """Click the box of a family."""
        box = tree.visualItemRect(tree.topLevelItem(row))
        style = tree.style().pixelMetric(tree.style().PixelMetric.PM_IndicatorWidth)
        spot = QPoint(box.left() + style // 2 + 4, box.center().y())
        tree.scrollToItem(tree.topLevelItem(row))
        QTest.mouseClick(tree.viewport(), LEFT, pos=spot)
        yield from self.counted()

    def dialog(self):
        """Waits for the toolbox's own dialog."""
        yield from wait(lambda: algorithm_dialog() is not None)
        yield from pause()
        return algorithm_dialog()
