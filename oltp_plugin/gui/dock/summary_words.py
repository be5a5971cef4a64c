"""What the whole observatory holds, in words."""

from __future__ import annotations

from qgis.PyQt.QtCore import QDate, QLocale, Qt

from oltp_plugin.translation import tr


def percent(share: float) -> str:
    """Rounded down, so that 100 % means all of them."""
    return tr("{share} %").format(share=int(share * 100))


def located(located: int, total: int) -> str:
    if not total:
        return "–"
    return tr("{percent} ({located})").format(
        percent=percent(located / total), located=QLocale().toString(located)
    )


def dates(first: str | None, last: str | None) -> str:
    if not first or not last:
        return "–"
    return tr("{first} to {last}").format(first=day(first), last=day(last))


def day(text: str | None) -> str:
    """The day of an ISO text as this country writes it."""
    if not text:
        return ""
    value = QDate.fromString(text[:10], Qt.DateFormat.ISODate)
    return QLocale().toString(value, QLocale.FormatType.ShortFormat)


def advice(summary) -> str:
    """What to do next; nothing when the figures speak for themselves."""
    if not summary.total:
        return tr("No incident yet. Import a partner’s file to begin.")
    if summary.located < 0.85 * summary.total:
        return tr("Under 85 % have a point: maps show only part of what was reported.")
    return ""
