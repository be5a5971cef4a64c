"""Runs inside QGIS Desktop (``qgis --code``): uses every control of the incident layer manager.

``OLTP_DESKTOP`` names the ``observatory``, a ``folder`` to write to, and whether it is ``large``:
then each question's first analysis is opened and each view's coarsest level is added, not all. The
report keeps ``told``: for each filter what the dock said; ``controls`` and ``used``: their names.
"""

from pathlib import Path

from hands import Hands, close, controls
from looking import GIVEN, child, drawn, pause, play, screenshot, seen, wait
from qgis.core import QgsFeatureRequest, QgsProject
from qgis.PyQt.QtCore import QDate, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget
from qgis.utils import iface, plugins

from oltp_plugin.layers import observatory_group
from oltp_plugin.translation import sentence

LEFT = Qt.MouseButton.LeftButton
_MANY = 200_000
FOLDER = Path(GIVEN["folder"])
GROUPS = (
    "periodGroup", "monthsGroup", "categoriesGroup", "clockGroup", "territoriesGroup",
    "partnersGroup", "moreGroup", "observatoryGroup",
)  # fmt: skip
HOSTILE = "Nuit d'été \"%_\" '; DROP TABLE incident; -- & 🚲"


def steps():
    yield from wait(lambda: "oltp_plugin" in plugins)
    iface.mainWindow().setGeometry(2, 22, 1362, 744)  # an ordinary municipal screen
    dock = child(QWidget, "oltpDock")
    yield from wait(dock.isVisible)
    hands = Hands(dock.panel)
    yield from open_it(hands)
    iface.mainWindow().resizeDocks([dock], [400], Qt.Orientation.Horizontal)
    if GIVEN["large"]:
        iface.mapCanvas().zoomScale(15_000)  # one does not look at a million points
    use = Controls(hands)
    yield from use.run()
    seen.update(told=use.told, in_map=use.in_map, used=sorted(hands.used), **use.seen)
    seen["controls"] = sorted(controls(dock.panel, ("weekClock", "monthChart")))


def open_it(hands: Hands):
    """From the page that says how to begin: both buttons, then the list of recent ones."""
    seen["new"] = yield from hands.look_at(lambda: hands.click("newButton"))
    yield from hands.look_at(lambda: hands.click("openButton"))
    recent = hands.take("recentList")
    assert recent.item(0).toolTip() == GIVEN["observatory"]
    recent.itemActivated.emit(recent.item(0))
    yield from wait(lambda: plugins["oltp_plugin"]._workbench._manager is not None)


