"""Keeps the form's content while it is typed, so that a crash loses none of it."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLockFile, QObject, QTimer, QUuid

_PAUSE = 800  # milliseconds without a change


def folder() -> Path:
    """In the user's own profile, never beside the observatory."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "oltp" / "drafts"


class DraftKeeper(QObject):
    """``ask()`` gives the entry and the uuid of its record, or None where nothing is worth it."""

    def __init__(self, lists, ask, parent):
        super().__init__(parent)
        from oltp_plugin.intake import entry_draft

        owner = QUuid.createUuid().toString().strip("{}")
        self._known, self._ask = lists.known, ask
        self._file = entry_draft.new_file(folder(), lists.uuid, owner)
        folder().mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(_lock_name(self._file))
        self._lock.setStaleLockTime(0)
        self._lock.tryLock(0)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.keep)

    def touch(self) -> None:
        """Something was typed."""
        self._pause.start()

    def keep(self) -> None:
        """Write it down now."""
        from oltp_plugin.intake import entry_draft

        self._pause.stop()
        given = self._ask()
        if given is not None:
            entry_draft.write(self._file, *given, self._known)

    def forget(self) -> None:
        """It was saved, or given up."""
        self._pause.stop()
        self._file.unlink(missing_ok=True)

    def end(self) -> None:
        """The form closes; what is kept may be offered from now on."""
        self._pause.stop()
        self._lock.unlock()


def orphans(observatory: str) -> list:
    """The drafts of no open form, of this QGIS or another; the newest first."""
    from oltp_plugin.intake import entry_draft

    found = []
    for draft in entry_draft.drafts(folder(), observatory):
        lock = QLockFile(_lock_name(draft.file))
        lock.setStaleLockTime(0)  # a form may stay open for days; a dead process is noticed
        if lock.tryLock(0):
            lock.unlock()
            found.append(draft)
    return found


def _lock_name(file: Path) -> str:
    return str(file) + ".lock"
