"""How categories come to be known."""

from __future__ import annotations

from pathlib import Path

from .connection import reading


def revealed_categories(path: Path) -> list[str]:
    """Codes that count what a service did (checks, seizures) rather than what was suffered."""
    with reading(path) as connection:
        rows = connection.execute("SELECT code FROM category WHERE nature = 'revealed'")
        return [code for (code,) in rows]
