"""What is typed about problem places is kept like an incident that is being entered."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QDialog

from oltp_plugin.gui.draft_keeper import PAUSE, DraftKeeper, is_given_up
from oltp_plugin.gui.follow_up.writer import Writer
from oltp_plugin.intake import follow_up_draft


class DraftedDialog(QDialog):
    """A dialog that gives what it says by ``said()``, and closes with it after a question only.

    It writes with ``writer`` to ``path``, the file that was open when it was made.
    """

    _draft: FormDraft | None = None
    path: Path | None = None

    def write_with(self, writer: Writer) -> None:
        self._writer, self._saving, self.path = writer, False, writer.path
        writer.written.connect(self._written)
        writer.failed.connect(self._refused)

    def send(self, save) -> None:
        """Write ``save(path)``; ``_written`` or ``_refused`` hears of it."""
        self._saving = True
        if self._draft is not None:
            self._draft.keep()
        self._writer.write(save, self.path)

    def keep_draft(self, observatory: str, resumed=None) -> None:
        """From now on; ``observatory``: its uuid, ``resumed``: the draft that it goes on with."""
        self._draft = FormDraft(self, observatory, resumed)

    def was_saved(self) -> None:
        if self._draft is not None:
            self._draft.saved()

    def leave(self) -> None:
        """QGIS or the plugin goes: what was typed stays as a draft, and nothing is asked."""
        if self._draft is not None:
            self._draft.keep()
        super().reject()

    def reject(self) -> None:
        """Close; what is on its way to the file is waited for."""
        if not self._saving and (self._draft is None or self._draft.may_close()):
            super().reject()

    def done(self, result: int) -> None:
        self._writer.written.disconnect(self._written)
        self._writer.failed.disconnect(self._refused)
        super().done(result)


class FormDraft(QObject):
    """What is kept of one such dialog."""

    def __init__(self, form, observatory: str, resumed):
        super().__init__(form)
        self._form = form
        self._before = self._last = form.said()
        kind = follow_up_draft.form_of(self._before)
        self._keeper = DraftKeeper(observatory, kind, self._worth_keeping, self)
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        form.finished.connect(self._end)
        if resumed is not None:
            self._before = None
            self._keeper.keep()
            resumed.file.unlink(missing_ok=True)

    def may_close(self) -> bool:
        """Whether the dialog may go: what was typed is given up only after a yes."""
        if self._worth_keeping() is None:
            return True
        if not is_given_up(self._form):
            return False
        self._keeper.forget()
        return True

    def keep(self) -> None:
        self._keeper.keep()

    def saved(self) -> None:
        """What the dialog says from now on is new."""
        self._keeper.forget()
        self._before = self._last = self._form.said()

    def _look(self) -> None:
        said = self._form.said()
        if said != self._last:
            self._last = said
            self._keeper.keep()

    def _worth_keeping(self) -> dict | None:
        said = self._form.said()
        return None if said == self._before else follow_up_draft.values(said)

    def _end(self, _result: int) -> None:
        self._timer.stop()
        self._keeper.end()
