"""Severity, status, precision of the place, reports or facts."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, Qt

from oltp_plugin.layers.incident_form import choices
from oltp_plugin.observatory.filter import NOT_SAID, STATUSES, IncidentFilter
from oltp_plugin.observatory.schema import PRECISIONS
from oltp_plugin.translation import tr


class MoreSection(QObject):
    """Drives the form's widgets of the group *Also*; nothing ticked means everything."""

    def __init__(self, form, state):
        super().__init__(form)
        self._form, self._state, self._showing = form, state, False
        severities = {NOT_SAID: tr("Not said"), **{value: str(value) for value in range(10)}}
        self._combos = {
            "severities": (form.severityCombo, severities),
            "statuses": (form.statusCombo, {each: choices()["status"][each] for each in STATUSES}),
            "precisions": (
                form.precisionCombo,
                {each: choices()["location_precision"][each] for each in PRECISIONS},
            ),
        }
        for name, (combo, words) in self._combos.items():
            combo.setDefaultText(tr("All"))
            for value, text in words.items():
                combo.addItemWithCheckState(text, Qt.CheckState.Unchecked, value)
            combo.model().dataChanged.connect(lambda *_, name=name: self._change(name))
        form.countedCombo.addItem(tr("Reports"), False)
        form.countedCombo.addItem(tr("Facts, each once"), True)
        form.countedCombo.activated.connect(
            lambda _row: state.change(facts=form.countedCombo.currentData())
        )

    def _change(self, name: str) -> None:
        if not self._showing:
            self._state.change(**{name: self._ticked(name)})

    def _ticked(self, name: str) -> tuple:
        combo, words = self._combos[name]
        return tuple(
            value
            for row, value in enumerate(words)
            if combo.itemCheckState(row) == Qt.CheckState.Checked
        )

    def show(self, chosen: IncidentFilter) -> None:
        self._showing = True
        for name, (combo, words) in self._combos.items():
            wanted = getattr(chosen, name)
            for row, value in enumerate(words):
                ticked = value in wanted
                state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
                if combo.itemCheckState(row) != state:
                    combo.setItemCheckState(row, state)
        self._showing = False
        self._form.countedCombo.setCurrentIndex(int(chosen.facts))
