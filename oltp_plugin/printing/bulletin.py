"""The bulletin: a page for the mayor, then places, hours, territories, notes and method."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from oltp_plugin.local_format import number
from oltp_plugin.observatory.labels import Labels
from oltp_plugin.observatory.meeting import Action, Cameras, Observation
from oltp_plugin.observatory.page_sources import Sources
from oltp_plugin.printing import measure_words, page_drawings, round_parts
from oltp_plugin.printing.measures import Measure
from oltp_plugin.printing.round_parts import Cover
from oltp_plugin.printing.sheet import Block, Sheet, Stack, Text
from oltp_plugin.translation import tr

_SERIES = 6  # of the State's
_MANY = 5  # columns, for which letters become smaller
_SHORT = 22  # letters of a territory's name


@dataclass(frozen=True)
class Pages:
    """What they say. ``sentences``: three; ``state``: label, unit and values by year.

    ``territories``: the main source's measures, one a territory, ``names`` theirs; ``others``: by
    source, those of the other sources in the same order. ``hours``: 24 × 7 of the main source.
    ``since``: what became of the bulletin before; ``months``: of the coverage.
    """

    cover: Cover
    labels: Labels
    sources: Sources
    sentences: Sequence[str]
    indicators: Sequence[Measure]
    state: Sequence[tuple[str, str, dict[int, float | None]]]
    map: tuple[Block, str]
    main: str
    hours: np.ndarray | None
    level: str
    names: dict[str, str]
    territories: Sequence[Measure]
    others: Sequence[tuple[str, Sequence[Measure]]]
    actions: Sequence[Action]
    cameras: Cameras
    observations: Sequence[Observation]
    since: Sequence[str]
    months: Sequence[str]
    public: bool
    threshold: int


def sheet_of(pages: Pages) -> Sheet:
    sheet = Sheet(f"{pages.cover.title} – {pages.cover.subtitle}", round_parts.foot(pages.cover))
    _for_the_mayor(sheet, pages)
    sheet.new_page()
    _places_and_hours(sheet, pages)
    _territories(sheet, pages)
    sheet.add(round_parts.actions(pages.actions, pages.cameras))
    if not pages.public:
        sheet.add(round_parts.observations(pages.observations))
    if pages.since:
        since = round_parts.headed(tr("Since the last bulletin"), pages.since[0])
        since.items(pages.since[1:])
        sheet.add(since)
    sheet.add(
        round_parts.coverage(pages.sources.allowed, pages.months),
        round_parts.missing_text(pages.sources),
        round_parts.caveats(pages.indicators, pages.sources, pages.cover.diffusion),
    )
    return sheet


def _for_the_mayor(sheet: Sheet, pages: Pages) -> None:
    sheet.add(round_parts.head(pages.cover))
    said = Text(1.18)
    for sentence in pages.sentences:
        said.paragraph(sentence)
    sheet.add(said, round_parts.headed(tr("The year's indicators")))
    lines = [round_parts.line(each, pages.labels) for each in pages.indicators]
    if lines:
        sheet.add(page_drawings.indicators(lines, 13.5))
    note = Text()
    note.small(measure_words.usual_basis(list(pages.indicators)))
    sheet.add(note)
    if pages.state:
        sheet.add(_state(pages))


def _state(pages: Pages) -> Text:
    """The commune's series that the State publishes, beside ours."""
    text = round_parts.headed(tr("What the State publishes for the commune (SSMSI)"))
    years = sorted(pages.state[0][2])
    units = {  # the SSMSI's own words
        "victime": tr("victim"),
        "victime entendue": tr("victim heard"),
        "infraction": tr("offence"),
        "véhicule": tr("vehicle"),
        "mis en cause": tr("suspect"),
    }
    text.table(
        [tr("Recorded by police and gendarmerie"), tr("Unit"), *map(str, years)],
        [
            (label, units.get(unit, unit), *(_value(values.get(year)) for year in years))
            for label, unit, values in pages.state[:_SERIES]
        ],
        numbers=range(2, 2 + len(years)),
        widths=[43, 57 - 13 * len(years), *[13] * len(years)],
    )
    text.small(
        tr(
            "Another count than ours: whole years, offences recorded by the national forces, by "
            "the commune where they were committed. It is not added to the lines above."
        )
    )
    return text


def _value(value: float | None) -> str:
    return tr("not published") if value is None else number(round(value))


def _places_and_hours(sheet: Sheet, pages: Pages) -> None:
    block, words = pages.map
    sheet.add(round_parts.hot_spots(block, words))
    if pages.hours is not None:
        note = Text()
        note.small(
            tr(
                "{source}, hours of the fact; one whose hour is uncertain is shared over the hours "
                "in which it may have happened."
            ).format(source=pages.main)
            + (
                " " + tr("Cells under {n} are left empty.").format(n=pages.threshold)
                if pages.threshold > 1
                else ""
            )
        )
        sheet.add(
            Stack(
                (
                    round_parts.headed(tr("When: hours of the week")),
                    page_drawings.hours_of_week(
                        pages.hours, pages.threshold, 54, numbers=not pages.public
                    ),
                    note,
                )
            )
        )


def _territories(sheet: Sheet, pages: Pages) -> None:
    if pages.territories:
        text = round_parts.headed(tr("{source}, by territory").format(source=pages.main))
        text.table(
            [tr("Territory"), tr("Records"), tr("A year before"), tr("Change, at the same age")],
            [
                (
                    pages.names.get(each.territory or "", each.territory or ""),
                    measure_words.count(each),
                    measure_words.before(each),
                    measure_words.change(each),
                )
                for each in pages.territories
            ],
            numbers=[1, 2],
            widths=[21, 17, 15, 47] if _are_short(pages.names) else [36, 17, 14, 33],
        )
        sheet.add(text)
    if pages.others:
        n = len(pages.others)
        text = Text(1.0 if n < _MANY else 0.85)
        text.heading(tr("The other sources, by territory"))
        first = 20 if _are_short(pages.names) else 100 - 13 * n
        text.table(
            [tr("Territory"), *(name for name, _ in pages.others)],
            [
                (
                    pages.names.get(each.territory or "", each.territory or ""),
                    *(measure_words.count(measures[row]) for _, measures in pages.others),
                )
                for row, each in enumerate(pages.others[0][1])
            ],
            numbers=range(1, 1 + n),
            widths=[first, *[(100 - first) // n] * n],
        )
        text.small(tr("Each column counts in its partner's own way; columns are never added."))
        sheet.add(text)


def _are_short(names: dict[str, str]) -> bool:
    """Whether all territories' names go on a line of a narrow column."""
    return all(len(name) <= _SHORT for name in names.values())
