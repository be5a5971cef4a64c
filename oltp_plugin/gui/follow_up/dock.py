"""The panel of problem places: a list by territorial group, each with decisions and incidents."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QHeaderView,
    QSizePolicy,
    QTableWidgetItem,
    QTreeWidgetItem,
    QWidget,
)

from oltp_plugin.gui import messages
from oltp_plugin.gui.background import Background
from oltp_plugin.gui.checked import folded
from oltp_plugin.gui.follow_up import incident_words
from oltp_plugin.gui.follow_up.findings import mask
from oltp_plugin.gui.follow_up.lists import choose, fill
from oltp_plugin.gui.follow_up.reading import Followed, read
from oltp_plugin.gui.follow_up.site_dialog import geometry_of, is_point
from oltp_plugin.gui.follow_up.writer import Writer, change_words
from oltp_plugin.layers import follow_up_words as words
from oltp_plugin.layers.filter_words import day_words
from oltp_plugin.layers.observatory_group import level_name
from oltp_plugin.local_format import number
from oltp_plugin.observatory import row_changes, sites
from oltp_plugin.observatory.sites import STATES, Decision, Site
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import tr

_FORM, _ = uic.loadUiType(str(FORMS / "sites_panel.ui"))
_SITE = Qt.ItemDataRole.UserRole
_LATE = QBrush(QColor("#b00020"))
_NOT_SOLVED, _OVERDUE = "not_solved", "overdue"
_DECISION_WIDTH = 190  # pixels
_PERIODS = ("last_30_days", "last_90_days", "last_12_months")


class SitesDock(QgsDockWidget):
    """A QGIS dock around the panel."""

    def __init__(self, writer: Writer, parent=None):
        super().__init__(tr("Problem places"), parent)
        self.setObjectName("oltpSitesDock")
        self.panel = SitesPanel(writer)
        self.setWidget(self.panel)


class SitesPanel(QWidget, _FORM):
    """Reads in the background; what it is asked for, ``windows`` opens."""

    newAsked = pyqtSignal()  # noqa: N815 - Qt names
    changeAsked = pyqtSignal(object)  # noqa: N815 - a Site
    zoomAsked = pyqtSignal(object)  # noqa: N815 - a Site
    noteAsked = pyqtSignal()  # noqa: N815
    decisionAsked = pyqtSignal(object)  # noqa: N815 - a Decision, new without a fid

    def __init__(self, writer: Writer, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        self._bar = self.messageBar
        self._bar.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._bar.hide()
        self._path: Path | None = None
        self.read: Followed | None = None
        self._writer = writer
        self._reading = Background(self.show_failure, self)
        self._counting = Background(self._show_no_count, self)
        for button in (self.deleteSiteButton, self.deleteDecisionButton):
            button.setIcon(QgsApplication.getThemeIcon("/mActionDeleteSelected.svg"))
        self._set_up_lists()
        self._connect()
        self._show_site()

    def show_observatory(self, path: Path | None) -> None:
        """Read anew; None: none is open."""
        self._path = path
        self._writer.follow(path)
        if path is None:
            self.forget()
            self.read = None
            self._fill_tree()
            return
        title = tr("Reading {name}").format(name=path.name)
        self._reading.run(title, lambda: read(path), self._show)

    def forget(self) -> None:
        self._reading.forget()
        self._counting.forget()

    @property
    def site(self) -> Site | None:
        """The one that is chosen."""
        item = self.sitesTree.currentItem()
        return item.data(0, _SITE) if item is not None else None

    @property
    def decision(self) -> Decision | None:
        item = self.decisionsTable.item(self.decisionsTable.currentRow(), 0)
        return item.data(_SITE) if item is not None else None

    def show_failure(self, error) -> None:
        self._bar.clearWidgets()
        self._bar.show()
        messages.show_error(self._bar, error)

    def _set_up_lists(self) -> None:
        states = {
            _NOT_SOLVED: tr("Not solved"),
            _OVERDUE: tr("With overdue decisions"),
            **words.states(),
        }
        fill(self.stateCombo, states, tr("Any state"))
        fill(self.areaCombo, {}, tr("Any territory"))
        fill(self.periodCombo, incident_words.periods_named(_PERIODS))
        choose(self.periodCombo, "last_90_days")
        self.sitesTree.setHeaderLabels(
            [tr("Problem place"), tr("Next due"), tr("State"), tr("Theme"), tr("Opened on")]
        )
        self.decisionsTable.setColumnCount(5)
        self.decisionsTable.setHorizontalHeaderLabels(
            [tr("Decision"), tr("Until"), tr("Who leads"), tr("Decided on"), tr("Done on")]
        )
        header = self.decisionsTable.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, _DECISION_WIDTH)
        self.decisionsTable.verticalHeader().hide()
        self.splitter.setSizes([500, 500])

    def _connect(self) -> None:
        self.searchEdit.textChanged.connect(lambda _text: self._filter())
        for combo in (self.stateCombo, self.areaCombo):
            combo.currentIndexChanged.connect(lambda _index: self._filter())
        self.periodCombo.currentIndexChanged.connect(lambda _index: self._count())
        self.radiusSpin.valueChanged.connect(lambda _value: self._count())
        self.sitesTree.currentItemChanged.connect(lambda *_items: self._show_site())
        self.sitesTree.itemActivated.connect(lambda _item, _column: self._ask(self.zoomAsked))
        self.decisionsTable.itemSelectionChanged.connect(self._show_buttons)
        self.decisionsTable.itemActivated.connect(lambda _item: self._change_decision())
        self.newSiteButton.clicked.connect(lambda: self.newAsked.emit())
        self.editSiteButton.clicked.connect(lambda: self._ask(self.changeAsked))
        self.zoomButton.clicked.connect(lambda: self._ask(self.zoomAsked))
        self.noteButton.clicked.connect(lambda: self.noteAsked.emit())
        self.newDecisionButton.clicked.connect(self._new_decision)
        self.editDecisionButton.clicked.connect(self._change_decision)
        self.doneButton.clicked.connect(self._finish_decision)
        self.deleteSiteButton.clicked.connect(self._delete_site)
        self.deleteDecisionButton.clicked.connect(self._delete_decision)
        self.undoButton.clicked.connect(lambda: self._writer.undo())

    # the list

    def _show(self, found: Followed) -> None:
        self.read = found
        area = self.areaCombo.currentData()
        areas = {name: name for name in found.followed.areas.values()}
        title = tr("Any territory")
        if found.followed.level:
            title = tr("{level}: all").format(level=level_name(found.followed.level))
        fill(self.areaCombo, areas, title)
        if area in areas:
            choose(self.areaCombo, area)
        self._fill_tree()

    def _fill_tree(self) -> None:
        chosen = self.site.fid if self.site else None
        self.sitesTree.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        today = _today()
        listed = self.read.followed.sites if self.read else []
        for site in sorted(listed, key=lambda each: _order(each, today)):
            name = site.area or tr("Elsewhere")
            if name not in groups:
                groups[name] = QTreeWidgetItem([name])
            self._add(site, groups[name], today)
        for name in sorted(groups):
            self.sitesTree.addTopLevelItem(groups[name])
        for name, group in groups.items():
            group.setText(0, tr("{area} ({n})").format(area=name, n=group.childCount()))
            group.setFirstColumnSpanned(True)
        self.sitesTree.expandAll()
        for column in range(self.sitesTree.columnCount()):
            self.sitesTree.resizeColumnToContents(column)
        self._choose(chosen)
        self._filter()
        self._show_site()

    def _add(self, site: Site, group: QTreeWidgetItem, today: str) -> None:
        late = site.overdue(today)
        due = day_words(site.next_due) if site.next_due else ""
        if late:
            due = tr("overdue since {day}").format(day=due)
        cells = [
            site.name,
            due,
            words.said(words.states(), site.status),
            words.said(words.themes(), site.theme),
            day_words(site.opened_on) if site.opened_on else "",
        ]
        item = QTreeWidgetItem(group, cells)
        item.setData(0, _SITE, site)
        item.setToolTip(0, site.name)
        if late:
            _mark_late(item, 1)

    def _choose(self, fid: int | None) -> None:
        items = self._items()
        wanted = next((item for item in items if item.data(0, _SITE).fid == fid), None)
        if wanted is None and items:
            wanted = items[0]
        if wanted is not None:
            self.sitesTree.setCurrentItem(wanted)

    def choose_site(self, fid: int) -> None:
        """Show the site of this row."""
        self._choose(fid)

    def _items(self) -> list[QTreeWidgetItem]:
        groups = [self.sitesTree.topLevelItem(i) for i in range(self.sitesTree.topLevelItemCount())]
        return [group.child(i) for group in groups for i in range(group.childCount())]

    def _filter(self) -> None:
        text, today = folded(self.searchEdit.text().strip()), _today()
        state, area = self.stateCombo.currentData(), self.areaCombo.currentData()
        for item in self._items():
            site = item.data(0, _SITE)
            shown = (
                text in folded(f"{site.name} {item.text(3)}")
                and (area is None or site.area == area)
                and _is_in(site, state, today)
            )
            item.setHidden(not shown)
        for place in range(self.sitesTree.topLevelItemCount()):
            group = self.sitesTree.topLevelItem(place)
            children = [group.child(i) for i in range(group.childCount())]
            group.setHidden(all(child.isHidden() for child in children))

    # the chosen site

    def _show_site(self) -> None:
        site = self.site
        table = self.decisionsTable
        table.setRowCount(0)
        if site is None:
            nothing = self.read is not None and not self.read.followed.sites
            self.siteLabel.setText(
                tr("No problem place yet: “New place…” opens one on the map.")
                if nothing
                else tr("Choose a place in the list.")
            )
        else:
            self.siteLabel.setText(f"<b>{escape(site.name)}</b>")
            for decision in site.decisions:
                self._add_decision(decision)
        self._show_buttons()
        self._count()

    def _add_decision(self, decision: Decision) -> None:
        table, late = self.decisionsTable, decision.is_overdue(_today())
        row = table.rowCount()
        table.insertRow(row)
        until = day_words(decision.due_on) if decision.due_on else ""
        cells = (
            decision.what.replace("\n", " "),
            tr("{day}, overdue").format(day=until) if late else until,
            words.said(words.institutions(), decision.lead_institution),
            day_words(decision.decided_on) if decision.decided_on else "",
            day_words(decision.done_on) if decision.done_on else "",
        )
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(decision.what if column == 0 else text)
            item.setData(_SITE, decision)
            if late:
                item.setForeground(_LATE)
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            table.setItem(row, column, item)

    def _show_buttons(self) -> None:
        site, decision = self.site, self.decision
        for button in (
            self.editSiteButton,
            self.deleteSiteButton,
            self.newDecisionButton,
            self.zoomButton,
        ):
            button.setEnabled(site is not None)
        self.newSiteButton.setEnabled(self.read is not None)
        self.noteButton.setEnabled(self.read is not None)
        for button in (self.editDecisionButton, self.deleteDecisionButton):
            button.setEnabled(decision is not None)
        self.doneButton.setEnabled(decision is not None and decision.done_on is None)
        self.radiusSpin.setVisible(site is not None and is_point(geometry_of(site.wkb)))
        self.periodCombo.setVisible(site is not None)
        last = self._writer.changes[-1:]
        self.undoButton.setEnabled(bool(last))
        self.undoButton.setToolTip(change_words(last[0]) if last else "")

    def _count(self) -> None:
        """Its incidents in their usual range, counted beside the window."""
        site, path = self.site, self._path
        self.incidentsLabel.setText("")
        if site is None or path is None or site.wkb is None:
            self._counting.forget()
            return
        metres, period = float(self.radiusSpin.value()), self.periodCombo.currentData()

        def count():
            from oltp_plugin.gui.follow_up.nearby import nearby

            return nearby(path, site.wkb, metres, period)

        self.incidentsLabel.setText(tr("Counting…"))
        self._counting.run(tr("Counting incidents"), count, self._show_count)

    def _show_count(self, found) -> None:
        self.incidentsLabel.setText(incident_words.incidents_words(found))

    def _show_no_count(self, error) -> None:
        self.incidentsLabel.setText(incident_words.why_not(error))

    # what is asked for

    def _ask(self, signal) -> None:
        if self.site is not None:
            signal.emit(self.site)

    def _new_decision(self) -> None:
        if self.site is not None:
            self.decisionAsked.emit(Decision("", site=self.site.fid))

    def _change_decision(self) -> None:
        if self.decision is not None:
            self.decisionAsked.emit(self.decision)

    def _delete_site(self) -> None:
        """At once: the message bar takes it back. What was decided about it goes first."""
        site = self.site
        if site is None:
            return
        if site.decisions:
            words = tr("“{name}” has decisions ({n}): delete them first, or set it to solved.")
            self.show_failure(words.format(name=site.name, n=number(len(site.decisions))))
        else:
            self._writer.write(lambda path: row_changes.remove(path, "site", site.fid, site.row))

    def _delete_decision(self) -> None:
        gone = self.decision
        if gone is not None:
            self._writer.write(
                lambda path: row_changes.remove(path, "decision", gone.fid, gone.row)
            )

    def _finish_decision(self) -> None:
        if self.decision is not None:
            done = replace(self.decision, done_on=_today())
            self._writer.write(lambda path: sites.save_decision(path, done, mask))


def _order(site: Site, today: str) -> tuple:
    """Overdue ones first, then by state, then what is due first."""
    return (
        not site.overdue(today),
        STATES.index(site.status) if site.status in STATES else len(STATES),
        site.next_due or "9999",
        site.name,
    )


def _is_in(site: Site, state: str | None, today: str) -> bool:
    if state == _NOT_SOLVED:
        return site.status != "solved"
    if state == _OVERDUE:
        return bool(site.overdue(today))
    return state is None or site.status == state


def _mark_late(item: QTreeWidgetItem, column: int) -> None:
    font = item.font(column)
    font.setBold(True)
    item.setFont(column, font)
    item.setForeground(column, _LATE)


def _today() -> str:
    return QDate.currentDate().toString("yyyy-MM-dd")
