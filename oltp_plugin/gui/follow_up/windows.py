"""The panel of problem places and its forms, made when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject
from qgis.PyQt.QtCore import QObject, Qt

from oltp_plugin.gui import messages
from oltp_plugin.gui.background import Background
from oltp_plugin.gui.follow_up.writer import Writer, deleted_words
from oltp_plugin.gui.layer_action import LayerAction
from oltp_plugin.observatory import observations
from oltp_plugin.translation import tr

_HEIGHT = 230  # pixels
_LEAST = 300  # metres that the map shows around a site


class FollowUpWindows(QObject):
    """Follows ``current`` (a CurrentObservatory); ``keep(window)`` shows and minds one.

    A form goes on with the file that it was opened for, whatever is opened after it.
    """

    def __init__(self, current, iface, keep: Callable, show_failure: Callable):
        super().__init__(current)
        self._current, self._iface, self._keep = current, iface, keep
        self._dock = None
        self._forms: list = []
        self._show_failure = show_failure
        self._writer = Writer(self)
        self._writer.written.connect(self._written)
        self._writer.failed.connect(self._failed)
        self._reading = Background(show_failure, self)
        self._told_deleted = None
        self._deletes_note = False
        words = tr("Delete this observation")
        self._action = LayerAction(words, ("observation",), current, self.delete_observation, self)
        current.changed.connect(self._follow)

    def show_sites(self) -> None:
        """The panel, beside the coverage panel at the bottom."""
        if self._dock is None:
            from oltp_plugin.gui.follow_up.dock import SitesDock

            self._dock = SitesDock(self._writer, self._iface.mainWindow())
            panel = self._dock.panel
            panel.newAsked.connect(self.new_site)
            panel.changeAsked.connect(self._open_site)
            panel.zoomAsked.connect(self._zoom)
            panel.noteAsked.connect(self.new_observation)
            panel.decisionAsked.connect(self._open_decision)
            self._iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._dock)
            panel.show_observatory(self._current.path)
            window = self._iface.mainWindow()
            window.resizeDocks([self._dock], [_HEIGHT], Qt.Orientation.Vertical)
        self._dock.setUserVisible(True)

    def new_site(self) -> None:
        self._open_site(None)

    def new_observation(self) -> None:
        """The form; what it offers is read first. The one that is open comes to the front."""
        for form in self._forms:
            if form.objectName() == "ObservationForm" and form.path == self._current.path:
                form.raise_()
                form.activateWindow()
                return

        def look(path: Path):
            from oltp_plugin.gui.follow_up.reading import read

            return read(path).places

        self._read(look, self._open_note)

    def delete_observation(self, feature) -> None:
        """At once: the message bar takes it back."""
        fid, note = feature.id(), feature["note"]
        self._writer.follow(self._current.path)
        self._deletes_note = not self._writer.busy
        self._writer.write(lambda path: observations.delete(path, fid, note))

    def end(self) -> None:
        """The plugin goes: what is being typed stays as a draft."""
        self._action.end()
        for form in list(self._forms):
            form.leave()
        self._reading.forget()
        self._writer.forget()
        if self._dock is not None:
            self._dock.panel.forget()
            self._iface.removeDockWidget(self._dock)
            self._dock.deleteLater()

    def resume(self, draft) -> None:
        """Go on with what was not saved; the lists that its window offers are read first."""

        def look(path: Path):
            from oltp_plugin.gui.follow_up.reading import read
            from oltp_plugin.intake import follow_up_draft

            found = read(path)
            return found, follow_up_draft.read(draft.form, draft.values, found.followed)

        self._read(look, lambda answer: self._show_resumed(draft, *answer))

    def _read(self, look: Callable, then: Callable) -> None:
        """``then(look(path))`` of the file that is open, unless another one is by then."""
        path = self._current.path
        if path is not None:
            self._writer.follow(path)
            title = tr("Reading {name}").format(name=path.name)
            self._reading.run(title, lambda: look(path), then)

    def _show_resumed(self, draft, found, said) -> None:
        if draft.form == "site":
            self._open_site(said, found.followed.epsg, draft)
        elif draft.form == "decision":
            self._open_decision(said, draft)
        else:
            self._open_note(found.places, said, draft)

    def _open_site(self, site, epsg: int | None = None, resumed=None) -> None:
        from oltp_plugin.gui.follow_up.site_dialog import SiteForm

        epsg = epsg or self._dock.panel.read.followed.epsg
        window = self._iface.mainWindow()
        form = SiteForm(self._writer, self._iface.mapCanvas(), epsg, site, window)
        self._keep_form(form, resumed)

    def _open_decision(self, decision, resumed=None) -> None:
        from oltp_plugin.gui.follow_up.site_dialog import DecisionForm

        form = DecisionForm(self._writer, decision, self._iface.mainWindow())
        self._keep_form(form, resumed)

    def _open_note(self, places, said=None, resumed=None) -> None:
        from oltp_plugin.gui.follow_up.observation_dialog import ObservationForm

        window = self._iface.mainWindow()
        form = ObservationForm(self._writer, self._iface.mapCanvas(), places, window)
        if said is not None:
            form.show_observation(said)
        self._keep_form(form, resumed)

    def _keep_form(self, form, resumed) -> None:
        """Show it, and keep a draft of it."""
        form.keep_draft(self._current.info.uuid, resumed)
        self._forms.append(form)
        form.finished.connect(lambda _result: self._forms.remove(form))
        self._keep(form)

    def _zoom(self, site) -> None:
        from oltp_plugin.gui.follow_up.site_dialog import geometry_of

        geometry = geometry_of(site.wkb)
        if geometry is None:
            return
        canvas = self._iface.mapCanvas()
        crs = QgsCoordinateReferenceSystem.fromEpsgId(self._dock.panel.read.followed.epsg)
        box = geometry.boundingBox()
        box.grow(max(_LEAST - box.width() / 2, box.width() / 5, 0))
        to_map = QgsCoordinateTransform(
            crs, canvas.mapSettings().destinationCrs(), QgsProject.instance()
        )
        canvas.setExtent(to_map.transformBoundingBox(box))
        canvas.refresh()

    def _written(self, change) -> None:
        self._deletes_note = False
        self._take_offer_away()
        if change is not None and change.after is None and change in self._writer.changes:
            self._told_deleted = messages.offer(
                self._iface.messageBar(),
                deleted_words(change),
                tr("Undo"),
                lambda: self._writer.undo(change),
            )
        if self._dock is not None:
            self._dock.panel.show_observatory(self._current.path)
        self._current.refresh()

    def _take_offer_away(self) -> None:
        """There is nothing to take back any more."""
        if self._told_deleted is not None:
            messages.take_away(self._iface.messageBar(), self._told_deleted)
            self._told_deleted = None

    def _failed(self, error) -> None:
        """Told where it was asked for; the list then shows what is in the file."""
        if self._deletes_note:  # for which no window of ours is open
            self._deletes_note = False
            self._show_failure(error)
        elif self._dock is not None:
            self._dock.panel.show_failure(error)
            self._dock.panel.show_observatory(self._current.path)

    def _follow(self) -> None:
        if self._current.path != self._writer.path:
            self._reading.forget()
            self._take_offer_away()
        self._writer.follow(self._current.path)
        if self._dock is not None:
            self._dock.panel.show_observatory(self._current.path)
