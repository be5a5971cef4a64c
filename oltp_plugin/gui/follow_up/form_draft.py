"""What is typed about problem places is kept like an incident that is being entered."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QDialog

from oltp_plugin.gui.draft_keeper import PAUSE, DraftKeeper, is_given_up
from oltp_plugin.intake import follow_up_draft


class DraftedDialog(QDialog):
    """A dialog that gives what it says by ``said()``, and closes with it after a question only."""

    _draft: FormDraft | None = None

    def keep_draft(self, observatory: str, resumed=None) -> None:
        """From now on; ``observatory``: its uuid, ``resumed``: the draft that it goes on with."""
        self._draft = FormDraft(self, observatory, resumed)

    def begin_saving(self) -> None:
        if self._draft is not None:
            self._draft.keep()

    def was_saved(self) -> None:
        if self._draft is not None:
            self._draft.saved()

    def leave(self) -> None:
        """QGIS or the plugin goes."""
        if self._draft is not None:
            self._draft.leave()

    def reject(self) -> None:
        if self._draft is None or self._draft.may_close():
            super().reject()


class FormDraft(QObject):
    """What is kept of one such dialog."""

    def __init__(self, form, observatory: str, resumed):
        super().__init__(form)
        self._form = form
        self._asks = True
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
        if not self._asks or self._worth_keeping() is None:
            return True
        if not is_given_up(self._form):
            return False
        self._keeper.forget()
        return True

    def leave(self) -> None:
        """QGIS or the plugin goes: what was typed stays as a draft, and nothing is asked."""
        self._asks = False
        self._keeper.keep()
        self._form.reject()

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
