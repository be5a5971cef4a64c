"""A partner's delivery, by a profile."""

from __future__ import annotations

import csv
from pathlib import Path

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from oltp_plugin import settings
from oltp_plugin.errors import IntakeError
from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.translation import personal_data_label, reject_sentence, sentence, tr

from ..base import OltpAlgorithm, optional, progress
from .parameters import day, day_parameter, layer_source, observatory_parameter, opened

_KINDS = ("complete", "additions")
_COUNTS = ("READ", "INSERTED", "UPDATED", "UNCHANGED", "REJECTED", "UNLOCATED", "WITHDRAWN")


class ImportIncidents(OltpAlgorithm):
    """``oltp:importincidents``"""

    NAME = "importincidents"
    GROUP = "observatory"

    def title(self):
        return tr("Import incidents")

    def initAlgorithm(self, configuration=None):
        self.addParameter(observatory_parameter())
        self.addParameter(QgsProcessingParameterFile("INPUT", tr("Partner's file")))
        # The lone star lets a saved profile's name through, which is no file.
        profile = QgsProcessingParameterFile(
            "PROFILE", tr("Import profile"), fileFilter=tr("Import profile (*.json *)")
        )
        profile.setHelp(tr("A profile file, or the name of one saved in the observatory."))
        self.addParameter(profile)
        self.addParameter(day_parameter("PERIOD_FROM", tr("First day covered")))
        self.addParameter(day_parameter("PERIOD_TO", tr("Last day covered")))
        self.addParameter(
            QgsProcessingParameterEnum(
                "KIND",
                tr("The delivery is"),
                [tr("complete for its period"), tr("additions only")],
                optional=True,
            )
        )
        self.addParameter(
            optional(
                QgsProcessingParameterBoolean(
                    "DRY_RUN", tr("Only check: write nothing"), defaultValue=False
                )
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "REJECTS",
                tr("Refused rows"),
                tr("CSV file (*.csv)"),
                optional=True,
                createByDefault=False,
            )
        )
        for name, description in _descriptions().items():
            self.addOutput(QgsProcessingOutputNumber(name, description))
        for name, description in (
            ("COVERED_FROM", tr("First day covered")),
            ("COVERED_TO", tr("Last day covered")),
        ):
            self.addOutput(QgsProcessingOutputString(name, description))
        self.addOutput(QgsProcessingOutputNumber("SAME_FACT", tr("Close to another's report")))
        self.addOutput(QgsProcessingOutputNumber("EARLIER", tr("New, of days delivered before")))
        self.addOutput(QgsProcessingOutputVectorLayer("INCIDENTS", tr("Incidents")))

    def work(self, parameters, context, feedback):
        from oltp_plugin.intake import importing

        path = opened(self, parameters, context)
        source = Path(self.parameterAsFile(parameters, "INPUT", context))
        profile = _profile(path, self.parameterAsFile(parameters, "PROFILE", context))
        kind = parameters.get("KIND")
        kind = None if kind is None else _KINDS[self.parameterAsEnum(parameters, "KIND", context)]
        period = tuple(
            day(self, parameters, name, context) for name in ("PERIOD_FROM", "PERIOD_TO")
        )
        dry_run = self.parameterAsBool(parameters, "DRY_RUN", context)
        with guarded(path):
            result = importing.import_file(
                path,
                source,
                profile,
                settings.load().keys(),
                kind,
                period,
                dry_run,
                progress(feedback),
            )
        _report(result, profile, dry_run, feedback)
        outputs = {name: getattr(result.batch, name.lower()) for name in _COUNTS}
        outputs["BATCH"] = result.number
        outputs["COVERED_FROM"] = result.batch.period_from or ""
        outputs["COVERED_TO"] = result.batch.period_to or ""
        outputs["SAME_FACT"] = result.same_fact.found
        outputs["EARLIER"] = result.earlier
        outputs["INCIDENTS"] = layer_source(path, "incident")
        rejects = self.parameterAsFileOutput(parameters, "REJECTS", context)
        if rejects:
            _write_rejects(Path(rejects), result.rejects)
            outputs["REJECTS"] = rejects
        return outputs


