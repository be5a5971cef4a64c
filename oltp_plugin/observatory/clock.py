"""The present moment, as the observatory writes it."""

from __future__ import annotations

from datetime import datetime


def now() -> str:
    """Local wall time, ``YYYY-MM-DDTHH:MM:SS``."""
    return datetime.now().isoformat(timespec="seconds")
