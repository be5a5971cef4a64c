"""The page that a purge leaves: what was deleted, under which clause, and what stays of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from oltp_plugin.observatory.labels import Labels
from oltp_plugin.observatory.purging import Plan
from oltp_plugin.paths import version
from oltp_plugin.printing.document import Document
from oltp_plugin.printing.words import day, months, number
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
            "categories. The file was then written anew, so that no page of it holds what was "
            "deleted."
        ).format(n=number(done.counts))
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
    document.write(output, tr("Purge certificate of {name}").format(name=file.name))


def backup_words(done: Plan) -> list[str]:
    """One line for each backup: its day, and what became or will become of it."""
    return [
        _backup(each, gone=each in done.deleted, left=each in done.left) for each in done.backups
    ]


def advice_words(done: Plan, labels: Labels) -> list[str]:
    """What the law asks of a log that no agreement limits; nothing of it is deleted."""
    return [
        tr(
            "{partner}: {n} records are over three years old, which is as long as a municipal "
            "police may keep its log (CNIL, decision 2008-304), and no agreement limits them: "
            "record one, and they can be purged."
        ).format(partner=labels.partner(each.partner), n=number(each.n))
        for each in done.advice
    ]


def clause(reference: str, months: int) -> str:
    """An agreement's reference and how long it lets records be kept."""
    return tr("{reference}: {months} months").format(reference=reference, months=months)


def _groups(document: Document, done: Plan, labels: Labels) -> None:
    document.table(
        [
            tr("Partner"),
            tr("Category"),
            tr("Agreement and retention"),
            tr("Recorded"),
            tr("Records"),
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
        widths=[20, 22, 22, 26, 10],
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


def _backup(backup, gone: bool, left: bool) -> str:
    when = day(date.fromisoformat(backup.made_on))
    if left:
        return tr(
            "The backup of {date} could not be deleted: delete {name} by hand, because it may "
            "hold what was purged."
        ).format(date=when, name=backup.path.name)
    if gone:
        return tr("The backup of {date} was deleted.").format(date=when)
    if backup.purged is None:
        return tr("The backup of {date} cannot be read, so it goes with the purge.").format(
            date=when
        )
    if backup.purged:
        return tr(
            "The backup of {date} holds {n} records that the observatory may not hold, so it goes "
            "with the purge."
        ).format(date=when, n=number(backup.purged))
    if backup.outdated:
        return tr("The backup of {date} is no longer needed and may be deleted.").format(date=when)
    return tr("The backup of {date} stays.").format(date=when)
