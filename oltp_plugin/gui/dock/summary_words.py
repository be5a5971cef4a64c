"""What the whole observatory holds, in words."""

from __future__ import annotations

from oltp_plugin.layers.filter_words import day_words
from oltp_plugin.local_format import number
from oltp_plugin.translation import tr


def percent(share: float) -> str:
    """Rounded down, so that 100 % means all of them."""
    return tr("{share} %").format(share=int(share * 100))


def located(located: int, total: int) -> str:
    if not total:
        return "–"
    return tr("{percent} ({located})").format(
        percent=percent(located / total), located=number(located)
    )


def dates(first: str | None, last: str | None) -> str:
    if not first or not last:
        return "–"
    return tr("{first} to {last}").format(first=day(first), last=day(last))


def day(text: str | None) -> str:
    """The day of an ISO text; nothing for none."""
    return day_words(text[:10]) if text else ""


def advice(summary) -> str:
    """What to do next; nothing when the figures speak for themselves."""
    if not summary.total:
        return tr("No incident yet. Import a partner’s file to begin.")
    if summary.located < 0.85 * summary.total:
        return tr("Under 85 % have a point: maps show only part of what was reported.")
    return ""
