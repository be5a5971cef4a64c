"""The town's own address points, so that an address is located without asking any service."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np

from oltp_plugin.errors import ObservatoryError

from . import connection as store
from . import geopackage, journal, rtree


class Address(NamedTuple):
    """An address point in the observatory's CRS.

    ``number`` None: a street or place name without numbers. ``locality``: a former commune, or
    what else tells two streets of one name in one commune apart.
    """

    x: float
    y: float
    street: str
    number: int | None = None
    suffix: str | None = None
    ban_id: str | None = None
    locality: str | None = None
    postcode: str | None = None
    commune: str | None = None


def import_addresses(path: Path, addresses: Iterable[Address]) -> int:
    """Write the address points in place of those that are there; returns how many.

    One without a street or a point is left out. Raises ObservatoryError ``no_addresses``.
    """
    kept = [each for each in addresses if each.street and math.isfinite(each.x + each.y)]
    if not kept:
        raise ObservatoryError("no_addresses")
    fids = range(1, len(kept) + 1)
    with store.writing(path, bulk=True) as connection:
        epsg = connection.execute("SELECT epsg FROM observatory").fetchone()[0]
        x_of, y_of = [each.x for each in kept], [each.y for each in kept]
        blobs = geopackage.point_blobs(x_of, y_of, epsg)
        connection.execute("DELETE FROM address")
        with geopackage.in_bulk(connection, "address", "INSERT"):
            connection.executemany(
                "INSERT INTO address (fid, geom, street, number, suffix, ban_id, locality,"
                " postcode, commune) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ((fid, blob, *each[2:]) for fid, blob, each in zip(fids, blobs, kept)),
            )
        fid, x, y = (np.array(column) for column in (fids, x_of, y_of))
        rtree.insert_points(connection, "rtree_address_geom", fid, x, y)
        geopackage.touch_contents(connection, ("address",))
        journal.record(connection, "import", "address", None)
    return len(kept)


def house_number(text: object) -> tuple[int | None, str | None]:
    """A house number and the suffix written with it: ``12bis`` is 12 and ``bis``.

    99999 stands in the national base for a name without numbers. No number: (None, None).
    """
    import re

    found = re.match(r"\s*(\d{1,5})(?:\.0+)?\s*([A-Za-z]*)", "" if text is None else str(text))
    if found is None or found.group(1) in ("0", "99999"):
        return None, None
    return int(found.group(1)), found.group(2).lower() or None
