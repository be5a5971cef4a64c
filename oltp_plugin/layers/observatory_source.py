"""Which observatory a layer comes from."""

from __future__ import annotations

from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from .update_mode import source_file


def observatory_of(layer) -> Path | None:
    """The observatory that ``layer`` reads, None for any other layer."""
    path = source_file(layer)
    if path is None or path.suffix.lower() != ".gpkg":
        return None
    from oltp_plugin.observatory import opening

    try:
        opening.check_is_file(path)
        opening.check(path)
    except ObservatoryError:
        return None
    return path
