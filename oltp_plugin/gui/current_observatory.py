"""The observatory that this QGIS window works on: opened and counted without blocking it."""

from __future__ import annotations

import contextlib
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from oltp_plugin import settings
from oltp_plugin.errors import OltpError
from oltp_plugin.geos import load_shapely
from oltp_plugin.gui.background import Background
from oltp_plugin.layers.layer_maker import LayerMaker
from oltp_plugin.translation import tr

_SETTLED = 400  # milliseconds without a change before counting again


class CurrentObservatory(QObject):
    """Tells the dock what is open; ``path`` and ``info`` are None where nothing is.

    It follows the project: a project with an observatory's group opens that observatory, with
    the layers that the user left there, and an emptied project closes it.
    """

    started = pyqtSignal()  # reading the file has begun
    changed = pyqtSignal()  # info and summary are new
    added = pyqtSignal(object)  # the layer group, new in this project
    past = pyqtSignal(int)  # records of what was opened are past their retention
    failed = pyqtSignal(object)  # the exception; what was open before still is

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.path: Path | None = None
        self.info = None
        self.summary = None
        self._reading = Background(self.failed.emit, self)
        self._layer = None
        self._subset = ""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED)
        self._settle.timeout.connect(self.refresh)
        project = QgsProject.instance()
        project.readProject.connect(self._follow_project)
        project.cleared.connect(self.close)
        project.layersWillBeRemoved.connect(self._let_go)

    def open(self, path: Path) -> None:
        """Check, open and count the file in the background, then show its layers."""
        self._read(path, opens=True, fills=True)

    def refresh(self) -> None:
        """Count again what is open."""
        if self.path is not None:
            self._read(self.path, opens=False, fills=False)

    def layer(self, role: str):
        """The project's layer for ``role``, as in observatory_group; None where there is none."""
        if self.path is None:
            return None
        group = _groups().find_group(self.path, QgsProject.instance())
        return _groups().layer_of(group, role) if group is not None else None

    def close(self) -> None:
        """Show nothing; the file and the layers stay as they are."""
        self._forget_reading()
        self.path = self.info = self.summary = None
        self._watch(None)
        self.changed.emit()

    def disconnect_project(self) -> None:
        """Leave the project alone: the plugin is being unloaded."""
        project = QgsProject.instance()
        project.readProject.disconnect(self._follow_project)
        project.cleared.disconnect(self.close)
        project.layersWillBeRemoved.disconnect(self._let_go)
        self._forget_reading()
        self._watch(None)

    def _read(self, path: Path, opens: bool, fills: bool) -> None:
        """``fills``: what the user has removed from its group is shown again."""
        self._forget_reading()
        offered = set() if fills else self._offered(path)
        reading = _Reading(path, opens, fills, offered)
        self.started.emit()
        title = tr("Reading {name}").format(name=path.name)
        self._reading.run(title, reading.read, self._opened if opens else self._counted)

    def _offered(self, path: Path) -> set[str]:
        """The roles of the layers that the group has had: the user may have taken some away."""
        group = _groups().find_group(path, QgsProject.instance())
        return _groups().offered(group) if group is not None else set()

    def _opened(self, reading: _Reading) -> None:
        remembered = settings.load()
        remembered.remember(reading.path)
        settings.save(remembered)
        project = QgsProject.instance()
        known = group = _groups().find_group(reading.path, project)
        if known is None or reading.fills:
            group = _groups().show(reading.path, project, reading.made)
        self._counted(reading)
        if known is None:
            self.added.emit(group)
        if reading.expired:
            self.past.emit(reading.expired)

    def _counted(self, reading: _Reading) -> None:
        self.path, self.info, self.summary = reading.path, reading.info, reading.summary
        _groups().follow(self.path, QgsProject.instance(), reading.made)
        self._watch(self.layer("incident"))
        self.changed.emit()

    def _forget_reading(self) -> None:
        """Nobody waits any longer for the reading that runs or is to come, if one does."""
        self._settle.stop()
        self._reading.forget()

    def _watch(self, layer) -> None:
        """Count again once ``layer`` (or None) has changed and stays quiet."""
        if self._layer is not None:
            self._layer.dataChanged.disconnect(self._data_changed)
        self._layer = layer
        if layer is not None:
            self._subset = layer.subsetString()
            layer.dataChanged.connect(self._data_changed)

    def _data_changed(self) -> None:
        """Another filter shows other records of the same file: nothing to count again."""
        subset = self._layer.subsetString()
        if subset == self._subset:
            self._settle.start()
        self._subset = subset

    def _let_go(self, layer_ids: list[str]) -> None:
        if self._layer is not None and self._layer.id() in layer_ids:
            self._watch(None)

    def _follow_project(self) -> None:
        path = _groups().observatory_in(QgsProject.instance())
        if path is not None:
            self._read(path, opens=True, fills=False)


def _groups():
    """The module of the layer tree, with numpy, which QGIS's start must not load."""
    from oltp_plugin.layers import observatory_group

    return observatory_group


def _load_manager() -> None:
    """What the window wants next; loading it there would hold it up."""
    from oltp_plugin.gui.dock import actions, manager, views_menu  # noqa: F401


class _Reading:
    """Opens (or only counts) an observatory away from the main thread, and makes its layers."""

    def __init__(self, path: Path, opens: bool, fills: bool, offered: set[str]):
        """``offered``: the roles of layers that are not made again."""
        self.path, self.opens, self.fills = path, opens, fills
        self.info = self.summary = self.made = None
        self.expired = 0
        self._maker = LayerMaker(path, QgsProject.instance())
        self._without = self._maker.roles | offered

    def read(self) -> _Reading:
        from oltp_plugin.observatory import opening, summary

        self.info = self._open() if self.opens else opening.check(self.path)
        self.summary = summary.summary(self.path)
        self.made = _groups().make(self._maker, self._without)
        _load_manager()
        if self.opens:
            self.expired = self._count_expired()
        return self

    def _count_expired(self) -> int:
        """0 where an agreement cannot be understood: the purge will say so."""
        from oltp_plugin.observatory.retention import count_expired

        with contextlib.suppress(OltpError):
            return count_expired(self.path)
        return 0

    def _open(self):
        """Opening may write: an older schema, memberships that another program left open."""
        from oltp_plugin.layers.update_mode import guarded
        from oltp_plugin.observatory import opening

        with contextlib.suppress(ModuleNotFoundError):  # needed only where memberships are missing
            load_shapely()
        return opening.open_observatory(self.path, guarded)
