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
        self._form = form
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
            combo.checkedItemsChanged.connect(
                lambda _texts, name=name, combo=combo: state.change(
                    **{name: tuple(combo.checkedItemsData())}
                )
            )
        form.countedCombo.addItem(tr("Reports"), False)
        form.countedCombo.addItem(tr("Facts, each once"), True)
        form.countedCombo.activated.connect(
            lambda _row: state.change(facts=form.countedCombo.currentData())
        )

    def show(self, chosen: IncidentFilter) -> None:
        for name, (combo, words) in self._combos.items():
            wanted = getattr(chosen, name)
            combo.blockSignals(True)
            for row, value in enumerate(words):
                ticked = value in wanted
                state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
                if combo.itemCheckState(row) != state:
                    combo.setItemCheckState(row, state)
            combo.blockSignals(False)
        self._form.countedCombo.setCurrentIndex(int(chosen.facts))
