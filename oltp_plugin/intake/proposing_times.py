"""Which columns give when it began, when it ended, when it was reported."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from . import column_names, date_formats
from .column_facts import Facts
from .date_formats import DateGuess
from .proposed import Proposal

Whole = Callable[[list[str]], dict[str, list[str]]]

_FIELDS = {"start": "occurred_from", "end": "occurred_to", "reported": "reported_at"}
_YEARS = (1950, 2100)


def propose(facts: list[Facts], whole: Whole) -> list[Proposal]:
    """At most one proposal for each of the three times; ``whole`` gives all cells of columns."""
    days = [each for each in facts if _is_day(each)]
    hours = [each for each in facts if each not in days and _is_hour(each)]
    chosen = _by_moment(days)
    if not chosen:
        split = _split_date(facts)
        return [split] if split else []
    cells = whole([each.name for each, _ in chosen.values()])
    found = []
    for moment, (day, why) in chosen.items():
        guess = date_formats.days(cells[day.name]) or day.day
        if guess is None:
            continue
        hour = _hour_beside(day, moment, hours, chosen)
        found.append(_proposal(_FIELDS[moment], day, guess, hour, why))
    if "end" not in chosen and "start" in chosen:
        found.extend(_end_hour(chosen["start"][0], hours, found[0]))
    return found


def guess(cells: list[list[str]]) -> DateGuess | None:
    """The format of columns that the analyst chose together: a day, or a day and an hour.

    ``cells``: all of each column's. None: it cannot be told.
    """
    day = date_formats.days(cells[0])
    if day is None or len(cells) == 1:
        return day
    hour = date_formats.hours(cells[1])
    if len(cells) > 2 or hour is None:
        return None
    return DateGuess(
        _with_hour(day.format, cells[0], hour) if day.format else None,
        tuple(_with_hour(each, cells[0], hour) for each in day.choices),
        day.share,
        day.evidence,
    )


def _is_day(each: Facts) -> bool:
    if each.day is None or each.filled < 0.02 or column_names.never(each.name):
        return False
    pattern = _pattern(each)
    dated = column_names.moment(each.name) != "plain" or column_names.dated(each.name)
    return dated or not pattern.replace("%", "").isalpha()  # 010226 may be any number


def _pattern(each: Facts) -> str:
    """The first format that fits a column's days; empty where it has none."""
    if each.day is None:
        return ""
    return each.day.format or each.day.choices[0]


def _is_hour(each: Facts) -> bool:
    if each.hour is None or column_names.never(each.name):
        return False
    return (
        ":" in each.hour
        or "h" in each.hour.lower().replace("%h", "")
        or column_names.houred(each.name)
    )


def _by_moment(days: list[Facts]) -> dict[str, tuple[Facts, str]]:
    """The best column of days for each moment, and why; without a start, what else is dated."""

    def rank(each: Facts) -> tuple:
        pattern = _pattern(each)
        return ("%d" in pattern, round(each.filled, 1), "%H" in pattern or "%I" in pattern,
                column_names.dated(each.name), -each.place)  # fmt: skip

    groups: dict[str, list[Facts]] = {}
    for each in days:
        groups.setdefault(column_names.moment(each.name), []).append(each)
    chosen = {
        moment: (max(group, key=rank), "name_and_contents")
        for moment, group in groups.items()
        if moment in _FIELDS
    }
    if "plain" in groups and "start" not in chosen:
        chosen["start"] = (max(groups["plain"], key=rank), "name_and_contents")
        twin = _twin(chosen["start"][0], groups["plain"])
        if twin is not None and "end" not in chosen:
            chosen["end"] = (twin, "name_and_contents")
    if "start" not in chosen:
        for moment in ("reported", "end"):
            if moment in chosen:
                chosen["start"] = (chosen.pop(moment)[0], "only_date")
                break
    return {moment: chosen[moment] for moment in _FIELDS if moment in chosen}


def _twin(day: Facts, days: list[Facts]) -> Facts | None:
    """The column with the name of ``day``, which a reader numbers, and mostly its days too.

    A second header line said *début* over the one and *fin* over the other.
    """
    named = [each for each in days if each.name == f"{day.name}_1"]
    same = [sum(map(str.__eq__, day.cells, each.cells)) / len(day.cells) for each in named]
    return named[0] if named and same[0] > 0.5 else None


