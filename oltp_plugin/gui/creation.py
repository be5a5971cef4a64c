"""Making an observatory from the window: the toolbox's algorithm, in the background."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal

from oltp_plugin.gui.algorithm_run import AlgorithmRun


class Creation(QObject):
    """Runs ``oltp:createobservatory``, so that a button does what the toolbox does."""

    succeeded = pyqtSignal(object)  # the Path of the new observatory
    failed = pyqtSignal(object)  # the algorithm's sentence

    def __init__(self, path: Path, crs, parent: QObject | None = None):
        super().__init__(parent)
        self._run = AlgorithmRun("oltp:createobservatory", {"OUTPUT": str(path), "CRS": crs})
        self._path = path
        self._run.succeeded.connect(self._made)
        self._run.failed.connect(self.failed)

    def start(self) -> None:
        self._run.start()

    def _made(self, _outputs: dict) -> None:
        self.succeeded.emit(self._path)
