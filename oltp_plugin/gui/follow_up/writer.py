"""Writes what the windows were told, beside the main thread, and takes it back again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal

from oltp_plugin.gui.background import Background
from oltp_plugin.layers.update_mode import writing_guard
from oltp_plugin.observatory.row_changes import RowChange
from oltp_plugin.translation import tr


class Writer(QObject):
    """One write after the other; ``changes`` are those of this session that can be taken back.

    It follows ``path``, the file that is open; a window writes to the one that it was opened for.
    """

    written = pyqtSignal(object)  # the RowChange, or None: one was taken back
    failed = pyqtSignal(object)  # the exception; nothing was written

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._background = Background(self.failed.emit, self)
        self.path: Path | None = None
        self.changes: list[RowChange] = []

    @property
    def busy(self) -> bool:
        return self._background.busy

    def follow(self, path: Path | None) -> None:
        """Another file is open: what was done in the one before is no longer taken back."""
        if path != self.path:
            self.path, self.changes = path, []

    def write(self, save: Callable[[Path], RowChange], path: Path | None = None) -> None:
        """Call ``save(path)`` and remember what it changed; on the file that is open by itself."""
        path = path or self.path
        if path is None or self.busy:
            return

        def work() -> RowChange:
            with writing_guard(path, in_place=True):
                return save(path)

        title = tr("Writing {name}").format(name=path.name)
        self._background.run(title, work, lambda change: self._take(path, change))

    def undo(self, change: RowChange | None = None) -> None:
        """Take a change back; the last one where none is given."""
        path = self.path
        if path is None or self.busy or not self.changes:
            return
        taken = change or self.changes[-1]
        if taken not in self.changes:  # done to another file, or taken back already
            return

        def work() -> None:
            from oltp_plugin.observatory import row_changes

            with writing_guard(path, in_place=True):
                row_changes.undo(path, taken)

        self._background.run(
            tr("Writing {name}").format(name=path.name), work, lambda _none: self._taken_back(taken)
        )

    def forget(self) -> None:
        """The windows go."""
        self._background.forget()

    def _take(self, path: Path, change: RowChange) -> None:
        if path == self.path:
            self.changes.append(change)
        self.written.emit(change)

    def _taken_back(self, change: RowChange) -> None:
        if change in self.changes:
            self.changes.remove(change)
        self.written.emit(None)


def change_words(change: RowChange) -> str:
    """What taking it back would undo."""
    return {
        (True, False): tr("Undo: “{name}” was added"),
        (False, False): tr("Undo: “{name}” was changed"),
        (False, True): tr("Undo: “{name}” was deleted"),
    }[change.before is None, change.after is None].format(name=_name(change))


def deleted_words(change: RowChange) -> str:
    """What has just gone."""
    return tr("“{name}” is deleted.").format(name=_name(change))


def _name(change: RowChange) -> str:
    row = change.after or change.before or {}
    name = str(row.get("name") or row.get("what") or row.get("note") or "")
    return name if len(name) <= 40 else name[:39] + "…"
