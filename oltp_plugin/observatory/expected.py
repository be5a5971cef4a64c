"""When a partner's deliveries are expected, so that a missing one can be called late."""

from __future__ import annotations

from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from . import connection as store
from . import geopackage, journal


def expect(path: Path, partner: str, rhythm: str, delivery_day: int | None) -> None:
    """Keep a partner's rhythm and the day of the following month by which a delivery is due.

    Raises ObservatoryError ``unknown_partner``.
    """
    with store.writing(path) as connection:
        row = connection.execute("SELECT fid FROM partner WHERE code = ?", (partner,)).fetchone()
        if row is None:
            raise ObservatoryError("unknown_partner", code=partner)
        connection.execute(
            "UPDATE partner SET rhythm = ?, delivery_day = ? WHERE fid = ?",
            (rhythm, delivery_day, row[0]),
        )
        journal.record(connection, "expect", "partner", row[0])
        geopackage.touch_contents(connection, ("partner",))


def expected(path: Path, partner: str) -> tuple[str | None, int | None]:
    """Its rhythm and day of delivery, None where nothing is said."""
    with store.reading(path) as connection:
        row = connection.execute(
            "SELECT rhythm, delivery_day FROM partner WHERE code = ?", (partner,)
        ).fetchone()
    return (None, None) if row is None else (row[0], row[1])
