"""The incident layer manager as its user meets it: every control, the layers, the project."""

import json

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QTableWidget,
    QTreeWidget,
)

from oltp_plugin.gui.current_observatory import CurrentObservatory
from oltp_plugin.gui.dock.exports import ExportMenu
from oltp_plugin.gui.dock.manager import LayerManager
from oltp_plugin.gui.dock.panel import ObservatoryDock
from oltp_plugin.gui.dock.run_menu import RunMenu, known_values
from oltp_plugin.layers.filter_words import days_words, filter_words, hours_words
from oltp_plugin.observatory.catalogue import Catalogue, Category
from oltp_plugin.observatory.connection import reading, writing
from oltp_plugin.observatory.filter import IncidentFilter
from tests.qgis.session import delete_now
from tests.qgis.waiting import wait as until


class Desk:
    """A dock with its manager, as the workbench wires them."""

    def __init__(self):
        self.dock, self.current = ObservatoryDock(), CurrentObservatory()
        self.panel = self.dock.panel
        self.manager = LayerManager(self.panel, self.current)
        self.failures, self.answers, self.refusals = [], [], []
        self.current.failed.connect(self.failures.append)
        self.manager.failed.connect(self.failures.append)
        self.current.changed.connect(self._show)
        self.manager._counting.answered.connect(lambda *answer: self.answers.append(answer))
        self.manager._counting.refused.connect(lambda *answer: self.refusals.append(answer))
        self.dock.resize(380, 900)
        for group in self.panel.findChildren(QgsCollapsibleGroupBox):
            group.setSaveCollapsedState(False)  # what a test folds is not folded in the next run
        self.dock.show()

    @property
    def state(self):
        return self.manager.state

    def _show(self):
        if self.current.path is not None:
            self.panel.show_observatory(self.current.path, self.current.info, self.current.summary)
        self.manager.follow()

    def settled(self):
        """Waits until the filter that is chosen has been counted and is applied; the figures."""
        until(lambda: self.answers and self.answers[-1][0] is self.manager._question)
        until(lambda: self.manager.settled)
        return self.answers[-1][1]

    def end(self):
        self.manager.end()
        self.current.disconnect_project()
        self.dock.deleteLater()


@pytest.fixture
def desk(qgis_app, town_observatory) -> Desk:
    QgsProject.instance().clear()
    desk = Desk()
    desk.current.open(town_observatory)
    desk.settled()
    yield desk
    desk.end()
    QgsProject.instance().clear()


def count(path, where: str) -> int:
    """Counted by SQL of the test's own."""
    with reading(path) as connection:
        query = f"SELECT count(*) FROM incident WHERE status <> 'withdrawn' AND {where}"
        return connection.execute(query).fetchone()[0]


def shown_partners(desk: Desk) -> set:
    return {each["partner"] for each in desk.current.layer("incident").getFeatures()}


def item(tree, *labels):
    """The row of a tree under its headings."""
    found = tree.invisibleRootItem()
    for label in labels:
        found = next(
            found.child(row)
            for row in range(found.childCount())
            if found.child(row).text(0) == label
        )
    return found


def test_it_opens_with_everything_counted(desk):
    assert desk.panel.countLabel.text() == "60 records"
    assert desk.panel.wordsLabel.text() == "All categories"
    assert item(desk.panel.categoryTree, "Offences against persons").text(1) == "60"
    assert item(desk.panel.territoryTree, "Commune").childCount() == 1
    assert not desk.panel.undoButton.isEnabled()
    assert desk.failures == []


def test_a_ticked_category_filters_the_layer_and_its_family_stands_for_all(desk, town_observatory):
    tree = desk.panel.categoryTree
    homicide = item(tree, "Offences against persons", "Homicide")
    homicide.setCheckState(0, Qt.CheckState.Checked)
    assert desk.state.filter.categories == ("homicide",)
    found = desk.settled()
    assert found.n == count(town_observatory, "category = 'homicide'")
    layer = desk.current.layer("incident")
    assert {each["category"] for each in layer.getFeatures()} == {"homicide"}
    family = item(tree, "Offences against persons")
    assert family.checkState(0) == Qt.CheckState.PartiallyChecked
    family.setCheckState(0, Qt.CheckState.Checked)
    assert desk.state.filter.categories == ("atteintes_personnes",)
    assert desk.settled().n == 60
    assert homicide.checkState(0) == Qt.CheckState.Checked


