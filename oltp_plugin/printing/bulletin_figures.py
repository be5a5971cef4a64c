"""The figures of a bulletin: which are counted, which are kept off the page, what they say."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from oltp_plugin.observatory import bulletins, indicator_values, meeting, period_counts
from oltp_plugin.observatory.bulletins import INDICATORS, Figure
from oltp_plugin.observatory.filter import IncidentFilter
from oltp_plugin.observatory.indicators import PUBLIC
from oltp_plugin.observatory.labels import Labels
from oltp_plugin.observatory.page_sources import Source, Sources
from oltp_plugin.observatory.period_counts import Window
from oltp_plugin.printing import bulletin_words, measure_words
from oltp_plugin.printing.diffusion import Diffusion
from oltp_plugin.printing.measures import Counting, Measure, kept_apart, months_before
from oltp_plugin.printing.publication import Publication
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
    publication = Publication(connection, public)

    def printed(measures: list[Measure], counting: Counting) -> list[Measure]:
        own = [publication.held(each, counting) for each in measures]
        found.figures += [figure for each in own for figure in counting.figures(each)]
        return own

    for partner, category in chosen:
        own = everywhere.get(partner)
        if own and category in own.source.categories:
            found.indicators += printed([own.measure(category)], own)
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
        tables = [
            (each.name, printed(_by_territory(inside[each.code], found.names), inside[each.code]))
            for each in ranked[: 1 + _ALL_OTHERS]
        ]
        found.territories, found.others = tables[0][1], tables[1:]
    return found


def _by_territory(counting: Counting, names: dict[str, str]) -> list[Measure]:
    """One a territory."""
    measures = [counting.measure(None, code) for code in names]
    return kept_apart(measures, counting.source.threshold)


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
        "since": since(connection, sources, window, diffusion),
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


def since(
    connection: sqlite3.Connection, sources: Sources, window: Window, diffusion: Diffusion
) -> list[str]:
    """What became of the last bulletin of an earlier period that the reader may have had."""
    before = next(
        (
            each
            for each in bulletins.bulletins(connection)
            if each.kind == "bulletin"
            and each.period_to < window[0]
            and Diffusion[each.diffusion.upper()] >= diffusion
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
