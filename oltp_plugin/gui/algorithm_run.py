"""Running the toolbox's algorithms from a window, so that a button does what the toolbox does."""

from __future__ import annotations

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from oltp_plugin.errors import Cancelled


class AlgorithmRun(QObject):
    """One run of ``algorithm`` (its id) in the background; exactly one of the ends is told.

    It lives until then, whatever becomes of the window that started it. A window that has no
    button to stop it hears as a failure that it was stopped in QGIS's list of tasks.
    """

    progressed = pyqtSignal(float)  # per cent
    succeeded = pyqtSignal(object)  # the algorithm's outputs
    failed = pyqtSignal(object)  # the algorithm's sentence, or Cancelled
    cancelled = pyqtSignal()

    def __init__(self, algorithm: str, parameters: dict):
        super().__init__()
        self._algorithm, self._parameters = algorithm, parameters
        self._context = QgsProcessingContext()
        self._feedback = _Heard()

    @property
    def warnings(self) -> list[str]:
        """What the algorithm warned of so far."""
        return list(self._feedback.warnings)

    def start(self) -> None:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(self._algorithm)
        task = QgsProcessingAlgRunnerTask(
            algorithm, self._parameters, self._context, self._feedback
        )
        task.progressChanged.connect(self.progressed)
        # This holds us, whose context and feedback the task uses, for as long as there is a task.
        task.executed.connect(lambda *ended: self._executed(*ended))
        QgsApplication.taskManager().addTask(task)

    def cancel(self) -> None:
        """Ask the algorithm to stop; ``cancelled`` says when it has."""
        self._feedback.cancel()

    def _executed(self, successful: bool, results: dict) -> None:
        if successful:
            self.succeeded.emit(results)
        elif not self._feedback.isCanceled():
            self.failed.emit(self._feedback.sentence)
        elif self.receivers(self.cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(Cancelled())


class _Heard(QgsProcessingFeedback):
    """Keeps what the algorithm said, and the sentence that it failed with."""

    def __init__(self):
        super().__init__()
        self.sentence = ""
        self.warnings: list[str] = []

    def pushWarning(self, warning):  # noqa: N802 - Qt name
        self.warnings.append(warning)

    def reportError(self, error, fatalError=False):  # noqa: N802, N803 - Qt names
        super().reportError(error, fatalError)
        self.sentence = error
