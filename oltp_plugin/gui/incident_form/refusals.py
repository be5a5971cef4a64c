"""The journal tells of what an agreement refused in the form."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from oltp_plugin.gui.background import do
from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.observatory import gate
from oltp_plugin.translation import tr


def note_refusals(path: Path, errors: Iterable[Exception | None]) -> None:
    """A line without values for each that is an agreement's refusal, whatever window is closed."""
    refusals = [each for each in errors if isinstance(each, gate.AgreementError) and each.file]

    def note() -> None:
        with guarded(path):
            for refusal in refusals:
                gate.note(path, refusal)

    if refusals:
        do(tr("Saving an incident"), note, lambda _error: None)