def _hour_beside(
    day: Facts, moment: str, hours: list[Facts], chosen: dict[str, tuple[Facts, str]]
) -> Facts | None:
    """The column of hours that goes with a column of days."""
    if _has_hours(day):
        return None
    own = column_names.moment(day.name)
    fitting = [
        each
        for each in hours
        if column_names.moment(each.name) in {moment, own}
        or (column_names.moment(each.name) == "plain" and _owner(each, chosen) is day)
    ]
    fitting.sort(key=lambda each: (each.place < day.place, abs(each.place - day.place)))
    return fitting[0] if fitting else None


def _owner(hour: Facts, chosen: dict[str, tuple[Facts, str]]) -> Facts:
    """Of an hour whose name says no moment: the day column just before it, else the start's."""
    before = [day for day, _ in chosen.values() if day.place == hour.place - 1]
    return before[0] if before else next(iter(chosen.values()))[0]


def _has_hours(day: Facts) -> bool:
    pattern = _pattern(day)
    if "%H" not in pattern and "%I" not in pattern:
        return False
    return not all(_midnight(cell) for cell in day.cells)


def _midnight(cell: str) -> bool:
    return cell.endswith(("00:00:00", " 00:00", "T00:00", "12:00:00 AM", "00:00:00Z"))


def _proposal(field: str, day: Facts, found: DateGuess, hour: Facts | None, why: str) -> Proposal:
    columns: tuple[str, ...] = (day.name,)
    formats = [found.format] if found.format else list(found.choices)
    if hour is not None and hour.hour is not None:
        columns = (day.name, hour.name)
        formats = [_with_hour(each, day.cells, hour.hour) for each in formats]
        why = "pair" if why != "only_date" else why
    confidence = (0.95 if found.format else 0.6) * min(1.0, found.share)
    if found.format:
        return Proposal(field, columns, confidence, why, format=formats[0])
    return Proposal(field, columns, confidence, why, ambiguous=tuple(formats))


def _with_hour(day: str, cells: list[str], hour: str) -> str:
    """The joint format; midnights that a program added to each day are read as they stand."""
    for code in ("%H:%M:%S", "%H:%M", "%I:%M:%S %p"):
        if day.endswith(code) and cells:
            first = next((cell for cell in cells if cell), "")
            literal = first[
                -len(code.replace("%H", "00").replace("%M", "00").replace("%S", "00")) :
            ]
            day = day[: -len(code)] + literal
            break
    return f"{day} {hour}"


def _end_hour(start: Facts, hours: list[Facts], begun: Proposal) -> list[Proposal]:
    """An end that only has its hour: on the day of the beginning."""
    ends = [each for each in hours if column_names.moment(each.name) == "end"]
    if not ends or _has_hours(start):
        return []
    formats = [begun.format] if begun.format else list(begun.ambiguous)
    if len(begun.columns) == 2:  # the day without its hour
        formats = [each.rsplit(" ", 1)[0] for each in formats]
    one = formats[0] if begun.format else None
    day = DateGuess(one, () if one else tuple(formats), min(1.0, begun.confidence / 0.95))
    return [_proposal("occurred_to", start, day, ends[0], "pair")]


def _split_date(facts: list[Facts]) -> Proposal | None:
    """Year, month and day in columns of their own, the hour and minute after them."""
    found: dict[str, Facts] = {}
    limits = {"%Y": _YEARS, "%m": (1, 13), "%d": (1, 32), "%H": (0, 25), "%M": (0, 60)}
    for code, (low, high) in limits.items():
        fitting = [
            each
            for each in facts
            if column_names.part_of_date(each.name, code)
            and (_within(each, low, high) or (code == "%Y" and _within(each, 0, 100)))
        ]
        if fitting:
            found[code] = fitting[0]
    if not {"%Y", "%m", "%d"} <= set(found):
        return None
    clock = next(
        (
            each
            for each in facts
            if column_names.part_of_date(each.name, "%H%M")
            and each not in found.values()
            and each.hour is not None
        ),
        None,
    )
    order = ["%Y", "%m", "%d"]
    columns = [found[code].name for code in order]
    pieces = ["%Y" if _within(found["%Y"], *_YEARS) else "%y", "%m", "%d"]
    if clock is not None and clock.hour is not None:
        columns.append(clock.name)
        pieces.append(clock.hour)
    elif "%H" in found:
        columns.append(found["%H"].name)
        pieces.append("%H")
        if "%M" in found:
            columns.append(found["%M"].name)
            pieces.append("%M")
    return Proposal("occurred_from", tuple(columns), 0.9, "parts", format=" ".join(pieces))


def _within(each: Facts, low: int, high: int) -> bool:
    finite = each.values[np.isfinite(each.values)]
    if each.whole < 0.95 or not len(finite):
        return False
    return float(np.mean((finite >= low) & (finite < high))) >= 0.98
