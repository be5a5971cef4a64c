"""The copies that a migration leaves beside the observatory, and which of them have to go.

The newest may stay, for thirty days; the others are of no use any more. A copy that holds records
which the observatory no longer holds goes with a purge, whatever its age.
"""

from __future__ import annotations

import glob
import re
import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from . import connection as store

KEPT_DAYS = 30

# Behind the observatory's own name: another's may begin with it (Ville.gpkg, Ville.vieux.gpkg).
_ENDING = re.compile(r"\.v\d+\.((\d{4}-\d\d-\d\d)T\d{6})\.backup\.gpkg")


@dataclass(frozen=True)
class Backup:
    """A copy and the ISO day on which it was made.

    ``outdated``: not the newest, or older than thirty days. ``purged``: how many records it holds
    that the observatory does not hold, or will not after the purge; None: it cannot be read.
    """

    path: Path
    made_on: str
    outdated: bool
    purged: int | None

    @property
    def goes_with_a_purge(self) -> bool:
        return self.purged != 0  # what cannot be read may hold anything


def beside(path: Path, kept: frozenset[str], today: str) -> list[Backup]:
    """The copies beside the observatory, newest first; ``kept``: the uuids that stay in it."""
    oldest_kept = str(date.fromisoformat(today) - timedelta(days=KEPT_DAYS))
    names = path.parent.glob(f"{glob.escape(path.stem)}.v*.backup.gpkg")
    endings = [(_ENDING.fullmatch(each.name[len(path.stem) :]), each) for each in names]
    dated = sorted(((found[1], found[2], each) for found, each in endings if found), reverse=True)
    return [
        Backup(each, day, position > 0 or day < oldest_kept, _others(each, kept))
        for position, (_, day, each) in enumerate(dated)
    ]


def delete(chosen: list[Backup]) -> list[Backup]:
    """Delete copies; returns those that could not be, because another program holds them."""
    left = []
    for backup in chosen:
        try:
            backup.path.unlink(missing_ok=True)
        except OSError:
            left.append(backup)
    return left


def _others(backup: Path, kept: frozenset[str]) -> int | None:
    """How many of the copy's records are not among ``kept``."""
    try:
        with store.reading(backup) as connection:
            return sum(
                uuid not in kept for (uuid,) in connection.execute("SELECT uuid FROM incident")
            )
    except (ObservatoryError, sqlite3.Error):
        return None
