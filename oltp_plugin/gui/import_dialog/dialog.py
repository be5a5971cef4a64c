"""The import's window: four steps, from a partner's file to what came of it."""

from __future__ import annotations

import shutil
from pathlib import Path

from qgis.gui import QgsMessageBar
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QMenu, QSizePolicy

from oltp_plugin.errors import OltpError
from oltp_plugin.gui import messages
from oltp_plugin.gui.dropped_files import DroppedFiles
from oltp_plugin.gui.import_dialog.after_import import AfterImport
from oltp_plugin.gui.import_dialog.check_step import CheckStep
from oltp_plugin.gui.import_dialog.choices import Choices
from oltp_plugin.gui.import_dialog.columns_step import ColumnsStep, columns_of
from oltp_plugin.gui.import_dialog.delivery import Delivery
from oltp_plugin.gui.import_dialog.draft import Draft
from oltp_plugin.gui.import_dialog.file_step import FileStep
from oltp_plugin.gui.import_dialog.profile_bar import ProfileBar
from oltp_plugin.gui.import_dialog.source_file import reminder
from oltp_plugin.gui.import_dialog.words_step import WordsStep
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import tr

_FORM, _ = uic.loadUiType(str(FORMS / "import_incidents.ui"))
_FILE, _COLUMNS, _WORDS, _CHECK = range(4)


