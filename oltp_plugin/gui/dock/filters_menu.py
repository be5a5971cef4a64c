"""Filters by name: kept in the observatory, whatever the project; shared as files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.gui import QgsNewNameDialog
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QMenu, QMessageBox

from oltp_plugin.errors import ObservatoryError
from oltp_plugin.gui.background import Background
from oltp_plugin.gui.menus import empty
from oltp_plugin.gui.plain import tip
from oltp_plugin.layers.filter_words import filter_words
from oltp_plugin.layers.update_mode import writing_guard
from oltp_plugin.observatory import saved_filters
from oltp_plugin.observatory.filter import IncidentFilter
from oltp_plugin.translation import tr

_ENDING = ".oltp-filter.json"


class FiltersMenu(QObject):
    """The menu of the button with the saved filters; they come with the lists of ``sections``."""

    failed = pyqtSignal(object)  # an exception or a sentence
    written = pyqtSignal()  # the observatory has others now

    def __init__(self, button, state, sections, current):
        super().__init__(button)
        self._button, self._state = button, state
        self._sections, self._current = sections, current
        self._writing = Background(self.failed.emit, self)
        self._menu = QMenu(button)
        self._menu.setToolTipsVisible(True)
        button.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)

    @property
    def busy(self) -> bool:
        """Whether one is being written."""
        return self._writing.busy

    def save(self, name: str) -> None:
        """Keep the chosen filter as ``name``, in place of one of the same name."""
        chosen, words = self._state.filter, " ".join(name.split())

        def change(path: Path) -> None:
            from oltp_plugin.intake import personal_data

            masked = personal_data.masked(words)[: saved_filters.LONGEST]
            saved_filters.save(path, masked, chosen)

        if words:
            self._write(change)

    def forget(self, name: str) -> None:
        """Take the filter ``name`` out of the observatory."""
        self._write(lambda path: saved_filters.forget(path, name))

    def choose(self, chosen: IncidentFilter) -> None:
        """Show it, with the days that its named period has now."""
        self._state.choose(chosen.counted_back(self._sections.catalogue.last_day))

    def _fill(self) -> None:
        menu, catalogue = self._menu, self._sections.catalogue
        empty(menu)
        for name, chosen in catalogue.filters.items():
            action = menu.addAction(name.replace("&", "&&"))
            words = filter_words(chosen.counted_back(catalogue.last_day), catalogue)
            action.setToolTip(tip(words))
            action.triggered.connect(lambda _on=False, chosen=chosen: self.choose(chosen))
        menu.addSeparator()
        menu.addAction(tr("&Save this filter…"), self._ask_name)
        if catalogue.filters:
            removing = menu.addMenu(tr("&Delete"))
            for name in catalogue.filters:
                action = removing.addAction(name.replace("&", "&&") + "…")
                action.triggered.connect(lambda _on=False, name=name: self._ask_forget(name))
        menu.addSeparator()
        menu.addAction(tr("&Open from a file…"), self._open)
        menu.addAction(tr("Save to a &file…"), self._share)

    def _ask_name(self) -> None:
        known = list(self._sections.catalogue.filters)
        dialog = QgsNewNameDialog("", "", [], known, Qt.CaseSensitivity.CaseSensitive, self._button)
        dialog.setWindowTitle(tr("Save this filter"))
        dialog.setHintString(tr("Under which name, for all who open this observatory?"))
        dialog.setConflictingNameWarning(
            tr("There is a filter of that name: this one replaces it.")
        )
        dialog.setRegularExpression(f".{{0,{saved_filters.LONGEST}}}")
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.save(dialog.name())

    def _ask_forget(self, name: str) -> None:
        question = tr("Delete the filter “{name}” for all who open this observatory?")
        answer = QMessageBox.question(
            self._button,
            tr("Delete a filter"),
            tip(question.format(name=name)),
        )
        if answer == QMessageBox.StandardButton.Yes:
            self.forget(name)

    def _write(self, change: Callable[[Path], None]) -> None:
        path = self._current.path
        if path is None or self.busy:
            return

        def work() -> None:
            with writing_guard(path, in_place=True):
                change(path)

        title = tr("Writing {name}").format(name=path.name)
        self._writing.run(title, work, lambda _none: self.written.emit())

    def _open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._button, tr("Open a filter"), str(Path.home()), tr("Filters (*.json)")
        )
        if name:
            self.read(Path(name))

    def _share(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._button,
            tr("Save the filter"),
            str(Path.home() / f"filter{_ENDING}"),
            tr("Filters (*.json)"),
        )
        if name:
            self.write(Path(name if name.endswith(".json") else name + _ENDING))

    def read(self, file: Path) -> None:
        """Choose the filter that a file holds."""
        try:
            self.choose(IncidentFilter.from_json(file.read_text(encoding="utf-8")))
        except ObservatoryError as error:
            self.failed.emit(error)
        except (OSError, ValueError) as error:
            self.failed.emit(
                tr("{name} cannot be read ({reason}).").format(name=file.name, reason=error)
            )

    def write(self, file: Path) -> None:
        """Put the filter into a file that a colleague can open."""
        try:
            file.write_text(self._state.filter.to_json(), encoding="utf-8")
        except OSError as error:
            self.failed.emit(
                tr("{name} cannot be written ({reason}).").format(
                    name=file.name, reason=error.strerror
                )
            )
