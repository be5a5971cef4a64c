"""Making an observatory from the window: the toolbox's algorithm, in the background."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal


class Creation(QObject):
    """Runs ``oltp:createobservatory``, so that a button does what the toolbox does."""

    succeeded = pyqtSignal(object)  # the Path of the new observatory
    failed = pyqtSignal(object)  # the algorithm's sentence

    def __init__(self, path: Path, crs, parent: QObject | None = None):
        super().__init__(parent)
        self._path = path
        self._parameters = {"OUTPUT": str(path), "CRS": crs}
        self._context = QgsProcessingContext()  # these two must outlive the task
        self._feedback = _LastError()

    def start(self) -> None:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(
            "oltp:createobservatory"
        )
        task = QgsProcessingAlgRunnerTask(
            algorithm, self._parameters, self._context, self._feedback
        )
        task.executed.connect(self._executed)
        QgsApplication.taskManager().addTask(task)

    def _executed(self, successful: bool, _results: dict) -> None:
        if successful:
            self.succeeded.emit(self._path)
        else:
            self.failed.emit(self._feedback.sentence)


class _LastError(QgsProcessingFeedback):
    """Keeps the sentence that the algorithm failed with."""

    sentence = ""

    def reportError(self, error, fatalError=False):  # noqa: N802, N803 - Qt names
        super().reportError(error, fatalError)
        self.sentence = error
