"""Numbers and dates as the user's language writes them."""

from __future__ import annotations

from datetime import date

from qgis.PyQt.QtCore import QDate, QLocale

from oltp_plugin.translation import language, tr


def number(value: float, places: int = 0) -> str:
    """``value`` to ``places``, with the thousands separator of the user's language.

    QGIS's own default locale is another one outside of its window.
    """
    locale = QLocale(language())
    return locale.toString(float(value), "f", places) if places else locale.toString(round(value))


def decimal(value: float, places: int | None = None) -> str:
    """``value`` with the user's decimal sign, to ``places`` or as far as it goes."""
    text = f"{value:.10g}" if places is None else f"{value:.{places}f}"
    return text.replace(".", QLocale(language()).decimalPoint())


def day(value: date) -> str:
    """A date in words: 5 March 2025, 1er mars 2025."""
    text = QLocale(language()).toString(QDate(value.year, value.month, value.day), "d MMMM yyyy")
    if language() == "fr" and value.day == 1:
        return "1er" + text[1:]
    return text


def period(first: date, last: date) -> str:
    """Both days included, said once where they are the same."""
    if first == last:
        return day(first)
    return tr("{first} to {last}").format(first=day(first), last=day(last))


def months(first: date, last: date) -> str:
    """The months of both days, said once where they are the same: March 2025."""
    said = [
        QLocale(language()).toString(QDate(each.year, each.month, 1), "MMMM yyyy")
        for each in (first, last)
    ]
    return said[0] if said[0] == said[1] else " – ".join(said)
