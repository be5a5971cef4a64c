"""Qualitative observations: meetings, walks, what was seen; never counted as incidents.

Each is tied to a point, a place of the inventory or a territory, says who observed and how
reliable that is, and is kept for its own time; a purge deletes it afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from . import connection as store
from . import geopackage, row_changes
from .guards import KEEP_MONTHS, TEXT_LENGTH
from .row_changes import RowChange

KINDS = ("meeting", "walk", "field")


@dataclass(frozen=True)
class Observation:
    """``x``, ``y``: in the observatory's CRS, or None; ``place``: its row; ``territory``: a code,
    of ``territory_level``. ``reliability``: 1 (certain) to 4 (hearsay). ``keep_until``: ISO day,
    None for KEEP_MONTHS from today."""

    note: str
    observed_at: str
    kind: str = "meeting"
    theme: str | None = None
    institution: str | None = None
    reliability: int | None = None
    x: float | None = None
    y: float | None = None
    place: int | None = None
    territory: str | None = None
    territory_level: str | None = None
    keep_until: str | None = None


def save(path: Path, observation: Observation, mask: Callable[[str], str]) -> RowChange:
    """Write a new one, its note without personal data (``mask``: personal_data.masked).

    Raises ObservatoryError ``note_without_text``, ``note_too_long``, ``note_without_place``,
    ``refused_by_file``.
    """
    note = mask(observation.note.strip())
    if not note:
        raise ObservatoryError("note_without_text")
    if len(note) > TEXT_LENGTH:
        raise ObservatoryError("note_too_long", n=len(note), most=TEXT_LENGTH)
    if observation.x is None and observation.place is None and not observation.territory:
        raise ObservatoryError("note_without_place")
    with store.writing(path) as connection:
        values: dict[str, object] = {
            name: getattr(observation, name)
            for name in (
                "observed_at", "kind", "theme", "institution", "reliability", "place",
                "territory", "territory_level", "keep_until",
            )
        }  # fmt: skip
        values.update(note=note, geom=_geom(connection, observation))
        return row_changes.write(connection, "observation", None, values)


def delete(path: Path, fid: int, note: str) -> RowChange:
    """Delete the one that says ``note``.

    Raises ObservatoryError ``row_gone``, ``changed_meanwhile`` where it says something else now.
    """
    with store.reading(path) as connection:
        row = row_changes.row_of(connection, "observation", fid)
    if row is not None and row["note"] != note:
        raise ObservatoryError("changed_meanwhile")
    return row_changes.remove(path, "observation", fid, row)


def _geom(connection, observation: Observation) -> bytes | None:
    """Its own point, else that of its place, so that the map shows it."""
    if observation.x is not None and observation.y is not None:
        (epsg,) = connection.execute("SELECT epsg FROM observatory").fetchone()
        return geopackage.point_blobs([observation.x], [observation.y], epsg)[0]
    if observation.place is not None:
        row = connection.execute(
            "SELECT geom FROM place WHERE fid = ?", (observation.place,)
        ).fetchone()
        return row[0] if row else None
    return None


def kept_until(today: date, months: int = KEEP_MONTHS) -> str:
    """The ISO day until which a note of ``today`` is kept; a month's end stays one."""
    number = 12 * today.year + today.month - 1 + months
    year, month = number // 12, number % 12 + 1
    for day in range(today.day, 27, -1):
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            continue
    return date(year, month, today.day).isoformat()
