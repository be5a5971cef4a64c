"""Monthly counts that outlive the records: written at a month's close and before a purge.

A row of ``aggregate`` counts, for a month, the records of a partner and category, once for the
whole observatory (``territory`` null) and once for every territory that they lie in. ``n`` is how
many there were when it was written, those purged included; ``purged`` is how many of them are
gone. What is held plus ``purged`` is therefore what was held before, exactly, also where a purge
took part of a month and where reports came in late. Withdrawn records do not count.
``coverage`` is the share of the month's days for which the partner declared all it had.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import coverage, geopackage
from .clock import now
from .counting import NOT_WITHDRAWN
from .filter import DATE_COLUMNS

if TYPE_CHECKING:
    import pandas as pd

_KEYS = ("month", "partner", "category", "territory", "territory_level", "date_basis")
_EVERYWHERE = ""  # in place of a territory: the whole observatory


def are_due(connection: sqlite3.Connection) -> bool:
    """Whether a month that has closed holds records and is not yet written; a cheap look."""
    row = connection.execute(
        f"SELECT substr(occurred_from, 1, 7) || '-01' FROM incident WHERE {NOT_WITHDRAWN}"
        " AND occurred_from < ? ORDER BY occurred_from DESC LIMIT 1",  # nosec B608
        (_this_month(),),
    ).fetchone()
    return (
        row is not None
        and connection.execute(
            "SELECT 1 FROM aggregate WHERE month = ? AND date_basis = 'occurred'", row
        ).fetchone()
        is None
    )


def write(connection: sqlite3.Connection, purging: bool = False) -> int:
    """Write the counts of every month; returns how many rows there are.

    With ``purging``, the records in the temporary table ``expired`` (``retention.find_expired``)
    are noted as purged; the caller deletes them in the same transaction. A month that has not
    closed is written only where something of it is purged. Written twice, the table is the same.
    """
    import pandas as pd

    counted = [*_counts(connection, purging), _purged_before(connection)]
    together = pd.concat(counted).astype({"n": int, "purged": int})  # an empty part has no type
    rows = together.groupby(list(_KEYS), sort=True)[["n", "purged"]].sum().reset_index()
    rows = rows[(rows["month"] < _this_month()) | (rows["purged"] > 0)]
    shares = coverage.declared_shares(connection)
    cells = {
        name: column.astype(object).where(column != _EVERYWHERE, None).tolist()
        for name, column in rows.items()
    }
    cells["coverage"] = [
        shares.get((partner, month[:7]), 0.0)
        for partner, month in zip(cells["partner"], cells["month"])
    ]
    with geopackage.refilled(connection, "aggregate"):
        if len(rows):
            geopackage.insert_columns(connection, "aggregate", cells)
    return len(rows)


def _counts(connection: sqlite3.Connection, purging: bool) -> Iterator[pd.DataFrame]:
    """Records held, by the table's keys, over all and by territory; ``purged``: those that go."""
    import pandas as pd

    gone = "fid IN (SELECT fid FROM temp.expired)" if purging else "0"
    records = pd.DataFrame(
        connection.execute(
            "SELECT fid, partner, category, substr(occurred_from, 1, 7) || '-01',"  # nosec B608
            f" substr(reported_at, 1, 7) || '-01', {gone} FROM incident"
            f" WHERE {NOT_WITHDRAWN} ORDER BY fid"
        ).fetchall(),
        columns=["fid", "partner", "category", *DATE_COLUMNS, "purged"],
    )
    for column in ("partner", "category", *DATE_COLUMNS):
        records[column] = records[column].astype("category")
    everywhere = records.assign(territory=_EVERYWHERE, territory_level=_EVERYWHERE)
    for members in (everywhere, _in_territories(connection, records)):
        for basis in DATE_COLUMNS:
            named = members.rename(columns={basis: "month"})[
                ["month", "partner", "category", "territory", "territory_level", "purged"]
            ]
            keys = ["month", "partner", "category", "territory", "territory_level"]
            grouped = named.groupby(keys, observed=True, sort=False)["purged"]
            counts = grouped.agg(n="size", purged="sum").reset_index()
            yield counts.assign(date_basis=basis).astype(dict.fromkeys(keys, str))


def _in_territories(connection: sqlite3.Connection, records: pd.DataFrame) -> pd.DataFrame:
    """A row for each record and territory that it lies in; two editions of one count once."""
    import numpy as np
    import pandas as pd

    pairs = np.array(
        connection.execute("SELECT incident, territory FROM incident_territory").fetchall(),
        dtype=np.int64,
    ).reshape(-1, 2)
    areas = pd.DataFrame(
        connection.execute("SELECT fid, code, level FROM territory").fetchall(),
        columns=["fid", "territory", "territory_level"],
    ).set_index("fid")
    first = areas.reset_index().groupby(["territory_level", "territory"])["fid"].transform("min")
    areas["one"] = first.to_numpy()
    members = pd.DataFrame({"fid": pairs[:, 0], "one": areas["one"].reindex(pairs[:, 1]).array})
    if (areas["one"] != areas.index).any():
        members = members.drop_duplicates()
    known = areas[["territory", "territory_level"]].astype("category")
    return members.merge(records, on="fid").join(known, on="one")


def _purged_before(connection: sqlite3.Connection) -> pd.DataFrame:
    """What earlier purges took: no longer held, and still counted."""
    import pandas as pd

    rows = connection.execute(
        f"SELECT {', '.join(_KEYS)}, purged AS n, purged FROM aggregate WHERE purged > 0"  # nosec B608
    ).fetchall()
    frame = pd.DataFrame(rows, columns=[*_KEYS, "n", "purged"])
    places = ["territory", "territory_level"]
    frame[places] = frame[places].fillna(_EVERYWHERE)
    return frame.astype({"n": int, "purged": int})


def _this_month() -> str:
    return now()[:7]
