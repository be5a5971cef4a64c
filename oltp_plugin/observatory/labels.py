"""What codes are called: partners, categories."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .connection import reading


@dataclass(frozen=True)
class Labels:
    """Code -> name; an unknown code is its own name."""

    partners: dict[str, str]
    categories: dict[str, str]

    def partner(self, code: str) -> str:
        return self.partners.get(code, code)

    def category(self, code: str) -> str:
        return self.categories.get(code, code)


def read_labels(path: Path, language: str) -> Labels:
    """Names in ``language`` (two letters; English unless French)."""
    column = "label_fr" if language == "fr" else "label_en"
    with reading(path) as connection:
        return Labels(
            dict(connection.execute("SELECT code, name FROM partner")),
            dict(connection.execute(f"SELECT code, {column} FROM category")),  # nosec B608
        )
