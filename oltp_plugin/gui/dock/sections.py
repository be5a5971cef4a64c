"""The parts of the dock that show the filter and what it amounts to, and change it."""

from __future__ import annotations

from datetime import date

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QMenu

from oltp_plugin.gui.dock import figure_words
from oltp_plugin.gui.dock.clock import WeekClock
from oltp_plugin.gui.dock.counted_tree import CountedTree
from oltp_plugin.gui.dock.figures import Figures, month_days
from oltp_plugin.gui.dock.month_chart import MonthChart
from oltp_plugin.gui.dock.more_section import MoreSection
from oltp_plugin.gui.dock.period_section import PeriodSection
from oltp_plugin.layers.filter_words import filter_words, hours_words, number_words
from oltp_plugin.layers.observatory_group import level_name
from oltp_plugin.observatory import periods
from oltp_plugin.observatory.catalogue import Catalogue
from oltp_plugin.observatory.filter import IncidentFilter
from oltp_plugin.translation import language, tr


class Sections(QObject):
    """Fills the panel from a filter, the lists and the figures; ``state`` hears of every click."""

    def __init__(self, panel, state):
        super().__init__(panel)
        self.panel, self.state = panel, state
        self.catalogue = Catalogue()
        self.figures: Figures | None = None
        self.period = PeriodSection(panel, state)
        self.more = MoreSection(panel, state)
        self.categories = CountedTree(panel.categoryTree, panel.categorySearch)
        self.territories = CountedTree(panel.territoryTree, panel.territorySearch)
        self.clock, self.months = WeekClock(panel.wordsLabel), MonthChart(panel.wordsLabel)
        panel.clockPlace.addWidget(self.clock)
        panel.monthsChartLayout.addWidget(self.months)
        self._connect()

    def show_filter(self, chosen: IncidentFilter) -> None:
        """What is chosen, at once; the figures follow."""
        self.period.show(chosen)
        self.more.show(chosen)
        self.categories.show_chosen(chosen.categories)
        self.territories.show_chosen(chosen.territories)
        self.panel.partners.show_chosen(chosen.partners)
        self.clock.show_hours(chosen.hours, chosen.day_start)
        self.panel.clockLabel.setText(hours_words(chosen.hours) or tr("Paint the hours to choose."))
        self.panel.wordsLabel.setText(filter_words(chosen, self.catalogue))
        self.panel.undoButton.setEnabled(self.state.can_undo)
        self.panel.redoButton.setEnabled(self.state.can_redo)
        self.panel.clearButton.setEnabled(chosen != IncidentFilter())

    def show_lists(self, catalogue: Catalogue) -> None:
        """What there is to choose from."""
        self.catalogue = catalogue
        if catalogue.last_day:
            self.period.anchor = date.fromisoformat(catalogue.last_day)
        own, known = language(), {each.code for each in catalogue.categories}
        self.categories.fill(
            (
                family.code,
                family.label(own),
                [
                    (each.code, each.label(own))
                    for each in catalogue.categories
                    if each.parent == family.code
                ],
            )
            for family in catalogue.categories
            if family.parent not in known
        )
        levels = list(dict.fromkeys(level for level, _ in catalogue.territories))
        self.territories.fill(
            (
                None,
                level_name(level),
                [(key, name) for key, name in catalogue.territories.items() if key[0] == level],
            )
            for level in levels
        )

    def show_count(self, n: int) -> None:
        """The number alone, while the rest is being counted."""
        self.show_waiting()
        self.panel.countLabel.setText(tr("{n} records").format(n=number_words(n)))

    def show_waiting(self) -> None:
        """Nothing that spoke of another filter stays."""
        self.panel.usualLabel.clear()
        self.panel.changeLabel.clear()
        self._settle()

    def show_figures(self, chosen: IncidentFilter, found: Figures) -> None:
        """Everything that was counted for ``chosen``."""
        panel = self.panel
        self.figures = found
        panel.countLabel.setText(figure_words.count_words(found))
        panel.usualLabel.setText(
            ", ".join(
                filter(None, (figure_words.uncertain_words(found), figure_words.usual_words(found)))
            )
        )
        panel.changeLabel.setText(
            figure_words.change_words(found, chosen.comparison, self.catalogue)
        )
        self._settle()
        self.months.show_months(found.months, chosen.first_day, chosen.last_day)
        self.clock.show_weights(found.hours)
        self.categories.show_counts(found.by_category)
        self.territories.show_counts(found.by_territory)
        panel.partners.show_counts(found.by_partner)

    def show_refusal(self, text: str) -> None:
        """Why this is not shown; nothing where it is."""
        self.panel.refusalLabel.setText(text)
        self._settle()

    def sentence(self) -> str:
        """The filter and its count, as one line to quote."""
        found = self.figures
        words = filter_words(self.state.filter, self.catalogue)
        if found is None:
            return words
        parts = (
            figure_words.count_words(found),
            figure_words.uncertain_words(found),
            figure_words.usual_words(found),
        )
        return f"{words} \u2013 {', '.join(filter(None, parts))}"

    def end(self) -> None:
        self.months.end()

    def _settle(self) -> None:
        """A line without words takes no room."""
        for label in (self.panel.usualLabel, self.panel.changeLabel, self.panel.refusalLabel):
            label.setVisible(bool(label.text()))

    def _connect(self) -> None:
        panel, state = self.panel, self.state
        self.categories.chosen.connect(lambda keys: state.change(categories=keys))
        self.territories.chosen.connect(lambda keys: state.change(territories=keys, territory=None))
        panel.partners.chosen.connect(lambda codes: state.change(partners=codes))
        self.clock.painted.connect(lambda hours: state.change(hours=hours))
        self.months.months_chosen.connect(self._choose_months)
        panel.undoButton.clicked.connect(state.undo)
        panel.redoButton.clicked.connect(state.redo)
        panel.clearButton.clicked.connect(lambda: state.choose(IncidentFilter()))
        menu = QMenu(panel.presetButton)
        for text, hours in _presets():
            menu.addAction(text, lambda hours=hours: state.change(hours=hours))
        panel.presetButton.setMenu(menu)

    def _choose_months(self, first: str, last: str) -> None:
        """The months that were clicked; the same again takes them back."""
        days = month_days(first)[0], month_days(last)[1]
        if days == (self.state.filter.first_day, self.state.filter.last_day):
            days = None, None
        self.state.change(first_day=days[0], last_day=days[1], period=periods.CUSTOM)


def _presets() -> list[tuple[str, tuple[int, ...]]]:
    def every_day(*hours: int) -> tuple[int, ...]:
        return tuple(sorted(24 * day + hour for day in range(7) for hour in hours))

    weekend = tuple(sorted({*range(4 * 24 + 18, 168), 0, 1, 2, 3, 4, 5}))
    return [
        (tr("All hours"), ()),
        (tr("Morning, 6:00 to 12:00"), every_day(*range(6, 12))),
        (tr("Afternoon, 12:00 to 18:00"), every_day(*range(12, 18))),
        (tr("Evening, 18:00 to midnight"), every_day(*range(18, 24))),
        (tr("Night, 22:00 to 6:00"), every_day(22, 23, *range(6))),
        (tr("Weekend, from Friday 18:00 to Monday 6:00"), weekend),
    ]
