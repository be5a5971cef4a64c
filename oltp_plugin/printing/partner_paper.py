"""A partner's monthly sheet on paper: the lines to fill in, and the closed lists behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from oltp_plugin.printing.document import Document
from oltp_plugin.translation import tr

_LINES = 12
_ROOM = {"text": 2.2, "choice": 1.7, "number": 1.3}  # beside a day, an hour or a number


def write_paper(
    output: Path,
    title: str,
    instructions: Sequence[str],
    box: str,
    columns: Sequence[tuple[str, str]],
    lists: Mapping[str, Sequence[str]],
) -> int:
    """Write the PDF; returns its pages. Raises ``PrintError`` as ``Document.write``.

    ``columns``: header and kind, as of ``intake.partner_sheet.Column``. ``lists``: the words that
    a column takes, by its header.
    """
    document = Document(title, points=8)
    document.items(instructions)
    document.paragraph(f"☐ {box}")
    document.lines_to_fill_in([name for name, _ in columns], _LINES, _widths(columns))
    for header, words in lists.items():
        document.heading(header)
        document.paragraph(" · ".join(words))
    document.small(tr("Sign nothing and name nobody: the sheet is kept with the delivery."))
    return document.write(output, title, one_page=True)


def _widths(columns: Sequence[tuple[str, str]]) -> list[int]:
    """Per cent of the page, the first for the line's number."""
    room = [_ROOM.get(kind, 1.0) for _, kind in columns]
    return [4, *(int(96 * each / sum(room)) for each in room)]
