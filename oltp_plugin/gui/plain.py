"""Names and sentences of others in Qt's labels and tips, which take a “<” in them for markup."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel


def tip(text: str) -> str:
    """``text`` for a tool tip: as it is, and on as many lines as it takes; none for none."""
    return f"<span>{escape(text)}</span>" if text else ""


def show_plainly(*labels: QLabel) -> None:
    """These show their text as it is."""
    for label in labels:
        label.setTextFormat(Qt.TextFormat.PlainText)
