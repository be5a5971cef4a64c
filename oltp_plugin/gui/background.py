"""A piece of plain Python away from the main thread.

QGIS's list of tasks loses one now and then: where every thread is busy, it may take a task that
waits for one that has just ended, and throw it away (3.22, one in some thousands; it stays queued
for ever). So each is looked after, and sent again while it has not begun.
"""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

PATIENCE = 2000  # milliseconds for a task to begin
HELD: set[object] = set()  # what a task uses, to its end, whatever becomes of whoever asked for it
atexit.register(HELD.clear)  # so that Python knows the set: an unloaded plugin forgets its modules


class Background(QObject):
    """Calls one function after another; of several started, only the last one's answer counts.

    One that has not begun by then never does: what must be done is for ``do``.
    """

    def __init__(self, failed: Callable[[Exception], None], parent: QObject | None = None):
        super().__init__(parent)
        self._failed = failed
        self._task: _Call | None = None
        self._then: Callable = failed
        self._minder = QTimer(self)
        self._minder.setInterval(PATIENCE)
        self._minder.timeout.connect(self._mind)

    @property
    def busy(self) -> bool:
        return self._task is not None

    def run(self, title: str, function: Callable[[], object], then: Callable) -> None:
        """Call ``function()`` in a task, then ``then(its answer)`` here, or ``failed(error)``.

        Nothing is called any more once this object is deleted with its window.
        """
        self._then = then
        self._send(_Call(title, function))

    def forget(self) -> None:
        """Nobody waits any longer for what runs."""
        self._task = None

    def _send(self, task: _Call) -> None:
        self._task = task
        task.ended.connect(self._ended)  # a method of ours: Qt drops it when we are gone
        QgsApplication.taskManager().addTask(task)
        self._minder.start()

    def _mind(self) -> None:
        """Send anew what is not begun, whether it is lost or only waits for its turn."""
        task = self._task
        if task is None or not task.claim():
            self._minder.stop()
            return
        self._send(task.again())
        task.cancel()

    def _ended(self, task: _Call) -> None:
        if task is not self._task:
            return
        self._task = None
        self._minder.stop()
        if task.error is not None:
            self._failed(task.error)
        else:
            self._then(task.answer)


def do(
    title: str, function: Callable[[], object], failed: Callable, parent: QObject | None = None
) -> None:
    """Call ``function()`` in a task, whatever is asked for after it, or ``failed(error)``.

    As long as there is ``parent``, where one is given.
    """

    def end(_answer=None) -> None:
        HELD.discard(call)
        call.deleteLater()

    def fail(error: Exception) -> None:
        end()
        failed(error)

    call = Background(fail, parent)
    HELD.add(call)
    call.run(title, function, end)


class _Call(QgsTask):
    ended = pyqtSignal(object)

    def __init__(self, title: str, function: Callable[[], object]):
        super().__init__(title, QgsTask.Flag(0))  # cannot be stopped: nothing would ever answer
        self._title, self._function = title, function
        self._turn = threading.Lock()
        self.answer: object = None
        self.error: Exception | None = None

    def claim(self) -> bool:
        """Whether nobody has begun it; from now on nobody does."""
        return self._turn.acquire(blocking=False)

    def again(self) -> _Call:
        """The same, to be begun."""
        return _Call(self._title, self._function)

    def run(self) -> bool:
        if not self.claim():
            return False
        try:
            self.answer = self._function()
        except Exception as error:  # told to the user by whoever asked
            self.error = error
        return True

    def finished(self, _succeeded: bool) -> None:
        self.ended.emit(self)
