"""Which profile a file was made for, and what has changed in its header since."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from . import column_names
from .profile import Profile, parse
from .proposed import Proposal
from .sampling import FileSample

_MOST = 0.6  # of a profile's columns: the header may have changed
_MOST_OF_STARTER = 0.8  # whose columns are guesses with common names
_ALIKE = 0.7


@dataclass(frozen=True)
class Difference:
    """A column that the profile names and the file has not.

    ``fields``: what it was read for. ``replacement``: the column that seems to stand for it now,
    None where none does. ``why``: ``spelling`` (case, accents or spaces), ``name`` (much alike),
    ``field`` (proposed for the same field); empty without a replacement.
    """

    column: str
    fields: tuple[str, ...]
    replacement: str | None
    why: str = ""


class Recognition(NamedTuple):
    """The profile that fits (None: none does) and what is missing; empty: it fits as it is."""

    profile: Profile | None
    differences: tuple[Difference, ...]


def recognise(
    sample: FileSample, profiles: Sequence[Profile], proposals: Sequence[Proposal] = ()
) -> Recognition:
    """The profile of which all columns are in the file, else the one of which most are.

    Of several that fit, the one whose sheet is there, then the one that names most columns; a
    town's own before a starter. For a file of another type than the profile's, what it says of
    the format is left out. ``proposals`` for the same file help to find what replaces a missing
    column.
    """
    ranked = _ranked(sample, profiles)
    if not ranked:
        return Recognition(None, ())
    _, found = max(ranked, key=lambda each: each[0])
    if found.type not in (None, sample.layout.type):
        found = _without_format(found)
    return Recognition(found, _differences(sample, found, proposals))


def rivals(sample: FileSample, profiles: Sequence[Profile], found: Profile) -> list[Profile]:
    """Profiles of other partners that fit the file as well as the one that was found."""
    ranked = _ranked(sample, profiles)
    best = max((rank for rank, _ in ranked), default=None)
    return [each for rank, each in ranked if rank == best and each.partner != found.partner]


def _ranked(sample: FileSample, profiles: Sequence[Profile]) -> list[tuple[tuple, Profile]]:
    """The profiles that may be the file's; the greatest rank fits best."""
    present = {_plain(column) for column in sample.columns}
    ranked = []
    for each in profiles:
        if each.geometry and not sample.layout.geometry:
            continue
        columns = [_plain(column) for column in each.columns()]
        share = sum(column in present for column in columns) / max(1, len(columns))
        starter = is_starter(each)
        least = _MOST_OF_STARTER if starter else _MOST
        if not columns or share < least or (share < 1 and len(columns) < 3):
            continue
        named = _has_sheet(sample, each) - lacks_sheet(sample, each)
        rank = (share == 1, share if share < 1 else 0, named, len(columns), not starter)
        ranked.append((rank, each))
    return ranked


def repair(profile: Profile, differences: Sequence[Difference]) -> str:
    """The profile's JSON with each missing column replaced; a field that lost all is left out.

    Fields that a profile cannot do without stay, so that the analyst is told.
    """
    replaced = {each.column: each.replacement for each in differences}
    document = json.loads(profile.definition)
    for name, entry in list(document["fields"].items()):
        if not isinstance(entry, dict):
            continue
        columns = entry.get("columns") or ([entry["column"]] if entry.get("column") else [])
        kept = [replaced.get(column, column) for column in columns]
        kept = [column for column in kept if column]
        if kept == columns:
            continue
        if not kept or (len(kept) < len(columns) and entry.get("format")):
            if name not in ("occurred_from", "category"):
                del document["fields"][name]
            continue
        entry.pop("column", None)
        entry.pop("columns", None)
        entry.update({"column": kept[0]} if len(kept) == 1 else {"columns": kept})
    for one, other in (("x", "y"), ("y", "x")):
        if one not in document["fields"]:
            document["fields"].pop(other, None)
    return json.dumps(document, ensure_ascii=False, indent=2)


def is_starter(profile: Profile) -> bool:
    """Whether a profile is one that the plugin brings, to be edited first."""
    try:
        return bool(json.loads(profile.definition).get("starting_point"))
    except ValueError:
        return False


def lacks_sheet(sample: FileSample, profile: Profile) -> bool:
    """Whether the profile names a sheet that the file has not: some are called by their month."""
    return bool(profile.sheet and sample.layout.sheets) and not _has_sheet(sample, profile)


def without_sheet(text: str) -> str:
    """A profile's JSON that takes any sheet that has its columns."""
    document = json.loads(text)
    del document["format"]["sheet"]
    return json.dumps(document, ensure_ascii=False, indent=2)


def _has_sheet(sample: FileSample, profile: Profile) -> bool:
    sheets = {sheet.strip().casefold() for sheet in sample.layout.sheets}
    return profile.sheet is not None and profile.sheet.strip().casefold() in sheets


def _without_format(profile: Profile) -> Profile:
    document = json.loads(profile.definition)
    document.pop("format", None)
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return parse(text, profile.name, profile.version)


def _differences(
    sample: FileSample, profile: Profile, proposals: Sequence[Proposal]
) -> tuple[Difference, ...]:
    present = {_plain(column) for column in sample.columns}
    named = [column for column in profile.columns() if _plain(column) not in present]
    used = {_plain(column) for column in profile.columns()}
    free = [column for column in sample.columns if _plain(column) not in used]
    found = []
    for column in named:
        fields = tuple(name for name, m in profile.fields.items() if column in m.columns)
        replacement, why = _replacement(column, fields, free, profile, proposals)
        if replacement:
            free.remove(replacement)
        found.append(Difference(column, fields, replacement, why))
    return tuple(found)


def _replacement(
    column: str,
    fields: tuple[str, ...],
    free: list[str],
    profile: Profile,
    proposals: Sequence[Proposal],
) -> tuple[str | None, str]:
    """A free column that stands for a missing one, and why."""
    plain = column_names.plain(column)
    for each in free:
        if column_names.plain(each) == plain:
            return each, "spelling"

    def likeness(each: str) -> float:
        return SequenceMatcher(None, plain, column_names.plain(each)).ratio()

    nearest = max(free, key=likeness, default=None)
    if nearest is not None and likeness(nearest) >= _ALIKE:
        return nearest, "name"
    for proposal in proposals:
        if proposal.field not in fields:
            continue
        place = profile.fields[proposal.field].columns.index(column)
        if place < len(proposal.columns) and proposal.columns[place] in free:
            return proposal.columns[place], "field"
    return None, ""


def _plain(column: str) -> str:
    return " ".join(column.split())
