"""The page that a purge leaves: what was deleted, under which clause, and what stays of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from oltp_plugin.layers.purge_words import backup_words, clause, unfinished_words
from oltp_plugin.local_format import day, months, number
from oltp_plugin.observatory.labels import Labels
from oltp_plugin.observatory.purging import Plan
from oltp_plugin.paths import version
from oltp_plugin.printing.document import Document
from oltp_plugin.translation import tr


@dataclass(frozen=True)
class PurgedFile:
    """The observatory as it is after the purge: its name, its identifier, its SHA-256."""

    name: str
    uuid: str
    sha256: str


def write_certificate(output: Path, done: Plan, file: PurgedFile, labels: Labels) -> None:
    """Write the PDF. Raises ``PrintError`` as ``Document.write``."""
    document = Document(tr("Purge certificate"))
    document.lead(
        tr(
            "On {date}, {n} records whose retention had ended were deleted from the observatory "
            "{name} for good, with everything in it that told of them."
        ).format(date=day(date.fromisoformat(done.day)), n=number(done.n), name=file.name)
    )
    document.heading(tr("Records deleted"))
    if done.groups:
        _groups(document, done, labels)
    else:
        document.paragraph(tr("No record has reached the end of its retention."))
    document.heading(tr("Deleted with them"))
    document.facts(
        [
            (tr("Earlier versions"), _rows(done.versions)),
            (tr("Refused rows"), _rows(done.rejects)),
            (tr("Notes past their day"), _rows(done.observations)),
            (tr("Journal lines"), _rows(done.journal_lines)),
            (tr("Backups"), _backups(done)),
        ]
    )
    document.heading(tr("What stays"))
    document.paragraph(
        tr(
            "Monthly counts by partner, category and territory ({n} rows), without date, address "
            "or number of a record; the ledger of deliveries; the partners' words for their "
            "categories."
        ).format(n=number(done.counts))
    )
    document.paragraph(
        tr("The file was then written anew, so that no page of it holds what was deleted.")
        if done.whole
        else unfinished_words()
    )
    document.paragraph(
        tr(
            "Copies that were not made by the plugin, and what was printed or exported before, are "
            "not reached by a purge."
        )
    )
    document.heading(tr("The file after the purge"))
    document.facts(
        [
            (tr("File"), file.name),
            (tr("Observatory"), file.uuid),
            ("SHA-256", file.sha256),
            (tr("Made with"), f"OLTP {version()}"),
        ]
    )
    document.write(output, tr("Purge certificate of {name}").format(name=file.name), one_page=True)


def _groups(document: Document, done: Plan, labels: Labels) -> None:
    document.table(
        [
            tr("Partner"),
            tr("Category"),
            tr("Agreement and retention"),
            tr("Recorded"),
            tr("How many"),
        ],
        [
            (
                labels.partner(group.partner),
                labels.category(group.category),
                clause(group.reference, group.months),
                months(date.fromisoformat(group.first), date.fromisoformat(group.last)),
                number(group.n),
            )
            for group in done.groups
        ],
        numbers=[4],
        widths=[24, 24, 22, 21, 9],
    )
    document.small(
        tr(
            "Months count from the day on which the partner recorded the fact, else from the "
            "fact, never from later than its entry into the observatory."
        )
    )


def _rows(n: int) -> str:
    return number(n) if n else tr("none")


def _backups(done: Plan) -> str:
    return " ".join(backup_words(done)) or tr("none")
