"""The three sentences of the mayor's page, and what became of the bulletin before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from oltp_plugin.local_format import day, number
from oltp_plugin.observatory.bulletins import Bulletin, Since
from oltp_plugin.observatory.labels import Labels
from oltp_plugin.observatory.page_sources import Source, Sources
from oltp_plugin.printing import measure_words, words
from oltp_plugin.printing.measures import Measure
from oltp_plugin.translation import tr

_NAMED = 3


def indicators_sentence(measures: Sequence[Measure], labels: Labels) -> str:
    """How many indicators are unusual, and which."""
    judged = [each for each in measures if each.said and each.place is not None]
    unusual = [each for each in judged if each.place]
    if not judged:
        return tr("No indicator can be compared with its usual range yet.")
    if not unusual:
        if len(judged) == 1:
            return tr("The one indicator that can be judged lies within its usual range.")
        return tr("All {n} indicators that can be judged lie within their usual range.").format(
            n=len(judged)
        )
    named = [_unusual(each, labels) for each in unusual]
    if len(named) > _NAMED + 1:  # one more takes the room of saying so
        named[_NAMED:] = [tr("and {n} more").format(n=len(named) - _NAMED)]
    if len(judged) == 1:
        text = tr("The one indicator that can be judged lies outside its usual range: {list}.")
    elif len(unusual) == 1:
        text = tr(
            "Of the {all} indicators that can be judged, one lies outside its usual range: {list}."
        )
    else:
        text = tr(
            "Of the {all} indicators that can be judged, {n} lie outside their usual range: {list}."
        )
    return text.format(n=len(unusual), all=len(judged), list=words.listed(named))


def _unusual(measure: Measure, labels: Labels) -> str:
    low, high = measure.usual or (0, 0)
    text = tr("{name} ({source}), {n} where {low} to {high} is usual")
    return text.format(
        name=labels.category(measure.category or ""),
        source=measure.source.name,
        n=number(measure.n or 0),
        low=number(low),
        high=number(high),
    )


def place_sentence(measures: Sequence[Measure], names: dict[str, str]) -> str:
    """Where the main source has most; ``measures``: one a territory."""
    told = [each for each in measures if each.said]
    total = sum(each.n or 0 for each in measures)
    if not told or not total:
        return tr("No territory stands out.")
    most = max(told, key=lambda each: each.n or 0)
    if any(each.hidden for each in measures):
        return tr("{source}, all categories: most records are in {territory}, {n}.").format(
            source=most.source.name,
            territory=names.get(most.territory or "", most.territory),
            n=number(most.n or 0),
        )
    text = tr("{source}, all categories: most records are in {territory}, {n} of {total}{share}.")
    return text.format(
        source=most.source.name,
        territory=names.get(most.territory or "", most.territory),
        n=number(most.n or 0),
        total=number(total),
        share=words.share(most.n or 0, total),
    )


def missing_sentence(sources: Sources) -> str:
    """Who has not delivered: their figures are missing, not nil."""
    late = [each.name for each in sources.allowed if not each.delivered]
    if not late:
        if len(sources.allowed) == 1:
            return tr("The one partner on this page has delivered the whole period.")
        return tr("The {n} partners on these pages have delivered the whole period.").format(
            n=len(sources.allowed)
        )
    if len(late) == 1:
        return tr("{partner} has not delivered: its figures are missing, not nil.").format(
            partner=late[0]
        )
    return tr("{partners} have not delivered: their figures are missing, not nil.").format(
        partners=", ".join(late[:-1]) + " " + tr("and") + " " + late[-1]
    )


def since_lines(before: Bulletin, found: Sequence[tuple[Source, Since]]) -> list[str]:
    """What became of the records of the bulletin before, a line a partner; small numbers are not
    told."""
    head = tr(
        "Since the bulletin of {period}, made on {date}, among the records of its period (that "
        "bulletin's figures stay as they were printed):"
    ).format(
        period=measure_words.period_of((before.period_from, before.period_to)),
        date=day(date.fromisoformat(before.made_at[:10])),
    )
    lines = [_changed(source, since) for source, since in found if any(since)]
    if len(lines) < len(found):
        lines.append(
            tr("The other partners: nothing changed.") if lines else tr("Nothing changed.")
        )
    return [head, *lines]


def _changed(source: Source, since: Since) -> str:
    """Of one partner: requalified, withdrawn, late; what did not happen is left out."""
    told = [
        _told(n, source.threshold, one, many)
        for n, one, many in (
            (since.requalified, tr("1 requalified"), tr("{n} requalified")),
            (since.withdrawn, tr("1 withdrawn by the partner"), tr("{n} withdrawn by the partner")),
            (since.late, tr("1 came late"), tr("{n} came late")),
        )
        if n
    ]
    return tr("{partner}: {changes}.").format(partner=source.name, changes=", ".join(told))


def _told(n: int, threshold: int, one: str, many: str) -> str:
    if n < threshold:
        return many.format(n=measure_words.hidden(threshold, n))
    return one if n == 1 else many.format(n=number(n))
