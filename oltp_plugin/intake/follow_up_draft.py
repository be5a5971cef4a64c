"""Problem places, decisions and observations as drafts: their texts without personal data."""

from __future__ import annotations

import hashlib
from dataclasses import fields, replace

from oltp_plugin.observatory.observations import Observation
from oltp_plugin.observatory.row_changes import Row
from oltp_plugin.observatory.sites import Decision, Followed, Site

from .personal_data import masked

FORMS: dict[str, type] = {"site": Site, "decision": Decision, "observation": Observation}
_TEXTS = {"site": "name", "decision": "what", "observation": "note"}
_NOT_KEPT = ("row", "decisions", "area")


def form_of(said: Site | Decision | Observation) -> str:
    return next(form for form, kind in FORMS.items() if isinstance(said, kind))


def values(said: Site | Decision | Observation) -> dict:
    """What is kept of what a window says."""
    kept = {
        each.name: getattr(said, each.name) for each in fields(said) if each.name not in _NOT_KEPT
    }
    text = _TEXTS[form_of(said)]
    kept[text] = masked(kept[text])
    if kept.get("wkb") is not None:
        kept["wkb"] = kept["wkb"].hex()
    kept["token"] = _token(getattr(said, "row", None))
    return kept


def read(form: str, values: dict, followed: Followed) -> Site | Decision | Observation:
    """A draft's ``values`` again. A row that somebody changed since is not written over."""
    kind = FORMS[form]
    names = {each.name for each in fields(kind)}
    given = {name: value for name, value in values.items() if name in names}
    if given.get("wkb") is not None:
        given["wkb"] = bytes.fromhex(given["wkb"])
    said = kind(**given)
    if form == "observation" or said.fid is None:
        return said
    row = next((each.row for each in _stored(form, followed) if each.fid == said.fid), None)
    # A row that is none holds against no row of the file: the save is then refused.
    return replace(said, row=row if _token(row) == values["token"] else {})


def _stored(form: str, followed: Followed) -> list:
    if form == "site":
        return followed.sites
    return [each for site in followed.sites for each in site.decisions]


def _token(row: Row | None) -> str:
    """Changes with any of a row's values."""
    return hashlib.sha256(repr(sorted((row or {}).items())).encode()).hexdigest()
