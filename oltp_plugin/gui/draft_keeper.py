"""Keeps what a window holds while it is typed, so that a crash loses none of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLockFile, QObject, QTimer, QUuid
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from oltp_plugin.translation import tr

PAUSE = 800  # milliseconds that a change waits for others


def folder() -> Path:
    """In the user's own profile, never beside the observatory."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "oltp" / "drafts"


class DraftKeeper(QObject):
    """``ask()`` gives the values of a draft of ``form``, or None where nothing is worth it.

    ``observatory``: its uuid.
    """

    def __init__(self, observatory: str, form: str, ask: Callable[[], dict | None], parent):
        super().__init__(parent)
        from oltp_plugin.intake import drafts

        owner = QUuid.createUuid().toString().strip("{}")
        self._form, self._ask = form, ask
        self._file = drafts.new_file(folder(), observatory, owner)
        folder().mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(_lock_name(self._file))
        self._lock.setStaleLockTime(0)
        self._lock.tryLock(0)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.keep)

    def touch(self) -> None:
        """Something was typed. Whoever types on without a pause loses no more than others."""
        if not self._pause.isActive():
            self._pause.start()

    def keep(self) -> None:
        """Write it down now."""
        from oltp_plugin.intake import drafts

        self._pause.stop()
        values = self._ask()
        if values is None:
            self.forget()
        else:
            drafts.write(self._file, self._form, values)

    def forget(self) -> None:
        """It was saved, or given up."""
        self._pause.stop()
        self._file.unlink(missing_ok=True)

    def end(self) -> None:
        """The window closes; what is kept may be offered from now on."""
        self._pause.stop()
        self._lock.unlock()


def orphans(observatory: str) -> list:
    """The drafts of no open window, of this QGIS or another; the newest first."""
    from oltp_plugin.intake import drafts

    found = []
    for draft in drafts.drafts(folder(), observatory):
        lock = QLockFile(_lock_name(draft.file))
        lock.setStaleLockTime(0)  # a window may stay open for days; a dead process is noticed
        if lock.tryLock(0):
            lock.unlock()
            found.append(draft)
    return found


def is_given_up(window: QWidget) -> bool:
    """Whether the analyst lets go of what was typed."""
    buttons = QMessageBox.StandardButton
    answer = QMessageBox.question(
        window,
        window.windowTitle(),
        tr("What you typed is not saved. Give it up?"),
        buttons.Discard | buttons.Cancel,
        buttons.Cancel,
    )
    return answer == buttons.Discard


def _lock_name(file: Path) -> str:
    return str(file) + ".lock"
