"""A table of areas, periods and values becomes indicators; SSMSI's layout is known."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, fields
from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from oltp_plugin.errors import IntakeError
from oltp_plugin.observatory.indicators import Indicator, Value

from . import mapping, personal_data, reading, sampling
from .profile import Mapping, Profile

_PROFILES = Path(__file__).parent / "indicator_profiles"
_AT_ONCE = 64 << 20  # bytes of a text file; of a larger one some rows at a time,
_CHUNK = 200_000  # for a national table has millions
_UNPUBLISHED = ("ndiff", "nd", "secret", "s")
_GUESSES = {
    "area": r"^(code.?(geo|insee|commune|iris|qpv|quartier|secteur|territoire)|codgeo.*|commune|"
    r"quartier|sous.?quartier|iris|qpv|secteur|territoire|zone)\b",
    "period": r"^(annee|periode|mois|trimestre|date|year|period|month)\b",
    "indicator": r"^(indicateur|indicator|serie|libelle)\b",
    "unit": r"^(unite|unit)",
    "value": r"^(valeur|value|nombre|number|total|effectif|taux|n)\b",
    "published": r"^(est.?diffuse|diffusion|published)\b",
}


@dataclass(frozen=True)
class Columns:
    """Which column is what; None: none is. ``published``: ``diff``, or not, of each value."""

    area: str | None = None
    period: str | None = None
    value: str | None = None
    indicator: str | None = None
    unit: str | None = None
    published: str | None = None

    def named(self) -> list[str]:
        return [name for each in fields(self) if (name := getattr(self, each.name))]


@dataclass(frozen=True)
class IndicatorProfile:
    """A layout that the plugin knows: a starting point, to be checked on the file."""

    name: str
    partner: str
    level: str
    purpose: str
    columns: Columns


@dataclass
class Figures:
    """What a file holds for the observatory's areas.

    ``read``: rows of these areas; ``rejected``: of them, those without a period or a number;
    ``unpublished``: values kept empty because the producer does not publish them; ``elsewhere``:
    rows of other areas; ``twice``: rows whose area, period and series had come before.
    """

    series: dict[str, Indicator] = field(default_factory=dict)
    values: dict[tuple, Value] = field(default_factory=dict)
    read: int = 0
    rejected: int = 0
    unpublished: int = 0
    elsewhere: int = 0
    twice: int = 0

    @property
    def period(self) -> tuple[str | None, str | None]:
        found = self.values.values()
        return (
            min((each.period_from for each in found), default=None),
            max((each.period_to for each in found), default=None),
        )


def recognise(columns: Sequence[str]) -> IndicatorProfile | None:
    """The known layout of which all columns are there."""
    for file in sorted(_PROFILES.glob("*.json")):
        document = json.loads(file.read_text(encoding="utf-8"))
        found = {
            name: _first(columns, entry["pattern"]) for name, entry in document["fields"].items()
        }
        if all(found.values()):
            own = {name: document[name] for name in ("name", "partner", "level", "purpose")}
            return IndicatorProfile(**own, columns=Columns(**found))
    return None


@lru_cache(maxsize=1)
def _english() -> dict[str, str]:
    """Folded label -> English, of the series of the known layouts."""
    found = {}
    for file in _PROFILES.glob("*.json"):
        known = json.loads(file.read_text(encoding="utf-8")).get("english", {})
        found.update({mapping.folded(label): english for label, english in known.items()})
    return found


def propose(columns: Sequence[str]) -> Columns:
    """Columns by their names: a known layout's, else the first that looks like each."""
    known = recognise(columns)
    if known:
        return known.columns
    found: dict[str, str | None] = {}
    for name, pattern in _GUESSES.items():
        free = [column for column in columns if column not in found.values()]
        found[name] = _first(free, pattern)
    return Columns(**found)


def read(
    path: Path,
    columns: Columns,
    areas: dict[str, str],
    prefix: str,
    label: str = "",
    unit: str = "",
) -> Figures:
    """The figures of the observatory's ``areas`` (code -> name); the file may have either.

    ``label``, ``unit``: of the one series of a file that has no column for them; ``prefix``
    begins every code. Raises IntakeError ``indicator_columns`` and what ``reading`` raises.
    """
    missing = [each for each in ("area", "period", "value") if not getattr(columns, each)]
    if not columns.indicator and not label.strip():
        missing.append("indicator")
    if missing:
        raise IntakeError("indicator_columns", name=path.name, missing=", ".join(missing))
    sample = sampling.sample(path)
    named = columns.named()
    absent = [name for name in named if name not in sample.columns]
    if absent:
        # A row without one of them may be data, and an error quotes no cell.
        is_header = len(absent) < len(named)
        found = personal_data.masked(", ".join(sample.columns[:12])) if is_header else "…"
        raise IntakeError("missing_column", name=path.name, column=absent[0], found=found)
    codes = {mapping.folded(word): code for code, name in areas.items() for word in (name, code)}
    figures = Figures()
    for rows in _chunks(path, sample, columns):
        _take(figures, rows, columns, codes, prefix, (label.strip(), unit.strip()), sample)
    return figures


