"""One page for anybody: what the observatory stores, from whom, why, how long, who saw it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from oltp_plugin.local_format import day, months, number
from oltp_plugin.observatory.labels import Labels
from oltp_plugin.observatory.transparency import Facts, SourceFacts
from oltp_plugin.paths import version
from oltp_plugin.printing import agreement_words
from oltp_plugin.printing.document import Document
from oltp_plugin.translation import tr

_FAMILIES = 4  # named for each partner


def write_sheet(output: Path, facts: Facts, labels: Labels, methods: Sequence[str]) -> int:
    """Write the page; ``methods``: names of the analyses that are offered.

    Returns the number of pages, which is 1 unless there are very many partners. Raises
    ``PrintError`` as ``Document.write``.
    """
    return _document(facts, labels, methods).write(output, foot(facts), one_page=True)


def town(facts: Facts) -> str:
    """The name that the observatory goes by, in a heading."""
    return facts.title or facts.commune or tr("the town")


def foot(facts: Facts) -> str:
    """Under every page."""
    return tr("Made from the observatory itself on {date} with OLTP {version}").format(
        date=day(date.fromisoformat(facts.day)), version=version()
    )


def told(n: int, threshold: int) -> str:
    """A count as the public may know it: small ones are not told."""
    if 0 < n < threshold:
        return tr("fewer than {n}").format(n=threshold)
    return number(n)


def _document(facts: Facts, labels: Labels, methods: Sequence[str]) -> Document:
    page = Document(tr("Public tranquillity observatory of {town}").format(town=town(facts)), 9.0)
    page.lead(
        tr(
            "What is stored here, where it comes from, what it serves, how long it is kept, and "
            "who has seen it. This page is written by the software from the file itself."
        )
    )
    page.heading(tr("What is stored"))
    page.paragraph(_stored(facts))
    page.paragraph(
        tr(
            "There is no field for a name, an age, a sex, a nationality, a number plate or a "
            "telephone number, no picture and no video. The data are not anonymous all the same: "
            "a place and an hour can point to somebody. That is why their use is limited."
        )
    )
    page.heading(tr("Where it comes from, how long it is kept, who may see it"))
    _sources(page, facts, labels)
    page.heading(tr("How precise it is"))
    page.paragraph(_precise(facts))
    page.heading(tr("What it serves"))
    page.paragraph(_serves(facts, methods))
    page.heading(tr("What is refused"))
    page.items(_refused())
    page.heading(tr("Who has seen it"))
    page.paragraph(_seen(facts))
    page.heading(tr("What has been deleted"))
    page.paragraph(_deleted(facts))
    page.heading(tr("Your questions and your rights"))
    page.paragraph(
        tr(
            "Write to the data protection officer at the town hall, who keeps the register entry "
            "and the impact assessment. You may also turn to the CNIL (www.cnil.fr)."
        )
    )
    return page


def _total(facts: Facts) -> str:
    """All records; less is said where the sources shown, subtracted, would leave a small count."""
    small = [source for source in facts.sources if source.is_small]
    if not small:
        return number(facts.n)
    others = facts.n - sum(source.n for source in small)
    if others:
        return tr("more than {n}").format(n=number(others))
    return tr("fewer than {n}").format(n=number(sum(source.threshold for source in small)))


def _stored(facts: Facts) -> str:
    firsts = [source.first for source in facts.sources if source.first]
    lasts = [source.last for source in facts.sources if source.last]
    if not firsts:
        return tr("Reports of incidents: none so far.")
    period = months(date.fromisoformat(min(firsts)[:10]), date.fromisoformat(max(lasts)[:10]))
    return tr(
        "{n} reports of incidents ({period}), sent by the institutions below. A report is a line "
        "that says what happened, when, and where: places, never persons."
    ).format(n=_total(facts), period=period)


def _sources(page: Document, facts: Facts, labels: Labels) -> None:
    page.table(
        [
            tr("Source and agreement"),
            tr("How many"),
            tr("What they are about"),
            tr("For how long"),
            tr("May be seen by"),
            tr("Place"),
        ],
        [
            (
                f"{source.name} – {agreement_words.in_force(source.agreement)}",
                told(source.n, source.threshold),
                _families(source, labels),
                agreement_words.kept(source.agreement, labels),
                agreement_words.recipients(source.agreement),
                agreement_words.places(source.agreement),
            )
            for source in facts.sources
        ],
        numbers=[1],
        widths=[26, 9, 23, 13, 13, 16],
    )


def _families(source: SourceFacts, labels: Labels) -> str:
    named = [labels.category(code) for code in source.families]
    if len(named) > _FAMILIES + 1:  # one more takes the room of saying so
        named[_FAMILIES:] = [tr("{n} others").format(n=len(named) - _FAMILIES)]
    return ", ".join(named) or "–"


def _precise(facts: Facts) -> str:
    exact = facts.precisions["address"]
    share = round(100 * exact / facts.n) if facts.n else 0
    text = tr(
        "{share} % of the reports have the point of an address; the others have a street, a stop, "
        "a 100 m square, a district or no place. For dwellings, neither number nor exact point is "
        "stored unless the agreement says so. Violence within the family and other sensitive "
        "categories are stored by district only, without a point. Outside the observatory's team, "
        "counts below an agreement's threshold are not shown."
    ).format(share=share)
    if facts.exact_sensitive:
        text += " " + tr(
            "Some reports of sensitive categories still have a point, and have to be corrected."
        )
    return text


def _serves(facts: Facts, methods: Sequence[str]) -> str:
    text = tr(
        "To know where and when the public space is disturbed, to talk about it with the "
        "partners of the prevention council (CLSPD), and to see whether what was done helped."
    )
    agreed = agreement_words.agreed_purposes(source.agreement for source in facts.sources)
    if agreed:
        text += " " + tr("The agreements name: {list}.").format(list=agreed)
    return (
        text
        + " "
        + tr(
            "Methods: {methods}. Each has a public description of what it computes and of its "
            "limits."
        ).format(methods=", ".join(methods))
    )


def _refused() -> list[str]:
    return [
        tr("Following persons: no field holds anybody, and no file about persons is joined to it."),
        tr(
            "Forecasting who will do what, or where: maps show what was reported, and nothing else."
        ),
        tr("Using a source against its agreement: the software refuses, and notes the refusal."),
        tr(
            "Sending it over the Internet: the software neither sends nor fetches anything by "
            "itself."
        ),
    ]


def _seen(facts: Facts) -> str:
    by_diffusion = {
        diffusion: sum(
            n for (action, detail), n in facts.uses.items()
            if action in ("print", "export") and detail.endswith(diffusion)
        )
        for diffusion in ("internal", "restricted", "public")
    }  # fmt: skip
    refusals = sum(n for (action, _), n in facts.uses.items() if action == "refuse")
    return tr(
        "Printed or exported in the last twelve months, as the observatory's journal counts: "
        "{internal} times for its own team, {restricted} times for the restricted network of "
        "partners, {public} times for the public. Refused because of an agreement: {refusals} "
        "times. Inside the town, whoever may open the file's folder can read it; the folder's "
        "rights protect it."
    ).format(refusals=number(refusals), **{k: number(n) for k, n in by_diffusion.items()})


def _deleted(facts: Facts) -> str:
    if not facts.purged_on:
        text = tr("No report has been deleted for its age so far.")
    else:
        text = tr(
            "{n} reports at the end of their time, last on {date}, with every trace of them in the "
            "file; monthly counts remain."
        ).format(
            n=told(facts.purged, max((each.threshold for each in facts.sources), default=0)),
            date=day(date.fromisoformat(facts.purged_on)),
        )
    past = sum(source.past for source in facts.sources)
    if past:
        text += " " + tr("{n} reports are past their time and wait to be deleted.").format(
            n=told(past, max(source.threshold for source in facts.sources))
        )
    return text
