"""An entry that is not saved yet, kept outside the observatory so that a crash does not lose it.

One small file a form, readable by its owner only, in the user's own folder. It goes when the
entry is saved or given up, and after DAYS days. It holds what the observatory would keep of the
entry, and no more: personal data masked, a sensitive category without point and address.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from oltp_plugin.observatory.clock import now

from .entry import FIELDS, Entry, Known, kept_form

DAYS = 7
_SUFFIX = ".draft.json"


@dataclass(frozen=True)
class Draft:
    """``uuid``: of the record that was being corrected, ``token``: as it was read.

    None and empty: it was a new one.
    """

    entry: Entry
    uuid: str | None
    token: str
    saved_at: str
    file: Path


def write(file: Path, entry: Entry, uuid: str | None, token: str, known: Known) -> None:
    """Keep the form's content in ``file``, in one step. Failing to is no reason to stop typing."""
    values = {
        "entry": asdict(kept_form(entry, known)),
        "uuid": uuid,
        "token": token,
        "saved_at": now(),
    }
    half = file.with_suffix(".half")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(values, stream)
        half.replace(file)
    except (OSError, UnicodeEncodeError):
        return


def drafts(folder: Path, observatory: str) -> list[Draft]:
    """The drafts of an observatory (its uuid) in ``folder``, the newest first; old ones go."""
    found = []
    for file in folder.glob(f"{observatory}.*{_SUFFIX}"):
        draft = _read(file)
        if draft is None or draft.saved_at[:10] < _oldest():
            file.unlink(missing_ok=True)
        else:
            found.append(draft)
    return sorted(found, key=lambda each: each.saved_at, reverse=True)


def expire(folder: Path) -> None:
    """Delete the drafts of every observatory that are too old, or cannot be read."""
    for file in folder.glob(f"*{_SUFFIX}"):
        draft = _read(file)
        if draft is None or draft.saved_at[:10] < _oldest():
            file.unlink(missing_ok=True)


def new_file(folder: Path, observatory: str, owner: str) -> Path:
    """Where a form keeps its draft; ``owner``: a word that no other open form has."""
    return folder / f"{observatory}.{owner}{_SUFFIX}"


def _oldest() -> str:
    return (date.fromisoformat(now()[:10]) - timedelta(days=DAYS)).isoformat()


def _read(file: Path) -> Draft | None:
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
        given = {name: own for name, own in values["entry"].items() if name in FIELDS}
        return Draft(Entry(**given), values["uuid"], values["token"], str(values["saved_at"]), file)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
