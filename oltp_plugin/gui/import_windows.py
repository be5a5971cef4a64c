"""The windows by which files enter the open observatory, and what they tell each other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from oltp_plugin.errors import OltpError
from oltp_plugin.translation import language


class ImportWindows(QObject):
    """Opens them for ``current`` (a CurrentObservatory); ``keep(window)`` shows and minds one.

    ``show_batch(number)`` shows a delivery on the map, ``show_failure(error)`` says what is wrong.
    """

    def __init__(
        self,
        current: QObject,
        parent: QWidget,
        keep: Callable,
        show_batch: Callable,
        show_failure: Callable,
    ):
        super().__init__(current)
        self._current, self._parent, self._keep = current, parent, keep
        self._show_batch, self._show_failure = show_batch, show_failure
        self._round = None

    def open_steps(self, path: Path | None = None) -> None:
        """The four steps, with this file."""
        from oltp_plugin.gui.import_dialog.dialog import ImportIncidents

        choices = self._choices()
        if choices is None:
            return
        window = ImportIncidents(choices, self._parent)
        window.imported.connect(self._current.refresh)
        window.imported.connect(lambda _batch: self._tell_round())
        window.mapAsked.connect(self._show_batch)
        window.severalDropped.connect(self.open_round)
        self._keep(window)
        if path is not None:
            window.open_file(path)

    def open_round(self, paths: list[Path]) -> None:
        """The monthly round, with these files; the one that is open takes them too."""
        from oltp_plugin.gui.import_round.dialog import ImportRound

        if self._round is None:
            choices = self._choices()
            if choices is None:
                return
            window = self._round = ImportRound(choices, self._parent)
            window.imported.connect(self._current.refresh)
            window.mapAsked.connect(self._show_batch)
            window.stepsAsked.connect(self.open_steps)
            window.destroyed.connect(self._forget_round)
            self._keep(window)
        self._round.raise_()
        self._round.add_files(paths)

    def open_reference(self, path: Path | None = None) -> None:
        """The form for places, territories, addresses and indicators."""
        from oltp_plugin.gui.import_dialog.choices import read_inventory
        from oltp_plugin.gui.import_reference.dialog import ImportReference

        try:
            epsg, kinds = read_inventory(self._current.path, language())
        except OltpError as error:
            self._show_failure(error)
            return
        window = ImportReference(self._current.path, kinds, epsg, self._parent)
        window.imported.connect(self._current.refresh)
        self._keep(window)
        if path is not None:
            window.open_file(path)

    def _tell_round(self) -> None:
        """The four steps imported a file, and saved the profile that recognises it."""
        choices = self._choices() if self._round is not None else None
        if choices is not None:
            self._round.take_profiles(choices)

    def _forget_round(self) -> None:
        self._round = None

    def _choices(self):
        from oltp_plugin.gui.import_dialog.choices import read_choices

        try:
            return read_choices(self._current.path, language())
        except OltpError as error:
            self._show_failure(error)
            return None


def is_observatory(path: Path) -> bool:
    """Whether the file is one of this plugin's, rather than a partner's layer."""
    from oltp_plugin.observatory import opening

    if path.suffix.lower() != ".gpkg":
        return False
    try:
        opening.check_is_file(path)
        opening.check(path)
    except OltpError as error:
        return error.code == "newer_schema"
    return True
