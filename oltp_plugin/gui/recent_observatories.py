"""The observatories that were open before and are there now."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal

from oltp_plugin import settings
from oltp_plugin.gui.background import Background
from oltp_plugin.translation import tr


class RecentObservatories(QObject):
    """``paths``: as they were last looked for, beside the window.

    To ask for a file on a share that is off takes half a minute on Windows.
    """

    found = pyqtSignal(list)  # the paths

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.paths: list[Path] = []
        self._open: list[Path | None] = []  # the one that was open when they were looked for
        self._looking = Background(lambda _error: None, self)

    def look(self, path: Path | None) -> None:
        """Find out which are there now that ``path`` is open, or none is."""
        if self._open != [path]:
            self._open = [path]
            known = settings.load()
            self._looking.run(tr("Reading the lists"), known.recent_observatories, self._take)

    def _take(self, paths: list[Path]) -> None:
        self.paths = paths
        self.found.emit(paths)
