"""The list of problem places, by territorial group, and the boxes that narrow it."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QFont
from qgis.PyQt.QtWidgets import QTreeWidgetItem

from oltp_plugin.gui.checked import folded
from oltp_plugin.gui.day_edits import today
from oltp_plugin.gui.follow_up.lists import choose, fill
from oltp_plugin.gui.plain import tip
from oltp_plugin.layers import follow_up_words as words
from oltp_plugin.layers.filter_words import day_words
from oltp_plugin.layers.observatory_group import level_name
from oltp_plugin.observatory.sites import STATES, Site
from oltp_plugin.translation import tr

LATE = QBrush(QColor("#b00020"))
_SITE = Qt.ItemDataRole.UserRole
_NAME, _DUE, _STATE, _THEME, _OPENED = range(5)
_NOT_SOLVED, _OVERDUE = "not_solved", "overdue"


class SitesTree(QObject):
    """Drives the panel's tree, its line to search in and its lists of states and territories."""

    chosen = pyqtSignal()  # another place, or none, is the current one

    def __init__(self, panel):
        super().__init__(panel)
        self._tree, self._search = panel.sitesTree, panel.searchEdit
        self._states, self._areas = panel.stateCombo, panel.areaCombo
        self._tree.setHeaderLabels(
            [tr("Problem place"), tr("Next due"), tr("State"), tr("Theme"), tr("Opened on")]
        )
        states = {
            _NOT_SOLVED: tr("Not solved"),
            _OVERDUE: tr("With overdue decisions"),
            **words.states(),
        }
        fill(self._states, states, tr("Any state"))
        fill(self._areas, {}, tr("Any territory"))
        self._search.textChanged.connect(lambda _text: self._narrow())
        for combo in (self._states, self._areas):
            combo.currentIndexChanged.connect(lambda _index: self._narrow())
        self._tree.currentItemChanged.connect(lambda *_items: self.chosen.emit())

    @property
    def site(self) -> Site | None:
        """The one that is chosen."""
        item = self._tree.currentItem()
        return item.data(_NAME, _SITE) if item is not None else None

    def show(self, sites: list[Site]) -> None:
        """List these; the one that is chosen stays so."""
        chosen = self.site.fid if self.site else None
        blocked = self._tree.blockSignals(True)
        self._tree.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for site in sorted(sites, key=lambda each: _order(each, today())):
            name = site.area or tr("Elsewhere")
            if name not in groups:
                groups[name] = QTreeWidgetItem([name])
            _add(site, groups[name])
        for name in sorted(groups):
            self._tree.addTopLevelItem(groups[name])
        for name, group in groups.items():
            group.setText(_NAME, tr("{area} ({n})").format(area=name, n=group.childCount()))
            group.setFirstColumnSpanned(True)
        self._tree.expandAll()
        for column in range(self._tree.columnCount()):
            self._tree.resizeColumnToContents(column)
        self._choose(chosen)
        self._tree.blockSignals(blocked)
        self._narrow()
        self.chosen.emit()

    def show_areas(self, level: str | None, names: list[str]) -> None:
        """Offer these territories, of ``level``; the one that is chosen stays so."""
        area = self._areas.currentData()
        title = tr("{level}: all").format(level=level_name(level)) if level else tr("Any territory")
        fill(self._areas, {name: name for name in names}, title)
        if area in names:
            choose(self._areas, area)

    def items(self) -> list[QTreeWidgetItem]:
        """The places' lines, without their groups'."""
        return [group.child(row) for group in self._groups() for row in range(group.childCount())]

    def _groups(self) -> list[QTreeWidgetItem]:
        return [self._tree.topLevelItem(row) for row in range(self._tree.topLevelItemCount())]

    def _choose(self, fid: int | None) -> None:
        """The place of that row, else the first."""
        items = self.items()
        wanted = [item for item in items if item.data(_NAME, _SITE).fid == fid] or items
        if wanted:
            self._tree.setCurrentItem(wanted[0])

    def _narrow(self) -> None:
        text = folded(self._search.text().strip())
        state, area = self._states.currentData(), self._areas.currentData()
        for item in self.items():
            site = item.data(_NAME, _SITE)
            shown = (
                text in folded(f"{site.name} {item.text(_THEME)}")
                and (area is None or site.area == area)
                and _is_in(site, state)
            )
            item.setHidden(not shown)
        for group in self._groups():
            children = [group.child(row) for row in range(group.childCount())]
            group.setHidden(all(child.isHidden() for child in children))


def bold(font: QFont) -> QFont:
    bolder = QFont(font)
    bolder.setBold(True)
    return bolder


def _add(site: Site, group: QTreeWidgetItem) -> None:
    due = day_words(site.next_due) if site.next_due else ""
    late = site.overdue(today())
    cells = [
        site.name,
        tr("overdue since {day}").format(day=due) if late else due,
        words.said(words.states(), site.status),
        words.said(words.themes(), site.theme),
        day_words(site.opened_on) if site.opened_on else "",
    ]
    item = QTreeWidgetItem(group, cells)
    item.setData(_NAME, _SITE, site)
    item.setToolTip(_NAME, tip(site.name))
    if late:
        item.setFont(_DUE, bold(item.font(_DUE)))
        item.setForeground(_DUE, LATE)


def _order(site: Site, day: str) -> tuple:
    """Overdue ones first, then by state, then what is due first."""
    return (
        not site.overdue(day),
        STATES.index(site.status) if site.status in STATES else len(STATES),
        site.next_due or "9999",
        site.name,
    )


def _is_in(site: Site, state: str | None) -> bool:
    if state == _NOT_SOLVED:
        return site.status != "solved"
    if state == _OVERDUE:
        return bool(site.overdue(today()))
    return state is None or site.status == state
