"""The figures of a bulletin: which are counted, which are kept off the page, what they say."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from oltp_plugin.analysis.differencing import Published, telling
from oltp_plugin.analysis.suppression import hidden_in_line
from oltp_plugin.observatory import bulletins, indicator_values, meeting, period_counts
from oltp_plugin.observatory.bulletins import INDICATORS, Figure
from oltp_plugin.observatory.filter import IncidentFilter
from oltp_plugin.observatory.indicators import PUBLIC
from oltp_plugin.observatory.labels import Labels
from oltp_plugin.observatory.page_sources import Source, Sources
from oltp_plugin.observatory.period_counts import Window
from oltp_plugin.printing import bulletin_words, measure_words
from oltp_plugin.printing.diffusion import Diffusion
from oltp_plugin.printing.measures import Counting, Measure, months_before
from oltp_plugin.translation import language

_ALL_OTHERS = 6  # sources in the second table


@dataclass
class Found:
    """``ranked``: the sources that have delivered, most records first, the ``main`` one before all.
    ``territories``: the main source's, one a territory; ``others``: by source's name."""

    indicators: list[Measure] = field(default_factory=list)
    main: Source | None = None
    ranked: list[Source] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    territories: list[Measure] = field(default_factory=list)
    others: list[tuple[str, list[Measure]]] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


def first_choice(connection: sqlite3.Connection, sources: Sources, year: int):
    """The indicators of a year, by the year before: each source's largest family first.

    What a service's own activity brings to light, and sensitive categories, are no indicator.
    With nothing the year before, the year itself decides.
    """
    families = period_counts.families(connection)
    left_out = {
        code
        for (code,) in connection.execute(
            "SELECT code FROM category WHERE nature IN ('revealed', 'operational') OR sensitive = 1"
        )
    }
    for window in ((f"{year - 1}-01-01", f"{year - 1}-12-31"), (f"{year}-01-01", f"{year}-12-31")):
        counts: Counter[tuple[str, str]] = Counter()
        for (partner, category, _), n in period_counts.counts(connection, window).items():
            source = sources[partner]
            if source and category in source.categories and category not in left_out:
                counts[partner, families.get(category, category)] += n
        if counts:
            break
    ranks: Counter[str] = Counter()
    ranked = []
    for (partner, family), n in counts.most_common():
        ranked.append((ranks[partner], -n, partner, family))
        ranks[partner] += 1
    return [(partner, family) for _, _, partner, family in sorted(ranked)[:INDICATORS]]


def collect(
    connection: sqlite3.Connection,
    sources: Sources,
    chosen: Sequence[tuple[str, str]],
    window: Window,
    level: str,
    public: bool,
) -> Found:
    """Count everything, and decide what stays off the page."""
    families = period_counts.families(connection)
    everywhere = {each.code: Counting(connection, each, families) for each in sources.allowed}
    inside = {each.code: Counting(connection, each, families, level) for each in sources.allowed}
    found = Found()
    found.indicators = [
        everywhere[partner].measure(category)
        for partner, category in chosen
        if partner in everywhere and category in everywhere[partner].source.categories
    ]
    found.names = dict(
        connection.execute(
            "SELECT code, name FROM territory WHERE level = ? AND valid_to IS NULL ORDER BY code",
            (level,),
        )
    )
    delivered = [each for each in sources.allowed if each.delivered]
    totals = {each.code: everywhere[each.code].counted(window)[None, ""] for each in delivered}
    ranked = sorted(delivered, key=lambda each: -totals[each.code])
    if ranked:
        found.main, found.ranked = ranked[0], ranked
        found.territories = _by_territory(inside[found.main.code], found.names)
        found.others = [
            (each.name, _by_territory(inside[each.code], found.names))
            for each in ranked[1 : 1 + _ALL_OTHERS]
        ]
    if public:
        _hide_what_differences_tell(connection, found, everywhere, inside)
    for measure in found.indicators:
        found.figures += everywhere[measure.source.code].figures(measure)
    for measure in (*found.territories, *(each for _, own in found.others for each in own)):
        found.figures += inside[measure.source.code].figures(measure)
    return found


def _by_territory(counting: Counting, names: dict[str, str]) -> list[Measure]:
    """One a territory."""
    measures = [counting.measure(None, code) for code in names]
    return kept_apart(measures, counting.source.threshold)


def kept_apart(measures: list[Measure], least: int) -> list[Measure]:
    """More of them hidden, where a small one could be computed from their total and the rest."""
    if not measures or least < 2:
        return measures
    hidden = hidden_in_line([each.n or 0 for each in measures], least)
    before = hidden_in_line([each.before or 0 for each in measures], least)
    return [
        replace(
            each, hidden=bool(each.hidden or off), before_hidden=bool(each.before_hidden or old)
        )
        for each, off, old in zip(measures, hidden, before)
    ]


def _hide_what_differences_tell(connection, found: Found, everywhere, inside) -> None:
    """Against all that public bulletins have said before, and against itself."""
    known = [_published(each) for each in bulletins.published(connection)]

    def checked(measures: list[Measure], counting_of) -> list[Measure]:
        kept = []
        for measure in measures:
            figures = counting_of[measure.source.code].figures(measure)
            new = [
                _published(each) for each in figures if not each.hidden and each.value is not None
            ]
            told = telling(new, known, measure.source.threshold)
            known.extend(each for each, off in zip(new, told) if not off)
            by_period = {each.period: off for each, off in zip(new, told)}
            now = by_period.get(measure.source.window, False)
            before = any(
                off for period, off in by_period.items() if period != measure.source.window
            )
            kept.append(
                replace(
                    measure,
                    hidden=measure.hidden or now,
                    before_hidden=measure.before_hidden or before,
                )
            )
        return kept

    found.indicators = checked(found.indicators, everywhere)

    def by_territory(own: list[Measure]) -> list[Measure]:
        return _total_kept(_never_one(checked(own, inside)), found.indicators)

    found.territories = by_territory(found.territories)
    found.others = [(name, by_territory(own)) for name, own in found.others]


def _never_one(measures: list[Measure]) -> list[Measure]:
    """A single hidden territory would be the total less the others: the smallest goes too."""
    if sum(each.hidden for each in measures) != 1:
        return measures
    shown = [each for each in measures if each.said and each.n]
    if not shown:
        return measures
    least = min(shown, key=lambda each: each.n or 0)
    return [replace(each, hidden=True) if each is least else each for each in measures]


def _total_kept(measures: list[Measure], indicators: list[Measure]) -> list[Measure]:
    """Territories that all show tell their total, and the total less the indicators a small rest:
    then the two smallest are hidden."""
    if not measures or any(each.hidden for each in measures):
        return measures
    source = measures[0].source
    parts = sum(each.n or 0 for each in indicators if each.source.code == source.code and each.said)
    if not 0 < sum(each.n or 0 for each in measures) - parts < source.threshold:
        return measures
    shown = sorted((each for each in measures if each.n), key=lambda each: each.n or 0)
    return [replace(each, hidden=each in shown[:2] or each.hidden) for each in measures]


def _published(figure: Figure) -> Published:
    return Published(
        figure.partner,
        figure.category,
        None if figure.territory is None else (figure.territory_level or "", figure.territory),
        (figure.period_from, figure.period_to),
        figure.value or 0,
    )


def told(
    connection: sqlite3.Connection,
    sources: Sources,
    found: Found,
    labels: Labels,
    window: Window,
    diffusion: Diffusion,
) -> dict:
    """What the pages say beside the map."""
    area = meeting.Area(connection, None, None)
    least = found.main.threshold if found.main else 0
    return {
        "subtitle": measure_words.period_of(window),
        "sentences": [
            bulletin_words.indicators_sentence(found.indicators, labels),
            bulletin_words.place_sentence(found.territories, found.names),
            bulletin_words.missing_sentence(sources),
        ],
        "indicators": found.indicators,
        "state": indicator_values.yearly(connection, PUBLIC, window[1], language()),
        "main": found.main.name if found.main else "",
        "hours": hours(connection, found.main, window) if found.main else None,
        "names": found.names,
        "territories": found.territories,
        "others": found.others,
        "actions": meeting.actions(connection, area, *window),
        "cameras": meeting.cameras(connection, area, *window),
        "observations": meeting.observations(connection, area, *window),
        "since": _since(connection, sources, window),
        "threshold": least if diffusion is not Diffusion.INTERNAL else 0,
    }


def hours(
    connection: sqlite3.Connection,
    source: Source,
    window: Window,
    area: tuple[str, str] | None = None,
) -> np.ndarray | None:
    """24 × 7 aoristic weights of the source's records in the period; None without any.

    ``area``: level and code of a territory, else everywhere.
    """
    from oltp_plugin.analysis.aoristic import hours_of_week

    chosen = IncidentFilter(*window, partners=(source.code,), territories=(area,) if area else ())
    rows = connection.execute(
        "SELECT occurred_from, occurred_to, time_precision, category FROM incident"
        f" WHERE {chosen.sql()} AND time_precision <> 'month'"  # nosec B608
    ).fetchall()
    rows = [row for row in rows if row[3] in source.categories]
    if not rows:
        return None
    begins, ends, precisions, _ = zip(*rows)
    return hours_of_week(
        np.array(begins, dtype="datetime64[s]"),
        np.array([each or "NaT" for each in ends], dtype="datetime64[s]"),
        precision=list(precisions),
    ).weights


def _since(connection: sqlite3.Connection, sources: Sources, window: Window) -> list[str]:
    """What became of the last bulletin of an earlier period."""
    before = next(
        (
            each
            for each in bulletins.bulletins(connection)
            if each.kind == "bulletin" and each.period_to < window[0]
        ),
        None,
    )
    if before is None:
        return []
    found = [(each, bulletins.since(connection, before, each.code)) for each in sources.allowed]
    return bulletin_words.since_lines(before, found)


def months(window: Window, n: int) -> list[str]:
    """Names of the last ``n`` months up to the window's end."""
    last = window[0][:8] + "01", period_counts.month_end_of(window[1])
    return [name for name, _ in months_before(last, n)]
