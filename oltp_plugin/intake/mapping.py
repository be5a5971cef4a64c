"""Texts of a partner's file become the observatory's values: times, numbers, codes."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
import pandas as pd

from . import month_names
from .profile import Mapping

_SPACES = r"[\s\u00a0\u202f\u2009']+"  # what groups thousands, the Swiss apostrophe too
_HALF = r"(?i)\s?(?<![a-z])([ap])\.?\s?m\b\.?"
_ZONE = r"(?:Z|[+-]\d\d:?\d\d)$"
_HOUR = re.compile(r"%H(?:[^%\s]?%M(?:[^%\s]?%S)?)?")
_END_OF_DAY = re.compile(r"%H(?:[^%]{0,3}%M(?:[^%]{0,3}%S)?|h|$)")
_STRPTIME_DAY = np.datetime64("1900-01-01", "s")  # of a text that holds only an hour
_ANY_ZONE = r"(?s)[^\sT]*[\sT].*[-+Z]"
_NUMBER = r"[-+]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?"


def joined(texts: pd.DataFrame, mapping: Mapping) -> pd.Series:
    """The mapped columns joined by a space, as one text a row."""
    result = texts[mapping.columns[0]]
    for column in mapping.columns[1:]:
        pairs = zip(result.tolist(), texts[column].tolist())
        both = [f"{one} {other}".strip() for one, other in pairs]
        result = pd.Series(both, index=texts.index, dtype=object)
    return result


def moments(texts: pd.DataFrame, mapping: Mapping) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Local times of n rows: datetime64[s] (NaT: not readable), precision, whether empty.

    ``mapping.format`` holds strptime codes. ``%H%M`` reads 900 as 09:00 and 5 as 00:05, ``%Hh%M``
    also 9h. 24:00, 24h and a last 24 are the next day's 00:00 (ISO 8601). Where the hour is
    missing and the day is there, the day is kept, at precision ``day``.
    """
    pattern = mapping.format or ""
    values = _day_and_hour(texts, mapping, pattern)
    precision = np.full(len(values), _precision(pattern), dtype=object)
    empty = np.zeros(len(values), dtype=bool)
    rest = np.isnat(values)
    if rest.any():
        values[rest], precision[rest], empty[rest] = _together(texts[rest], mapping, pattern)
    return values, precision, empty


def _day_and_hour(texts: pd.DataFrame, mapping: Mapping, pattern: str) -> np.ndarray:
    """Moments whose day and hour stand in a column each: few days and few hours to read.

    NaT where the columns are others, or what stands in one is not the whole day or hour.
    """
    day, _, hour = pattern.partition(" ")
    if len(mapping.columns) != 2 or _day_part(pattern) != day or not _HOUR.fullmatch(hour):
        return np.full(len(texts), np.datetime64("NaT"), dtype="datetime64[s]")
    day_codes, words = pd.factorize(texts[mapping.columns[0]])
    days = _parse(words, day)
    # Only days written out in full: pandas before 2 takes all of ISO 8601 for its one format.
    days[pd.Series(days).dt.strftime(day).to_numpy() != words] = np.datetime64("NaT")
    hour_codes, words = pd.factorize(_filled_up(texts[mapping.columns[1]], hour))
    since_midnight = _parse(words, hour) - _STRPTIME_DAY
    return days[day_codes] + since_midnight[hour_codes]