def _descriptions() -> dict[str, str]:
    return {
        "READ": tr("Rows read"),
        "INSERTED": tr("New"),
        "UPDATED": tr("Updated"),
        "UNCHANGED": tr("Unchanged"),
        "REJECTED": tr("Refused"),
        "UNLOCATED": tr("Kept without a point"),
        "WITHDRAWN": tr("No longer delivered (proposed as withdrawn)"),
        "BATCH": tr("Batch"),
    }


def _profile(path: Path, text: str):
    """A profile file, or one saved in the observatory under that name."""
    from oltp_plugin.intake.profile import read_profile
    from oltp_plugin.intake.saved_profiles import saved_profile

    file = Path(text)
    if file.is_file():
        return read_profile(file)
    profile = saved_profile(path, text)
    if profile is None:
        raise IntakeError("no_profile", name=file.name)
    return profile


def _report(result, profile, dry_run, feedback) -> None:
    descriptions = _descriptions()
    for name in _COUNTS:
        count = getattr(result.batch, name.lower())
        feedback.pushInfo(tr("{what}: {n}").format(what=descriptions[name], n=count))
    for code, n in sorted(_by_code(result.rejects).items()):
        line = tr("{code} × {n}: {reason}").format(code=code, n=n, reason=reject_sentence(code))
        feedback.pushInfo(f"  {line}")
    if result.by_address:
        feedback.pushInfo(tr("{n} rows located by their address.").format(n=result.by_address))
    if result.masked:
        found = (f"{personal_data_label(kind)} × {n}" for kind, n in sorted(result.masked.items()))
        feedback.pushWarning(
            tr("Personal data masked before writing: {found}.").format(found=", ".join(found))
        )
    if result.agreement_reference is None:
        feedback.pushInfo(
            tr("No agreement is recorded for {partner}: everything was accepted.").format(
                partner=profile.partner
            )
        )
    if result.dropped_fields:
        feedback.pushWarning(
            tr("The agreement {reference} does not cover these fields, left out: {fields}.").format(
                reference=result.agreement_reference, fields=", ".join(result.dropped_fields)
            )
        )
    outside = sum(each.code == "AGREEMENT" and each.field == "category" for each in result.rejects)
    if outside:
        feedback.pushWarning(
            tr(
                "The agreement {reference} does not cover the category of {n} rows, which were "
                "refused."
            ).format(reference=result.agreement_reference, n=outside)
        )
    if result.unknown_areas:
        feedback.pushWarning(
            tr("{n} rows without a point name an area that the observatory does not know.").format(
                n=result.unknown_areas
            )
        )
    if result.earlier:
        text = tr(
            "New rows of days up to {day}, which the partner's deliveries reach already: {n}."
        )
        feedback.pushInfo(text.format(day=result.delivered_until, n=result.earlier))
    _report_same_fact(result.same_fact, feedback)
    if "partner_ref" not in profile.fields:
        feedback.pushInfo(
            tr("The profile maps no number of the partner's own: a requalified row will be new.")
        )
    if dry_run:
        feedback.pushInfo(tr("This was a check: nothing was written."))


def _report_same_fact(search, feedback) -> None:
    if search.searched:
        feedback.pushInfo(
            tr("New rows close to a report of {partners} in place, time and category: {n}.").format(
                partners=", ".join(search.searched), n=search.found
            )
        )
    for refusal in search.refusals:
        feedback.pushWarning(tr("Not compared: {reason}").format(reason=sentence(refusal)))


def _by_code(rejects) -> dict[str, int]:
    from collections import Counter

    return Counter(reject.code for reject in rejects)


def _write_rejects(path: Path, rejects) -> None:
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("row", "code", "field", "message"))
            for reject in rejects:
                writer.writerow(
                    (reject.row, reject.code, reject.field or "", reject_sentence(reject.code))
                )
    except OSError as error:
        raise IntakeError("rejects_not_writable", name=path.name) from error