class Controls:
    """``told``: for each filter what the dock said of it; ``in_map``: how many records it says and
    the layer has, where they are not too many to be read one by one."""

    def __init__(self, hands: Hands):
        self.hands, self.panel = hands, hands.panel
        self.workbench = plugins["oltp_plugin"]._workbench
        self.manager = self.workbench._manager
        self.told: list[dict] = []
        self.in_map: list[tuple[int, int]] = []
        self.seen: dict = {}
        self.said: list[str] = []  # of the views, by the message bar
        views = self.workbench._views
        views.done.connect(self.said.append)
        views.failed.connect(
            lambda what: self.said.append(what if isinstance(what, str) else sentence(what))
        )

    def run(self):
        yield from self.counted()
        for group in (
            self.period, self.months, self.clock, self.categories, self.territories,
            self.partners, self.more, self.back_and_forth, self.kept_filters, self.figures_out,
            self.about_the_file, self.views, self.from_here,
        ):  # fmt: skip
            yield from group()

    # the filter

    def period(self):
        hands, panel = self.hands, self.panel
        yield from self.unfold("periodGroup")
        for row in range(panel.periodCombo.count()):
            hands.choose("periodCombo", row)
            yield from self.counted()
        for edit, day in (("firstDate", QDate(2024, 11, 1)), ("lastDate", QDate(2025, 2, 28))):
            hands.take(edit).setDate(day)
            yield from self.counted()
        for button in ("earlierButton", "laterButton", "laterButton"):
            hands.click(button)
            yield from self.counted()
        for name in ("basisCombo", "comparisonCombo"):
            for row in (*range(getattr(panel, name).count()), 0):
                hands.choose(name, row)
                if row == 2:  # days of one's choice
                    for edit, year in (("comparisonFirst", 2023), ("comparisonLast", 2024)):
                        hands.take(edit).setDate(QDate(year, 5, 31))
                yield from self.counted()
        hands.click("nightCheck")
        yield from self.counted()
        yield from picture("70-period")
        hands.click("nightCheck")
        hands.choose("periodCombo", 0)
        yield from self.counted(whole=True)

    def months(self):
        """One month of the chart, then three."""
        yield from self.unfold("monthsGroup")
        chart = self.hands.take("monthChart")
        yield from wait(lambda: len(chart._edges) > 6)
        spots = [round(sum(chart.slot_box(place)) / 2) for place in range(6)]
        for first, last in ((4, 4), (3, 5)):
            QTest.mousePress(chart, LEFT, pos=QPoint(spots[first], chart.height() // 2))
            QTest.mouseRelease(chart, LEFT, pos=QPoint(spots[last], chart.height() // 2))
            yield from self.counted(whole=first == last)
        yield from picture("71-months")

    def clock(self):
        """Painted with the mouse, by cells, by a day's name and an hour's number; by keys."""
        yield from self.unfold("clockGroup")
        clock = self.hands.take("weekClock")
        for day in (4, 5):  # Friday and Saturday evening
            self.paint(clock, clock.cell_box(day, 18).center(), clock.cell_box(day, 23).center())
            yield from self.counted(whole=day == 5)
        name, number = clock.cell_box(6, 0).center(), clock.cell_box(0, 2).center()
        name.setX(4)
        number.setY(3)
        for spot in (name, number):
            self.paint(clock, spot, spot)
            yield from self.counted()
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space):
            QTest.keyClick(clock, key)
        yield from self.counted()
        yield from picture("72-clock")
        for action in reversed(self.hands.entries("presetButton")):  # all hours last
            action.trigger()
            yield from self.counted()

    def categories(self):
        hands, tree = self.hands, self.hands.take("categoryTree")
        yield from self.unfold("categoriesGroup")
        hands.type("categorySearch", leaves(tree)[3].text(0).upper())
        self.seen["found"] = sum(not each.isHidden() for each in leaves(tree))
        hands.type("categorySearch", "")
        family = next(each for each in branches(tree) if each.childCount() > 2)
        hands.click_box(tree, family)
        yield from self.counted()
        family.setExpanded(True)
        hands.click_box(tree, family.child(1))  # all but one
        self.seen["partly"] = family.checkState(0) == Qt.CheckState.PartiallyChecked
        yield from self.counted()
        yield from picture("73-categories")
        for _ in range(2):  # the count itself: that category alone, and all again
            tree.scrollToItem(family.child(0))
            place = tree.visualRect(tree.indexFromItem(family.child(0), 1))
            hands.click_cell(tree, place)
            yield from self.counted()
        hands.click("clearButton")
        yield from self.counted()

    def territories(self):
        hands, tree = self.hands, self.hands.take("territoryTree")
        yield from self.unfold("territoriesGroup")
        level = branches(tree)[-1]
        level.setExpanded(True)
        hands.type("territorySearch", level.child(2).text(0))
        self.seen["areas_found"] = [each.text(0) for each in leaves(tree) if not each.isHidden()]
        hands.type("territorySearch", "")
        level.setExpanded(True)
        for row in (0, 1):
            hands.click_box(tree, level.child(row))
            yield from self.counted()
        for _ in range(2):
            tree.scrollToItem(level.child(2))
            hands.click_cell(tree, tree.visualRect(tree.indexFromItem(level.child(2), 1)))
            yield from self.counted()
        hands.click("pickButton")
        canvas = iface.mapCanvas().viewport()
        QTest.mouseClick(canvas, LEFT, pos=canvas.rect().center())
        yield from self.counted(whole=True)
        self.seen["picked"] = self.manager.state.filter.territories
        yield from picture("74-territories")
        hands.click("pickButton")
        hands.click("clearButton")
        yield from self.counted()

    def partners(self):
        hands, table = self.hands, self.hands.take("partnersTable")
        yield from self.unfold("partnersGroup")
        table.item(1, 0).setCheckState(Qt.CheckState.Checked)
        yield from self.counted(whole=True)
        for row in (0, 0):  # the count: that partner alone, and all again
            hands.click_cell(table, table.visualRect(table.model().index(row, 1)))
            yield from self.counted()
        page = yield from hands.look_at(lambda: table.itemActivated.emit(table.item(0, 0)))
        again = yield from hands.look_at(lambda: hands.click("partnersButton"))
        self.seen["partner_pages"] = [page, again]

    def more(self):
        hands, panel = self.hands, self.panel
        yield from self.unfold("moreGroup")
        hands.choose("countedCombo", 1)
        yield from self.counted()
        for name in ("severityCombo", "statusCombo", "precisionCombo"):
            for row in (0, 1):
                hands.tick(name, row)
                yield from self.counted()
            if name == "severityCombo":
                for row in range(2, panel.severityCombo.count()):
                    hands.tick(name, row)  # a quick hand: only the last is counted
                yield from self.counted()
        yield from picture("75-more")

    def back_and_forth(self):
        for button in ("undoButton", "undoButton", "redoButton", "undoButton", "clearButton"):
            self.hands.click(button)
            yield from self.counted()

    def kept_filters(self):
        """By name in the observatory, and as a file that somebody else opens."""
        hands, state = self.hands, self.manager.state
        state.change(hours=(0, 1, 2, 23), first_day="2025-01-01", last_day="2025-03-31")
        yield from self.counted()
        chosen = state.filter
        asked = yield from hands.window_of(self.filters()[0].trigger)
        asked.findChild(QLineEdit).setText(HOSTILE)
        asked.accept()
        yield from wait(self.kept)
        yield from self.counted()
        self.seen["kept"] = self.kept()
        hands.click("clearButton")
        yield from self.counted()
        self.filters()[0].trigger()
        yield from self.counted()
        self.seen["chosen_again"] = state.filter == chosen
        file = FOLDER / "été.json"
        yield from hands.name_file(self.filters()[-1].trigger, file)
        hands.click("clearButton")
        yield from self.counted()
        yield from hands.name_file(self.filters()[-2].trigger, file)
        yield from self.counted()
        self.seen["opened_from_file"] = state.filter == chosen
        asked = yield from hands.window_of(self.filters()[2].trigger)
        asked.button(QMessageBox.StandardButton.Yes).click()
        yield from wait(lambda: not self.kept())
        hands.click("clearButton")
        yield from self.counted()

    def kept(self) -> list[str]:
        return list(self.manager.sections.catalogue.filters)

    def filters(self) -> list:
        return self.hands.entries("filtersButton")

    # what it amounts to, and what is done with it

    def figures_out(self):
        """The sentence, then each figure to the clipboard and to a file of each kind."""
        self.manager.state.change(first_day="2024-07-01", last_day="2025-03-31")
        yield from self.counted(whole=True)
        sentence, *others = self.hands.entries("copyButton")
        copies, exports = others[: len(others) // 2], others[len(others) // 2 :]
        sentence.trigger()
        self.seen["sentence"] = QApplication.clipboard().text()
        self.seen["copied"] = {}
        for action in copies:
            action.trigger()
            self.seen["copied"][action.objectName()] = QApplication.clipboard().text()
        self.seen["written"] = []
        for number, action in enumerate(exports):
            kinds = ("csv", "png", "svg") if number < 2 else ("csv",)
            for kind in kinds:
                file = FOLDER / f"figure {number}.{kind}"
                yield from self.hands.name_file(action.trigger, file, kind)
                yield from wait(file.exists)
                self.seen["written"].append(file.name)

    def about_the_file(self):
        """Read anew; open or make another; several files, reference data, coverage."""
        hands = self.hands
        yield from self.unfold("observatoryGroup")
        hands.click("refreshButton")
        yield from wait(self.panel.refreshButton.isEnabled)
        yield from self.counted()
        self.seen["windows"] = []
        for action in hands.entries("observatoryButton"):
            if action.objectName() == "oltpCoverage":
                action.trigger()
                dock = iface.mainWindow().findChild(QWidget, "oltpCoverageDock")
                yield from wait(dock.isVisible)
                dock.setUserVisible(False)
            elif action.isEnabled() and action.menu() is None:
                name = yield from hands.look_at(action.trigger)
                self.seen["windows"].append(name)
        self.hands.fold("observatoryGroup")

    def views(self):
        """Every entry of the menu; what each view draws is what the filter holds."""
        self.manager.state.change(first_day="2025-01-01", last_day="2025-01-31")
        yield from self.counted()
        path, found = self.workbench._current.path, {}
        group = observatory_group.find_group(path, QgsProject.instance())
        for name in self.view_names():
            self.said.clear()
            if name.startswith("view_"):
                found[name] = yield from self.view(group, name)
            else:  # about the current layer's style
                iface.setActiveLayer(observatory_group.layer_of(group, "view:family"))
                self.view_action(name).trigger()
                found[name] = self.said[-1]
        yield from drawn()
        screenshot("76-views")
        self.seen["views"] = found
        self.manager.state.change(first_day="2025-02-01", last_day="2025-02-28")
        yield from self.counted()
        self.seen["views_after"] = {
            role: rows(observatory_group.layer_of(group, f"view:{role}"))
            for role in ("family", "category", "partner", "address", "cluster", "heat", "time")
        }

    def view_names(self) -> list[str]:
        coarse = observatory_group.level_name("commune")
        return [
            action.objectName()
            for action in self.hands.entries("layersButton")
            if not GIVEN["large"] or action.objectName().count("_") < 2 or action.text() == coarse
        ]

    def view(self, group, name: str):
        """Add one; returns how many records it holds, or why there is none."""
        role = "view:" + name.partition("_")[2].replace("_", ":", 1)
        if name == "view_observations":
            role = "observation"
        self.view_action(name).trigger()
        yield from wait(lambda: observatory_group.layer_of(group, role) or self.said)
        layer = observatory_group.layer_of(group, role)
        if layer is None:
            return self.said[-1]
        yield from wait(lambda: not iface.mapCanvas().isDrawing())
        if "counts" in name:
            return sum(each["n"] or 0 for each in layer.getFeatures())
        return rows(layer)

    def view_action(self, name: str):
        found = [each for each in self.hands.entries("layersButton") if each.objectName() == name]
        assert len(found) == 1, name
        return found[0]

    def from_here(self):
        """Import, enter, print, and the analyses by question, each in its own window."""
        hands = self.hands
        names = []
        for button in ("importButton", "newIncidentButton"):
            names.append((yield from hands.look_at(lambda name=button: hands.click(name))))
        printing = hands.take("printButton")
        if printing.menu() is None:
            names.append((yield from hands.look_at(lambda: hands.click("printButton"))))
        else:
            for action in hands.entries("printButton"):
                names.append((yield from hands.look_at(action.trigger)))
        self.seen["opened"] = names
        asked = {}
        questions = hands.take("runButton").menu()
        questions.aboutToShow.emit()
        for question in questions.actions():
            algorithms = question.menu().actions()
            for action in algorithms[: 1 if GIVEN["large"] else None]:
                window = yield from hands.window_of(action.trigger)
                wrappers = window.mainWidget().wrappers
                given = wrappers.get("INPUT") or wrappers.get("INCIDENTS")
                layer = QgsProject.instance().mapLayer(given.parameterValue())
                asked[action.objectName()] = layer.subsetString()
                yield from close(window)
        self.seen["asked"] = asked

    # hands and eyes

    def paint(self, clock, begin, end) -> None:
        QTest.mousePress(clock, LEFT, pos=begin.toPoint())
        QTest.mouseMove(clock, end.toPoint())
        QTest.mouseRelease(clock, LEFT, pos=end.toPoint())

    def unfold(self, name: str):
        """One group, by the arrow beside its title; the others are folded."""
        for group in GROUPS:
            if getattr(self.panel, group).isCollapsed() == (group == name):
                self.hands.fold(group)
        yield from pause(0.3)

    def counted(self, whole: bool = False):
        """Waits for the figures of the filter that is chosen now, and keeps what the dock says.

        ``whole``: its lists too.
        """
        manager = self.manager
        yield from wait(lambda: manager.settled)
        found = manager.sections.figures
        told = {
            "filter": manager.state.filter.to_json(),
            "n": found.n,
            "shown": found.shown,
            "uncertain": found.uncertain,
            "label": self.panel.countLabel.text(),
        }
        if whole:
            told["by_partner"] = found.by_partner
            told["by_category"] = found.by_category
            told["by_territory"] = [[*key, n] for key, n in found.by_territory.items()]
            told["months"] = found.months
            told["hours"] = found.hours.tolist()
            if found.shown < _MANY:
                self.in_map.append((found.shown, rows(manager._current.layer("incident"))))
        self.told.append(told)


def picture(name: str):
    yield from pause(0.3)  # what was said is painted
    screenshot(name)


def rows(layer) -> int:
    """How many there are, read one by one."""
    return sum(1 for _ in layer.getFeatures(QgsFeatureRequest().setNoAttributes()))


def branches(tree) -> list:
    return [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]


def leaves(tree) -> list:
    return [branch.child(row) for branch in branches(tree) for row in range(branch.childCount())]


if __name__ == "__main__":
    play(steps())