def test_a_family_is_ticked_in_one_step(desk):
    tree = desk.panel.categoryTree
    family = tree.topLevelItem(0)
    leaves = [family.child(row) for row in range(family.childCount())]
    family.setCheckState(0, Qt.CheckState.Checked)
    assert desk.state.filter.categories == (family.data(0, Qt.ItemDataRole.UserRole),)
    assert {leaf.checkState(0) for leaf in leaves} == {Qt.CheckState.Checked}
    leaves[0].setCheckState(0, Qt.CheckState.Unchecked)
    assert family.checkState(0) == Qt.CheckState.PartiallyChecked
    assert len(desk.state.filter.categories) == len(leaves) - 1 > 1
    desk.state.undo()
    assert family.checkState(0) == Qt.CheckState.Checked == leaves[0].checkState(0)
    desk.state.undo()
    assert desk.state.filter == IncidentFilter() and not desk.state.can_undo
    assert {each.checkState(0) for each in (family, *leaves)} == {Qt.CheckState.Unchecked}


def test_a_click_on_a_count_chooses_that_row_alone_and_again_takes_it_back(desk):
    tree = desk.panel.categoryTree
    row = item(tree, "Offences against persons", "Homicide")
    tree.itemClicked.emit(row, 1)
    assert desk.state.filter.categories == ("homicide",)
    tree.itemClicked.emit(row, 1)
    assert desk.state.filter.categories == ()


def test_searching_shows_what_holds_the_word(desk):
    tree = desk.panel.categoryTree
    desk.panel.categorySearch.setText("HOMIC")
    family = item(tree, "Offences against persons")
    assert not family.isHidden() and family.isExpanded()
    assert not item(tree, "Offences against persons", "Homicide").isHidden()
    assert item(tree, "Burglary").isHidden()
    desk.panel.categorySearch.clear()
    assert not item(tree, "Burglary").isHidden()


def test_partners_are_ticked_and_counted_under_the_other_conditions(desk):
    table = desk.panel.partnersTable
    (row,) = [row for row in range(2) if table.item(row, 0).text() == "Transports"]
    table.item(row, 0).setCheckState(Qt.CheckState.Checked)
    assert desk.state.filter.partners == ("TC",)
    assert desk.settled().n == 20
    assert shown_partners(desk) == {"TC"}
    numbers = {table.item(row, 0).text(): table.item(row, 1).data(0) for row in range(2)}
    assert numbers == {"Police municipale": 40, "Transports": 20}


@pytest.mark.parametrize(
    ("kind", "where"),
    [
        ("month", "occurred_from LIKE '2024-12-%'"),
        ("quarter", "occurred_from >= '2024-10-01'"),
        ("last_7_days", "occurred_from >= '2024-12-18'"),
        ("year_to_date", "1"),
        ("school_year", "occurred_from >= '2024-09-01'"),
    ],
)
def test_named_periods_are_counted_back_from_the_last_record(desk, town_observatory, kind, where):
    """The last record is of 24 December 2024."""
    with reading(town_observatory) as connection:
        (last,) = connection.execute(
            "SELECT max(occurred_from) FROM incident WHERE status <> 'withdrawn'"
        ).fetchone()
    assert last.startswith("2024-12-24")
    combo = desk.panel.periodCombo
    combo.setCurrentIndex(combo.findData(kind))
    combo.activated.emit(combo.currentIndex())
    assert desk.settled().n == count(town_observatory, where)
    assert desk.state.filter.period == kind


