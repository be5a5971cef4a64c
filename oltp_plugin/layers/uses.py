"""That something left the observatory, on paper or as a file: a line in its journal."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import QgsMapLayer

from oltp_plugin.errors import OltpError
from oltp_plugin.observatory import geopackage, journal
from oltp_plugin.observatory.connection import writing

from .observatory_source import observatory_of
from .update_mode import guarded


def note_use(layers: Iterable[QgsMapLayer], action: str, kind: str, diffusion: str) -> list[Path]:
    """Enter a use of ``layers`` in the journal of the observatories that they belong to.

    ``action``: ``print`` or ``export``; ``kind``: what was made, such as ``map``. Returns the
    observatories that could not be written to: making something of a copy that may only be read
    stays possible.
    """
    missed = []
    for path in dict.fromkeys(filter(None, map(observatory_of, layers))):
        try:
            with guarded(path), writing(path) as connection:
                journal.record(connection, action, "incident", None, f"{kind} {diffusion}")
                geopackage.touch_contents(connection, ("journal",))
        except OltpError:
            missed.append(path)
    return missed
