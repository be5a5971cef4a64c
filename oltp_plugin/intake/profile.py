"""A partner's import profile: which column is what, and how it is written."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from oltp_plugin.errors import IntakeError

FIELDS = (
    "partner_ref", "occurred_from", "occurred_to", "reported_at", "category", "x", "y", "address",
    "territory", "severity", "count", "place_kind", "known_by",
)  # fmt: skip
REQUIRED = ("occurred_from", "category")
DATES = ("occurred_from", "occurred_to", "reported_at")


@dataclass(frozen=True)
class Mapping:
    """How one observatory field is read from the file's columns."""

    columns: tuple[str, ...]
    format: str | None = None
    scheme: str | None = None
    values: dict[str, str] | None = None
    default: str | None = None
    scale: float = 1.0
    level: str | None = None


@dataclass(frozen=True)
class Profile:
    """A whole profile; None under a format setting means: detect it."""

    name: str
    partner: str
    epsg: int
    fields: dict[str, Mapping]
    type: str = "csv"
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    header_row: int = 1
    area_level: str | None = None
    unique_id: bool = False
    kind: str = "additions"
    period_from_file: bool = True
    update: str = "newest"
    version: int | None = None
    definition: str = field(default="", compare=False)

    def columns(self) -> list[str]:
        """Every column that the profile names, once each, in the profile's order."""
        named = (column for mapping in self.fields.values() for column in mapping.columns)
        return list(dict.fromkeys(named))


def read_profile(path: Path) -> Profile:
    """The profile in a JSON file; raises IntakeError as ``parse`` does."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise IntakeError("profile_unreadable", name=path.name) from error
    return parse(text, path.name)


def parse(text: str, name: str, version: int | None = None) -> Profile:
    """A profile from JSON.

    Raises IntakeError ``profile_unreadable``, ``profile_lacks``, ``profile_field_unknown``,
    ``profile_choice``, ``profile_crs``.
    """
    try:
        document = json.loads(text)
    except ValueError as error:
        raise IntakeError("profile_unreadable", name=name) from error
    if not isinstance(document, dict) or not isinstance(document.get("fields"), dict):
        raise IntakeError("profile_unreadable", name=name)
    for needed in ("name", "partner"):
        if not document.get(needed):
            raise IntakeError("profile_lacks", name=name, field=needed)
    layout = document.get("format") or {}
    delivery = document.get("delivery") or {}
    return Profile(
        name=str(document["name"]),
        partner=str(document["partner"]),
        epsg=_epsg(document.get("crs", "EPSG:2154")),
        fields=_mappings(document["fields"], name),
        type=str(layout.get("type") or "csv"),
        encoding=layout.get("encoding"),
        delimiter=layout.get("delimiter"),
        decimal=layout.get("decimal"),
        header_row=int(layout.get("header_row") or 1),
        area_level=(document.get("area") or {}).get("level"),
        unique_id=bool(document.get("unique_id", False)),
        kind=_choice(delivery, "kind", ("additions", "complete"), name),
        period_from_file=delivery.get("period", "from_file") == "from_file",
        update=_choice(document, "update", ("newest", "always", "never"), name),
        version=version,
        definition=text,
    )


def _mappings(fields: dict, name: str) -> dict[str, Mapping]:
    unknown = sorted(set(fields) - set(FIELDS))
    if unknown:
        raise IntakeError(
            "profile_field_unknown", name=name, field=unknown[0], known=", ".join(FIELDS)
        )
    for needed in REQUIRED:
        if needed not in fields:
            raise IntakeError("profile_lacks", name=name, field=needed)
    for one, other in (("x", "y"), ("y", "x")):
        if one in fields and other not in fields:
            raise IntakeError("profile_lacks", name=name, field=other)
    mappings = {each: _mapping(fields[each], each, name) for each in FIELDS if each in fields}
    for each in DATES:
        if each in mappings and not mappings[each].format:
            raise IntakeError("profile_lacks", name=name, field=f"{each}.format")
    return mappings


def _mapping(entry: dict, field_name: str, name: str) -> Mapping:
    if not isinstance(entry, dict):
        raise IntakeError("profile_unreadable", name=name)
    columns = entry.get("columns") or ([entry["column"]] if entry.get("column") else [])
    if not columns:
        raise IntakeError("profile_lacks", name=name, field=f"{field_name}.column")
    return Mapping(
        columns=tuple(str(column) for column in columns),
        format=entry.get("format"),
        scheme=entry.get("scheme"),
        values=entry.get("values"),
        default=entry.get("default"),
        scale=float(entry.get("scale", 1)),
        level=entry.get("level"),
    )


def _choice(document: dict, key: str, allowed: tuple[str, ...], name: str) -> str:
    value = document.get(key, allowed[0])
    if value not in allowed:
        raise IntakeError("profile_choice", name=name, field=key, allowed=", ".join(allowed))
    return value


def _epsg(crs: object) -> int:
    authority, _, code = str(crs).partition(":")
    if authority.upper() != "EPSG" or not code.isdigit():
        raise IntakeError("profile_crs", crs=crs)
    return int(code)