class ImportIncidents(QDialog, _FORM):
    """Leads through the steps; what is proposed is Draft's, what is run is Delivery's."""

    imported = pyqtSignal(int)  # the batch; also after an undo
    mapAsked = pyqtSignal(int)  # noqa: N815 - Qt's way of naming signals; show this batch
    severalDropped = pyqtSignal(list)  # noqa: N815 - Paths

    def __init__(self, choices: Choices, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        DroppedFiles(self).dropped.connect(self._take_dropped)
        self._choices = choices
        self._counts: dict = {}
        self._waiting: str | None = None  # a profile that was chosen before its file
        self._checked: tuple | None = None  # what the counts on the last step are of
        self._bar = QgsMessageBar()
        self._bar.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.dialogLayout.insertWidget(0, self._bar)
        self._file, self._columns = FileStep(), ColumnsStep()
        self._words, self._check = WordsStep(), CheckStep()
        for page in (self._file, self._columns, self._words, self._check):
            self.pages.addWidget(page)
        self._steps = (self.fileButton, self.columnsButton, self.wordsButton, self.checkButton)
        self._profile = ProfileBar(self, choices)
        self._draft = Draft(choices, self)
        self._delivery = Delivery(choices.path, self)
        self._after = AfterImport(self, self._check, self._delivery, choices.path)
        self._columns.map.show_town(choices.path, choices.epsg)
        self._add_profile_menu()
        self._connect()
        self._show_step(_FILE)
        self._show_busy(False)

    # Qt's own

    def done(self, result):
        """Closed: what runs is stopped, and the window's own files go."""
        self._delivery.discard()
        self._draft.forget()
        self._columns.map.close()
        super().done(result)

    # what the user asks for

    def open_file(self, path: Path) -> None:
        """As if the user had chosen it."""
        self._file.choose(path)

    def _take_dropped(self, paths: list[Path]) -> None:
        """One file is for this window, several are for the round's."""
        if len(paths) > 1:
            self.severalDropped.emit(paths)
        else:
            self.open_file(paths[0])

    def _look(self, path: Path) -> None:
        """A file was chosen."""
        self._show_step(_FILE)
        self._file.forget_corrections()
        self._draft.read(path, {}, self._waiting)
        self._waiting = None

    def _lose(self) -> None:
        """What is typed names no file, perhaps not yet."""
        self._bar.clearWidgets()
        self._draft.drop()
        self._forget_counts()

    def _refuse(self, why: str) -> None:
        """What was typed names no file."""
        self._bar.clearWidgets()
        messages.show_error(self._bar, why)

    def _look_again(self) -> None:
        """The layout was corrected."""
        self._draft.read(self._file.path(), self._file.corrections(), self._profile.definition())

    def _use_profile(self, definition: str) -> None:
        """A profile was chosen; without a file it waits for one."""
        if self._file.path() is None:
            self._waiting = definition
        else:
            self._draft.read(self._file.path(), self._file.corrections(), definition)

    def _go(self, step: int) -> None:
        """Show ``step``, once what it needs is known."""
        self._bar.clearWidgets()
        obstacle = self._obstacle(step)
        if obstacle:
            self._show_step(self.pages.currentIndex())
            messages.show_error(self._bar, obstacle)
            return
        if step >= _WORDS and self._draft.words_are_stale(self._columns.fields()):
            self._draft.find_words(self._columns.fields(), lambda: self._go(step))
            return
        self._show_step(step)
        if step == _CHECK and self._checked != self._now():
            self._check_delivery()

    def _obstacle(self, step: int) -> str:
        """What keeps ``step`` from being shown; empty when nothing does."""
        if step == _FILE:
            return ""
        if self._draft.look is None:
            return tr("Choose the partner's file first.")
        if step > _COLUMNS:
            obstacle = self._columns.obstacle()
            if obstacle:
                return obstacle
        if step == _CHECK and not self._profile.partner():
            return tr("Say at the top which partner the file comes from: a short code, such as PM.")
        return ""

    def _check_delivery(self) -> None:
        self._counts, self._checked = {}, self._now()
        self._check.clear(tr("Checking… nothing is written."))
        self._delivery.check(*self._checked)

    def _check_again(self) -> None:
        self._checked = None
        self._go(_CHECK)

    def _take_in(self) -> None:
        self._check.clear(tr("Importing…"))
        self._delivery.take_in(*self._checked)

    def _now(self) -> tuple | None:
        """The source, the profile's JSON and the delivery's description; None: not settled."""
        if self._obstacle(_CHECK):
            return None
        text = self._draft.document(
            self._columns.fields(),
            self._columns.crs().authid(),
            self._columns.area_level(),
            self._profile.name(),
            self._profile.partner(),
            self._check.kind(),
        )
        return self._draft.look.sample.path, text, self._check.parameters()

    def _record_nil(self) -> None:
        from oltp_plugin.gui.import_dialog.nil_return import NilReturnDialog

        dialog = NilReturnDialog(self._choices.partners, self._profile.partner(), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._delivery.record_nil(dialog.partner(), *dialog.period())
        dialog.deleteLater()

    def _save_rejects(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save refused rows"), tr("refused.csv"), tr("CSV file (*.csv)")
        )
        if name:
            self._write(lambda: shutil.copyfile(self._delivery.rejects_file, name), name)

    def _export_profile(self) -> None:
        obstacle = self._obstacle(_CHECK)
        if obstacle:
            messages.show_error(self._bar, obstacle)
            return
        if self._draft.words_are_stale(self._columns.fields()):  # they are part of the profile
            self._draft.find_words(self._columns.fields(), self._export_profile)
            return
        suggested = f"{self._profile.name()}.json"
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save profile as a file"), suggested, tr("Import profile (*.json)")
        )
        if name:
            text = self._now()[1]
            self._write(lambda: Path(name).write_text(text, encoding="utf-8"), name)

    def _open_profile(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Open a profile file"), "", tr("Import profile (*.json)")
        )
        if name:
            try:
                self._profile.add_file(Path(name))
            except OltpError as error:
                messages.show_error(self._bar, error)

    def _write(self, write, name: str) -> None:
        try:
            write()
        except OSError:
            text = tr("{name} could not be written: choose another folder.")
            messages.show_error(self._bar, text.format(name=Path(name).name))
        else:
            messages.show_done(self._bar, tr("{name} is written.").format(name=Path(name).name))

    # what the draft and the delivery tell

    def _show_looked(self) -> None:
        """The file was read, its columns and its profile were proposed."""
        look = self._draft.look
        self._file.show_file(look.sample)
        self._columns.show_guesses(look)
        self._profile.show_profile(look.profile)
        self._check.show_profile(look.profile)
        self._checked = None
        self._bar.clearWidgets()
        for remark in look.remarks:
            messages.show_remark(self._bar, remark)
        self._show_points()

    def _show_points(self) -> None:
        points = self._draft.look.points(self._columns.fields())
        self._columns.show_points(points)
        self._follow()

    def _show_words(self) -> None:
        self._words.show_words(self._draft.words)

    def _show_checked(self, counts: dict, rejects: list, warnings: list) -> None:
        self._counts = counts
        self._check.show_checked(counts, rejects, [*warnings, *self._notes()])
        self._follow()

    def _show_imported(self, counts: dict, rejects: list, warnings: list) -> None:
        self._counts = counts
        self._after.take_imported(self._checked[0], counts)
        self._profile.keep(self._checked[1])
        self._check.show_imported(counts, rejects, [*warnings, *self._notes(), reminder()])
        self._follow()
        self.imported.emit(counts["BATCH"])

    def _show_undone(self, removed: int, restored: int) -> None:
        self._counts, self._checked = {}, None
        self._check.show_undone(removed, restored)
        self._follow()

    def _show_nil(self, batch: int) -> None:
        text = tr("The nil return is recorded as batch {batch}.").format(batch=batch)
        messages.show_done(self._bar, text)
        self.imported.emit(batch)

    def _notes(self) -> list[str]:
        """What is worth knowing whatever the figures are."""
        fields = self._columns.fields()
        if "partner_ref" in fields:
            told_apart = columns_of(fields["partner_ref"])[1:]
            if not set(told_apart) & set(columns_of(fields["category"])):
                return []
            return [
                tr(
                    "What happened is part of the partner's number: a requalified row will be new,"
                    " and its old one no longer delivered. The number alone follows it."
                )
            ]
        return [
            tr("The profile maps no number of the partner's own: a requalified row will be new.")
        ]

    def _outdate(self) -> None:
        """What was checked is no longer what the window says."""
        if self._checked is not None and self._checked != self._now():
            self._counts, self._checked = {}, None
            self._check.clear(tr("Something was changed since: check again."))
        self._follow()

    def _show_stopped(self) -> None:
        self._checked = None
        self._check.clear(tr("Stopped, as you asked. Nothing was written."))

    def _show_failure(self, error) -> None:
        if self._draft.look is None:
            self._file.show_nothing()
        messages.show_error(self._bar, error)
        self._forget_counts()

    def _forget_counts(self) -> None:
        self._checked = None
        self._check.clear()
        self._follow()

    # the window

    def _connect(self) -> None:
        for step, button in enumerate(self._steps):
            button.clicked.connect(lambda _checked=False, step=step: self._go(step))
        self.backButton.clicked.connect(lambda: self._go(self.pages.currentIndex() - 1))
        self.nextButton.clicked.connect(lambda: self._go(self.pages.currentIndex() + 1))
        self.importButton.clicked.connect(self._take_in)
        self.cancelButton.clicked.connect(self._delivery.cancel)
        self.closeButton.clicked.connect(self.reject)
        self.nilButton.clicked.connect(self._record_nil)
        self._file.fileChosen.connect(self._look)
        self._file.fileLost.connect(self._lose)
        self._file.nameRefused.connect(self._refuse)
        self._file.layoutChosen.connect(self._look_again)
        self._columns.changed.connect(self._show_points)
        self._words.changed.connect(self._follow)
        self._check.changed.connect(self._outdate)
        self._check.againAsked.connect(self._check_again)
        self._check.mapAsked.connect(lambda: self.mapAsked.emit(self._counts["BATCH"]))
        self._check.rejectsAsked.connect(self._save_rejects)
        self._after.acted.connect(self.imported)
        self._after.undone.connect(self._show_undone)
        self._after.failed.connect(lambda text: messages.show_error(self._bar, text))
        self._profile.profileChosen.connect(self._use_profile)
        self._profile.changed.connect(self._outdate)
        draft, delivery = self._draft, self._delivery
        draft.busy.connect(self._show_busy)
        draft.looked.connect(self._show_looked)
        draft.worded.connect(self._show_words)
        draft.failed.connect(self._show_failure)
        delivery.started.connect(lambda: self._show_busy(True, stoppable=True))
        delivery.progressed.connect(lambda percent: self.progressBar.setValue(int(percent)))
        delivery.ended.connect(lambda: self._show_busy(False))
        delivery.checked.connect(self._show_checked)
        delivery.imported.connect(self._show_imported)
        delivery.nilRecorded.connect(self._show_nil)
        delivery.failed.connect(self._show_failure)
        delivery.cancelled.connect(self._show_stopped)

    def _add_profile_menu(self) -> None:
        menu = QMenu(self.profileButton)
        menu.addAction(tr("&Open a profile file…"), self._open_profile)
        menu.addAction(tr("&Save this profile as a file…"), self._export_profile)
        self.profileButton.setMenu(menu)

    def _show_step(self, step: int) -> None:
        self.pages.setCurrentIndex(step)
        self._steps[step].setChecked(True)
        self.pages.currentWidget().setFocus()
        self._follow()

    def _show_busy(self, busy: bool, stoppable: bool = False) -> None:
        self.progressBar.setRange(0, 100 if stoppable else 0)
        self.progressBar.setValue(0)
        self.progressBar.setVisible(busy)
        self.cancelButton.setVisible(busy and stoppable)
        self.pages.setEnabled(not busy)
        self._follow()

    def _follow(self) -> None:
        """Offer what can be done now."""
        step, busy = self.pages.currentIndex(), self._delivery.busy or self._draft.is_busy
        ready = self._draft.look is not None
        for each, button in enumerate(self._steps):
            button.setEnabled(not busy and (ready or each == _FILE))
        for widget in (
            self.profileCombo,
            self.nameEdit,
            self.partnerCombo,
            self.profileButton,
            self.nilButton,
        ):
            widget.setEnabled(not busy)
        self.backButton.setEnabled(not busy and step > _FILE)
        self.nextButton.setEnabled(not busy and ready and step < _CHECK)
        self.nextButton.setVisible(step < _CHECK)
        self.importButton.setVisible(step == _CHECK)
        self.importButton.setEnabled(not busy and step == _CHECK and self._may_import())
        self.nextButton.setDefault(step < _CHECK)
        self.importButton.setDefault(step == _CHECK)

    def _may_import(self) -> bool:
        """Something was checked, it is what the window says now, and it would change something."""
        counts = self._counts
        checked = bool(counts) and not counts["BATCH"] and counts["READ"] > counts["REJECTED"]
        return checked and self._checked == self._now()
