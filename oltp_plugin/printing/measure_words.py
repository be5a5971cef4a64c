"""A page's counts in words: plain, agreeing in number, in the user's language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qgis.PyQt.QtCore import QDate

from oltp_plugin.layers.filter_words import days_words, own_locale
from oltp_plugin.local_format import number
from oltp_plugin.observatory.page_sources import Source
from oltp_plugin.printing.measures import BY_YEARS, Change, Measure
from oltp_plugin.translation import tr

NOTHING = "–"


def count(measure: Measure) -> str:
    """The number, or what stands in its place."""
    if measure.n is None:
        return tr("not delivered")
    return hidden(measure.source.threshold, measure.n) if measure.hidden else number(measure.n)


def before(measure: Measure) -> str:
    """The number of a year before."""
    if measure.before is None:
        return NOTHING
    if measure.before_hidden or measure.hidden:
        return hidden(measure.source.threshold, measure.before)
    return number(measure.before)


def hidden(threshold: int, n: int) -> str:
    """In place of a count that is not printed: one that is small, or that would tell of one."""
    if 0 < n < threshold:
        return tr("fewer than {n}").format(n=threshold)
    return tr("not shown")


def usual(measure: Measure) -> str:
    """The usual range."""
    if measure.usual is None or not measure.said:
        return NOTHING
    low, high = measure.usual
    return tr("{low} to {high}").format(low=number(low), high=number(high))


def place(measure: Measure) -> str:
    """Where the count lies in its usual range."""
    if not measure.said:
        return ""
    if measure.place is None:
        return tr("no usual range yet")
    return {
        -1: tr("below the usual range"),
        0: tr("within the usual range"),
        1: tr("above the usual range"),
    }[measure.place]


def usual_basis(measures: list[Measure]) -> str:
    """What usual means on this page."""
    kinds = {each.usual_by for each in measures if each.usual is not None}
    if not kinds:
        return tr("There is not enough history yet to say what is usual.")
    if kinds == {BY_YEARS}:
        return tr("Usual: the range that the same period of earlier years leads one to expect.")
    return tr(
        "Usual: the range that the same period of earlier years leads one to expect; with fewer "
        "than two such years, the range of the periods just before."
    )


def change(measure: Measure) -> str:
    """The change against the same period of the year before, with its uncertainty in words."""
    if not measure.said or measure.change is None or measure.before_hidden:
        return NOTHING
    return change_words(measure.change)


def change_words(found: Change) -> str:
    verdict = tr("no clear change")
    if found.low > 0:
        verdict = tr("a clear rise")
    elif found.high < 0:
        verdict = tr("a clear fall")
    if found.percent is None:
        return tr("too few for a percentage: {verdict}").format(verdict=verdict)
    return tr("{percent} (between {low} and {high}): {verdict}").format(
        percent=percent(found.percent),
        low=percent(found.low),
        high=percent(found.high),
        verdict=verdict,
    )


def percent(value: float) -> str:
    """With its sign; a true minus."""
    rounded = round(value)
    sign = "\u2212" if rounded < 0 else "+" if rounded > 0 else ""
    return tr("{sign}{value}%").format(sign=sign, value=number(abs(rounded)))


def period_of(window: tuple[str, str]) -> str:
    """A month, quarter or year by its name, other days as days."""
    return days_words(*window)


def month(name: str) -> str:
    """``YYYY-MM`` in words."""
    day = date.fromisoformat(f"{name}-01")
    return own_locale().toString(QDate(day.year, day.month, 1), "MMMM yyyy")


def thresholds(sources: list[Source]) -> list[str]:
    """From which count on each partner's figures are printed; nothing where all are."""
    by_number: dict[int, list[str]] = {}
    for each in sources:
        if each.threshold > 1:
            by_number.setdefault(each.threshold, []).append(each.name)
    said = tr("Counts below {n} are not printed, nor what would tell them.")
    if len(by_number) == 1 and len(next(iter(by_number.values()))) == len(sources):
        return [said.format(n=next(iter(by_number)))]
    of = tr("Counts below {n} are not printed, nor what would tell them, of: {partners}.")
    return [of.format(n=n, partners=", ".join(names)) for n, names in sorted(by_number.items())]


def missing(sources: list[Source]) -> list[str]:
    """A sentence for each source of which something never came."""
    said = []
    for source in sources:
        if source.delivered:
            continue
        months = ", ".join(_runs(source.missing))
        if months:
            said.append(
                tr("{partner}: nothing has come for {months}.").format(
                    partner=source.name, months=months
                )
            )
        else:
            said.append(
                tr("{partner}: what has come does not cover the period.").format(
                    partner=source.name
                )
            )
    return said


def _runs(months: Sequence[str]) -> list[str]:
    """Months in words; three and more that follow each other as from the first to the last."""
    runs: list[list[str]] = []
    for name in months:
        if runs and _following(runs[-1][-1]) == name:
            runs[-1].append(name)
        else:
            runs.append([name])
    said = []
    for run in runs:
        if len(run) > 2:
            words = tr("{first} to {last}").format(first=month(run[0]), last=month(run[-1]))
            said.append(words)
        else:
            said += map(month, run)
    return said


def _following(name: str) -> str:
    year, number = int(name[:4]), int(name[5:])
    return f"{year + number // 12:04}-{number % 12 + 1:02}"
