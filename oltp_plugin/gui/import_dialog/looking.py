"""A look into the partner's file, away from the main thread: intake/proposal.py put in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from oltp_plugin.gui.import_dialog.choices import Choices
from oltp_plugin.gui.import_dialog.columns_step import Guess, columns_of, titles
from oltp_plugin.gui.import_dialog.words_step import Word, WordList
from oltp_plugin.intake import mapping, proposal, town
from oltp_plugin.intake.profile import Mapping, Profile, parse
from oltp_plugin.observatory.connection import reading
from oltp_plugin.observatory.schema import KNOWN_BY
from oltp_plugin.translation import tr

_POINTS = 500  # on the small map
_SURE, _LIKELY = 0.85, 0.6


@dataclass
class Look:
    """What the window shows of a file.

    ``profile``: the JSON document in use ({}: a new one). ``remarks``: what to look at.
    ``unique``: the columns whose cells, joined, name each row.
    """

    sample: proposal.FileSample
    town: town.Town
    guesses: dict[str, Guess]
    crs: str
    crs_reason: str
    profile: dict
    remarks: tuple[str, ...]
    unique: tuple[str, ...]

    def examples(self) -> dict[str, str]:
        """The first filled cell of each column."""
        texts = self.sample.texts
        return {name: next((cell for cell in texts[name] if cell), "") for name in texts}

    def formats(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """How these columns write a date: the formats that fit, none where it cannot be told."""
        found = proposal.dates(self.sample, columns)
        if found is None:
            return ()
        return (found.format,) if found.format else found.choices

    def points(self, fields: dict) -> list[tuple[float, float]]:
        """Coordinates of the first rows, as the chosen columns give them."""
        if "x" not in fields or "y" not in fields:
            return []
        axes = [
            proposal.numbers(self.sample, _settled(axis, fields[axis]))[:_POINTS]
            * float(fields[axis].get("scale", 1))
            for axis in ("x", "y")
        ]
        return [(x, y) for x, y in zip(*axes) if x == x and y == y and (x or y)]


def look(path: Path, corrections: dict, choices: Choices, definition: str | None) -> Look:
    """A look by the profile ``definition`` (JSON; empty: a new one; None: the one that fits).

    Raises IntakeError as ``proposal.sample`` does.
    """
    with reading(choices.path) as connection:
        lists = town.load(connection)
    sample = proposal.sample(path, corrections)
    found = proposal.propose(sample, lists)
    fitting, remarks = _fitting(sample, found, choices, definition)
    document = json.loads(fitting) if fitting else {}
    if document.get("format"):
        sample = proposal.sample(path, {**document["format"], **corrections})
        found = proposal.propose(sample, lists)
    by_field = {each.field: each for each in found}
    guesses = {name: _guess(each) for name, each in by_field.items() if _usable(each, lists)}
    crs, reason = _system(sample, by_field, lists, choices.epsg)
    unique: tuple[str, ...] = ()
    if "partner_ref" in by_field and by_field["partner_ref"].unique:
        unique = by_field["partner_ref"].columns
    if document:
        guesses = _of_profile(document, sample.columns)
        crs, reason = document.get("crs") or crs, tr("As in the profile.")
    return Look(sample, lists, guesses, crs, reason, document, remarks, unique)


def find_words(look: Look, fields: dict, choices: Choices) -> list[WordList]:
    """The words of the chosen columns in the whole file, the commonest first."""
    lists = []
    listed = {
        "category": choices.categories,
        "place_kind": choices.place_kinds,
        "known_by": known_by(),
    }
    for name, options in listed.items():
        if name in fields:
            days = columns_of(fields.get("occurred_from", {}))
            found = _words(look, name, fields[name], days)
            refuses = name == "category" and not fields[name].get("default")
            lists.append(WordList(name, titles()[name], options, refuses, found))
    return lists


def document(
    look: Look,
    fields: dict,
    words: list[WordList],
    crs: str,
    area_level: str | None,
    name: str,
    partner: str,
    kind: str,
) -> str:
    """The profile's JSON: what the window says, and of the profile in use what it does not ask.

    Raises IntakeError as ``proposal.build`` does.
    """
    settled = [_settled(each, entry, look) for each, entry in fields.items()]
    return proposal.build(
        name,
        partner,
        look.sample.layout,
        settled,
        epsg=int(crs[5:]) if crs.startswith("EPSG:") else None,
        words={each.field: _values(each, fields.get(each.field, {}), look) for each in words},
        defaults={each: entry["default"] for each, entry in fields.items() if "default" in entry},
        area_level=area_level,
        kind=kind,
        former=look.profile,
    )


def known_by() -> list[tuple[str, str]]:
    """How a fact came to be known, with its code."""
    return [
        ("victim", tr("Victim")),
        ("witness", tr("Witness")),
        ("staff", tr("Staff")),
        ("patrol", tr("Patrol")),
        ("cctv", tr("Video surveillance")),
        ("inspection", tr("Inspection")),
        ("unknown", tr("Unknown")),
    ]


def _fitting(
    sample, found: Sequence[proposal.Proposal], choices: Choices, definition: str | None
) -> tuple[str, tuple[str, ...]]:
    """The profile to use (JSON, empty: none), repaired for this file, and what was repaired."""
    if definition == "":
        return "", ()
    profiles: list[Profile]
    if definition is None:
        profiles = [parse(text, name) for name, text in choices.profiles.items()]
    else:
        profiles = [parse(definition, tr("Profile"))]
    profile, differences = proposal.recognise(sample, profiles, found)
    if profile is None:
        remark = tr("The file has hardly any of this profile's columns: all are proposed anew.")
        return "", () if definition is None else (remark,)
    remarks = tuple(_changed(each) for each in differences)
    others = ", ".join(each.name for each in proposal.rivals(sample, profiles, profile))
    if others:
        text = tr(
            "The file fits “{others}” as well as “{profile}”: choose the profile of its partner."
        )
        remarks = (text.format(others=others, profile=profile.name), *remarks)
    text = proposal.repair(profile, differences) if differences else profile.definition
    if not proposal.lacks_sheet(sample, profile):
        return text, remarks
    remark = tr("The sheet “{sheet}” has gone: “{found}” is read.")
    remark = remark.format(sheet=profile.sheet, found=sample.layout.sheet)
    return proposal.without_sheet(text), (*remarks, remark)


def _changed(each: proposal.Difference) -> str:
    field = ", ".join(titles().get(name, name) for name in each.fields)
    if each.replacement is None:
        text = tr("The column “{column}” has gone: please look at “{field}”.")
    else:
        text = tr("The column “{column}” has gone: “{field}” is now read from “{replacement}”.")
    return text.format(column=each.column, field=field, replacement=each.replacement)


def _of_profile(document: dict, columns: list[str]) -> dict[str, Guess]:
    guesses = {}
    for name, entry in document["fields"].items():
        own = tuple(" ".join(column.split()) for column in columns_of(entry))
        if own and set(own) <= set(columns):
            asked = ("column", "columns", "format", "values")
            further = {key: value for key, value in entry.items() if key not in asked}
            formats = (entry["format"],) if entry.get("format") else ()
            guesses[name] = Guess(own, formats, tr("known"), tr("as in the profile"), further)
    return guesses


def _system(sample, found: dict, lists: town.Town, epsg: int) -> tuple[str, str]:
    """The likeliest coordinate system, and why."""
    if sample.layout.geometry and sample.layout.epsg:
        return f"EPSG:{sample.layout.epsg}", tr("As the file says.")
    if "x" not in found or "y" not in found:
        return f"EPSG:{epsg}", ""
    systems = proposal.systems(sample, found["x"], found["y"], lists)
    if not systems:
        return f"EPSG:{epsg}", tr("None fits these numbers: please choose.")
    best = systems[0]
    if best.why == "town":
        return f"EPSG:{best.epsg}", tr("In this one the points fall in the town.")
    return f"EPSG:{best.epsg}", tr("Only the size of the numbers fits: please check on the map.")


def _usable(each: proposal.Proposal, lists: town.Town) -> bool:
    """An area without a point needs the town's areas of its level; without them it is left out."""
    return each.field != "territory" or (each.level or "quartier") in lists.areas


