"""An annex for the impact assessment (RGPD, article 35): what the file holds, what protects it,
what does not, and what is out of order today."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from oltp_plugin.local_format import number
from oltp_plugin.observatory.labels import Labels
from oltp_plugin.observatory.schema import PRECISIONS
from oltp_plugin.observatory.transparency import Facts
from oltp_plugin.printing import agreement_words
from oltp_plugin.printing.document import Document
from oltp_plugin.printing.transparency_sheet import foot, town
from oltp_plugin.translation import precision_label, tr


def write_annex(output: Path, facts: Facts, labels: Labels) -> None:
    """Write the annex. Raises ``PrintError`` as ``Document.write``."""
    page = Document(tr("Impact assessment: annex from the file"))
    page.lead(
        tr(
            "Observatory of {town}. Figures read from the file, for whoever writes the assessment "
            "(AIPD). Internal: small counts are not withheld here."
        ).format(town=town(facts))
    )
    page.heading(tr("What needs attention today"))
    page.items(list(_attention(facts)) or [tr("Nothing that the file can tell.")])
    page.heading(tr("What is held"))
    page.table(
        [
            tr("Source"),
            tr("Records"),
            tr("With a point"),
            tr("Past their time"),
            tr("Deleted so far"),
            tr("For how long"),
        ],
        [
            (
                source.name,
                *(number(n) for n in (source.n, source.located, source.past, source.purged)),
                agreement_words.kept(source.agreement, labels),
            )
            for source in facts.sources
        ],
        numbers=[1, 2, 3, 4],
        widths=[24, 15, 13, 11, 14, 23],
    )
    page.heading(tr("How finely places are stored"))
    page.table(
        [tr("Place"), tr("Records")],
        [
            (precision_label(each), number(facts.precisions[each]))
            for each in PRECISIONS
            if facts.precisions[each]
        ],
        numbers=[1],
        widths=[40, 15],
    )
    page.paragraph(
        tr(
            "Sensitive categories: {n} records, {exact} with a point. Reports linked as one fact: "
            "{linked}. Earlier versions kept for undoing: {versions}."
        ).format(
            n=number(facts.sensitive),
            exact=number(facts.exact_sensitive),
            linked=number(facts.linked),
            versions=number(facts.versions),
        )
    )
    page.heading(tr("Risks and what answers them"))
    page.table([tr("Risk"), tr("Answer in the software"), tr("What it leaves")], _risks())
    page.write(output, foot(facts))


def _attention(facts: Facts) -> Iterator[str]:
    without = [source.name for source in facts.sources if source.agreement is None]
    if without:
        yield tr("No agreement is recorded with: {names}.").format(names=", ".join(without))
    ended = [
        source.name for source in facts.sources
        if source.agreement and source.agreement.state(facts.day) == "ended"
    ]  # fmt: skip
    if ended:
        yield tr("The agreement has ended with: {names}.").format(names=", ".join(ended))
    endless = [
        source.name for source in facts.sources
        if source.agreement
        and not source.agreement.retention_months
        and not source.agreement.retention_by_category
    ]  # fmt: skip
    if endless:
        yield tr("The agreement sets no time limit with: {names}.").format(names=", ".join(endless))
    past = sum(source.past for source in facts.sources)
    if past:
        yield tr("{n} records are past their time limit and not yet purged.").format(n=number(past))
    if facts.exact_sensitive:
        yield tr(
            "{n} records of sensitive categories have a point: they were entered before the rule, "
            "or by hand."
        ).format(n=number(facts.exact_sensitive))


def _risks() -> list[tuple[str, str, str]]:
    return [
        (
            tr("Somebody is recognised from a place and an hour"),
            tr(
                "No field for persons; sensitive categories by district; dwellings without number; "
                "precision and small counts limited by agreement."
            ),
            tr("Whoever knows the place can still recognise a case: the data are pseudonymous."),
        ),
        (
            tr("The file is read by somebody who may not"),
            tr("Partners' numbers under keys kept outside the file; nothing is sent."),
            tr("No password and no encryption in the file: the folder's rights and the disk's."),
        ),
        (
            tr("Records are used for something else"),
            tr(
                "One gate asks purpose, recipient, precision and combination; refusals are noted; "
                "each print says who may have it."
            ),
            tr("Another program that opens the file is not asked."),
        ),
        (
            tr("Records are kept too long"),
            tr(
                "Purge with a certificate, to the last byte, backups of the plugin included; what "
                "is past its time does not enter again."
            ),
            tr("A purge is asked for by a person; other copies are not reached."),
        ),
        (
            tr("Records are lost or altered"),
            tr(
                "A write is whole or not at all; each delivery can be undone for 13 months; a "
                "journal says who did what."
            ),
            tr("Backups of the file and of the keys are the town's."),
        ),
        (
            tr("A place is stigmatised by what is reported there"),
            tr(
                "Sources are looked at one at a time; what a service's own activity reveals is off "
                "by default; coverage and uncertainty are said."
            ),
            tr("A map shows what is reported, which is not what happens."),
        ),
    ]
