"""The panel of problem places and its forms, made when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject
from qgis.PyQt.QtCore import QObject, Qt

from oltp_plugin.gui.background import Background
from oltp_plugin.gui.follow_up.writer import Writer
from oltp_plugin.translation import tr

_HEIGHT = 230  # pixels
_LEAST = 300  # metres that the map shows around a site


class FollowUpWindows(QObject):
    """Follows ``current`` (a CurrentObservatory); ``keep(window)`` shows and minds one."""

    def __init__(self, current, iface, keep: Callable, show_failure: Callable):
        super().__init__(current)
        self._current, self._iface, self._keep = current, iface, keep
        self._dock = None
        self._note = None
        self._show_failure = show_failure
        self._writer = Writer(self)
        self._writer.written.connect(self._written)
        self._writer.failed.connect(self._failed)
        self._reading = Background(show_failure, self)
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
        """The form; what it offers is read first."""
        path = self._current.path
        if path is None or (self._note is not None and self._note.isVisible()):
            return

        def look():
            from oltp_plugin.gui.follow_up.reading import read

            return read(path).places

        self._writer.follow(path)
        self._reading.run(tr("Reading {name}").format(name=path.name), look, self._open_note)

    def end(self) -> None:
        """The plugin goes."""
        self._reading.forget()
        self._writer.forget()
        if self._dock is not None:
            self._dock.panel.forget()
            self._iface.removeDockWidget(self._dock)
            self._dock.deleteLater()

    def _open_site(self, site) -> None:
        from oltp_plugin.gui.follow_up.site_dialog import SiteForm

        epsg = self._dock.panel.read.followed.epsg
        window = self._iface.mainWindow()
        self._keep(SiteForm(self._writer, self._iface.mapCanvas(), epsg, site, window))

    def _open_decision(self, decision) -> None:
        from oltp_plugin.gui.follow_up.site_dialog import DecisionForm

        self._keep(DecisionForm(self._writer, decision, self._iface.mainWindow()))

    def _open_note(self, places) -> None:
        from oltp_plugin.gui.follow_up.observation_dialog import ObservationForm

        window = self._iface.mainWindow()
        self._note = ObservationForm(self._writer, self._iface.mapCanvas(), places, window)
        self._note.destroyed.connect(self._forget_note)
        self._keep(self._note)

    def _forget_note(self) -> None:
        self._note = None

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

    def _written(self, _change) -> None:
        if self._dock is not None:
            self._dock.panel.show_observatory(self._current.path)
        self._current.refresh()

    def _failed(self, error) -> None:
        """Told where it was asked for; the list then shows what is in the file."""
        if self._dock is not None:
            self._dock.panel.show_failure(error)
            self._dock.panel.show_observatory(self._current.path)

    def _follow(self) -> None:
        self._writer.follow(self._current.path)
        if self._dock is not None:
            self._dock.panel.show_observatory(self._current.path)
