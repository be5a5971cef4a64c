"""A field's dates and times, however it keeps them: as they are written, never converted."""

from __future__ import annotations

import numpy as np

from oltp_plugin.errors import LayerError

_LONGEST = 20  # characters looked at: YYYY-MM-DDTHH:MM:SS and what follows
_AFTER_CLOCK = [0, *map(ord, "Zz.,+-")]  # the end, a fraction or a zone


def moments(values: np.ndarray, field: str) -> np.ndarray:
    """The clock times of a field read by ``layers.arrays``, as datetime64[s]; NaT where unknown.

    Dates (at midnight), dates with a time, or ISO texts (``2024-05-31``, ``2024-05-31 23:15``,
    ``2024-05-31T23:15:00.000+02:00``). The hour that is written is the hour that counts: a time
    zone behind it is not used. A text that is none of these is NaT. Raises ``LayerError``
    "not_a_time" where ``field`` holds numbers, or texts of which not one is a date.
    """
    if values.dtype.kind == "M":
        return values.astype("datetime64[s]")
    if values.dtype.kind != "O":
        raise LayerError("not_a_time", field=field)
    given = np.array([value is not None and value != "" for value in values], dtype=bool)
    read = np.full(len(values), "NaT", dtype="datetime64[s]")
    read[given] = _from_texts(values[given])
    if given.any() and np.isnat(read).all():
        raise LayerError("not_a_time", field=field)
    return read


def _from_texts(texts) -> np.ndarray:
    codes = np.array(texts, dtype=f"U{_LONGEST}").view(np.uint32).reshape(-1, _LONGEST)

    def number(start: int, stop: int) -> np.ndarray:
        """The digits from ``start`` to ``stop``; -1 where another character stands there."""
        digits = codes[:, start:stop].astype(np.int64) - ord("0")
        value = digits @ 10 ** np.arange(stop - start - 1, -1, -1)
        return np.where(((digits >= 0) & (digits <= 9)).all(axis=1), value, -1)

    def stands(position: int, characters: str) -> np.ndarray:
        return np.isin(codes[:, position], [ord(each) for each in characters])

    year, month, day = number(0, 4), number(5, 7), number(8, 10)
    hour, minute, second = number(11, 13), number(14, 16), number(17, 19)
    dated = (year > 0) & (month >= 1) & (month <= 12) & (day >= 1) & stands(4, "-") & stands(7, "-")
    first = ((year - 1970) * 12 + month - 1).astype("datetime64[M]")
    date = first.astype("datetime64[D]") + (day - 1)
    dated &= date.astype("datetime64[M]") == first  # no 30 February
    clock = stands(10, "T ") & (hour >= 0) & (hour < 24) & stands(13, ":")
    clock &= (minute >= 0) & (minute < 60)
    exact = stands(16, ":") & (second >= 0) & (second < 60) & np.isin(codes[:, 19], _AFTER_CLOCK)
    to_the_minute = np.isin(codes[:, 16], _AFTER_CLOCK)
    clock &= exact | to_the_minute
    known = dated & (clock | (codes[:, 10] == 0))
    seconds = hour * 3600 + minute * 60 + np.where(exact, second, 0)
    moment = date.astype("datetime64[s]") + np.where(clock, seconds, 0)
    return np.where(known, moment, np.datetime64("NaT", "s"))
