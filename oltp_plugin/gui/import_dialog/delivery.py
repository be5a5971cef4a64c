"""Checking, importing and undoing a delivery: the toolbox algorithms, by the window's profile."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal

from oltp_plugin.gui.algorithm_run import AlgorithmRun
from oltp_plugin.gui.import_dialog.check_step import read_rejects


class Delivery(QObject):
    """Into the observatory ``observatory``; one run at a time, each told how it ended.

    What is told of a run: the algorithm's outputs, the refused rows, and its warnings.
    """

    started = pyqtSignal()
    progressed = pyqtSignal(float)  # per cent
    ended = pyqtSignal()  # before one of the next
    checked = pyqtSignal(dict, list, list)
    imported = pyqtSignal(dict, list, list)
    undone = pyqtSignal(int, int)  # removed, restored
    withdrawn = pyqtSignal(int, int)  # how many, and the batch that takes it back (0: none)
    linked = pyqtSignal(int, int)  # reports, and the batch that takes it back (0: none)
    nilRecorded = pyqtSignal(int)  # noqa: N815 - Qt's way of naming signals; the batch
    failed = pyqtSignal(object)
    cancelled = pyqtSignal()

    def __init__(self, observatory: Path, parent: QObject | None = None):
        super().__init__(parent)
        self._observatory = str(observatory)
        self._folder = Path(tempfile.mkdtemp(prefix="oltp-import-"))
        self._run: AlgorithmRun | None = None

    @property
    def busy(self) -> bool:
        return self._run is not None

    @property
    def rejects_file(self) -> Path:
        return self._folder / "refused.csv"

    def check(self, source: Path, profile: str, how: dict) -> None:
        """What an import would do. ``profile``: JSON; ``how``: kind and period as parameters."""
        self._take_in(source, profile, how, True, self.checked)

    def take_in(self, source: Path, profile: str, how: dict) -> None:
        self._take_in(source, profile, how, False, self.imported)

    def undo(self, batch: int) -> None:
        self._start(
            "oltp:undobatch",
            {"BATCH": batch},
            lambda outputs, _run: self.undone.emit(outputs["REMOVED"], outputs["RESTORED"]),
        )

    def withdraw(self, batch: int, source: Path) -> None:
        """Confirm what the delivery ``batch``, whose file is ``source``, proposes."""
        self._start(
            "oltp:confirmwithdrawals",
            {"BATCH": batch, "INPUT": str(source)},
            lambda outputs, _run: self.withdrawn.emit(outputs["WITHDRAWN"], outputs["BATCH"]),
        )

    def link(self, batch: int, pairs: list[str]) -> None:
        """Accept these pairs of reports as one fact each."""
        self._start(
            "oltp:linkfacts",
            {"BATCH": batch, "PAIRS": ",".join(pairs)},
            lambda outputs, _run: self.linked.emit(outputs["LINKED"], outputs["BATCH"]),
        )

    def record_nil(self, partner: str, first: str, last: str) -> None:
        """``first``, ``last``: ISO days, both included."""
        self._start(
            "oltp:nilreturn",
            {"PARTNER": partner, "PERIOD_FROM": first, "PERIOD_TO": last},
            lambda outputs, _run: self.nilRecorded.emit(outputs["BATCH"]),
        )

    def cancel(self) -> None:
        if self._run is not None:
            self._run.cancel()

    def discard(self) -> None:
        """Forget the window's own files; call when the window goes."""
        self.cancel()
        self._run = None
        shutil.rmtree(self._folder, ignore_errors=True)

    def _take_in(self, source: Path, profile: str, how: dict, dry_run: bool, told) -> None:
        file = self._folder / "profile.json"
        file.write_text(profile, encoding="utf-8")
        self.rejects_file.unlink(missing_ok=True)
        parameters = {
            "INPUT": str(source),
            "PROFILE": str(file),
            "DRY_RUN": dry_run,
            "REJECTS": str(self.rejects_file),
            **how,
        }
        self._start(
            "oltp:importincidents",
            parameters,
            lambda outputs, run: told.emit(outputs, read_rejects(self.rejects_file), run.warnings),
        )

    def _start(self, algorithm: str, parameters: dict, then) -> None:
        run = AlgorithmRun(algorithm, {"OBSERVATORY": self._observatory, **parameters})
        self._run = run
        run.progressed.connect(self.progressed)
        run.succeeded.connect(lambda outputs: self._end(run, lambda: then(outputs, run)))
        run.failed.connect(lambda sentence: self._end(run, lambda: self.failed.emit(sentence)))
        run.cancelled.connect(lambda: self._end(run, self.cancelled.emit))
        self.started.emit()
        run.start()

    def _end(self, run: AlgorithmRun, tell) -> None:
        if run is not self._run:
            return  # the window has gone
        self._run = None
        self.ended.emit()
        tell()
