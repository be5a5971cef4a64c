"""Dates that a program wrote as such become texts as the profile's format writes them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from oltp_plugin.intake.profile import DATES, Mapping, Profile

# 1900-01-01 is day 1; 1900-02-29 is counted too, and no incident is that old.
_EPOCH = np.datetime64("1899-12-30", "s")
_DAY = 86400
_SERIAL_DAYS = (18264, 73051)  # 1950 to 2100: a year or an hour like 1715 is no serial number
_CLOCK = r"(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?"
_WRITTEN = rf"^(\d{{4}})[-/](\d\d)[-/](\d\d)(?:[ T]{_CLOCK})?(?:Z|[+-]\d\d(?::?\d\d)?)?$"
_HOUR = rf"^{_CLOCK}$"
_HOURS = ("%H", "%I", "%M", "%S", "%p", "%f")


def as_profiled(texts: pd.DataFrame, profile: Profile, serials: bool = False) -> pd.DataFrame:
    """Columns of dates, each cell in its part of the profile's format; others are left alone.

    A cell that already follows the format stays. Else an ISO date or hour is rewritten and,
    with ``serials``, a number of days since 1899-12-30, where it falls in 1950-2100, or a fraction
    of a day where only an hour is expected. A date that has no hour gets none. A column that two
    fields read in two ways is written for the first of them.
    """
    changed = {}
    for each in DATES:
        if each in profile.fields:
            for column, pattern in patterns(profile.fields[each]).items():
                if column not in changed:
                    changed[column] = _rewritten(texts[column], pattern, serials)
    return texts.assign(**changed)


def patterns(mapping: Mapping) -> dict[str, str]:
    """The part of ``mapping.format`` that each of its columns holds.

    One column holds all of it; as many columns as pieces one each; two columns the days and the
    hours. Others: nothing is known of them.
    """
    pieces = (mapping.format or "").split()
    if len(mapping.columns) == 1:
        return {mapping.columns[0]: " ".join(pieces)}
    if len(mapping.columns) == len(pieces):
        return dict(zip(mapping.columns, pieces))
    days = [piece for piece in pieces if not _is_hour(piece)]
    hours = [piece for piece in pieces if _is_hour(piece)]
    if len(mapping.columns) == 2 and pieces == days + hours:
        return dict(zip(mapping.columns, (" ".join(days), " ".join(hours))))
    return {}


def _is_hour(piece: str) -> bool:
    return any(code in piece for code in _HOURS)


def _rewritten(column: pd.Series, pattern: str, serials: bool) -> pd.Series:
    codes, words = pd.factorize(column)
    words = np.asarray(words, dtype=object)
    values, has_day, has_hour = _moments(words, serials, _only_hours(pattern))
    known = ~np.isnat(values)
    if known.any():
        follow = pd.to_datetime(pd.Series(words[known]), format=pattern, errors="coerce").notna()
        known[known] = ~follow.to_numpy()
    for day, hour, chosen in (
        (True, True, pattern),
        (True, False, " ".join(piece for piece in pattern.split() if not _is_hour(piece))),
        (False, True, " ".join(piece for piece in pattern.split() if _is_hour(piece))),
    ):
        rows = known & (has_day == day) & (has_hour == hour)
        if rows.any() and chosen:
            words[rows] = _formatted(values[rows], chosen)
    if "%H" in pattern and _only_hours(pattern):  # 24:00, which is no moment of that day
        ended = pattern.replace("%H", "24").replace("%M", "00").replace("%S", "00")
        words[np.isin(words, ("24:00", "24:00:00"))] = ended
    return pd.Series(words[codes], index=column.index, dtype=object)


def _only_hours(pattern: str) -> bool:
    return all(_is_hour(piece) for piece in pattern.split())


def _moments(
    words: np.ndarray, serials: bool, only_hours: bool
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """datetime64[s] (NaT: none), and whether the word gives a day and an hour."""
    text = pd.Series(words, dtype=object)
    values = np.full(len(words), np.datetime64("NaT", "s"))
    has_day = np.zeros(len(words), dtype=bool)
    has_hour = np.zeros(len(words), dtype=bool)
    days = text.str.extract(_WRITTEN)
    hours = text.str.extract(_HOUR)
    dated, timed = days[0].notna().to_numpy(), hours[0].notna().to_numpy()
    whole = days[0] + "-" + days[1] + "-" + days[2]
    clock = days[3].fillna("00") + ":" + days[4].fillna("00") + ":" + days[5].fillna("00")
    values[dated] = _parsed((whole + "T" + clock)[dated])
    has_day[dated], has_hour[dated] = True, days[3].notna().to_numpy()[dated]
    values[timed] = _parsed(
        ("1900-01-01T" + hours[0] + ":" + hours[1] + ":" + hours[2].fillna("00"))[timed]
    )
    has_hour[timed] = True
    if serials:
        number = pd.to_numeric(text, errors="coerce").to_numpy(dtype=float)
        low, high = (0, 1) if only_hours else _SERIAL_DAYS
        serial = (number >= low) & (number < high)
        seconds = np.rint(number[serial] * _DAY).astype(np.int64)
        values[serial] = _EPOCH + seconds.astype("timedelta64[s]")
        has_day[serial] = not only_hours
        has_hour[serial] = only_hours | (seconds % _DAY != 0)
    return values, has_day, has_hour


def _parsed(iso: pd.Series) -> np.ndarray:
    return pd.to_datetime(iso, format="%Y-%m-%dT%H:%M:%S", errors="coerce").to_numpy(
        dtype="datetime64[s]"
    )


def _formatted(values: np.ndarray, pattern: str) -> np.ndarray:
    moments = pd.Series(values.astype("datetime64[ns]"))
    # Not the locale's morning and afternoon: French has no words for them.
    halves = moments.dt.hour.map(lambda hour: "PM" if hour >= 12 else "AM")
    written = moments.dt.strftime(pattern.replace("%p", "{half}"))
    return np.array(
        [text.replace("{half}", half) for text, half in zip(written, halves)], dtype=object
    )
