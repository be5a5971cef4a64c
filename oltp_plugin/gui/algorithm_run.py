"""Running the toolbox's algorithms from a window, so that a button does what the toolbox does."""

from __future__ import annotations

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsTask,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from oltp_plugin.errors import Cancelled
from oltp_plugin.gui.background import HELD, PATIENCE


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
        self._feedback = _Heard()
        self._task: QgsProcessingAlgRunnerTask | None = None
        self._minder = QTimer(self)
        self._minder.setInterval(PATIENCE)
        self._minder.timeout.connect(self._mind)

    @property
    def warnings(self) -> list[str]:
        """What the algorithm warned of so far."""
        return list(self._feedback.warnings)

    def start(self) -> None:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(self._algorithm)
        uses = QgsProcessingContext(), self._feedback
        task = self._task = QgsProcessingAlgRunnerTask(algorithm, self._parameters, *uses)
        # QGIS deletes the task in the main thread, and with it what it uses goes there. Were that
        # left to Python's collector, any thread's might delete the layers that the algorithm read,
        # while the main thread is told of it: QGIS then breaks down.
        held = task, *uses
        HELD.add(held)
        task.destroyed.connect(lambda: HELD.discard(held))
        task.progressChanged.connect(self.progressed)
        HELD.add(self)
        task.executed.connect(lambda *ended: self._executed(task, *ended))
        QgsApplication.taskManager().addTask(task)
        self._minder.start()

    def cancel(self) -> None:
        """Ask the algorithm to stop; ``cancelled`` says when it has."""
        self._feedback.cancel()

    def _mind(self) -> None:
        """Begin anew what QGIS has lost before it began: see ``background``."""
        lost = self._task
        if lost is None or lost.status() != QgsTask.TaskStatus.Queued:
            self._minder.stop()
            return
        if self._feedback.isCanceled():
            self._executed(lost, False, {})
            return
        self._feedback = _Heard()
        self.start()
        lost.cancel()  # with its own feedback: should it begin at this very moment, it stops

    def _executed(self, task, successful: bool, results: dict) -> None:
        if task is not self._task:
            return
        self._task = None
        HELD.discard(self)
        self._minder.stop()
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
