"""What a partner's workbook says above its table: the period, and that nothing happened."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from oltp_plugin.errors import IntakeError

from .profile import Profile
from .readers import detect

_SEARCHED = 60  # lines


@dataclass(frozen=True)
class Declared:
    """``nothing``: the box is ticked. Days are ISO, None where the cell is empty or no day."""

    nothing: bool = False
    first: str | None = None
    last: str | None = None


def read_declared(path: Path, profile: Profile) -> Declared:
    """The cells that the profile names by the words beside them; nothing for other profiles.

    Raises IntakeError as ``readers.spreadsheet``.
    """
    if profile.nothing_label is None and profile.period_labels is None:
        return Declared()
    kind = detect.kind(path)
    if kind not in ("xlsx", "xls", "ods"):
        raise IntakeError("wrong_type", name=path.name, type="xlsx", found=kind)
    beside = _cells_beside(path, kind)
    first, last = profile.period_labels or ("", "")
    return Declared(
        bool(beside.get(_plain(profile.nothing_label or ""))),
        _day(beside.get(_plain(first))),
        _day(beside.get(_plain(last))),
    )


def _cells_beside(path: Path, kind: str) -> dict[str, str]:
    """Each text of the first lines, and the next cell of its line that has any."""
    from .readers import spreadsheet

    beside: dict[str, str] = {}
    for line in spreadsheet.first_lines(path, kind, _SEARCHED):
        cells = [cell.strip() for cell in line if cell.strip()]
        for label, value in zip(cells, islice(cells, 1, None)):
            beside.setdefault(_plain(label), value)
    return beside


def _plain(label: str) -> str:
    return " ".join(label.split()).casefold()


def _day(text: str | None) -> str | None:
    """An ISO day of a cell that is a date, or a text like 31/01/2026."""
    if not text:
        return None
    from datetime import datetime

    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text[:10], pattern).date().isoformat()
        except ValueError:
            continue
    return None