def test_days_are_typed_stepped_and_taken_back(desk, town_observatory):
    combo = desk.panel.periodCombo
    combo.setCurrentIndex(combo.findData("month"))
    combo.activated.emit(combo.currentIndex())
    assert desk.panel.periodDays.isVisibleTo(desk.panel)
    desk.panel.earlierButton.click()
    assert (desk.state.filter.first_day, desk.state.filter.last_day) == ("2024-11-01", "2024-11-30")
    desk.panel.laterButton.click()
    desk.panel.firstDate.setDate(desk.panel.firstDate.date().addDays(40))
    assert desk.state.filter.first_day == desk.state.filter.last_day == "2025-01-10"
    combo.setCurrentIndex(combo.findData("any"))
    combo.activated.emit(combo.currentIndex())
    assert desk.state.filter == IncidentFilter()
    assert not desk.panel.periodDays.isVisibleTo(desk.panel)


def test_date_basis_night_and_comparison(desk):
    panel = desk.panel
    panel.nightCheck.click()
    assert desk.state.filter.day_start == 6
    for combo, data, name in (
        (panel.basisCombo, "recorded", "date_basis"),
        (panel.comparisonCombo, "custom", "comparison"),
        (panel.countedCombo, True, "facts"),
    ):
        combo.setCurrentIndex(combo.findData(data))
        combo.activated.emit(combo.currentIndex())
        assert getattr(desk.state.filter, name) == data
    assert panel.comparisonDays.isVisibleTo(panel)
    desk.settled()
    assert desk.failures == []


def test_severity_status_and_precision_are_ticked(desk, town_observatory):
    panel = desk.panel
    for combo, value, name in (
        (panel.severityCombo, -1, "severities"),
        (panel.statusCombo, "open", "statuses"),
        (panel.precisionCombo, "address", "precisions"),
    ):
        combo.setItemCheckState(combo.findData(value), Qt.CheckState.Checked)
        assert getattr(desk.state.filter, name) == (value,)
    assert desk.settled().n == count(
        town_observatory, "severity IS NULL AND status = 'open' AND location_precision = 'address'"
    )
    desk.panel.clearButton.click()
    assert desk.state.filter == IncidentFilter()
    assert panel.severityCombo.checkedItems() == []


def test_the_clock_is_painted_with_the_mouse(desk, town_observatory):
    desk.panel.clockGroup.setCollapsed(False)
    clock = desk.manager.sections.clock

    def at(day: int, column: int) -> QPoint:
        return clock.cell_box(day, column).center().toPoint()

    QTest.mousePress(clock, Qt.MouseButton.LeftButton, pos=at(4, 20))
    QTest.mouseMove(clock, at(5, 23))
    QTest.mouseRelease(clock, Qt.MouseButton.LeftButton, pos=at(5, 23))
    hours = desk.state.filter.hours
    assert {4 * 24 + 20, 5 * 24 + 23} <= set(hours)
    found = desk.settled()
    assert found.shown == len(list(desk.current.layer("incident").getFeatures()))
    QTest.mousePress(clock, Qt.MouseButton.LeftButton, pos=QPoint(3, at(4, 0).y()))
    QTest.mouseRelease(clock, Qt.MouseButton.LeftButton, pos=QPoint(3, at(4, 0).y()))
    assert set(range(96, 120)) <= set(desk.state.filter.hours)  # all of Friday
    clock.setFocus()
    QTest.keyClick(clock, Qt.Key.Key_Space)
    assert desk.state.filter.hours != hours
    desk.panel.presetButton.menu().actions()[0].trigger()
    assert desk.state.filter.hours == ()


def test_with_nights_the_first_column_is_six_and_after_midnight_is_the_same_night(desk):
    clock = desk.manager.sections.clock
    clock.show_hours((), 6)
    assert clock.hour_of(4, 0) == 4 * 24 + 6
    assert clock.hour_of(4, 20) == 5 * 24 + 2  # Saturday 2:00 is Friday's night
    assert clock.hour_of(6, 23) == 5  # Monday 5:00


