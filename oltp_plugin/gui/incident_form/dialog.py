"""The form of one incident: it shows, asks ``entry`` what is wrong, and lets ``entering`` write."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from html import escape
from pathlib import Path

import shapely
from qgis.core import QgsSettings
from qgis.gui import QgsMessageBar
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeySequence, QPalette
from qgis.PyQt.QtWidgets import QDialog, QLabel, QShortcut

from oltp_plugin.gui import messages
from oltp_plugin.gui.day_edits import mind_typed_days
from oltp_plugin.gui.draft_keeper import DraftKeeper, is_given_up
from oltp_plugin.gui.plain import show_plainly
from oltp_plugin.intake import entering, entry_draft
from oltp_plugin.intake.entry import Entry, kept_form
from oltp_plugin.intake.entry_check import check, warnings
from oltp_plugin.layers.incident_form import choices
from oltp_plugin.observatory.clock import now
from oltp_plugin.paths import FORMS
from oltp_plugin.settings import GROUP
from oltp_plugin.translation import language, tr

from .category_tree import CategoryTree
from .refusals import note_refusals
from .saving import Saving
from .when import When, moment_text, show_moment
from .where import Where
from .words import field_name, remark_words

_FORM, _ = uic.loadUiType(str(FORMS / "incident.ui"))
CLOSE, NEW, DUPLICATE = range(3)
_RED, _AMBER = "#b00020", "#9a5b00"
_PAUSE = 100  # milliseconds without a change before looking at it
_LABELS = {"point": "addressLabel", "reported_at": "reportedBox"}
_TO_FOCUS = {
    "partner": "partnerCombo",
    "category": "categoryEdit",
    "occurred_from": "fromDate",
    "occurred_to": "toDate",
    "point": "addressEdit",
    "address": "addressEdit",
    "territory": "territoryCombo",
    "reported_at": "reportedDate",
}


class IncidentForm(QDialog, _FORM):
    """Enters one incident after another, or corrects the record ``base``."""

    saved = pyqtSignal(object)  # entering.Saved
    skipped = pyqtSignal()  # the next of the queue is wanted

    messageBar: QgsMessageBar  # noqa: N815 - the form's name

    def __init__(self, path: Path, lists, canvas, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        mind_typed_days(self)
        self.path, self._lists, self._known = path, lists, lists.known
        self._base: entering.Stored | None = None
        self._shown = Entry()  # as it was before anybody typed
        self._after = CLOSE
        self.queueFrame.hide()
        self._fill()
        self.category = CategoryTree(self.categoryEdit, self.categoryTree)
        self.category.fill(lists.catalogue.categories, language())
        self.when = When(self)
        self.where = Where(self, canvas, lists)
        self._drafts = DraftKeeper(lists.uuid, entry_draft.FORM, self._draft, self)
        self._saving = Saving(self, path, lists)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.look)
        self._connect()
        self.show_entry(self._empty())

    # what it shows

    def entry(self) -> Entry:
        """What the form says now."""
        start, end, precision = self.when.values()
        reported = None
        if self.reportedBox.isChecked():
            reported = moment_text(self.reportedDate, self.reportedTime)
        return Entry(
            partner=self.partnerCombo.currentData() or "",
            category=self.category.code(),
            occurred_from=start,
            occurred_to=end,
            time_precision=precision,
            reported_at=reported,
            place_kind=self.placeKindCombo.currentData(),
            known_by=self.knownByCombo.currentData(),
            severity=None if self.severitySpin.value() < 0 else self.severitySpin.value(),
            count=self.countSpin.value(),
            status=self.statusCombo.currentData(),
            **self.where.values(),
        )

    def show_entry(self, entry: Entry, base: entering.Stored | None = None) -> None:
        """Show an entry; with ``base``, it is a correction of that record."""
        self._base = base
        self.setWindowTitle(tr("Correct an incident") if base else tr("New incident"))
        for widget in (self.newButton, self.duplicateButton, self.keepLabel):
            widget.setVisible(base is None)
        for box in self._keep_boxes():
            box.setVisible(base is None)
        self.partnerCombo.setEnabled(base is None or not base.is_delivered)
        self._choose(self.partnerCombo, entry.partner)
        self.category.choose(entry.category)
        self.when.show(entry.occurred_from, entry.occurred_to, entry.time_precision)
        self.where.show(entry)
        self._choose(self.placeKindCombo, entry.place_kind)
        self._choose(self.knownByCombo, entry.known_by)
        self._choose(self.statusCombo, entry.status)
        self.severitySpin.setValue(-1 if entry.severity is None else entry.severity)
        self.countSpin.setValue(entry.count)
        self.reportedBox.setChecked(entry.reported_at is not None)
        moment = entry.reported_at or datetime.now().isoformat(timespec="seconds")
        show_moment(moment, self.reportedDate, self.reportedTime)
        self._follow_reported()
        self._shown = self.entry()
        self.look()
        (self.categoryEdit if entry.partner else self.partnerCombo).setFocus()

    def resume(self, draft) -> None:
        """Show what was not saved; it stays unsaved, and the old draft goes."""
        base, said = self._base, entry_draft.read(draft.values)
        if base is not None:  # what somebody changed since is not overwritten either
            base = replace(base, token=said.token)
        self.show_entry(said.entry, base)
        self._shown = Entry()
        self._drafts.keep()
        draft.file.unlink(missing_ok=True)

    def show_queue(self, words: str) -> None:
        """Say where in a queue of records this one stands."""
        self.queueLabel.setText(words)
        self.queueFrame.show()
        self.saveButton.setText(tr("&Save, next"))
        self.addressEdit.setFocus()

    def area_wkb(self, level: str, code: str) -> bytes | None:
        """The outline of a territory."""
        areas = self._known.territories
        for own, name, shape in zip(areas.levels, areas.codes, areas.polygons):
            if (own, name) == (level, code):
                return shapely.to_wkb(shape)
        return None

    # what is wrong with it

    def look(self) -> None:
        """Say what is missing, wrong or unusual, and draw the place."""
        self._pause.stop()
        entry = self.entry()
        self.category.offer((entry.occurred_from or now())[:10])
        wrong = self._wrong(entry)
        unusual = warnings(entry, self._known, now())
        self.where.show_kept(kept_form(entry, self._known))
        missing = [field_name(each.field) for each in wrong if each.code == "missing"]
        lines = []
        if missing:
            lines.append(
                escape(tr("Still to be given: {fields}").format(fields=", ".join(missing)))
            )
        lines += [
            f'<span style="color:{_RED}">\u2716 {escape(remark_words(each))}</span>'
            for each in wrong
            if each.code != "missing"
        ]
        lines += [
            f'<span style="color:{_AMBER}">\u25b2 {escape(remark_words(each))}</span>'
            for each in unusual
        ]
        self.remarksLabel.setText("<br>".join(lines))
        bad = {each.field for each in wrong if each.code != "missing"}
        for field in (*_TO_FOCUS, "place_kind", "known_by", "severity", "count", "status"):
            self._mark(field, field in bad)

    def _mark(self, field: str, is_wrong: bool) -> None:
        label = getattr(self, _LABELS.get(field, f"{field}Label"), None)
        if label is not None and (field != "point" or is_wrong):
            palette = QPalette(self.palette())
            if is_wrong:
                palette.setColor(QPalette.ColorRole.WindowText, QColor(_RED))
            label.setPalette(palette)

    # saving

    def save(self, after: int = CLOSE) -> None:
        """Look for what the analyst should know first, then write."""
        if self._saving.busy:
            return
        entry = self.entry()
        wrong = self._wrong(entry)
        if wrong:
            self.look()
            note_refusals(self.path, (each.refusal for each in wrong))
            getattr(self, _TO_FOCUS.get(wrong[0].field, "addressEdit")).setFocus()
            return
        self._after = after
        self._saving.start(entry, self._base)

    def _was_saved(self, saved: entering.Saved) -> None:
        self._drafts.forget()
        self.category.remember(saved.entry.category)
        self.messageBar.clearWidgets()
        self._save_kept()
        entry = self.entry()
        self._shown = entry
        self.saved.emit(saved)
        if self.queueFrame.isVisible():
            self.skipped.emit()
        elif self._after == CLOSE:
            self.accept()
        else:
            self.show_entry(self._next(entry))
            self.messageBar.pushMessage(tr("Saved."), level=messages.SUCCESS, duration=3)

    def _next(self, entry: Entry) -> Entry:
        if self._after == DUPLICATE:
            return entry
        new = self._empty()
        if self.keepPartnerBox.isChecked():
            new = replace(new, partner=entry.partner, known_by=entry.known_by)
        if self.keepDateBox.isChecked():
            new = replace(
                new,
                occurred_from=entry.occurred_from,
                occurred_to=entry.occurred_to,
                time_precision=entry.time_precision,
            )
        if self.keepPlaceBox.isChecked():
            place = {name: getattr(entry, name) for name in self.where.values()}
            new = replace(new, place_kind=entry.place_kind, **place)
        return new

    # closing

    def reject(self) -> None:
        """Close; what was typed is given up only after a yes."""
        if self._saving.busy:
            return
        if self.isVisible() and self._draft() is not None:
            if not is_given_up(self):
                return
            self._drafts.forget()
        super().reject()

    def leave(self) -> None:
        """QGIS or the plugin goes: keep what was typed as a draft, and ask nothing."""
        self._drafts.keep()
        super().reject()

    def leave_without_draft(self) -> None:
        """The next record of the queue takes this one's place."""
        self._drafts.forget()
        super().reject()

    def done(self, result):
        self._pause.stop()
        self._saving.forget()
        self.where.end()
        self._drafts.end()
        super().done(result)

    # its widgets

    def _fill(self) -> None:
        self.partnerCombo.addItem("", "")
        for code, name in self._lists.catalogue.partners.items():
            self.partnerCombo.addItem(name or code, code)
        self.placeKindCombo.addItem("", None)
        for code, label in self._lists.kinds:
            self.placeKindCombo.addItem(label, code)
        words = choices()
        for combo, field in ((self.knownByCombo, "known_by"), (self.statusCombo, "status")):
            for code, label in words[field].items():
                combo.addItem(label, code)
        for box in self._keep_boxes():
            kept = QgsSettings().value(f"{GROUP}/{box.objectName()}", box.isChecked(), type=bool)
            box.setChecked(kept)

    def _connect(self) -> None:
        self.category.changed.connect(self._changed)
        self.when.changed.connect(self._changed)
        self.where.changed.connect(self._changed)
        for combo in (
            self.partnerCombo,
            self.placeKindCombo,
            self.knownByCombo,
            self.statusCombo,
        ):
            combo.currentIndexChanged.connect(self._changed)
        for spin in (self.severitySpin, self.countSpin):
            spin.valueChanged.connect(self._changed)
        self.reportedBox.toggled.connect(self._follow_reported)
        self.reportedDate.dateChanged.connect(self._changed)
        self.reportedTime.timeChanged.connect(self._changed)
        self.saveButton.clicked.connect(lambda: self.save(CLOSE))
        self.newButton.clicked.connect(lambda: self.save(NEW))
        self.duplicateButton.clicked.connect(lambda: self.save(DUPLICATE))
        self.closeButton.clicked.connect(self.reject)
        self.skipButton.clicked.connect(self.skipped)
        self._saving.begins.connect(self._drafts.keep)
        self._saving.done.connect(self._was_saved)
        for keys, after in (("Ctrl+Return", CLOSE), ("Ctrl+Shift+Return", NEW)):
            QShortcut(QKeySequence(keys), self).activated.connect(
                lambda after=after: self.save(after if self._base is None else CLOSE)
            )
        show_plainly(*(each for each in self.findChildren(QLabel) if each != self.remarksLabel))

    def _changed(self, *_anything) -> None:
        self._pause.start()
        self._drafts.touch()

    def _follow_reported(self, *_anything) -> None:
        for widget in (self.reportedDate, self.reportedTime):
            widget.setEnabled(self.reportedBox.isChecked())
        self._changed()

    def _keep_boxes(self) -> tuple:
        return (self.keepPartnerBox, self.keepDateBox, self.keepPlaceBox)

    def _save_kept(self) -> None:
        for box in self._keep_boxes():
            QgsSettings().setValue(f"{GROUP}/{box.objectName()}", box.isChecked())

    def _empty(self) -> Entry:
        """A new entry: recorded now, by the only partner where there is one."""
        partners = list(self._lists.catalogue.partners)
        return Entry(
            partner=partners[0] if len(partners) == 1 else "",
            reported_at=datetime.now().replace(second=0).isoformat(timespec="seconds"),
        )

    def _wrong(self, entry: Entry) -> list:
        """What keeps it from being saved."""
        if self._base is None:
            return check(entry, self._known)
        held = self._base.entry
        return check(entry, self._known, held.partner != entry.partner, held.category)

    def _draft(self) -> dict | None:
        """What is kept of the entry, unless nobody typed anything."""
        entry, base = self.entry(), self._base
        if replace(entry, reported_at=None) == replace(self._shown, reported_at=None):
            return None
        uuid, token = (base.uuid, base.token) if base else (None, "")
        return entry_draft.values(entry_draft.EntryDraft(entry, uuid, token), self._known)

    @staticmethod
    def _choose(combo, code) -> None:
        row = combo.findData(code)
        if row < 0 and code is not None:
            combo.addItem(str(code), code)
            row = combo.count() - 1
        combo.setCurrentIndex(max(row, 0))
