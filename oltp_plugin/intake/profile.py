"""A partner's import profile: which column is what, and how it is written."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field
from pathlib import Path

from oltp_plugin.errors import IntakeError

FIELDS = (
    "partner_ref", "occurred_from", "occurred_to", "reported_at", "category", "x", "y", "address",
    "territory", "severity", "count", "place_kind", "known_by",
)  # fmt: skip
REQUIRED = ("occurred_from", "category")
DATES = ("occurred_from", "occurred_to", "reported_at")
DEFAULT_EPSG = 2154
TYPES = (
    "csv",
    "xlsx",
    "xls",
    "ods",
    "geojson",
    "shapefile",
    "gpkg",
    "kml",
    "mapinfo",
    "fgb",
)
_CODE = re.compile("%(.?)", re.DOTALL)
_CODES = "aAbBcdfHIjmMpSuUVwWxXyYzZG%"
_YEARS = "yYcxG"
_SYNONYMS = {
    "tsv": "csv", "txt": "csv", "xlsm": "xlsx", "json": "geojson", "shp": "shapefile",
    "dbf": "shapefile", "geopackage": "gpkg", "kmz": "kml", "tab": "mapinfo", "mif": "mapinfo",
    "flatgeobuf": "fgb",
}  # fmt: skip


@dataclass(frozen=True)
class Mapping:
    """How one observatory field is read from the file's columns.

    ``part`` picks one number of a text that holds several: the one after a key
    (``{'lon': 2.3, 'lat': 48.8}``), or the n-th.
    """

    columns: tuple[str, ...]
    format: str | None = None
    scheme: str | None = None
    values: dict[str, str] | None = None
    default: str | None = None
    scale: float = 1.0
    level: str | None = None
    part: str | int | None = None


@dataclass(frozen=True)
class Profile:
    """A whole profile; None under a format setting means: detect it.

    ``epsg`` None: the layer's own CRS, and EPSG:2154 for columns. ``sheet`` names a spreadsheet's
    sheet or a file's layer. ``geometry``: the file must give each point by its geometry.
    ``period_labels``: what stands above the table beside the first and the last day covered;
    ``nothing_label``: beside the cell that is filled in when nothing happened.
    """

    name: str
    partner: str
    epsg: int | None
    fields: dict[str, Mapping]
    type: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    geometry: bool = False
    area_level: str | None = None
    unique_id: bool = False
    kind: str = "additions"
    period_from_file: bool = True
    period_labels: tuple[str, str] | None = None
    nothing_label: str | None = None
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
    ``profile_choice``, ``profile_crs``, ``format_not_supported``.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise IntakeError("profile_unreadable", name=name) from error
    if not isinstance(document, dict) or not isinstance(document.get("fields"), dict):
        raise IntakeError("profile_unreadable", name=name)
    for needed in ("name", "partner"):
        if not document.get(needed):
            raise IntakeError("profile_lacks", name=name, field=needed)
    layout, delivery, area = (document.get(key) or {} for key in ("format", "delivery", "area"))
    if not all(isinstance(part, dict) for part in (layout, delivery, area)):
        raise IntakeError("profile_unreadable", name=name)
    return Profile(
        name=str(document["name"]),
        partner=str(document["partner"]),
        epsg=_epsg(document["crs"]) if document.get("crs") is not None else None,
        fields=_mappings(document["fields"], name),
        type=_type(layout.get("type")),
        encoding=_text(layout, "encoding", name),
        delimiter=_sign(layout, "delimiter", name),
        decimal=_sign(layout, "decimal", name),
        sheet=_text(layout, "sheet", name),
        header_row=_row(layout, name),
        geometry=document["fields"].get("geometry") is not None,
        area_level=_text(area, "level", name, "area"),
        unique_id=bool(document.get("unique_id", False)),
        kind=_choice(delivery, "kind", ("additions", "complete"), name),
        period_from_file=delivery.get("period", "from_file") == "from_file",
        period_labels=_labels(delivery.get("period"), name),
        nothing_label=_text(document, "nothing_to_report", name),
        update=_choice(document, "update", ("newest", "always", "never"), name),
        version=version,
        definition=text,
    )


def _mappings(fields: dict, name: str) -> dict[str, Mapping]:
    unknown = sorted(set(fields) - set(FIELDS) - {"geometry"})
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
    if not isinstance(columns, list):  # of a text, each letter would be a column
        raise _unfit(name, f"{field_name}.columns", '["A", "B"]')
    return Mapping(
        columns=tuple(str(column) for column in columns),
        format=_format(entry, name, field_name),
        scheme=_text(entry, "scheme", name, field_name),
        values=_values(entry, name, field_name),
        default=_text(entry, "default", name, field_name),
        scale=_scale(entry, name),
        level=_text(entry, "level", name, field_name),
        part=_part(entry, name),
    )


def _format(entry: dict, name: str, field_name: str) -> str | None:
    """strptime's codes, each once, a year among them: ``jj/mm/aaaa`` would refuse every row."""
    value = _text(entry, "format", name, field_name)
    if value is None:
        return None
    codes = _CODE.findall(value)
    known, dated = set(codes) <= set(_CODES), set(codes) & set(_YEARS)
    if not known or not dated or len(codes) > len(set(codes)):
        raise _unfit(name, f"{field_name}.format", "%d/%m/%Y %H:%M, %Y-%m-%d…")
    return value


