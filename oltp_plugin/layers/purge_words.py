"""What a purge takes, in sentences for the log, the window and the certificate."""

from __future__ import annotations

from datetime import date

from oltp_plugin.local_format import day, number
from oltp_plugin.observatory.backups import Backup
from oltp_plugin.observatory.labels import Labels
from oltp_plugin.observatory.purging import Plan
from oltp_plugin.translation import tr


def backup_words(done: Plan) -> list[str]:
    """One line for each backup: its day, and what became or will become of it."""
    return [
        _backup(each, gone=each in done.deleted, left=each in done.left) for each in done.backups
    ]


def unfinished_words() -> str:
    """Where another program kept the file from being written anew."""
    return tr(
        "The records are deleted, but another program has the file open, and traces of them may "
        "be left in it until then: close it everywhere, then purge once more."
    )


def rest_words(done: Plan) -> str:
    """What goes with the records, besides backups."""
    return tr(
        "With them: {versions} earlier versions, {rejects} refused rows, {notes} notes, "
        "{lines} journal lines."
    ).format(
        versions=number(done.versions),
        rejects=number(done.rejects),
        notes=number(done.observations),
        lines=number(done.journal_lines),
    )


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
    return tr("{months} months ({reference})").format(reference=reference, months=months)


def _backup(backup: Backup, gone: bool, left: bool) -> str:
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
