"""The figures in words, with what they rest on."""

from __future__ import annotations

from oltp_plugin.gui.dock.comparison import Comparison
from oltp_plugin.gui.dock.figures import Figures
from oltp_plugin.layers.filter_words import day_words, number_words
from oltp_plugin.observatory import periods
from oltp_plugin.observatory.catalogue import Catalogue
from oltp_plugin.translation import tr


def count_words(found: Figures) -> str:
    """How many records; *records*, since units and natures are mixed."""
    n = number_words(found.n)
    if round(found.n) == 1:
        return tr("1 record")
    return tr("{n} records").format(n=n)


def uncertain_words(found: Figures) -> str:
    """Of how many that the map shows the count is, and how many are only perhaps in the chosen
    hours; nothing where none is."""
    if not found.uncertain:
        return ""
    return tr("out of {shown} possible, of which {n} uncertain").format(
        shown=number_words(found.shown), n=number_words(found.uncertain)
    )


def usual_words(found: Figures) -> str:
    """Where the count lies in its usual range; nothing without one."""
    comparison = found.comparison
    if comparison is None or comparison.usual is None:
        return ""
    low, high = comparison.usual
    words = {
        -1: tr("below the usual range ({low}–{high})"),
        0: tr("within the usual range ({low}–{high})"),
        1: tr("above the usual range ({low}–{high})"),
    }[(found.n > high) - (found.n < low)]
    return words.format(low=number_words(low), high=number_words(high))


def change_words(found: Figures, kind: str, catalogue: Catalogue) -> str:
    """The change against the compared period with its interval, or why there is none.

    ``kind``: one of ``periods.COMPARISONS``.
    """
    comparison = found.comparison
    if comparison is None:
        return ""
    if comparison.obstacle:
        return _obstacle(comparison, catalogue)
    if comparison.before is None:
        return ""
    than = {
        periods.LAST_YEAR: tr("on the same days last year"),
        periods.LAST_THREE_YEARS: tr("on the same days, on average over three years"),
        periods.CUSTOM: tr("in the period chosen"),
    }[kind]
    before, verdict = number_words(comparison.before), _verdict(comparison)
    if comparison.percent is None:
        return tr("{before} {than}: too few for a percentage, {verdict}.").format(
            before=before, than=than, verdict=verdict
        )
    return tr("{percent} ({before} {than}), between {low} and {high}: {verdict}.").format(
        percent=_percent(comparison.percent),
        than=than,
        before=before,
        low=_percent(comparison.low),
        high=_percent(comparison.high),
        verdict=verdict,
    )


def _verdict(comparison: Comparison) -> str:
    if comparison.low > 0:
        return tr("a clear rise")
    if comparison.high < 0:
        return tr("a clear fall")
    return tr("no clear change")


def _obstacle(comparison: Comparison, catalogue: Catalogue) -> str:
    if comparison.obstacle == "provisional" and comparison.until:
        return tr(
            "Provisional: records of after {day} still come in, so no change is given."
        ).format(day=day_words(comparison.until))
    if comparison.obstacle == "missing_library":
        return tr("The Python library {name} is missing, so no change is given.").format(
            name=comparison.library
        )
    if comparison.obstacle == "too_early":
        return tr("Nothing to compare with: {partner} only tells of {day} and later.").format(
            partner=catalogue.partner(comparison.partner or ""), day=day_words(comparison.until)
        )
    return ""


def _percent(value: float) -> str:
    """With its sign, on one line; a true minus."""
    sign = "\u2212" if round(value) < 0 else "+"
    text = tr("{sign}{value} %").format(sign=sign, value=number_words(abs(value)))
    return text.replace(" ", "\u00a0")
