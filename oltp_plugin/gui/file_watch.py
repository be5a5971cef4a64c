"""Notices that another window or another PC wrote to the observatory, and reads it anew."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

from qgis.PyQt.QtCore import QFileSystemWatcher, QObject, QTimer, pyqtSignal

from oltp_plugin.layers import update_mode

_SETTLED = 500  # milliseconds without a further sign before the file is looked at
_LOOK = 5000  # milliseconds; a network share does not tell what another PC does


class FileWatch(QObject):
    """Watches the folder, because a write may put a new file in the old one's place.

    What this QGIS wrote itself has been reloaded already, and is not told again. The file is
    looked at in a thread: a share that has gone makes whoever asks wait, for minutes.
    """

    changed = pyqtSignal()  # the layers have been reloaded
    _seen = pyqtSignal(object, object)  # a path and its signature

    def __init__(self, parent=None):
        super().__init__(parent)
        self._path: Path | None = None
        self._known: tuple | None = None
        self._asked: Path | None = None  # of which no answer has come yet
        self._watcher = QFileSystemWatcher(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED)
        self._settle.timeout.connect(self._ask)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK)
        self._look.timeout.connect(self._ask)
        self._seen.connect(self._compare)
        self._watcher.directoryChanged.connect(lambda _folder: self._settle.start())
        self._watcher.fileChanged.connect(lambda _file: self._settle.start())

    def follow(self, path: Path | None) -> None:
        """Watch this observatory from now on, or none."""
        if path == self._path:
            return
        watched = self._watcher.files() + self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)
        self._path, self._known = path, update_mode.signature(path) if path else None
        self._asked = None
        if path is None:
            self._look.stop()
        else:
            self._watcher.addPaths([str(path), str(path.parent)])
            self._look.start()

    def _ask(self) -> None:
        path = self._path
        if path is None or path == self._asked:
            return
        self._asked = path

        def look() -> None:
            found = update_mode.signature(path)
            with contextlib.suppress(RuntimeError):  # the plugin was unloaded meanwhile
                self._seen.emit(path, found)

        threading.Thread(target=look, daemon=True).start()

    def _compare(self, path: Path, now: tuple | None) -> None:
        if path != self._path:
            return
        self._asked = None
        if now is None or now == self._known:
            return
        self._known = now
        if str(path) not in self._watcher.files():  # the old file was watched, and is gone
            self._watcher.addPath(str(path))
        if now != update_mode.reloaded_at(path):
            update_mode.reload_layers(path)
            self.changed.emit()
