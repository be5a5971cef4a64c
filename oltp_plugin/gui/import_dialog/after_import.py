"""What an analyst does after an import: withdraw what is gone, link facts, put the file away."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QWidget

from oltp_plugin.gui.import_dialog.check_step import CheckStep
from oltp_plugin.gui.import_dialog.delivery import Delivery
from oltp_plugin.gui.import_dialog.same_facts import SameFactsDialog, ask_to_withdraw
from oltp_plugin.gui.import_dialog.source_file import SourceFiles
from oltp_plugin.local_format import number
from oltp_plugin.translation import tr


class AfterImport(QObject):
    """Answers the check step's last buttons; undo takes everything back, the last act first."""

    acted = pyqtSignal(int)  # a batch was written or undone
    undone = pyqtSignal(int, int)  # the import itself: removed, restored
    failed = pyqtSignal(str)

    def __init__(self, window: QWidget, check: CheckStep, delivery: Delivery, observatory: Path):
        super().__init__(window)
        self._window, self._check, self._delivery = window, check, delivery
        self._observatory = observatory
        self._files = SourceFiles(window)
        self._source: Path | None = None
        self._counts: dict = {}
        self._acts: list[int] = []  # batches, the import's first
        check.undoAsked.connect(lambda: delivery.undo(self._acts[-1]))
        check.withdrawAsked.connect(self._withdraw)
        check.factsAsked.connect(self._link)
        check.moveAsked.connect(lambda: self._files.ask_to_move([self._source]))
        check.deleteAsked.connect(lambda: self._files.ask_to_delete([self._source]))
        delivery.undone.connect(self._take_undone)
        delivery.withdrawn.connect(self._take_withdrawn)
        delivery.linked.connect(self._take_linked)
        self._files.moved.connect(self._take_moved)
        self._files.deleted.connect(self._take_deleted)
        self._files.failed.connect(self.failed)

    def take_imported(self, source: Path, counts: dict) -> None:
        """``source`` was imported, with these outputs of ``oltp:importincidents``."""
        self._source, self._counts, self._acts = source, counts, [counts["BATCH"]]

    def _withdraw(self) -> None:
        if ask_to_withdraw(self._counts["WITHDRAWN"], self._window):
            self._delivery.withdraw(self._counts["BATCH"], self._source)

    def _link(self) -> None:
        dialog = SameFactsDialog(self._observatory, self._counts["BATCH"], self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._delivery.link(self._counts["BATCH"], dialog.pairs())
        dialog.deleteLater()

    def _take_withdrawn(self, n: int, act: int) -> None:
        text = tr("{n} records are withdrawn.").format(n=number(n))
        self._check.show_act(text, self._check.withdrawButton)
        self._take_act(act)

    def _take_linked(self, n: int, act: int) -> None:
        text = tr("{n} reports are linked to what others reported.")
        self._check.show_act(text.format(n=number(n)), self._check.factsButton)
        self._take_act(act)

    def _take_act(self, act: int) -> None:
        if act:
            self._acts.append(act)
            self.acted.emit(act)

    def _take_undone(self, removed: int, restored: int) -> None:
        batch = self._acts.pop()
        if self._acts:  # what was withdrawn or linked; now the import itself
            self._delivery.undo(self._acts[-1])
        else:
            self.undone.emit(removed, restored)
        self.acted.emit(batch)

    def _take_moved(self, where: dict) -> None:
        self._source = where[self._source]
        text = tr("The file is in {folder} now.").format(folder=self._source.parent.name)
        self._check.show_put_away(text, False)

    def _take_deleted(self, _paths: list) -> None:
        self._check.show_put_away(tr("The file is deleted."), True)