def _chunks(path: Path, sample: sampling.FileSample, columns: Columns) -> Iterator[pd.DataFrame]:
    """The named columns as text, a part of the file at a time.

    Raises what ``reading`` raises.
    """
    layout = sample.layout
    if layout.type != "csv":
        yield sample.whole(columns.named())
        return
    if sample.complete:
        yield sample.texts[columns.named()]
        return
    profile = Profile("", "", None, {"category": Mapping(tuple(columns.named()))}, type="csv")
    if path.stat().st_size < _AT_ONCE:
        yield reading.read_table(path, profile).texts
        return
    try:
        with pd.read_csv(
            path,
            sep=layout.delimiter,
            encoding=layout.encoding,
            encoding_errors="replace",  # few, or another would have been found
            header=(layout.header_row or 1) - 1,
            usecols=columns.named(),
            dtype=str,
            keep_default_na=False,
            chunksize=_CHUNK,
        ) as reader:
            for chunk in reader:
                yield chunk.apply(lambda column: column.str.strip())
    except (pd.errors.ParserError, ValueError) as error:
        raise IntakeError("unreadable_table", name=path.name) from error


def _take(
    figures: Figures,
    rows: pd.DataFrame,
    columns: Columns,
    codes: dict[str, str],
    prefix: str,
    given: tuple[str, str],
    sample: sampling.FileSample,
) -> None:
    english = _english()
    words = {word: codes.get(mapping.folded(word)) for word in rows[columns.area].unique()}
    area = rows[columns.area].map(words)
    ours = area.notna()
    figures.elsewhere += int((~ours).sum())
    rows, area = rows[ours], area[ours]
    figures.read += len(rows)
    periods = {text: period(text) for text in rows[columns.period].unique()}
    written = rows[columns.value]
    numbers, odd = mapping.numbers(written, sample.layout.decimal or ",")
    hidden = written.str.lower().isin(_UNPUBLISHED).to_numpy()
    if columns.published:
        hidden |= rows[columns.published].str.lower().isin(_UNPUBLISHED).to_numpy()
    numbers[hidden] = np.nan
    wrong = odd & ~hidden
    labels = rows[columns.indicator] if columns.indicator else [given[0]] * len(rows)
    units = rows[columns.unit] if columns.unit else [given[1]] * len(rows)
    cells = zip(area, rows[columns.period], labels, units, numbers.tolist(), hidden, wrong)
    for code, when, label, unit, number, unpublished, bad in cells:
        days = periods[when]
        if days is None or bad or not label or (np.isnan(number) and not unpublished):
            figures.rejected += 1
            continue
        known = english.get(mapping.folded(label), "")
        series = Indicator(_code(prefix, label), label, unit, known)
        figures.series.setdefault(series.code, series)
        key = (series.code, code, *days)
        figures.twice += key in figures.values
        figures.unpublished += bool(unpublished)
        value = None if unpublished else number
        figures.values.setdefault(key, Value(series.code, code, *days, value))


def period(text: str) -> tuple[str, str] | None:
    """A year, a month, a quarter or a day as ISO days, both included; None where it is none.

    2024, 24, 2024-05, 05/2024, 2024T2, T2 2024, 2024-Q2, 2024-05-31, 31/05/2024.
    """
    plain = text.strip().upper()
    plain = re.sub(r"\.0$", "", plain)  # a spreadsheet's number
    for pattern in (r"(?P<y>\d{4})", r"(?P<y>\d{2})"):
        if match := re.fullmatch(pattern, plain):
            year = int(match["y"]) + (2000 if len(match["y"]) == 2 else 0)
            return f"{year:04}-01-01", f"{year:04}-12-31"
    for pattern in (r"(?P<y>\d{4})[-/ ]?[TQ](?P<q>[1-4])", r"[TQ](?P<q>[1-4])[-/ ]?(?P<y>\d{4})"):
        if match := re.fullmatch(pattern, plain):
            first = 3 * int(match["q"]) - 2
            return f"{int(match['y']):04}-{first:02}-01", _last_day(int(match["y"]), first + 2)
    for pattern in (r"(?P<y>\d{4})[-/](?P<m>\d{1,2})", r"(?P<m>\d{1,2})[-/](?P<y>\d{4})"):
        if (match := re.fullmatch(pattern, plain)) and 1 <= int(match["m"]) <= 12:
            year, month = int(match["y"]), int(match["m"])
            return f"{year:04}-{month:02}-01", _last_day(year, month)
    for pattern in (
        r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})([T ].*)?",
        r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})",
    ):
        if match := re.fullmatch(pattern, plain):
            day = f"{int(match['y']):04}-{int(match['m']):02}-{int(match['d']):02}"
            with suppress(ValueError):
                return str(date.fromisoformat(day)), day
    return None


def _last_day(year: int, month: int) -> str:
    following = np.datetime64(f"{year:04}-{month:02}") + 1
    return str(following.astype("datetime64[D]") - 1)


def _code(prefix: str, label: str) -> str:
    return re.sub(r"\W+", "_", mapping.folded(f"{prefix} {label}")).strip("_")[:80]


def _first(columns: Sequence[str], pattern: str) -> str | None:
    known = re.compile(pattern, re.IGNORECASE)
    plain = {column: mapping.folded(column) for column in columns}
    return next((each for each in columns if known.search(each) or known.search(plain[each])), None)
