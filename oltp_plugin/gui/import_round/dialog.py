"""The monthly round's window: the files in one table, and what can be done with each."""

from __future__ import annotations

import csv
from pathlib import Path

from qgis.gui import QgsMessageBar
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QMenu, QSizePolicy

from oltp_plugin.gui import messages
from oltp_plugin.gui.dropped_files import DroppedFiles
from oltp_plugin.gui.import_dialog.choices import Choices
from oltp_plugin.gui.import_dialog.file_step import file_filter
from oltp_plugin.gui.import_dialog.same_facts import SameFactsDialog, ask_to_withdraw
from oltp_plugin.gui.import_dialog.source_file import SourceFiles
from oltp_plugin.gui.import_round.delivered_file import CHECKED, IMPORTED, WAITING, DeliveredFile
from oltp_plugin.gui.import_round.files_table import FilesTable
from oltp_plugin.gui.import_round.monthly_round import MonthlyRound
from oltp_plugin.local_format import number
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import tr

_FORM, _ = uic.loadUiType(str(FORMS / "import_round.ui"))


class ImportRound(QDialog, _FORM):
    """Shows a MonthlyRound and asks it for what the buttons say."""

    imported = pyqtSignal(int)  # a batch; also after an undo
    mapAsked = pyqtSignal(int)  # noqa: N815 - Qt's way of naming signals; show this batch
    stepsAsked = pyqtSignal(object)  # noqa: N815 - this Path in the four steps' window

    def __init__(self, choices: Choices, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        self._choices = choices
        self._bar = QgsMessageBar()
        self._bar.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.roundLayout.insertWidget(0, self._bar)
        self.round = MonthlyRound(choices, self)
        self._table = FilesTable(self.filesTable)
        self._files = SourceFiles(self)
        self._add_file_menu()
        DroppedFiles(self).dropped.connect(self.round.add)
        self._connect()
        self._show_round()

    def add_files(self, paths: list[Path]) -> None:
        """As if they had been dropped."""
        self.round.add(paths)

    def take_profiles(self, choices: Choices) -> None:
        """Another window saved profiles: what was not recognised is looked at again."""
        self._choices = choices
        self.round.recheck_unknown(choices)

    def done(self, result):
        """Closed: what runs is stopped, and the window's own files go."""
        self.round.discard()
        super().done(result)

    def chosen(self) -> DeliveredFile | None:
        """The file whose row is current."""
        row = self.filesTable.currentRow()
        return self.round.files[row] if 0 <= row < len(self.round.files) else None

    # what the user asks for

    def _browse(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self,
            tr("Partners' files"),
            "",
            file_filter(),
        )
        self.round.add(map(Path, names))

    def _record_nil(self) -> None:
        from oltp_plugin.gui.import_dialog.nil_return import NilReturnDialog

        dialog = NilReturnDialog(self._choices.partners, "", self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.round.record_nil(dialog.partner(), dialog.period())
        dialog.deleteLater()

    def _save_rejects(self) -> None:
        file = self.chosen()
        suggested = tr("refused - {name}.csv").format(name=file.path.stem)
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save refused rows"), suggested, tr("CSV file (*.csv)")
        )
        if not name:
            return
        try:
            _write_rejects(Path(name), file.rejects)
        except OSError:
            text = tr("{name} could not be written: choose another folder.")
            messages.show_error(self._bar, text.format(name=Path(name).name))
        else:
            messages.show_done(self._bar, tr("{name} is written.").format(name=Path(name).name))

    def _withdraw(self) -> None:
        file = self.chosen()
        if ask_to_withdraw(file.counts["WITHDRAWN"], self):
            self.round.withdraw(file)

    def _link(self) -> None:
        file = self.chosen()
        dialog = SameFactsDialog(self._choices.path, file.acts[0], self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.round.link(file, dialog.pairs())
        dialog.deleteLater()

    def _imported_files(self) -> list[Path]:
        """Those that were imported and are still where they were found."""
        return [each.path for each in self.round.files if each.state == IMPORTED and not each.gone]

    def _take_moved(self, where: dict[Path, Path]) -> None:
        for file in self.round.files:
            file.path = where.get(file.path, file.path)
        messages.show_done(self._bar, tr("Files moved: {n}.").format(n=len(where)))
        self._show_round()

    def _take_deleted(self, paths: list[Path]) -> None:
        for file in self.round.files:
            file.gone = file.gone or file.path in paths
        messages.show_done(self._bar, tr("Files deleted: {n}.").format(n=len(paths)))
        self._show_round()

    # the window

    def _add_file_menu(self) -> None:
        menu, files = QMenu(self.sourceButton), self._files
        menu.addAction(tr("&Move the file…"), lambda: files.ask_to_move([self.chosen().path]))
        menu.addAction(tr("&Delete the file…"), lambda: files.ask_to_delete([self.chosen().path]))
        menu.addSeparator()
        menu.addAction(
            tr("Move &all imported files…"), lambda: files.ask_to_move(self._imported_files())
        )
        menu.addAction(
            tr("Delete all &imported files…"), lambda: files.ask_to_delete(self._imported_files())
        )
        self.sourceButton.setMenu(menu)

    def _connect(self) -> None:
        self.round.changed.connect(self._show_round)
        self.round.progressed.connect(lambda percent: self.progressBar.setValue(int(percent)))
        self.round.imported.connect(self.imported)
        self.round.failed.connect(lambda error: messages.show_error(self._bar, error))
        self._table.ticked.connect(self._follow)
        self.filesTable.currentCellChanged.connect(lambda *_cells: self._show_chosen())
        self.addButton.clicked.connect(self._browse)
        self.nilButton.clicked.connect(self._record_nil)
        self.stopButton.clicked.connect(self.round.stop)
        self.importButton.clicked.connect(self.round.take_in)
        self.closeButton.clicked.connect(self.reject)
        self.stepsButton.clicked.connect(lambda: self.stepsAsked.emit(self.chosen().path))
        self.mapButton.clicked.connect(lambda: self.mapAsked.emit(self.chosen().acts[0]))
        self.saveRejectsButton.clicked.connect(self._save_rejects)
        self.undoButton.clicked.connect(lambda: self.round.undo(self.chosen()))
        self.withdrawButton.clicked.connect(self._withdraw)
        self.factsButton.clicked.connect(self._link)
        self._files.moved.connect(self._take_moved)
        self._files.deleted.connect(self._take_deleted)
        self._files.failed.connect(lambda text: messages.show_error(self._bar, text))
        self.removeButton.clicked.connect(lambda: self.round.remove(self.chosen()))

    def _show_round(self) -> None:
        self._table.show_files(self.round.files, self.round.current)
        if self.round.files and self.filesTable.currentRow() < 0:
            self.filesTable.setCurrentCell(0, 0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        file = self.chosen()
        self.notesText.setPlainText("\n".join(file.notes()) if file else "")
        self._follow()

    def _follow(self) -> None:
        """Offer what can be done now."""
        file, busy = self.chosen(), self.round.busy
        state = file.state if file else None
        self.hintLabel.setVisible(not self.round.files)
        self.notesTitle.setVisible(bool(self.round.files))
        self.notesText.setVisible(bool(self.round.files))
        self.stepsButton.setEnabled(not busy and state not in (None, WAITING, IMPORTED))
        self.mapButton.setEnabled(not busy and state == IMPORTED)
        self.undoButton.setEnabled(not busy and state == IMPORTED)
        self.withdrawButton.setVisible(bool(file and file.may_withdraw))
        self.factsButton.setVisible(bool(file and file.may_link))
        for button in (self.withdrawButton, self.factsButton):
            button.setEnabled(not busy)
        self.sourceButton.setEnabled(not busy and state == IMPORTED and not file.gone)
        self.saveRejectsButton.setEnabled(not busy and bool(file and file.rejects))
        self.removeButton.setEnabled(not busy and file is not None)
        self.nilButton.setEnabled(not busy)
        self.progressBar.setVisible(busy)
        self.stopButton.setVisible(busy)
        ticked = sum(each.ticked and each.state == CHECKED for each in self.round.files)
        text = tr("&Import {n} files").format(n=ticked) if ticked else tr("&Import")
        self.importButton.setText(text)
        self.importButton.setEnabled(not busy and ticked > 0)
        self.totalLabel.setText(_totals(self.round.files))
        current = self.round.current
        self.stateLabel.setText(current.path.name if busy and current else "")


def _totals(files: list[DeliveredFile]) -> str:
    """One line about all that was imported; empty before."""
    done = [each.counts for each in files if each.state == IMPORTED]
    if not done:
        return ""
    sums = {
        name: number(sum(counts[name] for counts in done))
        for name in ("READ", "INSERTED", "UPDATED", "REJECTED")
    }
    return tr(
        "Imported files: {files}. Rows read: {read}, new: {new}, updated: {updated}, refused: "
        "{refused}."
    ).format(
        files=len(done),
        read=sums["READ"],
        new=sums["INSERTED"],
        updated=sums["UPDATED"],
        refused=sums["REJECTED"],
    )


def _write_rejects(path: Path, rejects: list[dict]) -> None:
    """As ``oltp:importincidents`` writes them."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, ("row", "code", "field", "message"))
        writer.writeheader()
        writer.writerows(rejects)
