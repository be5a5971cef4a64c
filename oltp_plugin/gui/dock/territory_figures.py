"""What a filter amounts to by territory; plain Python, so that it runs beside the window."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from oltp_plugin.errors import AnalysisError
from oltp_plugin.observatory import by_territory, gate, periods
from oltp_plugin.observatory.connection import reading
from oltp_plugin.observatory.counting import NOT_REVEALED
from oltp_plugin.observatory.filter import DATE_COLUMNS, IncidentFilter

FEW = 10  # under it a rate depends on chance
FEW_CLASS, NO_RATE_CLASS = -1, -2
SIZES = {"residents": "population", "dwellings": "dwellings"}


@dataclass(frozen=True)
class TerritoryFigures:
    """``values``: by field, by a territory's fid; one that has none is not there.

    ``used``: the records that they rest on; ``denominator``: of a rate, a key of SIZES, None
    where there can be none; ``sources``: the partners, as the agreements have them.
    """

    values: dict[str, dict[int, float]]
    used: int
    sources: tuple = ()
    denominator: str | None = None
    dispersion: object = None  # analysis.two_periods.Dispersion, of a change
    days: tuple[int, int] = field(default=(0, 0))


def compute(path: Path, name: str, level: str, chosen: IncidentFilter) -> TerritoryFigures:
    """The figures of the view ``name`` (counts, rates or change) by territories of ``level``.

    Raises ``AgreementError``, and AnalysisError where the filter has no comparison.
    """
    with reading(path) as connection:
        viewable = gate.viewable(connection)

        def condition(own: IncidentFilter) -> str:
            return f"({own.sql()}) AND {viewable}" if viewable else f"({own.sql()})"

        answer = gate.ask_where(connection, "view", condition(chosen), needs="territory")
        made = {"counts": _counts, "rates": _rates, "change": _change}[name](
            connection, level, chosen, condition
        )
    return replace(made, sources=answer.sources)


def _counts(connection, level: str, chosen: IncidentFilter, condition) -> TerritoryFigures:
    n = by_territory.counts(connection, level, condition(chosen))
    most = max(n.values(), default=0)
    return TerritoryFigures({"n": n, "most": dict.fromkeys(n, most)}, sum(n.values()))


def _rates(connection, level: str, chosen: IncidentFilter, condition) -> TerritoryFigures:
    counted = f"{condition(chosen)} AND {NOT_REVEALED}"
    n = by_territory.counts(connection, level, counted)
    found = by_territory.denominators(connection, condition(chosen))
    denominator = found[0] if len(found) == 1 and found[0] in SIZES else None
    size = by_territory.sizes(connection, level, SIZES[denominator]) if denominator else {}
    rate = {fid: 1000 * n[fid] / size[fid] for fid in size}
    known = sum(size.values())
    whole = 1000 * sum(n[fid] for fid in size) / known if known else 0
    relative = {
        fid: NO_RATE_CLASS if fid not in rate else rate[fid] / whole if n[fid] >= FEW else FEW_CLASS
        for fid in n
    }
    values = {"n": n, "per_1000": rate, "relative": relative}
    return TerritoryFigures(values, sum(n.values()), denominator=denominator if size else None)


def _change(connection, level: str, chosen: IncidentFilter, condition) -> TerritoryFigures:
    import numpy as np

    from oltp_plugin.analysis.change import compare
    from oltp_plugin.analysis.false_discovery import benjamini_hochberg
    from oltp_plugin.analysis.two_periods import TwoPeriods, dispersion

    first, last, windows = _periods(chosen)

    def count(begin: date, end: date) -> dict[int, int]:
        within = replace(chosen, first_day=str(begin), last_day=str(end))
        return by_territory.counts(connection, level, condition(within))

    fids = by_territory.territories(connection, level)
    after = count(first, last)
    before = [count(*window) for window in windows]
    length = (last - first).days + 1
    days = sum((end - begin).days + 1 for begin, end in windows)
    two = TwoPeriods.of(str(windows[0][0]), str(windows[0][1]), str(first), str(last))
    history = by_territory.days(
        connection,
        level,
        condition(replace(chosen, first_day=None, last_day=str(last))),
        DATE_COLUMNS[chosen.date_basis],
    )
    order = {fid: position for position, fid in enumerate(fids)}
    place = np.array([order[fid] for fid, _ in history], dtype=int)
    times = np.array([day for _, day in history], dtype="datetime64[D]")
    chance = dispersion(place, times, None, len(fids), two)
    sums = [sum(each[fid] for each in before) for fid in fids]
    found = compare(sums, [after[fid] for fid in fids], (days, length), chance.factor)
    p = np.where(found.before + found.after > 0, found.p, np.nan)
    columns = {
        "n_before": found.before * length / days,
        "n_after": found.after,
        "change": found.after - found.before * length / days,
        "change_pct": found.percent,
        "p": p,
        "q": benjamini_hochberg(p),
    }
    values = {
        name: {fid: float(x) for fid, x in zip(fids, column) if np.isfinite(x)}
        for name, column in columns.items()
    }
    used = sum(after.values()) + sum(sums)
    return TerritoryFigures(values, used, dispersion=chance, days=(days, length))


def _periods(chosen: IncidentFilter) -> tuple[date, date, list[periods.Days]]:
    """The filter's own days, and those that it is compared with, latest first."""
    if not (chosen.first_day and chosen.last_day):
        raise AnalysisError("no_comparison")
    first, last = date.fromisoformat(chosen.first_day), date.fromisoformat(chosen.last_day)
    own = None
    if chosen.comparison_first and chosen.comparison_last:
        own = (chosen.comparison_first, chosen.comparison_last)
    windows = periods.compared(chosen.comparison, first, last, own)
    if not windows:
        raise AnalysisError("no_comparison")
    return first, last, windows
