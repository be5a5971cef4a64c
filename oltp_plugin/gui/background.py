"""A piece of plain Python away from the main thread."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal


class Background(QObject):
    """Calls one function after another; of several started, only the last one's answer counts.

    One that has not begun by then never does: what must be done is for ``do``.
    """

    def __init__(self, failed: Callable[[Exception], None], parent: QObject | None = None):
        super().__init__(parent)
        self._failed = failed
        self._task: _Call | None = None
        self._then: Callable = failed

    @property
    def busy(self) -> bool:
        return self._task is not None

    def run(self, title: str, function: Callable[[], object], then: Callable) -> None:
        """Call ``function()`` in a task, then ``then(its answer)`` here, or ``failed(error)``.

        Nothing is called any more once this object is deleted with its window.
        """
        self._task, self._then = _Call(title, function), then
        self._task.ended.connect(self._ended)  # a method of ours: Qt drops it when we are gone
        QgsApplication.taskManager().addTask(self._task)

    def forget(self) -> None:
        """Nobody waits any longer for what runs."""
        self._task = None

    def _ended(self, task: _Call) -> None:
        if task is not self._task:
            return
        self._task = None
        if task.error is not None:
            self._failed(task.error)
        else:
            self._then(task.answer)


def do(title: str, function: Callable[[], object], failed: Callable, parent: QObject) -> None:
    """Call ``function()`` in a task, whatever is asked for after it, or ``failed(error)``.

    As long as there is ``parent``.
    """

    def fail(error: Exception) -> None:
        call.deleteLater()
        failed(error)

    call = Background(fail, parent)
    call.run(title, function, lambda _answer: call.deleteLater())


class _Call(QgsTask):
    ended = pyqtSignal(object)

    def __init__(self, title: str, function: Callable[[], object]):
        super().__init__(title, QgsTask.Flag(0))  # cannot be stopped: nothing would ever answer
        self._function = function
        self.answer: object = None
        self.error: Exception | None = None

    def run(self) -> bool:
        try:
            self.answer = self._function()
        except Exception as error:  # told to the user by whoever asked
            self.error = error
        return True

    def finished(self, _succeeded: bool) -> None:
        self.ended.emit(self)
