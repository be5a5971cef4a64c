"""What a window held that is not saved yet, kept outside the observatory: a crash does not lose it.

One small file a window, readable by its owner only, in the user's own folder. It goes when its
window saves or gives it up, and after DAYS days. It holds what the observatory would keep, and no
more: each window takes personal data out before it writes.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from oltp_plugin.observatory.clock import now

DAYS = 7
_SUFFIX = ".draft.json"


@dataclass(frozen=True)
class Draft:
    """``form``: the kind of window; ``values``: what it said, as plain JSON."""

    form: str
    values: dict
    saved_at: str
    file: Path


def write(file: Path, form: str, values: dict) -> None:
    """Keep ``values`` in ``file``, in one step. Failing to is no reason to stop typing."""
    half = file.with_suffix(".half")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump({"form": form, "values": values, "saved_at": now()}, stream)
        half.replace(file)
    except (OSError, UnicodeEncodeError):
        _delete(half)


def drafts(folder: Path, observatory: str) -> list[Draft]:
    """The drafts of an observatory (its uuid) in ``folder``, the newest first; old ones go."""
    found = _fresh(folder, f"{observatory}.*{_SUFFIX}")
    return sorted(found, key=lambda each: each.saved_at, reverse=True)


def expire(folder: Path) -> None:
    """Delete the drafts of every observatory that are too old, or cannot be read."""
    _fresh(folder, f"*{_SUFFIX}")
    for half in folder.glob("*.draft.half"):  # begun by a process that was killed
        _delete(half)


def new_file(folder: Path, observatory: str, owner: str) -> Path:
    """Where a window keeps its draft; ``owner``: a word that no other open window has."""
    return folder / f"{observatory}.{owner}{_SUFFIX}"


def _fresh(folder: Path, pattern: str) -> list[Draft]:
    oldest = (date.fromisoformat(now()[:10]) - timedelta(days=DAYS)).isoformat()
    found = []
    for file in folder.glob(pattern):
        draft = _read(file)
        if draft is None or draft.saved_at[:10] < oldest:
            _delete(file)
        else:
            found.append(draft)
    return found


def _delete(file: Path) -> None:
    with contextlib.suppress(OSError):  # another window may have been faster
        file.unlink()


def _read(file: Path) -> Draft | None:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return Draft(str(told["form"]), dict(told["values"]), str(told["saved_at"]), file)
    except (OSError, ValueError, KeyError, TypeError):
        return None