def _guess(each: proposal.Proposal) -> Guess:
    entry = {"scheme": each.scheme, "level": each.level, "part": each.part}
    further = {name: value for name, value in entry.items() if value is not None}
    if each.scale != 1:
        further["scale"] = each.scale
    formats = (each.format,) if each.format else each.ambiguous
    return Guess(each.columns, formats, *_confidence(each), further)


def _confidence(each: proposal.Proposal) -> tuple[str, str]:
    """How sure a proposal is, in a word, and why."""
    if each.ambiguous:
        sure = tr("please choose")
    elif each.confidence >= _SURE:
        sure = tr("sure")
    elif each.confidence >= _LIKELY:
        sure = tr("likely")
    else:
        sure = tr("please check")
    reasons = {
        "name": tr("by its name"),
        "contents": tr("by its contents"),
        "name_and_contents": tr("by its name and contents"),
        "pair": tr("day and hour"),
        "parts": tr("year, month and day"),
        "only_date": tr("the only date"),
        "index": tr("numbers of état 4001"),
        "composite": tr("unique together"),
        "repeats": tr("some stand twice"),
        "few_repeat": tr("a few stand twice and will be refused"),
    }
    return sure, reasons.get(each.why, "")


def _settled(name: str, entry: dict, look: Look | None = None) -> proposal.Proposal:
    """A field as the window says it, as ``proposal.build`` takes it."""
    columns = columns_of(entry)
    unique = False
    if look is not None and name == "partner_ref":
        known = columns_of(_former(look, name))
        declared = bool(look.profile.get("unique_id")) and columns == known
        unique = declared or columns == look.unique
    return proposal.Proposal(
        name,
        columns,
        1.0,
        "chosen",
        format=entry.get("format"),
        scheme=entry.get("scheme"),
        level=entry.get("level"),
        scale=float(entry.get("scale", 1)),
        part=entry.get("part"),
        unique=unique,
    )


