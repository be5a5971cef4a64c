"""The journal tells of what an agreement refused in the form."""

from __future__ import annotations

from pathlib import Path

from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.observatory import gate


def note_refusal(path: Path, refusal: gate.AgreementError) -> None:
    """A line without values; to be called away from the main thread."""
    with guarded(path):
        gate.note(path, refusal)
