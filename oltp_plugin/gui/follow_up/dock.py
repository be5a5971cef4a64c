"""The panel of problem places: the list, and of the chosen one its decisions and incidents."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from oltp_plugin.gui import messages
from oltp_plugin.gui.background import Background
from oltp_plugin.gui.day_edits import today
from oltp_plugin.gui.follow_up import incident_words
from oltp_plugin.gui.follow_up.decisions_table import DecisionsTable
from oltp_plugin.gui.follow_up.findings import mask
from oltp_plugin.gui.follow_up.lists import choose, fill
from oltp_plugin.gui.follow_up.reading import Followed, read
from oltp_plugin.gui.follow_up.site_dialog import geometry_of, is_point
from oltp_plugin.gui.follow_up.sites_tree import SitesTree
from oltp_plugin.gui.follow_up.writer import Writer, change_words
from oltp_plugin.gui.plain import show_plainly, tip
from oltp_plugin.local_format import number
from oltp_plugin.observatory import row_changes, sites
from oltp_plugin.observatory.sites import Decision, Site
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import tr

_FORM, _ = uic.loadUiType(str(FORMS / "sites_panel.ui"))
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
        self.list = SitesTree(self)
        self.decisions = DecisionsTable(self.decisionsTable)
        fill(self.periodCombo, incident_words.periods_named(_PERIODS))
        choose(self.periodCombo, "last_90_days")
        show_plainly(self.incidentsLabel)
        self.splitter.setSizes([500, 500])
        self._connect()
        self._show_site()

    def show_observatory(self, path: Path | None) -> None:
        """Read anew; None: none is open."""
        self._writer.follow(path)
        if path != self._path:  # nothing of the one before can be asked for meanwhile
            self.forget()
            self._path, self.read = path, None
            self.list.show([])
        if path is not None:
            title = tr("Reading {name}").format(name=path.name)
            self._reading.run(title, lambda: read(path), self._show)

    def forget(self) -> None:
        self._reading.forget()
        self._counting.forget()

    @property
    def site(self) -> Site | None:
        """The one that is chosen."""
        return self.list.site

    @property
    def decision(self) -> Decision | None:
        return self.decisions.decision

    def show_failure(self, error) -> None:
        self._bar.clearWidgets()
        self._bar.show()
        messages.show_error(self._bar, error)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_site)
        self.periodCombo.currentIndexChanged.connect(lambda _index: self._count())
        self.radiusSpin.valueChanged.connect(lambda _value: self._count())
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

    def _show(self, found: Followed) -> None:
        self.read = found
        followed = found.followed
        self.list.show_areas(followed.level, list(dict.fromkeys(followed.areas.values())))
        self.list.show(followed.sites)

    # the chosen site

    def _show_site(self) -> None:
        site = self.site
        self.decisions.show(site.decisions if site is not None else ())
        if site is None:
            nothing = self.read is not None and not self.read.followed.sites
            self.siteLabel.setText(
                tr("No problem place yet: “New place…” opens one on the map.")
                if nothing
                else tr("Choose a place in the list.")
            )
        else:
            self.siteLabel.setText(f"<b>{escape(site.name)}</b>")
        self._show_buttons()
        self._count()

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
        self.undoButton.setToolTip(tip(change_words(last[0]) if last else ""))

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
            done = replace(self.decision, done_on=today())
            self._writer.write(lambda path: sites.save_decision(path, done, mask))
