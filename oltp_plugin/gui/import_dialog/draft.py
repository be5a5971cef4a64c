"""What is known of a delivery so far: the file, what is proposed for it, the profile in use."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal

from oltp_plugin.gui.background import Background
from oltp_plugin.gui.import_dialog.choices import Choices
from oltp_plugin.gui.import_dialog.words_step import WordList
from oltp_plugin.translation import tr


class Draft(QObject):
    """Asks ``looking`` in the background; ``looked`` and ``worded`` say that something is new."""

    busy = pyqtSignal(bool)
    looked = pyqtSignal()  # ``look`` is new
    worded = pyqtSignal()  # ``words`` are new
    failed = pyqtSignal(object)

    def __init__(self, choices: Choices, parent: QObject | None = None):
        super().__init__(parent)
        self._choices = choices
        self._background = Background(self._refused, self)
        self._words_of: str | None = None  # the columns that ``words`` were found in
        self.look = None  # a looking.Look
        self.words: list[WordList] = []

    @property
    def is_busy(self) -> bool:
        return self._background.busy

    def read(self, path: Path, corrections: dict, profile: str | None = None) -> None:
        """Look into the file.

        ``corrections``: of the layout, as under ``format`` in a profile. ``profile``: JSON, empty
        for a new one, None for the one that fits by itself.
        """

        def look():
            from oltp_plugin.gui.import_dialog import looking  # libraries that take a moment

            return looking.look(path, corrections, self._choices, profile)

        self._ask(tr("Reading {name}").format(name=path.name), look, self._take_look)

    def words_are_stale(self, fields: dict) -> bool:
        return self._words_of != _columns_of_words(fields)

    def find_words(self, fields: dict, then: Callable[[], None]) -> None:
        """Find the words in the whole file's columns, then call ``then()``."""
        from oltp_plugin.gui.import_dialog import looking

        def take(words: list[WordList]) -> None:
            self.words, self._words_of = words, _columns_of_words(fields)
            self.busy.emit(False)
            self.worded.emit()
            then()

        look = self.look
        self._ask(
            tr("Collecting words"), lambda: looking.find_words(look, fields, self._choices), take
        )

    def document(
        self, fields: dict, crs: str, area_level: str | None, name: str, partner: str, kind: str
    ) -> str:
        """The profile as the window says it, in JSON."""
        from oltp_plugin.gui.import_dialog import looking

        return looking.document(self.look, fields, self.words, crs, area_level, name, partner, kind)

    def drop(self) -> None:
        """There is no file any more."""
        self._background.forget()
        self._take(None)

    def forget(self) -> None:
        """The window goes."""
        self._background.forget()

    def _ask(self, title: str, function: Callable[[], object], then: Callable) -> None:
        self._background.run(title, function, then)
        self.busy.emit(True)

    def _take_look(self, look) -> None:
        self._take(look)
        self.looked.emit()

    def _take(self, look) -> None:
        self.look, self._words_of, self.words = look, None, []
        self.busy.emit(False)

    def _refused(self, error: Exception) -> None:
        self.busy.emit(False)
        self.failed.emit(error)


def _columns_of_words(fields: dict) -> str:
    """What the words depend on, as a text to compare."""
    return json.dumps(
        {name: fields[name] for name in ("category", "place_kind", "known_by") if name in fields}
    )
