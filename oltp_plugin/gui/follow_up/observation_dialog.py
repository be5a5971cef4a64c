"""The form of an observation: what was said or seen, by whom, how sure, and for how long."""

from __future__ import annotations

from datetime import date

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMessageBar
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QDate, QTime, pyqtSignal

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.gui import messages
from oltp_plugin.gui.checked import chosen_in
from oltp_plugin.gui.day_edits import day_in, mind_typed_days, show_day
from oltp_plugin.gui.follow_up.findings import Findings, mask
from oltp_plugin.gui.follow_up.form_draft import DraftedDialog
from oltp_plugin.gui.follow_up.lists import choose, fill
from oltp_plugin.gui.follow_up.map_tools import MapPlace
from oltp_plugin.gui.follow_up.reading import Places
from oltp_plugin.gui.follow_up.writer import Writer, change_words
from oltp_plugin.gui.plain import tip
from oltp_plugin.layers import follow_up_words
from oltp_plugin.layers.observatory_group import level_name
from oltp_plugin.observatory import observations
from oltp_plugin.observatory.guards import MOST_MONTHS, TEXT_LENGTH
from oltp_plugin.observatory.observations import Observation
from oltp_plugin.paths import FORMS
from oltp_plugin.translation import tr

_FORM, _ = uic.loadUiType(str(FORMS / "observation.ui"))


class ObservationForm(DraftedDialog, _FORM):
    """New observations; *Save and new* keeps everything but the note."""

    left = pyqtSignal()
    messageBar: QgsMessageBar  # noqa: N815 - the form's names

    def __init__(self, writer: Writer, canvas, places: Places, parent=None):
        super().__init__(parent)
        self.setupUi(self)
        mind_typed_days(self)
        self.messageBar.hide()
        self.write_with(writer)
        self._goes_on = False
        self._fill(places)
        self.place = MapPlace(canvas, places.epsg, self.pointButton, None, self)
        self.place.changed.connect(self._show_place)
        self.place.show(None)
        self.left.connect(self.place.remove)
        self.findings = Findings(self.noteEdit, self.findingsLabel, self.counterLabel, TEXT_LENGTH)
        self.buttonBox.accepted.connect(self.save)
        self.buttonBox.rejected.connect(self.reject)
        self.saveNewButton.clicked.connect(lambda: self.save(goes_on=True))
        self.undoButton.clicked.connect(writer.undo)
        self._show_undo()

    def _fill(self, places: Places) -> None:
        fill(self.kindCombo, follow_up_words.kinds())
        fill(self.institutionCombo, follow_up_words.institutions(), tr("not said"))
        fill(self.themeCombo, follow_up_words.themes(), tr("no theme yet"))
        fill(self.reliabilityCombo, follow_up_words.reliabilities(), tr("not assessed"))
        fill(self.placeCombo, dict(places.places), tr("no place of the inventory"))
        named = {
            (level, code): tr("{name} ({level})").format(name=name, level=level_name(level))
            for (level, code), name in places.territories.items()
        }
        fill(self.territoryCombo, named, tr("no territory"))
        self.placeCombo.completer().setCompletionMode(
            self.placeCombo.completer().CompletionMode.PopupCompletion
        )
        now, today = QTime.currentTime(), QDate.currentDate()
        show_day(self.dayEdit, today.toString("yyyy-MM-dd"))
        self.dayEdit.setMaximumDate(today)
        self.timeEdit.setTime(QTime(now.hour(), now.minute() - now.minute() % 5))
        self.timeEdit.setDisplayFormat("HH:mm")
        show_day(self.keepEdit, observations.kept_until(date.today()))
        self.keepEdit.setDateRange(today, today.addMonths(MOST_MONTHS))

    def show_observation(self, said: Observation) -> None:
        """Show one that was not saved."""
        self.noteEdit.setPlainText(said.note)
        show_day(self.dayEdit, said.observed_at[:10])
        self.timeEdit.setTime(QTime.fromString(said.observed_at[11:19], "HH:mm:ss"))
        for combo, code in (
            (self.kindCombo, said.kind),
            (self.themeCombo, said.theme),
            (self.institutionCombo, said.institution),
            (self.reliabilityCombo, said.reliability),
            (self.placeCombo, said.place),
        ):
            choose(combo, code)
        area = (said.territory_level, said.territory) if said.territory else None
        choose(self.territoryCombo, area)
        show_day(self.keepEdit, said.keep_until)
        if said.x is not None and said.y is not None:
            self.place.show(QgsGeometry.fromPointXY(QgsPointXY(said.x, said.y)))

    def said(self) -> Observation:
        """What the form says."""
        level, territory = self.territoryCombo.currentData() or (None, None)
        geometry = self.place.geometry
        point = geometry.asPoint() if geometry is not None else None
        return Observation(
            note=self.noteEdit.toPlainText(),
            # Two texts, never a date-time of Qt's: that has a time zone.
            observed_at=f"{day_in(self.dayEdit)}T{self.timeEdit.time().toString('HH:mm:ss')}",
            kind=self.kindCombo.currentData(),
            theme=self.themeCombo.currentData(),
            institution=self.institutionCombo.currentData(),
            reliability=self.reliabilityCombo.currentData(),
            x=point.x() if point else None,
            y=point.y() if point else None,
            place=chosen_in(self.placeCombo),
            territory=territory,
            territory_level=level,
            keep_until=day_in(self.keepEdit),
        )

    def save(self, goes_on: bool = False) -> None:
        if self._writer.busy:
            return
        said = self.said()
        if not said.note.strip():
            self.noteEdit.setFocus()
            self._say(ObservatoryError("note_without_text"))
        elif said.x is None and said.place is None and not said.territory:
            self.pointButton.setFocus()
            self._say(ObservatoryError("note_without_place"))
        else:
            self._goes_on = goes_on
            self.send(lambda path: observations.save(path, said, mask))

    def _written(self, change) -> None:
        self._show_undo()
        if not self._saving or change is None:
            return
        self._saving = False
        self.was_saved()
        if not self._goes_on:
            self.accept()
            return
        self.messageBar.clearWidgets()
        self.messageBar.show()
        messages.show_done(self.messageBar, tr("The observation is saved."))
        self.noteEdit.clear()
        self.noteEdit.setFocus()

    def _refused(self, error: Exception) -> None:
        self._saving = False
        self._say(error)

    def _say(self, error) -> None:
        self.messageBar.clearWidgets()
        self.messageBar.show()
        messages.show_error(self.messageBar, error)

    def _show_place(self) -> None:
        set_ = self.place.geometry is not None
        self.whereLabel.setText(tr("A point") if set_ else tr("No point"))

    def _show_undo(self) -> None:
        last = self._writer.changes[-1:]
        notes = [each for each in last if each.table == "observation"]
        self.undoButton.setVisible(bool(notes))
        self.undoButton.setToolTip(tip(change_words(notes[0]) if notes else ""))

    def done(self, result: int) -> None:
        self.left.emit()
        super().done(result)
