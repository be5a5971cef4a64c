"""How many incidents a site has, against their usual range, in words."""

from __future__ import annotations

from collections.abc import Iterable

from oltp_plugin.errors import OltpError
from oltp_plugin.gui.dock import figure_words
from oltp_plugin.layers.filter_words import days_words
from oltp_plugin.translation import sentence, tr


def periods_named(kinds: Iterable[str]) -> dict[str, str]:
    named = {
        "last_30_days": tr("the last 30 days"),
        "last_90_days": tr("the last 90 days"),
        "last_12_months": tr("the last 12 months"),
    }
    return {kind: named[kind] for kind in kinds}


def incidents_words(found) -> str:
    """``found``: a nearby.Nearby."""
    n = figure_words.count_words(found.figures)
    usual = figure_words.usual_words(found.figures) or tr("too short a history for a usual range")
    text = tr("{n}, {days}: {usual}.").format(
        n=n, days=days_words(found.chosen.first_day, found.chosen.last_day), usual=usual
    )
    if found.coarse:
        text += " " + tr(
            "Not counted, as no agreement shows their places this finely: {names}."
        ).format(names=", ".join(found.coarse))
    return text


def why_not(error: Exception) -> str:
    if isinstance(error, OltpError):
        return sentence(error)
    if isinstance(error, ModuleNotFoundError):
        return tr("Counting needs the Python library {name}.").format(name=error.name)
    return tr("The incidents could not be counted.")
