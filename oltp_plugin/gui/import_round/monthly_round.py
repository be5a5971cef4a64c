"""Several files, one after the other: recognised, checked, and imported when asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal

from oltp_plugin.errors import OltpError
from oltp_plugin.gui.background import Background
from oltp_plugin.gui.import_dialog.choices import Choices
from oltp_plugin.gui.import_dialog.delivery import Delivery
from oltp_plugin.gui.import_round.delivered_file import (
    CHECKED,
    IMPORTED,
    UNKNOWN,
    WAITING,
    DeliveredFile,
)
from oltp_plugin.translation import sentence, tr


class MonthlyRound(QObject):
    """Holds the files and works through them; each import is a transaction of its own.

    Of the jobs (looking, checking, importing, taking back) one runs at a time; stopping lets the
    one that runs end without having written, and leaves the rest as they are.
    """

    changed = pyqtSignal()  # something of a file, or which job runs
    progressed = pyqtSignal(float)  # per cent of what was asked for
    imported = pyqtSignal(int)  # a batch; also after an undo
    failed = pyqtSignal(object)  # what is not about reading a file

    def __init__(self, choices: Choices, parent: QObject | None = None):
        super().__init__(parent)
        self._choices = choices
        self._background = Background(self._cannot_look, self)
        self._delivery = Delivery(choices.path, self)
        self._delivery.checked.connect(self._take_checked)
        self._delivery.imported.connect(self._take_imported)
        self._delivery.undone.connect(self._take_undone)
        self._delivery.withdrawn.connect(lambda _n, act: self._take_act("withdrawn", act))
        self._delivery.linked.connect(lambda _n, act: self._take_act("linked", act))
        self._delivery.nilRecorded.connect(self._take_nil)
        self._delivery.failed.connect(self._take_failure)
        self._delivery.cancelled.connect(self._take_cancelled)
        self._delivery.progressed.connect(self._tell_progress)
        self._jobs: list[tuple[Callable, DeliveredFile | None]] = []
        self._asked = 0
        self.current: DeliveredFile | None = None
        self.files: list[DeliveredFile] = []

    @property
    def busy(self) -> bool:
        return self._asked > 0

    # what is asked for

    def add(self, paths: Iterable[Path]) -> None:
        """Recognise and check these files; one that is in the list already is checked anew."""
        for path in paths:
            known = next((each for each in self.files if each.path == path), None)
            if known is None:
                known = DeliveredFile(path)
                self.files.append(known)
            elif known.state != IMPORTED:
                self.files[self.files.index(known)] = known = DeliveredFile(path)
            if known.state == WAITING:
                self._ask(self._look, known)

    def remove(self, file: DeliveredFile) -> None:
        if not self.busy:
            self.files.remove(file)
            self.changed.emit()

    def take_in(self) -> None:
        """Import the ticked files, in the list's order."""
        for file in self.files:
            if file.ticked and file.state == CHECKED:
                self._ask(self._import, file)

    def undo(self, file: DeliveredFile) -> None:
        """Take back what was done with the file, the last act first."""
        if file.acts:
            self._ask(self._undo, file)

    def withdraw(self, file: DeliveredFile) -> None:
        """Confirm what the file's delivery proposes as withdrawn."""
        self._ask(lambda each: self._delivery.withdraw(each.acts[0], each.path), file)

    def link(self, file: DeliveredFile, pairs: list[str]) -> None:
        self._ask(lambda each: self._delivery.link(each.acts[0], pairs), file)

    def record_nil(self, partner: str, period: tuple[str, str]) -> None:
        self._ask(lambda _file: self._delivery.record_nil(partner, *period), None)

    def recheck_unknown(self, choices: Choices) -> None:
        """The observatory has new profiles: they may fit what no other did."""
        self._choices = choices
        unknown = [each.path for each in self.files if each.state == UNKNOWN]
        self.add(unknown)

    def stop(self) -> None:
        self._jobs.clear()
        if self._background.busy:
            self._background.forget()
            self._end()
        else:
            self._delivery.cancel()

    def discard(self) -> None:
        """The window goes."""
        self._jobs.clear()
        self._background.forget()
        self._delivery.discard()

    # one job after the other

    def _ask(self, job: Callable, file: DeliveredFile | None) -> None:
        self._jobs.append((job, file))
        self._asked += 1
        if self._asked == 1:
            self._start_next()

    def _start_next(self) -> None:
        if not self._jobs:
            self._asked, self.current = 0, None
            self.progressed.emit(100)
            self.changed.emit()
            return
        job, self.current = self._jobs.pop(0)
        self._tell_progress(0)
        self.changed.emit()
        job(self.current)

    def _end(self) -> None:
        self._start_next()

    def _look(self, file: DeliveredFile) -> None:
        path, choices = file.path, self._choices

        def look():
            from oltp_plugin.gui.import_dialog import looking  # libraries that take a moment

            return looking.look(path, {}, choices, None)

        self._background.run(tr("Reading {name}").format(name=path.name), look, self._take_look)

    def _take_look(self, look) -> None:
        file = self.current
        if not look.profile:
            file.state = UNKNOWN
            self._end()
            return
        file.profile = json.dumps(look.profile, ensure_ascii=False, indent=2)
        kept = self._choices.profiles.get(look.profile["name"])
        if kept is not None and json.loads(kept) == look.profile:
            file.profile = kept  # letter by letter, so that it is no new version
        file.remarks = look.remarks
        self._delivery.check(file.path, file.profile, {})

    def _import(self, file: DeliveredFile) -> None:
        self._delivery.take_in(file.path, file.profile, {})

    def _undo(self, file: DeliveredFile) -> None:
        self._delivery.undo(file.acts[-1])

    def _take_checked(self, counts: dict, rejects: list, warnings: list) -> None:
        self.current.take_checked(counts, rejects, warnings)
        self._end()

    def _take_imported(self, counts: dict, rejects: list, warnings: list) -> None:
        self.current.take_imported(counts, rejects, warnings)
        self.imported.emit(counts["BATCH"])
        self._end()

    def _take_undone(self, _removed: int, _restored: int) -> None:
        file = self.current
        batch = file.acts.pop()
        if file.acts:
            self._undo(file)
            return
        file.take_undone()
        self.imported.emit(batch)
        self._end()

    def _take_act(self, what: str, act: int) -> None:
        self.current.take_act(what, act)
        if act:
            self.imported.emit(act)
        self._end()

    def _take_nil(self, batch: int) -> None:
        self.imported.emit(batch)
        self._end()

    def _cannot_look(self, error: Exception) -> None:
        if isinstance(error, OltpError):
            self.current.refuse(sentence(error))
        else:
            self.current.refuse(tr("This file cannot be read."))
            self.failed.emit(error)
        self._end()

    def _take_failure(self, text: str) -> None:
        file = self.current
        if file is not None and file.state in (WAITING, CHECKED):
            file.refuse(text)
        else:
            self.failed.emit(text)
        self._end()

    def _take_cancelled(self) -> None:
        self._end()

    def _tell_progress(self, percent: float) -> None:
        done = self._asked - len(self._jobs) - 1
        if self._asked:
            self.progressed.emit((100 * done + percent) / self._asked)