def test_a_month_is_clicked_in_the_chart_and_again_taken_back(desk, town_observatory):
    chart = desk.manager.sections.months
    until(lambda: len(chart._edges) > 2)
    months = [month for month, _ in chart.months]
    assert months[0] == "2024-01" and len(months) == 12
    left, right = chart.slot_box(2)
    spot = QPoint(round((left + right) / 2), chart.height() // 2)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot)
    assert (desk.state.filter.first_day, desk.state.filter.last_day) == ("2024-03-01", "2024-03-31")
    assert desk.settled().n == count(town_observatory, "occurred_from LIKE '2024-03-%'")
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot)
    assert desk.state.filter == IncidentFilter()


def test_a_choice_is_undone_on_the_map_too(desk):
    desk.state.change(partners=("PM",))
    desk.settled()
    assert shown_partners(desk) == {"PM"}
    desk.panel.undoButton.click()
    desk.settled()
    assert shown_partners(desk) == {"PM", "TC"}
    desk.panel.redoButton.click()
    desk.settled()
    assert shown_partners(desk) == {"PM"}


def test_what_an_agreement_forbids_is_said_in_the_panel_and_not_shown(qgis_app, town_observatory):
    """At first the partner with most records is shown alone."""
    with writing(town_observatory) as connection:
        connection.execute(
            "INSERT INTO agreement (partner, reference, combination) VALUES ('TC', 'C-7', 'no')"
        )
    QgsProject.instance().clear()
    desk = Desk()
    desk.current.open(town_observatory)
    desk.settled()
    assert desk.state.filter.partners == ("PM",)
    assert shown_partners(desk) == {"PM"}
    desk.state.change(partners=("PM", "TC"))
    until(lambda: len(desk.refusals) == 2)
    assert "C-7" in desk.panel.refusalLabel.text()
    assert desk.panel.refusalLabel.isVisible()
    assert shown_partners(desk) == {"PM"}
    assert desk.failures == []
    desk.current.refresh()  # what was chosen and refused stays chosen
    until(lambda: len(desk.refusals) == 3)
    assert desk.state.filter.partners == ("PM", "TC")
    desk.panel.undoButton.click()
    desk.settled()
    assert desk.panel.refusalLabel.text() == ""
    desk.end()
    QgsProject.instance().clear()


def test_a_layer_being_edited_gets_the_filter_afterwards(desk):
    layer = desk.current.layer("incident")
    assert layer.startEditing()
    desk.state.change(partners=("TC",))
    desk.settled()
    assert "Incidents" in desk.panel.refusalLabel.text()
    assert shown_partners(desk) == {"PM", "TC"}
    stops = []
    layer.editingStopped.connect(lambda: stops.append(1))
    layer.rollBack()
    until(lambda: shown_partners(desk) == {"TC"})
    desk.settled()
    assert desk.panel.refusalLabel.text() == ""
    assert layer.startEditing() and layer.rollBack()
    assert len(stops) == 2, "QGIS and others hear of every stop"


def test_the_project_brings_filter_layers_and_dock_back(desk, tmp_path, town_observatory):
    desk.state.change(partners=("TC",), first_day="2024-02-01")
    desk.settled()
    chosen = desk.state.filter
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "round.qgz"))
    project.clear()
    assert desk.current.path is None
    desk.answers.clear()
    project.read(str(tmp_path / "round.qgz"))
    found = desk.settled()
    assert desk.state.filter == chosen
    assert found.n == count(town_observatory, "partner = 'TC' AND occurred_from >= '2024-02-01'")
    assert shown_partners(desk) == {"TC"}
    assert not project.isDirty()


def test_observatories_in_turn_keep_their_own_filters(desk, tmp_path, town_observatory):
    desk.state.change(partners=("TC",))
    desk.settled()
    other = tmp_path / "Autre.gpkg"
    other.write_bytes(town_observatory.read_bytes())
    desk.current.open(other)
    until(lambda: desk.current.path == other)
    desk.settled()
    assert desk.state.filter == IncidentFilter()
    desk.current.open(town_observatory)
    until(lambda: desk.current.path == town_observatory)
    desk.settled()
    assert desk.state.filter.partners == ("TC",)


