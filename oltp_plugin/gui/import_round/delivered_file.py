"""One file of the monthly round: what is known of it, and what the analyst should look at."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from qgis.PyQt.QtCore import QDate, QLocale, Qt

from oltp_plugin.gui.import_dialog.source_file import reminder
from oltp_plugin.local_format import number
from oltp_plugin.translation import reject_sentence, tr

WAITING, UNKNOWN, REFUSED, CHECKED, IMPORTED, UNDONE = range(6)
_LOCATED = 0.85  # of the rows: under it, maps show only part of what was reported


@dataclass
class DeliveredFile:
    """A dropped file on its way into the observatory.

    ``profile``: JSON of the one that recognised it, repaired where ``remarks`` say so.
    ``counts``, ``rejects``, ``warnings``: of the last check or import. ``sentence``: why it cannot
    be read. ``ticked``: to be imported with the others. ``acts``: batches that undo takes back,
    the import's first. ``gone``: the file was deleted. ``settled``: what was proposed and is done
    (``withdrawn``, ``linked``).
    """

    path: Path
    state: int = WAITING
    profile: str = ""
    remarks: tuple[str, ...] = ()
    counts: dict = field(default_factory=dict)
    rejects: list[dict] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    sentence: str = ""
    ticked: bool = False
    acts: list[int] = field(default_factory=list)
    gone: bool = False
    settled: set[str] = field(default_factory=set)

    @property
    def document(self) -> dict:
        return json.loads(self.profile) if self.profile else {}

    def take_checked(self, counts: dict, rejects: list[dict], warnings: list[str]) -> None:
        """What the dry run said; a changed header waits for the analyst's consent."""
        self.counts, self.rejects, self.warnings = counts, rejects, warnings
        self.state = CHECKED
        self.ticked = bool(self._coming()) and not self.remarks

    def take_imported(self, counts: dict, rejects: list[dict], warnings: list[str]) -> None:
        self.counts, self.rejects, self.warnings = counts, rejects, warnings
        self.state, self.ticked, self.acts = IMPORTED, False, [counts["BATCH"]]
        self.settled = set()

    def take_undone(self) -> None:
        self.state, self.acts = UNDONE, []

    def refuse(self, sentence: str) -> None:
        self.state, self.sentence, self.ticked = REFUSED, sentence, False

    @property
    def may_withdraw(self) -> bool:
        """Something is proposed as withdrawn, and the file that says so is there."""
        proposed = self.state == IMPORTED and self.counts["WITHDRAWN"] > 0
        return proposed and not self.gone and "withdrawn" not in self.settled

    @property
    def may_link(self) -> bool:
        """Reports of other partners are close to some of these."""
        return (
            self.state == IMPORTED
            and self.counts["SAME_FACT"] > 0
            and ("linked" not in self.settled)
        )

    def take_act(self, what: str, act: int) -> None:
        """``withdrawn`` or ``linked`` is done, by the batch ``act`` (0: nothing was left to do)."""
        self.settled.add(what)
        if act:
            self.acts.append(act)

    def period(self) -> str:
        """The days covered, as this country writes them."""
        days = [self.counts.get(name) for name in ("COVERED_FROM", "COVERED_TO")]
        return " – ".join(_day(day) for day in days) if all(days) else ""

    def status(self) -> str:
        """Where the file stands, in a few words."""
        return {
            WAITING: tr("waiting"),
            UNKNOWN: tr("not recognised"),
            REFUSED: tr("cannot be read"),
            CHECKED: tr("checked"),
            IMPORTED: tr("imported"),
            UNDONE: tr("undone"),
        }[self.state]

    def notes(self) -> list[str]:
        """What needs attention, the most pressing first."""
        if self.state == UNKNOWN:
            return [tr("No saved profile fits this file: open it in the four steps.")]
        if self.state == REFUSED:
            return [self.sentence]
        if self.state not in (CHECKED, IMPORTED):
            return []
        found = list(self.remarks)
        if self.remarks and self.state == CHECKED:
            found.append(tr("Tick the file to import it with the profile shown here."))
        if self.state == CHECKED and not self._coming():
            found.append(self._nothing_new())
        found += self._about_rows()
        if self.acts and not self.gone:
            found.append(reminder())
        return found + self.warnings

    def reasons(self) -> str:
        """The refused rows by reason; empty where there are none."""
        by_code = Counter(reject["code"] for reject in self.rejects)
        reasons = [
            tr("{n} × {reason}").format(n=number(n), reason=reject_sentence(code))
            for code, n in by_code.most_common()
        ]
        return tr("Refused: {reasons}.").format(reasons=" · ".join(reasons)) if reasons else ""

    def _coming(self) -> int:
        """What the import would change or propose."""
        return sum(self.counts[name] for name in ("INSERTED", "UPDATED", "WITHDRAWN"))

    def _nothing_new(self) -> str:
        if self.counts["UNCHANGED"]:
            return tr("All of this is in the observatory already: nothing would change.")
        return tr("No row can come in: open the file in the four steps to see why.")

    def _about_rows(self) -> list[str]:
        found = []
        counts = self.counts
        kept = counts["READ"] - counts["REJECTED"]
        if counts["WITHDRAWN"] and "withdrawn" not in self.settled:
            text = tr("No longer delivered: {n} records, proposed as withdrawn.")
            found.append(text.format(n=number(counts["WITHDRAWN"])))
        if counts["EARLIER"]:
            text = tr("New rows of days that the partner's deliveries reach already: {n}.")
            found.append(text.format(n=number(counts["EARLIER"])))
        if counts["SAME_FACT"] and "linked" not in self.settled:
            text = tr("Close to a report of another partner, perhaps the same fact: {n}.")
            found.append(text.format(n=number(counts["SAME_FACT"])))
        if self.rejects:
            found.append(self.reasons())
        if kept and counts["UNLOCATED"] > (1 - _LOCATED) * kept:
            share = round(100 * counts["UNLOCATED"] / kept)
            found.append(tr("Without a point: {share} % of the rows.").format(share=share))
        return found


def _day(text: str) -> str:
    day = QDate.fromString(text, Qt.DateFormat.ISODate)
    return QLocale().toString(day, QLocale.FormatType.ShortFormat)
