"""The window's first line: which profile, under which name it is kept, and whose file it is."""

from __future__ import annotations

import json
from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal

from oltp_plugin.gui.import_dialog.choices import Choices
from oltp_plugin.translation import tr


class ProfileBar(QObject):
    """Works on the form's combos; a profile is the text of its JSON document, "" a new one."""

    profileChosen = pyqtSignal(str)  # noqa: N815 - Qt's way of naming signals
    changed = pyqtSignal()

    def __init__(self, form, choices: Choices):
        super().__init__(form)
        self._choices = choices
        self._combo = form.profileCombo
        self._name = form.nameEdit
        self._partner = form.partnerCombo
        self._combo.addItem(tr("New, proposed from the file"), "")
        for name, text in choices.profiles.items():
            self._combo.addItem(name, text)
        self._saved = self._combo.count()  # where the saved ones end
        self._add_starters()
        for code, name in choices.partners:
            self._partner.addItem(f"{code} – {name}", code)
        self._partner.setCurrentIndex(-1)
        self._partner.setEditText("")
        self._partner.lineEdit().setPlaceholderText(tr("code"))
        self._combo.activated.connect(lambda _index: self.profileChosen.emit(self.definition()))
        self._partner.editTextChanged.connect(lambda _text: self._follow())
        self._name.textChanged.connect(lambda _text: self.changed.emit())

    def definition(self) -> str:
        """The profile that is chosen in the list."""
        return self._combo.currentData() or ""

    def name(self) -> str:
        """What the import keeps the profile under."""
        return self._name.text().strip() or self.partner()

    def partner(self) -> str:
        """The partner's code, chosen or typed."""
        text = self._partner.currentText().strip()
        place = self._partner.findText(text)
        return self._partner.itemData(place) if place >= 0 else text

    def add_file(self, path: Path) -> None:
        """Choose the profile in a file; raises IntakeError as ``read_profile`` does."""
        from oltp_plugin.intake.profile import read_profile

        profile = read_profile(path)
        self._combo.insertItem(1, profile.name, profile.definition)
        self._saved += 1
        self._combo.setCurrentIndex(1)
        self.profileChosen.emit(profile.definition)

    def keep(self, text: str) -> None:
        """An import has saved this profile: it serves for the next file too."""
        name = _name_in(text)
        self._choices.profiles[name] = text
        known = [place for place in range(1, self._saved) if _name_in(self._of(place)) == name]
        if known:
            self._combo.setItemData(known[0], text)
        else:
            self._combo.insertItem(1, name, text)
            self._saved += 1
        self._combo.setCurrentIndex(known[0] if known else 1)

    def show_profile(self, profile: dict) -> None:
        """This one (its JSON document, {} for a new one) is in use."""
        for place in range(self._combo.count()):
            text = self._combo.itemData(place)  # None of a separator
            if text is not None and _name_in(text) == profile.get("name"):
                self._combo.setCurrentIndex(place)
                break
        if profile:
            self._name.setText(profile["name"])
            self._show_partner(profile["partner"])

    def _add_starters(self) -> None:
        """The profiles that the plugin brings; without its libraries, the list is shorter."""
        from oltp_plugin.intake.starters import starters

        self._combo.insertSeparator(self._combo.count())
        for profile in starters():
            label = tr("{name} (a starting point)").format(name=profile.name)
            self._combo.addItem(label, profile.definition)

    def _of(self, place: int) -> str:
        return self._combo.itemData(place) or ""

    def _follow(self) -> None:
        self._name.setPlaceholderText(self.partner())
        self.changed.emit()

    def _show_partner(self, code: str) -> None:
        place = self._partner.findData(code)
        if place >= 0:
            self._partner.setCurrentIndex(place)
        else:
            self._partner.setEditText(code)


def _name_in(text: str) -> str | None:
    """The name that a profile's JSON gives itself."""
    return json.loads(text).get("name") if text else None