def _values(entry: dict, name: str, field_name: str) -> dict[str, str] | None:
    value = entry.get("values")
    if value is not None and not (
        isinstance(value, dict) and all(isinstance(code, str) for code in value.values())
    ):
        raise _unfit(name, f"{field_name}.values", '{"A": "B"}')
    return value


def _choice(document: dict, key: str, allowed: tuple[str, ...], name: str) -> str:
    value = document.get(key, allowed[0])
    if value not in allowed:
        raise IntakeError("profile_choice", name=name, field=key, allowed=", ".join(allowed))
    return value


def _epsg(crs: object) -> int:
    authority, _, code = str(crs).partition(":")
    if authority.upper() != "EPSG" or not re.fullmatch("[0-9]{1,9}", code):
        raise IntakeError("profile_crs", crs=crs)
    return int(code)


def _type(text: object) -> str | None:
    if not text:
        return None
    plain = str(text).strip().lower().lstrip(".")
    plain = _SYNONYMS.get(plain, plain)
    if plain not in TYPES:
        raise IntakeError("format_not_supported", type=text, known=", ".join(TYPES))
    return plain


def _text(part: dict, key: str, name: str, whose: str = "format") -> str | None:
    value = part.get(key)
    if value is not None and not isinstance(value, str):
        raise _unfit(name, f"{whose}.{key}", "text")
    return value or None


def _sign(layout: dict, key: str, name: str) -> str | None:
    value = _text(layout, key, name)
    if value is not None and (len(value) != 1 or value in '"\r\n\0'):
        raise _unfit(name, f"format.{key}", "; , . | tab")
    return value


def _labels(period: object, name: str) -> tuple[str, str] | None:
    if not isinstance(period, dict):
        return None
    labels = period.get("from"), period.get("to")
    if not all(isinstance(label, str) and label for label in labels):
        raise _unfit(name, "delivery.period", "from_file, {from, to}")
    return labels  # type: ignore[return-value]


def _row(layout: dict, name: str) -> int | None:
    value = layout.get("header_row")
    if value is not None and (type(value) is not int or not 1 <= value <= 10000):
        raise _unfit(name, "format.header_row", "1…10000")
    return value


def _scale(entry: dict, name: str) -> float:
    value = entry.get("scale", 1)
    if type(value) not in (int, float) or not 0 < abs(value) < math.inf:
        raise _unfit(name, "scale", "0.00001, 1, 1000…")
    return float(value)


def _part(entry: dict, name: str) -> str | int | None:
    value = entry.get("part")
    if value is not None and type(value) is not str and not (type(value) is int and value > 0):
        raise _unfit(name, "part", "lon, lat, 1, 2…")
    return value


def _unfit(name: str, field_name: str, allowed: str) -> IntakeError:
    return IntakeError("profile_choice", name=name, field=field_name, allowed=allowed)
