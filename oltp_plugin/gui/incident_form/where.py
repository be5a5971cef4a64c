"""Where it happened: an address from the offline list, a click on the map, or an area only."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QCompleter, QListWidgetItem

from oltp_plugin.gui.map_loan import MapLoan
from oltp_plugin.intake import address_search
from oltp_plugin.intake.address_search import Proposal
from oltp_plugin.intake.entry_check import POINT_PRECISIONS
from oltp_plugin.layers.incident_form import choices
from oltp_plugin.layers.observatory_group import level_name
from oltp_plugin.local_format import number
from oltp_plugin.translation import tr

from .map_marks import MapMarks, PointTool

_PROPOSAL = Qt.ItemDataRole.UserRole
_PAUSE = 120  # milliseconds after a letter, before the list is looked through
_ROWS = 3  # shown at a time, so that the form does not jump


class Where(QObject):
    """Drives the form's rows of places; a point and an area take each other's place."""

    changed = pyqtSignal()

    def __init__(self, form, canvas, lists):
        super().__init__(form)
        self._form = form
        self._gazetteer, self._areas = lists.gazetteer, lists.known.areas
        self.point: tuple[float, float] | None = None
        self.score: float | None = None
        self.marks = MapMarks(canvas, lists.known.epsg)
        self._tool = PointTool(canvas)
        self._tool.setButton(form.pickButton)
        self._tool.clicked.connect(self._clicked)
        self._map = MapLoan(canvas)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._propose)
        self._fill(lists)
        self._connect()

    def values(self) -> dict:
        """The place as the observatory writes it."""
        level, code = self._form.territoryCombo.currentData() or (None, None)
        x, y = self.point or (None, None)
        if self.point is not None:
            precision = self._form.pointPrecisionCombo.currentData()
        else:
            precision = "none" if code is None else "territory"
        return {
            "x": x,
            "y": y,
            "location_precision": precision,
            "geocode_score": self.score,
            "address": self._form.addressEdit.text().strip() or None,
            "territory": code,
            "territory_level": level,
        }

    def show(self, entry) -> None:
        """Show an entry's place; its address, not located yet, brings its candidates."""
        form = self._form
        form.addressEdit.setText(entry.address or "")
        self._show_proposals([])
        self._set_area(entry.territory_level, entry.territory)
        if entry.x is None:
            self.point, self.score = None, None
        else:
            self.point, self.score = (entry.x, entry.y), entry.geocode_score
            self._show_precision(entry.location_precision)
            self.marks.bring_into_view(entry.x, entry.y, self._form)
        if entry.address and entry.x is None:
            self._propose()
        self.changed.emit()

    def show_kept(self, kept) -> None:
        """Draw what would be kept, and say it."""
        form = self._form
        has_point = self.point is not None
        form.pointPrecisionCombo.setEnabled(has_point)
        form.clearPointButton.setEnabled(has_point)
        if kept.x is not None:
            self.marks.show_point(kept.x, kept.y, kept.location_precision)
            form.placeLabel.setText(f"{number(kept.x)}; {number(kept.y)}")
        elif kept.territory is not None:
            form.placeLabel.setText(tr("no point"))
            self._draw_area(kept.territory_level, kept.territory)
        else:
            form.placeLabel.setText(tr("no point"))
            self.marks.clear()

    def end(self) -> None:
        """Give the map back."""
        self._pause.stop()
        self._map.give_back()
        self._tool.remove()
        self.marks.remove()

    def eventFilter(self, watched, event):  # noqa: N802 - Qt name
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        listed = self._form.proposalsList
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if watched is self._form.addressEdit:
                self._pause.stop()
                self._propose()
            if listed.count():
                self._take(listed.item(max(listed.currentRow(), 0)))
            return True
        if watched is self._form.addressEdit and event.key() == Qt.Key.Key_Down and listed.count():
            listed.setCurrentRow(min(listed.currentRow() + 1, listed.count() - 1))
            return True
        if watched is self._form.addressEdit and event.key() == Qt.Key.Key_Up and listed.count():
            listed.setCurrentRow(max(listed.currentRow() - 1, 0))
            return True
        return super().eventFilter(watched, event)

    def _fill(self, lists) -> None:
        form = self._form
        words = choices()["location_precision"]
        for code in POINT_PRECISIONS:
            form.pointPrecisionCombo.addItem(words[code], code)
        form.territoryCombo.addItem("", None)
        for (level, code), name in lists.catalogue.territories.items():
            form.territoryCombo.addItem(f"{level_name(level)} \u2013 {name}", (level, code))
        completer = form.territoryCombo.completer()
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        row = form.proposalsList.fontMetrics().height() + 4
        form.proposalsList.setFixedHeight(_ROWS * row + 6)
        if self._gazetteer is None:
            form.addressEdit.setToolTip(tr("The observatory has no addresses or places yet"))

    def _connect(self) -> None:
        form = self._form
        form.addressEdit.textEdited.connect(self._typed)
        form.addressEdit.installEventFilter(self)
        form.proposalsList.installEventFilter(self)
        form.proposalsList.itemClicked.connect(self._take)
        form.pickButton.clicked.connect(self._hold_tool)
        form.clearPointButton.clicked.connect(lambda: self._set_point(None, None))
        form.pointPrecisionCombo.activated.connect(lambda _row: self.changed.emit())
        form.territoryCombo.currentIndexChanged.connect(self._area_chosen)

    def _typed(self) -> None:
        self._pause.start()
        self.changed.emit()

    def _propose(self) -> None:
        text = self._form.addressEdit.text()
        found = address_search.propose(self._gazetteer, text) if self._gazetteer else []
        self._show_proposals(found)

    def _show_proposals(self, found: list[Proposal]) -> None:
        listed = self._form.proposalsList
        listed.clear()
        words = choices()["location_precision"]
        for each in found:
            item = QListWidgetItem(f"{each.label} \u2013 {words[each.precision]}", listed)
            item.setData(_PROPOSAL, each)
        if found:
            listed.setCurrentRow(0)

    def _take(self, item: QListWidgetItem) -> None:
        chosen = item.data(_PROPOSAL)
        self._form.addressEdit.setText(chosen.label)
        self._show_proposals([])
        self._show_precision(chosen.precision)
        self._set_point((chosen.x, chosen.y), chosen.score)
        self.marks.bring_into_view(chosen.x, chosen.y, self._form)
        self._form.addressEdit.setFocus()

    def _clicked(self, point) -> None:
        own = self.marks.from_map(point)
        if own is None:  # the other end of the world, on a map that shows all of it
            return
        if self.point is None:
            self._show_precision("address")
        self._set_point((own.x(), own.y()), None)
        self._map.give_back()
        self._form.activateWindow()

    def _hold_tool(self, wanted: bool) -> None:
        if wanted:
            self._map.take(self._tool)
        else:
            self._map.give_back()

    def _set_point(self, point: tuple[float, float] | None, score: float | None) -> None:
        self.point, self.score = point, score
        if point is not None:
            self._set_area(None, None)
        self.changed.emit()

    def _area_chosen(self, row: int) -> None:
        if row > 0:
            self.point = self.score = None
        self.changed.emit()

    def _set_area(self, level: str | None, code: str | None) -> None:
        combo = self._form.territoryCombo
        blocked = combo.blockSignals(True)
        row = next(
            (at for at in range(combo.count()) if combo.itemData(at) == (level, code)),
            0,
        )
        if code is not None and not row:  # one that is no longer valid
            name = self._areas.get((level, code), code)
            combo.addItem(f"{level_name(level)} \u2013 {name}", (level, code))
            row = combo.count() - 1
        combo.setCurrentIndex(row)
        combo.blockSignals(blocked)

    def _show_precision(self, code: str) -> None:
        combo = self._form.pointPrecisionCombo
        combo.setCurrentIndex(max(combo.findData(code), 0))

    def _draw_area(self, level: str, code: str) -> None:
        wkb = self._form.area_wkb(level, code)
        if wkb is None:
            self.marks.clear()
        else:
            self.marks.show_area(wkb)
