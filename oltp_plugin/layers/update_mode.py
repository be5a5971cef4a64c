"""Writing to a file whose layers are in the project, so that QGIS never draws a half-done state.

QGIS reads a GeoPackage without a lock. Where the write replaces the file (``in_place`` False),
open layers go on reading the old file and only need to be told afterwards. Where it writes into
the file, all of its layers are put in update mode first, which makes QGIS's own connections
honour the writer's transaction: a layer left out was seen to read half of a write. As after an
edit in QGIS, the file's journal is the ordinary one again once its layers are closed.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from qgis.core import QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QThread, pyqtSignal

from oltp_plugin.errors import LayerError

from .extent import renew_extent

_reloaded: dict[Path, tuple | None] = {}
_PATIENCE = 30  # seconds for QGIS's main thread to answer


def layers_of(path: Path, project: QgsProject) -> list[QgsVectorLayer]:
    """The project's layers that read the file ``path``."""
    wanted = path.resolve()
    return [layer for layer in project.mapLayers().values() if source_file(layer) == wanted]


def source_file(layer) -> Path | None:
    """The file that an OGR layer reads; None for any other layer."""
    if layer.providerType() != "ogr":
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    return Path(parts["path"]).resolve() if parts.get("path") else None


@contextlib.contextmanager
def writing_guard(path: Path, in_place: bool) -> Iterator[None]:
    """Surround a write to ``path``; any thread may use it. Afterwards, the layers read anew.

    ``in_place``: the write goes into the file itself, rather than replacing it in one step.
    Raises LayerError ``qgis_busy`` where QGIS's main thread does not answer in time.
    """
    entered: list[str] = []
    if in_place:
        _wait_for_main_thread(lambda: entered.extend(_enter(path)))
    try:
        yield
    finally:
        _on_main_thread(lambda: _leave_and_reload(path, entered))


def guarded(path: Path) -> contextlib.AbstractContextManager:
    """Surround a bulk write to the observatory ``path``, however it can be written now."""
    from oltp_plugin.observatory.connection import swaps

    return writing_guard(path, in_place=not swaps(path))


def _enter(path: Path) -> list[str]:
    """Put the layers of ``path`` in update mode; the ids of those that are now."""
    return [
        layer.id()
        for layer in layers_of(path, QgsProject.instance())
        if layer.dataProvider().enterUpdateMode()
    ]


def _leave_and_reload(path: Path, entered: list[str]) -> None:
    project = QgsProject.instance()
    for layer in filter(None, map(project.mapLayer, entered)):
        layer.dataProvider().leaveUpdateMode()
    reload_layers(path)


def reload_layers(path: Path) -> None:
    """Read the project's layers of ``path`` anew; one that is being edited keeps what it shows."""
    _reloaded[path.resolve()] = signature(path)
    for layer in layers_of(path, QgsProject.instance()):
        if not layer.isEditable():
            layer.dataProvider().reloadData()
            renew_extent(layer)
            layer.triggerRepaint()


def reloaded_at(path: Path) -> tuple | None:
    """The file's ``signature`` when its layers were last read anew; None: never."""
    return _reloaded.get(path.resolve())


def signature(path: Path) -> tuple | None:
    """What differs once the file was written to or replaced; None where it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


class _MainThread(QObject):
    """Lives in QGIS's main thread and calls there what it is sent."""

    sent = pyqtSignal(object)

    def __init__(self):
        super().__init__()
        self.moveToThread(QCoreApplication.instance().thread())
        self.sent.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def _call(self, function: Callable[[], None]) -> None:
        function()


@lru_cache(maxsize=1)
def _messenger() -> _MainThread:
    """One for all: Qt drops what was sent to an object that is gone."""
    return _MainThread()


def _on_main_thread(function: Callable[[], None]) -> None:
    """Call ``function`` in the main thread: now if this is it, else when its turn comes."""
    if QThread.currentThread() is QCoreApplication.instance().thread():
        function()
    else:
        _messenger().sent.emit(function)


def _wait_for_main_thread(function: Callable[[], None]) -> None:
    """Call it there and wait; once the wait was given up, it is not called any more."""
    turn, done = threading.Lock(), threading.Event()
    begun = given_up = False

    def call() -> None:
        nonlocal begun
        with turn:
            if given_up:
                return
            begun = True
        try:
            function()
        finally:
            done.set()

    _on_main_thread(call)
    if done.wait(_PATIENCE):
        return
    with turn:
        given_up = not begun
    if given_up:
        raise LayerError("qgis_busy")
    done.wait()
