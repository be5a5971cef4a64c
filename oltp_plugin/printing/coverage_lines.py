"""What is missing from the partners over a period, in sentences for a page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from oltp_plugin.local_format import months
from oltp_plugin.translation import tr


def coverage_lines(
    path: Path, first_day: str, last_day: str, partners: tuple[str, ...] = ()
) -> list[str]:
    """One sentence a partner of which months between two ISO days are missing or not complete.

    ``partners``: codes; empty for all. A single sentence says so where nothing is missing.
    Raises ``ObservatoryError`` as ``observatory.coverage``.
    """
    from oltp_plugin.observatory import catalogue
    from oltp_plugin.observatory.connection import reading
    from oltp_plugin.observatory.coverage import coverage

    with reading(path) as connection:
        names = catalogue.read(connection)
    rows = coverage(path, first_day, last_day)
    lines = []
    for partner in dict.fromkeys(row.partner for row in rows):
        if partners and partner not in partners:
            continue
        own = [row for row in rows if row.partner == partner]
        for state, words in (
            ("missing", tr("{partner}: nothing received for {months}.")),
            ("additions", tr("{partner}: only additions for {months}.")),
            ("nil", tr("{partner}: declared nothing for {months}.")),
        ):
            found = [row.month for row in own if row.state == state]
            if found:
                told = ", ".join(_runs(found))
                lines.append(words.format(partner=names.partner(partner), months=told))
    return lines or [tr("Every partner has delivered for the whole period.")]


def _runs(found: list[str]) -> list[str]:
    """Months, ``YYYY-MM``, in words; those that follow each other as a range."""
    runs: list[list[str]] = []
    for month in found:
        year, number = map(int, month.split("-"))
        before = f"{year - (number == 1):04}-{12 if number == 1 else number - 1:02}"
        if runs and runs[-1][1] == before:
            runs[-1][1] = month
        else:
            runs.append([month, month])
    return [months(*(date.fromisoformat(f"{each}-01") for each in run)) for run in runs]
