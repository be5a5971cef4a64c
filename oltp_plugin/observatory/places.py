"""Places of the town's inventory: cameras, stops, schools, halls; never worship or care."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from . import connection as store
from . import geopackage, journal


@dataclass(frozen=True)
class Place:
    """A place in the observatory's CRS; each date is an interval of ISO days or (None, None)."""

    x: float
    y: float
    name: str
    operator: str | None = None
    in_service: tuple[str | None, str | None] = (None, None)
    out_of_service: tuple[str | None, str | None] = (None, None)


def day_or_year(text: object) -> tuple[str | None, str | None]:
    """A date or a year as an interval of ISO days; a year alone is its first to its last day.

    Raises ObservatoryError ``not_a_date_or_year``.
    """
    from datetime import date, datetime

    if text is None or str(text).strip() in ("", "NULL"):
        return None, None
    written = str(text).strip()
    if written.replace(".0", "").isdigit() and len(written.replace(".0", "")) == 4:
        year = written[:4]
        return f"{year}-01-01", f"{year}-12-31"
    for pattern in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"):
        try:
            day: date = datetime.strptime(written[:10], pattern).date()
        except ValueError:
            continue
        return day.isoformat(), day.isoformat()
    raise ObservatoryError("not_a_date_or_year")


def import_places(path: Path, kind: str, places: Iterable[Place]) -> int:
    """Write the places of one kind; one already there (same kind, name and point) is updated.

    Returns how many were given. Raises ObservatoryError ``unknown_place_kind``, ``no_places``.
    """
    listed = list(places)
    if not listed:
        raise ObservatoryError("no_places")
    with store.writing(path, bulk=True) as connection:
        epsg = connection.execute("SELECT epsg FROM observatory").fetchone()[0]
        _check_kind(connection, kind)
        blobs = geopackage.point_blobs(
            [place.x for place in listed], [place.y for place in listed], epsg
        )
        for place, blob in zip(listed, blobs):
            _write(connection, kind, place, blob)
        geopackage.touch_contents(connection, ("place",))
        journal.record(connection, "import", "place", None)
    return len(listed)


def _check_kind(connection, kind: str) -> None:
    allowed = [
        code for (code,) in connection.execute("SELECT code FROM place_kind WHERE inventory = 1")
    ]
    if kind not in allowed:
        raise ObservatoryError("unknown_place_kind", kind=kind, allowed=", ".join(sorted(allowed)))


def _write(connection, kind: str, place: Place, blob: bytes | None) -> None:
    values = (place.operator, *place.in_service, *place.out_of_service)
    updated = connection.execute(
        "UPDATE place SET operator = ?, in_service_from = ?, in_service_to = ?,"
        " out_of_service_from = ?, out_of_service_to = ? WHERE kind = ? AND name = ? AND geom IS ?",
        (*values, kind, place.name, blob),
    ).rowcount
    if not updated:
        connection.execute(
            "INSERT INTO place (operator, in_service_from, in_service_to, out_of_service_from,"
            " out_of_service_to, kind, name, geom) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, kind, place.name, blob),
        )