def test_layers_removed_by_hand_leave_the_counts(desk):
    QgsProject.instance().removeAllMapLayers()
    desk.state.change(partners=("TC",))
    assert desk.settled().n == 20
    assert desk.failures == []


def names_in(menu) -> list[str]:
    """The saved filters that a menu offers, as it is shown."""
    menu.aboutToShow.emit()
    actions = menu.actions()
    first = next(number for number, each in enumerate(actions) if each.isSeparator())
    return [each.text().replace("&&", "&") for each in actions[:first]]


def test_a_filter_saved_by_name_is_there_in_every_project(desk, town_observatory):
    name = "L'été & <b>100 %</b> 🚲"
    menu = desk.panel.filtersButton.menu()
    assert names_in(menu) == []
    desk.state.change(partners=("TC",))
    desk.manager._menu.save(f"  {name}\n")
    until(lambda: names_in(menu) == [name])
    assert not QgsProject.instance().readEntry("oltp", "filters")[1]
    assert menu.actions()[0].toolTip() == "<span>All categories, Transports</span>"

    QgsProject.instance().clear()
    desk.current.open(town_observatory)
    until(lambda: desk.current.path is not None)
    desk.settled()
    assert desk.state.filter == IncidentFilter()
    assert names_in(menu) == [name]
    menu.actions()[0].trigger()
    assert desk.settled().n == 20
    assert shown_partners(desk) == {"TC"}

    desk.manager._menu.forget(name)
    until(lambda: names_in(menu) == [])
    assert desk.failures == []


def test_a_saved_filter_takes_the_place_of_one_of_its_name_and_says_no_persons_name(
    desk, town_observatory
):
    menu = desk.manager._menu
    for partner in ("TC", "PM"):
        desk.state.change(partners=(partner,))
        menu.save("Nuits de M. Martin")
        until(lambda: not menu.busy)
    until(lambda: len(desk.manager.sections.catalogue.filters) == 1)
    with reading(town_observatory) as connection:
        ((name, text),) = connection.execute("SELECT name, definition FROM saved_filter")
    assert "Martin" not in name and '"PM"' in text
    assert b"Martin" not in town_observatory.read_bytes()


def test_a_saved_period_is_counted_back_from_the_last_record(desk, town_observatory):
    desk.manager._menu.choose(
        IncidentFilter("2019-01-01", "2019-01-31", period="month")  # saved long ago
    )
    assert (desk.state.filter.first_day, desk.state.filter.last_day) == ("2024-12-01", "2024-12-31")
    assert desk.settled().n == count(town_observatory, "occurred_from LIKE '2024-12-%'")


def test_where_the_observatory_may_only_be_read_a_sentence_says_so(desk, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_args: False)
    desk.manager._menu.save("June")
    until(lambda: desk.failures)
    assert [each.code for each in desk.failures] == ["read_only"]
    assert desk.manager.sections.catalogue.filters == {}


def test_filters_are_shared_as_files(desk, tmp_path):
    desk.state.change(partners=("TC",))
    menu = desk.manager._menu
    menu.write(tmp_path / "shared.json")
    desk.state.choose(IncidentFilter())
    menu.read(tmp_path / "shared.json")
    assert desk.state.filter.partners == ("TC",)
    (tmp_path / "note.json").write_text("a note")
    menu.read(tmp_path / "note.json")
    menu.read(tmp_path / "gone.json")
    assert [type(each).__name__ for each in desk.failures] == ["ObservatoryError", "str"]


