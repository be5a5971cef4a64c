"""The session pack of a groupe territorial: two pages, for the table of its meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from oltp_plugin.observatory.labels import Labels
from oltp_plugin.observatory.meeting import Action, Cameras, Decision, Observation, Site
from oltp_plugin.observatory.page_sources import Sources
from oltp_plugin.printing import page_drawings, round_parts
from oltp_plugin.printing.measures import Measure
from oltp_plugin.printing.round_parts import Cover
from oltp_plugin.printing.sheet import Block, Sheet
from oltp_plugin.translation import tr

MOST = 8  # lines of counts


@dataclass(frozen=True)
class SessionPack:
    """What the two pages say. ``map``: the block, and the words below it; ``months``: names and
    counts of the source ``months_of``, its last thirteen."""

    cover: Cover
    labels: Labels
    sources: Sources
    measures: Sequence[Measure]
    map: tuple[Block, str]
    window: tuple[str, str]
    months_of: str = ""
    months: Sequence[tuple[str, int | str | None]] = ()
    sites: Sequence[Site] = ()
    decisions: Sequence[Decision] = ()
    actions: Sequence[Action] = ()
    cameras: Cameras | None = None
    observations: Sequence[Observation] = field(default_factory=tuple)
    public: bool = False


def sheet_of(pack: SessionPack) -> Sheet:
    """Recto: map and counts. Verso: sites, decisions, notes, what is missing."""
    sheet = Sheet(f"{pack.cover.title} – {pack.cover.subtitle}", round_parts.foot(pack.cover), 8.5)
    block, words = pack.map
    sheet.add(round_parts.head(pack.cover), block)
    if words:
        caption = round_parts.Text()
        caption.small(words)
        sheet.add(caption)
    lines = [round_parts.line(each, pack.labels) for each in pack.measures]
    if lines:
        sheet.add(round_parts.headed(tr("Counts in their usual range")))
        sheet.add(page_drawings.indicators(lines, 12.4))
    else:
        sheet.add(round_parts.headed(tr("Counts"), tr("No partner has told of this territory.")))
    sheet.new_page()
    if pack.months:
        sheet.add(round_parts.month_by_month(pack.months_of, pack.months))
    if not pack.public:
        sheet.add(
            round_parts.sites(pack.sites, *pack.window),
            round_parts.decisions(pack.decisions, pack.window[1]),
        )
    sheet.add(round_parts.actions(pack.actions, pack.cameras))
    if not pack.public:
        sheet.add(round_parts.observations(pack.observations))
    sheet.add(round_parts.missing_text(pack.sources))
    sheet.add(round_parts.caveats(pack.measures, pack.sources, pack.cover.diffusion))
    return sheet
