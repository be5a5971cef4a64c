"""From *Save* to the file: what is alike is shown first, then written beside the main thread."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from oltp_plugin.errors import IntakeError
from oltp_plugin.gui import messages
from oltp_plugin.gui.background import Background
from oltp_plugin.intake import entering, entry_alike
from oltp_plugin.intake.entry import Entry
from oltp_plugin.intake.entry_check import warnings
from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.observatory.clock import now
from oltp_plugin.translation import tr

from .before_saving import BeforeSaving
from .refusals import note_refusals
from .words import field_name, remark_words


class Saving(QObject):
    """Drives the form's buttons, progress and message bar while its entry is on the way."""

    begins = pyqtSignal()  # to write
    done = pyqtSignal(object)  # entering.Saved

    def __init__(self, form, path: Path, lists):
        super().__init__(form)
        self._form, self._path, self._lists = form, path, lists
        self._base: entering.Stored | None = None
        self._question: BeforeSaving | None = None
        self._background = Background(self._failed, self)
        form.messageBar.hide()
        form.progressBar.hide()

    @property
    def busy(self) -> bool:
        return self._background.busy

    def start(self, entry: Entry, base: entering.Stored | None) -> None:
        """Look for what the analyst should know of ``entry`` first, then write it over ``base``."""
        self._base = base
        path, own = self._path, base.uuid if base else None
        self._work(
            tr("Looking for reports of the same fact"),
            lambda: entry_alike.alike(path, entry, own),
            lambda alike: self._ask_or_write(entry, alike),
        )

    def forget(self) -> None:
        """The form closes."""
        self._background.forget()

    def _ask_or_write(self, entry: Entry, alike: entry_alike.Alike) -> None:
        self._set_busy(False)
        unusual = warnings(entry, self._lists.known, now())
        reports = [each for each in alike.reports if not each.is_linked]
        if self._base is not None and _place_and_time(entry) == _place_and_time(self._base.entry):
            reports = []  # a correction of something else asks nothing about its place
        if not unusual and not reports:
            self._write(entry, ())
            return
        self._question = BeforeSaving(
            entry, unusual, reports, alike.refusals, self._lists, self._form
        )
        self._question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._question.answered.connect(lambda link: self._write(entry, link))
        self._question.open()

    def _write(self, entry: Entry, link) -> None:
        path, base = self._path, self._base

        def write():
            with guarded(path):
                return entering.save(path, entry, base, link)

        self.begins.emit()
        self._work(tr("Saving an incident"), write, self._written)

    def _written(self, saved: entering.Saved) -> None:
        self._set_busy(False)
        self.done.emit(saved)

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        bar = self._form.messageBar
        bar.clearWidgets()
        stored = getattr(error, "stored", None)
        if stored is None:
            messages.show_error(bar, error)
            for remark in getattr(error, "remarks", ())[:1]:
                messages.show_error(bar, remark_words(remark))
        else:
            self._show_changed(error, stored)
        note_refusals(self._path, [error])

    def _show_changed(self, error: IntakeError, stored: entering.Stored) -> None:
        """Somebody changed the record meanwhile: say in what, and let it be shown."""
        before = self._base.entry if self._base else stored.entry
        changed = [
            field_name("point" if name in ("x", "y", "geocode_score") else name)
            for name in entering.FIELDS
            if name != "territory_level" and getattr(before, name) != getattr(stored.entry, name)
        ]
        text = tr(
            "Somebody else has changed this record meanwhile ({fields}). Nothing of yours was "
            "written: look at theirs, then make your change again."
        ).format(fields=", ".join(dict.fromkeys(changed)) or tr("its links or its delivery"))
        bar = self._form.messageBar
        messages.offer(
            bar, text, tr("S&how theirs"), lambda: self.show_theirs(stored), messages.WARNING
        )

    def show_theirs(self, stored: entering.Stored) -> None:
        """The record as somebody else left it takes the place of what was typed."""
        self._form.messageBar.clearWidgets()
        self._form.show_entry(stored.entry, stored)

    def _work(self, title: str, function, then) -> None:
        self._set_busy(True)
        self._background.run(title, function, then)

    def _set_busy(self, busy: bool) -> None:
        form = self._form
        form.progressBar.setRange(0, 0 if busy else 1)
        form.progressBar.setVisible(busy)
        for button in (form.saveButton, form.newButton, form.duplicateButton, form.skipButton):
            button.setEnabled(not busy)


def _place_and_time(entry: Entry) -> tuple:
    return (entry.x, entry.y, entry.occurred_from, entry.occurred_to, entry.category)
