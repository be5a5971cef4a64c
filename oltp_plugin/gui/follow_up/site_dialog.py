"""The forms of a problem place and of a decision about it."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsGeometry, QgsWkbTypes
from qgis.gui import QgsMessageBar
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QDialogButtonBox

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.gui import messages
from oltp_plugin.gui.day_edits import day_in, mind_typed_days, show_day, today
from oltp_plugin.gui.follow_up.findings import Findings, mask
from oltp_plugin.gui.follow_up.form_draft import DraftedDialog
from oltp_plugin.gui.follow_up.lists import choose, fill
from oltp_plugin.gui.follow_up.map_tools import MapPlace
from oltp_plugin.gui.follow_up.writer import Writer
from oltp_plugin.layers import follow_up_words
from oltp_plugin.local_format import number
from oltp_plugin.observatory import sites
from oltp_plugin.observatory.guards import TEXT_LENGTH
from oltp_plugin.observatory.sites import Decision, Site
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import tr

_SITE, _ = uic.loadUiType(str(FORMS / "site.ui"))
_DECISION, _ = uic.loadUiType(str(FORMS / "decision.ui"))


class _Form(DraftedDialog):
    """Saves and closes when that is done; a refusal leaves it open."""

    left = pyqtSignal()
    messageBar: QgsMessageBar  # noqa: N815 - the form's names
    buttonBox: QDialogButtonBox  # noqa: N815

    def _wire(self, writer: Writer) -> None:
        self.write_with(writer)
        mind_typed_days(self)
        self.messageBar.hide()
        self.buttonBox.rejected.connect(self.reject)

    def _send(self, save) -> None:
        if self._writer.busy:
            return
        self.buttonBox.setEnabled(False)
        self.send(save)

    def _written(self, _change) -> None:
        if self._saving:
            self.was_saved()
            self.accept()

    def _refused(self, error: Exception) -> None:
        if self._saving:
            self._saving = False
            self.buttonBox.setEnabled(True)
            self.say(error)

    def say(self, error) -> None:
        self.messageBar.show()
        self.messageBar.clearWidgets()
        messages.show_error(self.messageBar, error)

    def done(self, result: int) -> None:
        self.left.emit()
        super().done(result)


class SiteForm(_Form, _SITE):
    """A new problem place, or the one that is given."""

    def __init__(self, writer: Writer, canvas, epsg: int, site: Site | None = None, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        self._wire(writer)
        self.buttonBox.accepted.connect(self.save)
        self._site = site or Site("")
        fill(self.themeCombo, follow_up_words.themes(), tr("no theme yet"))
        fill(self.stateCombo, follow_up_words.states())
        self.closedEdit.setAllowNull(True)
        self.nameEdit.setText(self._site.name)
        choose(self.themeCombo, self._site.theme)
        choose(self.stateCombo, self._site.status)
        show_day(self.openedEdit, self._site.opened_on or today())
        show_day(self.closedEdit, self._site.closed_on)
        self.findings = Findings(self.nameEdit, self.findingsLabel)
        self.place = MapPlace(canvas, epsg, self.pointButton, self.areaButton, self)
        self.place.changed.connect(self._show_place)
        self.place.show(geometry_of(self._site.wkb))
        self.left.connect(self.place.remove)
        self.stateCombo.currentIndexChanged.connect(lambda _index: self._show_state())
        self._show_state()

    def said(self) -> Site:
        """What the form says."""
        return replace(
            self._site,
            name=self.nameEdit.text(),
            theme=self.themeCombo.currentData(),
            status=self.stateCombo.currentData(),
            opened_on=day_in(self.openedEdit),
            closed_on=day_in(self.closedEdit) if self.closedEdit.isEnabled() else None,
            wkb=self.place.wkb,
        )

    def save(self) -> None:
        site = self.said()
        if not site.name.strip():
            self.nameEdit.setFocus()
            self.say(ObservatoryError("site_without_name"))
        elif site.wkb is None and not site.territory:
            self.pointButton.setFocus()
            self.say(ObservatoryError("site_without_place"))
        else:
            self._send(lambda path: sites.save(path, site, mask))

    def _show_state(self) -> None:
        self.closedEdit.setEnabled(self.stateCombo.currentData() == "solved")

    def _show_place(self) -> None:
        geometry = self.place.geometry
        if geometry is None:
            words = tr("Not on the map yet")
        elif is_point(geometry):
            words = tr("A point")
        else:
            words = tr("An area of {n} m²").format(n=number(round(geometry.area())))
        self.whereLabel.setText(words)


class DecisionForm(_Form, _DECISION):
    """What a meeting decided about a site: a new decision, or the one that is given."""

    def __init__(self, writer: Writer, decision: Decision, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        self._wire(writer)
        self.buttonBox.accepted.connect(self.save)
        self._decision = decision
        fill(self.leadCombo, follow_up_words.institutions(), tr("nobody yet"))
        for edit in (self.decidedEdit, self.dueEdit, self.doneEdit):
            edit.setAllowNull(True)
        self.whatEdit.setPlainText(decision.what)
        choose(self.leadCombo, decision.lead_institution)
        is_new = decision.fid is None
        show_day(self.decidedEdit, decision.decided_on or (today() if is_new else None))
        show_day(self.dueEdit, decision.due_on)
        show_day(self.doneEdit, decision.done_on)
        self.findings = Findings(self.whatEdit, self.findingsLabel, self.counterLabel, TEXT_LENGTH)

    def said(self) -> Decision:
        """What the form says."""
        return replace(
            self._decision,
            what=self.whatEdit.toPlainText(),
            lead_institution=self.leadCombo.currentData(),
            decided_on=day_in(self.decidedEdit),
            due_on=day_in(self.dueEdit),
            done_on=day_in(self.doneEdit),
        )

    def save(self) -> None:
        decision = self.said()
        days = (decision.due_on, decision.done_on)
        if not decision.what.strip():
            self.whatEdit.setFocus()
            self.say(ObservatoryError("decision_without_text"))
        elif decision.decided_on and any(day and day < decision.decided_on for day in days):
            self.say(tr("It cannot be before the day of the decision."))
        else:
            self._send(lambda path: sites.save_decision(path, decision, mask))


def geometry_of(wkb: bytes | None) -> QgsGeometry | None:
    if wkb is None:
        return None
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def is_point(geometry: QgsGeometry | None) -> bool:
    return geometry is not None and geometry.type() == QgsWkbTypes.GeometryType.PointGeometry
