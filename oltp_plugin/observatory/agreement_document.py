"""An agreement as a JSON document, as ``oltp:setagreement`` reads it; nothing in it is trusted.

One object whose keys are those of ``agreements.Agreement``. A key that is left out, or null,
sets no limit.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path

from oltp_plugin.errors import ObservatoryError

from .agreements import (
    COLUMNS,
    COMBINATIONS,
    RECORD_FIELDS,
    RHYTHMS,
    Agreement,
)
from .schema import PRECISIONS

LARGEST = 1_000_000  # bytes
_LONGEST = 200  # characters of a word
_MOST = 500  # words of a list
_SYNONYMS = {"with": "combination_with"}


def read(path: Path) -> Agreement:
    """The agreement in a file; raises ObservatoryError as ``parse`` does."""
    try:
        if path.stat().st_size > LARGEST:
            raise ObservatoryError("agreement_not_read", name=path.name)
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ObservatoryError("agreement_not_read", name=path.name) from error
    return parse(text, path.name)


def parse(text: str, name: str) -> Agreement:
    """The agreement that ``text`` describes; ``name``: what to call it in a message.

    Raises ObservatoryError ``agreement_not_read``, ``agreement_key_unknown``,
    ``agreement_lacks``, ``agreement_value``, ``period_backwards``.
    """
    try:
        document = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise ObservatoryError("agreement_not_read", name=name) from error
    if not isinstance(document, dict):
        raise ObservatoryError("agreement_not_read", name=name)
    document = {_SYNONYMS.get(key, key): value for key, value in document.items()}
    unknown = [key for key in document if key not in COLUMNS]
    if unknown:
        raise ObservatoryError(
            "agreement_key_unknown", name=name, key=_short(unknown[0]), known=", ".join(COLUMNS)
        )
    for needed in ("partner", "reference"):
        if document.get(needed) is None:
            raise ObservatoryError("agreement_lacks", name=name, key=needed)
    values = {key: _read(key, value, name) for key, value in document.items() if value is not None}
    agreement = Agreement(**_combination(values))
    if agreement.valid_from and agreement.valid_to and agreement.valid_to < agreement.valid_from:
        raise ObservatoryError(
            "period_backwards", start=agreement.valid_from, end=agreement.valid_to
        )
    return agreement


def to_json(agreement: Agreement) -> str:
    """The document that ``parse`` reads back."""
    values = asdict(agreement)
    return json.dumps({key: values[key] for key in COLUMNS}, ensure_ascii=False, indent=2) + "\n"


class _BadValueError(Exception):
    """``args[0]``: what would do."""


def _read(key: str, value: object, name: str):
    try:
        return _READERS[key](value)
    except _BadValueError as error:
        raise ObservatoryError(
            "agreement_value", name=name, key=key, allowed=error.args[0]
        ) from error


def _combination(values: dict) -> dict:
    """A list alone says with whom; ``listed`` without a list is nobody."""
    if isinstance(values.get("combination"), tuple):
        values["combination_with"] = values["combination"]
        values["combination"] = "listed"
    elif values.get("combination_with") and values.get("combination") != "no":
        values["combination"] = "listed"
    return values


def _once(pairs: list[tuple[str, object]]) -> dict:
    """An object; a key that stands twice would hide one of its values."""
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError
    return dict(pairs)


def _no_number(_text: str):
    raise ValueError


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
        raise _BadValueError(f"1…{_LONGEST} characters")
    if not value.isprintable():
        raise _BadValueError("one line of text")
    return value.strip()


def _code(value: object) -> str:
    """A partner's code; a comma would part it in two where codes are listed."""
    text = _text(value)
    if "," in text or len(text) > 40:
        raise _BadValueError("PN, TAM…")
    return text


def _day(value: object) -> str:
    try:
        day = date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError as error:
        raise _BadValueError("2026-01-31") from error
    return day.isoformat()


def _one_of(*allowed: str) -> Callable[[object], str]:
    def read_choice(value: object) -> str:
        if value not in allowed:
            raise _BadValueError(", ".join(allowed))
        return str(value)

    return read_choice


def _list(read_word: Callable[[object], str]) -> Callable[[object], tuple[str, ...]]:
    def read_list(value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or len(value) > _MOST:
            raise _BadValueError("[…, …]")
        return tuple(dict.fromkeys(read_word(word) for word in value))

    return read_list


def _whole(least: int, most: int) -> Callable[[object], int]:
    def read_number(value: object) -> int:
        if type(value) is not int or not least <= value <= most:
            raise _BadValueError(f"{least}…{most}")
        return value

    return read_number


def _flag(value: object) -> bool:
    if type(value) is not bool:
        raise _BadValueError("true, false")
    return value


def _precision(value: object) -> str:
    return _one_of(*PRECISIONS)("cell" if value == "grid cell" else value)


def _allowed_combination(value: object) -> str | tuple[str, ...]:
    if type(value) is bool:
        return "yes" if value else "no"
    return _list(_code)(value) if isinstance(value, list) else _one_of(*COMBINATIONS)(value)


def _retention(value: object) -> dict[str, int]:
    if not isinstance(value, dict) or len(value) > _MOST:
        raise _BadValueError('{"vol_tire": 24}')
    return {_text(code): _MONTHS(months) for code, months in value.items()}


_MONTHS = _whole(1, 600)

_READERS: dict[str, Callable] = {
    "partner": _code,
    "reference": _text,
    "document": _text,
    "signed_on": _day,
    "valid_from": _day,
    "valid_to": _day,
    "purposes": _list(_text),
    "allowed_fields": _list(_one_of(*RECORD_FIELDS)),
    "allowed_categories": _list(_text),
    "finest_stored": _precision,
    "finest_shown": _precision,
    "recipients": _list(_text),
    "combination": _allowed_combination,
    "combination_with": _list(_code),
    "small_count_threshold": _whole(0, 1000),
    "retention_months": _MONTHS,
    "retention_by_category": _retention,
    "dwelling_numbers": _flag,
    "rhythm": _one_of(*RHYTHMS),
}
