"""Counting beside the window: a question that a newer one overtakes is dropped."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from oltp_plugin.observatory.catalogue import Catalogue
from oltp_plugin.observatory.counting import NOT_WITHDRAWN
from oltp_plugin.observatory.filter import IncidentFilter

if TYPE_CHECKING:  # numpy is not loaded when QGIS starts
    from oltp_plugin.layers.precision import Limits
    from oltp_plugin.observatory.answer import AgreementError
    from oltp_plugin.observatory.columns import Columns


@dataclass(frozen=True, eq=False)  # the same filter asked again is another question
class Question:
    """A filter to count in an observatory's file."""

    path: Path
    filter: IncidentFilter


class Overtaken(Exception):  # noqa: N818 - not a failure
    """A newer question is waiting."""


@dataclass
class _Held:
    """What is kept of a file as long as it does not change."""

    path: Path
    stamp: tuple
    catalogue: Catalogue
    columns: Columns | None = None


class Counting(QObject):
    """One thread with its own connections for reading; the last question asked is answered.

    The number of records comes first where the arrays are not read yet; then everything. A
    question that comes while they are read is answered with its number in between.
    """

    listed = pyqtSignal(object, object)  # Question, Catalogue: the lists, new or changed
    allowed = pyqtSignal(object, object)  # Question, Limits: these may be seen, and how finely
    refused = pyqtSignal(object, object)  # Question, the AgreementError
    counted = pyqtSignal(object, int)  # Question, how many records the map shows
    answered = pyqtSignal(object, object)  # Question, Figures
    failed = pyqtSignal(object, object)  # Question, the exception

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._wake = threading.Condition()
        self._question: Question | None = None
        self._counting: sqlite3.Connection | None = None  # given up for any newer question
        self._loading: sqlite3.Connection | None = None  # given up for another file
        self._waiting = self._ended = False
        self._held: _Held | None = None
        self._thread: threading.Thread | None = None

    def ask(self, path: Path, chosen: IncidentFilter) -> Question:
        """Count ``chosen`` in the observatory ``path``; what is being counted is given up."""
        question = Question(path, chosen)
        with self._wake:
            same = self._question is not None and self._question.path == path
            self._question, self._waiting = question, True
            self._interrupt(loading=not same)
            self._wake.notify()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, daemon=True, name="oltp-counting")
                self._thread.start()
        return question

    def forget(self) -> None:
        """Nothing is open any longer."""
        with self._wake:
            self._question = self._held = None
            self._interrupt(loading=True)

    def end(self) -> None:
        """Stop the thread: the plugin is being unloaded."""
        with self._wake:
            self._ended = True
            self._question = None
            self._interrupt(loading=True)
            self._wake.notify()
        if self._thread is not None:
            self._thread.join(10)

    def _interrupt(self, loading: bool) -> None:
        for connection in (self._counting, self._loading if loading else None):
            if connection is not None:
                connection.interrupt()

    # in the thread

    def _run(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._ended or self._waiting)
                if self._ended:
                    return
                question, self._waiting = self._question, False
            try:
                if question is not None:
                    self._answer(question)
            except Overtaken:
                continue
            except Exception as error:  # told to the user by whoever asked
                if question is self._question:
                    self.failed.emit(question, error)

    def _answer(self, question: Question) -> None:
        """Answer it, or the newer one that came while the arrays were read."""
        from oltp_plugin.gui.dock.figures import figures

        held = self._look(question)
        if not self._first_look(question, held):
            return
        if held.columns is None:
            question = self._load(question, held)
        self._go_on(question)
        found = figures(held.columns, held.catalogue, question.filter)
        if question is self._question:
            self.answered.emit(question, found)

    def _look(self, question: Question) -> _Held:
        """What is kept of the file, read anew where it has changed."""
        from oltp_plugin.observatory import catalogue

        stamp, held = _stamp(question.path), self._held
        if held is None or (held.path, held.stamp) != (question.path, stamp):
            with self._quick(question) as connection:
                held = _Held(question.path, stamp, catalogue.read(connection))
            self._held = held
            self.listed.emit(question, held.catalogue)
        return held

    def _first_look(self, question: Question, held: _Held) -> bool:
        """Say whether the agreements allow it, and the number of records where that is quick."""
        from oltp_plugin.layers.precision import Limits

        with self._quick(question) as connection:
            limits = Limits.read(connection)
            refusal = _refusal(connection, question.filter, limits)
            if refusal is not None:
                self.refused.emit(question, refusal)
                return False
            self.allowed.emit(question, limits)
            if held.columns is None:
                condition = limits.within(question.filter.sql())
                query = f"SELECT count(*) FROM incident WHERE {condition}"  # nosec B608
                (n,) = connection.execute(query).fetchone()
                self.counted.emit(question, n)
        return True

    def _load(self, question: Question, held: _Held) -> Question:
        """Read the arrays, giving newer questions their first look; returns the newest."""
        from oltp_plugin.layers.precision import Limits
        from oltp_plugin.observatory import columns
        from oltp_plugin.observatory.connection import reading

        asked = [question]

        def go_on() -> None:
            newest = self._question
            if newest is asked[-1]:
                return
            if newest is None or newest.path != held.path:
                raise Overtaken
            asked.append(newest)
            self._waiting = False  # it is answered when everything is read
            with contextlib.suppress(Overtaken):  # the next block hears of a still newer one
                self._first_look(newest, held)

        with reading(held.path) as connection:
            with self._wake:
                self._loading = connection
            try:
                viewable = Limits.read(connection).within(NOT_WITHDRAWN)
                held.columns = columns.read(connection, go_on, viewable)
            except sqlite3.OperationalError:
                go_on()
                raise
            finally:
                with self._wake:
                    self._loading = None
        return asked[-1]

    @contextlib.contextmanager
    def _quick(self, question: Question) -> Iterator[sqlite3.Connection]:
        """A connection for ``question``, interrupted by a newer one, which raises Overtaken."""
        from oltp_plugin.observatory.connection import reading

        with reading(question.path) as connection:
            with self._wake:
                self._counting = connection
            try:
                self._go_on(question)
                yield connection
            except sqlite3.OperationalError:
                self._go_on(question)
                raise
            finally:
                with self._wake:
                    self._counting = None

    def _go_on(self, question: Question) -> None:
        if question is not self._question:
            raise Overtaken


def _refusal(
    connection: sqlite3.Connection, chosen: IncidentFilter, limits: Limits
) -> AgreementError | None:
    """Why the filter's partners may not be looked at together; None where they may."""
    from oltp_plugin.observatory import gate

    partners = list(chosen.partners)
    if not partners:
        partners = gate.partners_of(connection, limits.within(NOT_WITHDRAWN))
    try:
        gate.ask(connection, "view", partners)
    except gate.AgreementError as refusal:
        return refusal
    return None


def _stamp(path: Path) -> tuple:
    """Changes whenever the file does, be it replaced, or written through a log beside it."""
    files = (path, path.with_name(path.name + "-wal"))
    found = [file.stat() for file in files if file.exists()]
    return tuple((each.st_ino, each.st_mtime_ns, each.st_size) for each in found)
