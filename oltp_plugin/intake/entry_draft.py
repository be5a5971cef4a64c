"""An incident's entry as a draft: personal data masked, a sensitive category without its place."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from .entry import FIELDS, Entry, Known, kept_form

FORM = "incident"


@dataclass(frozen=True)
class EntryDraft:
    """``uuid``: of the record that was being corrected, ``token``: as it was read.

    None and empty: it was a new one.
    """

    entry: Entry
    uuid: str | None
    token: str


def values(draft: EntryDraft, known: Known) -> dict:
    """What is kept of it."""
    entry = asdict(kept_form(draft.entry, known))
    return {"entry": entry, "uuid": draft.uuid, "token": draft.token}


def read(values: dict) -> EntryDraft:
    """A draft's ``values`` again; fields that nobody knows any more are left out."""
    given = {name: own for name, own in values["entry"].items() if name in FIELDS}
    return EntryDraft(Entry(**given), values["uuid"], values["token"])
