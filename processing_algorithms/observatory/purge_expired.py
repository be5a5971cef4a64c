"""Records past their retention are deleted, or only listed."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
)

from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.local_format import number
from oltp_plugin.translation import language, tr

from ..base import OltpAlgorithm, optional, progress
from .parameters import observatory_parameter, opened


class PurgeExpired(OltpAlgorithm):
    """``oltp:purgeexpired``"""

    NAME = "purgeexpired"
    GROUP = "observatory"

    def title(self):
        return tr("Purge expired records")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(
            optional(
                QgsProcessingParameterBoolean(
                    "DRY_RUN", tr("Only say what would be deleted"), defaultValue=True
                )
            )
        )
        self.addParameter(
            optional(
                QgsProcessingParameterBoolean(
                    "OUTDATED_BACKUPS",
                    tr("Delete also backups that are no longer needed"),
                    defaultValue=False,
                )
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "CERTIFICATE",
                tr("Certificate"),
                "PDF (*.pdf)",
                optional=True,
                createByDefault=False,
            )
        )
        self.addOutput(QgsProcessingOutputNumber("PURGED", tr("Records purged")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.layers.purge_words import unfinished_words
        from oltp_plugin.observatory import purging
        from oltp_plugin.printing.document import check_pdf

        path = opened(self, parameters, context)
        certificate = self.parameterAsFileOutput(parameters, "CERTIFICATE", context)
        if self.parameterAsBool(parameters, "DRY_RUN", context):
            planned = purging.plan(path)
            _report(planned, path, feedback)
            feedback.pushInfo(tr("Nothing was deleted: this was only a look."))
            return {"PURGED": planned.n}
        if certificate:
            check_pdf(Path(certificate))
        outdated = self.parameterAsBool(parameters, "OUTDATED_BACKUPS", context)
        tick = progress(feedback, end=0.9)
        done = purging.purge(path, outdated_backups=outdated, tick=tick, guarded=guarded)
        _report(done, path, feedback)
        feedback.pushInfo(tr("Purged: {n} records.").format(n=number(done.n)))
        if not done.whole:
            feedback.pushWarning(unfinished_words())
        if certificate:
            _write_certificate(Path(certificate), done, path)
        return {"PURGED": done.n, "CERTIFICATE": certificate}


def _write_certificate(output: Path, done, path: Path) -> None:
    from oltp_plugin.intake.reading import sha256
    from oltp_plugin.observatory import opening
    from oltp_plugin.observatory.labels import read_labels
    from oltp_plugin.printing.purge_certificate import PurgedFile, write_certificate

    file = PurgedFile(path.name, opening.check(path).uuid, sha256(path))
    write_certificate(output, done, file, read_labels(path, language()))


def _report(planned, path: Path, feedback) -> None:
    """What goes, by partner, category and clause; then what goes with it."""
    from oltp_plugin.layers.purge_words import advice_words, backup_words, clause, rest_words
    from oltp_plugin.observatory.labels import read_labels

    labels = read_labels(path, language())
    for group in planned.groups:
        feedback.pushInfo(
            tr("{partner}, {category} ({clause}): {n} records").format(
                partner=labels.partner(group.partner),
                category=labels.category(group.category),
                clause=clause(group.reference, group.months),
                n=number(group.n),
            )
        )
    if not planned.groups:
        feedback.pushInfo(tr("No record has reached the end of its retention."))
    feedback.pushInfo(rest_words(planned))
    for line in backup_words(planned):
        feedback.pushInfo(line)
    for line in advice_words(planned, labels):
        feedback.pushWarning(line)