def _words(look: Look, name: str, entry: dict, days: tuple[str, ...]) -> list[Word]:
    """The words of one field in rows of a day; what the profile in use says of them goes first."""
    field = Mapping(columns_of(entry), scheme=entry.get("scheme"))
    if name == "category":
        found = proposal.words(look.sample, field, look.town, days)
    else:
        found = proposal.place_words(look.sample, field, look.town, days)
    if name == "known_by":
        own = {mapping.folded(word): word for word in KNOWN_BY}
        codes = [own.get(mapping.folded(each.word)) for each in found]
        found = [
            proposal.Word(each.word, each.count, code, "code" if code else "")
            for each, code in zip(found, codes)
        ]
    compared = _compared(name, field.scheme)
    known = _former(look, name).get("values") or {}
    values = {compared(word): code for word, code in known.items()}
    reasons = {
        "code": tr("the town's own code"),
        "label": tr("the town's own words"),
        "index": tr("number of état 4001"),
        "index_label": tr("words of état 4001"),
    }
    return [
        Word(each.word, each.count, values[compared(each.word)], tr("as in the profile"), True)
        if compared(each.word) in values
        else Word(each.word, each.count, each.category, reasons.get(each.why, ""))
        for each in found
    ]


def _values(words: WordList, entry: dict, look: Look) -> dict[str, str]:
    """The profile's ``values``; with a scheme, only what differs from it.

    Words that this file lacks stay as an earlier one settled them; a starting point's are guesses.
    """
    scheme, former = entry.get("scheme"), _former(look, words.field)
    settled = not look.profile.get("starting_point") and columns_of(former) == columns_of(entry)
    values = dict(former.get("values") or {}) if settled else {}
    compared = _compared(words.field, scheme)
    written = {compared(word): word for word in values}
    for word in words.words:
        key = compared(word.text) if scheme else word.text
        key = written.get(compared(word.text), key)
        if word.code and (word.chosen or not scheme):
            values[key] = word.code
        else:
            values.pop(key, None)
    return values


def _compared(name: str, scheme: str | None) -> Callable[[str], str]:
    """What of a word the import compares with the profile's."""
    if name != "category":
        return mapping.folded
    return mapping.index_number if scheme else str


def _former(look: Look, field: str) -> dict:
    """The entry of a field in the profile in use; empty where it has none."""
    return (look.profile.get("fields") or {}).get(field) or {}
