"""Giving the selected incidents the same category, status or area."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
)

from oltp_plugin.gui import messages
from oltp_plugin.gui.background import Background
from oltp_plugin.gui.checked import chosen_in
from oltp_plugin.layers.incident_form import choices
from oltp_plugin.layers.observatory_group import level_name
from oltp_plugin.layers.update_mode import guarded
from oltp_plugin.local_format import number
from oltp_plugin.translation import language, tr


class ChangeSeveral(QDialog):
    """``chosen``: uuid and token of each record as it was selected. ``changed(Several)``.

    ``days``: the first and last day of their occurring; a category that was not in use on both is
    not offered.
    """

    changed = pyqtSignal(object)

    def __init__(self, path: Path, lists, chosen, days: tuple[str, str], parent=None):
        super().__init__(parent)
        self.setObjectName("ChangeSeveral")
        self.setWindowTitle(tr("Change the selected incidents"))
        self.resize(480, 0)
        self._path, self._chosen = path, chosen
        self._background = Background(self._failed, self)
        self.messageBar = QgsMessageBar()
        self.messageBar.hide()
        self.categoryCombo, self.statusCombo, self.territoryCombo = (
            _combo(name) for name in ("categoryCombo", "statusCombo", "territoryCombo")
        )
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        self.buttons.button(buttons.Ok).setText(tr("C&hange"))
        self.buttons.button(buttons.Cancel).setText(tr("Cancel"))
        self._fill(lists.catalogue, days)
        self._lay_out()
        self.buttons.accepted.connect(self.change)
        self.buttons.rejected.connect(self.reject)
        for combo in (self.categoryCombo, self.statusCombo, self.territoryCombo):
            combo.currentTextChanged.connect(lambda _text: self._follow())
        self._follow()

    def _fill(self, catalogue, days: tuple[str, str]) -> None:
        families = {each.code: each.label(language()) for each in catalogue.categories}
        for each in catalogue.categories:
            if all(map(each.is_valid_on, days)):
                above, label = families.get(each.parent or ""), each.label(language())
                words = f"{above} \u2013 {label}" if above else label
                self.categoryCombo.addItem(words, each.code)
        for code, label in choices()["status"].items():
            self.statusCombo.addItem(label, code)
        self.territoryCombo.addItem(tr("No area"), (None, None))
        for (level, code), name in catalogue.territories.items():
            self.territoryCombo.addItem(f"{level_name(level)} \u2013 {name}", (level, code))

    def _lay_out(self) -> None:
        text = tr("{n} records are selected. What is left as it is stays as it is.")
        words = QLabel(text.format(n=number(len(self._chosen))))
        words.setWordWrap(True)
        form = QFormLayout()
        form.addRow(tr("&Category"), self.categoryCombo)
        form.addRow(tr("S&tatus"), self.statusCombo)
        form.addRow(tr("A&rea, of those without a point"), self.territoryCombo)
        layout = QVBoxLayout(self)
        layout.addWidget(self.messageBar)
        layout.addWidget(words)
        layout.addLayout(form)
        layout.addWidget(self.buttons)

    def changes(self) -> dict:
        """What is to be changed, in the table's columns."""
        found = {}
        if chosen_in(self.categoryCombo) is not None:
            found["category"] = chosen_in(self.categoryCombo)
        if chosen_in(self.statusCombo) is not None:
            found["status"] = chosen_in(self.statusCombo)
        if chosen_in(self.territoryCombo) is not None:
            found["territory_level"], found["territory"] = chosen_in(self.territoryCombo)
        return found

    def change(self) -> None:
        """Write it, in one transaction."""
        path, chosen, changes = self._path, self._chosen, self.changes()

        def write():
            from oltp_plugin.intake import entering

            with guarded(path):
                return entering.change_several(path, chosen, changes)

        self.buttons.setEnabled(False)
        self._background.run(tr("Saving an incident"), write, self._done)

    def reject(self) -> None:
        if not self._background.busy:
            super().reject()

    def _done(self, result) -> None:
        self.accept()
        self.changed.emit(result)

    def _failed(self, error: Exception) -> None:
        self.buttons.setEnabled(True)
        messages.show_error(self.messageBar, error)

    def _follow(self) -> None:
        can = bool(self.changes() and self._chosen)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(can)


def _combo(name: str) -> QComboBox:
    """A searchable list whose first line leaves everything as it is."""
    combo = QComboBox()
    combo.setObjectName(name)
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.completer().setFilterMode(Qt.MatchFlag.MatchContains)
    combo.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.addItem(tr("as it is"), None)
    return combo
