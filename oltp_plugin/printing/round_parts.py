"""Parts that session packs, bulletins and diagnoses have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from oltp_plugin.layers import follow_up_words
from oltp_plugin.local_format import day, number
from oltp_plugin.observatory.labels import Labels
from oltp_plugin.observatory.meeting import Action, Cameras, Decision, Observation, Site
from oltp_plugin.observatory.page_sources import Source, Sources
from oltp_plugin.paths import version
from oltp_plugin.printing import agreement_words, measure_words, page_drawings, words
from oltp_plugin.printing.diffusion import Diffusion
from oltp_plugin.printing.logo import Logo
from oltp_plugin.printing.measures import Measure
from oltp_plugin.printing.sheet import Block, Drawing, Stack, Text
from oltp_plugin.translation import tr

_MOST, _MOST_SITES = 10, 12  # rows of a list


@dataclass(frozen=True)
class Cover:
    """What the head and the foot of a document say. ``territory``: its name."""

    town: str
    title: str
    subtitle: str
    diffusion: Diffusion
    named: tuple[str, ...]
    made_on: date
    colour: str = page_drawings.COLOUR
    logo: Logo | None = None


def head(cover: Cover) -> Drawing:
    return page_drawings.head(
        page_drawings.Head(
            cover.town,
            cover.title,
            cover.subtitle,
            words.diffusion_mark(cover.diffusion),
            words.diffusion_note(cover.diffusion, cover.named),
            cover.colour,
            cover.logo,
        )
    )


def foot(cover: Cover) -> str:
    return tr("{town} – {title}, {subtitle} – made on {date} with OLTP {version}").format(
        town=cover.town,
        title=cover.title,
        subtitle=cover.subtitle,
        date=day(cover.made_on),
        version=version(),
    )


def headed(title: str, *more: str) -> Text:
    """A heading, and paragraphs below it."""
    text = Text()
    text.heading(title)
    for each in more:
        text.paragraph(each)
    return text


def line(measure: Measure, labels: Labels) -> page_drawings.Line:
    """A measure as a line of indicators."""
    change = measure_words.change(measure)
    more = ""
    if measure.said and measure.change is not None and change != measure_words.NOTHING:
        more = tr("{before} a year before: {change}").format(
            before=number(measure.change.before), change=change
        )
    where = measure_words.place(measure)
    if measure.said and measure.usual is not None:
        where = f"{where} ({measure_words.usual(measure)})"
    return page_drawings.Line(
        labels.category(measure.category) if measure.category else tr("All records"),
        measure.source.name,
        measure_words.count(measure),
        where,
        more,
        measure.n if measure.said else None,
        measure.usual if measure.said else None,
        bool(measure.said and measure.place),
    )


def sites(found: Sequence[Site], first: str, last: str) -> Text:
    """Problem places: what is new, open, solved in the period."""
    text = headed(tr("Sites followed"))
    if not found:
        text.paragraph(tr("No site is followed here."))
        return text
    new = [each for each in found if (each.opened_on or "") >= first]
    solved = [each for each in found if each.closed_on and first <= each.closed_on <= last]
    still = [each for each in found if not each.closed_on or each.closed_on > last]
    text.paragraph(
        ", ".join(
            (
                _several(len(new), tr("1 new"), tr("{n} new")),
                _several(len(still), tr("1 open"), tr("{n} open")),
                _several(len(solved), tr("1 solved in the period"), tr("{n} solved in the period")),
            )
        )
        + "."
    )
    listed = list(dict.fromkeys([*new, *still, *solved]))
    if listed:
        text.table(
            [tr("Site"), tr("Theme"), tr("State"), tr("Since"), tr("Solved on")],
            [
                (
                    each.name,
                    follow_up_words.said(follow_up_words.themes(), each.theme)
                    or measure_words.NOTHING,
                    _site_state(each, first, last),
                    _day(each.opened_on),
                    _day(each.closed_on),
                )
                for each in listed[:_MOST_SITES]
            ],
            widths=[36, 20, 14, 15, 15],
        )
    _more(text, len(listed) - _MOST_SITES)
    return text


def decisions(found: Sequence[Decision], last: str) -> Text:
    text = headed(tr("Last decisions and their state"))
    if not found:
        text.paragraph(tr("No decision is recorded."))
        return text
    text.table(
        [tr("Decided"), tr("Site"), tr("What"), tr("Who"), tr("Until"), tr("State")],
        [
            (
                _day(each.decided_on),
                each.site,
                each.what,
                follow_up_words.said(follow_up_words.institutions(), each.lead)
                or measure_words.NOTHING,
                _day(each.due_on),
                _decision_state(each, last),
            )
            for each in found
        ],
        widths=[13, 18, 30, 14, 13, 12],
    )
    return text


def actions(found: Sequence[Action], cameras: Cameras | None) -> Text:
    text = headed(tr("Cameras and actions"))
    if cameras is not None:
        said = _several(cameras.n, tr("1 camera in service"), tr("{n} cameras in service"))
        if cameras.new:
            said += ", " + _several(
                cameras.new, tr("1 new in the period"), tr("{n} new in the period")
            )
        text.paragraph(said + ".")
    if not found:
        text.paragraph(tr("No action is recorded for the period."))
        return text
    text.table(
        [tr("Action"), tr("What"), tr("From"), tr("To"), tr("Effect expected beforehand")],
        [
            (
                each.kind,
                each.description or measure_words.NOTHING,
                _day(each.starts_on),
                _day(each.ends_on),
                each.expected_effect or tr("not written down"),
            )
            for each in found[:_MOST]
        ],
        widths=[15, 27, 15, 15, 28],
    )
    _more(text, len(found) - _MOST)
    return text


def observations(found: Sequence[Observation]) -> Text:
    text = headed(tr("Observations from the field"))
    if not found:
        text.paragraph(tr("No observation is recorded for the period."))
        return text
    text.items(
        tr("{day}, {institution} ({theme}): {note}").format(
            day=_day((each.observed_at or "")[:10]),
            institution=follow_up_words.said(follow_up_words.institutions(), each.institution)
            or tr("source not stated"),
            theme=follow_up_words.said(follow_up_words.themes(), each.theme) or tr("no theme"),
            note=each.note or measure_words.NOTHING,
        )
        for each in found[:_MOST]
    )
    _more(text, len(found) - _MOST)
    return text


def missing(sources: Sources) -> list[str]:
    """What did not come, and whose figures may not stand here and why."""
    return measure_words.missing(sources.allowed) + [
        agreement_words.left_out(name, error) for name, error in sources.left_out
    ]


def missing_text(sources: Sources) -> Text:
    text = headed(tr("What is missing from the partners"))
    said = missing(sources)
    if said:
        text.items(said)
    else:
        text.paragraph(tr("Every partner has delivered the whole period."))
    return text


def hot_spots(block: Block, words: str) -> Stack:
    """The map under its heading, and what it shows."""
    caption = Text()
    caption.small(words)
    return Stack((headed(tr("Where: the hot spots")), block, caption))


def coverage(sources: Sequence[Source], months: Sequence[str]) -> Stack:
    """The months of the partners on the page."""

    def state(row: int, column: int):
        source = sources[row]
        if source.told is None or months[column] < source.told[:7]:
            return None  # it had not begun
        found = source.months.get(months[column])
        return found.state if found else None

    short = [f"{name[5:]}/{name[2:4]}" for name in months]
    drawn = page_drawings.coverage([each.name for each in sources], short, state)
    return Stack((headed(tr("Coverage by partner and month")), drawn))


def caveats(measures: Sequence[Measure], sources: Sources, diffusion: Diffusion) -> Text:
    """How to read the figures."""
    text = headed(tr("How to read this"))
    said = [
        tr(
            "A figure counts records, as each partner writes them, by the day of the fact. "
            "Partners count different things: their figures stand side by side and are never "
            "added."
        ),
        measure_words.usual_basis(list(measures)),
        tr(
            "Changes compare with the same period a year before, counted at the same age: only "
            "what was recorded as soon after the fact. Between the two percentages lies what "
            "chance alone leaves possible; under 10 records no percentage is given."
        ),
        tr("More records may mean more incidents, or more reporting, or a partner that began."),
    ]
    several = ", ".join(each.name for each in sources.allowed if each.several)
    if several:
        said.append(
            tr(
                "Of these partners a record may stand for several facts, such as a line of a table"
                " by area: the figures count the records, not what they stand for: {partners}."
            ).format(partners=several)
        )
    said += measure_words.thresholds(sources.allowed)
    if diffusion is Diffusion.PUBLIC:
        said.append(
            tr(
                "“Not shown”: beside what was published before, the figure would tell a small "
                "count."
            )
        )
    if sources.answer.agreements:
        said.append(
            tr("Under the agreements: {references}.").format(
                references=", ".join(sources.answer.agreements)
            )
        )
    if sources.answer.without and diffusion is Diffusion.INTERNAL:
        named = ", ".join(
            each.name for each in sources.allowed if each.code in sources.answer.without
        )
        said.append(
            tr("Without an agreement, for internal use only: {partners}.").format(partners=named)
        )
    text.items(said)
    return text


def month_by_month(source: str, months: Sequence[tuple[str, int | str | None]]) -> Stack:
    """A source's months, the last of them the page's."""
    bars = [(f"{name[5:]}/{name[2:4]}", n) for name, n in months]
    note = Text()
    note.small(
        tr(
            "Every month counted at the age that the last one has; ×: nothing has come; –: not "
            "shown."
        )
    )
    title = tr("{source}, month by month").format(source=source)
    return Stack((headed(title), page_drawings.months(bars), note))


def _more(text: Text, n: int) -> None:
    if n > 0:
        text.small(tr("and {n} more").format(n=n))


def _several(n: int, one: str, many: str) -> str:
    return one if n == 1 else many.format(n=number(n))


def _day(iso: str | None) -> str:
    return day(date.fromisoformat(iso)) if iso else measure_words.NOTHING


def _site_state(site: Site, first: str, last: str) -> str:
    if site.closed_on and site.closed_on <= last:
        return tr("solved")
    return tr("new site") if (site.opened_on or "") >= first else tr("open")


def _decision_state(decision: Decision, last: str) -> str:
    if decision.done_on and decision.done_on <= last:
        return tr("done")
    if decision.due_on and decision.due_on < last:
        return tr("overdue")
    return tr("under way")