def _together(
    texts: pd.DataFrame, mapping: Mapping, pattern: str
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """``moments`` from the columns joined."""
    codes, words = pd.factorize(_padded_hours(texts, mapping, pattern))
    values = _parse(words, pattern)
    precision = np.full(len(words), _precision(pattern), dtype=object)
    whole_hours = pattern.replace("%Hh%M", "%Hh") if "%Hh%M" in pattern else None
    for coarser, name in ((whole_hours, "hour"), (_day_part(pattern), "day")):
        if coarser:
            lacking = np.isnat(values)
            found = _parse(words[lacking], coarser)
            values[lacking] = found
            precision[np.flatnonzero(lacking)[~np.isnat(found)]] = name
    empty = np.asarray(joined(texts, mapping) == "")
    return values[codes], precision[codes], empty


def as_text(values: np.ndarray) -> np.ndarray:
    """datetime64[s] as ``YYYY-MM-DDTHH:MM:SS``, None for NaT; an object array."""
    days = values.astype("datetime64[D]")
    day_codes, days_met = pd.factorize(days.astype(np.int64))
    hour_codes, hours_met = pd.factorize((values - days).astype(np.int64))
    day = np.datetime_as_string(days_met.astype("datetime64[D]")).astype(object)
    hour = [text[10:] for text in np.datetime_as_string(hours_met.astype("datetime64[s]")).tolist()]
    result = day[day_codes] + np.array(hour, dtype=object)[hour_codes]
    result[np.isnat(values)] = None
    return result


def numbers(text: pd.Series, decimal: str) -> tuple[np.ndarray, np.ndarray]:
    """n floats (NaN where empty or not a number) and whether each is written but no number."""
    cells = text.tolist()
    values = _floats([cell.replace(",", ".") for cell in cells] if decimal == "," else cells)
    if np.isfinite(values).all():
        return values, np.zeros(len(values), dtype=bool)
    odd = ~np.isfinite(values) & (text != "").to_numpy()
    values[odd] = _floats(_without_separators(text[odd], decimal).tolist())
    wrong = odd & ~np.isfinite(values)
    values[wrong] = np.nan
    return values, wrong


def _floats(cells: list[str]) -> np.ndarray:
    together = "".join(cells)
    if together.isascii() and "_" not in together:  # which Python takes for digits too
        try:
            return np.fromiter(map(float, cells), dtype=float, count=len(cells))
        except ValueError:  # one that is no number, or empty
            pass
    text = pd.Series(cells, dtype=object)
    return pd.to_numeric(text, errors="coerce").to_numpy(dtype=float, na_value=np.nan).copy()


def _without_separators(text: pd.Series, decimal: str) -> pd.Series:
    """Numbers without what groups thousands: spaces, thin ones too, points, commas.

    Of points and commas in one number, the last is its decimal mark whatever ``decimal`` says; a
    mark that stands before each three digits, twice or more, groups.
    """
    clean = text.str.replace(_SPACES, "", regex=True)
    points, commas = clean.str.count(r"\."), clean.str.count(",")
    comma_last = clean.str.rfind(",") > clean.str.rfind(".")
    by_comma = comma_last & (commas == 1) & ((points > 0) | (decimal == ","))
    by_comma |= clean.str.fullmatch(r"[-+]?\d{1,3}(?:\.\d{3}){2,}")
    by_point = ~comma_last & (points == 1)
    by_point |= clean.str.fullmatch(r"[-+]?\d{1,3}(?:,\d{3}){2,}")
    clean = clean.mask(by_comma, clean.str.replace(".", "", regex=False))
    clean = clean.mask(by_point, clean.str.replace(",", "", regex=False))
    return clean.mask(by_comma, clean.str.replace(",", ".", regex=False))


def part(text: pd.Series, key: str | int) -> pd.Series:
    """One number of texts that hold several, as text ("" where there is none).

    ``key``: the word before the number (``{'lon': 2.3, 'lat': 48.8}``), or which number it is,
    from 1 (``48.8, 2.3``).
    """
    if isinstance(key, str):
        pattern = rf"""(?<!\w){re.escape(key)}(?!\w)["']?\s*[:=]?\s*["']?({_NUMBER})"""
        return text.str.extract(pattern, expand=False).fillna("")
    return text.str.findall(_NUMBER).str.get(key - 1).fillna("")


def translated(text: pd.Series, words: dict[str, str]) -> tuple[np.ndarray, np.ndarray]:
    """n codes (None where unknown or empty), and whether each is written but unknown."""
    codes, uniques = pd.factorize(text)
    found = np.array([words.get(word) for word in uniques], dtype=object)
    unknown = np.array([word != "" and word not in words for word in uniques], dtype=bool)
    return found[codes], unknown[codes]


def folded(word: str) -> str:
    """A word without case, accents, punctuation or doubled spaces, to compare names."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    letters = "".join(
        letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter)
    )
    return " ".join(letters.split())


def index_number(word: str) -> str:
    """An index of état 4001 as the crosswalk writes it: ``027`` and ``27.0`` are ``27``."""
    number = re.fullmatch(r"0*(\d+)(?:[.,]0*)?", word)
    return number[1] if number else word


def _parse(words: np.ndarray, pattern: str) -> np.ndarray:
    text, pattern, afternoon = _halves(pd.Series(words, dtype=object), pattern)
    if "%B" in pattern:  # nor is this left to strptime
        text, pattern = text.map(month_names.numbered), pattern.replace("%B", "%m")
    if "%z" in pattern:  # the hour as it is written, never converted
        text = text.str.replace(_ZONE, "", regex=True).str.rstrip()
        pattern = pattern.replace("%z", "").strip()
    elif pattern.startswith("%Y") and not re.match(_ANY_ZONE, pattern):
        # pandas before 2 takes any ISO 8601, and converts the hour
        text = text.mask(text.str.match(_ANY_ZONE), "")
    values = _strptime(text, pattern)
    lacking = np.isnat(values)
    if lacking.any():
        values[lacking] = _ends_of_days(text[lacking], pattern)
    values[values < _STRPTIME_DAY] = np.datetime64("NaT")
    values[afternoon] += np.timedelta64(12, "h")
    return values


def _strptime(text: pd.Series, pattern: str) -> np.ndarray:
    parsed = pd.to_datetime(text, format=pattern, errors="coerce")
    return parsed.to_numpy(dtype="datetime64[s]")


def _ends_of_days(text: pd.Series, pattern: str) -> np.ndarray:
    """Texts whose hour is 24:00, 24h or 24, as the next day's 00:00; NaT of the others."""
    hour = _END_OF_DAY.search(pattern)
    if hour is None:
        return np.full(len(text), np.datetime64("NaT", "s"))
    midnight = hour[0].replace("%H", "24").replace("%M", "00").replace("%S", "00")
    after = r"(?!\d)" if hour.end() < len(pattern) else "$"  # a lone 24 may be a day too
    written = rf"(?<!\d){re.escape(midnight)}{after}"
    begun = text.where(text.str.contains(written), "")
    begun = begun.str.replace(written, lambda _: "00" + midnight[2:], n=1, regex=True)
    return _strptime(begun, pattern) + np.timedelta64(1, "D")


def _halves(text: pd.Series, pattern: str) -> tuple[pd.Series, str, np.ndarray]:
    """Texts and format without AM and PM, and which texts say PM.

    Not left to strptime: it reads the locale's own words, and French has none.
    """
    if "%p" not in pattern or "%I" not in pattern:
        return text, pattern, np.zeros(len(text), dtype=bool)
    half = text.str.extract(_HALF, expand=False).str.lower()
    hours = text.where(half.isna(), text.str.replace(_HALF, "", regex=True).str.strip())
    # A text that says neither is not in this format.
    return (
        hours.where(half.notna(), ""),
        pattern.replace("%p", "").strip(),
        (half == "p").to_numpy(),
    )


def _padded_hours(texts: pd.DataFrame, mapping: Mapping, pattern: str) -> pd.Series:
    """The joined text, the piece that ``%H%M`` reads filled up to four digits."""
    pieces = pattern.split()
    if "%H%M" not in pieces or len(pieces) != len(mapping.columns):
        return joined(texts, mapping)
    column = mapping.columns[pieces.index("%H%M")]
    return joined(texts.assign(**{column: _filled_up(texts[column], "%H%M")}), mapping)


def _filled_up(hours: pd.Series, pattern: str) -> pd.Series:
    """Hours and minutes written as one number, with all four digits."""
    return hours.where(hours == "", hours.str.zfill(4)) if pattern == "%H%M" else hours


def _day_part(pattern: str) -> str | None:
    """The format without its hour, where the hour stands last; None where there is none."""
    pieces = pattern.split()
    hours = [i for i, piece in enumerate(pieces) if "%H" in piece or "%I" in piece]
    return " ".join(pieces[: hours[0]]) or None if hours else None


def _precision(pattern: str) -> str:
    if "%M" in pattern or "%X" in pattern:
        return "minute"
    if "%H" in pattern or "%I" in pattern:
        return "hour"
    return "day" if "%d" in pattern or "%j" in pattern else "month"