@pytest.mark.parametrize("name", ["months", "hours", "categories", "territories", "partners"])
def test_each_figure_is_copied_and_exported(desk, tmp_path, name):
    exports = ExportMenu(desk.panel.copyButton, desk.manager.sections, desk.failures.append)
    exports.copy(name)
    rows = [line.split("\t") for line in QgsApplication.clipboard().text().splitlines()]
    assert len({len(row) for row in rows}) == 1 and len(rows) > 1
    exports.write(name, tmp_path / "table.csv")
    assert len((tmp_path / "table.csv").read_text(encoding="utf-8-sig").splitlines()) == len(rows)
    numbers = [float(cell) for row in rows[1:] for cell in row[-1 if name != "hours" else 1 :]]
    if name != "territories":  # levels overlap
        assert sum(numbers) == 60
    if name in ("months", "hours"):
        for ending, start in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")):
            exports.write(name, tmp_path / f"chart.{ending}")
            until(lambda: not exports.busy)
            assert (tmp_path / f"chart.{ending}").read_bytes().startswith(start)
    assert desk.failures == []
    exports.write(name, tmp_path / "gone" / "chart.png")
    until(lambda: desk.failures)
    assert desk.failures[0].startswith("chart.png cannot be written")


@pytest.mark.parametrize(
    ("typed", "kind", "written"),
    [
        ("v1.2024", "Table (*.csv)", "v1.2024.csv"),
        ("v1.2024", "Drawing (*.svg *.pdf)", "v1.2024.svg"),
        ("v1.PDF", "Drawing (*.svg *.pdf)", "v1.PDF"),
        ("v1", "Picture (*.png)", "v1.png"),
    ],
)
def test_a_file_gets_the_ending_of_its_kind(desk, tmp_path, monkeypatch, typed, kind, written):
    exports = ExportMenu(desk.panel.copyButton, desk.manager.sections, desk.failures.append)
    answer = str(tmp_path / typed), kind
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: answer)
    exports._ask("months")
    until(lambda: (tmp_path / written).exists() and not exports.busy)
    assert desk.failures == []


def test_the_menu_of_questions_lists_what_the_toolbox_has(desk):
    opened = []
    menu = RunMenu(desk.panel.runButton, opened.append)._menu
    menu.aboutToShow.emit()
    names = {
        action.objectName(): action
        for question in menu.actions()
        for action in question.menu().actions()
    }
    assert {"kerneldensity", "bufferrings", "territorycounts"} <= set(names)
    names["kerneldensity"].trigger()
    assert opened == ["oltp:kerneldensity"]
    held = len(menu.findChildren(QMenu))
    menu.aboutToShow.emit()
    delete_now()
    assert len(menu.findChildren(QMenu)) == held == len(menu.actions())
    values = known_values("oltp:kerneldensity", lambda role: role)
    assert values == {"INPUT": "incident", "STUDY_AREA": "territory:commune"}
    assert known_values("oltp:nothing", lambda role: role) == {}


def test_hostile_names_change_nothing_but_the_text(desk, town_observatory):
    hostile = ("l'été", '"x"', "100 %_", "'; DROP TABLE incident; --", "🚲 <b>&amp;</b>")
    with writing(town_observatory, bulk=True) as connection:
        for number, word in enumerate(hostile):
            connection.execute("INSERT INTO partner (code, name) VALUES (?, ?)", (word, word))
            connection.execute(
                "INSERT INTO category (code, label_en, label_fr, unit, nature, denominator)"
                " VALUES (?, ?, ?, 'offence', 'reported', 'none')",
                (word, word, word),
            )
            connection.execute(
                "INSERT INTO territory (level, code, name) VALUES ('iris', ?, ?)", (word, word)
            )
            connection.execute(
                "UPDATE incident SET partner = ?, category = ? WHERE fid = ?",
                (word, word, number + 1),
            )
    desk.current.refresh()
    until(lambda: len(desk.manager.sections.catalogue.partners) == 7)
    desk.settled()
    for word in hostile:
        row = item(desk.panel.categoryTree, word)
        desk.state.choose(IncidentFilter(categories=(word,), partners=(word,)))
        assert desk.settled().n == 1
        assert row.checkState(0) == Qt.CheckState.Checked
        assert word in desk.panel.wordsLabel.text()
        assert [each["category"] for each in desk.current.layer("incident").getFeatures()] == [word]
    assert desk.panel.wordsLabel.textFormat() == Qt.TextFormat.PlainText
    assert desk.failures == []


