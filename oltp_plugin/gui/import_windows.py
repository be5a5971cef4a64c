"""The windows by which files enter the open observatory, and what they tell each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from oltp_plugin.errors import OltpError
from oltp_plugin.translation import language


class ImportWindows(QObject):
    """Opens them for ``current`` (a CurrentObservatory); ``keep(window)`` shows and minds one.

    ``show_batch(number)`` shows a delivery on the map, ``show_failure(error)`` says what is wrong.
    A window goes on with the file that it was opened for, whatever is opened after it: ``path`` is
    that file, by itself the one that is open.
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
        self._rounds: dict[Path, QWidget] = {}

    def open_steps(self, file: Path | None = None, path: Path | None = None) -> None:
        """The four steps, with this file of a partner's."""
        from oltp_plugin.gui.import_dialog.dialog import ImportIncidents

        path = path or self._current.path
        choices = self._choices(path)
        if choices is None:
            return
        window = ImportIncidents(choices, self._parent)
        window.imported.connect(self._current.refresh)
        window.imported.connect(lambda _batch: self._tell_round(path))
        window.mapAsked.connect(lambda batch: self._show_on_map(batch, path))
        window.severalDropped.connect(lambda files: self.open_round(files, path))
        self._keep(window)
        if file is not None:
            window.open_file(file)

    def open_round(self, files: Sequence[Path] = (), path: Path | None = None) -> None:
        """The monthly round, with these files; the one that is open takes them too."""
        from oltp_plugin.gui.import_round.dialog import ImportRound

        path = path or self._current.path
        if path not in self._rounds:
            choices = self._choices(path)
            if choices is None:
                return
            window = self._rounds[path] = ImportRound(choices, self._parent)
            window.imported.connect(self._current.refresh)
            window.mapAsked.connect(lambda batch: self._show_on_map(batch, path))
            window.stepsAsked.connect(lambda file: self.open_steps(file, path))
            window.finished.connect(lambda _result: self._rounds.pop(path, None))
            self._keep(window)
        self._rounds[path].raise_()
        self._rounds[path].add_files(list(files))

    def open_reference(self) -> None:
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

    def _tell_round(self, path: Path) -> None:
        """The four steps imported a file, and saved the profile that recognises it."""
        choices = self._choices(path) if path in self._rounds else None
        if choices is not None:
            self._rounds[path].take_profiles(choices)

    def _show_on_map(self, batch: int, path: Path) -> None:
        if path == self._current.path:
            self._show_batch(batch)

    def _choices(self, path: Path):
        from oltp_plugin.gui.import_dialog.choices import read_choices

        try:
            return read_choices(path, language())
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
