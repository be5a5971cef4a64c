"""A profile's JSON, from what the analyst settled in the dialog."""

from __future__ import annotations

import json
from collections.abc import Sequence

from .layout import Layout
from .profile import parse
from .proposed import Proposal


def build(
    name: str,
    partner: str,
    layout: Layout,
    proposals: Sequence[Proposal],
    *,
    epsg: int | None = None,
    words: dict[str, dict[str, str]] | None = None,
    defaults: dict[str, str] | None = None,
    area_level: str | None = None,
    kind: str = "additions",
    former: dict | None = None,
) -> str:
    """The profile as JSON.

    ``proposals``: as settled, each with one format. ``words``: field -> the partner's word -> the
    town's code; ``defaults``: field -> code of all other words. Of the layout only what the
    analyst corrected is written, and what a next file may not show: type, decimal mark, sheet.
    ``former``: the profile that was in use; what is not asked stays as it says: where the period
    stands, what declares that nothing happened, what updates. Raises IntakeError as
    ``profile.parse`` does.
    """
    former = former or {}
    document: dict = {"name": name, "partner": partner, "format": _format(layout, former)}
    if epsg is not None:
        document["crs"] = f"EPSG:{epsg}"
    if area_level:
        document["area"] = {"level": area_level}
    document["fields"] = {
        each.field: _entry(each, (words or {}).get(each.field), (defaults or {}).get(each.field))
        for each in proposals
    }
    ids = [each for each in proposals if each.field == "partner_ref"]
    document["unique_id"] = bool(ids and ids[0].unique)
    period = (former.get("delivery") or {}).get("period", "from_file")
    document["delivery"] = {"kind": kind, "period": period}
    if former.get("nothing_to_report"):
        document["nothing_to_report"] = former["nothing_to_report"]
    document["update"] = former.get("update", "newest")
    text = json.dumps(document, ensure_ascii=False, indent=2)
    parse(text, name)
    return text


def _format(layout: Layout, former: dict) -> dict:
    corrected = {"encoding", "delimiter", "header_row", "sheet"} & set(layout.chosen)
    if layout.type in ("csv", "xlsx", "xls", "ods"):
        corrected.add("decimal")
    else:
        corrected -= {"delimiter", "header_row"}
    settled = former and not former.get("starting_point")
    if len(layout.sheets) > 1 and not settled:  # then it takes any sheet that has its columns
        corrected.add("sheet")
    found = {key: getattr(layout, key) for key in sorted(corrected)}
    return {"type": layout.type, **{key: value for key, value in found.items() if value}}


def _entry(each: Proposal, values: dict[str, str] | None, default: str | None) -> dict:
    if each.field == "geometry":
        return {}
    entry: dict = (
        {"column": each.columns[0]} if len(each.columns) == 1 else {"columns": list(each.columns)}
    )
    optional = {
        "format": each.format, "scheme": each.scheme, "level": each.level, "part": each.part,
        "values": values, "default": default,
    }  # fmt: skip
    entry.update({key: value for key, value in optional.items() if value})
    if each.scale != 1:
        entry["scale"] = each.scale
    return entry
