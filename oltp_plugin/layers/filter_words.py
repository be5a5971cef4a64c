"""The filter in words, for the dock, the attribute table's user and the printed page."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QDate, QLocale

from oltp_plugin.layers.incident_form import choices
from oltp_plugin.local_format import number
from oltp_plugin.observatory.filter import HOURS_OF_A_WEEK, NOT_SAID, IncidentFilter
from oltp_plugin.translation import language, tr

if TYPE_CHECKING:  # it loads numpy, and the dock says days in words when QGIS starts
    from oltp_plugin.observatory.catalogue import Catalogue

_NAMED = 3  # more than these are counted instead
_DASH = "\u2013"


def filter_words(chosen: IncidentFilter, catalogue: Catalogue) -> str:
    """What is chosen, in one line: categories, partners, hours, period, territories, the rest."""
    own = language()
    parts = [
        _some([catalogue.category(code, own) for code in chosen.categories], tr("{n} categories"))
        or tr("All categories"),
        _some([catalogue.partner(code) for code in chosen.partners], tr("{n} partners")),
        hours_words(chosen.hours),
        period_words(chosen),
        _some(
            [catalogue.territories.get(key, key[1]) for key in chosen.territories],
            tr("{n} territories"),
        ),
        _closed("status", chosen.statuses),
        _severities(chosen.severities),
        _closed("location_precision", chosen.precisions),
        tr("each fact once") if chosen.facts else "",
    ]
    return ", ".join(part for part in parts if part)


def period_words(chosen: IncidentFilter) -> str:
    """The days and which date they speak of; nothing for any time."""
    if not (chosen.first_day or chosen.last_day):
        return ""
    days = days_words(chosen.first_day, chosen.last_day)
    basis = tr("date of the facts") if chosen.date_basis == "occurred" else tr("date recorded")
    return f"{days} ({basis})"


def days_words(first: str | None, last: str | None) -> str:
    """A month, quarter or year by its name, other days as days."""
    if not first:
        return tr("until {day}").format(day=day_words(last))
    if not last:
        return tr("since {day}").format(day=day_words(first))
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    following = end + timedelta(days=1)
    months = 12 * (following.year - begin.year) + following.month - begin.month
    if begin.day == following.day == 1:
        if months == 1:
            return own_locale().toString(QDate(begin.year, begin.month, 1), "MMMM yyyy")
        if months == 3 and begin.month % 3 == 1:
            return tr("Q{number} {year}").format(number=begin.month // 3 + 1, year=begin.year)
        if months == 12 and begin.month == 1:
            return str(begin.year)
    if first == last:
        return day_words(first)
    return f"{day_words(first)}{_DASH}{day_words(last)}"


def day_words(day: str | None) -> str:
    """An ISO day, short: 5 Mar 2025, 1er mars 2025."""
    text = own_locale().toString(QDate.fromString(day or "", "yyyy-MM-dd"), "d MMM yyyy")
    return f"1er{text[1:]}" if language() == "fr" and text.startswith("1 ") else text


def hours_words(hours: tuple[int, ...]) -> str:
    """Runs of hours with their days: "Fri, Sat 22:00-4:00"; only how many where they are many."""
    chosen = set(hours)
    if not chosen or len(chosen) == HOURS_OF_A_WEEK:
        return ""
    runs: dict[tuple[int, int], list[int]] = {}
    for first in sorted(chosen):
        if (first - 1) % HOURS_OF_A_WEEK in chosen:
            continue
        length = next(
            n for n in range(1, HOURS_OF_A_WEEK) if (first + n) % HOURS_OF_A_WEEK not in chosen
        )
        runs.setdefault((first % 24, length), []).append(first // 24)
    if len(runs) > _NAMED or any(length > 24 for _, length in runs):
        return tr("{n} hours of the week").format(n=len(chosen))
    return " + ".join(_run_words(*run, days) for run, days in runs.items())


def hour_words(hour: int) -> str:
    """An hour of the day as the user's language writes it."""
    return tr("{hour}:00").format(hour=hour % 24)


def weekday(number: int, short: bool = True) -> str:
    """Monday is 0."""
    kind = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return own_locale().standaloneDayName(number % 7 + 1, kind)


def number_words(value: float) -> str:
    """A count, rounded, with the language's separator of thousands."""
    return number(round(value))


def _run_words(first: int, length: int, days: list[int]) -> str:
    clock = (
        f"{hour_words(first)}{_DASH}{hour_words(first + length)}" if length < 24 else tr("all day")
    )
    if len(days) == 7:
        return clock
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        named = f"{weekday(days[0])}{_DASH}{weekday(days[-1])}"
    else:
        named = ", ".join(map(weekday, days))
    return f"{named} {clock}"


def _some(names: list[str], many: str) -> str:
    return ", ".join(names) if len(names) <= _NAMED else many.format(n=len(names))


def _closed(field: str, values: tuple[str, ...]) -> str:
    words = choices()[field]
    return ", ".join(words[value].lower() for value in values)


def _severities(values: tuple[int, ...]) -> str:
    if not values:
        return ""
    listed = [tr("not said") if value == NOT_SAID else str(value) for value in sorted(values)]
    return tr("severity {values}").format(values=", ".join(listed))


def own_locale() -> QLocale:
    """Of the interface's language."""
    return QLocale(language())