def test_the_filter_in_words(qgis_app):
    catalogue = Catalogue(
        [Category("vol_tire", None, {"en": "Pickpocketing", "fr": "Vols à la tire"})],
        {"TAM": "TaM"},
        {("quartier", "1"): "Centre"},
    )
    evening = tuple(
        sorted(24 * day + hour for day in range(7) for hour in (18, 19, 20, 21, 22, 23, 0, 1))
    )
    chosen = IncidentFilter(
        "2026-01-01", "2026-03-31", ("vol_tire",), ("TAM",),
        territories=(("quartier", "1"),), hours=evening,
    )  # fmt: skip
    assert filter_words(chosen, catalogue) == (
        "Pickpocketing, TaM, 18:00–2:00, Q1 2026 (date of the facts), Centre"
    )
    assert days_words("2024-02-01", "2024-02-29") == "February 2024"
    assert days_words("2024-01-01", "2024-12-31") == "2024"
    assert days_words("2024-01-01", None) == "since 1 Jan 2024"
    assert hours_words((118, 119, 120, 121)) == "Fri 22:00–2:00"
    assert hours_words(tuple(range(0, 168, 2))) == "84 hours of the week"


def test_json_of_a_filter_is_stored_as_text_that_people_read(desk):
    desk.state.change(partners=("TC",))
    desk.settled()
    group = QgsProject.instance().layerTreeRoot().findGroups()[0]
    assert json.loads(group.customProperty("oltp/filter")) == {"partners": ["TC"]}


@pytest.mark.parametrize("width", [380, 300, 240])
def test_nothing_is_cut_however_narrow_the_dock(desk, width):
    """Boxes and days have room for their words, names take the lines that they need."""
    desk.dock.setFloating(True)
    desk.state.change(first_day="2024-02-01", last_day="2024-02-29", comparison="last_three_years")
    panel = desk.panel
    desk.dock.resize(width, 900)
    for group in (panel.periodGroup, panel.partnersGroup, panel.moreGroup):
        group.setCollapsed(False)
    until(lambda: panel.width() <= max(width, panel.minimumWidth()))
    QgsApplication.processEvents()
    assert panel.sections.minimumSizeHint().width() <= panel.sectionsArea.viewport().width()
    metrics = panel.fontMetrics()
    for combo in (panel.basisCombo, panel.countedCombo, panel.severityCombo):
        assert combo.width() > metrics.horizontalAdvance(combo.currentText() or "All"), width
    for edit in (panel.firstDate, panel.lastDate):
        assert edit.lineEdit().width() > metrics.horizontalAdvance("29/02/2024"), width
    tree, table = panel.categoryTree, panel.partnersTable
    family = item(tree, "Offences against persons")
    box = QRect(0, 0, tree.visualItemRect(family).width() - 2 * tree.indentation(), 999)
    lines = metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, family.text(0)).height()
    assert tree.visualItemRect(family).height() >= lines
    assert table.horizontalScrollBar().maximum() == 0


def test_a_folded_group_shows_nothing_of_what_is_in_it(desk):
    groups = desk.panel.findChildren(QgsCollapsibleGroupBox)
    for group in groups:
        group.setCollapsed(True)
    desk.state.change(first_day="2024-02-01", last_day="2024-02-29", comparison="custom")
    desk.settled()
    desk.answers.clear()
    desk.current.refresh()  # lists and table are filled again
    desk.settled()
    within = (QTableWidget, QTreeWidget, QComboBox, QDateEdit, QLineEdit, QLabel)
    drawn = [
        each.objectName()
        for group in groups
        for kind in within
        for each in group.findChildren(kind)
        if each.isVisible()
    ]
    assert len(groups) == 8 and drawn == []
    desk.panel.periodGroup.setCollapsed(False)
    assert desk.panel.periodDays.isVisible() and desk.panel.comparisonDays.isVisible()
