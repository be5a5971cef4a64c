"""The safety diagnosis of a territory: its years, then places, hours, notes and method."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from oltp_plugin.observatory.labels import Labels
from oltp_plugin.observatory.meeting import Action, Cameras, Decision, Observation, Site
from oltp_plugin.observatory.page_sources import Source, Sources
from oltp_plugin.printing import measure_words, page_drawings, round_parts
from oltp_plugin.printing.measures import Measure
from oltp_plugin.printing.round_parts import Cover
from oltp_plugin.printing.sheet import Block, Sheet, Stack, Text
from oltp_plugin.translation import tr

MOST = 8  # lines of the last year's counts


@dataclass(frozen=True)
class SourceYears:
    """``rows``: a family's code, and of each year what is said."""

    source: Source
    rows: Sequence[tuple[str, Sequence[str]]]


@dataclass(frozen=True)
class Diagnosis:
    """What the pages say. ``held``: words on where the counts come from; ``last``: measures of the
    last year; ``hours``: 24 × 7 of the ``main`` source in the last year."""

    cover: Cover
    labels: Labels
    sources: Sources
    years: Sequence[int]
    held: str
    last: Sequence[Measure]
    tables: Sequence[SourceYears]
    map: tuple[Block, str]
    main: str
    bars: Sequence[tuple[str, int | str | None]]
    hours: np.ndarray | None
    threshold: int
    window: tuple[str, str]
    sites: Sequence[Site]
    decisions: Sequence[Decision]
    actions: Sequence[Action]
    cameras: Cameras
    observations: Sequence[Observation]
    months: Sequence[str]
    public: bool


def sheet_of(told: Diagnosis) -> Sheet:
    sheet = Sheet(f"{told.cover.title} – {told.cover.subtitle}", round_parts.foot(told.cover))
    held = Text()
    held.paragraph(told.held)
    sheet.add(round_parts.head(told.cover), held)
    lines = [round_parts.line(each, told.labels) for each in told.last]
    if lines:
        sheet.add(
            round_parts.headed(tr("{year}, in its usual range").format(year=told.years[-1])),
            page_drawings.indicators(lines, 13.2),
        )
    for each in told.tables:
        sheet.add(_years(each, told))
    sheet.new_page()
    block, words = told.map
    sheet.add(round_parts.hot_spots(block, words))
    if told.bars:
        sheet.add(round_parts.month_by_month(told.main, told.bars))
    if told.hours is not None:
        hours = page_drawings.hours_of_week(told.hours, told.threshold, 52, not told.public)
        sheet.add(Stack((round_parts.headed(tr("When: hours of the week")), hours)))
    if not told.public:
        sheet.add(
            round_parts.sites(told.sites, *told.window),
            round_parts.decisions(told.decisions, told.window[1]),
        )
    sheet.add(round_parts.actions(told.actions, told.cameras))
    if not told.public:
        sheet.add(round_parts.observations(told.observations))
    sheet.add(
        round_parts.coverage(told.sources.allowed, told.months),
        round_parts.missing_text(told.sources),
        round_parts.caveats(told.last, told.sources, told.cover.diffusion),
    )
    return sheet


def _years(each: SourceYears, told: Diagnosis) -> Text:
    text = round_parts.headed(tr("{source}, year by year").format(source=each.source.name))
    if not each.rows:
        text.paragraph(tr("No record of this territory in these years."))
        return text
    wide = min(13, 60 // len(told.years))
    text.table(
        [tr("Family"), *map(str, told.years)],
        [(told.labels.category(family), *said) for family, said in each.rows],
        numbers=range(1, 1 + len(told.years)),
        widths=[100 - wide * len(told.years), *[wide] * len(told.years)],
    )
    if any(measure_words.NOTHING in said for _, said in each.rows):
        text.small(tr("–: the partner has not told of the whole year."))
    return text
