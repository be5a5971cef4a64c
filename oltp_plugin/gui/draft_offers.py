"""When an observatory opens: what a QGIS that ended had not saved of it is offered again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from qgis.PyQt.QtCore import QObject

from oltp_plugin.gui import messages
from oltp_plugin.gui.background import Background
from oltp_plugin.gui.draft_keeper import folder, orphans
from oltp_plugin.translation import tr

_MOST = 5  # messages at a time


class DraftOffers(QObject):
    """``resume``: by the draft's form, what goes on with it; once each time that a file opens."""

    def __init__(self, current, iface, resume: Mapping[str, Callable]):
        super().__init__(current)
        self._current, self._iface, self._resume = current, iface, resume
        self._path: Path | None = None
        self._offered: list = []  # messages about drafts of that file
        self._looking = Background(lambda _error: None, self)
        current.changed.connect(self._look)

    def end(self) -> None:
        """The plugin goes."""
        self._take_away()

    def _look(self) -> None:
        path, info = self._current.path, self._current.info
        if path == self._path:
            return
        self._path = path
        self._take_away()  # a draft goes on in the file that it was of
        if path is None or not any(folder().glob("*.draft.json")):
            return

        def look():
            from oltp_plugin.intake import drafts

            drafts.expire(folder())
            return orphans(info.uuid)

        self._looking.run(tr("Reading the lists"), look, self._offer)

    def _offer(self, drafts: list) -> None:
        known = [draft for draft in drafts if draft.form in self._resume]
        for draft in reversed(known[:_MOST]):  # the last message is on top
            when = draft.saved_at.replace("T", " ")[:16]
            self._offered.append(
                messages.offer(
                    self._iface.messageBar(),
                    _words()[draft.form].format(when=when),
                    tr("Go on with it…"),
                    lambda draft=draft: self._go_on(draft),
                )
            )

    def _go_on(self, draft) -> None:
        if draft.file.exists():
            self._resume[draft.form](draft)
        else:
            messages.show_error(
                self._iface.messageBar(),
                tr("Another QGIS window has gone on with it meanwhile, or given it up."),
            )

    def _take_away(self) -> None:
        self._looking.forget()
        for message in self._offered:
            messages.take_away(self._iface.messageBar(), message)
        self._offered = []


def _words() -> dict[str, str]:
    return {
        "incident": tr("An incident that was being entered ({when}) was not saved."),
        "site": tr("A problem place that was being entered ({when}) was not saved."),
        "decision": tr("A decision that was being entered ({when}) was not saved."),
        "observation": tr("An observation that was being entered ({when}) was not saved."),
    }
