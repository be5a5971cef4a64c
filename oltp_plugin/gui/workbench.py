"""What the plugin does in QGIS's window; everything it adds there it takes away in ``remove``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QDialog, QFileDialog

from oltp_plugin import settings
from oltp_plugin.gui import map_view, messages
from oltp_plugin.gui.current_observatory import CurrentObservatory
from oltp_plugin.gui.dock.panel import ObservatoryDock
from oltp_plugin.gui.draft_offers import DraftOffers
from oltp_plugin.gui.dropped_files import DroppedFiles
from oltp_plugin.gui.file_watch import FileWatch
from oltp_plugin.gui.follow_up.windows import FollowUpWindows
from oltp_plugin.gui.import_windows import ImportWindows, is_observatory
from oltp_plugin.gui.incident_form.windows import IncidentWindows
from oltp_plugin.gui.menus import Menus
from oltp_plugin.gui.partner_windows import PartnerWindows
from oltp_plugin.gui.recent_observatories import RecentObservatories
from oltp_plugin.gui.typed_texts import TypedTexts
from oltp_plugin.translation import tr

_PAPERS = ("bulletin", "sessionpack", "diagnostic", "bulletinfigures")  # of the monthly round


class Workbench(QObject):
    """Wires menu, toolbar and dock to the current observatory and to the toolbox."""

    def __init__(self, iface):
        super().__init__(iface.mainWindow())
        self._iface = iface
        self._creation = self._manager = self._dock_actions = None
        self._coverage = None
        self._dialogs = []
        self._current = CurrentObservatory(self)
        self._current.started.connect(self._show_busy)
        self._current.changed.connect(self._show_current)
        self._current.added.connect(lambda group: map_view.show_town(iface.mapCanvas(), group))
        self._current.failed.connect(self._show_failure)
        self._imports = ImportWindows(
            self._current, iface.mainWindow(), self._keep, self._show_batch, self._show_failure
        )
        self._incidents = IncidentWindows(self._current, iface, self._keep, self._show_failure)
        self._follow_up = FollowUpWindows(self._current, iface, self._keep, self._show_failure)
        self._partners = PartnerWindows(self._current, iface, self._keep, self._show_failure)
        self._typed = TypedTexts(self)
        self._typed.masked.connect(lambda said: messages.show_error(iface.messageBar(), said))
        self._drafts = DraftOffers(
            self._current,
            iface,
            {
                "incident": self._incidents.resume,
                **dict.fromkeys(("site", "decision", "observation"), self._follow_up.resume),
            },
        )
        self._recent = RecentObservatories(self)
        self._watch = FileWatch(self)
        self._watch.changed.connect(self._current.refresh)
        self._menus = Menus(iface)
        self._add_actions()
        self._add_dock()
        self._show_current()

    def remove(self) -> None:
        """Take everything out of QGIS's window again."""
        self._current.disconnect_project()
        self._incidents.end()
        self._follow_up.end()
        self._typed.end()
        self._drafts.end()
        messages.take_offers_away(self._iface.messageBar())
        for dialog in list(self._dialogs):
            dialog.close()
            dialog.deleteLater()
        self._menus.remove()
        if self._manager is not None:
            self._dock_actions.end()
            self._manager.end()
        self._forget_coverage()
        self._iface.removeDockWidget(self._dock)
        self._dock.deleteLater()
        self.deleteLater()

    def _add_actions(self) -> None:
        add = self._menus.add_action
        add("oltpNew", tr("&New observatory…"), "new_observatory", self.ask_new)
        add("oltpOpen", tr("&Open observatory…"), "open_observatory", self.ask_open)
        self._menus.add_recent(lambda: self._recent.paths, self._current.open)
        self._menus.add_separator()
        add("oltpImport", tr("&Import incidents…"), "import_incidents", self.import_incidents)
        several, references = (
            tr("Import &several files…"),
            tr("Import places, &territories, addresses…"),
        )
        self._files_entries = [
            *self._add_entries(
                ("oltpImportSeveral", several, self._imports.open_round),
                ("oltpImportReference", references, self._imports.open_reference),
            ),
            self._menus.add_entry("oltpCoverage", tr("&Coverage by partner…"), self.show_coverage),
        ]
        self._add_incident_entries()
        partners = self._partners
        self._add_entries(
            ("oltpPartners", tr("&Partners and agreements…"), partners.show_partners),
            ("oltpPartnerSheet", tr("What a partner &fills in…"), partners.show_sheet),
            ("oltpPurge", tr("Purge &expired records…"), partners.purge),
        )
        self._menus.add_entry("oltpTransparency", tr("Transparency s&heet…"), self.transparency)
        self._menus.add_separator()
        self._add_analyses_and_prints()
        self._menus.add_separator()
        self._dock_action = self._menus.add_toggle("oltpShowDock", tr("Observatory &panel"), "oltp")

    def _add_entries(self, *entries: tuple[str, str, Callable]) -> list:
        """Entries (name, text, function) that act on the observatory that is open."""
        add = self._menus.add_entry
        return [add(name, text, self._with_one(function)) for name, text, function in entries]

    def _add_incident_entries(self) -> None:
        """One record by hand, from the dock's button too; what was entered, corrected."""
        windows = self._incidents
        self._menus.add_separator()
        text = tr("&Enter an incident…")
        enter = self._menus.add_action("oltpNewIncident", text, "new_incident", self.new_incident)
        self._menus.give_shortcut(enter, "Ctrl+Alt+I")
        self._add_entries(
            ("oltpCorrect", tr("&Correct an incident on the map…"), windows.pick_on_map),
            ("oltpChangeSelected", tr("Change the &selected incidents…"), windows.change_selected),
            ("oltpLocate", tr("&Locate incidents without a point…"), windows.locate_next),
            ("oltpUndoActs", tr("&Undo changes by hand…"), windows.undo_last),
            ("oltpSites", tr("Pro&blem places…"), self._follow_up.show_sites),
            ("oltpObservation", tr("Enter an &observation…"), self._follow_up.new_observation),
        )
        self._menus.add_separator()

    def _add_analyses_and_prints(self) -> None:
        add, run = self._menus.add_action, lambda name: self._actions().run(f"oltp:{name}")
        density, rings = tr("&Kernel density…"), tr("&Buffer rings…")
        add("oltpDensity", density, "kernel_density", lambda: run("kerneldensity"))
        add("oltpRings", rings, "buffer_rings", lambda: run("bufferrings"))
        add("oltpPrint", tr("Print &map…"), "print_map", lambda: self._actions().print_map())
        entry = self._menus.add_entry
        entry("oltpAtlas", tr("Print &atlas…"), lambda: self._actions().print_atlas())
        papers = tr("Bulletin and session packs")
        self._menus.add_algorithms("oltpPapers", papers, _PAPERS, self.paper)
        entry("oltpTown", tr("Town on printed pa&ges…"), self.show_town)

    def _add_dock(self) -> None:
        self._dock = ObservatoryDock(self._iface.mainWindow())
        self._dock.setToggleVisibilityAction(self._dock_action)
        panel = self._dock.panel
        panel.newAsked.connect(self.ask_new)
        panel.openAsked.connect(self.ask_open)
        panel.recentAsked.connect(self._current.open)
        panel.importAsked.connect(self.import_incidents)
        panel.partnerAsked.connect(self._partners.show_partners)
        panel.observatoryButton.menu().addSeparator()
        panel.observatoryButton.menu().addActions(self._files_entries)
        DroppedFiles(self._dock).dropped.connect(self.take_dropped)
        panel.refreshAsked.connect(self._current.refresh)
        self._recent.found.connect(panel.show_recent)
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)

    def _managed(self):
        """The incident layer manager, made for the first observatory: QGIS starts without it."""
        if self._manager is None:
            from oltp_plugin.gui.dock.actions import DockActions
            from oltp_plugin.gui.dock.manager import LayerManager
            from oltp_plugin.gui.dock.views_menu import ViewsMenu

            panel = self._dock.panel
            self._manager = LayerManager(panel, self._current, self)
            self._manager.failed.connect(self._show_failure)
            self._dock_actions = DockActions(
                self._iface,
                panel,
                self._manager,
                self._current,
                self._show_algorithm,
                self.new_incident,
            )
            self._views = ViewsMenu(panel.layersButton, self._manager, self._current, self._iface)
            self._views.done.connect(
                lambda said: messages.show_done(self._iface.messageBar(), said)
            )
            self._views.failed.connect(self._show_failure)
        return self._manager

    def _actions(self):
        self._managed()
        return self._dock_actions

    # what the user asks for

    def ask_new(self) -> None:
        """Ask where, then let ``oltp:createobservatory`` make it."""
        from oltp_plugin.gui.new_observatory import NewObservatory

        dialog = NewObservatory(self._folder(), self._iface.mainWindow())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._create(dialog.path(), dialog.crs())
        dialog.deleteLater()

    def ask_open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._iface.mainWindow(),
            tr("Open observatory"),
            str(self._folder()),
            tr("Observatory (GeoPackage) (*.gpkg)"),
        )
        if name:
            self._current.open(Path(name))

    def import_incidents(self) -> None:
        """The window for a partner's file; with no observatory open, the toolbox's dialog."""
        if self._current.path is None:
            self._show_algorithm("oltp:importincidents")
            return
        self._imports.open_steps()

    def new_incident(self) -> None:
        """The form for one incident; with no observatory open, one is chosen first."""
        self._with_one(self._incidents.open_new)()

    def _with_one(self, function):
        """``function``, of an observatory; with none open, one is chosen first."""

        def act() -> None:
            if self._current.path is None:
                self.ask_open()
            else:
                function()

        return act

    def take_dropped(self, paths: list[Path]) -> None:
        """Files were dropped on the panel: an observatory to open, or partners' files."""
        observatories = [path for path in paths if is_observatory(path)]
        if observatories:
            self._current.open(observatories[0])
        elif self._current.path is None:
            messages.show_error(
                self._iface.messageBar(),
                tr("Open the observatory first, then drop the partners' files."),
            )
        elif len(paths) > 1:
            self._imports.open_round(paths)
        else:
            self._imports.open_steps(paths[0])

    def show_coverage(self) -> None:
        """The panel of partners and months, made when it is first asked for."""
        if self._coverage is None:
            from oltp_plugin.gui.coverage.dock import CoverageDock

            self._coverage = CoverageDock(self._iface.mainWindow())
            self._coverage.changed.connect(self._current.refresh)
            self._iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._coverage)
            self._coverage.show_observatory(self._current.path)
        self._coverage.setUserVisible(True)

    def _forget_coverage(self) -> None:
        if self._coverage is not None:
            self._iface.removeDockWidget(self._coverage)
            self._coverage.discard()
            self._coverage.deleteLater()

    def transparency(self) -> None:
        path = self._current.path
        self._show_algorithm("oltp:transparencysheet", OBSERVATORY=path and str(path))

    def paper(self, algorithm: str) -> None:
        self._actions().paper(algorithm)

    def show_town(self) -> None:
        """The town's name, logo and colour, for all that is printed."""
        from oltp_plugin.gui.town import TownForm

        self._keep(TownForm(self._iface.mainWindow()))

    def _show_algorithm(self, algorithm: str, **values) -> None:
        """The toolbox's own dialog, filled with what is known; it stays open beside the map."""
        import processing

        known = {name: value for name, value in values.items() if value is not None}
        dialog = processing.createAlgorithmDialog(algorithm, known)
        if dialog is None:
            messages.show_error(
                self._iface.messageBar(),
                tr("The toolbox has no algorithm {algorithm}.").format(algorithm=algorithm),
            )
            return
        self._keep(dialog)

    def _keep(self, dialog) -> None:
        """Show it beside the map until the user or ``remove`` closes it."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.destroyed.connect(lambda: self._dialogs.remove(dialog))
        self._dialogs.append(dialog)
        dialog.show()

    def _create(self, path: Path, crs) -> None:
        from oltp_plugin.gui.creation import Creation

        self._show_busy()
        self._creation = Creation(path, crs, self)
        self._creation.succeeded.connect(self._current.open)
        self._creation.failed.connect(self._show_failure)
        self._creation.start()

    # what is known

    def _folder(self) -> Path:
        remembered = Path(settings.load().last_folder or Path.home())
        return remembered if remembered.is_dir() else Path.home()

    # what the dock shows

    def _show_batch(self, batch: int) -> None:
        map_view.show_batch(self._iface.mapCanvas(), self._current.layer("incident"), batch)

    def _show_busy(self) -> None:
        self._dock.panel.set_busy(True)

    def _show_current(self) -> None:
        self._watch.follow(self._current.path)
        self._recent.look(self._current.path)
        if self._coverage is not None:
            self._coverage.show_observatory(self._current.path)
        if self._current.path is None:
            self._dock.panel.show_nothing(self._recent.paths)
        else:
            self._dock.panel.show_observatory(
                self._current.path, self._current.info, self._current.summary
            )
        if self._manager is not None or self._current.path is not None:
            self._managed().follow()

    def _show_failure(self, error) -> None:
        self._dock.panel.set_busy(False)
        messages.show_error(self._iface.messageBar(), error)
