"""Stored moments as a reader knows them; never a date-time of Qt's, which has a time zone."""

from __future__ import annotations

from qgis.PyQt.QtCore import QDate, QLocale


def moment_words(text: str) -> str:
    """A local wall time, to the minute; a day alone where the text has no hour."""
    day = QDate.fromString(text[:10], "yyyy-MM-dd")
    return f"{QLocale().toString(day, QLocale.FormatType.ShortFormat)} {text[11:16]}".strip()
